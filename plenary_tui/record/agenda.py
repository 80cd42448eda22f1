"""The agenda: what was planned, what became of each item, and how it got there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from immutables import Map

if TYPE_CHECKING:
    pass

ItemState = Literal["planned", "taken_up", "concluded", "not_included", "deferred"]


@dataclass(frozen=True, slots=True)
class Item:
    """One item. `history` holds the ids of the entries that made it what it is, in order.

    minutes: allotted, 0 for none. used: seconds before the sitting's clock on it last began.
    """

    number: str
    rank: int
    title: str = ""
    body: str = ""
    state: ItemState = "planned"
    reason: str = ""
    history: tuple[str, ...] = ()
    minutes: int = 0
    used: float = 0.0


def item_key(number: str) -> tuple[tuple[int, str], ...]:
    """Return a key that sorts `4.2` before `4.10` and both before `5`."""
    parts = number.replace("(", ".").replace(")", "").split(".")
    return tuple((int(part), "") if part.isdigit() else (10**6, part) for part in parts)


def in_order(items: Iterable[Item], orders: Iterable[tuple[str, ...]]) -> list[Item]:
    """Return items by number, then as `orders` put those they name, each with its sub-items."""
    found = sorted(items, key=lambda item: (item_key(item.number), item.rank))
    for order in orders:
        blocks = {number: _block(found, number, order) for number in dict.fromkeys(order)}
        moved = [item for block in blocks.values() for item in block]
        follow = iter(moved)
        found = [next(follow) if item in moved else item for item in found]
    return found


def _block(items: list[Item], number: str, order: tuple[str, ...]) -> list[Item]:
    """Return an item with the items below it, apart from those that are named themselves."""
    return [
        item for item in items
        if item.number == number
        or (item.number.startswith(f"{number}.") and item.number not in order)
    ]  # fmt: skip


def find_item(items: Map[str, Item], title: str) -> Item | None:
    """Return the item of that title that came first, if the agenda has one."""
    wanted = title.casefold()
    found = [item for item in items.values() if item.title.casefold() == wanted]
    return min(found, key=lambda item: item.rank, default=None)


def next_number(items: Map[str, Item]) -> str:
    """Return the number for an item that was not planned: one after the highest."""
    whole = [int(head) for item in items if (head := item.partition(".")[0]).isdigit()]
    return str(max(whole, default=0) + 1)
