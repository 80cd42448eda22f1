"""The line on top of a replay, and the one over its timeline. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from plenary_tui.ui import panels
from plenary_tui.ui.panels import Line
from plenary_tui.ui.seen.views import RoomView
from plenary_tui.ui.terminal.wrapping import fit

if TYPE_CHECKING:
    from .player import Player

UNTIMED = "no time known"


def head(view: RoomView, player: Player, brackets: int | None, width: int, form: str) -> Line:
    """Return what session and sitting, how fast it plays, and the time of the meeting.

    brackets: how many are open in the draft then, None where that is not known yet. form: of
    the clock.
    """
    transport = player.transport
    time = panels.clock(player.now, form) if player.is_timed else UNTIMED
    sign = "▶" if transport.playing else "‖"
    open_ones = "[ ] …" if brackets is None else f"[ ] {brackets}"
    right = f" {open_ones}  {sign} ×{transport.speed:g}  {time} "
    left = "".join(f" {word} " for word in (*panels.how_closed(view), "REPLAY"))
    room = max(0, width - len(right) - len(left) - 2)
    presides = f"{view.presiding} presides" if view.presiding else ""
    about = " · ".join(part for part in (view.day, view.sitting, presides) if part)
    title = fit(view.title, room - cell_len(about) - 3) if room - cell_len(about) > 8 else ""
    said = fit(" · ".join(part for part in (title, about) if part), room)
    gap = " " * max(0, width - len(left) - 1 - cell_len(said) - len(right))
    return ((left, "marking"), (" " + said, "head"), (gap, "head"), (right, "clock"))


def status(player: Player, width: int) -> Line:
    """Return how far one is, how corrections read, what is looked at, and what is marked."""
    transport = player.transport
    at, of = player.position - transport.first, transport.last - transport.first
    parts = [f"{at:,} of {of:,}"]
    parts.append("corrections applied" if player.applied else "corrections as made")
    if player.pinned:
        parts.append(f"room of {player.pinned}")
    if player.filter.typed:
        rest = "the rest hidden" if player.hides else "marked ▸"
        parts.append(f"{player.filter.typed}: {len(player.matching):,}, {rest}")
    marks = [_time(player, mark) for mark in (player.begin, player.end)]
    if any(marks):
        parts.append(f"excerpt {marks[0] or 'beginning'} – {marks[1] or 'end'}")
    return ((fit(" · ".join(parts), width), "quiet"),)


def _time(player: Player, position: int | None) -> str:
    if position is None:
        return ""
    entry = player.entries[max(0, position - 1)]
    local = entry.happened.astimezone(player.zone)
    return f"{local:%H:%M}" if player.pace.timed[max(0, position - 1)] else f"{local:%d.%m.}"
