"""The hard cases that a plenary must survive, followed step by step as the meeting went."""

from __future__ import annotations

from datetime import date

from plenary_tui.documents.decisions import decisions
from plenary_tui.documents.text import text
from plenary_tui.record.history import Record
from plenary_tui.record.kinds import Outcome, Sealed
from plenary_tui.record.meeting import Meeting
from plenary_tui.record.redaction import open_record

from .shipped import entry, local, meeting_at, state_at

ADMINISTRATIVE = "TP/2021/Plenary/Administrative Decision"


def test_no_consensus_and_a_chairs_notice(record: Record, meeting: Meeting) -> None:
    secretariat, notice = "hall-499", "hall-523"
    steps = ("hall-499", "hall-506", "hall-509", "hall-522", "hall-687")
    assert [state_at(secretariat, step) for step in steps] == [
        "proposed", "proposed", "proposed", "refused", "refused",
    ]  # fmt: skip
    refused = meeting.texts[secretariat]
    assert [held.who for held in refused.objections] == ["TR", "LB"]
    assert not refused.number
    issued = meeting.texts[notice]
    assert (issued.form, issued.state, issued.number) == ("chairs_notice", "issued", "")
    before, _, after = text(decisions(record)).replace("\n", " ").partition(issued.text)
    assert before.rstrip(" -").endswith("notice")
    assert after.split(" (")[0].endswith("issued by the Chair")


def test_a_gavel_over_an_objection(meeting: Meeting) -> None:
    fund = "hall-527"
    assert [state_at(fund, step) for step in ("hall-529", "hall-537", "hall-687")] == [
        "proposed", "disputed", "disputed",
    ]  # fmt: skip
    disputed = meeting.texts[fund]
    assert [(held.who, held.entry) for held in disputed.objections] == [("VE", "hall-529")]
    assert [(gavel.state, gavel.entry) for gavel in disputed.gavels] == [("disputed", "hall-537")]
    assert not disputed.number
    assert ("dissociation", "VE") in [(held.form, held.who) for held in disputed.positions]


def test_a_written_procedure_broken_by_an_amendment(meeting: Meeting) -> None:
    valuation = "hall-195"
    steps = ("hall-195", "hall-201", "hall-364", "hall-365", "hall-685", "hall-687")
    assert [state_at(valuation, step) for step in steps] == [
        "proposed", "silence", "silence", "proposed", "proposed", "lapsed",
    ]  # fmt: skip
    broken = meeting.texts[valuation]
    assert broken.until is not None and entry("hall-365").happened < broken.until
    assert broken.silence_broken == "hall-365"
    assert broken.gavels == () and not broken.number
    (broke,) = broken.positions
    assert broke.who == "KE" and "written amendment" in broke.text


def test_a_refused_agenda_item(meeting: Meeting) -> None:
    assert meeting_at("hall-101").agenda["9"].state == "planned"
    refused = meeting.agenda["9"]
    assert refused.state == "not_included"
    assert refused.reason.startswith("Tirania did not agree")
    assert refused.history[-1] == "hall-102" and len(refused.history) == 2
    assert meeting.agenda_decision == "hall-105"
    adopted = meeting.texts["hall-105"]
    assert (adopted.state, adopted.number) == ("adopted", "")
    assert "without item 9" in adopted.text


def test_a_closing_past_midnight(meeting: Meeting) -> None:
    last = meeting.sittings["hall-591"]
    assert last.opened is not None and last.closed is not None
    assert (local("hall-667"), local("hall-673")) == ("11 23:50", "12 00:14")
    assert f"{last.closed.astimezone(meeting.zone):%d %H:%M}" == "12 00:37"
    assert last.official_day == date(2021, 11, 11)
    assert meeting.texts["hall-668"].state == "adopted"
    assert entry("hall-673").sitting == "hall-591"
    assert not meeting_at("hall-685").ended and meeting.ended


def test_an_objection_withdrawn(meeting: Meeting) -> None:
    for text_id, objection, withdrawal, gavel in (
        ("hall-121", "hall-129", "hall-143", "hall-145"),
        ("annex-94", "annex-99", "annex-104", "annex-106"),
    ):
        standing = meeting_at(objection).texts[text_id]
        assert [held.entry for held in standing.objections] == [objection]
        assert meeting_at(withdrawal).texts[text_id].objections == ()
        adopted = meeting_at(gavel).texts[text_id]
        assert (adopted.state, adopted.gavels[-1].entry) == ("adopted", gavel)
        kept = [held for held in meeting.texts[text_id].positions if held.entry == objection]
        assert [held.withdrawn for held in kept] == [withdrawal]


