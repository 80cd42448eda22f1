"""The way through what is open: where one is, what stands there, what can be done. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from ..panels import Line
from ..seen.views import Row
from ..terminal.wrapping import fit, wrap
from .points import Answer, Point, says

ASKS: dict[Answer, tuple[str, str]] = {
    "words": ("correct the words", "WORDS"),
    "speaker": ("name the speaker", "WHO"),
    "line": ("type the line again", "LINE"),
    "settle": ("say how it is settled", "SETTLED"),
    "note": ("done, with a note", "NOTE"),
    "done": ("done: what it is about is decided", ""),
}
"""What each answer does, and what stands before the editor meanwhile."""

_KEYS: dict[Answer, str] = {
    "words": "correct", "line": "correct", "speaker": "speaker", "note": "note",
}  # fmt: skip
"""The action by which an answer is asked for that is not the one of Enter."""
_MARGIN, _TIME, _WHO = 2, 6, 5
_NEARBY = 2
"""Lines of an entry that is shown for what stood around it."""


class Walk:
    """Goes through points. It stays at the same one while others come and go."""

    def __init__(self) -> None:
        self.points: tuple[Point, ...] = ()
        self.at = 0
        self.side = 0
        self._key = ""

    def put(self, points: tuple[Point, ...], start: str = "") -> None:
        """Take the points as they are now; where this one is settled, the next takes its place."""
        wanted = start or self._key
        self.points = points
        keys = [point.key for point in points]
        self.at = keys.index(wanted) if wanted in keys else min(self.at, len(points))
        self._settle()

    def step(self, by: int) -> None:
        """Go on, or back; behind the last one is the end."""
        self.at = max(0, min(self.at + by, len(self.points)))
        self._settle()

    def choose(self, by: int) -> None:
        """Choose the side before or after, of what does not agree."""
        if self.point is not None and self.point.sides:
            self.side = max(0, min(self.side + by, len(self.point.sides) - 1))

    def _settle(self) -> None:
        key = self.point.key if self.point else ""
        if key != self._key:
            self.side = max(0, len(self.point.sides) - 1) if self.point else 0
        self._key = key

    @property
    def point(self) -> Point | None:
        """Where one is; None at the end."""
        return self.points[self.at] if self.at < len(self.points) else None

    @property
    def key(self) -> str:
        """What that point is called by, to come back to it."""
        return self._key

    @property
    def taken_back(self) -> str:
        """The entry that would be taken back: the chosen side, else what the point is about."""
        if self.point is None:
            return ""
        return self.point.sides[self.side].entry if self.point.sides else self.point.about

    @property
    def actions(self) -> dict[str, str]:
        """What can be done here: the ids of actions, each with what it does."""
        point = self.point
        if point is None:
            return {}
        found = {"answer": ASKS[point.answer][0]}
        if point.of_session:
            found["answer"] = "type the line that says it"
        for answer in point.answers:
            if answer != point.answer and answer in _KEYS:
                found[_KEYS[answer]] = ASKS[answer][0]
        if point.can_be_done:
            found["done"] = "done: it is right as it stands"
        if self.taken_back:
            which = f" the {point.sides[self.side].which} side" if point.sides else ""
            found["take_back"] = f"take{which or ' the entry'} back"
        found["later"] = "leave it for later"
        return found


def heading(walk: Walk, left: int) -> str:
    """Return where one is: `3 of 11`, or how much is left at the end."""
    if not walk.points:
        return "Worklist · nothing is open"
    if walk.point is None:
        return f"Worklist · the end · {left} left"
    point = walk.point
    when = "about the session" if point.of_session else f"{point.day} {point.time}"
    return f"Worklist · {walk.at + 1} of {len(walk.points)} · {when}"


def lines(walk: Walk, keys: dict[str, str], width: int) -> list[Line]:
    """Return a point with what stands around it and what can be done; `keys` by action id."""
    point = walk.point
    if point is None:
        return _end(walk, keys, width)
    shown: list[Line] = [((line, "title"),) for line in wrap(says(point), width, width)]
    shown += [((line, "plain"),) for line in wrap(point.about_text, width, width) if line]
    for place, side in enumerate(point.sides):
        chosen = place == walk.side
        mark = "▸ " if chosen else "  "
        shown += [(), ((f"{mark}{side.which}, {side.time}, {side.who}", "quiet"),)]
        room = width - _MARGIN
        part = "current" if chosen else "plain"
        shown += [((f"  {line}", part),) for line in wrap(side.words, room, room)]
    if point.rows:
        shown += [(), *_rows(point.rows, point.here, width, mark=not point.sides)]
    shown.append(())
    named = max((len(keys[one]) for one in walk.actions), default=0)
    for action, does in walk.actions.items():
        shown.append(((f"{keys[action]:<{named}}", "key"), (f"  {does}", "plain")))
    if point.sides:
        shown.append((("up and down choose a side", "quiet"),))
    return shown


def _end(walk: Walk, keys: dict[str, str], width: int) -> list[Line]:
    if not walk.points:
        return [(("Nothing is open: everything on the worklist is done.", "title"),), (),
                ((keys["back"], "key"), ("  back to the room", "plain"))]  # fmt: skip
    count = len(walk.points)
    said = "1 point is left for later:" if count == 1 else f"{count} points are left for later:"
    shown: list[Line] = [(("That was the last one.", "title"),), ((said, "plain"),), ()]
    shown += [
        ((fit(f"{point.time:<{_TIME}}{says(point)}", width), "plain"),) for point in walk.points
    ]
    return [*shown, (), ((keys["back"], "key"), ("  back to the room", "plain")),
            ((keys["before"], "key"), ("  goes through them from the last", "plain"))]  # fmt: skip


def _rows(rows: Iterable[Row], here: int, width: int, *, mark: bool) -> list[Line]:
    found: list[Line] = []
    for place, row in enumerate(rows):
        about = mark and place == here
        who = f"{row.who:<{_WHO - 1}} " if row.who else ""
        note = f" [{row.note}]" if row.note else ""
        room = max(10, width - _MARGIN - _TIME)
        words = wrap(f"{who}{row.text}{note}", room, room)
        if not about and len(words) > _NEARBY:
            words = [*words[: _NEARBY - 1], fit(words[_NEARBY - 1], room - 1) + "…"]
        part = "current" if about else "quiet"
        for number, line in enumerate(words):
            head = f"{'▸ ' if about else '  '}{row.time:<{_TIME}}" if not number else " " * 8
            found.append(((head + line, part),))
    return found
