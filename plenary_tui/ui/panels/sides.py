"""What stands in the panels beside the record, shared out so that nothing is cut without a sign."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from rich.cells import cell_len

from plenary_tui.ui import panels
from plenary_tui.ui.panels import texts as text_lines

from ..seen.views import RoomView
from ..terminal.wrapping import fit
from . import Line
from .agenda import agenda

Parts = Literal["agenda", "floor", "speakers", "text", "both"]
"""What a panel shows: the agenda; the floor with the text before the meeting; one of the two;
or all of it, where there is one panel only."""

_NEXT = 3
"""Speakers on the list that are always seen."""
_LEAST_AGENDA, _LEAST_TEXT = 3, 5
_MOST_PRESENCE = 2
"""Lines of who is present where one panel for all is full: the agenda needs the others."""
_ALL = 10_000
_GIVES_WAY = (("text", 3), ("agenda", 2), ("floor", 2))
"""Blocks in the order in which they become smaller where room is short, and down to what."""
_GROWS = ("text", "floor", "agenda")


def side(
    view: RoomView, now: datetime, size: tuple[int, int], parts: Parts, warn: int
) -> list[Line]:
    """Return a side panel of so many columns and rows. warn: see `panels.floor`."""
    width, height = size
    if width < 1 or height < 1:  # a panel that is not shown
        return []
    lines: list[Line] = []
    said = " · ".join(panels.how_closed(view))
    if said:
        lines.append(((_centred(said, width), "marking"),))
        height -= 1
    if parts == "agenda":
        return [*lines, *agenda(view.agenda, now, width, height)]
    if parts == "text":
        return [*lines, *(_text(view, width, height) or _no_text(view, width))[:height]]
    return [*lines, *_shared(view, now, (width, height), parts, warn)]


def _shared(
    view: RoomView, now: datetime, size: tuple[int, int], parts: Parts, warn: int
) -> list[Line]:
    width, height = size
    waiting = len(view.floor.waiting)
    all_of_it = len(panels.floor(view.floor, now, width, _ALL, warn))
    whole = {
        "agenda": len(agenda(view.agenda, now, width, _ALL)) if parts == "both" else 0,
        "floor": all_of_it,
        "text": len(_text(view, width, _ALL)) if parts != "speakers" else 0,
    }
    least = {
        "agenda": min(whole["agenda"], _LEAST_AGENDA),
        "floor": all_of_it if waiting <= _NEXT else all_of_it - waiting + _NEXT + 1,
        "text": min(whole["text"], _LEAST_TEXT),
    }
    counts = panels.counts(view, width)
    below = [*panels.presence(view, width), *counts]
    blocks = sum(map(bool, least.values())) + bool(below)
    gaps = blocks - 1 if parts == "both" else 0  # one panel for all is crowded sooner
    if parts == "both" and sum(whole.values()) + len(below) + gaps > height:
        below = [*panels.presence(view, width, _MOST_PRESENCE), *counts]
    if sum(least.values()) + len(below) + gaps > height:
        below = panels.in_short(view, width)
    gap = sum(least.values()) + len(below) + blocks - 1 <= height
    rows = _share(height - len(below) - gap * (blocks - 1), least, whole)
    found = [
        agenda(view.agenda, now, width, rows["agenda"]),
        panels.floor(view.floor, now, width, rows["floor"], warn),
        _text(view, width, rows["text"]),
        below,
    ]
    lines: list[Line] = []
    for block, shown in zip(found, (*rows.values(), len(below)), strict=True):
        if shown:
            lines += [*([()] if gap and lines else []), *block]
    return lines[:height]


def _share(room: int, least: dict[str, int], most: dict[str, int]) -> dict[str, int]:
    """Return how many rows each block gets."""
    rows = dict(least)
    for name, down_to in _GIVES_WAY:
        short = sum(rows.values()) - room
        if short > 0:
            rows[name] = max(min(rows[name], down_to), rows[name] - short)
    for name in _GROWS:
        rows[name] += max(0, min(room - sum(rows.values()), most[name] - rows[name]))
    return rows


def _text(view: RoomView, width: int, height: int) -> list[Line]:
    if view.text is None:
        return []
    return text_lines.text(view.text, view.other_texts, width, height)


def _no_text(view: RoomView, width: int) -> list[Line]:
    more = f"{view.other_texts} open elsewhere" if view.other_texts else "Proposal NV: puts one"
    return [(("Before us: no text", "title"),), ((fit(more, width), "quiet"),)]


def _centred(words: str, width: int) -> str:
    space = max(0, width - cell_len(words))
    return " " * (space // 2) + words + " " * (space - space // 2)
