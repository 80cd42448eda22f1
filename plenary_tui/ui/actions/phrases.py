"""Lines of the notation by the words people use for them, for the palette. Pure."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from ..seen.views import RoomView

ALSO = {
    "gavel": ("adopt", "adopted", "agreed", "decided", "decision", "outcome", "consensus",
              "suspend", "close the sitting"),
    "undo": ("undo", "retract", "delete", "remove"),
    "redo": ("redo", "restore"),
    "correct": ("edit", "change", "typo"),
    "list": ("queue", "q+", "wants the floor"),
    "speakers": ("point of order", "right of reply", "time limit", "list of speakers"),
    "text": ("proposal", "brackets", "objections"),
    "roll_call": ("quorum", "present", "attendance"),
    "speaker": ("wrong speaker",),
    "search": ("search", "find in all sessions", "positions over the years"),
    "registers": ("overdue", "follow-ups of all sessions", "decisions of all sessions"),
    "carry": ("carried over", "unfinished items"),
    "like": ("duplicate", "last year", "copy the set-up"),
    "archive": ("zip", "pack", "backup"),
    "restore": ("unzip", "unpack"),
}  # fmt: skip
"""Other words for an action, by its id."""


class Phrase(NamedTuple):
    """The beginning of a line. says: what it records. also: other words that find it."""

    line: str
    says: str
    also: tuple[str, ...] = ()
    when: Callable[[RoomView], bool] = lambda view: True


def _has_text(view: RoomView) -> bool:
    return view.text is not None or bool(view.other_texts)


def _is_against(view: RoomView) -> bool:
    return view.text is not None and bool(view.text.against)


_PHRASES = (
    Phrase("In camera:", "the sitting is closed from here on", ("closed session", "confidential"),
           lambda view: view.marking != "in_camera"),
    Phrase("Open session:", "the sitting is open again from here on", ("public",),
           lambda view: view.marking != "open"),
    Phrase("Proposal ", "whose, then : and the text that is put before the meeting", ("propose",)),
    Phrase("Proposal rev: ", "the text before the meeting as it reads now",
           ("revise", "as amended"), _has_text),
    Phrase("Amendment ", "whose, then : and the change asked for", ("amend",), _has_text),
    Phrase("Amendment accepted", "the last amendment asked for is accepted", ("amend",),
           lambda view: view.text is not None and bool(view.text.amendments)),
    Phrase("Bracket ", "whose, then : and the words that are not agreed", ("square brackets",),
           _has_text),
    Phrase("Objection ", "whose, then : and why; no text is adopted against it",
           ("object", "block", "veto"), _has_text),
    Phrase("Objection withdrawn ", "whose objection no longer stands", ("lift",), _is_against),
    Phrase("Reservation ", "whose, then : and what; it does not stand in the way", ("reserve",),
           _has_text),
    Phrase("Adopted: ", "the text before the meeting is adopted", ("adopt", "consensus"),
           lambda view: not _is_against(view)),
    Phrase("Silence: until ", "a written procedure and its expiry: date, time, zone",
           ("written procedure",), _has_text),
    Phrase("Point of order ", "whose, then : and what", ("order",)),
    Phrase("Ruling: ", "what the Chair rules", ("rule", "decides the point of order")),
    Phrase("Reply ", "whose right of reply, then : and what is said", ("right of reply",)),
    Phrase("Chair's statement: ", "a statement of the Chair for the record", ("presidency",)),
    Phrase("Action ", "whose, then : and what they are to do by when", ("follow-up", "task")),
    Phrase("Private: ", "a note for yourself, sealed, never exported", ("note", "secret")),
)  # fmt: skip


def phrases(view: RoomView) -> list[Phrase]:
    """Return the lines that apply now."""
    return [one for one in _PHRASES if one.when(view)]
