"""Which entries the room's list shows: the draft has a stream of its own, told on its screen.

Of that stream the room is told what concerns everybody: versions, copies that come back, stages
of the review, the paragraph under discussion.
"""

from __future__ import annotations

from collections.abc import Mapping

from .kinds import (
    CorrectionAnswered,
    CorrectionAsked,
    DraftEdit,
    DraftPlan,
    DraftRenumbered,
    Kind,
    Retraction,
)

_BESIDE = (DraftEdit, DraftPlan, DraftRenumbered, CorrectionAsked, CorrectionAnswered)
_NAMES = frozenset(str(kind.model_fields["kind"].default) for kind in _BESIDE)


def is_of_room(what: Kind) -> bool:
    """Whether the room's list shows an entry of it."""
    return not (isinstance(what, _BESIDE) or (isinstance(what, Retraction) and what.of == "draft"))


def is_of_room_as_kept(what: Mapping[str, object]) -> bool:
    """Say the same of an entry's fields as the log has them, which nobody validated yet."""
    kind = what.get("kind")
    return kind not in _NAMES and (kind, what.get("of")) != ("retraction", "draft")
