"""The notation: one grammar that is typed live, imported and exported.

A line is read into a command (`parse`), a command is written as a line (`spell`), and a file is
cut into logical lines (`logical_lines`) that may have a label, a time and a context before them
(`spell_prefix`).
"""

from __future__ import annotations

from .lexicon import LANGUAGES
from .lines import INDENT, indented, logical_lines
from .parse import parse
from .prefix import spell_prefix
from .reading import Context, Names, Parsed, Reading
from .spell import spell
from .times import spell_clock

__all__ = [
    "INDENT",
    "LANGUAGES",
    "Context",
    "Names",
    "Parsed",
    "Reading",
    "indented",
    "logical_lines",
    "parse",
    "spell",
    "spell_clock",
    "spell_prefix",
]
