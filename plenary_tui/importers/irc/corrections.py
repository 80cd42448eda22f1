"""`s/old/new/`: of the last entry that holds the old words, whoever typed them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plenary_tui.record.correcting import holds
from plenary_tui.record.entries import Entry
from plenary_tui.record.kinds import Correction, Kind, Remark, Spoken, Unread

from .lines import Message
from .minutes import Minutes

_FORM = re.compile(
    r"s(?P<by>[/|;#!])(?P<old>(?:\\.|(?!(?P=by))[^\\])+)(?P=by)(?P<new>(?:\\.|(?!(?P=by))[^\\])*)"
    r"(?:(?P=by)\s*(?P<flags>[gGi]?)\s*)?$",
    re.DOTALL,
)
_MEANT = re.compile(r"s/(?!he\b)[^\n]{1,80}$|s[|;#]\S+[|;#]")
_SLIP = re.compile(r"[a-z]/[^/]+/[^/]*/?g?$")
_REACH = 400
"""Entries that a correction looks back over: a long sitting's morning."""


def correct(minutes: Minutes, message: Message) -> str | None:
    """Correct what is meant; with `g`, everywhere before. What finds nothing is kept as typed."""
    found = _FORM.match(message.text)
    if found is None:
        if not _MEANT.match(message.text):
            return None
        minutes.not_understood(message, "a correction is written s/old/new/")
        return ""
    sign = found["by"]
    old, new = (found[part].replace("\\" + sign, sign).strip() for part in ("old", "new"))
    everywhere = found["flags"] in ("g", "G")
    done = False
    if old:
        for correction in list(_corrections(minutes, old, new, everywhere)):
            minutes.enter(correction, message)
            done = True
    if not done:
        minutes.not_understood(message, f"no recent entry holds “{old}”")
        return ""
    return "correction"


def _corrections(minutes: Minutes, old: str, new: str, everywhere: bool) -> Iterator[Correction]:
    for entry in _recent(minutes):
        correction = _of(minutes, entry, old, new, everywhere)
        if correction is not None:
            yield correction
            if not everywhere:
                return


def _recent(minutes: Minutes) -> Iterator[Entry]:
    step = minutes.meeting.desk(minutes.intake.station).trail
    for _ in range(_REACH):
        if step is None:
            return
        yield step.entry
        step = step.before


def _is_correction(what: Kind) -> bool:
    """Whether an entry is a correction, or was meant as one and slipped."""
    return isinstance(what, Correction | Unread) or (
        isinstance(what, Remark) and _SLIP.match(what.text) is not None
    )


def _of(minutes: Minutes, entry: Entry, old: str, new: str, everywhere: bool) -> Correction | None:
    """Return the correction of one entry: of its words, else of who spoke them."""
    what = entry.what
    if entry.id in minutes.meeting.corrections:
        what = (minutes.intake.record.reads(entry.id) or entry).what
    field = holds(what, old)
    if field and _is_correction(what):
        return None
    if field and not (everywhere and new and old in new and new in getattr(what, field)):
        return Correction(target=entry.id, old=old, new=new, every=everywhere)
    if not isinstance(what, Spoken) or old not in what.speaker or not new:
        return None
    if everywhere and what.speaker != old:
        return None
    return Correction(target=entry.id, speaker=what.speaker.replace(old, new))
