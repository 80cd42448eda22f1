"""The rules of the review: no stage is skipped, no correction left open, late ones count."""

from __future__ import annotations

from datetime import timedelta
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plenary_tui.documents.notes import notes
from plenary_tui.record.history import Record
from plenary_tui.record.kinds import CorrectionAsked, DraftIssued, Retraction, Review, ReviewAct
from plenary_tui.record.redaction import open_record
from plenary_tui.record.reviewing import open_corrections, stage_of

from .reviews import DATA, answers, asks, enter, issued, under_review, version
from .rooms import Room, in_session

ACTS: tuple[ReviewAct, ...] = get_args(ReviewAct)
ORDER = ("draft", "under_review", "closed", "signed_off", "adopted", "published")


def review(room: Room, act: ReviewAct, **fields: object) -> tuple[str, str, tuple[str, ...]]:
    """Pass the last version to a stage; return verdict, why and ways out."""
    done = enter(room, Review.model_validate({"act": act, **fields}))
    return done.verdict, done.why, done.ways_out


def stage(room: Room) -> str:
    return stage_of(room.meeting.drafts, room.now).name


def test_the_whole_way() -> None:
    room, issue = issued()
    assert stage(room) == "draft"
    until = under_review(room)
    now = stage_of(room.meeting.drafts, room.now)
    assert (now.name, now.until) == ("under_review", until.astimezone(now.until.tzinfo))
    assert now.version is not None and now.version.id == issue
    for act, fields in (("closed", {}), ("signed_off", {"person": "Ms Aurel"}), ("adopted", {}),
                        ("published", {})):  # fmt: skip
        assert review(room, act, **fields)[0] == "ok"  # type: ignore[arg-type]
        assert stage(room) == act
    assert not room.flags


def test_the_deadline_closes_by_itself() -> None:
    room, _ = issued()
    until = under_review(room, hours=2)
    drafts = room.meeting.drafts
    before, after = (stage_of(drafts, until + timedelta(seconds=by)) for by in (-1, 0))
    assert (before.name, after.name) == ("under_review", "closed")
    assert after.since == after.until == before.until
    room.now = until
    assert review(room, "signed_off", person="Ms Aurel")[0] == "ok"


@given(st.lists(st.sampled_from(ACTS), max_size=9))
def test_no_stage_is_ever_skipped(acts: list[ReviewAct]) -> None:
    room, _ = issued()
    before = "draft"
    for act in acts:
        until = room.now + timedelta(days=1) if act == "under_review" else None
        verdict, why, ways = review(room, act, until=until, person="Ms Aurel")
        now = stage(room)
        if verdict == "ok":
            forward = ORDER.index(now) - ORDER.index(before)
            assert forward == 1 or (now == "under_review" and before in ("under_review", "closed"))
        else:
            assert now == before
            assert why and ways
        before = now


@pytest.mark.parametrize(
    ("act", "fields", "why", "way"),
    [
        ("under_review", {}, "does not say until when", "time with its zone"),
        ("closed", {}, "version 1 is not under review yet", "put it under review"),
        ("signed_off", {"person": "Ms Aurel"}, "was never under review", "under review first"),
        ("adopted", {}, "is not under review yet, not signed off", "sign it off first"),
        ("published", {}, "is not under review yet, not adopted", "record that it was adopted"),
        ("adopted", {"target": "hall-1"}, "no such version was issued", "issue a version"),
    ],
)
def test_a_skipped_stage_is_refused_with_a_way_out(
    act: ReviewAct, fields: dict[str, object], why: str, way: str
) -> None:
    room, _ = issued()
    verdict, said, ways = review(room, act, **fields)
    assert verdict == "refused"
    assert why in said
    assert way in " ".join(ways)
    assert stage(room) == "draft"


def test_a_deadline_that_is_past_is_none() -> None:
    room, _ = issued()
    verdict, why, _ = review(room, "under_review", until=room.now - timedelta(hours=1))
    assert (verdict, why) == ("refused", "that deadline is past already")


