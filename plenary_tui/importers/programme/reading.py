"""Pieces of a file, lines and rows of tables, to a programme: one reader for every format."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from plenary_tui.errors import WrongUse
from plenary_tui.importers.tables import MOST_ROWS, Row, Table

from . import grammar
from .grammar import Times
from .rows import Heads, heads_of, said_by, who_leads
from .timing import Timed, sittings_of
from .values import Piece, PlannedItem, PlannedSitting, Programme

BULLET = "• "
BREAKS = "breaks"
_BARE_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})*[.)]?")
_LONGEST = 600
_LONGEST_TITLE = 200


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
    why: str = ""
    """Why the piece that is read is not understood, where that can be said."""
    refused: str = ""
    """The number that was not understood last: its parts belong to no other item of the number."""
    items: list[PlannedItem] = field(default_factory=list)
    loose: list[tuple[PlannedItem, str]] = field(default_factory=list)
    sittings: list[PlannedSitting] = field(default_factory=list)
    timed: list[Timed] = field(default_factory=list)
    heads: Heads | None = None
    led: dict[str, str] = field(default_factory=dict)
    """Who leads an item, by its number."""
    notes: list[str] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    left_out: Counter[str] = field(default_factory=Counter)
    not_understood: list[tuple[int, str]] = field(default_factory=list)
    total: int = 0

    def read(self, piece: Piece) -> None:
        """Take one piece: it becomes something, is left out, or is not understood."""
        self.total += 1
        self.why = ""
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
            text = piece.text.removeprefix(BULLET)
            text = f"{text}: {self.why}" if self.why else text
            self.not_understood.append((piece.number, text))

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
        if _BARE_NUMBER.fullmatch(rest):
            self.why = "it is a number without a title"
            return ""
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
        if any(one.number == number for one in self.items):
            self.refused, self.why = number, f"the number {number} is taken already"
            return ""
        if self.refused and number.startswith((f"{self.refused}.", f"{self.refused}(")):
            self.why = f"it is part of an item {self.refused} that is not understood"
            return ""
        self.refused = ""
        minutes_said, title = grammar.length(title)
        if not title:
            self.why = f"item {number} has no title"
            return ""
        allotted = minutes or minutes_said or (when.minutes if when else 0)
        self.items.append(PlannedItem(piece.number, number, title, body, allotted))
        if not part:
            self.parent = number
        if when:
            self.timed.append(Timed(piece.number, self.day, when, room))
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
            self.timed.append(Timed(piece.number, self.day, when, room))
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
        if heads := heads_of(row, self.heads):
            self.heads = heads
            self.notes += [f"the column “{one}” is not read" for one in heads.unread]
            return "heading"
        if self.heads is None:
            return self._line(replace(piece, text=" ".join(cell for cell in row.cells if cell)))
        said = said_by(row, self.heads)
        if day := grammar.day_of(said.day):
            self.day = day[0]
        title, room = said.title, said.room
        if not said.number and grammar.is_break(title):
            return BREAKS
        self.why = said.why
        if said.why or not (said.number or title):
            return ""
        self.notes += [f"{self.unit} {piece.number}: {one}" for one in said.notes]
        if said.number:
            tally = self._item(piece, said.number, title, said.when, body=said.body,
                               minutes=said.minutes, room=room)  # fmt: skip
            if tally and said.who:
                self.led[said.number] = said.who
            return tally
        if said.when and grammar.is_sitting(title):
            return self._sitting(piece, f"{title}, {room}" if room else title, said.when)
        return self._loose(piece, title, said.when, said.body, room, said.minutes)

    def done(self, notes: tuple[str, ...] = ()) -> Programme:
        """Settle what only the whole file tells."""
        if self.items:
            for item, text in self.loose:
                self.counts["agenda item"] -= 1
                why = "it has no number, as others have"
                self.not_understood.append((item.place, f"{text.removeprefix(BULLET)}: {why}"))
        else:
            self.items = [
                replace(item, number=str(place), counted=True)
                for place, (item, _) in enumerate(self.loose, 1)
            ]  # fmt: skip
        sittings = self.sittings or list(sittings_of(self.timed))
        if not self.items and not sittings:
            raise WrongUse(
                f"{self.name} holds no agenda that can be read: give each item a line of its own "
                "that begins with its number, such as “4.2 Title”."
            )
        return Programme(
            self.name, self.unit, self.total, self.title, self.place, self.dates,
            tuple(self.items), tuple(sittings), self.restricted,
            {name: count for name, count in self.counts.items() if count}, dict(self.left_out),
            tuple(sorted(self.not_understood)), (*notes, *self.notes, *who_leads(self.led)),
        )  # fmt: skip


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
