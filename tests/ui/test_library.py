"""The library screen: what it shows, and what its keys and the mouse do."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.app import App
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import OptionList, Static

from plenary_tui.settings import Settings
from plenary_tui.store.session import Session
from plenary_tui.ui.actions import LIBRARY
from plenary_tui.ui.app import PlenaryApp
from plenary_tui.ui.pages.shelf import CATALOGUE, Owed, Row, State
from plenary_tui.ui.screens.import_preview import ImportPreview
from plenary_tui.ui.screens.library import LibraryScreen
from plenary_tui.ui.screens.replay import ReplayScreen
from plenary_tui.ui.screens.room import RoomScreen
from plenary_tui.ui.shelving import ORDERS, Order, in_order
from plenary_tui.ui.widgets.plain_input import PlainInput
from plenary_tui.ui.widgets.session_detail import LINES, told
from plenary_tui.ui.widgets.session_list import fitted, heading
from tests.store.sessions import clock, new_session, read_all, record


class Host(App[None]):
    """Nothing but the library; keeps what was chosen."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.library = LibraryScreen(Settings(str(folder), "desk"))
        self.chosen: list[Path] = []

    def on_mount(self) -> None:
        self.push_screen(self.library)

    def on_library_screen_chosen(self, chosen: LibraryScreen.Chosen) -> None:
        self.chosen.append(chosen.folder)


@pytest.fixture
def sessions(tmp_path: Path) -> Path:
    folder = tmp_path / "sessions"
    new_session(folder / "2018-06-antwerp", "Action NV: a report by 2018-09-15")
    new_session(folder / "2019-11-goma", "Closed: 18:00", "Action OS: the minutes")
    return folder


async def until(pilot: Pilot[None], holds: Callable[[], bool]) -> None:
    """Wait for a thread's answer."""
    for _ in range(1500):
        await pilot.pause(0.01)
        if holds():
            return
    raise AssertionError("it did not come to be")


def shown(widget: Widget) -> str:
    """Return what a widget paints, line by line."""
    lines = [widget.render_line(y) for y in range(widget.size.height)]
    return "\n".join("".join(segment.text for segment in line).rstrip() for line in lines)


def part(host: Host, name: str) -> str:
    return shown(host.library.query_one(f"#library-{name}"))


async def ready(pilot: Pilot[None], host: Host) -> None:
    await until(
        pilot,
        lambda: bool(part(host, "list").strip()) and "not read yet" not in part(host, "list"),
    )


def said(screen: Screen[object]) -> str:
    return shown(screen.query_one("#form-said", Static))


async def test_it_shows_what_each_session_is_and_owes(sessions: Path) -> None:
    host = Host(sessions)
    async with host.run_test(size=(120, 40)) as pilot:
        await ready(pilot, host)
        antwerp, goma = part(host, "list").splitlines()[:2]
        assert antwerp.split()[:2] == ["▶", "2018-06-antwerp"]
        assert "19–20 Jun 2018" in antwerp
        assert "sitting open" in antwerp
        assert "1! " in antwerp
        assert antwerp.endswith("whole")
        assert "held" in goma
        assert "2 sessions" in part(host, "title")
        owed = "Owed by NV, by 2018-09-15 – overdue: a report"
        await until(pilot, lambda: owed in part(host, "detail"))
        await pilot.press("down")
        await until(pilot, lambda: "Owed by OS: the minutes" in part(host, "detail"))
        assert "plenary replay 2019-11-goma --plain" in part(host, "detail")


async def test_enter_and_a_second_click_open_the_room(sessions: Path) -> None:
    host = Host(sessions)
    async with host.run_test(size=(80, 24)) as pilot:
        await ready(pilot, host)
        await pilot.press("down", "enter")
        assert [folder.name for folder in host.chosen] == ["2019-11-goma"]
        await pilot.click("#library-list", offset=(5, 0))
        assert len(host.chosen) == 1
        assert "Antwerp" in part(host, "detail") or "Owed by NV" in part(host, "detail")
        await pilot.click("#library-list", offset=(5, 0), times=2)
        assert [folder.name for folder in host.chosen] == ["2019-11-goma", "2018-06-antwerp"]


