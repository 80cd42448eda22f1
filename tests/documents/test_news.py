"""The news note: themes, progress, the Chair's own words, next steps."""

from __future__ import annotations

from datetime import datetime

import pytest

from plenary_tui.documents.draft import Issue
from plenary_tui.documents.news import news
from plenary_tui.documents.text import text
from plenary_tui.record.history import Record
from tests.record.rooms import Room

from .meetings import SETUP, every_outcome

NOW = datetime.fromisoformat("2028-01-01T12:00:00+00:00")


def noted(*lines: str, attributed: bool = True) -> str:
    """Return the news note of lines typed in a sitting of the Plenary."""
    room = Room(*SETUP, "Presiding: KE (Ms Aurel)", "Opened:", *lines)
    return text(news(room.record, NOW, attributed=attributed))


def test_the_parts_of_a_note() -> None:
    said = noted(
        "Item 4", "The register grew", "Item 5: Next steps", "Visits are planned",
        "Agreed: The chairs meet in May", "Event: Forum on Mines, Lindau, 2028-03-01",
        "Item 6: Closing", "It was a good meeting",
        'Closing KE (Ms Aurel) as chair: "Go well", and "Come back"',
    )  # fmt: skip
    assert said == (
        "News note\n=========\n\nTraining Plenary\nBelvaux, 9–10 November 2027\n\n"
        "DRAFT, 1 January 2028, 13:00 CET\n\n"
        "The Training Plenary was held in Belvaux from 9 to 10 November 2027, under the "
        "chairmanship of Ms Aurel (Keldia).\n\n"
        "Themes\n======\n\nThe Plenary dealt with these themes:\n\n- Mines: The register grew.\n\n"
        "Progress\n========\n\nIt was a good meeting.\n\n"
        "The Chair’s words\n=================\n\n“Go well”, the Chair, Ms Aurel, said in a "
        "closing statement. “Come back”\n\n"
        "Next steps\n==========\n\nVisits are planned.\n\n"
        "The Plenary agreed: “The chairs meet in May”.\n\n"
        "The following meetings and visits were announced:\n\n"
        "- Forum on Mines, Lindau, 1 March 2028.\n"
    )


def test_who_did_what_is_told_by_choice() -> None:
    lines = ("Item 4", "Keldia offered a room", "The register grew")
    assert "Keldia offered a room. The register grew." in noted(*lines)
    assert "offered" not in noted(*lines, attributed=False)


def test_only_what_was_adopted_is_progress() -> None:
    said = text(news(every_outcome().record, NOW))
    for words in ("Alpha is kept", "Eta is a trial", "Mu is agreed", "Members report Nu"):
        assert words in said
    for words in ("Beta", "Gamma", "Delta", "Zeta", "Kappa", "Lambda", "Xi is", "Omicron"):
        assert words not in said


@pytest.mark.parametrize(
    ("lines", "quoted"),
    [
        (
            ('Opening KE as chair: "one"', 'Summing-up: "two"'),
            "“two”, the Chair, Ms Aurel, said in summing up.",
        ),
        (('Chair: "one"', 'Chair: "two"'), "“two”, the Chair, Ms Aurel, said."),
        (('NV: "one"', "Chair: no words of note"), ""),
        (("Closed:", "Sitting: WGM", "Opened:", 'Chair: "one"'), ""),
    ],
)
def test_the_quotation_is_the_chairs_at_the_close(lines: tuple[str, ...], quoted: str) -> None:
    said = noted(*lines)
    assert quoted in said
    assert ("The Chair’s words" in said) == bool(quoted)


def test_a_note_has_a_state_and_no_numbers() -> None:
    draft = news(every_outcome().record, NOW, Issue("FINAL", "2", NOW))
    assert draft.stamp == "FINAL, version 2, 1 January 2028, 13:00 CET"
    assert not any(one.number for one in draft.paragraphs())
    assert news(Record(), None).sections == ()
