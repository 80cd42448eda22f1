"""The moments of the changes that we track: two of them, so that what touches stays apart.

LibreOffice makes one change of two that touch and are at most a minute apart, across the end of
a paragraph too: to settle it would join what stands around them.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

_APART = timedelta(minutes=2)


def moments(at: datetime) -> tuple[str, str]:
    """Return the moment of our changes as files say it, and that of one kept apart from others.

    at: with its zone.
    """
    return _said(at), _said(at - _APART)


def stamps(author: str, moment: str) -> frozenset[tuple[str, str]]:
    """Return the stamps, author and moment, of all our changes in a file that says one of them.

    moment: as a file says it; what is no moment stands for itself alone.
    """
    try:
        said = moments(datetime.fromisoformat(moment).astimezone(UTC))
    except (ValueError, OverflowError):
        said = (moment, moment)
    return frozenset((author, one) for one in said)


def _said(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