def test_without_a_version_there_is_nothing_to_review() -> None:
    room = in_session()
    verdict, why, ways = review(room, "under_review", until=room.now + timedelta(hours=1))
    assert verdict == "refused" and "issued" in why and ways


def test_a_review_that_is_open_is_not_signed_off() -> None:
    room, _ = issued()
    under_review(room, hours=1)
    verdict, why, ways = review(room, "signed_off", person="Ms Aurel")
    assert verdict == "refused"
    assert "corrections to version 1 may come until 2027-11-09 10:" in why and "CET" in why
    assert "close the review first" in ways


def test_open_corrections_forbid_the_sign_off_and_are_listed() -> None:
    room, issue = issued("NV: welcomes the reprot")
    under_review(room)
    said = room.entries[-3].id
    first = asks(room, said, "reprot", "report", "NV")
    second = asks(room, issue, "the data", "all data", paragraph=DATA)
    review(room, "closed")
    verdict, why, ways = review(room, "signed_off", person="Ms Aurel")
    assert verdict == "refused"
    assert f"2 corrections are open: {first} (NV), {second} (TR)" in why
    assert ways == ("accept each, or refuse it with a reason",)
    assert answers(room, first, "accepted").verdict == "ok"
    assert answers(room, second, "refused", "agreed so in the room").verdict == "ok"
    assert review(room, "signed_off", person="Ms Aurel")[0] == "ok"


def test_who_presides_signs_off_where_nobody_is_named() -> None:
    room, _ = issued()
    under_review(room)
    review(room, "closed")
    verdict, why, ways = review(room, "signed_off")
    assert verdict == "refused" and "who signs it off" in why and ways
    room("Presiding: KE (Ms Aurel)")
    assert review(room, "signed_off")[0] == "ok"
    assert room.entries[-1].what.person == "Ms Aurel"


@pytest.mark.parametrize("state", ["DRAFT", "CHAIR'S TEXT"])
def test_brackets_forbid_adoption_but_not_of_the_chairs_own_text(state: str) -> None:
    room, _ = issued(brackets=True, state=state)
    under_review(room)
    review(room, "closed")
    review(room, "signed_off", person="Ms Aurel")
    verdict, why, ways = review(room, "adopted")
    if state == "DRAFT":
        assert verdict == "refused"
        assert "1 bracket is open in it, in paragraph 2" in why
        assert "issue it as the Chair's text" in ways
    else:
        assert verdict == "ok"


def test_the_chairs_text_is_published_without_adoption() -> None:
    room, _ = issued(brackets=True, state="CHAIR'S TEXT")
    under_review(room)
    review(room, "closed")
    review(room, "signed_off", person="Ms Aurel")
    assert review(room, "published")[0] == "ok"


def test_the_review_of_a_version_ends_when_another_one_is_out() -> None:
    room, first = issued()
    enter(room, version("2"))
    until = room.now + timedelta(days=1)
    verdict, why, ways = review(room, "under_review", until=until, target=first)
    assert verdict == "refused"
    assert "version 2 was issued since version 1" in why
    assert ways == ("put version 2 under review",)


def test_a_stage_can_be_taken_back() -> None:
    room, _ = issued()
    under_review(room)
    enter(room, Retraction(act="undo", of="draft"))
    assert stage(room) == "draft"


