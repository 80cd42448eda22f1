"""`search`, `verify`, `rebuild`, `merge`, `handover`: the record over the years and the copies."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.commands.conftest import Desk


def test_search_finds_what_was_said_and_where(held: Desk) -> None:
    printed = held.ok("search", "monthly")
    assert "demo desk-" in printed
    assert "Novaria" in printed or "NV" in printed
    assert held.ok("search", "monthl*", "--delegation", "NV", "--since", "2018-06-19")


@pytest.mark.parametrize("words", ["angry", "live", "nonsense", "AND OR NOT", "a:b", '"'])
def test_search_finds_nothing_that_is_sealed_and_takes_any_words(held: Desk, words: str) -> None:
    result = held.run("search", words)
    assert result.exit_code == (2 if words == '"' else 1)
    assert result.stdout == ""
    assert 1 <= result.stderr.count("\n") <= 2  # and why, where a filter is unknown


def test_the_catalogue_and_the_index_can_be_deleted_and_rebuilt(held: Desk) -> None:
    before = held.ok("search", "monthly")
    for name in ("library.json", "index.sqlite"):
        (held.folder / name).unlink()
    held.ok("rebuild")
    assert held.ok("search", "monthly") == before


def test_a_whole_record_verifies_and_an_altered_one_does_not(held: Desk) -> None:
    assert "the record holds" in held.ok("verify", "demo")
    log = held.folder / "demo" / "log" / "desk.1.jsonl"
    log.write_bytes(log.read_bytes().replace(b"meets monthly", b"meets yearly", 1))
    result = held.run("verify", "demo")
    assert result.exit_code == 1
    assert "desk.1.jsonl" in result.stdout
    assert "line" in result.stdout
    assert "does not hold" in result.stdout


def test_a_merge_brings_the_other_room_in_once(held: Desk, tmp_path: Path) -> None:
    copy = tmp_path / "elsewhere" / "demo"
    shutil.copytree(held.folder / "demo", copy)
    other = Desk(copy.parent, held.plan, "annex")
    other.ok("record", "demo", typed="Date: 2018-06-19\n12:00 TR: from the annex\n")
    held.ok("merge", "demo", copy)
    assert held.record().entry("annex-2") is not None
    assert "Trasonia: from the annex" in held.ok("replay", "demo", "--plain")
    count = len(held.record().entries)
    assert "Nothing to add" in held.ok("merge", "demo", copy)
    assert len(held.record().entries) == count
    assert "the record holds" in held.ok("verify", "demo")
    assert "from the annex" in (held.folder / "demo" / "record.txt").read_text(encoding="utf-8")
    assert "annex-2" in held.ok("search", "annex")


def test_a_merge_with_itself_or_with_no_session_is_refused(held: Desk, tmp_path: Path) -> None:
    for other in (held.folder / "demo", "demo", tmp_path, "nothing"):
        result = held.run("merge", "demo", other)
        assert result.exit_code == 2
        assert result.stderr.count("\n") == 1


@pytest.mark.parametrize("in_camera", [False, True])
def test_the_successors_copy_has_no_private_note(
    held: Desk, tmp_path: Path, in_camera: bool
) -> None:
    flag = "--in-camera" if in_camera else "--no-in-camera"
    said = held.ok("handover", "demo", "-o", tmp_path / "stick", flag)
    assert f"Words spoken in camera {'go with it' if in_camera else 'stay here'}: 1 entry." in said
    copy = tmp_path / "stick" / "demo"
    everything = b"".join(path.read_bytes() for path in copy.rglob("*") if path.is_file())
    assert b"was angry" not in everything
    assert (b"can live with it" in everything) is in_camera
    assert {"record.txt", "READ-ME.txt"} <= {path.name for path in copy.iterdir()}
    about = (copy / "READ-ME.txt").read_text(encoding="utf-8")
    assert ("\nsealed/ " in about) is in_camera and "\nlog/ " in about and "drafts" not in about
    successor = Desk(copy.parent, held.plan, "successor")
    assert "the record holds" in successor.ok("verify", "demo")
    assert "Novaria: proposes" in successor.ok("replay", "demo", "--plain")
    assert getattr(held.record().entries[-1].what, "act", "") == "handed_over"


def test_two_meetings_are_not_merged_by_mistake(held: Desk) -> None:
    held.new("other")
    before = held.record().entries
    refused = held.run("merge", "demo", "other")
    assert refused.exit_code == 2
    assert "look like two meetings" in refused.stderr
    assert held.record().entries == before
