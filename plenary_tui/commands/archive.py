"""`plenary archive`: a session as one file."""

from __future__ import annotations

from pathlib import Path

import click

from plenary_tui.settings import Settings

from .console import complain, counted, say
from .options import command as make


@make(
    "archive",
    "plenary archive 2018-06-antwerp\n"
    "plenary archive 2018-06-antwerp -o antwerp.zip\n"
    "plenary archive 2018-06-antwerp --whole -o antwerp-whole.zip",
)
@click.argument("name")
@click.option("-o", "--output", metavar="FILE.zip", help="Where to; else NAME.zip here.")
@click.option("--whole", is_flag=True, help="With sealed words and drafts/; is recorded.")
def command(settings: Settings, name: str, output: str | None, whole: bool) -> None:
    """Pack a session into one file, from which plenary restore makes it again.

    Without --whole, private notes and what was said in camera stay here, as in a hand-over. The
    session's log remembers that it was packed. The session itself stays as it is.
    """
    from plenary_tui.store.archive import archive
    from plenary_tui.store.session import Session

    session = Session(settings.session(name))
    target = Path(output) if output else Path(f"{session.name}{'-whole' if whole else ''}.zip")
    made = archive(session, target, whole=whole, station=settings.writer)
    for line in made.lines:
        complain(line)
    say(f"{made.path}: {counted(made.entries, 'entry', 'entries')} of {session.name}.")
