"""The agenda as a panel shows it: status, number, title, time used against time allotted. Pure."""

from __future__ import annotations

from datetime import datetime, timedelta

from rich.cells import cell_len

from ..seen.views import AgendaLine
from ..terminal.wrapping import fit
from . import Line

LONGEST_ITEM = timedelta(hours=12)
"""Longer than this nobody was on an item: the session is one long past."""

_SIGNS = {"taken_up": "·", "concluded": "✓", "deferred": "»", "not_included": "✗", "planned": " "}
_STATES = {"deferred": " (deferred)", "not_included": " (not included)"}
_TITLE_NEEDS = 14
"""Cells that sign, number and title get before a time may stand in the same line."""


def agenda(items: tuple[AgendaLine, ...], now: datetime, width: int, height: int) -> list[Line]:
    """Return the agenda; where it is longer than its place, the items around the current one."""
    if not items:
        none: list[Line] = [(("Agenda", "title"),), (("none: Agenda 1: title", "quiet"),)]
        return none[:height]
    count = max(1, height - 1)
    shown = _around(items, count)
    while len(shown) > 1 and sum(len(_item(one, now, width, count)) for one in shown) > count:
        shown = _around(items, len(shown) - 1)
    more = f"… {len(items) - len(shown)} more" if len(shown) < len(items) else ""
    lines: list[Line] = [_spread("Agenda", more, width)]
    for one in shown:
        lines += _item(one, now, width, count)
    return lines[:height]


def _spread(title: str, beside: str, width: int) -> Line:
    gap = " " * max(1, width - len(title) - cell_len(beside))
    return ((title, "title"), (gap + beside if beside else "", "quiet"))


def _item(item: AgendaLine, now: datetime, width: int, rows: int) -> list[Line]:
    sign = "▶" if item.current else _SIGNS.get(item.state, " ")
    text = f"{sign} {item.number} {item.title}{_STATES.get(item.state, '')}"
    part = "current" if item.current else "plain"
    time, over = time_of(item, now)
    beside = "warning" if over and item.current else part
    if not time:
        return [((fit(text, width), part),)]
    room = width - cell_len(time) - 1
    two_lines = item.current and rows > 1
    if cell_len(text) > room and two_lines:
        return [((fit(text, width), part),), (("  ", part), (fit(time, width - 2), beside))]
    if cell_len(text) > room and over:  # that it is over matters more than its title
        time = _in_short(item, time)
        room = width - cell_len(time) - 1
    elif cell_len(text) > room and room < _TITLE_NEEDS:
        return [((fit(text, width), part),)]
    text = fit(text, room)
    return [((text + " " * (width - cell_len(text) - cell_len(time)), part), (time, beside))]


def _in_short(item: AgendaLine, time: str) -> str:
    """Return the time of an item that is over, without what can be counted from it."""
    return f"{time.partition('/')[0]}/{item.minutes} OVER"


def time_of(item: AgendaLine, now: datetime) -> tuple[str, bool]:
    """Return the time used against that allotted, in minutes, and whether it is over."""
    used = item.used
    if item.since is not None and now - item.since < LONGEST_ITEM:
        used += max(0.0, (now - item.since).total_seconds())
    minutes = int(used // 60)
    if not item.minutes:
        return (f"{minutes} min" if minutes else ""), False
    if not used:
        return f"{item.minutes} min", False
    over = used > 60 * item.minutes
    if over and item.current:
        return f"{minutes}/{item.minutes} min, {minutes - item.minutes} OVER", True
    return f"{minutes}/{item.minutes} {'OVER' if over else 'min'}", over


def _around(items: tuple[AgendaLine, ...], count: int) -> tuple[AgendaLine, ...]:
    if len(items) <= count:
        return items
    states = [item.state for item in items]
    here = next((place for place, item in enumerate(items) if item.current), None)
    if here is None:
        here = states.index("planned") if "planned" in states else len(items) - 1
    start = max(0, min(here - count // 3, len(items) - count))
    return items[start : start + count]
