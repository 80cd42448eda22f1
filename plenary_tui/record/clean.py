"""The one cleaning validator: every text passes it on entry, on import and on reading.

A terminal or a Word file must never receive what a delegation's text could hide: control
characters, escape sequences, bidi overrides, lone surrogates. Each is replaced by U+FFFD, so
that a reader sees that something stood there; white space of any kind becomes a plain space.
"""

from __future__ import annotations

import re

REPLACEMENT = "\ufffd"

_ESCAPES = re.compile(
    r"\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)"  # operating system commands: titles, clipboard
    r"|\x1b[PX^_].*?\x1b\\"  # device control and application strings
    r"|[\x1b\x9b]\[?[0-?]*[ -/]*[@-~]",  # control sequences, seven and eight bit
    re.DOTALL,
)
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
    "\ufeff\ufffe\uffff\ud800-\udfff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_SPACES = re.compile("[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_BREAKS = re.compile("\r\n|[\r\u0085\u2028\u2029\x0b\x0c]")
_EDGES = re.compile(r" *\n *")


def clean(text: str) -> str:
    """Return `text` fit for a terminal, a log and a Word file; line breaks stay as `\\n`.

    Idempotent. Plain printable text, the ordinary case, comes back as it is.
    """
    if text.isprintable() and text.isascii():
        return text.strip(" ")
    text = _BREAKS.sub("\n", text)
    text = _SPACES.sub(" ", text)
    text = _ESCAPES.sub(REPLACEMENT, text)
    text = _FORBIDDEN.sub(REPLACEMENT, text)
    return _EDGES.sub("\n", text).strip(" \n")


def clean_line(text: str) -> str:
    """Like `clean`, for names and titles: what was several lines becomes one."""
    if text.isprintable() and text.isascii():
        return text.strip(" ")
    return clean(text).replace("\n", " ")
