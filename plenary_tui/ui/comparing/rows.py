"""The rows of a comparison as lines of the screen: two columns, one below the other where narrow.

`-` and `+` before a row say that it is on the left or on the right only, `~` that both have it
and it is not alike. Words of one side stand between signs, so that nothing is told by a colour.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import zip_longest
from typing import Literal, NamedTuple

from rich.cells import cell_len

from plenary_tui.documents.comparing import Span
from plenary_tui.documents.side_by_side.plain import marked
from plenary_tui.documents.side_by_side.rows import Comparison, Half, Row, one_sided
from plenary_tui.record.clean import clean_line
from plenary_tui.ui.display.lines import wrap_pieces
from plenary_tui.ui.panels import Line, Piece
from plenary_tui.ui.terminal.wrapping import fit, wrap

STACKED = 60
"""Cells below which the two sides stand one below the other: a column would have no room."""
_SIGNS = {"same": " ", "changed": "~", "left": "-", "right": "+"}
_PARTS = {"same": "plain", "deleted": "deleted", "inserted": "inserted"}
_BEFORE = 3
"""Cells before the left column: the cursor's, the sign's, and a space."""
_BETWEEN = " │ "
_HANG = 6
"""Cells at most that the lines after the first stand in: those of a time."""
_MOST = 8
"""Lines of a row that is not shown whole."""
_HEAD = ("head", "plain")
_AROUND = 40
"""Characters that stay of what is alike beside what is not, where a row is not shown whole."""
_LEFT_OUT = " … "
_CUT: Piece = ("… Enter shows all of it", "quiet")


class PairRow(NamedTuple):
    """A row of the list. id: what is selected with it; empty where it cannot be.

    row: what is laid side by side; None of a sentence, which is `said`. whole: all of its words,
    over the whole width.
    """

    id: str
    row: Row | None = None
    said: str = ""
    part: str = "quiet"
    whole: bool = False


def columns(width: int) -> int:
    """Return the width of each of two columns; 0 where they stand one below the other."""
    return 0 if width < STACKED else (width - _BEFORE - len(_BETWEEN)) // 2


def height(row: PairRow, width: int) -> int:
    """Return how many lines a row takes."""
    if row.row is None or row.row.differs or row.whole:
        return len(lines(row, width))
    if row.row.heading:
        return 1
    column = columns(width)
    halves = ((row.row.left, column), (row.row.right, column))
    if not column:
        halves = ((row.row.right, width - _BEFORE),) * 2
    return min(_MOST + 1, max(_height(half, room) for half, room in halves))


def _height(half: Half | None, width: int) -> int:
    return len(wrap(half.text, *_room(half, width))) if half else 0


def _room(half: Half, width: int) -> tuple[int, int]:
    lead = cell_len(half.lead) + bool(half.lead)
    return max(1, width - lead), max(1, width - min(lead, _HANG))


@lru_cache(maxsize=2_000)
def lines(row: PairRow, width: int) -> list[Line]:
    """Return a row's lines, as many as `height` says."""
    if row.row is None:
        found = wrap_pieces(((row.said, row.part),), width - _BEFORE)
        return [(("   ", "plain"), *line) for line in found]
    if row.row.heading and not row.row.differs:
        text = row.row.right.text if row.row.right else ""
        return [((" ", "plain"), *wrap_pieces(((f"── {text} ──", "title"),), width - 1)[0])]
    if row.whole:
        return list(_whole(row.row, width))
    column = columns(width)
    found = list(_beside(row.row, column) if column else _below(row.row, width))
    if len(found) <= _MOST:
        return found
    return [*found[:_MOST], (("   ", "plain"), _CUT)]


def _beside(row: Row, column: int) -> Iterator[Line]:
    left = _column(row, "left", column) if row.left else []
    right = _column(row, "right", column) if row.right else []
    for place, (one, other) in enumerate(zip_longest(left, right, fillvalue=())):
        gap = column - sum(cell_len(words) for words, _ in one)
        yield (*_sign(row, first=not place), *one, (f"{' ' * gap}{_BETWEEN}", "quiet"), *other)


def _below(row: Row, width: int) -> Iterator[Line]:
    """Yield the two sides one below the other; what is alike once."""
    place = 0
    sides: tuple[Literal["left", "right"], ...] = ("left", "right") if row.differs else ("right",)
    for side in sides:
        for line in _column(row, side, width - _BEFORE):
            yield (*_sign(row, first=not place), *line)
            place += 1


