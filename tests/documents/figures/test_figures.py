"""What is counted of the floor: against meetings counted by hand, and the laws of adding up."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plenary_tui.documents.figures import Figures, figures, words
from plenary_tui.documents.figures.counted import ALL, Chosen
from plenary_tui.documents.figures.shares import (
    BYS,
    MEASURES,
    Share,
    clock,
    ordered,
    percent,
    shares,
    total,
)
from plenary_tui.documents.figures.support import Stand, support
from plenary_tui.documents.figures.times import over_time, slot_for, time_of
from plenary_tui.record.redaction import open_record
from tests.documents.meetings import debate, plenary
from tests.record.rooms import Room
from tests.sessions.shipped import ANTWERP, TRAINING, session
from tests.test_architecture import _imports as imported
from tests.test_architecture import _modules as modules

LINES = (
    "NV: speaks", "OS: speaks", "KE: speaks", "GDA: speaks", "???: speaks", "Stranger: speaks",
    "Chair: speaks", "WGM chair: reports", "q+ NV, TR", "next", "... and goes on", "Aligned OS",
    "Point of order TR: the quorum", "Ruling: it stands", "Reply NV: no", "Item 1", "Item 4",
    "In camera:", "Open session:", "Suspended:", "Resumed:", "Closed:", "Opened:", "undo",
    "Presiding: OS (Mr Lind)", "Date: 2027-11-10", "Opening KE: Friends", "limit 1 min",
    "Proposal NV: We meet", "+ OS GDA", "- TR", "Objection TR: no", "s/speaks/asks/",
)  # fmt: skip


def of(room: Room) -> Figures:
    """Return the numbers of a room's open record."""
    return figures(open_record(room.record))


def by(found: Figures, what: str, chosen: Chosen = ALL) -> dict[str, tuple[int, int, int]]:
    """Return turns, interventions and seconds by label."""
    given = shares(found.cells, what, chosen, found.agenda)  # type: ignore[arg-type]
    return {one.label: (one.turns, one.interventions, one.seconds) for one in given}


def small() -> Room:
    """A meeting whose lines are ten seconds apart, of which every turn is over."""
    return plenary("NV: a", "... and more", "OS: b", "Chair: c", "GDA: d", "NV: e", "NV: f",
                   "Item 1", "OS: g", "Closed:")  # fmt: skip


def test_turns_interventions_and_seconds_are_those_counted_by_hand() -> None:
    assert by(of(small()), "delegation") == {
        "Novaria": (2, 3, 50), "Ostrea": (2, 2, 20), "Global Diamond Alliance": (1, 1, 10),
        "Keldia, presiding": (1, 1, 10),
    }  # fmt: skip
    assert by(of(small()), "class") == {
        "Participant": (4, 5, 70), "Observer": (1, 1, 10), "Presiding": (1, 1, 10),
    }  # fmt: skip
    assert by(of(small()), "item") == {"1 Opening": (1, 1, 10), "4 Mines": (5, 6, 80)}
    assert by(of(small()), "day") == {"Tuesday 9 November 2027": (6, 7, 90)}


def test_classes_that_do_not_decide_show_their_delegations() -> None:
    given = {one.label: one.parts for one in shares(of(small()).cells, "class")}
    assert [one.label for one in given["Observer"]] == ["Global Diamond Alliance"]
    assert given["Participant"] == given["Presiding"] == ()


def test_an_item_a_day_and_a_body_can_be_looked_at_alone() -> None:
    room = small()
    found = of(room)
    assert by(found, "delegation", Chosen(item="1")) == {"Ostrea": (1, 1, 10)}
    assert sum(n for _, n, _ in by(found, "delegation", Chosen(body="WGM")).values()) == 7
    assert by(found, "delegation", Chosen(body="CPC")) == {}
    assert by(found, "delegation", Chosen(day=date(2027, 11, 10))) == {}
    assert Chosen(item="4").takes("4.2", date.min, ()) and not Chosen(item="4").takes(
        "41", date.min, ()
    )


def test_what_was_said_in_camera_counts_for_nobody_and_no_turn_goes_on_into_it() -> None:
    room = plenary("NV: is open", "In camera:", "OS: is hushed", "TR: is hushed too",
                   "Open session:", "KE: is open again", "Closed:")  # fmt: skip
    assert by(of(room), "delegation") == {"Novaria": (1, 1, 10), "Keldia": (1, 1, 10)}
    sealed = figures(room.record)
    assert "Ostrea" in by(sealed, "delegation")


def test_where_only_the_day_is_known_there_is_no_time() -> None:
    found = figures(open_record(session(ANTWERP).record))
    whole = total(shares(found.cells, "class"))
    assert whole.turns == whole.untimed > 0
    assert not whole.is_timed
    assert "no times are known" in words.of_shares(shares(found.cells, "day"), "day", "time")
    hours = over_time(found.slots)
    assert [one.slots for one in hours.days] == [{}, {}]
    assert sum(one.count for one in hours.days) == whole.interventions


def test_midnight_does_not_part_a_sitting_whose_clock_was_stopped() -> None:
    room = plenary("NV: is early", "Clock stopped: 2027-11-09")
    room.now = room.now.replace(hour=0, minute=12) + timedelta(days=1)
    room("OS: is late", "Closed:")
    (hours,) = over_time(of(room).slots).days
    assert (hours.day, hours.count, max(hours.slots)) == (date(2027, 11, 9), 2, 24 * 60)
    assert time_of(24 * 60 + 30) == "00:30"


