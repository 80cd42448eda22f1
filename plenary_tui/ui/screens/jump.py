"""Jump mode: a letter beside each place of the screen below; the letter goes there."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any, NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.geometry import Offset, Size
from textual.screen import ModalScreen, Screen
from textual.widget import Widget
from textual.widgets import Static

from plenary_tui.ui.menus.jump import lettered


class Place(NamedTuple):
    """Somewhere to go. action: what goes there, where the place takes no keys itself."""

    widget: Widget
    at: Offset
    action: str = ""


class JumpScreen(ModalScreen[str | None]):
    """Shows the letters over the screen below. Dismissed with a place's name, or None."""

    CSS = """
    JumpScreen { background: transparent; }
    .jump { position: absolute; width: auto; height: 1; text-style: bold;
            background: $block-cursor-background; color: $block-cursor-foreground; }
    """

    def __init__(self, places: Mapping[str, Place]) -> None:
        super().__init__()
        self._places = places
        self._letters = lettered(places)
        self._laid_out_for = Size()
        self._has_left = False

    def compose(self) -> ComposeResult:
        """Put each letter where its place begins."""
        self._laid_out_for = self.app.size
        for letter, name in self._letters.items():
            label = Static(Content(f" {letter} {name} "), classes="jump")
            label.styles.offset = self._places[name].at
            yield label

    def on_key(self, event: events.Key) -> None:
        """Go to the place of a letter; any other key stays."""
        event.stop()
        event.prevent_default()
        self._leave(self._letters.get((event.character or "").casefold()))

    def on_resize(self, event: events.Resize) -> None:
        """Leave when the places move away under the letters."""
        if event.size != self._laid_out_for:
            self._leave(None)

    def on_click(self) -> None:
        """Leave for the mouse."""
        self._leave(None)

    def _leave(self, name: str | None) -> None:
        # Keys that come in one read, and the resizing of a window, come more than once.
        if not self._has_left:
            self._has_left = True
            self.dismiss(name)


def jump(screen: Screen[Any], actions: Mapping[str, str]) -> None:
    """Offer the places of a screen that can take the focus, and go where a letter says.

    actions: for widgets that take no keys themselves, by their ids, the action that goes there.
    """
    places: dict[str, Place] = {}
    for widget in screen.walk_children(Widget):
        action = actions.get(widget.id or "", "")
        region = widget.region
        if widget.id and region.area and (action or widget in screen.focus_chain):
            name = widget.id.rpartition("-")[2]
            places.setdefault(name, Place(widget, region.offset, action))
    screen.app.push_screen(JumpScreen(places), partial(_go, screen, places))


async def _go(screen: Screen[Any], places: Mapping[str, Place], name: str | None) -> None:
    if name is None:
        return
    place = places[name]
    if place.action:
        await screen.run_action(f"do('{place.action}')")
    else:
        place.widget.focus()
