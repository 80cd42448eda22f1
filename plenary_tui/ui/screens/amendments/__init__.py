"""What delegations ask for in the draft, over the room."""

from .screen import AmendmentsScreen

__all__ = ["AmendmentsScreen"]
