"""Two versions of a draft beside each other: line by line, and in a line word by word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from .aligning import Key, Pair, align
from .draft import Draft
from .lines import Cells, Line, lines

Change = Literal["same", "deleted", "inserted"]

_TOKENS = re.compile(r"(\w+(?:['’]\w+)*|[^\w ])( *)")
"""Words and other signs, each with the spaces behind it: a bracket is never part of a word."""

_STAYS = 0.25
"""Of a text of which less stays than this share, all is replaced: nobody reads the shreds."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text that stayed, went or came."""

    change: Change
    text: str


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """A row of a table, which stays, goes or comes as a whole. The first may be the columns."""

    change: Change
    cells: Cells


@dataclass(frozen=True, slots=True)
class Compared:
    """A line in two versions; None where it is not in one of them.

    spans: of a line that is no table; all of `was` and all of `now`, what went before what came.
    rows: of a table. moved: it is shown as gone at one place and as come at another.
    """

    was: Line | None
    now: Line | None
    spans: tuple[Span, ...] = ()
    rows: tuple[ComparedRow, ...] = ()
    moved: bool = False

    @property
    def change(self) -> Literal["same", "changed", "deleted", "inserted"]:
        """What became of it. A number that only moved on is no change."""
        if self.was is None:
            return "inserted"
        if self.now is None:
            return "deleted"
        changes = {*(one.change for one in self.spans), *(one.change for one in self.rows)}
        return "changed" if changes - {"same"} else "same"


def compare(before: Draft, after: Draft) -> tuple[Compared, ...]:
    """Return the lines of two drafts in the order of reading, what went before what came."""
    return compare_lines(tuple(lines(before)), tuple(lines(after)))


def compare_lines(old: Sequence[Line], new: Sequence[Line]) -> tuple[Compared, ...]:
    """Do the same with the lines of two drafts."""
    aligned = align([_key(one) for one in old], [_key(one) for one in new])
    gone = {one.was for one in aligned.moved}
    came = {one.now for one in aligned.moved}
    found: list[Compared] = []
    ends = [Pair(-1, -1, "id"), *aligned.pairs, Pair(len(old), len(new), "id")]
    for last, following in pairwise(ends):
        found += [
            _whole(old[at], "deleted", moved=at in gone)
            for at in range(last.was + 1, following.was)
        ]
        found += [
            _whole(new[at], "inserted", moved=at in came)
            for at in range(last.now + 1, following.now)
        ]
        if following.was < len(old):
            found.append(_both(old[following.was], new[following.now]))
    return tuple(found)


def _key(line: Line) -> Key:
    if line.kind == "table":
        text = "\n".join(cell for row in line.rows for cell in row)
        return Key(text, f"table of {len(line.rows[0])}")
    return Key(line.text, "paragraph" if line.kind == "item" else line.kind, line.id)


def _whole(line: Line, change: Literal["deleted", "inserted"], *, moved: bool) -> Compared:
    was, now = (line, None) if change == "deleted" else (None, line)
    rows = tuple(ComparedRow(change, cells) for cells in line.rows)
    spans = (Span(change, line.text),) if line.text else ()
    return Compared(was, now, spans, rows, moved)


def _both(was: Line, now: Line) -> Compared:
    if was.kind == "table":
        return Compared(was, now, rows=tuple(_rows(was.rows, now.rows)))
    return Compared(was, now, words(was.text, now.text))


def _rows(was: tuple[Cells, ...], now: tuple[Cells, ...]) -> Iterator[ComparedRow]:
    """Compare rows; the names of the columns with each other only, for they stand first."""
    from rapidfuzz.distance import Indel

    if was[0] == now[0]:
        yield ComparedRow("same", now[0])
    else:
        yield from (ComparedRow("deleted", was[0]), ComparedRow("inserted", now[0]))
    came: list[ComparedRow] = []
    for step in Indel.opcodes(was[1:], now[1:]):
        old = was[1:][step.src_start : step.src_end]
        new = now[1:][step.dest_start : step.dest_end]
        if step.tag == "equal":
            yield from came
            came = []
            yield from (ComparedRow("same", cells) for cells in new)
        else:
            yield from (ComparedRow("deleted", cells) for cells in old)
            came += [ComparedRow("inserted", cells) for cells in new]
    yield from came


def words(was: str, now: str) -> tuple[Span, ...]:
    """Return what stayed, went and came between two texts, word by word.

    What went comes before what came in its place; two changes with only spaces between are one.
    """
    if was == now:
        return (Span("same", now),) if now else ()
    found = list(_steps(_tokens(was), _tokens(now)))
    stays = sum(len(same.strip()) for same, _, _ in found)
    if stays < _STAYS * min(len(was), len(now)):
        found = [("", was, now)]
    spans = (Span(change, text) for step in found for change, text in _spelled(*step) if text)
    return tuple(_joined(spans))


_Token = tuple[str, str]
"""A word or sign, and the spaces behind it."""

_Step = tuple[str, str, str]
"""What stays, then what goes and what comes behind it."""


def _tokens(text: str) -> list[_Token]:
    spaces = len(text) - len(text.lstrip(" "))
    return [("", text[:spaces]), *_TOKENS.findall(text)]


def _steps(was: list[_Token], now: list[_Token]) -> Iterator[_Step]:
    """Yield the steps from one text to the other; spaces alone hold nothing together."""
    from rapidfuzz.distance import Indel

    same = gone = came = ""
    for step in Indel.opcodes([word for word, _ in was], [word for word, _ in now]):
        old, new = was[step.src_start : step.src_end], now[step.dest_start : step.dest_end]
        if step.tag != "equal":
            gone += "".join(map("".join, old))
            came += "".join(map("".join, new))
            continue
        for (word, spaces_was), (_, spaces) in zip(old, new, strict=True):
            if gone or came:
                yield same, gone, came
                same = gone = came = ""
            same += word
            if spaces == spaces_was:
                same += spaces
            else:
                gone, came = spaces_was, spaces
    yield same, gone, came


def _spelled(same: str, gone: str, came: str) -> Iterator[tuple[Change, str]]:
    """Yield the parts of a step; a space that goes and comes again at an end of it stays."""
    before = " " * (gone[:1] == came[:1] == " ")
    gone, came = gone[len(before) :], came[len(before) :]
    behind = " " * (gone[-1:] == came[-1:] == " ")
    if behind:
        gone, came = gone[:-1], came[:-1]
    yield "same", same + before
    yield "deleted", gone
    yield "inserted", came
    yield "same", behind


def _joined(spans: Iterable[Span]) -> Iterator[Span]:
    last: Span | None = None
    for span in spans:
        if last and last.change == span.change:
            last = Span(last.change, last.text + span.text)
            continue
        if last:
            yield last
        last = span
    if last:
        yield last
