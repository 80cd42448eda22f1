"""Putting a list in another order by hand. Pure: keys change it, the line says what changed."""

from __future__ import annotations

from collections.abc import Iterable

Row = tuple[str, str]
"""What a row is known by, and how it is shown."""


class Arrangement:
    """A list, the row under the cursor, and whether that row goes with it."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self.before = self.rows = list(rows)
        self.at = 0
        self.held = False

    def move(self, step: int) -> None:
        """Go up or down, with the row that is held."""
        to = max(0, min(self.at + step, len(self.rows) - 1))
        if self.held and to != self.at:
            rows = list(self.rows)
            rows.insert(to, rows.pop(self.at))
            self.rows = rows
        self.at = to

    def follow(self, now: Iterable[Row]) -> None:
        """Take in that the list changed meanwhile: who is gone goes, who is new stands last."""
        if list(now) == self.before:
            return
        cursor = self.rows[self.at][0] if self.rows else ""
        known = dict(now)
        keys = [key for key, _ in self.rows if key in known]
        keys += [key for key in known if key not in keys]
        self.rows = [(key, known[key]) for key in keys]
        self.before = list(known.items())
        found = [place for place, key in enumerate(keys) if key == cursor]
        self.held = self.held and bool(found)
        self.at = found[0] if found else max(0, min(self.at, len(keys) - 1))

    @property
    def moved(self) -> list[str]:
        """What changes its place, in the new order: from the first such row to the last."""
        pairs = list(zip(self.before, self.rows, strict=True))
        differ = [place for place, (old, new) in enumerate(pairs) if old[0] != new[0]]
        return [key for key, _ in self.rows[differ[0] : differ[-1] + 1]] if differ else []

    @property
    def first(self) -> list[str]:
        """The new order from the top down to the last row that changes its place."""
        moved = self.moved
        keys = [key for key, _ in self.rows]
        return keys[: keys.index(moved[-1]) + 1] if moved else []
