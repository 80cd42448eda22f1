"""What a recorded line was understood as, and where the meeting stands: in words, for a prompt."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from plenary_tui.record import kinds as k
from plenary_tui.record.floor import MOST_REPLIES, REPLIES, REPLY_SECONDS
from plenary_tui.record.notation.lexicon import LEXICON

from . import Teller

if TYPE_CHECKING:
    from plenary_tui.record.entries import Entry
    from plenary_tui.record.meeting import Meeting


def understood(entry: Entry, meeting: Meeting) -> str:
    """Return in words what an entry was understood as."""
    teller = Teller(meeting, status=True)
    what = entry.what
    parts = [teller.happening(entry)]
    if isinstance(what, k.Spoken):
        if what.speaker or what.capacity:
            parts.insert(0, teller.speaker(what, entry.happened))
        if entry.item:
            parts.append(teller.item(entry.item))
        speech = meeting.speeches.get(entry.id)
        if speech is not None and speech.on:
            parts.append(f"on {teller.text(speech.on)}")
    if isinstance(what, k.Reply):
        parts.append(_which_reply(entry, what, meeting))
    if entry.marking != "open":
        parts.append(entry.marking.replace("_", " "))
    return ", ".join(part for part in parts if part)


def _which_reply(entry: Entry, what: k.Reply, meeting: Meeting) -> str:
    """Return which right of reply of a delegation on an item it is, and how long it may be."""
    taken = meeting.replies.get((entry.sitting, entry.item, what.speaker), 0)
    number = taken + (entry.id not in meeting.speeches)
    if number > MOST_REPLIES:
        return f"number {number} on this item, beyond the {MOST_REPLIES} there are"
    seconds = dict(meeting.floor(entry.sitting).limits).get(REPLIES) or REPLY_SECONDS[number - 1]
    minutes, rest = divmod(seconds, 60)
    return f"the {('first', 'second')[number - 1]} on this item, {minutes}:{rest:02} min"


def oddities(entry: Entry, flags: tuple[str, ...], meeting: Meeting) -> tuple[str, ...]:
    """Return what is odd about an entry, also that nothing of the kind should happen now."""
    in_the_room = isinstance(
        entry.what,
        k.Intervention | k.PointOfOrder | k.Reply | k.Ruling | k.FloorList | k.Stance | k.Outcome,
    )
    flags = (*_slips(entry, meeting), *flags)
    state = meeting.sitting(entry.sitting).state
    if not in_the_room or state == "open":
        return flags
    why = "the sitting is suspended" if state == "suspended" else "no sitting is open"
    return (why, *flags)


def meant(name: str) -> str:
    """Return the question whether a keyword was meant by the name of a speaker, else nothing."""
    keyword = LEXICON.near(name)
    return f"Did you mean {keyword}?" if keyword else ""


def _slips(entry: Entry, meeting: Meeting) -> tuple[str, ...]:
    """Return the question whether a keyword was meant, where nobody has the speaker's name."""
    what, roster = entry.what, meeting.roster
    if not isinstance(what, k.Intervention):
        return ()
    if doubled := _doubled(what):
        return (doubled,)
    if what.person or what.capacity:
        return ()
    if what.speaker in roster.delegations or what.speaker in roster.bodies:
        return ()
    return tuple(filter(None, (meant(what.speaker),)))


def _doubled(what: k.Intervention) -> str:
    """Say that words after a speaker's name look like a line of their own."""
    head, colon, _ = what.text.partition(":")
    if colon and head.strip().casefold() == what.speaker.casefold():
        return f"the name stands twice: {what.speaker}: {head.strip()}:"
    words = what.text.split()
    hit = LEXICON.match(words) if 0 < len(words) < 4 else None
    if hit is not None and hit[1] == len(words):
        return f"“{what.text}” is taken for their words: leave the name out if it is a line"
    return ""


def standing_of(meeting: Meeting, station: str, today: date) -> str:
    """Return where a station is: sitting, item, who has the floor, and how closed it is."""
    room = meeting.sitting(meeting.station_sitting(station))
    teller = Teller(meeting)
    parts = [f"Sitting {room.number}" if room.number else "No sitting open"]
    if room.state in ("planned", "suspended") and room.id:
        parts[0] = f"Sitting {room.number or 'announced'}, {room.state}"
    day = meeting.desk(station).day
    if day is not None and day != today:
        parts.insert(0, f"{day:%A %d %B %Y}")
    if room.item:
        parts.append(f"item {room.item}")
    if room.before:
        parts.append(f"{teller.text(room.before)} on the floor")
    speaker = meeting.floor(room.id).speaker
    if speaker:
        parts.append(f"{teller.name(speaker)} speaking")
    if room.marking != "open":
        parts.append(room.marking.replace("_", " ").upper())
    return ", ".join(parts)
