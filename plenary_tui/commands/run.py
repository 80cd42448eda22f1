"""`plenary run`: the room, in which a meeting is recorded live."""

from __future__ import annotations

import gc

import click

from plenary_tui.errors import WrongUse
from plenary_tui.settings import Settings

from .console import has_a_screen
from .options import command as make
from .options import with_folders
from .screens import open_screens


@make("run", "plenary run my-meeting")
@with_folders
@click.argument("name")
def command(settings: Settings, name: str) -> int:
    """Open the room: header, agenda, record, floor, and the line that is typed into.

    Enter records the line; F1 shows the keys and the notation. What is being typed is on disk
    within a second and comes back if the program is killed. Leaving never ends an open sitting.
    """
    from .joining import session_here

    folder = session_here(settings, name)
    _ = settings.writer  # a station that cannot be is said before the screen opens
    if not has_a_screen():
        raise WrongUse(
            f"The room needs a terminal: `plenary record {folder.name}` takes lines without one."
        )
    gc.disable()  # nothing that is loaded for the first frame is garbage; the room turns it on
    return open_screens(settings, folder)
