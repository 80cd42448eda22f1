"""The review in documents: a delegation's extract, corrections put right, one corrigendum."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plenary_tui.documents.communique import workshop
from plenary_tui.documents.corrigendum import corrigendum
from plenary_tui.documents.draft import Draft, Table
from plenary_tui.documents.review import countdown, deadline, left, stage_of
from plenary_tui.documents.review.answering import accepting, put_right, refusing
from plenary_tui.documents.review.corrections import ask_of_entry, ask_of_paragraph, asked
from plenary_tui.documents.review.extract import extract
from plenary_tui.documents.review.telling import told
from plenary_tui.documents.review.who import delegation_named, speakers
from plenary_tui.documents.text import text
from plenary_tui.documents.word import word
from plenary_tui.documents.word.lint import lint
from plenary_tui.documents.workshop import acts
from plenary_tui.documents.workshop.snapshot import issuing
from plenary_tui.errors import PlenaryError, WrongUse
from plenary_tui.record.bracketing import Bracket, Marked
from plenary_tui.record.kinds import Correction, CorrectionAnswered, DraftEdit, Kind, Review
from plenary_tui.record.redaction import open_record
from tests.record.reviews import enter, under_review
from tests.record.rooms import ROSTER, START, Room
from tests.record.strategies import CODES, commands

from .meetings import debate, plenary


def entry_of(room: Room, words: str) -> str:
    """Return the id of the one entry that holds words."""
    found = [
        one.id for one in room.entries
        if words in getattr(one.what, "text", "") and not isinstance(one.what, Correction)
    ]  # fmt: skip
    assert len(found) == 1, found
    return found[0]


def issue(room: Room, label: str = "1") -> str:
    """Issue the communiqué of a room."""
    view = workshop(room.record, room.now)
    command = issuing(
        view.draft, view.laid.composed, label=label, symbol=f"TP/L.{label}", state="DRAFT"
    )
    return enter(room, command).entry.id


def ask(room: Room, command: Kind) -> str:
    done = enter(room, command)
    assert done.verdict == "ok", done.why
    return done.entry.id


def accept(room: Room, correction: str, *, by_hand: bool = False) -> str:
    """Accept a correction as a command does; return what it says."""
    found = accepting(
        room.record, lambda: workshop(open_record(room.record), room.now), correction,
        by_hand=by_hand,
    )  # fmt: skip
    for command in found.commands:
        ask(room, command)
    return found.said


def words_of(room: Room, entry_id: str) -> str:
    reads = room.record.reads(entry_id)
    assert reads is not None
    return str(getattr(reads.what, "text", ""))


def tables(draft: Draft) -> dict[str, list[tuple[str, ...]]]:
    return {
        one.heading: [row.cells for block in one.blocks if isinstance(block, Table)
                      for row in block.rows]
        for one in draft.sections
    }  # fmt: skip


class TestStage:
    def test_the_countdown_says_how_long_and_until_when_with_its_zone(self) -> None:
        room = plenary("NV: speaks")
        issue(room)
        now = room.now
        assert countdown(stage_of(room.meeting.drafts, now), room.meeting, now) == (
            "version 1, not under review"
        )
        until = under_review(room, hours=52)
        stage = stage_of(room.meeting.drafts, room.now)
        said = countdown(stage, room.meeting, until - timedelta(days=2, hours=4))
        assert said == (
            f"version 1 under review: 2 d 4 h left, until 11 November 2027, {until:%H:%M} CET"
        )
        over = stage_of(room.meeting.drafts, until)
        assert countdown(over, room.meeting, until) == (
            f"version 1 closed for corrections since 11 November 2027, {until:%H:%M} CET"
        )

    def test_without_a_version_that_is_said(self) -> None:
        room = plenary("NV: speaks")
        stage = stage_of(room.meeting.drafts, room.now)
        assert countdown(stage, room.meeting, room.now) == "no version was issued yet"

    @pytest.mark.parametrize(
        ("minutes", "said"),
        [(3 * 1440 + 61, "3 d 1 h"), (200, "3 h 20 min"), (12, "12 min"), (0, "less than a minute"),
         (-5, "less than a minute")],
    )  # fmt: skip
    def test_what_is_left_is_said_in_two_parts(self, minutes: int, said: str) -> None:
        assert left(timedelta(minutes=minutes)) == said

    @pytest.mark.parametrize(
        ("typed", "at"),
        [
            ("2027-11-12 18:00", "2027-11-12T18:00:00+01:00"),
            ("2027-11-12T18:00", "2027-11-12T18:00:00+01:00"),
            ("2027-11-12 18:00 UTC", "2027-11-12T18:00:00+00:00"),
            ("2027-11-12", "2027-11-12T23:59:00+01:00"),
            ("18:00", "2027-11-09T18:00:00+01:00"),
            ("", "2027-11-16T09:00:00+01:00"),
        ],
    )
    def test_a_deadline_as_it_is_typed(self, typed: str, at: str) -> None:
        assert deadline(typed, Room(*ROSTER).meeting, START) == datetime.fromisoformat(at)

    @pytest.mark.parametrize("typed", ["soon", "2027-11-12 18:00 EST", "2027-13-40", "18:00 sharp"])
    def test_what_is_no_moment_is_said(self, typed: str) -> None:
        with pytest.raises(WrongUse, match="is no moment: write"):
            deadline(typed, Room(*ROSTER).meeting, START)


class TestExtract:
    def test_it_holds_what_a_delegation_said_and_held_entry_by_entry(self) -> None:
        room = debate()
        said = text(extract(room.record, "TR", room.now))
        number = entry_of(room, "not a day before")
        assert f'{number}, 09:04 Tirania said "not a day before June" and asked for time.' in said
        assert 'As recorded: said "not a day before June" and asked for time' in said
        assert "Check against delivery: “not a day before June”" in said
        assert "Tirania, on a point of order, said: the paper came late." in said
        assert f"Tirania opposed what entry {entry_of(room, 'sub-team')} holds." in said
        assert "Tirania: 3 entries" in said
        for other in ("sub-team", "welcomes", "steady progress", "a fund for mines", "let us"):
            assert other not in said.casefold()

    def test_a_stance_that_others_share_is_ones_own_only(self) -> None:
        room = debate()
        said = text(extract(room.record, "OS", room.now))
        assert f"Ostrea supported what entry {entry_of(room, 'sub-team')} holds." in said
        assert "Keldia" not in said

    def test_it_reads_as_corrected_moved_and_split(self) -> None:
        room = plenary("NV: welcomes the reprot and thanks all", "OS: is against")
        mine = entry_of(room, "reprot")
        room("@" + mine + " s/reprot/report/", f"@{entry_of(room, 'is against')} is NV",
             f"Split @{mine} KE: and thanks all")  # fmt: skip
        said = text(extract(room.record, "NV", room.now))
        assert "welcomed the report." in said and "Novaria was against" in said
        assert "thanks all" not in said and "reprot" not in said
        assert "thanks all" in text(extract(room.record, "KE", room.now))

    def test_the_head_says_by_when_to_whom_and_what_else_is_under_review(self) -> None:
        room = plenary("NV: speaks")
        assert "no deadline is set" in text(extract(room.record, "NV", room.now))
        issue(room)
        until = under_review(room, hours=24, text="chair@plenary.example")
        said = text(extract(room.record, "NV", room.now))
        assert f"By when: 10 November 2027, {until:%H:%M} CET." in said
        assert "To whom: chair@plenary.example" in said
        assert "Version 1 of the draft (TP/L.1) is under review too" in said
        late = text(extract(room.record, "NV", until))
        assert f"The review was closed on 10 November 2027, {until:%H:%M} CET" in late
        assert "To whom: chair@plenary.example" in late

    def test_what_was_said_in_camera_is_in_it_only_whole(self) -> None:
        room = plenary(
            "TR: speaks in the open", "In camera:", "TR: speaks of a secret", "Open session:",
            "Prepared TR: words not given yet", "Private: TR is tired",
        )  # fmt: skip
        shown = text(extract(open_record(room.record), "TR", room.now))
        assert "in the open" in shown and "RESTRICTED" not in shown
        assert "secret" not in shown
        whole = text(extract(room.record, "TR", room.now, whole=True))
        assert whole.startswith("RESTRICTED") and "secret" in whole
        assert "not given yet" not in whole and "tired" not in whole

    def test_as_a_word_file_it_has_nothing_to_find_fault_with(self) -> None:
        room = debate()
        assert lint(word(extract(room.record, "TR", room.now))) == ()

    @pytest.mark.parametrize("typed", ["TR", "tr", "Tirania", "Tira", "tirania"])
    def test_a_delegation_is_named_as_anywhere(self, typed: str) -> None:
        assert delegation_named(debate().record, typed) == "TR"

    def test_one_on_no_roster_is_named_as_recorded(self) -> None:
        room = plenary("Foo Bar: mumbles", "???: says nothing")
        assert delegation_named(room.record, "foo bar") == "Foo Bar"
        assert "???" not in speakers(room.record)
        with pytest.raises(WrongUse, match="“Xan” names no one delegation"):
            delegation_named(room.record, "Xan")


NO_WORDS = (
    "meeting", "delegation", "body", "delegate", "agenda", "sitting", "abbreviations", "review",
)  # fmt: skip
"""Kinds whose words are everybody's: titles and names, and whom corrections are sent to."""


