"""The page of the display: complete at any size, and silent while a sitting is in camera."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from plenary_tui.ui.display.lines import Size, wrap_pieces
from plenary_tui.ui.display.page import page
from plenary_tui.ui.display.view import BeforeUs, DisplayView, Speaker, behind_doors
from plenary_tui.ui.seen.views import FloorView
from plenary_tui.ui.terminal.wrapping import wrap

NOW = datetime(2018, 6, 19, 10, 42, tzinfo=UTC)
SIZES = [Size(80, 24), Size(120, 40), Size(200, 60)]
SMALL = Size(30, 9)

FULL = DisplayView(
    title="Training Plenary",
    day="Tuesday 19 June",
    sitting="sitting 2",
    state="open",
    item="4.2",
    item_title="Alluvial mines",
    floor=FloorView(speaker="Keldia", code="KE", since=NOW - timedelta(seconds=102), limit=180),
    speaker=Speaker("Keldia", "Participant"),
    waiting=(Speaker("Novaria", "Participant"), Speaker("Gem Dealers", "Observer")),
    text=BeforeUs(
        "P3", "proposal by Ostrea",
        (("We meet ", "plain"), ("[", "current"), ("Tarn: ", "title"), ("monthly]", "current")),
    ),
)  # fmt: skip


def lines_of(view: DisplayView, size: Size, turn: int = 0, now: datetime = NOW) -> list[str]:
    """Return the page as lines of text."""
    return ["".join(text for text, _ in line) for line in page(view, now, size, turn).lines]


def said(view: DisplayView, size: Size = SIZES[0], now: datetime = NOW) -> str:
    """Return all pages as one text."""
    pages = page(view, now, size).pages
    return "\n".join(line for turn in range(pages) for line in lines_of(view, size, turn, now))


@pytest.mark.parametrize("size", SIZES)
def test_everything_is_on_the_page(size: Size) -> None:
    shown = said(FULL, size)
    for text in ("Training Plenary", "sitting 2", "Tuesday 19 June", "Item 4.2", "Alluvial mines",
                 "K E L D I A", "Participant", "limit 3 min", "1 Novaria (Participant)",
                 "2 Gem Dealers (Observer)", "list open", "P3 · proposal by Ostrea",
                 "We meet [Tarn: monthly]"):  # fmt: skip
        assert text in shown


@pytest.mark.parametrize("size", SIZES)
def test_over_time_is_said_in_words_and_counts(size: Size) -> None:
    assert "OVER TIME" not in said(FULL, size)
    assert "OVER TIME by 0:42" in said(FULL, size, NOW + timedelta(seconds=120))
    assert "OVER TIME by 1:42" in said(FULL, size, NOW + timedelta(seconds=180))


words = st.text(max_size=400)
pieces = st.lists(st.tuples(words, st.sampled_from(["plain", "current", "title"])), max_size=5)


@settings(deadline=None, max_examples=150)
@given(
    st.builds(
        DisplayView, title=words, day=words, sitting=words, said=words, item=words,
        state=st.sampled_from(["open", "suspended", "closed", "planned", ""]),
        marking=st.sampled_from(["open", "restricted", "in_camera"]), item_title=words,
        floor=st.builds(FloorView, speaker=words, since=st.none() | st.just(NOW),
                        limit=st.integers(0, 900), closed=st.booleans()),
        speaker=st.builds(Speaker, words, words), about=words,
        waiting=st.lists(st.builds(Speaker, words, words), max_size=40).map(tuple),
        text=st.none() | st.builds(BeforeUs, words, words, pieces.map(tuple)),
    ),
    st.builds(Size, st.integers(1, 210), st.integers(1, 70)),
    st.integers(0, 9),
)  # fmt: skip
def test_a_page_has_the_size_of_the_screen(view: DisplayView, size: Size, turn: int) -> None:
    lines = lines_of(view, size, turn, NOW + timedelta(minutes=9))
    assert len(lines) == size.height
    assert all(cell_len(line) <= size.width for line in lines)


@given(pieces, st.integers(2, 60))
def test_words_keep_their_part_where_they_wrap(
    given_pieces: list[tuple[str, str]], width: int
) -> None:
    found = wrap_pieces(tuple(given_pieces), width)
    text = "".join(text for text, _ in given_pieces)
    assert ["".join(part for part, _ in line) for line in found] == wrap(text, width, width)
    only = {part for text, part in given_pieces if text}
    assert {part for line in found for _, part in line} <= only


@pytest.mark.parametrize("size", [*SIZES, SMALL])
def test_a_long_text_has_pages_that_hold_all_of_it(size: Size) -> None:
    numbers = [f"w{number}" for number in range(size.width * size.height // 4)]
    text = BeforeUs("P3", "proposal by Ostrea", ((" ".join(numbers), "plain"),))
    view = DisplayView(state="suspended", text=text)
    shown = page(view, NOW, size)
    assert shown.pages > 1
    assert set(numbers) <= set(said(view, size).split())
    assert f"page 2 of {shown.pages}" in "\n".join(lines_of(view, size, 1))
    assert lines_of(view, size, shown.pages) == lines_of(view, size, 0)


def test_a_long_list_says_how_many_more_there_are() -> None:
    waiting = tuple(Speaker(f"Delegation {n}") for n in range(60))
    for text in (FULL.text, None):
        for size in SIZES:
            view = DisplayView(state="open", waiting=waiting, text=text)
            shown = said(view, size)
            named = sum(f"{n + 1} Delegation {n}\n" in shown + "\n"
                        or f"{n + 1} Delegation {n} " in shown for n in range(60))  # fmt: skip
            assert named and f"and {60 - named} more" in shown


def test_names_whose_letters_join_stay_whole() -> None:
    for name in ("لبنان", "日本", "Cameroun\u0301", "Democratic Republic of the Congo"):
        view = DisplayView(
            state="open", floor=FloorView(speaker=name, since=NOW), speaker=Speaker(name)
        )
        assert name in said(view)


@pytest.mark.parametrize("size", [*SIZES, SMALL, Size(60, 12)])
def test_in_camera_the_page_says_so_and_nothing_else(size: Size) -> None:
    shown = said(behind_doors(FULL), size)
    assert "IN CAMERA" in shown
    assert "Item 4.2" in shown
    left = shown.replace("IN CAMERA", "").replace("Item 4.2", "").replace("10:42", "")
    assert left.strip(" \n▀▄█") == ""
