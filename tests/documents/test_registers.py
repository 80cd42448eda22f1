"""Journal, decisions list and summary record of small meetings, as a reader gets them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from plenary_tui.documents.decisions import decisions
from plenary_tui.documents.draft import Draft, Section
from plenary_tui.documents.journal import journal
from plenary_tui.documents.summary import summary
from plenary_tui.documents.text import text
from plenary_tui.record.history import Record
from plenary_tui.record.redaction import open_record
from tests.record.rooms import ROSTER, Room, in_session

from .meetings import debate, every_outcome, plenary

NOW = datetime.fromisoformat("2028-01-01T12:00:00+00:00")
GOLDEN = Path(__file__).parent / "golden"
REGISTERS: dict[str, Callable[[Record, datetime | None], Draft]] = {
    "journal": journal,
    "decisions": decisions,
    "summary": summary,
}


@pytest.mark.parametrize("register", REGISTERS)
@pytest.mark.parametrize("meeting", [debate, every_outcome], ids=lambda made: made.__name__)
def test_a_register_reads_as_its_golden_file(register: str, meeting: Callable[[], Room]) -> None:
    written = text(REGISTERS[register](meeting().record, NOW))
    golden = GOLDEN / f"{meeting.__name__}.{register}.txt"
    assert written == golden.read_text("utf-8")


def summed(*lines: str) -> str:
    """Return the summary record of lines typed in an open sitting."""
    return text(summary(in_session(*lines).record, NOW))


def listed(room: Room) -> str:
    """Return the decisions list of a room."""
    return text(decisions(room.record, NOW))


def section(draft: Draft, words: str) -> str:
    """Return the heading of the section whose texts hold `words`."""

    def holds(part: Section) -> bool:
        blocks = any(words in getattr(block, "text", "") for block in part.blocks)
        return blocks or any(holds(inner) for inner in part.sections)

    (found,) = [part.heading for part in draft.sections if holds(part)]
    return found


def test_only_what_was_adopted_reads_as_adopted() -> None:
    draft = decisions(every_outcome().record, NOW)
    assert section(draft, "Alpha is kept") == "Administrative decisions"
    assert (
        section(draft, "Eta is") == section(draft, "Mu is agreed") == "Decisions of working bodies"
    )
    assert section(draft, "Beta opens") == section(draft, "Gamma") == "Other outcomes"
    assert section(draft, "Delta") == section(draft, "Zeta") == "Other outcomes"
    assert section(draft, "Iota") == section(draft, "Lambda") == "Not decided yet"
    assert section(draft, "Xi is closed") == "Chair’s notices"
    for line in text(summary(every_outcome().record, NOW)).splitlines():
        if any(word in line for word in ("Beta", "Gamma", "Delta", "Epsilon", "Zeta", "Xi is")):
            assert "adopted" not in line and "agreed" not in line


def test_an_outcome_follows_a_correction_and_goes_with_its_retraction() -> None:
    room = plenary("Proposal NV: a fund for mines", "Adopted:", "s/mines/alluvial mines/")
    assert "a fund for mines" not in listed(room)
    room = plenary("Proposal NV: a fund for mines", "s/mines/alluvial mines/", "Adopted:")
    assert "a fund for alluvial mines" in listed(room)
    room("undo")
    assert section(decisions(room.record, NOW), "a fund for alluvial") == "Not decided yet"


def test_numbers_that_are_disputed_annulled_or_missing_are_said() -> None:
    room = plenary("Draft decision NV: one", "Adopted:", "Draft decision NV: two", "Adopted:",
                   "undo", "Draft decision OS: three",
                   "Adopted as TP/2027/Plenary/Administrative Decision 5:")  # fmt: skip
    said = listed(room)
    assert "Decision 2: annulled, its adoption was taken back." in said
    assert "Decision 4: not given to any decision here." in said
    assert "Decision 1: not given" not in said
    other = Room(*ROSTER, "Opened:", "Draft decision NV: a", "Adopted as X 1:",
                 "Draft decision NV: b", "Adopted as X 1:", live=False)  # fmt: skip
    assert "X 1 (number disputed)" in listed(other)
    assert "Two decisions have the number X 1" in listed(other)


def test_a_late_objection_and_a_broken_procedure_are_told_apart() -> None:
    room = plenary("Proposal NV: a fund", "Silence: until 2027-12-01 12:00",
                   "Silence broken TR: we cannot")  # fmt: skip
    assert "Written procedure broken by Tirania: we cannot" in listed(room)
    assert "Outcome: before the meeting, its written procedure broken." in listed(room)


def test_a_meeting_that_ends_says_what_lapsed_and_what_was_carried_over() -> None:
    room = plenary("Proposal NV: Rho", "Proposal OS: Sigma", "Carried over: the next Plenary")
    room("Meeting closed:")
    said = listed(room)
    assert "Rho\n\nOutcome: lapsed: not agreed when the meeting ended." in said
    assert "Outcome: not agreed; carried over to the next Plenary." in said


def test_reported_speech_changes_no_more_than_the_first_verb() -> None:
    said = summed("NV: stresses that time is short", "OS: does not support it",
                  "KE: that is fine", "TR: We object to it.", "NV: noted the report",
                  "NV: reports: two came", "OS: deplored the seats",
                  "KE: limited progress was made")  # fmt: skip
    assert "Novaria stressed that time is short." in said
    assert "Ostrea did not support it." in said
    assert "Keldia said that is fine." in said
    assert "Tirania said: We object to it." in said
    assert "Novaria noted the report. It reported: two came." in said
    assert "Ostrea deplored the seats." in said
    assert "Keldia said: limited progress was made." in said


def test_statements_and_chairs_of_bodies() -> None:
    said = summed("Opening NV: wished the meeting well", "Closing NV: Thank you all.",
                  "WGM chair: reports two visits", "Presentation WGM chair: Two visits",
                  "Adopted: a fund for mines", "Proposal NV: a seat",
                  "Deferred: to the summer")  # fmt: skip
    assert "In an opening statement, Novaria wished the meeting well." in said
    assert "Closing statement of Novaria: Thank you all." in said
    assert (
        "Ostrea, as chair of the Working Group on Monitoring (WGM), reported two visits. It "
        "presented: Two visits."
    ) in said
    assert "The meeting adopted: a fund for mines." in said
    assert "P1 was deferred to the summer: a seat." in said


def test_allies_and_opponents() -> None:
    said = summed("NV: is that so?", "+ OS KE TR", "- GDA", "~ TR")
    assert "Novaria, supported by Ostrea and Keldia, was that so? Global" in said
    assert "Global Diamond Alliance (Observer) opposed this. Tirania signalled" in said
    assert "Tirania signalled flexibility." in said


def test_a_name_is_the_one_of_the_day() -> None:
    room = Room(*ROSTER, "Delegation SZ: Swaziland; Participant; until 2027-11-09",
                "Delegation SZ: Eswatini; Participant; since 2027-11-10",
                "Opened:", "SZ: welcomes it", "Date: 2027-11-10",
                "10:00 SZ: thanks all")  # fmt: skip
    said = text(summary(room.record, NOW))
    assert "Swaziland welcomed it." in said
    assert "Eswatini thanked all." in said


def test_a_day_without_times_prints_none() -> None:
    room = Room(*ROSTER, "Date: 2026-03-02", "Opened:", "Item 1: Mines",
                "Proposal NV: a fund", "Adopted:", "Closed:")  # fmt: skip
    for compose in REGISTERS.values():
        assert "00:00" not in text(compose(room.record, NOW))
    assert "Times: opening time not recorded" in text(journal(room.record, NOW))


def test_a_sitting_in_camera_says_only_that() -> None:
    room = plenary("NV: opens", "In camera:", "NV: xyzzy one", "OS: xyzzy two", "Private: mine",
                   "Draft decision NV: The seat goes to Keldia", "Adopted:", "KE: xyzzy",
                   "Open session:", "OS: closes")  # fmt: skip
    record = open_record(room.record)
    said = text(summary(record, NOW))
    first = said.index("The sitting continued in camera (3 entries under seal).")
    seat = said.index("The seat goes to Keldia")
    assert first < seat < said.index("The sitting continued in camera (1 entry under seal).")
    assert "Part of it was held in camera (4 entries under seal)." in text(journal(record, NOW))
    assert "xyzzy" not in text(journal(room.record, NOW))
    assert section(decisions(record, NOW), "The seat goes to Keldia") == "Administrative decisions"


def test_a_sitting_that_was_closed_from_an_earlier_time_is_told_in_order() -> None:
    room = plenary("NV: opens", "OS: xyzzy", "KE: xyzzy", "In camera from 09:02:20:", "TR: xyzzy",
                   "Open session:")  # fmt: skip
    said = text(summary(open_record(room.record), NOW))
    private = said.index("The sitting went into private session")
    assert private < said.index("The sitting continued in camera (")
    assert said.count("under seal") == 1


def test_the_marking_is_the_highest_of_what_is_shown() -> None:
    room = plenary("In camera:", "NV: xyzzy")
    assert summary(room.record).marking == "RESTRICTED"
    assert summary(open_record(room.record)).marking == ""
    assert summary(plenary("Restricted:", "NV: within these walls").record).marking == "RESTRICTED"


def test_every_paragraph_of_a_sitting_rests_on_entries() -> None:
    room = debate()
    ids = {entry.id for entry in room.entries}
    for compose in REGISTERS.values():
        assert compose(room.record, NOW).sources() <= ids
    spoken = {speech.entry.id for speech in room.meeting.speeches.values()}
    assert spoken <= summary(room.record, NOW).sources()


def test_the_stances_that_came_at_once_are_told_with_the_proposal_the_others_in_their_place() -> (
    None
):
    said = summed("WGM chair: opens", "Proposal WGM chair: a fund", "+ NV OS", "q+ TR",
                  "~ KE", "TR: asks who pays", "+ TR OS", "- GDA", "~ NV")  # fmt: skip
    assert [line.partition(". ")[2] for line in said.split("\n") if "P1" in line] == [
        "Ostrea, as chair of the WGM, supported by Novaria, proposed a text, P1: a fund. Keldia "
        "signalled flexibility.",
        "Tirania supported P1. Global Diamond Alliance (Observer) opposed P1. Novaria signalled "
        "flexibility on P1.",
    ]


def test_who_objected_afterwards_reads_as_no_supporter() -> None:
    lines = ("Proposal NV: a fund", "+ TR KE", "Objection TR: no money")
    said = summed(*lines)
    assert "Novaria, supported by Keldia, proposed" in said
    assert said.index("Tirania supported P1.") < said.index("Tirania objected to P1")
    room = in_session(*lines)
    assert "Supported by Keldia.\n" in listed(room)
    room("Objection withdrawn TR", "+ TR")
    assert "Supported by Keldia and Tirania.\n" in listed(room)


def test_nobody_supports_its_own_text_or_words() -> None:
    room = in_session("NV: agrees", "+ NV TR", "Draft decision WGM chair: a fund", "+ OS KE")
    assert "Supported by Keldia." in listed(room)
    said = text(summary(room.record, NOW))
    assert "Monitoring (WGM), supported by Keldia, proposed" in said
    assert "Novaria, supported by Tirania, agreed." in said


def test_a_text_that_was_put_off_shows_its_open_brackets_and_whose_they_are() -> None:
    lines = ("Proposal NV: a fund for mines", "Bracket OS: for mines", "Alternative TR: for all",
             "Bracket KE: a fund")  # fmt: skip
    for ending in ("Deferred: to the summer", "Referred: WGM", "No consensus:", "NV: waits"):
        said = listed(in_session(*lines, ending))
        assert "- In brackets at the request of Ostrea: [for mines]\n" in said
        assert "- Alternative offered by Tirania: for all\n" in said
    cleaned = listed(in_session(*lines, "Clean: a fund", "Deferred: to the summer"))
    assert "Keldia" not in cleaned and "of Ostrea: [for mines]" in cleaned
    assert "In brackets" not in listed(in_session(*lines, "Agreed:"))


def test_the_journal_follows_written_procedures() -> None:
    room = plenary("Proposal NV: a fund", "Silence: until 2027-12-01 12:00",
                   "Silence broken TR: no", "Proposal OS: a list",
                   "Silence: until 2027-11-09 12:00",
                   "Silence extended: until 2027-11-09 13:00")  # fmt: skip
    room.now += timedelta(hours=5)
    room("Silence passed P2:", "Announced P2: it passed")
    said = text(journal(room.record, NOW))
    told = said.partition("Written procedures:\n\n")[2].partition("\n\n")[0].split("\n")
    assert [line.rpartition(" (")[0] for line in told] == [
        "- P1: Opened until 1 December 2027, 12:00 CET",
        "- P1: Broken by Tirania",
        "- P2: Opened until 9 November 2027, 12:00 CET",
        "- P2: Extended until 9 November 2027, 13:00 CET",
        "- P2: Passed",
        "- P2: Result announced",
    ]


@pytest.mark.parametrize(
    ("verb", "told"),
    [
        ("Adopted", "adopted P1: "),
        ("Endorsed", "endorsed P1: "),
        ("Agreed", "agreed on P1: "),
        ("Decided", "decided as follows on P1: "),
        ("Admitted", "decided as follows on the admission proposed in P1: "),
        ("Selected", "decided as follows on the selection proposed in P1: "),
        ("Established", "decided as follows on the establishment proposed in P1: "),
    ],
)
def test_the_verb_of_an_outcome_goes_with_the_words_that_follow(verb: str, told: str) -> None:
    said = summed("Proposal NV: Keldia chairs in 2028", f"{verb}:")
    assert f"The meeting {told}Keldia chairs in 2028." in said
    assert f"The meeting {verb.lower()}: Keldia as Chair." in summed(f"{verb}: Keldia as Chair")


def test_why_a_sitting_was_suspended_goes_on_with_the_sentence() -> None:
    said = summed("10:39 Suspended: for coffee", "11:02 Resumed: nobody was late")
    assert "The sitting was suspended at 10:39 for coffee." in said
    assert "The sitting resumed at 11:02: nobody was late." in said


def test_paragraphs_of_the_draft_and_their_brackets() -> None:
    said = summed("Para 14 NV: The Plenary welcomed the report", "Bracket para 14 OS: welcomed",
                  "Clean para 14: welcomed")  # fmt: skip
    assert "Novaria proposed as paragraph 14: The Plenary welcomed the report." in said
    assert "Ostrea asked for brackets in paragraph 14 around: welcomed." in said
    assert "The brackets around these words were lifted: welcomed." in said


def test_a_position_on_a_recommendation_says_so() -> None:
    said = summed("Recommendation: Members report in May", "Reservation TR: the date")
    assert "Tirania made a reservation on the recommendation: the date." in said


def test_a_restricted_part_has_a_beginning_and_an_end() -> None:
    said = summed("14:33 Restricted:", "NV: agrees", "14:48 Open session:")
    assert "The sitting was restricted from 14:33." in said
    assert "The sitting was open again from 14:48." in said


def test_what_nobody_gave_a_name_is_the_following() -> None:
    said = summed("Noted: the letters of the donors", "Deferred: WGM, for a report")
    assert "The meeting took note of the following: the letters of the donors." in said


def test_a_session_without_times_gives_its_days() -> None:
    room = Room(*ROSTER, "Date: 2026-03-02", "Item 1: Mines", "NV: opens it", "Agreed: a fund",
                "Date: 2026-03-04", "OS: closes it")  # fmt: skip
    for compose in (summary, journal):
        said = text(compose(room.record, NOW))
        days = [said.index(f"{day} March 2026\n") for day in ("Monday 2", "Wednesday 4")]
        assert days[0] < said.index("Novaria") < days[1] < said.index("Ostrea")


def test_an_empty_record_makes_an_empty_register() -> None:
    for compose in REGISTERS.values():
        assert text(compose(Record(), None)).count("\n") <= 5
