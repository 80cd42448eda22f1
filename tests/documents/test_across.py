"""The registers over all sessions, from the catalogue alone."""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path

import pytest

from plenary_tui.documents.across import NAMES, as_draft, overdue, register
from plenary_tui.documents.spreadsheet import spreadsheet
from plenary_tui.documents.text import text
from plenary_tui.store.library import Library
from tests.store.sessions import new_session

TODAY = date(2018, 9, 20)


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, object]]:
    folder = tmp_path_factory.mktemp("across")
    new_session(
        folder / "2018-06-antwerp",
        "Draft decision NV: a sub-team on reeds",
        "Reservation OS: the reeds are ours",
        "Objection TR: too early",
        "Objection withdrawn TR",
        "Adopted:",
        "Proposal OS: a matter of smoke",
        "Deferred: to the Plenary",
        "Action WGM: a report by 2018-09-15",
        "Action NV: the minutes by 2018-12-01",
        "Action OS: the list",
        "Done: sent to all",
        "Event: Review visit, Tarn Harbour, 2018-10-02/2018-10-04",
        "Event: Workshop, Ostrava, March 2017",
        "Restricted:",
        "Action TR: quicksand by 2018-09-01",
        "Event: quicksand, there, 2018-11-01",
        "Proposal NV: quicksand",
        "Adopted:",
    )
    new_session(folder / "2019-11-goma", "Delegation NV: Novaria; Participant; since 2019-01-01")
    return [dict(row) for row in Library(folder).rows()]


def test_decisions_have_numbers_dissent_effect_and_history(
    documents: list[dict[str, object]],
) -> None:
    found = register("decisions", documents, TODAY)
    first = next(row for row in found.rows if "sub-team" in row.words)
    told = dict(zip(found.columns, first.cells, strict=True))
    assert told["Number"] == "Administrative Decision 1"
    assert told["State"] == "adopted"
    assert told["Dissent"] == (
        "Ostrava Sea (reservation): the reeds are ours; Tarn (objection, withdrawn): too early"
    )
    assert told["Effect"] == "once the communiqué is published"
    assert told["Proposed by"] == "Novaria"
    deferred = next(row for row in found.rows if "smoke" in row.words)
    assert "deferred 2018-06-19 to the Plenary" in deferred.cells[found.columns.index("History")]
    assert any("deferred 2018-06-19 to the Plenary" in one for one in deferred.notes)
    assert first.notes[0].startswith("History: ")
    assert all(len(row.lead) == len(found.heads) - 1 for row in found.rows)
    assert first.lead == ("2018-06-19", "adopted", "2018-06-antwerp")


def test_follow_ups_say_what_is_overdue_first(documents: list[dict[str, object]]) -> None:
    found = register("follow-ups", documents, TODAY)
    states = [row.cells[3] for row in found.rows]
    assert states == ["overdue, 19 days", "overdue, 5 days", "open", "done"]
    assert [row.cells[0] for row in overdue(documents, TODAY)] == [
        "Tarn", "Working Group on Monitoring",
    ]  # fmt: skip
    assert "Overdue: 2" in as_draft(found, TODAY).about


def test_events_count_down_and_what_is_over_stands_last(documents: list[dict[str, object]]) -> None:
    found = register("events", documents, TODAY)
    told = [(row.cells[1], row.cells[3]) for row in found.rows]
    assert told == [("Review visit", "in 12 days"), ("(restricted)", ""), ("Workshop", "past")]


def test_officers_and_classes_of_a_day(documents: list[dict[str, object]]) -> None:
    found = register("officers", documents, TODAY)
    chair = next(row for row in found.rows if row.cells[:4] == (
        "body", "WGM", "Working Group on Monitoring", "chair"
    ))  # fmt: skip
    assert chair.cells[4] == "Novaria"
    assert chair.cells[7] == "2019-11-goma and 1 more"
    dated = [row for row in found.rows if row.cells[5] == "2019-01-01"]
    assert len(dated) == 1
    before = register("officers", documents, TODAY, date(2018, 6, 1))
    assert not [row for row in before.rows if row.cells[5] == "2019-01-01"]


def test_words_narrow_it_down_however_they_are_written(documents: list[dict[str, object]]) -> None:
    found = register("follow-ups", documents, TODAY)
    assert [row.cells[1] for row in found.having("NOVARIA minutes").rows] == ["the minutes"]
    assert len(found.having("").rows) == 4
    assert len(found.having("overdue").rows) == 2


@pytest.mark.parametrize("name", NAMES)
def test_nothing_restricted_is_in_any_and_each_is_a_document_and_a_table(
    documents: list[dict[str, object]], name: str
) -> None:
    found = register(name, documents, TODAY)  # type: ignore[arg-type]
    assert "quicksand" not in text(as_draft(found, TODAY))
    assert len(found.page.columns) <= 5
    assert [row.cells[: len(found.heads)] for row in found.page.rows] == [
        (*row.lead, row.words) for row in found.rows
    ]
    cells = list(csv.reader(io.StringIO(spreadsheet(found.table).decode("utf-8-sig"))))
    assert tuple(cells[0]) == found.columns
    assert len(cells) == len(found.rows) + 1
    assert "quicksand" not in str(documents)


def test_a_damaged_catalogue_gives_what_it_can(tmp_path: Path) -> None:
    odd = [{"session": "x", "decisions": [{"at": 5, "history": "no"}, 7], "follow_ups": None}]
    assert len(register("decisions", odd, TODAY).rows) == 1
    assert register("follow-ups", odd, TODAY).rows == ()
