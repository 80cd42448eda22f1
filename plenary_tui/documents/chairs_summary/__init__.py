"""The Chair's summary: the way out where a communiqué finds no consensus.

The Chair issues it alone, so it is neither a draft nor a final of the meeting's text: it has no
state, and neither the symbol, the version nor the mark of the communiqué. It never reads as
decided; what was adopted stays a fact, in a part of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

from babel.dates import format_date

from plenary_tui.record.meeting import Meeting

from ..draft import Block, Draft, Listing, Paragraph, Row, Section, Sources, Table
from ..numbering import Part, numbered
from ..wording import capital, sentence
from .standing import Standings
from .turning import Fate, Turner
from .weakening import reads_as_decided
from .words import ChairsWords, chairs_words

Blocked = Literal["neutralise", "drop"]


def chairs_summary(
    draft: Draft, blocked: Blocked = "neutralise", *, meeting: Meeting | None = None
) -> Draft:  # fmt: skip
    """Turn a communiqué's draft into a Chair's summary.

    A paragraph is blocked that has an open bracket or rests on a disputed text: `neutralise` says
    in its place that views differed, `drop` leaves it out and counts it. Either way it is listed
    by its number in the draft and its subject, never by whose the brackets are. meeting: what
    tells the adopted from the rest; without it nothing is said to have been adopted.
    """
    words = chairs_words(draft.language)
    turner = Turner(words, Standings(meeting, draft.made), draft.language, blocked == "drop")
    return _Summary(draft, words, turner, knows=meeting is not None).made()


@dataclass
class _Split:
    """What a section of the draft became: facts that were agreed, and what is only told."""

    facts: list[Block] = field(default_factory=list)
    told: list[Block] = field(default_factory=list)
    fact_sections: list[Section] = field(default_factory=list)
    told_sections: list[Section] = field(default_factory=list)


@dataclass
class _Summary:
    """One summary, made section by section. knows: the record tells what was adopted."""

    draft: Draft
    words: ChairsWords
    turner: Turner
    knows: bool

    def made(self) -> Draft:
        """Return the summary: whose it is, the meeting, what was agreed, discussed, and not."""
        facts: list[Section] = []
        told: list[Section] = []
        meeting: list[Section] = []
        annexes: list[Section] = []
        for section in self.draft.sections:
            split = self._split(section)
            if section.annex:
                annexes += self._annex(section, split)
                continue
            facts += _section(section.heading, split.facts, split.fact_sections)
            heading = self._subject(section)
            rest = _section(heading, split.told, split.told_sections)
            (told if section.heading else meeting).extend(rest)
        words = self.words
        parts = [
            Part("chair", Section("", (self._opening(),))),
            *(Part("meeting", one) for one in meeting),
            Part("agreed", Section(words.agreed, self._agreed(facts), tuple(facts))),
            Part("discussed", Section(words.discussed, sections=tuple(told))),
            Part("open", Section(words.not_agreed, self._not_agreed())),
            *(Part(one.key, one) for one in annexes),
        ]
        kept = [part for part in parts if part.section.blocks or part.section.sections]
        sections = numbered(kept)
        table = self._table([part.section for part in kept], sections)
        return replace(
            self.draft, register=words.register, sections=(*sections, *table), state="",
            version="", symbol="", origin=None,
        )  # fmt: skip

    def _split(self, section: Section) -> _Split:
        """Turn the paragraphs of a section, and put each where it belongs."""
        found = _Split()
        heading = self._subject(section)
        last: Fate | Literal[""] = ""
        for block in section.blocks:
            if isinstance(block, Paragraph):
                last, made = self.turner.turn(block, heading, inside=section.annex)
                if made:
                    (found.facts if last == "agreed" else found.told).append(made)
            elif isinstance(block, Listing):
                self._list(found, block, heading, last if not section.annex else "")
            else:
                found.told.append(block)
        for inner in section.sections:
            deeper = self._split(replace(inner, annex=section.annex))
            found.fact_sections += _section(inner.heading, deeper.facts, deeper.fact_sections)
            found.told_sections += _section(self._subject(inner), deeper.told, deeper.told_sections)
        return found

    def _list(self, found: _Split, block: Listing, heading: str, opened: str) -> None:
        """Put the items of a list where they belong. opened: what became of the words before it.

        A list goes with the words that open it, but for what was adopted.
        """
        turned = [self.turner.turn(item, heading, inside=True) for item in block.items]
        facts = tuple(made for fate, made in turned if made and fate == "agreed")
        told = tuple(made for fate, made in turned if made and fate != "agreed")
        if facts:
            found.facts.append(Listing(facts))
        if told and opened not in ("neutral", "out"):
            found.told.append(Listing(told))
        if opened in ("told", "weaker") and not (facts or told):
            opening = found.told.pop()
            assert isinstance(opening, Paragraph)
            made = self.turner.give_up(opening, heading)
            found.told += [made] if made else []

    def _annex(self, section: Section, split: _Split) -> list[Section]:
        """Return an annex; one that is headed as adopted holds nothing else."""
        facts = _section(section.heading, split.facts, split.fact_sections)
        if not self._claims(section.heading):
            facts = _section(
                section.heading, [*split.facts, *split.told],
                [*split.fact_sections, *split.told_sections],
            )  # fmt: skip
        return [replace(one, annex=True, key=section.key or "annex") for one in facts]

    def _claims(self, heading: str) -> bool:
        return reads_as_decided(heading, self.draft.language)

    def _subject(self, section: Section) -> str:
        """Return a heading as a subject; one that says that something was adopted is none."""
        return "" if self._claims(section.heading) else section.heading

    def _opening(self) -> Paragraph:
        """Say whose the summary is, and what it was drawn from."""
        draft, words = self.draft, self.words
        made = ""
        if draft.made:
            on = format_date(draft.made.date(), "d MMMM y", locale=draft.language)
            made = f", {on}, {draft.made:%H:%M %Z}"
        version = words.version.format(label=draft.version) if draft.version else ""
        told = f"{words.opening} {words.drawn.format(version=version, made=made)}"
        return Paragraph(told, _sources(one.sources for one in self.turner.open) or self._first())

    def _first(self) -> Sources:
        return next((one.sources for one in self.draft.paragraphs() if one.sources), ())

    def _agreed(self, facts: list[Section]) -> tuple[Block, ...]:
        """Say that what follows was adopted, and whose words were agreed in negotiation."""
        words = self.words
        found: list[Block] = []
        if facts:
            behind = Draft("", "", sections=tuple(facts)).paragraphs()
            found.append(Paragraph(words.adopted, _sources(one.sources for one in behind)))
        elif self.knows:
            found.append(Paragraph(words.nothing_adopted, self._first()))
        for status, form in (("agreed", words.wording), ("agreed_ad_ref", words.ad_ref)):
            clean = self.turner.clean.get(status, [])
            if clean:
                named = [words.paragraph.format(n=one.number) for one in clean]
                told = form.format(which=self._joined(named))
                found.append(Paragraph(told, _sources(one.sources for one in clean)))
        return tuple(found)

    def _joined(self, names: list[str]) -> str:
        if len(names) < 2:
            return "".join(names)
        return f"{', '.join(names[:-1])} {self.words.and_} {names[-1]}"

    def _not_agreed(self) -> tuple[Block, ...]:
        """List what was not agreed, by its number in the draft and its subject."""
        words = self.words
        held = self.turner.open
        if not held:
            return (Paragraph(words.nothing_listed, self._first()),)
        items = []
        for one in held:
            place = (words.item if one.item else words.paragraph).format(n=one.number)
            why = words.reasons[one.reason]
            told = f"{one.heading} ({why})" if one.heading else why
            items.append(
                Paragraph(
                    sentence(told), one.sources, lead=words.label.format(place=capital(place))
                )
            )
        found: list[Block] = [
            Paragraph(words.listed, _sources(one.sources for one in held)),
            Listing(tuple(items)),
        ]
        left = [one for one in self.turner.moved if one.fate == "out"]
        if left:
            told = words.one_left_out if len(left) == 1 else words.left_out
            found.append(
                Paragraph(told.format(count=len(left)), _sources(one.sources for one in left))
            )
        return tuple(found)

    def _table(self, before: Iterable[Section], after: Iterable[Section]) -> list[Section]:
        """Return the annex that leads from the draft's numbers to those of the summary."""
        old = [one.number for section in before for one in _counted(section)]
        new = [one.number for section in after for one in _counted(section)]
        places = {was: now for was, now in zip(old, new, strict=True) if was}
        rows = tuple(
            Row((one.number, one.heading, places.get(one.number, "–"),
                 self.words.fates[one.fate]), one.sources)
            for one in self.turner.moved
        )  # fmt: skip
        table = (Table(self.words.columns, rows),)
        return [Section(self.words.table, table, annex=True, key="places")] if rows else []


def _section(heading: str, blocks: list[Block], inner: list[Section]) -> list[Section]:
    """Return a section, none where it has no content."""
    return [Section(heading, tuple(blocks), tuple(inner))] if blocks or inner else []


def _counted(section: Section) -> Iterator[Paragraph]:
    """Yield the paragraphs that bear numbers, in the order in which they are counted."""
    if section.annex:
        return
    yield from (one for one in section.blocks if isinstance(one, Paragraph))
    for inner in section.sections:
        yield from _counted(inner)


def _sources(several: Iterable[Sources]) -> Sources:
    return tuple(dict.fromkeys(source for one in several for source in one))
