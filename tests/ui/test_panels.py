"""The side panels, as lines of text."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from plenary_tui.ui.panels import Line, floor
from plenary_tui.ui.views import FloorView

NOW = datetime(2018, 6, 19, 10, 42, tzinfo=UTC)


def said(lines: list[Line]) -> str:
    """Return lines as one text."""
    return "\n".join("".join(text for text, _ in line) for line in lines)


def test_the_speaker_has_the_floor_with_a_timer_that_knows_the_limit() -> None:
    view = FloorView(speaker="Keldia", since=NOW - timedelta(seconds=102), limit=180)
    assert "▶ Keldia" in said(floor(view, NOW, 24, 10))
    assert "01:42" in said(floor(view, NOW, 24, 10))
    assert "over the limit" not in said(floor(view, NOW, 24, 10))
    assert "over the limit" in said(floor(view, NOW + timedelta(minutes=2), 24, 10))


def test_in_a_session_long_past_nobody_has_the_floor() -> None:
    view = FloorView(speaker="Keldia", since=NOW - timedelta(days=300))
    assert "Keldia" not in said(floor(view, NOW, 24, 10))
