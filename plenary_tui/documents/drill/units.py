"""What of a record a rapporteur would have caught, each thing once, with what goes on in it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Literal, NamedTuple

from plenary_tui.record import kinds as k
from plenary_tui.record.entries import Entry
from plenary_tui.record.folded import fold_name
from plenary_tui.record.history import Record, is_planned
from plenary_tui.record.speech import UNKNOWN_SPEAKER

from ..telling import Teller

Family = Literal["speech", "text", "position", "procedure", "prose", "unread"]
"""text: its words count one by one. prose: nobody's, as the rapporteur sums up. unread: a line
that was kept as typed."""

_SPEECH: dict[type[k.Kind], str] = {
    k.Intervention: "intervention", k.Presentation: "presentation", k.Paper: "paper",
    k.PointOfOrder: "point of order", k.Reply: "right of reply", k.Statement: "statement",
}  # fmt: skip
_TEXTS: dict[type[k.Kind], str] = {
    k.Proposal: "proposal", k.Revision: "revision", k.Amendment: "amendment",
    k.Pronouncement: "pronouncement", k.Drafting: "drafting",
    k.Silence: "written procedure",
}  # fmt: skip
_PROCEDURE: dict[type[k.Kind], str] = {
    k.Sitting: "sitting", k.SittingTime: "sitting", k.ItemChange: "item", k.Marking: "marking",
    k.Presiding: "presiding", k.Presence: "presence", k.WalkOut: "walk-out",
    k.FloorList: "list", k.Limit: "time limit", k.Ruling: "ruling", k.Stance: "stance",
    k.Alignment: "stance", k.Withdrawal: "withdrawal", k.AgendaItem: "agenda item",
    k.AmendmentAccepted: "amendment accepted", k.Action: "follow-up", k.Event: "event",
    k.Annex: "annex", k.MeetingEnd: "end of the meeting",
}  # fmt: skip
_FAMILIES: tuple[tuple[Family, dict[type[k.Kind], str]], ...] = (
    ("speech", _SPEECH), ("text", _TEXTS), ("procedure", _PROCEDURE),
)  # fmt: skip
_FORMS = ("form", "act", "stance", "level", "of")
"""Fields that say which of its kind something is."""


class Unit(NamedTuple):
    """One thing that was said or done. at: when it happened; written: when it went to the disk.

    sort: its kind, in words; group: what it is of, an item or the list, whatever became of that.
    who: codes, or names folded; capacity: of a speaker. called: who, or what, as people read it.
    words: what is compared, with what goes on; told: all of it, for people. parts: its entries,
    the first its own.
    """

    id: str
    at: datetime
    written: datetime
    family: Family
    group: str
    sort: str
    who: tuple[str, ...]
    capacity: str
    called: str
    words: str
    told: str
    parts: tuple[str, ...]

    @property
    def is_known(self) -> bool:
        """Whether it says who it is of."""
        return self.who != (UNKNOWN_SPEAKER,)


def units(record: Record, chosen: Collection[str] | None = None) -> list[Unit]:
    """Return what a record holds to be caught, in the order in which it happened.

    chosen: of these entries only; None for all. What continues an entry belongs to it.
    """
    teller = Teller(record.live)
    found: dict[str, Unit] = {}
    root: dict[str, str] = {}
    for entry in sorted(record.readings(), key=lambda one: one.happened):
        what = entry.what
        if isinstance(what, k.Continuation):
            whole = root.get(what.target, "")
            if whole in found:
                root[entry.id] = whole
                found[whole] = _with_more(found[whole], entry.id, what.text)
                continue
        if chosen is not None and entry.id not in chosen:
            continue
        unit = _unit(entry, teller)
        if unit is not None:
            found[entry.id] = unit
            root[entry.id] = entry.id
    return list(found.values())


def _with_more(unit: Unit, entry_id: str, words: str) -> Unit:
    joined = f"{unit.words} {words}".strip()
    told = f"{unit.told} … {words}"
    return unit._replace(words=joined, told=told, parts=(*unit.parts, entry_id))


def _unit(entry: Entry, teller: Teller) -> Unit | None:
    what = entry.what
    family, group, sort = _sort(what)
    if is_planned(entry) or not family:
        return None
    capacity = what.capacity if isinstance(what, k.Spoken) else ""
    head = called(entry, teller)
    words = what.line if isinstance(what, k.Unread) else str(getattr(what, "text", ""))
    told = " ".join(": ".join(filter(None, (head, words))).split())
    return Unit(
        entry.id, entry.happened, entry.at, family, group, sort, tuple(map(fold_name, _who(what))),
        fold_name(capacity), head, " ".join(_words(what).split()), told, (entry.id,),
    )  # fmt: skip


def called(entry: Entry, teller: Teller) -> str:
    """Return who speaks, else what happens, without the words."""
    what = entry.what
    if isinstance(what, k.Continuation):
        return f"{teller.about(what.target)} goes on"
    if isinstance(what, k.Remark | k.Unread):
        return ""
    happening = teller.happening(entry)
    if not isinstance(what, k.Spoken) or not (what.speaker or what.capacity):
        return happening[:1].upper() + happening[1:]
    who = teller.speaker(what, entry.happened)
    return who if isinstance(what, k.Intervention) else f"{who}, {happening}"


def is_heard(what: k.Kind) -> bool:
    """Whether an entry tells of something that one hears or sees in the room."""
    return _sort(what)[0] not in ("", "unread")


def _sort(what: k.Kind) -> tuple[Family | Literal[""], str, str]:
    """Return the family, the group and the sort of a kind; a family of "" is not looked at."""
    match what:
        case k.Remark(author=""):
            return "prose", "prose", "prose"
        case k.Continuation():
            return "speech", "speech", "intervention"
        case k.Unread():
            return "unread", "unread", f"line {what.state}"
        case k.Position():
            return "position", "position", what.form
        case k.Outcome():
            return "text", "outcome", what.verb or what.state.replace("_", " ")
    for family, names in _FAMILIES:
        name = names.get(type(what))
        if name:
            return family, "speech" if family == "speech" else name, _formed(what, name)
    return "", "", ""


def _formed(what: k.Kind, name: str) -> str:
    if isinstance(what, k.Alignment):
        return f"{name} supports"
    forms = [str(getattr(what, one)) for one in _FORMS if getattr(what, one, "")]
    form = " ".join(forms).replace("_", " ")
    if not form or isinstance(what, k.Limit):
        return name
    if isinstance(what, k.Pronouncement):
        return form
    return f"{name}, {form}" if isinstance(what, k.Statement | k.Withdrawal) else f"{name} {form}"


def _who(what: k.Kind) -> tuple[str, ...]:
    if isinstance(what, k.Spoken | k.Presiding):
        return (what.speaker,) if what.speaker else ()
    if isinstance(what, k.Sitting):
        return what.bodies
    if isinstance(what, k.Action):
        return (what.owner,) if what.owner else ()
    return tuple(getattr(what, "who", ()))


def _words(what: k.Kind) -> str:
    if isinstance(what, k.Unread):
        return what.line
    if isinstance(what, k.ItemChange):
        return f"{what.number or what.title} {what.text}"
    if isinstance(what, k.AgendaItem):
        return f"{what.number} {what.title}"
    if isinstance(what, k.Event):
        return ", ".join(filter(None, (what.title, what.place, what.dates)))
    if isinstance(what, k.Limit):
        return f"{what.of} {what.seconds}"
    return str(getattr(what, "text", "") or getattr(what, "reason", ""))
