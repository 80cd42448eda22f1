"""Whatever people type, a log imports: nothing raises, and no line gets lost."""

from __future__ import annotations

import time

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from .logs import accounted, irc, raw

_NICKS = st.sampled_from(["ana", "ben_", "ben", "Cléo", "Transcriber", "Zakim", "T_//_(he/him)"])
_STARTS = st.sampled_from(
    ["", "...", "…", "+1", "-1", "0", "+0.5 ", "q+", "q-", "q= ", "ack ", "s/", "s|", "present+",
     "Present: ", "present- ", "regrets+ ", "scribe: ", "scribe+ ", "scribe-", "Topic: ",
     "Subtopic: ", "agenda+ ", "Agenda: ", "Chair: ", "Date: ", "Meeting: ", "PROPOSAL: ",
     "PROPOSAL we could run: ", "RESOLVED: ", "ACTION: ", "Ben: ", "ana: ", "???: ", "/me ", "* ",
     "ana has left", "zakim, ", "https://", "[", "guests+ ", "ana is now known as "]
)  # fmt: skip
_ODD = [
    "ben", "one/two/", "one/two", "a; b|c|d|", "one to two by 2027-01-01", "9999-12-31",
    "0001-01-01", "12 June 2027", "Cléo, ben and ana", "\u202e\x1b[2J\ud800", "  ",
]  # fmt: skip
_WORDS = st.one_of(st.text(max_size=30), st.sampled_from(_ODD))
_LINES = st.lists(st.builds("{} {}{}".format, _NICKS, _STARTS, _WORDS), max_size=14)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_LINES)
def test_every_line_of_any_log_becomes_something(lines: list[str]) -> None:
    imported = irc(*lines)
    assert accounted(imported) == imported.lines
    assert imported.record.waiting() == {}
    assert imported.record.meeting.unknown == ()


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(alphabet=st.sampled_from("[]<>:-0129TZ. \n\tan*#@s/+"), max_size=200))
def test_any_text_at_all_is_accounted_for(text: str) -> None:
    imported = raw(text + "\n")
    assert accounted(imported) == imported.lines


def test_a_line_of_a_million_signs_takes_no_longer_than_a_million_signs() -> None:
    heads = [
        "ACTION: a to",
        "present+",
        "PROPOSAL: a",
        "ana: x",
        "s/a",
        "q+",
        "+1",
        "Topic: a",
        "a has",
    ]
    for head in heads:
        began = time.perf_counter()
        assert irc(f"ana {head}{' ' * 300_000}b", f"ana {head} {'a, ' * 100_000}").lines == 2
        assert time.perf_counter() - began < 10


def test_a_message_over_many_lines_is_joined_once() -> None:
    began = time.perf_counter()
    imported = raw("10:00:00 <ana> a\n" + "b\n" * 200_000, "2027-02-03")
    assert imported.lines == accounted(imported) == 200_001
    assert time.perf_counter() - began < 10
