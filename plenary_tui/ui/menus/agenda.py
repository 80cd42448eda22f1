"""What the menu of the agenda offers. Pure: a view gives choices."""

from __future__ import annotations

from ..seen.views import AgendaLine, Choice

_IS = {
    "planned": "to come", "taken_up": "taken up", "concluded": "concluded",
    "deferred": "deferred", "not_included": "not included",
}  # fmt: skip


def agenda_menu(items: tuple[AgendaLine, ...]) -> list[Choice]:
    """Return what can be done about the agenda; what does not apply keeps its place."""
    current = next((one for one in items if one.current), None)
    planned = next((one for one in items if one.state == "planned"), None)
    new = Choice(f"Agenda {free_number(items)}:", "a new item: its title")
    nothing = Choice("", "the agenda has no items yet")
    return [
        _take_up(planned) if planned else Choice("", "take up: no item is to come"),
        _conclude(current) if current else Choice("", "conclude: no item is taken up"),
        Choice("another item", "take up, conclude, defer, leave out, reopen, set its time",
               does="items") if items else nothing,
        new,
        Choice("order", "moves items up or down", does="item_order") if len(items) > 1 else
        Choice("", "order: it takes two items"),
        _time(current) if current else Choice("", "time allotted: no item is taken up"),
    ]  # fmt: skip


def items_menu(items: tuple[AgendaLine, ...]) -> list[Choice]:
    """Return the items to choose from."""
    return [
        Choice(one.number, f"{one.title} ({'on it now' if one.current else _IS[one.state]})",
               does="item")
        for one in items
    ]  # fmt: skip


def of_item(item: AgendaLine) -> list[Choice]:
    """Return what can be done about one item."""
    done = item.state in ("concluded", "deferred", "not_included")
    return [
        Choice(f"Item {item.number} reopened", item.title, True, "record") if done else
        Choice("", "it is taken up already") if item.current else _take_up(item),
        Choice("", "it is concluded already") if item.state == "concluded" else _conclude(item),
        Choice(f"Item {item.number} deferred:", "to what, or to when"),
        Choice(f"Item {item.number} not included:", "why it is left out"),
        _time(item),
    ]  # fmt: skip


def _take_up(item: AgendaLine) -> Choice:
    return Choice(f"Item {item.number}", f"takes up {item.title}", True, "record")


def _conclude(item: AgendaLine) -> Choice:
    return Choice(f"Item {item.number} concluded", item.title, True, "record")


def _time(item: AgendaLine) -> Choice:
    """Return the line that plans the item anew, to be ended by its minutes."""
    allotted = f"now {item.minutes} min" if item.minutes else "so far none"
    head = "; ".join(part for part in (item.title, item.body) if part)
    return Choice(f"Agenda {item.number}: {head};", f"time allotted, as 45 min; {allotted}")


def free_number(items: tuple[AgendaLine, ...]) -> str:
    """Return the next number that is free beside the current item, else after all of them."""
    taken = {one.number for one in items}
    current = next((one.number for one in items if one.current), "")
    head, dot, last = current.rpartition(".")
    if not last.isdigit():
        whole = [int(first) for one in taken if (first := one.partition(".")[0]).isdigit()]
        return str(max(whole, default=0) + 1)
    number = int(last)
    while f"{head}{dot}{number}" in taken:
        number += 1
    return f"{head}{dot}{number}"