async def test_all_of_it_stands_on_a_small_screen(sessions: Path) -> None:
    host = Host(sessions)
    async with host.run_test(size=(80, 24)) as pilot:
        await ready(pilot, host)
        keys = part(host, "keys")
        assert all(f"{one.shown_key} {one.label}" in keys for one in LIBRARY if one.footer)
        assert part(host, "heading").split() == ["Session", "Dates", "State", "Entries", "Owed"]
        assert part(host, "list").splitlines()[0].endswith("1!")


async def test_a_new_session_is_made_chosen_and_said(sessions: Path) -> None:
    host = Host(sessions)
    async with host.run_test(size=(80, 24)) as pilot:
        await ready(pilot, host)
        await pilot.press("ctrl+n")
        host.screen.query_one("#name", PlainInput).insert("Goma 2027", 0)
        await pilot.press("enter")
        await until(pilot, lambda: host.screen is host.library)
        await ready(pilot, host)
        (line,) = (line for line in part(host, "list").splitlines() if line.startswith("▶"))
        assert "goma-2027" in line
        assert "Made goma-2027" in part(host, "said")
        assert (sessions / "goma-2027" / "log" / "desk.1.jsonl").exists()


async def test_what_cannot_be_made_is_said_in_the_form_and_can_be_mended(sessions: Path) -> None:
    host = Host(sessions)
    async with host.run_test(size=(80, 24)) as pilot:
        await ready(pilot, host)
        await pilot.press("ctrl+n", "enter")
        await until(pilot, lambda: "Write a name" in said(host.screen))
        host.screen.query_one("#name", PlainInput).insert("2019-11-goma", 0)
        await pilot.press("enter")
        await until(pilot, lambda: "take another name" in said(host.screen))
        await pilot.press("escape")
        await until(pilot, lambda: host.screen is host.library)


async def test_a_file_is_imported_with_a_count_of_its_lines(sessions: Path, tmp_path: Path) -> None:
    notes = tmp_path / "Old Notes.txt"
    notes.write_text("Meeting: Old\nDates: 2001-01-01\n10:00 Opened:\nNV: [/foo] said\n")
    host = Host(sessions)
    async with host.run_test(size=(80, 24)) as pilot:
        await ready(pilot, host)
        await pilot.press("ctrl+l")
        field = host.screen.query_one("#file", PlainInput)
        field.insert(str(tmp_path / "Old"), 0)
        await pilot.pause()
        assert host.screen.query_one("#name", PlainInput).placeholder == "", "it is half typed"
        await until(pilot, lambda: bool(field._suggestion))
        await pilot.press("right")
        assert host.screen.query_one("#name", PlainInput).placeholder == "old-notes"
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(host.screen, ImportPreview))
        shown = str(host.screen.query_one("#preview-text", Static).render())
        assert "Old Notes.txt is notes. 4 lines" in shown.replace("\n", " ")
        await pilot.press("enter")
        await until(pilot, lambda: host.screen is host.library)
        assert "Imported as old-notes. 4 lines" in part(host, "said").replace("\n", " ")


async def test_a_damaged_session_says_what_is_wrong_and_opens_as_far_as_it_can(
    sessions: Path,
) -> None:
    log = sessions / "2018-06-antwerp" / "log" / "antwerp.1.jsonl"
    log.write_bytes(log.read_bytes().replace(b"a report", b"a resort", 1))
    (sessions / "2019-11-goma" / ".merged").mkdir()
    (sessions / "2019-11-goma" / ".merged" / "log").write_text("in the way")
    host = Host(sessions)
    async with host.run_test(size=(80, 24)) as pilot:
        await ready(pilot, host)
        await until(pilot, lambda: "Damaged: antwerp" in part(host, "detail"))
        detail = " ".join(part(host, "detail").split())
        assert "Damaged: antwerp.1.jsonl, line" in detail
        assert "plenary verify 2018-06-antwerp" in detail
        await pilot.press("enter", "end", "enter")
        assert "cannot be read" in part(host, "detail")
        assert "cannot be opened" in part(host, "said")
        assert [folder.name for folder in host.chosen] == ["2018-06-antwerp"]