def _marked(command: Kind, number: int) -> Kind:
    """Return a command whose words are its own and nobody else's."""
    if str(getattr(command, "kind", "")) in NO_WORDS:
        return command
    own: dict[str, str] = {
        name: f"zq{number}{name}q" for name in ("text", "old", "new", "reason", "to", "line")
        if name in type(command).model_fields
    }  # fmt: skip
    return command.model_copy(update=own)


@settings(
    max_examples=150, deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)  # fmt: skip
@given(st.lists(commands, min_size=1, max_size=14), st.sampled_from(CODES[:5]), st.booleans())
def test_an_extract_holds_nothing_of_others_and_nothing_sealed(
    given_: list[Kind], who: str, closed: bool
) -> None:
    room = Room(*ROSTER, "Opened:", *(["In camera:"] if closed else []), live=False)
    for number, command in enumerate(given_):
        enter(room, _marked(command, number))
    shown = open_record(room.record)
    said = text(extract(shown, who, room.now))
    others = [
        one for one in room.record.entries
        if getattr(one.what, "speaker", "") != who and who not in getattr(one.what, "who", ())
    ]  # fmt: skip
    own = {
        part for one in room.record.readings() if getattr(one.what, "speaker", "") == who
        for part in one.what.model_dump().values() if isinstance(part, str)
    }  # fmt: skip
    told_of = " ".join(own) + " ".join(
        getattr(one.what, "text", "") for one in room.record.readings()
        if getattr(one.what, "kind", "") in ("continuation", "split")
    )  # fmt: skip
    for one in others:
        for value in one.what.model_dump().values():
            if isinstance(value, str) and value.startswith("zq") and value not in told_of:
                assert value not in said
    if closed:
        sealed = {one.id for one in room.record.entries if one.seals}
        for one in room.record.entries:
            words = getattr(one.what, "text", "")
            if one.id in sealed and words.startswith("zq"):
                assert words not in said


