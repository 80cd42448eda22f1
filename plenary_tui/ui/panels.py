"""The texts of the header and the side panels, line by line. Pure: a view and a time give lines.

A line is a tuple of (text, part) pieces; `part` names what it is, and the widget has a style for
each. Nothing is told by a colour alone.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from .actions import Action
from .views import AgendaLine, FloorView, RoomView, TextView
from .wrapping import fit, wrap

_LONGEST_SPEECH = timedelta(hours=12)

Piece = tuple[str, str]
Line = tuple[Piece, ...]

_SIGNS = {"taken_up": "▶", "concluded": "✓", "deferred": "»", "not_included": "✗", "planned": " "}
_STATES = {"deferred": " (deferred)", "not_included": " (not included)"}
MARKINGS = {"in_camera": "IN CAMERA", "restricted": "RESTRICTED", "open": ""}


def head(view: RoomView, now: datetime, disk: str, width: int, time_format: str = "24h") -> Line:
    """Return the header: how closed it is, which meeting, day and sitting, who presides, clock."""
    right = f" {clock(now.astimezone(view.zone), time_format)}  {disk} "
    marking = MARKINGS[view.marking]
    left = f" {marking} " if marking else ""
    room = max(0, width - len(right) - len(left) - 2)
    presides = f"{view.presiding} presides" if view.presiding else ""
    parts = [part for part in (view.day, view.sitting, presides) if part]
    about = " · ".join(parts)
    title = fit(view.title, room - len(about) - 3) if room - len(about) > 8 else ""
    said = fit(" · ".join(part for part in (title, about) if part), room)
    gap = " " * max(0, width - len(left) - 1 - _cells(said) - len(right))
    return ((left, "marking"), (" " + said, "head"), (gap, "head"), (right, "clock"))


def clock(moment: datetime, time_format: str) -> str:
    """Return a time of the day as the settings want it: `24h`, `24h short` or `12h`."""
    if time_format == "12h":  # %p would be in the language of the system, or nothing
        half = "am" if moment.hour < 12 else "pm"
        return f"{moment.hour % 12 or 12}:{moment:%M:%S} {half}"
    return f"{moment:%H:%M}" if time_format == "24h short" else f"{moment:%H:%M:%S}"


def _cells(text: str) -> int:
    from rich.cells import cell_len

    return cell_len(text)


def that_fit(keys: list[Action], width: int) -> list[Action]:
    """Return the keys of a footer as far as they fit: a person's own may be longer."""
    taken = -2
    for place, one in enumerate(keys):
        taken += _cells(f"  {one.shown_key} {one.label}")
        if taken > width:
            return keys[:place]
    return keys


def agenda(view: RoomView, width: int, height: int) -> list[Line]:
    """Return the agenda; where it is longer than its place, the items around the current one."""
    lines: list[Line] = [(("Agenda", "title"),)]
    if not view.agenda:
        lines.append((("none: Agenda 1: title", "quiet"),))
        return lines
    shown = _around(view.agenda, max(1, height - 1))
    for item in shown:
        current = item.current
        sign = "▶" if current else _SIGNS.get(item.state, " ").replace("▶", "·")
        text = f"{sign} {item.number} {item.title}{_STATES.get(item.state, '')}"
        lines.append(((fit(text, width), "current" if current else "plain"),))
    return lines


