"""What is shown of a file before it is imported, and the choices that a person has about it.

Columns of a list can be taken for something else, and a delegation that is not certain can be
chosen or typed: one that is known, or a new one with its code; each choice reads the list anew.
Nothing is written here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from plenary_tui.errors import WrongUse
from plenary_tui.importers.arriving import Look, Said
from plenary_tui.importers.participants import FIELDS, Columns, Doubt, Names
from plenary_tui.importers.tables import letter
from plenary_tui.record.clean import clean_line
from plenary_tui.ui.terminal.wrapping import fit

NOBODY = "on the worklist"
NOT_READ = "not read"
_ASKS = "Which delegation is meant (type its code or name, or a new code):"
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
        self._called: dict[str, str] = {}
        """Codes that were typed, with what they stand for; empty for a new delegation."""
        self.at = next((at for at, line in enumerate(self.lines()) if line.can_change), 0)

    def lines(self, width: int = 80) -> list[Line]:
        """Return what is shown, at most `width` cells wide."""
        look = self.look
        lines = [Line(f"{look.name} is {look.called}. {look.closing}", "bold"), Line("")]
        if look.columns is not None:
            lines += self._columns(look.columns, width)
        if self._asked:
            lines += [Line(_ASKS, "bold"), *map(self._doubt, self._asked), Line("")]
        troubles = [*look.lost(), *look.noted()]
        if troubles:
            lines += [Line("Look at these:", "bold"), *map(Line, troubles), Line("")]
        lines.append(Line("It is recorded as:", "bold"))
        shown = look.lines()
        lines += [Line(f"  {clean_line(one)}") for one in shown]
        if look.total > len(shown):
            lines.append(Line(f"  … and {look.total - len(shown):,} more entries"))
        return lines

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
        doubt = self._asked[name]
        rows = len(doubt.rows)
        number = f"{rows} row" + "s" * (rows > 1)
        called = self._who(doubt, self._code(doubt))
        return Line(f"  {clean_line(name)} ({number})  ‹{called}›", "", -1, name)

    def _code(self, doubt: Doubt) -> str:
        """Return the code that a delegation has now; empty for none."""
        made = doubt.proposed if doubt.made else ""
        return self._said.delegations.get(doubt.name, made)

    def _who(self, doubt: Doubt, code: str) -> str:
        name = dict(doubt.close).get(code) or self._called.get(code, "")
        return f"{name} ({code})" if name else f"new delegation {code}" if code else NOBODY

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

    @property
    def asks(self) -> str:
        """The name that the chosen line asks about; empty where it asks about none."""
        lines = self.lines()
        return lines[self.at].doubt if self.at < len(lines) else ""

    def say(self, text: str) -> None:
        """Take what a person typed for the chosen name: a delegation that is known, or a new code.

        Raises WrongUse where it is neither.
        """
        names = Names(self.look.meeting.roster)
        code = names.typed(text)
        self._called[code] = names.everyday(code)
        if self.asks:
            self._take_code(self._asked[self.asks], code)

    def _name(self, doubt: Doubt, step: int) -> None:
        now = self._code(doubt)
        codes = list(dict.fromkeys(
            one for one in ("", *(code for code, _ in doubt.close), doubt.proposed, now)
        ))  # fmt: skip
        self._take_code(doubt, codes[(codes.index(now) + step) % len(codes)])

    def _take_code(self, doubt: Doubt, code: str) -> None:
        self._look(replace(self._said, delegations={**self._said.delegations, doubt.name: code}))

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
