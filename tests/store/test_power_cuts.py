"""The log against a disk that fails and loses power; PLENARY_SWEEP=1 looks everywhere."""

from __future__ import annotations

import os
from collections.abc import Callable

import pytest

from plenary_tui.store import clock, log, reading

from .sweep import Store, cuts, failures, failures_then_cuts

STRIDE = 1 if os.environ.get("PLENARY_SWEEP") else 11
SHIPPED = Store(log, reading, clock)


@pytest.mark.parametrize(
    ("sweep", "least"), [(cuts, 900), (failures, 900), (failures_then_cuts, 400)]
)
def test_the_contract_holds_in_every_state(sweep: Callable[[Store, int], int], least: int) -> None:
    states = sweep(SHIPPED, STRIDE)
    print(f"{states} states")
    assert states >= least, "the sweep looked at too little to mean anything"
