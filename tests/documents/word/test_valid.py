"""Files of every kind are valid for Microsoft's validator, and are laid out as pages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import datetime
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

import plenary_tui
from plenary_tui.commands.asked import CHAIRS_SUMMARY, FORMATS
from plenary_tui.documents.chairs_summary import chairs_summary
from plenary_tui.documents.draft import Draft
from plenary_tui.documents.evidence import explainer
from plenary_tui.documents.word import word
from plenary_tui.documents.word.lint import lint
from plenary_tui.record.history import Record
from plenary_tui.record.redaction import open_record
from plenary_tui.store.session import Session

from .drafts import DRAFTS, EVERYTHING
from .test_lint import DEFECTS, changed
from .tools import errors, needs_office, needs_validator, pages

NOW = datetime.fromisoformat("2028-01-01T12:00:00+00:00")
KINDS = [kind for kind, forms in FORMATS.items() if "docx" in forms]
SHIPPED = Path(plenary_tui.__file__).parents[1] / "sessions"
SESSIONS = ["2018-06-antwerp-intersessional", "2021-11-training-plenary"]


def composed(kind: str, record: Record) -> Draft:
    """Return the draft of a register; the Chair's summary is made of the communiqué."""
    if kind == CHAIRS_SUMMARY:
        return chairs_summary(composed("communique", record), meeting=record.meeting)
    compose: Callable[[Record, datetime], Draft] = getattr(
        import_module(f"plenary_tui.documents.{kind}"), kind
    )
    return compose(record, NOW)


def shipped(session: str) -> Record:
    """Return the open record of a session that ships."""
    return open_record(Session(SHIPPED / session).record)


def files() -> Iterator[tuple[str, bytes]]:
    """Yield a file of every kind of both sessions, each also annotated."""
    for session in SESSIONS:
        record = shipped(session)
        for kind in KINDS:
            draft = composed(kind, record)
            yield f"{session}-{kind}", word(draft)
            yield f"{session}-{kind}-annotated", word(draft, explainer(record))


def test_every_kind_of_both_sessions_is_sound() -> None:
    assert {name: lint(data) for name, data in files() if lint(data)} == {}


@needs_validator
def test_every_kind_of_both_sessions_is_valid(tmp_path: Path) -> None:
    found = {}
    for name, data in files():
        file = tmp_path / f"{name}.docx"
        file.write_bytes(data)
        found[name] = errors(file)
    assert {name: said for name, said in found.items() if said} == {}


@needs_validator
def test_a_file_with_everything_in_it_is_valid(tmp_path: Path) -> None:
    file = tmp_path / "everything.docx"
    file.write_bytes(word(EVERYTHING, str))
    assert errors(file) == []


@needs_validator
@settings(
    max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(DRAFTS)
def test_any_draft_is_valid(tmp_path: Path, draft: Draft) -> None:
    file = tmp_path / "any.docx"
    file.write_bytes(word(draft, str))
    assert errors(file) == []


@needs_validator
def test_the_validator_would_say_so(tmp_path: Path) -> None:
    file = tmp_path / "wrong.docx"
    file.write_bytes(changed(DEFECTS["order of properties"][0]))
    assert errors(file)


@needs_office
def test_the_pages_bear_marking_state_numbers_and_count(tmp_path: Path) -> None:
    laid = pages(word(EVERYTHING), tmp_path)
    assert len(laid) >= 4
    for place, page in enumerate(laid, 1):
        assert "RESTRICTED" in page
        assert "DRAFT, version 2, 21 June 2018, 18:05 CEST" in page
        assert f"Page {place} of {len(laid)}" in page
    text = "\n".join(laid)
    for number, words in (
        ("1.", "The Plenary met"), ("2.", "The Plenary noted"), ("(a)", "one thing"),
        ("(i)", "the first"), ("(ii)", "the second"), ("(b)", "another"),
        ("2 bis.", "Put in after"), ("(a)", "Below"), ("2 ter.", "Put in still"), ("3.", "Next"),
        ("II.4.", "A number"), ("7.", "A number after"), ("9.", "He said"), ("1.", "Begins anew"),
    ):  # fmt: skip
        assert re.search(rf"(?m)^\s*(?:\d+\s+)?{re.escape(number)}\s+{words}", text), number
    heads = [page for page in laid if "Owner" in page]
    assert len(heads) >= 2, "the header row is repeated where the table goes on"
    assert "Annex I: Decisions" in laid[-1] and "Begins anew" in laid[-1]


@needs_office
@pytest.mark.parametrize("kind", KINDS)
def test_a_restricted_record_is_marked_on_every_page(kind: str, tmp_path: Path) -> None:
    draft = composed(kind, shipped(SESSIONS[1]))
    laid = pages(word(draft), tmp_path)
    assert all(f"of {len(laid)}" in page for page in laid)
    for page in laid:
        assert draft.marking in page and draft.stamp in page
