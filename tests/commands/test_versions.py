"""A draft that went out: which version it is, whether it was altered, what changed since."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest

from plenary_tui.documents.word.lint import lint
from plenary_tui.documents.word.reader import original_and_final

from .conftest import Desk

MORE = "Proposal OS: A second fund for training\nAdopted:\n"


@pytest.fixture
def first(held: Desk, tmp_path: Path) -> Path:
    """Version 1 of the communiqué, as a file; the record goes on after it."""
    file = tmp_path / "one.docx"
    held.ok("issue", "demo", "--symbol", "KP/2018/L.1", "-o", file)
    held.ok("record", "demo", typed=MORE)
    return file


def altered(file: Path, old: bytes, new: bytes, part: str = "word/document.xml") -> Path:
    """Return a copy of a file in whose text something reads otherwise."""
    copy = file.with_name("altered.docx")
    with ZipFile(file) as source, ZipFile(copy, "w") as target:
        for entry in source.infolist():
            data = source.read(entry)
            if entry.filename == part:
                assert old in data
                data = data.replace(old, new)
            target.writestr(entry, data)
    return copy


def test_a_file_says_which_version_it_is_also_when_the_record_has_gone_on(
    held: Desk, first: Path
) -> None:
    told = held.ok("verify", first)
    assert "version 1 of demo (KP/2018/L.1), DRAFT, in English, issued on" in told
    assert told.endswith(": unaltered.\n")


def test_an_altered_file_says_where_and_how(held: Desk, first: Path) -> None:
    result = held.run("verify", altered(first, b"sub-team", b"sub-committee"))
    assert result.exit_code == 1
    assert "It was altered" in result.stdout and "paragraph" in result.stdout
    assert "sub-team" in result.stdout and "sub-committee" in result.stdout


def test_a_draft_that_was_not_issued_says_so_and_verifies(held: Desk, tmp_path: Path) -> None:
    file = tmp_path / "now.docx"
    held.ok("export", "demo", "communique", "--language", "fr", "-o", file)
    held.ok("record", "demo", typed=MORE)
    told = held.ok("verify", file)
    assert "demo, DRAFT, in French, drawn up on" in told and "unaltered" in told
    assert "DRAFT, not issued, " in held.ok("export", "demo", "communique", "--format", "md")


def test_a_version_as_it_stood_then_verifies_too(held: Desk, tmp_path: Path) -> None:
    file = tmp_path / "then.docx"
    held.ok("export", "demo", "news", "--until", "10:32", "-o", file)
    assert "unaltered" in held.ok("verify", file)


@pytest.mark.parametrize("variant", ["--annotated", "--footnotes", "--wide"])
def test_every_variant_of_a_version_is_that_version(held: Desk, first: Path, variant: str) -> None:
    file = Path(held.ok("export", "demo", "communique", "--version", "1", variant).strip())
    assert file.name == f"demo-communique-v1-{variant.lstrip('-')}.docx"
    assert lint(file.read_bytes()) == ()
    assert "unaltered" in held.ok("verify", file)
    assert file.read_bytes() != first.read_bytes()


def test_a_version_that_was_never_issued_here_says_that_a_copy_is_missing(
    held: Desk, first: Path
) -> None:
    log = held.folder / "demo" / "log" / "desk.1.jsonl"
    lines = log.read_bytes().splitlines(keepends=True)
    log.write_bytes(b"".join(lines[:5]))
    result = held.run("verify", first)
    assert result.exit_code == 1 and "merge the copy" in result.stdout
    claimed = altered(first, b">1<", b">7<", "docProps/custom.xml")
    assert "version 7 of demo" in held.run("verify", claimed).stdout


def test_what_is_no_draft_of_ours_is_said_so(held: Desk, tmp_path: Path) -> None:
    plain = tmp_path / "list.docx"
    held.ok("export", "demo", "decisions", "-o", plain)
    assert held.run("verify", plain).exit_code == 1
    broken = tmp_path / "broken.docx"
    broken.write_bytes(b"PK no file")
    result = held.run("verify", broken)
    assert result.exit_code == 1 and result.stderr.count("\n") == 1
    assert held.run("verify", tmp_path / "absent.docx").exit_code == 2


@pytest.mark.parametrize("against", ["one.docx", "10:32", "1"])
@pytest.mark.parametrize("version", ["", "2"])
def test_the_changes_since_are_tracked(held: Desk, first: Path, against: str, version: str) -> None:
    named = first if against.endswith("docx") else against
    file = first.with_name("changes.docx")
    which: tuple[str, ...] = ()
    if version:
        held.ok("issue", "demo")
        which = ("--version", version)
    held.ok("export", "demo", "communique", *which, "--against", named, "-o", file)
    was, now = original_and_final(file.read_bytes())
    assert "second fund" not in " ".join(was) and "second fund" in " ".join(now)
    assert "unaltered" in held.ok("verify", file)


def test_changes_between_two_versions_are_the_same_file_each_time(held: Desk, first: Path) -> None:
    held.ok("issue", "demo")
    args = ("export", "demo", "communique", "--version", "2", "--against", "1")
    file = Path(held.ok(*args).strip())
    assert file.name == "demo-communique-v2-changes-since-1.docx"
    before = file.read_bytes()
    held.ok("record", "demo", typed="Proposal TR: A third fund\n")
    held.ok(*args)
    assert file.read_bytes() == before


def test_changes_are_tracked_within_one_language(held: Desk, first: Path) -> None:
    held.ok("issue", "demo", "--label", "1", "--language", "fr")
    file = first.with_name("changes.docx")
    french = ("export", "demo", "communique", "--language", "fr")
    held.ok(*french, "--against", "1", "-o", file)
    was, now = original_and_final(file.read_bytes())
    assert "second fund" not in " ".join(was) and "second fund" in " ".join(now)
    assert "add --language en" in held.run(*french, "--against", first).stderr


@pytest.mark.parametrize(
    ("args", "why"),
    [
        (("communique", "--version", "9"), "There is no version 9: there is 1."),
        (("communique", "--version", "1", "--language", "fr"), "is not issued in French"),
        (("communique", "--version", "1", "--final"), "stands as it was issued"),
        (("communique", "--version", "1", "--until", "10:32"), "stands as it was issued"),
        (("news", "--version", "1"), "--version is for communique only"),
        (("communique", "--against", "nowhere.docx"), "cannot be read"),
        (("communique", "--against", "not a time"), "no version (there is 1), no time"),
        (("communique", "--format", "md", "--against", "1"), "as Word files only"),
        (("communique", "--format", "md", "--wide"), "for Word files only"),
        (("communique", "--house", "nowhere.dotx"), "cannot be read"),
        (("summary", "--against", "1"), "--against is for communique and news as Word files"),
    ],
)
def test_what_is_not_to_be_had_is_said_in_one_sentence(
    held: Desk, first: Path, args: tuple[str, ...], why: str
) -> None:
    result = held.run("export", "demo", *args)
    assert result.exit_code == 2 and result.stderr.strip().count("\n") == 0
    assert why in result.stderr


def test_changes_are_not_tracked_against_another_document(held: Desk, first: Path) -> None:
    plain = first.with_name("list.docx")
    held.ok("export", "demo", "decisions", "-o", plain)
    result = held.run("export", "demo", "communique", "--against", plain)
    assert result.exit_code == 2 and "no communiqué or news note" in result.stderr


def test_a_house_template_is_the_base_of_a_version(held: Desk, first: Path) -> None:
    base = first.with_name("house.docx")
    held.ok("export", "demo", "journal", "-o", base)
    args = ("export", "demo", "communique", "--version", "1", "--house", base)
    file = Path(held.ok(*args).strip())
    assert file.name == "demo-communique-v1-house.docx"
    assert "unaltered" in held.ok("verify", file)


def test_the_template_of_the_settings_is_the_base_unless_none_is_asked_for(
    held: Desk, first: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    base = first.with_name("office.docx")
    held.ok("export", "demo", "journal", "-o", base)
    settings = first.with_name("settings.toml")
    settings.write_text(f'house_template = "{base}"\n')
    monkeypatch.setenv("PLENARY_SETTINGS", str(settings))
    again = first.with_name("again.docx")
    args = ("export", "demo", "communique", "--version", "1", "-o", again)
    held.ok(*args)
    assert again.read_bytes() != first.read_bytes() and "unaltered" in held.ok("verify", again)
    held.ok(*args, "--house", "none")
    assert again.read_bytes() == first.read_bytes()
    base.unlink()
    count = len(held.record().entries)
    result = held.run("issue", "demo")
    assert result.exit_code == 2 and "office.docx cannot be read" in result.stderr
    assert len(held.record().entries) == count


def test_a_document_without_a_mark_is_said_to_bear_none(held: Desk, tmp_path: Path) -> None:
    file = tmp_path / "decisions.docx"
    held.ok("export", "demo", "decisions", "-o", file)
    result = held.run("verify", file)
    assert result.exit_code == 1 and "decisions.docx bears no mark of a session" in result.output
