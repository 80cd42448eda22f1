"""The review of a version: how it stands, what delegations correct, and what they are sent."""

from plenary_tui.record.reviewing import StageNow, stage_of

from .stage import countdown, deadline, left

__all__ = ["StageNow", "countdown", "deadline", "left", "stage_of"]
