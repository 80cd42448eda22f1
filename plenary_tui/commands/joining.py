"""Finding a session that several stations share: where it is not here, it comes from the folder."""

from __future__ import annotations

from pathlib import Path

from plenary_tui.errors import WrongUse
from plenary_tui.settings import Settings

from .console import complain, counted


def session_here(settings: Settings, name: str) -> Path:
    """Return a session's folder, brought from the shared folder where it is not here yet.

    Raises WrongUse where it is in neither, DoesNotHold where nothing of it can be read,
    NotDurable.
    """
    from plenary_tui.store.debris import check_readable

    shared = settings.shared_folder
    try:
        folder = settings.session(name)
        check_readable(folder)
        return folder
    except WrongUse as error:
        from plenary_tui.store.names import session_names

        begins = [one for one in session_names(settings.folder) if one.startswith(name.casefold())]
        if shared is None or begins:
            raise
        from plenary_tui.store.sharing import fetch

        try:
            folder, entries = fetch(settings.folder, name, shared)
        except WrongUse as there:
            raise WrongUse(f"{error} {there}") from there
    complain(f"{folder.name} came from {shared}: {counted(entries, 'entry', 'entries')}.")
    return folder
