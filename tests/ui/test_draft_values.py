"""What the draft screen shows and offers, without a screen."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plenary_tui.documents.workshop import acts
from plenary_tui.documents.workshop.snapshot import issuing
from plenary_tui.errors import PlenaryError
from plenary_tui.record.bracketing import Marked
from plenary_tui.record.kinds import Kind, ParagraphRef, ParagraphTaken, Review
from plenary_tui.store.unfinished import Piece
from plenary_tui.ui.drafting import marking, meter, offered, sections, side
from plenary_tui.ui.drafting.asking import Ask, Asking, kept_for, unsaved
from plenary_tui.ui.drafting.composer import DraftComposer
from plenary_tui.ui.drafting.history import history
from plenary_tui.ui.drafting.lines import DraftRow, height, lines
from plenary_tui.ui.drafting.rows import in_words, with_unsaved
from plenary_tui.ui.drafting.versions import state_of
from plenary_tui.ui.drafting.view import DraftView
from tests.documents.meetings import every_outcome
from tests.record.rooms import Room


class Office:
    """A meeting and the chair's office that works on its draft."""

    def __init__(self) -> None:
        self.room: Room = every_outcome()
        self._compose = DraftComposer()

    @property
    def view(self) -> DraftView:
        *_, view = self._compose(self.room.record, self.room.now)
        return view

    def do(self, command: Kind) -> None:
        prepared = self.room.scribe.enter(command, self.room.now)
        assert prepared.verdict == "ok", prepared.why
        self.room.scribe.commit(prepared)

    def id(self, number: str) -> str:
        found = self.view.numbered(number)
        assert found
        return found

    def edit(self, number: str, typed: str) -> None:
        view = self.view
        self.do(acts.edited(view.workshop, self.id(number), typed, view.known))

    def issue(self, label: str = "1") -> None:
        shop = self.view.workshop
        self.do(issuing(shop.draft, shop.laid.composed, label=label, symbol="", state="DRAFT"))

    def row(self, paragraph: str) -> str:
        row = next(one for one in self.view.rows if one.id == paragraph)
        return "\n".join("".join(words for words, _ in line) for line in lines(row, 70))


@pytest.fixture
def office() -> Office:
    return Office()


def text(rows: tuple[DraftRow, ...]) -> str:
    return "\n".join(
        "".join(words for words, _ in line) for row in rows for line in lines(row, 60)
    )  # fmt: skip


def test_a_paragraph_shows_its_number_its_status_its_brackets_and_whose_they_are(
    office: Office,
) -> None:
    office.edit("3", "The meeting did [TR: a great [KE, NV: and good]] thing.")
    paragraph = office.id("3")
    first = office.row(paragraph).splitlines()[0]
    assert first.startswith("   3 ○ ✎ [2] The meeting did [Tirania: a great [Keldia and Novaria:")
    said = in_words(office.view, paragraph)
    assert said == "3 · open · 2 brackets (Tirania, Keldia, Novaria) · worded by hand"


def meter_of(office: Office, width: int = 120) -> str:
    return " ".join(words for line in meter.meter(office.view, width) for words, _ in line)


def test_the_meter_counts_brackets_by_delegation_and_paragraphs_by_status(office: Office) -> None:
    before = office.view.workshop.by_owner()["TR"]
    office.edit("3", "The meeting did [TR: one] and [KE, TR: another] thing.")
    view = office.view
    office.do(acts.agreed(view.workshop, office.id("1"), "agreed"))
    office.do(acts.agreed(view.workshop, office.id("2"), "agreed_ad_ref"))
    office.do(ParagraphTaken(paragraph=ParagraphRef.of(office.id("3"))))
    said = meter_of(office, 400)
    assert f"Tirania {before + 2}" in said and "Keldia 1" in said
    assert "● 1 agreed, ◐ 1 agreed ad ref" in said and "▶ 3 under discussion" in said
    for width in (30, 78, 118):
        narrow = meter.meter(office.view, width)
        assert len(narrow) <= 2 and all(len(line[0][0]) <= width for line in narrow)


