"""Whom somebody means: the floor, the list, who spoke last, then what is spelled or looks so."""

from __future__ import annotations

import pytest

from plenary_tui.ui.menus.picking import begun, hint, ranked
from plenary_tui.ui.seen.views import FloorView, Name

NAMES = tuple(
    Name(code, name, "Participant", (code.casefold(), name.casefold(), *more))
    for code, name, *more in (
        ("AO", "Angola", "republic of angola"), ("BE", "Belgium"), ("BW", "Botswana"),
        ("CI", "Cote d'Ivoire", "ivory coast"), ("KE", "Keldia"), ("NO", "Norway"),
        ("NV", "Novaria", "republic of novaria"), ("OS", "Ostrava Sea"), ("SN", "Senegal"),
        ("TR", "Tresse"),
    )
)  # fmt: skip
FLOOR = FloorView(code="TR", waiting=(("OS", "Ostrava Sea"), ("NO", "Norway")))


def codes(typed: str, floor: FloorView = FLOOR, spoke: tuple[str, ...] = ("SN", "BE")) -> list[str]:
    return [pick.put for pick in ranked(NAMES, typed, floor, spoke)]


def test_with_nothing_typed_the_nearest_to_the_floor_come_first() -> None:
    assert codes("") == ["TR", "OS", "NO", "SN", "BE", "AO", "BW", "CI"]
    marks = [pick.mark for pick in ranked(NAMES, "", FLOOR, ())][:4]
    assert marks == ["has the floor", "1 on the list", "2 on the list", ""]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("no", "NO"),  # the code itself, and on the list
        ("nv", "NV"),
        ("nova", "NV"),
        ("sea", "OS"),  # a word inside
        ("republic of n", "NV"),
        ("rep nov", "NV"),  # beginnings of words
        ("côte", "CI"),
        ("COTE D’I", "CI"),
        ("ivory", "CI"),
        ("nvaria", "NV"),  # mistyped
        ("botzw", "BW"),
    ],
)
def test_what_is_typed_finds_the_name(typed: str, first: str) -> None:
    assert codes(typed)[0] == first


def test_of_names_that_begin_so_the_nearer_to_the_floor_is_first_behind_the_code_itself() -> None:
    names = (*NAMES, Name("NW", "Nowhere", "Observer", ("nw", "nowhere")))
    floor = FloorView(waiting=(("NW", "Nowhere"),))
    assert [pick.put for pick in ranked(names, "n", floor, ["NV"])] == ["NW", "NV", "NO"]
    assert [pick.put for pick in ranked(names, "no", floor, ())] == ["NO", "NW", "NV"]


def test_what_fits_nobody_finds_nobody() -> None:
    assert codes("xyzzy") == []


@pytest.mark.parametrize(
    ("before", "typed", "start", "after"),
    [
        ("", "", 0, ": "), ("nov", "nov", 0, ": "), ("10:31 nov", "nov", 6, ": "),
        ("10h31 ", "", 6, ": "), ("q+ NV, os", "os", 7, ""), ("q first ", "", 8, ""),
        ("present+ ke", "ke", 9, ""), ("ivory coa", "ivory coa", 0, ": "),
    ],
)  # fmt: skip
def test_a_name_is_begun_at_the_beginning_of_a_line_or_on_a_list(
    before: str, typed: str, start: int, after: str
) -> None:
    assert begun(before) == (start, typed, after)


@pytest.mark.parametrize("before", ["NV: the", "@12 ", "... and", "s/a/b", "?missed", "\\nov"])
def test_no_name_can_be_meant_there(before: str) -> None:
    assert begun(before) is None


def test_the_hint_is_for_names_and_not_for_prose() -> None:
    assert [pick.put for pick in hint(NAMES, "be", FLOOR, ())] == ["BE"]
    assert hint(NAMES, "b", FLOOR, ()) == []
    assert hint(NAMES, "the meeting begins", FLOOR, ()) == []
