"""A drill made ready: the stretch that is heard, and a practice session to type into.

The practice session has the set-up of the session that is drilled with: roster, bodies, agenda.
Nothing of what happened there is in it, so that it holds only what the person types.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from plenary_tui.documents.drill.result import PRACTICE
from plenary_tui.documents.drill.turns import Stretch, stretch_of
from plenary_tui.documents.excerpt import Span
from plenary_tui.errors import WrongUse
from plenary_tui.record.course import Course, Step
from plenary_tui.record.history import Record
from plenary_tui.record.kinds import Body, Delegation, Kind, MeetingFact, Provenance
from plenary_tui.record.redaction import open_record
from plenary_tui.store import drills
from plenary_tui.store.capture import Capture
from plenary_tui.store.clock import local_now
from plenary_tui.store.create import whole_folder, write_new
from plenary_tui.store.disk import RealDisk
from plenary_tui.store.session import Session

from .likeness import set_up_of


@dataclass(frozen=True)
class Ready:
    """A drill with its stretch. goes_on: it was begun before, and is not over."""

    drill: drills.Drill
    stretch: Stretch
    goes_on: bool


def ready(
    folder: Path, kept: Session, station: str, span: Span | None = None,
    speed: float | None = None, *, anew: bool = False,
) -> Ready:  # fmt: skip
    """Return the drill of a session that is not over, else a new one.

    folder: of all drills. span: the stretch, None for the one that the last drill has, else all.
    A new one is begun where another stretch is asked for, or `anew`. Raises WrongUse, NotDurable.
    """
    record = open_record(kept.record)
    last = next(drills.drills_of(folder, kept.folder), None)
    if last is not None and not anew and not Course(last.steps()).is_over:
        held = span_of(last.sheet)
        if span is None or span == held:
            return Ready(last, stretch_of(record, held), goes_on=True)
    span = span or Span()
    stretch = stretch_of(record, span)
    return Ready(_made(folder, kept, record, station, span, speed), stretch, goes_on=False)


def last_of(folder: Path, kept: Session) -> Ready:
    """Return the last drill of a session. Raises WrongUse where there is none."""
    last = next(drills.drills_of(folder, kept.folder), None)
    if last is None:
        raise WrongUse(f"There is no drill of {kept.name} yet: begin one with `plenary drill "
                       f"{kept.name}`.")  # fmt: skip
    stretch = stretch_of(open_record(kept.record), span_of(last.sheet))
    return Ready(last, stretch, goes_on=not Course(last.steps()).is_over)


def span_of(sheet: drills.Sheet) -> Span:
    """Return the stretch that a drill is of."""
    return Span(sheet.since, sheet.until, sheet.items, room=sheet.room)


def _made(
    folder: Path, kept: Session, record: Record, station: str, span: Span, speed: float | None
) -> drills.Drill:  # fmt: skip
    disk = RealDisk()
    name = drills.next_name(folder, kept.name, disk)
    begun = local_now()
    sheet = drills.Sheet(
        session=kept.name, folder=str(kept.folder.absolute()), practice=drills.PRACTICE + name,
        begun=begun, since=span.since, until=span.until, items=span.items, room=span.room,
        speed=speed or 1.0,
    )  # fmt: skip
    with whole_folder(folder / name, disk) as partial:
        practice = partial / sheet.practice
        disk.make_folder(practice)
        with Capture(Session(practice), station, live=False, file=True, gather=True) as capture:
            for command in set_up(record, kept.name, begun):
                capture.enter(command)
        write_new(disk, partial / drills.SHEET, sheet.model_dump_json(indent=1).encode())
    return drills.Drill(folder / name, disk)


def set_up(record: Record, name: str, now: datetime) -> list[Kind]:
    """Return what a practice session states of itself: that it is one, and the other's set-up.

    Classes and officers are those of the session's own day, and hold on the day of the drill.
    """
    day = record.live.first_day
    facts = record.live.facts
    commands: list[Kind] = [
        MeetingFact(field="title", value=f"{PRACTICE}: {facts.get('title') or name}"),
        MeetingFact(field="source", value=f"a drill with {name}: practice, no record of a meeting"),
    ]
    pattern = facts.get("numbers") or "Administrative Decision {n}"
    commands.append(MeetingFact(field="numbers", value=f"{PRACTICE} {pattern}"))
    for command in set_up_of(record, day).commands:
        if isinstance(command, MeetingFact) and command.field == "numbers":
            continue
        if isinstance(command, Delegation | Body):
            if day and command.since and command.since > day:
                continue
            command = command.model_copy(update={"since": None, "until": None})
        commands.append(command)
    said = f"{name}: its set-up, for a drill; nothing of what happened there"
    return [*commands, Provenance(act="imported", text=said)]


def resume(ready: Ready, now: datetime) -> Course:
    """Note that a drill is opened, and return its course so far. Raises NotDurable."""
    ready.drill.note(Step(at=now, act="opened"))
    return Course(ready.drill.steps())
