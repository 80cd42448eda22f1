"""Widgets that draw lines of plain text: what a person typed is never read as markup."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from itertools import zip_longest
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.geometry import Region
from textual.widget import Widget

from plenary_tui.record.clean import clean_line
from plenary_tui.ui import panels
from plenary_tui.ui.actions import Action
from plenary_tui.ui.panels import sides
from plenary_tui.ui.seen.views import RoomView
from plenary_tui.ui.terminal.wrapping import fit

if TYPE_CHECKING:
    from plenary_tui.ui.conducting.events import Kept

Now = Callable[[], datetime]

_PARTS = {
    "title": "bold $primary", "current": "bold $accent", "warning": "bold $warning reverse",
    "quiet": "$text-muted", "plain": "", "marking": "bold reverse", "head": "bold", "clock": "bold",
    "says": "", "error": "bold $error", "key": "bold $primary",
    "inserted": "underline", "deleted": "strike $text-muted",
    "cursor": "bold $block-cursor-foreground on $block-cursor-background",
}  # fmt: skip


_UNCOLOURED = {
    part: " ".join(word for word in style.replace(" on ", " reverse ").split() if word[0] != "$")
    for part, style in _PARTS.items()
}
"""On the ground of a closed sitting there is one colour for all text."""


def content(lines: Iterable[panels.Line], *, coloured: bool = True) -> Content:
    """Return lines of pieces as content, each piece in the style of its part."""
    styles = _PARTS if coloured else _UNCOLOURED
    return Content("\n").join(
        Content.assemble(*((piece, styles[part]) for piece, part in line if piece))
        for line in lines
    )


OPENING = "… opening"
"""What the header says until the log is open: nothing is on disk before."""


class Header(Widget):
    """The one line on top: where we are, the time, and whether the record is on disk."""

    def __init__(self, now: Now, *, id: str) -> None:
        super().__init__(id=id)
        self._now = now
        self._shown: panels.Line = ()
        self.view = RoomView()
        self.disk = OPENING
        self.time_format = "24h"

    def update(self) -> None:
        """Draw anew if anything reads differently."""
        if self._line() != self._shown:
            self.refresh()

    def _line(self) -> panels.Line:
        return panels.head(self.view, self._now(), self.disk, self.size.width, self.time_format)

    def render(self) -> Content:
        """Draw the line."""
        self._shown = self._line()
        return content([self._shown])


class Side(Widget):
    """A side panel; on the ground of a closed sitting there is one colour for all text.

    warn: seconds before the end of a speech from which on it is said how many are left.
    """

    def __init__(self, now: Now, parts: sides.Parts, *, id: str) -> None:
        super().__init__(id=id)
        self._now = now
        self._shown: list[panels.Line] = []
        self.parts = parts
        self.view = RoomView()
        self.warn = 30

    def update(self) -> None:
        """Draw the lines anew that read differently: a running timer is one line."""
        width = self.size.width
        for y, (line, shown) in enumerate(zip_longest(self._lines(), self._shown)):
            if line != shown:
                self.refresh(Region(0, y, width, 1))

    def _lines(self) -> list[panels.Line]:
        if not self.view.is_known:
            return []
        size = (self.content_size.width, self.content_size.height)
        return sides.side(self.view, self._now(), size, self.parts, self.warn)

    def render(self) -> Content:
        """Draw the panel."""
        self._shown = self._lines()
        return content(self._shown, coloured=not self.screen.has_class("-closed"))


class Says(Widget):
    """Two lines over the capture line: what became of the last line, what this one says."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._last: panels.Piece = ("", "plain")
        self._now: panels.Piece = ("", "plain")
        self._beside = ""

    def last(self, words: str, part: str = "quiet") -> None:
        """Say what became of the last line."""
        self._last = (words, part)
        self.refresh()

    def became(self, kept: Kept) -> None:
        """Say what became of a line that is on disk."""
        words = clean_line("; ".join((kept.words, *kept.flags)))
        if kept.verdict == "ok":
            self.last(f"✓ {words}", "quiet")
        else:
            self.last(f"✗ {kept.verdict}: {clean_line(kept.why)}", "warning")

    def unsay(self, words: str) -> None:
        """Take away what was said of the last line, where it is still that."""
        if self._last[0] == words:
            self.last("")

    def now(self, words: str, part: str = "plain") -> None:
        """Say what the line says as it stands."""
        if self._now != (words, part):
            self._now = (words, part)
            self.refresh()

    def beside(self, words: str) -> None:
        """Say something quietly at the right end, where there is room for it."""
        if self._beside != words:
            self._beside = words
            self.refresh()

    def render(self) -> Content:
        """Draw the two lines."""
        width = self.content_size.width
        lines: list[panels.Line] = [
            ((fit(words, width), part),) for words, part in (self._last, self._now)
        ]
        for place, said in ((1, self._now), (0, self._last)):
            gap = width - cell_len(said[0]) - cell_len(self._beside)
            if self._beside and gap > 1:
                lines[place] = (said, (" " * gap + self._beside, "quiet"))
                break
        return content(lines, coloured=not self.screen.has_class("-closed"))


class KeyBar(Widget):
    """The keys that matter, at most seven; a click does what the key does."""

    def __init__(self, keys: Iterable[Action], *, id: str) -> None:
        super().__init__(id=id)
        self._keys = list(keys)

    def show(self, keys: Iterable[Action]) -> None:
        """Show other keys."""
        self._keys = list(keys)
        self.refresh()

    def render(self) -> Content:
        """Draw the keys, those for which there is room."""
        keys, gap = panels.that_fit(self._keys, self.content_size.width)
        return Content(gap).join(
            Content.assemble((action.shown_key, "bold"), f" {action.label}") for action in keys
        )

    async def on_click(self, event: events.Click) -> None:
        """Do what the key under the mouse does."""
        keys, gap = panels.that_fit(self._keys, self.content_size.width)
        at = 0
        for action in keys:
            at += len(f"{action.shown_key} {action.label}{gap}")
            if event.x < at:
                await self.screen.run_action(f"do('{action.id}')")
                return
