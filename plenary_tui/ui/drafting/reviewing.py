"""What the review asks of the record, beside the screen: answers, extracts, a corrigendum."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from plenary_tui.errors import PlenaryError
from plenary_tui.ui.conducting.events import Looked

if TYPE_CHECKING:
    from plenary_tui.documents.draft import Draft
    from plenary_tui.record.history import Record
    from plenary_tui.record.kinds import Kind

Look = Callable[["Record", datetime], Looked]


@dataclass(frozen=True)
class Answers:
    """Commands that answer a correction, and what to say once they are on disk."""

    commands: tuple[Kind, ...]
    said: str


@dataclass(frozen=True)
class Document:
    """A document that was asked for, and what its file is called behind the session."""

    draft: Draft
    name: str


@dataclass(frozen=True)
class Trouble:
    """Why something cannot be done, in a sentence."""

    why: str


def _look(find: Callable[[Record, datetime], object]) -> Look:
    """Return a look whose failures are sentences for the person who asked."""

    def look(record: Record, now: datetime) -> Looked:
        try:
            return Looked(find(record, now))
        except PlenaryError as error:
            return Looked(Trouble(str(error)))

    return look


def the_review() -> Look:
    """Look how the review stands."""
    from .review import review_of

    return _look(lambda record, now: review_of(record))


def acceptance(correction: str, *, by_hand: bool = False) -> Look:
    """Look what accepting a correction takes."""
    from plenary_tui.documents.communique import workshop
    from plenary_tui.documents.review.answering import accepting
    from plenary_tui.record.redaction import open_record

    def find(record: Record, now: datetime) -> Answers:
        found = accepting(
            record, lambda: workshop(open_record(record), now), correction, by_hand=by_hand
        )
        return Answers(found.commands, found.said)

    return _look(find)


def refusal(correction: str, reason: str) -> Look:
    """Look what refusing a correction takes."""
    from plenary_tui.documents.review.answering import refusing

    return _look(lambda record, now: Answers(
        (refusing(record, correction, reason),), f"{correction} is refused"
    ))  # fmt: skip


def an_extract(typed: str) -> Look:
    """Look what the record holds of a delegation, without what is sealed."""
    from plenary_tui.documents.review.extract import extract
    from plenary_tui.documents.review.who import delegation_named
    from plenary_tui.record.redaction import open_record
    from plenary_tui.store.names import slug

    def find(record: Record, now: datetime) -> Document:
        shown = open_record(record)
        who = delegation_named(shown, typed)
        return Document(extract(shown, who, now), f"extract-{slug(who)}")

    return _look(find)


def a_corrigendum() -> Look:
    """Look what was corrected, without what is sealed."""
    from plenary_tui.documents.corrigendum import corrigendum
    from plenary_tui.record.redaction import open_record

    return _look(
        lambda record, now: Document(corrigendum(open_record(record), now), "corrigendum")
    )  # fmt: skip
