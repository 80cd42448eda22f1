"""Lists of who takes part: a table whose columns are shown before they are used."""

from __future__ import annotations

from .columns import FIELDS, Columns, recognise, with_choices
from .naming import Doubt, Names
from .reading import Person, persons
from .stating import stated

__all__ = [
    "FIELDS",
    "Columns",
    "Doubt",
    "Names",
    "Person",
    "persons",
    "recognise",
    "stated",
    "with_choices",
]
