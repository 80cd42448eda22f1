"""Lines: which physical lines belong together, where a head ends, how text is indented."""

from __future__ import annotations

import re

_BREAKS = re.compile("\r\n|[\n\r\u0085\u2028\u2029\x0b\x0c]")
_INNER = re.compile(r"\n(?=[^\n])")
INDENT = "    "


def logical_lines(text: str) -> list[tuple[int, str]]:
    """Join indented lines to the line above; number each result by its first line, from 1.

    Blank lines are left out, but for those inside what belongs together.
    """
    joined: list[tuple[int, list[str]]] = []
    blank = 0
    for number, line in enumerate(_BREAKS.split(text.removeprefix("\ufeff")), 1):
        stripped = line.strip()
        if not stripped:
            blank += 1
        elif line[0].isspace() and joined:
            joined[-1][1].extend([""] * blank + [stripped])
            blank = 0
        else:
            joined.append((number, [stripped]))
            blank = 0
    return [(number, "\n".join(lines)) for number, lines in joined]


def indented(line: str) -> str:
    """Return a logical line as a file holds it: what follows its first line is indented."""
    return _INNER.sub("\n" + INDENT, line) if "\n" in line else line


def head_end(line: str) -> int:
    """Return where the colon stands that ends the head of a line, or -1.

    A colon between digits is a time, one before `//` a link; a head is on the first line.
    """
    start = 0
    if not line.isascii():
        line = line.replace("：", ":")
    while True:
        at = line.find(":", start)
        if at < 0:
            return -1
        after = line[at + 1 : at + 3]
        if after == "//":
            return -1
        if not (after[:1].isdigit() and line[at - 1 : at].isdigit()):
            return at if "\n" not in line[:at] else -1
        start = at + 1
