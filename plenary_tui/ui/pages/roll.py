"""A roll call: whom the rapporteur marks as present, by codes or by hand. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from rich.cells import cell_len

from ..panels import Line
from ..seen.views import Name
from ..terminal.wrapping import fit

_COLUMN = 20
"""Cells that a delegation gets at least."""


class Spot(NamedTuple):
    """Where a delegation stands on the screen: line, column of delegations."""

    line: int
    column: int


class Roll:
    """Delegations by class, in the order of their names, with marks. typed: part of a code.

    said: what the last key did, in words; wrong: whether that is a refusal.
    """

    def __init__(self, names: Iterable[Name], present: Iterable[str]) -> None:
        listed = [name for name in names if not name.chair]
        self.marked = {*present}
        self._before = frozenset(self.marked)
        self._classes: dict[str, list[Name]] = {}
        self._names: dict[str, Name] = {}
        self._taken: list[str] = []
        self._spots: dict[str, Spot] = {}
        self.typed = ""
        self.said = ""
        self.wrong = False
        self.cursor = ""
        self._by_hand = False
        self.put(listed)

    def put(self, names: Iterable[Name]) -> None:
        """Take in the roster, as it is or as it is now."""
        self._names = {name.code: name for name in names if not name.chair}
        classes: dict[str, list[Name]] = {}
        for name in self._names.values():
            classes.setdefault(name.status, []).append(name)
        self._classes = dict(sorted(classes.items(), key=lambda one: (-len(one[1]), one[0])))
        if self.cursor not in self._names:
            self.cursor = next((one.code for group in self._classes.values() for one in group), "")

    def type(self, letter: str) -> None:
        """Take a letter: a code that is whole marks its delegation."""
        self._by_hand = False
        typed = self.typed + letter.upper()
        fits = [code for code in self._names if code.startswith(typed)]
        if not fits and self.typed in self._names:
            self._mark(self.typed)  # it was whole, and the letter begins the next one
            self.type(letter)
        elif not fits:
            self.typed = ""
            self._say(f"No delegation has the code {typed}: nothing is marked by it.", wrong=True)
        elif fits == [typed]:
            self._mark(typed)
        else:
            self.typed = typed
            longer = f", or {', '.join(fits)}" if typed in fits and len(fits) > 1 else ""
            whole = f" {self._names[typed].name}: Space takes it{longer}" if typed in fits else ""
            self._say(f"{typed}…{whole}")

    def space(self) -> None:
        """End a code; only where an arrow key chose somebody, mark them or take the mark away."""
        if self._by_hand:
            self.toggle()
        else:
            self.separate()

    def separate(self) -> None:
        """End a code, as a space or a comma in a list does; half a code is dropped and named."""
        if self.typed in self._names:
            self._mark(self.typed)
        elif self.typed:
            half, self.typed = self.typed, ""
            self._say(f"No delegation has the code {half}: nothing is marked by it.", wrong=True)

    def whole(self) -> bool:
        """Take what was typed as it stands; whether nothing is left half typed."""
        if self.typed in self._names:
            self._mark(self.typed)
            return False
        if self.typed:
            self._say(f"{self.typed} is no code yet: type on, or Backspace.", wrong=True)
            return False
        return True

    def _mark(self, code: str) -> None:
        self.typed = ""
        self.cursor = code
        name = self._names[code].name
        if code in self.marked:
            self._say(f"{code} {name} is marked already.")
            return
        self.marked.add(code)
        self._taken.append(code)
        self._say(f"✓ {code} {name} is here.")

    def back(self) -> None:
        """Take back the last letter, else the last mark."""
        if self.typed:
            self.typed = self.typed[:-1]
            self._say(f"{self.typed}…" if self.typed else "")
        elif self._taken:
            code = self._taken.pop()
            self.marked ^= {code}
            self.cursor = code
            self._say(f"Back: {code} {self._called(code)} is {self._how(code)}.")
        else:
            self._say("There is no mark of this roll call to take back.")

    def toggle(self) -> None:
        """Mark whoever is under the cursor, or take the mark away."""
        self.typed = ""
        if self.cursor:
            self.marked ^= {self.cursor}
            self._taken.append(self.cursor)
            self._say(f"{self.cursor} {self._called(self.cursor)} is {self._how(self.cursor)}.")

    def _how(self, code: str) -> str:
        return "here" if code in self.marked else "not marked"

    def _called(self, code: str) -> str:
        return self._names[code].name if code in self._names else ""

    def _say(self, words: str, *, wrong: bool = False) -> None:
        self.said, self.wrong = words, wrong

    def move(self, across: int, down: int) -> None:
        """Move the cursor as the delegations stand on the screen."""
        self.typed = ""
        self._by_hand = True
        here = self._spots.get(self.cursor)
        if here is None:
            return
        if across:
            order = list(self._spots)
            to = order.index(self.cursor) + across
            self.cursor = order[max(0, min(to, len(order) - 1))]
            return
        rows = sorted({spot.line for spot in self._spots.values()})
        row = rows[max(0, min(rows.index(here.line) + down, len(rows) - 1))]
        near = [(abs(spot.column - here.column), code)
                for code, spot in self._spots.items() if spot.line == row]  # fmt: skip
        self.cursor = min(near)[1]

    @property
    def line_of_cursor(self) -> int:
        """The line on which the cursor stands."""
        spot = self._spots.get(self.cursor)
        return spot.line if spot else 0

    def at(self, line: int, x: int, width: int) -> str:
        """Return the code of whoever stands at a line and a cell, empty for nobody."""
        column = x // (width // _columns(width))
        return next((code for code, spot in self._spots.items() if spot == (line, column)), "")

    def counts(self) -> str:
        """Return how many are marked, by class."""
        return " · ".join(
            f"{status or 'No class'} {self._here(group)}/{len(group)}"
            for status, group in self._classes.items()
        )

    def _here(self, group: list[Name]) -> int:
        return sum(one.code in self.marked for one in group)

    def lines(self, width: int) -> list[Line]:
        """Return the delegations, a class after the other, in as many columns as there is room."""
        columns = _columns(width)
        cell = width // columns
        lines: list[Line] = []
        self._spots = {}
        for status, group in self._classes.items():
            count = f"{status or 'No class'}: {self._here(group)} of {len(group)}"
            lines.append(((count, "title"),))
            for start in range(0, len(group), columns):
                row = group[start : start + columns]
                for column, one in enumerate(row):
                    self._spots[one.code] = Spot(len(lines), column)
                lines.append(tuple(self._piece(one, cell) for one in row))
        return lines

    def _piece(self, name: Name, cell: int) -> tuple[str, str]:
        mark = "✓" if name.code in self.marked else "·"
        hand = "▸" if name.code == self.cursor else " "
        text = fit(f"{hand}{mark} {name.code:<3} {name.name}", cell - 1)
        part = "cursor" if name.code == self.cursor else (
            "current" if name.code in self.marked else "plain"
        )  # fmt: skip
        return text + " " * (cell - cell_len(text)), part

    def to_record(self, present: Iterable[str]) -> list[str]:
        """Return the lines that record it. present: who is marked in the record by now."""
        new = sorted(self.marked - {*present})
        gone = sorted(self._before - self.marked)
        return [
            *([f"present+ {', '.join(new)}"] if new else []),
            *([f"present- {', '.join(gone)}"] if gone else []),
        ]


def _columns(width: int) -> int:
    return max(1, width // _COLUMN)
