"""A session is made whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from plenary_tui.errors import NotDurable, WrongUse
from plenary_tui.store.create import create
from plenary_tui.store.names import session_names

from .sessions import SETUP, record


def test_it_appears_when_the_block_ends(tmp_path: Path) -> None:
    with create(tmp_path, "2018-06-antwerp") as folder:
        record(folder, "a", SETUP)
        assert session_names(tmp_path) == []
    assert session_names(tmp_path) == ["2018-06-antwerp"]
    assert [path.name for path in tmp_path.iterdir()] == ["2018-06-antwerp"]


def test_nothing_is_left_of_one_that_failed(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), create(tmp_path, "antwerp") as folder:
        record(folder, "a", SETUP)
        raise ZeroDivisionError
    assert list(tmp_path.iterdir()) == []


def test_a_name_that_is_taken_or_is_none_is_refused(tmp_path: Path) -> None:
    (tmp_path / "antwerp" / "log").mkdir(parents=True)
    with pytest.raises(WrongUse, match="antwerp"), create(tmp_path, "antwerp"):
        pass
    with pytest.raises(WrongUse, match="take 'etc'"), create(tmp_path, "../etc"):
        pass


def test_who_comes_second_to_a_name_does_not_replace_the_first(tmp_path: Path) -> None:
    with pytest.raises(WrongUse), create(tmp_path, "antwerp") as slower:
        (slower / "mine").touch()
        with create(tmp_path, "antwerp") as faster:
            (faster / "theirs").touch()
    assert [path.name for path in (tmp_path / "antwerp").iterdir()] == ["theirs"]
    assert [path.name for path in tmp_path.iterdir()] == ["antwerp"]


def test_a_place_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(NotDurable), create(tmp_path / "file", "antwerp"):
        pass
