"""Every text that a screen shows reaches 7:1 on the ground it stands on, in both themes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from rich.style import Style
from textual.color import Color
from textual.screen import Screen

from plenary_tui.ui.terminal.themes import DARK, LIGHT
from tests.store.sessions import new_session
from tests.ui.stage import app_on, room_of, settled

ENOUGH = 7.0
NO_TEXT = " ▏▕▁▂▃▄▅▆▇█▊▎▔"
"""Lines and scroll bars."""
LINES = (
    "Presiding: NV", "q+ OS, TR, GDA", "limit 1 min", "next", "10:00 OS: spoke", "?name",
    "NV: the outcom", "s/outcom/outcome/", "NV: a slip", "undo", "Agenda 7: More",
    "Item 7 deferred: later", "Proposal NV: We meet monthly.", "+ OS", "Objection TR: no",
    "Adopted:", "Private: hush", "Point of order TR: that",
)  # fmt: skip


def luminance(color: Color) -> float:
    """Return the relative luminance of a colour (WCAG 2.2)."""
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in color.normalized
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(style: Style) -> float:
    """Return the contrast of a style's text with its ground."""
    assert style.color is not None
    assert style.bgcolor is not None
    one, two = (luminance(Color.from_rich_color(c)) for c in (style.color, style.bgcolor))
    return (max(one, two) + 0.05) / (min(one, two) + 0.05)


def faint(screen: Screen[Any]) -> dict[str, float]:
    """Return the texts of a screen that fall short, each with its contrast."""
    found = {}
    for strip in screen._compositor.render_strips():
        for segment in strip:
            if segment.text.strip(NO_TEXT) and segment.style is not None:
                reached = contrast(segment.style)
                if reached < ENOUGH or segment.style.dim:
                    found[segment.text] = reached
    return found


@pytest.mark.parametrize("theme", [DARK.name, LIGHT.name])
async def test_every_text_of_the_room_stands_out(tmp_path: Path, theme: str) -> None:
    app = app_on(new_session(tmp_path / "demo"))
    async with app.run_test(size=(120, 40)) as pilot:
        room = room_of(pilot)
        app.theme = theme
        await settled(pilot, lambda: room.view.entries > 0)
        known = room.view.entries
        for line in LINES:
            room.send(line)
        await settled(pilot, lambda: room.view.entries == known + len(LINES))
        assert faint(room) == {}
        room.capture.insert("Adopted: and some more")
        await pilot.press("shift+left", "shift+left")
        await settled(pilot, lambda: "refused" in room.says.render().plain)
        assert faint(room) == {}
        await pilot.press("ctrl+g")
        assert faint(room) == {}
        await pilot.press("escape", "up", "up")
        assert faint(room) == {}
        room._trouble = "The disk is full"
        room._alert()
        await pilot.pause(0.1)
        assert faint(room) == {}
        room.send("In camera:")
        await settled(pilot, lambda: room.has_class("-closed"))
        await pilot.pause(0.1)
        assert faint(room) == {}
        for key in ("f1", "f3", "ctrl+p"):
            room.capture.focus()
            await pilot.press(key)
            await pilot.pause(0.3)
            assert faint(app.screen) == {}
            await pilot.press("escape")
        app.flush()
