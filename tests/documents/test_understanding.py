"""What a line is understood as: a slip in a keyword is asked about, and stays as it was typed."""

from __future__ import annotations

import pytest

from plenary_tui.documents.understanding import meant, oddities
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
