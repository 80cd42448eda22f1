"""What a file comes to, shown before it is imported; columns and delegations can be changed."""

from __future__ import annotations

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from plenary_tui.importers.arriving import Look
from plenary_tui.ui.importing.preview import Preview

_KEYS = "Enter imports · Esc leaves"
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
        yield Static((_CHANGES if self._can_change else "") + _KEYS, id="preview-keys",
                     markup=False)  # fmt: skip
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
        self.query_one("#preview-said", Static).update(self._preview.trouble)

    def action_move(self, step: int) -> None:
        """Choose another line, or scroll where nothing can be chosen."""
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
        if not self._preview.trouble:
            self.dismiss(self._preview.look)

    def action_leave(self) -> None:
        """Import nothing."""
        self.dismiss(None)
