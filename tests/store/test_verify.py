"""Verifying names the file, the line, the offset and what to do, for each kind of damage."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from plenary_tui.errors import WrongUse
from plenary_tui.store.chain import encode
from plenary_tui.store.merge import merge
from plenary_tui.store.session import Session
from plenary_tui.store.verify import VerifyReport, verify

from .sessions import clock, copy_of, new_session, record

Lines = list[bytes]
Damager = Callable[[Lines], Lines]


@pytest.fixture
def session(tmp_path: Path) -> Path:
    return new_session(
        tmp_path / "s", "NV: first", "OS: second", "In camera:", "NV: hidden", "Open session:",
        "Private: a note", "TR: last",
    )  # fmt: skip


def damaged(session: Path, damage: Damager, file: str = "log/antwerp.1.jsonl") -> VerifyReport:
    path = session / file
    lines = path.read_bytes().split(b"\n")[:-1]
    path.write_bytes(b"".join(line + b"\n" for line in damage(lines)))
    return verify(session)


def offset(session: Path, line: int, file: str = "log/antwerp.1.jsonl") -> int:
    lines = (session / file).read_bytes().split(b"\n")
    return sum(len(one) + 1 for one in lines[: line - 1])


def test_a_whole_session_holds(session: Path) -> None:
    report = verify(session)
    assert report == VerifyReport(True, (), 19)


def flip(lines: Lines) -> Lines:
    return [*lines[:12], lines[12].replace(b"first", b"furst"), *lines[13:]]


def cut(lines: Lines) -> Lines:
    return [*lines[:12], lines[12][:-30], *lines[13:]]


def remove(lines: Lines) -> Lines:
    return [*lines[:12], *lines[13:]]


def reorder(lines: Lines) -> Lines:
    return [*lines[:12], lines[13], lines[12], *lines[14:]]


@pytest.mark.parametrize(
    ("damage", "says"),
    [
        (flip, "checksum does not hold"),
        (cut, "unfinished"),
        (remove, "antwerp-14 does not follow antwerp-12"),
        (reorder, "antwerp-14 stands out of its place"),
    ],
)
def test_damage_is_named_with_its_place_and_what_to_do(
    session: Path, damage: Damager, says: str
) -> None:
    report = damaged(session, damage)
    assert not report.holds
    (line, *_) = [line for line in report.lines if says in line]
    assert line.startswith(f"log/antwerp.1.jsonl, line 13 (byte {offset(session, 13)}): ")
    assert "`plenary merge`" in line


def test_a_log_that_was_written_over_does_not_hold(session: Path) -> None:
    log = session / "log" / "antwerp.1.jsonl"
    log.write_bytes(b"\x8e\n" + b"\0\n" + bytes(range(1, 256)) * 35)
    report = verify(session)
    assert (report.holds, report.entries) == (False, 0)
    lines = [line for line in report.lines if line.startswith("log/")]
    assert len(lines) == 1, "one sentence for all of it"
    assert "lines 1 to 38 (from byte 0): it is no line of a log" in lines[0]
    assert "`plenary merge`" in lines[0]


def test_an_emptied_log_does_not_hold_beside_what_was_written_from_it(session: Path) -> None:
    (session / "log" / "antwerp.1.jsonl").write_bytes(b"")
    assert verify(session).holds, "nothing says that anything was recorded"
    (session / "record.txt").write_text("10:00 Opened:")
    assert not verify(session).holds


def test_a_line_of_another_station_or_session_is_foreign(session: Path, tmp_path: Path) -> None:
    other = new_session(tmp_path / "other", "NV: elsewhere")
    record(other, "brussels", ["OS: there"])
    brussels = (other / "log" / "brussels.1.jsonl").read_bytes().strip()
    elsewhere = (other / "log" / "antwerp.1.jsonl").read_bytes().splitlines()[12]
    one, two = copy_of(session, tmp_path / "a"), copy_of(session, tmp_path / "b")
    report = damaged(one, lambda lines: [*lines[:13], brussels, *lines[13:]])
    assert not report.holds
    assert any("line 14" in line and "no entry of antwerp" in line for line in report.lines)
    report = damaged(two, lambda lines: [*lines[:13], elsewhere, *lines[13:]])
    assert not report.holds
    assert any("line 14" in line and "a second time" in line for line in report.lines)


def test_an_entry_added_by_hand_does_not_pass_for_a_link_of_the_chain(session: Path) -> None:
    last = Session(session).record.entries[-1]
    forged = last.model_copy(update={"id": "antwerp-20"})
    report = damaged(session, lambda lines: [*lines, encode(forged, "ab" * 16, "cd" * 16).line.raw])
    assert not report.holds
    assert any("antwerp-20 does not follow antwerp-19" in line for line in report.lines)


def test_altered_words_under_seal_break_it(session: Path) -> None:
    def alter(lines: Lines) -> Lines:
        return [line.replace(b"hidden", b"hidden, they say") for line in lines]

    report = damaged(session, alter, "sealed/antwerp.jsonl")
    assert not report.holds
    (line,) = [line for line in report.lines if "sealed/antwerp.jsonl" in line]
    assert line.startswith("sealed/antwerp.jsonl, line 1 (byte 0): ")
    assert "antwerp-16" in line and "plenary merge" in line


def test_a_copy_without_sealed_words_holds_and_says_what_is_not_there(session: Path) -> None:
    shutil.rmtree(session / "sealed")
    report = verify(session)
    assert report.holds
    assert [line for line in report.lines if "2 entries" in line and "under seal" in line]


def test_what_a_crash_left_is_told_and_breaks_nothing(session: Path) -> None:
    for file in ("log/antwerp.1.jsonl", "sealed/antwerp.jsonl"):
        with (session / file).open("ab") as log:
            log.write(b'{"p":"0123')
    record(session, "antwerp", ["Private: goes on"], now=clock(start="2018-06-19T12:00"))
    report = verify(session)
    assert report.holds
    assert len([line for line in report.lines if "never acknowledged" in line]) == 2


def test_words_of_an_append_that_failed_after_them_break_nothing(session: Path) -> None:
    sealed = session / "sealed" / "antwerp.jsonl"
    first = sealed.read_bytes().splitlines()[0]
    left = first.replace(b'"antwerp-16"', b'"antwerp-20"').replace(b"hidden", b"never said")
    sealed.write_bytes(sealed.read_bytes() + left + b"\n")
    record(session, "antwerp", ["In camera:", "NV: what was said"])
    assert verify(session).holds


def test_a_log_that_others_know_to_be_longer_is_missed(session: Path, tmp_path: Path) -> None:
    record(session, "brussels", ["10:59 s/last/least/"])
    longer = Session(session).record
    assert longer.waiting() == {}
    report = damaged(session, lambda lines: lines[:9])
    assert any("antwerp-10" in line and "cannot be placed" in line for line in report.lines)


def test_holes_in_the_numbers_and_conflicts_are_told(tmp_path: Path) -> None:
    session = new_session(
        tmp_path / "s", "Draft decision NV: one", "Adopted:", "Draft decision NV: two", "Adopted:"
    )
    assert verify(session).lines == ()
    damaged(session, lambda lines: [*lines[:13], *lines[14:]])
    report = verify(session)
    assert any("Administrative Decision 1" in line for line in report.lines)
    one = new_session(tmp_path / "one", "Proposal NV: a text")
    two = copy_of(one, tmp_path / "two")
    record(one, "brussels", ["Objection TR: no"], now=clock())
    record(two, "antwerp", ["Adopted:"], now=clock(start="2018-06-19T12:00"))
    merge(one, two)
    (line,) = verify(one).lines
    assert line == "Adopted over an objection that stands: brussels-1, antwerp-14."
    assert verify(one).holds


def test_a_folder_that_is_no_session_is_wrong_use(tmp_path: Path) -> None:
    with pytest.raises(WrongUse, match="holds no session"):
        verify(tmp_path)
