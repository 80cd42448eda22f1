"""What is laid side by side, from the library and from the draft: it is read when it is called."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

from plenary_tui.ui.seen.views import Choice

if TYPE_CHECKING:
    from plenary_tui.documents.side_by_side import Comparison

_NOW = "the draft as it stands"
Compared = Callable[[], "Comparison"]


def copies_compared(left: Path, right: Path) -> Compared:
    """Return what compares two copies of a session. It raises PlenaryError."""

    def compared() -> Comparison:
        from plenary_tui.documents.side_by_side.copies import copies

        return copies(left, right)

    return compared


def versions_compared(folder: Path, pair: tuple[str, str], language: str = "") -> Compared:
    """Return what compares two versions of a session's draft. It raises PlenaryError.

    pair: their labels; an empty one is the draft as it stands.
    """

    def compared() -> Comparison:
        from plenary_tui.documents.side_by_side.draft_text import draft_text
        from plenary_tui.documents.side_by_side.drafts import drafts

        named = (f"{folder.name}@{label}" if label else folder.name for label in pair)
        return drafts(*(draft_text(one, lambda _: folder, language) for one in named))

    return compared


def version_pairs(labels: tuple[str, ...]) -> list[tuple[str, str]]:
    """Return which versions can be compared: each with the draft as it stands, the last first,
    then each with a later one."""
    return [*((one, "") for one in reversed(labels)), *reversed(list(combinations(labels, 2)))]


def choices(labels: tuple[str, ...]) -> list[Choice]:
    """Return the pairs as they are offered; a choice does the place of its pair."""
    return [
        Choice(f"version {one}", f"with {f'version {other}' if other else _NOW}", does=str(place))
        for place, (one, other) in enumerate(version_pairs(labels))
    ]
