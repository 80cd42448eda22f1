"""The texts of the header and the side panels, line by line. Pure: a view and a time give lines.

A line is a tuple of (text, part) pieces; `part` names what it is, and the widget has a style for
each. Nothing is told by a colour alone.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from plenary_tui.record.floor import MOST_REPLIES

from ..actions import Action
from ..seen.views import FloorView, RoomView
from ..terminal.wrapping import fit, wrap

_LONGEST_SPEECH = timedelta(hours=12)

Piece = tuple[str, str]
Line = tuple[Piece, ...]

MARKINGS = {"in_camera": "IN CAMERA", "restricted": "RESTRICTED", "open": ""}


def head(view: RoomView, now: datetime, disk: str, width: int, time_format: str = "24h") -> Line:
    """Return the header: how closed it is, which meeting, day and sitting, who presides, clock."""
    right = f" {clock(now.astimezone(view.zone), time_format)}  {disk} "
    left = "".join(f" {word} " for word in how_closed(view))
    room = max(0, width - len(right) - len(left) - 2)
    presides = f"{view.presiding} presides" if view.presiding else ""
    parts = [part for part in (view.day, view.sitting, presides) if part]
    about = " · ".join(parts)
    title = fit(view.title, room - len(about) - 3) if room - len(about) > 8 else ""
    said = fit(" · ".join(part for part in (title, about) if part), room)
    gap = " " * max(0, width - len(left) - 1 - _cells(said) - len(right))
    return ((left, "marking"), (" " + said, "head"), (gap, "head"), (right, "clock"))


MOST_OF_PLACE = 14
"""Columns that a second folder's name gets in the header."""

_SHARING = {
    "starting": "shared", "shared": "shared", "away": "FOLDER AWAY", "apart": "NOT SHARED",
    "stuck": "SHARING WAITS",
}  # fmt: skip


def on_disk(second: str = "", sharing: str = "") -> str:
    """Say where the record lies: on disk, in which second folder, and how sharing stands."""
    words = "● on disk"
    if second:
        place = Path(second).parent.name or second
        words += f" at {fit(place, MOST_OF_PLACE)}"
    return f"{words} ⇄ {_SHARING[sharing]}" if sharing else words


def how_closed(view: RoomView) -> list[str]:
    """Return in words that a sitting is closed to some, or that nothing goes on in it."""
    words = [MARKINGS[view.marking]] if view.marking != "open" else []
    return [*words, "SUSPENDED"] if view.sitting_state == "suspended" else words


def clock(moment: datetime, time_format: str) -> str:
    """Return a time of the day as the settings want it: `24h`, `24h short` or `12h`."""
    if time_format == "12h":  # %p would be in the language of the system, or nothing
        half = "am" if moment.hour < 12 else "pm"
        return f"{moment.hour % 12 or 12}:{moment:%M:%S} {half}"
    return f"{moment:%H:%M}" if time_format == "24h short" else f"{moment:%H:%M:%S}"


def _cells(text: str) -> int:
    from rich.cells import cell_len

    return cell_len(text)


def that_fit(keys: list[Action], width: int) -> tuple[list[Action], str]:
    """Return the keys of a footer that fit, and the gap between them: a person's may be longer."""
    for count in range(len(keys), 0, -1):
        for gap in ("  ", " "):
            if _cells(gap.join(f"{one.shown_key} {one.label}" for one in keys[:count])) <= width:
                return keys[:count], gap
    return [], ""


def floor(view: FloorView, now: datetime, width: int, height: int, warn: int = 30) -> list[Line]:
    """Return who has the floor and for how long, and the list of speakers.

    warn: seconds before the end of a speech from which on it is said how many are left.
    """
    lines = _list_head(view, width)
    if view.point_of_order:
        lines.append((("POINT OF ORDER", "warning"),))
        if view.interrupted:
            lines.append(((fit(f"interrupts {view.interrupted}", width), "warning"),))
    if has_floor(view, now):
        lines += _speaker(view, now, width, warn)
    waiting = view.waiting
    room = max(1, height - len(lines))
    shown = waiting if len(waiting) <= room else waiting[: max(1, room - 1)]
    lines += [
        ((fit(f"{place} {name}", width), "plain"),) for place, (_, name) in enumerate(shown, 1)
    ]
    if len(shown) < len(waiting):
        lines.append(((f"  and {len(waiting) - len(shown)} more", "quiet"),))
    return lines


def _list_head(view: FloorView, width: int) -> list[Line]:
    """Return the title with whether the list takes requests, and the limits."""
    state = "LIST CLOSED" if view.closed else "list open"
    if view.for_all:
        state += f" · {minutes(view.for_all)}"
    gap = width - len("Floor") - len(state)
    lines: list[Line] = [(("Floor", "title"), (" " * max(1, gap) + state, "quiet"))]
    if view.limits:
        own = " · ".join(f"{_of(who)} {minutes(seconds)}" for who, seconds in view.limits)
        lines.append(((fit(own, width), "quiet"),))
    return lines


def _of(whose: str) -> str:
    return whose if whose.isupper() else whose.capitalize()


def minutes(seconds: int) -> str:
    """Return a limit as it is read out: `3 min`, `1:30 min`, `20 s`, `no limit`."""
    whole, rest = divmod(seconds, 60)
    if not whole:
        return f"{rest} s" if rest else "no limit"
    return f"{whole}:{rest:02} min" if rest else f"{whole} min"


