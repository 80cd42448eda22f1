"""A draft with its changes against an earlier one tracked."""

from __future__ import annotations

from pathlib import Path

from plenary_tui.documents.draft import Draft, Issue
from plenary_tui.documents.identifying import PUBLIC, issued_as
from plenary_tui.documents.moments import limit_of, moment_of, record_until
from plenary_tui.documents.word.reader import claims
from plenary_tui.documents.word.redline import redline
from plenary_tui.errors import WrongUse
from plenary_tui.record.redaction import open_record
from plenary_tui.store.clock import local_now
from plenary_tui.store.session import Session

from .word_files import bytes_of


def redlined(session: Session, kind: str, against: str, after: Draft) -> bytes:
    """Return a Word file of `after` with its changes tracked.

    against: a Word file that was exported earlier, or a moment or entry. Raises WrongUse.
    """
    before = (
        _of_file(session, kind, Path(against))
        if against.casefold().endswith(".docx")
        else _of_moment(session, kind, against)
    )
    return redline(before, after, session.record.meeting.facts.get("title", session.name),
                   after.made or local_now())  # fmt: skip


def _of_moment(session: Session, kind: str, typed: str) -> Draft:
    limit = limit_of(session.record, typed)
    shown = record_until(open_record(session.record), limit)
    now = moment_of(session.record, limit)
    return PUBLIC[kind](shown, now, Issue(made=now))


def _of_file(session: Session, kind: str, path: Path) -> Draft:
    said = claims(bytes_of(path))
    if said.session != session.name:
        where = f"of {said.session}" if said.session else "no export of this program"
        raise WrongUse(f"{path.name} is {where}: name an earlier version of {session.name}.")
    before = issued_as(said, session, PUBLIC[kind])
    if before is None:
        raise WrongUse(
            f"{path.name} was drawn up from a record that this copy never was: merge the copy "
            "that it came from."
        )
    return before