async def test_typing_keeps_only_the_sessions_that_fit_and_escape_shows_all(
    sessions: Path,
) -> None:
    host = Host(sessions)
    async with host.run_test(size=(80, 24)) as pilot:
        await ready(pilot, host)
        await pilot.press(*"goma x")
        assert "0 of 2 sessions with “goma x”" in part(host, "title")
        assert part(host, "list").strip() == ""
        await pilot.press("enter", "backspace", "backspace")
        assert part(host, "list").splitlines()[0].startswith("▶ 2019-11-goma")
        await pilot.press("escape")
        assert "2 sessions in" in part(host, "title")


async def test_it_is_sorted_by_every_column_in_turn(sessions: Path) -> None:
    host = Host(sessions)
    async with host.run_test(size=(160, 24)) as pilot:
        await ready(pilot, host)
        for by in (*ORDERS[1:], "", *ORDERS[1:]):
            await pilot.press("tab")
            assert sorted_by(host)[:-1] == by
        for by in (*reversed(ORDERS[:-1]), ORDERS[-1]):
            await pilot.press("shift+tab")
            assert sorted_by(host)[:-1] == by
        await pilot.press("escape", *["tab"] * ORDERS.index("Entries"))
        assert sorted_by(host) == "Entries↓"
        assert first(host) == "2019-11-goma"
        await pilot.press("alt+u")
        assert sorted_by(host) == "Entries↑"
        assert first(host) == "2018-06-antwerp"


async def test_a_click_on_a_heading_sorts_and_another_one_turns_it_round(sessions: Path) -> None:
    new_session(sessions / "2018-10-last")
    host = Host(sessions)
    async with host.run_test(size=(80, 24)) as pilot:
        await ready(pilot, host)
        for heading, by, name in (
            ("Session", "Session↑", "2018-06-antwerp"), ("Session", "Session↓", "2019-11-goma"),
            ("Owed", "Owed↓", "2018-06-antwerp"), ("State", "State↑", "2019-11-goma"),
        ):  # fmt: skip
            at = part(host, "heading").index(heading)
            await pilot.click("#library-heading", offset=(at + 1, 0))
            await pilot.pause()
            assert (sorted_by(host), first(host)) == (by, name)
        assert "Sorted by state ↑" in part(host, "said")


def test_names_go_as_people_count_and_blanks_come_last_either_way() -> None:
    rows = [
        Row("s10", place="Goma"), Row("s2"), Row("S1", place="Antwerp"), Row("s", place="Goma 3"),
        Row("x", place="Goma 20"),
    ]  # fmt: skip
    by_name = Order("Session")
    assert [row.name for row in in_order(rows, by_name)] == ["s", "S1", "s2", "s10", "x"]
    assert [row.name for row in in_order(rows, by_name.turned())] == ["x", "s10", "s2", "S1", "s"]
    places = ["Antwerp", "Goma", "Goma 3", "Goma 20"]
    assert [row.place for row in in_order(rows, Order("Place"))] == [*places, ""]
    turned = in_order(rows, Order("Place", is_turned=True))
    assert [row.place for row in turned] == [*reversed(places), ""]


@given(
    rows=st.lists(
        st.builds(Row, st.text(max_size=5), place=st.text(max_size=5), dates=st.sampled_from(
            ["", "2018-06-18", "2019-01-01/2019-01-04", "some day"]
        ), changed=st.sampled_from(["", "2018", "2019"]), decisions=st.integers(0, 2)),
        max_size=8,
    ),
    by=st.sampled_from(ORDERS), is_turned=st.booleans(),
)  # fmt: skip
def test_an_order_keeps_every_row(rows: list[Row], by: str, is_turned: bool) -> None:
    found = in_order(rows, Order(by, is_turned))
    assert sorted(map(id, found)) == sorted(map(id, rows))


