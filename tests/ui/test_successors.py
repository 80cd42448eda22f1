"""Which session what was left open is offered to go into."""

from __future__ import annotations

from datetime import date

import pytest

from plenary_tui.ui.pages.shelf import Row
from plenary_tui.ui.successors import successor, told

TODAY = date(2026, 11, 30)
OLD = Row("2018-06-port", kind="plenary", dates="2018-06-18/2018-06-22", has_ended=True)
NEXT = Row("2027-06-tarn", kind="plenary", dates="2027-06-14/2027-06-18")


def offered(*rows: Row, old: Row = OLD) -> str:
    found = successor([old, *rows], old.name, TODAY)
    return found.name if found else ""


def test_the_next_of_the_same_kind_is_offered() -> None:
    later = Row("2028-06-reed", kind="plenary", dates="2028-06-14/2028-06-18")
    assert offered(later, NEXT) == NEXT.name
    assert offered(Row("2027-06-x", kind="plenary")) == "2027-06-x", "its name tells when it is"


@pytest.mark.parametrize(
    "wrong",
    [
        Row("2020-01-14", dates="2020-01-14", has_ended=True),
        Row("2027-06-x", kind="plenary", dates="2027-06-14/2027-06-18", has_ended=True),
        Row("2019-06-x", kind="plenary", dates="2019-06-14/2019-06-18", sittings=2),
        Row("2027-06-x", kind="intersessional", dates="2027-06-14/2027-06-18"),
        Row("2027-06-call", dates="2027-06-14"),
        Row("2017-06-x", kind="plenary", dates="2017-06-14/2017-06-18"),
        Row("2027-06-x", kind="plenary", trouble="it cannot be read"),
        Row("lamps", kind="plenary"),
    ],
    ids=["a log", "ended", "held", "other kind", "no kind", "before", "damaged", "no day"],
)
def test_nothing_is_offered_that_is_over_before_it_or_of_another_kind(wrong: Row) -> None:
    assert offered(wrong) == ""


def test_a_series_is_known_by_its_title_or_its_name() -> None:
    old = Row("2026-01-14-call", title="Call of 2026", dates="2026-01-14", has_ended=True)
    assert offered(Row("2027-01-12-call", dates="2027-01-12"), old=old) == "2027-01-12-call"
    assert offered(Row("x-2", title="Call of 2027", dates="2027-01-12"), old=old) == "x-2"
    assert offered(Row("2027-01-12-tea", dates="2027-01-12"), old=old) == ""


def test_what_was_typed_says_which_session_it_means() -> None:
    rows = [OLD, NEXT, Row("2027-11-reed")]
    assert told(rows, "2018", TODAY) == "2018-06-port · 18–22 Jun 2018 · it is over"
    assert told(rows, NEXT.name, TODAY).startswith("14–18 Jun 2027 · ")
    assert told(rows, "2027", TODAY).startswith("2 sessions begin so")
    assert told(rows, "zzz", TODAY) == told(rows, "", TODAY) == ""
