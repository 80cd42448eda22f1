"""A file of any known form to a record: what `plenary import` does before it writes."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Literal

from plenary_tui.record.scribe import Stamp

from .imported import Imported
from .irc import import_irc, looks_like_a_log
from .notes import import_notes
from .source import Source, read_source

Format = Literal["notes", "irc"]


def detect(text: str) -> Format:
    """Tell an IRC log, whose lines have a time and a nick, from notes."""
    return "irc" if looks_like_a_log(text) else "notes"


def import_source(
    source: Source, station: str, stamp: Stamp, now: datetime, form: Format | None = None
) -> Imported:
    """Read a text into a record of its own, which ends by saying where it came from.

    station: whose entries they become. stamp: gives each its id and order. now: when they are
    written; when things happened stands in the text. form: detected where it is not given.
    Raises WrongUse, before anything is recorded, where the text cannot be read.
    """
    if (form or detect(source.text)) == "irc":
        return import_irc(source.text, station, stamp, now, name=source.name, source=source.name)
    return import_notes(source.text, station, stamp, now, source=source.name)


def import_file(
    path: Path, station: str, stamp: Stamp, now: datetime, form: Format | None = None
) -> Imported:
    """Read a file as `import_source` does. Raises WrongUse where it is no text that is known."""
    return import_source(read_source(path), station, stamp, now, form)