async def test_a_session_that_ended_is_replayed_and_written_into_on_purpose_only(
    sessions: Path,
) -> None:
    ended = new_session(sessions / "2018-07-ended", "Closed: 18:00")
    record(ended, "antwerp", ["Date: 2018-06-20", "Sitting: Plenary", "10:00 Opened:",
                              "18:00 Closed:"], now=clock(start="2018-06-20T10:00"))  # fmt: skip
    before = read_all(ended)
    app = PlenaryApp(Settings(str(sessions), "desk"))
    async with app.run_test(size=(80, 24)) as pilot:
        library = app.screen

        def seen(name: str) -> str:
            return shown(library.query_one(f"#library-{name}"))

        await until(pilot, lambda: "ended" in seen("list") and "read yet" not in seen("list"))
        assert "Enter open" in seen("keys")
        await pilot.press(*"2018-07")
        await until(pilot, lambda: "It ended on 20 Jun 2018: Enter replays" in seen("detail"))
        for key in ("Enter replay", "^O add to it", "^Q leave"):
            assert key in seen("keys")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, ReplayScreen))
        await pilot.press(*"hello there", "enter", "escape", "escape")
        await until(pilot, lambda: app.screen is library)
        assert read_all(ended) == before
        await pilot.press("ctrl+o")
        await until(pilot, lambda: isinstance(app.screen, RoomScreen))
        alarm = app.screen.query_one("#alarm", Static)
        await until(pilot, lambda: "ended on 20 June 2018" in str(alarm.content))
        assert "what is typed here is added to its record today" in str(alarm.content)


async def test_what_a_small_window_has_no_column_for_stands_below(sessions: Path) -> None:
    record(sessions / "2018-06-antwerp", "antwerp", ["Place: Antwerp", "Kind: intersessional",
                                                    "Draft decision NV: one", "Adopted:"],
           now=clock(start="2018-06-19T12:00"))  # fmt: skip
    host = Host(sessions)
    async with host.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "1 decision" in part(host, "detail"))
        detail = part(host, "detail")
        for told in ("intersessional", "Antwerp", "1 decision", "changed 19 Jun 2018", "whole"):
            assert told in detail, told
        await pilot.resize_terminal(60, 15)
        await pilot.pause()
        lines = part(host, "list").splitlines()
        assert lines[0].startswith("▶ 2018-06-antwerp ")
        assert len(lines) >= 6
        assert len([line for line in part(host, "detail").splitlines() if line.strip()]) >= 2


async def test_a_damaged_session_and_a_bare_folder_say_so_and_do_not_open(sessions: Path) -> None:
    log = sessions / "2018-06-antwerp" / "log" / "antwerp.1.jsonl"
    log.write_bytes(b"\x8e" + bytes(range(1, 256)) * 35)
    (sessions / "bare").mkdir()
    host = Host(sessions)
    async with host.run_test(size=(80, 24)) as pilot:
        await ready(pilot, host)
        assert "2 sessions and 1 other folder in" in part(host, "title")
        await pilot.press(*"antw", "enter")
        assert "damaged" in first(host, 2)
        assert "nothing in its log/ can be read" in " ".join(part(host, "detail").split())
        assert "cannot be opened" in part(host, "said")
        await pilot.press("escape", *"bare", "enter")
        assert "no session" in first(host, 2)
        assert "An empty folder" in part(host, "detail")
        await pilot.press("ctrl+r", "ctrl+o")
        assert host.chosen == []
        assert host.screen is host.library


def sorted_by(host: Host) -> str:
    """Return the heading with an arrow; a sign for none where there is none."""
    found = re.findall(r"\w+[↓↑]", part(host, "heading"))
    assert len(found) <= 1
    return found[0] if found else "-"


def first(host: Host, place: int = 1) -> str:
    """Return a part of the first line of the list."""
    line = part(host, "list").splitlines()[0].removeprefix("▶")
    return line.split()[0] if place == 1 else " ".join(line.split()[1:])


async def test_a_copy_says_whether_it_is_whole(sessions: Path) -> None:
    record(sessions / "2019-11-goma", "antwerp", ["In camera:", "NV: quicksand"])
    shutil.rmtree(sessions / "2019-11-goma" / "sealed")
    host = Host(sessions)
    async with host.run_test(size=(160, 24)) as pilot:
        await ready(pilot, host)
        rows = {line.split()[0].strip("▶") or line.split()[1]: line for line in
                part(host, "list").splitlines() if line.strip()}  # fmt: skip
        assert rows["2018-06-antwerp"].endswith("whole")
        assert rows["2019-11-goma"].endswith("sealed")


