"""The draft in another language: what it lacks, what it says, what is done and not done there."""

from __future__ import annotations

from pathlib import Path

import pytest

from plenary_tui.documents.draft import Paragraph
from plenary_tui.documents.workshop import acts
from plenary_tui.errors import PlenaryError
from plenary_tui.record import kinds as k
from plenary_tui.store.session import Session
from plenary_tui.ui.drafting import marking, offered, side, translating
from plenary_tui.ui.drafting.rows import in_words

from .stage import settled
from .test_draft_screen import Office as OnScreen
from .test_draft_screen import folder, office_of, typing
from .test_draft_values import Office, meter_of, office, text
from .test_room import shown

__all__ = ["folder", "office"]


def in_french(office: Office) -> Office:
    office._compose.language = "fr"
    return office


def translate(office: Office, number: str, typed: str) -> None:
    view = in_french(office).view
    office.do(translating.translated(view, office.id(number), typed))


def test_what_somebody_worded_is_lacking_in_french_until_it_is_worded_there(
    office: Office,
) -> None:
    office.edit("3", "The meeting did [TR: a great] thing.")
    own = office.view
    assert own.language == "" and not own.lacking and "EN" not in meter_of(office, 400)
    view = in_french(office).view
    paragraph = office.id("3")
    assert view.language == "fr" and dict(view.lacking) == {paragraph: ""}
    assert "EN 1 still in English" in meter_of(office, 400)
    assert office.row(paragraph).startswith("   3 ○ EN")
    assert "still in English: e words it in French" in in_words(view, paragraph)
    assert "The meeting did [TR: a great] thing." in text(side.sources(view, paragraph).rows)
    translate(office, "3", "La réunion a fait [TR: une grande] chose.")
    assert not office.view.lacking and "all of it in French" in meter_of(office, 400)
    assert "✎" in office.row(paragraph) and "EN" not in office.row(paragraph).split("[")[0]
    assert office.view.own.paragraphs[paragraph].text == "The meeting did [a great] thing."


def test_the_words_that_it_had_in_french_come_back_when_the_original_changed(
    office: Office,
) -> None:
    office.edit("3", "One thing.")
    translate(office, "3", "Une [TR: chose].")
    office._compose.language = ""
    office.edit("3", "Two things.")
    assert dict(in_french(office).view.lacking) == {office.id("3"): "Une [TR: chose]."}


def test_what_went_out_in_french_with_english_words_is_lacking_still(office: Office) -> None:
    office.edit("3", "One thing.")
    office.issue()
    in_french(office).issue()
    versions = office.view.workshop.drafts.versions
    assert [one.language for one in versions] == ["", "fr"]
    assert set(office.view.lacking) == {office.id("3")}
    translate(office, "3", "Une chose.")
    assert not office.view.lacking


def test_brackets_are_counted_as_they_stand_in_the_original(office: Office) -> None:
    office.edit("3", "The meeting did [TR: a great] thing.")
    before = meter_of(office, 400)
    translate(office, "3", "La réunion a fait une chose.")
    assert before.split(" · ")[0] == meter_of(office, 400).split(" · ")[0] != "no bracket open"
    view = office.view
    original = view.own.marked(office.id("3"))
    assert marking.says(view, view.workshop.marked(office.id("3")), original) == (
        "No brackets · in the original: Tirania 1"
    )
    assert marking.says(view, original, original) == "1 in brackets: Tirania 1"


def test_acts_on_the_text_are_not_offered_in_another_language(office: Office) -> None:
    office.edit("3", "The meeting did [TR: a great] thing.")
    there = offered.applying(in_french(office).view, office.id("3"))
    assert {"edit_paragraph", "discuss", "history", "other_language", "issue"} <= set(there)
    assert not {"bracket", "clean", "status", "move", "add_paragraph"} & set(there)


def test_composed_french_that_changed_is_offered_and_taken_or_kept(office: Office) -> None:
    office.room("Opening OS: Friends")
    translate(office, "3", "Autre chose.")
    assert not office.view.workshop.laid.offers
    with pytest.raises(PlenaryError, match="Nothing is offered"):
        translating.taken(office.view, office.id("3"))
    section = next(one for one in office.view.workshop.draft.sections if one.key == "opening")
    (opening,) = (one.id for one in section.blocks if isinstance(one, Paragraph))
    number = office.view.called[opening]
    translate(office, number, "Des mots.")
    office.room("Opening NV: Friends")
    assert opening in office.view.workshop.laid.offers
    office.do(translating.kept(office.view, opening))
    assert office.view.workshop.paragraphs[opening].text == "Des mots."
    assert not office.view.workshop.laid.offers
    office.room("Opening GDA: Friends")
    office.do(translating.taken(office.view, opening))
    assert office.view.workshop.paragraphs[opening].text not in ("", "Des mots.")


