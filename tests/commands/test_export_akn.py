"""`plenary export NAME summary --format akn`: the record for the tools of parliaments."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from .conftest import Desk

TOP = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}akomaNtoso"


def test_the_record_is_printed_or_written_as_a_debate(held: Desk, tmp_path: Path) -> None:
    printed = held.ok("export", "demo", "summary", "--format", "akn")
    assert ElementTree.fromstring(printed.encode()).tag == TOP
    assert "sub-team" in printed
    assert "the word stays here" not in printed and "was angry" not in printed
    file = Path(held.ok("export", "demo", "summary", "-o", tmp_path / "debate.xml").strip())
    assert file.name == "debate.xml"
    assert ElementTree.fromstring(file.read_bytes()).tag == TOP


@pytest.mark.parametrize(
    ("args", "why"),
    [
        (("summary", "--format", "akn", "--whole"), "holds what is open and nothing else"),
        (("summary", "--format", "akn", "--annotated"), "holds what is open and nothing else"),
        (("journal", "--format", "akn"), "journal cannot be exported as akn"),
    ],
)
def test_what_makes_no_sense_is_refused(held: Desk, args: tuple[str, ...], why: str) -> None:
    refused = held.run("export", "demo", *args)
    assert refused.exit_code == 2
    assert why in refused.output
