"""Where a key stands in a TOML file: the standard library reads values and forgets their lines."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

_PART = r"""(?:[A-Za-z0-9_-]+|"(?:[^"\\]|\\.)*"|'[^']*')"""
_NAME = rf"{_PART}(?:[ \t]*\.[ \t]*{_PART})*"
_HEAD = rf"[ \t]*\[\[?[ \t]*({_NAME})[ \t]*\]"
_KEY = rf"[ \t]*({_NAME})[ \t]*="
_AT = r" \(at (?:line (\d+), column \d+|end of document)\)$"


class Lines(NamedTuple):
    """The number of the line in which each key and table begins, from 1."""

    by_key: Mapping[tuple[str, ...], int] = MappingProxyType({})

    @classmethod
    def found(cls, text: str) -> Lines:
        """Find the keys of a text that is TOML; those within one line of braces are its own."""
        found: dict[tuple[str, ...], int] = {}
        table: tuple[str, ...] = ()
        for number, line in enumerate(text.split("\n"), 1):
            if head := re.match(_HEAD, line):
                table = _parts(head[1])
                found.setdefault(table, number)
            elif key := re.match(_KEY, line):
                parts = table + _parts(key[1])
                for size in range(len(table) + 1, len(parts) + 1):
                    found.setdefault(parts[:size], number)
        return cls(found)

    def of(self, key: tuple[str, ...]) -> int:
        """Return a key's line, else that of the table around it; 0 where neither is known."""
        while key and key not in self.by_key:
            key = key[:-1]
        return self.by_key.get(key, 0)


def _parts(name: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in re.findall(_PART, name))


def whole_toml(text: str) -> dict[str, Any]:
    """Return the values of a TOML text. Raises ValueError, which `no_toml` explains."""
    import tomllib

    try:
        return tomllib.loads(text)
    except RecursionError:
        raise ValueError("Too many brackets within brackets") from None


def no_toml(text: str, error: ValueError) -> tuple[int, str]:
    """Return the line at which a text is no TOML, 0 where that is not known, and why."""
    from plenary_tui.record.clean import clean_line

    said = str(error)
    at = re.search(_AT, said)
    lines = text.rstrip().split("\n")
    number = int(at[1]) if at and at[1] else len(lines) if at else 0
    line = clean_line(lines[number - 1])[:40] if 0 < number <= len(lines) else ""
    reason = clean_line(re.sub(_AT, "", said)).rstrip(".")
    about = f"“{line}” is no TOML" if line else "this is no TOML"
    why = f"{about} ({reason[:1].lower()}{reason[1:80]})"
    return number, f"{why}: nothing in the file holds until it is mended"
