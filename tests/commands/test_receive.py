"""Delegations' files side by side: who changed what, where, and what is not safe to read."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from .conftest import Desk
from .test_versions import altered


@pytest.fixture
def issued(held: Desk, tmp_path: Path) -> Path:
    """The communiqué as it went out."""
    file = tmp_path / "draft-1.docx"
    held.ok("issue", "demo", "-o", file)
    return file


def sent_by(code: str, file: Path, old: bytes, new: bytes) -> Path:
    """Return a delegation's file, in which something reads otherwise."""
    return Path(shutil.move(altered(file, old, new), file.with_name(f"draft-1-{code}.docx")))


def test_two_delegations_make_one_table(held: Desk, issued: Path) -> None:
    one = sent_by("TR", issued, b"sub-team", b"sub-committee")
    two = sent_by("NV", issued, b"meets monthly", b"meets yearly")
    table = issued.with_name("table.md")
    held.ok("receive", "demo", one, two, "-o", table)
    text = table.read_text("utf-8")
    assert "Trasonia" in text and "Novaria" in text
    row = next(line for line in text.splitlines() if "monthly" in line)
    assert "−monthly" in row and "+yearly" in row and "committee" in row


def test_who_sent_it_can_be_said(held: Desk, issued: Path) -> None:
    file = sent_by("TR", issued, b"sub-team", b"sub-committee")
    table = issued.with_name("table.md")
    held.ok("receive", "demo", file, "--from", "OS", "-o", table)
    text = table.read_text("utf-8")
    assert "| OS |" in text and "Trasonia" not in text
    assert held.run("receive", "demo", file, file, "--from", "OS").exit_code == 2


def test_an_untouched_file_says_so(held: Desk, issued: Path) -> None:
    assert "Nothing was changed" in held.ok("receive", "demo", issued)


def test_a_file_that_is_not_safe_stops_no_other(held: Desk, issued: Path) -> None:
    good = sent_by("TR", issued, b"sub-team", b"sub-committee")
    bad = issued.with_name("bad.docx")
    bad.write_bytes(b"PK nothing")
    foreign = issued.with_name("list.docx")
    held.ok("export", "demo", "decisions", "-o", foreign)
    result = held.run("receive", "demo", bad, foreign, issued.with_name("absent.docx"), good)
    assert result.exit_code == 1
    assert len(result.stderr.strip().splitlines()) == 3
    assert "committee" in result.stdout


def test_the_table_is_a_word_file_too_and_nothing_is_recorded(held: Desk, issued: Path) -> None:
    before = len(held.record().entries)
    file = sent_by("TR", issued, b"sub-team", b"sub-committee")
    target = issued.with_name("table.docx")
    held.ok("receive", "demo", file, "-o", target)
    assert target.read_bytes()[:2] == b"PK"
    assert len(held.record().entries) == before
    assert held.run("receive", "demo", file, "-o", "table.pdf").exit_code == 2
