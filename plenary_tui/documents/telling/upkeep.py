"""What is done to other entries, in words: corrected, split, taken back, done, settled."""

from __future__ import annotations

from plenary_tui.record import kinds as k
from plenary_tui.record.entries import Entry
from plenary_tui.record.history import Record

from . import Teller

_QUOTED = 60
"""Characters of an entry that is named by its words."""


def upkeep_words(record: Record, entry: Entry) -> str:
    """Return what a mark on another entry did, by the words of what it points at; else nothing."""
    what = entry.what
    if not isinstance(what, k.Correction | k.Split | k.Retraction | k.Done | k.Settled):
        return ""
    target = record.entry(what.target)
    while target is not None and isinstance(target.what, k.Retraction):
        target = record.entry(target.what.target)
    if target is None:
        return ""
    local = target.happened.astimezone(record.live.zone)
    teller = Teller(record.live)
    if isinstance(what, k.Split):
        whose = f" is {teller.name(what.speaker)}'s" if what.speaker else ""
        return f"Split, {local:%H:%M}: from “{_fit(what.text)}” on{whose}"
    if isinstance(what, k.Correction):
        return f"Corrected, {local:%H:%M}: {_change(record, what, teller)}"
    words = " ".join(_named(record, target, teller).split())
    if isinstance(what, k.Done | k.Settled):
        did = "Done" if isinstance(what, k.Done) else "Settled"
        note = f" ({_fit(what.text)})" if what.text else ""
        return f"{did}, {local:%H:%M}: {_fit(words)}{note}"
    did = "Put back" if what.act == "redo" else "Taken back"
    return f"{did}, {local:%H:%M}: {_fit(words)}"


def _named(record: Record, target: Entry, teller: Teller) -> str:
    """Return an entry by its words, a change by what it did."""
    what = target.what
    if isinstance(what, k.Unread):
        return what.line
    if isinstance(what, k.Check):
        about = record.reads(what.target) if what.target else None
        asked = teller.sentence(target).removeprefix("Worklist, ")
        return f"{asked} – {teller.sentence(about)}" if about else asked
    return upkeep_words(record, target) or teller.sentence(target)


def _change(record: Record, what: k.Correction, teller: Teller) -> str:
    if what.into:
        other = record.reads(what.into)
        words = " ".join(teller.sentence(other).split()) if other else ""
        return f"more of {_fit(words)}"
    if what.item:
        return f"it belongs to {teller.item(what.item)}"
    if what.speaker:
        return f"the speaker is {teller.name(what.speaker)}"
    return f"“{what.old}” reads “{what.new}”"


def _fit(text: str) -> str:
    return text if len(text) <= _QUOTED else text[: _QUOTED - 1] + "…"
