"""`plenary issue`: what goes out under a label, what it says, and what it refuses."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from plenary_tui.documents.word.lint import lint
from plenary_tui.record.kinds import DraftIssued
from tests.documents.word.readback import named, words

from .conftest import Desk

OPEN = "Proposal OS: A second fund for training\n"
MORE = f"{OPEN}Adopted:\n"


def issued(desk: Desk, *args: str | Path) -> tuple[str, Path]:
    """Issue a version; return what is said of it, and its file."""
    *told, file = desk.ok("issue", "demo", *args).splitlines()
    return " ".join(told), Path(file)


def numbers(desk: Desk, *args: str) -> list[str]:
    """Return how the paragraphs of a version are numbered, as its text has them."""
    text = desk.ok("export", "demo", "communique", "--format", "txt", *args)
    return re.findall(r"^ *(\d+(?: bis)?)\. ", text, re.MULTILINE)


def test_it_says_what_went_out_and_writes_its_file(held: Desk) -> None:
    held.ok("record", "demo", typed=OPEN)
    told, file = issued(held)
    assert told.startswith("Issued version 1 of demo, DRAFT, in English: ")
    assert told.endswith("numbered paragraphs, 1 open bracket.")
    assert file == held.folder / "demo" / "drafts" / "demo-communique-v1.docx"
    assert lint(file.read_bytes()) == ()
    footers = [words(one) for one in named(file.read_bytes(), "footer").values()]
    what = held.record().meeting.drafts.versions[0].entry.what
    assert isinstance(what, DraftIssued)
    assert all("DRAFT, version 1, " in one and what.record[:12] in one for one in footers)


def test_labels_count_and_symbols_are_revised(held: Desk) -> None:
    assert "(KP/2018/L.1)" in issued(held, "--symbol", "KP/2018/L.1")[0]
    second, file = issued(held)
    assert "version 2 of demo (KP/2018/L.1/Rev.1)" in second and file.name.endswith("-v2.docx")
    assert "version 3 of demo (KP/2018/L.1/Rev.2)" in issued(held)[0]
    taken = held.run("issue", "demo", "--label", "2")
    assert taken.exit_code == 2 and "the next one is 4" in taken.stderr
    assert "version Working text of" in issued(held, "--label", "Working text")[0]
    assert issued(held)[1].name == "demo-communique-v4.docx"


def test_a_version_reads_the_same_whatever_came_since(held: Desk, tmp_path: Path) -> None:
    _, file = issued(held)
    first = {
        form: held.ok("export", "demo", "communique", "--version", "1", "--format", form)
        for form in ("md", "html", "txt")
    }
    notes = tmp_path / "notes.docx"
    held.ok("export", "demo", "communique", "--version", "1", "--annotated", "-o", notes)
    before = notes.read_bytes()
    held.ok("record", "demo", typed=f"{MORE}s/sub-team/working party/\n")
    again = tmp_path / "again.docx"
    held.ok("export", "demo", "communique", "--version", "1", "-o", again)
    held.ok("export", "demo", "communique", "--version", "1", "--annotated", "-o", notes)
    assert again.read_bytes() == file.read_bytes() and notes.read_bytes() == before
    for form, text in first.items():
        assert held.ok("export", "demo", "communique", "--version", "1", "--format", form) == text
    assert "second fund" in held.ok("export", "demo", "communique", "--format", "md")


def test_numbers_freeze_with_the_first_version(held: Desk) -> None:
    before = numbers(held)
    issued(held)
    assert numbers(held, "--version", "1") == before
    held.ok("record", "demo", typed=MORE)
    now = numbers(held)
    assert set(before) < set(now) and [one for one in now if "bis" in one]
    issued(held)
    assert numbers(held, "--version", "2") == now


def test_a_second_language_has_the_label_and_the_numbers_of_the_first(held: Desk) -> None:
    issued(held, "--symbol", "KP/2018/L.1")
    held.ok("record", "demo", typed=MORE)
    told, file = issued(held, "--language", "fr")
    assert "version 1 of demo (KP/2018/L.1), DRAFT, in French" in told
    assert file.name == "demo-communique-v1-fr.docx"
    french = held.ok("export", "demo", "communique", "--version", "1", "--language", "fr",
                     "--format", "txt")  # fmt: skip
    assert "s’est tenue" in french and "«\u202fTraining Intersessional\u202f»" in french
    assert "second fund" not in french
    assert numbers(held, "--version", "1", "--language", "fr") == numbers(held, "--version", "1")
    assert "in French, issued" in held.ok("verify", file)


@pytest.mark.parametrize(
    ("args", "why"),
    [
        (("--language", "fr"), "which comes first"),
        (("--language", "de"), "There is no communique in de"),
        (("--final", "--chairs-text"), "not both"),
        (("-o", "-"), "Name a file after -o"),
        (("-o", "x.pdf"), "pdf files cannot be written"),
        (("--label", "x" * 41), "at most 40 signs"),
    ],
)
def test_what_makes_no_sense_is_refused_and_nothing_is_recorded(
    held: Desk, args: tuple[str, ...], why: str
) -> None:
    count = len(held.record().entries)
    result = held.run("issue", "demo", *args)
    assert result.exit_code == 2 and why in result.stderr
    assert len(held.record().entries) == count


def test_a_language_once_and_with_the_symbol_and_state_it_has(held: Desk) -> None:
    issued(held)
    assert "are the same" in held.run("issue", "demo", "--language", "fr", "--final").stderr
    issued(held, "--language", "fr")
    assert "in French already" in held.run("issue", "demo", "--language", "fr").stderr


def test_a_final_is_refused_while_brackets_stand_and_the_ways_out_are_named(held: Desk) -> None:
    held.ok("record", "demo", typed=OPEN)
    count = len(held.record().entries)
    for args in (("issue", "demo", "--final"), ("export", "demo", "communique", "--final")):
        result = held.run(*args)
        assert result.exit_code == 1 and result.stderr.count("\n") == 1
        assert "brackets are open in paragraph" in result.stderr
        assert "plenary issue demo --chairs-text" in result.stderr
        assert "plenary export demo chairs-summary" in result.stderr
    assert len(held.record().entries) == count
    told, file = issued(held, "--chairs-text")
    assert "CHAIR'S TEXT" in told and file.name == "demo-communique-v1-chairs-text.docx"
    footers = [words(one) for one in named(file.read_bytes(), "footer").values()]
    assert all("not agreed in full" in one for one in footers)
    held.ok("record", "demo", typed="Adopted:\n")


def test_a_final_without_brackets_is_final(held: Desk) -> None:
    told, file = issued(held, "--final")
    assert ", FINAL, " in told and file.name == "demo-communique-v1-final.docx"
    assert "FINAL, in English, issued" in held.ok("verify", file)


def test_a_file_that_cannot_be_written_leaves_the_version_and_says_how_to_get_it(
    held: Desk, tmp_path: Path
) -> None:
    result = held.run("issue", "demo", "-o", tmp_path / "nowhere" / "x.docx")
    assert result.exit_code == 1
    assert "Version 1 is issued" in result.stderr
    assert "plenary export demo communique --version 1 -o FILE" in result.stderr
    held.ok("export", "demo", "communique", "--version", "1")
