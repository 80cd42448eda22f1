"""What is left of a defect of the program: a report in a file, without anybody's words."""

from __future__ import annotations

import traceback
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from platformdirs import user_state_path

from plenary_tui import __version__


def write_report(error: BaseException, now: datetime, folder: Path | None = None) -> Path | None:
    """Write where the program failed, and return the file; None where it cannot be written.

    Values are left out: what was typed, and what was said in camera, is nobody else's.
    """
    folder = folder or user_state_path("plenary-tui", appauthor=False) / "crashes"
    path = folder / f"crash-{now:%Y%m%d-%H%M%S}.txt"
    frames = "".join(traceback.format_tb(error.__traceback__))
    text = f"plenary-tui {__version__}, {now.isoformat()}\n{type(error).__name__}\n\n{frames}"
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path
    return None
