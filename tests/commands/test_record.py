"""`plenary record`: lines in, entries on disk, one answer a line."""

from __future__ import annotations

import select
import subprocess
import sys
from typing import IO

import pytest

from plenary_tui.commands.incoming import BLOCK, Incoming
from plenary_tui.record.kinds import Continuation, Intervention, Unread
from tests.commands.conftest import Desk


def _answers(printed: str) -> list[str]:
    return [line.split(":")[0].split()[0] for line in printed.splitlines()]


def test_each_line_gets_one_answer_with_its_id(demo: Desk) -> None:
    printed = demo.ok("record", "demo", typed="Opened: 10:00\nNV: agrees\nClosed: the matter\n")
    first, second, third = printed.splitlines()
    assert first.startswith("ok desk-")
    number = int(first.split(":")[0].rpartition("-")[2])
    assert second.split(":")[0] == f"ok desk-{number + 1}"
    assert third.startswith(f"unclear desk-{number + 2}: ")
    assert "no time" in third


def test_what_a_rule_refuses_is_kept_without_effect_and_says_the_ways_out(demo: Desk) -> None:
    lines = "Opened: 10:00\nProposal: Meet monthly.\nObjection TR: no\nAdopted:\n"
    last = demo.ok("record", "demo", typed=lines).splitlines()[-1]
    assert last.startswith("refused desk-")
    why, *ways = last.split("; ")
    assert "objection of TR" in why
    assert any("Objection withdrawn TR" in way for way in ways)
    kept = demo.record().entries[-1].what
    assert isinstance(kept, Unread)
    assert (kept.state, kept.line) == ("refused", "Adopted:")
    assert [text.state for text in demo.record().meeting.texts.values()] == ["proposed"]


def test_an_odd_state_is_recorded_with_a_flag(demo: Desk) -> None:
    before, _, _, absent = demo.ok(
        "record", "demo", typed="NV: too early\nOpened: 10:00\npresent+ NV\nTR: not here\n"
    ).splitlines()
    assert before.startswith("ok desk-")
    assert before.endswith(": no sitting is open")
    assert absent.startswith("ok desk-")
    assert absent.endswith(": TR is not marked present")


def test_an_indented_line_belongs_to_the_line_above(demo: Desk) -> None:
    printed = demo.ok("record", "demo", typed="NV: one\n  two\n\n\tthree\nTR: four\n")
    assert _answers(printed) == ["ok", "ok"]
    texts = [one.what.text for one in demo.record().entries[-2:] if hasattr(one.what, "text")]
    assert texts == ["one\ntwo\n\nthree", "four"]


def test_an_indented_line_that_comes_later_continues_the_entry(demo: Desk) -> None:
    process = demo.start("record", "demo")
    assert process.stdin and process.stdout
    first = _exchange(process.stdin, process.stdout, "NV: one\n")
    second = _exchange(process.stdin, process.stdout, "    two\n")
    process.stdin.close()
    assert process.wait(20) == 0
    record = demo.record()
    more = record.entry(second.split()[1])
    assert more is not None
    assert isinstance(more.what, Continuation)
    assert more.what.target == first.split()[1].rstrip(":")
    assert record.meeting.speeches[more.what.target].text.split() == ["one", "two"]
    process.stdout.close()
    assert process.stderr
    process.stderr.close()


def _exchange(to: IO[str], back: IO[str], line: str) -> str:
    """Send a line and return its answer, which has to come without another line."""
    to.write(line)
    to.flush()
    assert select.select([back], [], [], 20)[0], f"no answer to {line!r}"
    return back.readline()


def test_a_file_is_recorded_like_a_pipe(demo: Desk) -> None:
    notes = demo.folder.parent / "notes.txt"
    notes.write_bytes("\ufeffNV: says “enough” — and  sits\r\nTR: ok\r\n".encode())
    assert _answers(demo.ok("record", "demo", notes)) == ["ok", "ok"]
    first, second = (entry.what for entry in demo.record().entries[-2:])
    assert isinstance(first, Intervention)
    assert isinstance(second, Intervention)
    assert (first.speaker, first.text) == ("NV", "says “enough” — and  sits")
    assert second.text == "ok"


def test_the_last_line_needs_no_newline(demo: Desk) -> None:
    assert _answers(demo.ok("record", "demo", "-", typed="NV: one\nTR: two")) == ["ok", "ok"]


def test_a_line_in_another_encoding_is_kept_readable(demo: Desk) -> None:
    demo.ok(
        "record", "demo", typed="NV: caf\u00e9\n".encode() + "TR: d\u00e9j\u00e0\n".encode("cp1252")
    )
    texts = [one.what.text for one in demo.record().entries[-2:] if hasattr(one.what, "text")]
    assert texts == ["café", "déjà"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b"PK\x03\x04 word", "Word"),
        (b"\x00\x01\x02\x03" * 50, "no text"),
    ],
)
def test_a_file_that_is_no_text_records_nothing(demo: Desk, data: bytes, said: str) -> None:
    file = demo.folder.parent / "notes.txt"
    file.write_bytes(data)
    before = len(demo.record().entries)
    result = demo.run("record", "demo", file)
    assert result.exit_code == 2
    assert said in result.stderr
    assert result.stderr.count("\n") == 1
    assert len(demo.record().entries) == before


