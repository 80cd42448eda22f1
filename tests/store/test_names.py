"""What a session is called, where sessions lie, and the shipped ones."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plenary_tui.errors import WrongUse
from plenary_tui.store import names
from plenary_tui.store.names import find, renaming, session_names, sessions_dir, slug, strays
from plenary_tui.store.shipped import unpack


def make(folder: Path, *sessions: str) -> Path:
    for name in sessions:
        (folder / name / "log").mkdir(parents=True)
        (folder / name / "log" / "a.1.jsonl").write_text(name)
    return folder


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("2018-06 Antwerp Intersessional", "2018-06-antwerp-intersessional"),
        ("Réunion plénière, Genève", "reunion-pleniere-geneve"),
        ("Straße / Øst", "strasse-ost"),
        ("../../etc/passwd", "etc-passwd"),
        ("...", "session"),
        ("CON", "session-con"),
        ("会議", "session"),
    ],
)
def test_a_name_becomes_a_folder_name_that_every_system_takes(text: str, name: str) -> None:
    assert slug(text) == name


@given(st.text())
def test_a_slug_is_safe_and_stays_as_it_is(text: str) -> None:
    name = slug(text)
    assert 0 < len(name) <= 60
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert slug(name) == name


def test_a_session_is_found_by_its_name_or_an_unambiguous_beginning(tmp_path: Path) -> None:
    make(tmp_path, "2018-06-antwerp", "2018-11-brussels", "2018-11-brussels-late")
    (tmp_path / ".2019-goma.partial-ab" / "log").mkdir(parents=True)
    (tmp_path / "notes").mkdir()
    assert session_names(tmp_path) == [
        "2018-06-antwerp",
        "2018-11-brussels",
        "2018-11-brussels-late",
    ]
    assert find(tmp_path, "2018-06").name == "2018-06-antwerp"
    assert find(tmp_path, "2018-11-brussels").name == "2018-11-brussels"
    with pytest.raises(WrongUse, match="2018-11-brussels, 2018-11-brussels-late: write more"):
        find(tmp_path, "2018-11")
    with pytest.raises(WrongUse, match="do you mean 2018-06-antwerp"):
        find(tmp_path, "2018-06-antwrep")
    with pytest.raises(WrongUse, match="it has"):
        find(tmp_path, "2027-11")
    for path in ("../2018-06-antwerp", "..\\x", "/etc"):
        with pytest.raises(WrongUse, match="is a path"):
            find(tmp_path, path)
    with pytest.raises(WrongUse, match="plenary new"):
        find(tmp_path / "notes", "2018")


@pytest.mark.parametrize(
    ("asked", "there", "near"),
    [
        ("2027-11", "2020-01-14", False), ("2018-06-antwr", "2018-06-antwerp", True),
        ("2018-06-antwrep", "2018-06-antwerp", True), ("goma", "2019-11-goma", False),
        ("lome", "antwerp", False), ("2017-11-goma", "2019-11-goma", True),
    ],
)  # fmt: skip
def test_only_a_name_that_is_like_it_is_suggested(
    tmp_path: Path, asked: str, there: str, *, near: bool
) -> None:
    make(tmp_path, there)
    with pytest.raises(WrongUse, match=f"do you mean {there}" if near else f"it has {there}"):
        find(tmp_path, asked)


def test_a_name_that_was_changed_is_said() -> None:
    assert "My Meeting/../x is named my-meeting-x" in renaming("My Meeting/../x", "my-meeting-x")
    assert renaming("", "x") == renaming(" x ", "x") == ""


def test_folders_that_are_no_sessions_are_told_apart(tmp_path: Path) -> None:
    make(tmp_path, "antwerp", "goma")
    (tmp_path / "goma" / "record.txt").touch()
    shutil.rmtree(tmp_path / "goma" / "log")
    for name in ("bare", "notes", ".hidden"):
        (tmp_path / name).mkdir()
    (tmp_path / "notes" / "a.txt").touch()
    (tmp_path / "library.json").touch()
    assert strays(tmp_path) == {
        "bare": "an empty folder: nothing of a session is in it",
        "goma": names.LOG_GONE,
        "notes": "a folder without log/: no session",
    }
    with pytest.raises(WrongUse, match="goma cannot be opened: its log/ is gone"):
        find(tmp_path, "goma")


def test_sessions_lie_where_asked_then_here_then_with_the_user(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv(names.VARIABLE, raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    assert sessions_dir() == names.user_sessions()
    (tmp_path / "sessions").mkdir()
    assert sessions_dir() == Path("sessions")
    monkeypatch.setenv(names.VARIABLE, str(tmp_path / "elsewhere"))
    assert sessions_dir() == tmp_path / "elsewhere"
    assert sessions_dir(tmp_path / "given") == tmp_path / "given"


def test_shipped_sessions_come_once_and_overwrite_nothing(tmp_path: Path) -> None:
    shipped = make(tmp_path / "wheel", "antwerp", "training")
    mine = make(tmp_path / "mine", "training")
    (mine / "training" / "log" / "a.1.jsonl").write_text("my own")
    assert unpack(mine, shipped) == ["antwerp"]
    assert (mine / "antwerp" / "log" / "a.1.jsonl").read_text() == "antwerp"
    assert (mine / "training" / "log" / "a.1.jsonl").read_text() == "my own"
    (mine / "antwerp" / "log" / "a.1.jsonl").unlink()
    (mine / "antwerp" / "log").rmdir()
    (mine / "antwerp").rmdir()
    assert unpack(mine, shipped) == []
    assert session_names(mine) == ["training"]
    make(shipped, "goma")
    assert unpack(mine, shipped) == ["goma"]
