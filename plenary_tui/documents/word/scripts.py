"""Scripts within a text: which way they run, and how Word has to set them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Script:
    """How a run is set. language: where only one is written so; else empty.

    complex: set in the face, size and language for complex scripts. right_to_left implies it.
    slot: the attribute of `w:lang` that counts for such a run.
    """

    signs: str
    right_to_left: bool = False
    complex: bool = False
    language: str = ""
    slot: str = "val"


_SCRIPTS = (
    Script("\u0590-\u05ff\ufb1d-\ufb4f", True, True, "he-IL", "bidi"),
    Script("\u0600-\u08ff\ufb50-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff",
           True, True),
    Script("\u0e00-\u0e7f", False, True, "th-TH", "bidi"),
    Script("\u0e80-\u0eff", False, True, "lo-LA", "bidi"),
    Script("\u1780-\u17ff", False, True, "km-KH", "bidi"),
    Script("\u1000-\u109f", False, True, "my-MM", "bidi"),
    Script("\u0b80-\u0bff", False, True, "ta-IN", "bidi"),
    Script("\u0900-\u0b7f\u0c00-\u0dff", False, True),
    Script("\u0370-\u03ff\u1f00-\u1fff", language="el-GR"),
    Script("\u0530-\u058f", language="hy-AM"),
    Script("\u10a0-\u10ff", language="ka-GE"),
    Script("\u3040-\u30ff", language="ja-JP", slot="eastAsia"),
    Script("\u1100-\u11ff\uac00-\ud7af", language="ko-KR", slot="eastAsia"),
)  # fmt: skip

_BETWEEN = r"[\W\d_]*"
_RUNS = "|".join(f"([{one.signs}](?:{_BETWEEN}[{one.signs}])*)" for one in _SCRIPTS)
_ANY = re.compile(_RUNS)
_ENDING = re.compile(
    "|".join(
        f"([{one.signs}](?:{_BETWEEN}[{one.signs}])*"
        + (rf"(?:{_BETWEEN}\Z)?)" if one.right_to_left else ")")
        for one in _SCRIPTS
    )
)
"""In a paragraph from right to left the signs at its end belong to the last run of words."""

_FOREIGN = re.compile(f"[{''.join(one.signs for one in _SCRIPTS)}]")
_RIGHT = re.compile(f"[{''.join(one.signs for one in _SCRIPTS if one.right_to_left)}]")
_LETTER = re.compile(r"[^\W\d_]")


def runs_right_to_left(text: str) -> bool:
    """Whether a paragraph runs from right to left: as its first letter does (UAX 9, P2 and P3)."""
    if text.isascii() or not _RIGHT.search(text):
        return False
    first = _LETTER.search(text)
    return first is not None and _RIGHT.match(first[0]) is not None


def split(text: str, *, right_to_left: bool = False) -> Iterator[tuple[str, Script | None]]:
    """Yield the pieces of a text, each with its script; None for the document's own."""
    if text.isascii() or not _FOREIGN.search(text):
        yield text, None
        return
    last = 0
    for found in (_ENDING if right_to_left else _ANY).finditer(text):
        if found.start() > last:
            yield text[last : found.start()], None
        yield found[0], _SCRIPTS[(found.lastindex or 1) - 1]
        last = found.end()
    if last < len(text):
        yield text[last:], None
