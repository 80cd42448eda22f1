"""Which version of which session a file is, and where it was altered."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from plenary_tui.documents.draft import Origin
from plenary_tui.documents.word import word
from plenary_tui.documents.word.reader import check_file
from plenary_tui.documents.word.redline import redline

from .edited import ISSUED, dele, edited, ins, rebuilt, retyped, swapped, t
from .readback import parts

AT = datetime(2018, 6, 22, tzinfo=UTC)


def test_what_was_issued_holds_also_annotated_and_with_our_changes_tracked() -> None:
    earlier = replace(ISSUED, version="1", sections=())
    for data in (word(ISSUED), word(ISSUED, str), redline(earlier, ISSUED, "The Chair", AT)):
        found = check_file(data, ISSUED)
        assert found.holds, found
        assert (found.claims.session, found.claims.version) == ("training", "2")


def test_altered_words_are_told_by_paragraph() -> None:
    found = check_file(swapped("It noted the report.", "It rejected the report."), ISSUED)
    assert found.is_issued and not found.holds
    assert [(one.number, one.was, one.now) for one in found.altered] == [
        ("2", "It noted the report.", "It rejected the report.")
    ]
    cell = check_file(swapped("Keldia", "Novaria"), ISSUED)
    assert [(one.number, one.now) for one in cell.altered] == [("II.4", "Novaria")]


def test_a_tracked_change_and_a_footnote_are_alterations_too() -> None:
    found = check_file(retyped("It closed.", t("It ") + dele("closed") + ins("opened") + t(".")),
                       ISSUED)  # fmt: skip
    assert [one.now for one in found.altered] == ["It opened."]


def test_a_paragraph_put_in_or_left_out_is_told_at_the_number_before_it() -> None:
    fresh = f'<w:p>{t("Put in.")}</w:p><w:p><w:pPr><w:pStyle w:val="ListBullet2"/>'
    found = check_file(swapped('<w:p><w:pPr><w:pStyle w:val="ListBullet2"/>', fresh), ISSUED)
    assert [(one.number, one.was, one.now) for one in found.altered] == [("II.4", "", "Put in.")]


def test_a_header_that_says_something_else_is_told() -> None:
    footer = parts(word(ISSUED))["word/footer2.xml"].decode()
    assert "DRAFT, version 2" in footer
    found = check_file(
        rebuilt(word(ISSUED), {"word/footer2.xml": footer.replace("DRAFT, version 2", "FINAL")}),
        ISSUED,
    )
    assert found.frame and not found.holds and found.altered == ()


def test_another_session_version_or_state_is_not_what_was_issued() -> None:
    data = word(ISSUED)
    for other in (
        replace(ISSUED, origin=Origin("other", "00ff")), replace(ISSUED, version="3"),
        replace(ISSUED, state="FINAL"), replace(ISSUED, origin=None),
    ):  # fmt: skip
        assert not check_file(data, other).is_issued
    claimed = parts(data)["docProps/custom.xml"].decode().replace(">2<", ">3<")
    forged = check_file(rebuilt(data, {"docProps/custom.xml": claimed}), ISSUED)
    assert forged.claims.version == "3" and not forged.holds


def test_a_file_that_says_nothing_of_itself_is_compared_all_the_same() -> None:
    found = check_file(word(replace(ISSUED, origin=None)), ISSUED)
    assert found.claims.session == "" and not found.is_issued and found.altered == ()
    bare = edited(lambda text: text.replace("_pl_", "x_"), word(replace(ISSUED, origin=None)))
    assert check_file(bare, ISSUED).altered == ()