_ORDINALS = {1: "1st", 2: "2nd", 3: "3rd"}


def which_reply(number: int) -> str:
    """Return which right of reply it is; beyond the second there is none by custom."""
    said = f"{_ORDINALS.get(number, f'{number}th')} right of reply"
    return f"{said}: BEYOND 2" if number > MOST_REPLIES else said


def _speaker(view: FloorView, now: datetime, width: int, warn: int) -> list[Line]:
    """Return who has the floor with the time, and under it what there is to say of both."""
    time, over = timer(view, now)
    if view.limit and time:
        time += f"/{clock_of(view.limit)}"
    stopped = view.since is None and view.began is not None
    sign = "‖" if stopped else "▶"
    name = fit(f"{sign} {view.speaker}", max(4, width - len(time) - 1))
    gap = " " * max(1, width - _cells(name) - len(time))
    left = view.limit - spoken(view, now)
    said, part = "", "quiet"
    if over:
        said, part = f"OVER by {clock_of(-left)}", "warning"
    elif view.limit and left <= warn:
        said, part = f"{clock_of(left)} left", "warning"
    if stopped:
        said = ", ".join(one for one in ("stopped", said) if one)
    reply = which_reply(view.reply) if view.reply else ""
    lines: list[Line] = [((name + gap, "current"), (time, "warning" if over else "current"))]
    about = [(one, "quiet") for one in (reply or view.status,) if one]
    if about and said and len(about[0][0]) + len(said) + 5 > width:
        above = [((fit(f"  {reply}", width), "quiet"),)] if reply else []
        lines += [*above, ((fit(f"  {said}", width), part),)]
    elif about or said:
        joint = " · " if about and said else ""
        lines.append((("  ", "quiet"), *about, (joint, "quiet"), (said, part)))
    return lines


def has_floor(view: FloorView, now: datetime) -> bool:
    """Whether somebody has the floor still: of a session long past nobody has."""
    if not view.speaker:
        return False
    begins = view.since or view.began
    return begins is None or now - begins < _LONGEST_SPEECH


def spoken(view: FloorView, now: datetime) -> int:
    """Return for how many seconds the speaker has had the floor, pauses left out."""
    running = (now - view.since).total_seconds() if view.since else 0.0
    return int(view.used + max(0.0, running))


def timer(view: FloorView, now: datetime) -> tuple[str, bool]:
    """Return how long the speaker has had the floor, and whether the limit is past."""
    if view.since is None and view.began is None:
        return "", False
    seconds = spoken(view, now)
    return clock_of(seconds, "02"), bool(view.limit) and seconds > view.limit


def clock_of(seconds: int, form: str = "") -> str:
    """Return a length of time as a clock shows it: `1:42`, `1:02:03`; form: of the minutes."""
    hours, rest = divmod(seconds, 3600)
    whole, seconds = divmod(rest, 60)
    return f"{hours}:{whole:02}:{seconds:02}" if hours else f"{whole:{form}}:{seconds:02}"


def presence(view: RoomView, width: int, most: int = 0) -> list[Line]:
    """Return how many are marked present, by class, in as few lines as hold it.

    most: lines it may take; where the classes take more, the largest stands beside the others.
    """
    if not view.presence:
        return []
    said = "present: " + ", ".join(
        f"{one.present} of {one.listed} {_several(one.status, one.listed)}"
        for one in view.presence if one.present
    )  # fmt: skip
    lines = wrap(said, width, width)
    if most and len(lines) > most:
        lines = wrap(_largest(view), width, width)
    if most and len(lines) > most:
        here, listed = _all_present(view)
        lines = [fit(f"present: {here} of {listed}", width)]
    return [((line, "quiet"),) for line in lines]


def _largest(view: RoomView) -> str:
    """Return how many of the largest class are present, and how many of all others."""
    first = max(view.presence, key=lambda one: one.listed)
    here, listed = _all_present(view)
    others = f"{here - first.present}/{listed - first.listed}"
    largest = f"{first.present}/{first.listed} {_several(first.status, first.listed)}"
    return f"present: {largest}, {others} others"


def _all_present(view: RoomView) -> tuple[int, int]:
    """Return how many are present, and how many are listed."""
    return sum(one.present for one in view.presence), sum(one.listed for one in view.presence)


def in_short(view: RoomView, width: int) -> list[Line]:
    """Return presence and what is open in one line."""
    here, listed = _all_present(view)
    said = (
        f"{here}/{listed} here" if listed else "",
        f"[ ] {view.brackets}" if view.brackets else "",
        f"⚑ {view.worklist}" if view.worklist else "",
    )
    line = " · ".join(one for one in said if one)
    return [((fit(line, width), "quiet"),)] if line else []


def _several(status: str, count: int) -> str:
    return f"{status or 'delegation'}s" if count != 1 else status or "delegation"


def counts(view: RoomView, width: int) -> list[Line]:
    """Return how much is open: brackets and the worklist."""
    lines: list[Line] = []
    if view.brackets:
        said = f"[ ] {view.brackets} in texts of the room"
        if len(said) > width:
            said = f"[ ] {view.brackets} in room texts"
        lines.append(((fit(said, width), "quiet"),))
    if view.worklist:
        lines.append(((fit(f"⚑ {view.worklist} on the worklist", width), "quiet"),))
    elif view.to_fill_in and not view.is_open:
        lines.append(((fit(f"⚑ {view.to_fill_in} to fill in (F10)", width), "quiet"),))
    return lines
