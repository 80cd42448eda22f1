"""The values that settings can have: how each is read, and how people write it."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from plenary_tui.record.clean import clean_line

THEMES = ("dark", "light", "plain")
TIME_FORMATS = ("24h", "24h short", "12h")
LONGEST_LIMIT = 86_399

_DURATION = (  # compiled when it is asked for: most people have no file
    r"(?:(?P<minutes>\d{1,4}) ?(?:min(?:utes?)?|m))? ?"
    r"(?:(?P<seconds>\d{1,5}) ?(?:s(?:ec(?:onds?)?)?))?"
)
_NO_LIMIT = ("", "0", "none", "off")


def _one_of(*allowed: str) -> Callable[[Any], str]:
    def reader(value: Any) -> str:
        if value not in allowed or not isinstance(value, str):
            raise ValueError(f"take {either(allowed)}")
        return value

    return reader


def _switch(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError("take true or false")
    return value


def folder(value: Any) -> Path | None:
    """Return a folder by its whole path, None for an empty text. Raises ValueError."""
    if value == "":
        return None
    if not isinstance(value, str) or clean_line(value) != value:
        raise ValueError('write the path of a folder, such as "~/copies"')
    # Path.expanduser raises where there is no such user.
    path = Path(os.path.expanduser(value))  # noqa: PTH111
    if not path.is_absolute():
        raise ValueError("write the whole path, from / or ~ on")
    return path


def template(value: Any) -> Path | None:
    """Return a Word template by its whole path, None for an empty text. Raises ValueError."""
    if value != "" and not str(value).casefold().endswith((".docx", ".dotx")):
        raise ValueError('write the path of a Word file, such as "~/office.dotx"')
    return folder(value)


def seconds(value: Any) -> int:
    """Return a time as seconds: of a number, or of `3 min`, `90 s`, `none`. Raises ValueError."""
    found = None
    if isinstance(value, int) and not isinstance(value, bool):
        found = value
    elif isinstance(value, str):
        plain = " ".join(value.casefold().split())
        match = re.fullmatch(_DURATION, plain, re.ASCII)
        if plain in _NO_LIMIT:
            found = 0
        elif plain.isascii() and plain.isdigit() and len(plain) < 6:
            found = int(plain)
        elif match is not None:
            found = 60 * int(match["minutes"] or 0) + int(match["seconds"] or 0)
    if found is None or not 0 <= found <= LONGEST_LIMIT:
        raise ValueError('take seconds, or a time such as "3 min", "90 s", "none"')
    return found


def spelt(seconds: int) -> str:
    """Return a time as people write it, and as `seconds` reads it."""
    if not seconds:
        return "none"
    minutes, rest = divmod(seconds, 60)
    parts = (f"{minutes} min" if minutes else "", f"{rest} s" if rest else "")
    return " ".join(part for part in parts if part)


def read_key(value: Any) -> str:
    """Return a key as written; whether it can be one is not looked at. Raises ValueError."""
    if not isinstance(value, str) or not value.strip():
        raise ValueError('write a key, such as "ctrl+g", "alt+m" or "f6"')
    return clean_line(value)


def words(value: Any) -> str:
    """Return what an abbreviation stands for. Raises ValueError."""
    if not isinstance(value, str) or not clean_line(value):
        raise ValueError("write the words that it stands for")
    return clean_line(value)


READERS: Mapping[str, Callable[[Any], Any]] = {
    "theme": _one_of(*THEMES),
    "mouse": _switch,
    "time_format": _one_of(*TIME_FORMATS),
    "kitty_keys": _switch,
    "second_folder": folder,
    "share": folder,
    "house_template": template,
}
"""How the value of each setting is read; each raises ValueError, which says what to write."""


def nearest(word: str, known: tuple[str, ...]) -> str:
    """Say which of the known words is nearest; where none is, all that there are."""
    import difflib

    near = difflib.get_close_matches(word.casefold(), known, n=1, cutoff=0.5)
    return f"the nearest is {near[0]}" if near else f"take {either(known)}"


def either(words: tuple[str, ...]) -> str:
    """Return `a, b or c`."""
    return " or ".join((", ".join(words[:-1]), words[-1])) if len(words) > 1 else words[0]


def quoted(text: str) -> str:
    """Return what a person wrote, short, in quotation marks."""
    text = clean_line(text)
    return f"“{text if len(text) <= 40 else text[:39] + '…'}”"


def shown_value(value: Any) -> str:
    """Return a value as it would stand in the file, short."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return quoted(str(value)) if abs(value) < 1e15 else "such a number"
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, dict):
        return "a table"
    return "a list" if isinstance(value, list) else "a date"


def spelt_path(path: Path) -> str:
    """Return a path as people write it, with ~ for their home."""
    text = clean_line(str(path))
    home = os.path.expanduser("~")  # noqa: PTH111
    return f"~{text[len(home) :]}" if len(home) > 1 and text.startswith(home + os.sep) else text
