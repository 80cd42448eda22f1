"""What becomes of each paragraph of a draft in the Chair's summary."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal

from ..checks.passages import Passage, covered
from ..draft import Paragraph, Sources
from ..language.verbs import strength
from ..wording import capital, stopped
from .standing import EDITORIAL, PENDING, WORDED, Standings
from .weakening import reads_as_decided, weakened
from .words import ChairsWords

Fate = Literal["agreed", "told", "weaker", "neutral", "out"]
"""What became of a paragraph: stated as a fact, as it was, weaker, in neutral words, left out."""
_MARKS = "«»“” \u00a0\u202f"
_NARRATED = 5
"""The class of `noted` and `discussed`: what a clean part of a blocked paragraph may say."""


@dataclass(frozen=True)
class Moved:
    """A numbered paragraph of the draft. heading: its subject. fate: what became of it."""

    number: str
    heading: str
    fate: Fate
    sources: Sources


@dataclass(frozen=True)
class NotAgreed:
    """What was not agreed: where it stands in the draft, and why. item: of that paragraph's list.

    number: empty in an annex.
    """

    number: str
    heading: str
    reason: str
    item: bool
    sources: Sources


@dataclass
class Turner:
    """Turns paragraphs in the order of the draft, and remembers what became of them.

    drops: blocked ones are left out, else put in neutral words. clean: the numbers and sources
    of paragraphs whose words were agreed, by how far.
    """

    words: ChairsWords
    standings: Standings
    language: str
    drops: bool
    moved: list[Moved] = field(default_factory=list)
    open: list[NotAgreed] = field(default_factory=list)
    clean: dict[str, list[Paragraph]] = field(default_factory=dict)
    number: str = ""

    def turn(
        self, paragraph: Paragraph, heading: str, *, inside: bool = False
    ) -> tuple[Fate, Paragraph | None]:
        """Return what became of a paragraph, and how it stands now, its number still the draft's.

        inside: it is an item of a list or stands in an annex, where nothing takes the place of
        what is left out.
        """
        self.number = paragraph.number or self.number
        fate, made = self._turned(paragraph, heading, inside=inside)
        if paragraph.number:
            self.moved.append(Moved(paragraph.number, heading, fate, paragraph.sources))
        return fate, made

    def give_up(self, opening: Paragraph, heading: str) -> Paragraph | None:
        """Turn the last paragraph after all, of whose list nothing is left; return its stand-in."""
        if opening.number:
            fate: Fate = "out" if self.drops else "neutral"
            self.moved[-1] = replace(self.moved[-1], fate=fate)
        return None if self.drops else self._neutral(replace(opening, text=""), heading, "")

    def _turned(
        self, paragraph: Paragraph, heading: str, *, inside: bool
    ) -> tuple[Fate, Paragraph | None]:
        stands = self.standings.of(paragraph)
        if stands.reason:
            self.open.append(NotAgreed(
                self.number, heading, stands.reason, inside and not paragraph.number,
                paragraph.sources,
            ))  # fmt: skip
        if stands.blocked:
            if stands.adopted and not inside:
                told = self.words.partly.format(n=self.number)
                return "agreed", Paragraph(told, paragraph.sources, number=paragraph.number)
            if inside or self.drops:
                return "out", None
            return "neutral", self._neutral(paragraph, heading, stands.reason)
        if paragraph.status != "open" and paragraph.number:
            self.clean.setdefault(paragraph.status, []).append(paragraph)
        paragraph = replace(paragraph, continues=False)
        return ("agreed", paragraph) if stands.adopted else self._told(paragraph)

    def _told(self, paragraph: Paragraph) -> tuple[Fate, Paragraph]:
        """Return what nobody adopted, in words that do not say so."""
        said = _sentences(paragraph.text)
        if not any(reads_as_decided(one, self.language) for one in said):
            return "told", paragraph
        kept = [weakened(one, language=self.language) for one in said]
        if not all(kept):
            kept.append(self.words.examined)
        return "weaker", replace(paragraph, text=_joined(kept))

    def _neutral(self, paragraph: Paragraph, heading: str, reason: str) -> Paragraph:
        """Say that views differed, after what the clean part of a paragraph tells."""
        named = heading.strip(_MARKS)  # a French draft quotes a title that is not French
        on = self.words.about.format(heading=named) if named else ""
        form = self.words.disputed if reason == "disputed" else self.words.differed
        form = self.words.pending if reason in (*PENDING, WORDED) else form
        clean = [] if reason in ("disputed", WORDED) else self._clean_part(paragraph)
        told = _joined([*clean, form.format(on=on, n=self.number)])
        return Paragraph(told, paragraph.sources, number=paragraph.number)

    def _clean_part(self, paragraph: Paragraph) -> list[str]:
        """Return the sentences outside all brackets that tell what was noted or discussed."""
        text = EDITORIAL.sub("", paragraph.text)
        if text.count("[") != text.count("]"):
            return []
        spans = [(one.start, one.end) for one in paragraph.brackets]
        found = []
        for at, said in _placed(paragraph.text):
            if any(start < at + len(said) and at < end for start, end in spans):
                continue
            if "[" in said or "]" in said:
                continue
            weak = weakened(said, ranks=4, language=self.language)
            if weak and strength(weak) == _NARRATED:
                found.append(weak)
        return found


def _placed(text: str) -> list[tuple[int, str]]:
    """Return the sentences of a text with their places."""
    read = Passage(text, covered(text))
    return [(at, text[at : at + len(told)]) for at, told in read.sentences()]


def _sentences(text: str) -> list[str]:
    return [said for _, said in _placed(text)]


def _joined(sentences: list[str]) -> str:
    """Return sentences as one text; what a semicolon ended is a sentence of its own."""
    return " ".join(stopped(capital(one.strip().rstrip(";"))) for one in sentences if one.strip())
