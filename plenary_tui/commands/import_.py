"""`plenary import`: a past meeting from notes or an IRC log."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from plenary_tui.settings import Settings

from .console import counted, say
from .naming import named
from .options import command as make

if TYPE_CHECKING:
    from plenary_tui.importers.imported import Imported
    from plenary_tui.importers.source import Source
    from plenary_tui.store.clock import Clock

SHOWN = 5
"""Lines that were not understood, as shown; the worklist has them all."""


@make(
    "import",
    "plenary import notes.txt --as 2018-06-antwerp\n"
    "plenary import 2020-04-07.log --as call-2020-04-07 --format irc",
)
@click.argument("file")
@click.option("--as", "name", metavar="NAME", required=True, help="The new session's name.")
@click.option(
    "--format", "form", type=click.Choice(["notes", "irc"]),
    help="What the file is; else it is looked at.",
)  # fmt: skip
def command(settings: Settings, file: str, name: str, form: str | None) -> None:
    """Make a session from notes in the notation, or from an IRC log.

    What is not understood is kept as typed, on the worklist, and counted in the closing line.
    Rules refuse nothing here: what happened is recorded, and flagged. When the import fails no
    session is left.
    """
    from plenary_tui.importers.source import read_source
    from plenary_tui.store.clock import Clock
    from plenary_tui.store.create import create
    from plenary_tui.store.log import StationLog
    from plenary_tui.store.session import Session

    from .closing import bring_up_to_date

    source = read_source(Path(file))
    slug = named(name)
    station = settings.writer
    clock = Clock()
    with create(settings.folder, slug) as folder:
        imported = _imported(source, station, clock, form)
        with StationLog(folder, station, clock=Clock()) as log:
            log.append_all(imported.entries)
    bring_up_to_date(settings.folder, Session(settings.folder / slug), documents=True)
    say(f"Imported {source.name} as {slug}, {counted(len(imported.entries), 'entry', 'entries')}.")
    for number, line in imported.not_understood[:SHOWN]:
        say(f"  line {number}, not understood: {' '.join(line.split())}")
    for number, note in imported.notes[:SHOWN]:
        say(f"  line {number}: {note}")
    say(imported.closing)


def _imported(source: Source, station: str, clock: Clock, form: str | None) -> Imported:
    from plenary_tui.importers.irc import import_irc, looks_like_a_log
    from plenary_tui.importers.notes import import_notes

    number = 0

    def stamp(now: datetime) -> tuple[str, str]:
        nonlocal number
        number += 1
        return f"{station}-{number}", clock.tick()

    if form is None:
        form = "irc" if looks_like_a_log(source.text) else "notes"
    read = import_irc if form == "irc" else import_notes
    return read(source.text, station, stamp, clock.now(), source=source.name)
