"""Pieces of a file, lines and rows of tables, to a programme: one reader for every format."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from plenary_tui.errors import WrongUse
from plenary_tui.importers.tables import MOST_ROWS, Row, Table
from plenary_tui.importers.tables.headings import headed

from . import grammar
from .grammar import Times
from .values import Piece, PlannedItem, PlannedSitting, Programme

BULLET = "• "
BREAKS = "breaks"
_LONGEST = 600
_GAP = timedelta(minutes=60)
_LONGEST_TITLE = 200


@dataclass
class _Timed:
    """When an item is to be taken, for the sittings that follow from it."""

    place: int
    day: date | None
    when: Times
    room: str = ""


@dataclass
class _Reader:
    """Goes through the pieces of one file."""

    name: str
    unit: str
    title: str = ""
    place: str = ""
    dates: str = ""
    restricted: bool = False
    day: date | None = None
    parent: str = ""
    refused: str = ""
    """The number that was not understood last: its parts belong to no other item of the number."""
    items: list[PlannedItem] = field(default_factory=list)
    loose: list[tuple[PlannedItem, str]] = field(default_factory=list)
    sittings: list[PlannedSitting] = field(default_factory=list)
    timed: list[_Timed] = field(default_factory=list)
    columns: dict[str, int] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    left_out: Counter[str] = field(default_factory=Counter)
    not_understood: list[tuple[int, str]] = field(default_factory=list)
    total: int = 0

    def read(self, piece: Piece) -> None:
        """Take one piece: it becomes something, is left out, or is not understood."""
        self.total += 1
        if len(piece.text) > _LONGEST:
            self.not_understood.append((piece.number, piece.text[:_LONGEST]))
            return
        filled = [cell for cell in piece.cells or () if cell]
        if piece.cells is None or len(filled) == 1:
            text = filled[0] if piece.cells is not None else piece.text
            tally = self._line(replace(piece, text=text))
        else:
            tally = self._row(piece)
        if tally == BREAKS:
            self.left_out[tally] += 1
        elif tally:
            self.counts[tally] += 1
        else:
            self.not_understood.append((piece.number, piece.text))

    def _line(self, piece: Piece) -> str:
        text = piece.text.strip()
        bullet = text.startswith(BULLET)
        text = text.removeprefix(BULLET).strip()
        if len(text) <= 40 and grammar.RESTRICTED.fullmatch(text.strip(" .:–—-")):
            self.restricted = True
            return "mark"
        if grammar.is_heading(text):
            return "heading"
        dated = grammar.day_of(text) is not None or grammar.is_sitting(text)
        said = grammar.times(text, anywhere=dated)
        when, rest = said if said else (None, text)
        if grammar.is_break(rest):
            return BREAKS
        if found := self._day(piece, rest, when):
            return found
        if (item := grammar.numbered(rest)) and item[1]:
            return self._item(piece, *item, when)
        if self.parent and (part := grammar.lettered(rest)):
            return self._item(piece, f"{self.parent}({part[0]})", part[1], when, part=True)
        if when and rest and grammar.is_sitting(rest):
            return self._sitting(piece, rest, when)
        if not bullet and (found := self._fact(text)):
            return found
        if (bullet or when) and rest:
            return self._loose(piece, rest, when)
        return self._sitting(piece, text, when) if grammar.is_sitting(text) else ""

    def _day(self, piece: Piece, text: str, when: Times | None) -> str:
        """Read a line that begins with a day; with times or a room it announces a sitting."""
        found = grammar.day_of(text)
        if found is None:
            return ""
        self.day, rest = found
        if when or grammar.is_sitting(rest) or grammar.room(rest)[0]:
            return self._sitting(piece, rest, when)
        return "day" if len(rest) <= _LONGEST_TITLE else ""

    def _fact(self, text: str) -> str:
        """Read what a file says of the meeting before its first item."""
        if self.items or self.loose or self.sittings:
            return ""
        parts = [part.strip() for part in text.split(",")]
        for at in range(len(parts)):
            span = grammar.read_span(", ".join(parts[at:]).strip(" ()."))
            if span and not self.dates:
                self.dates = span
                before = ", ".join(parts[:at])
                if before and not self.place:
                    self.place = before
                return "fact"
        if self.title or not any(sign.isalpha() for sign in text) or len(text) > _LONGEST_TITLE:
            return ""
        self.title = text
        return "fact"

    def _item(
        self, piece: Piece, number: str, title: str, when: Times | None, *, part: bool = False,
        body: str = "", minutes: int = 0, room: str = "",
    ) -> str:  # fmt: skip
        known = any(one.number == number for one in self.items)
        if known or (self.refused and number.startswith((f"{self.refused}.", f"{self.refused}("))):
            self.refused = self.refused if not known else number
            return ""
        self.refused = ""
        minutes_said, title = grammar.length(title)
        if not title:
            return ""
        allotted = minutes or minutes_said or (when.minutes if when else 0)
        self.items.append(PlannedItem(piece.number, number, title, body, allotted))
        if not part:
            self.parent = number
        if when:
            self.timed.append(_Timed(piece.number, self.day, when, room))
        return "agenda item"

    def _loose(self, piece: Piece, title: str, when: Times | None, body: str = "", room: str = "",
               minutes: int = 0) -> str:  # fmt: skip
        """Keep an item without a number: it gets one where no item of the file has one."""
        said, title = grammar.length(title)
        if not title:
            return ""
        minutes = minutes or said or (when.minutes if when else 0)
        self.loose.append((PlannedItem(piece.number, "", title, body, minutes), piece.text))
        if when:
            self.timed.append(_Timed(piece.number, self.day, when, room))
        return "agenda item"

    def _sitting(self, piece: Piece, text: str, when: Times | None) -> str:
        room, rest = grammar.room(text)
        if not room:
            rest, _, room = (part.strip() for part in rest.partition(","))
        bodies = tuple(part.strip(" ,;:–—-") for part in rest.split("+") if part.strip(" ,;:–—-"))
        self.sittings.append(
            PlannedSitting(
                piece.number, bodies, room, self.day, when.begins if when else None,
                when.ends if when else None,
            )
        )  # fmt: skip
        return "planned sitting"

    def _row(self, piece: Piece) -> str:
        """Read a row of a table, by the headings above it."""
        row = Row(piece.number, piece.cells or ())
        names = headed(row, "agenda")
        if len(names) > 1 and "title" in names:
            self.columns = names
            return "heading"
        if len(names) > 1 and "number" in names and "title" not in self.columns:
            self.columns = {**names, "title": _widest(row, names)}
            return "heading"
        if not self.columns:
            return self._line(replace(piece, text=" ".join(cell for cell in row.cells if cell)))
        cells = {name: row.cell(column) for name, column in self.columns.items()}
        if day := grammar.day_of(cells.get("day", "")):
            self.day = day[0]
        when = _times(cells)
        title = cells.get("title", "")
        if grammar.is_break(title):
            return BREAKS
        number = cells.get("number", "").rstrip(" .:)")
        inside = grammar.numbered(title)
        if not number and inside:
            number, title = inside
        elif number and (spelled := grammar.numbered(f"{number}. x")):
            number = spelled[0]
        elif number:
            return ""
        minutes = _minutes(cells.get("minutes", ""))
        body, room = cells.get("body", ""), cells.get("room", "")
        if not title:
            return ""
        if number:
            return self._item(piece, number, title, when, body=body, minutes=minutes, room=room)
        if when and grammar.is_sitting(title):
            return self._sitting(piece, f"{title}, {room}" if room else title, when)
        return self._loose(piece, title, when, body, room, minutes)

    def done(self, notes: tuple[str, ...] = ()) -> Programme:
        """Settle what only the whole file tells."""
        if self.items:
            for item, text in self.loose:
                self.counts["agenda item"] -= 1
                self.not_understood.append((item.place, text))
        else:
            self.items = [
                replace(item, number=str(place))
                for place, (item, _) in enumerate(self.loose, 1)
            ]  # fmt: skip
        sittings = self.sittings or list(_sittings_of(self.timed))
        if not self.items and not sittings:
            raise WrongUse(
                f"{self.name} holds no agenda that can be read: give each item a line of its own "
                "that begins with its number, such as “4.2 Title”."
            )
        return Programme(
            self.name, self.unit, self.total, self.title, self.place, self.dates,
            tuple(self.items), tuple(sittings), self.restricted,
            {name: count for name, count in self.counts.items() if count}, dict(self.left_out),
            tuple(sorted(self.not_understood)), notes,
        )  # fmt: skip


def _times(cells: dict[str, str]) -> Times | None:
    begins = grammar.times(cells.get("begins", "") or cells.get("time", ""))
    ends = grammar.times(cells.get("ends", ""))
    if begins is None:
        return None
    return begins[0]._replace(ends=ends[0].begins) if ends else begins[0]


def _minutes(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) <= 3 else grammar.length(text)[0]


def _widest(row: Row, names: dict[str, int]) -> int:
    """Return the column behind the number, where no heading says which holds the titles."""
    taken = set(names.values())
    return next((at for at in range(names["number"] + 1, 100) if at not in taken), 0)


def _sittings_of(timed: list[_Timed]) -> Iterable[PlannedSitting]:
    """Return the sittings that timed items make: an hour without one parts two of them."""
    current: PlannedSitting | None = None
    for one in timed:
        begins, ends = one.when
        if current is not None and current.day == one.day and current.room == one.room:
            last = current.ends or current.begins
            if last is not None and begins >= last and _after(last, begins) < _GAP:
                current = replace(current, ends=ends or current.ends)
                continue
        if current is not None:
            yield current
        current = PlannedSitting(one.place, (), one.room, one.day, begins, ends)
    if current is not None:
        yield current


def _after(first: object, second: object) -> timedelta:
    on = date(2000, 1, 1)
    return datetime.combine(on, second) - datetime.combine(on, first)  # type: ignore[arg-type]


def programme_of_pieces(
    name: str, unit: str, pieces: Iterable[Piece], notes: tuple[str, ...] = (),
    sittings: Iterable[PlannedSitting] = (), first: Iterable[PlannedItem] = (),
) -> Programme:  # fmt: skip
    """Read pieces in their order. Raises WrongUse where there is neither an item nor a sitting."""
    reader = _Reader(name, unit)
    for piece in pieces:
        reader.read(piece)
        if reader.total > MOST_ROWS:
            raise WrongUse(f"{name} has more than {MOST_ROWS:,} {unit}s: name an agenda.")
    return reader.done(notes)


def programme_of_table(name: str, table: Table) -> Programme:
    """Read a table whose headings are known, or rows that begin with a number."""
    pieces = (
        Piece(row.number, " ".join(cell for cell in row.cells if cell), row.cells)
        for row in table.rows
    )
    others = ", ".join(table.others)
    notes = (f"only the sheet {table.sheet} was read, not {others}",) if others else ()
    return programme_of_pieces(name, "row", pieces, notes)
