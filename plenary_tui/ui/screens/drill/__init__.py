"""The screens of a drill: the room with what is heard in it, and the result."""

from .screen import DrillScreen

__all__ = ["DrillScreen"]
