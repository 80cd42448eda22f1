"""Which version of which session a Word file is, and the text of that version to compare it with.

An issued version is read from its snapshot, exactly, for ever; what was exported without being
issued is drawn up anew from the record as it was then.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import get_args

from plenary_tui.record.drafts import Version
from plenary_tui.record.history import Record
from plenary_tui.record.kinds import DraftIssued
from plenary_tui.record.meeting import Meeting
from plenary_tui.record.redaction import open_record
from plenary_tui.store.earlier import record_of_hash
from plenary_tui.store.session import Session

from .communique import communique
from .draft import Draft, DraftState, Issue, Origin
from .moments import limit_of, moment_of, record_until
from .news import news
from .returned import Checked, Claims
from .word.reader import check_file
from .workshop.snapshot import ORIGINAL, issued_draft

Compose = Callable[[Record, datetime | None, Issue | None], Draft]

PUBLIC: dict[str, Compose] = {"communique": communique, "news": news}
"""The documents for everybody, which carry the mark of their version."""
_STATES: dict[str, DraftState] = {name: name for name in get_args(DraftState) if name}


def version_said(said: Claims, meeting: Meeting) -> Version | None:
    """Return the version that a file says it is; None where this record has not issued it."""
    own = "" if said.language in ("", ORIGINAL) else said.language
    for version in meeting.drafts.versions:
        what = version.entry.what
        assert isinstance(what, DraftIssued)
        known = (version.label, version.language, what.record)
        if known == (said.version, own, said.record):
            return version
    return None


def issued_as(said: Claims, session: Session, compose: Compose) -> Draft | None:
    """Return the text that a file says it is: of its version, else drawn up anew.

    None where the session never issued that version, and its record never had the hash that the
    file carries.
    """
    if said.version:
        meeting = session.record.meeting
        version = version_said(said, meeting)
        return issued_draft(meeting, session.name, version) if version else None
    record = record_of_hash(session, said.record)
    if record is None:
        return None
    limit = limit_of(record, said.until)
    made = datetime.fromisoformat(said.made) if said.made else None
    origin = Origin(session.name, said.record, said.until)
    issue = Issue(_STATES.get(said.state, ""), "", made, origin, language=said.language or ORIGINAL)
    shown = record_until(open_record(record), limit)
    return compose(shown, moment_of(record, limit) or made, issue)


def identify(data: bytes, said: Claims, session: Session) -> Checked | None:
    """Compare a file with the text that it says it is; None where that cannot be found.

    Raises PlenaryError where the file is not safe to read.
    """
    issued = [issued_as(said, session, compose) for compose in PUBLIC.values()]
    checked = [check_file(data, one) for one in dict.fromkeys(issued) if one is not None]
    return min(checked, key=lambda one: (not one.is_issued, len(one.altered)), default=None)
