"""The capture line: a small editor for one entry, in which Enter always records."""

from __future__ import annotations

import sys
from collections.abc import Callable
from itertools import pairwise

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.document._document import Location, Selection
from textual.document._document_navigator import DocumentNavigator
from textual.strip import Strip
from textual.timer import Timer
from textual.widgets import TextArea

from plenary_tui.record.clean import clean
from plenary_tui.ui.messages import Entered, LeftUpwards, Pasted
from plenary_tui.ui.terminal import graphemes

from .letters import letter
from .wrapped import Wrapped

BURST = 0.04
"""Seconds within which keys come that nobody pressed one by one: an unmarked paste. A busy machine
reads what was sent at once with gaps of 20 ms."""
PASTE_LINES = 3
PASTE_LENGTH = 200
"""From how many line ends and characters on such a burst is a paste; less is a slow connection."""
QUIET = 0.3
"""Seconds of silence after it: who types over a slow connection goes on."""


class CaptureLine(TextArea):
    """The text of the next entry. Lines wrap; no key makes a line end inside an entry.

    one_line: the lines of a paste are joined with blanks.
    """

    def __init__(self, text: str = "", *, id: str, one_line: bool = False) -> None:
        super().__init__(
            text, id=id, soft_wrap=True, compact=True, highlight_cursor_line=False,
            tab_behavior="focus",
        )  # fmt: skip
        self.cursor_blink = False
        self.joins = False
        """Whether what came at once with a line end in it is a paste, however little it is."""
        self._one_line = one_line
        self.takes_first: Callable[[str], bool] | None = None
        """Asked about every key that records, moves or leaves; True: the key was taken."""
        self._held: list[str] = []
        self._burst: Timer | None = None
        self._key_at = 0.0

    def put(self, text: str, cursor: int | None = None) -> None:
        """Put a text in place of everything, with nothing to undo.

        cursor: characters before it; None behind the text.
        """
        self.load_text(text)
        before = text if cursor is None else text[:cursor]
        self.move_cursor((before.count("\n"), len(before) - before.rfind("\n") - 1))

    @property
    def unsent(self) -> str:
        """Everything that was typed and not handed on."""
        return "\n".join([*self._held, self.text])

    @property
    def cursor(self) -> int:
        """How many characters stand before the cursor, also of what was not handed on yet."""
        row, column = self.cursor_location
        held = sum(len(line) + 1 for line in self._held)
        return held + sum(len(line) + 1 for line in self.document.lines[:row]) + column

    @property
    def selected_span(self) -> tuple[int, int]:
        """Where what is selected begins and ends, in characters of the text."""
        lengths = [len(line) + 1 for line in self.document.lines]
        start, end = (
            sum(lengths[:row]) + column for row, column in sorted(self.selection)
        )  # fmt: skip
        return start, end

    @property
    def begun(self) -> str:
        """What stands before the cursor in the first line."""
        row, column = self.cursor_location
        return self.document[0][:column] if not row else self.document[0]

    def put_before_cursor(self, start: int, text: str) -> None:
        """Put a text in place of what stands between a place of the first line and the cursor."""
        self.replace(text, (0, start), self.cursor_location, maintain_selection_offset=False)

    async def _on_key(self, event: events.Key) -> None:
        # The time of a key is that of its reading: a busy screen makes no burst of what was typed.
        gap, self._key_at = event.time - self._key_at, event.time
        if self._burst is not None:
            self._burst.stop()
            if gap > BURST:
                self._hand_on()
            else:
                self._burst = self.set_timer(BURST, self._end_burst)
        if (
            not letter(event)
            and not self._held
            and self.takes_first is not None
            and self.takes_first(event.key)
        ):
            event.stop()
            event.prevent_default()
        # A pasted line feed arrives as ctrl+j.
        elif event.key in ("enter", "ctrl+j"):
            event.stop()
            event.prevent_default()
            self._end_line(alone=gap > BURST)
        elif not letter(event):
            # Textual runs a binding only when its key has bubbled up, behind letters that came
            # with it over a slow connection: Backspace would delete one of those.
            active = self.screen.active_bindings.get(event.key)
            if active is not None or event.key.startswith("alt+"):
                event.stop()
                event.prevent_default()
            if active is not None and active.enabled:
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
        if self.joins and len(self._held) + bool(self.text) > 1:
            self._take_as_paste()
            return
        self._burst = None
        held, self._held = self._held, []
        for line in held:
            self.post_message(Entered(line))

    def _take_as_paste(self) -> None:
        """Make one entry of the lines, to be entered or split."""
        self._burst = None
        text = self._one_text(self.unsent)
        self._held = []
        self.put(text)
        self.post_message(Pasted(self.document.line_count))

    def _on_paste(self, event: events.Paste) -> None:  # type: ignore[override]
        """Take a paste as text of this entry, cleaned; line ends inside it stay."""
        event.stop()
        event.prevent_default()
        text = self._one_text(event.text)
        result = self._replace_via_keyboard(text, *self.selection)
        if result is not None:
            self.move_cursor(result.end_location)
        if "\n" in clean(event.text):
            self.post_message(Pasted(self.document.line_count))

    def _one_text(self, pasted: str) -> str:
        """Return what was pasted, cleaned, in one line where it is to be one."""
        text = clean(pasted)
        if not self._one_line or "\n" not in text:
            return text
        return " ".join(line.strip() for line in text.split("\n") if line.strip())

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

    def clamp_visitable(self, location: Location) -> Location:
        """Return the nearest place in the text that is not inside a letter."""
        row, column = super().clamp_visitable(location)
        return row, graphemes.whole(self.document[row], column)

    def get_cursor_left_location(self) -> Location:
        """Return the place before what the eye takes for one letter."""
        row, column = self.cursor_location
        if not column:
            return super().get_cursor_left_location()
        return row, graphemes.before(self.document[row], column)

    def get_cursor_right_location(self) -> Location:
        """Return the place after what the eye takes for one letter."""
        row, column = self.cursor_location
        if column == len(self.document[row]):
            return super().get_cursor_right_location()
        return row, graphemes.after(self.document[row], column)

    def get_cursor_word_left_location(self) -> Location:
        """Return the place before the word, or the signs, on the left."""
        row, column = self.cursor_location
        if not column:
            return super().get_cursor_word_left_location()
        return row, graphemes.word_before(self.document[row], column)

    def get_cursor_word_right_location(self) -> Location:
        """Return the place where the next word, or the next signs, begin."""
        row, column = self.cursor_location
        if column == len(self.document[row]):
            return super().get_cursor_word_right_location()
        return row, graphemes.word_after(self.document[row], column)

    def action_delete_word_right(self) -> None:
        """Delete to the end of the word, or what is selected."""
        row, column = self.cursor_location
        if not self.selection.is_empty or column == len(self.document[row]):
            super().action_delete_word_right()
        else:
            end = graphemes.word_end(self.document[row], column)
            self._delete_via_keyboard((row, column), (row, end))

    def _set_document(self, text: str, language: str | None) -> None:
        """Take a new text, wrapped in our own way."""
        super()._set_document(text, language)
        self.wrapped_document: Wrapped = Wrapped(self.document, self.wrap_width)
        self.navigator = DocumentNavigator(self.wrapped_document)

    def _render_line(self, y: int) -> Strip:
        """Draw one line of the screen: only its own part of the paragraph is looked at."""
        theme = self._theme
        base = (theme and theme.base_style) or self.rich_style
        width = self.scrollable_content_region.width
        part = self.wrapped_document.part(self.scroll_offset.y + y)
        if part is None:
            return Strip.blank(width, base)
        row, start, end = part
        line = self.document[row]
        text = line[start:end] + (" " if end == len(line) else "")  # a place for the cursor
        styles = [(0, len(text), base)]
        if theme and not self.selection.is_empty:
            first, last = (_column(row, place) - start for place in sorted(self.selection))
            styles.append((first, last, base + (theme.selection_style or Style())))
        at_row, column = self.cursor_location
        if theme and at_row == row and self._draw_cursor:
            behind = graphemes.after(f"{line} ", column)
            styles.append((column - start, behind - start, base + (theme.cursor_style or Style())))
        edges = sorted({max(0, min(at, len(text))) for one in styles for at in one[:2]})
        segments = [
            Segment(text[left:right], next(
                style for first, last, style in reversed(styles) if first <= left < last
            ))
            for left, right in pairwise(edges)
        ]  # fmt: skip
        return Strip(segments).extend_cell_length(width, base)


def _column(row: int, place: Location) -> int:
    """Return where in a row a place stands, at its beginning or past its end where outside."""
    return place[1] if place[0] == row else -1 if place[0] < row else sys.maxsize
