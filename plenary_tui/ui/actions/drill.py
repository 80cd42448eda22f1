"""What can be done in a drill beside what the room offers, and with its result."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from .anywhere import REGISTERS_OF_ALL, SEARCH_ALL
from .keys import Action, checked

_OWN = (
    Action("drill_play", "f3", "pause", "begins, stands still, goes on", "Drill", footer=True),
    Action("drill_again", "f4", "again", "lets the last turn be said again", "Drill",
           footer=True),
    Action("drill_skip", "f5", "skip", "begins the next turn now", "Drill", footer=True),
    Action("drill_speed", "alt+y", "speed", "plays faster, after the highest speed at ×1 again",
           "Drill"),
    Action("drill_compare", "alt+c", "compare",
           "stands still and shows what was kept beside what was typed, line by line", "Drill",
           footer=True),
    Action("drill_end", "alt+e", "end", "ends the drill, and shows how it went", "Drill"),
)  # fmt: skip
_NOT_OF_PRACTICE = ("draft", "handover", "script", "review", "amendments", "charts")
"""What a rapporteur in training has no use for while things are said; their keys are the drill's.

A key that is nobody's in the room may be a person's own already."""
_IN_FOOTER = ("submit", "help", "gavel")


def drill(room: Iterable[Action]) -> tuple[Action, ...]:
    """Return the actions of a drill: the room's, and its own."""
    kept = (
        replace(one, footer=one.id in _IN_FOOTER)
        for one in room
        if one.id not in _NOT_OF_PRACTICE
    )  # fmt: skip
    return checked((*_OWN, *kept))


DRILL_RESULT = checked((
    Action("drill_row", "enter", "whole row", "shows all of the chosen row, and where words differ",
           "Result", footer=True),
    Action("next_missed", "n", "next missed", "goes to the next thing that was missed", "Result",
           footer=True, letter=True),
    Action("last_missed", "N", "missed before", "goes to the one before", "Result", letter=True),
    Action("drill_faults", "f", "faults only", "shows only what there is something to say of, or "
           "everything", "Result", footer=True, letter=True),
    Action("drill_numbers", "s", "numbers", "shows all numbers, and what they measure", "Result",
           footer=True, letter=True),
    Action("drill_write", "w", "write", "writes the result beside the practice session: Word and "
           "Markdown", "Result", footer=True, letter=True),
    SEARCH_ALL,
    REGISTERS_OF_ALL,
    Action("help", "f1", "help", "what can be done here", "Help", footer=True),
    Action("back", "escape", "drill", "goes back to the drill", "Result", footer=True),
))  # fmt: skip
"""What can be done with the result of a drill."""
