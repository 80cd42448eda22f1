"""The writers: what people said never becomes markup, and nothing of a draft is left out."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from plenary_tui.documents.draft import Draft, Listing, Paragraph, Row, Section, Table
from plenary_tui.documents.markdown import markdown
from plenary_tui.documents.text import text
from plenary_tui.record.clean import clean

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
SIGNS = st.text(alphabet="ab1 #*_`~[]()<>!&|\\-+=.:>\"'{}^$@/\n", max_size=30).map(clean)
WORDS = SIGNS | st.text(max_size=20).map(clean)


def shown(tokens: list[Token]) -> str:
    """Return the text that a reader of the rendered page sees."""
    parts = []
    for token in tokens:
        for inner in token.children or ():
            if inner.type in ("softbreak", "hardbreak"):
                parts.append("\n")
            assert inner.type in ("text", "text_special", "hardbreak", "softbreak"), inner
            parts.append(inner.content)
    return "".join(parts)


def one_line(words: str) -> str:
    """Return words as a paragraph shows them: blank lines are no part of it."""
    return "\n".join(line.strip() for line in words.split("\n") if line.strip())


@settings(max_examples=300, deadline=None)
@given(WORDS)
@example("# not a heading")
@example("1. not a list")
@example("- not a list\n- either")
@example("a\n===")
@example("[x](https://example.org) <b>bold</b> &amp; https://example.org www.example.org")
@example("    code")
@example("://")
@example("+://www.")
def test_what_was_said_is_never_markup(words: str) -> None:
    written = markdown(Draft("R", "T", (), (Section("H", (Paragraph(words),)),)))
    body = READER.parse(written.split("## H\n\n", 1)[1])
    assert {token.type for token in body} <= {"paragraph_open", "inline", "paragraph_close"}
    assert shown(body) == one_line(words)


@settings(max_examples=100, deadline=None)
@given(WORDS.map(lambda words: words.replace("\n", " ")))
def test_a_table_keeps_its_shape(words: str) -> None:
    table = Table(("A", "B"), (Row((words, "x")),))
    written = markdown(Draft("R", "T", (), (Section("H", (table,)),)))
    body = READER.parse(written.split("## H\n\n", 1)[1])
    assert [token.type for token in body].count("td_open") == 2


def test_links_and_addresses_stay_words() -> None:
    reader = MarkdownIt("gfm-like")
    written = markdown(Draft("https://example.org www.example.org a@example.org", "T"))
    assert "<a" not in reader.render(written)


DRAFT = Draft(
    "Register",
    "The Meeting",
    ("Belvaux",),
    (
        Section(
            "One",
            (
                Paragraph("first\nand more", ("a-1",), lead="Lead:", number="1"),
                Listing((Paragraph("item\ngoes on", ("a-2",)),)),
                Table(("Owner", "What", "Due"), (Row(("KE", "report", ""), ("a-3",)),)),
            ),
            (Section("Inner", (Paragraph("deep", ("a-4", "a-1")),)),),
        ),
    ),
    "RESTRICTED",
)


def test_a_draft_knows_what_it_rests_on() -> None:
    assert DRAFT.sources() == {"a-1", "a-2", "a-3", "a-4"}


def test_plain_text() -> None:
    assert text(DRAFT) == (
        "RESTRICTED\n\nRegister\n========\n\nThe Meeting\nBelvaux\n\nOne\n===\n\n"
        "1. Lead: first\nand more\n\n- item\n  goes on\n\n- KE – What: report\n\n"
        "Inner\n-----\n\ndeep\n"
    )


def test_a_row_says_that_its_first_cell_is_empty() -> None:
    table = Table(("Owner", "What"), (Row(("", "report")),))
    assert text(Draft("R", "T", (), (Section("", (table,)),))).endswith(
        "- no owner – What: report\n"
    )


def test_headings_have_their_lines_and_none_is_skipped() -> None:
    inner = Section("Two", (), (Section("Three", (Paragraph("deep"),)),))
    draft = Draft("R", "T", (), (Section("", (), (Section("One", (), (inner,)),)),))
    assert text(draft).split("\n\n")[2:] == ["One\n===", "Two\n---", "Three\n~~~~~", "deep\n"]
    assert markdown(draft).split("\n\n")[2:] == ["## One", "### Two", "#### Three", "deep\n"]


def test_markdown() -> None:
    assert markdown(DRAFT) == (
        "**RESTRICTED**\n\n# Register\n\n**The Meeting**\n\nBelvaux\n\n## One\n\n"
        "1\\. **Lead:** first\\\nand more\n\n- item\\\n  goes on\n\n"
        "| Owner | What | Due |\n| --- | --- | --- |\n| KE | report |  |\n\n"
        "### Inner\n\ndeep\n"
    )
