"""The successor's copy: what must not travel is nowhere in its bytes, and it still verifies."""

from __future__ import annotations

from pathlib import Path

import pytest

from plenary_tui.errors import LogBusy, WrongUse
from plenary_tui.record.kinds import Provenance
from plenary_tui.store.capture import Capture
from plenary_tui.store.handover import hand_over
from plenary_tui.store.merge import merge
from plenary_tui.store.session import Session
from plenary_tui.store.verify import verify

from .sessions import clock, copy_of, new_session, read_all, record, told

NOTE = "zugzwang"
CAMERA = "quicksand"
COVERED = "marzipan"
UNDONE = "halibut"
OPEN = "sunlight"


@pytest.fixture
def session(tmp_path: Path) -> Path:
    """A session with words of every kind, some covered only after they were written."""
    folder = new_session(
        tmp_path / "s",
        f"10:20 NV: in the open, {OPEN}",
        f"Private: {NOTE} to myself",
        f"s/{NOTE}/{NOTE}er/",
        f"10:32 OS: {COVERED} was said",
        f"... and {COVERED} again",
        f"10:33 TR: {UNDONE}",
        "undo",
        f"s/{COVERED} was/{COVERED} had been/",
    )
    record(folder, "brussels", [f"10:34 NV: {COVERED} from the other room", f"Note: {NOTE} too"])
    record(
        folder,
        "antwerp",
        ["In camera from 10:31:", f"NV: {CAMERA}", "Draft decision NV: the seat", "Adopted:",
         "Open session:", f"10:50 NV: {OPEN} again", f"s/{COVERED}/X/"],
    )  # fmt: skip
    (folder / "typing").mkdir(exist_ok=True)
    (folder / "typing" / "antwerp").write_text(f"{NOTE} half typed")
    (folder / "drafts").mkdir()
    (folder / "drafts" / "whole.md").write_text(f"{CAMERA} {COVERED}")
    (folder / "record.txt").write_text(COVERED)
    with (folder / "log" / "antwerp.1.jsonl").open("ab") as file:
        file.write(f'{{"p":"torn {COVERED}'.encode())
    return folder


def test_without_in_camera_words_no_secret_is_anywhere_in_the_copy(
    session: Path, tmp_path: Path
) -> None:
    report = hand_over(Session(session), tmp_path / "copy" / "s", False, station="antwerp")
    copied = read_all(tmp_path / "copy")
    for secret in (NOTE, CAMERA, COVERED, UNDONE):
        assert secret.encode() not in copied, secret
    assert OPEN.encode() in copied
    assert b"the seat" in copied
    assert report.holds
    assert verify(tmp_path / "copy" / "s").holds


def test_the_copy_folds_to_the_open_meeting_of_the_session(session: Path, tmp_path: Path) -> None:
    hand_over(Session(session), tmp_path / "copy", False, station="antwerp")
    here, there = told(session, whole=False), told(tmp_path / "copy", whole=False)
    for part in ("speeches", "texts", "sittings", "agenda", "numbers", "conflicts", "covered"):
        assert here[part] == there[part], part


def test_with_in_camera_words_only_private_notes_stay(session: Path, tmp_path: Path) -> None:
    report = hand_over(Session(session), tmp_path / "copy", True, station="antwerp")
    copied = read_all(tmp_path / "copy")
    assert NOTE.encode() not in copied
    for words in (CAMERA, COVERED, OPEN):
        assert words.encode() in copied
    assert report.holds
    texts = {one.text for one in Session(tmp_path / "copy").record.live.speeches.values()}
    assert CAMERA in texts


@pytest.mark.parametrize("in_camera", [True, False])
def test_both_logs_remember_the_hand_over_and_how_it_was(
    session: Path, tmp_path: Path, in_camera: bool
) -> None:
    hand_over(Session(session), tmp_path / "copy", in_camera, station="chair-office")
    for folder in (session, tmp_path / "copy"):
        what = Session(folder).record.live.provenance[-1].what
        assert isinstance(what, Provenance)
        assert (what.act, what.in_camera) == ("handed_over", in_camera)


def test_merging_the_successors_copy_back_takes_nothing_away(session: Path, tmp_path: Path) -> None:
    hand_over(Session(session), tmp_path / "copy", False, station="antwerp")
    record(tmp_path / "copy", "successor", ["Remarked in the new year"])
    before = Session(session).record.entries
    merge(session, tmp_path / "copy")
    entries = {entry.id: entry for entry in Session(session).record.entries}
    assert all(entries[entry.id] == entry for entry in before)
    assert "successor-1" in entries


def test_a_forked_log_is_handed_over_with_the_same_care(tmp_path: Path) -> None:
    one = new_session(tmp_path / "one")
    two = copy_of(one, tmp_path / "two")
    record(one, "antwerp", ["10:30 NV: here"], now=clock(start="2018-06-19T10:30"))
    record(two, "antwerp", [f"10:40 OS: {COVERED}", "In camera from 10:39:"],
           now=clock(start="2018-06-19T10:40"))  # fmt: skip
    merge(one, two)
    assert COVERED.encode() in read_all(one)
    report = hand_over(Session(one), tmp_path / "copy", False, station="new")
    assert COVERED.encode() not in read_all(tmp_path / "copy")
    assert report.holds
    assert Session(tmp_path / "copy").stations == Session(one).stations


def test_a_copy_is_never_made_over_another_nor_while_the_station_records(
    session: Path, tmp_path: Path
) -> None:
    (tmp_path / "taken").mkdir()
    with pytest.raises(WrongUse, match="taken"):
        hand_over(Session(session), tmp_path / "taken", False, station="antwerp")
    with Capture(Session(session), "antwerp", live=True), pytest.raises(LogBusy):
        hand_over(Session(session), tmp_path / "copy", False, station="antwerp")
    assert not (tmp_path / "copy").exists()
    assert not Session(session).record.live.provenance


def test_a_damaged_session_is_handed_over_without_its_damaged_lines(
    session: Path, tmp_path: Path
) -> None:
    log = session / "log" / "antwerp.1.jsonl"
    log.write_bytes(
        log.read_bytes().replace(b"10:20", b"10:21").replace(OPEN.encode(), b"sunlicht", 1)
    )
    report = hand_over(Session(session), tmp_path / "copy", False, station="antwerp")
    assert not report.holds
    assert any("does not verify" in line for line in report.lines)
    assert b"sunlicht" not in read_all(tmp_path / "copy")
    assert COVERED.encode() not in read_all(tmp_path / "copy")
