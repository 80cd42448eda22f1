"""What a chair's office reads of the shipped sessions: no ids, no doubled words, the right body."""

from __future__ import annotations

import re
from functools import cache

import pytest

from plenary_tui.commands.asked import FORMATS, Asked
from plenary_tui.commands.exporting import written
from plenary_tui.commands.replay import heading, told
from plenary_tui.record.redaction import open_record

from .shipped import ANTWERP, BOTH, NOW, TRAINING, session

REGISTERS = ("summary", "journal", "decisions")


@cache
def replay(name: str) -> tuple[str, ...]:
    """Return the lines of a plain replay."""
    lines = told(open_record(session(name).record), everything=False)
    return tuple(line for _, line in lines)


@cache
def export(name: str, kind: str) -> str:
    """Return an open export on one line."""
    text = written(open_record(session(name).record), Asked(kind, FORMATS[kind][-1]), now=NOW)
    return " ".join(text.decode().split())


@pytest.mark.parametrize("name", BOTH)
@pytest.mark.parametrize(
    "slip", [r"\bto to\b", r"\b0\d (June|November)", r"\bNo text\b", r"\.\.(?!\.)", " ,", ",,"]
)
def test_nothing_that_is_read_aloud_stumbles(name: str, slip: str) -> None:
    for read in (*replay(name), *(export(name, kind) for kind in REGISTERS)):
        found = re.search(f".{{0,40}}{slip}.{{0,20}}", read)
        assert not found, found


@pytest.mark.parametrize("name", BOTH)
def test_the_replay_names_no_entry_by_its_id(name: str) -> None:
    assert not [line for line in replay(name) if re.search(r"\b(hall|annex|antwerp)-\d", line)]


def test_what_was_agreed_in_antwerp_is_told_as_agreed() -> None:
    assert sum(line.startswith("Agreed: To prepare the Brussels Plenary") for line in
               replay(ANTWERP)) == 1  # fmt: skip


def test_the_replay_says_in_which_of_two_rooms() -> None:
    lines = replay(TRAINING)
    assert "09:16 [Grand Hall] The floor goes to Novaria" in lines
    assert "09:17 [Room 2] The floor goes to Novaria" in lines
    assert "09:02 Sitting 1 opened" in lines  # nobody sat beside it
    assert sum("Wednesday 10 November 2021" in line for line in lines) == 1


def test_a_decision_in_camera_is_told_by_its_words() -> None:
    assert "15:08 [Grand Hall] Adopted: A review mission visits Quillara before 30 April 2022; " \
        "until it has reported, each parcel is checked on arrival" in replay(TRAINING)  # fmt: skip


def test_who_decided_is_the_body_that_sat() -> None:
    summary = export(TRAINING, "summary")
    for told_so in (
        "The Plenary decided as follows on P3 (Plenary): Quarterly figures",
        "The Working Group on Statistics agreed on P1 (WGS): The reporting form",
        "The Working Group of Diamond Experts endorsed P2 (WGDE) as amended",
        "The Working Group on Monitoring and the Committee on Participation and Chairmanship "
        "adopted P3 (WGM and CPC), as TP/2021/Plenary/Administrative Decision 6",
    ):
        assert told_so in summary


def test_what_was_adopted_as_amended_is_printed_with_the_amendment() -> None:
    for kind in REGISTERS:
        assert (
            'within sixty days of the visit; as amended: replace "within sixty days" with '
            '"within ninety days, or sixty where no samples were taken"'
        ) in export(TRAINING, kind)


def test_administrative_decisions_are_listed_by_their_number() -> None:
    listed = export(TRAINING, "decisions").partition("Follow-ups")[0]
    numbers = re.findall(r"Administrative Decision (\d) -", listed)
    assert numbers == ["1", "2", "3", "4", "5", "6"]


def test_the_next_meeting_is_one_that_had_not_begun() -> None:
    journal = export(TRAINING, "journal")
    following = re.findall(r"Next meeting \W*\w+ (\d+) November 2021, (\d\d:\d\d)", journal)
    assert following == [
        ("9", "14:06"), ("9", "15:00"), ("10", "09:01"), ("10", "09:01"), ("10", "14:31"),
        ("10", "14:31"), ("11", "09:00"), ("11", "09:00"), ("11", "14:02"), ("11", "14:02"),
        ("11", "15:00"),
    ]  # fmt: skip


def test_nobody_is_named_a_speaker_who_did_not_speak() -> None:
    opening = export(TRAINING, "journal").partition("Item 1: Opening")[2].partition("Item 2")[0]
    speakers = opening.partition("Speakers:")[2].split("; ")
    assert [one.strip() for one in speakers if "The Chair" in one] == [
        "The Chair (Aurelia, Ms Ilse Marrand)"
    ]  # the minute of silence was nobody's speech


def test_nobody_is_made_to_say_a_verb() -> None:
    said = export(TRAINING, "summary")
    assert not re.search(r".{40}said: (\w+ing|needed|had|would|could|a \w+é)\b.{20}", said)
    assert not re.search(r"(\w+), (as [^.:]*)?supported by [^.:]*\b\1\b[^.:]* proposed", said)


def test_who_took_part_in_antwerp() -> None:
    head = heading(session(ANTWERP).record)
    assert ", 54 Participants and 4 Observers, 9 agenda items, " in head


def test_the_summary_of_antwerp_gives_its_days() -> None:
    said = export(ANTWERP, "summary")
    days = ["Monday 18 June 2018", "Tuesday 19 June 2018", "Friday 22 June 2018"]
    assert re.findall(r"\w+day \d+ June 2018", said) == days
