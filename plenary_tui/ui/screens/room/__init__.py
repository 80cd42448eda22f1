"""The room: the screen that a rapporteur lives in."""

from .screen import RoomScreen

__all__ = ["RoomScreen"]
