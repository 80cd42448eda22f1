"""Where a typed line of a replay leads: numbers of decisions, times, bodies, papers, and round."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plenary_tui.errors import WrongUse
from plenary_tui.ui.replay.player import Player
from plenary_tui.ui.replay.whens import read_when
from tests.ui.test_replay_player import ZONE, clock, last_words, played

LINES = (
    "10:00 Opened:", "10:01 Item 1", "10:05 Draft decision KE: a first rule", "10:06 Adopted:",
    "10:07 Proposal NV: a bare proposal", "10:08 Agreed:",
    "10:10 Paper KP/2018/9 OS as WGM chair: the plan of work",
    "10:11 Proposal OS: follow KP/2018/9", "10:12 OS as WGM chair: reports on the plan",
    "10:20 Draft decision TR: a second rule", "10:21 Adopted:", "10:30 Closed:",
    "+ 09:00 Sitting: WGM, Room 2", "+ 09:01 Opened:", "+ 09:05 NV: asks about WGM",
    "+ 09:30 Closed:",
)  # fmt: skip
HERE = datetime(2021, 11, 10, 9, 30, tzinfo=ZONE)
DAYS = [date(2021, 11, 9), date(2021, 11, 10), date(2021, 11, 12)]


def of_two_days() -> Player:
    """Return a replay of three decisions, a paper, and a sitting of a body on the second day."""
    return played("08:00 Numbers: KP/{year}/AD {n}", *LINES)


@pytest.mark.parametrize(
    ("typed", "time", "note"),
    [
        ("decision 1", "10:06", ""), ("decision 2", "10:21", ""),
        ("decision 3", "10:21", "No decision has the number 3: this is outcome 3 of 3."),
        ("KP/2018/AD 2", "10:21", ""), ("KP/2018/9", "10:10", ""), ("WGM", "10:10", ""),
        ("sitting WGM", "09:01", ""), ("turn WGM", "10:10", ""),
    ],
)  # fmt: skip
def test_a_number_a_paper_and_a_body_lead_there(typed: str, time: str, note: str) -> None:
    player = of_two_days()
    assert player.find(typed) == note
    assert clock(player) == time


def test_a_body_leads_on_through_its_chairs_words_to_its_sittings() -> None:
    player = of_two_days()
    times = []
    for _ in range(3):
        player.find("WGM")
        times.append(clock(player))
    assert times == ["10:10", "10:12", "09:01"]


def test_past_the_last_place_it_says_which_one_it_went_round_to() -> None:
    player = of_two_days()
    player.go_to(player.transport.last)
    assert player.find("decision 1") == "The only one: decision 1, Tue 19 Jun at 10:06."
    player.go_to(player.transport.last)
    assert player.find("decision") == "None after that, so the first of 3: decision, " \
        "Tue 19 Jun at 10:06."  # fmt: skip
    assert player.find("decision", -1).startswith("None before that, so the last of 3")
    assert player.find("asks about WGM") == ""
    assert player.find("asks about WGM").startswith("The only one: “asks about WGM”")
    assert player.find("rule").startswith("None after that, so the first: “rule”")


def test_a_day_leads_to_its_beginning_and_a_day_without_anything_to_what_came_next() -> None:
    player = of_two_days()
    player.go_to(player.transport.last)
    player.find("19 June 2018")
    assert (f"{player.now:%d}", clock(player)) == ("19", "10:00")
    assert player.find("2018-06-20") == ""
    assert (f"{player.now:%d}", clock(player)) == ("20", "09:00")
    with pytest.raises(WrongUse, match="Nothing happened on 1 July 2018: it went from 19 June"):
        player.find("1 juli")


def test_so_much_later_leads_on_and_where_nothing_happened_to_what_came_next() -> None:
    player = of_two_days()
    player.find("10:06")
    assert player.find("+5 min") == ""
    assert last_words(player) == "follow KP/2018/9"
    assert player.find("+2 min", -1) == "" and clock(player) == "10:08"
    player.find("10:12")
    assert "this is what came next" in player.find("+3 min")
    assert last_words(player) == "a second rule"


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("26:99", "“26:99” is no time: hours go to 23"), ("13 pm", "hours go to 12"),
        ("item 77", "no such item as 77: it has 1, 4.2."),
        ("decision 9", "No decision has the number 9, and there are 3 outcomes"),
    ],
)  # fmt: skip
def test_what_leads_nowhere_is_answered_in_the_words_typed(typed: str, why: str) -> None:
    with pytest.raises(WrongUse, match=why):
        of_two_days().find(typed)


@pytest.mark.parametrize(
    ("typed", "at"),
    [
        ("10:31", "10 10:31"), ("9:5", "10 09:05"), ("10h", "10 10:00"), ("9 Uhr", "10 09:00"),
        ("3 pm", "10 15:00"), ("11 nov 10:00", "11 10:00"), ("10 Nov, 15:00", "10 15:00"),
        ("Nov 12", "12 00:00"), ("12. November", "12 00:00"), ("12 novembre", "12 00:00"),
        ("9 de novembro de 2021 à 10h", "9 10:00"), ("9.11. 8:00", "9 08:00"),
        ("wed 10:00", "10 10:00"), ("mardi", "9 00:00"), ("sexta-feira 9:00", "12 09:00"),
        ("Freitag", "12 00:00"), ("sex 9:00", "12 09:00"), ("+90 min", "10 11:00"),
        ("- 1 h", "10 08:30"), ("+30 s", "10 09:30"), ("2021-11-12T9:00", "12 09:00"),
    ],
)  # fmt: skip
def test_a_time_is_read_as_people_write_it(typed: str, at: str) -> None:
    when = read_when(typed, HERE, DAYS)
    assert when is not None
    assert f"{when.at.day} {when.at:%H:%M}" == at


@pytest.mark.parametrize(
    "typed", ["P3", "4.2", "hello 10:00", "31 nov", "sunday", "do", "decision 3"]
)
def test_what_is_no_time_is_left_to_be_something_else(typed: str) -> None:
    assert read_when(typed, HERE, DAYS) is None


@given(st.datetimes(datetime(2021, 11, 9), datetime(2021, 11, 12)), st.sampled_from(
    ["{0:%Y-%m-%d %H:%M}", "{0.day} {0:%B} {0:%H:%M}", "{0:%b} {0.day} {0:%I:%M %p}"]
))  # fmt: skip
def test_a_moment_reads_back_however_it_is_written(moment: datetime, form: str) -> None:
    when = read_when(form.format(moment), HERE, DAYS)
    assert when is not None
    assert timedelta(0) <= moment - when.at.replace(tzinfo=None) < timedelta(minutes=1)
