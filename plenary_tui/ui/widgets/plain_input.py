"""A line of input into which nothing gets that a terminal would take for a command."""

from __future__ import annotations

from collections.abc import Callable

from textual.suggester import Suggester
from textual.widgets import Input

from plenary_tui.record.clean import clean_line


class PlainInput(Input):
    """An Input that cleans what is typed and pasted, whichever way it comes in."""

    def replace(self, text: str, start: int, end: int) -> None:
        """Put a text in place of another, cleaned."""
        super().replace(text if text.isprintable() else clean_line(text), start, end)


class Completing(Suggester):
    """Suggests what a function makes of the value; nothing is kept, since files come and go."""

    def __init__(self, complete: Callable[[str], str]) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._complete = complete

    async def get_suggestion(self, value: str) -> str | None:
        """Return the completed value, None where there is none."""
        return self._complete(value) or None
