"""The table of hard cases: every case has a test, and what is expected of the picture is there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from plenary_tui.record.history import Record

from . import test_hard_cases, test_training_cases
from .shipped import CASES, TRAINING, Fields, pictured

TESTED = {
    name.removeprefix("test_") for name in vars(test_training_cases) if name.startswith("test_")
}
"""The cases with a function of their own."""


def expectations() -> Iterator[Any]:
    """Yield each case with each row that is expected of the picture."""
    for name, case in CASES.items():
        expected = case.get("expect", [])
        rows = expected if isinstance(expected, list) else [expected]
        for number, row in enumerate(rows, 1):
            yield pytest.param(case, row, id=f"{name}-{number}" if len(rows) > 1 else name)


def entries_of(case: Fields) -> list[str]:
    """Return the ids of the entries that a case names."""
    return [case["entry"], *case.get("rests_on", []), *case.get("and_on", [])]


def reads(row: Fields, expected: Fields) -> bool:
    """Whether a row reads as expected: `text` is a fragment, a list of tables a part of a list."""
    return all(
        value in (row.get("text") or row.get("what") or "") if field == "text"
        else all(any(reads(one, part) for one in row[field]) for part in value)
        if value and isinstance(value, list) and isinstance(value[0], dict)
        else row[field] == value
        for field, value in expected.items()
    )  # fmt: skip


@pytest.mark.parametrize(("case", "expect"), list(expectations()))
def test_a_case_shows_in_the_picture(case: Fields, expect: Fields) -> None:
    expected = dict(expect)
    where = expected.pop("in")
    picked = pictured(TRAINING, expected.pop("as_of", ""))
    rows = picked["proposals"] + picked["decisions"] if where == "texts" else picked[where]
    found = [row for row in rows if reads(row, expected)]
    near = [row for row in rows if reads(row, {key: expected[key] for key in list(expected)[:1]})]
    assert len(found) == 1, near
    assert found[0].get("id", case["entry"]) in entries_of(case)


def test_every_case_has_a_test_of_its_effect() -> None:
    assert len(CASES) == 97
    assert not [name for name, case in CASES.items() if "expect" not in case and name not in TESTED]
    assert not TESTED - CASES.keys()


def test_every_entry_that_a_case_names_is_in_the_record(record: Record) -> None:
    for name, case in CASES.items():
        assert case.keys() <= {"entry", "rests_on", "and_on", "what", "effect", "expect"}, name
        for entry_id in entries_of(case):
            assert record.entry(entry_id) is not None, (name, entry_id)


@pytest.mark.parametrize(
    ("hard", "cases"),
    [
        ("no_consensus_and_a_chairs_notice", ("no_consensus", "chairs_notice")),
        ("a_gavel_over_an_objection", ("gavel_over_objection", "dissociation")),
        ("a_written_procedure_broken_by_an_amendment", ("silence_broken_by_amendment",)),
        ("a_refused_agenda_item", ("agenda_item_refused", "agenda_adopted")),
        ("a_closing_past_midnight", ("clock_stopped", "past_midnight", "meeting_closed")),
        ("an_objection_withdrawn", ("objection_withdrawn", "objection_withdrawn_short")),
        ("a_late_objection", ("late_objection",)),
        ("adoption_ad_ref", ("adopted_ad_ref",)),
        ("a_bracketed_compromise", ("bracketed_compromise",)),
        ("in_camera", ("in_camera_from_a_time_past", "in_camera_adoption", "in_camera_annex")),
        ("an_observers_opposition", ("observers_opposition",)),
        ("a_walk_out", ("walk_out",)),
        ("an_unknown_speaker_named_later", ("unknown_speaker_by_label", "unknown_speaker_by_time")),
        ("a_hand_over", ("hand_over", "hand_over_annex")),
    ],
)
def test_the_hard_cases_are_in_the_table_and_are_followed_step_by_step(
    hard: str, cases: tuple[str, ...]
) -> None:
    assert set(cases) <= CASES.keys()
    assert f"test_{hard}" in vars(test_hard_cases)
