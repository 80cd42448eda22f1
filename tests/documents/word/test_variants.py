"""The variants in which a draft goes out: clean, for negotiation, annotated, final, the Chair's
own, in French; and frozen numbers, and what is agreed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plenary_tui.documents.draft import Draft, DraftState, Listing, Origin, Paragraph, Section
from plenary_tui.documents.word import word
from plenary_tui.documents.word.lint import lint
from plenary_tui.documents.word.options import SourcesAs, WordOptions
from plenary_tui.documents.word.reader import check_file, original_and_final, returned
from plenary_tui.documents.word.redline import redline
from plenary_tui.record.bracketing import Bracket

from .drafts import DRAFTS, EVERYTHING, MADE
from .edited import ISSUED, edited, rebuilt, t
from .office import edited_in_office, saved_in_office
from .readback import W, body, named, parts, printed_numbers, said, tree, words
from .tools import errors, needs_office, needs_validator, pages

SYMBOL = "PADF/2021/Plenary/L.1/Rev.1"
FROZEN = Draft(
    "Draft communiqué", "Training Plenary", ("Port Aurel",), (
        Section("Opening", (
            Paragraph("Ante words.", ("h-1",), number="1 ante", id="a.h-1"),
            Paragraph("It met.", ("h-2",), number="1", id="a.h-2", status="agreed"),
            Paragraph("one thing;", ("h-2",), number="(a)", id="a.h-2a"),
            Paragraph("the first of it;", ("h-2",), number="(i)", id="a.h-2b"),
            Paragraph("(deleted)", (), number="2", id="a.h-3"),
            Paragraph("Put in.", ("h-4",), number="14 bis", id="a.h-4", status="agreed_ad_ref"),
            Paragraph("below it;", ("h-4",), number="(a)", id="a.h-4a"),
            Paragraph("Put in later.", ("h-5",), number="14 quater", id="a.h-5"),
            Paragraph("It goes on.", ("h-5",), continues=True, id="a.h-5a"),
        )),
        Section("Moved here", (
            Paragraph("Twelfth.", ("h-6",), number="12", id="a.h-6", status="agreed"),
            Listing((Paragraph("a dash", ("h-6",), id="a.h-6a", status="agreed"),)),
            Paragraph("Third.", ("h-7",), number="3", id="a.h-7"),
            Paragraph("Fourth.", ("h-8",), number="4", id="a.h-8"),
        )),
    ), state="DRAFT", version="3", made=MADE, origin=Origin("training", "3f2a5b6c7d8e" + "0" * 52),
    symbol=SYMBOL,
)  # fmt: skip
PRINTED = ["1 ante.", "1.", "(a)", "(i)", "2.", "14 bis.", "(a)", "14 quater.", "12.", "3.", "4."]
VARIANTS = {
    "clean": WordOptions(lines_numbered=False),
    "for negotiation": WordOptions(lines_numbered=True, wide_margin=True),
    "footnotes": WordOptions(sources="footnotes"),
    "footnotes, wide": WordOptions(sources="footnotes", wide_margin=True),
}


def numbers(data: bytes) -> list[str]:
    """Return the numbers of all numbered paragraphs, those that are text too."""
    found = [number or text.partition("\t")[0] * ("\t" in text) for number, text in
             printed_numbers(data)]  # fmt: skip
    return [number for number in found if number and number != "–"]


def frame(data: bytes) -> str:
    return "\n".join(words(line) for kind in ("header", "footer")
                     for one in named(data, kind).values() for line in one)  # fmt: skip


@pytest.mark.parametrize("name", VARIANTS)
@pytest.mark.parametrize("state", get_args(DraftState))
@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_variant_is_sound_and_known_again(
    name: str, state: DraftState, language: str
) -> None:  # fmt: skip
    draft = replace(FROZEN, state=state, language=language)
    for explain in (None, str):
        data = word(draft, explain, VARIANTS[name])
        assert lint(data) == ()
        assert check_file(data, draft).holds
        assert returned(data, draft).touched() == ()


@needs_validator
def test_every_variant_is_valid(tmp_path: Path) -> None:
    later = replace(FROZEN, version="4", sections=FROZEN.sections[::-1])
    for name, options in VARIANTS.items():
        for draft in (FROZEN, replace(EVERYTHING, state="CHAIR'S TEXT", language="fr")):
            for data in (word(draft, str, options), redline(draft, later, "x", MADE, str, options)):
                file = tmp_path / f"{name}.docx"
                file.write_bytes(data)
                assert errors(file) == []


@settings(max_examples=40, deadline=None)
@given(DRAFTS, st.sampled_from(list(VARIANTS.values())))
def test_any_draft_in_any_variant_is_sound(draft: Draft, options: WordOptions) -> None:
    assert lint(word(draft, str, options)) == ()


def test_lines_are_counted_and_set_apart_where_that_is_asked_for() -> None:
    def counted(state: DraftState, **how: bool) -> tuple[bool, str]:
        data = word(replace(FROZEN, state=state), options=WordOptions(**how))  # type: ignore[arg-type]
        line = tree(data, "word/styles.xml").find(
            f"{W}style[@{W}styleId='BodyText']/{W}pPr/{W}spacing"
        )
        return b"lnNumType" in parts(data)["word/document.xml"], line.get(f"{W}line")

    assert counted("DRAFT") == (True, "360")
    assert counted("DRAFT", lines_numbered=False) == (False, "276")
    assert counted("CHAIR'S TEXT") == counted("FINAL") == (False, "276")
    assert counted("CHAIR'S TEXT", lines_numbered=True) == (True, "360")
    assert counted("DRAFT", lines_numbered=False, wide_margin=True) == (False, "360")


def test_a_wide_margin_leaves_six_centimetres_and_the_frame_keeps_to_the_text() -> None:
    data = word(EVERYTHING, options=WordOptions(wide_margin=True))
    page = tree(data).find(f"{W}body/{W}sectPr/{W}pgMar")
    assert int(page.get(f"{W}right")) >= 6 / 2.54 * 1440
    width = 11906 - int(page.get(f"{W}left")) - int(page.get(f"{W}right"))
    (table,) = tree(data).iter(f"{W}tbl")
    assert sum(int(one.get(f"{W}w")) for one in table.iter(f"{W}gridCol")) == width
    tab = tree(data, "word/styles.xml").find(f"{W}style[@{W}styleId='FrameLine']//{W}tab")
    assert tab.get(f"{W}pos") == str(width)


def test_the_title_block_and_the_foot_of_every_page() -> None:
    data = word(FROZEN)
    first, other = named(data, "header").values()
    assert [words(line) for line in first] == [
        SYMBOL, "Distr.: Limited", "21 June 2018, 18:05 CEST", "Original: English",
    ]  # fmt: skip
    assert [words(line) for line in other] == [SYMBOL]
    for one in named(data, "footer").values():
        assert words(one).endswith(
            "DRAFT, version 3, 21 June 2018, 18:05 CEST\tRecord 3f2a5b6c7d8e"
        )
    assert "Distr.: General" in frame(word(replace(FROZEN, state="FINAL")))
    assert "Distr.: Restricted" in frame(word(replace(FROZEN, marking="RESTRICTED")))
    assert "Distr." not in frame(word(replace(FROZEN, state="", symbol="")))


def test_the_chairs_text_says_so_on_every_page_and_tracks_changes() -> None:
    data = word(replace(FROZEN, state="CHAIR'S TEXT"))
    assert frame(data).count("CHAIR'S TEXT, not agreed in full, version 3") == 2
    for one in named(data, "header").values():
        (shape,) = one.iter("{urn:schemas-microsoft-com:vml}shape")
        assert shape.get("alt") == "Watermark: CHAIR'S TEXT"
    assert b"trackRevisions" in parts(data)["word/settings.xml"]
    assert b"trackRevisions" not in parts(word(replace(FROZEN, state="FINAL")))["word/settings.xml"]


def test_in_french_all_that_the_writer_prints_is_french() -> None:
    draft = replace(FROZEN, language="fr", made=MADE.replace(day=1))
    data = word(draft, lambda one: one, WordOptions(sources="footnotes"))
    for said_so in ("Distr. limitée", "1er juin 2018, 18:05 CEST", "Original : anglais",
                    "PROJET, version 3, 1er juin 2018, 18:05 CEST, annoté", "Page 1 de ",
                    "Registre 3f2a5b6c7d8e"):  # fmt: skip
        assert said_so in frame(data)
    for english in ("DRAFT", " of ", "June", "annotated"):
        assert english not in frame(data)
    sheet = parts(data)["word/styles.xml"].decode()
    assert '<w:lang w:val="fr-FR"' in sheet
    assert b"fr-FR" in parts(data)["docProps/core.xml"]
    assert numbers(data) == [one.replace("(", "") for one in PRINTED]
    assert "Aucune entrée du registre" in words(tree(data, "word/footnotes.xml"))
    assert "\u2002(agréé ad ref)" in "".join(words(one) for one in body(data))


def test_frozen_numbers_are_printed_as_they_are_all_set_in_alike() -> None:
    data = word(FROZEN)
    assert numbers(data) == PRINTED
    sheet = tree(data, "word/styles.xml")
    columns = {
        sheet.find(f"{W}style[@{W}styleId='{style}']/{W}pPr/{W}ind").get(f"{W}left")
        for style in ("Paragraph1", "ParagraphBis", "ParagraphQuater", "ParagraphOwn",
                      "ParagraphContinued")
    }  # fmt: skip
    (column,) = columns
    assert int(column) > 900, "14 quater. has room"
    plain = word(replace(FROZEN, sections=FROZEN.sections[1:]))
    assert b'w:left="709"' in parts(plain)["word/styles.xml"]


def test_frozen_numbers_and_what_is_agreed_are_no_words_of_what_is_read_back() -> None:
    data = word(FROZEN)
    back = returned(data, FROZEN)
    assert [(one.number, one.was, one.now) for one in back.paragraphs if one.number] == [
        (one.number, one.text, one.text) for one in FROZEN.paragraphs() if one.number
    ]
    for view in original_and_final(data):
        assert not [one for one in view if "agreed" in one]


@needs_office
def test_the_pages_show_frozen_numbers(tmp_path: Path) -> None:
    laid = "\n".join(pages(word(FROZEN), tmp_path))
    texts = "Ante words", "It met", "Put in.", "Put in later", "Twelfth", "It goes on"
    starts = {one: laid.index(one) - laid.rindex("\n", 0, laid.index(one)) for one in texts}
    assert max(starts.values()) - min(starts.values()) <= 1, starts
    for number, text in (("1 ante.", "Ante"), ("(a)", "one"), ("(i)", "the first"), ("2.", "(del"),
                         ("14 bis.", "Put in."), ("(a)", "below"), ("14 quater.", "Put in l"),
                         ("12.", "Twelfth"), ("3.", "Third"), ("4.", "Fourth")):  # fmt: skip
        line = next(one for one in laid.splitlines() if text in one)
        assert line.split(text)[0].strip().endswith(number), line


def test_what_is_agreed_stands_behind_a_paragraph_of_a_draft_only() -> None:
    def marks(draft: Draft) -> list[str]:
        return [words(one).removeprefix(said(one)) for one in body(word(draft))
                if words(one) != said(one)]  # fmt: skip

    agreed, ad_ref = "\u2002(agreed)", "\u2002(agreed ad ref)"
    assert marks(FROZEN) == [agreed, ad_ref, agreed, agreed]
    for state in ("FINAL", "CHAIR'S TEXT", ""):
        assert marks(replace(FROZEN, state=state)) == []


def _with_status(at: int, text: str, **how: str) -> Draft:
    (section,) = ISSUED.sections
    blocks = list(section.blocks)
    one = blocks[at]
    assert isinstance(one, Paragraph)
    blocks[at] = replace(one, text=text, **how)  # type: ignore[arg-type]
    return replace(ISSUED, sections=(replace(section, blocks=tuple(blocks)),))


AGREED = _with_status(0, "The Plenary met in Antwerp.", status="agreed")
MARK = "\u2002(agreed)</w:t></w:r>"


def test_what_somebody_types_behind_the_mark_is_not_lost() -> None:
    def now(change: str) -> str:
        data = edited(lambda text: text.replace(MARK, change), word(AGREED))
        (one,) = returned(data, AGREED).touched()
        return one.now

    assert now("\u2002(agreed) at noon</w:t></w:r>") == "The Plenary met in Antwerp. at noon"
    assert now(MARK + t(" at noon")) == "The Plenary met in Antwerp. at noon"
    assert now("\u2002(not agreed)</w:t></w:r>") == "The Plenary met in Antwerp. (not agreed)"


def test_a_mark_that_programs_cut_into_runs_is_still_none_of_the_words() -> None:
    style = '<w:rPr><w:rStyle w:val="AgreedMark"/></w:rPr>'
    cut = f"\u2002(agr</w:t></w:r><w:r>{style}<w:t>eed)</w:t></w:r>"
    data = edited(lambda text: text.replace(MARK, cut), word(AGREED))
    assert returned(data, AGREED).touched() == ()


def test_a_mark_that_was_put_in_taken_out_or_changed_is_told_by_the_check() -> None:
    for issued, old, new in (
        (AGREED, "\u2002(agreed)", "\u2002(agreed ad ref)"), (AGREED, "\u2002(agreed)", ""),
        (ISSUED, "in Antwerp.</w:t></w:r>", "in Antwerp.</w:t></w:r><w:r><w:rPr><w:rStyle "
                 f'w:val="AgreedMark"/></w:rPr><w:t>{MARK}'),
    ):  # fmt: skip
        data = edited(lambda text, old=old, new=new: text.replace(old, new), word(issued))  # type: ignore[misc]
        found = check_file(data, issued)
        assert [one.number for one in found.altered] == ["1"], (old, new)
        assert not found.holds


def test_a_redline_tracks_that_a_paragraph_was_agreed() -> None:
    data = redline(ISSUED, AGREED, "The Chair", MADE)
    (came,) = tree(data).iter(f"{W}ins")
    assert words(came) == "\u2002(agreed)" and not list(tree(data).iter(f"{W}del"))
    back = redline(AGREED, ISSUED, "The Chair", MADE)
    (went,) = tree(back).iter(f"{W}del")
    assert "".join(went.itertext()) == "\u2002(agreed)" and not list(tree(back).iter(f"{W}ins"))
    assert returned(data, AGREED).touched() == returned(back, ISSUED).touched() == ()


@pytest.mark.parametrize("sources", get_args(SourcesAs))
def test_sources_stand_in_comments_or_footnotes_in_the_order_of_their_marks(
    sources: SourcesAs,
) -> None:
    data = word(EVERYTHING, lambda entry: f"{entry}: said", WordOptions(sources=sources))
    others = {"comments": "footnotes", "footnotes": "comments"}
    assert f"word/{others[sources]}.xml" not in parts(data)
    if sources == "comments":
        return
    sheet = tree(data, "word/footnotes.xml")
    assert [one.get(f"{W}type") for one in sheet][:2] == ["separator", "continuationSeparator"]
    notes = {one.get(f"{W}id"): words(one) for one in sheet}
    marks = [one.get(f"{W}id") for one in tree(data).iter(f"{W}footnoteReference")]
    assert marks == list(notes)[2:] == sorted(marks, key=int)
    first = next(one for one in body(data) if one.find(f".//{W}footnoteReference") is not None)
    assert [notes[one.get(f"{W}id")] for one in first.iter(f"{W}footnoteReference")] == [
        " Not agreed.hall-9: said",
        " Asked for by Keldia (under written procedure).hall-9: said",
        " hall-1: said",
    ]


def test_a_footnote_of_a_delegation_is_read_and_ours_are_not() -> None:
    data = word(ISSUED, str, WordOptions(sources="footnotes"))
    assert returned(data, ISSUED).touched() == ()
    own = f'<w:footnote w:id="99"><w:p>{t("Why not June?")}</w:p></w:footnote></w:footnotes>'
    notes = parts(data)["word/footnotes.xml"].decode().replace("</w:footnotes>", own)
    text = parts(data)["word/document.xml"].decode().replace(
        "<w:t>It closed.</w:t></w:r>",
        '<w:t>It closed.</w:t></w:r><w:r><w:footnoteReference w:id="99"/></w:r>',
    )  # fmt: skip
    given = rebuilt(data, {"word/footnotes.xml": notes, "word/document.xml": text})
    (noted,) = [one for one in returned(given, ISSUED).paragraphs if one.notes]
    assert (noted.id, noted.notes) == ("a.h-7", ("Why not June?",))


@needs_office
def test_an_office_program_keeps_what_is_not_words_apart(tmp_path: Path) -> None:
    data = word(FROZEN, str, WordOptions(sources="footnotes", wide_margin=True))
    back = returned(saved_in_office(data, tmp_path), FROZEN)
    assert back.touched() == () and all(one.sure for one in back.paragraphs)


@needs_office
def test_edits_beside_what_is_agreed_come_back_as_they_were_made(tmp_path: Path) -> None:
    data = edited_in_office(word(FROZEN), 'Swap doc, "It met", "It convened"', tmp_path)
    (one,) = returned(data, FROZEN).touched()
    assert (one.number, one.was, one.now) == ("1", "It met.", "It convened.")


def test_the_marks_of_footnotes_that_meet_are_set_apart() -> None:
    one = Bracket(0, 7, "Tirania")
    draft = Draft("R", "T", (), (Section("H", (Paragraph("[words]", ("h-1",), brackets=(one,)),)),))
    data = word(draft, lambda one: one, WordOptions(sources="footnotes"))
    runs = [run for run in body(data)[-1] if run.find(f"{W}footnoteReference") is not None]
    assert [run.find(f"{W}rPr/{W}spacing") is not None for run in runs] == [True, False]
    assert said(body(data)[-1]) == "[words]"
