"""The replay: a past session, seen again."""

from .screen import ReplayScreen

__all__ = ["ReplayScreen"]
