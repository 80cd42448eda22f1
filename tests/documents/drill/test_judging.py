"""What is said of a line: its kind, its speaker, its words, and what belongs together."""

from __future__ import annotations

from datetime import timedelta

from plenary_tui.documents.drill.judging import Row
from plenary_tui.documents.drill.likeness import coverage
from plenary_tui.documents.drill.result import MEASURE, result
from plenary_tui.documents.drill.turns import stretch_of
from plenary_tui.documents.excerpt import Span
from plenary_tui.documents.markdown import markdown
from plenary_tui.record.course import Course, Step
from tests.record.rooms import START

from .test_laws import drilled, held

KEPT = (
    "NV: asks that every inspection of a mine be announced a month ahead",
    "Proposal NV: The Plenary asks the sub-team to report within sixty days",
    "Adopted: The Plenary asks the sub-team to report within ninety days",
)


def row_of(rows: tuple[Row, ...], words: str) -> Row:
    """Return the row of what was kept with these words."""
    return next(row for row in rows if row.kept and words in row.kept.told)


def test_a_decision_kept_as_prose_is_of_the_wrong_kind_and_still_read_word_for_word() -> None:
    typed = (*KEPT[:2], "the Plenary asks the sub-team to report in ninety days, adopted")
    row = row_of(drilled(held(*KEPT), ("Opened:", *typed)).rows, "ninety")
    assert row.faults == ("kind", "words")
    assert "kept as adopted, typed as prose" in row.notes
    assert "“within” reads “in”" in row.notes
    assert "“adopted” was added" in row.notes


def test_one_word_of_a_proposal_that_reads_otherwise_is_named_and_signs_are_not() -> None:
    typed = ("Proposal NV: the Plenary asks the subteam to report within six days.",)
    row = row_of(drilled(held(KEPT[1]), ("Opened:", *typed)).rows, "sixty")
    assert row.faults == ("words",)
    assert "“sixty” reads “six”" in row.notes
    same = ("Proposal NV: The plenary asks the sub-team to report, within sixty days!",)
    assert row_of(drilled(held(KEPT[1]), ("Opened:", *same)).rows, "sixty").faults == ()


def test_a_summary_of_an_intervention_is_caught_with_the_share_of_its_words() -> None:
    row = row_of(drilled(held(KEPT[0]), ("Opened:", "NV: inspektions to be anounced")).rows, "mine")
    assert row.verdict == "caught"
    assert 0.25 < row.share < 0.75
    thin = row_of(drilled(held(KEPT[0]), ("Opened:", "NV: has a wish")).rows, "mine")
    assert thin.verdict == "few of its words"


def test_what_was_typed_in_two_lines_or_two_things_in_one_belongs_together() -> None:
    typed = ("NV: every inspection of a mine", "NV: be announced a month ahead")
    found = drilled(held(KEPT[0]), ("Opened:", *typed))
    assert len(row_of(found.rows, "mine").typed) == 2
    assert found.summary.extra == 0
    asked = drilled(held("q+ NV, OS", "q+ KE"), ("Opened:", "q+ NV OS KE"))
    assert [row.verdict for row in asked.rows] == ["caught"] * 3


def test_more_of_a_speech_is_part_of_it_on_both_sides() -> None:
    kept = (KEPT[0], "... and in the rainy season two months")
    found = drilled(held(*kept), ("Opened:", f"{KEPT[0]} and in the rainy season two months"))
    assert found.summary.turns == (1, 1)
    assert row_of(found.rows, "mine").share == 1.0


def test_an_unknown_speaker_and_another_one_are_told_apart_in_words() -> None:
    unknown = drilled(held(KEPT[0]), ("Opened:", KEPT[0].replace("NV", "???")))
    assert row_of(unknown.rows, "mine").notes == ("typed under an unknown speaker",)
    other = drilled(held(KEPT[0]), ("Opened:", KEPT[0].replace("NV", "OS")))
    assert row_of(other.rows, "mine").notes == ("typed under OS",)


