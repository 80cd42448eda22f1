"""What the library knows of sessions without a screen: rows, states, and how new ones come."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plenary_tui.errors import WrongUse
from plenary_tui.settings import Settings
from plenary_tui.store.session import Session
from plenary_tui.ui.conducting.arrivals import completed, make, suggested_name, typed_path
from plenary_tui.ui.importing.arrival import bring_in
from plenary_tui.ui.pages.shelf import (
    AT_ONCE,
    CATALOGUE,
    Row,
    caught_up,
    first_rows,
    known_rows,
    spelt_dates,
)
from tests.store.sessions import new_session

TODAY = date(2020, 1, 1)


@pytest.fixture
def sessions(tmp_path: Path) -> Path:
    folder = tmp_path / "sessions"
    new_session(folder / "2018-06-antwerp", "Action NV: a report by 2018-09-15", "Check: a figure")
    new_session(folder / "2019-11-goma", "Closed: 18:00", "Action OS: done so far")
    return folder


def test_rows_are_known_before_and_after_the_catalogue_is_read(sessions: Path) -> None:
    assert {(row.name, row.state) for row in known_rows(sessions)} == {
        ("2018-06-antwerp", "not read yet"),
        ("2019-11-goma", "not read yet"),
    }
    rows, trouble = caught_up(sessions)
    assert trouble == ""
    assert known_rows(sessions) == rows
    antwerp, goma = rows
    assert (antwerp.name, antwerp.state) == ("2018-06-antwerp", "sitting open")
    assert (goma.name, goma.state) == ("2019-11-goma", "held")
    assert antwerp.title == "Training Plenary"
    assert antwerp.worklist == 1
    (owed,) = antwerp.owed
    assert (owed.owner, owed.is_overdue(TODAY)) == ("NV", True)
    assert not goma.owed[0].is_overdue(TODAY)


def test_what_is_open_stands_first_then_what_is_prepared_then_the_latest(tmp_path: Path) -> None:
    rows: list[dict[str, object]] = [
        {"session": "a-undated", "entries": 9, "sittings": 1},
        {"session": "old", "dates": "2001-01-01", "sittings": 3},
        {"session": "next", "entries": 9},
        {"session": "open", "dates": "1999-01-01", "open": True},
        {"session": "new", "dates": "2019-05-05/2019-05-07", "sittings": 1},
    ]
    for row in rows:
        (tmp_path / str(row["session"]) / "log").mkdir(parents=True)
    by_place = {str(place): row for place, row in enumerate(rows)}
    (tmp_path / CATALOGUE).write_text(json.dumps({"sessions": by_place}))
    names = [row.name for row in known_rows(tmp_path)]
    assert names == ["open", "next", "new", "old", "a-undated"]


def test_a_large_catalogue_holds_up_no_first_frame(sessions: Path) -> None:
    caught_up(sessions)
    assert all(row.is_read for row in first_rows(sessions))
    path = sessions / CATALOGUE
    path.write_bytes(path.read_bytes() + b" " * AT_ONCE)
    assert {row.name: row.is_read for row in first_rows(sessions)} == {
        "2018-06-antwerp": False,
        "2019-11-goma": False,
    }
    assert all(row.is_read for row in known_rows(sessions))


@pytest.mark.parametrize(
    ("row", "state"),
    [
        (Row("a", entries=9, dates="2020-01-02"), "prepared"),
        (Row("a", entries=9, sittings=1), "held"),
        (Row("a", entries=9, is_open=True, has_ended=True), "sitting open"),
        (Row("a", entries=9, has_ended=True), "ended"),
        (Row("a"), "empty"),
        (Row("a", is_open=True, damages=("line 3",)), "damaged"),
        (Row("a", trouble="a merge was interrupted"), "damaged"),
        (Row("a", is_read=False), "not read yet"),
        (Row("a", trouble="an empty folder", is_session=False), "no session"),
        (Row("a", entries=9, has_ended=True, torn=("line 9",)), "ended"),
    ],
)
def test_the_state_of_a_session(row: Row, state: str) -> None:
    assert row.state == state


def test_a_damaged_session_is_told_and_harms_no_other(sessions: Path) -> None:
    log = sessions / "2018-06-antwerp" / "log" / "antwerp.1.jsonl"
    log.write_bytes(log.read_bytes().replace(b"a report", b"a resort", 1))
    (sessions / "2019-11-goma" / ".merged").mkdir()
    (sessions / "2019-11-goma" / ".merged" / "log").write_text("in the way")
    new_session(sessions / "whole")
    by_name = {row.name: row for row in caught_up(sessions)[0]}
    assert "antwerp.1.jsonl, line" in by_name["2018-06-antwerp"].damages[0]
    assert "interrupted" in by_name["2019-11-goma"].trouble
    assert by_name["whole"].state == "sitting open"


def test_each_damage_is_listed_as_what_it_is(sessions: Path) -> None:
    for name in ("random", "cut", "gone", "hole", "whole"):
        new_session(sessions / name)
    log = sessions / "random" / "log" / "antwerp.1.jsonl"
    log.write_bytes(b"\x8e\n" + bytes(range(256)) * 35)
    log = sessions / "cut" / "log" / "antwerp.1.jsonl"
    log.write_bytes(log.read_bytes()[:-40])
    log = sessions / "hole" / "log" / "antwerp.1.jsonl"
    lines = log.read_bytes().splitlines(keepends=True)
    log.write_bytes(b"".join(lines[:5] + lines[6:]))
    (sessions / "gone" / "READ-ME.txt").write_text("of a session")
    shutil.rmtree(sessions / "gone" / "log")
    (sessions / "bare").mkdir()
    (sessions / "pictures").mkdir()
    (sessions / "pictures" / "a.png").touch()
    (sessions / "notes.txt").touch()
    rows = {row.name: row for row in caught_up(sessions)[0]}
    assert rows.keys() == {
        "2018-06-antwerp", "2019-11-goma", "random", "cut", "gone", "hole", "whole", "bare",
        "pictures",
    }  # fmt: skip
    assert rows["random"].state == rows["hole"].state == "damaged"
    assert "antwerp.1.jsonl, lines 1 to" in rows["random"].trouble
    assert "does not follow" in rows["hole"].damages[0]
    assert (rows["cut"].state, rows["cut"].integrity) == ("sitting open", "torn end")
    assert "unfinished" in rows["cut"].torn[0]
    assert rows["gone"].state == rows["bare"].state == "no session"
    assert "log/ is gone" in rows["gone"].trouble
    assert rows["bare"].trouble.startswith("an empty folder")
    assert rows["pictures"].trouble.startswith("a folder without log/")
    assert (rows["whole"].state, rows["whole"].integrity) == ("sitting open", "whole")


def test_where_the_catalogue_cannot_be_written_the_rows_stay_and_it_is_said(sessions: Path) -> None:
    (sessions / CATALOGUE).mkdir()
    rows, trouble = caught_up(sessions)
    assert {row.name for row in rows if row.is_session} == {"2018-06-antwerp", "2019-11-goma"}
    assert "out of date" in trouble


def test_another_program_that_replaces_the_catalogue_takes_no_session_away(sessions: Path) -> None:
    caught_up(sessions)
    old = (sessions / CATALOGUE).read_bytes()
    new_session(sessions / "1999-new")
    rounds = []

    def put_back_once(name: str, place: int, total: int) -> None:
        if place == total:
            rounds.append(name)
            if len(rounds) == 1:
                (sessions / CATALOGUE).write_bytes(old)

    rows, _ = caught_up(sessions, put_back_once)
    assert {row.name: row.is_read for row in rows}["1999-new"]
    assert len(rounds) == 2


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
FIELDS = st.sampled_from(
    ["title", "dates", "entries", "decisions", "follow_ups", "open", "trouble", "damages", "kind"]
)


@given(document=st.dictionaries(FIELDS, JSON), other=JSON)
def test_whatever_stands_in_the_catalogue_is_a_row(
    tmp_path_factory: pytest.TempPathFactory, document: dict[str, object], other: object
) -> None:
    folder = tmp_path_factory.mktemp("odd")
    (folder / "demo" / "log").mkdir(parents=True)
    document["session"] = "demo"
    (folder / CATALOGUE).write_text(json.dumps({"sessions": {"1": document, "2": other}}))
    (row,) = known_rows(folder)
    assert row.name == "demo"
    for text in (row.title, row.trouble, *row.damages):
        assert not any(ord(sign) < 32 or 127 <= ord(sign) < 160 for sign in text)
    shutil.rmtree(folder)


@pytest.mark.parametrize(
    ("dates", "spelt"),
    [
        ("2018-06-18/2018-06-22", "18–22 Jun 2018"),
        ("2018-06-18", "18 Jun 2018"),
        ("2018-10-29/2018-11-02", "29 Oct – 2 Nov 2018"),
        ("2018-12-31/2019-01-02", "31 Dec 2018 – 2 Jan 2019"),
        ("some day", "some day"),
        ("", ""),
    ],
)
def test_dates_read_as_people_write_them(dates: str, spelt: str) -> None:
    assert spelt_dates(dates) == spelt


def test_the_first_rows_load_neither_the_record_nor_the_catalogues_library(sessions: Path) -> None:
    caught_up(sessions)
    look = (
        "import sys; from pathlib import Path; from plenary_tui.ui.pages.shelf import known_rows;"
        "assert len(known_rows(Path(sys.argv[1]))) == 2;"
        "print(*(name for name in ('pydantic', 'tinydb', 'textual') if name in sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", look, str(sessions)], capture_output=True, text=True, check=True,
        cwd=Path(__file__).parents[2],
    )  # fmt: skip
    assert done.stdout.split() == []


def test_a_session_is_made_as_the_command_does(tmp_path: Path) -> None:
    settings = Settings(str(tmp_path), "desk")
    made = make(settings, "São Tomé 2027", "intersessional", "Africa/Sao_Tome")
    assert made.name == "sao-tome-2027"
    assert "São Tomé 2027 is named" in made.said[1], "a name that was changed is said"
    meeting = Session(tmp_path / made.name).record.meeting
    assert meeting.zone.key == "Africa/Sao_Tome"
    assert f"{len(meeting.roster.delegations)} delegations" in made.said[0]
    assert [(row.name, row.state) for row in known_rows(tmp_path)] == [(made.name, "prepared")]


def test_a_plan_is_named_by_its_path_as_people_give_it(tmp_path: Path) -> None:
    plan = tmp_path / "my plan.toml"
    plan.write_text('title = "Ours"\n[[agenda]]\nnumber = "1"\ntitle = "Opening"\n')
    settings = Settings(str(tmp_path / "sessions"), "desk")
    made = make(settings, "ours", f"'{plan}'", "UTC")
    assert Session(tmp_path / "sessions" / made.name).record.meeting.agenda["1"].title == "Opening"


@pytest.mark.parametrize(
    ("name", "source", "said"),
    [("", "", "name"), ("demo", "intersesional", "did you mean"), ("demo", "no.toml", "no.toml")],
)
def test_what_cannot_be_made_is_a_sentence_and_leaves_nothing(
    tmp_path: Path, name: str, source: str, said: str
) -> None:
    with pytest.raises(WrongUse, match=said):
        make(Settings(str(tmp_path), "desk"), name, source, "UTC")
    assert list(tmp_path.iterdir()) == []


def test_a_file_is_imported_under_its_own_name(tmp_path: Path) -> None:
    notes = tmp_path / "Goma 2019.txt"
    notes.write_text("Meeting: Goma\nDates: 2019-11-18\n10:00 Opened:\nNV: one\nClosed: 11h99\n")
    assert suggested_name(str(notes)) == "goma-2019"
    settings = Settings(str(tmp_path / "sessions"), "desk")
    made = bring_in(settings, f" {notes} ", "", "", lambda preview: preview.look)
    assert made.name == "goma-2019"
    assert "5 lines" in made.said[0]
    assert (tmp_path / "sessions" / "goma-2019" / "record.txt").exists()


def test_no_file_is_said(tmp_path: Path) -> None:
    for file in ("", str(tmp_path / "nowhere.txt"), str(tmp_path)):
        with pytest.raises(WrongUse):
            settings = Settings(str(tmp_path / "sessions"), "desk")
            bring_in(settings, file, "demo", "", lambda preview: preview.look)
    assert not (tmp_path / "sessions").exists()


def test_a_path_is_read_as_terminals_and_people_give_it(tmp_path: Path) -> None:
    (tmp_path / "a b.txt").touch()
    assert typed_path(f"{tmp_path}/a\\ b.txt") == tmp_path / "a b.txt"
    assert typed_path(f'"{tmp_path}/a b.txt"') == tmp_path / "a b.txt"
    assert typed_path("~/x") == Path.home() / "x"
    assert typed_path("~nobody-of-that-name/x") == Path("~nobody-of-that-name/x")
    assert typed_path("  ") is None


def test_a_path_is_completed_a_step_at_a_time(tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "june.txt").touch()
    (tmp_path / ".hidden").touch()
    assert completed(f"{tmp_path}/n") == f"{tmp_path}/notes/"
    assert completed(f"{tmp_path}/notes/") == f"{tmp_path}/notes/june.txt"
    assert completed(f"{tmp_path}/x") == ""
    assert completed("") == ""
