"""Whose words are meant: a delegation named as somebody types it."""

from __future__ import annotations

from plenary_tui.errors import WrongUse
from plenary_tui.record.folded import fold_name
from plenary_tui.record.history import Record
from plenary_tui.record.kinds import Alignment, Kind, Spoken, Stance, WalkOut, Withdrawal
from plenary_tui.record.speech import UNKNOWN_SPEAKER

TOGETHER = (Alignment, Stance, WalkOut, Withdrawal)
"""What several delegations may do in one entry."""


def delegation_named(record: Record, typed: str) -> str:
    """Return the code of a delegation, or the name as recorded of a speaker on no roster.

    typed: a code, a name or its beginning. Raises WrongUse where it names none, or more than one.
    """
    roster = record.meeting.roster
    code = roster.code(typed.strip(), live=True)
    if code is not None:
        return code
    wanted = fold_name(typed)
    if wanted in map(fold_name, unlisted := speakers(record)):
        return next(one for one in unlisted if fold_name(one) == wanted)
    known = ", ".join(sorted(roster.delegations)) or ", ".join(unlisted) or "nobody"
    raise WrongUse(
        f"“{typed}” names no one delegation: write a code or more of the name ({known})."
    )


def speakers(record: Record) -> list[str]:
    """Return everybody whose words or positions the record holds, as it names them, sorted."""
    found = {who for entry in record.readings() for who in actors(entry.what)}
    return sorted(found - {"", UNKNOWN_SPEAKER})


def actors(what: Kind) -> tuple[str, ...]:
    """Return who says or does something: nobody, one, or several at once."""
    if isinstance(what, Spoken):
        return (what.speaker,)
    return what.who if isinstance(what, TOGETHER) else ()
