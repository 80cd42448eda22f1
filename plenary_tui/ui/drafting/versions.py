"""A version issued from the draft screen: as what it goes out, and its file in drafts/."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from plenary_tui.documents.workshop.snapshot import ORIGINAL
from plenary_tui.errors import WrongUse
from plenary_tui.record.kinds import DraftIssued, IssuedState
from plenary_tui.ui.seen.views import Choice

from .translating import called
from .view import DraftView

if TYPE_CHECKING:
    from plenary_tui.documents.draft import Draft
    from plenary_tui.record.history import Record
    from plenary_tui.store.session import Session
    from plenary_tui.ui.conducting.conductor import Conductor
    from plenary_tui.ui.conducting.events import NotHere, VersionIssued

STATES: tuple[IssuedState, ...] = ("DRAFT", "FINAL", "CHAIR'S TEXT")


class AsWhat(NamedTuple):
    """As what a version goes out."""

    label: str
    symbol: str
    state: IssuedState
    language: str = ORIGINAL

    def made(self, session: Session, now: datetime) -> DraftIssued:
        """Return the command that issues the draft of a session's record as it is then."""
        from plenary_tui.documents.versions import issue

        return issue(session.record, session.hash(), now, **self._asdict())


def state_of(typed: str) -> IssuedState:
    """Return the state that is meant by its beginning. Raises WrongUse."""
    begun = typed.strip().upper().replace("’", "'")
    found = [one for one in STATES if one.startswith(begun)] if begun else ["DRAFT"]
    if not found:
        raise WrongUse("The state is DRAFT, FINAL or CHAIR'S TEXT: its first letter is enough.")
    return found[0]  # type: ignore[return-value]


def ways_out() -> list[Choice]:
    """Return what can be done where a text cannot be final."""
    return [
        Choice("issue the Chair's text, not agreed in full", does="chairs-text"),
        Choice("write the Chair's summary, which never reads as decided", does="chairs-summary"),
        Choice("go to the first open bracket", does="bracket"),
    ]


def issued_as(record: Record, session: str, entry: str) -> VersionIssued | NotHere:
    """Return the version that an entry issued, to be written. session: its name."""
    from plenary_tui.documents.versions import draft_of
    from plenary_tui.documents.workshop.issuing import version_name
    from plenary_tui.store.names import slug
    from plenary_tui.ui.conducting.events import NotHere, VersionIssued

    version = record.meeting.drafts.version(entry)
    if version is None:
        return NotHere("The version is not in the record: issue it again.")
    name = "-".join(("communique", *map(slug, version_name(version))))
    return VersionIssued(draft_of(record, session, version), name)


def write_version(conductor: Conductor, issued: VersionIssued) -> str:
    """Write the Word file of a version; say where it is. Raises OSError."""
    from plenary_tui.ui.conducting.printing import print_word

    path = print_word(issued.draft, conductor.disk, conductor.folder, issued.name)
    return f"✓ {said_of(issued.draft)} is issued: drafts/{path.name}"


def said_of(draft: Draft) -> str:
    """Return what a version is called: `Version 1`, `Version 1 in French`."""
    other = "" if draft.language == ORIGINAL else f" in {called(draft.language)}"
    return f"Version {draft.version}{other}"


def write_summary(conductor: Conductor, view: DraftView, now: datetime) -> str:
    """Write the Chair's summary of the draft as Word; say where it is. Raises OSError."""
    from plenary_tui.documents.chairs_summary import chairs_summary
    from plenary_tui.ui.conducting.printing import print_word

    draft = chairs_summary(view.workshop.draft, meeting=view.meeting)
    local = now.astimezone(view.meeting.zone)
    name = "-".join(
        part for part in ("chairs-summary", f"{local:%Y-%m-%d-%H%M}", view.language) if part
    )
    path = print_word(draft, conductor.disk, conductor.folder, name)
    return f"✓ The Chair's summary: drafts/{path.name}"
