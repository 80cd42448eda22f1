"""`plenary rebuild`: the catalogue and the index, made anew from the logs."""

from __future__ import annotations

import sys

import click

from plenary_tui.settings import Settings

from .console import complain, counted, say
from .options import command as make


@make("rebuild", "plenary rebuild")
def command(settings: Settings) -> int:
    """Make the catalogue and the search index anew from the logs of all sessions.

    They are computed; nothing is lost when they are deleted, and what is there is searched until
    the new ones are whole. Exits 1 where a session could not be read.
    """
    from plenary_tui.store.names import session_names, strays
    from plenary_tui.store.rebuilding import rebuild

    folder = settings.folder
    there = session_names(folder)
    with click.progressbar(
        length=len(there), label="Reading the sessions", file=sys.stderr,
        hidden=not sys.stderr.isatty(),
    ) as bar:  # fmt: skip
        troubles = rebuild(folder, lambda name, place, total: bar.update(1))
    for name, why in troubles.items():
        complain(f"{name} could not be read ({why}): plenary verify {name} says where.")
    for name, what in strays(folder, there).items():
        if name not in troubles:
            complain(f"{name} was passed over: {what}.")
    made = len(there) - sum(name in troubles for name in there)
    say(f"The catalogue and the index are made anew: {counted(made, 'session')}.")
    return 1 if troubles else 0
