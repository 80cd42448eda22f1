"""The paragraphs of a file against those of the issued draft: by anchor, by words, by likeness."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from plenary_tui.record.clean import clean

from ...aligning import Aligned, Key, Pair, align, similarity
from ...comparing import Span, words
from ...draft import Draft
from ...lines import lines
from ...returned import (
    ReturnedChange,
    ReturnedComment,
    ReturnedParagraph,
)
from ..body import anchor
from ..numbering import printed
from .units import Unit

_OWN = re.compile(r"([^\t]{1,24})\t")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Issued:
    """A paragraph of the issued draft; the cells of its tables are paragraphs too.

    text: cleaned as what is read is, so that a blank that may not break is one like any other.
    """

    text: str
    id: str = ""
    number: str = ""
    cell: bool = False


def issued_paragraphs(draft: Draft) -> list[Issued]:
    """Return the paragraphs of a draft in the order in which they stand in its file."""
    found: list[Issued] = []
    for line in lines(draft):
        if line.kind == "table":
            found += [Issued(clean(cell), cell=True) for row in line.rows for cell in row if cell]
        else:
            found.append(Issued(clean(line.text), line.id, line.number))
    return found


class Matching:
    """Lays the units of a file beside an issued draft. comments: those of the file, by number."""

    def __init__(
        self, draft: Draft, units: list[Unit], comments: dict[str, ReturnedComment]
    ) -> None:
        self._issued = issued_paragraphs(draft)
        self._units = units
        self._comments = comments
        known = {anchor(one.id): one.id for one in self._issued if one.id}
        numbers = {
            as_text
            for one in self._issued
            if one.number
            for as_text in (printed(one.number), f"{one.number}.")
        }
        for unit in units:
            _without_number(unit, numbers)
        self._ids = [
            next((known[name] for name in unit.anchors if name in known), "") for unit in units
        ]

    def paragraphs(self) -> Iterator[ReturnedParagraph]:
        """Yield the paragraphs of both, in order; those that are gone where they stood."""
        kept = [at for at, unit in enumerate(self._units) if not unit.new]
        aligned = self._aligned(kept)
        of_unit = {kept[pair.now]: pair for pair in (*aligned.pairs, *aligned.moved)}
        moved = {kept[pair.now] for pair in aligned.moved}
        seen = {pair.was for pair in of_unit.values()}
        gone = [at for at in range(len(self._issued)) if at not in seen][::-1]
        for at, unit in enumerate(self._units):
            pair = of_unit.get(at)
            while gone and pair and at not in moved and gone[-1] < pair.was:
                yield from _gone(self._issued[gone.pop()])
            if pair:
                yield self._both(unit, pair)
            elif unit.now or unit.comments:
                yield self._new(unit)
        for one in gone[::-1]:
            yield from _gone(self._issued[one])

    def _aligned(self, kept: Sequence[int]) -> Aligned:
        before = [Key(one.text, "cell" * one.cell, one.id) for one in self._issued]
        after = [
            Key(clean(self._units[at].was), "cell" * self._units[at].cell, self._ids[at])
            for at in kept
        ]
        aligned = align(before, after)
        return aligned._replace(pairs=tuple(_with_cells(before, after, aligned)))

    def _both(self, unit: Unit, pair: Pair) -> ReturnedParagraph:
        issued = self._issued[pair.was]
        was, now = clean(unit.was), clean(unit.now)
        changes = list(unit.changes)
        if was != issued.text:
            spans = words(issued.text, was)
            changes = [*_plain(spans), *(_placed(change, spans) for change in changes)]
            changes.sort(key=lambda one: one.at)
        sure = pair.how != "similar"
        if pair.how == "id" and was != issued.text:
            sure = similarity(_WORD.findall(issued.text), _WORD.findall(was)) > 0
        return ReturnedParagraph(
            issued.id, issued.number, issued.text, now, tuple(changes), self._said(unit), sure,
            tuple(unit.notes),
        )  # fmt: skip

    def _new(self, unit: Unit) -> ReturnedParagraph:
        now = clean(unit.now)
        changes = tuple(unit.changes)
        if not unit.new:
            changes = (ReturnedChange("inserted", now, 0, tracked=False),)
        return ReturnedParagraph(
            "", "", "", now, changes, self._said(unit), notes=tuple(unit.notes)
        )

    def _said(self, unit: Unit) -> tuple[ReturnedComment, ...]:
        return tuple(self._comments[one] for one in unit.comments if one in self._comments)


def _with_cells(
    before: Sequence[Key], after: Sequence[Key], aligned: Aligned
) -> Iterator[Pair]:  # fmt: skip
    """Yield the pairs, and between them the cells that stand in each other's place.

    A cell often holds one word, so that a changed one has no word in common with what it was.
    """
    gone = {one.was for one in aligned.moved}
    came = {one.now for one in aligned.moved}
    ends = [Pair(-1, -1, "id"), *aligned.pairs, Pair(len(before), len(after), "id")]
    for last, following in pairwise(ends):
        old = [at for at in range(last.was + 1, following.was) if at not in gone]
        new = [at for at in range(last.now + 1, following.now) if at not in came]
        if len(old) == len(new) and all(before[at].group for at in old):
            yield from (Pair(a, b, "similar") for a, b in zip(old, new, strict=True)
                        if before[a].group == after[b].group)  # fmt: skip
        if following.was < len(before):
            yield following


def _gone(issued: Issued) -> Iterator[ReturnedParagraph]:
    """A paragraph that is not in the file, though nothing says that it was deleted."""
    if issued.text:
        change = ReturnedChange("deleted", issued.text, 0, tracked=False)
        yield ReturnedParagraph(issued.id, issued.number, issued.text, "", (change,))


def _without_number(unit: Unit, numbers: set[str]) -> None:
    """Take off a number that is text (`II.4.` and a tab), which belongs to no paragraph's words."""
    found = _OWN.match(unit.was or unit.now)
    if not found or found[1] not in numbers:
        return
    head = found[0]
    unit.now = unit.now.removeprefix(head)
    if unit.was:
        unit.was = unit.was.removeprefix(head)
        unit.changes = [replace(one, at=max(0, one.at - len(head))) for one in unit.changes]
    first = unit.changes[0] if unit.changes else None
    if first and first.text.startswith(head):
        shorter = replace(first, text=first.text.removeprefix(head))
        unit.changes[:1] = [shorter] if shorter.text else []


def _plain(spans: Sequence[Span]) -> Iterator[ReturnedChange]:
    """Yield the edits that no program tracked."""
    at = 0
    for span in spans:
        if span.change == "inserted":
            yield ReturnedChange("inserted", span.text, at, tracked=False)
            continue
        if span.change == "deleted":
            yield ReturnedChange("deleted", span.text, at, tracked=False)
        at += len(span.text)


def _placed(change: ReturnedChange, spans: Sequence[Span]) -> ReturnedChange:
    """Return a change with its place counted in the issued words, not in the file's."""
    issued = file = 0
    for span in spans:
        length = len(span.text)
        if span.change == "deleted":
            issued += length
        elif file + length > change.at:
            inside = change.at - file if span.change == "same" else 0
            return replace(change, at=issued + inside)
        else:
            file += length
            issued += length if span.change == "same" else 0
    return replace(change, at=issued)