def test_a_late_objection(meeting: Meeting) -> None:
    figures = meeting.texts["hall-165"]
    assert entry("hall-182").happened < entry("hall-183").happened
    assert state_at("hall-165", "hall-182") == figures.state == "adopted"
    (late,) = [held for held in figures.positions if held.entry == "hall-183"]
    assert (late.who, late.late, late.withdrawn) == ("LB", True, "")
    assert figures.objections == ()
    assert any("late objection" in why for why in meeting.flags["hall-183"])


def test_adoption_ad_ref(record: Record, meeting: Meeting) -> None:
    certificates = meeting.texts["hall-267"]
    assert [gavel.state for gavel in certificates.gavels] == ["adopted_ad_ref"]
    assert certificates.state == state_at("hall-267", "hall-272") == "adopted_ad_ref"
    assert not certificates.number
    listed = text(decisions(record))
    assert "adopted ad referendum by the Plenary (9 November 2021, 16:18)" in listed


def test_a_bracketed_compromise(meeting: Meeting) -> None:
    rule = "hall-233"

    def open_brackets(step: str) -> list[tuple[str, str]]:
        brackets = meeting_at(step).brackets.values()
        still = [one for one in brackets if one.on == rule and not one.cleaned]
        return [(one.form, one.owner) for one in sorted(still, key=lambda one: one.rank)]

    assert open_brackets("hall-249") == [("bracket", "TR")]
    assert open_brackets("hall-254") == [
        ("bracket", "TR"), ("alternative", "KE"), ("bracket", "VE"),
    ]  # fmt: skip
    assert open_brackets("hall-260") == [("bracket", "VE")]
    assert open_brackets("hall-261") == []
    adopted = meeting.texts[rule]
    assert (adopted.state, adopted.number) == ("adopted", f"{ADMINISTRATIVE} 2")
    assert [one.entry for one in adopted.wordings] == [rule, "hall-264"]
    assert "six weeks" in adopted.text and "weeks" not in adopted.wordings[0].text


def test_in_camera(record: Record, meeting: Meeting) -> None:
    assert meeting.covered == {"hall-415", "hall-416", "hall-417"}
    shown = {one.id: one for one in open_record(record).entries}
    sealed = {
        one.id for one in shown.values()
        if isinstance(one.what, Sealed) and one.marking != "private"
    }  # fmt: skip
    in_the_hall = {f"hall-{number}" for number in (*range(415, 418), *range(419, 433))}
    in_the_annex = {f"annex-{number}" for number in range(115, 124)}
    assert sealed == (in_the_hall | in_the_annex) - {"hall-429", "annex-121"}
    for adoption in ("hall-429", "annex-121"):
        what = shown[adoption].what
        assert isinstance(what, Outcome) and what.state == "adopted" and what.text


def test_an_observers_opposition(meeting: Meeting) -> None:
    (opposed,) = [one for one in meeting.texts["hall-165"].positions if one.entry == "hall-176"]
    assert (opposed.who, opposed.form, opposed.blocks) == ("GDA", "objection", False)
    taken = {one.who: one.stance for one in meeting_at("hall-177").texts["hall-165"].stances}
    assert taken["GDA"] == "opposes"
    assert state_at("hall-165", "hall-182") == "adopted"
    assert any("no Participant" in why for why in meeting.flags["hall-176"])


def test_a_walk_out(meeting: Meeting) -> None:
    hall = "hall-489"
    assert {"CSN", "AMI"} <= set(meeting_at("hall-538").sitting(hall).present)
    after = meeting_at("hall-539").sitting(hall)
    assert not {"CSN", "AMI"} & set(after.present)
    assert set(after.left) == {"CSN", "AMI"}
    assert [one.id for one in meeting.walk_outs] == ["hall-539"]


def test_an_unknown_speaker_named_later(meeting: Meeting) -> None:
    for said, named, speaker in (
        ("hall-99", "hall-101", "LB"),
        ("hall-309", "hall-311", "OS"),
        ("annex-50", "annex-52", "EB"),
    ):
        before = meeting_at(said)
        assert before.speeches[said].what.speaker == "???"
        assert any(
            one.entry.id == said and one.what == "unknown speaker" and not one.done
            for one in before.worklist.values()
        )
        assert meeting.speeches[said].what.speaker == speaker
        assert [one.id for one in meeting.corrections[said]] == [named]
    assert "unknown speaker" not in {one.what for one in meeting.worklist.values()}


def test_a_hand_over(record: Record) -> None:
    writers = [one.by for one in record.entries if one.station == "hall" and one.by]
    changes = [who for who, before in zip(writers, ["", *writers], strict=False) if who != before]
    assert changes == ["Ana Breck", "Jonas Wilde"] * 3
