"""What can be done in the search and in the registers over all sessions."""

from __future__ import annotations

from .anywhere import CHARTS_OF_SESSION, REGISTERS_OF_ALL, SEARCH_ALL
from .keys import Action, checked

SEARCH = checked((
    Action("open", "enter", "open", "opens the session at the chosen entry", "Search",
           footer=True),
    Action("narrow", "f2", "narrow", "picks who, which body, kind, stance, session or days",
           "Search", footer=True),
    Action("years", "f3", "over the years",
           "shows all of it in order of time, and back; all the words stand below the list",
           "Search",
           footer=True),
    Action("write", "f4", "write", "writes all positions as Word, Markdown or a table", "Search",
           footer=True),
    REGISTERS_OF_ALL,
    CHARTS_OF_SESSION,
    Action("help", "f1", "help", "what can be typed, and what the keys do", "Help", footer=True),
    Action("back", "escape", "back", "goes back to where you were", "Search", footer=True),
))  # fmt: skip
"""What can be done while something is looked for."""

REGISTERS = checked((
    Action("open", "enter", "open", "opens the session at the chosen entry", "Registers",
           footer=True),
    Action("after", "tab", "next register",
           "decisions, follow-ups, events, corrections, officers", "Registers", footer=True),
    Action("write", "f4", "write", "writes the register as Word, Markdown or a table",
           "Registers", footer=True),
    SEARCH_ALL,
    CHARTS_OF_SESSION,
    Action("help", "f1", "help", "what the registers hold, and what the keys do", "Help",
           footer=True),
    Action("back", "escape", "back", "leaves what was typed, else goes back", "Registers",
           footer=True),
))  # fmt: skip
"""What can be done in the registers; letters narrow them down."""
