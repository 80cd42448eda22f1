"""What a key types."""

from __future__ import annotations

from textual import events


def letter(event: events.Key) -> str:
    """Return the letter that a key types; nothing for a key that does something.

    Textual gives a letter pressed with Alt the letter as its character (8.2.8).
    """
    if event.key.startswith("alt+") or not event.is_printable:
        return ""
    return event.character or ""
