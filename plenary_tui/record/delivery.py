"""A prepared statement beside what was said: its sentences, and how each was delivered. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

_END = re.compile(r"""[.!?…؟]+["”»’')\]]*(?=\s)\s+|[。！？]+["”»’')\]]*\s*|\n\s*""")
"""Where a sentence can end, with the space behind it."""
_NO_END = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|No|Nos|Art|Arts|para|paras|cf|vs|e\.g|i\.e|H\.E|Mme|Mlle|[A-Z])"
    r"\.\s+)$"
)
"""A full stop that ends no sentence: of a short form, or of an initial."""

Act = Literal["", "written", "left_out", "changed"]


class Mark(NamedTuple):
    """How a sentence was delivered. words: as it was said, where otherwise. after: added to it."""

    act: Act = ""
    words: str = ""
    after: str = ""


UNMARKED = Mark()


def sentences(text: str) -> tuple[str, ...]:
    """Return a text in its sentences, each with the space behind it: joined they are the text."""
    found, start = [], 0
    for end in _END.finditer(text):
        if end.end() < len(text) and not _NO_END.search(text[start : end.end()]):
            found.append(text[start : end.end()])
            start = end.end()
    if start < len(text):
        found.append(text[start:])
    return tuple(found)


@dataclass(frozen=True)
class Delivery:
    """A statement being checked while it is read. at: the sentence that is being read."""

    parts: tuple[str, ...]
    marks: tuple[Mark, ...]
    at: int = 0

    @property
    def is_over(self) -> bool:
        """Whether every sentence was passed."""
        return self.at >= len(self.parts)

    @property
    def left(self) -> int:
        """How many sentences were not passed."""
        return len(self.parts) - self.at

    @property
    def mark(self) -> Mark:
        """How the present sentence is marked so far."""
        return UNMARKED if self.is_over else self.marks[self.at]

    @property
    def text(self) -> str:
        """The words as delivered; what is not marked was read as it is written."""
        return "".join(
            _said(part, mark) for part, mark in zip(self.parts, self.marks, strict=True)
        ).strip()

    @property
    def is_changed(self) -> bool:
        """Whether anything was said otherwise than it is written."""
        return any(mark.act in ("left_out", "changed") or mark.after for mark in self.marks)

    def read(self, act: Act, words: str = "") -> Delivery:
        """Mark the present sentence and go on to the next."""
        if self.is_over:
            return self
        if act == "changed" and words.strip() == self.parts[self.at].strip():
            act, words = "written", ""
        elif act == "changed" and not words.strip():
            act = "left_out"
        return replace(self._marked(Mark(act, words.strip(), self.mark.after)), at=self.at + 1)

    def added(self, words: str) -> Delivery:
        """Note what was added after the sentence that was read last; nothing takes it away."""
        place = max(0, self.at - 1)
        if not self.parts:
            return self
        marks = list(self.marks)
        marks[place] = marks[place]._replace(after=words.strip())
        return replace(self, marks=tuple(marks))

    def back(self) -> Delivery:
        """Go back to the sentence before; how it is marked stays until it is marked anew."""
        return replace(self, at=max(0, self.at - 1))

    def rest(self, act: Act) -> Delivery:
        """Mark all that is left, and be at the end."""
        left = tuple(mark._replace(act=act, words="") for mark in self.marks[self.at :])
        return replace(self, marks=(*self.marks[: self.at], *left), at=len(self.parts))

    def _marked(self, mark: Mark) -> Delivery:
        marks = (*self.marks[: self.at], mark, *self.marks[self.at + 1 :])
        return replace(self, marks=marks)


def begin(text: str) -> Delivery:
    """Begin to check a statement."""
    parts = sentences(text)
    return Delivery(parts, (UNMARKED,) * len(parts))


def difference(delivery: Delivery) -> str:
    """Say how what was delivered differs: `2 sentences left out, 1 changed`."""
    left_out = sum(mark.act == "left_out" for mark in delivery.marks)
    changed = sum(mark.act == "changed" for mark in delivery.marks)
    added = sum(bool(mark.after) for mark in delivery.marks)
    counted = [(left_out, "left out"), (changed, "changed"), (added, "added to")]
    found = [(number, how) for number, how in counted if number]
    if not found:
        return "as it was handed in"
    first, *others = found
    noun = "sentence" if first[0] == 1 else "sentences"
    said = [f"{first[0]} {noun} {first[1]}", *(f"{number} {how}" for number, how in others)]
    return ", ".join(said)


def _said(part: str, mark: Mark) -> str:
    body = part.rstrip()
    gap = part[len(body) :]
    words = {"left_out": "", "changed": mark.words}.get(mark.act, body)
    words = " ".join(one for one in (words, mark.after) if one)
    return words + gap if words else ""
