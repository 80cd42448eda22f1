"""`plenary restore`: a session from its archive."""

from __future__ import annotations

from pathlib import Path

import click

from plenary_tui.settings import Settings

from .console import complain, counted, say
from .options import command as make


@make(
    "restore",
    "plenary restore antwerp.zip\nplenary restore antwerp.zip --as 2018-06-antwerp-copy",
)
@click.argument("file")
@click.option("--as", "name", metavar="NAME", default="", help="Else the name that it had.")
def command(settings: Settings, file: str, name: str) -> int:
    """Make a session of an archive that plenary archive made.

    Every file in it is checked against its hash, and nothing but a session's files is taken. What
    cannot be restored leaves nothing behind. Exits 1 where the session was damaged when packed.
    """
    from plenary_tui.store.archive import restore
    from plenary_tui.store.names import renaming
    from plenary_tui.store.session import Session

    from .closing import bring_up_to_date

    back = restore(Path(file), settings.folder, name)
    bring_up_to_date(settings.folder, Session(back.folder), documents=False)
    if changed := renaming(name, back.folder.name):
        complain(changed)
    for line in back.lines:
        complain(line)
    say(f"Restored {back.folder.name}: {counted(back.entries, 'entry', 'entries')}.")
    return 1 if back.lines else 0
