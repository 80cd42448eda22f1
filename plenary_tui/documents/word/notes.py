"""What a paragraph rests on and whose a bracket is, for the annotated variant: as comments or as
footnotes."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable
from datetime import UTC, datetime

from plenary_tui.record.bracketing import Bracket

from ..annotated import Explain
from ..draft import Draft, Sources
from .elements import Element, add, new, w
from .language import language_of
from .options import WordOptions
from .runs import add_runs, fit

AUTHOR = "plenary-tui"
_INITIALS = "pl"
SOURCE_NOTE = "SourceNote"
"""The style of our footnotes, by which they are told from those of a delegation."""

_SEPARATORS = (("-1", "separator"), ("0", "continuationSeparator"))
_GAP = "60"
"""Between two marks, in twentieths of a point: ⁹ and ¹⁰ side by side would read as ⁹¹⁰."""


class Notes(ABC):
    """The notes of one document. explain: says an entry, given its id, in one line."""

    kind: str

    def __init__(self, explain: Explain, draft: Draft) -> None:
        self._explain = explain
        self._words = language_of(draft)
        self.root = new(self.kind)
        self.empty = True

    def of_sources(self, sources: Sources) -> str:
        """Add a note with the entries that something rests on; return its id."""
        return self._add([self._explain(one) for one in sources] or [self._words.unsupported])

    def of_bracket(self, bracket: Bracket) -> str:
        """Add a note that says whose bracket it is and why it stands; return its id."""
        words = self._words
        said = words.asked_for.format(bracket.owner) if bracket.owner else words.not_agreed
        if bracket.why:
            said += f" ({bracket.why})"
        return self._add([f"{said}.", *(self._explain(one) for one in bracket.sources)])

    def _add(self, lines: Iterable[str]) -> str:
        self.empty = False
        return self._write([fit(line) for line in lines])

    @abstractmethod
    def _write(self, lines: list[str]) -> str:
        """Write a note; return its id."""

    @abstractmethod
    def begin(self, paragraph: Element, number: str) -> None:
        """Begin what a note is about."""

    @abstractmethod
    def end(self, paragraph: Element, number: str) -> None:
        """End what a note is about, and put its mark there."""


class Comments(Notes):
    """Notes in the margin, dated as the draft is."""

    kind = "comments"

    def __init__(self, explain: Explain, draft: Draft) -> None:
        super().__init__(explain, draft)
        made: datetime | None = draft.made
        self._date = f"{made.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}" if made else ""

    def _write(self, lines: list[str]) -> str:
        number = str(len(self.root))
        comment = add(self.root, "comment", id=number, author=AUTHOR)
        if self._date:
            comment.set(w("date"), self._date)
        comment.set(w("initials"), _INITIALS)
        for line in lines:
            paragraph = add(comment, "p")
            add(add(paragraph, "pPr"), "pStyle", val="CommentText")
            add_runs(paragraph, line)
        return number

    def begin(self, paragraph: Element, number: str) -> None:
        add(paragraph, "commentRangeStart", id=number)

    def end(self, paragraph: Element, number: str) -> None:
        add(paragraph, "commentRangeEnd", id=number)
        run = add(paragraph, "r")
        add(add(run, "rPr"), "rStyle", val="CommentReference")
        add(run, "commentReference", id=number)


class Footnotes(Notes):
    """Notes at the foot of the page, which are printed with it."""

    kind = "footnotes"

    def __init__(self, explain: Explain, draft: Draft) -> None:
        super().__init__(explain, draft)
        self._said: list[list[str]] = []
        for number, kind in _SEPARATORS:
            note = add(self.root, "footnote", type=kind, id=number)
            paragraph = add(note, "p")
            add(add(paragraph, "pPr"), "pStyle", val="FootnoteText")
            add(add(paragraph, "r"), kind)

    def _write(self, lines: list[str]) -> str:
        self._said.append(lines)
        return str(len(self._said))

    def begin(self, paragraph: Element, number: str) -> None:
        """A footnote is about what stands before its mark."""

    def end(self, paragraph: Element, number: str) -> None:
        """Write the note here: some programs take the notes in the order of their marks."""
        mark = str(len(self.root) - len(_SEPARATORS) + 1)
        if len(paragraph) and paragraph[-1].find(w("footnoteReference")) is not None:
            add(paragraph[-1].find(w("rPr")), "spacing", val=_GAP)
        run = add(paragraph, "r")
        add(add(run, "rPr"), "rStyle", val="FootnoteReference")
        add(run, "footnoteReference", id=mark)
        note = add(self.root, "footnote", id=mark)
        for place, line in enumerate(self._said[int(number) - 1]):
            written = add(note, "p")
            add(add(written, "pPr"), "pStyle", val=SOURCE_NOTE)
            if not place:
                run = add(written, "r")
                add(add(run, "rPr"), "rStyle", val="FootnoteReference")
                add(run, "footnoteRef")
                add_runs(written, " ")
            add_runs(written, line)


def notes_of(explain: Explain | None, draft: Draft, options: WordOptions) -> Notes | None:
    """Return the notes of a file; None where it is not annotated."""
    if explain is None:
        return None
    return (Footnotes if options.sources == "footnotes" else Comments)(explain, draft)
