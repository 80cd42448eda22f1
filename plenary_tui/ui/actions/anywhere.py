"""What can be done from every screen of a session: it opens over that screen, and leads back."""

from __future__ import annotations

from .keys import Action

SEARCH_ALL = Action(
    "search", "alt+l", "look up", "finds what was said in any session, as you type", "Screen"
)
REGISTERS_OF_ALL = Action(
    "registers", "alt+q", "registers",
    "decisions, follow-ups, events, corrections, officers of all sessions", "Screen",
)  # fmt: skip
CHARTS_OF_SESSION = Action(
    "charts", "alt+c", "charts",
    "for the Chair: speaking time and turns, over time, open brackets, who supported whom",
    "Screen",
)  # fmt: skip
ANYWHERE = (SEARCH_ALL, REGISTERS_OF_ALL, CHARTS_OF_SESSION)
