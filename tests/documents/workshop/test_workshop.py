"""The draft under two stations' hands, in two languages, in camera, and as numbers come and go."""

from __future__ import annotations

import pytest

from plenary_tui.documents.communique import workshop
from plenary_tui.documents.workshop import acts
from plenary_tui.documents.workshop.snapshot import issuing
from plenary_tui.documents.workshop.typed import as_typed
from plenary_tui.errors import PlenaryError
from plenary_tui.record.kinds import (
    CorrectionAnswered,
    CorrectionAsked,
    DraftEdit,
    DraftPlan,
    Kind,
    PlanSection,
    Retraction,
)
from plenary_tui.record.redaction import open_record

from .tables import Table, elsewhere, known, meet, words


def conflicts(table: Table) -> list[tuple[str, ...]]:
    """Return the sides of each conflict about the draft."""
    held = table.room.meeting.conflicts
    return [one.entries for one in held if "of the draft was changed" in one.what]


def test_a_paragraph_changed_apart_is_a_conflict_and_the_later_stands() -> None:
    here = Table()
    here.issue("1")
    there = elsewhere(here)
    first = here.edit("2", "As worded here.")
    there.room.now += (here.room.now - there.room.now) * 2
    second = there.edit("2", "As worded there.")
    meet(here, there)
    assert conflicts(here) == conflicts(there) == [(first.entry.id, second.entry.id)]
    assert here.room.meeting.conflicts[-1].what.startswith("paragraph 2 of the draft was changed")
    assert words(here.view())["2"] == words(there.view())["2"] == "As worded there."
    here.edit("2", "As both agree.")
    there.room.record.add(here.room.entries)
    there.edit("2", "As both agree at last.")
    assert len(conflicts(there)) == 1


def test_what_was_done_apart_to_other_words_is_no_conflict() -> None:
    here = Table()
    here.issue("1")
    there = elsewhere(here)
    here.edit("2", "As worded here.")
    there.edit("3", "Another one.")
    view = there.french()
    there.do(acts.translated(view, there.numbered("2"), "En français.", known, "fr"))
    meet(here, there)
    assert not conflicts(here)
    here.edit("2", "Worded again, having heard all.")
    assert not conflicts(here)


def test_a_version_issued_apart_is_no_change_of_a_paragraph() -> None:
    here = Table()
    there = elsewhere(here)
    here.issue("1")
    there.room.now += (here.room.now - there.room.now) * 2
    there.edit("2", "As worded there.")
    meet(here, there)
    assert not conflicts(here)
    assert words(here.view())["2"] == "As worded there."
    assert words(here.view())["2"] != here.issued()[0].sections[0].blocks[1].text


def test_a_paragraph_added_apart_from_a_version_keeps_its_place() -> None:
    here = Table()
    there = elsewhere(here)
    there.do(acts.added(there.view(), there.numbered("1"), "Added there.", known))
    here.room.now += (there.room.now - here.room.now) * 2
    here.issue("1")
    meet(here, there)
    told = words(here.view())
    assert told["1 bis"] == "Added there."
    assert list(told)[:3] == ["1", "1 bis", "2"]


def test_composed_words_are_offered_and_never_put_over_those_at_hand() -> None:
    table = Table()
    key = next(one.id for one in table.view().paragraphs.values() if "Forum" in one.text)
    table.do(acts.edited(table.view(), key, "See you at the Forum.", known))
    table.room("@hall-31 s/Members report/Members report twice/",
               f"@{key.rpartition('.')[2]} s/Lindau/Belvaux/")  # fmt: skip
    table.room("Event: Fair, Lindau, 2028-04-01")
    view = table.view()
    assert view.paragraphs[key].text == "See you at the Forum."
    assert not view.laid.new
    table.issue("1")
    table.room("Recommendation: Members trade")
    assert len(table.view().laid.new) == 1


def test_new_composed_words_can_be_taken_or_kept() -> None:
    table = Table()
    key = next(one.id for one in table.view().paragraphs.values() if "Members report" in one.text)
    source = key.rpartition(".")[2]
    table.do(acts.edited(table.view(), key, "Members will report.", known))
    table.room(f"@{source} s/report/report yearly/")
    assert set(table.view().laid.offers) == {key}
    table.do(acts.kept(table.view(), key))
    assert not table.view().laid.offers
    table.room(f"@{source} s/yearly/monthly/")
    table.do(acts.taken(table.view(), key))
    assert "report monthly" in table.view().paragraphs[key].text
    assert not table.view().laid.offers


