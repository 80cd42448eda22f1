"""No fault of the log escapes the sweep."""

from __future__ import annotations

import pytest

from ..sweep import BrokenContractError, Store, cuts, failures, failures_then_cuts
from . import MUTANTS, Mutant, applied


def found(store: Store) -> str:
    """Sweep until the contract breaks, and return how it broke; empty when it holds."""
    for sweep in (cuts, failures, failures_then_cuts):
        try:
            sweep(store, 101)
        except BrokenContractError as broken:
            return str(broken)
    return ""


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.name)
def test_every_fault_is_found(mutant: Mutant) -> None:
    with applied(mutant) as store:
        assert found(store), f"the log may have the fault “{mutant.name}” and nobody notices"


def test_the_loader_changes_nothing_by_itself() -> None:
    """What the mutants prove would be void if loading the log anew broke it."""
    with applied(Mutant("none", "series", "class Series:", "class Series:")) as store:
        assert found(store) == ""
