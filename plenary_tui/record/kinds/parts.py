"""Parts of an entry that point at other entries themselves, and the kinds that hold such parts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, ClassVar, Protocol, Self

from pydantic import BaseModel, ConfigDict

from .base import Kind

Change = Callable[[str], str]
"""Given what an entry is called, what to call it instead."""


class _Pointing(Protocol):
    def refs(self) -> tuple[str, ...]: ...
    def with_refs(self, change: Change) -> Any: ...


class Part(BaseModel):
    """A part of an entry, frozen.

    REFS: fields that point at an entry; LISTS: fields that point at several. PARTS: fields that
    hold a part, several, or None.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    REFS: ClassVar[tuple[str, ...]] = ()
    LISTS: ClassVar[tuple[str, ...]] = ()
    PARTS: ClassVar[tuple[str, ...]] = ()

    def refs(self) -> tuple[str, ...]:
        """Return the ids of the entries that it points at."""
        own = (ref for name in self.REFS if (ref := getattr(self, name)))
        several = (ref for name in self.LISTS for ref in getattr(self, name))
        return (*own, *several, *_refs_in(self, self.PARTS))

    def with_refs(self, change: Change) -> Self:
        """Return it pointing at what `change` calls its entries."""
        changed: dict[str, Any] = {
            name: change(ref) for name in self.REFS if (ref := getattr(self, name))
        }
        changed |= {name: tuple(map(change, getattr(self, name))) for name in self.LISTS}
        return self.model_copy(update=changed | _parts_with(self, self.PARTS, change))


class Composite(Kind):
    """A kind that holds parts. PARTS: as in `Part`."""

    PARTS: ClassVar[tuple[str, ...]] = ()

    def refs(self) -> tuple[str, ...]:
        """Return the ids of the entries that it points at, each once."""
        return tuple(dict.fromkeys((*super().refs(), *_refs_in(self, self.PARTS))))

    def with_refs(self, change: Change) -> Self:
        """Return it pointing at what `change` calls its entries."""
        told = super().with_refs(change)
        return told.model_copy(update=_parts_with(told, self.PARTS, change))


def _held(whole: object, names: tuple[str, ...]) -> Iterator[_Pointing]:
    for name in names:
        held = getattr(whole, name)
        if isinstance(held, tuple):
            yield from held
        elif held is not None:
            yield held


def _refs_in(whole: object, names: tuple[str, ...]) -> Iterator[str]:
    for part in _held(whole, names):
        yield from part.refs()


def _parts_with(whole: object, names: tuple[str, ...], change: Change) -> dict[str, Any]:
    changed: dict[str, Any] = {}
    for name in names:
        held = getattr(whole, name)
        if isinstance(held, tuple):
            changed[name] = tuple(part.with_refs(change) for part in held)
        elif held is not None:
            changed[name] = held.with_refs(change)
    return changed
