"""The table of the notation: every row of it, by the part of the meeting that it belongs to."""

from __future__ import annotations

from plenary_tui.record.notation.form import Form

from .floor import FLOOR
from .outcomes import OUTCOMES
from .setup import SETUP
from .sittings import SITTINGS
from .speech import SPEECH
from .texts import TEXTS
from .upkeep import UPKEEP

TABLE: tuple[Form, ...] = (
    *SETUP, *SITTINGS, *SPEECH, *FLOOR, *TEXTS, *OUTCOMES, *UPKEEP,
)  # fmt: skip


def _by_keyword() -> dict[str, tuple[Form, ...]]:
    rows: dict[str, tuple[Form, ...]] = {}
    for row in TABLE:
        rows[row.keyword] = (*rows.get(row.keyword, ()), row)
    return rows


def _by_kind() -> dict[type, tuple[Form, ...]]:
    rows: dict[type, tuple[Form, ...]] = {}
    for row in TABLE:
        rows[row.kind] = (*rows.get(row.kind, ()), row)
    return rows


BY_KEYWORD = _by_keyword()
BY_KIND = _by_kind()
