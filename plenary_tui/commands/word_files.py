"""Word files that are named on the command line."""

from __future__ import annotations

from pathlib import Path

from plenary_tui.errors import WrongUse


def bytes_of(path: Path) -> bytes:
    """Return what a file holds. Raises WrongUse where it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise WrongUse(
            f"{path.name} cannot be read ({error.strerror or error}): look at its name."
        ) from error
