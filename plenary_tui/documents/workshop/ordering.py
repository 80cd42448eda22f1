"""Where paragraphs and sections stand: as composed, as last issued, as they were moved since."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from fnmatch import fnmatchcase

from plenary_tui.record.drafts import Drafts
from plenary_tui.record.kinds import PlanSection

from ..draft import Section


def in_section(composed: Iterable[str], kept: Sequence[str], drafts: Drafts) -> list[str]:
    """Return the paragraphs of a section: those kept in their order, new ones where they belong.

    A new one stands behind the one that it follows when it is composed, else first.
    """
    order = list(composed)
    known = {one for _, ids in drafts.order for one in ids}
    if not known.intersection(order) and not any(one in known for one in kept):
        return [*order, *(one for one in kept if one not in order)]
    found, there = list(kept), set(kept)
    before = ""
    for one in order:
        if one not in there and one not in known:
            found.insert(found.index(before) + 1 if before else 0, one)
            there.add(one)
        if one in there:
            before = one
    return found


def put_elsewhere(places: dict[str, list[str]], drafts: Drafts) -> None:
    """Put what was moved or added where it was put, one after the other."""
    homes = {one: key for key, ids in places.items() for one in ids}
    for placed in drafts.placed:
        if placed.paragraph in homes:
            places[homes.pop(placed.paragraph)].remove(placed.paragraph)
        key = homes.get(placed.after, placed.section)
        ids = places.setdefault(key, [])
        if placed.after in homes:
            at = ids.index(placed.after) + 1
        else:
            at = len(ids) if placed.after else 0
        ids.insert(at, placed.paragraph)
        homes[placed.paragraph] = key


def in_plan(
    sections: list[Section], plan: tuple[PlanSection, ...], language: str
) -> list[Section]:  # fmt: skip
    """Return sections in a plan's order and under its headings; what it leaves out is left out.

    language: of the headings, empty for the meeting's own.

    A key may stand for several (`body-*`), which keep their own order. A section that no key
    names follows the one that it follows when it is composed.
    """
    if not plan:
        return sections
    found: list[Section] = []
    named: set[str] = set()
    for row in plan:
        fitting = [
            one for one in sections if one.key not in named and fnmatchcase(one.key, row.key)
        ]  # fmt: skip
        named.update(one.key for one in fitting)
        if not row.left_out:
            heading = row.heading_in(language)
            found += [replace(one, heading=heading or one.heading) for one in fitting]
    before = ""
    for one in sections:
        if one.key not in named:
            at = next((place for place, other in enumerate(found) if other.key == before), -1)
            found.insert(at + 1, one)
        if any(one.key == other.key for other in found):
            before = one.key
    return found
