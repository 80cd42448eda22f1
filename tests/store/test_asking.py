"""What is typed into the search: words, and filters that are read, refused or left alone."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plenary_tui.errors import WrongUse
from plenary_tui.store.asking import FILTERS, Asked, asked, day_of


def test_filters_stand_anywhere_and_words_stay_as_they_are() -> None:
    read = asked(
        'mining delegation:NV "rough diamonds" since:2018-01 body:"Working Group" stance:for'
    )
    assert read.words == 'mining "rough diamonds"'
    assert (read.delegation, read.body, read.stance) == ("NV", "Working Group", "supports")
    assert read.first == date(2018, 1, 1)
    assert asked(read.spelt()) == read


@pytest.mark.parametrize(
    "typed", ["note: this", "https://kp.org", "10:30", "delegation:", 'since:""']
)
def test_other_colons_are_words_and_a_filter_without_a_value_waits_for_one(typed: str) -> None:
    read = asked(typed)
    assert not any(getattr(read, name) for name in FILTERS)


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [("2018", (2018, 1, 1), (2018, 12, 31)), ("2020-02", (2020, 2, 1), (2020, 2, 29)),
     ("2018-06-19", (2018, 6, 19), (2018, 6, 19))],
)  # fmt: skip
def test_a_month_and_a_year_are_days_too(
    typed: str, first: tuple[int, int, int], last: tuple[int, int, int]
) -> None:
    assert day_of(typed) == date(*first)
    assert day_of(typed, last=True) == date(*last)


@pytest.mark.parametrize(
    ("typed", "says"),
    [("since:lately", "2018-06-19"), ("until:2018-13", "2018-06-19"), ("stance:angry", "supports"),
     ("kind:poem", "objection")],
)  # fmt: skip
def test_a_value_that_cannot_be_says_what_can(typed: str, says: str) -> None:
    with pytest.raises(WrongUse, match=says):
        asked(typed)


def test_a_kind_may_be_begun() -> None:
    assert asked("kind:obj").kind == "objection"
    assert asked("kind:point_of_order").kind == "point of order"


@given(st.text(max_size=30))
def test_anything_can_be_typed(typed: str) -> None:
    try:
        read = asked(typed)
    except WrongUse:
        return
    assert isinstance(read, Asked)
