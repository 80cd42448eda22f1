"""What the room says of its meeting: when it is, whether it has begun, whether it is over."""

from __future__ import annotations

from datetime import datetime

import pytest

from plenary_tui.ui import panels
from plenary_tui.ui.seen.picture import room_view
from tests.record.rooms import Room
from tests.record.test_draft_lines import issued

DATED = ("Zone: Europe/Brussels", "Meeting: Plenary", "Dates: 2027-11-09/2027-11-10")


@pytest.mark.parametrize(
    ("lines", "on", "said"),
    [
        ((), "2027-11-01T10:00", "Tue 9 Nov · not begun"),
        ((), "2027-11-09T10:00", "Tue 9 Nov · not begun"),
        (("Opened:",), "2027-11-09T10:00", "Tue 9 Nov · sitting 1"),
        (("Opened:", "Closed:"), "2027-11-09T20:00", "Tue 9 Nov · no sitting open"),
        (("Opened:", "Closed:", "Meeting closed:"), "2027-11-09T20:00", "Tue 9 Nov · ended"),
        (("Opened:", "Closed:", "Meeting closed:"), "2030-01-01T20:00", "Tue 9 Nov 2027 · ended"),
        (("Date: 2027-11-10", "Opened:", "Closed:"), "2030-01-01T20:00", "Wed 10 Nov 2027 · ended"),
    ],
)
def test_the_header_says_the_day_and_state_of_the_meeting_as_recorded(
    lines: tuple[str, ...], on: str, said: str
) -> None:
    room = Room(*DATED, *lines)
    now = datetime.fromisoformat(f"{on}+01:00")
    view = room_view(room.record, "hall", now)
    assert said in "".join(piece for piece, _ in panels.head(view, now, "● on disk", 120))


def test_what_has_to_be_filled_in_is_counted_apart() -> None:
    room = Room(*DATED, "Agenda 1: Opening", "? name the chair of WGM")
    view = room_view(room.record, "hall", room.now)
    assert (view.worklist, view.to_fill_in) == (0, 1)
    assert "to fill in (F10)" in str(panels.counts(view, 25))
    room("Opened:", "NV: hello", "?missed")
    view = room_view(room.record, "hall", room.now)
    assert (view.worklist, view.to_fill_in) == (1, 1)
    assert "to fill in" not in str(panels.counts(view, 25))


def test_a_bracket_in_a_paragraph_of_the_draft_is_none_in_a_text_of_the_room() -> None:
    room = issued("Bracket para 1 TR: six")
    assert room_view(room.record, "hall", room.now).brackets == 0
    room("Proposal KE: We meet in May.", "Bracket KE: in May")
    assert room_view(room.record, "hall", room.now).brackets == 1
