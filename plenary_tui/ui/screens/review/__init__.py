"""The review of a version, with the corrections that delegations ask for."""

from .screen import ReviewScreen

__all__ = ["ReviewScreen"]
