"""What a reader finds in a Word file: every word of the draft, and what stands around it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

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
from plenary_tui.documents.word import word
from plenary_tui.documents.word.lint import lint

from .drafts import DRAFTS, EVERYTHING, OPEN
from .readback import W, body, named, parts, rows, style, tree, words

AGREED = {
    ("en", "agreed"): "\u2002(agreed)", ("en", "agreed_ad_ref"): "\u2002(agreed ad ref)",
    ("fr", "agreed"): "\u2002(agréé)", ("fr", "agreed_ad_ref"): "\u2002(agréé ad ref)",
}  # fmt: skip


def spoken(draft: Draft, block: Block) -> list[str]:
    """Return the texts of a block as they stand in the file."""
    if isinstance(block, Table):
        return []
    items = block.items if isinstance(block, Listing) else (block,)
    shows = draft.state == "DRAFT"
    return [
        " ".join(part for part in (one.lead, one.text) if part)
        + (AGREED.get((draft.language, one.status), "") if shows else "")
        for one in items
        if one.lead or one.text or one.number
    ]


def expected(draft: Draft) -> list[str]:
    """Return the texts of a draft in the order of reading."""

    def of(section: Section) -> list[str]:
        found = [section.heading] if section.heading.strip() else []
        found += [text for block in section.blocks for text in spoken(draft, block)]
        return found + [text for inner in section.sections for text in of(inner)]

    title = [one for one in (draft.register, draft.title, *draft.about) if one]
    return title + [text for section in draft.sections for text in of(section)]


def one_section(*blocks: Block) -> Draft:
    """Return a draft with one section."""
    return Draft("R", "T", (), (Section("H", blocks),))


@settings(max_examples=60, deadline=None)
@given(DRAFTS)
def test_every_word_of_any_draft_is_in_the_file_and_the_file_is_sound(draft: Draft) -> None:
    data = word(draft)
    said = [words(one).rpartition("\t")[2] for one in body(data)]
    assert said == expected(draft)
    assert lint(data) == ()


def test_every_cell_is_in_the_file() -> None:
    table = Table(("Owner", "What"), (Row(("KE", "a & <b>\nand c")), Row(("", "d"))))
    data = word(one_section(table))
    assert rows(data) == [["Owner", "What"], ["KE", "a & <b>\nand c"], ["", "d"]]


def test_a_table_repeats_its_header_keeps_its_rows_and_fills_the_page() -> None:
    (table,) = tree(word(EVERYTHING)).iter(f"{W}tbl")
    lines = table.findall(f"{W}tr")
    assert [line.find(f"{W}trPr/{W}tblHeader") is not None for line in lines] == [
        True, *[False] * 60,
    ]  # fmt: skip
    assert all(line.find(f"{W}trPr/{W}cantSplit") is not None for line in lines)
    assert table.find(f"{W}tblPr/{W}tblCaption").get(f"{W}val") == "Follow-ups"
    page = tree(word(EVERYTHING)).find(f"{W}body/{W}sectPr")
    size, margins = page.find(f"{W}pgSz"), page.find(f"{W}pgMar")
    assert (size.get(f"{W}w"), size.get(f"{W}h")) == ("11906", "16838")
    between = 11906 - int(margins.get(f"{W}left")) - int(margins.get(f"{W}right"))
    assert sum(int(one.get(f"{W}w")) for one in table.iter(f"{W}gridCol")) == between


def test_the_same_draft_gives_the_same_bytes_and_another_does_not() -> None:
    assert word(EVERYTHING) == word(EVERYTHING)
    assert word(EVERYTHING, str.upper) == word(EVERYTHING, str.upper)
    assert word(replace(EVERYTHING, version="3")) != word(EVERYTHING)


def test_marking_state_and_page_numbers_are_on_every_page() -> None:
    data = word(EVERYTHING)
    headers, footers = named(data, "header"), named(data, "footer")
    assert len(headers) == len(footers) == 2
    for one in headers.values():
        assert "RESTRICTED" in words(one)
    for one in footers.values():
        codes = [each.text.strip() for each in one.iter(f"{W}instrText")]
        assert codes == ["PAGE", "NUMPAGES"]
        counted, stamped = (words(line) for line in one)
        assert counted.rpartition("\t")[2].startswith("Page 1 of ")
        assert stamped == "DRAFT, version 2, 21 June 2018, 18:05 CEST"
    page = tree(data).find(f"{W}body/{W}sectPr")
    kinds = [one.get(f"{W}type") for one in page.findall(f"{W}headerReference")]
    assert sorted(kinds) == ["default", "first"]
    assert page.find(f"{W}titlePg") is not None
    register = word(replace(EVERYTHING, marking="", state="", version="", made=None))
    assert [words(one) for one in named(register, "header").values()] == ["", ""]


@pytest.mark.parametrize(("state", "marked"), [("DRAFT", True), ("FINAL", False), ("", False)])
def test_only_a_draft_has_a_watermark_and_counted_lines(state: DraftState, marked: bool) -> None:
    data = word(replace(EVERYTHING, state=state))
    alts = [
        shape.get("alt")
        for one in named(data, "header").values()
        for shape in one.iter("{urn:schemas-microsoft-com:vml}shape")
    ]
    assert alts == (["Watermark: DRAFT"] * 2 if marked else [])
    counted = tree(data).find(f"{W}body/{W}sectPr/{W}lnNumType")
    assert (counted is not None) == marked
    if marked:
        assert counted.get(f"{W}restart") == "newPage"
        sheet = tree(data, "word/styles.xml")
        quiet = {
            one.get(f"{W}styleId")
            for one in sheet
            if one.find(f"{W}pPr/{W}suppressLineNumbers") is not None
        }
        assert {"Title", "Heading1", "Heading2", "Header", "Footer"} <= quiet


def test_headings_follow_the_sections_without_gaps() -> None:
    deep = Section("deep", (Paragraph("text"),))
    for name in ("", "b", "c"):
        deep = Section(name, (), (deep,))
    data = word(Draft("R", "T", (), (deep, Section("next"))))
    found = [(style(one), words(one)) for one in body(data) if style(one).startswith("Heading")]
    assert found == [("Heading1", "c"), ("Heading2", "b"), ("Heading3", "deep"),
                     ("Heading1", "next")]  # fmt: skip


def test_an_annex_begins_a_page() -> None:
    breaks = [
        words(one)
        for one in body(word(EVERYTHING))
        if one.find(f"{W}pPr/{W}pageBreakBefore") is not None
    ]
    assert breaks == ["Annex I: Decisions"]


def test_what_is_not_agreed_is_set_apart() -> None:
    (open_one,) = [one for one in body(word(EVERYTHING)) if words(one) == OPEN]
    apart = [
        words(run) for run in open_one.findall(f"{W}r") if run.find(f"{W}rPr/{W}rStyle") is not None
    ]
    assert "".join(apart) == "[in Antwerp / [in Brussels]]"


def test_a_label_stays_with_its_list() -> None:
    data = word(one_section(Paragraph("Outcomes:"), Listing((Paragraph("one"),)), Paragraph("end")))
    kept = [words(one) for one in body(data) if one.find(f"{W}pPr/{W}keepNext") is not None]
    assert kept == ["Outcomes:"]


def test_words_from_right_to_left_run_so() -> None:
    arabic, hebrew, mixed = "وأحاطت (2018).", "שלום", "He said שלום, Ελληνικά and ไทย."
    data = word(one_section(*(Paragraph(one) for one in (arabic, hebrew, mixed))))
    one, two, three = body(data)[-3:]
    assert one.find(f"{W}pPr/{W}bidi") is not None
    assert two.find(f"{W}pPr/{W}bidi") is not None
    assert three.find(f"{W}pPr/{W}bidi") is None
    assert len(one.findall(f"{W}r")) == 1
    set_so = {
        words(run): {each.tag.removeprefix(W): dict(each.attrib) for each in run.find(f"{W}rPr")}
        for run in three.findall(f"{W}r")
        if run.find(f"{W}rPr") is not None
    }
    assert set(set_so) == {"שלום", "Ελληνικά", "ไทย"}
    assert set_so["שלום"] == {"rtl": {}, "cs": {}, "lang": {f"{W}bidi": "he-IL"}}
    assert set_so["Ελληνικά"] == {"lang": {f"{W}val": "el-GR"}}
    assert set_so["ไทย"] == {"cs": {}, "lang": {f"{W}bidi": "th-TH"}}


def test_the_document_says_its_language_title_and_mode() -> None:
    data = word(EVERYTHING)
    core = parts(data)["docProps/core.xml"].decode()
    assert "Final communiqué – Training Plenary of the Port Aurel Diamond Forum" in core
    assert "2018-06-21T16:05:00Z" in core and "en-GB" in core
    sheet = tree(data, "word/styles.xml")
    assert sheet.find(f"{W}docDefaults//{W}lang").get(f"{W}val") == "en-GB"
    settings_of = {
        one.get(f"{W}name"): one.get(f"{W}val")
        for one in tree(data, "word/settings.xml").iter(f"{W}compatSetting")
    }
    assert settings_of["compatibilityMode"] == "15"
    assert b"updateFields" not in parts(data)["word/settings.xml"]


def test_a_paragraph_keeps_its_anchor_whatever_else_changes() -> None:
    def anchors(draft: Draft) -> dict[str, str]:
        return {
            words(one): mark.get(f"{W}name")
            for one in body(word(draft))
            for mark in one.findall(f"{W}bookmarkStart")
        }

    first = anchors(EVERYTHING)
    later = anchors(replace(EVERYTHING, sections=EVERYTHING.sections[:1], version="3"))
    assert later.items() <= first.items() and later
    assert all(name.startswith("_pl_") and len(name) <= 40 for name in first.values())
    assert len(set(first.values())) == len(first) == 3


def test_the_annotated_variant_says_what_everything_rests_on() -> None:
    data = word(EVERYTHING, lambda entry: f"{entry}: somebody said so")
    comments = {one.get(f"{W}id"): words(one) for one in tree(data, "word/comments.xml")}
    dates = {one.get(f"{W}date") for one in tree(data, "word/comments.xml")}
    assert dates == {"2018-06-21T16:05:00Z"}

    def of(text: str) -> list[str]:
        (paragraph,) = [one for one in tree(data).iter(f"{W}p") if words(one) == text]
        marks = paragraph.iter(f"{W}commentReference")
        return sorted(comments[one.get(f"{W}id")] for one in marks)

    assert of("It went on.") == ["hall-2: somebody said so"]
    assert of(OPEN) == [
        "Asked for by Keldia (under written procedure).hall-9: somebody said so",
        "Not agreed.hall-9: somebody said so",
        "hall-1: somebody said so",
    ]
    assert of("He said שלום עולם, Ελληνικά and ไทย.") == ["No entry of the record supports this."]
    rows_noted = [row for row in tree(data).iter(f"{W}tr") if row.find(f".//{W}commentReference")
                  is not None]  # fmt: skip
    assert len(rows_noted) == 60
    assert lint(data) == ()
    assert "word/comments.xml" not in parts(word(EVERYTHING))


def test_what_no_file_can_hold_is_replaced_and_brackets_keep_their_places() -> None:
    hostile = "a\x00b\x1b[31mc\ud800d\ufffee\r\nf\u202e"
    data = word(Draft(hostile, hostile, (hostile,), (Section(hostile, (
        Paragraph(hostile, lead=hostile, number=hostile), Listing((Paragraph(hostile),)),
        Table((hostile,), (Row((hostile,)),)),
    )),), marking=hostile, version=hostile))  # fmt: skip
    assert words(body(data)[0]) == "a�b�[31mc�d�e \nf�"
    assert lint(data) == ()
