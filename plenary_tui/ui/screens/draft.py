"""The draft's first view: what is written from the record so far, with its open brackets."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

if TYPE_CHECKING:
    from plenary_tui.documents.draft import Draft, Paragraph, Section


class DraftScreen(Screen[None]):
    """Shows a draft as paragraphs. Escape or F3 goes back to the room."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f3", "app.pop_screen", "back", show=False)
    ]
    CSS = "DraftScreen { padding: 0 1; background: $background; }"

    def compose(self) -> ComposeResult:
        """Lay out the draft."""
        with VerticalScroll(can_focus=True) as scroll:
            yield Static("Writing…", id="text", markup=False)
        scroll.focus()

    def show(self, draft: Draft) -> None:
        """Show a draft."""
        self.query_one("#text", Static).update(Content("\n").join(_lines(draft)))


def _lines(draft: Draft) -> Iterator[Content]:
    brackets = list(draft.brackets())
    stamp = f" · {draft.stamp}" if draft.stamp else ""
    yield Content.assemble((f"{draft.register}: {draft.title}{stamp}", "bold $primary"))
    if draft.marking:
        yield Content.assemble((draft.marking, "bold reverse"))
    count = "no open brackets" if not brackets else (
        "1 open bracket" if len(brackets) == 1 else f"{len(brackets)} open brackets"
    )  # fmt: skip
    yield Content(f"{count} · Escape goes back to the room")
    for bracket in brackets:
        yield Content(f"  [ ] {', '.join(part for part in (bracket.owner, bracket.why) if part)}")
    for section in draft.sections:
        yield from _section(section, 0)


def _section(section: Section, depth: int) -> Iterator[Content]:
    from plenary_tui.documents.draft import Listing, Table

    yield Content()
    if section.heading:
        yield Content.assemble((section.heading, "bold" if depth else "bold $primary"))
    for block in section.blocks:
        if isinstance(block, Listing):
            yield from (_paragraph(item, "• ") for item in block.items)
        elif isinstance(block, Table):
            yield from (Content("  " + " | ".join(row.cells)) for row in block.rows)
        else:
            yield _paragraph(block, "")
    for inner in section.sections:
        yield from _section(inner, depth + 1)


def _paragraph(paragraph: Paragraph, before: str) -> Content:
    number = f"{paragraph.number} " if paragraph.number else before
    lead = f"{paragraph.lead} " if paragraph.lead else ""
    text = paragraph.text
    pieces: list[tuple[str, str] | str] = [(number + lead, "bold")]
    at = 0
    for bracket in sorted(paragraph.brackets, key=lambda one: one.start):
        if bracket.start < at:
            continue
        pieces += [text[at : bracket.start], (text[bracket.start : bracket.end], "bold $warning")]
        at = bracket.end
    pieces.append(text[at:])
    return Content.assemble(*pieces)
