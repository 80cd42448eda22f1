"""A draft edited in LibreOffice comes back with every change at the right paragraph."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from plenary_tui.documents.returned import ReturnedParagraph
from plenary_tui.documents.word import word
from plenary_tui.documents.word.reader import check_file, original_and_final, returned
from plenary_tui.documents.word.redline import redline

from .edited import ISSUED, commented
from .office import edited_in_office, saved_in_office
from .tools import needs_office

AT = datetime(2018, 6, 22, 9, 30, tzinfo=UTC)


def done(paragraph: ReturnedParagraph) -> list[tuple[str, str]]:
    return [(one.kind, one.text) for one in paragraph.changes]


@needs_office
def test_every_tracked_change_comes_back_at_its_paragraph(tmp_path: Path) -> None:
    edits = """
    Swap doc, "Antwerp", "Brussels"
    Swap doc, "the Chair", "its Chair"
    Cut doc, "It noted", "It thanked"
    Append doc, "A number of its own.", "A wholly new paragraph."
    Swap doc, "Keldia", "Aurelia"
    Swap doc, "second", "other"
    """
    back = returned(edited_in_office(word(ISSUED), edits, tmp_path), ISSUED)
    touched = {one.id or one.was or one.now: one for one in back.touched()}
    assert {key: (one.now, done(one)) for key, one in touched.items()} == {
        "a.h-1": ("The Plenary met in Brussels.",
                  [("deleted", "Antwerp"), ("inserted", "Brussels")]),
        "a.h-2": ("", [("deleted", "It noted the report.")]),
        "a.h-3": ("It thanked its Chair.", [("deleted", "the Chair"), ("inserted", "its Chair")]),
        "A wholly new paragraph.": ("A wholly new paragraph.",
                                    [("inserted", "A wholly new paragraph.")]),
        "Keldia": ("Aurelia", [("deleted", "Keldia"), ("inserted", "Aurelia")]),
        "a.h-6": ("other item", [("deleted", "second"), ("inserted", "other")]),
    }  # fmt: skip
    assert all(one.sure for one in back.paragraphs)
    assert all(each.tracked and each.made for one in touched.values() for each in one.changes)
    assert (back.claims.session, back.claims.version) == ("training", "2")
    was = [one.was for one in back.paragraphs if one.was]
    assert was == [one.was for one in returned(word(ISSUED), ISSUED).paragraphs]


@needs_office
def test_parted_and_joined_paragraphs_come_back(tmp_path: Path) -> None:
    edits = """
    Split doc, "the report"
    Cut doc, "Chair.", "A number"
    """
    back = returned(edited_in_office(word(ISSUED), edits, tmp_path), ISSUED)
    assert [(one.id, one.now, done(one)) for one in back.touched()] == [
        ("a.h-2", "It noted\n\nthe report.", [("split", "")]),
        ("a.h-3", "It thanked the", [("deleted", "Chair."), ("joined", "")]),
    ]  # fmt: skip


@needs_office
def test_comments_and_changes_come_back_after_another_program_saved_them(tmp_path: Path) -> None:
    (one,) = returned(saved_in_office(commented(), tmp_path), ISSUED).touched()
    assert (one.id, one.now) == ("a.h-7", "It closes.")
    assert done(one) == [("deleted", "sed"), ("inserted", "ses")]
    assert {each.author for each in one.changes} == {"Delegate"}
    (comment,) = one.comments
    assert (comment.text, comment.about, comment.author) == ("Why not\nJune?", "closes", "Delegate")


@needs_office
def test_a_file_only_saved_anew_is_what_was_issued(tmp_path: Path) -> None:
    data = edited_in_office(word(ISSUED), "", tmp_path)
    assert returned(data, ISSUED).touched() == ()
    assert check_file(data, ISSUED).holds


@needs_office
def test_a_redline_keeps_both_views_in_another_program(tmp_path: Path) -> None:
    from .drafts import EVERYTHING
    from .test_redline import CHANGED

    data = redline(EVERYTHING, CHANGED, "The Chair", AT)
    saved = edited_in_office(data, "", tmp_path)
    for before, after in zip(original_and_final(data), original_and_final(saved), strict=True):
        assert [one for one in after if one] == [one for one in before if one]
