"""Drafts for the Word writer: one with everything in it, and any that could be."""

from __future__ import annotations

from datetime import datetime
from typing import get_args
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from plenary_tui.documents.draft import (
    Block,
    Draft,
    DraftState,
    Listing,
    Paragraph,
    Row,
    Section,
    Table,
)
from plenary_tui.record.bracketing import Bracket
from plenary_tui.record.clean import clean
from plenary_tui.record.kinds import ParagraphStatus

MADE = datetime(2018, 6, 21, 18, 5, tzinfo=ZoneInfo("Europe/Brussels"))
OPEN = "The Plenary met [in Antwerp / [in Brussels]] and went home."


def bracket(words: str, owner: str = "", why: str = "") -> Bracket:
    """Return the bracket around `words` in the paragraph above."""
    start = OPEN.index(words)
    return Bracket(start, start + len(words), owner, why, ("hall-9",))


NUMBERED = (
    Paragraph("The Plenary noted:", ("hall-3",), number="2", id="body.hall-3"),
    Paragraph("one thing;", ("hall-3",), number="(a)"),
    Paragraph("the first of it;", ("hall-3",), number="(i)"),
    Paragraph("the second of it.", ("hall-3",), number="(ii)"),
    Paragraph("another thing.", ("hall-3",), number="(b)"),
    Listing((Paragraph("a dash", ("hall-4",)), Paragraph("a dash\nand a break", ("hall-4",)))),
    Paragraph("Put in afterwards.", ("hall-5",), number="2 bis"),
    Paragraph("Below what was put in.", ("hall-5",), number="(a)"),
    Paragraph("Put in still later.", ("hall-5",), number="2 ter"),
    Paragraph("Next.", ("hall-5",), number="3"),
    Paragraph("A number that nobody counts.", ("hall-5",), number="II.4"),
    Paragraph("A number after a hole.", ("hall-5",), number="7"),
    Paragraph("وأحاطت الجلسة العامة علما بالتقرير (2018).", ("hall-6",), number="8"),
    Paragraph("He said שלום עולם, Ελληνικά and ไทย.", (), number="9"),
)
TABLE = Table(
    ("Owner", "What", "Due"),
    tuple(
        Row(("Novaria", f"report {number} on mines & <seals>", ""), ("hall-7",))
        for number in range(60)
    ),
)
EVERYTHING = Draft(
    "Final communiqué",
    "Training Plenary of the Port Aurel Diamond Forum",
    ("Port Aurel, Aurelia, 9–11 November 2021",),
    (
        Section("", (
            Paragraph(OPEN, ("hall-1",), number="1", id="opening.hall-1", brackets=(
                bracket("[in Antwerp / [in Brussels]]", "Keldia", "under written procedure"),
                bracket("[in Brussels]"),
            )),
            Paragraph("It went on.", ("hall-2",), continues=True, id="opening.hall-2"),
        )),
        Section("Bodies", NUMBERED, (
            Section("Follow-ups", (TABLE, Paragraph("After the table.", ("hall-8",)))),
        )),
        Section("Annex I: Decisions", (
            Paragraph("Begins anew.", ("hall-8",), number="1"),
            Paragraph("Text.", ("hall-8",), lead="Novaria:"),
        ), annex=True),
    ),
    "RESTRICTED", "DRAFT", "2", MADE,
)  # fmt: skip

WORDS = st.text(max_size=30).map(clean) | st.text(
    alphabet="ab <>&\"']]>\n\u00e9\u05d0\u0627\u0e01\u03b1\u200d\U0001f48e", max_size=30
).map(clean)
LINES = WORDS.map(lambda words: words.replace("\n", " "))
NUMBERS = st.sampled_from(
    ["", "1", "2", "3", "7", "2 bis", "3 ter", "1 ante", "(a)", "(b)", "(i)", "(ii)"]
)
STATUSES = st.sampled_from(get_args(ParagraphStatus))
PARAGRAPHS = st.builds(
    Paragraph, text=WORDS, sources=st.sampled_from([(), ("hall-1",), ("hall-1", "hall-2")]),
    lead=LINES, number=NUMBERS, id=st.sampled_from(["", "a.hall-1", "a.hall-2", "b.hall-1"]),
    continues=st.booleans(), status=STATUSES,
)  # fmt: skip
TABLES = st.lists(st.tuples(WORDS, WORDS), max_size=4).map(
    lambda rows: Table(("One", "Two"), tuple(Row(cells, ("hall-1",)) for cells in rows))
)
BLOCKS: st.SearchStrategy[Block] = PARAGRAPHS | st.lists(PARAGRAPHS, min_size=1, max_size=3).map(
    tuple
).map(Listing)
SECTIONS = st.recursive(
    st.builds(Section, LINES, st.lists(BLOCKS, max_size=4).map(tuple), annex=st.booleans()),
    lambda inner: st.builds(
        Section, LINES, st.lists(BLOCKS, max_size=2).map(tuple),
        st.lists(inner, max_size=2).map(tuple),
    ),
    max_leaves=5,
)  # fmt: skip
DRAFTS = st.builds(
    Draft, LINES.filter(bool), LINES, st.lists(LINES, max_size=2).map(tuple),
    st.lists(SECTIONS, max_size=3).map(tuple), marking=st.sampled_from(["", "RESTRICTED"]),
    state=st.sampled_from(get_args(DraftState)), version=LINES,
    made=st.sampled_from([None, MADE]), symbol=LINES, language=st.sampled_from(["en", "fr"]),
)  # fmt: skip
