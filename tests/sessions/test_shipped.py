"""Both shipped sessions verify, import again, and let no sealed word out."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from html import unescape
from io import BytesIO
from pathlib import Path
from re import sub
from typing import Any
from zipfile import ZipFile

import pytest

from plenary_tui.commands.asked import FORMATS, Asked
from plenary_tui.commands.exporting import written
from plenary_tui.documents.data import picture
from plenary_tui.documents.notes import notes
from plenary_tui.importers.notes import import_notes
from plenary_tui.record.history import Record
from plenary_tui.record.redaction import hidden_ids, open_record
from plenary_tui.store.handover import hand_over
from plenary_tui.store.search import Index
from plenary_tui.store.session import Session
from plenary_tui.store.verify import verify
from tests.documents.ordinals import with_ordinals
from tests.importers.logs import stamps

from .shipped import ANTWERP, BOTH, NOW, SESSIONS, TRAINING, session

EXPORTS = [(kind, form) for kind, forms in FORMATS.items() for form in forms]


def words(value: Any) -> Iterator[str]:
    """Yield the sentences in the fields of a kind: what could give something away."""
    if isinstance(value, dict):
        for field, inner in value.items():
            if field != "capacity":
                yield from words(inner)
    elif isinstance(value, str) and " " in value:
        yield value


def sealed_words() -> set[str]:
    """Return what is said in the sealed files of the training session."""
    found = set()
    for path in (SESSIONS / TRAINING / "sealed").iterdir():
        for line in path.read_text("utf-8").splitlines():
            found |= set(words(json.loads(line)["what"]))
    return found


def hidden_words(*, in_camera: bool) -> set[str]:
    """Return the words of the entries that belong under seal, wherever they are kept."""
    record = session(TRAINING).record
    found = set()
    for entry_id in hidden_ids(record, in_camera=in_camera):
        entry = record.entry(entry_id)
        assert entry is not None
        found |= set(words(json.loads(entry.what.to_json())))
    return found


def test_what_is_sealed_is_known() -> None:
    assert 20 < len(sealed_words()) < len(hidden_words(in_camera=False))
    assert "the chairs had already drafted the letter on Monday" in sealed_words()
    assert len(hidden_words(in_camera=True)) == 7  # the private notes, and a statement handed in


@pytest.mark.parametrize("name", BOTH)
def test_a_session_verifies(name: str) -> None:
    report = verify(SESSIONS / name)
    assert report.holds
    assert report.entries == len(session(name).record.entries)
    assert session(name).notices == []
    assert report.lines == ()


def test_antwerp_has_nothing_under_seal() -> None:
    assert not (SESSIONS / ANTWERP / "sealed").exists()
    assert {one.marking for one in session(ANTWERP).record.entries} == {"open"}


@pytest.mark.parametrize(("kind", "form"), EXPORTS)
def test_no_open_export_holds_a_sealed_word(kind: str, form: str) -> None:
    record = session(TRAINING).record
    told = flat(written(open_record(record), Asked(kind, form), now=NOW))
    assert "would appear in the list" in told or kind not in ("notes", "data", "summary")
    assert leaked(told, in_camera=False) == []
    if kind in ("notes", "data"):
        assert leaked(
            flat(written(record, Asked(kind, form, whole=True), now=NOW)), in_camera=False
        )


def flat(told: str | bytes) -> str:
    """Return a document's text on one line, with quotation marks as they were typed."""
    if isinstance(told, bytes):
        told = unzipped(told) if told.startswith(b"PK") else told.decode()
    return " ".join(told.replace('\\"', '"').split())


def unzipped(package: bytes) -> str:
    """Return the text of all parts of a Word file."""
    with ZipFile(BytesIO(package)) as parts:
        every = "\n".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())
    return unescape(sub("<[^>]+>", "", sub("</w:p>", "\n", every)))


def leaked(told: str, *, in_camera: bool) -> list[str]:
    """Return the words under seal that a text holds."""
    secret = hidden_words(in_camera=in_camera) | (set() if in_camera else sealed_words())
    return sorted(words for words in secret if flat(words) in told)


def test_no_readable_file_holds_a_sealed_word() -> None:
    for file in ("record.txt", "READ-ME.txt"):
        assert leaked(flat((SESSIONS / TRAINING / file).read_text("utf-8")), in_camera=False) == []


def test_no_search_finds_a_sealed_word(tmp_path: Path) -> None:
    shutil.copytree(SESSIONS / TRAINING, tmp_path / TRAINING)
    index = Index(tmp_path)
    index.update(Session(tmp_path / TRAINING))
    assert index.search("confidential")
    for secret in (
        "Thursdays",
        "cellars",
        "menu",
        '"the officer concerned"',
        '"flat on the table"',
    ):
        assert index.search(secret) == [], secret
    assert leaked(flat((tmp_path / "index.sqlite").read_text("latin-1")), in_camera=False) == []


@pytest.mark.parametrize("in_camera", [False, True])
def test_the_hand_over_holds_only_what_may_travel(tmp_path: Path, in_camera: bool) -> None:
    shutil.copytree(SESSIONS / TRAINING, tmp_path / TRAINING)
    target = tmp_path / "copy" / TRAINING
    report = hand_over(
        Session(tmp_path / TRAINING), target, in_camera, station="office", now=lambda: NOW
    )
    assert report.holds and verify(target).holds
    files = [path for path in target.rglob("*") if path.is_file()]
    told = flat("\n".join(path.read_text("utf-8") for path in files))
    assert "would appear in the list" in told
    assert leaked(told, in_camera=in_camera) == []
    assert ("two consecutive Thursdays" in told) == in_camera


def picture_of(record: Record) -> Any:
    """Return the picture of a record with ordinals in place of ids."""
    return with_ordinals(picture(record, NOW), record)


@pytest.mark.parametrize("name", BOTH)
def test_the_whole_notes_import_as_the_same_meeting(name: str) -> None:
    record = session(name).record
    again = import_notes(notes(record, whole=True), "desk", stamps(), NOW)
    assert again.record.waiting() == {}
    assert len(again.entries) == len(record.entries)
    assert picture_of(again.record) == picture_of(record)
