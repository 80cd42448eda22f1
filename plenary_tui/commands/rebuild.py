"""`plenary rebuild`: the catalogue and the index, made anew from the logs."""

from __future__ import annotations

from plenary_tui.settings import Settings

from .console import complain, counted, say
from .options import command as make


@make("rebuild", "plenary rebuild")
def command(settings: Settings) -> int:
    """Make the catalogue and the search index anew from the logs of all sessions.

    They are computed; nothing is lost when they are deleted. Exits 1 where a session could not be
    read.
    """
    from plenary_tui.store.library import Library
    from plenary_tui.store.search import Index

    folder = settings.folder
    library, index = Library(folder), Index(folder)
    library.rebuild()
    index.rebuild()
    troubles = {**library.troubles, **index.troubles}
    for name, why in troubles.items():
        complain(f"{name} could not be read ({why}): plenary verify {name} says where.")
    say(f"The catalogue and the index are made anew: {counted(len(library.known()), 'session')}.")
    return 1 if troubles else 0
