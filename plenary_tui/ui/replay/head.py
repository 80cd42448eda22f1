"""The line on top of a replay, and the one over its timeline. Pure."""

from __future__ import annotations

from datetime import datetime
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
    open_ones = "[ ] draft …" if brackets is None else f"[ ] draft {brackets}"
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
    """Return how far one is, what is marked and looked at, and how corrections read.

    What somebody marked is said before what hardly changes: the end goes where it is narrow.
    """
    parts = [f"{player.position:,} of {len(player.entries):,} entries"]
    if player.begin is not None or player.end is not None:
        parts.append(_excerpt(player))
    if player.filter.typed:
        rest = "the rest hidden" if player.hides else "marked ▸"
        parts.append(f"{player.filter.typed}: {len(player.matching):,}, {rest}")
    if player.pinned:
        parts.append(f"room of {player.pinned}")
    parts.append("corrections applied" if player.applied else "corrections as made")
    return ((fit(" · ".join(parts), width), "quiet"),)


def _excerpt(player: Player) -> str:
    """Return from when to when the excerpt is, with the days where it is not of one alone."""
    low = player.transport.first + 1 if player.begin is None else player.begin
    high = len(player.entries) if player.end is None else player.end
    days = {_local(player, position).date() for position in (low, high)}
    ends = [
        word if mark is None else _moment(player, mark, dated=len(days) > 1)
        for mark, word in ((player.begin, "beginning"), (player.end, "end"))
    ]
    return f"excerpt {ends[0]} – {ends[1]}"


def _moment(player: Player, position: int, *, dated: bool) -> str:
    local = _local(player, position)
    timed = player.pace.timed[max(0, position - 1)]
    day = f"{local.day} {local:%b}" if dated or not timed else ""
    return f"{day} {local:%H:%M}".strip() if timed else day


def _local(player: Player, position: int) -> datetime:
    """Return when the last entry before a position happened, in the session's zone."""
    at = min(max(0, position - 1), len(player.entries) - 1)
    return player.entries[at].happened.astimezone(player.zone)