def test_numbers_run_until_a_version_then_freeze_until_they_are_given_anew() -> None:
    table = Table()
    table.do(acts.added(table.view(), table.numbered("1"), "Second.", known))
    assert words(table.view())["2"] == "Second."
    table.issue("1")
    table.do(acts.added(table.view(), table.numbered("2"), "Behind it.", known))
    table.do(acts.removed(table.view(), table.numbered("3")))
    table.room("Agreed: to meet again")
    composed = next(iter(table.view().laid.new))
    told = words(table.view())
    assert (told["2 bis"], told["3"]) == ("Behind it.", "(deleted)")
    number = table.view().paragraphs[composed].number
    assert "bis" in number
    table.do(acts.renumbered(table.view()))
    now = words(table.view())
    assert list(now) == [str(place + 1) for place in range(len(now))]
    assert now["3"] == "Behind it." and "(deleted)" not in now.values()
    given = table.view().paragraphs[composed].number
    table.do(acts.added(table.view(), "", "Before all.", known, section="meeting"))
    assert table.view().paragraphs[composed].number == given
    table.issue("2")
    assert table.view().paragraphs[composed].number == given
    assert table.numbered("1 ante")


def test_what_a_plan_leaves_out_takes_no_number_back_that_is_anothers() -> None:
    table = Table()
    table.issue("1")
    section = table.view().places[table.numbered("3")].section
    table.do(DraftPlan(name="own", sections=(PlanSection(key=section, left_out=True),)))
    assert "3" not in words(table.view())
    table.do(acts.added(table.view(), table.numbered("2"), "Put in.", known))
    table.do(acts.renumbered(table.view()))
    assert words(table.view())["3"] == "Put in."
    table.do(DraftPlan(name="own"))
    told = [one.number for one in table.view().paragraphs.values() if one.number]
    assert len(told) == len(set(told))


def test_the_draft_and_the_room_take_back_their_own() -> None:
    table = Table()
    table.room("NV: a word")
    table.edit("2", "By hand.")
    table.room("undo")
    assert words(table.view())["2"] == "By hand."
    table.do(Retraction(of="draft"))
    assert words(table.view())["2"] != "By hand."
    assert "a word" not in [one.text for one in table.room.meeting.speeches.values()]
    table.do(Retraction(act="redo", of="draft"))
    table.room("redo")
    assert words(table.view())["2"] == "By hand."
    assert "a word" in [one.text for one in table.room.meeting.speeches.values()]
    table.issue("1")
    answer = table.do(Retraction(of="draft"))
    assert answer.verdict == "refused" and "stands" in answer.why


def test_the_draft_is_open_also_while_the_room_is_in_camera() -> None:
    table = Table("In camera:", "NV: our secret price")
    edited = table.edit("1", "Said openly.")
    assert (edited.entry.marking, edited.entry.sitting, edited.entry.item) == ("open", "", "")
    table.do(Retraction(of="draft"))
    shown = open_record(table.room.record)
    assert words(workshop(shown, table.room.now))["1"] != "Said openly."
    table.do(Retraction(act="redo", of="draft"))
    assert words(table.view())["1"] == "Said openly."
    issued = table.issue("1")
    held = table.room.entries[-1]
    assert held.marking == "open" and "secret" not in held.model_dump_json()
    assert not any("secret" in one.text for one in issued.paragraphs())


@pytest.mark.parametrize("covered_later", [False, True])
def test_a_correction_asked_is_sealed_with_its_entry(covered_later: bool) -> None:
    table = Table("NV: before all")
    since = f"{table.room.now:%H:%M}"
    table.room(*(() if covered_later else ("In camera:",)), "NV: our secret price")
    entry = table.room.entries[-1].id
    asked = table.do(CorrectionAsked(target=entry, speaker="NV", old="price", new="secret offer"))
    answer: Kind = CorrectionAnswered(
        target=asked.entry.id, verdict="refused", text="the secret price was said"
    )  # fmt: skip
    answered = table.do(answer)
    if covered_later:
        table.room(f"In camera from {since}:")
    else:
        assert asked.entry.marking == answered.entry.marking == "in_camera"
    shown = open_record(table.room.record)
    assert not any("secret" in one.model_dump_json() for one in shown.entries)


def test_a_correction_that_is_accepted_leaves_the_record_alone() -> None:
    table = Table("NV: three mines")
    entry = table.room.entries[-1].id
    asked = table.do(CorrectionAsked(target=entry, speaker="NV", old="three", new="four"))
    table.do(CorrectionAnswered(target=asked.entry.id, verdict="accepted"))
    assert table.room.meeting.speeches[entry].text == "three mines"
    assert table.room.meeting.drafts.corrections[asked.entry.id].verdict == "accepted"


