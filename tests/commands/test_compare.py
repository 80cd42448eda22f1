"""`plenary compare`: what it prints, and with what it exits."""

from __future__ import annotations

import shutil
from pathlib import Path
from zipfile import ZipFile

import pytest

from .conftest import Desk


@pytest.fixture
def other(held: Desk, tmp_path: Path) -> Path:
    """Another laptop's copy of `demo`, on which the record went on."""
    folder = tmp_path / "stick" / "demo"
    shutil.copytree(held.folder / "demo", folder)
    there = Desk(folder.parent, held.plan, station="annex")
    there.ok("record", "demo", typed="Reservation TR: as to the costs\n")
    return folder


def test_two_copies_before_a_merge_and_after_it(held: Desk, other: Path) -> None:
    found = held.run("compare", "demo", other)
    assert found.exit_code == 1, found.output
    assert "--- sessions/demo: " in found.stdout and "+++ stick/demo: " in found.stdout
    assert " entries alike" in found.stdout and "as to the costs" in found.stdout
    assert "can live with it" not in found.stdout
    mirrored = held.run("compare", other, "demo").stdout
    assert "- " in mirrored and "1 only on the left" in mirrored
    held.ok("merge", "demo", other)
    there = Desk(other.parent, held.plan, station="annex")
    there.ok("merge", "demo", held.folder / "demo")
    assert held.ok("compare", "demo", other).endswith("\nThe two are alike.\n")


def test_a_session_is_alike_with_itself_and_what_is_none_is_wrong_use(
    held: Desk, tmp_path: Path
) -> None:
    assert "The two are alike." in held.ok("compare", "demo", "demo", "--plain")
    for wrong in ("nothing", str(tmp_path)):
        found = held.run("compare", "demo", wrong)
        assert found.exit_code == 2 and "session" in found.stderr
    assert held.run("compare", "demo", "demo", "--language", "fr").exit_code == 2


@pytest.fixture
def issued(held: Desk, tmp_path: Path) -> Path:
    """The file of version 1; the record goes on after it."""
    file = tmp_path / "one.docx"
    held.ok("issue", "demo", "-o", file)
    held.ok("record", "demo", typed="Proposal OS: A second fund for training\nAdopted:\n")
    return file


def test_two_drafts_by_version_moment_and_as_they_stand(held: Desk, issued: Path) -> None:
    found = held.run("compare", "--draft", "demo@1", "demo")
    assert found.exit_code == 1
    assert "--- demo, version 1: " in found.stdout and "+++ demo as it stands: " in found.stdout
    assert "a second fund for training" in found.stdout.casefold()
    assert found.stdout.endswith("\n2 differences: 2 only on the right.\n")  # its heading too
    held.ok("issue", "demo")
    assert "The two are alike." in held.ok("compare", "--draft", "demo@2", "demo")
    assert held.run("compare", "--draft", "demo@10:32", "demo@1").exit_code == 1
    wrong = held.run("compare", "--draft", "demo@7", "demo")
    assert wrong.exit_code == 2 and "there is 1, 2" in wrong.stderr
    assert held.run("compare", "--draft", "demo", "demo", "--language", "fr").exit_code == 0


def test_a_word_file_that_came_back_is_compared_as_it_reads(held: Desk, issued: Path) -> None:
    assert "The two are alike." in held.ok("compare", "--draft", "demo@1", issued)
    back = issued.with_name("back.docx")
    with ZipFile(issued) as source, ZipFile(back, "w") as target:
        for entry in source.infolist():
            data = source.read(entry)
            if entry.filename == "word/document.xml":
                assert b"sub-team" in data
                data = data.replace(b"sub-team", b"sub-committee")
            target.writestr(entry, data)
    found = held.run("compare", "--draft", "demo@1", back)
    assert found.exit_code == 1
    assert "{-team-} {+committee+}" in found.stdout
    assert "+++ back.docx: " in found.stdout


def test_a_word_file_from_elsewhere_and_a_missing_one_are_refused(held: Desk, issued: Path) -> None:
    missing = held.run("compare", "--draft", "demo@1", "gone.docx")
    assert missing.exit_code == 2 and "gone.docx cannot be read" in missing.stderr
    strange = issued.with_name("strange.docx")
    strange.write_bytes(b"PK nothing")
    assert held.run("compare", "--draft", "demo@1", strange).exit_code in (1, 2)


def test_the_help_names_the_redline_and_the_exit_status(desk: Desk) -> None:
    said = " ".join(desk.ok("compare", "--help").split())
    assert "--version 2 --against 1" in said and "1 when they differ" in said
