"""`plenary replay`: a past session, on the screen or as plain lines."""

from __future__ import annotations

import gc
from collections import Counter
from datetime import time
from pathlib import Path
from time import sleep
from typing import TYPE_CHECKING

import click

from plenary_tui.settings import Settings

from .console import complain, counted, has_a_screen, say
from .options import command as make
from .options import until_option

if TYPE_CHECKING:
    from plenary_tui.record.entries import Entry
    from plenary_tui.record.history import Record
    from plenary_tui.record.meeting import Meeting


@make(
    "replay",
    "plenary replay 2018-06-antwerp\n"
    "plenary replay 2018-06-antwerp --until 2018-06-19T10:31\n"
    "plenary replay 2018-06-antwerp --plain\n"
    "plenary replay 2018-06-antwerp --plain --speed 60 --until 2018-06-19T12:00",
)
@click.argument("name")
@click.option("--plain", is_flag=True, help="As plain lines, without a screen.")
@click.option(
    "--speed", type=click.FloatRange(min=0, min_open=True), metavar="N",
    help="Play at the pace of the meeting, N times as fast; plain without it, no waiting.",
)  # fmt: skip
@until_option
@click.option(
    "--room",
    metavar="STATION",
    default="",
    help="Stay in this station's room, where several sat at once; plain, only what it wrote.",
)
@click.option(
    "--all", "everything", is_flag=True, help="Plain, every entry, also what was taken back."
)
def command(
    settings: Settings, name: str, plain: bool, speed: float | None, until: str | None,
    room: str, everything: bool,
) -> int:  # fmt: skip
    """Show a past session as it happened: on a screen to be moved through, or as plain lines.

    On the screen the room stands as it stood: agenda, floor and timer, list, texts, the draft with
    its brackets. It plays, stops, goes to a time, an item, a decision, a speaker; F1 shows the
    keys. With --until it begins there, with --speed it plays at once. It only reads.

    The plain form has one line an entry: its time, who spoke, what happened. Corrections are
    applied and marked; what was taken back is left out. What tells of the record itself (roster,
    worklist, corrections, edits of the draft) comes with --all. Words under seal are never shown.
    """
    folder = settings.session(name)
    if not plain and has_a_screen():
        return _on_screen(settings, folder, until, speed, room)
    if not plain:
        complain("The replay needs a terminal to be moved through: these are its plain lines.")
    _print(folder, until, speed, room, everything=everything)
    return 0


def _on_screen(
    settings: Settings, folder: Path, until: str | None, speed: float | None, room: str
) -> int:  # fmt: skip
    from .screens import say_troubles, told

    say_troubles(settings)
    gc.disable()  # nothing that is loaded for the first frame is garbage; the screen turns it on
    from plenary_tui.ui.replay.app import run

    return told(run(settings, folder, until, speed, room))


def _print(
    folder: Path, until: str | None, speed: float | None, room: str, *, everything: bool
) -> None:  # fmt: skip
    from plenary_tui.documents.moments import limit_of, record_until
    from plenary_tui.documents.rooms import checked
    from plenary_tui.record.redaction import open_record
    from plenary_tui.store.session import Session
    from plenary_tui.ui.replay.pace import LONGEST_WAIT

    record = Session(folder).record
    limit = limit_of(record, until)
    record = record_until(open_record(record), limit)
    say(heading(record))
    room = checked(record, room)
    before: Entry | None = None
    for entry, line in told(record, everything=everything):
        if room not in ("", entry.station):
            continue
        if speed and before is not None:
            wait = (entry.happened - before.happened).total_seconds() / speed
            sleep(min(max(wait, 0.0), LONGEST_WAIT))
        say(line)
        before = entry


def heading(record: Record) -> str:
    """Return what the session is, in one line."""
    meeting = record.meeting
    facts = [meeting.facts[name] for name in ("title", "place", "dates") if name in meeting.facts]
    return ", ".join([
        *facts,
        *attending(meeting),
        counted(len(meeting.agenda), "agenda item"),
        f"times of {meeting.zone.key}",
    ])  # fmt: skip


def attending(meeting: Meeting) -> list[str]:
    """Return how many take part, a phrase: those who decide, then the larger classes first.

    Observers of every kind are counted together.
    """
    from plenary_tui.record.delegations import DECIDES

    roster = meeting.roster
    status = (roster.status(code, meeting.first_day) for code in roster.delegations)
    classes = Counter(one.rpartition(" ")[2] for one in status)
    ordered = sorted(classes, key=lambda one: (one.casefold() not in DECIDES, -classes[one], one))
    named = [counted(classes[one], one or "delegation") for one in ordered]
    return [" and ".join((", ".join(named[:-1]), named[-1]))] if named[1:] else named


def told(record: Record, *, everything: bool) -> list[tuple[Entry, str]]:
    """Return the entries in the order of what happened, each with its line."""
    from plenary_tui.documents.rooms import parallel
    from plenary_tui.documents.telling import Teller
    from plenary_tui.documents.titles import Titles
    from plenary_tui.record.kinds import Day

    teller = Teller(record.meeting, titles=Titles(record))
    rooms = parallel(record.meeting)
    lines = []
    day = None
    begun = set()
    for entry in sorted(record.entries, key=lambda one: one.happened):
        gone = entry.id in record.retracted
        if not everything and (gone or _is_upkeep(entry)):
            continue
        if isinstance(entry.what, Day) and not everything:
            if entry.what.day in begun:  # every station says which day it is
                continue
            begun.add(entry.what.day)
        reading = record.reads(entry.id) or entry
        local = entry.happened.astimezone(record.meeting.zone)
        stamp = [] if local.date() == day else [f"{local:%Y-%m-%d}"]
        if (
            local.time() != time.min
        ):  # of what has midnight to the millisecond, only the day is known
            stamp.append(f"{local:%H:%M}")
        day = local.date()
        marks = ["corrected"] if reading.what != entry.what else []
        marks += ["taken back"] if gone else []
        if entry.marking != "open" and entry.what.open_part() is not entry.what:
            marks.append(entry.marking.replace("_", " "))
        mark = f" [{', '.join(marks)}]" if marks else ""
        room = rooms.get(entry.id) or rooms.get(entry.sitting)
        if room:
            stamp.append(f"[{room}]")
        words = teller.sentence(reading).split()
        lines.append((entry, " ".join([*stamp, *words]) + mark))
    return lines


def _is_upkeep(entry: Entry) -> bool:
    """Whether an entry tells of the record, or of what the session is, and of no happening."""
    from plenary_tui.record import kinds as k
    from plenary_tui.record.streams import is_of_room

    what = entry.what
    if not is_of_room(what):
        return True
    if isinstance(what, k.MeetingFact | k.Delegation | k.Body | k.Delegate | k.Check | k.Done):
        return True
    if isinstance(what, k.Correction | k.Retraction | k.Provenance):
        return True
    # What was planned before the meeting was written down, perhaps years later, at no moment of it.
    planned = isinstance(what, k.AgendaItem | k.Presiding)
    return planned and entry.when is None and not entry.sitting