def test_french_has_words_of_its_own_and_changes_none_of_the_meetings() -> None:
    table = Table()
    table.issue("1")
    key = table.numbered("2")
    english = table.view().paragraphs[key].text
    assert not table.french().laid.offers
    with pytest.raises(PlenaryError, match="translate"):
        acts.edited(table.french(), key, "Autre chose.", known)
    edit = acts.translated(table.french(), key, "La réunion [TR: a eu] lieu.", known, "fr")
    table.do(edit)
    assert table.view().paragraphs[key].text == english
    french = table.french()
    assert french.paragraphs[key].text == "La réunion [a eu] lieu."
    assert french.paragraphs[key].number == "2"
    assert not french.laid.offers and not table.view().laid.offers
    table.edit("3", "By hand in English.")
    assert table.french().paragraphs[table.numbered("3")].lead == "(Texte original : anglais)"
    view = table.french()
    table.do(issuing(view.draft, view.laid.composed, label="1", symbol="", state="DRAFT"))
    assert [(one.version, one.language) for one in table.issued()] == [("1", "en"), ("1", "fr")]
    assert not [one for one in table.room.meeting.conflicts if "issued twice" in one.what]


def test_words_in_french_for_what_nobody_touched_leave_the_original_composed() -> None:
    table = Table()
    key = table.numbered("2")
    english = table.view().paragraphs[key]
    table.do(acts.translated(table.french(), key, "Elle s’est réunie.", known, "fr"))
    assert table.view().paragraphs[key] == english
    assert table.french().paragraphs[key].text == "Elle s’est réunie."
    table.do(acts.agreed(table.view(), key, "agreed"))
    assert table.view().paragraphs[key].text == english.text
    assert table.french().paragraphs[key].text == "Elle s’est réunie."
    assert table.french().paragraphs[key].status == "agreed"
    table.edit("2", "Quite other words.")
    assert table.view().paragraphs[key].text == "Quite other words."
    french = table.french().paragraphs[key]
    assert (french.lead, french.text) == ("(Texte original : anglais)", "Quite other words.")


def test_a_label_is_issued_once() -> None:
    table = Table()
    table.issue("1")
    table.issue("1")
    (conflict,) = table.room.meeting.conflicts
    assert conflict.what == "version 1 was issued twice"


def test_an_alternative_lies_beside_the_whole_and_no_text_is_one() -> None:
    table = Table()
    key = table.numbered("2")
    table.edit("2", "A fund [TR: of six].")
    table.do(acts.alternative(table.view(), key, "a [small] fund", ("KE",)))
    assert as_typed(table.view().marked(key)) == (
        "[A fund [TR: of six].] [KE: Alternative: a [small] fund]"
    )
    assert table.view().by_owner() == {"TR": 1, "KE": 1, "": 2}
    table.do(acts.alternative(table.view(), key, "", ("NV",)))
    last = table.view().paragraphs[key].brackets[-1]
    table.do(acts.cleaned(table.view(), key, last))
    assert key not in table.view().paragraphs
    table.do(acts.restored(table.view(), key))
    assert table.view().paragraphs[key].text.endswith("[Option: no text]")


def test_a_place_inside_a_word_parts_the_paragraph_before_that_word() -> None:
    table = Table()
    key = table.numbered("2")
    table.edit("2", "It heard an opening statement.")
    table.do(acts.split(table.view(), key, len("It heard an open")))
    told = words(table.view())
    assert (told["2"], told["3"]) == ("It heard an", "opening statement.")


def test_a_section_that_nothing_composes_any_more_comes_behind_the_others() -> None:
    table = Table()
    table.do(acts.added(table.view(), "", "By hand.", known, section="item-99"))
    assert next(reversed(words(table.view()).values())) == "By hand."


def test_acts_that_make_no_sense_say_so() -> None:
    table = Table()
    view, key = table.view(), table.numbered("2")
    annex = next(one.key for one in view.draft.sections if one.annex)
    for made, why in (
        (lambda: acts.edited(view, key, as_typed(view.marked(key)), known), "Nothing was changed"),
        (lambda: acts.edited(view, key, " ", known), "take it out"),
        (lambda: acts.split(view, key, 0), "nothing on one side"),
        (lambda: acts.moved(view, key, key), "there already"),
        (lambda: acts.moved(view, key, "", annex), "reproduces the record"),
        (lambda: acts.added(view, "", "Words.", known, section=annex), "reproduces the record"),
        (lambda: acts.added(view, "opening.gone-1", "Words.", known), "no such paragraph"),
        (lambda: acts.restored(view, key), "not taken out"),
        (lambda: acts.taken(view, key), "Nothing is offered"),
        (lambda: acts.renumbered(view), "Nothing was issued yet"),
        (lambda: acts.agreed(view, key, "open"), "stands so already"),
        (lambda: acts.bracketed(view, key, "xyzzy", ("TR",)), "do not stand there"),
    ):
        with pytest.raises(PlenaryError, match=why):
            made()
    assert isinstance(acts.bracketed(view, key, "", ("TR",)), DraftEdit)