def test_the_chair_is_the_chair_by_capacity_or_by_code() -> None:
    chair = ("Presiding: KE (Ms Aurel)", "Chair: We come back to this tomorrow morning")
    typed = ("Opened:", "Chair: we come back to this tomorrow morning")
    assert row_of(drilled(held(*chair), typed).rows, "tomorrow").verdict == "caught"


def test_a_line_that_is_of_nothing_kept_and_one_that_was_not_understood_are_counted() -> None:
    typed = ("Opened:", KEPT[0], "TR: speaks of pigeons and their certificates", "Adopted:")
    found = drilled(held(KEPT[0]), typed)
    assert [row.verdict for row in found.rows if row.kept is None] == ["extra", "extra"]
    assert found.summary.not_understood == 1
    assert found.summary.lines == 4


def test_corrected_and_taken_back_lines_count_as_they_read_in_the_end() -> None:
    typed = ("Opened:", KEPT[0].replace("mine", "mime"), "s/mime/mine/", "OS: a slip", "undo")
    found = drilled(held(KEPT[0]), typed)
    assert row_of(found.rows, "mine").share == 1.0
    assert found.summary.extra == 0


def test_numbers_count_as_they_are() -> None:
    assert coverage("by 1 May in 60 days", "by 1 May in 90 days") < 1.0
    assert coverage("registers inspected", "inspecting the regsiters") == 1.0


def test_nothing_is_judged_that_was_not_heard_nor_typed_before_the_first_word() -> None:
    stretch = stretch_of(held(*KEPT).record, Span())
    at = START + timedelta(days=1)
    first = stretch.turns[0].id
    steps = [Step(at=at, act="begun", turn=first), Step(at=at, act="said", turn=first)]
    before = held("TR: tries the keyboard")
    found = drilled(before, ())
    assert found.rows
    from plenary_tui.documents.drill.judging import judge

    judged = judge(stretch.units, before.record, Course(steps))
    assert judged.summary.unheard == len(stretch.units) - 1
    assert judged.summary.lines == 0


def test_a_silence_or_a_pause_is_no_delay_and_a_killed_program_stands_still() -> None:
    at = [START + timedelta(seconds=10 * place) for place in range(8)]
    steps = [
        Step(at=at[0], act="played"), Step(at=at[1], act="begun", turn="a-1"),
        Step(at=at[2], act="paused"), Step(at=at[3], act="played"),
        Step(at=at[4], act="opened"), Step(at=at[5], act="played"),
    ]  # fmt: skip
    course = Course(steps)
    assert course.begun == {"a-1": 10.0}
    assert course.seconds(at[2]) == course.seconds(at[3]) == 20.0
    # killed after the last step at 30 s; opened again at 40 s
    assert course.seconds(at[5]) == 20.0
    assert course.seconds(at[6]) == 30.0
    assert Course(steps, [at[3] + timedelta(seconds=6)]).seconds(at[5]) == 26.0
    assert course.pauses == 1
    assert course.last_begun == "a-1"


def test_the_result_says_what_it_is_and_what_it_measures() -> None:
    found = drilled(held(*KEPT), ("Opened:", *KEPT[:1]))
    written = markdown(result(found, "Training Plenary", ("Drilled with demo",), START))
    assert "PRACTICE" in written
    assert "Turns caught" in written
    assert "missed" in written
    assert all(one.split("“")[0].strip() in written for one in MEASURE)


def test_a_name_is_known_by_a_part_of_it_and_a_line_not_understood_by_the_names_in_it() -> None:
    kept = ("Paul_Dietrich_GS1: explores credentials for licences", "q+ KE")
    typed = ("Opened:", "Paul Dietrich: credentials for licences explored", "q+ KE and his brother")
    found = drilled(held(*kept), typed)
    assert row_of(found.rows, "licences").verdict == "caught"
    asked = row_of(found.rows, "list of speakers")
    assert asked.faults == ("kind",)
    assert found.summary.extra == 0
