"""What comes back is read as the delegation left it: both views, who did what, where."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given, settings

from plenary_tui.documents.draft import Draft
from plenary_tui.documents.lines import lines
from plenary_tui.documents.returned import Returned, ReturnedParagraph
from plenary_tui.documents.word import word
from plenary_tui.documents.word.reader import claims, original_and_final, returned
from plenary_tui.documents.word.redline import redline
from plenary_tui.record.clean import clean

from .edited import (
    BODY,
    BY,
    ISSUED,
    commented,
    dele,
    edited,
    end_marked,
    ins,
    paragraph_of,
    rebuilt,
    retyped,
    swapped,
    t,
)
from .readback import W, parts, said, tree
from .versions import EDITED, PAIRS

AT = datetime(2018, 6, 22, 9, 30, tzinfo=UTC)
MOMENT = datetime(2018, 6, 22, 10, tzinfo=UTC)


def read(data: bytes) -> Returned:
    return returned(data, ISSUED)


def of(data: bytes, paragraph: str) -> ReturnedParagraph:
    (found,) = [one for one in read(data).paragraphs if one.id == paragraph]
    return found


def done(paragraph: ReturnedParagraph) -> list[tuple[str, str, int]]:
    return [(one.kind, one.text, one.at) for one in paragraph.changes]


def spoken(draft: Draft) -> list[str]:
    """Return the words of a draft's paragraphs and cells, cleaned, without the empty ones."""
    found = []
    for line in lines(draft):
        found += [cell for row in line.rows for cell in row] or [line.text]
    return [text for text in map(clean, found) if text]


def without(numbers: list[str], text: str) -> str:
    """Return a text without a number before it: a new number that is text is part of the words."""
    return next((text.removeprefix(one).strip() for one in numbers if text.startswith(one)), text)


def test_a_file_that_nobody_touched_has_no_change_and_says_what_it_is() -> None:
    back = read(word(ISSUED))
    assert back.touched() == ()
    assert [one.was for one in back.paragraphs] == spoken(ISSUED)
    assert all(one.sure for one in back.paragraphs)
    said = claims(word(ISSUED))
    assert (said.session, said.version, said.state, said.record) == (
        "training", "2", "DRAFT", "00ff",
    )  # fmt: skip
    assert "plenary" not in "".join(parts(word(replace(ISSUED, origin=None))))
    assert claims(word(replace(ISSUED, origin=None))).session == ""


def test_a_draft_that_goes_out_tracks_what_is_changed_in_it_and_a_register_does_not() -> None:
    assert b"trackRevisions" in parts(word(ISSUED))["word/settings.xml"]
    for draft in (replace(ISSUED, state="FINAL"), replace(ISSUED, origin=None)):
        assert b"trackRevisions" not in parts(word(draft))["word/settings.xml"]


@settings(max_examples=120, deadline=None)
@given(PAIRS)
def test_both_views_of_a_redline_are_the_two_drafts(pair: tuple[Draft, Draft]) -> None:
    before, after = pair
    views = original_and_final(redline(before, after, "x", AT))
    for view, draft in zip(views, (before, after), strict=True):
        read_as = [text.rpartition("\t")[2] for text in view]
        wanted = [said(one).rpartition("\t")[2] for one in tree(word(draft)).iter(f"{W}p")]
        assert [one for one in read_as if one] == [one for one in wanted if one]


@settings(max_examples=120, deadline=None)
@given(PAIRS)
def test_whatever_a_delegation_tracks_every_paragraph_comes_back(pair: tuple[Draft, Draft]) -> None:
    """A redline that is not ours is a draft that somebody else changed with tracking."""
    before, after = pair
    data = redline(replace(before, origin=None), replace(after, origin=None), "KE", AT)
    back = returned(data, before).paragraphs
    assert Counter(one.was for one in back if one.was) == Counter(spoken(before))
    numbers = [f"{line.number}." for line in lines(after) if line.number]
    now = [without(numbers, one.now) for one in back if one.now]
    wanted = [without(numbers, text) for text in spoken(after)]
    assert Counter(filter(None, now)) == Counter(filter(None, wanted))


