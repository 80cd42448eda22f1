"""The picture with ordinals in place of ids, for comparing records of different stations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from plenary_tui.record.history import Record


def with_ordinals(picture: Any, record: Record) -> Any:
    """Return `picture` with each entry's place in the record in place of its id."""
    numbers = {entry.id: f"#{number}" for number, entry in enumerate(record.entries, 1)}
    return _replaced(picture, numbers)


def _replaced(value: Any, numbers: Mapping[str, str]) -> Any:
    if isinstance(value, dict):
        return {key: _replaced(inner, numbers) for key, inner in value.items()}
    if isinstance(value, list):
        return [_replaced(inner, numbers) for inner in value]
    return numbers.get(value, value) if isinstance(value, str) else value
