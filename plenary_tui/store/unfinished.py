"""What is typed and not yet recorded, as its parts, and the text file that a person can read.

The file is the text at the cursor as it stands; where there is more than a text with the cursor
behind it, lines of the form `=== laid aside, cursor at 12 ===` part the rest.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from plenary_tui.record.clean import clean

_MARK = re.compile(
    r"=== (?P<part>typing|laid aside|on its way)"
    r"(?:, correcting (?P<corrects>[\w-]+))?"
    r"(?:, for (?P<place>\S+))?"
    r"(?:, cursor at (?P<cursor>\d+))?"
    r"(?:, after (?P<after>[\w-]+))? ==="
)
_MEANT = re.compile(r"^\\*=== ", re.MULTILINE)
"""A line of somebody's text that would read as a mark, or as one that was kept from it."""


class Piece(NamedTuple):
    """A text in the making. cursor: characters before it. corrects: the entry that it mends.

    place: what it was typed for on another screen than the room, as that screen names it, without
    spaces.
    """

    text: str = ""
    cursor: int | None = None
    corrects: str = ""
    place: str = ""


NOTHING = Piece()


@dataclass(frozen=True)
class Unfinished:
    """now: at the cursor. aside: what comes back after it, the next first. sent: entered, and not
    known to be on disk; after: the station's last entry before those, empty where not known.
    """

    now: Piece = NOTHING
    aside: tuple[Piece, ...] = ()
    sent: tuple[Piece, ...] = ()
    after: str = ""

    @property
    def text(self) -> str:
        """All of it as one text."""
        pieces = (*self.sent, self.now, *self.aside)
        return "\n".join(piece.text for piece in pieces if piece.text)

    def but_recorded(self, last: int) -> tuple[Piece, ...]:
        """Return what was entered and is not in the log whose last entry has that number.

        Lines go to the disk one at a time and in order, each as one entry. All of it where it is
        not known what went before.
        """
        before = int(self.after.rpartition("-")[2]) if self.after else last
        return self.sent[max(0, last - before) :]


def spell(unfinished: Unfinished) -> str:
    """Return the text of the file; `read` gives the same parts again."""
    parts = []
    now = unfinished.now
    if not _is_plain(now):
        parts.append(_mark("typing", now))
    parts.append(_kept(now.text))
    for piece in unfinished.aside:
        parts += [_mark("laid aside", piece), _kept(piece.text)]
    for number, piece in enumerate(unfinished.sent):
        after = unfinished.after if not number else ""
        parts += [_mark("on its way", piece, after), _kept(piece.text)]
    return "\n".join(parts)


def read(text: str) -> Unfinished:
    """Return the parts of the file's text; a text without marks is what was at the cursor."""
    now, aside, sent, after = Piece(), [], [], ""
    mark: re.Match[str] | None = None
    lines: list[str] = []
    for line in [*text.split("\n"), None]:
        found = _MARK.fullmatch(line) if line is not None else None
        if line is not None and found is None:
            lines.append(_MEANT.sub(lambda kept: kept[0].removeprefix("\\"), line))
            continue
        piece = _piece(mark, clean("\n".join(lines)))
        if mark is None or mark["part"] == "typing":
            now = piece if piece.text or mark is not None else now
        elif mark["part"] == "laid aside":
            aside.append(piece)
        else:
            sent.append(piece)
            after = after or mark["after"] or ""
        mark, lines = found, []
    return Unfinished(now, _with_text(aside), _with_text(sent), after)


def _with_text(pieces: list[Piece]) -> tuple[Piece, ...]:
    return tuple(piece for piece in pieces if piece.text)


def _is_plain(piece: Piece) -> bool:
    return not (piece.corrects or piece.place) and piece.cursor in (None, len(piece.text))


def _piece(mark: re.Match[str] | None, text: str) -> Piece:
    if mark is None:
        return Piece(text)
    cursor = min(int(mark["cursor"]), len(text)) if mark["cursor"] else None
    at_end = cursor == len(text)
    return Piece(text, None if at_end else cursor, mark["corrects"] or "", mark["place"] or "")


def _mark(part: str, piece: Piece, after: str = "") -> str:
    said = f"=== {part}"
    if piece.corrects:
        said += f", correcting {piece.corrects}"
    if piece.place:
        said += f", for {piece.place}"
    if piece.cursor is not None and piece.cursor != len(piece.text):
        said += f", cursor at {piece.cursor}"
    if after:
        said += f", after {after}"
    return f"{said} ==="


def _kept(text: str) -> str:
    """Return a text of which no line is a mark."""
    return _MEANT.sub(lambda found: "\\" + found[0], text)
