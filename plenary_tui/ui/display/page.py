"""The page of the display, as lines of the size of the screen. Pure."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from rich.cells import cell_len

from plenary_tui.ui import panels
from plenary_tui.ui.panels import Line, Piece
from plenary_tui.ui.terminal.wrapping import fit, wrap

from .drawn import drawn
from .lines import Size, cut, padded, spread, within, wrap_pieces
from .view import BeforeUs, DisplayView

_NO_BREAK = "\u00a0"
BAND = "marking"
"""The part of what stands in reverse across the page."""


class Page(NamedTuple):
    """The lines of a page, and how many pages the text before the meeting takes."""

    lines: list[Line]
    pages: int = 1


def page(view: DisplayView, now: datetime, size: Size, turn: int = 0, foot: str = "") -> Page:
    """Return the page at a time of the day; `turn` is the page of a text that is longer."""
    local = now.astimezone(view.zone)
    if view.marking == "in_camera":
        lines, pages = _closed(view, local, size), 1
    else:
        above = [_head(view, size), *_gap(size), *_item(view, local, size), *_gap(size)]
        above += [*_floor(view, now, size), *_gap(size)]
        room = max(1, size.height - len(above) - 1)
        below, pages = _below(view, size, room, turn)
        lines = above + below
    lines = [*lines[: size.height - 1], *[()] * (size.height - 1 - len(lines))]
    lines = [*lines, padded([(foot, "quiet")], size)]
    return Page([within(line, size.width) for line in lines[: size.height]], pages)


def _gap(size: Size) -> list[Line]:
    return [()] if size.height >= 20 else []


def _head(view: DisplayView, size: Size) -> Line:
    marking = panels.MARKINGS[view.marking]
    left = " · ".join(part for part in (marking, view.title, view.sitting) if part)
    if cell_len(left) + cell_len(view.day) + 2 > size.room and view.sitting:
        left = " · ".join(part for part in (marking, view.sitting) if part)
    return padded([(spread(left, view.day, size.room), BAND)], size, BAND)


def _beside(left: list[Piece], right: list[str], size: Size, part: str) -> list[Line]:
    """Return lines of text with a drawing at the right end."""
    wide = cell_len(right[0])
    found = []
    for row, drawing in enumerate(right):
        text = left[row] if row < len(left) else ("", part)
        pieces = [*cut([text], max(0, size.room - wide)), (drawing, part)]
        found.append(padded(pieces, size, part if part != "title" else "plain"))
    return found


def _item(view: DisplayView, local: datetime, size: Size) -> list[Line]:
    """Return the item, with the time of the day drawn beside it."""
    clock = drawn(f"{local:%H:%M}", size.scale)
    width = size.room - len(clock[0]) - 3
    rows = len(clock)
    head = f"Item {view.item}" if view.item else "No item is taken up"
    title = wrap(view.item_title, width, width) if view.item_title and width > 4 else []
    if len(title) > rows - 1:
        title = [*title[: rows - 2], fit(" ".join(title[rows - 2 :]), width)]
    left: list[Piece] = [(head, "title"), *((line, "current") for line in title)]
    above = (rows - len(left)) // 2 if rows > 3 else 0
    return _beside([("", "plain")] * above + left, clock, size, "title")


def spaced(name: str, width: int) -> str:
    """Return a name with its letters apart, where they may be and there is room.

    Scripts whose letters join, and marks that stand on a letter, stay as they are.
    """
    if all((sign.isalnum() and ord(sign) < 0x250) or sign in " -.'’()" for sign in name):
        apart = "   ".join(" ".join(word) for word in name.upper().split())
        if cell_len(apart) <= width:
            return apart
    return fit(name, width)


_STATES = {
    "suspended": "THE SITTING IS SUSPENDED",
    "closed": "THE SITTING IS CLOSED",
    "planned": "THE SITTING HAS NOT BEEN OPENED",
    "": "NO SITTING IS OPEN",
}


def _floor(view: DisplayView, now: datetime, size: Size) -> list[Line]:
    """Return the band that says who speaks and for how long, or why nobody does."""
    has_floor = panels.has_floor(view.floor, now)
    if view.state != "open" and (view.state or not has_floor):
        said = f"{_STATES.get(view.state, '')}{f' {view.said}' if view.said else ''}"
        return _band([said], size)
    if not has_floor:
        return [padded([("Nobody has the floor", "quiet")], size)]
    time, over = panels.timer(view.floor, now)
    part = "warning" if over else BAND
    timer = drawn(time, size.scale) if time else [""] * (3, 5, 8)[size.scale - 1]
    width = size.room - len(timer[0]) - 2
    point = "POINT OF ORDER" if view.floor.point_of_order else ""
    who = " · ".join(one for one in (point, view.speaker.status, view.about) if one)
    left = [spaced(view.speaker.name, width), fit(who, width), fit(_limit(view, now, over), width)]
    rows = len(timer)
    if rows >= 8:
        left = [left[0], "", left[1], "", left[2]]
    above = (rows - len(left)) // 2
    pieces = [("", part)] * above + [(line, part) for line in left]
    return _beside(pieces, timer, size, part)


def _band(said: list[str], size: Size) -> list[Line]:
    edge = [padded([("", BAND)], size, BAND)] * (size.scale > 1 or size.height >= 20)
    width = size.room
    lines = [line for text in said for line in wrap(text, width, width)]
    return [*edge, *(padded([(line, BAND)], size, BAND) for line in lines), *edge]


def _limit(view: DisplayView, now: datetime, over: bool) -> str:
    floor = view.floor
    if not floor.limit:
        return ""
    limit = f"limit {_minutes(floor.limit)}"
    if not over:
        return limit
    minutes, seconds = divmod(panels.spoken(floor, now) - floor.limit, 60)
    return f"OVER TIME by {minutes}:{seconds:02} · {limit}"


def _minutes(seconds: int) -> str:
    minutes, rest = divmod(seconds, 60)
    return f"{minutes}:{rest:02} min" if rest else f"{minutes} min"


def _below(view: DisplayView, size: Size, room: int, turn: int) -> tuple[list[Line], int]:
    """Return the list of speakers and the text before the meeting, and the text's pages."""
    text = view.text
    # Who forgot to open the sitting is shown what is recorded all the same.
    speaks = view.state == "open" or bool(not view.state and view.waiting)
    if text is None:
        return (_waiting(view, size.room, room, size) if speaks else []), 1
    if not speaks or size.scale == 1:
        above = _waiting_in_a_row(view, size, room) if speaks else []
        lines, pages = _text(text, size.room, room - len(above), turn)
        return above + [padded(list(line), size) for line in lines], pages
    aside = max(24, size.room // 4)
    words, pages = _text(text, size.room - aside - 4, room, turn)
    names = _names(view, aside, room)
    found = []
    for row in range(max(len(names), len(words))):
        left = list(names[row]) if row < len(names) else []
        right = list(words[row]) if row < len(words) else []
        pieces = [*cut(left, aside), ("  │ ", "quiet"), *right]
        found.append(padded(pieces, size))
    return found, pages


def _list_words(view: DisplayView) -> str:
    if view.floor.closed:
        return "list closed"
    return "list open" if view.waiting else "nobody waits · list open"


def _waiting_in_a_row(view: DisplayView, size: Size, room: int) -> list[Line]:
    """Return the list of speakers in at most two lines, and a gap."""
    names = [_unbroken(f"{place} {who}") for place, who in enumerate(view.waiting, 1)]
    most = 2 if room >= 8 else 1
    head = "Speakers: "
    for count in range(len(names), -1, -1):
        more = [_unbroken(f"and {len(names) - count} more")] if count < len(names) else []
        said = " · ".join([*names[:count], *more, _unbroken(_list_words(view))])
        lines = wrap(head + said, size.room, size.room)
        if len(lines) <= most or not count:
            break
    shown = [line.replace(_NO_BREAK, " ") for line in lines[:most]]
    return [*(padded([(line, "plain")], size) for line in shown), *_gap(size)]


def _unbroken(text: str) -> str:
    return text.replace(" ", _NO_BREAK)


def _waiting(view: DisplayView, width: int, room: int, size: Size) -> list[Line]:
    return [padded(list(line), size) for line in _names(view, width, room)]


def _names(view: DisplayView, width: int, room: int) -> list[Line]:
    """Return the list of speakers, a name a line."""
    lines: list[Line] = [(("Speakers", "title"),)]
    most = max(0, room - 2)
    names = view.waiting if len(view.waiting) <= most else view.waiting[: max(0, most - 1)]
    lines += [((fit(f"{place} {who}", width), "plain"),) for place, who in enumerate(names, 1)]
    if len(names) < len(view.waiting):
        lines.append(((f"and {len(view.waiting) - len(names)} more", "quiet"),))
    return [*lines, ((_list_words(view), "quiet"),)][:room]


def _text(text: BeforeUs, width: int, room: int, turn: int) -> tuple[list[Line], int]:
    """Return one page of a text under its title, and how many pages it takes."""
    lines = wrap_pieces(text.pieces, width)
    rows = max(1, room - 1)
    if len(lines) * 2 - 1 <= rows:  # where all of it is seen, the lines stand apart
        lines = [line for one in lines for line in (one, ())][:-1]
    pages = max(1, -(-len(lines) // rows))
    here = turn % pages
    title = " · ".join(part for part in (text.label, text.says) if part)
    place = f"page {here + 1} of {pages}" if pages > 1 else ""
    title = spread(fit(title, width - len(place) - 2) if place else title, place, width)
    shown = lines[here * rows : (here + 1) * rows]
    return [((fit(title, width), "title"),), *shown][: max(1, room)], pages


def _closed(view: DisplayView, local: datetime, size: Size) -> list[Line]:
    """Return the page of a sitting in camera."""
    scale = next((n for n in (3, 2, 1) if len(drawn("IN CAMERA", n)[0]) <= size.room), 0)
    rows = [*drawn("IN CAMERA", scale), ""] if scale and size.height >= 12 else []
    rows += ["IN CAMERA", "", f"Item {view.item}" if view.item else "", ""]
    clock = drawn(f"{local:%H:%M}", size.scale)
    rows += clock if size.height >= 12 and len(clock[0]) <= size.room else [f"{local:%H:%M}"]
    above = max(0, (size.height - 1 - len(rows)) // 2)
    centred = [" " * ((size.width - cell_len(row)) // 2) + row for row in rows]
    return [()] * above + [((fit(row, size.width), "current"),) for row in centred]
