"""The draft: the communiqué under negotiation, beside the entries that it rests on."""

from .screen import DraftScreen

__all__ = ["DraftScreen"]