def test_nothing_to_record_is_said(demo: Desk) -> None:
    result = demo.run("record", "demo", typed="\n \n")
    assert result.exit_code == 0
    assert "Nothing was recorded" in result.stderr


def test_a_second_program_on_the_station_is_told_and_exits_1(demo: Desk) -> None:
    process = demo.start("record", "demo")
    assert process.stdin and process.stdout and process.stderr
    _exchange(process.stdin, process.stdout, "NV: one\n")
    second = demo.start("record", "demo")
    out, err = second.communicate("TR: two\n", timeout=60)
    assert second.returncode == 1
    assert out == ""
    assert "desk" in err
    assert "--station" in err
    assert err.count("\n") == 1
    _exchange(process.stdin, process.stdout, "NV: three\n")
    process.communicate(timeout=60)
    assert process.returncode == 0


def test_two_stations_record_into_one_session(demo: Desk) -> None:
    process = demo.start("record", "demo")
    assert process.stdin and process.stdout
    _exchange(process.stdin, process.stdout, "Sitting: WGM\n")
    _exchange(process.stdin, process.stdout, "Opened: 10:00\n")
    other = Desk(demo.folder, demo.plan, "annex")
    assert other.ok("record", "demo", typed="NV: from the other room\n").startswith("ok annex-1")
    own = _exchange(process.stdin, process.stdout, "TR: from this room\n")
    process.communicate(timeout=60)
    record = demo.record()
    first, second = record.entry("annex-1"), record.entry(own.split()[1].rstrip(":\n"))
    assert first is not None
    assert second is not None
    assert first.sitting == second.sitting != ""
    assert first.order < second.order


def test_a_block_is_never_cut_inside_what_belongs_together(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    path = tmp_path_factory.mktemp("long") / "lines.txt"
    line = "NV: " + "word " * 40 + "\n    and more of it\n"
    count = 2 * BLOCK // len(line) + 10
    path.write_text(line * count, encoding="utf-8")
    with path.open("rb") as stream:
        lines = list(Incoming(stream))
    assert len(lines) == count
    assert {text for _, text in lines} == {
        line.strip().replace("\n    ", "\n").replace(" \n", "\n")
    }
    assert [number for number, _ in lines] == list(range(1, 2 * count, 2))


def test_what_is_made_from_the_record_never_fails_the_recording(demo: Desk) -> None:
    (demo.folder / "index.sqlite").unlink()
    (demo.folder / "index.sqlite").mkdir()
    result = demo.run("record", "demo", typed="Opened: 10:00\nClosed: 11:00\n")
    assert result.exit_code == 0
    assert result.stdout.count("ok desk-") == 2
    assert "plenary rebuild" in result.stderr
    assert result.stderr.count("\n") == 1
    (demo.folder / "index.sqlite").rmdir()
    demo.ok("rebuild")


def test_readable_files_wait_until_the_last_sitting_is_closed(demo: Desk) -> None:
    demo.ok("record", "demo", typed="Sitting: WGM\nOpened: 10:00\nNV: one\n")
    assert not (demo.folder / "demo" / "record.txt").exists()
    demo.ok("record", "demo", typed="Closed: 11:00\n")
    first = (demo.folder / "demo" / "record.txt").read_text(encoding="utf-8")
    assert "NV: one" in first
    demo.ok("record", "demo", typed="Check: the spelling of one\n")
    assert "the spelling" in (demo.folder / "demo" / "record.txt").read_text(encoding="utf-8")


def test_readable_files_are_there_as_soon_as_the_last_sitting_is_closed(demo: Desk) -> None:
    process = demo.start("record", "demo")
    assert process.stdin and process.stdout and process.stderr
    _exchange(process.stdin, process.stdout, "Opened: 10:00\n")
    _exchange(process.stdin, process.stdout, "Closed: 11:00\n")
    _exchange(process.stdin, process.stdout, "Check: all names\n")
    process.kill()
    process.communicate()
    record = (demo.folder / "demo" / "record.txt").read_text(encoding="utf-8")
    assert "11:00 Closed:" in record
    assert "all names" not in record


def test_without_any_input_it_says_what_to_do(demo: Desk) -> None:
    done = subprocess.run(
        f'"{sys.executable}" -m plenary_tui record demo <&-', shell=True, capture_output=True,
        text=True, env=demo.env, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert "name a file" in done.stderr
    assert done.stderr.count("\n") == 1


def test_what_is_wrong_with_the_copy_is_said_and_stops_nothing(demo: Desk) -> None:
    log = demo.folder / "demo" / "log" / "desk.1.jsonl"
    with log.open("ab") as file:
        file.write(b'{"p":"torn')
    result = demo.run("record", "demo", typed="NV: one\n")
    assert result.exit_code == 0
    assert result.stdout.startswith("ok desk-")
    assert "desk.1.jsonl" in result.stderr
    assert "Note: " in result.stderr


def test_a_recording_that_recorded_nothing_writes_nothing(held: Desk) -> None:
    readable = held.folder / "demo" / "record.txt"
    readable.write_text("as it was", encoding="utf-8")
    held.run("record", "demo", typed="\n")
    assert readable.read_text(encoding="utf-8") == "as it was"
