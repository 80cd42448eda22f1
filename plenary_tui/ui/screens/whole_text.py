"""The texts that are open, each whole: every wording, every position."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import events as keys
from textual.binding import Binding, BindingType

from plenary_tui.ui.actions import WHOLE_TEXT
from plenary_tui.ui.conducting import events
from plenary_tui.ui.panels import Line
from plenary_tui.ui.panels import texts as text_lines
from plenary_tui.ui.seen.views import TextView
from plenary_tui.ui.widgets.letters import letter

from .sheet import Sheet

if TYPE_CHECKING:
    from .room.procedure import ProcedureKeys


class WholeTextScreen(Sheet):
    """One text at a time; the gavel and what is typed then name it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(one.key, f"do('{one.id}')", one.label, show=False) for one in WHOLE_TEXT),
        Binding("right", "do('after')", show=False),
        Binding("left", "do('before')", show=False),
        Binding("alt+t", "do('back')", show=False),
        Binding("enter", "do('gavel')", show=False),
    ]
    actions = WHOLE_TEXT

    def __init__(self, room: ProcedureKeys) -> None:
        super().__init__(room)
        self._keys = room
        self.texts: tuple[TextView, ...] = (room.view.text,) if room.view.text else ()
        self._label = self.texts[0].label if self.texts else ""

    def on_mount(self) -> None:
        """Ask for the texts."""
        super().on_mount()
        self.room.conductor.list_texts()

    def hear(self, event: events.Event) -> None:
        """Follow the record."""
        if isinstance(event, events.Texts):
            self.texts = event.texts
            self.draw()
        elif isinstance(event, events.Kept | events.Grew | events.Opened):
            self.room.conductor.list_texts()

    @property
    def shown(self) -> TextView | None:
        """The text that is shown: the chosen one, else the first."""
        chosen = (one for one in self.texts if one.label == self._label)
        return next(chosen, self.texts[0] if self.texts else None)

    def heading(self) -> str:
        """Return which texts there are, the shown one in brackets."""
        shown = self.shown
        labels = (f"[{one.label}]" if one is shown else one.label for one in self.texts)
        return "Open texts: " + ("  ".join(labels) or "none")

    def lines(self, width: int) -> list[Line]:
        """Return the whole text."""
        if self.shown is None:
            return [(("No text is open.", "quiet"),)]
        return text_lines.whole(self.shown, width)

    def draw(self) -> None:
        """Show it, and how to go on."""
        super().draw()
        others = f"Tab or the arrows show the other {len(self.texts) - 1}; " * (len(self.texts) > 1)
        shown = self.shown
        ends = f"Enter is the gavel on {shown.label}." if shown else ""
        self.says.last(f"{others}{ends} A letter goes back to typing.", "quiet")

    def on_key(self, event: keys.Key) -> None:
        """Go back to the capture line with a letter that was typed."""
        if typed := letter(event):
            event.stop()
            self.dismiss()
            self._keys.back_to_typing(typed)

    def _step(self, by: int) -> None:
        if self.shown is not None:
            place = self.texts.index(self.shown) + by
            self._label = self.texts[place % len(self.texts)].label
            self.body.scroll_home(animate=False)
            self.draw()

    def do_after(self) -> None:
        """Show the next text."""
        self._step(1)

    def do_before(self) -> None:
        """Show the text before."""
        self._step(-1)

    def do_up(self) -> None:
        """Scroll up."""
        self.body.scroll_page_up(animate=False)

    def do_down(self) -> None:
        """Scroll down."""
        self.body.scroll_page_down(animate=False)

    def do_gavel(self) -> None:
        """Stamp the time and offer the outcomes of the text that is shown."""
        shown = self.shown
        self.dismiss()
        if shown is not None:
            self._keys.gavel_on(shown)
