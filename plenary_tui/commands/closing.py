"""What is brought up to date when a recording or an import ends. It never fails the recording."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from plenary_tui import upkeep

from .console import complain

if TYPE_CHECKING:
    from plenary_tui.store.session import Session


def bring_up_to_date(sessions: Path, session: Session, *, documents: bool) -> None:
    """Do what `upkeep.bring_up_to_date` does, and say what went wrong."""
    trouble = upkeep.bring_up_to_date(sessions, session, documents=documents)
    if trouble:
        complain(trouble)
