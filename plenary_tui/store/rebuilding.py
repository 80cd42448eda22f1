"""The catalogue and the index made anew together: every session is read once."""

from __future__ import annotations

from pathlib import Path

from .derived import Progress, fingerprint
from .library import Library
from .names import session_names
from .reading import collector_paused
from .search import Index
from .session import Session


def rebuild(sessions: Path, progress: Progress | None = None) -> dict[str, str]:
    """Make both anew; return the sessions that could not be read, each with the reason.

    The old index stands until the new one is whole. Raises StoreError, NotDurable.
    """
    library, index = Library(sessions), Index(sessions)
    troubles: dict[str, str] = {}
    there = session_names(sessions)
    with index.made_anew():
        for place, name in enumerate(there, 1):
            if progress is not None:
                progress(name, place, len(there))
            try:
                with collector_paused():  # what a session is made of goes with it
                    seen = fingerprint(sessions / name)
                    session = Session(sessions / name)
                    library.take(session, seen)
                    index.take(session, seen)
            except Exception as error:  # whatever is wrong with it, the others are wanted
                troubles[name] = str(error) or type(error).__name__
                library.doubt(name, troubles[name])
    library.write(anew=True)
    return troubles
