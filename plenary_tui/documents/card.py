"""The hand-over card: where a meeting stands at this moment, on one page, for who takes over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from plenary_tui.record.drafting import BracketAsked
from plenary_tui.record.entries import Entry
from plenary_tui.record.history import Record
from plenary_tui.record.kinds import Check, Done, Rapporteur, Sealed, Unread
from plenary_tui.record.sittings import SittingRecord
from plenary_tui.record.streams import is_of_room
from plenary_tui.record.texts import PENDING, TextRecord

from .chronicle import Chronicle
from .draft import Draft, Listing, Paragraph, Section
from .open_points import CONFLICT, OpenPoint, open_points
from .outcomes import position_words, stance_words, state_words, title_of, words_of
from .telling import Teller
from .telling.upkeep import upkeep_words
from .titles import sitting_title
from .wording import capital, day, joined, sentence, weekday

LAST = 5
"""Entries that the card repeats."""
_POINTS, _TEXTS, _BRACKETS, _OWED = 7, 5, 6, 5
_LONG, _SHORT = 360, 140
"""Characters of a text that is before the meeting, and of what only calls something to mind."""
_LONGEST_SPEECH = timedelta(hours=12)
_TURNS = {"open": "open", "suspended": "SUSPENDED", "planned": "announced, not opened"}


@dataclass(frozen=True, slots=True)
class Desk:
    """Where the card is drawn up: the station, its folder, what is typed there and not entered.

    private: how many private notes there are, which the open record cannot tell from what else
    is private; None: all that is private counts.
    """

    station: str = ""
    folder: str = ""
    typed: str = ""
    private: int | None = None


def card(record: Record, now: datetime | None = None, desk: Desk | None = None) -> Draft:
    """Compose the card of an open record: what is sealed is not in it, and is counted.

    desk: where it is handed over; else the station that recorded last.
    """
    desk = desk or Desk()
    station = desk.station or next((one.station for one in reversed(record.entries)), "")
    drawn = _Card(Chronicle(record, now), replace(desk, station=station))
    draft = drawn.chronicle.draft("Hand-over card", *drawn.sections())
    closed = drawn.sitting.marking != "open"
    return replace(
        draft,
        about=(*draft.about, drawn.moment()),
        marking="RESTRICTED" if closed else draft.marking,
        compact=True,
    )


class _Card:
    """One card: what it is drawn from, and its sections."""

    def __init__(self, chronicle: Chronicle, desk: Desk) -> None:
        self.chronicle = chronicle
        self.desk = desk
        self.meeting = chronicle.meeting
        self.sitting: SittingRecord = self.meeting.sitting(
            self.meeting.station_sitting(desk.station)
        )
        self._teller = Teller(self.meeting, titles=chronicle.titles)

    def moment(self) -> str:
        """Return the day and time that the card is of."""
        now = self.chronicle.now or self.meeting.last
        if now is None:
            return ""
        local = now.astimezone(self.meeting.zone)
        return f"{weekday(local.date())}, {local:%H:%M %Z}"

    def sections(self) -> Iterator[Section]:
        """Yield the sections; one without content is left out of the draft."""
        yield _listed("Where we are", self._here())
        texts = sorted(
            (one for one in self.meeting.texts.values() if one.state in PENDING),
            key=lambda one: (one.id != self.sitting.before, one.rank),
        )
        yield _listed("Before the meeting", map(self._text, texts), _TEXTS)
        yield _listed("Gavelled over a standing objection", self._disputed(), _TEXTS)
        brackets = [one for one in self.meeting.brackets.values() if not one.cleaned]
        yield _listed("Open brackets", map(self._bracket, brackets), _BRACKETS)
        yield _listed("To be looked at again", self._points(), _POINTS + 2)
        yield _listed("Typed and not recorded", self._typed())
        yield _listed(f"The last {LAST} entries", map(self._entry, self._last()))
        yield _listed("Follow-ups taken today", self._owed(), _OWED)

    def _here(self) -> Iterator[Paragraph]:
        sitting, chronicle = self.sitting, self.chronicle
        yield Paragraph(self._sitting(), (sitting.id,) if sitting.id else (), "Sitting:")
        if sitting.marking != "open":
            how = {"in_camera": "IN CAMERA", "restricted": "RESTRICTED"}[sitting.marking]
            yield Paragraph(f"{how}, nothing of it may leave the room.", lead="Marking:")
        if sitting.item:
            item = self.meeting.agenda.get(sitting.item)
            taken = chronicle.record.entry(item.history[-1]) if item and item.history else None
            since = f", since {chronicle.words.time_of(taken.happened)}" if taken else ""
            sources = (taken.id,) if taken else ()
            words = self._teller.item(sitting.item).removeprefix("item ")
            yield Paragraph(f"{words}{since}", sources, "Item:")
        outside = self.meeting.sitting("")
        if who := sitting.presiding or outside.presiding:
            person = sitting.person if sitting.presiding else outside.person
            yield Paragraph(self._name(who, person), lead="Presiding:")
        yield Paragraph(self._floor(), lead="Floor:")
        yield Paragraph(self._list(), lead="List of speakers:")
        by = self.meeting.desk(self.desk.station).by
        at = f"{by}, at station {self.desk.station}" if by else f"station {self.desk.station}"
        yield Paragraph(capital(at), self._named_by(by), "Rapporteur:")
        if self.desk.folder:
            yield Paragraph(self.desk.folder, lead="Folder:")
        if sealed := self._sealed():
            yield Paragraph(sealed, lead="Under seal:")

    def _sitting(self) -> str:
        sitting = self.sitting
        if not sitting.id:
            return "the meeting has ended" if self.meeting.ended else "none is open"
        said = sitting_title(self.chronicle, sitting)
        last = sitting.turns[-1] if sitting.turns else None
        since = f" since {self._since(last.at)}" if last else ""
        reason = f" ({last.reason})" if last and last.reason else ""
        return f"{said}, {_TURNS.get(sitting.state, sitting.state)}{since}{reason}"

    def _since(self, moment: datetime) -> str:
        """Return a time, with its day where that is not the card's."""
        now = self.chronicle.now or moment
        words = self.chronicle.words
        other = words.day_of(now) != words.day_of(moment)
        return f"{day(words.day_of(moment))}, {words.time_of(moment)}" if other else (
            words.time_of(moment)
        )  # fmt: skip

    def _name(self, code: str, person: str = "") -> str:
        now = self.chronicle.now or self.meeting.last
        name = self._teller.name(code, now)
        return f"{name} ({person})" if person else name

    def _floor(self) -> str:
        floor = self.meeting.floor(self.sitting.id)
        now = self.chronicle.now
        if not floor.speaker:
            return "nobody"
        said = self._name(floor.speaker)
        gone = now - floor.since if now and floor.since else None
        if gone is not None and gone > _LONGEST_SPEECH:
            return "nobody"
        if floor.since:
            said += f", since {floor.since.astimezone(self.meeting.zone):%H:%M}"
        if gone is not None and gone >= timedelta(0):
            said += f" ({_length(int(gone.total_seconds()))})"
        if floor.order_point:
            said += "; a POINT OF ORDER waits for a ruling"
        return said

    def _list(self) -> str:
        floor = self.meeting.floor(self.sitting.id)
        names = ", ".join(f"{place} {self._name(code)}" for place, code in
                          enumerate(floor.waiting, 1)) or "nobody waits"  # fmt: skip
        state = "closed" if floor.closed else "open"
        limit = f", limit {_length(floor.limit)}" if floor.limit else ""
        return f"{names}; {state}{limit}"

    def _named_by(self, name: str) -> tuple[str, ...]:
        trail = self.meeting.desk(self.desk.station).trail or ()
        found = (
            one.id for one in trail if isinstance(one.what, Rapporteur) and one.what.name == name
        )
        return tuple(found)[:1]

    def _sealed(self) -> str:
        marks = [one.marking for one in self.meeting.sealed]
        private = marks.count("private")
        notes = private if self.desk.private is None else self.desk.private
        parts = [_count(len(marks) - private, "entry in camera", "entries in camera"),
                 _count(notes, "private note", "private notes")]  # fmt: skip
        said = joined(part for part in parts if part)
        return f"{said}; not shown here, the words are at the station" if said else ""

    def _text(self, text: TextRecord) -> Paragraph:
        chronicle = self.chronicle
        now = ["on the floor"] if text.id == self.sitting.before else []
        now += [] if chronicle.state(text) == "proposed" else [state_words(chronicle, text)]
        by = [f"of {self._name(text.by)}"] if text.by else []
        lead = f"{', '.join([title_of(chronicle, text), *by, *now])}:"
        parts = [sentence(_cut(words_of(chronicle, text), _LONG)), stance_words(chronicle, text)]
        for held in text.positions:
            if not held.withdrawn:
                label, words = position_words(chronicle, held)
                parts.append(sentence(_cut(f"{label} {words}".strip(), _SHORT)))
        for asked in text.amendments:
            if asked.state == "asked":
                said = f"Amendment asked by {self._name(asked.who)}: {asked.text}"
                parts.append(sentence(_cut(said, _SHORT)))
        words = " ".join(part for part in parts if part)
        return Paragraph(words, chronicle.sources(*text.entries()), lead)

    def _disputed(self) -> Iterator[Paragraph]:
        """Yield the texts that were gavelled over an objection and stay disputed."""
        chronicle = self.chronicle
        for text in sorted(self.meeting.texts.values(), key=lambda one: one.rank):
            if chronicle.state(text) == "disputed" and text.gavels:
                gavel = text.gavels[-1]
                lead = f"{title_of(chronicle, text)}, {self._since(gavel.at)}:"
                said = sentence(state_words(chronicle, text))
                words = f"{said} {_cut(words_of(chronicle, text), _SHORT)}"
                yield Paragraph(words, chronicle.sources(*text.entries()), lead)

    def _bracket(self, bracket: BracketAsked) -> Paragraph:
        where = f"paragraph {bracket.para}" if bracket.para else self._teller.text(bracket.on)
        kind = "alternative to " if bracket.form == "alternative" else ""
        owner = self._name(bracket.owner) if bracket.owner else "nobody named"
        lead = f"{capital(f'{kind}{where}')}, of {owner}:"
        return Paragraph(f"[{_cut(bracket.words, _SHORT)}]", (bracket.entry.id,), lead)

    def _points(self) -> Iterator[Paragraph]:
        """What is open of the meeting, then how much of the session's own set-up."""
        points = open_points(self.chronicle.record)
        happened = [one for one in points if not one.of_session]
        for point in happened[:_POINTS]:
            yield self._point(point)
        if len(happened) > _POINTS:
            more = len(happened) - _POINTS
            yield Paragraph(f"and {more} more: F10 in the room goes through them all")
        if rest := len(points) - len(happened):
            yield Paragraph(f"{_count(rest, 'point', 'points')} about the session as it was made")

    def _point(self, point: OpenPoint) -> Paragraph:
        entry = self.chronicle.record.reads(point.about) or self.chronicle.record.reads(point.entry)
        time = self._since(entry.happened) if entry else ""
        lead = f"{time} {point.what}:".strip()
        sources = point.sides or tuple({point.entry: 0, point.about: 0})
        if point.what == CONFLICT or (entry and isinstance(entry.what, Unread)):
            return Paragraph(_cut(point.text, _SHORT), sources, lead)
        about = self._teller.sentence(entry).removeprefix(f"{point.what}: ") if entry else ""
        said = [about] if point.text in about else [point.text, about]
        return Paragraph(_cut(" – ".join(part for part in said if part), _SHORT), sources, lead)

    def _typed(self) -> Iterator[Paragraph]:
        if self.sitting.marking == "in_camera":
            if self.desk.typed.strip():
                yield Paragraph("something is being typed; it is under seal")
            return
        for line in self.desk.typed.split("\n"):
            if line.strip():
                yield Paragraph(_cut(line.strip(), _LONG))

    def _last(self) -> list[Entry]:
        """Return the last entries of the sitting, the latest last; else of any."""
        here = self.chronicle.of_sitting(self.sitting.id) if self.sitting.id else ()
        found = [
            one for one in here or self.chronicle.entries
            if is_of_room(one.what)
            and not isinstance(one.what, Sealed | Check | Done | Rapporteur | Unread)
        ]  # fmt: skip
        return found[-LAST:]

    def _entry(self, entry: Entry) -> Paragraph:
        record = self.chronicle.record
        said = " ".join((upkeep_words(record, entry) or self._teller.sentence(entry)).split())
        time = self.chronicle.words.time_of(entry.happened)
        return Paragraph(_cut(said, _SHORT), (entry.id,), time)

    def _owed(self) -> Iterator[Paragraph]:
        now = self.chronicle.now or self.meeting.last
        today = now.astimezone(self.meeting.zone).date() if now else None
        for owed in sorted(self.meeting.follow_ups.values(), key=lambda one: one.rank):
            if self.meeting.day_of(owed.entry) == today:
                who = capital(self._name(owed.owner)) if owed.owner else "Nobody named"
                due = f" by {owed.due}" if owed.due else ""
                state = "" if owed.is_open else f" ({owed.state.replace('_', ' ')})"
                words = f"{_cut(owed.text, _SHORT)}{due}{state}"
                yield Paragraph(words, (owed.entry.id,), f"{who}:")


def _listed(heading: str, items: Iterator[Paragraph], most: int = 99) -> Section:
    found = list(items)
    if len(found) > most:
        found = [*found[:most], Paragraph(f"and {len(found) - most} more")]
    return Section(heading, (Listing(tuple(found)),) if found else ())


def _count(number: int, one: str, several: str) -> str:
    return f"{number} {one if number == 1 else several}" if number else ""


def _length(seconds: int) -> str:
    """Return a length of time in words: `3 min`, `3 min 20 s`, `1 h 4 min`."""
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours} h {minutes} min"
    return f"{minutes} min {rest} s" if minutes and rest else f"{minutes} min" if minutes else (
        f"{rest} s"
    )  # fmt: skip


def _cut(text: str, most: int) -> str:
    """Return a text on one line, cut at a word where it is longer than a card has room for."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rsplit(" ", 1)[0] + " …"
