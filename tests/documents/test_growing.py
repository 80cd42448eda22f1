"""A chronicle that grows with its record is the chronicle made anew."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plenary_tui.documents.chronicle import Chronicle
from plenary_tui.documents.communique import GrowingCommunique, workshop
from plenary_tui.documents.draft import Issue
from plenary_tui.documents.growing import Growing
from plenary_tui.record.abbreviations import written_out
from plenary_tui.record.entries import Entry
from plenary_tui.record.history import Record
from plenary_tui.record.kinds import KINDS
from plenary_tui.record.redaction import OpenRecord
from tests.documents.meetings import debate, every_outcome
from tests.record.rooms import START, Room
from tests.record.test_laws import calm, two_stations


def same(grown: Chronicle, anew: Chronicle) -> None:
    """Compare what a composer reads in them."""
    assert grown.entries == anew.entries
    assert grown.places == anew.places
    assert grown.behind == anew.behind
    assert grown.marking == anew.marking
    for kind in KINDS:
        assert grown.of(kind) == anew.of(kind)
    assert grown.of(*KINDS) == anew.of(*KINDS)
    assert [grown.of_sitting(one.id) for one in grown.sittings()] == [
        anew.of_sitting(one.id) for one in anew.sittings()
    ]


@calm
@given(two_stations(), st.randoms(use_true_random=False), st.booleans(), st.integers(1, 4))
def test_a_chronicle_that_grows_is_the_chronicle_made_anew(
    entries: list[Entry], chance: Any, shuffled: bool, piece: int
) -> None:
    arriving = chance.sample(entries, len(entries)) if shuffled else list(entries)
    record, shown, growing = Record(), OpenRecord(), Growing()
    while arriving:
        record.add(arriving[:piece])
        del arriving[:piece]
        now = shown.update(record)
        same(growing.chronicle(now, None), Chronicle(written_out(now), None))


@calm
@given(two_stations(), st.randoms(use_true_random=False), st.booleans(), st.integers(1, 4))
def test_a_communique_that_grows_is_the_communique_composed_anew(
    entries: list[Entry], chance: Any, shuffled: bool, piece: int
) -> None:
    arriving = chance.sample(entries, len(entries)) if shuffled else list(entries)
    record, shown, growing = Record(), OpenRecord(), GrowingCommunique()
    while arriving:
        record.add(arriving[:piece])
        del arriving[:piece]
        now = shown.update(record)
        assert growing.workshop(now, START) == workshop(now, START)


@pytest.mark.parametrize("make", [debate, every_outcome])
def test_every_line_of_a_meeting_may_be_the_one_that_came(make: Callable[[], Room]) -> None:
    entries = make().entries
    record, shown, growing = Record(), OpenRecord(), GrowingCommunique()
    for entry in entries:
        record.add([entry])
        now = shown.update(record)
        for language in ("en", "fr"):
            issue = Issue(made=START, language=language)
            assert growing.workshop(now, START, issue) == workshop(now, START, issue)


def test_short_forms_are_written_out_in_what_comes_later() -> None:
    room = debate()
    shown, growing = OpenRecord(), Growing()
    growing.chronicle(shown.update(room.record), None)
    for line in ('.abbreviations {"table":[["wc","welcomes"]]}', "NV: wc the fund", "OS: wc it",
                 "s/fund/trust/", "undo"):  # fmt: skip
        room(line)
        now = shown.update(room.record)
        same(growing.chronicle(now, None), Chronicle(written_out(now), None))
    assert any("welcomes the" in getattr(one.what, "text", "")
               for one in growing.chronicle(shown.update(room.record), None).entries)  # fmt: skip