def _whole(row: Row, width: int) -> Iterator[Line]:
    """Yield all the words of both sides, each over the whole width, and what is to be known."""
    place = 0
    for side, half in (("left", row.left), ("right", row.right)):
        if half is None or (side == "left" and not row.differs):
            continue
        label: Piece = (f"{side.capitalize()}: ", "head")
        lead: list[Piece] = [(f"{half.lead} ", "quiet")] if half.lead else []
        spans = row.spans_of("left" if side == "left" else "right")
        pieces = ((label,) if row.differs else (), lead, _pieces(spans))
        for line in wrap_pieces(tuple(one for some in pieces for one in some), width - _BEFORE):
            yield (*_sign(row, first=not place), *line)
            place += 1
    if told := notes(row):
        for line in wrap_pieces(((told, "current"),), width - _BEFORE):
            yield (("   ", "plain"), *line)


def head(found: Comparison, width: int) -> list[Line]:
    """Return what the two are: their names and facts over their columns, or one below the other."""
    column = columns(width)
    room = column or width - _BEFORE
    sides = [
        (_end_of(f"{sign} {clean_line(name)}", room), fit(", ".join(facts), room))
        for sign, name, facts in zip("-+", found.names, found.facts, strict=True)
    ]
    before: Piece = (" " * _BEFORE, "plain")
    if not column:
        return [
            (before, (one, part)) for side in sides for one, part in zip(side, _HEAD, strict=True)
        ]
    return [
        (before, (one + " " * (column - cell_len(one)), part), (_BETWEEN, "quiet"), (other, part))
        for one, other, part in zip(*sides, _HEAD, strict=True)
    ]


def _end_of(text: str, width: int) -> str:
    """Return text in at most `width` cells, of a long one the end: there two paths part."""
    cut = text
    while cell_len(cut) > width and len(cut) > len("- …"):
        cut = f"{text[:2]}…{cut[4:]}" if cut is not text else f"{text[:2]}…{text[3:]}"
    return cut


def notes(row: Row) -> str:
    """Return what a row is called and what is to be known of it, in one line."""
    return " · ".join(filter(None, (row.about, *row.notes)))


def _sign(row: Row, *, first: bool) -> Line:
    sign = _SIGNS[row.standing] if first else " "
    part = {"left": "deleted", "right": "inserted"}.get(row.standing, "current")
    # the cursor and the space are no words: a line through them would say that they went
    return ((" ", "plain"), (sign, part if sign != " " else "plain"), (" ", "plain"))


def _column(row: Row, side: Literal["left", "right"], width: int) -> list[Line]:
    half = row.left if side == "left" else row.right
    if half is None:
        return []
    is_marked = row.standing == "changed" and any(one.change == "same" for one in row.spans)
    spans = one_sided(shortened(row.spans), side) if is_marked else row.spans_of(side)
    pieces = tuple(_pieces(spans))
    lead = f"{half.lead} " if half.lead else ""
    found = wrap_pieces(pieces or (("", "plain"),), *_room(half, width))
    hang: Line = ((" " * min(cell_len(lead), _HANG), "plain"),)
    before: Line = ((lead, "quiet"),)
    part = "head" if row.heading else ""
    return [
        (*(hang if place else before), *((text, part or own) for text, own in line))
        for place, line in enumerate(found)
    ]


def _pieces(spans: Iterable[Span]) -> Iterator[Piece]:
    for span in spans:
        yield marked(span), _PARTS[span.change]


def shortened(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return words in which long stretches that are alike are cut, but not beside what is not."""
    if all(span.change == "same" for span in spans):
        return spans
    found = []
    for place, span in enumerate(spans):
        text = span.text
        if span.change == "same":
            head = _cut_behind(text) if place else ""
            tail = _cut_before(text) if place < len(spans) - 1 else ""
            if len(head) + len(tail) + len(_LEFT_OUT) < len(text):
                text = f"{head}{_LEFT_OUT}{tail}".removeprefix(" ")
        found.append(Span(span.change, text))
    return tuple(found)


def _cut_behind(text: str) -> str:
    """Return the beginning of a text, to the end of a word."""
    return text[:_AROUND].rpartition(" ")[0] or text[:_AROUND] if len(text) > _AROUND else text


def _cut_before(text: str) -> str:
    """Return the end of a text, from the beginning of a word."""
    return text[-_AROUND:].partition(" ")[2] or text[-_AROUND:] if len(text) > _AROUND else text
