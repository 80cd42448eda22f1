"""How long it is to an event, by the days that people tell."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plenary_tui.documents.countdown import Days, countdown, read_days, time_to

TODAY = date(2026, 11, 30)


@pytest.mark.parametrize(
    ("told", "first", "last"),
    [
        ("March 2027", "2027-03-01", "2027-03-31"),
        ("first half of September 2018", "2018-09-01", "2018-09-15"),
        ("première quinzaine de septembre 2022, à Tarn", "2022-09-01", "2022-09-15"),
        ("second half of 2018", "2018-07-01", "2018-12-31"),
        ("février 2028", "2028-02-01", "2028-02-29"),
        ("December 2026 or January 2027", "2026-12-01", "2027-01-31"),
        ("on or about 3 to 5 March 2027", "2027-03-03", "2027-03-05"),
        ("2018", "2018-01-01", "2018-12-31"),
    ],
)
def test_days_told_loosely_are_read(told: str, first: str, last: str) -> None:
    days = read_days(told)
    assert days == Days(date.fromisoformat(first), date.fromisoformat(last), is_exact=False)


def test_days_by_number_are_exact_and_what_has_no_year_is_none() -> None:
    assert read_days("2 October 2018") == Days(date(2018, 10, 2), date(2018, 10, 2), is_exact=True)
    assert read_days("2027-12-01/2027-12-03") is not None
    assert read_days("soon") is None
    assert read_days("March") is None


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("March 2027", "in about 3 months"),
        ("December 2026", "in about 1 week"),
        ("2030", "in about 3 years"),
        ("November 2026", "about now"),
        ("October 2026", "past"),
        ("2026-12-12", "in 12 days"),
        ("soon", ""),
    ],
)
def test_it_is_told_how_long_it_is_to_it(told: str, said: str) -> None:
    assert time_to(read_days(told), TODAY) == said


def test_to_a_day_it_is_told_in_days() -> None:
    assert countdown(TODAY, TODAY, TODAY) == "now"
    assert countdown(date(2026, 12, 1), date(2026, 12, 2), TODAY) == "tomorrow"
    assert countdown(None, None, TODAY) == ""


@given(
    st.text() | st.from_regex(r"(first|second) half of (May|mars|2) ?[0-9]{0,2} (19|20)[0-9]{2}")
)
def test_whatever_is_told_the_first_day_is_never_behind_the_last(told: str) -> None:
    days = read_days(told)
    assert days is None or days.first <= days.last