async def test_a_session_like_the_chosen_one_is_made(sessions: Path) -> None:
    host = Host(sessions)
    async with host.run_test(size=(80, 30)) as pilot:
        await ready(pilot, host)
        await pilot.press("alt+n")
        host.screen.query_one("#name", PlainInput).value = "2019-06-lome"
        host.screen.query_one("#dates", PlainInput).value = "2019-06-18/2019-06-22"
        await pilot.press("enter")
        await until(pilot, lambda: host.screen is host.library)
        assert "like 2018-06-antwerp" in part(host, "said").replace("\n", " ")
        made = Session(sessions / "2019-06-lome").record.live
        assert set(made.roster.delegations) == {"NV", "OS", "TR", "GDA"}
        assert not made.follow_ups


async def test_a_session_is_packed_and_comes_back(sessions: Path, tmp_path: Path) -> None:
    host = Host(sessions)
    async with host.run_test(size=(80, 30)) as pilot:
        await ready(pilot, host)
        await pilot.press("alt+a")
        host.screen.query_one("#file", PlainInput).value = str(tmp_path / "a.zip")
        await pilot.press("enter")
        await until(pilot, lambda: host.screen is host.library)
        assert "Packed" in part(host, "said")
        shutil.rmtree(sessions / "2018-06-antwerp")
        await pilot.press("alt+r")
        host.screen.query_one("#file", PlainInput).value = str(tmp_path / "a.zip")
        await pilot.press("enter")
        await until(pilot, lambda: host.screen is host.library)
        assert "Restored 2018-06-antwerp" in part(host, "said")
        await until(pilot, lambda: "2018-06-antwerp" in part(host, "list"))


async def test_what_is_open_is_ticked_and_carried_into_the_session_that_follows(
    sessions: Path,
) -> None:
    for name, kind in (("2018-06-antwerp", "plenary"), ("2018-09-lome", "plenary")):
        folder = sessions / name
        folder.mkdir(exist_ok=True)
        record(folder, "desk", [f"Kind: {kind}"])
    host = Host(sessions)
    async with host.run_test(size=(100, 30)) as pilot:
        await ready(pilot, host)
        await pilot.press("home")
        while "2018-06-antwerp" not in part(host, "detail"):
            await pilot.press("down")
        await pilot.press("alt+x")
        await until(pilot, lambda: bool(host.screen.query("#carry-said")))
        screen = host.screen
        await until(pilot, lambda: "open, all ticked" in shown(screen.query_one("#carry-said")))
        into = screen.query_one("#carry-into", PlainInput)
        assert into.value == "2018-09-lome", "of the same kind and still to come"
        assert "prepared" in shown(screen.query_one("#carry-told"))
        listed = screen.query_one(OptionList)
        await pilot.press("f2", "enter", "end", "space")
        await until(pilot, lambda: "1 ticked" in shown(screen.query_one("#carry-said")))
        marks = [str(one.prompt)[:3] for one in listed.options]
        assert marks == ["[ ]"] * (len(marks) - 1) + ["[x]"], "one mark, never by colour alone"
        await pilot.press("f4")
        await until(pilot, lambda: host.screen is host.library)
        assert "Carried 1 from 2018-06-antwerp into 2018-09-lome" in part(host, "said")
        there = Session(sessions / "2018-09-lome").record.live
        assert [one.text for one in there.follow_ups.values()] == ["a report"]


async def test_no_session_that_has_ended_is_proposed_and_nothing_is_ticked_for_it(
    sessions: Path,
) -> None:
    host = Host(sessions)
    async with host.run_test(size=(100, 30)) as pilot:
        await ready(pilot, host)
        await pilot.press("alt+x")
        await until(pilot, lambda: bool(host.screen.query("#carry-said")))
        screen = host.screen
        await until(pilot, lambda: "open, none ticked" in shown(screen.query_one("#carry-said")))
        into = screen.query_one("#carry-into", PlainInput)
        assert into.value == ""
        await pilot.press(*"2019", "f2", "f4")
        assert "it is over" in shown(screen.query_one("#carry-told"))
        assert "2019-11-goma is over" in shown(screen.query_one("#carry-said"))
        assert "a report" not in str(Session(sessions / "2019-11-goma").record.live.follow_ups)
        await pilot.press("f4")
        await until(pilot, lambda: host.screen is host.library)