@settings(max_examples=80, deadline=None)
@given(EDITED)
def test_what_a_delegation_tracks_is_told_as_tracked(pair: tuple[Draft, Draft]) -> None:
    before, after = pair
    data = redline(replace(before, origin=None), replace(after, origin=None), "KE", AT)
    numbers = {f"{line.number}." for line in lines(after) if line.number}
    changes = [change for one in returned(data, before).paragraphs for change in one.changes]
    assert all(change.tracked or change.text.strip() in numbers for change in changes)


@settings(max_examples=60, deadline=None)
@given(PAIRS)
def test_our_own_redline_comes_back_as_the_later_draft_untouched(pair: tuple[Draft, Draft]) -> None:
    before, after = pair
    back = returned(redline(before, after, "x", AT), after)
    assert [one for one in back.touched() if clean(one.was) != one.now or one.changes] == []


def test_tracked_words_have_author_moment_and_place() -> None:
    runs = t("The Plenary met in ") + dele("Antwerp") + ins("Brussels") + t(".")
    one = of(retyped("The Plenary met in Antwerp.", runs), "a.h-1")
    assert (one.was, one.now) == ("The Plenary met in Antwerp.", "The Plenary met in Brussels.")
    assert done(one) == [("deleted", "Antwerp", 19), ("inserted", "Brussels", 26)]
    assert {(each.author, each.made) for each in one.changes} == {("Delegate", MOMENT)}
    assert one.sure and one.number == "1"


def test_words_that_one_put_in_and_another_took_out_are_in_no_view() -> None:
    inner = ins("x").replace(t("x"), dele("never seen", 902))
    one = of(retyped("It closed.", t("It ") + inner + t("closed.")), "a.h-7")
    assert (one.was, one.now, one.changes) == ("It closed.", "It closed.", ())


def test_an_edit_that_nothing_tracked_is_found_and_counted_in_the_issued_words() -> None:
    runs = t("It has noted the ") + dele("report") + ins("paper") + t(".")
    one = of(retyped("It noted the report.", runs), "a.h-2")
    assert one.now == "It has noted the paper."
    assert [(each.kind, each.text, each.at, each.tracked) for each in one.changes] == [
        ("inserted", "has ", 3, False), ("deleted", "report", 13, True),
        ("inserted", "paper", 19, True),
    ]  # fmt: skip


def test_a_removed_end_joins_with_the_paragraph_that_follows() -> None:
    data = edited(lambda text: end_marked(text, "The Plenary met", "del"))
    first, second = of(data, "a.h-1"), of(data, "a.h-2")
    assert (first.now, second.now) == (first.was, second.was)
    assert done(first) == [("joined", "", len(first.was))] and second.changes == ()
    was, now = original_and_final(data)
    assert "The Plenary met in Antwerp.It noted the report." in now
    assert was == original_and_final(word(ISSUED))[0]


def test_a_paragraph_that_was_deleted_whole_leaves_its_neighbours_alone() -> None:
    data = edited(
        lambda text: end_marked(text, "It noted", "del").replace(
            t("It noted the report.").replace(' xml:space="preserve"', ""),
            dele("It noted the report."),
        )
    )
    assert of(data, "a.h-2").now == "" and done(of(data, "a.h-2")) == [
        ("deleted", "It noted the report.", 0)
    ]
    assert [one.id for one in read(data).touched()] == ["a.h-2"]


def test_a_paragraph_split_in_two_keeps_its_id_and_a_new_one_has_none() -> None:
    def split(text: str) -> str:
        whole = paragraph_of(text, "It noted the report.")
        head, tail = whole.split("<w:r>")[0], whole.split("</w:r>")[1]
        first = end_marked(head + t("It noted ") + "</w:p>", "It noted", "ins")
        return text.replace(whole, f"{first}<w:p>{t('the report.')}{tail}")

    one = of(edited(split), "a.h-2")
    assert (one.was, one.now) == (
        "It noted the report.",
        "It noted\n\nthe report.",
    )
    assert done(one) == [("split", "", 9)]

    def typed(text: str) -> str:
        """Enter at the end of a paragraph gives it a new end; the old one goes to what follows."""
        ended = end_marked(text, "It noted the report.", "ins")
        whole = paragraph_of(ended, "It noted the report.")
        return ended.replace(whole, f"{whole}<w:p>{ins('Wholly new.')}</w:p>")

    back = read(edited(typed)).touched()
    assert [(one.id, one.now, one.new, done(one)) for one in back] == [
        ("", "Wholly new.", True, [("inserted", "Wholly new.", 0)])
    ]


