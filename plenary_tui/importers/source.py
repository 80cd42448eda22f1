"""A foreign text file, read with care: what is none gives one clear sentence and nothing else."""

from __future__ import annotations

import codecs
import re
import stat
from dataclasses import dataclass
from pathlib import Path

from plenary_tui.errors import WrongUse
from plenary_tui.record.clean import clean_line

LARGEST = 32 * 1024 * 1024
"""Bytes: sixteen times the longest log of a week-long plenary that was found."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_FORMATS = (
    (b"PK\x03\x04", "a Word file or another package"),
    (b"\xd0\xcf\x11\xe0", "an old Word file"),
    (b"%PDF", "a PDF"),
    (b"{\\rtf", "a file in rich text format"),
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1e]")
_FORMATTING = re.compile("[\x02\x03\x0f\x11\x16\x1d-\x1f]")
_MOST_CONTROL = 0.02
_MOST_FOREIGN = 0.3
_LETTERS_1252 = re.compile("[À-ÖØ-öø-ÿŒœŠšŽžŸ‘’“”–—…«»°§€\u00a0]")
_SURELY = 0.8


@dataclass(frozen=True)
class Source:
    """A text that was read. name: the file's own name, cleaned, to be shown and never opened."""

    name: str
    text: str
    encoding: str = "utf-8"


@dataclass(frozen=True)
class Foreign:
    """The bytes of a foreign file. name: the file's own name, cleaned, never a path."""

    name: str
    data: bytes


def read_bytes(path: Path) -> Foreign:
    """Read a file whole. Raises WrongUse where it is none, is too large, or cannot be read."""
    name = clean_line(path.name) or "the file"
    return Foreign(name, _bytes_of(path, name))


def read_source(path: Path) -> Source:
    """Read a text file whole: UTF-8, UTF-16 with its mark, or, where plausible, Windows-1252.

    Raises WrongUse, in one sentence that says what to do, for anything that is no such text.
    """
    return text_of(read_bytes(path))


def text_of(foreign: Foreign) -> Source:
    """Return the text that a file's bytes are, as `read_source` does. Raises WrongUse."""
    name, data = foreign.name, foreign.data
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Source(name, _marked(data, encoding, name), encoding)
    if not data.strip():
        raise WrongUse(f"{name} is empty: name the file that holds the notes or the log.")
    for begin, what in _FORMATS:
        if data.startswith(begin):
            raise WrongUse(f"{name} is {what}: save it as plain text (UTF-8) and import that.")
    text, encoding = _decoded(data, name)
    plain = _FORMATTING.sub("", text)
    if "\0" in text or len(_CONTROL.findall(plain)) > _MOST_CONTROL * len(text):
        raise WrongUse(f"{name} is no text file: save it as plain text (UTF-8) and import that.")
    return Source(name, text, encoding)


def _bytes_of(path: Path, name: str) -> bytes:
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise WrongUse(f"{name} is a folder: name one text file in it.")
        if not stat.S_ISREG(mode):
            raise WrongUse(f"{name} is no ordinary file: save its text in one and import that.")
        with path.open("rb") as opened:
            data = opened.read(LARGEST + 1)
    except FileNotFoundError as error:
        raise WrongUse(f"There is no file {clean_line(str(path))}: check its path.") from error
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "its name is none"
        raise WrongUse(f"{name} cannot be read ({why.lower()}): check who may read it.") from error
    if len(data) > LARGEST:
        limit = LARGEST // 1024**2
        raise WrongUse(
            f"{name} is larger than {limit} MB: split it, and import one meeting a file."
        )
    return data


def _marked(data: bytes, encoding: str, name: str) -> str:
    try:
        text = data.decode("utf-8-sig" if encoding == "utf-8" else encoding)
    except UnicodeDecodeError as error:
        raise _cut_short(name) if _at_end(error, data) else _unreadable(name) from error
    if not text.strip():
        raise WrongUse(f"{name} is empty: name the file that holds the notes or the log.")
    if "\0" in text:
        raise _unreadable(name)
    return text


def _decoded(data: bytes, name: str) -> tuple[str, str]:
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        if _at_end(error, data) and not data[: error.start].isascii():
            raise _cut_short(name) from error
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError as error:
        raise _unreadable(name) from error
    foreign = [sign for sign in text if sign > "\x7f"]
    fits = len(_LETTERS_1252.findall("".join(foreign)))
    if len(foreign) > _MOST_FOREIGN * len(text) or fits < _SURELY * len(foreign):
        raise _unreadable(name)
    return text, "cp1252"


def _at_end(error: UnicodeDecodeError, data: bytes) -> bool:
    """Whether it is the last character that is incomplete, as in a file that was cut off."""
    return error.end == len(data) and error.reason in ("unexpected end of data", "truncated data")


def _cut_short(name: str) -> WrongUse:
    return WrongUse(f"{name} stops in the middle of a character: get the whole file and try again.")


def _unreadable(name: str) -> WrongUse:
    return WrongUse(f"{name} is not in an encoding that is known: save it as UTF-8 and try again.")
