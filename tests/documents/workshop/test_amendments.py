"""Amendments: laid beside today's words, accepted, bracketed, refused; nothing is ever lost."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plenary_tui.documents.communique import workshop
from plenary_tui.documents.draft import Issue
from plenary_tui.documents.workshop import acts
from plenary_tui.documents.workshop.amendments import amendments
from plenary_tui.documents.workshop.asked import totals
from plenary_tui.documents.workshop.merging import beside, carried, merged
from plenary_tui.documents.workshop.settling import accepted, bracketed, confirmed, refused
from plenary_tui.errors import PlenaryError
from plenary_tui.record.bracketing import Bracket, Marked, mark
from plenary_tui.record.clean import clean
from plenary_tui.record.kinds import ChangeAsked, ParagraphRef, Remarked
from tests.documents.meetings import plenary

from .negotiating import Table

TWO = "The sub-team meets monthly, and reports to the Chair every second year."

PARTS = (
    "“the", "month”.", "(a).", "(b).", "the", "sub-team", "meets", "monthly", "yearly,", "or",
    "(not)", "[TR]", "May.", "in", "[x]", "[every", "month]", "[x] [Alternative: y]",
    "[every [second] month]",
)  # fmt: skip
WORDS = st.sampled_from(PARTS)
TEXTS = st.lists(WORDS, min_size=1, max_size=9).map(" ".join)


def table(words: str = TWO) -> Table:
    return Table(words={"4": words})


def settled(given: Marked, *, asked: bool) -> Marked:
    """Clean every bracket of TR's for one side, one after the other."""
    while own := [one for one in given.brackets if one.by == ("TR",)]:
        group = [one for one in given.group(own[-1]) if one.by == ("TR",)]
        group.sort(key=lambda one: one.start)
        if len(group) == 2:
            given = given.settled(group[asked])
        else:
            comes = given.text[group[0].start + 1 : group[0].end - 1].startswith("+")
            given = given.unwrapped(group[0]) if comes == asked else given.without(group[0])
    return given


@settings(max_examples=300, deadline=None)
@given(TEXTS, TEXTS)
def test_where_nothing_changed_meanwhile_the_asked_words_stand_exactly(was: str, now: str) -> None:
    assert merged(was, was, now) == now and merged(was, now, was) == now
    assert merged(was, now, now) == now


@settings(max_examples=300, deadline=None)
@given(TEXTS, TEXTS, TEXTS)
def test_it_does_not_matter_who_changed_first(was: str, one: str, other: str) -> None:
    assert merged(was, one, other) == merged(was, other, one)


@settings(max_examples=500, deadline=None)
@given(TEXTS, st.lists(st.sampled_from(["+one", "+two", "+three."]), min_size=1, max_size=3),
       st.integers(0, 9))  # fmt: skip
def test_words_that_only_come_or_go_stand_in_one_bracket(
    text: str, more: list[str], at: int
) -> None:
    parts = mark(text, ()).text.split(" ")
    if text.count("[") and at < len(parts):
        at = len(parts)
    longer = " ".join((*parts[:at], *more, *parts[at:]))
    for was, now in ((text, longer), (longer, text)):
        laid = beside(mark(was, ()), mark(now, ()), ("TR",), "hall-9")
        (own,) = (one for one in laid.brackets if one.by)
        assert (own.by, own.sources, own.alternative) == (("TR",), ("hall-9",), False)
        assert laid.unwrapped(own).text == longer and laid.without(own).text == text


@settings(max_examples=500, deadline=None)
@given(TEXTS, TEXTS)
def test_cleaning_for_one_side_gives_that_side_exactly(was: str, now: str) -> None:
    if was == now:
        return
    # every word differs, so that nothing only comes or only goes
    was, now = (f"{who} {text} {who}" for who, text in (("A", was), ("B", now)))
    laid = beside(mark(was, ()), mark(now, ()), ("TR",))
    for one in laid.brackets:
        assert laid.text[one.start] == "[" and laid.text[one.end - 1] == "]"
        assert not any(one.start < two.start < one.end < two.end for two in laid.brackets)
    groups = [one for one in laid.brackets if one.by == ("TR",)]
    if len(groups) == 2:
        assert settled(laid, asked=False).text == was
        assert settled(laid, asked=True).text == now


def test_one_more_alternative_is_laid_to_those_there_are() -> None:
    monthly, weekly, yearly = (Marked(f"It meets {one} in May.") for one in
                               ("monthly", "weekly", "yearly"))  # fmt: skip
    two = beside(monthly, weekly, ("NV",))
    laid = beside(two, yearly, ("TR",))
    assert laid.text == "It meets [monthly] [Alternative: weekly] [Alternative: yearly] in May."
    (own,) = (one for one in laid.brackets if one.by == ("TR",))
    assert laid.without(own) == two and laid.settled(own) == yearly


