"""What was said in camera or noted in private reaches no export, whatever kind it is of."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from types import UnionType
from typing import Any, get_args, get_origin
from zipfile import ZipFile

import pytest

from plenary_tui.documents.annotated import annotated
from plenary_tui.documents.communique import communique
from plenary_tui.documents.data import data
from plenary_tui.documents.decisions import decisions
from plenary_tui.documents.draft import Draft
from plenary_tui.documents.evidence import explainer
from plenary_tui.documents.journal import journal
from plenary_tui.documents.markdown import markdown
from plenary_tui.documents.news import news
from plenary_tui.documents.notes import notes
from plenary_tui.documents.readme import readme
from plenary_tui.documents.script import script
from plenary_tui.documents.summary import summary
from plenary_tui.documents.text import text
from plenary_tui.documents.word import word
from plenary_tui.record.bracketing import Bracket
from plenary_tui.record.entries import Entry, EntryMarking
from plenary_tui.record.history import Record
from plenary_tui.record.kinds import KINDS, Answer, IssuedRow, IssuedTable, Kind, Outcome, Unknown
from plenary_tui.record.redaction import open_record

from .meetings import plenary

SECRET = "xyzzy"
WHO = ("xyzzy", "xyzzyland")
COMPOSERS = (journal, decisions, summary, communique, news)


def planted(kind: type[Kind], target: str) -> list[Kind]:
    """Return a kind with the secret in every field of words, for each of its forms."""
    fields: dict[str, Any] = {}
    choices: dict[str, tuple[Any, ...]] = {}
    for name, field in kind.model_fields.items():
        if name in ("kind", "v"):
            continue
        options = [one for part in get_args(field.annotation) for one in get_args(part) or [part]]
        literals = tuple(one for one in options if isinstance(one, str))
        if name in kind.REFS:
            fields[name] = target
        elif name in getattr(kind, "PARTS", ()):
            fields[name] = parts(field.annotation, target)
        elif literals:
            choices[name] = literals
        elif field.annotation is str:
            fields[name] = SECRET
        elif name == "table":
            fields[name] = (WHO,)
        elif "tuple" in str(field.annotation):
            fields[name] = WHO
        elif field.is_required():
            fields[name] = {"day": "2027-11-09", "seconds": 60, "all_but": False}[name]
    found = [fields]
    for name, options_of in choices.items():
        found = [{**one, name: option} for one in found for option in options_of]
    return [kind.model_validate(one) for one in found]


def parts(annotation: Any, target: str) -> Any:
    """Return a part of an entry (several, where it holds several) with the secret in its words."""
    if get_origin(annotation) is tuple:
        return (parts(get_args(annotation)[0], target),)
    if get_origin(annotation) is not None or isinstance(annotation, UnionType):
        return parts(get_args(annotation)[0], target)
    if annotation is Bracket:
        return Bracket(0, 1, SECRET, SECRET, (target,), WHO)
    words = {
        name: SECRET
        for name, field in annotation.model_fields.items()
        if field.annotation is str and name not in annotation.REFS
    }
    words |= dict.fromkeys(annotation.REFS, target)
    words |= dict.fromkeys(annotation.LISTS, (target,))
    inner = {
        name: parts(annotation.model_fields[name].annotation, target)
        for name in annotation.PARTS
        if name != "sections"  # of the same kind again
    }
    whole = {**words, **inner}
    if annotation is IssuedTable:
        whole["columns"] = WHO
    if annotation is IssuedRow:
        whole["cells"] = WHO
    if annotation is Answer:
        whole["verdict"] = "refused"
    return annotation.model_validate(whole)


def in_word(draft: Draft, record: Record) -> str:
    """Return every part of the annotated Word file of a draft."""
    with ZipFile(BytesIO(word(draft, explainer(record)))) as package:
        return "".join(package.read(name).decode("latin-1") for name in package.namelist())


def exports(record: Record) -> str:
    """Return everything that is written from a record."""
    drafts = [compose(record) for compose in (*COMPOSERS, script)]
    drafts += [annotated(one, explainer(record)) for one in drafts]
    return "\n".join(
        [text(one) + markdown(one) + in_word(one, record) for one in drafts]
        + [data(record, now=None, whole=False), notes(record, whole=False), readme(record, "x")]
    )


def with_secrets(marking: EntryMarking) -> tuple[Record, int]:
    """Return a record with a secret in every kind, and how many entries hold one."""
    room = plenary("Draft decision NV: The open seat", "NV: openly", "In camera:")
    base = list(room.record.entries)
    targets = [entry.id for entry in base[-3:-1]]
    whats: list[Kind] = [Unknown(raw={"kind": "vote", "text": SECRET})]
    whats += [what for kind in KINDS for target in targets for what in planted(kind, target)]
    planted_entries: list[Entry] = []
    for what in whats:
        if what.open_part() is what:
            continue
        number = len(base) + len(planted_entries) + 1
        order = f"{int(room.now.timestamp() * 1000):013d}.{number:04d}"
        planted_entries.append(Entry(
            id=f"hall-{number}", at=room.now, order=order,
            sitting=base[-1].sitting, marking=marking, by=SECRET, item=SECRET, what=what,
        ))  # fmt: skip
    return Record((*base, *planted_entries)), len(planted_entries)


@pytest.mark.parametrize("marking", ["in_camera", "private"])
def test_no_export_holds_a_word_that_is_sealed(marking: EntryMarking) -> None:
    record, count = with_secrets(marking)
    assert not record.waiting()
    assert count > len(KINDS)
    opened = open_record(record)
    written = exports(opened)
    assert SECRET not in written.casefold()
    assert "The open seat" in written and "openly" in written


def test_the_secret_would_be_found() -> None:
    record, _ = with_secrets("in_camera")
    assert SECRET in text(summary(record))
    assert SECRET in notes(record, whole=True)
    assert SECRET in data(record, now=None, whole=True)


def test_what_a_later_line_puts_under_seal_is_in_no_export() -> None:
    room = plenary("NV: openly")
    since = room.now.replace(second=0)
    room.now = since.replace(minute=since.minute + 2)
    room(f"OS: {SECRET}", f"s/{SECRET}/{SECRET} again/", f"Proposal KE: {SECRET}", "+ OS")
    room.now = room.now.replace(minute=room.now.minute + 1)
    room(f"In camera from {since.replace(minute=since.minute + 1):%H:%M}:")
    written = exports(open_record(room.record))
    assert SECRET not in written
    assert "openly" in written


def test_a_statement_handed_in_is_in_no_export_until_it_is_delivered() -> None:
    room = plenary("NV: openly", f"Prepared NV: {SECRET} and more", "next NV")
    written = exports(open_record(room.record))
    assert SECRET not in written and "openly" in written
    room("Delivered NV: other words")
    written = exports(open_record(room.record))
    assert SECRET not in written and "other words" in written


def test_an_outcome_adopted_in_camera_is_in_the_exports() -> None:
    room = plenary("In camera:", "Draft decision NV: The seat goes to Keldia", "Adopted:",
                   f"Objection TR: {SECRET}", f"Proposal OS: {SECRET}", "Noted:")  # fmt: skip
    assert isinstance(room.entries[-4].what, Outcome)
    opened = open_record(room.record)
    written = exports(opened)
    assert SECRET not in written
    for compose in COMPOSERS:
        assert "The seat goes to Keldia" in text(compose(opened))
        assert "Administrative Decision 1" in text(compose(opened))


@pytest.mark.parametrize("marking", ["in_camera", "private"])
@pytest.mark.parametrize("compose", [communique, news])
def test_a_public_document_holds_no_secret_of_a_whole_record(
    compose: Callable[[Record], Draft], marking: EntryMarking
) -> None:
    record, _ = with_secrets(marking)
    assert SECRET not in text(compose(record)).casefold()
