"""Where a typed line leads: a time, an item, a decision, a speaker, or words that were said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from plenary_tui.documents.excerpt import who_of
from plenary_tui.documents.moments import limit_of
from plenary_tui.errors import WrongUse
from plenary_tui.record import kinds as k
from plenary_tui.record.entries import Entry
from plenary_tui.record.folded import fold_name
from plenary_tui.record.history import Record
from plenary_tui.record.replaying import Replaying

from .filtering import called
from .landmarks import Kind, Landmarks, beside

_KINDS: dict[str, Kind] = {
    "decision": "decision", "gavel": "decision", "objection": "objection", "sitting": "sitting",
    "item": "item", "flag": "change", "correction": "change", "change": "change",
    "turn": "turn", "speaker": "turn",
}  # fmt: skip
_CLOCK = re.compile(r"\d{1,2}[:h.]\d{2}(:\d{2})?")
_DAY = re.compile(r"(\d{4}-\d\d-\d\d)[ T](\d{1,2})[:h.](\d{2})")
ASKED = "10:31 · 2018-06-19 10:31 · item 4.2 · decision 3 · NV · objection TR · sitting 2 · words"


class Ground(NamedTuple):
    """What is looked through, and from where. begin: the position before anything happened.

    around: past the last one it goes on with the first.
    """

    record: Record
    replaying: Replaying
    landmarks: Landmarks
    begin: int
    position: int
    around: bool = False

    @property
    def day(self) -> datetime:
        """The day of the last entry that happened, before the first that of the first."""
        at = max(self.begin, self.position - 1)
        return self.replaying.entries[at].happened.astimezone(self.record.live.zone)


def find(typed: str, ground: Ground, step: int = 1) -> int:
    """Return the position that a line leads to. Raises WrongUse, saying why it leads nowhere.

    step: -1 looks backwards, where it is what comes next that is asked for.
    """
    typed = " ".join(typed.split())
    if not typed:
        raise WrongUse(f"Type where to go: {ASKED}")
    word, _, rest = typed.removeprefix("next ").partition(" ")
    if typed.startswith("/"):
        return _words(typed[1:].strip(), ground, step)
    agenda = ground.record.live.agenda
    if word.casefold() != "item" and typed in agenda:
        return _item(typed, ground, step)
    if ground.record.entry(typed) is not None or _CLOCK.fullmatch(typed) or typed[:4].isdecimal():
        return _moment(typed, ground)
    kind = _KINDS.get(word.casefold()) or _KINDS.get(word.casefold().removesuffix("s"))
    if kind is not None:
        return _kind(kind, word, rest, ground, step)
    if code := called(typed, ground.record.live):
        return turn(code, ground, step)
    text = _text(typed, ground.record)
    return _decided(text, typed, ground) if text else _words(typed, ground, step)


def turn(code: str, ground: Ground, step: int = 1) -> int:
    """Return where somebody speaks next. Raises WrongUse."""
    entries = ground.replaying.entries
    said = [at for at in ground.landmarks.of("turn") if code in who_of(entries[at - 1].what)]
    return _next(said, f"turn of {code}", ground, step)


def _kind(kind: Kind, word: str, rest: str, ground: Ground, step: int) -> int:
    if not rest:
        return _next(ground.landmarks.of(kind), word, ground, step)
    if kind == "item":
        return _item(rest, ground, step)
    if kind == "sitting" and rest.isdecimal():
        opened = ground.landmarks.of("sitting")
        if 0 < int(rest) <= len(opened):
            return opened[int(rest) - 1]
        raise WrongUse(f"There is no sitting {rest}: {len(opened)} were opened.")
    if kind == "decision" and (text := _text(rest, ground.record)):
        return _decided(text, rest, ground)
    code = called(rest, ground.record.live)
    if not code:
        raise WrongUse(f"“{rest}” is nobody and nothing here: write {ASKED}")
    if kind == "turn":
        return turn(code, ground, step)
    entries = ground.replaying.entries
    found = [at for at in ground.landmarks.of(kind) if code in who_of(entries[at - 1].what)]
    return _next(found, f"{word} of {code}", ground, step)


def _next(found: Sequence[int], what: str, ground: Ground, step: int) -> int:
    at = beside(found, ground.position, step)
    if at is not None:
        return at
    if not found:
        raise WrongUse(f"There is no {what} here.")
    if ground.around:
        return found[0 if step > 0 else -1]
    after, before = ("after", "before") if step > 0 else ("before", "after")
    raise WrongUse(f"There is no {what} {after} this; there is one {before} it.")


def _moment(typed: str, ground: Ground) -> int:
    day = _DAY.fullmatch(typed)
    if day:
        typed = f"{day[1]}T{int(day[2]):02}:{day[3]}"
    elif _CLOCK.fullmatch(typed):
        clock = re.split(r"[:h.]", typed)
        typed = f"{ground.day:%Y-%m-%d}T{int(clock[0]):02}:" + ":".join(clock[1:])
    found = limit_of(ground.record, typed)
    if isinstance(found, str):
        return ground.replaying.position_of(found)
    assert found is not None
    return max(ground.begin, ground.replaying.position_at(found))


def _item(number: str, ground: Ground, step: int) -> int:
    """Return where an item is taken up next, or at all; else where anything is said on it."""
    entries = ground.replaying.entries
    known = ground.record.live.agenda
    wanted = fold_name(number)
    named = [one for one, item in known.items() if fold_name(item.title).startswith(wanted)]
    number = number if number in known else named[0] if named else ""
    if not number:
        on_it = ", ".join(item.number for item in ground.record.live.items) or "nothing"
        raise WrongUse(f"The agenda has no such item: {on_it} is on it.")
    taken = [at for at in ground.landmarks.of("item") if _number_of(entries[at - 1]) == number] or [
        at for at, entry in enumerate(entries, 1) if entry.item == number
    ]
    return _next(taken, f"word on item {number}", ground, step)


def _number_of(entry: Entry) -> str:
    return entry.what.number if isinstance(entry.what, k.ItemChange) else ""


def _text(typed: str, record: Record) -> str:
    """Return the id of the text that has this number or label."""
    wanted = typed.casefold()
    return next(
        (text.id for text in record.live.texts.values()
         if wanted in (text.number.casefold(), text.label.casefold())
         or (text.number and text.number.rpartition("/")[2].casefold() == wanted)), ""
    )  # fmt: skip


def _decided(text: str, typed: str, ground: Ground) -> int:
    """Return where a text was decided, else where it came before the meeting."""
    gavels = ground.record.live.texts[text].gavels
    return ground.replaying.position_of(gavels[-1].entry if gavels else text)


def _words(words: str, ground: Ground, step: int) -> int:
    """Return the next entry whose words hold these, accents and capitals aside."""
    wanted = fold_name(words)
    entries, at = ground.replaying.entries, ground.position
    ahead, behind = range(at, len(entries)), range(ground.begin, at)
    if step < 0:
        ahead, behind = behind[-2::-1], ahead[::-1]
    places: list[int] = [*ahead, *(behind if ground.around else ())] if wanted else []
    for place in places:
        if wanted in fold_name(_said(ground.record, entries[place])):
            return place + 1
    raise WrongUse(f"Nobody says “{words}” here, and it is no time, item or name: {ASKED}")


def _said(record: Record, entry: Entry) -> str:
    what = (record.reads(entry.id) or entry).what
    return " ".join(str(getattr(what, name, "")) for name in ("text", "title", "reason", "person"))
