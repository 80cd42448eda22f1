"""The registry of the charts. Letters are keys here: nothing is typed."""

from __future__ import annotations

from .anywhere import REGISTERS_OF_ALL, SEARCH_ALL
from .keys import Action, checked


def _chart(id: str, key: str, label: str, says: str, group: str, *, footer: bool = False) -> Action:
    return Action(id, key, label, says, group, footer=footer, letter=len(key) == 1)


CHARTS = checked((
    _chart("next_view", "tab", "next chart", "shows the next chart", "Charts", footer=True),
    _chart("show_floor", "1", "floor", "who had how much of the floor", "Charts"),
    _chart("show_times", "2", "over time", "interventions over time", "Charts"),
    _chart("show_brackets", "3", "brackets", "open brackets over time", "Charts"),
    _chart("show_support", "4", "support", "who supported whom", "Charts"),
    _chart("group_by", "g", "by", "by class, delegation, item or day", "Choosing", footer=True),
    _chart("next_measure", "m", "measure",
           "time, turns or interventions; who supports, opposes, is flexible", "Choosing",
           footer=True),
    _chart("order_by", "s", "sort", "the largest first, or in their own order", "Choosing"),
    _chart("one_item", "i", "item", "the next agenda item alone; I the one before", "Choosing"),
    _chart("item_before", "I", "item before", "the agenda item before it", "Choosing"),
    _chart("one_day", "d", "day", "the next day alone", "Choosing"),
    _chart("one_body", "b", "body", "the sittings of the next working body alone", "Choosing"),
    _chart("all_again", "a", "all", "all items, days and bodies again", "Choosing", footer=True),
    _chart("write_balance", "x", "write", "writes it for the Chair as Word and HTML into drafts/",
           "Documents", footer=True),
    SEARCH_ALL,
    REGISTERS_OF_ALL,
    _chart("theme", "ctrl+t", "light or dark",
           "changes between light and dark, and no colour at all", "Help"),
    _chart("commands", "ctrl+p", "commands", "finds anything that can be done now", "Help"),
    _chart("help", "f1", "help", "what is counted, and what can be done here", "Help",
           footer=True),
    _chart("back", "escape", "back", "goes back to where you were", "Help", footer=True),
))  # fmt: skip
"""What can be done with the charts."""
