"""The HTML page: in its language, whole by itself, headings without a gap, words never markup."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from typing import Any

import lxml.html
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plenary_tui.documents.decisions import decisions
from plenary_tui.documents.draft import Draft, Listing, Paragraph, Row, Section, Table
from plenary_tui.documents.html import html
from plenary_tui.documents.journal import journal
from plenary_tui.documents.markdown import markdown
from plenary_tui.documents.summary import summary
from plenary_tui.record.clean import clean
from plenary_tui.record.redaction import open_record
from tests.sessions.shipped import BOTH, session

SIGNS = st.text(alphabet="ab <>&\"'/=#;!-\n", max_size=30).map(clean) | st.text(max_size=20).map(
    clean
)
DRAFT = Draft(
    "Register", "The\nMeeting", ("Belvaux",),
    (
        Section("", (Paragraph("before all"),), (Section("Inner", (Paragraph("deep"),)),)),
        Section("One", (Listing((Paragraph("item"),)), Table(("A", "B"), (Row(("1", "2")),)))),
    ),
    "RESTRICTED",
)  # fmt: skip


def page(draft: Draft) -> Any:
    """Return a page as a browser reads it."""
    return lxml.html.document_fromstring(html(draft))


def levels(top: Any) -> list[int]:
    """Return the levels of a page's headings, in order."""
    found = (re.fullmatch(r"h([1-6])", str(one.tag)) for one in top.iter())
    return [int(one[1]) for one in found if one]


def has_no_gap(known: list[int]) -> bool:
    """Whether no heading is more than one level below the one before it."""
    return known[:1] == [1] and all(b - a <= 1 for a, b in itertools.pairwise(known))


@pytest.mark.parametrize("name", BOTH)
@pytest.mark.parametrize("compose", [summary, journal, decisions], ids=lambda one: one.__name__)
def test_a_register_is_a_page_that_needs_nothing_else(name: str, compose: Any) -> None:
    draft = compose(open_record(session(name).record))
    top = page(draft)
    assert top.get("lang") == "en"
    assert has_no_gap(levels(top))
    for one in top.iter():
        assert not {"src", "style", "onclick"} & set(one.attrib)
        assert one.get("href", "#").startswith("#")
    assert "url(" not in html(draft) and "@import" not in html(draft)
    ids = [one.get("id") for one in top.iter() if one.get("id")]
    assert len(ids) == len(set(ids))
    assert {one.get("href")[1:] for one in top.iter("a")} <= set(ids)
    for table in top.iter("table"):
        assert {one.get("scope") for one in table.iter("th")} == {"col"}
        assert len({len(row) for row in table.iter("tr")}) == 1


def test_the_page_is_in_the_language_of_its_draft() -> None:
    assert page(replace(DRAFT, language="fr")).get("lang") == "fr"


def test_a_heading_inside_a_section_is_one_level_deeper() -> None:
    inner = Section("Two", (), (Section("Three", (Paragraph("deep"),)),))
    assert levels(page(Draft("R", "T", (), (Section("One", (), (inner,)),)))) == [1, 2, 3, 4]


def test_a_section_without_a_heading_leaves_no_gap() -> None:
    assert levels(page(DRAFT)) == [1, 2, 2]
    assert [line for line in markdown(DRAFT).split("\n") if line.startswith("#")] == [
        "# Register", "## Inner", "## One",
    ]  # fmt: skip


def test_a_marking_is_on_the_page_and_on_what_is_printed_of_it() -> None:
    written = html(DRAFT)
    assert page(DRAFT).find_class("marking")[0].text == "RESTRICTED"
    assert '@top-center { content: "RESTRICTED"' in written
    assert (
        "</style>"
        not in html(replace(DRAFT, marking="</style><b>"))[:2000]
        .split("<style>")[1]
        .split("</style>")[0]
    )


def test_a_title_is_one_line() -> None:
    assert page(DRAFT).findtext(".//title") == "Register – The Meeting"


def test_a_long_page_begins_with_links_to_its_sections() -> None:
    many = replace(DRAFT, sections=tuple(Section(f"Day {n}", (Paragraph("a"),)) for n in range(4)))
    links = [(one.get("href"), one.text) for one in page(many).iter("a")]
    assert links == [(f"#s{n + 1}", f"Day {n}") for n in range(4)]
    assert not list(page(DRAFT).iter("a"))


@settings(max_examples=200, deadline=None)
@given(SIGNS)
def test_what_was_said_is_never_markup(words: str) -> None:
    section = Section(words, (Paragraph(words, lead=words, number=words), Table((words,), ())))
    top = page(Draft(words, words, (words,), (section,), words))
    allowed = {
        "html", "head", "meta", "title", "style", "body", "header", "main", "p", "h1", "h2",
        "strong", "bdi", "br", "table", "thead", "tbody", "tr", "th",
    }  # fmt: skip
    assert {one.tag for one in top.iter()} <= allowed
    shown = "".join(top.find(".//bdi").itertext()) if words else ""
    assert shown == words.replace("\n", "")
