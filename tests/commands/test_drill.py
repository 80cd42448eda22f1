"""`plenary drill` without a screen: its turns as lines, its result, and what it refuses."""

from __future__ import annotations

from pathlib import Path

import pytest

from plenary_tui.importers.drilling import ready
from plenary_tui.record.course import Course
from plenary_tui.store.capture import Capture
from plenary_tui.store.clock import local_now
from plenary_tui.store.session import Session
from plenary_tui.ui.drilling.player import DrillPlayer
from tests.commands.conftest import Desk

LINES = b"Opened:\nItem 4.2\nNV: asks for scales that every village can afford\nq+ TR\nClosed:\n"


@pytest.fixture
def held(desk: Desk) -> Desk:
    """A session that was held."""
    desk.new()
    desk.ok("record", "demo", "-", typed=LINES)
    return desk


def drill(desk: Desk, *lines: str) -> None:
    """Hold a drill of the session, typing these lines once everything was heard."""
    folder = desk.folder.parent / "home" / "plenary-tui" / "drills"
    made = ready(folder, Session(desk.folder / "demo"), "desk", anew=True)
    player = DrillPlayer(made.stretch, Course(()), 1.0, made.drill.note, local_now)
    while not player.is_over:
        player.skip()
    made.drill.close()
    with Capture(Session(made.drill.practice), "desk", live=True) as capture:
        for line in lines:
            capture.take(line)


def test_the_turns_are_lines_at_their_pace_and_nothing_is_kept(held: Desk) -> None:
    said = held.ok("drill", "demo", "--plain", "--speed", "1000").splitlines()
    assert said[0].startswith("PRACTICE: Training Intersessional")
    assert said[2].endswith("Item 4.2, Mines, taken up")
    assert said[3].endswith("Novaria: asks for scales that every village can afford")
    assert said[4].endswith("Trasonia asks for the floor")
    assert not (held.folder.parent / "home" / "plenary-tui" / "drills").exists()


def test_one_room_alone_is_heard_where_several_sat_at_once(held: Desk) -> None:
    held.ok("--station", "annex", "record", "demo", "-", typed=b"Opened:\nTR: speaks next door\n")
    both = held.ok("drill", "demo", "--plain", "--speed", "1000")
    assert "speaks next door" in both and "asks for scales" in both
    annex = held.ok("drill", "demo", "--plain", "--speed", "1000", "--room", "annex")
    assert "speaks next door" in annex and "asks for scales" not in annex
    refused = held.run("drill", "demo", "--plain", "--room", "attic")
    assert refused.exit_code == 2
    assert "Nothing was written at attic: choose desk or annex." in refused.stderr


def test_the_result_is_printed_and_written_as_what_its_name_says(held: Desk) -> None:
    drill(held, "Opened:", "TR: asks for scales that villages can afford", "q+ TR")
    said = held.ok("drill", "demo", "--result")
    assert said.startswith("PRACTICE")
    assert "Turns caught: 1 of 1 (100%)" in said
    assert "wrong speaker" in said
    assert "no judgement of quality" in said
    target = held.folder.parent / "result.md"
    held.ok("drill", "demo", "--result", "-o", target)
    assert "| wrong speaker" in target.read_text(encoding="utf-8")
    word = held.folder.parent / "result.docx"
    held.ok("drill", "demo", "--result", "-o", word)
    assert word.read_bytes()[:2] == b"PK"


def test_the_result_is_that_of_the_last_drill(held: Desk) -> None:
    drill(held, "Opened:")
    drill(held)
    assert "Lines typed: 0" in held.ok("drill", "demo", "--result")


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("--result",), "There is no drill of demo yet"),
        ((), "A drill needs a terminal"),
        (("-o", "x.md"), "add --result"),
        (("--result", "--speed", "2"), "leave the other options out"),
        (("--plain", "--item", "9"), "The agenda has no item 9"),
    ],
)
def test_what_makes_no_sense_is_refused_in_one_sentence(
    held: Desk, args: tuple[str, ...], says: str
) -> None:
    result = held.run("drill", "demo", *args)
    assert result.exit_code == 2
    assert says in result.stderr


def test_no_practice_session_is_found_listed_or_in_a_register(held: Desk) -> None:
    drill(held, "Opened:", "Proposal NV: a word that is only in the drill, xylophone", "Adopted:")
    assert "practice" not in held.ok("list")
    assert "xylophone" not in held.run("search", "xylophone").stdout
    assert "xylophone" not in held.run("registers", "decisions").stdout


def test_a_document_of_a_practice_session_says_so(held: Desk, tmp_path: Path) -> None:
    drill(held, "Opened:", "NV: speaks")
    folder = held.folder.parent / "home" / "plenary-tui" / "drills" / "demo-1"
    for kind in ("summary", "communique", "journal"):
        said = held.ok(
            "export", "practice", kind, "--format", "md", "-o", "-", "--sessions", folder
        )
        assert "PRACTICE: Training Intersessional" in said
