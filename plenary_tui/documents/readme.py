"""READ-ME.txt: what a session's folder is, for somebody with nothing but a text editor."""

from __future__ import annotations

from collections.abc import Container
from datetime import datetime

from plenary_tui.record.history import Record
from plenary_tui.record.texts import ADOPTED

from .chronicle import Chronicle
from .titles import sitting_title
from .wording import day, joined, weekday

_FOLDERS = {
    "log": """\
log/             the record: one line of JSON for each thing that happened, in the order in which
                 each station wrote it. Nothing in it is ever changed; a correction is a line more.
""",
    "sealed": """\
sealed/          the words of private notes and of what was said in camera. The log holds only
                 their fingerprints. Without this folder the rest still reads and verifies.
""",
    "drafts": """\
drafts/          documents that were issued or exported.
""",
}
_FILES = """\
record.txt       the same record to read, without what is sealed.
READ-ME.txt      this page. It and record.txt are written anew from the log."""

_READING = """\
Each line of record.txt is one thing that happened: its time, then what it was.
  10:31 NV: text             somebody spoke (NV is a delegation; the Delegation lines name each)
  Proposal NV: text          a text came before the meeting; a Draft decision is numbered if adopted
  + OS / - TR / ~ KE         who supported, opposed or was flexible on what came before
  Objection TR: reason       only a Participant's objection stands in the way of a decision
  Adopted: / Noted: …        what became of the text
  Item 4.2 / Opened: …       an agenda item, and the sitting's times
  s/old/new/                 a correction of an earlier line; undo takes one back
  #12 and @12                a line's name, and a later line that speaks of it
  \\ at the beginning         the words that follow are plain prose
  .kind {…}                  what has no shorter form; .sealed {} stands for words under seal
A line that begins with blanks belongs to the one above. A time without a day is of the day of
the line before it; after midnight the next day begins."""


def readme(
    record: Record, name: str, now: datetime | None = None, *, here: Container[str] = ("log",)
) -> str:
    """Return the page for the session in the folder `name`.

    record: the open record. now: decides whether a written procedure is past its expiry. here:
    the names of what lies in the folder.
    """
    chronicle = Chronicle(record, now)
    folders = "".join(said for folder, said in _FOLDERS.items() if folder in here)
    parts = [
        _titled(f"{name}: the record of a meeting", "=", _whose(chronicle)),
        _titled("How it stands", "-", _standing(chronicle, here)),
        _titled("What lies here", "-", folders + _FILES),
        _titled("How to read record.txt", "-", _READING),
        _titled("How to check and use it", "-", _commands(name)),
    ]
    return "\n\n".join(parts) + "\n"


def _titled(heading: str, sign: str, text: str) -> str:
    return f"{heading}\n{sign * len(heading)}\n{text}"


def _whose(chronicle: Chronicle) -> str:
    draft = chronicle.draft("")
    meeting, words = chronicle.meeting, chronicle.words
    lines = [draft.title if meeting.facts.get("title") else "", *draft.about]
    outside = meeting.sitting("")
    if outside.presiding:
        on = meeting.first_day or words.day_of(meeting.last or chronicle.entries[0].happened)
        person = f" ({outside.person})" if outside.person else ""
        lines.append(f"Chair: {words.name(outside.presiding, on)}{person}")
    stations = sorted({entry.station for entry in chronicle.record.entries})
    writers = sorted({entry.by for entry in chronicle.entries if entry.by})
    lines.append(f"Written at: {joined(stations) or 'no station yet'}")
    if writers:
        lines.append(f"Rapporteurs: {joined(writers)}")
    lines += [f"Source: {one}" for one in meeting.facts.get("source", "").split("\n") if one]
    return "\n".join(line for line in lines if line)


def _standing(chronicle: Chronicle, here: Container[str]) -> str:
    meeting, words = chronicle.meeting, chronicle.words
    sittings = [one for one in chronicle.sittings() if one.number]
    states = [chronicle.state(text) for text in chronicle.texts()]
    adopted = sum(state in ADOPTED for state in states)
    pending = sum(state in ("proposed", "silence", "expired") for state in states)
    owed = [one for one in meeting.follow_ups.values() if one.is_open]
    todo = sum(not one.done for one in meeting.worklist.values())
    last = f", the last of {weekday(words.day_of(meeting.last))}" if meeting.last else ""
    private = sum(entry.marking == "private" for entry in meeting.sealed)
    camera = len(meeting.sealed) - private
    where = "; the words are in sealed/" if "sealed" in here else "; the words are not here"
    where = where if meeting.sealed else ""
    lines = [
        f"The meeting {'is over' if meeting.ended else 'is not closed'}.",
        f"Entries: {len(chronicle.record.entries)}{last}.",
        f"Sittings held: {len(sittings)}.",
        *_ahead(chronicle),
        f"Texts: {len(states)}, of which {adopted} adopted and {pending} not decided yet.",
        f"Under seal: {camera} made in camera, {private} private{where}.",
        f"Points that do not agree: {len(meeting.conflicts)} (the decisions list names them).",
        f"Points of the worklist open: {todo}.",
        f"Follow-ups open: {len(owed)}.",
    ]
    for one in sorted(owed, key=lambda owed: owed.rank):
        due = f" (by {day(one.due)})" if one.due else ""
        on = words.day_of(one.entry.happened)
        who = words.name(one.owner, on) if one.owner else "no one named"
        lines.append(f"- owed by {who}: {one.text}{due}".replace("\n", " "))
    return "\n".join(lines)


def _ahead(chronicle: Chronicle) -> list[str]:
    """Say which sittings were announced and not held, unless the meeting is over."""
    planned = [one for one in chronicle.sittings() if one.id and not one.number]
    if not planned or chronicle.meeting.ended:
        return []
    return [
        f"Sittings announced, not opened: {len(planned)}.",
        *(f"- {sitting_title(chronicle, one)}" for one in planned),
    ]


def _commands(name: str) -> str:
    return (
        "With the program plenary-tui (Python, open source):\n"
        f"  plenary verify {name}               that no line of the log was lost or altered\n"
        f"  plenary replay {name} --plain       the meeting again, line by line\n"
        f"  plenary export {name} decisions     the decisions list; also journal, summary, data\n"
        "  plenary rebuild                     everything but the logs, made anew\n"
        "Without it: record.txt is complete but for what is sealed, and each line of log/ reads\n"
        "by itself: at says when it was written, when (if there) when it happened, what the words."
    )
