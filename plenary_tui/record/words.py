"""The types of text that an entry holds: whatever is put into one is cleaned."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Strict

from .clean import clean, clean_line


def _clean_text(text: object) -> object:
    return clean(text) if isinstance(text, str) else text


def _clean_line(text: object) -> object:
    return clean_line(text) if isinstance(text, str) else text


# Cleaned before pydantic sees it, which refuses a lone surrogate; strict, so that nothing that is
# no text (bytes) becomes text behind the cleaning.
Text = Annotated[str, Strict(), BeforeValidator(_clean_text)]
Line = Annotated[str, Strict(), BeforeValidator(_clean_line)]