def test_only_what_differs_stands_in_brackets() -> None:
    laid = beside(Marked(TWO), Marked(TWO.replace("monthly", "yearly")), ("TR",))
    assert laid.text == TWO.replace("monthly", "[monthly] [Alternative: yearly]")


def test_quotation_marks_and_stops_around_what_differs_stay_outside() -> None:
    laid = beside(Marked("It said: “(a) in May”."), Marked("It said: “(b) in June”."), ("TR",))
    assert laid.text == "It said: “([a) in May] [Alternative: b) in June]”."
    one = beside(Marked("It meets (monthly)."), Marked("It meets (yearly)."), ("TR",))
    assert one.text == "It meets ([monthly] [Alternative: yearly])."


def test_a_bracket_keeps_its_owner_when_the_words_around_it_change() -> None:
    now = Marked("It meets [monthly].", (Bracket(9, 18, by=("NV",), sources=("hall-3",)),))
    found = carried(now, "It always meets [monthly] [in May].", ("TR",), "hall-9")
    owners = {found.text[one.start : one.end]: (one.by, one.sources) for one in found.brackets}
    assert owners == {"[monthly]": (("NV",), ("hall-3",)), "[in May]": (("TR",), ("hall-9",))}


def test_accepting_lets_the_paragraph_read_so_and_keeps_its_sources() -> None:
    desk = table()
    sources = desk.view.paragraphs[desk.id("4")].sources
    entry = desk.receive(desk.asks("4", TWO.replace("monthly", "yearly")))
    assert [(one.change, one.text) for one in desk.only.spans if one.change != "same"] == [
        ("deleted", "monthly"), ("inserted", "yearly"),
    ]  # fmt: skip
    edit = accepted(desk.view, desk.only)
    assert edit.who == ("TR",)
    desk.do(edit)
    assert desk.text("4") == TWO.replace("monthly", "yearly")
    assert desk.view.paragraphs[desk.id("4")].sources == sources
    assert (desk.only.state, desk.only.key) == ("accepted", (entry, 0))
    with pytest.raises(PlenaryError, match="accepted already"):
        refused(desk.view, desk.only)
    desk.undo()
    assert (desk.only.state, desk.text("4")) == ("open", TWO)


def test_a_change_is_carried_to_words_that_changed_elsewhere_meanwhile() -> None:
    desk = table()
    desk.receive(desk.asks("4", TWO.replace("monthly", "yearly")))
    today = TWO.replace("the Chair", "the Plenary")
    desk.do(acts.edited(desk.view, desk.id("4"), today, desk.known))
    desk.do(accepted(desk.view, desk.only))
    assert desk.text("4") == today.replace("monthly", "yearly")


def test_where_both_changed_the_same_words_neither_is_lost() -> None:
    desk = table()
    desk.receive(desk.asks("4", TWO.replace("monthly", "yearly")))
    today = TWO.replace("monthly", "weekly")
    desk.do(acts.edited(desk.view, desk.id("4"), today, desk.known))
    with pytest.raises(PlenaryError, match="same place since version 1: lay both in brackets"):
        accepted(desk.view, desk.only)
    desk.do(bracketed(desk.view, desk.only))
    assert desk.text("4") == TWO.replace("monthly", "[weekly] [Alternative: yearly]")


def test_brackets_carry_their_owner_and_what_they_rest_on() -> None:
    desk = table()
    entry = desk.receive(desk.asks("4", TWO.replace("monthly", "yearly")))
    desk.do(bracketed(desk.view, desk.only))
    owned = desk.view.paragraphs[desk.id("4")].brackets
    assert [(one.by, one.sources, one.owner) for one in owned] == [
        (("TR",), (entry,), "Tirania"), (("TR",), (entry,), "Tirania")
    ]  # fmt: skip
    assert desk.only.state == "bracketed"
    for side, reads in ((0, TWO), (1, TWO.replace("monthly", "yearly"))):
        bracket = sorted(desk.view.marked(desk.id("4")).brackets, key=lambda one: one.start)[side]
        desk.do(acts.cleaned(desk.view, desk.id("4"), bracket))
        assert desk.text("4") == reads
        desk.undo()


def test_refusing_changes_nothing_but_the_answer() -> None:
    desk = table()
    desk.receive(desk.asks("4", "Quite other words."))
    before = desk.texts
    desk.do(refused(desk.view, desk.only, "No mandate."))
    assert desk.texts == before
    assert (desk.only.state, desk.only.reason) == ("refused", "No mandate.")
    desk.do(accepted(desk.view, desk.only))
    assert desk.text("4") == "Quite other words."


