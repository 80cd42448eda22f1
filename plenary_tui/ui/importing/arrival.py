"""An import from the library: a file is read, shown, and kept when a person says so."""

from __future__ import annotations

from collections.abc import Callable

from plenary_tui.errors import PlenaryError, WrongUse
from plenary_tui.importers.arriving import Look, Said, look, read
from plenary_tui.importers.making import keep_as, keep_into
from plenary_tui.settings import Settings
from plenary_tui.store.clock import local_now
from plenary_tui.store.names import renaming, slug
from plenary_tui.store.session import Session
from plenary_tui.ui.conducting.arrivals import Made, typed_path
from plenary_tui.upkeep import bring_up_to_date

from .preview import Preview

Shows = Callable[[Preview], Look | None]
"""Shows a preview, and returns what is to be kept; None where nothing is."""


def bring_in(settings: Settings, file: str, name: str, into: str, show: Shows) -> Made:
    """Import a file, after `show` showed it. Raises PlenaryError; nothing was recorded then."""
    path = typed_path(file)
    if path is None:
        raise WrongUse("Write the path of the file to import.")
    if name.strip() and into.strip():
        raise WrongUse("Write the name of a new session or of one that there is, not both.")
    session = Session(settings.session(into.strip())) if into.strip() else None
    meeting = session.record.live if session else None
    zone = meeting.facts.get("zone", "") if meeting else ""
    said = Said(zone=zone, into=session is not None)
    found = read(path, said)

    def again(said: Said) -> Look:
        return look(found, settings.writer, local_now(), said, into=meeting)

    seen = show(Preview(again(said), said, again))
    if seen is None:
        raise PlenaryError("Nothing was imported.")
    if session is not None and seen.stated is not None:
        count = keep_into(session, settings.writer, seen.stated)
        trouble = bring_up_to_date(settings.folder, Session(session.folder), documents=False)
        done = f"Imported into {session.name}, {count:,} entries. {seen.closing}"
        return Made(session.name, tuple(filter(None, (done, trouble))))
    folder = slug(name.strip() or path.stem)
    arrived = keep_as(settings.folder, folder, settings.writer, seen)
    trouble = bring_up_to_date(settings.folder, arrived.session, documents=True)
    done = f"Imported as {folder}. {seen.closing}"
    return Made(folder, tuple(filter(None, (done, renaming(name, folder), trouble))))