def test_what_is_new_deleted_offered_or_without_a_source_is_marked_and_said(
    office: Office,
) -> None:
    office.room("Opening OS: Friends")
    office.issue()
    view = office.view
    office.do(acts.added(view.workshop, office.id("2"), "Written by hand.", view.known))
    office.do(acts.removed(view.workshop, office.id("4")))
    gone, new = office.id("4"), office.id("2 bis")
    assert "∅✎+" in office.row(new)
    assert in_words(office.view, new).endswith(
        "rests on no entry · worded by hand · new since the last version"
    )
    assert office.row(gone).startswith("   4 ✗ †")
    assert "its number stays" in in_words(office.view, gone)
    office.room("Opening NV: Friends", "Opening GDA: Friends")
    view = office.view
    (offer,) = view.workshop.laid.offers
    assert "⇣ 1 offered" in meter_of(office, 400) and "⇣" in office.row(offer)
    assert {part for row in side.offer(view, offer).rows for _, part in row.words} >= {
        "inserted", "plain",
    }  # fmt: skip
    office.do(acts.taken(view.workshop, offer))
    assert "⇣" not in meter_of(office, 400) + office.row(offer)


def test_what_was_taken_out_before_any_version_stands_at_the_end_and_comes_back(
    office: Office,
) -> None:
    paragraph = office.id("2")
    office.do(acts.removed(office.view.workshop, paragraph))
    assert office.view.rows[-1].id == paragraph
    assert offered.applying(office.view, paragraph)[0] == "remove"
    office.do(acts.restored(office.view.workshop, paragraph))
    assert office.id("2") == paragraph and office.view.rows[-1].id != paragraph


def test_sources_say_when_who_what_and_where_else(office: Office) -> None:
    view = office.view
    entry = next(key for key, used in view.workshop.used.items() if len(used) > 1)
    first, second = view.workshop.used[entry][:2]
    shown = side.sources(view, first)
    assert entry in [row.id for row in shown.rows]
    said = text(shown.rows)
    assert view.told[entry].time in said and "9 November 2027" in said
    assert f"also: {view.called[second]}" in said
    assert "(taken back)" not in said


def test_coverage_names_what_no_paragraph_mentions(office: Office) -> None:
    assert not any(one.what == "coverage" for one in office.view.findings)
    decided = next(
        key for key, one in office.view.workshop.paragraphs.items() if "Lambda remains" in one.text
    )
    office.do(acts.removed(office.view.workshop, decided))
    (missed,) = [one for one in office.view.findings if one.what == "coverage"]
    assert missed.entry and "Lambda" in missed.why
    assert "no paragraph: " in text(side.findings(office.view).rows)
    assert "1 in no paragraph" in meter_of(office, 400)
    assert all(one.what != "bracket_open" for one in office.view.findings)


def test_history_says_when_by_whom_and_how_it_read(office: Office) -> None:
    paragraph = office.id("3")
    composed = office.view.workshop.paragraphs[paragraph].text
    office.edit("3", "Quite other words.")
    office.do(acts.agreed(office.view.workshop, paragraph, "agreed_ad_ref"))
    office.issue()
    changes = history(office.room.record, paragraph, composed)
    assert [one.says for one in changes] == [
        "issued in version 1", "agreed ad ref", "worded anew",
    ]  # fmt: skip
    assert {(one.change) for one in changes[2].spans} == {"deleted", "inserted"}
    assert changes[1].spans == ()
    assert history(office.room.record, office.id("1")) != ()


def test_a_section_moves_is_left_out_and_comes_back_with_its_heading(office: Office) -> None:
    keys = [one.key for one in office.view.workshop.draft.sections if not one.annex]
    office.do(sections.moved(office.view, keys[1], 1))
    now = [one.key for one in office.view.workshop.draft.sections if not one.annex]
    assert now[:3] == [keys[0], keys[2], keys[1]]
    office.do(sections.left_out(office.view, keys[2]))
    assert keys[2] not in {one.key for one in office.view.workshop.draft.sections}
    assert sections.out(office.view) == [keys[2]]
    office.do(sections.taken_in(office.view, keys[2]))
    assert keys[2] in {one.key for one in office.view.workshop.draft.sections}
    with pytest.raises(PlenaryError, match="first section"):
        sections.moved(office.view, keys[0], -1)


def test_words_are_bracketed_where_they_were_pointed_to_and_never_across_a_bracket() -> None:
    now = Marked("the mines and the mines")
    found = marking.bracketed(now, 18, 23, "mines", ("TR",))
    assert found.text == "the mines and the [mines]" and found.brackets[0].by == ("TR",)
    with pytest.raises(PlenaryError, match="cut through a bracket"):
        marking.bracketed(found, 14, 22, found.text[14:22], ())
    assert marking.bracketed(found, 14, 25, found.text[14:25], ()).text.endswith("[the [mines]]")
    with pytest.raises(PlenaryError, match="reads otherwise"):
        marking.bracketed(now, 0, 3, "our", ())


def test_owners_are_read_from_codes_names_and_what_nobody_knows(office: Office) -> None:
    assert marking.owners(office.view, "tr, Keldia, the Moon,, NV ") == (
        "TR", "KE", "the Moon", "NV",
    )  # fmt: skip
    assert marking.owners(office.view, "  ") == ()


