"""The capture line: a small editor for one entry, in which Enter always records."""

from __future__ import annotations

from textual import events
from textual.document._document import Location, Selection
from textual.timer import Timer
from textual.widgets import TextArea

from plenary_tui.record.clean import clean
from plenary_tui.ui import graphemes
from plenary_tui.ui.messages import Entered, LeftUpwards, Pasted

BURST = 0.015
"""Seconds within which keys come that nobody pressed one by one: an unmarked paste."""
PASTE_LINES = 3
PASTE_LENGTH = 200
"""From how many line ends and characters on such a burst is a paste; less is a slow connection."""
QUIET = 0.3
"""Seconds of silence after it: who types over a slow connection goes on."""


class CaptureLine(TextArea):
    """The text of the next entry. Lines wrap; no key makes a line end inside an entry."""

    def __init__(self, text: str = "", *, id: str) -> None:
        super().__init__(
            text, id=id, soft_wrap=True, compact=True, highlight_cursor_line=False,
            tab_behavior="focus",
        )  # fmt: skip
        self.cursor_blink = False
        self._held: list[str] = []
        self._burst: Timer | None = None
        self._key_at = 0.0

    def put(self, text: str) -> None:
        """Put a text in place of everything, with the cursor behind it, and nothing to undo."""
        self.load_text(text)
        self.move_cursor(self.document.end)

    @property
    def unsent(self) -> str:
        """Everything that was typed and not handed on."""
        return "\n".join([*self._held, self.text])

    async def _on_key(self, event: events.Key) -> None:
        # The time of a key is that of its reading: a busy screen makes no burst of what was typed.
        gap, self._key_at = event.time - self._key_at, event.time
        if self._burst is not None:
            self._burst.stop()
            if gap > BURST:
                self._hand_on()
            else:
                self._burst = self.set_timer(BURST, self._end_burst)
        # A pasted line feed arrives as ctrl+j.
        if event.key in ("enter", "ctrl+j"):
            event.stop()
            event.prevent_default()
            self._end_line(alone=gap > BURST)
        elif not event.is_printable:
            # Textual runs a binding only when its key has bubbled up, behind letters that came
            # with it over a slow connection: Backspace would delete one of those.
            active = self.screen.active_bindings.get(event.key)
            if active is not None and active.enabled:
                event.stop()
                event.prevent_default()
                await self.app.run_action(active.binding.action, active.node)

    def _end_line(self, *, alone: bool) -> None:
        """Take a line; where a finger pressed Enter there is no burst to wait for."""
        self._held.append(self.text)
        self.load_text("")
        if self._burst is not None:
            self._burst.stop()
        if alone:
            self._hand_on()
        else:
            self._burst = self.set_timer(BURST, self._end_burst)

    def _end_burst(self) -> None:
        """Look at what came at once: few lines were typed; many are a paste, if nothing follows."""
        if len(self._held) >= PASTE_LINES and len(self.unsent) >= PASTE_LENGTH:
            self._burst = self.set_timer(QUIET, self._take_as_paste)
        else:
            self._hand_on()

    def _hand_on(self) -> None:
        """Enter the lines one by one, as they were typed."""
        self._burst = None
        held, self._held = self._held, []
        for line in held:
            self.post_message(Entered(line))

    def _take_as_paste(self) -> None:
        """Make one entry of the lines, to be entered or split."""
        self._burst = None
        text = clean(self.unsent)
        self._held = []
        self.put(text)
        self.post_message(Pasted(self.document.line_count))

    def _on_paste(self, event: events.Paste) -> None:  # type: ignore[override]
        """Take a paste as text of this entry, cleaned; line ends inside it stay."""
        event.stop()
        event.prevent_default()
        text = clean(event.text)
        result = self._replace_via_keyboard(text, *self.selection)
        if result is not None:
            self.move_cursor(result.end_location)
        if "\n" in text:
            self.post_message(Pasted(self.document.line_count))

    def _refresh_size(self) -> None:
        """Size the editor, with the selection inside its text: an undo may have shortened it."""
        # textual#6686: the base method looks at the cursor's line before the undo has moved it.
        last = max(0, self.document.line_count - 1)
        start, end = ((min(row, last), column) for row, column in self.selection)
        if (start, end) != tuple(self.selection):
            self.set_reactive(TextArea.selection, Selection(start, end))
        super()._refresh_size()

    def action_cursor_up(self, select: bool = False) -> None:
        """Move up; from the first line into the list."""
        if self.cursor_at_first_line and not select:
            self.post_message(LeftUpwards())
        else:
            super().action_cursor_up(select)

    def get_cursor_left_location(self) -> Location:
        """Return the place before what the eye takes for one letter."""
        row, column = self.cursor_location
        size = graphemes.before(self.document[row][:column])
        return (row, column - size) if size else super().get_cursor_left_location()

    def get_cursor_right_location(self) -> Location:
        """Return the place after what the eye takes for one letter."""
        row, column = self.cursor_location
        size = graphemes.after(self.document[row][column:])
        return (row, column + size) if size else super().get_cursor_right_location()
