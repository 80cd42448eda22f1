"""What people type in an IRC log becomes what it is: speech, chat, texts, votes, the list."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from plenary_tui.record.kinds import FloorList

from .logs import accounted, chat, irc, raw, said, texts, votes


def test_the_scribe_types_for_everybody_and_all_others_chat() -> None:
    imported = irc(
        "ana scribe: ana",
        "ana Ben: we should publish",
        "cleo Ben: no way",
        "cleo I am late",
        "ana Cléo Dupont: I agree: at once",
    )
    assert said(imported) == [
        ("Ben", "we should publish"),
        ("Cléo Dupont", "I agree: at once"),
    ]
    assert chat(imported) == [("cleo", "Ben: no way"), ("cleo", "I am late")]


def test_dots_continue_what_the_same_nick_wrote_not_what_another_one_did_meanwhile() -> None:
    imported = irc(
        "ana scribe+ ana",
        "ana Ben: we publish",
        "cleo hello",
        "cleo ... everybody",
        "ana ... in June",
        "dan Dan: a word",
        "ana https://example.org/draft",
        "ana …or in July",
        "ana ..at the latest",
    )
    assert said(imported) == [
        ("Ben", "we publish in June or in July at the latest"),
        ("Dan", "a word"),
    ]
    assert ("cleo", "hello everybody") in chat(imported)


def test_a_nick_with_underscores_goes_on_scribing() -> None:
    imported = irc("kris scribe: kris", "kris Al: one", "kris__ ... two", "kris_ B: three")
    assert said(imported) == [("Al", "one two"), ("B", "three")]


def test_a_nick_that_changes_its_name_goes_on_scribing() -> None:
    imported = irc("kris scribe: kris", "kris kris is now known as kim", "kim Al: one")
    assert said(imported) == [("Al", "one")]
    assert imported.left_out == {"joins": 1}


def test_scribes_follow_each_other_and_leave() -> None:
    imported = irc(
        "ana scribenick: ana", "ana Al: one", "ben scribe: ben", "ben B: two", "ana C: chat now",
        "ana scribe+", "ana D: three", "ben E: four", "ben scribe-", "ben F: chat now",
    )  # fmt: skip
    assert [who for who, _ in said(imported)] == ["Al", "B", "D", "E"]
    assert chat(imported)[-1] == ("ben", "F: chat now")


def test_whoever_writes_for_the_speaking_scribe_stands_in_until_the_scribe_goes_on() -> None:
    imported = irc(
        "ana scribe: ana", "ben present+", "cleo present+",
        "ben ana: I report on the budget", "ben ... at length", "ben Cleo: a question",
        "ana Ben: thank you", "ben Cleo: chat again",
    )  # fmt: skip
    assert said(imported) == [
        ("ana", "I report on the budget at length"),
        ("Cleo", "a question"),
        ("Ben", "thank you"),
    ]


def test_where_nobody_is_named_the_one_who_writes_for_others_scribes() -> None:
    imported = irc("ana Al: one", "ana B: two", "ben C: chat", "ana ... more")
    assert said(imported) == [("Al", "one"), ("B", "two more")]


def test_a_transcriber_is_a_scribe_and_not_a_bot() -> None:
    imported = irc("Transcriber Ben: spoken words", "Transcriber Ben: more", "ben hello")
    assert said(imported) == [("Ben", "spoken words"), ("Ben", "more")]
    assert chat(imported) == [("ben", "hello")]


@pytest.mark.parametrize(
    "line",
    [
        "https://example.org/a: it is here",
        "http: the old way",
        "Note: we resume at noon",
        "e.g. Ed25519: an example",
        "How to join the group: anyone may",
        "I like it :)",
        "conformance to did:key",
        "12:30 we break",
    ],
)
def test_words_of_the_scribe_that_name_nobody_are_a_remark(line: str) -> None:
    imported = irc("ana scribe: ana", f"ana {line}")
    assert said(imported) == []
    assert chat(imported) == [("ana", line)]


def test_events_in_brackets_are_the_records_own_summary() -> None:
    assert chat(irc("ana scribe: ana", "ana [break for 10 minutes]", "ben [yawns]")) == [
        ("", "[break for 10 minutes]"),
        ("ben", "[yawns]"),
    ]


def test_an_unknown_speaker_is_to_be_named_later() -> None:
    imported = irc("ana scribe: ana", "ana ???: a point from the back")
    assert said(imported) == [("???", "a point from the back")]
    assert [todo.what for todo in imported.record.meeting.worklist.values()] == ["unknown speaker"]


def test_names_with_underscores_slashes_and_brackets_survive() -> None:
    nick = "TallTed_//_Ted_Thibodeau_(he/him)_(OpenLinkSw.com)"
    imported = irc("ana scribe: ana", f"{nick} present+", f"ana {nick}: hello", f"{nick} hi there")
    assert said(imported) == [(nick, "hello")]
    assert chat(imported) == [(nick, "hi there")]


def test_the_meeting_says_what_it_is() -> None:
    imported = irc(
        "ben Meeting: Weekly call", "ben Chair: Ana", "ben Date: 03 February 2027",
        "ben Agenda: https://example.org/agenda", "ben scribe: ben", "ben Chair: let us begin.",
    )  # fmt: skip
    meeting = imported.record.meeting
    assert meeting.facts["title"] == "Weekly call"
    assert meeting.facts["source"] == "Agenda: https://example.org/agenda"
    assert meeting.first_day == date(2027, 2, 3)
    (sitting,) = [one for one in meeting.sittings.values() if one.number]
    assert sitting.presiding == "Ana"
    assert sitting.state == "closed"
    assert said(imported) == [("Ana", "let us begin.")]


def test_topics_are_items_with_their_parts() -> None:
    imported = irc(
        "ana Topic: Budget", "ana Subtopic: Travel", "ana SUBTOPIC: Rooms", "ana TOPIC: Any other",
        "ana topic: Budget", "ana scribe: ana", "ana Ben: on money again",
    )  # fmt: skip
    items = imported.record.meeting.agenda
    assert {number: item.title for number, item in items.items()} == {
        "1": "Budget", "1.1": "Travel", "1.2": "Rooms", "2": "Any other",
    }  # fmt: skip
    (speech,) = imported.record.meeting.speeches.values()
    assert speech.entry.item == "1"


def test_presence_is_of_who_types_it_or_of_those_named() -> None:
    imported = irc(
        "ana present+", "ben Present+ Cleo_Dupont, Dan", "eva present+ fay", "ana present- Dan",
        "ana regrets+ gil", "hal +present", "ana Present: Ivo, Jo",
    )  # fmt: skip
    (sitting,) = [one for one in imported.record.meeting.sittings.values() if one.number]
    assert sitting.present == ("ana", "Cleo_Dupont", "fay", "hal", "Ivo", "Jo")
    assert sitting.left == ("Dan",)
    assert chat(imported) == [("", "Regrets: gil")]


def test_the_queue_is_the_list_of_speakers() -> None:
    imported = irc(
        "ana q+", "ben q+ to ask about money", "cleo present+", "ana q+ cleo to report", "dan q+",
        "dan q-", "eva q?", "ana ack b", "ana ack cleo",
    )  # fmt: skip
    changes = [e.what for e in imported.entries if isinstance(e.what, FloorList)]
    assert [(change.act, change.who) for change in changes] == [
        ("add", ("ana",)), ("add", ("ben",)), ("add", ("cleo",)), ("add", ("dan",)),
        ("withdraw", ("dan",)), ("next", ("ben",)), ("next", ("cleo",)),
    ]  # fmt: skip
    assert changes[1].text == "to ask about money"
    assert imported.left_out == {"bots": 1}


def test_an_ack_of_nobody_is_chat() -> None:
    assert chat(irc("ana Ack! (in the sense of Kathy)", "ana ack the points made above"))[1:] == [
        ("ana", "ack the points made above")
    ]


def test_a_resolution_adopts_the_proposal_of_its_words() -> None:
    imported = irc(
        "ana PROPOSAL: Create use cases.", "ana PROPOSED: Meet on Mondays",
        "ana PROPOSED RESOLUTION: Thank the host", "ben +1", "ana RESOLVED: Create use cases",
        "ana RESOLUTION: thank the host!", "ana RESOLVED: Close the call",
    )  # fmt: skip
    assert [(text.text, text.state) for text in texts(imported)] == [
        ("Create use cases", "adopted"),
        ("Meet on Mondays", "proposed"),
        ("thank the host!", "adopted"),
        ("Close the call", "adopted"),
    ]
    assert imported.record.meeting.conflicts == ()


def test_the_same_proposal_put_again_is_the_same_text() -> None:
    imported = irc(
        "ana PROPOSAL: Create use cases.", "ana PROPOSAL: Meet on Mondays.",
        "ana PROPOSAL: Create use cases.", "ben +1", "ana RESOLVED: Create use cases.",
        "ana RESOLVED: Create use cases.",
    )  # fmt: skip
    first, second = texts(imported)
    assert (first.state, second.state) == ("adopted", "proposed")
    assert votes(first) == {"ben": "supports"}
    assert len(first.gavels) == 1


def test_the_final_wording_of_a_proposal_that_could_be_run_revises_it() -> None:
    imported = irc(
        "ana PROPOSAL we could run: Refactor the test suite to support did:key only.",
        "ben -1", "ana PROPOSAL: Refactor the conformance test suite to support did:key only.",
        "ben +1", "ana RESOLVED: Refactor the conformance test suite to support did:key only.",
    )  # fmt: skip
    (text,) = texts(imported)
    assert len(text.wordings) == 2
    assert text.state == "adopted"
    assert votes(text) == {"ben": "supports"}


def test_a_resolution_of_other_words_does_not_adopt_what_is_on_the_floor() -> None:
    imported = irc("ana PROPOSAL: Create use cases.", "ana RESOLVED: Pay for lunch in Ghent")
    assert [(text.text, text.state) for text in texts(imported)] == [
        ("Create use cases.", "proposed"),
        ("Pay for lunch in Ghent", "adopted"),
    ]


def test_votes_are_their_nicks_on_the_text_on_the_floor() -> None:
    imported = irc(
        "ana PROPOSAL: Meet on Mondays.", "ben +1", "cleo -1", "dan 0", "eva +0.5", "fay 1",
        "gil +1 strongly, with thanks", "hal +1 to Tuesdays", "ben -1",
    )  # fmt: skip
    (text,) = texts(imported)
    assert votes(text) == {
        "cleo": "opposes", "dan": "flexible", "eva": "supports", "fay": "supports",
        "gil": "supports", "ben": "opposes",
    }  # fmt: skip
    assert chat(imported) == [
        ("gil", "+1 strongly, with thanks"),
        ("hal", "+1 to Tuesdays"),
    ]


def test_without_a_text_a_vote_is_on_what_was_last_said_or_on_whom_it_names() -> None:
    imported = irc(
        "ana scribe: ana", "ana Ben: first point", "ana Cleo: second point", "dan +1",
        "eva +1 to Ben's point", "fay +1 for lunch", "cleo +1",
    )  # fmt: skip
    ben, cleo = sorted(imported.record.meeting.speeches.values(), key=lambda one: one.rank)
    assert votes(ben) == {"eva": "supports"}
    assert votes(cleo) == {"dan": "supports"}
    assert ("fay", "+1 for lunch") in chat(imported) and ("cleo", "+1") in chat(imported)


def test_the_last_to_speak_is_last_even_when_they_spoke_before() -> None:
    imported = irc("ana scribe: ana", "ana Ben: one", "ana Cleo: two", "ana Ben: three", "dan +1")
    last = max(imported.record.meeting.speeches.values(), key=lambda one: one.rank)
    assert last.text == "three" and votes(last) == {"dan": "supports"}


def test_actions_have_owners_and_days_and_the_bots_echo_is_left_out() -> None:
    imported = irc(
        "ana ACTION: Robin to provide results by 2027-04-15",
        "trackbot Created ACTION-238 - Provide results [on Robin Berjon - due 2027-04-15].",
        "ana action-7: Ben and Cleo to book a room, due 4 March 2027.",
        "ana ACTION: update the wiki by hand",
    )
    owed = sorted(imported.record.meeting.follow_ups.values(), key=lambda one: one.rank)
    assert [(one.owner, one.text, one.due) for one in owed] == [
        ("Robin", "provide results", date(2027, 4, 15)),
        ("Ben and Cleo", "book a room", date(2027, 3, 4)),
        ("", "update the wiki by hand", None),
    ]
    assert imported.left_out == {"bots": 1}


@pytest.mark.parametrize(
    ("typed", "reads"),
    [
        ("s/sape/shape/", "a good shape, a sape"),
        ("s/sape/shape", "a good shape, a sape"),
        ("s|sape|shape|", "a good shape, a sape"),
        ("s/sape/shape/g", "a good shape, a shape"),
        ("s/good sape/n\\/a/", "a n/a, a sape"),
    ],
)
def test_a_correction_mends_the_last_entry_that_holds_the_words(typed: str, reads: str) -> None:
    imported = irc(
        "ana scribe: ana", "ana Ben: a sape of old", "ana Ben: a good sape, a sape",
        "cleo not this one", f"dan {typed}",
    )  # fmt: skip
    assert said(imported)[1] == ("Ben", reads)


def test_a_correction_may_mean_a_continuation_a_topic_or_who_spoke() -> None:
    imported = irc(
        "ana scribe: ana", "ana Topic: Datacue", "ben s/Datacue/DataCue/", "ana chris: one",
        "ana ... tow", "ben s/tow/two/", "ben s/chris/kris",
    )  # fmt: skip
    assert said(imported) == [("kris", "one two")]
    assert imported.record.meeting.agenda["1"].title == "DataCue"


def test_a_correction_that_finds_nothing_is_kept_on_the_worklist() -> None:
    imported = irc("ana hello", "ana s/absent/present/", "ana s/no second sign")
    assert [line for _, line in imported.not_understood] == [
        "s/absent/present/",
        "s/no second sign",
    ]
    assert len(imported.record.meeting.worklist) == 2
    assert imported.closing == "3 lines: 1 remark; 2 not understood, kept on the worklist."


def test_joins_bots_and_what_is_asked_of_bots_are_left_out_and_counted() -> None:
    imported = irc(
        "RRSAgent RRSAgent has joined #wg", "RRSAgent logging to https://example.org/x-irc",
        "ana ana has joined #wg", "ana ana has changed the topic to: Agenda: none",
        "Zakim ok, ana", "ana rrsagent, make minutes", "ana Zakim, who is here?", "ben waves",
        "git-bot pushed a commit", "ana voip: noise?", "ben ben has left #wg",
    )  # fmt: skip
    assert imported.left_out == {"joins": 4, "bots": 6}
    assert chat(imported) == [("ben", "waves")]
    assert imported.closing == "11 lines: 1 remark; 10 joins and bots left out."


def test_a_bot_may_say_what_the_meeting_is() -> None:
    imported = irc("trackbot Meeting: Forms", "trackbot Date: 09 April 2014", "ana hello")
    assert imported.record.meeting.facts["title"] == "Forms"


def test_people_who_speak_of_a_bot_or_of_who_has_joined_are_heard() -> None:
    lines = ["ana ben has joined a choir", "ana Zakim is down", "ana I have left it there"]
    assert len(chat(irc(*lines))) == 3


BARE = """\
14:59:27 <RRSAgent> logging to http://www.w3.org/2014/04/09-forms-irc
22:00:00 <ana> scribe: ana
22:59:36 <ana> Ben: before midnight
00:10:00 <ana> Ben: after midnight
"""


def test_bare_times_run_on_past_midnight_from_the_day_of_the_address() -> None:
    meeting = raw(BARE).record.meeting
    when = [one.entry.happened for one in sorted(meeting.speeches.values(), key=lambda s: s.rank)]
    assert when == [
        datetime(2014, 4, 9, 22, 59, 36, tzinfo=UTC),
        datetime(2014, 4, 10, 0, 10, tzinfo=UTC),
    ]
    assert meeting.facts["dates"] == "2014-04-09/2014-04-10"


def test_a_date_line_tells_the_day_before_the_address_does() -> None:
    meeting = raw(BARE + "00:11:00 <ana> Date: 2014-05-20\n").record.meeting
    assert meeting.first_day == date(2014, 5, 20)


def test_a_log_that_does_not_say_its_day_is_dated_by_its_name_or_asks() -> None:
    log = "10:00:00 <ana> hello\n"
    assert raw(log, "2019-12-03.log").record.meeting.first_day == date(2019, 12, 3)
    asked = raw(log)
    assert asked.record.meeting.first_day == date(2027, 3, 1)
    (todo,) = asked.record.meeting.worklist.values()
    assert "does not say" in todo.text and asked.notes


def test_entries_keep_when_it_happened_and_when_it_was_imported() -> None:
    imported = irc("ana hello")
    (remark,) = imported.record.meeting.remarks.values()
    assert remark.entry.happened == datetime(2027, 2, 3, 9, tzinfo=UTC)
    assert remark.entry.at.year == 2027 and remark.entry.at.month == 3


def test_a_message_broken_over_lines_is_one_message() -> None:
    imported = raw("[2027-02-03T09:00:00.000Z]\t<ana>\tto all\nwho are here\n")
    assert chat(imported) == [("ana", "to all\nwho are here")]
    assert accounted(imported) == imported.lines == 2


def test_what_comes_before_the_first_message_is_kept_as_typed() -> None:
    imported = raw("Log of a call\n10:00:00 <ana> hello\n", "2019-12-03.log")
    assert imported.not_understood == ((1, "Log of a call"),)
    assert accounted(imported) == imported.lines == 2
