"""What stands over a draft, in its language: its state, its version, and when it was drawn up."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from babel.dates import format_date

if TYPE_CHECKING:
    from .draft import Draft

NOT_AGREED = "not agreed in full"
NOT_ISSUED = "not issued"
CHAIRS_TEXT = "CHAIR'S TEXT"

_WORDS: Mapping[str, Mapping[str, str]] = {
    "fr": {
        "DRAFT": "PROJET", "FINAL": "TEXTE FINAL", CHAIRS_TEXT: "TEXTE DE LA PRÉSIDENCE",
        NOT_AGREED: "non convenu dans son ensemble", NOT_ISSUED: "non diffusé",
    },
}  # fmt: skip


def state_words(draft: Draft) -> str:
    """Return the state of a draft as it is printed across its pages; empty for registers."""
    return _WORDS.get(draft.language, {}).get(draft.state, draft.state)


def moment(at: datetime, language: str) -> str:
    """Return a day and time: `21 June 2018, 18:05 CEST`."""
    day = format_date(at.date(), "d MMMM y", locale=language)
    if language == "fr" and at.day == 1:
        day = f"1er{day[1:]}"
    return f"{day}, {at:%H:%M %Z}"


def stamp(draft: Draft) -> str:
    """Return what stands over it: `DRAFT, version 2, 21 June 2018, 18:05 CEST`."""
    words = _WORDS.get(draft.language, {})
    parts = [state_words(draft)]
    if draft.state == CHAIRS_TEXT:
        parts.append(words.get(NOT_AGREED, NOT_AGREED))
    if draft.is_unissued:
        parts.append(words.get(NOT_ISSUED, NOT_ISSUED))
    if draft.version:
        parts.append(f"version {draft.version}")
    if draft.made:
        parts.append(moment(draft.made, draft.language))
    return ", ".join(part for part in parts if part)
