"""The hand-over card, as the relief rapporteur reads it."""

from __future__ import annotations

from datetime import timedelta
from html.parser import HTMLParser
from pathlib import Path

from plenary_tui.documents.card import Desk, card
from plenary_tui.documents.html import html
from plenary_tui.documents.open_points import open_points
from plenary_tui.documents.text import text
from plenary_tui.documents.word import word
from plenary_tui.documents.word.lint import lint
from plenary_tui.record import kinds as k
from plenary_tui.record.redaction import open_record
from tests.record.rooms import ROSTER, Room

from .meetings import debate, plenary
from .word.tools import needs_office, pages


def of(room: Room, desk: Desk | None = None) -> str:
    """Return the card of a room as plain text."""
    return text(card(open_record(room.record), room.now, desk))


def busy() -> Room:
    """A sitting with something of everything that a relief rapporteur must know."""
    return plenary(
        "Rapporteur: Ana Breck", "limit 3 min", "q+ NV, OS", "next",
        "Draft decision NV: Alpha is kept", "+ OS", "Objection TR: never ever",
        "Bracket TR: is kept", "Proposal KE: Mu is agreed", "NV: it must be so", "?wording",
        "???: asks for the floor", "Adopted P9:", "Action WGM: a list by 2028-05-01",
    )  # fmt: skip


def test_the_card_says_where_the_meeting_stands() -> None:
    room = busy()
    room.now += timedelta(minutes=4)
    said = of(room, Desk("hall", "/meetings/demo", "OS: we were just"))
    for words in (
        "Sitting: Sitting 1, Working Group on Monitoring, Room 2, open since 09:0",
        "Item: 4, Mines",
        "Presiding: Keldia (Ms Aurel)", "Floor: unknown speaker, since 09:05 (4 min 20 s)",
        "List of speakers: 1 Ostrea; open, limit 3 min", "Ana Breck, at station hall",
        "Folder: /meetings/demo",
        "Text P2, of Keldia, on the floor: Mu is agreed.",
        "Draft decision P1, of Novaria: Alpha is kept. Supported by Ostrea. "
        "Objection of Tirania: never ever.",
        "P1, of Tirania: [is kept]",
        "confirm the wording: Novaria: it must be so", "unknown speaker: asks for the floor",
        "refused: Adopted P9:", "OS: we were just",
        "Working Group on Monitoring: a list by 2028-05-01",
    ):  # fmt: skip
        assert words in said
    last = said.partition("The last 5 entries")[2]
    assert last.index("it must be so") < last.index("asks for the floor")


def test_what_is_sealed_is_counted_and_never_shown() -> None:
    room = busy()
    room("Private: my own thought", "In camera:", "NV: the secret", "Proposal NV: a secret text",
         "? look for the secret")  # fmt: skip
    drawn = card(open_record(room.record), room.now, Desk("hall", "", "OS: my secret"))
    said = text(drawn)
    assert drawn.marking == "RESTRICTED"
    assert "3 entries in camera and 1 private note" in said
    assert "IN CAMERA, nothing of it may leave the room" in said
    assert "something is being typed; it is under seal" in said
    assert "secret" not in said and "thought" not in said


def test_what_was_gavelled_over_an_objection_is_named() -> None:
    room = busy()
    room("Gavelled P1:")
    said = of(room).partition("Gavelled over a standing objection")[2]
    assert "P1" in said and "the Chair gavelled over the objection of Tirania" in said
    room("undo")
    assert "Gavelled over a standing objection" not in of(room)


def test_the_last_entries_speak_in_words_and_not_of_ids() -> None:
    room = busy()
    room("NV: must go", "undo", "redo", "NV: said twice", "undo", "OS: the reprot",
         "s/reprot/report/")  # fmt: skip
    last = of(room).partition("The last 5 entries")[2]
    assert "hall-" not in last.casefold()
    for words in ("Put back, 09:0", "Taken back, 09:0", "Novaria: said twice",
                  "Corrected, 09:0", "“reprot” reads “report”"):  # fmt: skip
        assert words in last


def test_private_notes_are_counted_without_statements_and_closed_points() -> None:
    room = busy()
    room("Private: mine", "Prepared NV: handed in")
    assert any(isinstance(one.what, k.PreparedStatement) for one in room.entries)
    said = of(room, Desk("hall", private=len(room.meeting.private)))
    assert "1 private note;" in said


def test_without_a_desk_it_is_the_card_of_who_recorded_last() -> None:
    room = debate()
    annex = Room("Sitting: CPC, Room 3", "Opened:", "GDA: hello", station="annex",
                 record=room.record, start=room.now)  # fmt: skip
    assert "Committee on Participation, Room 3" in of(annex)
    assert "Sitting 2" in of(annex, Desk("hall"))


def test_a_speech_of_yesterday_has_no_floor() -> None:
    room = busy()
    room.now += timedelta(days=2)
    assert "Floor: nobody" in of(room)
    assert "Follow-ups taken today" not in of(room)


def test_what_was_settled_is_open_no_more() -> None:
    room = busy()
    marked = next(one for one in open_points(room.record) if one.what == "confirm the wording")
    room(f"Done @{marked.entry}: as it stands")
    assert "confirm the wording" not in of(room)


def test_a_conflict_stands_with_both_its_sides_until_it_is_settled() -> None:
    room = Room(*ROSTER, "Opened:", "Proposal NV: Alpha", "Adopted:", "Noted P1:", live=False)
    (found,) = open_points(room.record)
    assert found.sides == (room.entries[-2].id, room.entries[-1].id)
    assert "does not agree: adopted, then noted" in of(room)
    room(f"Settled @{found.entry}: it was adopted")
    assert open_points(room.record) == []
    assert "does not agree" not in of(room)


def test_points_about_the_session_itself_are_counted_and_stand_last() -> None:
    room = Room("Zone: Europe/Brussels", "Agenda 1: Opening", "? name the chair of WGM",
                "? name the chair of CPC", "Opened:", "NV: hello", "?missed")  # fmt: skip
    assert [point.of_session for point in open_points(room.record)] == [False, True, True]
    said = of(room)
    assert "2 points about the session as it was made" in said
    assert "chair of WGM" not in said


@needs_office
def test_a_full_card_is_one_page_of_a4(tmp_path: Path) -> None:
    room = busy()
    for number in range(9):
        room(f"Proposal OS: Matter {number} is studied at length by everybody who cares for it",
             f"Bracket NV: studied {number}", f"KE: says {number}", "?missed",
             f"Action CPC: do {number}")  # fmt: skip
    data = word(card(open_record(room.record), room.now, Desk("hall", "/meetings/demo", "OS: so")))
    assert not lint(data)
    assert len(pages(data, tmp_path)) == 1


def test_the_page_for_a_browser_says_the_same_and_takes_no_markup_from_anybody() -> None:
    room = plenary("Proposal NV: <script>alert(1)</script> & <b>Alpha</b>")
    page = html(card(open_record(room.record), room.now))
    tags: set[str] = set()

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: object) -> None:
            tags.add(tag)

    Reader().feed(page)
    assert not tags & {"script", "b"}
    assert "&lt;b&gt;Alpha&lt;/b&gt;" in page
    assert "<strong>Presiding:</strong>" in page
