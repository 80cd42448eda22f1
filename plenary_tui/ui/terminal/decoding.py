"""What comes from the keyboard, made harmless before Textual reads it.

Textual's reading of keys ends with the first byte that is no UTF-8 (a terminal set to another
encoding sends one, and so does a paste of a damaged text), and it breaks up a paste that holds
an escape character: what follows then presses keys instead of being text.
"""

from __future__ import annotations

import re
import sys
from codecs import IncrementalDecoder, getincrementaldecoder

from plenary_tui.record.clean import REPLACEMENT

_BEGIN = "\x1b[200~"
_END = "\x1b[201~"
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


class Pastes:
    """Takes the control characters out of what is pasted, however the input comes in pieces."""

    def __init__(self) -> None:
        self._inside = False
        self._seen = ""
        self._held = ""

    def feed(self, text: str) -> str:
        """Return the next piece of the input; a piece of a paste's end waits for the rest."""
        out = []
        while text:
            text = self._held + text
            self._held = ""
            part, text = self._pasted(text) if self._inside else self._typed(text)
            out.append(part)
        return "".join(out)

    def _typed(self, text: str) -> tuple[str, str]:
        """Return what is before a paste, with the mark that begins one, and the rest."""
        before = len(self._seen)
        at = (self._seen + text).find(_BEGIN)
        if at < 0:
            self._seen = (self._seen + text)[1 - len(_BEGIN) :]
            return text, ""
        self._inside, self._seen = True, ""
        end = at + len(_BEGIN) - before
        return text[:end], text[end:]

    def _pasted(self, text: str) -> tuple[str, str]:
        """Return what is pasted, with the mark that ends it, and the rest."""
        at = text.find(_END)
        if at >= 0:
            self._inside = False
            return _CONTROL.sub(REPLACEMENT, text[:at]) + _END, text[at + len(_END) :]
        # The last characters may begin the mark.
        kept = next(size for size in range(len(_END) - 1, -1, -1) if text.endswith(_END[:size]))
        cut = len(text) - kept
        self._held = text[cut:]
        return _CONTROL.sub(REPLACEMENT, text[:cut]), ""


def _harmless(encoding: str) -> type[IncrementalDecoder]:
    """Return a decoder that reads what is no text as U+FFFD, and pastes without control."""

    class Harmless(getincrementaldecoder(encoding)):  # type: ignore[misc]
        def __init__(self) -> None:
            super().__init__("replace")
            self._pastes = Pastes()

        def decode(self, data: bytes, final: bool = False) -> str:
            return self._pastes.feed(super().decode(data, final))

    return Harmless


def take_any_input() -> None:
    """Let the terminal's driver read any bytes and any paste. Call it before the app runs."""
    if sys.platform != "win32":  # there keys come as characters
        from textual.drivers import linux_driver

        linux_driver.getincrementaldecoder = _harmless  # type: ignore[attr-defined, assignment]
