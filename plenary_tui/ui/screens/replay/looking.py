"""What is looked at beside the entries: the line on top, the draft as it stood, the help."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on
from textual.containers import VerticalScroll
from textual.getters import query_one
from textual.message import Message
from textual.widgets import Static

from plenary_tui.ui import panels
from plenary_tui.ui.replay.drafted import Drafted, Drafting
from plenary_tui.ui.replay.head import head
from plenary_tui.ui.widgets.plain import Header, content

from .asking import Asking
from .list import ReplayList

if TYPE_CHECKING:
    from plenary_tui.ui.panels import Line
    from plenary_tui.ui.replay.player import Player

ABOUT = (
    "A past session, as it happened: nothing is recorded here. Space plays it, the arrows go "
    "entry by entry, a letter goes to what comes next of a kind, its capital to what was before.",
    "Below: sittings ━ and their breaks ┄, where items were taken up, how much was said ▁ to █, "
    "decisions ●, objections ▲, both ◆. A click goes there.",
    "Who had the floor when it was gavelled stands at every decision: d goes to the next one.",
    "[ ] on top counts the open brackets of the draft as it stood, [ ] beside the entries those in "
    "texts of the room.",
)


class ReplayHead(Header):
    """The line on top, with the time of the meeting."""

    player: Player | None = None
    brackets: int | None = None

    def _line(self) -> panels.Line:
        width = self.size.width
        if self.player is None:
            said = f" {self.view.title} · {self.disk}"
            return ((" REPLAY ", "marking"), (f"{said:<{max(0, width - 8)}}", "head"))
        return head(self.view, self.player, self.brackets, width, self.time_format)


class Looking(Asking):
    """Shows the draft in place of the entries, or beside them; leads to the help, and out."""

    head = query_one("#replay-head", ReplayHead)
    draft = query_one("#draft", VerticalScroll)
    draft_text = query_one("#draft-text", Static)

    @dataclass(eq=False)
    class DraftKnown(Message):
        """The draft as it stood at a moment is known."""

        drafted: Drafted

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._drafting: Drafting | None = None
        self._draft: tuple[Line, ...] = ((("The draft is being composed.", "quiet"),),)

    def begin_drafting(self, player: Player) -> None:
        """Compose the draft from now on, beside the playing."""
        self._drafting = Drafting(player, self._drafted)

    def _drafted(self, drafted: Drafted) -> None:
        self.post_message(self.DraftKnown(drafted))

    def want_draft(self, player: Player) -> None:
        """Compose the draft of where the player is now."""
        if self._drafting is not None:
            playing = player.transport.playing
            self._drafting.want(player.position, applied=player.applied, playing=playing)

    def end_drafting(self) -> None:
        """Compose no more drafts."""
        if self._drafting is not None:
            self._drafting.stop()

    @on(DraftKnown)
    def take_draft(self, message: DraftKnown) -> None:
        """Show the draft as it stood, and how many brackets are open in it."""
        drafted = message.drafted
        self.head.brackets = None if drafted.why else drafted.brackets
        self.head.update()
        self._draft = (((drafted.why, "warning"),),) if drafted.why else drafted.page
        self._show_draft()

    def _show_draft(self) -> None:
        if self.has_class("-drafting"):
            self.draft_text.update(content(self._draft))

    def do_replay_draft(self) -> None:
        """Show the draft as it stood, or the entries again."""
        self.toggle_class("-drafting")
        self._show_draft()

    def do_up(self) -> None:
        """Scroll up."""
        self._scrolled.scroll_page_up(animate=False)

    def do_down(self) -> None:
        """Scroll down."""
        self._scrolled.scroll_page_down(animate=False)

    @property
    def _scrolled(self) -> VerticalScroll | ReplayList:
        return self.draft if self.has_class("-drafting") else self.record

    def do_help(self) -> None:
        """Show what can be done here."""
        from plenary_tui.ui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.actions, self.head.view, ABOUT))

    def do_back(self) -> None:
        """Leave what is open, then the replay."""
        if self.asked:
            self.close_line()
            self.show()
        elif self.has_class("-drafting"):
            self.remove_class("-drafting")
        elif len(self.app.screen_stack) > 1:
            self.app.pop_screen()
        else:
            self.app.exit()
