"""A version as the log keeps it, and the draft that it is: the same words, never composed again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plenary_tui.record.drafts import Version
from plenary_tui.record.entries import Entry
from plenary_tui.record.kinds import (
    DraftIssued,
    IssuedParagraph,
    IssuedRow,
    IssuedSection,
    IssuedState,
    IssuedTable,
    ParagraphForm,
    ParagraphRef,
)
from plenary_tui.record.meeting import Meeting

from ..draft import Block, Draft, Listing, Origin, Paragraph, Row, Section, Table
from ..numbering import lettered
from .laying import Put, digest, setter

ORIGINAL = "en"
"""The language that a meeting's own draft is in."""


def issuing(
    draft: Draft, composed: dict[str, Paragraph], *, label: str, symbol: str, state: IssuedState
) -> DraftIssued:  # fmt: skip
    """Return the command that issues a draft. composed: as in `Laid`."""
    return DraftIssued(
        label=label, symbol=symbol, state=state,
        language="" if draft.language == ORIGINAL else draft.language,
        record=draft.origin.record if draft.origin else "",
        register_name=draft.register, title=draft.title, about=draft.about,
        sections=tuple(_kept(one, composed) for one in draft.sections),
    )  # fmt: skip


def _kept(section: Section, composed: dict[str, Paragraph]) -> IssuedSection:
    blocks: list[IssuedParagraph | IssuedTable] = []
    for block in section.blocks:
        if isinstance(block, Table):
            rows = tuple(IssuedRow(cells=row.cells, sources=row.sources) for row in block.rows)
            blocks.append(IssuedTable(columns=block.columns, rows=rows))
        elif isinstance(block, Listing):
            blocks += (_paragraph(item, "item", composed) for item in block.items)
        else:
            form: ParagraphForm = "continued" if block.continues else "numbered"
            blocks.append(_paragraph(block, form, composed))
    return IssuedSection(
        key=section.key, heading=section.heading, annex=section.annex, blocks=tuple(blocks),
        sections=tuple(_kept(one, composed) for one in section.sections),
    )  # fmt: skip


def _paragraph(
    one: Paragraph, form: ParagraphForm, composed: dict[str, Paragraph]
) -> IssuedParagraph:  # fmt: skip
    basis = composed.get(one.id)
    return IssuedParagraph(
        ref=ParagraphRef.of(one.id), text=one.text, lead=one.lead, number=one.number, form=form,
        status=one.status, brackets=one.brackets, sources=one.sources,
        basis=digest(basis) if basis else "",
    )  # fmt: skip


def issued_draft(meeting: Meeting, session: str, version: Version) -> Draft:
    """Return the draft that a version is. session: the name of the session that it is of."""
    entry: Entry = version.entry
    what = entry.what
    assert isinstance(what, DraftIssued)
    put = setter(what.language)
    language = what.language or ORIGINAL
    return Draft(
        put(what.register_name), put(what.title), tuple(map(put, what.about)),
        tuple(_section(one, put, language) for one in what.sections),
        state=what.state, version=what.label,
        made=entry.happened.astimezone(meeting.zone), origin=Origin(session, what.record),
        symbol=what.symbol, language=language,
    )  # fmt: skip


def wording_in(version: Version, paragraph: str) -> str:
    """Return how a version words a paragraph, by its id; empty where it has none such."""
    what = version.entry.what
    assert isinstance(what, DraftIssued)
    return next((one.text for one in _all(what.sections) if one.ref.id == paragraph), "")


def _all(sections: Iterable[IssuedSection]) -> Iterator[IssuedParagraph]:
    for section in sections:
        yield from (one for one in section.blocks if isinstance(one, IssuedParagraph))
        yield from _all(section.sections)


def _section(given: IssuedSection, put: Put, language: str) -> Section:
    blocks = _blocks(given.blocks, put)
    return Section(
        put(given.heading), tuple(blocks) if given.annex else lettered(blocks, language),
        tuple(_section(one, put, language) for one in given.sections), given.annex, given.key,
    )  # fmt: skip


def _blocks(given: Iterable[IssuedParagraph | IssuedTable], put: Put) -> list[Block]:
    found: list[Block] = []
    for one in given:
        if isinstance(one, IssuedTable):
            rows = tuple(Row(tuple(map(put, row.cells)), row.sources) for row in one.rows)
            found.append(Table(tuple(map(put, one.columns)), rows))
            continue
        made = Paragraph(
            put(one.text), one.sources, put(one.lead), one.number, one.ref.id,
            one.form == "continued", one.brackets, one.status,
        )  # fmt: skip
        last = found[-1] if found else None
        if one.form == "item" and isinstance(last, Listing):
            found[-1] = Listing((*last.items, made))
        else:
            found.append(Listing((made,)) if one.form == "item" else made)
    return found
