"""Comments that say what a paragraph rests on, for the annotated variant."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from plenary_tui.record.bracketing import Bracket

from ..annotated import UNSUPPORTED, Explain
from ..draft import Sources
from .elements import Element, add, new, w
from .runs import add_runs, fit

AUTHOR = "plenary-tui"
_INITIALS = "pl"


class Notes:
    """The comments of one document. explain: says an entry, given its id, in one line."""

    def __init__(self, explain: Explain, made: datetime | None) -> None:
        self._explain = explain
        self._date = f"{made.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}" if made else ""
        self.root = new("comments")

    def of_sources(self, sources: Sources) -> str:
        """Add a comment with the entries that something rests on; return its id."""
        return self._add([self._explain(one) for one in sources] or [UNSUPPORTED])

    def of_bracket(self, bracket: Bracket) -> str:
        """Add a comment that says whose bracket it is and why it stands; return its id."""
        said = f"Asked for by {bracket.owner}" if bracket.owner else "Not agreed"
        if bracket.why:
            said += f" ({bracket.why})"
        return self._add([f"{said}.", *(self._explain(one) for one in bracket.sources)])

    def _add(self, lines: Iterable[str]) -> str:
        number = str(len(self.root))
        comment = add(self.root, "comment", id=number, author=AUTHOR)
        if self._date:
            comment.set(w("date"), self._date)
        comment.set(w("initials"), _INITIALS)
        for line in lines:
            paragraph = add(comment, "p")
            add(add(paragraph, "pPr"), "pStyle", val="CommentText")
            add_runs(paragraph, fit(line))
        return number


def begin(paragraph: Element, number: str) -> None:
    """Begin what a comment is about."""
    add(paragraph, "commentRangeStart", id=number)


def end(paragraph: Element, number: str) -> None:
    """End what a comment is about, and put its mark there."""
    add(paragraph, "commentRangeEnd", id=number)
    run = add(paragraph, "r")
    add(add(run, "rPr"), "rStyle", val="CommentReference")
    add(run, "commentReference", id=number)
