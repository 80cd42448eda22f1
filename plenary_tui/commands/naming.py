"""The name of a new session."""

from __future__ import annotations

from .console import say


def named(name: str) -> str:
    """Return the folder's name for a session, and say so where it had to be changed."""
    from plenary_tui.store.names import renaming, slug

    folder = slug(name)
    if changed := renaming(name, folder):
        say(changed)
    return folder
