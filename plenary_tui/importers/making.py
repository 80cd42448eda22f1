"""How a session comes to be: from a template, from a plan, or from a file of a past meeting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from shutil import disk_usage
from typing import TYPE_CHECKING

from plenary_tui.errors import NotDurable, WrongUse

if TYPE_CHECKING:
    from plenary_tui.store.session import Session

    from .arriving import Look
    from .files import Format
    from .programme import Programme
    from .stated import Stated

_ENTRY = 4_096
"""Bytes that an entry of a file from outside surely needs less than."""


def local_zone() -> str:
    """Return this computer's time zone by its name."""
    from babel.localtime import get_localzone

    return str(getattr(get_localzone(), "key", "UTC"))


def make_session(
    sessions: Path, slug: str, station: str, *, source: str, zone: str,
    programme: Programme | None = None,
) -> Session:  # fmt: skip
    """Make the session `slug` as a template or a plan says, and return it.

    source: a template's name or a plan's path; empty for a session without roster and agenda.
    zone: where the plan names none; empty for the programme's, else this computer's. programme:
    takes the place of the plan's own agenda. Raises WrongUse, NotDurable, LogBusy; nothing is
    left then.
    """
    from plenary_tui.record.setup import zone_of
    from plenary_tui.store.capture import Capture
    from plenary_tui.store.create import create
    from plenary_tui.store.session import Session

    from .plans import draft_plan, plan_lines

    if zone and zone_of(zone).key != zone:
        raise WrongUse(f"{zone} is no time zone: give an IANA name such as Europe/Brussels.")
    zone = zone or (programme.zone if programme is not None else "") or local_zone()
    lines = plan_lines(source, zone=zone) if source else [f"Zone: {zone}"]
    if programme is not None and programme.items:
        lines = [line for line in lines if not line.startswith("Agenda ")]
    follows = draft_plan(source) if source else None
    with create(sessions, slug) as folder:
        with Capture(Session(folder), station, live=False, file=True, gather=True) as capture:
            for line in lines:
                capture.take(line)
            if follows is not None:
                capture.enter(follows)
        if programme is not None:
            from .programme import stated

            session = Session(folder)
            _keep(session, station, stated(programme, session.record.meeting))
    return Session(sessions / slug)


@dataclass(frozen=True)
class Arrived:
    """A file that became a session, or came into one. entries: how many it brought."""

    session: Session
    look: Look
    entries: int


def import_session(
    sessions: Path, slug: str, station: str, *, file: Path, form: Format | None = None
) -> Arrived:
    """Make the session `slug` from a file, as it was understood, without showing it first.

    form: looked for in the file where it is None. Raises WrongUse, NotDurable, LogBusy; nothing
    is left then.
    """
    from plenary_tui.store.clock import local_now

    from .arriving import Said, look, read

    said = Said(form=form)
    return keep_as(sessions, slug, station, look(read(file, said), station, local_now(), said))


def keep_as(sessions: Path, slug: str, station: str, look: Look) -> Arrived:
    """Make the session `slug` of what was looked at: it appears whole, or not at all.

    An agenda or a list that states no zone is of this computer's. Raises WrongUse, NotDurable,
    LogBusy; nothing is left then.
    """
    from plenary_tui.store.create import create
    from plenary_tui.store.log import StationLog
    from plenary_tui.store.session import Session

    if look.stated is not None:
        with create(sessions, slug) as folder:
            zoned = any(getattr(one, "field", "") == "zone" for one in look.stated.commands)
            lines = [] if zoned else [f"Zone: {local_zone()}"]
            count = _keep(Session(folder), station, look.stated, before=lines)
        return Arrived(Session(sessions / slug), look, count)
    assert look.imported is not None
    entries = look.imported.entries
    with create(sessions, slug) as folder, StationLog(folder, station) as log:
        log.append_all(entries)
    return Arrived(Session(sessions / slug), look, len(entries))


def keep_into(session: Session, station: str, stated: Stated) -> int:
    """Tell an existing session what a file states, in one batch; return how many entries it made.

    What it tells stands outside any sitting, and the station goes on in its own; what was not
    understood goes on the worklist. Raises NotDurable
    where the disk has no room for all of it, or fails: then nothing is acknowledged, and what may
    stand of it is not told twice when the same file is imported again. Raises LogBusy where the
    station records there now.
    """
    from .stated import MOST_UNREAD

    if not stated.commands and not stated.not_understood:
        return 0
    needed = _ENTRY * (len(stated.commands) + min(len(stated.not_understood), MOST_UNREAD) + 1)
    if disk_usage(session.folder).free < needed:
        raise NotDurable(
            f"The disk of {session.name} has no room for {stated.name}: free {needed // 1024:,} KB "
            "and import it again."
        )
    return _keep(session, station, stated)


def _keep(
    session: Session, station: str, stated: Stated, *, before: Sequence[str] = ()
) -> int:  # fmt: skip
    from plenary_tui.record.kinds import Kind, Provenance, Sitting, Unread
    from plenary_tui.record.notation import Context, spell, spell_prefix
    from plenary_tui.store.capture import Capture
    from plenary_tui.store.clock import local_now

    marking = "restricted" if stated.restricted else None
    source = f"{stated.name} ({stated.form}): {stated.closing}"
    with Capture(session, station, live=False, file=True, gather=True) as capture:
        standing = capture.scribe.record.live.station_sitting(station)

        def tell(command: Kind, sitting: str) -> str:
            reading = capture.scribe.reading(local_now())
            zone = capture.scribe.record.live.zone
            label = str(len(capture.scribe.labels) + 1)
            prefix = spell_prefix(zone, label=label, context=Context(sitting, marking=marking))
            answer = capture.take(prefix + spell(command, reading))
            assert answer is not None
            return answer.entry.id

        for line in before:
            capture.take(line)
        announced = [
            told for command in stated.commands
            if (told := tell(command, "")) and isinstance(command, Sitting)
            and not (command.day or command.begins)
        ]  # fmt: skip
        live = capture.scribe.record
        kept = {(one.what.line, one.what.why) for one in live.entries
                if isinstance(one.what, Unread)}  # fmt: skip
        unread = [tell(one, "") for one in stated.unread(kept)]
        if not stated.commands and not unread:
            return 0
        # The entry that is last moves the station's desk: to where it stood, else to the first
        # of the sittings without a time, so that the next `Opened:` opens that one.
        desk = standing or next(iter(announced), "")
        tell(Provenance(act="imported", text=source), desk)
        return len(stated.commands) + len(unread) + 1
