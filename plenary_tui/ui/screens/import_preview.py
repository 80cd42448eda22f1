"""What a file comes to, shown before it is imported; columns and delegations can be changed."""

from __future__ import annotations

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input, Static

from plenary_tui.errors import WrongUse
from plenary_tui.importers.arriving import Look
from plenary_tui.ui.importing.preview import Preview
from plenary_tui.ui.widgets.plain_input import PlainInput

_KEYS = "Enter imports · Esc leaves"
_TYPES = "Enter takes it · Esc leaves it as it was"
_CHANGES = "Up and down choose · left and right change it · "


class ImportPreview(Screen[Look | None]):
    """Shows the preview; dismissed with what is to be kept, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Leave"),
        Binding("enter", "take", "Import"),
        Binding("up", "move(-1)", "Up", show=False, priority=True),
        Binding("down", "move(1)", "Down", show=False, priority=True),
        Binding("left", "turn(-1)", "Other", show=False),
        Binding("right", "turn(1)", "Other", show=False),
    ]
    CSS = """
    ImportPreview { background: $background; }
    #preview-lines { height: 1fr; padding: 0 1; }
    #preview-said { height: auto; padding: 0 1; text-style: bold; color: $text-error; }
    #preview-answer { display: none; }
    ImportPreview.-typing #preview-answer { display: block; }
    #preview-keys { height: 1; padding: 0 1; background: $panel; }
    """

    def __init__(self, preview: Preview) -> None:
        super().__init__()
        self._preview = preview
        self._can_change = any(line.can_change for line in preview.lines())

    def compose(self) -> ComposeResult:
        """Lay out the preview."""
        with VerticalScroll(id="preview-lines", can_focus=True) as scroll:
            yield Static(id="preview-text", markup=False)
        yield Static(id="preview-said", markup=False)
        yield PlainInput(id="preview-answer", placeholder="its code or name, or a new code",
                         select_on_focus=False)  # fmt: skip
        yield Static(id="preview-keys", markup=False)
        scroll.focus()

    @on(events.Resize)
    def _draw(self) -> None:
        width = max(20, self.size.width - 4)
        lines = self._preview.lines(width)
        drawn = []
        for at, line in enumerate(lines):
            chosen = self._can_change and at == self._preview.at and line.can_change
            text = f"▸{line.text[1:]}" if chosen else line.text
            drawn.append(Content.styled(text, "reverse" if chosen else line.style))
        self.query_one("#preview-text", Static).update(Content("\n").join(drawn))
        self._tell(self._preview.trouble)

    def _tell(self, said: str) -> None:
        self.query_one("#preview-said", Static).update(said)
        keys = (_CHANGES if self._can_change else "") + _KEYS
        self.query_one("#preview-keys", Static).update(_TYPES if self._types else keys)

    @property
    def _types(self) -> bool:
        return self.has_class("-typing")

    def on_key(self, event: events.Key) -> None:
        """Begin to type who is meant, on a line that asks about a delegation."""
        if not event.is_printable or not self._preview.asks:
            return
        event.stop()
        if self._types:  # typed before the input has the focus
            answer = self.query_one("#preview-answer", PlainInput)
            answer.insert_text_at_cursor(event.character or "")
        else:
            self._typing(event.character or "")

    def _typing(self, begins: str | None) -> None:
        """Show what is typed, or, for None, nothing any more."""
        answer = self.query_one("#preview-answer", PlainInput)
        self.set_class(begins is not None, "-typing")
        answer.value = begins or ""
        answer.cursor_position = len(answer.value)
        (self.query_one("#preview-lines") if begins is None else answer).focus()
        self._tell(self._preview.trouble)

    @on(Input.Submitted, "#preview-answer")
    def _answered(self) -> None:
        try:
            self._preview.say(self.query_one("#preview-answer", PlainInput).value)
        except WrongUse as error:
            self._tell(str(error))
            return
        self._typing(None)
        self._draw()

    def action_move(self, step: int) -> None:
        """Choose another line, or scroll where nothing can be chosen."""
        if self._types:
            return
        scroll = self.query_one("#preview-lines", VerticalScroll)
        if not self._can_change:
            scroll.scroll_relative(y=step, animate=False)
            return
        self._preview.move(step)
        self._draw()
        scroll.scroll_to(y=max(0, self._preview.at - scroll.size.height // 2), animate=False)

    def action_turn(self, step: int) -> None:
        """Change what the chosen line says."""
        self._preview.turn(step)
        self._draw()

    def action_take(self) -> None:
        """Import what is shown; what cannot be read is said instead."""
        if self._types:
            self._answered()
        elif not self._preview.trouble:
            self.dismiss(self._preview.look)

    def action_leave(self) -> None:
        """Import nothing; while something is typed, leave that alone."""
        if self._types:
            self._typing(None)
            return
        self.dismiss(None)
