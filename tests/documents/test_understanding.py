"""What a line is understood as: a slip in a keyword is asked about, and stays as it was typed."""

from __future__ import annotations

import pytest

from plenary_tui.documents.telling.understanding import meant, oddities, understood
from tests.record.rooms import in_session


@pytest.mark.parametrize(
    ("typed", "keyword"),
    [("Adoptd", "Adopted"), ("adoptd", "Adopted"), ("Suspendd", "Suspended"),
     ("Objecton", "Objection"), ("Mary Smith", ""), ("Angola", ""), ("Nota", ""), ("WHO", "")],
)  # fmt: skip
def test_a_slip_in_a_keyword_is_asked_about(typed: str, keyword: str) -> None:
    assert meant(typed) == (f"Did you mean {keyword}?" if keyword else "")


def test_the_question_stands_beside_the_entry_which_is_kept_as_typed() -> None:
    room = in_session("Adoptd: the budget")
    entry = room.entries[-1]
    assert (entry.what.speaker, entry.what.text) == ("Adoptd", "the budget")
    assert oddities(entry, (), room.meeting) == ("Did you mean Adopted?",)


def test_who_is_on_the_roster_is_nobodys_slip() -> None:
    room = in_session("Delegation OPEN: Opend, Opend; Participant", "Opend: the word")
    assert oddities(room.entries[-1], (), room.meeting) == ()


def test_a_right_of_reply_says_which_it_is_before_and_after_it_is_recorded() -> None:
    lines: tuple[str, ...] = ("Item 4",)
    for words in ("the first on this item, 10:00 min", "the second on this item, 5:00 min",
                  "number 3 on this item, beyond the 2 there are"):  # fmt: skip
        room = in_session(*lines)
        prepared = room.scribe.prepare("Reply TR: not so", room.now)
        assert prepared is not None
        assert words in understood(prepared.entry, room.meeting)
        lines = (*lines, "Reply TR: not so")
        assert words in understood(in_session(*lines).entries[-1], in_session(*lines).meeting)


def test_rights_of_reply_are_counted_by_delegation_and_item_and_have_their_limit() -> None:
    room = in_session("Item 4", "Reply TR: no", "Reply KE: no")
    assert "the first" in understood(room.entries[-1], room.meeting)
    room("Item 5", "limit replies 2 min", "Reply TR: no")
    assert "the first on this item, 2:00 min" in understood(room.entries[-1], room.meeting)


@pytest.mark.parametrize(
    ("line", "said"),
    [("OS: back", "leave the name out"), ("OS: next", "leave the name out"),
     ("NV: nv: agrees", "the name stands twice"), ("NV: back to the mines", ""), ("NV: no", "")],
)  # fmt: skip
def test_a_line_behind_a_name_is_asked_about(line: str, said: str) -> None:
    room = in_session()
    entry = room(line).entry
    told = " ".join(oddities(entry, (), room.meeting))
    assert said in told and bool(told) == bool(said)
