"""W3C's minutes as text are read as its page is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from plenary_tui.importers.files import detect
from plenary_tui.importers.imported import Imported
from plenary_tui.record.kinds import Intervention
from plenary_tui.record.notation import Reading, spell

from .logs import accounted
from .test_minutes import decided, minutes

W3C_TEXT = """\
– DRAFT –
Council Weekly

04 May 2027

Attendees

   Present
          Ana Lund, Bo Karr

   Chair
          Ana Lund

   Scribe
          Bo Karr

Meeting minutes

  Opening

   Ana Lund: Welcome to all, and
   … one thing more

   <cy> hi

  Mines

   RESOLUTION: publish the report

   ACTION: Bo to write the note
"""
OLD_TEXT = """\
   [1]W3C

      [1] https://example.org/

                               - DRAFT -
                            Council Weekly
13 Apr 2027

Attendees

   Present
          Ana, Bo

   Regrets
          Cy

Contents

     * [4]Topics
         1. [5]Opening
     _________________________________________

  Opening

   Ana: see [7]the report, a long line that goes on
   over two lines

   A sentence of nobody's

Summary of Action Items

   [NEW] ACTION: Bo to write

   Minutes formatted by scribe.perl version 1.1
"""


def spelled(imported: Imported) -> list[str]:
    meeting = imported.record.meeting
    reading = Reading(roster=meeting.roster, zone=meeting.zone, file=True)
    return [spell(one.what, reading) for one in imported.entries]


def test_the_text_of_w3c_has_what_its_page_has() -> None:
    assert detect(W3C_TEXT) == detect(OLD_TEXT) == "minutes"
    imported = minutes(W3C_TEXT)
    facts = [line for line in spelled(imported) if line.startswith(("Meeting", "Dates", "Pres"))]
    assert facts == ["Meeting: Council Weekly", "Dates: 2027-05-04", "Presiding: Ana Lund"]
    assert [(one.what.speaker, one.what.text) for one in imported.entries
            if isinstance(one.what, Intervention)] == [
        ("Ana Lund", "Welcome to all, and one thing more")
    ]  # fmt: skip
    assert decided(imported) == [("publish the report", "adopted")]
    assert "Action Bo: write the note" in spelled(imported)
    assert {"Item 1: Opening", "Item 2: Mines"} <= set(spelled(imported))
    assert not imported.not_understood
    assert accounted(imported) == imported.lines


def test_the_older_text_of_w3c_and_one_without_headings_are_read_too() -> None:
    old = minutes(OLD_TEXT)
    assert {
        "Meeting: Council Weekly",
        "Dates: 2027-04-13",
        "Item 1: Opening",
        "Ana: see the report, a long line that goes on over two lines",
    } <= set(spelled(old))
    assert sum("Bo to write" in line for line in spelled(old)) == 0  # the summary says it again
    bare = minutes("Council\n4 May 2027\n\nPresent: Ana Lund\nChair: Bo Karr\n\nOpening\n\n"
                   "Ana Lund: Welcome.\nBo Karr: Thanks.\n\nRESOLVED: publish\n")  # fmt: skip
    starts = ("Meeting", "Ana", "Bo", "Item")
    assert [line for line in spelled(bare) if line.startswith(starts)] == [
        "Meeting: Council", "Item 1: Opening", "Ana Lund: Welcome.", "Bo Karr: Thanks.",
    ]  # fmt: skip
    assert decided(bare) == [("publish", "adopted")]
    for one in (old, bare):
        assert accounted(one) == one.lines and not one.not_understood


@given(st.lists(st.sampled_from([
    *"Aa:. \n<>[1]_…-", "Present", "Attendees", "Meeting minutes", "Contents", "RESOLUTION: ",
    "\n\n  ", "_____",
])).map("".join))  # fmt: skip
def test_any_text_of_minutes_is_accounted_for(text: str) -> None:
    imported = minutes(text + "\nx")
    assert accounted(imported) == imported.lines
    imported = minutes(W3C_TEXT + text)
    assert accounted(imported) == imported.lines
