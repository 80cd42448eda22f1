"""Two drafts side by side: paragraph by paragraph, in each the words that went and came."""

from __future__ import annotations

from collections.abc import Iterator

from plenary_tui.errors import WrongUse

from ..comparing import Change, Compared, ComparedRow, Span, compare_lines, words
from ..lines import Line
from ..versions import language_name
from .draft_text import DraftText
from .rows import Comparison, Half, Row, Standing

_APART = " │ "
"""Between the cells of a row of a table."""
_STANDINGS: dict[Change, Standing] = {"same": "same", "deleted": "left", "inserted": "right"}
_AGREED = {"open": "open", "agreed": "agreed", "agreed_ad_ref": "agreed ad referendum"}


def drafts(left: DraftText, right: DraftText) -> Comparison:
    """Compare two drafts. Raises WrongUse where they are in two languages."""
    if left.language != right.language:
        raise WrongUse(
            f"{left.name} is in {language_name(left.language)} and {right.name} in "
            f"{language_name(right.language)}: drafts are compared within one language."
        )
    if not left.agreed or not right.agreed:  # one of them is a file
        left, right = left.cleaned(), right.cleaned()
    found = compare_lines(left.lines, right.lines)
    return Comparison(
        (left.name, right.name),
        (_facts(left), _facts(right)),
        ("paragraph", "paragraphs"),
        tuple(_rows(found, left, right)),
    )


def _facts(text: DraftText) -> tuple[str, ...]:
    count = sum(1 for line in text.lines if line.kind in ("paragraph", "item"))
    total = text.brackets.total()
    owners = ", ".join(f"{who} {number}" for who, number in text.brackets.most_common() if who)
    brackets = "no brackets" if not total else "1 bracket" if total == 1 else f"{total} brackets"
    return (
        f"{count:,} {'paragraph' if count == 1 else 'paragraphs'}",
        brackets + (f" ({owners})" if owners else ""),
    )


def _rows(found: tuple[Compared, ...], left: DraftText, right: DraftText) -> Iterator[Row]:
    moved = _Moved(found)
    for one in found:
        line = one.now or one.was
        assert line is not None
        if line.kind == "table":
            yield from map(_table_row, one.rows)
        else:
            yield _row(one, line, moved, left, right)


def _row(one: Compared, line: Line, moved: _Moved, left: DraftText, right: DraftText) -> Row:
    spans, notes = one.spans, list(moved.notes(one))
    if one.was is None and one.now is not None and one.moved:
        was = moved.gone.get(one.now.id)
        spans = words(was.text, one.now.text) if was else spans
    standing: Standing = (
        "left" if one.now is None else "right" if one.was is None
        else "changed" if one.change != "same" else "same"
    )  # fmt: skip
    was_agreed, now_agreed = left.agreed.get(line.id), right.agreed.get(line.id)
    if one.was and one.now and was_agreed and now_agreed and was_agreed != now_agreed:
        standing = "changed"
        notes.append(f"{_AGREED[was_agreed]} on the left, {_AGREED[now_agreed]} on the right")
    return Row(
        _half(one.was), _half(one.now), standing, spans, _called(line), tuple(notes),
        line.level if line.kind == "heading" else 0,
    )  # fmt: skip


def _half(line: Line | None) -> Half | None:
    return Half(line.number, line.text) if line else None


def _called(line: Line) -> str:
    return f"paragraph {line.number}" if line.number and line.kind == "paragraph" else ""


def _table_row(row: ComparedRow) -> Row:
    text = _APART.join(row.cells)
    half = Half("", text)
    standing = _STANDINGS[row.change]
    return Row(
        None if standing == "right" else half,
        None if standing == "left" else half,
        standing,
        (Span(row.change, text),),
        "a row of a table",
    )


class _Moved:
    """The paragraphs that stand elsewhere on the other side, by id."""

    def __init__(self, found: tuple[Compared, ...]) -> None:
        self.gone = {one.was.id: one.was for one in found if one.moved and one.was}
        self.came = {one.now.id: one.now for one in found if one.moved and one.now}

    def notes(self, one: Compared) -> Iterator[str]:
        """Yield where a paragraph that was moved stands on the other side."""
        if not one.moved:
            return
        if one.was is not None and one.was.id in self.came:
            number = self.came[one.was.id].number
            yield f"moved: on the right it is {number}" if number else "moved, on the right"
        elif one.now is not None and one.now.id in self.gone:
            number = self.gone[one.now.id].number
            yield f"moved: on the left it is {number}" if number else "moved, on the left"
