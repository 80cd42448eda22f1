"""`plenary export` of Word files: where they go, and where they never go."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from plenary_tui.documents.word.lint import lint
from tests.documents.word.readback import body, named, parts, words

from .conftest import Desk

KINDS = ("communique", "news", "journal", "decisions", "summary")


def written(desk: Desk, *args: str | Path) -> Path:
    """Export, and return the file that the command names."""
    return Path(desk.ok("export", "demo", *args).strip())


@pytest.mark.parametrize("kind", KINDS)
def test_a_document_is_a_word_file_in_the_sessions_drafts(held: Desk, kind: str) -> None:
    file = written(held, kind)
    assert file.parent == held.folder / "demo" / "drafts"
    assert file.name.startswith(f"demo-{kind}") and file.suffix == ".docx"
    data = file.read_bytes()
    assert lint(data) == ()
    assert "sub-team" in "\n".join(words(one) for one in body(data))
    everything = b"".join(parts(data).values())
    assert b"the word stays here" not in everything and b"was angry" not in everything


def test_the_name_of_the_file_says_its_format(held: Desk, tmp_path: Path) -> None:
    text = written(held, "decisions", "-o", tmp_path / "list.md")
    assert text.read_text("utf-8").startswith("# List of decisions")
    assert written(held, "decisions", "-o", tmp_path / "list.docx").read_bytes()[:2] == b"PK"
    assert written(held, "decisions", "-o", tmp_path / "list").read_bytes()[:2] == b"PK"


def test_no_version_of_a_draft_replaces_another(held: Desk) -> None:
    for _ in range(2):
        held.ok("issue", "demo")
    one = written(held, "communique", "--version", "1")
    two = written(held, "communique", "--version", "2")
    annotated = written(held, "communique", "--version", "2", "--annotated")
    assert one.name == "demo-communique-v1.docx" and two.name == "demo-communique-v2.docx"
    assert annotated.name == "demo-communique-v2-annotated.docx"
    for file, said in ((one, "version 1,"), (two, "version 2,"), (annotated, ", annotated")):
        footers = named(file.read_bytes(), "footer").values()
        assert all(said in words(footer) for footer in footers)


def test_annotated_it_says_what_each_paragraph_rests_on(held: Desk, tmp_path: Path) -> None:
    file = written(held, "decisions", "--annotated", "-o", tmp_path / "list.docx")
    comments = parts(file.read_bytes())["word/comments.xml"].decode()
    assert "10:32: Novaria, draft decision" in comments or "10:32: Novaria, proposal" in comments


def test_sealed_words_stay_out_of_the_sessions_drafts(
    held: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    file = written(held, "summary", "--whole")
    assert file.resolve().parent == here
    assert not (held.folder / "demo" / "drafts").exists()
    everything = b"".join(parts(file.read_bytes()).values())
    assert b"the word stays here" in everything and b"RESTRICTED" in everything


def test_a_session_that_may_not_be_written_gets_its_documents_here(
    held: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (held.folder / "demo" / "drafts").write_text("a file where the folder would be")
    monkeypatch.chdir(tmp_path)
    assert written(held, "journal").resolve().parent == tmp_path


def test_a_pipe_gets_the_file_and_a_terminal_never(held: Desk) -> None:
    args = [sys.executable, "-m", "plenary_tui", "export", "demo", "journal", "-o", "-"]
    piped = subprocess.run(args, capture_output=True, env=held.env, timeout=60, check=True)
    assert lint(piped.stdout) == ()
    ours, theirs = pty.openpty()
    try:
        done = subprocess.run(
            args, stdout=theirs, stderr=subprocess.PIPE, env=held.env, timeout=60, check=False
        )
        os.set_blocking(ours, False)
        with pytest.raises(BlockingIOError):
            os.read(ours, 1)
    finally:
        os.close(ours)
        os.close(theirs)
    assert done.returncode == 2
    assert done.stderr.decode().count("\n") == 1 and b"-o" in done.stderr


def test_a_draft_says_which_version_of_which_session_it_is_and_a_register_does_not(
    held: Desk,
) -> None:
    from plenary_tui.documents.word.reader import claims
    from plenary_tui.store.session import Session

    before = Session(held.folder / "demo").hash()
    held.ok("issue", "demo", "--label", "2")
    said = claims(written(held, "communique", "--version", "2").read_bytes())
    assert (said.session, said.version, said.state) == ("demo", "2", "DRAFT")
    assert said.record == before
    assert claims(written(held, "journal").read_bytes()).session == ""
