"""Part of a record: what was chosen, with what it cannot stand without, and nothing untrue.

Pure. As a summary or as data it reads as in the whole record. As notes it becomes a session of its
own, so that the frame comes along: sittings, chairs, agenda, and what became of each text.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime

from plenary_tui.errors import WrongUse
from plenary_tui.record import kinds as k
from plenary_tui.record.entries import Entry
from plenary_tui.record.excerpt import Excerpt
from plenary_tui.record.history import CHANGES, Record, is_planned

from .data import data
from .draft import Draft
from .moments import start_of
from .notes import notes
from .rooms import checked
from .summary import summary

_SET_UP = (
    k.MeetingFact, k.Delegation, k.Body, k.Delegate, k.AgendaItem, k.Day, k.ClockStopped,
    k.Abbreviations,
)  # fmt: skip
_FRAMED = "# Sittings, chairs and agenda are those of the whole; of what was said, this alone."
_MORE = (k.Continuation, *CHANGES)
"""Kinds that say how something else reads."""
_FRAME = (
    k.AgendaOrder, k.ItemChange, k.Sitting, k.SittingTime, k.Presiding, k.Marking, k.Presence,
    k.WalkOut, k.MeetingEnd,
)  # fmt: skip
"""Kinds without which a session would open, end and be chaired otherwise."""
_WORDS: dict[type[k.Kind], str] = {k.WalkOut: "text", k.Marking: "reason"}
"""What is said with some of them, which is not to be had with the frame."""
_FATE = (
    k.Revision, k.Amendment, k.AmendmentAccepted, k.Withdrawal, k.Outcome, k.Silence, k.Numbering,
    k.CarriedOver, k.Done,
)  # fmt: skip
"""Kinds that say what became of a text or a promise; so does an objection."""


@dataclass(frozen=True)
class Span:
    """What an excerpt is to hold, as typed: from when on, which items, of which delegations.

    Of the items and of the delegations any will do; what is not named leaves nothing out.
    until: the moment as of which the record is looked at, which is only told here.
    room: the station that wrote it, where several rooms sat at once.
    """

    since: str = ""
    until: str = ""
    items: tuple[str, ...] = ()
    delegations: tuple[str, ...] = ()
    room: str = ""

    def __bool__(self) -> bool:
        return bool(self.since or self.items or self.delegations or self.room)

    @property
    def about(self) -> str:
        """What it is of, in words."""
        times = (
            f"from {self.since}" if self.since else "",
            f"until {self.until}" if self.until else "",
        )
        parts = (
            " ".join(filter(None, times)),
            f"item {', '.join(self.items)}" if self.items else "",
            ", ".join(self.delegations),
            f"written at {self.room}" if self.room else "",
        )
        return f"Excerpt: {'; '.join(part for part in parts if part)}"


def chosen_by(record: Record, span: Span) -> list[str]:
    """Return the ids of the entries of a span. Raises WrongUse where it names nothing here."""
    since = start_of(record, span.since) if span.since else None
    roster, agenda = record.live.roster, record.live.agenda
    who = {roster.code(name, live=True) or name for name in span.delegations}
    for number in span.items:
        if number not in agenda:
            known = ", ".join(item.number for item in record.live.items)
            raise WrongUse(f"The agenda has no item {number}: {known or 'nothing'} is on it.")
    room = checked(record, span.room)
    found = [
        entry.id for entry in record.entries
        if not isinstance(entry.what, (*_SET_UP, *_MORE)) and not is_planned(entry)
        and (since is None or entry.happened >= since)
        and room in ("", entry.station)
        and _is_within(record.reads(entry.id) or entry, span.items, who)
    ]  # fmt: skip
    if not found:
        raise WrongUse(f"Nothing here is in this excerpt ({span.about}): ask for less.")
    return found


def _is_within(entry: Entry, items: tuple[str, ...], who: Collection[str]) -> bool:
    below = tuple(f"{number}." for number in items)
    if items and entry.item not in items and not entry.item.startswith(below):
        return False
    return not who or not set(who).isdisjoint(who_of(entry.what))


def who_of(what: k.Kind) -> tuple[str, ...]:
    """Return who says or does something, by code, or as typed where they have none."""
    if isinstance(what, k.Spoken):
        return (what.speaker,)
    if isinstance(what, k.Action):
        return (what.owner,)
    return getattr(what, "who", ())


def excerpt(record: Record, chosen: Collection[str]) -> Excerpt:
    """Return what was chosen, as it reads in the record.

    With it stand the roster and the agenda, the sitting that it was said in and who presided until
    then, the text that it is about, and what continues or corrects it.
    """
    kept = _resting_on(record, chosen)
    for entry in record.entries:
        what = entry.what
        if (isinstance(what, _MORE) and what.target in kept) or _opens(what, kept):
            kept.update((entry.id, *what.refs()))
    kept |= _chairs(record, kept)
    for entry in record.entries:
        if is_planned(entry) or isinstance(entry.what, _SET_UP):
            kept.add(entry.id)
    return Excerpt(record, kept)


def alone(record: Record, chosen: Collection[str], about: str) -> Record:
    """Return what was chosen as the record of a session that is titled as an excerpt.

    Its sittings, chairs, items and numbers are those of the whole, and so is what became of each
    text; of what else was said there is nothing.
    """
    kept, silent = _resting_on(record, chosen), set()
    for entry in record.entries:
        what = entry.what
        # what corrects words that are left out goes with them
        target = getattr(what, "target", "")
        is_silent = target in silent and not isinstance(what, k.Retraction)
        is_more = isinstance(what, _MORE) and target in kept and not is_silent
        is_frame = is_planned(entry) or isinstance(what, (*_SET_UP, *_FRAME))
        if isinstance(what, tuple(_WORDS)) and entry.id not in kept:
            silent.add(entry.id)
        if is_frame or is_more or _is_fate(what, kept):
            kept.update((entry.id, *what.refs()))
    held = [
        _titled(_silenced(entry) if entry.id in silent else entry, about)
        for entry in record.entries
        if entry.id in kept
    ]
    gone = (entry.id for entry in record.entries if entry.id not in kept)
    return Record(held, lost=(*record.lost, *gone))


def _resting_on(record: Record, chosen: Collection[str]) -> set[str]:
    """Return what was chosen, what it points at, and the sittings of both."""
    kept = set(chosen)
    for entry in reversed(record.entries):
        if entry.id in kept:
            kept.update((entry.sitting, *entry.what.refs()))
    kept.discard("")
    return kept


def _chairs(record: Record, kept: Collection[str]) -> set[str]:
    """Return the entries that say who presides before the last of what was kept in a sitting."""
    found, sittings = set(), set()
    for entry in reversed(record.entries):
        if entry.id in kept:
            sittings.add(entry.sitting)
        elif isinstance(entry.what, k.Presiding) and entry.sitting in sittings:
            found.add(entry.id)
    return found


def excerpt_summary(
    record: Record, chosen: Collection[str], about: str, now: datetime | None = None
) -> Draft:  # fmt: skip
    """Compose the summary of an excerpt; `about` says in its title block what it is of."""
    return headed(summary(excerpt(record, chosen), now), about)


def headed(draft: Draft, about: str) -> Draft:
    """Return a draft whose title block says that it is an excerpt, and of what."""
    return replace(draft, register=f"{draft.register}: excerpt", about=(*draft.about, about))


def excerpt_notes(
    record: Record, chosen: Collection[str], about: str, *, whole: bool = False
) -> str:  # fmt: skip
    """Return an excerpt as notation, which imports as a session of its own.

    Its title says that it is an excerpt, and of what; so does its head. whole: with sealed words.
    """
    lines = notes(alone(record, chosen, about), whole=whole).split("\n")
    head = next(place for place, line in enumerate(lines) if not line.startswith("# "))
    said = (f"# {' '.join(about.split())}", _FRAMED)
    facts = record.live.facts
    title = () if "title" in facts else (f"Meeting: {_title(facts.get('name', ''), about)}",)
    return "\n".join((*lines[:head], *said, *title, *lines[head:]))


def excerpt_data(
    record: Record, chosen: Collection[str], about: str, now: datetime, *, whole: bool = False
) -> str:  # fmt: skip
    """Return an excerpt for other programs, in the form of `export data`."""
    return data(excerpt(record, chosen), now=now, whole=whole, about=about)


def _silenced(entry: Entry) -> Entry:
    """Return an entry of the frame without what somebody said with it."""
    what = entry.what
    return entry.model_copy(update={"what": what.model_copy(update={_WORDS[type(what)]: ""})})


def _titled(entry: Entry, about: str) -> Entry:
    """Return an entry, and one that gives the session its title with what it is an excerpt of."""
    what = entry.what
    if not isinstance(what, k.MeetingFact) or what.field != "title":
        return entry
    said = what.model_copy(update={"value": _title(what.value, about)})
    return entry.model_copy(update={"what": said})


def _title(title: str, about: str) -> str:
    """Return a title that says of what it is an excerpt."""
    said = " ".join(about.split())
    return f"{title} ({said[:1].lower()}{said[1:]})" if title else said


def _is_fate(what: k.Kind, kept: Collection[str]) -> bool:
    """Whether it says what became of something of the excerpt."""
    is_objection = isinstance(what, k.Position) and what.form == "objection"
    return (isinstance(what, _FATE) or is_objection) and getattr(what, "target", "") in kept


def _opens(what: k.Kind, kept: Collection[str]) -> bool:
    """Whether a sitting is opened in which something of the excerpt was said."""
    return isinstance(what, k.SittingTime) and what.act == "opened" and what.target in kept
