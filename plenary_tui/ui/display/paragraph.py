"""The paragraph of the draft under discussion, as the display shows it."""

from __future__ import annotations

from collections.abc import Callable

from plenary_tui.documents.comparing import words
from plenary_tui.documents.workshop.snapshot import ORIGINAL, wording_in
from plenary_tui.documents.workshop.view import Workshop
from plenary_tui.record.bracketing import Marked
from plenary_tui.record.drafts import Drafts
from plenary_tui.record.history import Record

from .owned import owned_pieces
from .view import BeforeUs

_STATUS = {"open": "", "agreed": "agreed", "agreed_ad_ref": "agreed ad ref"}


Compose = Callable[[Record], Workshop]
"""The draft of an open record."""


def paragraph_before_us(record: Record, compose: Compose) -> BeforeUs | None:
    """Return the paragraph under discussion, its brackets with their owners in them.

    It is composed only where one is under discussion. What changed since the last version issued
    is told apart. None where no paragraph is taken, or the draft has it no more.
    """
    taken = record.live.drafts.taken
    if taken is None:
        return None
    view = compose(record)
    paragraph = view.paragraphs.get(taken.id)
    if paragraph is None:
        return None
    version, was = _last_wording(view.drafts, taken.id)
    changes = words(was, paragraph.text) if version and was != paragraph.text else ()
    since = f"{'changes' if was else 'new'} since version {version}" if changes else ""
    said = (_STATUS[paragraph.status], _brackets(len(paragraph.brackets)), since)
    label = f"Paragraph {paragraph.number}" if paragraph.number else "Paragraph"
    says = " · ".join(part for part in said if part)
    marked = Marked(paragraph.text, paragraph.brackets)
    return BeforeUs(label, says, tuple(owned_pieces(marked, changes)))


def _brackets(count: int) -> str:
    return f"{count} bracket{'s' * (count > 1)} open" if count else "no bracket open"


def _last_wording(drafts: Drafts, paragraph: str) -> tuple[str, str]:
    """Return the label of the last version and how it words a paragraph; empty where none is."""
    own = [one for one in drafts.versions if one.language in ("", ORIGINAL)]
    return (own[-1].label, wording_in(own[-1], paragraph)) if own else ("", "")
