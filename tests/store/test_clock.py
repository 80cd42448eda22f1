"""The hybrid clock: strictly forward, whatever the wall clock and the peers do."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from plenary_tui.store.clock import COUNTS, PULL, Clock, is_order, read_order, spell_order

NOON = datetime(2018, 6, 19, 12, tzinfo=UTC)
steps = st.lists(
    st.one_of(
        st.integers(-(10**10), 10**10).map(lambda ms: ("wall", ms)),
        st.integers(0, 10**13 - 1).map(lambda ms: ("peer", ms)),
        st.integers(1, 30).map(lambda n: ("tick", n)),
    ),
    max_size=30,
)


class Wall:
    """A wall clock that somebody keeps setting."""

    def __init__(self, at: datetime = NOON) -> None:
        self.at = at

    def __call__(self) -> datetime:
        return self.at


@given(steps)
def test_one_station_only_goes_forward(done: list[tuple[str, int]]) -> None:
    wall = Wall()
    clock = Clock(wall)
    given_out = [clock.tick()]
    for what, value in done:
        if what == "wall":
            wall.at = NOON + timedelta(milliseconds=value)
        elif what == "peer":
            clock.observe("paris", spell_order(value, 3))
        else:
            given_out += [clock.tick() for _ in range(value)]
    given_out.append(clock.tick())
    assert all(one < next_one for one, next_one in pairwise(given_out))
    assert all(is_order(order) and len(order) == 18 for order in given_out)


@given(st.lists(st.integers(0, 10**13 - 1), max_size=20), st.integers(1, 50))
def test_no_peer_draws_us_further_than_a_minute(peers: list[int], ticks: int) -> None:
    clock = Clock(Wall())
    for ms in peers:
        clock.observe("paris", spell_order(ms, COUNTS - 1))
    for _ in range(ticks):
        order = clock.tick()
    ms, _ = read_order(order) or (0, 0)
    assert ms <= (NOON + PULL).timestamp() * 1000 + 1


@given(st.integers(0, 60_000))
def test_what_follows_a_peers_entry_sorts_behind_it(ms: int) -> None:
    peer = spell_order(int(NOON.timestamp() * 1000) + ms, 7)
    clock = Clock(Wall())
    assert clock.observe("paris", peer) == ""
    assert clock.tick() > peer


def test_a_full_counter_moves_the_millisecond() -> None:
    clock = Clock(Wall(), spell_order(int(NOON.timestamp() * 1000), COUNTS - 1))
    order = clock.tick()
    assert order == spell_order(int(NOON.timestamp() * 1000) + 1, 0)
    assert len(order) == 18


def test_more_than_a_counter_holds_in_one_millisecond() -> None:
    clock = Clock(Wall())
    orders = [clock.tick() for _ in range(COUNTS + 5)]
    assert orders == sorted(set(orders))


def test_a_peer_far_ahead_is_named() -> None:
    clock = Clock(Wall())
    ahead = spell_order(int((NOON + timedelta(minutes=8)).timestamp() * 1000), 0)
    assert clock.observe("paris", ahead) == "The clock of paris is 8 min ahead of this computer's."
    assert clock.ahead == {"paris": timedelta(minutes=8)}
    assert clock.observe("paris", spell_order(int(NOON.timestamp() * 1000), 0)) == ""
    assert clock.ahead == {}


def test_hours_and_days_are_said_as_such() -> None:
    clock = Clock(Wall())
    for span, said in ((timedelta(hours=5), "5 h"), (timedelta(days=400), "400 days")):
        order = spell_order(int((NOON + span).timestamp() * 1000), 0)
        assert f" {said} ahead" in clock.observe("paris", order)


def test_a_peers_nonsense_is_passed_over() -> None:
    clock = Clock(Wall())
    before = clock.tick()
    for order in ("", "soon", "9" * 13, "1529397000123.00000", "１529397000123.0000"):
        assert clock.observe("paris", order) == ""
    assert clock.tick() > before


def test_a_wall_clock_before_1970_or_after_2286_keeps_the_width() -> None:
    for year in (1900, 9000):
        assert len(Clock(Wall(datetime(year, 1, 1, tzinfo=UTC))).tick()) == 18
