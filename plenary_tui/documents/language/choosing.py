"""The languages in which public documents are drawn up."""

from __future__ import annotations

from . import ENGLISH, Language
from .french import French

_LANGUAGES: dict[str, Language] = {one.code: one for one in (ENGLISH, French())}


def language_of(code: str) -> Language:
    """Return a language by its code; English where there is none of that code."""
    return _LANGUAGES.get(code, ENGLISH)
