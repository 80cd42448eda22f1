"""Interventions and speaking times as tables that a spreadsheet opens and never executes."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plenary_tui.documents.data import picture
from plenary_tui.documents.draft import Row, Table
from plenary_tui.documents.spreadsheet import spreadsheet
from plenary_tui.documents.tabular import interventions, speaking
from plenary_tui.record.redaction import open_record
from tests.documents.meetings import debate, plenary
from tests.record.rooms import Room
from tests.sessions.shipped import ANTWERP, NOW, session

CELLS = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from('=+-@\t\r\n",;'))


def rows(table: Table) -> list[dict[str, str]]:
    """Return a table as a spreadsheet reads it: each row by the names of its columns."""
    text = spreadsheet(table).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_every_intervention_has_a_row_with_who_when_and_where() -> None:
    room = debate()
    found = rows(interventions(room.record))
    first = found[0]
    assert (first["Speaker"], first["Class"], first["Person"]) == (
        "Novaria", "Participant", "Ms Moss",
    )  # fmt: skip
    assert (first["Date"], first["Item"], first["Sitting"]) == ("2027-11-09", "4", "1")
    assert (first["On behalf of"], first["Supported by"], first["Opposed by"]) == (
        "the Coastal Group", "OS; KE", "TR",
    )  # fmt: skip
    assert [one["Kind"] for one in found if one["Speaker"] in ("Ostrea", "Tirania")] == [
        "intervention", "intervention", "statement (opening)", "point of order",
    ]  # fmt: skip
    assert [one["Text"] for one in found if one["Speaker"] == "unidentified"] == [
        "asks for the floor"
    ]
    assert "welcomes every report" in [one["Text"] for one in found]  # as it was corrected
    assert len(found) == len(room.meeting.speeches)


def test_the_marking_of_a_row_is_said_and_sealed_words_have_none() -> None:
    room = plenary("NV: is open", "Restricted:", "NV: is quiet", "Open session:", "In camera:",
                   "NV: is hushed", "Private: nor this")  # fmt: skip
    found = rows(interventions(open_record(room.record)))
    assert [(one["Text"], one["Marking"]) for one in found] == [
        ("is open", ""), ("is quiet", "restricted"),
    ]  # fmt: skip


def test_speaking_times_have_their_seconds_and_what_was_over_the_limit() -> None:
    room = plenary("limit 1 min", "NV: speaks at length", "Chair: waits", "Chair: waits",
                   *("Chair: waits",) * 3, "KE: asks")  # fmt: skip
    room.now = room.now.replace(minute=50)
    room("OS: is next", "Closed:")
    found = {one["Speaker"]: one for one in rows(speaking(room.record))}
    assert found["Novaria"]["Seconds"] == "10"
    assert found["Novaria"]["Limit in seconds"] == "60"
    assert found["Novaria"]["Seconds over the limit"] == ""
    over = found["Keldia"]
    assert int(over["Seconds over the limit"]) == int(over["Seconds"]) - 60 > 0


def test_where_only_the_day_is_known_no_time_is_made_up() -> None:
    found = rows(speaking(open_record(session(ANTWERP).record)))
    assert found
    assert {(one["Time"], one["Seconds"], one["Seconds over the limit"]) for one in found} == {
        ("", "", "")
    }
    told = picture(open_record(session(ANTWERP).record), NOW)["speaking"]
    assert {(one["seconds"], one["over"]) for one in told} == {(None, 0)}


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff20"])
def test_what_a_spreadsheet_would_execute_is_text(sign: str) -> None:
    table = Table(("A",), (Row((f"{sign}1+cmd|' /C calc'!A0",)),))
    assert rows(table)[0]["A"] == f"'{sign}1+cmd|' /C calc'!A0"


def test_a_formula_that_somebody_said_stays_text() -> None:
    room = Room("Opened:", 'NV: =HYPERLINK("http://example.org")')
    (one,) = rows(interventions(room.record))
    assert one["Text"] == '\'=HYPERLINK("http://example.org")'


@given(st.lists(st.lists(CELLS, min_size=3, max_size=3), max_size=5))
def test_a_table_comes_back_as_it_was_but_for_the_apostrophe(table: list[list[str]]) -> None:
    written = spreadsheet(Table(("A", "B", "C"), tuple(Row(tuple(cells)) for cells in table)))
    assert written.startswith(b"\xef\xbb\xbfA,B,C\r\n")
    assert written.endswith(b"\r\n")
    back = list(csv.reader(io.StringIO(written.decode("utf-8-sig"), newline=""), strict=True))[1:]
    assert len(back) == len(table)
    for read, cells in zip(back, table, strict=True):
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n")) for cell in read)
        assert [cell.removeprefix("'") for cell in read] == [
            cell.removeprefix("'") for cell in cells
        ]
