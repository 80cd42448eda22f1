"""Two versions beside each other: what is the same line, and which words of it changed."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from hypothesis import example, given, settings
from hypothesis import strategies as st

from plenary_tui.documents.aligning import Key, align
from plenary_tui.documents.comparing import compare, words
from plenary_tui.documents.draft import Draft, Paragraph, Row, Section, Table
from plenary_tui.documents.lines import lines

from .word.versions import PAIRS, SENTENCES

Said = list[tuple[str, str]]


def draft(*paragraphs: Paragraph | Table) -> Draft:
    return Draft("R", "", (), (Section("", paragraphs),))


def said(was: str, now: str) -> Said:
    return [(span.change, span.text) for span in words(was, now)]


def changes(before: Draft, after: Draft) -> list[tuple[str, str, bool]]:
    return [
        (one.change, line.text, one.moved)
        for one in compare(before, after)[1:]
        if (line := one.now or one.was)
    ]


@settings(max_examples=200, deadline=None)
@given(SENTENCES, SENTENCES)
@example("  a", " a ")
@example("a  b", "a b")
def test_the_spans_hold_all_of_both_texts(was: str, now: str) -> None:
    spans = words(was, now)
    assert "".join(one.text for one in spans if one.change != "inserted") == was
    assert "".join(one.text for one in spans if one.change != "deleted") == now
    assert all(one.text for one in spans)
    assert all(a.change != b.change for a, b in pairwise(spans))
    assert (was == now) == all(one.change == "same" for one in spans)


@settings(max_examples=150, deadline=None)
@given(PAIRS)
def test_every_line_of_both_drafts_is_there_once_and_in_order(pair: tuple[Draft, Draft]) -> None:
    before, after = pair
    compared = compare(before, after)
    assert [one.was for one in compared if one.was] == list(lines(before))
    assert [one.now for one in compared if one.now] == list(lines(after))
    for one in compared:
        old = [row.cells for row in one.rows if row.change != "inserted"]
        new = [row.cells for row in one.rows if row.change != "deleted"]
        assert old == list(one.was.rows if one.was else ())
        assert new == list(one.now.rows if one.now else ())
    assert all(one.change == "same" for one in compare(after, after))


def test_whole_words_change_and_brackets_stand_for_themselves() -> None:
    assert said("It noted the report.", "It welcomed the report.") == [
        ("same", "It "), ("deleted", "noted"), ("inserted", "welcomed"), ("same", " the report."),
    ]  # fmt: skip
    assert said("all mines report", "all [mines] report") == [
        ("same", "all "), ("inserted", "["), ("same", "mines"), ("inserted", "]"),
        ("same", " report"),
    ]  # fmt: skip
    assert said("the Chair’s paper", "the Chair paper")[1][1] == "Chair’s"


def test_two_changes_with_a_space_between_are_one() -> None:
    assert said("The Plenary took note with thanks today.", "The Plenary gave heed today.") == [
        ("same", "The Plenary "), ("deleted", "took note with thanks"), ("inserted", "gave heed"),
        ("same", " today."),
    ]  # fmt: skip


def test_a_text_of_which_hardly_anything_stays_is_replaced_as_a_whole() -> None:
    was, now = "Participants shall report on it yearly.", "Nobody spoke; the item was left open."
    assert said(was, now) == [("deleted", was), ("inserted", now)]


def test_a_paragraph_is_known_by_its_id_whatever_became_of_its_words() -> None:
    before = draft(Paragraph("One.", id="a"), Paragraph("Two words here.", id="b"))
    after = draft(Paragraph("Wholly other.", id="a"), Paragraph("New.", id="c"),
                  Paragraph("Two words here.", id="b"))  # fmt: skip
    assert changes(before, after) == [
        ("changed", "Wholly other.", False), ("inserted", "New.", False),
        ("same", "Two words here.", False),
    ]  # fmt: skip


def test_the_fewest_paragraphs_move() -> None:
    before = draft(*(Paragraph(f"Number {one}.", id=one) for one in "abcde"))
    after = draft(*(Paragraph(f"Number {one}.", id=one) for one in "bcdea"))
    assert [(change, text) for change, text, moved in changes(before, after) if moved] == [
        ("deleted", "Number a."), ("inserted", "Number a."),
    ]  # fmt: skip


def test_without_ids_equal_words_decide_and_then_similar_ones() -> None:
    texts = ["It met in Antwerp at noon.", "It noted the report of the Chair.", "It closed."]
    before = draft(*(Paragraph(text) for text in texts))
    later = "It noted with thanks the report of the Chair."
    after = draft(*map(Paragraph, ("It opened with music.", texts[0], later, texts[2])))
    assert [change for change, _, _ in changes(before, after)] == [
        "inserted", "same", "changed", "same",
    ]  # fmt: skip


def test_a_number_that_moved_on_is_no_change() -> None:
    (one,) = compare(draft(Paragraph("x", id="a", number="3")),
                     draft(Paragraph("x", id="a", number="4")))[1:]  # fmt: skip
    assert one.change == "same" and one.was and one.now
    assert (one.was.number, one.now.number) == ("3", "4")


def test_rows_go_and_come_as_a_whole_and_new_columns_are_a_new_table() -> None:
    was = Table(("Who", "Due"), (Row(("KE", "May")), Row(("NO", "June"))))
    now = Table(("Who", "Due"), (Row(("KE", "May")), Row(("NO", "July"))))
    (one,) = compare(draft(was), draft(now))[1:]
    assert [(row.change, row.cells[1]) for row in one.rows] == [
        ("same", "Due"), ("same", "May"), ("deleted", "June"), ("inserted", "July"),
    ]  # fmt: skip
    wide = Table(("Who", "Due", "How"), (Row(("KE", "May", "")),))
    assert [one.change for one in compare(draft(was), draft(wide))[1:]] == ["deleted", "inserted"]


KEYS = st.builds(Key, st.sampled_from(["a b", "a c", "d e f", ""]), st.sampled_from(["", "cell"]),
                 st.sampled_from(["", "1", "2", "3"]))  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(KEYS, max_size=9), st.lists(KEYS, max_size=9))
def test_pairs_keep_the_order_of_both_sides_and_use_everything_once(
    before: list[Key], after: list[Key]
) -> None:
    aligned = align(before, after)
    assert list(aligned.pairs) == sorted(aligned.pairs)
    both = [*aligned.pairs, *aligned.moved]
    assert [one.now for one in aligned.pairs] == sorted(one.now for one in aligned.pairs)
    assert max(Counter(one.was for one in both).values(), default=1) == 1
    assert max(Counter(one.now for one in both).values(), default=1) == 1
    assert all(before[one.was].group == after[one.now].group for one in both)


def test_one_line_among_many_is_found_whatever_their_number() -> None:
    many = [Key(f"alpha {at} beta {at} gamma {at * at}") for at in range(900)]
    for at in (0, 17, 450, 899):
        text = many[at].text + " delta"
        assert [tuple(one) for one in align([Key(text)], many).pairs] == [(0, at, "similar")]
        assert [tuple(one) for one in align(many, [Key(text)]).pairs] == [(at, 0, "similar")]
