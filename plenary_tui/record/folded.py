"""How two spellings of one name are the same."""

from __future__ import annotations

import unicodedata


def fold_name(text: str) -> str:
    """Return `text` for comparing names: no case, no accents, single spaces."""
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text)
        text = "".join(sign for sign in decomposed if not unicodedata.combining(sign))
    return " ".join(text.casefold().replace("’", "'").split())
