"""`plenary export NAME chairs-summary`: the way out where there is no consensus."""

from __future__ import annotations

from pathlib import Path

import pytest

from plenary_tui.documents.word.lint import lint
from tests.documents.word.readback import body, words

from .conftest import Desk

BLOCKED = ("Proposal NV: mines open at dawn", "Objection TR: never", "Gavelled:")


def test_one_command_writes_a_word_file_that_says_whose_it_is(held: Desk) -> None:
    file = Path(held.ok("export", "demo", "chairs-summary").strip())
    assert file.parent == held.folder / "demo" / "drafts"
    assert file.name.startswith("demo-chairs-summary-")
    data = file.read_bytes()
    assert lint(data) == ()
    text = "\n".join(words(one) for one in body(data))
    assert "Chair’s summary" in text
    assert "sole responsibility" in text
    assert "the word stays here" not in text
    assert "DRAFT" not in text


@pytest.mark.parametrize("form", ["md", "html", "txt"])
def test_what_is_blocked_is_neutralised_or_dropped(held: Desk, form: str) -> None:
    held.ok("record", "demo", "-", typed="\n".join(BLOCKED) + "\n")
    neutral = held.ok("export", "demo", "chairs-summary", "--format", form)
    dropped = held.ok("export", "demo", "chairs-summary", "--drop", "--format", form)
    assert "Views differed" in neutral and "left out of this summary" not in neutral
    assert "Views differed" not in dropped and "left out of this summary" in dropped
    for shown in (neutral, dropped):
        assert "mines open at dawn" not in shown
        assert "What was not agreed" in shown


@pytest.mark.parametrize(
    ("args", "why"),
    [
        (("communique", "--drop"), "--drop is for chairs-summary only"),
        (("chairs-summary", "--whole"), "never shows what is sealed"),
        (("chairs-summary", "--final"), "--final is for communique and news only"),
    ],
)
def test_what_makes_no_sense_is_refused(held: Desk, args: tuple[str, ...], why: str) -> None:
    refused = held.run("export", "demo", *args)
    assert refused.exit_code == 2
    assert why in refused.output
