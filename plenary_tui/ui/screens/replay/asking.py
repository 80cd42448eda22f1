"""The line in which is typed where to go, what to look at, and what to write an excerpt as."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from textual import on
from textual.widgets import Input

from plenary_tui.errors import PlenaryError

from .moving import Moving

Asked = Literal["", "go to", "look at", "write"]


class Asking(Moving):
    """Opens the line, takes what is typed, and closes it once it led somewhere."""

    asked: Asked = ""

    def do_go_to(self) -> None:
        """Ask where to go."""
        from plenary_tui.ui.replay import finding

        self._ask("go to", "", finding.ASKED)

    def do_find_words(self) -> None:
        """Ask for words."""
        from plenary_tui.ui.replay import finding

        self._ask("go to", "/", finding.ASKED)

    def do_filter(self) -> None:
        """Ask what to look at."""
        from plenary_tui.ui.replay import filtering

        self._ask("look at", self.player.filter.typed if self.player else "", filtering.ASKED)

    def do_export_excerpt(self) -> None:
        """Ask what to write the excerpt as, and where to."""
        from plenary_tui.ui.replay.exporting import ASKED

        self._ask("write", f"summary {self.folder.name}-excerpt.docx", ASKED)

    def _ask(self, asked: Asked, text: str, placeholder: str) -> None:
        if self.player is None:
            return
        self.player.transport.playing = False
        self.asked = asked
        self.asks.update(f"{asked} ▸")
        self.input.placeholder = placeholder
        self.input.value = text
        self.input.cursor_position = len(text)
        if text:
            self.say(placeholder, "plain")  # what else may be typed, which the text covers
        self.add_class("-asking")
        self.input.disabled = False
        self.input.focus()

    def close_line(self) -> None:
        """Close the line; keys mean what the footer says again."""
        self.asked = ""
        self.remove_class("-asking")
        self.input.disabled = True
        self.set_focus(None)

    @on(Input.Submitted)
    def take_line(self, message: Input.Submitted) -> None:
        """Do what was typed; what leads nowhere stays, with the reason."""
        typed, player = message.value, self.player
        if player is None:
            return
        if self.asked == "go to":
            self.typed = typed
            done = self.find()
        elif self.asked == "look at":
            done = self.attempt(player, "ask", typed)
        else:
            done = self._write(typed)
        if done:
            self.close_line()

    def _write(self, typed: str) -> bool:
        from plenary_tui.ui.replay.exporting import export

        assert self.player is not None
        try:
            path = export(self.player, typed, Path.cwd())
        except PlenaryError as error:
            self.say(str(error))
            return False
        self.say(f"Written: {path}", "plain")
        return True
