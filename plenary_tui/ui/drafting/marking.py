"""Words of a paragraph in brackets: whose they are, where they stand, what a typed text says."""

from __future__ import annotations

from collections import Counter

from plenary_tui.documents.workshop import acts
from plenary_tui.errors import PlenaryError
from plenary_tui.record.bracketing import Marked
from plenary_tui.record.kinds import DraftEdit

from .view import DraftView

_OTHERWISE = "The paragraph reads otherwise by now: point to the place again."


def owners(view: DraftView, typed: str) -> tuple[str, ...]:
    """Return the codes of those who are named, commas between them; a name as typed if unlisted."""
    names = (one.strip() for one in typed.split(","))
    return tuple(dict.fromkeys(view.known(one) or one for one in names if one))


def bracketed(now: Marked, start: int, end: int, words: str, by: tuple[str, ...]) -> Marked:
    """Put brackets around words of a text. Raises PlenaryError where they stand there no more, or
    would cut through a bracket."""
    if now.text[start:end] != words or not words.strip():
        raise PlenaryError(_OTHERWISE)
    start += len(words) - len(words.lstrip())
    end -= len(words) - len(words.rstrip())
    for one in now.brackets:
        outside = end <= one.start or one.end <= start
        nested = (one.start < start and end < one.end) or (start <= one.start and one.end <= end)
        if not (outside or nested):
            raise PlenaryError("These words cut through a bracket: choose less, or all of it.")
    return now.wrapped(by=by, start=start, end=end)


def parted(view: DraftView, paragraph: str, words: str, at: int) -> DraftEdit:
    """Part a paragraph at a place that was pointed to in its words. Raises PlenaryError."""
    if view.workshop.marked(paragraph).text != words:
        raise PlenaryError(_OTHERWISE)
    return acts.split(view.workshop, paragraph, at)


def middle(words: str) -> int:
    """Return where a second part may begin: behind the sentence nearest to the middle."""
    ends = [at + 2 for at in range(len(words) - 2) if words[at : at + 2] in (". ", "; ")]
    half = len(words) // 2
    return min(ends, key=lambda at: abs(at - half), default=words.find(" ", half) + 1)


def says(view: DraftView, typed: Marked, original: Marked | None = None) -> str:
    """Return what the brackets of a typed text say; nothing where it has none.

    original: what it is a translation of; where that has others, it is said.
    """
    counted = _by_owner(typed)
    said = f"{len(typed.brackets)} in brackets: {_named(view, counted)}" if counted else ""
    if not counted and typed.text.count("[") != typed.text.count("]"):
        said = "A bracket sign has no counterpart: it is left as typed."
    if original is None or (there := _by_owner(original)) == counted:
        return said
    others = _named(view, there) if there else "none"
    return f"{said or 'No brackets'} · in the original: {others}"


def _by_owner(text: Marked) -> Counter[str]:
    return Counter(code for one in text.brackets for code in one.by or ("",))


def _named(view: DraftView, counted: Counter[str]) -> str:
    return ", ".join(f"{view.name(code)} {count}" for code, count in counted.items())
