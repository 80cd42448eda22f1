"""The registry of actions: keys that cannot be are refused, with the reason."""

from __future__ import annotations

import pytest

from plenary_tui.errors import WrongUse
from plenary_tui.ui.actions import MOST_IN_FOOTER, ROOM, Action, applying, checked, footer
from plenary_tui.ui.seen.views import FloorView, RoomView


def action(key: str, id: str = "one", *, in_footer: bool = False) -> Action:
    return Action(id, key, "one", "does one thing", "Group", footer=in_footer)


@pytest.mark.parametrize(
    ("key", "why"),
    [
        ("ctrl+h", "Backspace"), ("ctrl+i", "Tab"), ("ctrl+m", "Enter"), ("ctrl+j", "line end"),
        ("shift+enter", "plain Enter"), ("ctrl+a", "editor"), ("ctrl+z", "editor"),
        ("f7", "editor"), ("x", "typed"), ("ctrl+shift+x", "no key"), ("f13", "no key"),
    ],
)  # fmt: skip
def test_a_key_that_cannot_be_is_refused_with_the_reason(key: str, why: str) -> None:
    with pytest.raises(WrongUse, match=why):
        checked([action(key)])


def test_two_actions_on_one_key_are_refused_and_both_are_named() -> None:
    other = Action("two", "ctrl+g", "two", "does another", "Group")
    with pytest.raises(WrongUse, match=r"“one” already.*“two”"):
        checked([action("ctrl+g"), other])


def test_more_keys_than_the_footer_holds_are_refused() -> None:
    many = [action(f"f{n}", f"a{n}", in_footer=True) for n in (1, 2, 3, 4, 5, 8, 9, 10)]
    with pytest.raises(WrongUse, match=str(MOST_IN_FOOTER)):
        checked(many)


def test_the_footer_of_the_room_fits_into_eighty_columns() -> None:
    shown = "  ".join(f"{one.shown_key} {one.label}" for one in footer(ROOM, RoomView()))
    assert len(shown) <= 78


def test_only_what_applies_is_offered() -> None:
    empty = {one.id for one in applying(ROOM, RoomView())}
    waiting = RoomView(floor=FloorView(waiting=(("KE", "Keldia"),)), can_undo=True)
    assert {"next", "undo", "redo"} & empty == set()
    assert {"next", "undo"} <= {one.id for one in applying(ROOM, waiting)}
