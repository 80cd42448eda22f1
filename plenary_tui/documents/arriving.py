"""A Word file that came back from a delegation, read against the version that it is a copy of."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from plenary_tui.errors import PlenaryError, WrongUse
from plenary_tui.record.drafts import Version
from plenary_tui.record.meeting import Meeting
from plenary_tui.store.session import Session

from .draft import Draft
from .identifying import PUBLIC, issued_as, version_said
from .returned import Claims, Returned
from .word.reader import claims, returned
from .workshop.snapshot import issued_draft


@dataclass(frozen=True)
class Arrived:
    """A file as it is read. issued: the text that it is a copy of. version: None of what was
    exported without being issued."""

    name: str
    returned: Returned
    issued: Draft
    version: Version | None


def arrived(name: str, data: bytes, session: Session) -> Arrived:
    """Read a file. name: for what is said of it.

    Raises PlenaryError, in one sentence, where it is not safe to read or no draft of the session.
    """
    said = _of_session(name, data, session.name)
    version = version_said(said, session.record.meeting)
    drafts = [issued_as(said, session, compose) for compose in PUBLIC.values()]
    with _naming(name):
        read = [(returned(data, one), one) for one in dict.fromkeys(drafts) if one is not None]
    if not read:
        what = f"of version {said.version}, which" if said.version else "of a record that"
        raise WrongUse(f"{name} is {what} this copy never had: merge the copy that has it.")
    back, issued = min(read, key=lambda one: len(one[0].touched()))
    return Arrived(name, back, issued, version)


def of_version(name: str, data: bytes, session: str, meeting: Meeting) -> Arrived:
    """Read a file that is a copy of an issued version of a session.

    Raises PlenaryError as `arrived` does, and where its text was never issued here.
    """
    version = version_said(_of_session(name, data, session), meeting)
    if version is None:
        raise WrongUse(
            f"{name} is no copy of a version that was issued here: issue a version, and send that "
            "out; one that another copy issued is known once that is merged."
        )
    issued = issued_draft(meeting, session, version)
    with _naming(name):
        return Arrived(name, returned(data, issued), issued, version)


@contextmanager
def _naming(name: str) -> Iterator[None]:
    """Say in a refusal which file it is of: there may be ten of them."""
    try:
        yield
    except PlenaryError as error:
        raise type(error)(str(error).replace("The file", name, 1)) from error


def _of_session(name: str, data: bytes, session: str) -> Claims:
    with _naming(name):
        said = claims(data)
    if said.session != session:
        whose = f"it is one of {said.session}" if said.session else "it says nothing of its origin"
        raise WrongUse(f"{name} is no draft of {session}: {whose}.")
    return said