async def test_it_is_made_anew_with_a_bar_that_shows_how_far_it_got(sessions: Path) -> None:
    host = Host(sessions)
    async with host.run_test(size=(80, 24)) as pilot:
        await ready(pilot, host)
        (sessions / CATALOGUE).write_text("nonsense")
        said: list[str] = []
        host.library.say = said.append  # type: ignore[method-assign,assignment]
        await pilot.press("f12")
        await until(pilot, lambda: any("made anew." in one for one in said))
        assert any("░" in one and "1 of 2" in one for one in said)
        assert json.loads((sessions / CATALOGUE).read_text())["sessions"]


async def test_an_empty_library_says_how_to_begin(tmp_path: Path) -> None:
    host = Host(tmp_path / "nothing")
    async with host.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "down", "up")
        assert "^N makes one" in part(host, "said")
        assert host.chosen == []


async def test_help_tells_every_state_and_key_and_goes_away(sessions: Path) -> None:
    host = Host(sessions)
    async with host.run_test(size=(80, 24)) as pilot:
        await ready(pilot, host)
        await pilot.press("f1")
        told = "\n".join(str(one.content) for one in host.screen.query(Static))
        for state in get_args(State):
            assert state in told or state == "not read yet"
        assert all(f"{one.label}: {one.says}" in told for one in LIBRARY)
        await pilot.press("f1")
        assert host.screen is host.library


async def test_coming_back_it_shows_what_was_recorded_meanwhile(sessions: Path) -> None:
    host = Host(sessions)
    async with host.run_test(size=(80, 24)) as pilot:
        await ready(pilot, host)
        await host.push_screen(Screen[None]())
        new_session(sessions / "2020-01-new")
        host.pop_screen()
        await until(pilot, lambda: "2020-01-new" in part(host, "list"))


async def test_thousands_of_sessions_are_walked_with_the_keys(tmp_path: Path) -> None:
    documents = {}
    for number in range(3000):
        (tmp_path / f"s{number:04}" / "log").mkdir(parents=True)
        documents[str(number)] = {
            "session": f"s{number:04}",
            "fingerprint": "",
            "entries": number + 1,
        }
    (tmp_path / CATALOGUE).write_text(json.dumps({"sessions": documents}))
    host = Host(tmp_path)
    async with host.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "3,000 sessions" in part(host, "title"))
        await pilot.press("end")
        assert part(host, "list").splitlines()[-1].startswith("▶ s2999")
        await pilot.press("pageup")
        assert "▶ s2999" not in part(host, "list")
        await pilot.press("home")
        assert part(host, "list").splitlines()[0].startswith("▶ s0000")


ANY = st.text(st.characters(exclude_categories=["C"]), max_size=40)


@given(text=ANY, width=st.integers(2, 50), to_the_right=st.booleans())
def test_a_cell_is_as_wide_as_its_column_whatever_the_text(
    text: str, width: int, to_the_right: bool
) -> None:
    assert cell_len(fitted(text, width, to_the_right=to_the_right)) == width


@pytest.mark.parametrize("width", [80, 100, 120, 200])
def test_the_columns_fill_the_list(width: int) -> None:
    assert cell_len(heading(width)) == width


@given(
    title=ANY, damage=st.lists(ANY, max_size=2), owed=st.integers(0, 20),
    width=st.integers(30, 120),
)  # fmt: skip
def test_the_detail_fits_and_counts_what_it_leaves_out(
    title: str, damage: list[str], owed: int, width: int
) -> None:
    row = Row(
        "demo", title, owed=tuple(Owed("NV", f"thing {n}", "") for n in range(owed)),
        damages=tuple(damage),
    )  # fmt: skip
    lines = told(row, date(2020, 1, 1), width)
    assert len(lines) <= LINES
    listed = sum("Owed by" in line for line in lines)
    if not damage and width > 50:
        more = [line for line in lines if "more owed" in line]
        assert owed == listed + (int(more[0].split()[2]) if more else 0)
