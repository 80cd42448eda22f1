"""The real room beside another station on a shared folder, and on a disk that fills up."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from plenary_tui.store.session import Session
from tests.commands.conftest import Desk
from tests.commands.failing import FULL_WHILE
from tests.commands.test_two_stations import SEEN_WITHIN, recording, within
from tests.terminal.conftest import House
from tests.terminal.terminal import Terminal
from tests.terminal.test_lifecycle import room


def texts(folder: Path) -> list[str]:
    return [getattr(entry.what, "text", "") for entry in Session(folder).record.entries]


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A folder on another disk."""
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def test_what_another_station_records_stands_on_the_screen_within_five_seconds(
    house: House, tmp_path: Path
) -> None:
    house.new()
    folder = tmp_path / "share"
    folder.mkdir()
    terminal = room(house, "--share", str(folder), size=(120, 40))
    terminal.wait_for("⇄ shared")
    within(20, (folder / "demo" / "log" / "antwerp.1.jsonl").exists)
    office = Desk(tmp_path / "office" / "sessions", tmp_path, station="office")
    office.folder.mkdir(parents=True)
    with recording(office, "--share", folder) as other:
        other.expect("demo came from")
        other.enter("TR: from the chair's office")
        terminal.wait_for("from the chair's office", within=SEEN_WITHIN)
        terminal.write("NV: from the room\r")
        terminal.wait_for("✓ Novaria")
        within(SEEN_WITHIN, lambda: "from the room" in texts(other.folder))

        away = folder.rename(tmp_path / "unplugged")
        terminal.wait_for("FOLDER AWAY", within=SEEN_WITHIN)
        assert "everything is on this disk" in " ".join(terminal.text.split())
        terminal.write("NV: while it was away\r")
        terminal.wait(lambda: "while it was away" in house.said(), "expected the entry on disk")
        away.rename(folder)
        terminal.wait_for("⇄ shared", within=SEEN_WITHIN)
        within(SEEN_WITHIN, lambda: "while it was away" in texts(other.folder))
        other.end()


def on_a_full_disk(house: House, flag: Path, *args: str) -> Terminal:
    """Start the room whose sessions lie on a disk that is full while `flag` stands."""
    terminal = house.start(
        str(flag), str(house.folder), "run", "demo", *args, size=(120, 40), program=FULL_WHILE
    )
    terminal.wait_for("Training Plenary")
    terminal.write("NV: before\r")
    terminal.wait(lambda: "before" in house.said(), "expected the entry on disk")
    flag.touch()
    terminal.write("NV: while it was full\r")
    terminal.wait_for("NOT ON DISK")
    return terminal


def test_a_disk_that_recovers_takes_the_line_without_a_restart(
    house: House, tmp_path: Path
) -> None:
    house.new()
    flag = tmp_path / "full"
    terminal = on_a_full_disk(house, flag)
    assert "while it was full" in terminal.text
    flag.unlink()
    terminal.press("enter")
    terminal.wait_for("● on disk")
    assert house.said()[-1] == "while it was full"


@pytest.mark.parametrize("given", [True, False])
def test_a_full_disk_goes_on_in_a_second_folder_and_comes_back(
    house: House, stick: Path, tmp_path: Path, given: bool
) -> None:
    house.new()
    flag = tmp_path / "full"
    terminal = on_a_full_disk(house, flag, *(("--second-folder", str(stick)) if given else ()))
    assert "Alt-D" in terminal.text
    terminal.press("alt+d")
    terminal.wait_for("Go on in a second folder")
    if not given:
        terminal.write(str(stick))
    terminal.wait_for(str(stick)[-20:])
    terminal.press("enter")
    terminal.wait_for("● on disk at stick")
    terminal.press("enter")
    terminal.wait(lambda: texts(stick / "demo")[-1] == "while it was full", "expected the line")
    terminal.write("NV: half a sen")
    terminal.wait(
        lambda: "half a sen" in (stick / "demo" / "typing" / "desk").read_text(), "expected it kept"
    )
    assert "while it was full" not in house.said()
    flag.unlink()
    terminal.wait_for("takes writes again")
    assert house.said()[-1] == "while it was full"
    terminal.kill(signal.SIGKILL)
    terminal.end()
    again = room(house, size=(120, 40))
    again.wait_for("Brought up to date")
    again.wait_for("half a sen")
    again.press("enter")
    again.wait(lambda: house.said()[-1] == "half a sen", "expected the entry on disk")
    assert not Session(house.folder / "demo").forks


def test_who_opens_it_after_a_kill_is_told_where_the_newest_copy_is(
    house: House, stick: Path, tmp_path: Path
) -> None:
    house.new()
    flag = tmp_path / "full"
    terminal = on_a_full_disk(house, flag, "--second-folder", str(stick))
    terminal.press("alt+d")
    terminal.wait_for("Go on in a second folder")
    terminal.press("enter")
    terminal.wait_for("● on disk at stick")
    terminal.press("enter")
    terminal.wait(lambda: texts(stick / "demo")[-1] == "while it was full", "expected the line")
    terminal.kill(signal.SIGKILL)
    terminal.end()
    again = house.start(
        str(flag), str(house.folder), "run", "demo", "--second-folder", str(stick),
        size=(120, 40), program=FULL_WHILE,
    )  # fmt: skip
    again.wait_for("still takes no writes")
    again.press("alt+d")
    again.wait_for("Go on in a second folder")
    again.press("enter")
    again.wait_for("● on disk at stick")
    again.wait_for("while it was full")
