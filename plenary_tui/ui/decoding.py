"""Bytes from the keyboard that are no UTF-8: one of them would end Textual's reading of keys.

A terminal set to another encoding sends them, and so does a paste of a damaged text.
"""

from __future__ import annotations

import sys
from codecs import IncrementalDecoder, getincrementaldecoder


def _forgiving(encoding: str) -> type[IncrementalDecoder]:
    """Return a decoder that reads what is no text as U+FFFD."""

    class Forgiving(getincrementaldecoder(encoding)):  # type: ignore[misc]
        def __init__(self, errors: str = "replace") -> None:
            super().__init__(errors)

    return Forgiving


def take_any_bytes() -> None:
    """Let the terminal's driver read any bytes. Call it before the app runs."""
    if sys.platform != "win32":  # there keys come as characters
        from textual.drivers import linux_driver

        linux_driver.getincrementaldecoder = _forgiving  # type: ignore[assignment]
