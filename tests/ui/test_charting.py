"""The charts as lines of text: lengths, shades and numbers, at any width."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from plenary_tui.documents.figures import figures
from plenary_tui.documents.figures.shares import BYS, Share
from plenary_tui.record.redaction import open_record
from plenary_tui.ui.charting import drawing, page
from plenary_tui.ui.charting.looking import VIEWS, Looking, View
from plenary_tui.ui.panels import Line
from tests.documents.meetings import plenary
from tests.sessions.shipped import ANTWERP, TRAINING, session

TRAINED = figures(open_record(session(TRAINING).record))
FROM_A_PRESS = figures(open_record(session(ANTWERP).record))
EMPTY = figures(open_record(plenary().record))


def text(lines: list[Line]) -> list[str]:
    return ["".join(piece for piece, _ in line) for line in lines]


@given(st.integers(0, 10_000), st.integers(1, 10_000), st.integers(1, 120))
def test_a_bar_is_as_long_as_its_number_to_an_eighth(value: int, most: int, width: int) -> None:
    value = min(value, most)
    drawn = drawing.bar(value, most, width)
    eighths = sum(drawing.EIGHTHS.index(sign) for sign in drawn)
    assert cell_len(drawn) <= width
    assert (eighths == 0) == (value == 0)
    assert abs(eighths - 8 * width * value / most) <= 1


@pytest.mark.parametrize("name", ["trained", "press", "empty"])
@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("width", [77, 117, 200])
def test_every_chart_fits_its_window(name: str, view: View, width: int) -> None:
    found = {"trained": TRAINED, "press": FROM_A_PRESS, "empty": EMPTY}[name]
    for by in BYS:
        looking = Looking(view=view, by=by)
        lines = text(page.chart(found, looking, width))
        assert lines
        assert max(map(cell_len, lines)) <= width
        assert page.sentence(found, looking).endswith(".")


def test_bars_bear_their_numbers_and_add_up() -> None:
    given = [Share("a", "Alpha", turns=3, seconds=7200), Share("b", "Beta", turns=1, seconds=3600)]
    assert text(drawing.bars(given, "time", 50)) == [
        "Alpha █████████████████████████  2 h 00 min   67 %",
        "Beta  ████████████▌              1 h 00 min   33 %",
        "Total                            3 h 00 min  100 %",
    ]


def test_delegations_of_a_class_stand_under_it() -> None:
    lines = text(page.chart(TRAINED, Looking(by="class"), 77))
    at = next(place for place, line in enumerate(lines) if line.startswith("Observer"))
    assert [line[:26].strip() for line in lines[at + 1 : at + 3]] == [
        "Civil Society Network", "Global Diamond Alliance",
    ]  # fmt: skip


def test_where_no_times_are_known_the_bars_are_of_interventions() -> None:
    assert Looking().measured(FROM_A_PRESS) == "interventions"
    assert "no turn" in page.sentence(FROM_A_PRESS, Looking())


def test_hours_stand_over_their_slots() -> None:
    looking = Looking(view="times", day=date(2021, 11, 9))
    hours, day, *_ = text(page.chart(TRAINED, looking, 77))
    assert day.startswith("Tue 9 Nov") and day.endswith("121")
    noon = hours.index("12")
    assert day[hours.index("13") : hours.index("14")].strip() == ""  # lunch
    assert day[noon].strip()


def test_a_step_shows_both_kinds_and_the_version_that_went_out() -> None:
    lines = text(page.chart(TRAINED, Looking(view="brackets"), 77))
    (issued,) = [line for line in lines if line.endswith("version 1")]
    assert "2 + 2" in issued
    assert issued.count(drawing.ROOM) == issued.count(drawing.DRAFT)


def test_the_grid_of_support_adds_up() -> None:
    looking = Looking(view="support")
    heads, *rows = text(page.chart(TRAINED, looking, 77))
    assert heads.split()[-2:] == ["more", "all"]
    for row in rows[: rows.index("")]:
        *cells, every = row[30:].replace("·", "0").split()
        assert sum(map(int, cells)) == int(every), row


def test_each_choice_goes_round() -> None:
    for step, number in (
        (Looking.next_view, len(VIEWS)), (Looking.next_by, len(BYS)),
        (lambda one: one.next_day(TRAINED), len(TRAINED.days) + 1),
        (lambda one: one.next_item(TRAINED), len(TRAINED.items) + 1),
        (lambda one: one.next_body(TRAINED), len(TRAINED.bodies) + 1),
        (lambda one: one.next_measure(TRAINED), 3),
    ):  # fmt: skip
        seen, now = [], Looking(measure="time")
        for _ in range(number):
            seen.append(now)
            now = step(now)
        assert now == seen[0]
        assert len(set(seen)) == number
    back = Looking().next_item(TRAINED).next_item(TRAINED, -1)
    assert back == Looking()
    assert Looking().next_item(TRAINED).next_day(TRAINED).of_all() == Looking()
