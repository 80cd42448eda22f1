"""French: articles that melt, verbs that agree, its own signs, dates and order of words."""

from __future__ import annotations

from .language import Language


class French(Language):
    """French."""

    code = "fr"
