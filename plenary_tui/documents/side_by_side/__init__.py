"""Two copies of a session, or two drafts, beside each other: what differs, row by row."""

from .rows import Comparison, Half, Row, Standing

__all__ = ["Comparison", "Half", "Row", "Standing"]