def _around(items: tuple[AgendaLine, ...], count: int) -> tuple[AgendaLine, ...]:
    if len(items) <= count:
        return items
    states = [item.state for item in items]
    here = next((place for place, item in enumerate(items) if item.current), None)
    if here is None:
        here = states.index("planned") if "planned" in states else len(items) - 1
    start = max(0, min(here - count // 3, len(items) - count))
    return items[start : start + count]


def floor(view: FloorView, now: datetime, width: int, height: int) -> list[Line]:
    """Return who has the floor and for how long, and the list of speakers."""
    lines: list[Line] = [(("Floor", "title"),)]
    if view.point_of_order:
        lines.append((("POINT OF ORDER: Ruling:", "warning"),))
    if has_floor(view, now):
        time, over = timer(view, now)
        name = fit(f"▶ {view.speaker}", max(4, width - len(time) - 1))
        gap = " " * max(1, width - _cells(name) - len(time))
        lines.append(((name + gap, "current"), (time, "warning" if over else "current")))
        if over:
            lines.append((("  over the limit", "warning"),))
    waiting = view.waiting
    room = max(1, height - len(lines) - 1)
    for place, (_, name) in enumerate(waiting[:room], 1):
        if place == room and len(waiting) > room:
            lines.append(((f"  and {len(waiting) - room + 1} more", "quiet"),))
        else:
            lines.append(((fit(f"{place} {name}", width), "plain"),))
    state = "list closed" if view.closed else "list open"
    if view.limit:
        minutes, seconds = divmod(view.limit, 60)
        state += f" · {minutes} min" if not seconds else f" · {minutes}:{seconds:02} min"
    lines.append(((state, "quiet"),))
    return lines


def has_floor(view: FloorView, now: datetime) -> bool:
    """Whether somebody has the floor still: of a session long past nobody has."""
    if not view.speaker:
        return False
    return view.since is None or now - view.since < _LONGEST_SPEECH


def spoken(view: FloorView, now: datetime) -> int:
    """Return for how many seconds the speaker has had the floor."""
    return max(0, int((now - view.since).total_seconds())) if view.since else 0


def timer(view: FloorView, now: datetime) -> tuple[str, bool]:
    """Return how long the speaker has had the floor, and whether the limit is past."""
    if view.since is None:
        return "", False
    seconds = spoken(view, now)
    over = bool(view.limit) and seconds > view.limit
    hours, rest = divmod(seconds, 3600)
    minutes, seconds = divmod(rest, 60)
    return (f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes:02}:{seconds:02}"), over


def text(view: TextView, width: int, height: int) -> list[Line]:
    """Return the text before the meeting with who stands where on it."""
    lines: list[Line] = [((f"Before us: {view.label}", "title"),)]
    stands = []
    if view.supports:
        stands.append((f"+ {' '.join(view.supports)}", "plain"))
    if view.against:
        stands.append((f"OBJECTS: {' '.join(view.against)}", "warning"))
    stands += [(one, "plain") for one in view.beside]
    wrapped = [
        (line, part) for words, part in stands for line in wrap(words, width, width)
    ]  # fmt: skip
    room = max(1, height - 1 - len(wrapped))
    words = wrap(view.words, width, width)
    if len(words) > room:
        words = [*words[: room - 1], fit(words[room - 1], width - 1) + "…"]
    lines += [((line, "plain"),) for line in words]
    lines += [((line, part),) for line, part in wrapped]
    return lines[:height]


def counts(view: RoomView, width: int) -> list[Line]:
    """Return how much is open: brackets and the worklist."""
    lines: list[Line] = []
    if view.brackets:
        word = "bracket" if view.brackets == 1 else "brackets"
        lines.append(((fit(f"[ ] {view.brackets} open {word}", width), "quiet"),))
    if view.worklist:
        lines.append(((fit(f"⚑ {view.worklist} on the worklist", width), "quiet"),))
    elif view.to_fill_in and not view.is_open:
        lines.append(((fit(f"⚑ {view.to_fill_in} to fill in (F10)", width), "quiet"),))
    return lines


def side(view: RoomView, now: datetime, size: tuple[int, int], parts: str) -> list[Line]:
    """Return a side panel: `parts` is `agenda`, `floor`, or `both` where there is one only."""
    width, height = size
    if parts == "agenda":
        return agenda(view, width, height)
    lines: list[Line] = []
    if parts == "both":
        lines = [*agenda(view, width, max(3, height // 3)), ()]
    below = counts(view, width)
    left = height - len(lines) - len(below) - 1
    about = text(view.text, width, max(4, left // 2)) if view.text else []
    lines += floor(view.floor, now, width, max(4, left - len(about) - 1))
    if about:
        lines += [(), *about]
    if below:
        lines += [(), *below]
    return lines[:height]
