"""`plenary import`: a past meeting from notes or an IRC log."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import click

from plenary_tui.settings import Settings

from .console import counted, say
from .naming import named
from .options import command as make

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
def command(settings: Settings, file: str, name: str, form: Literal["notes", "irc"] | None) -> None:
    """Make a session from notes in the notation, or from an IRC log.

    What is not understood is kept as typed, on the worklist, and counted in the closing line.
    Rules refuse nothing here: what happened is recorded, and flagged. When the import fails no
    session is left.
    """
    from plenary_tui.importers.making import import_session

    from .closing import bring_up_to_date

    slug = named(name)
    arrived = import_session(settings.folder, slug, settings.writer, file=Path(file), form=form)
    bring_up_to_date(settings.folder, arrived.session, documents=True)
    imported = arrived.imported
    say(f"Imported as {slug}: {counted(len(imported.entries), 'entry', 'entries')}.")
    for number, line in imported.not_understood[:SHOWN]:
        say(f"  line {number}, not understood: {' '.join(line.split())}")
    for number, note in imported.notes[:SHOWN]:
        say(f"  line {number}: {note}")
    say(imported.closing)
