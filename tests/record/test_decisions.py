"""What becomes of texts, under one consensus rule."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from .rooms import ROSTER, Room, in_session

VERBS = ["Adopted", "Agreed", "Decided", "Endorsed", "Admitted", "Established", "Selected"]


@pytest.mark.parametrize("verb", VERBS)
def test_the_gavel_without_objection_adopts_in_the_chairs_own_word(verb: str) -> None:
    room = in_session("Proposal NV: a sub-team on mines", f"{verb}:")
    assert room.state("sub-team") == "adopted"
    assert room.text("sub-team").verb == verb.lower()


@pytest.mark.parametrize(
    ("line", "state"),
    [
        ("Noted:", "noted"),
        ("Deferred: to the next Plenary", "deferred"),
        ("Referred: WGM", "referred"),
        ("No consensus:", "refused"),
        ("Refused:", "refused"),
        ("Adopted ad ref:", "adopted_ad_ref"),
        ("Proposal withdrawn NV", "withdrawn"),
    ],
)
def test_every_outcome_is_a_state_of_its_own(line: str, state: str) -> None:
    room = in_session("Proposal NV: a sub-team on mines", line)
    assert room.last.verdict == "ok"
    assert room.state("sub-team") == state


def test_adopted_is_not_available_while_a_participant_objects() -> None:
    room = in_session("Proposal NV: a fund", "Objection TR: too dear")
    refused = room("Adopted:")
    assert refused.verdict == "refused"
    assert "TR" in refused.why
    ways = " · ".join(refused.ways_out)
    for way in ("Objection withdrawn TR", "Gavelled P1", "Bracket", "Deferred", "Silence"):
        assert way in ways
    assert room.state("a fund") == "proposed"
    todo = list(room.meeting.worklist.values())[-1]
    assert (todo.what, todo.text.startswith("Adopted:")) == ("refused", True)


def test_a_withdrawn_objection_opens_the_way() -> None:
    room = in_session("Proposal NV: a fund", "Objection TR: too dear", "Objection withdrawn TR")
    assert room("Adopted:").verdict == "ok"
    assert room.state("a fund") == "adopted"


def test_only_a_participants_objection_blocks() -> None:
    room = in_session("Proposal NV: a fund", "Objection GDA: industry was not heard")
    assert "does not block" in " ".join(room.flags)
    room("Adopted:")
    assert room.state("a fund") == "adopted"
    assert room.text("a fund").positions[0].who == "GDA"


def test_an_objection_of_an_unknown_speaker_blocks_until_it_is_known() -> None:
    room = in_session("Proposal NV: a fund", "Objection: somebody at the back")
    assert room("Adopted:").verdict == "refused"
    objection = next(e for e in room.entries if e.what.kind == "position")
    room(f"@{objection.id} is GDA", "Adopted:")
    assert room.state("a fund") == "adopted"


@pytest.mark.parametrize("kind", ["Reservation", "Explanation", "Interpretative", "Dissociation"])
def test_what_stands_beside_a_text_does_not_block(kind: str) -> None:
    room = in_session("Proposal NV: a fund", f"{kind} TR: for its own part", "Adopted:")
    assert room.state("a fund") == "adopted"
    assert room.text("a fund").positions[0].form == kind.lower()


def test_a_position_after_the_gavel_belongs_to_the_text_just_decided() -> None:
    room = in_session("Proposal NV: a fund", "Adopted:", "Reservation KE: on the costs")
    assert [held.who for held in room.text("a fund").positions] == ["KE"]


def test_a_late_objection_is_kept_flagged_and_changes_nothing() -> None:
    room = in_session("Proposal NV: a fund", "Adopted:", "Objection TR: we had the card up")
    assert "late" in " ".join(room.flags)
    assert room.state("a fund") == "adopted"
    assert room.text("a fund").positions[0].late


def test_a_late_objection_stands_in_the_way_of_nothing() -> None:
    room = in_session("Proposal NV: a fund", "Adopted:", "Objection TR: we had the card up")
    assert room.text("a fund").objections == ()


@pytest.mark.parametrize("outcome", ["Adopted ad ref:", "Deferred: to the last day"])
def test_an_objection_before_the_final_decision_is_in_time(outcome: str) -> None:
    room = in_session("Proposal NV: a fund", outcome, "Objection P1 TR: the capital says no")
    assert room("Adopted P1:").verdict == "refused"


def test_the_gavel_over_an_objection_reads_disputed() -> None:
    room = in_session("Proposal NV: a fund", "Objection TR: no", "Gavelled P1:")
    assert room.last.verdict == "ok"
    assert room.state("a fund") == "disputed"
    assert room.text("a fund").objections[0].who == "TR"


def test_an_import_records_the_gavel_that_live_capture_refuses() -> None:
    room = in_session("Proposal NV: a fund", "Objection TR: no")
    room.scribe._live = False
    room("Adopted:")
    assert room.state("a fund") == "disputed"
    (conflict,) = room.meeting.conflicts
    assert len(conflict.entries) == 2


def test_revisions_keep_the_earlier_wording() -> None:
    room = in_session("Proposal NV: a fund", "Proposal P1 rev: a small fund", "Adopted P1: a trust")
    text = room.text("a trust")
    assert [wording.text for wording in text.wordings] == ["a fund", "a small fund", "a trust"]


def test_a_text_adopted_after_an_amendment_reads_as_amended() -> None:
    room = in_session("Proposal NV: a fund", "Amendment KE: in two years", "Amendment accepted")
    room("Adopted:")
    assert room.text("a fund").amended


def test_a_withdrawn_amendment_leaves_the_text_as_it_was() -> None:
    room = in_session("Proposal NV: a fund", "Amendment KE: in two years", "Amendment withdrawn KE")
    room("Adopted:")
    assert not room.text("a fund").amended


def test_there_must_be_a_text_to_decide() -> None:
    room = in_session()
    refused = room("Adopted:")
    assert refused.verdict == "refused"
    assert "no text" in refused.why


def test_words_of_their_own_are_decided_without_a_proposal() -> None:
    room = in_session("Agreed: to meet again in May")
    assert room.state("meet again") == "adopted"


def test_what_is_decided_is_not_decided_again() -> None:
    room = in_session("Proposal NV: a fund", "Adopted:")
    refused = room("Adopted P1:")
    assert refused.verdict == "refused"
    assert "adopted at 09:01" in refused.why


def test_ad_referendum_is_followed_by_adoption() -> None:
    room = in_session("Proposal NV: a fund", "Adopted ad ref:", "Adopted P1:")
    assert room.state("a fund") == "adopted"
    assert not room.meeting.conflicts


def test_numbers_are_given_at_adoption_and_never_twice() -> None:
    pattern = "Numbers: KP/{year}/{meeting}/Administrative Decision {n}"
    room = in_session(pattern, "Name: Plenary", "Dates: 2027-11-09/2027-11-11")
    room("Draft decision NV: first", "Adopted:", "Draft decision OS: second")
    assert room.text("first").number == "KP/2027/Plenary/Administrative Decision 1"
    assert room.text("second").number == ""
    room("Adopted:", "undo", "Draft decision KE: third", "Adopted:")
    assert room.text("third").number.endswith(" 3")
    assert [number[-1] for number in room.meeting.annulled] == ["2"]


def test_a_collision_of_numbers_is_over_when_each_has_its_own() -> None:
    room = Room(
        *ROSTER, "Opened:", "Draft decision NV: X", "Adopted as KP/1:", "Draft decision OS: Y",
        "Adopted as KP/1:", "Draft decision KE: Z", "Adopted as KP/1:", live=False,
    )  # fmt: skip
    assert len(room.meeting.conflicts) == 2
    room("Number P3: KP/3")
    assert len(room.meeting.conflicts) == 2  # one of them still disputes it
    room("Number P2: KP/2")
    assert not room.meeting.conflicts
    assert sorted(one.number for one in room.meeting.texts.values()) == ["KP/1", "KP/2", "KP/3"]
    room("undo")
    assert len(room.meeting.conflicts) == 2


def test_a_number_is_never_filled_in_behind_a_hole() -> None:
    room = in_session(
        "Draft decision NV: first", "Adopted:", "Number P1: Administrative Decision 5"
    )
    room("Draft decision NV: second", "Adopted:")
    assert room.text("second").number == "Administrative Decision 6"


def test_stances_count_on_the_text_and_the_latest_holds() -> None:
    room = in_session("Proposal NV: a fund", "+ OS KE", "- KE", "~ TR")
    taken = {stance.who: stance.stance for stance in room.text("a fund").stances}
    assert taken == {"OS": "supports", "KE": "opposes", "TR": "flexible"}


def test_stances_without_a_text_are_on_the_last_intervention() -> None:
    room = in_session("NV: we should meet in May", "+ OS")
    (speech,) = room.meeting.speeches.values()
    assert [stance.who for stance in speech.stances] == ["OS"]


def test_unagreed_text_lapses_with_the_meeting_unless_carried_over() -> None:
    room = in_session("Proposal NV: a fund", "Proposal KE: a levy", "Carried over P2: to Brussels")
    room("Closed:", "Meeting closed:")
    assert room.state("a fund") == "lapsed"
    assert room.state("a levy") == "proposed"


def test_the_meeting_ends_with_the_last_sitting_of_its_last_day() -> None:
    room = in_session("Dates: 2027-11-08/2027-11-09", "Proposal NV: a fund", "Closed:")
    assert room.state("a fund") == "lapsed"
    room("Opened:")
    assert room.state("a fund") == "proposed"


def test_an_agenda_is_adopted_like_any_text() -> None:
    room = in_session("Agenda 1: Opening", "Adopted agenda:")
    assert room.last.verdict == "ok"
    assert room.meeting.agenda_decision == room.last.entry.id


def test_notices_and_statements_are_the_chairs_own() -> None:
    room = in_session("Chair's notice: there was no consensus", "Chair's statement: we go on")
    assert room.state("no consensus") == "issued"
    assert room.state("we go on") == "issued"
    room("Recommendation: that the Plenary act")
    assert room.text("Plenary act").form == "recommendation"


def test_an_intersessional_is_warned_about_a_decision() -> None:
    room = in_session("Kind: intersessional", "Agreed: to meet in May")
    assert room.last.verdict == "ok"
    assert "recommends" in " ".join(room.flags)


class TestWrittenProcedure:
    """Silence: opened with an expiry, broken, extended, passed, announced."""

    UNTIL = "Silence: until 2027-11-30 18:00 CET"
    AFTER = datetime(2027, 12, 1, 9, 0, tzinfo=ZoneInfo("Europe/Brussels"))

    def test_it_runs_and_then_expires_without_a_clock_of_its_own(self) -> None:
        room = in_session("Proposal NV: a fund", self.UNTIL)
        assert room.state("a fund") == "silence"
        assert room.state("a fund", now=self.AFTER) == "expired"

    def test_it_passes_after_its_expiry_only(self) -> None:
        room = in_session("Draft decision NV: a fund", self.UNTIL)
        assert room("Silence passed P1:").verdict == "refused"
        room.now = self.AFTER
        assert room("Silence passed P1:").verdict == "ok"
        assert room.state("a fund") == "adopted"
        assert room.text("a fund").number

    def test_it_is_broken_in_time(self) -> None:
        room = in_session("Proposal NV: a fund", self.UNTIL, "Silence broken TR: an amendment")
        assert room.state("a fund") == "proposed"
        assert room.text("a fund").silence_broken

    def test_too_late_it_is_not_broken(self) -> None:
        room = in_session("Proposal NV: a fund", self.UNTIL)
        room.now = self.AFTER
        room("Silence broken TR: an amendment")
        assert "after the expiry" in " ".join(room.flags)
        assert not room.text("a fund").silence_broken

    def test_it_is_extended_and_announced(self) -> None:
        room = in_session("Proposal NV: a fund", self.UNTIL)
        room("Silence extended: until 2027-12-15 18:00 UTC")
        assert room.state("a fund", now=self.AFTER) == "silence"
        room.now = self.AFTER + timedelta(days=30)
        room("Silence passed P1:", "Announced P1:")
        assert room.meeting.announced


class TestBrackets:
    """Drafting made aloud, without typing brackets."""

    def test_a_bracketed_compromise(self) -> None:
        room = in_session("Proposal NV: a fund of five million", "Bracket TR: five million")
        room("Alternative KE: three million")
        brackets = sorted(room.meeting.brackets.values(), key=lambda one: one.rank)
        still = [one for one in brackets if not one.cleaned]
        assert [(one.owner, one.words) for one in still] == [
            ("TR", "five million"), ("KE", "three million"),
        ]  # fmt: skip
        room("Clean: five million")
        assert all(one.cleaned for one in room.meeting.brackets.values())

    def test_one_bracket_is_settled_and_another_stays(self) -> None:
        room = in_session("Proposal NV: a fund of five million in two years")
        room("Bracket TR: five million", "Bracket KE: two years", "Alternative OS: four years")
        room("Clean: five million")
        still = {one.words for one in room.meeting.brackets.values() if not one.cleaned}
        assert still == {"two years", "four years"}
        room("Clean: four years")
        assert all(one.cleaned for one in room.meeting.brackets.values())

    def test_the_gavel_over_an_open_bracket_is_flagged(self) -> None:
        room = in_session("Proposal NV: a fund", "Bracket TR: fund", "Adopted:")
        assert "a bracket is open in it" in room.flags

    def test_clean_words_that_no_bracket_holds_are_refused(self) -> None:
        room = in_session("Proposal NV: a fund", "Bracket TR: fund")
        assert room("Clean: levy").verdict == "refused"

    def test_a_paragraph_is_worded_and_agreed(self) -> None:
        room = in_session("Para 14 TR: The Plenary took note.", "Para 14 agreed ad ref")
        seen = [room.meeting.paragraphs["14"].status]
        room("Para 14 agreed")
        seen.append(room.meeting.paragraphs["14"].status)
        assert seen == ["agreed_ad_ref", "agreed"]
