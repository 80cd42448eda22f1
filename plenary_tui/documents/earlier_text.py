"""A public document as it read earlier: an issued version, or drawn up as of a moment or entry."""

from __future__ import annotations

from plenary_tui.errors import WrongUse
from plenary_tui.record.redaction import open_record
from plenary_tui.store.session import Session

from .draft import Draft, Issue
from .identifying import PUBLIC
from .moments import limit_of, moment_of, record_until
from .versions import draft_of, find
from .workshop.issuing import labels
from .workshop.snapshot import ORIGINAL


def earlier_text(session: Session, kind: str, typed: str, language: str = ORIGINAL) -> Draft:
    """Return a document of a session as it read then.

    kind: of `PUBLIC`. typed: the label of a version, a time, an entry's id. Raises WrongUse.
    """
    record = session.record
    known = labels(record.meeting.drafts) if kind == "communique" else ()
    if typed.casefold() in map(str.casefold, known):
        return draft_of(record, session.name, find(record, typed, language))
    try:
        limit = limit_of(record, typed)
    except WrongUse as error:
        there = f"there is {', '.join(known)}" if known else "none was issued yet"
        raise WrongUse(f"{typed} is no version ({there}), no time and no entry: {error}") from error
    shown = record_until(open_record(record), limit)
    now = moment_of(record, limit)
    return PUBLIC[kind](shown, now, Issue(made=now, language=language))
