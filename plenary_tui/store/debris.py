"""What in a log is no line, taken together: what a failed append left, or something worse."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from plenary_tui.errors import DoesNotHold

from .chain import BEGINNING, NO_LINE
from .names import LOG
from .reading import Damage, DamageKind

_APPEND = 4096
"""Bytes that are no line, up to which they may be what a power cut left of one append."""


@dataclass(frozen=True)
class Run:
    """Damage, with the last of the lines in a row that are the same; kind as in Damage."""

    first: Damage
    last: int
    kind: DamageKind

    def __str__(self) -> str:
        one = self.first
        if self.last == one.line:
            return str(one)
        return (
            f"{one.file}, lines {one.line} to {self.last} (from byte {one.offset}): {one.what}, "
            f"and so are the {self.last - one.line} after it"
        )


def runs(damages: Iterable[Damage], *, is_all: bool = False) -> Iterator[Run]:
    """Yield damages in the order of the log, what is no line in a row as one.

    A failed append leaves a scar, and no more than it would have written: what is larger and not
    even the beginning of a line was put in the place of lines, and is damage. is_all: nothing
    else is in the log, so that any of it is.
    """
    row: list[Damage] = []
    for damage in damages:
        if row and _is_same(row[-1], damage):
            row.append(damage)
            continue
        if row:
            yield _run(row, is_all)
        row = [damage]
    if row:
        yield _run(row, is_all)


def check_readable(folder: Path) -> None:
    """Look whether the logs of a session begin as logs do, before anything is added to them.

    Raises DoesNotHold where none does: they were written over.
    """
    begun = [_begun(path) for path in (folder / LOG).glob("*.jsonl")]
    if any(begun) and not any(one and one == BEGINNING[: len(one)] for one in begun):
        raise DoesNotHold(
            f"Nothing in {folder.name} can be read, so nothing is added to it: `plenary verify "
            f"{folder.name}` says what is there, `plenary merge` brings in a whole copy."
        )


def _begun(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(len(BEGINNING))
    except OSError:
        return b""


def _is_same(one: Damage, other: Damage) -> bool:
    is_next = (other.file, other.line) == (one.file, one.line + 1)
    return is_next and one.kind == other.kind == "scar"


def _run(row: list[Damage], is_all: bool) -> Run:
    first, last = row[0], row[-1]
    is_large = is_all or last.offset - first.offset > _APPEND
    is_foreign = is_large and any(one.what == NO_LINE for one in row)
    return Run(first, last.line, "damaged" if is_foreign else first.kind)
