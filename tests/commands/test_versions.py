"""A draft that went out: which version it is, whether it was altered, what changed since."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest

from plenary_tui.documents.word.reader import original_and_final

from .conftest import Desk

MORE = "Proposal OS: A second fund for training\nAdopted:\n"


@pytest.fixture
def first(held: Desk, tmp_path: Path) -> Path:
    """Version 1 of the communiqué, as a file; the record goes on after it."""
    file = tmp_path / "one.docx"
    held.ok("export", "demo", "communique", "--version", "1", "-o", file)
    held.ok("record", "demo", typed=MORE)
    return file


def altered(file: Path, old: bytes, new: bytes) -> Path:
    """Return a copy of a file in whose text something reads otherwise."""
    copy = file.with_name("altered.docx")
    with ZipFile(file) as source, ZipFile(copy, "w") as target:
        for entry in source.infolist():
            data = source.read(entry)
            if entry.filename == "word/document.xml":
                assert old in data
                data = data.replace(old, new)
            target.writestr(entry, data)
    return copy


def test_a_file_says_which_version_it_is_also_when_the_record_has_gone_on(
    held: Desk, first: Path
) -> None:
    told = held.ok("verify", first)
    assert "draft version 1 of demo" in told and "unaltered" in told


def test_an_altered_file_says_where_and_how(held: Desk, first: Path) -> None:
    result = held.run("verify", altered(first, b"sub-team", b"sub-committee"))
    assert result.exit_code == 1
    assert "It was altered" in result.stdout and "paragraph" in result.stdout
    assert "sub-team" in result.stdout and "sub-committee" in result.stdout


def test_a_version_as_it_stood_then_verifies_too(held: Desk, tmp_path: Path) -> None:
    file = tmp_path / "then.docx"
    held.ok("export", "demo", "news", "--until", "10:32", "-o", file)
    assert "unaltered" in held.ok("verify", file)


def test_a_version_of_another_copy_says_that_one_is_missing(held: Desk, first: Path) -> None:
    log = held.folder / "demo" / "log" / "desk.1.jsonl"
    lines = log.read_bytes().splitlines(keepends=True)
    log.write_bytes(b"".join(lines[:5]))
    result = held.run("verify", first)
    assert result.exit_code == 1 and "merge the copy" in result.stdout


def test_what_is_no_draft_of_ours_is_said_so(held: Desk, tmp_path: Path) -> None:
    plain = tmp_path / "list.docx"
    held.ok("export", "demo", "decisions", "-o", plain)
    assert held.run("verify", plain).exit_code == 1
    broken = tmp_path / "broken.docx"
    broken.write_bytes(b"PK no file")
    result = held.run("verify", broken)
    assert result.exit_code == 1 and result.stderr.count("\n") == 1
    assert held.run("verify", tmp_path / "absent.docx").exit_code == 2


@pytest.mark.parametrize("against", ["one.docx", "10:32"])
def test_the_changes_since_are_tracked(held: Desk, first: Path, against: str) -> None:
    named = first if against.endswith("docx") else against
    file = first.with_name("changes.docx")
    held.ok("export", "demo", "communique", "--version", "2", "--against", named, "-o", file)
    was, now = original_and_final(file.read_bytes())
    assert "second fund" not in " ".join(was) and "second fund" in " ".join(now)


def test_changes_can_only_be_tracked_against_this_meetings_text(held: Desk, first: Path) -> None:
    plain = first.with_name("list.docx")
    held.ok("export", "demo", "decisions", "-o", plain)
    for args in (
        ("communique", "--against", plain),
        ("communique", "--against", "nowhere.docx"),
        ("communique", "--against", "not a time"),
        ("summary", "--against", first),
        ("communique", "--format", "md", "--against", first),
    ):
        result = held.run("export", "demo", *args)
        assert result.exit_code == 2 and result.stderr.strip().count("\n") == 0
