"""Agendas and programmes of a meeting: from Word, Markdown, tables and calendars."""

from __future__ import annotations

from .calendar import programme_of_calendar
from .markdown import looks_like_an_agenda, programme_of_text
from .reading import programme_of_table
from .stating import stated
from .values import PlannedItem, PlannedSitting, Programme
from .word import programme_of_word

__all__ = [
    "PlannedItem",
    "PlannedSitting",
    "Programme",
    "looks_like_an_agenda",
    "programme_of_calendar",
    "programme_of_table",
    "programme_of_text",
    "programme_of_word",
    "stated",
]
