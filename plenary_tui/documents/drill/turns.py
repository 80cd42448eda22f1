"""The turns of a past session as one hears them: who, and the words as they are kept.

No word is invented: what the record has no words for is a line that says what one sees happen.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import NamedTuple

from plenary_tui.errors import WrongUse
from plenary_tui.record import kinds as k
from plenary_tui.record.entries import Entry
from plenary_tui.record.history import Record, is_planned
from plenary_tui.record.texts import PENDING

from ..excerpt import Span, chosen_by
from ..moments import limit_of, record_until
from ..rooms import parallel
from ..telling import Teller
from ..titles import Titles
from .units import Unit, called, is_heard, units

_STAGE = {
    "add": ("asks for the floor", "ask for the floor"),
    "withdraw": ("no longer asks for the floor", "no longer ask for the floor"),
}


class Turn(NamedTuple):
    """One thing to be heard or seen. head: who speaks, or what happens; words: as they are kept.

    entry: of the kept session, with its time. room: where sittings go on beside each other.
    """

    entry: Entry
    head: str
    words: str = ""
    room: str = ""

    @property
    def id(self) -> str:
        """The entry's id."""
        return self.entry.id

    @property
    def named(self) -> str:
        """Who speaks or what happens, behind the room where there are several."""
        return f"[{self.room}] {self.head}".strip() if self.room else self.head

    @property
    def whole(self) -> str:
        """All of it in one line."""
        return ": ".join(filter(None, (self.named, self.words)))


class Stretch(NamedTuple):
    """What of a session is drilled. before: where the meeting stands as it begins, a line each.

    record: the open record as far as the stretch goes; units: what there is to be caught.
    """

    record: Record
    turns: tuple[Turn, ...]
    units: tuple[Unit, ...]
    before: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """What the session is called."""
        return self.record.live.facts.get("title", "")


def stretch_of(record: Record, span: Span) -> Stretch:
    """Return the stretch of an open record. Raises WrongUse where there is nothing to hear."""
    past = record_until(record, limit_of(record, span.until))
    chosen = {*chosen_by(past, span)} if span else None
    teller = Teller(past.live, titles=Titles(past))
    entries = _heard(past, chosen)
    if not entries:
        where = "this excerpt" if span or span.until else "this session"
        raise WrongUse(f"Nothing is said in {where}: drill with one in which something was.")
    rooms = parallel(past.live)
    turns = tuple(
        _turn(entry, teller)._replace(room=rooms.get(entry.id) or rooms.get(entry.sitting, ""))
        for entry in entries
    )
    ids = {entry.id for entry in entries}
    caught = tuple(units(past, ids))
    before = _before(record, entries[0]) if span else ()
    return Stretch(past, turns, caught, before)


def _heard(record: Record, chosen: Collection[str] | None) -> list[Entry]:
    """Return the entries to be heard, in the order in which they happened."""
    kept: set[str] = set()
    found = []
    for entry in sorted(record.readings(), key=lambda one: one.happened):
        what = entry.what
        more = isinstance(what, k.Continuation) and what.target in kept
        if not more and chosen is not None and entry.id not in chosen:
            continue
        if is_heard(what) and not is_planned(entry):
            kept.add(entry.id)
            found.append(entry)
    return found


def _turn(entry: Entry, teller: Teller) -> Turn:
    what = entry.what
    words = str(getattr(what, "text", "") or "")
    if isinstance(what, k.FloorList) and what.act in _STAGE:
        asks = _STAGE[what.act][len(what.who) > 1]
        return Turn(entry, f"{teller.names(what.who, entry.happened)} {asks}", words)
    head = called(entry, teller)
    if head.startswith("the "):  # a name begins as its owner writes it
        head = f"T{head[1:]}"
    return Turn(entry, head, " ".join(words.split()))


def _before(record: Record, first: Entry) -> tuple[str, ...]:
    """Return where a meeting stands before an entry, for somebody who comes in then."""
    earlier = [one for one in record.entries if one.happened < first.happened]
    past = record.until(max(one.happened for one in earlier)) if earlier else None
    if past is None:
        return ()
    meeting = past.live
    teller = Teller(meeting)
    sitting = meeting.sitting(first.sitting)
    presiding = sitting.presiding or meeting.sitting("").presiding
    said = [
        f"Sitting {sitting.number} is {sitting.state}" if sitting.number else "",
        f"{teller.name(presiding)} presides" if presiding else "",
        teller.item(sitting.item) if sitting.item else "",
    ]
    lines = [" · ".join(filter(None, said))]
    text = meeting.texts.get(sitting.before)
    if text is not None and text.state in PENDING and text.wordings:
        by = f" of {teller.name(text.by)}" if text.by else ""
        lines.append(f"Before the meeting, {teller.text(text.entry.id)}{by}: "
                     f"{text.wordings[-1].text}")  # fmt: skip
    return tuple(filter(None, lines))


def moment(turn: Turn, record: Record) -> datetime:
    """Return when a turn was, in the session's zone."""
    return turn.entry.happened.astimezone(record.live.zone)
