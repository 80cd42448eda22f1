"""`plenary draft`: the communiqué under negotiation, for the chair's office."""

from __future__ import annotations

import gc

import click

from plenary_tui.errors import WrongUse
from plenary_tui.settings import Settings

from .console import has_a_screen
from .options import command as make
from .options import with_folders
from .screens import open_screens


@make("draft", "plenary draft my-meeting\nplenary --station office draft my-meeting")
@with_folders
@click.argument("name")
def command(settings: Settings, name: str) -> int:
    """Open the draft of the communiqué: its paragraphs beside the entries they rest on.

    It grows with the record while the meeting runs, also from other stations. e words a
    paragraph, b brackets words for a delegation, g agrees, i issues a version; Enter offers what
    can be done, F1 shows all keys. Every act is recorded, and u takes it back. Escape leads to the
    room, F3 back.
    """
    from .joining import session_here

    folder = session_here(settings, name)
    _ = settings.writer  # a station that cannot be is said before the screen opens
    if not has_a_screen():
        raise WrongUse(
            f"The draft needs a terminal: `plenary export {folder.name} communique` writes it."
        )
    gc.disable()  # nothing that is loaded for the first frame is garbage; the room turns it on
    return open_screens(settings, folder, on_draft=True)
