"""`search --positions`, `registers`, `carry`, `new --like`, `archive` and `restore`."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path

import pytest

from tests.commands.conftest import Desk


@pytest.fixture
def years(desk: Desk) -> Desk:
    """Two sessions of different years: the first with what was left open."""
    desk.new("2018-antwerp")
    lines = (
        "Date: 2018-06-19\n09:00 Opened:\n09:01 Item 4.2\n09:02 NV: mines need lamps\n"
        "09:03 Proposal TR: lamps for every mine\n09:04 Objection NV: too dear\n"
        "09:05 Action WGM: a study of lamps by 2018-09-15\n09:06 Draft decision TR: a sub-team\n"
        "09:07 Adopted:\n09:08 Event: Visit, Trasonia, 2018-10-02\n09:09 Private: zugzwang\n"
    )
    desk.ok("record", "2018-antwerp", "-", typed=lines)
    desk.ok("new", "2019-goma", "--like", "2018", "--dates", "2019-11-18/2019-11-22")
    desk.ok(
        "record", "2019-goma", "-", typed="Date: 2019-11-18\n09:00 NV: lamps are cheaper\n"
    )  # fmt: skip
    return desk


def test_all_positions_of_a_delegation_as_text_table_and_document(
    years: Desk, tmp_path: Path
) -> None:
    printed = years.ok("search", "lamps", "--delegation", "novaria", "--positions")
    assert printed.index("mines need lamps") < printed.index("lamps are cheaper")
    table = tmp_path / "p.csv"
    years.ok("search", "delegation:NV", "--positions", "-o", table)
    rows = list(csv.DictReader(io.StringIO(table.read_text(encoding="utf-8-sig"))))
    assert [row["Words"] for row in rows] == ["mines need lamps", "too dear", "lamps are cheaper"]
    objection = rows[1]
    assert (objection["Stance"], objection["Kind"]) == ("opposes", "objection")
    assert objection["Decision it was about"] == "P1: lamps for every mine (not decided)"
    assert objection["Item"] == "4.2 Mines"
    years.ok("search", "lamps", "--positions", "-o", tmp_path / "p.docx")
    assert zipfile.is_zipfile(tmp_path / "p.docx")
    assert years.run("search", "lamps", "--positions", "-o", tmp_path / "p.odt").exit_code == 2
    assert years.run("search", "lamps", "-o", tmp_path / "p.md").exit_code == 2


def test_filters_may_be_typed_among_the_words(years: Desk) -> None:
    both = years.ok("search", "lamps")
    assert both.index("2019-goma") < both.index("2018-antwerp"), "the latest session first"
    assert "2019" not in years.ok("search", "lamps until:2018")
    assert "2018" not in years.ok("search", "lamps", "--session", "2019")
    assert years.ok("search", "kind:objection").count("\n") == 1
    assert years.run("search", "lamps", "--kind", "poem").exit_code == 2
    assert years.run("search").exit_code == 2


def test_registers_say_what_is_overdue_and_are_written(years: Desk, tmp_path: Path) -> None:
    result = years.run("registers", "follow-ups", "--overdue")
    assert result.exit_code == 0
    assert "Working Group on Mines" in result.stdout
    assert "1 row, 1 overdue." in result.stderr
    assert "sub-team" in years.ok("registers", "decisions")
    rows = list(csv.reader(io.StringIO(years.ok("registers", "events", "--csv").lstrip("\ufeff"))))
    assert rows[1][1:4] == ["Visit", "Trasonia", "past"]
    years.ok("registers", "officers", "--on", "2018-06-19", "-o", tmp_path / "o.md")
    assert "Working Group on Mines" in (tmp_path / "o.md").read_text()
    assert years.run("registers", "corrections").exit_code == 1


def test_what_was_left_open_is_carried_and_both_logs_say_so(years: Desk) -> None:
    listed = years.run("carry", "2018", "2019")
    assert "a study of lamps" in listed.stdout
    assert "lamps for every mine" in listed.stdout
    assert "--all" in listed.stderr
    assert not years.record("2019-goma").live.follow_ups, "nothing is carried unasked"
    printed = years.ok("carry", "2018", "2019", "--all")
    assert " -> " in printed
    there = years.ok("replay", "2019-goma", "--plain", "--all")
    assert "4 matters carried over from 2018-antwerp: desk-" in there
    here = years.ok("replay", "2018-antwerp", "--plain", "--all")
    assert "carried over to 2019-goma, entry desk-" in here
    assert years.run("carry", "2018", "2019").exit_code == 1
    assert "taken up again in 2019-goma" in years.ok("registers", "follow-ups")


def test_a_new_session_like_another_has_its_set_up_and_nothing_else(years: Desk) -> None:
    record = years.record("2019-goma")
    assert set(record.live.roster.delegations) == {"AU", "NV", "TR", "GDA"}
    assert record.live.facts["numbers"] == "TR/{year}/{n}"
    assert [item.number for item in record.live.items] == ["1", "4.2"]
    assert not record.live.texts
    result = years.run("new", "x", "--like", "2018", "--template", "plenary")
    assert result.exit_code == 2
    assert years.run("new", "x", "--dates", "2019-11-18").exit_code == 2


def test_a_session_is_packed_and_comes_back(years: Desk, tmp_path: Path) -> None:
    target = tmp_path / "a.zip"
    result = years.run("archive", "2018", "-o", target)
    assert result.exit_code == 0
    assert "Private notes stay here: 1." in result.stderr
    assert "Restored copy" in years.ok("restore", target, "--as", "copy")
    assert set(years.record("copy").live.texts) == set(years.record("2018-antwerp").live.texts)
    assert not years.record("copy").live.private
    assert years.run("restore", target).exit_code == 2
    listed = json.loads(zipfile.ZipFile(target).read("archive.json"))
    assert listed["session"] == "2018-antwerp"
    whole = tmp_path / "whole.zip"
    years.ok("archive", "2018", "--whole", "-o", whole)
    years.ok("restore", whole, "--as", "whole")
    assert len(years.record("whole").live.private) == 1
    assert (
        "archived: whole.zip, with all sealed words"
        in years.ok("replay", "2018", "--plain", "--all").casefold()
    )
