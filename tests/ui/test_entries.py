"""What can be done to any entry, each by an entry of its own; the original stays and is shown."""

from __future__ import annotations

from pathlib import Path

from plenary_tui.store.session import Session
from tests.ui.stage import settled

from .test_room import enter, folder, in_room, shown

__all__ = ["folder"]


def said(folder: Path) -> list[tuple[str, str, str]]:
    """Return speaker, words and item of what was said, as it reads now."""
    meeting = Session(folder).record.meeting
    speeches = sorted(meeting.speeches.values(), key=lambda one: one.rank)
    return [(one.what.speaker, one.text, one.entry.item) for one in speeches]


async def test_an_entry_goes_to_another_speaker_by_the_picker(folder: Path) -> None:
    async with in_room(folder) as (pilot, room):
        await enter(pilot, room, "NV: welcomes the report")
        room.capture.insert("OS: being typed")
        await pilot.press("alt+a")
        assert "Who said “welcomes the report”?" in shown(pilot)
        await pilot.press("t", "a", "r", "enter")
        await settled(pilot, lambda: "TR   welcomes the report [corrected]" in shown(pilot))
        assert "the speaker is Tarn" in shown(pilot)
        assert room.capture.text == "OS: being typed"
    assert said(folder)[-1][:2] == ("TR", "welcomes the report")


async def test_an_unlisted_speaker_is_taken_as_typed(folder: Path) -> None:
    async with in_room(folder) as (pilot, room):
        await enter(pilot, room, "NV: welcomes the report")
        await pilot.press("alt+a")
        room.capture.insert("Harbour Master")
        await pilot.press("enter")
        await settled(pilot, lambda: "speaker is Harbour Master" in shown(pilot))


async def test_an_earlier_entry_moves_to_another_item(folder: Path) -> None:
    async with in_room(folder) as (pilot, room):
        await enter(pilot, room, "NV: on the opening")
        await enter(pilot, room, "OS: on mines")
        await pilot.press("up", "up", "alt+i")
        await pilot.press(*"open", "enter")
        await settled(pilot, lambda: "on the opening [item 1]" in shown(pilot))
    assert [one for one in said(folder) if one[0] in ("NV", "OS")][-2:] == [
        ("NV", "on the opening", "1"), ("OS", "on mines", "2")]  # fmt: skip


async def test_an_entry_is_joined_to_the_one_above(folder: Path) -> None:
    async with in_room(folder) as (pilot, room):
        await enter(pilot, room, "NV: one")
        await enter(pilot, room, "NV: and two")
        await pilot.press("alt+u")
        await settled(pilot, lambda: "goes on from" in shown(pilot))
    assert said(folder)[-1][:2] == ("NV", "one and two")


async def test_an_entry_is_split_at_the_cursor(folder: Path) -> None:
    async with in_room(folder) as (pilot, room):
        await enter(pilot, room, "NV: welcomes it. Regrets the delay though")
        room.capture.insert("being typed")
        await pilot.press("alt+x")
        await settled(pilot, lambda: "SPLIT ▸" in shown(pilot))
        assert room.capture.cursor == len("welcomes it. ")
        await pilot.press("x", "ctrl+right", "enter")  # what is split is not changed
        await settled(pilot, lambda: "the delay though [split off" in shown(pilot))
        assert room.capture.text == "being typed"
        assert not room.capture.read_only
    assert [one[:2] for one in said(folder)[-2:]] == [
        ("NV", "welcomes it. Regrets"), ("NV", "the delay though")]  # fmt: skip


async def test_the_second_part_can_be_anothers(folder: Path) -> None:
    async with in_room(folder) as (pilot, room):
        await enter(pilot, room, "NV: welcomes it. Regrets the delay though")
        await pilot.press("alt+x")
        await settled(pilot, lambda: room.mending.act == "split")
        await pilot.press("tab", "t", "r", "enter")
        await settled(pilot, lambda: "TR   Regrets the delay" in shown(pilot))
    assert [one[:2] for one in said(folder)[-2:]] == [
        ("NV", "welcomes it."), ("TR", "Regrets the delay though")]  # fmt: skip


