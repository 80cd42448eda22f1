"""Lists of delegations: they count only if every word of them is a delegation."""

from __future__ import annotations

import re

from .lexicon import LEXICON, same
from .reading import Reading

_LONGEST_NAME = 8
_AS_TYPED = re.compile(r"<([^<>\n]+)>")
_PIECES = re.compile(
    rf"\s*[,;&]\s*(?:(?:{LEXICON.alternatives('and')})\s+)?|\s+(?:{LEXICON.alternatives('and')})\s+",
)


def read_list(text: str, reading: Reading) -> tuple[str, ...] | None:
    """Return the codes that `text` lists, or None where anything else stands in it.

    A name in `<…>` counts as typed: that is how one that is on no roster is listed.
    """
    text = same(text).strip()
    if not text or "\n" in text:
        return None
    codes: list[str] = []
    for piece in _PIECES.split(text):
        found = _piece(piece, reading)
        if not found:
            return None
        codes.extend(found)
    return tuple(dict.fromkeys(codes))


def _piece(piece: str, reading: Reading) -> list[str]:
    if "<" in piece:
        found: list[str] = []
        for part, typed in _pairs(piece):
            cut = _cut(part.split(), reading) if part.strip() else []
            if part.strip() and not cut:
                return []
            found += [*cut, typed.strip()] if typed.strip() else cut
        return found
    whole = _code(piece, reading)
    return [whole] if whole else _cut(piece.split(), reading)


def _pairs(piece: str) -> list[tuple[str, str]]:
    """Cut `NV <Ms Name> OS` into what is before a name as typed, and that name."""
    parts = [*_AS_TYPED.split(piece), ""]
    return list(zip(parts[::2], parts[1::2], strict=True))


def _cut(words: list[str], reading: Reading) -> list[str]:
    """Cut words without commas between them into names, the longest first; [] if that fails."""
    codes: list[str] = []
    while words:
        for size in range(min(_LONGEST_NAME, len(words)), 0, -1):
            code = _code(" ".join(words[:size]), reading)
            if code:
                codes.append(code)
                words = words[size:]
                break
        else:
            return []
    return codes


def _code(typed: str, reading: Reading) -> str | None:
    return reading.roster.code(typed, live=reading.live) if typed else None


def write_list(who: tuple[str, ...]) -> str:
    """Return delegations as a line lists them."""
    return ", ".join(who)
