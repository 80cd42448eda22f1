"""The rows of a comparison: what stands on the left, what on the right, and how they differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from ..comparing import Span

Standing = Literal["same", "changed", "left", "right"]
"""`left` and `right`: there only."""


def one_sided(spans: Iterable[Span], side: Literal["left", "right"]) -> tuple[Span, ...]:
    """Return the words of one side, in which those of the other alone are left out."""
    without = "inserted" if side == "left" else "deleted"
    return tuple(span for span in spans if span.change != without)


@dataclass(frozen=True, slots=True)
class Half:
    """One side of a row. lead: the time of an entry, the number of a paragraph."""

    lead: str
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """What is laid side by side; each side None where it is not there.

    spans: all of the left words and all of the right ones, as `comparing.words` has them. about:
    what it is called, an entry's id. notes: what cannot be seen from the words, phrases.
    heading: of a section or a day, counted from 1.
    """

    left: Half | None
    right: Half | None
    standing: Standing
    spans: tuple[Span, ...] = ()
    about: str = ""
    notes: tuple[str, ...] = ()
    heading: int = 0

    def spans_of(self, side: Literal["left", "right"]) -> tuple[Span, ...]:
        """Return the words of one side, those marked that the other has otherwise.

        Where the two have none in common nothing is marked: all of it is another text.
        """
        found = one_sided(self.spans, side)
        if any(span.change == "same" for span in found):
            return found
        half = self.left if side == "left" else self.right
        return (Span("same", half.text),) if half and half.text else ()

    @property
    def differs(self) -> bool:
        """Whether the two sides are not alike in it."""
        return self.standing != "same"


@dataclass(frozen=True)
class Comparison:
    """Two things side by side. names: what each is called. facts: of each, short phrases.

    noun: what its rows are, one and many. notices: what to know before reading it, sentences.
    """

    names: tuple[str, str]
    facts: tuple[tuple[str, ...], tuple[str, ...]]
    noun: tuple[str, str]
    rows: tuple[Row, ...]
    notices: tuple[str, ...] = ()

    @property
    def differences(self) -> int:
        """How many rows differ."""
        return sum(1 for row in self.rows if row.differs)

    @property
    def says(self) -> str:
        """Return in one sentence how the two differ."""
        count = Counter(row.standing for row in self.rows if row.differs)
        if not count:
            return "The two are alike."
        total = count.total()
        found = [
            f"{count['left']:,} only on the left" if count["left"] else "",
            f"{count['right']:,} only on the right" if count["right"] else "",
            f"{count['changed']:,} on both and not alike" if count["changed"] else "",
        ]
        number = "One difference" if total == 1 else f"{total:,} differences"
        return f"{number}: {', '.join(filter(None, found))}."

    def counted(self, number: int) -> str:
        """Return so many rows in words: `1 entry`, `12 paragraphs`."""
        return f"{number:,} {self.noun[0] if number == 1 else self.noun[1]}"
