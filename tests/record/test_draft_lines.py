"""What is typed in the room about paragraphs of the draft that a version numbered."""

from __future__ import annotations

import pytest

from plenary_tui.record.bracketing import Bracket
from plenary_tui.record.drafts import Held
from plenary_tui.record.kinds import (
    KINDS_BY_NAME,
    DraftEdit,
    Drafting,
    DraftIssued,
    DraftRenumbered,
    IssuedParagraph,
    IssuedSection,
    Kind,
    ParagraphRef,
    ParagraphTaken,
    ParagraphText,
    Renumbered,
)
from plenary_tui.record.streams import _BESIDE
from tests.record.rooms import Room, in_session

WORDS = {
    "1 ante": "The Plenary met.", "1": "A fund of six seats is open.", "2": "It closes in May.",
    "2 bis": "It may open again.", "12": "The Chair thanked all.",
}  # fmt: skip


def ref(number: str) -> ParagraphRef:
    """Return the paragraph of a number."""
    return ParagraphRef(section="values", again=1 + list(WORDS).index(number))


def do(room: Room, command: Kind) -> None:
    """Enter a command, as a screen does."""
    prepared = room.scribe.enter(command, room.now)
    assert prepared.verdict == "ok", prepared.why
    room.flags = room.scribe.commit(prepared)


def issued(*lines: str, live: bool = True) -> Room:
    """Return a room with a version out, and these lines typed after it."""
    room = in_session()
    paragraphs = tuple(
        IssuedParagraph(ref=ref(number), number=number, text=text) for number, text in WORDS.items()
    )
    section = IssuedSection(key="values", blocks=paragraphs)
    do(room, DraftIssued(label="1", sections=(section,)))
    if not live:
        room.scribe._live = False
    room(*lines)
    return room


def held(room: Room, number: str) -> Held:
    """Return the paragraph that has a number."""
    found = room.meeting.drafts.numbered(number)
    assert found is not None
    return found


def brackets(room: Room, number: str) -> list[tuple[str, tuple[str, ...]]]:
    """Return what stands in brackets in a paragraph, and whose they are."""
    text = held(room, number).text
    return [(text.text[one.start : one.end], one.by) for one in text.brackets]


def test_a_bracket_stands_in_the_paragraph_of_its_number() -> None:
    room = issued("Bracket para 1 TR: six", "Para 2BIS NV: it stays shut")
    assert held(room, "1").text.text == "A fund of [six] seats is open."
    assert brackets(room, "1") == [("[six]", ("TR",))]
    assert held(room, "2 bis").text.text == (
        "[It may open again.] [Alternative: It stays shut.]"
    )  # fmt: skip
    assert [one.on for one in room.meeting.brackets.values()] == [held(room, "1").id]
    room("undo", "undo")
    assert held(room, "1").text.text == WORDS["1"]
    assert not room.meeting.paragraphs


def test_an_alternative_stands_behind_the_bracket_it_is_to_and_goes_with_it() -> None:
    room = issued("Bracket para 1 TR: six", "Alternative para 1 KE: ten")
    assert held(room, "1").text.text == "A fund of [six] [Alternative: ten] seats is open."
    room("Clean para 1: ten")
    assert held(room, "1").text.text == "A fund of ten seats is open."
    assert all(one.cleaned for one in room.meeting.brackets.values())


def test_the_option_of_no_text_takes_the_paragraph_out_once_it_is_agreed() -> None:
    room = issued("Alternative para 2 KE:")
    assert held(room, "2").text.text == "[It closes in May.] [Option: no text]"
    room("Clean para 2: Option: no text")
    assert held(room, "2").text.removed


def test_a_bracket_that_was_set_in_the_draft_can_be_cleaned_in_the_room() -> None:
    room = issued()
    text = ParagraphText(ref=ref("1"), text="A fund of [six] seats [or more].", before="hall-10",
                         brackets=(Bracket(10, 15), Bracket(22, 31, by=("NV",))))  # fmt: skip
    do(room, DraftEdit(act="bracketed", paragraphs=(text,)))
    room("Clean para 1: or more")
    assert held(room, "1").text.text == "A fund of [six] seats or more."
    room("Clean para 1:")
    assert held(room, "1").text.text == "A fund of six seats or more."
    assert room("Clean para 1: six").verdict == "refused"


def test_a_whole_paragraph_is_bracketed_without_words_and_agreed_with_a_flag() -> None:
    room = issued("Bracket para 12 TR:", "Para 12 agreed ad ref")
    assert brackets(room, "12") == [("[The Chair thanked all.]", ("TR",))]
    assert held(room, "12").status == "agreed_ad_ref"
    assert room.flags == ("paragraph 12 still has 1 open bracket",)


