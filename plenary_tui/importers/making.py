"""How a session comes to be: from a template, from a plan, or from a file of a past meeting."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from plenary_tui.errors import WrongUse

if TYPE_CHECKING:
    from plenary_tui.store.session import Session

    from .files import Format
    from .imported import Imported


def local_zone() -> str:
    """Return this computer's time zone by its name."""
    from babel.localtime import get_localzone

    return str(getattr(get_localzone(), "key", "UTC"))


def make_session(sessions: Path, slug: str, station: str, *, source: str, zone: str) -> Session:
    """Make the session `slug` as a template or a plan says, and return it.

    source: a template's name or a plan's path; empty for a session without roster and agenda.
    zone: where the plan names none; empty for this computer's. Raises WrongUse, NotDurable,
    LogBusy; nothing is left then.
    """
    from plenary_tui.record.setup import zone_of
    from plenary_tui.store.capture import Capture
    from plenary_tui.store.create import create
    from plenary_tui.store.session import Session

    from .plans import draft_plan, plan_lines

    if zone and zone_of(zone).key != zone:
        raise WrongUse(f"{zone} is no time zone: give an IANA name such as Europe/Brussels.")
    zone = zone or local_zone()
    lines = plan_lines(source, zone=zone) if source else [f"Zone: {zone}"]
    follows = draft_plan(source) if source else None
    with (
        create(sessions, slug) as folder,
        Capture(Session(folder), station, live=False, file=True, gather=True) as capture,
    ):
        for line in lines:
            capture.take(line)
        if follows is not None:
            capture.enter(follows)
    return Session(sessions / slug)


@dataclass(frozen=True)
class Arrived:
    """A past meeting that became a session."""

    session: Session
    imported: Imported


def import_session(
    sessions: Path, slug: str, station: str, *, file: Path, form: Format | None = None
) -> Arrived:
    """Make the session `slug` from a file of notes or an IRC log.

    form: looked for in the text where it is None. Raises WrongUse, NotDurable, LogBusy; nothing
    is left then.
    """
    from plenary_tui.store.clock import Clock
    from plenary_tui.store.create import create
    from plenary_tui.store.log import StationLog
    from plenary_tui.store.session import Session

    from .files import import_file

    clock = Clock()
    ids = count(1)

    def stamp(now: datetime) -> tuple[str, str]:
        return f"{station}-{next(ids)}", clock.tick()

    imported = import_file(file, station, stamp, clock.now(), form)
    with create(sessions, slug) as folder, StationLog(folder, station) as log:
        log.append_all(imported.entries)
    return Arrived(Session(sessions / slug), imported)
