"""Words with their brackets, each with its owner in it, and with what changed in them. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from plenary_tui.documents.comparing import Span
from plenary_tui.record.bracketing import Marked
from plenary_tui.ui.panels import Piece


def owned_pieces(marked: Marked, changes: Iterable[Span] = ()) -> Iterator[Piece]:
    """Yield the words of a text, each bracket with its owner in it: `[Tarn: words]`.

    changes: the spans from an earlier wording to this one. What came is `inserted`, and what
    went stands where it stood, as `deleted`.
    """
    cuts = {0, len(marked.text), *(n for one in marked.brackets for n in (one.start, one.end))}
    came: list[tuple[int, int]] = []
    went: dict[int, str] = {}
    at = 0
    for span in changes:
        if span.change == "deleted":
            went[at] = went.get(at, "") + span.text
            cuts.add(at)
            continue
        if span.change == "inserted":
            came.append((at, at + len(span.text)))
            cuts.update(came[-1])
        at += len(span.text)
    for start, end in pairwise(sorted(cuts)):
        if start in went:
            yield went.pop(start), "deleted"
        yield from _stretch(marked, start, end, came)
    yield from ((words, "deleted") for words in went.values())


def _stretch(
    marked: Marked, start: int, end: int, came: list[tuple[int, int]]
) -> Iterator[Piece]:  # fmt: skip
    """Yield the words between two places where something begins or ends."""
    inside = any(one.start <= start and end <= one.end for one in marked.brackets)
    is_new = any(first <= start and end <= last for first, last in came)
    part = "inserted" if is_new else "current" if inside else "plain"
    words = marked.text[start:end]
    opened = sorted(
        (one for one in marked.brackets if one.start == start), key=lambda one: -one.end
    )
    if opened and opened[0].owner:
        yield words[:1], part
        yield f"{opened[0].owner}: ", "title"
        words = words[1:]
    if words:
        yield words, part
