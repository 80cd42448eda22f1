"""Where a document goes: the file that somebody named, else the session's drafts/."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from .console import complain, say

if TYPE_CHECKING:
    from plenary_tui.store.session import Session


def put(data: bytes, target: Path) -> None:
    """Write a file and say where it is; beside the target where that is in use. Raises OSError."""
    from plenary_tui.store.beside import write_beside

    path = write_beside(target, data)
    if path != target:
        complain(f"{target} is open elsewhere or may not be changed: look at {path.name} instead.")
    say(str(path))


def default_target(session: Session, what: str, form: str, *, whole: bool = False) -> Path:
    """Return where a file goes that nobody named: the session's drafts/, if it may be written.

    Else the current folder; so do sealed words, which stay out of the session's open part.
    """
    name = f"{session.folder.name}-{what}"
    if whole:
        return Path(f"{name}-whole.{form}")
    folder = session.folder / "drafts"
    with suppress(OSError):
        session.disk.make_folder(folder)
    if not (folder.is_dir() and os.access(folder, os.W_OK)):
        folder = Path()
    return folder / f"{name}.{form}"
