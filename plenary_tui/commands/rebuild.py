"""`plenary rebuild`: the catalogue and the index, made anew from the logs."""

from __future__ import annotations

from plenary_tui.settings import Settings

from .console import say
from .options import command as make


@make("rebuild", "plenary rebuild")
def command(settings: Settings) -> None:
    """Make the catalogue and the search index anew from the logs of all sessions.

    They are computed; nothing is lost when they are deleted.
    """
    from plenary_tui.store.library import Library
    from plenary_tui.store.search import Index

    folder = settings.folder
    Library(folder).rebuild()
    Index(folder).rebuild()
    say("The catalogue and the index are made anew.")
