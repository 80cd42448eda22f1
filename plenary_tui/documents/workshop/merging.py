"""Words asked for against words that have changed meanwhile: merged, or laid beside each other.

The laws: merging gives exactly the asked words where nothing changed in between; of words that are
laid beside each other, cleaning the brackets for one side or the other gives exactly that side.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from plenary_tui.record.bracketing import LABEL, Bracket, Marked, mark

from ..comparing import words

CLOSE = 2
"""Two changes with at most so many words between them are laid beside as one."""
_LABELS = {"": "Alternative: ", "fr": "Variante : "}
"""What an alternative is called, by language."""
_OPENING, _STOPS = "“„«‘(", ".,;:!?”»’)"


class _Edit(NamedTuple):
    """In place of `text[start:end]` stands `text`."""

    start: int
    end: int
    text: str

    def touches(self, other: _Edit) -> bool:
        """Whether it is not known which of two comes first, or what both leave."""
        if max(self.start, other.start) < min(self.end, other.end):
            return True
        inserts = self.start == self.end or other.start == other.end
        return inserts and self.start <= other.end and other.start <= self.end


def merged(was: str, today: str, asked: str) -> str | None:
    """Return today's words with the change from `was` to `asked` made in them.

    None where both changed the same words, so that one of them would be lost.
    """
    if was == today or today == asked:
        return asked
    ours, theirs = list(_edits(was, today)), list(_edits(was, asked))
    fresh = [one for one in theirs if one not in ours]
    if any(one.touches(other) for one in fresh for other in ours):
        return None
    found = was
    for one in sorted((*ours, *fresh), reverse=True):
        found = found[: one.start] + one.text + found[one.end :]
    return found


def _edits(was: str, now: str) -> Iterator[_Edit]:
    at = 0
    spans = [*words(was, now)]
    for span, following in pairwise((*spans, None)):
        if span is None or span.change == "inserted":
            continue
        end = at + len(span.text)
        came = following.text if following and following.change == "inserted" else ""
        if span.change == "deleted":
            yield _Edit(at, end, came)
        elif came:
            yield _Edit(end, end, came)
        at = end
    if spans and spans[0].change == "inserted":
        yield _Edit(0, 0, spans[0].text)


def carried(today: Marked, text: str, by: tuple[str, ...], source: str = "") -> Marked:
    """Return a text with the brackets that today's words have and it still has.

    Those that came with it belong to `by`, who asked for it in the entry `source`.
    """
    places = dict(_same_signs(today.text, text))
    pairs = {(one.start, one.end): one for one in mark(text, ()).brackets}
    found: dict[tuple[int, int], Bracket] = {}
    left = []
    for one in today.brackets:
        place = (places.get(one.start, -1), places.get(one.end - 1, -2) + 1)
        if place in pairs:
            found[place] = one
        else:
            left.append(one)
    for one in left:
        inner = today.text[one.start : one.end]
        free = (at for at in pairs if at not in found and text[at[0] : at[1]] == inner)
        if (place := next(free, (-1, -1))) in pairs:
            found[place] = one
    sources = (source,) if source else ()
    brackets = []
    for (start, end), pair in pairs.items():
        known = found.get((start, end), replace(pair, by=by, sources=sources))
        alternative = LABEL.match(text, start + 1) is not None
        brackets.append(replace(known, start=start, end=end, alternative=alternative))
    return Marked(text, tuple(brackets))


def _same_signs(was: str, now: str) -> Iterator[tuple[int, int]]:
    """Yield the places of the bracket signs that stayed, in both texts."""
    old = new = 0
    for span in words(was, now):
        if span.change == "same":
            yield from (
                (old + at, new + at) for at, sign in enumerate(span.text) if sign in "[]"
            )  # fmt: skip
        old += len(span.text) * (span.change != "inserted")
        new += len(span.text) * (span.change != "deleted")


class _Run(NamedTuple):
    """`today.text[start:end]` reads `asked.text[low:high]` there; each may be empty."""

    start: int
    end: int
    low: int
    high: int


def beside(
    today: Marked, asked: Marked, by: tuple[str, ...], source: str = "", language: str = ""
) -> Marked:  # fmt: skip
    """Return both texts in one: where they differ, today's words and the asked ones in brackets.

    What only comes, or only goes, stands in a bracket alone; to words that have alternatives
    already one more is laid. by, source: of the new brackets.
    """
    for runs in (_runs(today, asked), [_hull(today, asked)]):
        found: Marked | None = today
        for run in reversed(runs):
            found = found and _laid(found, run, asked, by, source, language)
        if found:
            return found
    whole = _Run(0, len(today.text), 0, len(asked.text))
    found = _laid(today, whole, asked, by, source, language)
    return found if found else today


def _laid(
    today: Marked, run: _Run, asked: Marked, by: tuple[str, ...], source: str, language: str
) -> Marked | None:  # fmt: skip
    """Lay one run beside; None where either side could not be cleaned again exactly."""
    sources = (source,) if source else ()
    start, end, low, high = run
    if _cut_through(today, start, end) or _cut_through(asked, low, high):
        return None
    offered = asked.cut(low, high)
    if start == end:
        last = start == len(today.text)
        gap = " " if today.text else ""
        new = offered.wrapped(by=by, sources=sources)
        found = _inserted(today, start, new.inside(gap * last, gap * (not last)))
        own = _at(found, start + len(gap) * last)
        sides = found.without(own), found.unwrapped(own)
        wanted = f"{gap * last}{offered.text}{gap * (not last)}"
    else:
        is_group = low < high and today.cut(start, end).is_bracketed
        found = today
        if not is_group:
            found = today.wrapped(start=start, end=end, by=by, sources=sources)
        if low == high:
            own = _at(found, start)
            sides = found.unwrapped(own), found.without(own)
            if end < len(today.text):
                end += 1
            elif start:
                start -= 1
            wanted = ""
        else:
            label = Marked(_LABELS.get(language, _LABELS[""])).followed_by("", offered)
            new = label.wrapped(by=by, sources=sources, alternative=True)
            behind = end if is_group else end + 2
            found = _inserted(found, behind, new.inside(" "))
            own = _at(found, behind + 1)
            kept = found.without(own) if is_group else found.settled(_at(found, start))
            sides = kept, found.settled(own)
            wanted = offered.text
    told = today.text[:start] + wanted + today.text[end:]
    holds = sides[0].text == today.text and sides[1].text == told
    return found if holds and {*sides[0].brackets} == {*today.brackets} else None


def _cut_through(text: Marked, start: int, end: int) -> list[Bracket]:
    """Return the brackets that a stretch of a text holds one sign of, and not the other."""
    return [
        one for one in text.brackets
        if one.start < start < one.end <= end or start <= one.start < end < one.end
    ]  # fmt: skip


def _at(found: Marked, start: int) -> Bracket:
    """Return the outermost bracket that begins at a place."""
    return max((one for one in found.brackets if one.start == start), key=lambda one: one.end)


def _inserted(text: Marked, at: int, new: Marked) -> Marked:
    """Return a text with another one put in at a place; what encloses the place grows."""
    by = len(new.text)
    kept = (
        replace(one, start=one.start + by * (one.start >= at), end=one.end + by * (one.end > at))
        for one in text.brackets
    )
    moved = (replace(one, start=one.start + at, end=one.end + at) for one in new.brackets)
    return Marked(text.text[:at] + new.text + text.text[at:], (*kept, *moved))


def _runs(today: Marked, asked: Marked) -> list[_Run]:
    """Return where two texts differ, by words between spaces; close ones count as one."""
    from rapidfuzz.distance import Indel

    old, new = today.text.split(" "), asked.text.split(" ")
    found: list[list[int]] = []
    for step in Indel.opcodes(old, new):
        if step.tag == "equal":
            continue
        if found and step.src_start - found[-1][1] <= CLOSE:
            found[-1][1], found[-1][3] = step.src_end, step.dest_end
        else:
            found.append([step.src_start, step.src_end, step.dest_start, step.dest_end])
    runs = [_Run(*_signs(old, one[0], one[1]), *_signs(new, one[2], one[3])) for one in found]
    return [_bare(run, today.text, asked.text) for run in runs]


def _bare(run: _Run, today: str, asked: str) -> _Run:
    """Return a run without the signs that both sides begin or end in: the text around has them."""
    start, end, low, high = run
    while _shares(today, start, end, asked, low, high, _STOPS, at=-1):
        end, high = end - 1, high - 1
    while _shares(today, start, end, asked, low, high, _OPENING, at=0):
        start, low = start + 1, low + 1
    return _Run(start, end, low, high)


def _shares(
    today: str, start: int, end: int, asked: str, low: int, high: int, signs: str, *, at: int
) -> bool:  # fmt: skip
    one, other = today[start:end], asked[low:high]
    return min(len(one), len(other)) > 1 and one[at] == other[at] and one[at] in signs


def _signs(parts: list[str], first: int, last: int) -> tuple[int, int]:
    """Return where the parts from one to before another stand in their text."""
    start = sum(len(one) + 1 for one in parts[:first])
    if first == last:
        start = min(start, sum(len(one) + 1 for one in parts) - 1)
        return start, start
    return start, start + len(" ".join(parts[first:last]))


def _hull(today: Marked, asked: Marked) -> _Run:
    """Return the one run of all that differs, grown until it cuts through no bracket."""
    old, new = today.text.split(" "), asked.text.split(" ")
    least = min(len(old), len(new))
    head = next((at for at in range(least) if old[at] != new[at]), least)
    tail = next((at for at in range(least - head) if old[-1 - at] != new[-1 - at]), least - head)
    while True:
        run = _Run(*_signs(old, head, len(old) - tail), *_signs(new, head, len(new) - tail))
        cut = [
            (one.start < start, end < one.end)
            for start, end, side in ((run.start, run.end, today), (run.low, run.high, asked))
            for one in _cut_through(side, start, end)
        ]
        if not cut or not (head or tail):
            return run
        head -= bool(head) and any(left for left, _ in cut)
        tail -= bool(tail) and any(right for _, right in cut)