@pytest.mark.parametrize(("line", "why", "ways"), [
    ("Bracket para 14 TR: six", "version 1 has no paragraph 14", (
        "Bracket para 2 TR: six", "Bracket para 2 bis TR: six", "Bracket para 12 TR: six")),
    ("Para 3 agreed", "version 1 has no paragraph 3", (
        "Para 1 agreed", "Para 2 agreed", "Para 2 bis agreed")),
    ("Para 1 bis NV: words", "version 1 has no paragraph 1 bis", (
        "Para 1 NV: words", "Para 1 ante NV: words", "Para 2 NV: words")),
])  # fmt: skip
def test_a_number_that_no_version_has_is_refused_with_the_nearest(
    line: str, why: str, ways: tuple[str, ...]
) -> None:
    room = issued()
    answer = room(line)
    assert (answer.verdict, answer.why, answer.ways_out) == ("refused", why, ways)
    assert room(ways[0]).verdict == "ok"
    told = issued(line, live=False)
    assert why.partition(" ")[2].partition(" ")[2].removeprefix("has no ") in told.flags[0]
    assert told.last is not None and isinstance(told.last.entry.what, Drafting)


def test_before_any_version_the_room_numbers_its_own_paragraphs() -> None:
    room = in_session("Para 14 TR: words", "Bracket para 14 NV: words")
    assert room.last is not None and room.last.verdict == "ok"
    assert set(room.meeting.paragraphs) == {"14"}


def test_brackets_on_the_rooms_own_paragraph_stay_apart_from_the_drafts() -> None:
    room = in_session("Para 1 TR: six", "Bracket para 1 NV: six")
    other = issued()
    assert isinstance(other.entries[-1].what, DraftIssued)
    do(room, other.entries[-1].what)
    room("Bracket para 1 KE: seats", "Clean para 1: seats")
    early, late = room.meeting.brackets.values()
    assert {early.cleaned != "", late.cleaned != ""} == {True, False}
    assert room.meeting.brackets[room.entries[-4].id].cleaned == ""


def test_a_paragraph_that_was_deleted_is_not_negotiated() -> None:
    room = issued()
    gone = ParagraphText(ref=ref("2"), text=WORDS["2"], removed=True, before="hall-10")
    do(room, DraftEdit(act="removed", paragraphs=(gone,)))
    answer = room("Bracket para 2 TR: May")
    assert (answer.verdict, answer.why) == ("refused", "paragraph 2 was deleted")
    assert all("para 2 TR" not in way for way in answer.ways_out)
    room.scribe._live = False
    room("Bracket para 2 TR: May")
    assert room.flags == ("paragraph 2 was deleted",)
    assert held(room, "2").text.text == WORDS["2"]


def test_words_without_a_number_belong_to_the_paragraph_under_discussion() -> None:
    room = issued()
    do(room, ParagraphTaken(paragraph=ref("1")))
    room("Bracket TR: six")
    assert room.last is not None and isinstance(room.last.entry.what, Drafting)
    assert room.last.entry.what.para == "1"
    assert brackets(room, "1") == [("[six]", ("TR",))]
    room("Clean: six")
    assert held(room, "1").text.text == WORDS["1"]
    room("Proposal NV: a fund of six", "Bracket TR: six")
    assert room.last.entry.what.para == ""
    assert held(room, "1").text.text == WORDS["1"]
    room("Clean: six", "Noted:", "Bracket KE: seats")
    assert brackets(room, "1") == [("[seats]", ("KE",))]
    do(room, ParagraphTaken())
    assert not room.meeting.drafts.taken
    room("Bracket TR: fund")
    assert room.last.entry.what.para == ""


def test_clean_words_fall_back_to_the_last_text() -> None:
    room = issued("Proposal NV: a levy", "Bracket TR: levy", "Noted:")
    do(room, ParagraphTaken(paragraph=ref("1")))
    assert room("Clean: levy").verdict == "ok"
    assert all(one.cleaned for one in room.meeting.brackets.values())


def test_a_bracket_is_settled_when_the_draft_drops_it_and_moves_with_the_number() -> None:
    room = issued("Bracket para 1 TR: six", "Bracket para 2 KE: May")
    table = (Renumbered(ref=ref("1"), old="1", new="7"), Renumbered(ref=ref("2"), old="2"))
    do(room, DraftRenumbered(table=table))
    assert room("Clean para 1: six").verdict == "refused"
    assert room("Clean para 7: six").verdict == "ok"
    before = held(room, "7").entries[-1]
    now = ParagraphText(ref=ref("2"), text="It closes in June.", before=before)
    do(room, DraftEdit(act="edited", paragraphs=(now,)))
    assert all(one.cleaned for one in room.meeting.brackets.values())


def test_what_is_asked_in_camera_outlives_an_edit_that_could_not_see_it() -> None:
    room = issued("In camera:", "Bracket para 1 TR: six", "Open session:")
    now = ParagraphText(ref=ref("1"), text="A fund of ten seats.", before="hall-10")
    do(room, DraftEdit(act="edited", paragraphs=(now,)))
    assert held(room, "1").text.text == "A fund of ten seats."
    (asked,) = room.meeting.brackets.values()
    assert not asked.cleaned


def test_the_names_of_what_the_room_does_not_list_are_kinds() -> None:
    assert set(KINDS_BY_NAME) >= _BESIDE
