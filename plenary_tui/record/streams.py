"""Which entries the room's list shows: the draft has a stream of its own, told on its screen.

Of that stream the room is told what concerns everybody: versions, copies that come back, stages
of the review, the paragraph under discussion.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the first frame needs no kind of entry
    from .kinds import Kind

_BESIDE = frozenset(
    ("draft_edit", "draft_plan", "draft_renumbered", "correction_asked", "correction_answered")
)


def is_of_room(what: Kind) -> bool:
    """Whether the room's list shows an entry of it."""
    return _is_of_room(getattr(what, "kind", ""), getattr(what, "of", ""))


def is_of_room_as_kept(what: Mapping[str, object]) -> bool:
    """Say the same of an entry's fields as the log has them, which nobody validated yet."""
    return _is_of_room(what.get("kind"), what.get("of"))


def _is_of_room(kind: object, of: object) -> bool:
    return kind not in _BESIDE and (kind, of) != ("retraction", "draft")
