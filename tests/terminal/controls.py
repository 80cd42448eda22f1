"""What a screen may send to a terminal, and everything else that stands in its bytes.

The screen's own sequences are few: places, colours, modes. A hostile text brings others along, or
one of these with the numbers that the tests plant.
"""

from __future__ import annotations

import re

_OWN = re.compile(
    r"\x1b\[\d*(?:;\d*)?H"  # where to write
    r"|\x1b\[[0-9;:]*m"  # colours and style
    r"|\x1b\[\?(?:7|25|1000|1002|1003|1004|1006|1015|1016|1049|2004|2026|2048)[hl]"  # modes
    r"|\x1b\[\?\d+\$p"  # which modes the terminal knows
    r"|\x1b\[[0-3]?[JKX]|\x1b\[\d*[ABCDG]"  # erase, step
    r"|\x1b\[[<>=]?\d*u|\x1b\[>4;\d?m"  # the keyboard protocol, put back
    r"|\x1b\[\d* q|\x1b\[[0-9;]*t"  # the cursor's form, the window's size
    r"|\x1b\]22;[a-z-]*\x07"  # the form of the mouse's pointer
    r"|\x1b\(B|\x1b7|\x1b8|\x1b>|\x1b=|\x1b\[c|\x1b\[\?\d*c"
)
_FOREIGN = re.compile(
    "[\x00-\x06\x07\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff"
    "\ufeff\U000e0000-\U000e007f].{0,20}",
    re.DOTALL,
)

HOSTILE = (
    "\x1b]0;OWNED\x07",  # the window's title
    "\x1b]52;c;T1dORUQ=\x07",  # the clipboard
    "\x1b[31;5;7m\x1b[2J\x1b[13;37H",  # colour, erase, place
    "\x1bPq#0;2;0;0;0\x1b\\",  # a picture
    "\x1b[?1049l\x1bc",  # another screen, reset
    "\x9b31;5;7m\x9d0;OWNED\x9c\x90q\x9c",  # the same in eight bits
    "\u202etxet\u202c\u2066x\u2069\u200f",  # the other way round
    "\x07\x08\x0e\x0f\x7f\x00",  # bell, backspace, another alphabet
    "\U000e0041\ufeff\ufffa",  # tags and marks that nobody sees
    "\udc00x\ud83d",  # halves of characters
    "[/foo][bold]m[/bold][@click=app.quit]x[/]",  # markup
    "\U0001f1e7\U0001f1ea e\u0301 日本",  # what must come through
)
"""Texts that try to be more than text, one of each sort."""


_PLANTED = re.compile(r"\x1b\[31;5;7m|\x1b\[13;37H|\x1b\[2J(?=\x1b\[13)")


def foreign(raw: bytes) -> list[str]:
    """Return what a terminal received that no screen of ours sends, each as `ascii`."""
    text = raw.decode("utf-8", "surrogateescape")
    found = _PLANTED.findall(text) + _FOREIGN.findall(_OWN.sub("", text))
    return [ascii(one) for one in found]