async def test_escape_leaves_an_act_and_brings_the_text_back(folder: Path) -> None:
    async with in_room(folder) as (pilot, room):
        await enter(pilot, room, "NV: one two three")
        known = room.view.entries
        room.capture.put("being typed", 3)
        for key in ("alt+a", "alt+i", "alt+x"):
            await pilot.press(key)
            await settled(pilot, lambda: room.mending.act != "")
            await pilot.press("escape")
            assert (room.capture.text, room.capture.cursor) == ("being typed", 3)
            assert room.mending.act == ""
        assert room.view.entries == known


async def test_the_original_is_shown_with_what_was_done_to_it_and_by_whom(folder: Path) -> None:
    async with in_room(folder) as (pilot, room):
        await enter(pilot, room, "Rapporteur: Ada")
        await enter(pilot, room, "NV: welcomes the outcom")
        await enter(pilot, room, "s/outcom/outcome/")
        await enter(pilot, room, "undo")
        await pilot.press("alt+v")
        await settled(pilot, lambda: room.past.display)
        await settled(pilot, lambda: "Novaria: welcomes the outcom" in shown(pilot))
        assert "Ada: “outcom” reads “outcome” (taken back)" in shown(pilot)
        await pilot.press("escape")
        assert not room.past.display
        await pilot.press("alt+v")
        await settled(pilot, lambda: room.past.has_focus)
        await pilot.press("x")
        await settled(pilot, lambda: room.capture.text == "x")


async def test_one_key_each_marks_the_entry_for_the_worklist(folder: Path) -> None:
    async with in_room(folder) as (pilot, room):
        await enter(pilot, room, "NV: first")
        await enter(pilot, room, "OS: second")
        await pilot.press("alt+m")
        await settled(pilot, lambda: "second [⚑ missed]" in shown(pilot))
        await pilot.press("alt+w")
        await settled(pilot, lambda: "second [⚑ missed, ⚑ confirm the wording]" in shown(pilot))
        room.record.focus()
        await pilot.press("home", "end", "up", "up", "up", "alt+n")
        await settled(pilot, lambda: "first [⚑ check the name]" in shown(pilot))


async def test_the_last_entry_goes_on(folder: Path) -> None:
    async with in_room(folder) as (pilot, room):
        await enter(pilot, room, "NV: welcomes the report")
        await pilot.press("ctrl+f")
        assert room.capture.text == "... "
        await enter(pilot, room, "and its annex")
        room.capture.insert("and more")
        await pilot.press("ctrl+f")
        assert room.capture.text == "... and more"
        await enter(pilot, room, "")
    assert said(folder)[-1][:2] == ("NV", "welcomes the report and its annex and more")


async def test_what_is_said_after_an_act_names_words_and_no_ids(folder: Path) -> None:
    async with in_room(folder) as (pilot, room):
        await enter(pilot, room, "NV: one two three")
        for key, says in (("f8", "Taken back"), ("f9", "Put back"), ("alt+m", "missed"),
                          ("f8", "Taken back")):  # fmt: skip
            await pilot.press(key)
            await settled(pilot, lambda says=says: says in room.says._last[0])  # type: ignore[misc]
            assert "desk-" not in room.says._last[0]
        room.capture.insert("undo @" + room.record.index.rows[-1].id)
        await settled(pilot, lambda: bool(room.says._now[0]))
        assert "desk-" not in room.says._now[0]


async def test_the_footer_says_what_enter_does_where_the_keys_are(folder: Path) -> None:
    async with in_room(folder) as (pilot, room):
        await enter(pilot, room, "NV: something")
        await enter(pilot, room, "OS: more")
        assert "Enter records" in shown(pilot)
        await pilot.press("up")
        await pilot.press("up")
        await settled(pilot, lambda: "Enter corrects" in shown(pilot))
        await pilot.click("#keys", offset=(8, 0))
        await settled(pilot, lambda: bool(room.capture.text))
        assert room.capture.text == "something"
        await settled(pilot, lambda: "Enter records" in shown(pilot))
