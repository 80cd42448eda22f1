"""The station's id: made once, readable, fit for a file's name, and outside every session."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plenary_tui.errors import NotDurable, WrongUse
from plenary_tui.store.station import is_station, new_station, this_station


def test_it_is_made_once_and_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PLENARY_STATION", raising=False)
    made = this_station(folder=tmp_path / "data")
    assert is_station(made)
    assert this_station(folder=tmp_path / "data") == made
    assert this_station(folder=tmp_path / "another installation") != made


def test_an_argument_goes_before_the_environment_before_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLENARY_STATION", "from-env")
    assert this_station("given", folder=tmp_path) == "given"
    assert this_station(folder=tmp_path) == "from-env"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"\0\0\0\0", b"Not A Slug", b"\xff", b"nul\n"])
def test_a_damaged_file_is_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes
) -> None:
    monkeypatch.delenv("PLENARY_STATION", raising=False)
    (tmp_path / "station").write_bytes(content)
    made = this_station(folder=tmp_path)
    assert is_station(made)
    assert this_station(folder=tmp_path) == made


@pytest.mark.parametrize(
    "name", ["", "-a", "A", "a.b", "a/b", "..", "a b", "é", "a\n", "x" * 25, "con", "com1", "lpt9"]
)
def test_what_cannot_name_a_file_everywhere_is_refused(name: str) -> None:
    assert not is_station(name)
    if name:
        with pytest.raises(WrongUse, match="small letters"):
            this_station(name)


@given(st.text(max_size=80))
def test_every_computers_name_gives_a_station(host: str) -> None:
    assert is_station(new_station(host))


def test_the_computers_name_can_be_read_in_it() -> None:
    assert new_station("Rapporteur's Laptop.local").startswith("rapporteur-s-laptop-")


def test_no_place_to_keep_it_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PLENARY_STATION", raising=False)
    (tmp_path / "data").write_text("a file where the folder should be")
    with pytest.raises(NotDurable):
        this_station(folder=tmp_path / "data")
