"""How a line points at an entry: `P3`, `@12`, `@antwerp-12`, `agenda`."""

from __future__ import annotations

import re

ENTRY_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,23}-\d+")
TEXT_LABEL = re.compile(r"[Pp]\d{1,6}")
_ADDRESS = re.compile(r"@([A-Za-z0-9][A-Za-z0-9-]*)(?= |$)")
_TEXT = re.compile(rf"({TEXT_LABEL.pattern})(?= |$)")


def take_ref(text: str) -> tuple[str, str]:
    """Return the reference that `text` begins with, or "", and what follows it."""
    if not text or text[0] not in "@Pp":
        return "", text
    if found := _ADDRESS.match(text):
        return found[1], text[found.end() :].lstrip()
    if found := _TEXT.match(text):
        return found[1].upper(), text[found.end() :].lstrip()
    return "", text


def write_ref(ref: str) -> str:
    """Return a reference as a line holds it."""
    if not ref or (TEXT_LABEL.fullmatch(ref) and ref[0] == "P"):
        return ref
    return "@" + ref