def test_moved_words_are_away_at_one_place_and_here_at_another() -> None:
    def moved(text: str) -> str:
        whole = paragraph_of(text, "It noted the report.")
        mark = '<w:bookmarkStart w:id="1"'
        bare = whole[: whole.index(mark)] + t("It noted the report.") + "</w:p>"
        gone = end_marked(bare, "It noted", "moveFrom").replace(
            t("It noted the report."),
            f'<w:moveFrom w:id="960" {BY}>{t("It noted the report.")}</w:moveFrom>',
        )
        here = end_marked(whole, "It noted", "moveTo").replace(
            "<w:r><w:t>It noted the report.</w:t></w:r>",
            f'<w:moveTo w:id="961" {BY}>{t("It noted the report.")}</w:moveTo>',
        )
        last = paragraph_of(text, "It closed.")
        return text.replace(whole, gone).replace(last, here + last)

    back = read(edited(moved)).touched()
    assert [(one.id, one.was, one.now, done(one)) for one in back] == [
        ("a.h-2", "It noted the report.", "", [("moved away", "It noted the report.", 0)]),
        ("", "", "It noted the report.", [("moved here", "It noted the report.", 0)]),
    ]


def test_content_controls_links_and_fields_are_read_through() -> None:
    runs = (
        f"<w:sdt><w:sdtPr/><w:sdtContent>{t('It ')}</w:sdtContent></w:sdt>"
        f'<w:hyperlink w:anchor="x">{t("clo")}</w:hyperlink>'
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{t("sed")}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        f'<w:fldSimple w:instr="PAGE">{t(".")}</w:fldSimple>'
    )
    assert of(retyped("It closed.", runs), "a.h-7").now == "It closed."

    def wrapped(text: str) -> str:
        whole = paragraph_of(text, "It noted the report.")
        control = f"<w:sdt><w:sdtPr/><w:sdtContent>{whole}</w:sdtContent></w:sdt>"
        return text.replace(whole, control)

    assert read(edited(wrapped)).touched() == ()


def test_footnotes_belong_to_the_paragraph_that_refers_to_them() -> None:
    name = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    part = (
        f'<w:footnotes xmlns:w="{name}"><w:footnote w:id="2"><w:p>{t("See ")}{ins("page 3", 970)}'
        f'</w:p></w:footnote><w:footnote w:id="3"><w:p>{t("New note")}</w:p></w:footnote>'
        "</w:footnotes>"
    )
    mark = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    fresh = f'<w:ins w:id="971" {BY}>{mark.format(3)}</w:ins>'
    data = retyped("It closed.", t("It closed") + mark.format(2) + t(".") + fresh)
    relations = parts(data)["word/_rels/document.xml.rels"].decode()
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    linked = relations.replace(
        "</Relationships>",
        f'<Relationship Id="rId99" Type="{kind}" Target="footnotes.xml"/></Relationships>',
    )
    data = rebuilt(data, {"word/_rels/document.xml.rels": linked, "word/footnotes.xml": part})
    one = of(data, "a.h-7")
    assert (one.was, one.now) == ("It closed.", "It closed.")
    assert one.notes == ("See page 3", "New note")
    assert [(each.note, each.kind, each.text, each.at) for each in one.changes] == [
        (True, "inserted", "page 3", 9), (True, "inserted", "New note", 10),
    ]  # fmt: skip


