"""Hostile text on every screen: nothing of it reaches the terminal as anything but text."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.terminal.conftest import House
from tests.terminal.controls import HOSTILE, foreign
from tests.terminal.forging import forge
from tests.terminal.terminal import SIZES, Terminal

ATTACKS = HOSTILE[:-2]
SHOWN = "SEEN"
"""Stands in every hostile text, so that a test knows that the text was painted."""
EVERYTHING = SHOWN + "".join(HOSTILE)

OVER_THE_ROOM = (
    "f3", "f1", "ctrl+g", "f2", "ctrl+p", "f4", "f5 pagedown pagedown",
    "f10 pagedown pagedown pagedown",
    "alt+g", "ctrl+s", "alt+t down down", "alt+r down down space", "alt+s", "alt+o down", "alt+j",
    "up up alt+v", "up up up alt+a", "up up alt+i", "up up up alt+x", "tab down", "alt+d",
)  # fmt: skip
"""The keys that lead to every screen, menu and sheet over the room."""

_NO_KEYS = dict.fromkeys((*range(32), 127))
"""Control characters are keys when they are typed: they are left out there."""

# A half character makes its entry one that cannot be read: it has one of its own.
_WHOLE = "".join(text for text in HOSTILE if "\ud83d" not in text)
MARKS = {"qqhalfqq": "".join(HOSTILE)} | {
    mark: f"{SHOWN}{mark[2:-2]}{_WHOLE}"
    for mark in ("qqtitleqq", "qqplaceqq", "qqnameqq", "qqpersonqq", "qqitemqq", "qqroomqq",
                 "qqsaidqq", "qqproposalqq", "qqowedqq", "qqcheckqq", "qqspeakerqq", "qqwordqq")
}  # fmt: skip
LINES = (
    "Meeting: qqtitleqq",
    "Place: qqplaceqq",
    "Delegation XY: qqnameqq; Participant",
    "Agenda 3: qqitemqq",
    "Sitting: WGM, qqroomqq",
    "Opened: 11:00",
    "Presiding: NV (qqpersonqq)",
    "Item 3",
    "q+ XY, OS",
    "next",
    "11:01 XY (qqpersonqq): qqsaidqq",
    "qqspeakerqq: qqsaidqq",
    "Action NV: qqowedqq by 2018-09-15",
    "Check: qqcheckqq",
    "In camera:",
    "Open session:",
    "Proposal XY: the qqwordqq of qqproposalqq",
    "Bracket TR: qqwordqq",
    "Objection TR: qqsaidqq",
    "qqsaidqq happened",
    "qqhalfqq happened",
)


@pytest.mark.parametrize("text", ATTACKS, ids=ascii)
def test_what_is_hostile_would_be_noticed(text: str) -> None:
    raw = f"\x1b[1;1H\x1b[38;5;1mplain {text} text\x1b[0m".encode("utf-8", "surrogatepass")
    assert foreign(raw)


@pytest.mark.parametrize("text", ["\x1b[3;4Hplain\x1b[0m \x1b[?25l", *HOSTILE[-2:]])
def test_what_is_not_hostile_passes(text: str) -> None:
    assert foreign(text.encode()) == []


def clean(terminal: Terminal) -> None:
    """Look at everything that a terminal received so far."""
    terminal.settle()
    assert foreign(bytes(terminal.raw)) == []


def timeless(room: Terminal) -> str:
    """Return what a room shows, but for its clock."""
    return re.sub(r"\d\d:\d\d:\d\d", "", room.text)


def hostile_session(house: House, name: str = "demo") -> Path:
    folder = house.new(name, *LINES)
    forge(folder, MARKS)
    return folder


@pytest.mark.parametrize("size", SIZES)
def test_hostile_sessions_in_the_library(house: House, size: tuple[int, int]) -> None:
    hostile_session(house)
    (house.folder / "\x1b]0;OWNED\x07\x9b31;5;7m\u202e[/foo]" / "log").mkdir(parents=True)
    with house.start(size=size) as terminal:
        terminal.wait_for("demo")
        terminal.wait_for(SHOWN)
        terminal.press("down", "down", "up", "up", "enter")
        clean(terminal)
        assert "[/foo]" in terminal.text


def test_a_hostile_catalogue_and_a_hostile_damage(house: House) -> None:
    folder = house.new()
    fields = ("title", "kind", "dates", "place", "trouble")
    document = dict.fromkeys(fields, EVERYTHING) | {
        "session": "demo", "fingerprint": "", "damages": [EVERYTHING] * 2,
        "follow_ups": [{"owner": EVERYTHING, "what": EVERYTHING, "due": EVERYTHING}],
    }  # fmt: skip
    catalogue = house.folder / "library.json"
    catalogue.write_text(json.dumps({"sessions": {"1": document}}))
    (folder / "log" / "\x1b]0;OWNED\x07.1.jsonl").write_bytes(
        b'{"p":"' + EVERYTHING.encode("utf-8", "replace")
    )
    log = folder / "log" / "antwerp.1.jsonl"
    log.write_bytes(log.read_bytes().replace(b"Opening", b"\x1b]0;OWNED\x07\x9b31;5;7m"))
    with house.start() as terminal:
        terminal.wait_for("damaged")
        clean(terminal)


def test_hostile_paste_into_the_forms(house: House, tmp_path: Path) -> None:
    house.new()
    (tmp_path / "\x1b]0;OWNED\x07").touch()
    with house.start(size=(120, 40)) as terminal:
        terminal.wait_for("demo")
        for key, form in (("ctrl+n", "New session"), ("ctrl+l", "Import a file")):
            terminal.press(key)
            terminal.wait_for(form)
            for text in (*(one for one in HOSTILE if "\x1b" not in one), f"{tmp_path}/"):
                terminal.paste(text)
            terminal.settle()
            terminal.press("enter")
            terminal.wait(lambda form=form: "There is no file" in terminal.text  # type: ignore[misc]
                          or form not in terminal.text, "it says nothing")  # fmt: skip
            terminal.press("escape")
            terminal.wait_gone(form)
        clean(terminal)


@pytest.mark.parametrize("size", SIZES)
def test_a_hostile_session_in_the_room(house: House, size: tuple[int, int]) -> None:
    hostile_session(house)
    room = house.start("run", "demo", size=size)
    room.wait_for(SHOWN)
    room.wait_for(" in room texts" if size[0] < 100 else " in texts of the room")
    for keys in OVER_THE_ROOM:
        before = timeless(room)
        for key in keys.split():
            room.press(key)
            room.settle()
        room.wait(lambda before=before: timeless(room) != before, f"{keys} shows nothing")  # type: ignore[misc]
        room.press("escape", "escape")
        room.settle()
    room.write("xy: q")
    room.wait_for(f"\n {SHOWN}name")  # what is understood names the delegation
    room.press("ctrl+u", *["up"] * 12, "home", "end", "pageup", "enter")
    room.settle()
    room.press("escape")
    clean(room)


def enter(room: Terminal, house: House) -> None:
    """Press Enter, and wait until the entry is on disk."""
    before = len(house.said())
    room.settle(0.05)
    room.press("enter")
    room.wait(lambda: len(house.said()) > before, "expected the entry on disk")


def test_hostile_text_pasted_and_typed_into_the_room(house: House) -> None:
    house.new()
    room = house.start("run", "demo", size=(120, 40))
    room.wait_for("Training Plenary")
    room.settle()
    texts = [text for text in HOSTILE if "\x1b" not in text and "\ud83d" not in text]
    for text in texts:
        room.paste(f"NV: {SHOWN} {text} end")
        enter(room, house)
    room.write(f"NV: {SHOWN} {''.join(texts).translate(_NO_KEYS)} typed")
    enter(room, house)
    room.settle()
    assert "[/foo][bold]m[/bold]" in room.text
    for key in ("f3", "ctrl+p"):
        room.press(key)
        room.settle()
        room.press("escape")
        room.settle()
    clean(room)


def test_a_paste_that_holds_an_escape_presses_no_key(house: House) -> None:
    """Textual breaks such a paste up into keys."""
    house.new()
    room = house.start("run", "demo")
    room.wait_for("Training Plenary")
    room.settle()
    before = house.said()
    room.paste(f"NV: {SHOWN} \x1b[31;5;7m\x07 red \x1b]52;c;T1dORUQ=\x07\x11 and\rthe rest")
    room.settle()
    assert room.status is None
    assert SHOWN in room.text
    assert house.said() == before
    clean(room)


def test_a_hostile_name_on_the_command_line(house: House) -> None:
    house.new()
    room = house.start("run", "demo\x1b]0;OWNED\x07\x9b31;5;7m")
    assert room.end() == 2
    clean(room)


@pytest.mark.parametrize("command", [("list",), ("replay", "demo", "--plain"), ("verify", "demo")])
def test_a_hostile_session_on_the_command_line(house: House, command: tuple[str, ...]) -> None:
    hostile_session(house)
    (house.folder / "\x1b]0;OWNED\x07\x9b31;5;7m\u202e[/foo]" / "log").mkdir(parents=True)
    terminal = house.start(*command, size=(120, 40))
    terminal.end()
    clean(terminal)