def test_a_late_correction_is_taken_and_flagged() -> None:
    room, issue = issued("NV: welcomes the reprot")
    said = room.entries[-2].id
    until = under_review(room, hours=1)
    asks(room, said, "reprot", "report")
    assert not room.flags
    room.now = until
    late = asks(room, issue, "the data", "all data", paragraph=DATA)
    assert room.flags == ("it came after the review was closed",)
    of_record = asks(room, said, "welcomes", "notes")
    assert room.flags == ("it came after the review was closed",)
    assert open_corrections(room.meeting.drafts)[1:] == [late, of_record]


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"speaker": ""}, "who asks for it"),
        ({"old": "", "new": ""}, "does not say what to correct"),
        ({"new": "the data"}, "old and new are the same"),
        ({"old": "all data"}, "“all data” does not stand in that paragraph of version 1"),
    ],
)
def test_a_correction_says_who_and_what(fields: dict[str, str], why: str) -> None:
    room, issue = issued()
    asked = {"speaker": "TR", "target": issue, "old": "the data", "new": "some data", **fields}
    done = enter(room, CorrectionAsked.model_validate({**asked, "paragraph": DATA}))
    assert done.verdict == "refused"
    assert why in done.why and done.ways_out


def test_an_answer_is_given_once_and_a_refusal_has_a_reason() -> None:
    room, issue = issued()
    asked = asks(room, issue, "the data", "all data", paragraph=DATA)
    refused = answers(room, asked, "refused")
    assert refused.verdict == "refused" and "with a reason" in refused.why and refused.ways_out
    assert answers(room, "", "refused", "it was said so").verdict == "ok"
    held = room.meeting.drafts.corrections[asked]
    assert (held.verdict, held.reason) == ("refused", "it was said so")
    again = answers(room, asked, "accepted")
    assert again.verdict == "refused" and "it was refused already" in again.why
    assert held.answer in again.ways_out[0]
    assert "no correction is open" in answers(room, "", "accepted").why


def test_an_import_records_what_happened_and_flags_it() -> None:
    room = Room(live=False)
    issue = enter(room, version()).entry.id
    done = enter(room, Review(act="published", target=issue))
    assert done.verdict == "ok"
    assert room.flags == ("version 1 is not under review yet, not adopted",)
    assert stage(room) == "published"


def test_all_of_it_survives_as_notes() -> None:
    room, issue = issued("NV: welcomes the reprot")
    under_review(room, text="Office of the Chair")
    asked = asks(room, issue, "the data", "all data", paragraph=DATA, text="as agreed")
    asks(room, room.entries[-4].id, "reprot", "report", "NV")
    answers(room, asked, "refused", "it was said so")
    review(room, "closed")
    answers(room, "", "accepted")
    review(room, "signed_off", person="Ms Aurel")
    again = Room(*notes(room.record, whole=True).splitlines(), live=False, station="notes")
    now, then = again.meeting.drafts, room.meeting.drafts
    assert [one[0] for one in now.stages] == [one[0] for one in then.stages]
    assert [(one.verdict, one.reason) for _, one in sorted(now.corrections.items())] == [
        (one.verdict, one.reason) for _, one in sorted(then.corrections.items())
    ]
    assert all(isinstance(one.entry.what, DraftIssued) for one in now.versions)


def test_what_is_asked_of_sealed_words_is_sealed_with_them() -> None:
    room, _ = issued("NV: speaks in the open")
    said = room.entries[-2]
    asked = asks(room, said.id, "in the open", "behind the door", "NV", text="it is a secret")
    answers(room, asked, "refused", "no door was shut")
    room(f"In camera from {said.happened:%H:%M}:")
    shown = open_record(room.record)
    assert not shown.meeting.drafts.corrections
    told = "".join(one.what.to_json() for one in shown.entries)
    for secret in ("behind the door", "a secret", "no door was shut"):
        assert secret not in told


def test_the_same_logs_in_another_order_give_the_same_review() -> None:
    room, issue = issued("NV: welcomes the reprot")
    under_review(room)
    asked = asks(room, issue, "the data", "all data", paragraph=DATA)
    answers(room, asked, "accepted")
    turned = Record(reversed(room.entries))
    assert turned.meeting.drafts.stages == room.meeting.drafts.stages
    assert turned.meeting.drafts.corrections == room.meeting.drafts.corrections
