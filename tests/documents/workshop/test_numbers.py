"""Numbers: those that a version froze stay, and what is put between them is numbered behind."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plenary_tui.documents.workshop.numbers import inserted, running
from plenary_tui.record.drafts import number_key
from plenary_tui.record.kinds import Drafting
from plenary_tui.record.notation import parse, spell
from tests.record.notation.meeting import TYPED

steps = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 14)), max_size=5)


@given(steps, st.sets(st.sampled_from(["14 bis", "2 ter", "1 ante", "7"])))
def test_frozen_numbers_stay_and_none_is_given_twice(
    insertions: list[tuple[int, int]], elsewhere: set[str]
) -> None:
    numbers = running(4)
    for place, count in insertions:
        place = min(place, len(numbers))
        given = [*numbers[:place], *[""] * count, *numbers[place:]]
        now = inserted(given, elsewhere)
        assert [new for old, new in zip(given, now, strict=True) if old] == numbers
        keys = [number_key(one) for one in now]
        assert len(keys) == len(set(keys))
        fresh = [new for old, new in zip(given, now, strict=True) if not old]
        assert not elsewhere & set(fresh)
        assert inserted(given, elsewhere) == now
        for number in fresh:
            line = spell(Drafting(act="bracket", speaker="TR", text="x", para=number), TYPED)
            assert parse(line, TYPED).command == Drafting(
                act="bracket", speaker="TR", text="x", para=number
            )  # fmt: skip
        numbers = now


@pytest.mark.parametrize(("given", "now"), [
    (["14", "", "", "15"], ["14", "14 bis", "14 ter", "15"]),
    (["14", "14 bis", "", "14 ter"], ["14", "14 bis", "14 quater", "14 ter"]),
    (["14", "", "14 bis"], ["14", "14 ter", "14 bis"]),
    (["", "", "1", "2"], ["1 ante", "1 ante bis", "1", "2"]),
    (["", "1 ante", "", "1"], ["1 ante bis", "1 ante", "1 ante ter", "1"]),
    (["14 decies", ""], ["14 decies", "14 bis"]),
    (["14 (12)", ""], ["14 (12)", "14 bis"]),
    (["7", "3", ""], ["7", "3", "3 bis"]),
    (["", ""], ["1", "2"]),
    ([], []),
])  # fmt: skip
def test_what_is_put_in_is_numbered_behind_what_it_follows(
    given: list[str], now: list[str]
) -> None:
    assert inserted(given) == now


def test_the_latin_ends_with_the_tenth() -> None:
    assert inserted(["14", *[""] * 11])[8:] == ["14 novies", "14 decies", "14 (11)", "14 (12)"]
