"""The registry of what is laid side by side. Letters are keys here: nothing is typed."""

from __future__ import annotations

from .keys import Action, checked


def _compare(
    id: str, key: str, label: str, says: str, group: str, *, footer: bool = False
) -> Action:
    return Action(id, key, label, says, group, footer=footer, letter=len(key) == 1)


COMPARE = checked((
    _compare("next_difference", "n", "next", "goes to the next difference", "Differences",
             footer=True),
    _compare("difference_before", "p", "before", "goes to the difference before", "Differences",
             footer=True),
    _compare("open_row", "enter", "open",
             "opens what is alike; shows all the words of a row, over the whole width",
             "Differences", footer=True),
    _compare("open_all", "o", "open all", "opens all that is alike, or closes it again",
             "Differences", footer=True),
    _compare("theme", "ctrl+t", "light or dark",
             "changes between light and dark, and no colour at all", "Help"),
    _compare("commands", "ctrl+p", "commands", "finds anything that can be done now", "Help"),
    _compare("help", "f1", "help", "what the signs say, and what can be done here", "Help",
             footer=True),
    _compare("back", "escape", "back", "goes back to where you were", "Help", footer=True),
))  # fmt: skip
"""What can be done with two copies or two drafts side by side."""
