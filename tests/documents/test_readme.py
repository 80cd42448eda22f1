"""The page for a successor."""

from __future__ import annotations

from datetime import datetime

from plenary_tui.documents.readme import readme
from plenary_tui.record.history import Record
from plenary_tui.record.redaction import open_record

from .meetings import debate, every_outcome, plenary

NOW = datetime.fromisoformat("2028-01-01T12:00:00+00:00")


def test_it_says_whose_meeting_it_is_and_when() -> None:
    page = readme(debate().record, "2027-training", NOW)
    assert page.startswith("2027-training: the record of a meeting")
    assert "Training Plenary\nBelvaux, 9–10 November 2027" in page
    assert "Written at: hall" in page
    assert "plenary verify 2027-training " in page


def test_it_says_how_the_meeting_stands() -> None:
    page = readme(every_outcome().record, "x", NOW)
    assert "Sittings held: 1." in page
    assert "Texts: 16, of which 5 adopted and 3 not decided yet." in page
    assert "The meeting is not closed." in page
    assert "The meeting is over." in readme(plenary("Meeting closed:").record, "x", NOW)


def test_it_names_what_is_owed_and_counts_what_is_sealed() -> None:
    room = plenary("Action KE: the letter by 2028-05-01", "Action: chairs", "Action OS: a list",
                   "Done: it is there", "In camera:", "NV: xyzzy", "Private: xyzzy")  # fmt: skip
    page = readme(open_record(room.record), "x", NOW)
    assert "- owed by Keldia: the letter (by 1 May 2028)" in page
    assert "- owed by no one named: chairs" in page
    assert "a list" not in page
    assert "Follow-ups open: 2." in page
    assert "Under seal: 1 made in camera, 1 private; the words are not here." in page
    assert "xyzzy" not in page
    here = readme(open_record(room.record), "x", NOW, here=("log", "sealed"))
    assert "1 private; the words are in sealed/." in here


def test_it_names_the_folders_that_are_there() -> None:
    record = plenary("NV: agrees").record
    for here in ((), ("log",), ("log", "sealed"), ("log", "drafts", "other")):
        page = readme(record, "x", NOW, here=here)
        named = [one for one in ("log", "sealed", "drafts") if f"\n{one}/  " in page]
        assert named == [one for one in here if one != "other"]
        assert "\nrecord.txt  " in page and "other" not in page.partition("What lies here")[2][:99]


def test_a_session_that_has_not_begun_has_a_page() -> None:
    assert "Entries: 0." in readme(Record(), "x")
