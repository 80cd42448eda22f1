"""The line in which is typed where to go, what to look at, and what to write an excerpt as."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from textual import on
from textual.widgets import Input

from plenary_tui.errors import PlenaryError

from .moving import Moving

if TYPE_CHECKING:
    from plenary_tui.ui.replay.player import Player

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
        if self.player is not None:
            self.player.transport.playing = False
        elif self.later is None:
            return
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

    @on(Input.Changed)
    def foretell(self, message: Input.Changed) -> None:
        """Say where the line leads while it is typed."""
        if self.asked != "go to" or self.player is None:
            return
        told = self.player.foretell(message.value)
        if told:
            self.say(told, "quiet", most=1)
        else:
            self.show()

    @on(Input.Submitted)
    def take_line(self, message: Input.Submitted) -> None:
        """Do what was typed; what leads nowhere stays, with the reason."""
        if self.player is not None:
            if self._done(self.player, self.asked, message.value):
                self.close_line()
        elif self.later is not None:
            self.later.append(partial(self._do_typed, self.asked, message.value))
            self.close_line()

    def _do_typed(self, asked: Asked, typed: str) -> None:
        """Do what was typed while the record was read; what leads nowhere opens its line again."""
        if self.player is not None and not self._done(self.player, asked, typed):
            self._ask(asked, typed, "")

    def _done(self, player: Player, asked: Asked, typed: str) -> bool:
        if asked == "go to":
            self.typed = typed
            return self.find()
        if asked == "look at":
            return self.attempt(player, "ask", typed)
        return self._write(typed)

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