class TestCorrections:
    def test_an_entry_is_put_right_and_keeps_its_history(self) -> None:
        room = plenary("NV: welcomes the reprot")
        number = entry_of(room, "reprot")
        one = ask(room, ask_of_entry(room.record, "NV", number, "reprot", "report", "a slip"))
        assert told(asked(room.record)[0], room.meeting) == (
            f"{one} Novaria, entry {number}: “reprot” → “report” (a slip) – open"
        )
        assert accept(room, one) == f"entry {number}: accepted and put right"
        assert words_of(room, number) == "welcomes the report"
        assert [type(entry.what) for entry in room.entries[-2:]] == [Correction, CorrectionAnswered]
        entry = room.record.entry(number)
        assert entry is not None and entry.what.text == "welcomes the reprot"
        assert asked(room.record)[0].verdict == "accepted"

    def test_words_that_continue_an_entry_belong_to_it(self) -> None:
        room = plenary("NV: begins", "... and ends bdaly")
        number = entry_of(room, "begins")
        one = ask(room, ask_of_entry(room.record, "NV", number, "bdaly", "well", ""))
        accept(room, one)
        assert room.meeting.speeches[number].text == "begins and ends well"

    def test_short_forms_are_corrected_as_the_delegation_reads_them(self) -> None:
        room = plenary("Abbreviations: wc=welcomed", "NV: wc the reprot")
        assert "Novaria welcomed the reprot." in text(extract(room.record, "NV", room.now))
        number = entry_of(room, "reprot")
        one = ask(room, ask_of_entry(
            room.record, "NV", number, "welcomed the", "noted the", ""
        ))  # fmt: skip
        accept(room, one)
        assert words_of(room, number) == "noted the reprot"

    @pytest.mark.parametrize(
        ("old", "why"),
        [("nothing", "“nothing” does not stand in .*, which reads: “welcomes the the report”"),
         ("the", "“the” stands 2 times in .*: quote more")],
    )  # fmt: skip
    def test_what_does_not_stand_there_once_is_said(self, old: str, why: str) -> None:
        room = plenary("NV: welcomes the the report")
        with pytest.raises(WrongUse, match=why):
            ask_of_entry(room.record, "NV", entry_of(room, "report"), old, "x", "")

    def test_what_was_taken_back_or_never_was_cannot_be_corrected(self) -> None:
        room = plenary("NV: slips")
        number = entry_of(room, "slips")
        room("undo")
        with pytest.raises(WrongUse, match="was taken back"):
            ask_of_entry(room.record, "NV", number, "slips", "x", "")
        with pytest.raises(WrongUse, match="There is no entry hall-999"):
            ask_of_entry(room.record, "NV", "hall-999", "slips", "x", "")

    def test_words_that_are_gone_by_now_change_nothing(self) -> None:
        room = plenary("NV: welcomes the reprot")
        number = entry_of(room, "reprot")
        one = ask(room, ask_of_entry(room.record, "NV", number, "reprot", "report", ""))
        room(f"@{number} s/reprot/paper/")
        before = len(room.entries)
        with pytest.raises(
            PlenaryError, match=r"does not stand in .* any more, which reads: “welc"
        ):
            accept(room, one)
        assert "do not stand there any more" in told(asked(room.record)[0], room.meeting)
        assert len(room.entries) == before
        assert "by hand" in accept(room, one, by_hand=True)
        assert words_of(room, number) == "welcomes the paper"

    def test_what_reads_so_already_is_only_answered(self) -> None:
        room = plenary("NV: welcomes the reprot")
        number = entry_of(room, "reprot")
        one = ask(room, ask_of_entry(room.record, "NV", number, "reprot", "report", ""))
        room(f"@{number} s/reprot/report/")
        assert "reads so already" in accept(room, one)
        assert isinstance(room.entries[-2].what, Correction)

    def test_a_paragraph_is_put_right_in_the_draft_and_in_the_next_version(self) -> None:
        room = plenary("Draft decision NV: Alpha is kept", "Adopted:")
        issue(room)
        view = workshop(room.record, room.now)
        number, before = next(
            (one.number, one.text) for one in view.paragraphs.values() if one.number == "1"
        )
        old = before.split()[-1]
        one = ask(room, ask_of_paragraph(room.record, "TR", number, "", old, "mines.", "short"))
        assert accept(room, one) == f"paragraph {number} of version 1: accepted and put right"
        edit = room.entries[-2].what
        assert isinstance(edit, DraftEdit)
        assert (edit.who, edit.note, edit.answers[0].target) == (("TR",), "short", one)
        after = workshop(room.record, room.now).paragraphs
        assert before.replace(old, "mines.") in [para.text for para in after.values()]
        issue(room, "2")
        assert any(
            para.text == before.replace(old, "mines.")
            for para in workshop(room.record, room.now).paragraphs.values()
        )

    def test_a_paragraph_that_was_taken_out_cannot_be_put_right(self) -> None:
        room = plenary("Draft decision NV: Alpha is kept", "Adopted:")
        issue(room)
        view = workshop(room.record, room.now)
        key, para = next((key, one) for key, one in view.paragraphs.items() if one.number == "1")
        one = ask(room, ask_of_paragraph(
            room.record, "TR", "1", "1", para.text.split()[-1], "x.", ""
        ))  # fmt: skip
        enter(room, acts.removed(view, key))
        with pytest.raises(PlenaryError, match="is in the draft no more"):
            accept(room, one)

    def test_a_paragraph_or_version_that_is_not_there_is_said(self) -> None:
        room = plenary("NV: speaks")
        with pytest.raises(WrongUse, match="No version of the draft was issued yet"):
            ask_of_paragraph(room.record, "TR", "1", "", "a", "b", "")
        issue(room)
        with pytest.raises(WrongUse, match="Version 1 has no paragraph 99"):
            ask_of_paragraph(room.record, "TR", "99", "", "a", "b", "")
        with pytest.raises(WrongUse, match="There is no version 7"):
            ask_of_paragraph(room.record, "TR", "1", "7", "a", "b", "")

    def test_a_refusal_without_a_reason_is_none(self) -> None:
        room = plenary("NV: welcomes the reprot")
        number = entry_of(room, "reprot")
        one = ask(room, ask_of_entry(room.record, "NV", number, "reprot", "report", ""))
        with pytest.raises(PlenaryError, match=f"Say why {one} is refused"):
            refusing(room.record, one, "  ")
        ask(room, refusing(room.record, one, "it was said so"))
        with pytest.raises(PlenaryError, match="was refused already"):
            accept(room, one)