def test_new_paragraphs_stand_where_they_were_put_in_their_order() -> None:
    desk = table()
    after = ParagraphRef.of(desk.id("4"))
    entry = desk.receive(
        ChangeAsked(after=after, now="First new."), ChangeAsked(after=after, now="Second new.")
    )
    for _ in range(2):
        asked = next(one for one in desk.amendments if one.state == "open" and one.form == "new")
        desk.do(accepted(desk.view, asked))
    at = desk.texts.index("First new.")
    assert desk.texts[at - 1 : at + 2] == [TWO, "First new.", "Second new."]
    made = next(one for one in desk.view.paragraphs.values() if one.text == "First new.")
    assert made.number == "4 bis" and made.sources == (entry,)
    assert "hall" not in made.text


def test_a_new_paragraph_in_brackets_has_its_owner() -> None:
    desk = table()
    desk.receive(ChangeAsked(now="Before all."), who="KE")
    desk.do(bracketed(desk.view, desk.only))
    assert desk.texts[0] == "[Before all.]"
    assert next(iter(desk.view.paragraphs.values())).brackets[0].by == ("KE",)


def test_a_removal_is_a_number_that_is_marked_or_words_in_brackets() -> None:
    desk = table()
    desk.receive(desk.asks("4", ""))
    assert desk.only.form == "removal"
    desk.do(bracketed(desk.view, desk.only))
    assert desk.text("4") == f"[{TWO}]"
    desk.undo()
    desk.do(accepted(desk.view, desk.only))
    assert desk.text("4") == "(deleted)"


def test_words_that_changed_since_are_not_removed_unseen() -> None:
    desk = table()
    desk.receive(desk.asks("4", ""))
    desk.do(acts.edited(desk.view, desk.id("4"), "Other words.", desk.known))
    with pytest.raises(PlenaryError, match="same place since"):
        accepted(desk.view, desk.only)


def test_a_paragraph_that_was_parted_becomes_two() -> None:
    desk = table("It meets. It reports.")
    desk.receive(desk.asks("4", "It meets.\n\nIt reports yearly."))
    desk.do(accepted(desk.view, desk.only))
    at = desk.texts.index("It meets.")
    assert desk.texts[at + 1] == "It reports yearly."


def test_a_paragraph_moves_behind_the_one_it_was_put_behind() -> None:
    desk = table()
    behind = ParagraphRef.of(desk.id("2"))
    desk.receive(desk.asks("4", TWO, after=behind))
    assert desk.only.form == "move"
    with pytest.raises(PlenaryError, match="place cannot stand in brackets"):
        bracketed(desk.view, desk.only)
    desk.do(accepted(desk.view, desk.only))
    assert desk.texts[2] == TWO


def test_a_comment_is_noted() -> None:
    desk = table()
    desk.receive(desk.asks("4", TWO, comments=(Remarked(author="User", text="Why?"),)))
    assert (desk.only.form, desk.only.comments[0].text) == ("comment", "Why?")
    with pytest.raises(PlenaryError, match="no words"):
        bracketed(desk.view, desk.only)
    desk.do(accepted(desk.view, desk.only))
    assert (desk.only.state, desk.text("4")) == ("accepted", TWO)


def test_those_who_ask_the_same_are_one_amendment() -> None:
    desk = table()
    same = desk.asks("4", TWO.replace("monthly", "yearly"))
    desk.receive(same, who="NV")
    desk.receive(desk.asks("3", "Other words."), same, who="KE")
    desk.receive(desk.asks("4", "Only ours."), who="TR")
    assert [(one.number, one.who) for one in desk.amendments] == [
        ("3", ("KE",)), ("4", ("NV", "KE")), ("4", ("TR",)),
    ]  # fmt: skip
    desk.do(accepted(desk.view, desk.amendments[1]))
    count = totals(desk.amendments)
    assert (count.settled, count.count) == (1, 3)
    assert count.owners == (("KE", 1), ("TR", 1))
    verdicts = [given.verdict for given in desk.view.drafts.answers.values()]
    assert verdicts == ["accepted", "accepted"]


def test_what_was_found_by_similar_words_is_confirmed_first() -> None:
    desk = table()
    desk.receive(desk.asks("5", TWO.replace("monthly", "yearly"), sure=False))
    for act in (accepted, bracketed):
        with pytest.raises(PlenaryError, match="confirm first"):
            act(desk.view, desk.only)
    with pytest.raises(PlenaryError, match="no such paragraph"):
        confirmed(desk.view, desk.only, "nowhere.hall-1")
    desk.do(confirmed(desk.view, desk.only, desk.id("4")))
    assert (desk.only.number, desk.only.sure, desk.only.state) == ("4", True, "open")
    desk.do(accepted(desk.view, desk.only))
    assert desk.text("4") == TWO.replace("monthly", "yearly")
    assert (desk.only.number, desk.only.state) == ("4", "accepted")


