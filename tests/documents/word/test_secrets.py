"""No part of a Word file holds a sealed word: neither the text nor comments nor properties."""

from __future__ import annotations

import pytest

from plenary_tui.documents.evidence import explainer
from plenary_tui.documents.word import word
from plenary_tui.record.entries import EntryMarking
from plenary_tui.record.history import Record
from plenary_tui.record.redaction import open_record

from ..test_secrets import SECRET, with_secrets
from .readback import parts
from .test_valid import KINDS, composed


def everything(kind: str, record: Record) -> str:
    """Return all parts of a file and of its annotated variant as one text."""
    draft = composed(kind, record)
    files = word(draft), word(draft, explainer(record))
    return "".join(blob.decode() for data in files for blob in parts(data).values())


@pytest.mark.parametrize("marking", ["in_camera", "private"])
@pytest.mark.parametrize("kind", KINDS)
def test_no_part_holds_a_sealed_word(kind: str, marking: EntryMarking) -> None:
    record, _ = with_secrets(marking)
    assert SECRET not in everything(kind, open_record(record)).casefold()


def test_the_secret_would_be_found() -> None:
    record, _ = with_secrets("in_camera")
    assert SECRET in everything("summary", record)
