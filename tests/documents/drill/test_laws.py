"""What was typed beside what was kept: the laws that hold whatever a meeting was."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from plenary_tui.documents.drill.judging import Judged, judge
from plenary_tui.documents.drill.turns import stretch_of
from plenary_tui.documents.excerpt import Span
from plenary_tui.record.course import Course, Step
from tests.record.rooms import ROSTER, START, Room

WHO = ("NV", "OS", "KE", "TR", "GDA")
WORDS = (
    "asked that the registers of mines be printed every spring",
    "could not accept a deadline before the harvest festival",
    "reported seven inspections and one flooded gallery",
    "thanked the harbour master for forty borrowed chairs",
    "wondered whether certificates might travel by pigeon",
    "regretted that nobody had translated annex twelve",
    "called for scales which every village could afford",
    "proposed to count parcels twice and owners never",
)
LATER = timedelta(days=400)
"""From the session to the drill."""

speeches = st.permutations(range(len(WORDS))).flatmap(
    lambda order: st.lists(st.sampled_from(WHO), min_size=1, max_size=len(WORDS)).map(
        lambda who: [f"{name}: {WORDS[at]}" for name, at in zip(who, order, strict=False)]
    )
)
acts = st.lists(
    st.sampled_from((
        "q+ NV", "q+ OS KE", "next", "Item 1", "Item 4", "Item 4 concluded", "+ KE", "- TR",
        "Proposal NV: The Plenary meets on the first Monday of May", "Adopted:", "limit 3 min",
        "the interpreters asked for water", "Point of order TR: the paper came late",
        "Ruling: it stands", "present+ NV, OS", "Objection TR: too early", "Closed:",
    )),
    max_size=12,
)  # fmt: skip
SETUP = (*ROSTER, "Agenda 1: Opening", "Agenda 4: Mines")


def held(*lines: str) -> Room:
    """Return a meeting."""
    return Room(*SETUP, "Opened:", *lines)


def drilled(kept: Room, typed: Sequence[str], *, late: float = 1.0) -> Judged:
    """Type lines as the turns of a meeting are heard, each so many seconds after it."""
    stretch = stretch_of(kept.record, Span())
    begun = START + LATER
    steps = [Step(at=begun, act="opened"), Step(at=begun, act="played")]
    for turn in stretch.turns:
        at = turn.entry.happened + LATER
        steps += [Step(at=at, act="begun", turn=turn.id), Step(at=at, act="said", turn=turn.id)]
    practice = Room(*SETUP, start=START + LATER - timedelta(days=1))
    first = stretch.turns[0].entry.happened + LATER
    practice.now = first + timedelta(seconds=late - 10)
    practice(*typed)
    return judge(stretch.units, practice.record, Course(steps))


@given(st.tuples(speeches, acts).map(lambda both: [*both[0], *both[1]]))
def test_who_types_exactly_what_was_kept_has_caught_everything(lines: list[str]) -> None:
    found = drilled(held(*lines), ("Opened:", *lines))
    assert [row.verdict for row in found.rows if row.kept] == ["caught"] * len(
        [row for row in found.rows if row.kept]
    )
    assert found.summary.turns.got == found.summary.turns.of
    assert found.summary.verbatim.got == found.summary.verbatim.of


@given(st.tuples(speeches, acts).map(lambda both: [*both[0], *both[1]]))
def test_who_types_nothing_has_missed_everything_and_nothing_is_extra(lines: list[str]) -> None:
    found = drilled(held(*lines), ())
    assert {row.verdict for row in found.rows} == {"missed"}
    assert found.summary.turns.got == found.summary.texts.got == found.summary.procedure.got == 0
    assert found.summary.extra == 0
    assert found.summary.delay is None


@given(speeches)
def test_the_same_words_under_other_names_are_under_the_wrong_speaker(lines: list[str]) -> None:
    other = {name: WHO[place - 1] for place, name in enumerate(WHO)}
    swapped = [f"{other[line.partition(':')[0]]}:{line.partition(':')[2]}" for line in lines]
    found = drilled(held(*lines), ("Opened:", *swapped))
    spoken = [row for row in found.rows if row.kept and row.kept.family == "speech"]
    assert [row.verdict for row in spoken] == ["wrong speaker"] * len(lines)
    assert found.summary.extra == 0


@given(speeches, st.integers(31, 600))
def test_a_line_that_comes_late_is_caught_late(lines: list[str], late: int) -> None:
    found = drilled(held(*lines), ("Opened:", *lines), late=late)
    spoken = [row for row in found.rows if row.kept and row.kept.family == "speech"]
    assert all(row.faults == ("late",) for row in spoken)
    assert {round(row.delay) for row in spoken} == {late}
