"""Laws of the notation over all commands and all lines."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from plenary_tui.record.clean import clean
from plenary_tui.record.kinds import Intervention, Kind, Remark, Retraction, Silence, Unread
from plenary_tui.record.notation import (
    LANGUAGES,
    Context,
    Reading,
    logical_lines,
    parse,
    spell,
    spell_prefix,
)
from tests.record.strategies import TRAPS, commands, ids, lines, moments, texts

from .meeting import BRUSSELS, FILE, HEADER, LIVE, TYPED, at

LAST_DAY = Reading(
    TYPED.roster, UTC, day=date.max, last=datetime(9999, 12, 31, 23, 0, tzinfo=UTC), file=True
)
"""The next day of which is none."""

contexts = st.builds(
    Context,
    sitting=st.none() | st.just("") | ids,
    item=st.none() | lines.map(clean).filter(lambda text: "\n" not in text),
    by=st.none() | lines.map(clean).filter(lambda text: "\n" not in text),
    marking=st.none() | st.sampled_from(("open", "restricted", "in_camera", "private")),
    rules=st.none() | st.just("off"),
).filter(lambda context: context != Context())


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=400, deadline=None)
@given(command=commands)
@example(
    command=Silence(act="opened", until=datetime(1999, 10, 31, 2, 0, tzinfo=BRUSSELS)),
)
def test_a_command_prints_as_a_line_that_reads_back(language: str, command: Kind) -> None:
    line = spell(command, TYPED, language=language)
    parsed = parse(line, TYPED)
    assert parsed.command == command.asked()
    assert (parsed.when, parsed.label, parsed.context) == (None, "", None)
    assert [logical for _, logical in logical_lines(line)] == [clean(line)]


@settings(max_examples=200, deadline=None)
@given(command=commands)
def test_the_law_holds_live_where_small_letters_count(command: Kind) -> None:
    assert parse(spell(command, LIVE), LIVE).command == command.asked()


@settings(max_examples=400, deadline=None)
@given(command=commands, when=st.none() | moments, context=st.none() | contexts)
def test_a_line_reads_back_after_its_label_time_and_context(
    command: Kind, when: datetime | None, context: Context | None
) -> None:
    prefix = spell_prefix(BRUSSELS, label="12", when=when, context=context)
    [(_, line)] = logical_lines(prefix + spell(command, FILE))
    parsed = parse(line, FILE)
    assert (parsed.command, parsed.label, parsed.context) == (command.asked(), "12", context)
    if when is not None:
        assert parsed.when is not None
        written = when.isoformat(timespec="milliseconds")
        assert parsed.when.isoformat(timespec="milliseconds") == written


@settings(max_examples=200, deadline=None)
@given(command=commands)
def test_refs_print_as_they_are_named(command: Kind) -> None:
    def ordinal(ref: str) -> str:
        return ref.rpartition("-")[2]

    expected = command.asked().with_refs(lambda ref: ordinal(ref) if "-" in ref else ref)
    assert parse(spell(command, TYPED, ordinal), TYPED).command == expected


@settings(max_examples=500, deadline=None)
@given(line=st.text() | texts)
@example("@1 @1 @1 x")
@example('.unknown {"raw":' + "[" * 5000 + "]" * 5000 + "}")
@example("9999-12-31 23:59 UTC Closed: 10:00")
@example("In camera from 9999-12-31 23:59-14:00:")
@example("10:31 NV: x")
@example("Closed: 10:31")
@example("\x1b[31mNV: red")
@example("\ud800: x")
def test_no_line_is_too_strange(line: str) -> None:
    for reading in (TYPED, LIVE, FILE, HEADER, LAST_DAY):
        parse(line, reading)


_KEYWORDS = (
    "Proposal", "Objection", "Adopted", "Agenda", "Item", "Silence", "Delegation", "Body", "Note",
    "Event", "Action", "Para", "Sitting", "Closed", "Opened", "In camera", "Open session", "next",
    "q+", "present+", "+", "-", "~", "?", "...", "@12", "#12", "10:31", "10.31", "Aligned", "Check",
    "Withdrawn", "Ruling", "limit", "Number", "Chair", "Presiding", "Zone", "Date", "Correct",
    "Meeting closed", "Amendment accepted", "Delegate", "Dates", "Paper", "Walk-out", "Topic",
)  # fmt: skip
_TOKENS = st.sampled_from(
    (*_KEYWORDS, "NV", "KE,", "(", ")", ":", ":", ":", ";", ",", "rev", "P3", "ad ref", "for", "as",
     "until", "agreed", "concluded", "by 2018-09-15", "4.2", "s/", "/", "[item", "]", "\n", "chair",
     "mark1", "Mark2", "MARK3", "mark4", "Mark5", "->", "\\")
)  # fmt: skip


@settings(max_examples=1500, deadline=None)
@given(tokens=st.lists(_TOKENS, min_size=1, max_size=9))
def test_no_word_is_lost(tokens: list[str]) -> None:
    line = " ".join(tokens)
    for reading in (TYPED, FILE):
        parsed = parse(line, reading)
        kept = f"{parsed.command.to_json() if parsed.command else ''} {parsed.context}"
        for word in tokens:
            if "mark" in word.casefold():
                assert word in kept, f"{word} of {line!r} is not in {kept}"


@given(text=texts)
def test_a_backslash_makes_any_line_prose(text: str) -> None:
    parsed = parse("\\" + text, TYPED)
    assert parsed.command == Remark(text=clean("\\" + text)[1:])


@pytest.mark.parametrize("trap", TRAPS)
def test_traps_as_prose_or_speech_survive_a_prefix(trap: str) -> None:
    prefix = spell_prefix(BRUSSELS, label="12", when=at(10, 31))
    for command in (Remark(text=trap), Intervention(speaker="NV", text=trap)):
        [(_, line)] = logical_lines(prefix + spell(command, FILE))
        parsed = parse(line, FILE)
        assert (parsed.command, parsed.when, parsed.context) == (command, at(10, 31), None)


def test_what_is_no_calendar_day_is_unclear() -> None:
    parsed = parse("10:31 NV: x", LAST_DAY)
    assert isinstance(parsed.command, Unread)
    assert parsed.command.line == "10:31 NV: x"


def test_the_traps_never_act_inside_prose() -> None:
    for trap in TRAPS:
        parsed = parse(f"There it says {trap}", TYPED)
        assert not isinstance(parsed.command, Retraction | Unread)
