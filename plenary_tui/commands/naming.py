"""The name of a new session."""

from __future__ import annotations

from .console import say


def named(name: str) -> str:
    """Return the folder's name for a session, and say so where it had to be changed."""
    from plenary_tui.store.names import slug

    folder = slug(name)
    if folder != name:
        say(f"{name} is named {folder}: a folder's name has small letters, digits and hyphens.")
    return folder
