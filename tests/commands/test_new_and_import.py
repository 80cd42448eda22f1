"""`plenary new`, `plenary import` and `plenary list`: how a session comes to be."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

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
