"""Delegations' files: recorded with who asked for what, laid side by side, refused where unsafe."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from plenary_tui.commands import receive
from plenary_tui.record.kinds import DraftReceived

from .conftest import Desk
from .test_versions import altered


@pytest.fixture
def issued(held: Desk, tmp_path: Path) -> Path:
    """Version 1 as it went out."""
    file = tmp_path / "draft-1.docx"
    held.ok("issue", "demo", "-o", file)
    return file


def sent_by(code: str, file: Path, old: bytes, new: bytes) -> Path:
    """Return a delegation's file, in which something reads otherwise."""
    return Path(shutil.move(altered(file, old, new), file.with_name(f"draft-1-{code}.docx")))


def recorded(held: Desk) -> list[DraftReceived]:
    """Return what came back, as the record has it."""
    whats = [entry.what for entry in held.record().meeting.drafts.received]
    return [what for what in whats if isinstance(what, DraftReceived)]


def test_two_delegations_make_one_table(held: Desk, issued: Path) -> None:
    one = sent_by("TR", issued, b"sub-team", b"sub-committee")
    two = sent_by("NV", issued, b"meets monthly", b"meets yearly")
    table = issued.with_name("table.md")
    told = held.ok("receive", "demo", one, two, "-o", table)
    text = table.read_text("utf-8")
    assert "Trasonia" in text and "Novaria" in text
    row = next(line for line in text.splitlines() if "monthly" in line)
    assert "−monthly" in row and "+yearly" in row and "committee" in row
    assert "TR asks for" in told and "NV asks for" in told


def test_what_came_back_is_in_the_record_under_who_sent_it(held: Desk, issued: Path) -> None:
    file = sent_by("TR", issued, b"meets monthly", b"meets yearly")
    told = held.ok("receive", "demo", file)
    assert "TR asks for" in told and "in version 1" in told
    (what,) = recorded(held)
    version = held.record().meeting.drafts.versions[0]
    assert (what.who, what.target) == (("TR",), version.id)
    change = what.changes[0]
    assert change.paragraph and change.paragraph.id in held.record().meeting.drafts.held
    assert "yearly" in change.now and change.sure and not change.tracked


def test_the_same_file_is_recorded_once(held: Desk, issued: Path) -> None:
    file = sent_by("TR", issued, b"meets monthly", b"meets yearly")
    held.ok("receive", "demo", file)
    again = held.run("receive", "demo", file)
    assert again.exit_code == 0 and "recorded before" in again.stderr
    held.ok("receive", "demo", file, "--from", "NV")
    assert [what.who for what in recorded(held)] == [("TR",), ("NV",)]


def test_who_sent_it_can_be_said(held: Desk, issued: Path) -> None:
    file = sent_by("TR", issued, b"sub-team", b"sub-committee")
    table = issued.with_name("table.md")
    held.ok("receive", "demo", file, "--from", "nv", "-o", table)
    text = table.read_text("utf-8")
    assert "| Novaria |" in text and "Trasonia" not in text
    assert held.run("receive", "demo", file, file, "--from", "NV").exit_code == 2
    result = held.run("receive", "demo", file, "--from", "XX")
    assert result.exit_code == 2 and "XX is no delegation" in result.stderr


def test_who_sent_it_is_never_guessed(held: Desk, issued: Path) -> None:
    altered(issued, b"sub-team", b"sub-committee").rename(issued)
    result = held.run("receive", "demo", issued)
    assert result.exit_code == 2 and "--from CODE" in result.stderr
    assert not recorded(held)


@pytest.mark.parametrize("typed", ["3\n", "nv\n", "9\nZZ\nNovaria\n"])
def test_who_sent_it_is_asked_at_a_terminal(
    held: Desk, issued: Path, monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    altered(issued, b"sub-team", b"sub-committee").rename(issued)
    monkeypatch.setattr(receive, "has_a_person", lambda: True)
    result = held.run("receive", "demo", issued, typed=typed)
    assert result.exit_code == 0, result.output
    assert "3  NV     Novaria" in result.stderr
    assert recorded(held)[0].who == ("NV",)


def test_an_untouched_file_says_so(held: Desk, issued: Path) -> None:
    assert "Nothing was changed" in held.ok("receive", "demo", issued, "--show")
    assert "asks for nothing" in held.ok("receive", "demo", issued, "--from", "TR")


def test_a_file_that_is_not_safe_stops_no_other(held: Desk, issued: Path) -> None:
    good = sent_by("TR", issued, b"sub-team", b"sub-committee")
    bad = issued.with_name("bad.docx")
    bad.write_bytes(b"PK nothing")
    foreign = issued.with_name("list.docx")
    held.ok("export", "demo", "decisions", "-o", foreign)
    result = held.run("receive", "demo", bad, foreign, issued.with_name("absent.docx"), good)
    assert result.exit_code == 1
    assert len(result.stderr.strip().splitlines()) == 3
    assert "bad.docx cannot be read: it is no Word file" in result.stderr
    assert "committee" in result.stdout and len(recorded(held)) == 1


def test_only_shown_nothing_is_recorded(held: Desk, issued: Path) -> None:
    before = len(held.record().entries)
    file = sent_by("TR", issued, b"sub-team", b"sub-committee")
    assert "Trasonia: " in held.ok("receive", "demo", file, "--show")
    target = issued.with_name("table.docx")
    held.ok("receive", "demo", file, "--show", "-o", target)
    assert target.read_bytes()[:2] == b"PK"
    assert len(held.record().entries) == before
    assert held.run("receive", "demo", file, "-o", "table.pdf").exit_code == 2


def test_what_was_never_issued_is_shown_and_not_recorded(held: Desk, tmp_path: Path) -> None:
    file = tmp_path / "plain.docx"
    held.ok("export", "demo", "communique", "-o", file)
    result = held.run("receive", "demo", sent_by("TR", file, b"monthly", b"yearly"))
    assert result.exit_code == 0 and "+yearly" in result.stdout
    assert "issue a version first" in result.stderr and not recorded(held)


def test_a_version_that_another_copy_issued_is_asked_for(held: Desk, issued: Path) -> None:
    log = held.folder / "demo" / "log" / "desk.1.jsonl"
    lines = log.read_bytes().splitlines(keepends=True)
    log.write_bytes(b"".join(lines[:-1]))
    result = held.run("receive", "demo", issued, "--from", "TR")
    assert result.exit_code == 1 and "merge the copy" in result.stderr


def test_all_that_came_back_is_one_table_with_what_became_of_it(held: Desk, issued: Path) -> None:
    assert "Nothing was asked for in version 1" in held.ok(
        "export", "demo", "received", "--format", "md"
    )
    held.ok("receive", "demo", sent_by("TR", issued, b"meets monthly", b"meets yearly"))
    held.ok("receive", "demo", sent_by("NV", issued, b"meets monthly", b"met once"))
    table = held.ok("export", "demo", "received", "--format", "md")
    row = next(line for line in table.splitlines() if "monthly" in line)
    assert "| Paragraph | Trasonia | Novaria |" in table
    assert row.count("→ open") == 2 and "+yearly" in row and "changed without tracking" in row
