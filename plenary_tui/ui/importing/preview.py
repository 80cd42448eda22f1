"""What is shown of a file before it is imported, and the choices that a person has about it.

Columns of a list can be taken for something else, and a delegation that is not certain can be
named; each choice reads the list anew. Nothing is written here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from plenary_tui.errors import WrongUse
from plenary_tui.importers.arriving import Look, Said
from plenary_tui.importers.participants import FIELDS, Columns, Doubt
from plenary_tui.importers.tables import letter
from plenary_tui.record.clean import clean_line
from plenary_tui.ui.terminal.wrapping import fit

NOBODY = "on the worklist"
NOT_READ = "not read"
_HEADING = 24
_TAKEN = 14

Again = Callable[[Said], Look]
"""Looks at the file again, as a person says that it is to be read."""


@dataclass(frozen=True)
class Line:
    """A line of the preview. column, doubt: what can be changed on it; -1 and empty for nothing."""

    text: str
    style: str = ""
    column: int = -1
    doubt: str = ""

    @property
    def can_change(self) -> bool:
        """Whether something can be chosen on it."""
        return self.column >= 0 or bool(self.doubt)


class Preview:
    """What is shown, which line is chosen, and what was said so far.

    trouble: what the last choice came to, where the file cannot be read so; empty where it can.
    """

    def __init__(self, look: Look, said: Said, again: Again) -> None:
        self.look = look
        self.trouble = ""
        self._said = said
        self._again = again
        self._asked = {one.name: one for one in look.doubts}
        self.at = next((at for at, line in enumerate(self.lines()) if line.can_change), 0)

    def lines(self, width: int = 80) -> list[Line]:
        """Return what is shown, at most `width` cells wide."""
        look = self.look
        lines = [Line(f"{look.name} is {look.called}. {look.closing}", "bold"), Line("")]
        if look.columns is not None:
            lines += self._columns(look.columns, width)
        if self._asked:
            lines += [Line("Which delegation is meant:", "bold"), *map(self._doubt, self._asked)]
            lines.append(Line(""))
        troubles = [one for one in look.troubles() if one not in self._asked_already()]
        if troubles:
            lines += [Line("Look at these:", "bold"), *map(Line, troubles), Line("")]
        lines.append(Line("It is recorded as:", "bold"))
        shown = look.lines()
        lines += [Line(f"  {clean_line(one)}") for one in shown]
        if look.total > len(shown):
            lines.append(Line(f"  … and {look.total - len(shown):,} more entries"))
        return lines

    def _asked_already(self) -> set[str]:
        return {f"  {one.said}." for one in self.look.doubts}

    def _columns(self, columns: Columns, width: int) -> list[Line]:
        rows = ", ".join(f"row {row.number}" for row in columns.rows[:3])
        lines = [Line(f"Its columns are read so ({rows}):", "bold")]
        for column in range(columns.table.width):
            field = columns.field(column) or NOT_READ
            by = "*" if field in columns.guessed else ""
            samples = " · ".join(one or "–" for one in columns.samples(column))
            text = (
                f"  {letter(column):<3}{fit(columns.heading(column), _HEADING):<{_HEADING}}  "
                f"‹{field}{by}›".ljust(_HEADING + _TAKEN + 9)
                + samples
            )
            lines.append(Line(fit(text, max(20, width)), "", column))
        if columns.guessed:
            lines.append(Line("  * by what stands in the column"))
        return [*lines, Line("")]

    def _doubt(self, name: str) -> Line:
        code = self._said.delegations.get(name, "")
        close = dict(self._asked[name].close)
        said = f"{close.get(code, code)} ({code})" if code else NOBODY
        rows = len(self._asked[name].rows)
        number = f"{rows} row" + "s" * (rows > 1)
        return Line(f"  {clean_line(name)} ({number})  ‹{said}›", "", -1, name)

    def move(self, step: int) -> None:
        """Choose the line before or after on which something can be changed."""
        places = [at for at, line in enumerate(self.lines()) if line.can_change]
        if places:
            here = places.index(self.at) if self.at in places else -1 if step > 0 else 0
            self.at = places[(here + step) % len(places)]

    def turn(self, step: int) -> None:
        """Change what the chosen line says to the next of its choices, and read the list anew."""
        lines = self.lines()
        line = lines[self.at] if self.at < len(lines) else Line("")
        if line.column >= 0 and self.look.columns is not None:
            self._take(self.look.columns, line.column, step)
        elif line.doubt:
            self._name(self._asked[line.doubt], step)

    def _take(self, columns: Columns, column: int, step: int) -> None:
        own = columns.field(column)
        free = (name for name in FIELDS if name == own or name not in columns.places)
        there = ("", *free)  # so that passing by takes nothing away from another column
        field = there[(there.index(own) + step) % len(there)]
        mapped = columns.taking(column, field)
        said = [f"{name}={letter(place)}" for name, place in mapped.places.items()]
        said += [f"{name}=" for name in FIELDS if name not in mapped.places]
        self._look(replace(self._said, columns=",".join(said)), mapped)

    def _name(self, doubt: Doubt, step: int) -> None:
        codes = ("", *(code for code, _ in doubt.close))
        at = codes.index(self._said.delegations.get(doubt.name, ""))
        code = codes[(at + step) % len(codes)]
        chosen = {name: one for name, one in self._said.delegations.items() if name != doubt.name}
        self._look(replace(self._said, delegations=chosen | ({doubt.name: code} if code else {})))

    def _look(self, said: Said, mapped: Columns | None = None) -> None:
        self._said, self.trouble = said, ""
        try:
            self.look = self._again(said)
        except WrongUse as error:
            self.trouble = str(error)
            if mapped is not None:
                self.look = replace(self.look, columns=mapped)
            return
        self._asked |= {one.name: one for one in self.look.doubts}