@settings(max_examples=60)
@given(st.lists(st.sampled_from(LINES), max_size=40), st.sampled_from([None, "1", "4"]))
def test_whatever_it_is_put_together_by_it_adds_up_to_the_same(
    lines: list[str], item: str | None
) -> None:
    room = plenary(*lines)
    found = of(room)
    chosen = Chosen(item=item)
    sums = [total(shares(found.cells, what, chosen, found.agenda)) for what in BYS]
    assert len(set(sums)) == 1
    whole = sums[0]
    if item is None:
        shown = open_record(room.record).meeting
        assert whole.interventions == len(shown.speeches)
        assert whole.turns == len(shown.speaking)
        assert sum(one.count for one in over_time(found.slots).days) == whole.interventions
    for one in shares(found.cells, "class", chosen):
        if one.parts:
            inside = total(one.parts)
            assert (inside.turns, inside.interventions, inside.seconds) == (
                one.turns, one.interventions, one.seconds,
            )  # fmt: skip
    for measure in MEASURES:
        given = shares(found.cells, "delegation", chosen)
        numbers = [one.of(measure) for one in ordered(given, measure)]
        assert numbers == sorted(numbers, reverse=True)
        assert sum(numbers) == whole.of(measure)


def test_slots_hold_what_was_said_in_them() -> None:
    room = plenary("NV: a", "OS: b")
    room.now = room.now.replace(minute=7)
    room(*(f"{who}: speaks" for who in ("KE", "TR", "NV", "OS", "KE")), "Closed:")
    found = over_time(of(room).slots, 5)
    (hours,) = found.days
    assert {time_of(at): len(some) for at, some in hours.slots.items()} == {"09:00": 2, "09:05": 5}
    assert (found.most, found.first, found.last) == (5, 9 * 60, 9 * 60 + 10)
    assert found.busiest == (date(2027, 11, 9), 9 * 60 + 5)
    assert slot_for(of(room).slots, 60) == 5
    assert slot_for(figures(open_record(session(TRAINING).record)).slots, 20) == 60


def stood(room: Room, stand: Stand) -> dict[tuple[str, str], int]:
    """Return how often who stood so to whom, by name."""
    found = support(of(room).backings, stand)
    return {(one.who.code, one.whom.code): one.times for one in found.pairs}


def test_who_supported_whom_is_read_off_stances_alignments_and_objections() -> None:
    room = plenary("NV: a", "Aligned OS", "+ OS KE", "- TR", "OS: b", "~ NV",
                   "Proposal NV: We meet", "+ OS", "+ NV", "Objection TR: no",
                   "Objection KE: no", "Objection withdrawn KE", "Chair: c",
                   "Aligned OS")  # fmt: skip
    assert stood(room, "supports") == {("OS", "NV"): 2, ("KE", "NV"): 1}
    assert stood(room, "opposes") == {("TR", "NV"): 2}
    assert stood(room, "flexible") == {("NV", "OS"): 1}


def test_who_put_a_text_as_chair_of_a_body_does_not_support_it() -> None:
    room = plenary("Proposal WGM chair: We meet", "+ OS KE")
    found = stood(room, "supports")
    assert {who for who, _ in found} == {"KE"}


def test_a_later_stance_takes_the_place_of_the_earlier() -> None:
    room = plenary("Proposal NV: We meet", "- OS", "+ OS")
    assert stood(room, "supports") == {("OS", "NV"): 1}
    assert stood(room, "opposes") == {}


def test_no_support_of_what_was_said_in_camera_is_counted() -> None:
    room = plenary("In camera:", "NV: hushed", "+ OS", "Open session:")
    assert stood(room, "supports") == {}


def test_each_number_rests_on_entries_of_the_record() -> None:
    room = debate()
    found = of(room)
    known = {entry.id for entry in room.entries}
    for what in BYS:
        for one in shares(found.cells, what):
            assert one.sources and set(one.sources) <= known
    assert {one.entry for one in found.backings} <= known


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(0, "0 s"), (59, "59 s"), (60, "1 min"), (3599, "1 h 00 min"), (3600, "1 h 00 min"),
     (7425, "2 h 04 min")],
)  # fmt: skip
def test_a_length_of_time_is_said_in_hours_and_minutes(seconds: int, said: str) -> None:
    assert clock(seconds) == said


def test_a_share_that_is_not_none_is_never_none() -> None:
    assert (percent(0, 9), percent(1, 900), percent(1, 3), percent(1, 0)) == (
        "0 %", "< 1 %", "33 %", "–",
    )  # fmt: skip


def test_a_sentence_has_the_main_numbers_and_counts_the_rest() -> None:
    given = [Share(str(n), f"D{n}", turns=10 - n, seconds=600) for n in range(8)]
    assert words.of_shares(given, "delegation", "turns") == (
        "Turns at the floor by delegation, 52 in all: D0 10 (19 %), D1 9 (17 %), D2 8 (15 %), "
        "D3 7 (13 %), D4 6 (12 %), 3 more."
    )


def test_only_what_is_for_the_chair_knows_the_numbers() -> None:
    whose = ("documents.figures", "documents.balance", "documents.pictures", "word.charts")
    for name, path in modules():
        known = any(
            one in name for one in (*whose, "ui.charting", "ui.screens.charts", "word.chart")
        )
        asks = [one for one in imported(name, path) if any(part in one for part in whose)]
        assert not asks or known or name == "plenary_tui.commands.exporting", name
