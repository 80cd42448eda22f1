"""`plenary display`: what is before the meeting, for the projector in the room."""

from __future__ import annotations

import gc

import click

from plenary_tui.errors import WrongUse
from plenary_tui.settings import Settings

from .console import has_a_screen
from .options import command as make


@make("display", "plenary display my-meeting\nplenary display my-meeting --sitting 2")
@click.argument("name")
@click.option(
    "--sitting", type=click.IntRange(min=1), metavar="NUMBER",
    help="The sitting to show where two are open at once; else the last one opened.",
)  # fmt: skip
def command(settings: Settings, name: str, sitting: int | None) -> int:
    """Show the room what is before the meeting: item, speaker and time, list, text, clock.

    For a second terminal, on the projector. It follows the record by itself and only reads it.
    Private notes and the worklist are never on it; while a sitting is in camera it shows nothing
    but that, the item's number and the time. Q leaves, T changes between light, dark and no colour.
    """
    folder = settings.session(name)
    if not has_a_screen():
        raise WrongUse(
            "The display needs a terminal: open one on the projector, and type "
            f"`plenary display {folder.name}` there."
        )
    from .screens import told

    gc.disable()  # nothing that is loaded for the first frame is garbage; the screen turns it on
    from plenary_tui.ui.display.app import run

    return told(run(settings, folder, sitting or 0))
