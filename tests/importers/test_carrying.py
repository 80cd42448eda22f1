"""What was left open, carried into the next session by an act that both logs show."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from plenary_tui.documents import calendars
from plenary_tui.documents.chronicle import Chronicle
from plenary_tui.documents.data import picture
from plenary_tui.documents.draft import Section, Table
from plenary_tui.documents.language.choosing import language_of
from plenary_tui.documents.markdown import markdown
from plenary_tui.documents.readme import readme
from plenary_tui.documents.registers import follow_ups
from plenary_tui.documents.summary import summary
from plenary_tui.errors import WrongUse
from plenary_tui.importers.carrying import carry, open_matters
from plenary_tui.importers.likeness import make_like
from plenary_tui.record.carrying import Place, came_from, read_came_from, read_went_to, went_to
from plenary_tui.record.kinds import Body, CarriedOver, Delegation, Proposal, Provenance
from plenary_tui.record.redaction import open_record
from plenary_tui.record.texts import standing
from plenary_tui.store.library import Library
from plenary_tui.store.session import Session
from plenary_tui.ui.owed import overdue
from tests.documents.test_notes import assert_same_meeting
from tests.store.sessions import clock, new_session, read_all, record

NOW = datetime(2018, 10, 1, 9, tzinfo=UTC)


@pytest.fixture
def old(tmp_path: Path) -> Session:
    folder = new_session(
        tmp_path / "2018-06-antwerp",
        "Proposal OS: reeds may be cut by anybody",
        "Bracket TR: by anybody",
        "No consensus:",
        "Proposal NV: a moratorium on smoke",
        "Draft decision NV: a sub-team",
        "Adopted:",
        "Action WGM: a report by 2018-09-15",
        "Action NV: the minutes",
        "Done: sent",
        "Agenda 3: Lamps; WGM",
        "Agenda 4: Sand",
        "Item 4",
        "Item 4 concluded",
    )
    record(
        folder, "antwerp",
        ["In camera:", "Action TR: quicksand", "Proposal: seaweed", "Open session:",
         "Restricted:", "Action TR: buckthorn", "Open session:", "Closed:"],
        now=clock(start="2018-06-19T12:00"),
    )  # fmt: skip
    return Session(folder)


@pytest.fixture
def new(tmp_path: Path) -> Session:
    folder = tmp_path / "2018-11-brussels"
    folder.mkdir()
    record(folder, "brussels", [
        "Meeting: Plenary", "Delegation NV: Novaria; Participant",
        "Delegation OS: Ostrava Sea; Participant", "Agenda 1: Opening", "Agenda 2: lamps",
    ])  # fmt: skip
    return Session(folder)


def by_words(session: Session) -> dict[str, str]:
    return {one.words: one.entry for one in open_matters(session.record)}


def test_what_is_open_is_listed_and_nothing_closed_or_done(old: Session) -> None:
    told = [(one.of, one.state, one.words) for one in open_matters(old.record)]
    assert told == [
        ("item", "planned", "agenda item 1 “Opening”"),
        ("item", "taken up", "agenda item 2 “Mines”"),
        ("item", "planned", "agenda item 3 “Lamps”"),
        ("text", "refused", "P1 reeds may be cut by anybody"),
        ("text", "proposed", "P2 a moratorium on smoke"),
        ("follow-up", "open, by 2018-09-15", "WGM: a report"),
    ]


def test_it_becomes_what_it_was_with_its_source_and_the_old_log_says_where_it_went(
    old: Session, new: Session
) -> None:
    words = by_words(old)
    wanted = [entry for said, entry in words.items() if "Opening" not in said]
    done = carry(old, new, "desk", wanted, NOW)
    assert len(done.matters) == 5
    there, here = Session(old.folder).record, Session(new.folder).record
    own = {matter.words: entry for matter, entry in done.matters}

    items = {item.number: item.title for item in here.live.agenda.values()}
    assert items == {"1": "Opening", "2": "lamps", "3": "Mines"}, "lamps were planned already"
    assert {one.text for one in here.live.texts.values()} == {
        "reeds may be cut by anybody", "a moratorium on smoke",
    }  # fmt: skip
    (bracket,) = here.live.brackets.values()
    assert (bracket.words, bracket.owner) == ("by anybody", "TR")
    (owed,) = here.live.follow_ups.values()
    report = words["WGM: a report"]
    assert owed.text == "a report", "its words are its own"
    assert owed.due == date(2018, 9, 15)
    (said,) = (one.what.text for one in here.live.provenance if isinstance(one.what, Provenance))
    assert said.startswith("5 matters carried over from 2018-06-antwerp: "), "one line tells of all"
    assert f"{own['WGM: a report']} was entry {report}" in said
    assert {place.entry for place in read_came_from(said).values()} == set(wanted)

    assert all(
        standing(one, ended=True, now=None) != "lapsed" for one in there.live.texts.values()
        if "smoke" in one.text
    )  # fmt: skip
    moved = there.reads(there.live.texts[words["P2 a moratorium on smoke"]].carried)
    assert moved is not None
    assert isinstance(moved.what, CarriedOver)
    assert read_went_to(moved.what.to) == Place("2018-11-brussels", own["P2 a moratorium on smoke"])
    gone = there.live.follow_ups[report]
    assert (gone.state, gone.done) == ("carried_over", "")
    assert gone.result == f"to 2018-11-brussels, entry {own['WGM: a report']}"
    assert there.live.agenda["3"].state == "deferred"
    assert moved.happened == NOW, "it happened now, whatever day the old record tells"


def test_nothing_sealed_or_restricted_goes_over(old: Session, new: Session) -> None:
    carry(old, new, "desk", list(by_words(old).values()), NOW)
    everything = read_all(new.folder)
    for word in (b"quicksand", b"seaweed", b"buckthorn"):
        assert word not in everything


def test_once_carried_it_is_not_open_any_more_and_nothing_stands_twice(
    old: Session, new: Session
) -> None:
    wanted = list(by_words(old).values())
    carry(old, new, "desk", wanted, NOW)
    assert open_matters(Session(old.folder).record) == []
    with pytest.raises(WrongUse, match="nothing open"):
        carry(Session(old.folder), Session(new.folder), "desk", wanted, NOW)


def test_what_was_broken_off_half_way_is_made_whole(old: Session, new: Session) -> None:
    report = by_words(old)["WGM: a report"]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("plenary_tui.importers.carrying._Work._gone", _fail)
        with pytest.raises(KeyboardInterrupt):
            carry(old, new, "desk", [report], NOW)
    done = carry(Session(old.folder), Session(new.folder), "desk", [report], NOW)
    assert done.before == 1
    assert len(Session(new.folder).record.live.follow_ups) == 1
    assert Session(old.folder).record.live.follow_ups[report].state == "carried_over"


def test_what_did_not_reach_the_disk_whole_is_not_there_at_all(old: Session, new: Session) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("plenary_tui.importers.carrying.came_from", _fail)
        with pytest.raises(KeyboardInterrupt):
            carry(old, new, "desk", list(by_words(old).values()), NOW)
    here = Session(new.folder).record.live
    assert not here.follow_ups
    assert not here.texts


def _fail(*args: object) -> None:
    raise KeyboardInterrupt


def test_a_session_is_not_carried_into_itself_and_an_odd_entry_is_named(
    old: Session, new: Session
) -> None:
    with pytest.raises(WrongUse, match="itself"):
        carry(old, Session(old.folder), "desk", ["antwerp-1"], NOW)
    with pytest.raises(WrongUse, match="antwerp-9999"):
        carry(old, new, "desk", ["antwerp-9999"], NOW)
    with pytest.raises(WrongUse, match="nothing open any more"):
        carry(old, new, "desk", [], NOW)


def test_the_registers_follow_it_from_session_to_session(old: Session, new: Session) -> None:
    from plenary_tui.documents.across import register

    report = by_words(old)["WGM: a report"]
    ((_, own),) = carry(old, new, "desk", [report], NOW).matters
    rows = register("follow-ups", Library(old.folder.parent).rows(), date(2018, 10, 1)).rows
    there = next(row for row in rows if row.entry == report)
    here = next(row for row in rows if row.entry == own)
    assert there.cells[3] == "carried over to 2018-11-brussels"
    assert not there.is_late
    assert there.notes == (f"taken up again in 2018-11-brussels, entry {own}",)
    assert here.is_late
    assert here.notes == (f"carried over from 2018-06-antwerp, entry {report}",)


def test_a_follow_up_that_was_carried_is_not_done_wherever_it_is_shown(
    old: Session, new: Session
) -> None:
    report = by_words(old)["WGM: a report"]
    carry(old, new, "desk", [report], NOW)
    record = open_record(Session(old.folder).record)
    chronicle = Chronicle(record)
    assert _states(follow_ups(chronicle)) == [
        "carried over to 2018-11-brussels", "done: sent", "open",
    ]  # fmt: skip
    french = _states(follow_ups(chronicle, language_of("fr")))
    assert french[0] == "reporté à la session 2018-11-brussels"
    told = [(one["state"], one["result"]) for one in picture(record, NOW)["follow_ups"]]
    assert told[0][0] == "carried_over"
    assert told[0][1].startswith("to 2018-11-brussels, entry ")
    assert overdue(record.live, NOW) == ""
    assert overdue(Session(new.folder).record.live, NOW).startswith("1 follow-up is overdue")
    calendar = calendars.follow_ups(record).decode()
    assert "STATUS:CANCELLED" in calendar
    assert calendar.count("STATUS:COMPLETED") == 1, "the minutes"
    here, there = Library(old.folder.parent).rows()
    assert [one["state"] for one in here["follow_ups"]] == ["carried_over", "done", "open"]
    assert [one["state"] for one in there["follow_ups"]] == ["open"]
    assert "Follow-ups open: 1." in readme(record, "2018-06-antwerp")
    assert "The follow-up “a report” was carried over to 2018-11-brussels" in markdown(
        summary(record)
    )
    assert_same_meeting(Session(old.folder).record)


def _states(section: Section) -> list[str]:
    (table,) = section.blocks
    assert isinstance(table, Table)
    return [row.cells[3] for row in table.rows]


def test_a_log_that_called_it_done_reads_as_it_was_meant(tmp_path: Path) -> None:
    folder = new_session(
        tmp_path / "2017-12-old", "Action WGM: a report by 2018-09-15",
        "Done: carried over to 2018-06-antwerp, entry desk-7", "Action NV: a list",
        "Done: carried over to the archive",
    )  # fmt: skip
    record = Session(folder).record
    gone, done = sorted(record.live.follow_ups.values(), key=lambda one: one.rank)
    assert (gone.state, gone.result) == ("carried_over", "to 2018-06-antwerp, entry desk-7")
    assert (done.state, done.result) == ("done", "carried over to the archive")
    assert_same_meeting(record)


def test_a_follow_up_can_be_carried_over_in_the_room_and_done_all_the_same(tmp_path: Path) -> None:
    folder = new_session(
        tmp_path / "2017-12-old", "Action WGM: a report", "Proposal NV: reeds",
        "Carried over @antwerp-13: to the Plenary",
    )  # fmt: skip
    (owed,) = Session(folder).record.live.follow_ups.values()
    assert (owed.entry.id, owed.state, owed.result) == (
        "antwerp-13", "carried_over", "to the Plenary",
    )  # fmt: skip
    assert _states(follow_ups(Chronicle(Session(folder).record))) == [
        "carried over: to the Plenary"
    ]
    record(folder, "antwerp", ["Done @antwerp-13: sent"])
    (owed,) = Session(folder).record.live.follow_ups.values()
    assert (owed.state, owed.result) == ("done", "sent")


def test_what_is_said_reads_back() -> None:
    place = Place("2018-06-antwerp", "hall.b2-57")
    assert read_went_to(went_to(place)) == place
    assert read_went_to("the Plenary") is None
    places = {"desk-3": place, "desk-4": Place("2018-06-antwerp", "drafted.hall-9~2", "paragraph")}
    assert read_came_from(came_from(places)) == places
    assert read_came_from(
        "desk-3 is carried over from 2018-06-antwerp, entry hall.b2-57: P1: a"
    ) == {"desk-3": place}, "as logs said it before"
    assert read_came_from("0 matters carried over from x: y") == {}
    assert read_came_from("notes.txt (notes): 5 lines") == {}


def test_the_set_up_is_taken_as_it_stands_on_the_new_days(tmp_path: Path) -> None:
    folder = tmp_path / "2018-11-old"
    folder.mkdir()
    record(folder, "antwerp", [
        "Meeting: Old Plenary", "Kind: plenary", "Dates: 2018-11-12/2018-11-16",
        "Zone: Europe/Brussels",
        "Delegation SZ: Swamland; Participant; until 2019-04-18",
        "Delegation SZ: Ewatin; Participant; since 2019-04-19",
        "Delegation OS: Ostrava Sea; Observer",
        "Delegation XX: Gone; Guest; until 2018-12-31",
        "Body WGM: Monitoring; chair OS; until 2018-12-31",
        "Agenda 1: Opening", "Agenda 2: Mines; WGM", "Agenda 2: Mines and quarries; WGM",
        '.draft_plan {"name":"ours","sections":[{"key":"values","heading":"Values"}]}',
        "Opened: 10:00", "Item 1", "OS: hello", "Topic: Unplanned", "Proposal OS: reeds",
        "Adopted:",
    ])  # fmt: skip
    session, lapsed = make_like(
        tmp_path, "2019-11-new", "desk", Session(folder), dates="2019-11-18/2019-11-22",
        today=date(2019, 1, 1),
    )  # fmt: skip
    live = session.record.live
    assert live.roster.name_of("SZ", date(2019, 11, 18)) == "Ewatin"
    assert [one.names for one in live.roster.delegations["SZ"]] == [("Ewatin",)]
    assert lapsed == ("XX", "WGM")
    assert "XX" not in live.roster.delegations
    assert live.roster.bodies["WGM"] == (Body(code="WGM", name="Monitoring"),)
    assert [(one.number, one.title, one.state) for one in live.items] == [
        ("1", "Opening", "planned"), ("2", "Mines and quarries", "planned"),
    ]  # fmt: skip
    assert dict(live.facts) == {
        "kind": "plenary", "zone": "Europe/Brussels", "dates": "2019-11-18/2019-11-22",
    }  # fmt: skip
    assert live.drafts.sections
    assert not live.texts
    assert not live.speeches
    (said,) = live.provenance
    assert "2018-11-old: its set-up" in str(said.what)
    kinds = {type(one.what) for one in session.record.entries}
    assert Proposal not in kinds
    assert Delegation in kinds
    with pytest.raises(WrongUse, match="2018-06-18/2018-06-22"):
        make_like(tmp_path, "x", "desk", Session(folder), dates="soon", today=date(2019, 1, 1))
