"""What stands on the screen of the charts: which one, what is chosen, the chart, its sentence."""

from __future__ import annotations

from collections.abc import Callable

from plenary_tui.documents.figures import Figures, words
from plenary_tui.documents.figures.shares import OUTSIDE
from plenary_tui.documents.figures.support import support
from plenary_tui.documents.figures.times import over_time, slot_for
from plenary_tui.documents.wording import day
from plenary_tui.ui.panels import Line
from plenary_tui.ui.terminal.wrapping import fit

from . import drawing
from .looking import VIEWS, Looking

_TABS = {"floor": "Floor", "times": "Over time", "brackets": "Brackets", "support": "Support"}
_STANDS = {"supports": "support", "opposes": "opposition", "flexible": "flexibility"}
_TITLE = 24
"""Signs of an item's title among what is chosen."""

KeyOf = Callable[[str], str]
"""The key of an action, as people write it."""


def tabs(looking: Looking, key: KeyOf) -> Line:
    """Return the charts there are; the one that is shown stands in brackets."""
    pieces = []
    for view in VIEWS:
        named = f"{key(f'show_{view}')} {_TABS[view]}"
        shown = view == looking.view
        pieces.append((f"[{named}] " if shown else f" {named}  ", "head" if shown else "quiet"))
    return tuple(pieces)


def choices(found: Figures, looking: Looking, key: KeyOf) -> Line:
    """Return what is chosen, each with the key that changes it."""
    if looking.view == "brackets":
        return (("of the whole meeting", "quiet"),)
    measured = words.MEASURED[looking.measured(found)].casefold()
    order = "by size" if looking.is_by_size else "in order"
    of_view = {
        "floor": [
            ("group_by", f"by {words.GROUPED[looking.by]}"), ("next_measure", measured),
            ("order_by", order),
        ],
        "support": [("next_measure", _STANDS[looking.stand])],
    }.get(looking.view, [])  # fmt: skip
    chosen = (
        ("one_item", "all items" if looking.item is None else _item(found, looking.item)),
        ("one_day", "all days" if looking.day is None else day(looking.day)),
        ("one_body", "all bodies" if looking.body is None else looking.body),
    )
    pieces: list[tuple[str, str]] = []
    for action, said in (*of_view, *chosen):
        pieces += [(key(action), "key"), (f" {said}  ", "plain")]
    return tuple(pieces)


def chart(found: Figures, looking: Looking, width: int) -> list[Line]:
    """Return the chart that is looked at."""
    if looking.view == "floor":
        return drawing.bars(looking.shares(found), looking.measured(found), width)
    if looking.view == "times":
        room = width - drawing.BESIDE
        minutes = slot_for(found.slots, room, looking.chosen)
        return drawing.strip(over_time(found.slots, minutes, looking.chosen))
    if looking.view == "brackets":
        return drawing.steps(found.steps, width)
    return drawing.matrix(support(found.backings, looking.stand, looking.chosen), width)


def sentence(found: Figures, looking: Looking) -> str:
    """Return the chart in a sentence."""
    if looking.view == "floor":
        given = looking.shares(found)
        said = words.of_shares(given, looking.by, looking.measured(found))
        return " ".join(filter(None, (said, words.of_untimed(given))))
    if looking.view == "times":
        return words.of_times(over_time(found.slots, 60, looking.chosen))
    if looking.view == "brackets":
        return words.of_steps(found.steps, found.in_draft_now)
    return words.of_support(support(found.backings, looking.stand, looking.chosen))


def _item(found: Figures, number: str) -> str:
    titles = {one.number: one.title for one in found.agenda}
    return fit(f"{number} {titles.get(number, '')}".strip(), _TITLE) if number else OUTSIDE