def test_rows_that_came_and_went_are_read_cell_by_cell() -> None:
    def rows(text: str) -> str:
        start = text.rindex("<w:tr>", 0, text.index("Keldia"))
        old = text[start : text.index("</w:tr>", start) + 7]
        gone = old.replace("</w:trPr>", f'<w:del w:id="980" {BY}/></w:trPr>')
        came = old.replace("</w:trPr>", f'<w:ins w:id="981" {BY}/></w:trPr>')
        return text.replace(old, gone + came.replace("Keldia", "Aurelia").replace("June", "July"))

    back = read(edited(rows)).touched()
    assert [(one.was, one.now) for one in back] == [
        ("Keldia", ""), ("June", ""), ("", "Aurelia"), ("", "July"),
    ]  # fmt: skip


def test_a_number_that_is_text_is_no_part_of_the_words() -> None:
    one = of(word(ISSUED), "a.h-4")
    assert (one.number, one.now) == ("II.4", "A number of its own.")
    changed = of(retyped("A number of its own.", t("A number of its ") + ins("very ")
                         + t("own.")), "a.h-4")  # fmt: skip
    assert done(changed) == [("inserted", "very ", 16)]


def test_without_its_anchor_a_paragraph_is_known_by_its_words_or_proposed() -> None:
    bare = edited(lambda text: text.replace("_pl_", "other_"))
    assert read(bare).touched() == () and all(one.sure for one in read(bare).paragraphs)
    changed = edited(
        lambda text: text.replace("It thanked the Chair.", "It warmly thanked the Chair."),
        bare,
    )
    (one,) = read(changed).touched()
    assert (one.id, one.was, one.now) == (
        "a.h-3", "It thanked the Chair.", "It warmly thanked the Chair.",
    )  # fmt: skip
    assert not one.sure


def test_a_paragraph_deleted_without_a_trace_is_told_where_it_stood() -> None:
    def cut(text: str) -> str:
        return text.replace(paragraph_of(text, "It noted the report."), "")

    (one,) = read(edited(cut)).touched()
    assert (one.id, one.number, one.now) == ("a.h-2", "2", "")
    assert [(each.kind, each.tracked) for each in one.changes] == [("deleted", False)]
    order = [each.id for each in read(edited(cut)).paragraphs if each.id]
    assert order[:3] == ["a.h-1", "a.h-2", "a.h-3"]


def test_comments_know_their_words_and_ours_are_left_out() -> None:
    said = [(one.id, each) for one in read(commented()).paragraphs for each in one.comments]
    assert [(at, each.author, each.made, each.text, each.about) for at, each in said] == [
        ("a.h-7", "Delegate", MOMENT, "Why not\nJune?", "closes")
    ]


def test_what_could_hide_in_a_text_is_shown_and_names_too() -> None:
    hidden = ins("a\u202eb\u200f\u009b").replace("Delegate", "K\u202eE")
    one = of(retyped("It closed.", t("It ") + hidden + t("closed.")), "a.h-7")
    assert "\u202e" not in one.now and "\ufffd" in one.now
    assert {each.author for each in one.changes} == {"K\ufffdE"}


def test_a_change_hidden_as_ours_is_found_all_the_same() -> None:
    data = redline(ISSUED, ISSUED, "The Chair", AT)
    stamp = 'w:author="The Chair" w:date="2018-06-22T09:30:00Z"'
    forged = ins("not ").replace(BY, stamp)
    text = parts(data)[BODY].decode().replace(
        "<w:r><w:t>It closed.</w:t></w:r>", t("It ") + forged + t("closed.")
    )  # fmt: skip
    one = of(rebuilt(data, {BODY: text}), "a.h-7")
    assert one.now == "It not closed."
    assert [(each.kind, each.text, each.tracked) for each in one.changes] == [
        ("inserted", "not ", False)
    ]


def test_the_last_edit_wins_where_a_bookmark_was_put_on_other_words() -> None:
    data = swapped("It thanked the Chair.", "Nothing of what was issued stands here now")
    one = of(data, "a.h-3")
    assert one.now == "Nothing of what was issued stands here now" and not one.sure


def test_a_cell_that_reads_otherwise_is_still_the_cell_of_its_place() -> None:
    (one,) = read(swapped("Keldia", "Novaria")).touched()
    assert (one.was, one.now, one.sure) == ("Keldia", "Novaria", False)
