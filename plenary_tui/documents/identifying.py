"""Which version of which session a Word file is, and the text of that version drawn up anew."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import get_args

from plenary_tui.record.history import Record
from plenary_tui.record.redaction import open_record
from plenary_tui.store.earlier import record_of_hash
from plenary_tui.store.session import Session

from .communique import communique
from .draft import Draft, DraftState, Issue, Origin
from .moments import limit_of, moment_of, record_until
from .news import news
from .returned import Checked, Claims
from .word.reader import check_file

Compose = Callable[[Record, datetime | None, Issue | None], Draft]

PUBLIC: dict[str, Compose] = {"communique": communique, "news": news}
"""The documents for everybody, which carry the mark of their version."""
_STATES: dict[str, DraftState] = {name: name for name in get_args(DraftState) if name}


def issued_as(said: Claims, session: Session, compose: Compose) -> Draft | None:
    """Return the text of a version, drawn up anew from the record as it was then.

    None where the session's record never had the hash that the file carries.
    """
    record = record_of_hash(session, said.record)
    if record is None:
        return None
    limit = limit_of(record, said.until)
    made = datetime.fromisoformat(said.made) if said.made else None
    origin = Origin(session.name, said.record, said.until)
    issue = Issue(_STATES.get(said.state, ""), said.version, made, origin)
    shown = record_until(open_record(record), limit)
    return compose(shown, moment_of(record, limit) or made, issue)


def identify(data: bytes, said: Claims, session: Session) -> Checked | None:
    """Compare a file with the text that it says it is; None where that cannot be drawn up.

    Raises PlenaryError where the file is not safe to read.
    """
    issued = [issued_as(said, session, compose) for compose in PUBLIC.values()]
    checked = [check_file(data, one) for one in issued if one is not None]
    return min(checked, key=lambda one: (not one.is_issued, len(one.altered)), default=None)
