"""The draft screen: what a chair's office does to the communiqué, and sees of it."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path

import pytest
from textual.events import Key, Paste
from textual.pilot import Pilot
from textual.screen import Screen

from plenary_tui.documents.workshop import acts
from plenary_tui.record import kinds as k
from plenary_tui.record.history import Record
from plenary_tui.settings import Settings
from plenary_tui.store.capture import Capture
from plenary_tui.store.session import Session
from plenary_tui.ui.app import PlenaryApp
from plenary_tui.ui.conducting.conductor import Conductor
from plenary_tui.ui.drafting.composer import DraftComposer
from plenary_tui.ui.drafting.view import DraftView
from plenary_tui.ui.screens.amendments import AmendmentsScreen
from plenary_tui.ui.screens.draft import DraftScreen
from plenary_tui.ui.screens.review import ReviewScreen
from plenary_tui.ui.screens.room import RoomScreen
from tests.store.sessions import clock, new_session, record
from tests.ui.stage import FullDisk, app_on, settled

from .test_room import shown

LINES = (
    "Opening NV: Friends", "Draft decision NV: Mines report monthly.", "Adopted:",
    "Draft decision OS: Exports are counted.", "Adopted:", "Event: Forum, Lindau, 2018-09-01",
)  # fmt: skip


class Office:
    """The draft screen of a session, and what is on its disk."""

    def __init__(self, folder: Path, pilot: Pilot[None], screen: DraftScreen) -> None:
        self.folder = folder
        self.pilot = pilot
        self.screen = screen

    @property
    def view(self) -> DraftView:
        assert self.screen.view is not None
        return self.screen.view

    @property
    def selected(self) -> str:
        return self.view.called.get(self.screen.selected, self.screen.selected)

    def text(self, number: str) -> str:
        return self.view.workshop.paragraphs[self.view.numbered(number)].text

    def acts(self) -> list[str]:
        """What was done to the draft, as it is on disk."""
        entries = Session(self.folder).record.entries
        return [getattr(one.what, "act", one.what.kind) for one in entries
                if isinstance(one.what, k.DraftKind)]  # fmt: skip

    async def do(self, *keys: str) -> None:
        """Press keys, and wait until what they do is in the draft that is shown."""
        known = self.screen._shown
        await self.pilot.press(*keys)
        await settled(self.pilot, lambda: self.screen._shown > known)

    async def go(self, number: str) -> None:
        self.screen.text.go_to(self.view.numbered(number))
        await self.pilot.pause()

    async def type(self, text: str) -> None:
        self.screen.editor.insert(text)
        await self.pilot.pause()

    async def says(self, words: str) -> None:
        await settled(self.pilot, lambda: words in " ".join(shown(self.pilot).split()))


@asynccontextmanager
async def office_of(
    folder: Path, size: tuple[int, int] = (120, 40), app: PlenaryApp | None = None
) -> AsyncIterator[Office]:
    """Open the draft of a session."""
    app = app or PlenaryApp(
        Settings(sessions=str(folder.parent), station="desk"), folder, on_draft=True
    )
    async with app.run_test(size=size) as pilot:
        await settled(pilot, lambda: isinstance(app.screen, DraftScreen))
        screen = app.screen
        assert isinstance(screen, DraftScreen)
        await settled(pilot, lambda: screen.view is not None)
        await pilot.pause()
        yield Office(folder, pilot, screen)
        app.flush()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return new_session(tmp_path / "demo", *LINES)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_paragraphs_stand_beside_what_they_rest_on(
    folder: Path, size: tuple[int, int]
) -> None:
    async with office_of(folder, size) as office:
        await office.says("no bracket open · ● 0 agreed")
        text = shown(office.pilot)
        assert "no version issued" in text and "Mines report monthly" in text
        assert max(map(len, text.splitlines())) <= size[0]
        number = next(one.number for one in office.view.workshop.paragraphs.values()
                      if "Mines report" in one.text and one.number)  # fmt: skip
        await office.go(number)
        if size[0] < 100:
            assert "rests on" not in shown(office.pilot)
            await office.pilot.press("tab")
        await office.says(f"{number} rests on 2")
        await office.says("10:00 Novaria, draft decision P1: Mines")
        await office.says("19 June 2018")
        if size[0] < 100:
            await office.pilot.press("escape")
            assert office.screen.text.has_focus and office.pilot.app.screen is office.screen


async def test_words_are_edited_with_brackets_and_their_owners_in_them(folder: Path) -> None:
    async with office_of(folder) as office:
        await office.go("2")
        await office.pilot.press("e")
        office.screen.editor.put("We met [tr: gladly [NV, OS: and long]].")
        await office.says("2 in brackets: Tarn 1, Novaria 1, Ostrava Sea 1")
        await office.do("enter")
        assert office.text("2") == "We met [gladly [and long]]."
        await office.says("[ ] 2 open")
        await office.says("worded by hand")
        assert office.acts() == ["edited"] and office.selected == "2"


async def test_what_another_station_worded_meanwhile_is_not_overwritten_unseen(
    folder: Path,
) -> None:
    async with office_of(folder) as office:
        await office.go("2")
        paragraph, shop = office.screen.selected, office.view.workshop
        await office.pilot.press("e")
        office.screen.editor.put("Our words.")
        with Capture(Session(folder), "annex", live=True) as capture:
            capture.enter(acts.edited(shop, paragraph, "Their words.", office.view.known))
        await settled(office.pilot, lambda: office.text("2") == "Their words.")
        assert office.screen.editor.text == "Our words."
        await office.pilot.press("enter")
        await office.says("It was changed meanwhile")
        assert office.text("2") == "Their words." and office.screen.editor.text == "Our words."
        await office.do("enter")
        assert office.text("2") == "Our words."


async def test_what_the_text_refuses_is_said_and_nothing_typed_is_lost(folder: Path) -> None:
    async with office_of(folder) as office:
        await office.go("2")
        await office.pilot.press("a")
        await office.pilot.press("enter")
        await office.says("The new paragraph has no words yet.")
        await office.type("[/foo] stays")
        await office.do("enter")
        assert office.text("3") == "[/foo] stays" and office.selected == "3"
        assert "[/foo] stays" in shown(office.pilot)
        await office.pilot.press("k")
        await office.says("Nothing is offered for this paragraph.")
        assert office.acts() == ["added"]


async def test_brackets_are_set_around_the_words_pointed_to_then_cleaned_and_dropped(
    folder: Path,
) -> None:
    async with office_of(folder) as office:
        await office.go("2")
        words = office.text("2")
        await office.pilot.press("b", *["shift+right"] * 3, "enter")
        await office.type("tar")
        await office.do("enter")
        assert office.text("2") == f"[{words[:3]}]{words[3:]}"
        (bracket,) = office.view.workshop.paragraphs[office.view.numbered("2")].brackets
        assert bracket.by == ("TR",)
        await office.pilot.press("g", "1")
        await office.says("1 bracket is open in it: clean them first")
        await office.do("c")
        assert office.text("2") == words
        await office.pilot.press("A")
        await office.type("Nothing else.")
        await office.pilot.press("enter")
        await office.type("NV, os")
        await office.do("enter")
        assert office.text("2") == f"[{words}] [Alternative: Nothing else.]"
        await office.pilot.press("c")
        await office.says("Clean which bracket?")
        await office.do("2")
        assert office.text("2") == "Nothing else."
        assert office.acts() == ["bracketed", "cleaned", "bracketed", "cleaned"]


async def test_undo_says_what_it_took_back_and_redo_puts_it_back(folder: Path) -> None:
    async with office_of(folder) as office:
        await office.go("2")
        words = office.text("2")
        await office.pilot.press("u")
        await office.says("there is no edit of yours to take back")
        await office.pilot.press("a")
        await office.type("By hand.")
        await office.do("enter")
        assert office.text("3") == "By hand."
        await office.do("u")
        await office.says("Taken back")
        assert office.text("3") != "By hand." and office.text("2") == words
        await office.do("U")
        assert office.text("3") == "By hand."
        assert not [one for one in Session(folder).record.entries if isinstance(one.what, k.Unread)]


async def test_paragraphs_are_split_joined_moved_taken_out_and_put_back(folder: Path) -> None:
    async with office_of(folder) as office:
        await office.go("2")
        words = office.text("2")
        await office.pilot.press("s")
        office.screen.editor.move_cursor((0, words.index(" ") + 1))
        await office.do("enter")
        first, rest = words.split(" ", 1)
        assert (office.text("2"), office.text("3")) == (first, rest) and office.selected == "3"
        await office.go("2")
        await office.do("j")
        assert office.text("2") == words
        moved = office.screen.selected
        home = office.view.workshop.places[moved].section
        await office.do("shift+up")
        there = office.view.workshop.places[moved]
        assert there.section != home and there.before == office.view.numbered("1")
        await office.do("shift+up")
        assert office.view.numbered("1") == moved == office.screen.selected
        await office.pilot.press("m")
        await office.go("2")
        await office.do("m")
        assert office.view.numbered("2") == moved
        await office.go("2")
        await office.do("d")
        assert moved in office.view.taken_out and office.screen.selected != moved
        office.screen.text.go_to(moved)
        await office.do("d")
        assert office.view.workshop.paragraphs[moved].text == words
        assert office.acts() == ["split", "joined", *["moved"] * 3, "removed", "restored"]


async def test_acts_pressed_one_after_the_other_all_count(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    composed = DraftComposer.__call__

    def slow(self: DraftComposer, record: Record, now: datetime) -> Iterator[DraftView]:
        time.sleep(0.4)
        yield from composed(self, record, now)

    monkeypatch.setattr(DraftComposer, "__call__", slow)
    async with office_of(folder) as office:
        await office.go("2")
        await office.pilot.press("e")
        office.screen.editor.put("Other words.")
        await office.pilot.press("enter", "g", "2", "p")
        await settled(office.pilot, lambda: len(office.acts()) == 3)
        await settled(office.pilot, lambda: office.view.workshop.drafts.taken is not None)
        paragraph = office.view.workshop.paragraphs[office.view.numbered("2")]
        assert (paragraph.text, paragraph.status) == ("Other words.", "agreed_ad_ref")
        await office.says("▶ 2 under discussion")
        await office.do("p")
        assert office.view.workshop.drafts.taken is None


async def test_a_version_is_issued_its_file_written_and_the_numbers_freeze(folder: Path) -> None:
    async with office_of(folder) as office:
        await office.pilot.press("i")
        await office.pilot.pause(0.1)
        await office.do("enter")
        await office.says("Version 1 is issued: drafts/demo-communique-v1.docx")
        assert (folder / "drafts" / "demo-communique-v1.docx").stat().st_size > 1000
        await office.go("1")
        await office.pilot.press("a")
        await office.type("In between.")
        await office.do("enter")
        assert office.text("1 bis") == "In between."
        await office.pilot.press("1")
        await office.type(" BIS")
        await office.pilot.press("enter")
        assert office.selected == "1 bis"
        await office.pilot.press("R")
        await office.says("1 bis → 2")
        assert "renumbered" not in " ".join(office.acts())
        await office.do("R")
        assert office.text("2") == "In between."
        await office.pilot.press("u", "u", "u")
        await office.says("a version went out or came back since")


async def test_a_final_is_refused_while_brackets_stand_and_the_ways_out_are_offered(
    folder: Path,
) -> None:
    async with office_of(folder) as office:
        await office.go("2")
        await office.pilot.press("e")
        office.screen.editor.put("We met [TR: gladly].")
        await office.do("enter")
        await office.pilot.press("i")
        await office.pilot.pause(0.1)
        office.pilot.app.screen.query_one("#state").value = "final"  # type: ignore[attr-defined]
        await office.pilot.press("enter")
        await office.says("brackets are open in paragraph 2")
        await office.do("1")
        await office.says("Version 1 is issued")
        what = Session(folder).record.entries[-1].what
        assert isinstance(what, k.DraftIssued) and what.state == "CHAIR'S TEXT"


async def test_new_material_is_offered_and_never_put_in_by_itself(folder: Path) -> None:
    async with office_of(folder) as office:
        await office.pilot.press("i")
        await office.pilot.pause(0.1)
        await office.do("enter")
        opening = next(one for one in office.view.workshop.paragraphs.values()
                       if "opening" in one.text)  # fmt: skip
        record(folder, "annex", ["Opening OS: Friends", "Opening TR: Friends"],
               now=clock(start="2018-06-19T11:00"))  # fmt: skip
        await settled(office.pilot, lambda: opening.id in office.view.workshop.laid.offers)
        assert office.view.workshop.paragraphs[opening.id].text == opening.text
        await office.says("⇣ 1 offered")
        office.screen.text.go_to(opening.id)
        await office.pilot.press("o")
        await office.says("composed by now")
        await office.do("t")
        taken = office.view.workshop.paragraphs[opening.id].text
        assert taken != opening.text and not office.view.workshop.laid.offers
        for act, key in (("kept", "k"), ("taken", "T")):
            record(folder, "annex", ["Opening GDA: Friends"],
                   now=clock(start="2018-06-19T12:00"))  # fmt: skip
            if act == "taken":
                record(folder, "annex", ["Opening WGM chair: Friends"],
                       now=clock(start="2018-06-19T13:00"))  # fmt: skip
            await settled(office.pilot, lambda: opening.id in office.view.workshop.laid.offers)
            await office.do(key)
            assert office.acts()[-1] == act and not office.view.workshop.laid.offers
            now = office.view.workshop.paragraphs[opening.id].text
            assert (now == taken) == (act == "kept")


async def test_the_selection_and_what_is_typed_stay_while_the_record_grows(folder: Path) -> None:
    async with office_of(folder, (80, 24)) as office:
        await office.go("3")
        selected, top = office.screen.selected, office.screen.text.scroll_y
        await office.pilot.press("e")
        await office.type("x")
        typed, known = office.screen.editor.text, office.screen._shown
        record(folder, "annex", ["Item 1", "Adopted agenda:", "Item 2"],
               now=clock(start="2018-06-19T11:00"))  # fmt: skip
        await settled(office.pilot, lambda: office.screen._shown > known)
        assert office.screen.editor.text == typed and office.screen.selected == selected
        assert office.pilot.app.focused is office.screen.editor
        assert office.screen.text.scroll_y >= top


async def test_what_nothing_mentions_gets_a_paragraph_that_rests_on_it(tmp_path: Path) -> None:
    folder = new_session(tmp_path / "demo", *LINES, "Proposal NV: Divers come along.")
    async with office_of(folder) as office:
        shown_now = office.view.workshop.paragraphs.values()
        only = next(one for one in shown_now if "Divers" in one.text)
        office.screen.text.go_to(only.id)
        await office.do("d")
        await office.says("1 in no paragraph")
        await office.go("2")
        await office.pilot.press("f2")
        await office.says("no paragraph: ")
        place = next(n for n, one in enumerate(office.view.findings) if one.what == "coverage")
        office.screen.side.go_to(str(place))
        await office.pilot.press("enter")
        await office.type("It heard of divers.")
        await office.do("enter")
        made = office.view.workshop.paragraphs[office.view.numbered("3")]
        assert made.text == "It heard of divers." and set(made.sources) <= set(only.sources)
        await settled(office.pilot, lambda: "in no paragraph" not in shown(office.pilot))


async def test_an_entry_leads_to_every_paragraph_that_uses_it(folder: Path) -> None:
    async with office_of(folder) as office:
        entry, used = next(
            (key, used) for key, used in office.view.workshop.used.items() if len(used) > 1
        )
        office.screen.text.go_to(used[0])
        await office.pilot.press("tab")
        office.screen.side.go_to(entry)
        await office.pilot.press("enter")
        assert office.screen.selected == used[1]
        await office.says(f"use 2 of {len(used)}")


async def test_words_are_found_and_found_again(folder: Path) -> None:
    async with office_of(folder) as office:
        await office.pilot.press("/")
        await office.type("counted")
        first = office.screen.selected
        assert "counted" in office.view.workshop.paragraphs[first].text
        await office.pilot.press("enter", "n")
        assert office.screen.selected != first
        assert "counted" in office.view.workshop.paragraphs[office.screen.selected].text
        await office.pilot.press("/")
        await office.type("nowhere")
        await office.says("is not in the draft")


async def test_what_was_done_to_a_paragraph_is_told(folder: Path) -> None:
    async with office_of(folder) as office:
        await office.go("2")
        await office.pilot.press("h")
        await office.says("Nobody touched it")
        await office.pilot.press("e")
        await office.type("Well: ")
        await office.do("enter")
        await office.pilot.press("h")
        await office.says("worded anew")


async def test_typed_words_are_kept_when_they_are_left_and_when_the_program_is_killed(
    folder: Path,
) -> None:
    async with office_of(folder) as office:
        await office.go("2")
        await office.pilot.press("e")
        office.screen.editor.put("Half a sen")
        await office.pilot.press("escape")
        await office.says("What you typed is kept")
        assert "…" in shown(office.pilot)
        await settled(office.pilot, lambda: "Half a sen" in typing(folder))
    async with office_of(folder) as office:
        await office.says("This was being typed when the program last stopped.")
        assert office.screen.editor.text == "Half a sen" and office.selected == "2"
        await office.do("enter")
        assert office.text("2") == "Half a sen"
        await settled(office.pilot, lambda: "Half a sen" not in typing(folder))


def typing(folder: Path) -> str:
    file = folder / "typing" / "desk"
    return file.read_text("utf-8") if file.exists() else ""


async def test_a_disk_that_refuses_gives_the_words_back(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = FullDisk()
    original = Conductor.__init__
    monkeypatch.setattr(
        Conductor, "__init__",
        lambda self, *args, **kwargs: original(self, *args, **{**kwargs, "disk": disk}),
    )  # fmt: skip
    async with office_of(folder) as office:
        await office.go("2")
        await office.pilot.press("e")
        office.screen.editor.put("Words that must stay")
        disk.full = True
        await office.pilot.press("enter")
        await settled(office.pilot, lambda: office.screen.has_class("-alarmed"))
        await settled(office.pilot, lambda: office.screen.editor.text == "Words that must stay")
        disk.full = False
        await office.do("enter")
        assert office.text("2") == "Words that must stay"
        assert not office.screen.has_class("-alarmed")


async def test_sections_move_and_plans_are_followed(folder: Path) -> None:
    async with office_of(folder) as office:
        keys = [one.key for one in office.view.workshop.draft.sections]
        office.screen.text.go_to(f"§{keys[1]}")
        await office.do("shift+up")
        assert office.view.workshop.draft.sections[0].key == keys[1]
        await office.pilot.press("S")
        await office.says("follow the plan")
        place = next(n for n, one in enumerate(office.screen.menu._choices, 1)
                     if one.does.startswith("plan "))  # fmt: skip
        await office.do(str(place))
        assert office.acts() == ["draft_plan", "draft_plan"]
        await office.says("· plan ")


async def test_enter_offers_what_makes_sense_at_the_row_only(folder: Path) -> None:
    async with office_of(folder) as office:
        await office.go("2")
        await office.pilot.press("enter")
        await office.says("Paragraph 2:")
        text = shown(office.pilot)
        assert "edit   e: words the paragraph" in text and "clean" not in text
        await office.pilot.press("1")
        assert office.screen.asked is not None and office.screen.asked.act == "edit"


async def test_an_annex_is_not_worded_here(tmp_path: Path) -> None:
    folder = new_session(tmp_path / "demo", *LINES, "For the record TR: “We note it.”")
    async with office_of(folder) as office:
        annex = next(key for key, place in office.view.workshop.places.items() if place.annex)
        office.screen.text.go_to(annex)
        await office.pilot.press("e")
        await office.says("An annex reproduces the record")
        assert office.screen.asked is None


async def test_the_mouse_selects_and_a_narrow_screen_changes_lists(folder: Path) -> None:
    async with office_of(folder, (80, 24)) as office:
        office.screen.text.go_to(office.view.numbered("1"))
        await office.pilot.pause()
        y = next(n for n, line in enumerate(shown(office.pilot).splitlines()) if "  2 ○" in line)
        await office.pilot.click("#draft-list", offset=(20, y - office.screen.text.region.y))
        assert office.selected == "2"
        await office.pilot.press("tab")
        assert office.screen.side.has_focus and not office.screen.text.region.width
        await office.pilot.resize_terminal(120, 40)
        await office.pilot.pause()
        assert office.screen.text.region.width and office.screen.side.region.width


async def test_from_an_entry_in_the_room_to_where_it_is_used_and_back(folder: Path) -> None:
    app = app_on(folder)
    async with app.run_test(size=(120, 40)) as pilot:
        room = app.screen
        assert isinstance(room, RoomScreen)
        await settled(pilot, lambda: room.view.entries > 0)
        room.record.focus()
        await pilot.pause()
        place = next(n for n, row in enumerate(room.record.index.rows) if "Exports" in row.text)
        room.record.select(place)
        await pilot.press("f3")
        await settled(pilot, lambda: isinstance(app.screen, DraftScreen))
        screen = app.screen
        assert isinstance(screen, DraftScreen)
        await settled(pilot, lambda: screen.view is not None and bool(screen.selected))
        await settled(pilot, lambda: "rests on the entry" in shown(pilot))
        assert screen.view is not None
        assert "Exports" in screen.view.workshop.paragraphs[screen.selected].text
        await pilot.press("escape")
        await settled(pilot, lambda: app.screen is room)
        app.flush()


async def test_keys_pressed_before_the_draft_stands_there_are_done_in_their_order(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    composed = DraftComposer.__call__

    def slow(self: DraftComposer, record: Record, now: datetime) -> Iterator[DraftView]:
        time.sleep(0.6)
        yield from composed(self, record, now)

    monkeypatch.setattr(DraftComposer, "__call__", slow)
    app = PlenaryApp(Settings(sessions=str(folder.parent), station="desk"), folder, on_draft=True)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("down", "down", "e", "x", "y")
        await settled(pilot, lambda: isinstance(app.screen, DraftScreen))
        screen = app.screen
        assert isinstance(screen, DraftScreen)
        assert screen.view is None and not screen.room.capture.text
        await settled(pilot, lambda: screen.view is not None and screen.asked is not None)
        await settled(pilot, lambda: screen.editor.text.endswith("xy"))
        assert screen.view is not None and screen.asked is not None
        assert screen.view.called[screen.asked.paragraph] == "2"
        app.flush()


async def test_before_the_draft_stands_there_one_can_leave(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(self: DraftComposer, record: Record, now: datetime) -> Iterator[DraftView]:
        raise ValueError("no such thing")

    monkeypatch.setattr(DraftComposer, "__call__", broken)
    app = PlenaryApp(Settings(sessions=str(folder.parent), station="desk"), folder, on_draft=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, lambda: "It cannot be composed" in shown(pilot))
        await pilot.press("down", "e", "escape")
        await settled(pilot, lambda: isinstance(app.screen, RoomScreen))
        app.flush()


async def test_a_paste_is_one_paragraph_whatever_line_ends_it_has(folder: Path) -> None:
    async with office_of(folder) as office:
        await office.go("2")
        await office.pilot.press("a")
        office.screen.editor.post_message(Paste("One line,\n  another;\n\nthe last.\n"))
        await settled(office.pilot, lambda: "the last." in office.screen.editor.text)
        assert office.screen.editor.text == "One line, another; the last."
        await office.says("Pasted as one paragraph: Enter records it.")
        await office.do("enter")
        assert office.text("3") == "One line, another; the last."


async def test_lines_that_come_at_once_without_being_marked_as_a_paste_are_not_lost(
    folder: Path,
) -> None:
    async with office_of(folder) as office:
        await office.go("2")
        await office.pilot.press("a")
        for key in (*"one", "enter", *"two"):
            office.screen.editor.post_message(Key(key, key if len(key) == 1 else None))
        await settled(office.pilot, lambda: office.screen.editor.text == "one two")
        assert office.acts() == []
        await office.pilot.pause(0.1)
        await office.do("enter")
        assert office.text("3") == "one two"


async def test_where_the_cursor_stands_is_kept_when_only_it_moves(folder: Path) -> None:
    async with office_of(folder) as office:
        await office.go("2")
        await office.pilot.press("e")
        office.screen.editor.put("Half a sentence")
        await settled(office.pilot, lambda: "Half a sen" in typing(folder))
        assert "cursor" not in typing(folder)
        await office.pilot.press("left", "left")
        await settled(office.pilot, lambda: "cursor at 13" in typing(folder))


async def test_the_chairs_summary_is_one_key(folder: Path) -> None:
    async with office_of(folder) as office:
        await office.pilot.press("C")
        await office.says("✓ The Chair's summary: drafts/demo-chairs-summary-")
        (written,) = (folder / "drafts").iterdir()
        assert written.suffix == ".docx" and written.stat().st_size > 1000
        assert office.acts() == []


@pytest.mark.parametrize(("key", "screen"), [("v", ReviewScreen), ("r", AmendmentsScreen)])
async def test_the_review_and_the_amendments_lead_back_to_the_paragraph(
    folder: Path, key: str, screen: type[Screen[None]]
) -> None:
    async with office_of(folder) as office:
        await office.go("4")
        await office.pilot.press(key)
        await settled(office.pilot, lambda: isinstance(office.pilot.app.screen, screen))
        await office.pilot.press("escape")
        await settled(office.pilot, lambda: office.pilot.app.screen is office.screen)
        assert office.selected == "4" and office.screen.text.has_focus
        await office.pilot.press("e")
        assert office.screen.asked is not None


async def test_a_draft_that_cannot_be_composed_says_so_and_what_was_shown_stays(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with office_of(folder) as office:

        def broken(self: DraftComposer, record: Record, now: datetime) -> Iterator[DraftView]:
            raise ValueError("no such [/thing]")

        monkeypatch.setattr(DraftComposer, "__call__", broken)
        record(folder, "annex", ["Opening OS: Friends"], now=clock(start="2018-06-19T11:00"))
        await office.says("It cannot be composed (no such [/thing]): the record is whole")
        assert "Mines report monthly" in shown(office.pilot)
        await office.pilot.press("ctrl+t")
        await settled(office.pilot, lambda: office.pilot.app.theme != "plenary-dark")
        assert "Mines report monthly" in shown(office.pilot)
