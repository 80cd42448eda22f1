"""Two copies and two drafts side by side: nothing lost, nothing doubled, and what a reader sees."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plenary_tui.documents.comparing import Span
from plenary_tui.documents.draft import Draft, Paragraph, Section, Table
from plenary_tui.documents.lines import lines
from plenary_tui.documents.side_by_side import Comparison, Half, Row, Standing
from plenary_tui.documents.side_by_side.copies import ENTRIES, READS_DIFFERENTLY, copies
from plenary_tui.documents.side_by_side.draft_text import of_draft
from plenary_tui.documents.side_by_side.drafts import drafts
from plenary_tui.documents.side_by_side.plain import plain_lines
from plenary_tui.documents.side_by_side.returned_text import returned_lines
from plenary_tui.documents.side_by_side.stretches import Stretch, stretches
from plenary_tui.documents.word import word
from plenary_tui.documents.word.reader import returned
from plenary_tui.errors import WrongUse
from plenary_tui.record.bracketing import Bracket
from tests.store.sessions import clock, copy_of, new_session, record

from .word.edited import ISSUED, dele, edited, ins, swapped, t
from .word.versions import PAIRS


def of(found: Comparison, standing: Standing) -> list[str]:
    """Return the rows that stand so, as the plain form says them, notes included."""
    only = replace(found, rows=tuple(one for one in found.rows if one.standing == standing),
                   notices=())  # fmt: skip
    return list(plain_lines(only))[2:]


def halves(found: Comparison, side: str) -> list[Half]:
    return [half for row in found.rows if (half := getattr(row, side))]


def two_laptops(tmp_path: Path) -> tuple[Path, Path]:
    one = new_session(tmp_path / "a" / "demo", "Proposal NV: a sub-team", "TR: has doubts")
    two = copy_of(one, tmp_path / "b" / "demo")
    record(one, "antwerp", ["OS: fine", "Adopted:"], now=clock(timedelta(minutes=5)))
    record(two, "brussels", ["Objection P1 TR: no", "Item 2 concluded"],
           now=clock(timedelta(minutes=7)))  # fmt: skip
    return one, two


def test_two_laptops_show_what_each_alone_has_and_what_the_meetings_read_differently(
    tmp_path: Path,
) -> None:
    found = copies(*two_laptops(tmp_path))
    assert found.names == ("a/demo", "b/demo")
    assert found.facts[0] == ("16 entries", "2 only here", "1 station")
    assert found.facts[1] == ("16 entries", "2 only here", "2 stations")
    headings = [row.left.text for row in found.rows if row.heading and row.left]
    assert headings == [READS_DIFFERENTLY, ENTRIES, "Tuesday 19 June 2018"]
    assert of(found, "changed") == [
        "~ Item 2: Mines (WGM): {-taken up-} {+concluded+}",
        "~ {-Decision-} {+Text+} P1: {-adopted-} {+before the meeting+}: a sub-team",
    ]
    assert of(found, "left") == [
        "- 10:05 Ostrava Sea: fine", "      (antwerp-15)", "- 10:05 P1 adopted",
        "      (antwerp-16)",
    ]  # fmt: skip
    assert [line for line in of(found, "right") if "(" not in line] == [
        "+ 10:07 Tarn, objection to P1: no", "+ 10:07 Item 2, Mines, concluded",
    ]  # fmt: skip
    assert found.says == "6 differences: 2 only on the left, 2 only on the right, 2 on both and " \
                         "not alike."  # fmt: skip


def test_a_speaker_that_one_copy_corrected_is_said_with_both_readings(tmp_path: Path) -> None:
    one = new_session(tmp_path / "one", "NV: is in favour of it")
    two = copy_of(one, tmp_path / "two")
    record(two, "antwerp", ["10:00 is TR"], now=clock(timedelta(minutes=1)))
    (row,) = [row for row in copies(one, two).rows if row.about == "antwerp-13"]
    assert row.standing == "changed" and row.notes == ("corrected on the right only",)
    assert row.left and row.right
    assert row.left.text == "Novaria: is in favour of it"
    assert row.right.text == "Tarn: is in favour of it"


def test_a_follow_up_without_an_owner_says_so(tmp_path: Path) -> None:
    one = new_session(tmp_path / "a" / "2018-06-antwerp", "Action: a list of lamps")
    other = new_session(tmp_path / "b" / "2018-06-antwerp")
    told = [row.left.text for row in copies(one, other).rows if row.left]
    assert any(text.startswith("Follow-up with no owner: a list of lamps") for text in told)


def test_what_one_copy_took_back_is_said_at_the_entry(tmp_path: Path) -> None:
    one = new_session(tmp_path / "one", "NV: is in favour of it")
    two = copy_of(one, tmp_path / "two")
    record(two, "antwerp", ["undo"], now=clock(timedelta(minutes=1)))
    (row,) = [row for row in copies(one, two).rows if row.about == "antwerp-13"]
    assert row.standing == "changed" and row.notes == ("taken back on the right only",)


def test_a_log_that_went_on_apart_says_so_once(tmp_path: Path) -> None:
    one = new_session(tmp_path / "one")
    two = copy_of(one, tmp_path / "two")
    record(one, "antwerp", ["OS: fine", "OS: indeed"], now=clock(timedelta(minutes=5)))
    record(two, "antwerp", ["TR: wait", "TR: please"], now=clock(timedelta(minutes=6)))
    notes = [row.notes for row in copies(one, two).rows if row.standing == "changed"]
    assert notes == [
        ("another line in each copy", "the log of antwerp reads otherwise from here on"),
        ("another line in each copy",),
    ]


def test_sealed_words_are_never_shown_only_where_they_are(tmp_path: Path) -> None:
    one = new_session(tmp_path / "one", "In camera:", "NV: between us", "Private: at last")
    two = copy_of(one, tmp_path / "two")
    shutil.rmtree(two / "sealed")
    found = copies(one, two)
    said = "\n".join(plain_lines(found))
    assert "between us" not in said and "at last" not in said
    assert said.count("its words under seal are at hand on the left only") == 2
    assert "Right: Of 2 entries the words are under seal" in said
    record(one, "brussels", ["NV: hush hush"], now=clock(timedelta(minutes=5)))
    assert "hush" not in "\n".join(plain_lines(copies(one, two)))


def test_a_copy_and_itself_are_alike_and_two_meetings_are_strangers(tmp_path: Path) -> None:
    one = new_session(tmp_path / "one", "NV: hello")
    found = copies(one, one)
    assert not found.differences and found.says == "The two are alike."
    assert "  … 13 entries alike" in list(plain_lines(found))
    other = new_session(tmp_path / "other", "NV: hello", station="lindau")
    assert "no entry in common" in copies(one, other).notices[0]


def test_a_torn_end_is_said_and_what_does_not_verify_stands_beside_the_entry(
    tmp_path: Path,
) -> None:
    one = new_session(tmp_path / "one", "OS: yes to this")
    two = copy_of(one, tmp_path / "two")
    log = two / "log" / "antwerp.1.jsonl"
    log.write_bytes(log.read_bytes().replace(b"yes to this", b"not to this") + b'{"p":"')
    found = copies(one, two)
    assert any("never finished" in one for one in found.notices)
    assert "in the right copy its line does not verify" in "".join(of(found, "left"))


@settings(max_examples=100, deadline=None)
@given(PAIRS)
def test_every_line_of_two_drafts_is_there_once_on_its_side(pair: tuple[Draft, Draft]) -> None:
    before, after = (of_draft(one, "x") for one in pair)
    found = drafts(before, after)
    for side, text in (("left", before), ("right", after)):
        plain = [one for one in text.lines if one.kind != "table"]
        rows = [row for row in found.rows if row.about != "a row of a table"]
        told = [half for row in rows if (half := getattr(row, side))]
        assert told == [Half(one.number, one.text) for one in plain]
        tables = sum(len(one.rows) for one in text.lines)
        assert len(halves(found, side)) == len(plain) + tables
    assert drafts(before, before).differences == 0
    swapped_sides = drafts(after, before)
    for side, other in (("left", "right"), ("right", "left")):
        rows = [row for row in swapped_sides.rows if row.about != "a row of a table"]
        kept = [row for row in found.rows if row.about != "a row of a table"]
        assert [one for row in rows if (one := getattr(row, other))] == [
            one for row in kept if (one := getattr(row, side))
        ]


@settings(max_examples=100, deadline=None)
@given(PAIRS)
def test_words_of_both_sides_are_all_there_in_what_is_marked(pair: tuple[Draft, Draft]) -> None:
    for row in drafts(*(of_draft(one, "x") for one in pair)).rows:
        for side, half in (("left", row.left), ("right", row.right)):
            if half:
                spans = row.spans_of("left" if side == "left" else "right")
                assert "".join(span.text for span in spans) == half.text


def draft(*paragraphs: Paragraph | Table, heading: str = "Opening") -> Draft:
    return Draft("Communiqué", "", (), (Section(heading, paragraphs),))


def test_a_moved_paragraph_is_said_at_both_places_and_its_new_words_are_marked() -> None:
    a, b, c = (Paragraph(f"The Plenary took note of the {word} report.", number=str(n), id=word)
               for n, word in enumerate(("first", "second", "third"), 1))  # fmt: skip
    last = replace(a, text="The Plenary took note of the very first report.", number="3")
    found = drafts(of_draft(draft(a, b, c), "1"), of_draft(draft(b, c, last), "2"))
    assert of(found, "left") == [
        "- 1 The Plenary took note of the first report.",
        "      (paragraph 1; moved: on the right it is 3)",
    ]
    assert of(found, "right") == [
        "+ 3 The Plenary took note of the {+very +}first report.",
        "      (paragraph 3; moved: on the left it is 1)",
    ]


def test_brackets_are_counted_on_each_side_by_whose_they_are() -> None:
    words = "The Plenary met [in May]."
    bracket = Bracket(16, 24, owner="Novaria", by=("NV",))
    one = of_draft(draft(Paragraph(words, number="1", id="p", brackets=(bracket,))), "1")
    two = of_draft(draft(Paragraph("The Plenary met in May.", number="1", id="p")), "2")
    found = drafts(one, two)
    assert found.facts == (("1 paragraph", "1 bracket (NV 1)"), ("1 paragraph", "no brackets"))


def test_what_was_only_agreed_meanwhile_is_a_difference() -> None:
    one = Paragraph("The Plenary met.", number="1", id="p")
    found = drafts(*(of_draft(draft(each), "x") for each in (one, replace(one, status="agreed"))))
    assert "open on the left, agreed on the right" in "".join(of(found, "changed"))


def test_a_blank_that_may_not_break_is_no_difference_to_a_file_that_came_back() -> None:
    one = of_draft(draft(Paragraph("It met at 10\u00a0h.", number="1", id="p")), "1")
    file = replace(one, lines=tuple(one.cleaned().lines), agreed={})
    assert drafts(one, file).differences == drafts(file, one).differences == 0


def test_drafts_in_two_languages_are_refused() -> None:
    one = draft(Paragraph("Il est convenu.", number="1"))
    with pytest.raises(WrongUse, match="one language"):
        drafts(of_draft(one, "1"), of_draft(replace(one, language="fr"), "2"))


def test_a_file_that_came_back_untouched_is_the_text_that_was_issued() -> None:
    assert list(returned_lines(returned(word(ISSUED), ISSUED), ISSUED)) == list(lines(ISSUED))


def test_a_file_that_came_back_reads_with_every_change_made() -> None:
    file = edited(
        lambda text: text.replace(t("It noted the report."), t("It noted ") + dele("the report.")
                                  + ins("both reports.")).replace("Keldia", "Ostland")
        if t("It noted the report.") in text
        else text.replace("It noted the report.", "It noted both reports.")
        .replace("Keldia", "Ostland")
    )  # fmt: skip
    now = list(returned_lines(returned(file, ISSUED), ISSUED))
    assert "It noted both reports." in [one.text for one in now]
    (table,) = [one for one in now if one.kind == "table"]
    assert table.rows == (("Owner", "Due"), ("Novaria", "May"), ("Ostland", "June"))
    assert [one.kind for one in now] == [one.kind for one in lines(ISSUED)]
    gone = list(returned_lines(returned(swapped("It closed.", ""), ISSUED), ISSUED))
    assert "It closed." not in [one.text for one in gone]


ROWS = st.lists(
    st.builds(
        lambda standing, heading: Row(Half("", "x"), Half("", "x"), standing, (Span("same", "x"),),
                                      heading=heading if standing == "same" else 0),
        st.sampled_from(["same", "same", "same", "changed", "left", "right"]),
        st.sampled_from([0, 0, 0, 1, 2]),
    ),
    max_size=25,
).map(tuple)  # fmt: skip


@given(ROWS)
def test_stretches_hold_every_row_once_and_never_one_that_differs(rows: tuple[Row, ...]) -> None:
    place = 0
    for part in stretches(rows):
        if isinstance(part, Stretch):
            inside = rows[part.first : part.end]
            assert part.first == place
            assert not any(row.differs for row in inside)
            assert part.alike == sum(1 for row in inside if not row.heading) > 0
            place = part.end
        else:
            assert part is rows[place]
            place += 1
    assert place == len(rows)


def test_a_difference_stands_under_the_headings_that_are_over_it() -> None:
    def line(text: str, heading: int = 0, standing: Standing = "same") -> Row:
        return Row(Half("", text), Half("", text), standing, (), heading=heading)

    rows = (line("A", 1), line("a"), line("a2"), line("B", 1), line("B1", 2), line("b"),
            line("B2", 2), line("c", standing="left"), line("d"), line("d2"))  # fmt: skip
    shown = [
        one.right.text if isinstance(one, Row) and one.right else one for one in stretches(rows)
    ]
    assert shown == [Stretch(0, 3, 2), "B", Stretch(4, 6, 1), "B2", "c", Stretch(8, 10, 2)]