def test_what_is_asked_aloud_stands_beside_it() -> None:
    desk = table()
    desk.room("Bracket para 4 TR: monthly", "Alternative para 4 TR: weekly")
    words, other = desk.amendments
    assert (words.form, words.who, words.asked) == ("aloud", ("TR",), "monthly")
    with pytest.raises(PlenaryError, match="as was asked"):
        accepted(desk.view, words)
    desk.do(bracketed(desk.view, words))
    desk.do(accepted(desk.view, other))
    assert "[" not in desk.text("4") and "weekly" in desk.text("4")
    assert [one.state for one in desk.amendments] == ["accepted", "bracketed"] or [
        one.state for one in desk.amendments
    ] == ["bracketed", "accepted"]


def test_what_is_asked_aloud_and_refused_leaves_the_words_as_they_were() -> None:
    desk = table()
    desk.room("Para 4 TR: Quite other words.")
    desk.do(refused(desk.view, desk.only))
    assert (desk.text("4"), desk.only.state) == (TWO, "refused")


def test_an_amendment_to_a_text_is_settled_in_the_room() -> None:
    desk = table()
    (one,) = (one for one in amendments(desk.view, desk.room.meeting) if one.form == "text")
    assert (one.number, one.who, one.asked) == ("4", ("OS",), "Alpha is kept for a year")
    assert one.state == "accepted"
    with pytest.raises(PlenaryError, match="asked of P1 itself"):
        accepted(desk.view, one)


def test_an_annex_is_changed_where_it_rests() -> None:
    desk = table()
    annex = next(one for one, place in desk.view.places.items() if place.annex)
    desk.receive(ChangeAsked(paragraph=ParagraphRef.of(annex), now="Alpha is gone"))
    with pytest.raises(PlenaryError, match="annex reproduces the record"):
        accepted(desk.view, desk.only)
    desk.do(refused(desk.view, desk.only))


def test_what_is_asked_of_the_french_version_changes_the_french_words() -> None:
    desk = Table()
    desk.issue_in_french()
    english = desk.text("6")
    french = next(one.text for one in desk.issued.paragraphs() if one.number == "6")
    assert french != english and french.startswith("Le")
    remark = Remarked(text="Pourquoi ?")
    desk.receive(desk.asks("6", french, comments=(remark,)), who="NV", version=1)
    assert desk.only.form == "comment"
    desk.undo_received()
    desk.receive(desk.asks("6", french.replace("Le", "Ce", 1)), version=1)
    desk.do(bracketed(desk.view, desk.only))
    view = workshop(desk.room.record, desk.room.now, Issue(language="fr"))
    assert clean(view.paragraphs[desk.id("6")].text).startswith("[Le] [Variante : Ce] ")
    assert desk.text("6") == english
    desk.undo()
    desk.do(acts.edited(desk.view, desk.id("6"), "Quite other words.", desk.known))
    desk.do(accepted(desk.view, desk.only))
    view = workshop(desk.room.record, desk.room.now, Issue(language="fr"))
    assert view.paragraphs[desk.id("6")].text.startswith("Ce ")
    assert desk.text("6") == "Quite other words."


def test_a_version_that_is_not_the_last_keeps_what_is_open() -> None:
    desk = table()
    desk.receive(desk.asks("4", TWO.replace("monthly", "yearly")))
    desk.do(acts.edited(desk.view, desk.id("4"), TWO.replace("the Chair", "us"), desk.known))
    desk.issue("2")
    desk.do(accepted(desk.view, desk.only))
    assert "yearly" in desk.text("4") and "to us" in desk.text("4")


def test_what_came_of_a_paragraph_that_is_gone_is_last() -> None:
    desk = table()
    desk.receive(desk.asks("4", "Other."), desk.asks("6", "Six."))
    desk.do(acts.removed(desk.view, desk.id("4")))
    gone = next(one for one in desk.amendments if one.asked == "Other.")
    assert gone.today is None
    for act in (accepted, bracketed):
        with pytest.raises(PlenaryError, match="put it back first"):
            act(desk.view, gone)


def test_ten_delegations_cost_little() -> None:
    import time

    desk = table()
    for code in ("NV", "OS", "KE", "TR", "GDA"):
        desk.receive(*(desk.asks(str(at), f"{code} {at}") for at in range(1, 18)), who=code)
    view, meeting = desk.view, desk.room.meeting
    began = time.perf_counter()
    assert len(amendments(view, meeting)) == 5 * 17 + 1
    assert time.perf_counter() - began < 1.0


def test_what_was_asked_of_a_text_that_is_adopted_asks_for_nothing_any_more() -> None:
    room = plenary("Proposal OS: We meet monthly.", "Amendment TR: yearly")
    asked = [one.form for one in amendments(workshop(room.record), room.meeting)]
    assert asked == ["text"]
    room("Adopted:")
    assert amendments(workshop(room.record), room.meeting) == []