def test_versions_that_are_out_can_go_out_in_french_each_once(office: Office) -> None:
    assert translating.to_issue(office.view) == []
    office.edit("3", "One thing.")
    office.issue()
    assert translating.to_issue(office.view) == [("1", "fr")]
    choices = translating.issue_choices(office.view)
    assert [one.line for one in choices] == ["a new version", "version 1 in French"]
    assert choices[1].says == "1 still in English"
    assert translating.issue_choices(in_french(office).view)[0].line == "version 1 in French"
    office.issue()
    assert translating.to_issue(office.view) == []


async def to_french(office: OnScreen) -> None:
    await office.pilot.press("L")
    await settled(office.pilot, lambda: office.view.language == "fr")


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_paragraph_is_worded_in_french_beside_its_english_words(
    folder: Path, size: tuple[int, int]
) -> None:
    async with office_of(folder, size) as office:
        await office.go("2")
        await office.pilot.press("e")
        office.screen.editor.put("We met [TR: gladly].")
        await office.do("enter")
        await office.pilot.press("L", "e")
        await office.says("en français")
        await office.says("2 in French ▸")
        await office.says("EN We met [TR: gladly].")
        assert office.screen.editor.text == "" and office.selected == "2"
        await office.type("Nous nous sommes réunis.")
        await office.says("No brackets · in the original: Tarn 1")
        await office.do("enter")
        assert office.text("2") == "Nous nous sommes réunis."
        assert office.acts() == ["edited", "translated"]
        await office.says("all of it in French")
        await office.pilot.press("L")
        await settled(office.pilot, lambda: office.view.language == "")
        assert office.text("2") == "We met [gladly]." and "EN " not in shown(office.pilot)
        assert office.selected == "2"


async def test_acts_on_the_text_say_in_french_how_to_get_back(folder: Path) -> None:
    async with office_of(folder) as office:
        await office.go("2")
        await to_french(office)
        for key in ("a", "b", "A", "c", "d", "g", "j", "m", "s", "x", "S", "R", "T", "shift+up"):
            office.screen.says.last("")
            await office.pilot.press(key)
            await office.says("done in English, the meeting's own language: L goes back to it.")
            assert office.screen.asked is None and not office.screen.menu.display
        await office.pilot.press("p")
        await settled(office.pilot, lambda: office.acts() == ["paragraph_taken"])


async def test_the_next_one_that_is_lacking_is_found_round_the_end(folder: Path) -> None:
    async with office_of(folder) as office:
        await office.pilot.press("l")
        await office.says("L shows the draft in another language first")
        for number in ("2", "4"):
            await office.go(number)
            await office.pilot.press("e")
            office.screen.editor.put(f"Other words for {number}.")
            await office.do("enter")
        await to_french(office)
        await office.says("EN 2 still in English")
        for wanted in ("2", "4", "2"):
            await office.pilot.press("l")
            assert office.selected == wanted


async def test_french_that_was_typed_comes_back_in_french(folder: Path) -> None:
    async with office_of(folder) as office:
        await office.go("2")
        await to_french(office)
        await office.pilot.press("e")
        office.screen.editor.put("Une demi-phr")
        await settled(office.pilot, lambda: "Une demi-phr" in typing(office.folder))
    async with office_of(folder) as office:
        await office.says("This was being typed when the program last stopped.")
        assert office.view.language == "fr" and office.selected == "2"
        assert office.screen.editor.text == "Une demi-phr"
        await office.do("enter")
        assert office.text("2") == "Une demi-phr" and office.acts() == ["translated"]


async def test_english_that_changes_while_french_is_typed_is_not_passed_over(
    folder: Path,
) -> None:
    async with office_of(folder) as office:
        await office.go("2")
        paragraph, own = office.screen.selected, office.view
        await office.pilot.press("e")
        office.screen.editor.put("Old words.")
        await office.do("enter")
        await to_french(office)
        await office.pilot.press("e")
        office.screen.editor.put("Vieux mots.")
        edit = acts.edited(office.view.own, paragraph, "New words.", own.known)
        office.screen.room.conductor.enter(lambda session, now: edit, "")
        await settled(office.pilot, lambda: office.text("2") == "New words.")
        await office.pilot.press("enter")
        await office.says("It was changed meanwhile")
        await office.do("enter")
        assert office.text("2") == "Vieux mots."


async def test_a_version_that_is_out_goes_out_in_french(folder: Path) -> None:
    async with office_of(folder) as office:
        await office.pilot.press("i")
        await office.pilot.pause(0.1)
        await office.do("enter")
        await office.says("Version 1 is issued: drafts/")
        await office.pilot.press("i")
        await office.says("2 version 1 in French")
        await office.do("2")
        await office.says("Version 1 in French is issued: drafts/demo-communique-v1-fr.docx")
        assert (office.folder / "drafts" / "demo-communique-v1-fr.docx").stat().st_size > 1000
        what = Session(office.folder).record.entries[-1].what
        assert isinstance(what, k.DraftIssued) and (what.label, what.language) == ("1", "fr")
        await office.pilot.press("i")
        await settled(office.pilot, lambda: "Issue a version" in shown(office.pilot))
