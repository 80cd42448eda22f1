"""The draft as rows of a list: sections, paragraphs with their marks, words with brackets."""

from __future__ import annotations

from collections.abc import Container, Iterator

from plenary_tui.documents.draft import Listing, Paragraph, Section, Table
from plenary_tui.record.bracketing import Marked
from plenary_tui.record.kinds import ParagraphStatus
from plenary_tui.ui.display.owned import owned_pieces
from plenary_tui.ui.panels import Piece

from .lines import DraftRow
from .translating import called
from .view import SECTION, DraftView

_ITEM = "•"

SIGNS: dict[ParagraphStatus, str] = {"open": "○", "agreed_ad_ref": "◐", "agreed": "●"}
SAID: dict[ParagraphStatus, str] = {
    "open": "open", "agreed_ad_ref": "agreed ad ref", "agreed": "agreed",
}  # fmt: skip


def rows(view: DraftView) -> list[DraftRow]:
    """Return the rows of a draft."""
    found: list[DraftRow] = []
    for section in view.workshop.draft.sections:
        found += _section(view, section, 0)
    gone = view.taken_out
    if gone:
        found.append(_heading("", f"Taken out ({len(gone)}): d puts one back", 0))
    for key in gone:
        words: tuple[Piece, ...] = ((view.workshop.drafts.held[key].text.text, "deleted"),)
        found.append(DraftRow(key, (("     ✗ ", "quiet"),), words))
    return found


def with_unsaved(view: DraftView, unsaved: Container[str]) -> list[DraftRow]:
    """Return the rows of a view, those marked for which words are typed and not recorded."""
    shown = view.workshop.paragraphs
    return [
        _paragraph(view, shown[row.id], _dot(row), unsaved)
        if row.id in unsaved and row.id in shown else row
        for row in view.rows
    ]  # fmt: skip


def _dot(row: DraftRow) -> str:
    return _ITEM if row.label[0][0].strip() == _ITEM else ""


def _section(view: DraftView, section: Section, depth: int) -> Iterator[DraftRow]:
    yield DraftRow("", ())
    key = "" if depth else f"{SECTION}{section.key}"
    yield _heading(key, section.heading or "(the meeting)", depth)
    for block in section.blocks:
        if isinstance(block, Table):
            for row in (block.columns, *(one.cells for one in block.rows)):
                yield DraftRow("", (("     ", "plain"),), ((" | ".join(row), "quiet"),))
        elif isinstance(block, Listing):
            yield from (_paragraph(view, item, _ITEM) for item in block.items)
        else:
            yield _paragraph(view, block, "")
    for inner in section.sections:
        yield from _section(view, inner, depth + 1)


def _heading(key: str, words: str, depth: int) -> DraftRow:
    return DraftRow(key, (("  " * depth + "── ", "title"),), ((words, "title"),), 3)


def _paragraph(
    view: DraftView, one: Paragraph, before: str, unsaved: Container[str] = ()
) -> DraftRow:
    place = view.workshop.places.get(one.id)
    label: list[Piece] = [(f" {one.number or before:>3} ", "head")]
    if place is not None and not place.annex:
        removed = view.is_removed(one.id)
        sign = "✗" if removed else SIGNS[one.status]
        label.append((f"{sign} ", "plain" if one.status == "open" else "current"))
        marks = "".join(sign for sign, _ in marks_of(view, one, unsaved))
        label.append((f"{marks} " if marks else "", "current"))
    if one.brackets:
        label.append((f"[{len(one.brackets)}] ", "warning"))
    words = [(f"{one.lead} ", "head")] if one.lead else []
    words += owned_pieces(Marked(one.text, one.brackets))
    return DraftRow(one.id, tuple(label), tuple(words) or (("", "plain"),))


def marks_of(
    view: DraftView, one: Paragraph, unsaved: Container[str] = ()
) -> Iterator[tuple[str, str]]:
    """Yield what there is to know of a paragraph: its sign, and the same in words."""
    shop = view.workshop
    held = shop.held(one.id)
    taken = shop.drafts.taken
    if taken is not None and taken.id == one.id:
        yield "▶", "under discussion"
    if one.id in unsaved:
        yield "…", "words typed for it are not recorded: e brings them back"
    if view.is_removed(one.id):
        yield "†", "taken out, its number stays: d puts it back"
        return
    if one.id in shop.laid.offers:
        yield "⇣", "other words are composed by now: o shows them"
    if one.id in shop.laid.gone:
        yield "‡", "nothing in the record composes it any more"
    if not one.sources:
        yield "∅", "rests on no entry"
    if one.id in view.lacking:
        yield "EN", f"still in {called('')}: e words it in {called(view.language)}"
    elif held is not None and view.is_by_hand(held):
        yield "✎", "worded by hand"
    if view.is_new(one.id):
        yield "+", "new since the last version"


def in_words(view: DraftView, paragraph: str, unsaved: Container[str] = ()) -> str:
    """Return in words what the marks of a paragraph say."""
    if paragraph in view.taken_out:
        return "taken out before any version had it: d puts it back"
    one = view.workshop.paragraphs.get(paragraph)
    if one is None:
        return ""
    place = view.workshop.places[paragraph]
    if place.annex:
        return f"{view.called[paragraph]} · an annex reproduces the record"
    said = [view.called[paragraph]]
    if not view.is_removed(paragraph):
        since = view.settled.get(paragraph, "")
        said.append(f"{SAID[one.status]} {since}" if since else SAID[one.status])
    if one.brackets:
        owners = dict.fromkeys(code for bracket in one.brackets for code in bracket.by or ("",))
        count = len(one.brackets)
        named = ", ".join(view.name(code) for code in owners)
        said.append(f"{count} bracket{'s' * (count > 1)} ({named})")
    return " · ".join((*said, *(words for _, words in marks_of(view, one, unsaved))))