ACTS: st.SearchStrategy[Ask] = st.sampled_from(["edit", "add", "alternative", "translate"])
NAMES = st.text(max_size=12).filter(lambda one: "," not in one)


@given(
    ACTS, NAMES, NAMES, st.lists(NAMES.filter(bool), max_size=3).map(tuple),
    st.sampled_from(["", "fr"]),
)  # fmt: skip
def test_what_a_text_was_typed_for_comes_back(
    act: Ask, paragraph: str, section: str, sources: tuple[str, ...], language: str
) -> None:
    asked = Asking(act, paragraph, section, sources, language=language)
    assert not any(sign.isspace() for sign in asked.place)
    assert kept_for(Piece("words", place=asked.place)) == asked


def test_words_kept_for_something_else_are_left_alone() -> None:
    assert kept_for(Piece("words")) is None
    assert kept_for(Piece("words", place="sheet:1")) is None
    places = [Asking("edit", "item-1.hall-2").place, Asking("add", "item-1.hall-3").place]
    places.append(Asking("translate", "item-1.hall-4", language="fr").place)
    pieces = [Piece("words", place=place) for place in places]
    assert unsaved(pieces) == {"item-1.hall-2"} and unsaved(pieces, "fr") == {"item-1.hall-4"}


def test_a_paragraph_for_which_words_are_kept_is_marked(office: Office) -> None:
    paragraph = office.id("1")
    shown = with_unsaved(office.view, frozenset({paragraph}))
    (row,) = [one for one in shown if one.id == paragraph]
    assert "…" in text((row,)).splitlines()[0]
    assert len(shown) == len(office.view.rows)


@given(
    st.lists(st.tuples(st.text(max_size=30), st.sampled_from(["plain", "warning"])), max_size=4),
    st.integers(1, 90),
)
def test_a_row_has_as_many_lines_as_it_says(words: list[tuple[str, str]], width: int) -> None:
    row = DraftRow("one", ((" 12 ○ ", "head"),), tuple(words) or (("", "plain"),))
    assert len(lines(row, width)) == height(row, width)


def test_a_number_is_found_however_it_is_typed(office: Office) -> None:
    office.issue()
    view = office.view
    office.do(acts.added(view.workshop, office.id("2"), "Written by hand.", view.known))
    view = office.view
    assert view.numbered("2 bis") == view.numbered("2BIS") == view.numbered(" 2  Bis") != ""
    for _ in range(2):
        office.do(acts.added(view.workshop, office.id("2"), "More of it.", view.known))
    assert office.view.numbered("2quater") == office.view.numbered("2 quater") != ""
    assert view.numbered("99") == view.numbered("") == ""


def test_who_agreed_to_a_paragraph_and_when_is_said(office: Office) -> None:
    paragraph = office.id("3")
    office.do(acts.agreed(office.view.workshop, paragraph, "agreed_ad_ref"))
    assert in_words(office.view, paragraph).startswith("3 · agreed ad ref 9 Nov ")
    assert in_words(office.view, paragraph).endswith(", hall")
    office.do(acts.agreed(office.view.workshop, paragraph, "open"))
    assert in_words(office.view, paragraph) == "3 · open"


def test_the_head_counts_down_while_a_version_is_under_review(office: Office) -> None:
    def heading(width: int = 200) -> str:
        return meter.heading(office.view, width, office.room.now)

    assert heading().endswith("· DRAFT · no version issued")
    office.issue()
    assert "version 1 issued 9 Nov" in heading()
    version = office.view.workshop.drafts.versions[-1]
    until = office.room.now + timedelta(days=2, hours=4, minutes=1)
    office.do(Review(act="under_review", target=version.id, until=until))
    assert "version 1 under review: 2 d 4 h left, until 11 November 2027" in heading()
    assert heading(78).endswith("version 1 under review: 2 d 4 h left") and len(heading(78)) <= 78
    office.room.now = until + timedelta(minutes=1)
    assert "version 1 closed for corrections since" in heading()


def test_a_state_is_known_by_its_beginning() -> None:
    assert (state_of("f"), state_of(""), state_of("chair’s")) == ("FINAL", "DRAFT", "CHAIR'S TEXT")
    with pytest.raises(PlenaryError, match="DRAFT, FINAL"):
        state_of("x")


def test_markup_in_words_is_shown_as_it_stands(office: Office) -> None:
    office.edit("3", "The [/foo] and [bold]text[/bold] stay.")
    assert "[/foo] and [bold]text[/bold]" in office.row(office.id("3"))