TEXT = Marked("We note [the] data.", (Bracket(8, 13, by=("TR",)),))


@pytest.mark.parametrize(
    ("old", "new", "text_", "bracket"),
    [
        ("We", "All of us", "All of us note [the] data.", (15, 20)),
        ("data", "mines", "We note [the] mines.", (8, 13)),
        ("the", "these few", "We note [these few] data.", (8, 19)),
    ],
)
def test_brackets_stay_around_their_words(
    old: str, new: str, text_: str, bracket: tuple[int, int]
) -> None:
    right = put_right(TEXT, old, new)
    assert right.text == text_
    assert [(one.start, one.end, one.by) for one in right.brackets] == [(*bracket, ("TR",))]


@pytest.mark.parametrize("old", ["note [the", "the] data", "[the", "the]"])
def test_words_across_a_bracket_are_not_put_right(old: str) -> None:
    with pytest.raises(PlenaryError, match="run across a bracket"):
        put_right(TEXT, old, "x")


class TestCorrigendum:
    def room(self) -> tuple[Room, str]:
        """A meeting with one correction accepted of each sort, one refused, one open."""
        room = plenary("NV: welcomes the reprot", "OS: speaks of coal",
                       "Draft decision NV: Alpha is kept", "Adopted:")  # fmt: skip
        issue(room)
        under_review(room)
        para = next(
            one for one in workshop(room.record, room.now).paragraphs.values() if one.number == "1"
        )
        last = para.text.split()[-1]
        number, coal = entry_of(room, "reprot"), entry_of(room, "coal")
        of_entry = ask(room, ask_of_entry(room.record, "NV", number, "reprot", "report", ""))
        of_para = ask(room, ask_of_paragraph(room.record, "TR", "1", "", last, "Lindau.", ""))
        refused = ask(room, ask_of_entry(room.record, "OS", coal, "coal", "gold", ""))
        ask(room, ask_of_entry(room.record, "OS", coal, "speaks", "spoke", ""))
        accept(room, of_entry)
        accept(room, of_para)
        ask(room, refusing(room.record, refused, "the recording has coal"))
        return room, last

    def test_it_prints_what_was_accepted_and_nothing_else(self) -> None:
        room, last = self.room()
        draft = corrigendum(room.record, room.now)
        assert (draft.register, draft.symbol) == ("Corrigendum", "TP/L.1/Corr.1")
        assert "To TP/L.1, version 1 of 9 November 2027, and to the summary record" in draft.about
        number = entry_of(room, "welcomes the reprot")
        assert tables(draft) == {
            "Corrections to version 1": [("Paragraph 1", f"“{last}”", "“Lindau.”", "Tirania")],
            "Corrections to the summary record": [
                (f"Novaria, 9 November 2027, 09:03 ({number})", "“reprot”", "“report”", "Novaria")
            ],
        }

    def test_what_was_refused_stands_in_a_part_of_its_own_with_the_reason(self) -> None:
        room, _ = self.room()
        shown = tables(corrigendum(room.record, room.now, refused=True))
        assert [row[-1] for row in shown["Corrections that were not accepted"]] == [
            "the recording has coal"
        ]
        assert "spoke" not in text(corrigendum(room.record, room.now, refused=True))

    def test_without_corrections_it_says_so(self) -> None:
        room = plenary("NV: speaks")
        assert "No correction was accepted." in text(corrigendum(room.record, room.now))

    def test_a_closed_sitting_is_corrected_behind_its_door(self) -> None:
        room = plenary("In camera:", "NV: speaks of a secert", "Open session:")
        number = entry_of(room, "secert")
        one = ask(room, ask_of_entry(room.record, "NV", number, "secert", "secret", ""))
        accept(room, one)
        shown = text(corrigendum(open_record(room.record), room.now))
        assert "secret" not in shown and "secert" not in shown
        whole = text(corrigendum(room.record, room.now))
        assert whole.startswith("RESTRICTED") and "secret" in whole

    def test_it_stays_with_the_version_that_was_reviewed(self) -> None:
        room, _ = self.room()
        issue(room, "2")
        assert corrigendum(room.record, room.now).symbol == "TP/L.1/Corr.1"
        until = room.now + timedelta(days=1)
        enter(room, Review(act="under_review", until=until))
        later = corrigendum(room.record, room.now)
        assert later.symbol == "TP/L.2/Corr.1"
        assert "Corrections to version 2" not in tables(later)

    def test_as_a_word_file_it_has_nothing_to_find_fault_with(self) -> None:
        room, _ = self.room()
        assert lint(word(corrigendum(room.record, room.now, refused=True))) == ()
