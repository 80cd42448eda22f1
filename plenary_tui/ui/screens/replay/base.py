"""What every part of the replay shares: its widgets, the player, and what is said."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from textual.getters import app as app_getter
from textual.getters import query_one
from textual.widgets import Static

from plenary_tui.errors import PlenaryError
from plenary_tui.record.clean import clean_line
from plenary_tui.ui.actions import Action
from plenary_tui.ui.actions.personal import PersonalApp
from plenary_tui.ui.screens.anywhere import FromAnywhere
from plenary_tui.ui.terminal.wrapping import fit, wrap
from plenary_tui.ui.widgets.plain import content
from plenary_tui.ui.widgets.plain_input import PlainInput

from .list import ReplayList

if TYPE_CHECKING:
    from plenary_tui.ui.panels import Line
    from plenary_tui.ui.replay.player import Player


MOST_SAID = 3
"""Lines that what is said gets at most, under the entries."""


class ReplayBase(FromAnywhere):
    """The replay without its keys. Each part of it adds methods `do_<id>` of the registry."""

    app = app_getter(PersonalApp)
    record = query_one("#record", ReplayList)
    says = query_one("#replay-says", Static)
    asks = query_one("#replay-asks", Static)
    input = query_one("#replay-input", PlainInput)

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder = folder
        self.player: Player | None = None
        """What is played, once the record is read."""
        self.typed = ""
        """Where was gone to last by typing."""
        self.later: list[Callable[[], object]] | None = []
        """What was asked for while the record is read, to be done then; None from then on."""
        self._lines_said = 1

    @property
    def session_folder(self) -> Path:
        """The folder of the session."""
        return self.folder

    @property
    def actions(self) -> tuple[Action, ...]:
        """What can be done here, with the person's keys."""
        return self.app.keymap.screens["replay"]

    def say(self, words: str, part: str = "warning", most: int = MOST_SAID) -> None:
        """Say something in so many lines at most, until the next move."""
        room = max(20, self.says.content_size.width)
        lines = wrap(clean_line(words), room, room)
        if len(lines) > most:
            lines[most - 1 :] = [fit(" ".join(lines[most - 1 :]), room)]
        self.put([((line, part),) for line in lines])

    def put(self, lines: list[Line]) -> None:
        """Put lines under the entries; only where their number changes is anything laid out."""
        self.says.update(content(lines), layout=False)
        if len(lines) != self._lines_said:
            self._lines_said = len(lines)
            self.says.styles.height = len(lines)

    def attempt(self, player: Player, act: str, *arguments: object) -> bool:
        """Let the player do something and show it, or say why it cannot."""
        try:
            getattr(player, act)(*arguments)
        except PlenaryError as error:
            self.say(str(error))
            return False
        self.show()
        return True

    def show(self) -> None:
        """Show where the player is now."""
        raise NotImplementedError
