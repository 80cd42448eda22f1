"""`plenary export … --language fr`: which documents there are in French, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from plenary_tui.cli import plenary

from ..sessions.shipped import SESSIONS, TRAINING


def export(*args: str) -> Result:
    return CliRunner().invoke(plenary, ["--sessions", str(SESSIONS), "export", TRAINING, *args])


@pytest.mark.parametrize(
    ("kind", "title"), [("communique", "Communiqué final"), ("news", "Note d’information")]
)
@pytest.mark.parametrize("form", ["docx", "md", "html", "txt"])
def test_a_public_document_is_written_in_french(
    tmp_path: Path, kind: str, title: str, form: str
) -> None:
    path = tmp_path / f"document.{form}"
    done = export(kind, "--language", "fr", "-o", str(path))
    assert done.exit_code == 0, done.output
    if form != "docx":
        assert title in path.read_text("utf-8")
        assert "La Plénière" in path.read_text("utf-8")


def test_a_document_in_the_words_of_the_record_has_one_language() -> None:
    done = export("journal", "--language", "fr", "--format", "md")
    assert done.exit_code == 2
    assert "communique" in done.output


def test_a_language_that_there_is_no_document_in_is_refused() -> None:
    done = export("communique", "--language", "de", "--format", "md")
    assert done.exit_code == 2
    assert "en, fr" in done.output
