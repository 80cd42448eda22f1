"""What is open, as the walk-through shows it: each point with its context, as plain values."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import islice
from typing import Literal, NamedTuple

from plenary_tui.documents.open_points import CONFLICT, OpenPoint, open_points
from plenary_tui.documents.telling import Teller
from plenary_tui.documents.telling.understanding import meant
from plenary_tui.record import kinds as k
from plenary_tui.record.correcting import WORDS
from plenary_tui.record.entries import Entry
from plenary_tui.record.history import Record
from plenary_tui.record.notation.prefix import spell_prefix
from plenary_tui.record.notation.times import read_clock
from plenary_tui.record.streams import is_of_room

from ..menus.retyping import again
from ..seen.rows import row_of
from ..seen.views import Row

Answer = Literal["words", "speaker", "line", "settle", "note", "done"]
"""What a point asks for: other words, a speaker, a line, how a conflict was settled, a note, or no
more than that it is done."""

BESIDE = 2
"""Entries shown before and after the one that a point is about."""
_LOOKED_AT = 50
_MARKS = (k.Check, k.Done, k.Settled, k.Correction, k.Retraction)
_OFFICE = re.compile(r"name the (?P<office>(?:vice-)?chair) of (?P<body>[\w-]+)")
_ASKED_OF_A_SESSION = {"the meeting has no dates": "Dates: ", "name the Chair": "Presiding: "}
_OR_NOTED = "or Noted?"
_SIDES = ("first", "second", "third", "fourth")


class Side(NamedTuple):
    """One side of what does not agree. who: station and rapporteur."""

    entry: str
    which: str
    time: str
    who: str
    words: str


class Point(NamedTuple):
    """Something to look at again.

    settles: what `Done` or `Settled` names; about: the entry it is about, empty where it is about
    the session. rows: that entry among those around it, `here` its place. answer: what Enter asks
    for; answers: all that can be answered. words: what stands in the editor to begin with;
    before: what is put before a line that is typed again, its time; about_text: which text it was
    about, and what became of it; nameless: that line has to name a text before it counts.
    """

    what: str
    settles: str
    about: str
    text: str
    time: str
    day: str = ""
    rows: tuple[Row, ...] = ()
    here: int = 0
    sides: tuple[Side, ...] = ()
    answer: Answer = "note"
    answers: tuple[Answer, ...] = ("note",)
    words: str = ""
    line: str = ""
    before: str = ""
    about_text: str = ""
    nameless: bool = False
    of_session: bool = False

    @property
    def key(self) -> str:
        """What it is called by as long as it is open."""
        return f"{self.settles} {self.what} {self.text}"

    @property
    def can_be_done(self) -> bool:
        """Whether it can be ticked off as it is: what does not agree has to be settled."""
        return not self.sides


def points(record: Record) -> tuple[Point, ...]:
    """Return what is open, in the order of happening, what is about the session last."""
    found = open_points(record)
    if not found:
        return ()
    places = {entry.id: place for place, entry in enumerate(record.entries)}
    return tuple(_point(record, point, places) for point in found)


def _point(record: Record, point: OpenPoint, places: dict[str, int]) -> Point:
    about = record.entry(point.about) if point.about else None
    shown = about or record.entry(point.entry)
    assert shown is not None
    local = shown.happened.astimezone(record.live.zone)
    made = Point(point.what, point.entry, point.about, point.text, f"{local:%H:%M}",
                 f"{local:%a} {local.day} {local:%b}", of_session=point.of_session)  # fmt: skip
    if point.of_session:
        line = _line_for(record, point.text)
        return made._replace(answer="line", answers=("line", "note"), line=line, time="")
    rows, here = _around(record, places[shown.id])
    made = made._replace(rows=rows, here=here)
    if point.what == CONFLICT:
        sides = tuple(
            side for which, ref in zip(_SIDES, point.sides, strict=False)
            if (side := _side(record, ref, which))
        )  # fmt: skip
        return made._replace(sides=sides, answer="settle", answers=("settle",))
    return _with_answers(record, made, shown, places[shown.id])


def _with_answers(record: Record, point: Point, entry: Entry, place: int) -> Point:
    """Say what can be answered to a point of the worklist, what it asks for first."""
    reads = record.reads(entry.id) or entry
    what = reads.what
    if isinstance(what, k.Unread):
        return _typed_again(record, point._replace(text=what.why), entry, what.line, place)
    if point.text == _OR_NOTED and isinstance(what, k.Private):
        return _typed_again(record, point, entry, f"Noted: {what.text}", place)
    words = next((held for name in WORDS if (held := getattr(what, name, ""))), "")
    answers: list[Answer] = []
    if isinstance(words, str) and words and not isinstance(what, k.Sealed):
        answers.append("words")
    if isinstance(what, k.Spoken):
        answers.append("speaker")
    if point.what in ("unknown speaker", "unlisted speaker"):
        answers.reverse()
    answers.append("note")
    return point._replace(answer=answers[0], answers=tuple(answers),
                          words=words if "words" in answers else "")  # fmt: skip


def _typed_again(record: Record, point: Point, entry: Entry, line: str, place: int) -> Point:
    """Offer a line again, at its own time and about its own text; where that is decided, done."""
    offered = again(record, entry, line, place)
    before = "" if read_clock(line) else _time_of(record, entry)
    answers: tuple[Answer, ...] = ("done",) if offered.decided else ()
    answers = (*answers, "line", "note")
    return point._replace(answer=answers[0], answers=answers, line=offered.line, before=before,
                          about_text=offered.about, nameless=offered.nameless)  # fmt: skip


def _time_of(record: Record, entry: Entry) -> str:
    return spell_prefix(record.live.zone, when=entry.happened.astimezone(record.live.zone))


def _line_for(record: Record, text: str) -> str:
    """Return how the line begins that says what a session was made without."""
    for asked, line in _ASKED_OF_A_SESSION.items():
        if text.startswith(asked):
            return line
    found = _OFFICE.match(text)
    body = record.live.roster.body_on(found["body"], None) if found else None
    if found is None or body is None:
        return ""
    held = {"chair": body.chair, "vice-chair": body.vice_chair}
    others = [
        f"{office} {who}" for office, who in held.items() if who and office != found["office"]
    ]
    return f"Body {body.code}: {'; '.join([body.name, *others, found['office']])} "


def _around(record: Record, place: int) -> tuple[tuple[Row, ...], int]:
    """Return the rows around an entry's place, and which of them is its."""
    entries = record.entries
    told = (one for one in reversed(entries[max(0, place - _LOOKED_AT) : place]) if _is_told(one))
    before = list(islice(told, BESIDE))[::-1]
    after = islice(filter(_is_told, entries[place + 1 : place + _LOOKED_AT]), BESIDE)
    return tuple(row_of(record, one) for one in (*before, entries[place], *after)), len(before)


