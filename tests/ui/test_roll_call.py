"""The roll call: codes mark at once, nothing is recorded before Enter, and then in one line."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from plenary_tui.store.session import Session
from plenary_tui.ui.pages.roll import Roll
from plenary_tui.ui.screens.roll_call import RollCallScreen
from plenary_tui.ui.seen.views import Name
from tests.store.sessions import new_session
from tests.ui.stage import room_of, settled
from tests.ui.test_room import in_room, shown

NAMES = tuple(
    Name(code, name, status, (code.casefold(),))
    for code, name, status in (
        ("NV", "Novaria", "Participant"), ("NVX", "New Vexia", "Participant"),
        ("OS", "Ostrava Sea", "Participant"), ("TR", "Tarn", "Participant"),
        ("GDA", "Gem Dealers", "Observer"),
    )
)  # fmt: skip


def roll(*present: str) -> Roll:
    made = Roll((*NAMES, Name("Chair", "", "", (), True)), present)
    made.lines(80)
    return made


def typed(made: Roll, letters: str) -> Roll:
    for letter in letters:
        made.type(letter)
    return made


def press(made: Roll, key: str) -> None:
    if key == " ":
        made.space()
    elif key == ",":
        made.separate()
    else:
        made.type(key)


def test_whole_codes_mark_at_once_and_say_the_name() -> None:
    made = typed(roll(), "osgda")
    assert made.marked == {"OS", "GDA"} and "Gem Dealers is here" in made.said
    assert made.counts() == "Participant 1/4 · Observer 1/1"


def test_a_code_that_another_one_begins_with_is_taken_by_what_follows() -> None:
    assert typed(roll(), "nvos").marked == {"NV", "OS"}
    assert typed(roll(), "nvx").marked == {"NVX"}
    made = typed(roll(), "nv")
    assert made.marked == set() and "Novaria" in made.said
    assert not made.whole() and made.marked == {"NV"}


def test_a_wrong_code_says_so_and_costs_nothing() -> None:
    made = typed(roll(), "osq")
    assert made.wrong and "no" in made.said.casefold() and "Q" in made.said
    assert made.marked == {"OS"} and made.typed == ""
    assert typed(made, "tr").marked == {"OS", "TR"}


def test_backspace_takes_back_the_letter_and_then_the_last_mark() -> None:
    made = typed(roll(), "ostrg")
    made.back()
    assert (made.typed, made.marked) == ("", {"OS", "TR"})
    made.back()
    assert made.marked == {"OS"} and "Tarn is not marked" in made.said


def test_a_list_is_typed_as_people_type_lists() -> None:
    for keys in ("os nv tr", "nv os, tr", "os, nv, tr ", "nv,os,tr", "nv  os tr  "):
        made = roll()
        for key in keys:
            press(made, key)
        assert made.whole() or made.whole()
        assert made.marked == {"OS", "NV", "TR"}, keys


def test_half_a_code_before_a_space_is_named_and_spoils_nothing() -> None:
    made = roll()
    for key in "gd tr":
        press(made, key)
        if key == " ":
            assert made.wrong and "GD" in made.said
    assert made.marked == {"TR"}


def test_space_toggles_only_whom_an_arrow_key_chose() -> None:
    made = roll()
    made.space()
    assert made.marked == set()
    made.move(1, 0)
    made.space()
    assert made.marked == {made.cursor}
    made.space()
    assert made.marked == set()
    for key in "os ":
        press(made, key)
    assert made.marked == {"OS"}


def test_a_code_typed_again_takes_nothing_away() -> None:
    made = typed(roll(), "osos")
    assert made.marked == {"OS"} and "already" in made.said


def test_what_is_recorded_is_the_difference_also_to_what_others_recorded() -> None:
    made = typed(roll("NV", "TR"), "os")
    made.cursor = "TR"
    made.toggle()
    assert made.to_record(("NV", "TR")) == ["present+ OS", "present- TR"]
    assert made.to_record(("NV", "TR", "OS", "GDA")) == ["present- TR"]
    assert roll("NV").to_record(("NV",)) == []


@given(st.text("nvxostrgdaq, \b", max_size=40), st.integers(20, 200))
def test_no_key_marks_somebody_who_is_not_listed(keys: str, width: int) -> None:
    made = roll()
    for key in keys:
        if key == "\b":
            made.back()
        elif key == " ":
            made.move(0, 1)
            made.space()
        else:
            press(made, key)
        made.lines(width)
    assert made.marked <= {name.code for name in NAMES}
    assert made.cursor in {name.code for name in NAMES}


async def test_one_line_records_the_roll(tmp_path: Path) -> None:
    folder = new_session(tmp_path / "demo", "present+ TR")
    async with in_room(folder) as (pilot, room):
        room.capture.insert("OS: half a sen")
        await settled(pilot, lambda: bool(room.names))
        await pilot.press("alt+r")
        await settled(pilot, lambda: isinstance(pilot.app.screen, RollCallScreen))
        await pilot.press("o", "s", "space", "comma", "space", "g", "d")
        await pilot.resize_terminal(120, 40)
        await settled(pilot, lambda: "▸ GD▏" in shown(pilot))
        await pilot.press("enter")
        assert isinstance(pilot.app.screen, RollCallScreen), "half a code is looked at first"
        await pilot.press("a", "enter", "enter")
        await settled(pilot, lambda: set(room.view.present) == {"TR", "OS", "GDA"})
        assert room.capture.text == "OS: half a sen"
        await settled(pilot, lambda: "Observer" in shown(pilot))
    present = [entry.what.who for entry in Session(folder).record.entries
               if entry.what.kind == "presence"]  # fmt: skip
    assert present == [("TR",), ("GDA", "OS")]


async def test_escape_records_nothing_and_asks_nothing(tmp_path: Path) -> None:
    folder = new_session(tmp_path / "demo")
    async with in_room(folder) as (pilot, room):
        await settled(pilot, lambda: bool(room.names))
        known = room.view.entries
        await pilot.press("alt+r", *"os", "escape")
        assert room_of(pilot) is room and room.focused is room.capture
        assert room.view.entries == known
