"""`plenary export`: tables for a spreadsheet and calendars, octet by octet."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import icalendar
import pytest

from tests.commands.conftest import Desk

SECRETS = ("can live with it", "was angry")


def test_interventions_come_as_csv_with_their_line_ends(held: Desk, tmp_path: Path) -> None:
    printed = held.run("export", "demo", "interventions").stdout_bytes
    assert printed.startswith(b"\xef\xbb\xbfEntry,Date,Time,")
    assert printed.count(b"\r\n") == 3  # the line break inside a text is none of a row
    rows = list(csv.DictReader(io.StringIO(printed.decode("utf-8-sig"), newline="")))
    assert [one["Text"] for one in rows] == [
        "proposes that the sub-team\nmeets monthly", "welcomes the outcome",
    ]  # fmt: skip
    assert (rows[0]["Time"], rows[0]["Item"], rows[0]["Speaker"]) == ("10:31", "4.2", "Novaria")
    target = tmp_path / "out.csv"
    held.ok("export", "demo", "interventions", "-o", target)
    assert target.read_bytes() == printed


def test_speaking_times_and_follow_ups_come_out_until_a_time_too(held: Desk) -> None:
    whole = held.ok("export", "demo", "speaking", "--format", "csv").splitlines()
    before = held.ok("export", "demo", "speaking", "--until", "2018-06-19T10:30").splitlines()
    assert len(whole) > len(before) == 1
    (owed,) = icalendar.Calendar.from_ical(held.ok("export", "demo", "follow-ups")).subcomponents
    assert str(owed["SUMMARY"]) == "Working Group on Mines: write the terms of reference"


def test_events_without_exact_days_are_told_of(held: Desk) -> None:
    held.ok("record", "demo", typed="Event: Review visit, Novaria, September 2018\n"
            "Event: Forum, Lindau, 2018-09-03/2018-09-04\n")  # fmt: skip
    result = held.run("export", "demo", "events")
    assert result.exit_code == 0
    names = [one.name for one in icalendar.Calendar.from_ical(result.stdout).subcomponents]
    assert names == ["VTODO", "VEVENT"]
    assert result.stderr == (
        "1 meeting or visit has no exact days: in the calendar as tasks without a date.\n"
    )


def test_where_there_is_nothing_no_file_is_written(held: Desk, tmp_path: Path) -> None:
    result = held.run("export", "demo", "events", "-o", tmp_path / "events.ics")
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
    assert not (tmp_path / "events.ics").exists()


@pytest.mark.parametrize("kind", ["interventions", "speaking", "follow-ups"])
@pytest.mark.parametrize("option", ["--whole", "--annotated"])
def test_they_hold_what_is_open_only(held: Desk, kind: str, option: str) -> None:
    result = held.run("export", "demo", kind, option)
    assert (result.exit_code, result.stdout) == (2, "")
    printed = held.ok("export", "demo", kind)
    assert not [secret for secret in SECRETS if secret in printed]


def test_the_balance_is_for_the_chair_in_every_form(held: Desk, tmp_path: Path) -> None:
    for form in ("docx", "html", "md", "txt", "csv"):
        held.ok("export", "demo", "balance", "-o", tmp_path / f"balance.{form}")
    for form in ("html", "md", "txt"):
        text = (tmp_path / f"balance.{form}").read_text("utf-8")
        assert "FOR THE CHAIR" in text
    assert (tmp_path / "balance.html").read_text("utf-8").count("<svg ") > 3
    table = (tmp_path / "balance.csv").read_text("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(table, newline="")))
    assert {(one["Delegation"], one["Item"], one["Interventions"]) for one in rows} >= {
        ("Novaria", "4.2", "1")
    }
    for kind in ("summary", "journal", "decisions", "communique"):
        told = held.ok("export", "demo", kind, "--format", "txt")
        assert "FOR THE CHAIR" not in told


@pytest.mark.parametrize("option", ["--whole", "--annotated"])
def test_the_balance_holds_no_more_than_it_counts(held: Desk, option: str) -> None:
    result = held.run("export", "demo", "balance", option)
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
