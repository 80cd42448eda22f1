"""Two versions of a draft, for what compares them: any two that could be, alike and unlike."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from hypothesis import assume
from hypothesis import strategies as st

from plenary_tui.documents.draft import (
    Block,
    Draft,
    Listing,
    Origin,
    Paragraph,
    Row,
    Section,
    Table,
)
from plenary_tui.documents.lines import lines
from plenary_tui.record.bracketing import Bracket

from .drafts import LINES, MADE, NUMBERS, STATUSES, WORDS

VOCABULARY = (
    "the",
    "Plenary",
    "noted",
    "[agreed",
    "to]",
    "report",
    "of",
    "שלום",
    "Ελληνικά",
    "x\ny",
)
SENTENCES = st.lists(st.sampled_from(VOCABULARY), max_size=12).map(" ".join) | WORDS
IDS = st.sampled_from(["", *(f"body.hall-{number}" for number in range(8))])


def _bracketed(paragraph: Paragraph) -> Paragraph:
    start, end = paragraph.text.find("["), paragraph.text.rfind("]") + 1
    marks = (Bracket(start, end, "Keldia", "", ("hall-2",)),) if 0 <= start < end else ()
    return Paragraph(
        paragraph.text, paragraph.sources, paragraph.lead, paragraph.number, paragraph.id,
        paragraph.continues, marks, paragraph.status,
    )  # fmt: skip


# No composer writes a paragraph without words.
PARAGRAPHS = st.builds(
    Paragraph, text=SENTENCES.filter(str.strip), sources=st.just(("hall-1",)),
    lead=st.sampled_from(["", "", "Novaria:"]), number=NUMBERS | st.just("II.4"), id=IDS,
    continues=st.booleans(), status=STATUSES,
).map(_bracketed)  # fmt: skip
CELLS = st.sampled_from(["", "a", "b", "c and d"])
TABLES = st.one_of(
    *(
        st.lists(st.lists(CELLS, min_size=wide, max_size=wide).map(tuple), min_size=1, max_size=4)
        for wide in (1, 2, 3)
    )
).map(lambda rows: Table(rows[0], tuple(Row(cells, ("hall-1",)) for cells in rows[1:])))
LISTS = st.lists(PARAGRAPHS, min_size=1, max_size=3).map(tuple).map(Listing)
BLOCKS: st.SearchStrategy[Block] = PARAGRAPHS | PARAGRAPHS | LISTS | TABLES
SECTIONS = st.builds(
    Section, st.sampled_from(["", "One", "Two"]) | LINES, st.lists(BLOCKS, max_size=5).map(tuple),
    st.lists(st.builds(Section, st.just("Inner"), st.lists(BLOCKS, max_size=2).map(tuple)),
             max_size=1).map(tuple),
    annex=st.booleans(),
)  # fmt: skip


def _stands_apart(draft: Draft) -> bool:
    """Whether no two tables stand together, which no composer writes."""
    kinds = [line.kind for line in lines(draft)]
    return all(pair != ("table", "table") for pair in pairwise(kinds))


VERSIONS = st.builds(
    Draft, st.just("Communiqué"), st.sampled_from(["", "Title", "Other title"]),
    st.lists(LINES, max_size=2).map(tuple), st.lists(SECTIONS, max_size=3).map(tuple),
    state=st.just("DRAFT"), version=st.just("2"), made=st.just(MADE),
    origin=st.just(Origin("training", "00ff")),
).filter(_stands_apart)  # fmt: skip


def _with_ids(section: Section, count: Iterator[int]) -> Section:
    blocks = tuple(
        replace(one, id=f"body.hall-{next(count)}")
        if isinstance(one, Paragraph)
        else replace(one, items=tuple(replace(each, id="") for each in one.items))
        if isinstance(one, Listing)
        else one
        for one in section.blocks
    )
    inner = tuple(_with_ids(one, count) for one in section.sections)
    return replace(section, blocks=blocks, sections=inner)


@st.composite
def _edited(draw: st.DrawFn) -> tuple[Draft, Draft]:
    """Return a draft and what somebody made of it: words changed, paragraphs gone, come, moved."""
    before = draw(VERSIONS)
    count = itertools.count()
    before = replace(before, sections=tuple(_with_ids(one, count) for one in before.sections))

    def words_of(paragraph: Paragraph) -> Paragraph:
        words = paragraph.text.split(" ")
        at = draw(st.integers(0, len(words)))
        words[at : at + draw(st.integers(0, 2))] = draw(
            st.lists(st.sampled_from(VOCABULARY), max_size=2)
        )
        text = " ".join(words).strip() or draw(st.sampled_from(VOCABULARY))
        return _bracketed(replace(paragraph, text=text, brackets=()))

    def section_of(section: Section) -> Section:
        blocks: list[Block] = []
        for one in section.blocks:
            what = draw(st.sampled_from(["stay", "words", "words", "go", "come", "move"]))
            if not isinstance(one, Paragraph) or what == "stay":
                blocks.append(one)
            elif what == "move":
                blocks.insert(0, one)
            elif what != "go":
                blocks.append(words_of(one))
                if what == "come":
                    blocks.append(replace(draw(PARAGRAPHS), id=""))
        inner = tuple(section_of(one) for one in section.sections)
        return replace(section, blocks=tuple(blocks), sections=inner)

    after = replace(before, sections=tuple(section_of(one) for one in before.sections))
    assume(_stands_apart(after))
    return before, after


EDITED = _edited()
"""A draft, and what somebody made of it: every id stands once, as in a file that went out."""
PAIRS = st.tuples(VERSIONS, VERSIONS) | EDITED
"""An earlier and a later draft."""
