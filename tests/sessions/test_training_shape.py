"""The training session as a whole: long enough, of two stations, fictional, nothing twice."""

from __future__ import annotations

from collections import Counter

from babel import Locale

from plenary_tui.record.history import Record
from plenary_tui.record.kinds import KINDS, ParagraphCarried, Sealed, Settled
from plenary_tui.record.meeting import Meeting

WORDS = ("text", "reason", "line")


def test_it_is_a_plenary_of_three_days_and_two_stations(record: Record, meeting: Meeting) -> None:
    assert len(record.entries) >= 400
    assert {one.station for one in record.entries} == {"hall", "annex"}
    assert min(Counter(one.station for one in record.entries).values()) > 100
    held = [one for one in meeting.sittings.values() if one.number]
    days = {str(one.official_day) for one in held}
    assert days == {"2021-11-09", "2021-11-10", "2021-11-11"}
    assert {one.state for one in held} == {"closed"}
    rooms = [(one.opened, one.closed) for one in held if one.opened and one.closed]
    assert any(
        one is not two and one[0] < two[0] < one[1] for one in rooms for two in rooms
    )  # two rooms sit at the same time


def test_every_kind_of_entry_occurs(record: Record) -> None:
    """But for what needs another session, what sealing makes, and what settles a conflict."""
    missing = set(KINDS) - {type(one.what) for one in record.entries}
    assert missing == {Sealed, Settled, ParagraphCarried}


def test_no_text_is_repeated(record: Record) -> None:
    said = [(field, getattr(one.what, field, "")) for one in record.entries for field in WORDS]
    counted = Counter(words.casefold() for _, words in said if words)
    assert len(counted) > 400
    assert [words for words, times in counted.items() if times > 1] == []


def test_its_delegations_are_plainly_fictional(meeting: Meeting) -> None:
    real = {name.casefold() for name in Locale("en").territories.values()}
    names = [
        name.casefold()
        for facts in meeting.roster.delegations.values()
        for fact in facts
        for name in fact.names
    ]
    assert len(names) > 30
    assert not [name for name in names if any(name.endswith(country) for country in real)]
    assert "fictional" in meeting.facts["source"]


def test_it_holds_together(record: Record, meeting: Meeting) -> None:
    assert not record.waiting()
    assert not record.lost
    assert meeting.unknown == ()
    assert set(meeting.flags) == {"hall-176", "hall-183", "annex-106"}
