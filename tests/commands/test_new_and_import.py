"""`plenary new`, `plenary import` and `plenary list`: how a session comes to be."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from plenary_tui.importers.stated import MOST_UNREAD
from plenary_tui.store.names import session_names
from plenary_tui.store.shipped import shipped_sessions
from tests.commands.conftest import SITTING, Desk

IRC = """\
[2020-04-07T16:00:00.000Z]  <ann> scribe: ann
[2020-04-07T16:00:10.000Z]  <ann> TOPIC: Budget
[2020-04-07T16:01:00.000Z]  <ann> Bob: the budget is late
[2020-04-07T16:01:10.000Z]  <ann> ... by a month
[2020-04-07T16:02:00.000Z]  <bob> I said two months
[2020-04-07T16:03:00.000Z]  <RRSAgent> logging to https://example.org/irc
"""


def test_a_session_from_a_plan_has_its_roster_agenda_and_zone(desk: Desk) -> None:
    printed = desk.ok("new", "demo", "--plan", desk.plan)
    assert "4 delegations" in printed
    assert "Europe/Brussels" in printed
    meeting = desk.record().meeting
    assert meeting.roster.name_of("NV") == "Novaria"
    assert meeting.agenda["4.2"].title == "Mines"
    assert meeting.zone.key == "Europe/Brussels"


@pytest.mark.parametrize("template", ["intersessional", "plenary"])
def test_each_template_makes_a_session(desk: Desk, template: str) -> None:
    desk.ok("new", "demo", "--template", template, "--zone", "Africa/Luanda")
    meeting = desk.record().meeting
    assert meeting.kind == template
    assert meeting.zone.key == "Africa/Luanda"
    assert len(meeting.roster.delegations) > 50


def test_a_session_without_a_plan_is_empty_and_records(desk: Desk) -> None:
    desk.ok("new", "demo")
    assert desk.ok("record", "demo", typed="Opened:\nAnybody: speaks\n").count("ok ") == 2


def test_a_name_is_kept_where_it_is_plain_and_said_where_it_had_to_change(desk: Desk) -> None:
    assert "is named" not in desk.ok("new", "2018-06-antwerp", "--plan", desk.plan)
    printed = desk.ok("new", "São Tomé / 2019", "--plan", desk.plan)
    assert "São Tomé / 2019 is named sao-tome-2019" in printed
    assert (desk.folder / "sao-tome-2019" / "log").is_dir()


def test_a_taken_name_is_refused_and_nothing_changes(demo: Desk) -> None:
    before = len(demo.record().entries)
    result = demo.run("new", "demo", "--plan", demo.plan)
    assert result.exit_code == 2
    assert "take another name" in result.stderr
    assert len(demo.record().entries) == before


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("--template", "intersesional"), 'did you mean "intersessional"?'),
        (("--template", "plenary", "--plan", "x.toml"), "not both"),
        (("--plan", "missing.toml"), "missing.toml"),
    ],
)
def test_a_wrong_plan_leaves_no_session(desk: Desk, args: tuple[str, ...], said: str) -> None:
    result = desk.run("new", "demo", *args)
    assert result.exit_code == 2
    assert said in result.stderr
    assert result.stderr.count("\n") == 1
    assert not list(desk.folder.glob("*")) or not (desk.folder / "demo").exists()


def test_notes_become_a_session_with_its_readable_files(desk: Desk) -> None:
    notes = desk.folder.parent / "notes.txt"
    notes.write_text("Meeting: Old One\nDates: 2018-06-19\n" + SITTING, encoding="utf-8")
    printed = desk.ok("import", notes, "--as", "old")
    assert printed.splitlines()[-1].startswith("22 lines: ")
    meeting = desk.record("old").meeting
    assert meeting.facts["title"] == "Old One"
    assert (desk.folder / "old" / "record.txt").read_text(encoding="utf-8")
    assert "Old One" in (desk.folder / "old" / "READ-ME.txt").read_text(encoding="utf-8")


def test_an_irc_log_is_recognised_and_counted(desk: Desk) -> None:
    log = desk.folder.parent / "call.log"
    log.write_text(IRC, encoding="utf-8")
    printed = desk.ok("import", log, "--as", "The Call")
    assert "The Call is named the-call" in printed
    last = printed.splitlines()[-1]
    assert last.startswith("6 lines: ")
    assert "left out" in last
    said = [speech.text for speech in desk.record("the-call").meeting.speeches.values()]
    assert [" ".join(text.split()) for text in said] == ["the budget is late by a month"]


@pytest.mark.parametrize("data", [b"", b"\x7fELF" + bytes(range(32)) * 9, b"%PDF-1.7 x"])
def test_what_is_no_text_leaves_nothing(desk: Desk, data: bytes) -> None:
    file = desk.folder.parent / "thing"
    file.write_bytes(data)
    result = desk.run("import", file, "--as", "old")
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
    assert not (desk.folder / "old").exists()
    assert not list(desk.folder.glob(".*partial*"))


def test_a_missing_file_is_said_by_name(desk: Desk) -> None:
    result = desk.run("import", "nowhere.txt", "--as", "old")
    assert result.exit_code == 2
    assert "nowhere.txt" in result.stderr


AGENDA = "# Agenda\n1. Opening (10 min)\n4.2 Mines (WGM)\n5. Close\n"
LIST = "Country,Name,Head of delegation\nNovaria,Ana Lund,yes\nNovria,Bo Karr,\n"


def write(desk: Desk, name: str, text: str) -> Path:
    path = desk.folder.parent / name
    path.write_text(text, encoding="utf-8")
    return path


def test_an_agenda_takes_the_place_of_the_plans(desk: Desk) -> None:
    file = write(desk, "agenda.md", AGENDA)
    printed = desk.ok("new", "demo", "--plan", desk.plan, "--agenda", file)
    assert "3 agenda items" in printed
    meeting = desk.record().meeting
    titles = [(one.number, one.title, one.body, one.minutes) for one in meeting.items]
    assert titles == [("1", "Opening", "", 10), ("4.2", "Mines", "WGM", 0), ("5", "Close", "", 0)]
    (source,) = meeting.provenance
    assert source.what.text.startswith("agenda.md (agenda): 4 lines: 3 agenda items")
    assert str(desk.folder.parent) not in source.what.text


def test_an_agenda_that_is_not_all_understood_makes_no_session_unless_agreed(desk: Desk) -> None:
    file = write(desk, "agenda.md", AGENDA + "What is this?\n")
    refused = desk.run("new", "demo", "--agenda", file)
    assert refused.exit_code == 1
    assert "line 5, not understood: What is this?" in refused.stderr
    assert not (desk.folder / "demo").exists()
    assert "3 agenda items" in desk.ok("new", "demo", "--agenda", file, "--yes")


def test_a_preview_records_nothing(demo: Desk) -> None:
    before = snapshot(demo.folder)
    file = write(demo, "list.csv", LIST)
    printed = demo.ok("import", file, "--into", "demo", "--preview")
    assert "delegation" in printed and "Ana Lund" in printed
    assert "Did you mean Novaria (NV)" in printed
    notes = write(demo, "notes.txt", "10:00 Opened:\n")
    assert "notes.txt is notes" in demo.ok("import", notes, "--as", "old", "--preview")
    assert snapshot(demo.folder) == before


def snapshot(folder: Path) -> dict[str, bytes]:
    return {str(one.relative_to(folder)): one.read_bytes() for one in folder.rglob("*")
            if one.is_file()}  # fmt: skip


def test_a_list_comes_into_a_session_whole_or_not_at_all(demo: Desk) -> None:
    file = write(demo, "list.csv", LIST)
    before = len(demo.record().entries)
    refused = demo.run("import", file, "--into", "demo")
    assert refused.exit_code == 1
    assert "1 row of list.csv would only go on the worklist" in refused.stderr
    assert len(demo.record().entries) == before
    demo.ok("import", file, "--into", "demo", "--delegation", "Novria=NV")
    persons = demo.record().meeting.roster.persons["NV"]
    assert [(one.person, one.role) for one in persons] == [("Ana Lund", "head"), ("Bo Karr", "")]
    again = demo.ok("import", file, "--into", "demo", "--delegation", "Novria=NV")
    assert "0 entries" in again


def test_columns_are_read_as_they_are_said_to_be(demo: Desk) -> None:
    file = write(demo, "list.csv", "A;B\nNV;Ana Lund\nTR;Bo Karr\n")
    demo.ok("import", file, "--into", "demo", "--format", "participants",
            "--columns", "code=A,name=B", "--yes")  # fmt: skip
    assert demo.record().meeting.roster.persons["TR"][0].person == "Bo Karr"


def test_an_agenda_comes_into_a_session_beside_an_open_sitting(demo: Desk) -> None:
    demo.ok("record", "demo", typed="Opened: 10:00\nIn camera:\n")
    file = write(demo, "agenda.md", AGENDA + "Tuesday 19 June 2018, 15:00–18:00, Room 2\n")
    demo.ok("import", file, "--into", "demo")
    record = demo.record()
    fresh = record.entries[-4:]
    assert {one.marking for one in fresh[:-1]} == {"open"}
    meeting = record.meeting
    room = meeting.sitting(meeting.station_sitting("desk"))
    assert (room.state, room.marking) == ("open", "in_camera")
    (planned,) = (one for one in meeting.sittings.values() if one.id and not one.number)
    assert (planned.room, str(planned.planned)) == ("Room 2", "2018-06-19 15:00–18:00")
    assert desk_goes_on(demo)


def desk_goes_on(demo: Desk) -> bool:
    return "ok" in demo.ok("record", "demo", typed="Open session:\nClosed: 12:00\n")


def test_the_sittings_to_come_open_one_after_the_other(desk: Desk) -> None:
    text = AGENDA + "Tuesday 19 June 2018, 10:00–13:00, Room 1\n"
    file = write(desk, "agenda.md", text + "Tuesday 19 June 2018, 15:00–18:00, Room 2\n")
    desk.ok("new", "demo", "--agenda", file)
    desk.ok("record", "demo", typed="Opened: 10:00\n")
    held = [one.room for one in desk.record().meeting.sittings.values() if one.number]
    assert held == ["Room 1"]
    desk.ok("record", "demo", typed="Closed: 13:00\nOpened: 15:00\n")
    rooms = {one.number: one.room for one in desk.record().meeting.sittings.values() if one.number}
    assert rooms == {1: "Room 1", 2: "Room 2"}


UNKNOWN = "What is this?\n"


def open_points(desk: Desk) -> list[str]:
    points = desk.record().meeting.worklist.values()
    return sorted(f"{one.what}: {one.text}" for one in points if one.what == "unclear")


def test_what_an_agenda_says_beyond_its_items_goes_on_the_worklist_once(demo: Desk) -> None:
    file = write(demo, "agenda.md", AGENDA + UNKNOWN)
    asked = "unclear: What is this? (line 5 of agenda.md was not understood)"
    said = demo.run("import", file, "--into", "demo", "--yes")
    assert "1 not understood, kept on the worklist" in said.stdout + said.stderr
    assert open_points(demo) == [asked]
    demo.run("import", file, "--into", "demo", "--yes")
    assert open_points(demo) == [asked]


def test_so_does_what_the_agenda_of_a_new_session_says(desk: Desk) -> None:
    desk.ok("new", "demo", "--agenda", write(desk, "agenda.md", AGENDA + UNKNOWN), "--yes")
    assert open_points(desk) == ["unclear: What is this? (line 5 of agenda.md was not understood)"]


def test_a_file_that_is_hardly_understood_does_not_bury_the_worklist(demo: Desk) -> None:
    lines = "".join(f"What is line {number}?\n" for number in range(1000))
    demo.ok("import", write(demo, "agenda.md", AGENDA + lines), "--into", "demo", "--yes")
    points = open_points(demo)
    assert len(points) == MOST_UNREAD + 1
    assert any("700 more lines of agenda.md, from line" in one for one in points)


def test_a_record_of_a_meeting_comes_into_no_other(demo: Desk) -> None:
    file = write(demo, "notes.txt", "10:00 Opened:\n")
    refused = demo.run("import", file, "--into", "demo")
    assert refused.exit_code == 2
    assert "with --as NAME" in refused.stderr
    for args in ((), ("--as", "a", "--into", "demo")):
        assert "Say where it goes" in demo.run("import", file, *args).stderr


@pytest.mark.parametrize("partial", [0, 300, 1_000])
def test_where_the_disk_fails_nothing_comes_into_the_session(
    demo: Desk, monkeypatch: pytest.MonkeyPatch, partial: int
) -> None:
    from plenary_tui.store.disk import RealFile

    file = write(demo, "agenda.md", AGENDA)
    before = len(demo.record().entries)
    write_whole = RealFile.write

    def full(self: RealFile, data: bytes) -> int:
        if data and partial:
            write_whole(self, data[:partial])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(RealFile, "write", full)
    failed = demo.run("import", file, "--into", "demo")
    monkeypatch.undo()
    assert failed.exit_code == 1
    assert failed.stderr.count("\n") == 1
    stands = len(demo.record().entries) - before
    assert stands == 0 or partial > 300  # a disk that broke off took whole lines
    demo.ok("import", file, "--into", "demo")
    meeting = demo.record().meeting
    assert [one.number for one in meeting.items] == ["1", "4.2", "5"]
    assert [len(one.history) for one in meeting.items] == [2, 1, 1]


def test_a_disk_without_room_for_all_of_it_is_not_begun_with(
    demo: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    from collections import namedtuple

    from plenary_tui.importers import making

    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(making, "disk_usage", lambda folder: usage(10, 10, 100))
    before = snapshot(demo.folder)
    failed = demo.run("import", write(demo, "agenda.md", AGENDA), "--into", "demo")
    assert failed.exit_code == 1
    assert "has no room for agenda.md" in failed.stderr
    assert snapshot(demo.folder) == before


def test_what_restricts_a_file_restricts_what_comes_of_it(demo: Desk) -> None:
    demo.ok("import", write(demo, "agenda.md", "RESTRICTED\n" + AGENDA), "--into", "demo")
    markings = {one.marking for one in demo.record().entries if one.what.kind == "agenda"
                and one.what.title in ("Close",)}  # fmt: skip
    assert markings == {"restricted"}


def test_a_transcript_is_asked_about_where_somebody_is_there(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    from plenary_tui.commands import import_

    file = write(desk, "2018-06-19.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ana>Hello\n")
    monkeypatch.setattr(import_, "has_a_person", lambda: True)
    assert "Nothing was imported" in desk.ok("import", file, "--as", "call", typed="n\n")
    assert not (desk.folder / "call").exists()
    desk.ok("import", file, "--as", "call", "--began", "2018-06-19T10:00", typed="y\n")
    (speech,) = desk.record("call").meeting.speeches.values()
    assert (speech.what.speaker, speech.text) == ("Ana", "Hello")


def test_plenary_alone_lists_the_sessions(demo: Desk) -> None:
    demo.new("another")
    for args in ((), ("list",)):
        lines = demo.ok(*args).splitlines()
        assert [line.split()[0] for line in lines] == ["another", "demo"]
        assert "Training Intersessional" in lines[1]


def test_with_no_session_the_list_says_how_to_make_one(desk: Desk) -> None:
    assert "plenary new" in desk.ok()


def test_a_read_only_folder_is_one_sentence(desk: Desk, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("no folder", encoding="utf-8")
    result = desk.run("--sessions", blocked / "sessions", "new", "demo", "--plan", desk.plan)
    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1


def test_where_the_catalogue_cannot_be_written_the_names_are_listed(demo: Desk) -> None:
    (demo.folder / "library.json").unlink()
    (demo.folder / "library.json").mkdir()
    result = demo.run("list")
    assert result.exit_code == 0
    assert result.stdout.split() == ["demo"]
    assert result.stderr.count("\n") == 1


def test_the_first_start_brings_the_shipped_sessions_and_never_again(
    desk: Desk, tmp_path: Path
) -> None:
    shipped = shipped_sessions()
    assert shipped is not None
    names = session_names(shipped)
    env = {key: value for key, value in desk.env.items() if key != "PLENARY_SESSIONS"}
    empty = tmp_path / "empty"
    empty.mkdir()

    def listed() -> list[str]:
        done = subprocess.run(
            [sys.executable, "-m", "plenary_tui"], capture_output=True, text=True, env=env,
            cwd=empty, timeout=60, check=True,
        )  # fmt: skip
        return [line.split()[0] for line in done.stdout.splitlines() if "no session" not in line]

    assert listed() == names
    for name in names[:1]:
        (mine,) = tmp_path.rglob(f"sessions/{name}")
        shutil.rmtree(mine)
    assert listed() == names[1:]
    assert list(empty.iterdir()) == []


def test_a_zone_that_is_none_is_refused(desk: Desk) -> None:
    refused = desk.run("new", "bad", "--template", "intersessional", "--zone", "Mars/Olympus")
    assert refused.exit_code == 2
    assert "no time zone" in refused.stderr
    assert not (desk.folder / "bad").exists()


def test_the_list_says_what_is_damaged_and_what_is_no_session(demo: Desk) -> None:
    for name in ("flipped", "random", "cut", "gone"):
        demo.new(name)
    (demo.folder / "bare").mkdir()
    shutil.rmtree(demo.folder / "gone" / "log")
    (log,) = (demo.folder / "flipped" / "log").iterdir()
    log.write_bytes(log.read_bytes().replace(b"Opening", b"Openong", 1))
    (log,) = (demo.folder / "random" / "log").iterdir()
    log.write_bytes(bytes(range(256)) * 35)
    (log,) = (demo.folder / "cut" / "log").iterdir()
    log.write_bytes(log.read_bytes()[:-40])
    lines = {line.split()[0]: line for line in demo.ok("list").splitlines()}
    assert lines.keys() == {"demo", "flipped", "random", "cut", "gone", "bare"}
    assert "damaged (" in lines["flipped"] and "plenary verify flipped" in lines["flipped"]
    assert "damaged, cannot be read" in lines["random"]
    assert "last line is torn" in lines["cut"]
    assert "log/ is gone" in lines["gone"]
    assert "empty folder" in lines["bare"]
    assert "damaged" not in lines["demo"]
    result = demo.run("rebuild")
    assert result.exit_code == 1
    assert "anew: 3 sessions" in result.stdout
    assert "gone could not be read" in result.stderr
    assert "bare was passed over: an empty folder" in result.stderr
