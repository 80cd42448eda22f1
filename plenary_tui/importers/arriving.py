"""A foreign file as it would come in: read whole, shown before anything is made of it, then kept.

Nothing here writes. A look is what `plenary import --preview` prints and what the screen shows;
what is kept afterwards is what was looked at.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from plenary_tui.errors import WrongUse
from plenary_tui.record.history import Record
from plenary_tui.record.meeting import Meeting

from .files import CALLED, MEETINGS, Format, detect, form_of_table, recognised
from .imported import Imported
from .looking import Look, Said
from .making import local_zone
from .source import Source, read_bytes
from .stated import Stated

if TYPE_CHECKING:
    from plenary_tui.record.scribe import Stamp

    from .participants import Columns, Doubt
    from .programme import Programme
    from .tables import Table


@dataclass(frozen=True)
class Read:
    """A file that was read and recognised; what it comes to depends on the session.

    One of source, table, programme is there.
    """

    name: str
    form: Format
    source: Source | None = None
    table: Table | None = None
    programme: Programme | None = None


def read(path: Path, said: Said | None = None) -> Read:
    """Read a file and find out what it is. Raises WrongUse where it is nothing that is known."""
    from .programme import (
        programme_of_calendar,
        programme_of_table,
        programme_of_text,
        programme_of_word,
    )
    from .tables import table_of_text, table_of_workbook

    said = said or Said()
    foreign = read_bytes(path)
    package, source = recognised(foreign)
    if package == "word":
        _allow(foreign.name, said.form, "a Word file", ("agenda",))
        return Read(foreign.name, "agenda", programme=programme_of_word(foreign))
    if package == "sheet":
        _allow(foreign.name, said.form, "a spreadsheet", ("agenda", "participants"))
        table = table_of_workbook(foreign, said.sheet, _headings)
        form = said.form or form_of_table(table) or "participants"
    else:
        assert source is not None
        form = said.form or detect(source.text, source.name)
        if form == "notes" and said.into and said.form is None:
            return _plain_agenda(source)
        if form in MEETINGS:
            return Read(foreign.name, form, source=source)
        if form == "agenda" and source.text.lstrip("\ufeff \n\r").upper().startswith("BEGIN:VCAL"):
            programme = programme_of_calendar(source, said.zone, local_zone())
            return Read(foreign.name, form, programme=programme)
        if form == "agenda" and not (
            (said.form is None and _is_table(source)) or source.name.lower().endswith(".csv")
        ):
            return Read(foreign.name, form, programme=programme_of_text(source))
        table = table_of_text(source)
    if form == "agenda":
        return Read(foreign.name, form, programme=programme_of_table(foreign.name, table))
    return Read(foreign.name, form, table=table)


def _plain_agenda(source: Source) -> Read:
    """Read a text that has not the look of an agenda as one. Raises WrongUse where it is none."""
    from .programme import programme_of_text

    try:
        return Read(source.name, "agenda", programme=programme_of_text(source))
    except WrongUse as error:
        raise WrongUse(
            f"{source.name} is neither an agenda nor a list that can be read; notes of a meeting "
            "become a session of their own with --as NAME."
        ) from error


def _is_table(source: Source) -> bool:
    """Whether a text is a table and no Markdown with a table in it."""
    from .tables import looks_like_a_table, table_of_text

    if source.text.lstrip().startswith("|") or not looks_like_a_table(source.text):
        return False
    return form_of_table(table_of_text(source)) is not None


def _headings(table: Table) -> int:
    from .tables.headings import heading_row

    return max(len(heading_row(table, kind)[1]) for kind in ("participants", "agenda"))


def _allow(name: str, form: Format | None, what: str, forms: tuple[Format, ...]) -> None:
    if form is not None and form not in forms:
        as_these = " or ".join(CALLED[one] for one in forms)
        raise WrongUse(f"{name} is {what}, which is read as {as_these} and not as {CALLED[form]}.")


def look(
    found: Read, station: str, now: datetime, said: Said | None = None, *,
    into: Meeting | None = None,
) -> Look:  # fmt: skip
    """Return what a file would come to, in a new session or in the one that `into` is of.

    station, now: whose entries they become, and when they are written. Raises WrongUse.
    """
    said = said or Said()
    if found.source is not None:
        if into is not None:
            raise WrongUse(
                f"{found.name} is {CALLED[found.form]} of a meeting that was held: import it as a "
                "session of its own with --as NAME."
            )
        imported = _imported(found, found.source, station, now, said)
        return Look(
            found.name, found.form, imported.unit, imported.closing, imported.not_understood,
            tuple(f"{imported.unit} {number}: {note}" if number else note
                  for number, note in imported.notes),
            imported=imported, meeting=imported.record.meeting,
        )  # fmt: skip
    meeting = into or Record().meeting
    if found.programme is not None:
        from .programme import stated as of_programme

        stated = of_programme(found.programme, meeting)
        return _of(found, stated, meeting)
    assert found.table is not None
    return _of_list(found, found.table, said, meeting)


def _of_list(found: Read, table: Table, said: Said, meeting: Meeting) -> Look:
    from .participants import recognise, with_choices
    from .participants import stated as of_list
    from .participants.naming import Names

    names = Names(meeting.roster, said.delegations)
    columns = with_choices(recognise(table, names), said.columns)
    stated, doubts = of_list(found.name, columns, names, meeting)
    return _of(found, stated, meeting, columns, doubts)


def _of(
    found: Read, stated: Stated, meeting: Meeting, columns: Columns | None = None,
    doubts: tuple[Doubt, ...] = (),
) -> Look:  # fmt: skip
    place = "line" if stated.unit == "event" else stated.unit
    return Look(
        found.name, found.form, place, stated.closing, stated.not_understood, stated.notes,
        stated=stated, columns=columns, doubts=doubts, meeting=meeting,
    )  # fmt: skip


def _imported(found: Read, source: Source, station: str, now: datetime, said: Said) -> Imported:
    from plenary_tui.store.clock import Clock

    clock = Clock()
    ids = count(1)

    def stamp(at: datetime) -> tuple[str, str]:
        return f"{station}-{next(ids)}", clock.tick()

    reader = _readers()[found.form]
    return reader(source, station, stamp, now, said)


def _readers() -> dict[Format, Callable[[Source, str, Stamp, datetime, Said], Imported]]:
    from .irc import import_irc
    from .minutes import import_minutes
    from .notes import import_notes
    from .transcripts import import_transcript

    return {
        "notes": lambda source, station, stamp, now, said: import_notes(
            source.text, station, stamp, now, source=source.name
        ),
        "irc": lambda source, station, stamp, now, said: import_irc(
            source.text, station, stamp, now, name=source.name, source=source.name
        ),
        "transcript": lambda source, station, stamp, now, said: import_transcript(
            source, station, stamp, now, said.began, said.zone or local_zone()
        ),
        "minutes": lambda source, station, stamp, now, said: import_minutes(
            source, station, stamp, now
        ),
    }


__all__ = ["Look", "Read", "Said", "look", "read"]
