"""What is no line is a scar as long as one append may have left it."""

from __future__ import annotations

import pytest

from plenary_tui.store.chain import NO_LINE
from plenary_tui.store.debris import Run, runs
from plenary_tui.store.reading import Damage

TORN = "it is unfinished"


def scar(line: int, offset: int, what: str = TORN, file: str = "a.1.jsonl") -> Damage:
    return Damage(file, line, offset, what, "scar")


@pytest.mark.parametrize(
    ("damages", "is_all", "kinds"),
    [
        ([], False, []),
        ([scar(3, 900)], False, ["scar"]),
        ([scar(3, 900, NO_LINE)], False, ["scar"]),
        ([scar(1, 0, NO_LINE)], True, ["damaged"]),
        ([scar(1, 0)], True, ["scar"]),
        ([scar(3, 900), scar(4, 9000)], False, ["scar"]),
        ([scar(3, 900), scar(4, 9000, NO_LINE)], False, ["damaged"]),
        ([scar(3, 900, NO_LINE), scar(5, 9000, NO_LINE)], False, ["scar", "scar"]),
        ([scar(3, 900), scar(4, 0, file="b.1.jsonl")], False, ["scar", "scar"]),
        ([scar(3, 900), Damage("a.1.jsonl", 4, 950, "no", "break")], False, ["scar", "break"]),
    ],
)
def test_more_than_an_append_leaves_was_put_in_the_place_of_lines(
    damages: list[Damage], is_all: bool, kinds: list[str]
) -> None:
    assert [one.kind for one in runs(damages, is_all=is_all)] == kinds


def test_a_run_names_its_lines() -> None:
    assert str(Run(scar(3, 900), 3, "scar")) == "a.1.jsonl, line 3 (byte 900): it is unfinished"
    (run,) = runs([scar(3, 900, NO_LINE), scar(4, 5000), scar(5, 9000)])
    assert str(run) == (
        "a.1.jsonl, lines 3 to 5 (from byte 900): it is no line of a log, and so are the 2 after it"
    )
