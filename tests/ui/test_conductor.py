"""The conductor: on disk before it is told, what is typed within a second, refusals as values."""

from __future__ import annotations

import queue
import threading
import time
from pathlib import Path

import pytest

from plenary_tui.documents.communique import communique
from plenary_tui.preferences import Preferences
from plenary_tui.store.session import Session
from plenary_tui.store.unfinished import Piece, Unfinished
from plenary_tui.ui.conducting.conductor import Conductor
from plenary_tui.ui.conducting.events import (
    Drafted,
    Event,
    Grew,
    Kept,
    LeftOver,
    NotHere,
    NothingToKeep,
    NotKept,
    Opened,
    ToCorrect,
    TypingKept,
    Understood,
)
from tests.store.sessions import new_session, record
from tests.ui.stage import FullDisk, Stage, on_stage, until


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A session with an open sitting, recorded at another station."""
    return new_session(tmp_path / "demo")


def typed(text: str) -> Unfinished:
    """What is typed, and nothing besides."""
    return Unfinished(Piece(text))


def texts(folder: Path) -> list[str]:
    return [getattr(entry.what, "text", "") for entry in Session(folder).record.entries]


def test_an_entry_is_told_only_once_it_is_on_disk(folder: Path) -> None:
    seen: list[list[str]] = []

    class Watching(Stage):
        def __init__(self) -> None:
            super().__init__(folder)
            put = self.conductor._tell

            def tell(event: object) -> None:
                if isinstance(event, Kept):
                    seen.append(texts(folder))
                put(event)  # type: ignore[arg-type]

            self.conductor._tell = tell

    stage = Watching()
    stage.conductor.start()
    stage.conductor.record("NV: said it")
    kept = stage.expect(Kept)
    assert stage.conductor.stop()
    assert "said it" in seen[0]
    assert kept.rows.added[0].text == "said it"
    assert kept.words.startswith("Novaria (Participant)")


def test_lines_keep_their_order_and_nothing_is_lost_on_stopping(folder: Path) -> None:
    lines = [f"number {n}" for n in range(30)]
    stage = Stage(folder)
    stage.conductor.start()
    for line in lines:
        stage.conductor.record(f"NV: {line}")
    assert stage.conductor.stop()
    assert texts(folder)[-30:] == lines


def test_lines_entered_before_the_record_was_read_are_recorded(folder: Path) -> None:
    stage = Stage(folder)
    stage.conductor.record("NV: too early")
    stage.conductor.start()
    stage.expect(Opened)
    assert stage.expect(Kept).verdict == "ok"
    assert stage.conductor.stop()


def test_what_is_being_typed_is_on_disk_within_a_second(folder: Path) -> None:
    with on_stage(folder) as stage:
        stage.expect(Opened)
        began = time.monotonic()
        stage.conductor.typing(typed("half a sen"))
        stage.conductor.typing(typed("half a sentence"))
        until(lambda: stage.typing == "half a sentence")
        assert time.monotonic() - began < 1.0
        stage.conductor.typing(typed(""))
        until(lambda: stage.typing == "")


def test_what_was_being_typed_comes_back(folder: Path) -> None:
    with on_stage(folder) as stage:
        stage.expect(Opened)
        stage.conductor.typing(typed("not entered yet"))
    assert Stage(folder).conductor.left_over.text == "not entered yet"


def test_what_was_typed_or_entered_before_the_first_frame_is_kept(folder: Path) -> None:
    stage = Stage(folder)
    stage.conductor.record("NV: quick")
    stage.conductor.typing(typed("quicker"))
    assert stage.conductor.stop()
    stage.conductor.start()
    assert (texts(folder)[-1], stage.typing) == ("quick", "quicker")


def test_what_is_typed_is_kept_before_the_record_was_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from plenary_tui.ui.conducting.recorder import Recorder

    goes_on = threading.Event()
    make = Recorder.__init__

    def slow(self: Recorder, *args: object) -> None:
        goes_on.wait(10)
        make(self, *args)  # type: ignore[arg-type]

    monkeypatch.setattr(Recorder, "__init__", slow)
    stage = Stage(folder)
    stage.conductor.start()
    stage.conductor.typing(typed("quicker than a large record"))
    assert not stage.conductor.stop(0.1)
    assert stage.typing == "quicker than a large record"
    goes_on.set()
    assert stage.conductor.stop()


def test_a_full_disk_is_told_and_the_line_is_taken_once_there_is_room(folder: Path) -> None:
    disk = FullDisk()
    with on_stage(folder, disk) as stage:
        stage.expect(Opened)
        stage.conductor.record("NV: before")
        stage.expect(Kept)
        disk.full = True
        stage.conductor.record("NV: kept")
        refused = stage.expect(NotKept)
        assert refused.line == "NV: kept"
        assert "disk is full" in refused.why
        stage.conductor.typing(typed("NV: kept"))
        assert "disk is full" in stage.expect(TypingKept).why
        disk.full = False
        assert stage.expect(TypingKept).why == ""
        stage.conductor.record("NV: kept")
        assert stage.expect(Kept).verdict == "ok"
    assert texts(folder)[-2:] == ["before", "kept"]


def test_a_log_that_another_program_has_is_said_and_its_typing_is_left_alone(folder: Path) -> None:
    with on_stage(folder) as first:
        first.expect(Opened)
        first.conductor.typing(typed("mine"))
        until(lambda: first.typing == "mine")
        with on_stage(folder) as second:
            assert "already records here as desk" in second.expect(NotKept).why
            second.conductor.typing(typed("not mine"))
            second.conductor.record("NV: x")
            assert second.expect(NotKept).line == "NV: x"
        assert first.typing == "mine"


def test_what_is_typed_beside_another_program_is_kept_and_offered_at_the_next_start(
    folder: Path,
) -> None:
    with on_stage(folder) as first:
        first.expect(Opened)
        with on_stage(folder) as second:
            second.expect(NotKept)
            second.conductor.typing(typed("typed beside it"))
        with on_stage(folder) as third:
            third.expect(NotKept)
            third.conductor.typing(typed("and once more"))
    with on_stage(folder) as next_one:
        offered = next_one.expect(LeftOver).pieces
        assert [piece.text for piece in offered] == ["typed beside it", "and once more"]
        next_one.conductor.typing(Unfinished(aside=offered))
        until(lambda: "once more" in next_one.typing)
        until(lambda: [one.name for one in (folder / "typing").iterdir()
                       if "beside" in one.name] == [])  # fmt: skip
        next_one.conductor.typing(typed(""))
    with on_stage(folder) as last:
        last.expect(Opened)
        last.conductor.record("NV: nothing comes back")
        last.expect(Kept)
        assert last.conductor.left_over.text == ""


def test_who_comes_to_record_after_the_other_program_has_what_is_typed_once(folder: Path) -> None:
    with on_stage(folder) as first:
        first.expect(Opened)
        with on_stage(folder) as second:
            second.expect(NotKept)
            second.conductor.typing(typed("mine"))
            until(lambda: any(".beside-" in one.name for one in (folder / "typing").iterdir()))
            assert first.conductor.stop()
            second.conductor.record("NV: now it is free")
            second.expect(Kept)
            until(lambda: second.typing == "mine")
        assert not [one for one in (folder / "typing").iterdir() if "beside" in one.name]


def test_what_another_station_records_comes_in(folder: Path) -> None:
    with on_stage(folder) as stage:
        stage.expect(Opened)
        record(folder, "annex", ("KE: from the annex",))
        grown = stage.expect(Grew)
        assert "from the annex" in grown.rows.added[-1].text


def test_a_line_is_understood_before_it_is_entered_and_nothing_is_recorded(folder: Path) -> None:
    with on_stage(folder) as stage:
        before = stage.expect(Opened).view.entries
        stage.conductor.understand("nv: the importance of")
        said = stage.expect(Understood)
        assert (said.verdict, said.words) == ("ok", "Novaria (Participant), intervention, "
                                              "item 2, Mines")  # fmt: skip
        stage.conductor.understand("Adopted:")
        assert stage.expect(Understood).verdict == "refused"
        stage.conductor.record("   ")
        stage.expect(NothingToKeep)
    assert len(Session(folder).record.entries) == before


def test_an_edited_text_becomes_the_smallest_correction(folder: Path) -> None:
    with on_stage(folder) as stage:
        stage.expect(Opened)
        stage.conductor.record("NV: welcomes the outcom of it")
        stage.expect(Kept)
        stage.conductor.to_correct()
        asked = stage.expect(ToCorrect)
        assert asked.words == "welcomes the outcom of it"
        stage.conductor.correct(asked.entry, "welcomes the outcome of it")
        kept = stage.expect(Kept)
        assert kept.rows.changed[0][1].text == "welcomes the outcome of it"
        stage.conductor.correct(asked.entry, "welcomes the outcome of it")
        stage.expect(NothingToKeep)
        stage.conductor.to_correct("hall-999")
        stage.expect(NotHere)


def test_the_draft_holds_nothing_that_was_said_in_camera(folder: Path) -> None:
    with on_stage(folder) as stage:
        stage.expect(Opened)
        for line in ("In camera:", "NV: PLANTED", "Private: PLANTED", "Open session:"):
            stage.conductor.record(line)
            stage.expect(Kept)
        stage.conductor.follow(communique)
        assert "PLANTED" not in repr(stage.expect(Drafted).draft)


def test_the_first_frame_needs_no_kind_of_entry() -> None:
    import subprocess
    import sys

    code = (
        "import sys, plenary_tui.ui.app, plenary_tui.ui.screens.room\n"
        "heavy = {'pydantic', 'immutables', 'tinydb', 'babel', 'lxml', 'docx', 'rapidfuzz'}\n"
        "print(sorted(heavy & set(sys.modules)), 'plenary_tui.record.kinds' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[] False"


def test_the_conductor_is_no_thread_that_holds_the_program_up(folder: Path) -> None:
    with on_stage(folder) as stage:
        stage.expect(Opened)
        ours = [one for one in threading.enumerate() if one.name == "conductor"]
        assert ours
        assert all(one.daemon for one in ours)


def test_what_the_person_has_set_stands_in_the_record(tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    folder.mkdir()
    told: queue.Queue[Event] = queue.Queue()
    conductor = Conductor(
        folder, "desk", told.put, preferences=Preferences(abbreviations={"wc": "welcomed"})
    )
    conductor.start()
    conductor.record("NV: wc the report")
    conductor.prefer(Preferences(abbreviations={"wc": "water committee"}))
    conductor.record("NV: wc again")
    assert conductor.stop()
    entries = Session(folder).record.entries
    kinds = [entry.what.kind for entry in entries]
    assert kinds == ["abbreviations", "intervention", "abbreviations", "intervention"]
