"""The page of the Chair's script, line by line. Pure: steps and a place give lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..panels import Line
from ..terminal.wrapping import fit, wrap

if TYPE_CHECKING:
    from plenary_tui.documents.script.parts import Step, Way

_WIDEST = 96
"""Cells after which a line is hard to read aloud."""
_QUOTED = 4
"""Lines of a text that are quoted where there is little room."""
_TALL = 30
"""Lines from which there is room for twice as many."""
_FEW = 2
"""Lines for the steps to come under which they stand in one line."""
_KEYS = "1234567890"


@dataclass
class Place:
    """Where one looks in the script: at which step, at which of its ways out."""

    steps: Sequence[Step] = field(default_factory=tuple)
    at: int = 0
    way: int = 0

    @property
    def step(self) -> Step | None:
        """The step that is looked at."""
        return self.steps[self.at] if self.at < len(self.steps) else None

    @property
    def chosen(self) -> Way | None:
        """The way out that is looked at."""
        step = self.step
        return step.ways[self.way] if step and self.way < len(step.ways) else None

    def put(self, steps: Sequence[Step]) -> bool:
        """Take the script as it is now; go back to the present step where that is another one.

        Return whether it is.
        """
        before, here = _named(self.steps[:1]), self.step
        self.steps = steps
        moved = _named(steps[:1]) != before
        places = [place for place, one in enumerate(steps) if here and _same(one, here)]
        if moved or not places:
            self.at, self.way = 0, 0
        else:
            self.at = places[0]
            self.way = min(self.way, max(0, len(steps[self.at].ways) - 1))
        return moved

    def go(self, by: int) -> None:
        """Look at another step."""
        self.at = max(0, min(self.at + by, len(self.steps) - 1))
        self.way = 0

    def choose(self, by: int) -> None:
        """Look at another way out."""
        ways = self.step.ways if self.step else ()
        self.way = (self.way + by) % len(ways) if ways else 0

    def numbered(self, key: str) -> Way | None:
        """Return the way out that a digit means."""
        place = _KEYS.find(key) if len(key) == 1 else -1
        ways = self.step.ways if self.step else ()
        return ways[place] if 0 <= place < len(ways) else None


def _named(steps: Sequence[Step]) -> tuple[tuple[str, str], ...]:
    return tuple((one.id, one.heading) for one in steps)


def _same(one: Step, other: Step) -> bool:
    return (one.id, one.heading) == (other.id, other.heading)


def page(place: Place, width: int, height: int) -> list[Line]:
    """Return the step that is looked at with its ways out, and as many of the next as fit.

    Where it would not fit, first the empty lines go, then the end of what is quoted.
    """
    step = place.step
    if step is None:
        return []
    width = min(width, _WIDEST)
    when = "NOW" if not place.at else f"LATER, {place.at + 1} of {len(place.steps)}"
    head: Line = ((f"{when}  ", "quiet" if place.at else "marking"),
                  (fit(step.heading, width - len(when) - 2), "title"))  # fmt: skip
    said: list[Line] = [
        ((f"  {line}", "current"),) for line in wrap(step.say, width - 2, width - 2)
    ]
    if step.note:
        said += [((line, "quiet"),) for line in wrap(f"({step.note})", width, width)]
    ways = _ways(place, width)
    after = [one.heading for number, one in enumerate(place.steps) if number != place.at]
    needed = 1 + len(said) + len(ways) + 1
    quote = _quote(step.quote, width, max(1, min(height - needed, _most(height))))
    blocks = [[head], quote, said, ways]
    gaps = sum(map(bool, blocks))
    gap: list[Line] = [()] if needed + len(quote) + gaps <= height else []
    lines = [line for block in blocks if block for line in (*block, *gap)]
    room = height - len(lines) - 1
    title = "The other steps" if place.at else "After this"
    if room < _FEW:
        return [*lines, ((fit(f"{title}: {' · '.join(after)}", width), "quiet"),)]
    lines.append(((title, "title"),))
    return [*lines, *(((fit(f"  {one}", width), "plain"),) for one in after[:room])]


def _most(height: int) -> int:
    return _QUOTED if height < _TALL else 2 * _QUOTED


def _quote(words: str, width: int, most: int) -> list[Line]:
    if not words:
        return []
    found = wrap(words, width - 4, width - 4)
    if len(found) > most:
        found = [*found[: most - 1], fit(found[most - 1], width - 6) + " …"]
    return [((f"  │ {line}", "plain"),) for line in found]


def _ways(place: Place, width: int) -> list[Line]:
    """Return the ways out; what is read out at the chosen one stands under it."""
    step = place.step
    found: list[Line] = []
    for number, way in enumerate(step.ways if step else ()):
        chosen = number == place.way
        key = _KEYS[number] if number < len(_KEYS) else " "
        line = f"{way.line}{'' if way.whole else ' …'}"
        text = fit(f"{'▸' if chosen else ' '} {key} {line}   {way.why}", width)
        found.append(((text, "key" if chosen else "plain"),))
        if chosen and way.say:
            found += [
                ((f"      {words}", "current"),) for words in wrap(way.say, width - 6, width - 6)
            ]
    return found