def _is_told(entry: Entry) -> bool:
    """Whether an entry says what happened, and is no mark on another one."""
    return is_of_room(entry.what) and not isinstance(entry.what, _MARKS)


def _side(record: Record, ref: str, which: str) -> Side | None:
    entry = record.reads(ref)
    if entry is None:
        return None
    local = entry.happened.astimezone(record.live.zone)
    who = f"{entry.station}, {entry.by}" if entry.by else entry.station
    what = entry.what
    # two wordings of one paragraph often begin alike: what was told would cut both short there
    told = (
        " ".join(one.text for one in what.paragraphs) if isinstance(what, k.DraftEdit)
        else Teller(record.live).sentence(entry)
    )  # fmt: skip
    words = " ".join(told.split())
    return Side(ref, which, f"{local:%H:%M:%S}", who, words)


_WITH_WORDS = ("missed", "check the name", "confirm the wording")
"""What a rapporteur may have said more about."""
SAYS: dict[str, Callable[[Point], str]] = {
    "missed": lambda point: "Something was missed here.",
    "check the name": lambda point: "The name has to be checked.",
    "confirm the wording": lambda point: "The Chair has to confirm the wording.",
    "unknown speaker": lambda point: "Who spoke?",
    "unlisted speaker": lambda point: f"{point.text} is on no list. {meant(point.text)}".strip(),
    "unclear": lambda point: f"The line could not be read: {point.text or 'it is kept as typed'}.",
    "refused": lambda point: f"The line was refused: {point.text or 'it is kept as typed'}.",
    CONFLICT: lambda point: f"The record does not agree with itself: {point.text}.",
}


def says(point: Point) -> str:
    """Return in a sentence what a point is."""
    if point.text == _OR_NOTED:
        return "A private note while a text was on the floor: was it “Noted:”?"
    tell = SAYS.get(point.what)
    if tell is None:
        return f"To be checked: {point.text}" if point.text else "To be checked."
    said = tell(point)
    more = point.text if point.what in _WITH_WORDS else ""
    return f"{said} {more}".rstrip()
