"""The draft's first view: what is written from the record so far, with its open brackets."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from plenary_tui.record.clean import clean_line
from plenary_tui.ui import events

from .over import OverRoom

if TYPE_CHECKING:
    from plenary_tui.documents.draft import Draft
    from plenary_tui.record.history import Record


def _communique(record: Record, now: datetime) -> Draft:
    from plenary_tui.documents.communique import communique

    return communique(record, now)


class DraftScreen(OverRoom):
    """Shows a draft as paragraphs, and follows the record. Escape or F3 goes back to the room."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f3", "app.pop_screen", "back", show=False)
    ]
    CSS = "DraftScreen { padding: 0 1; background: $background; }"

    def compose(self) -> ComposeResult:
        """Lay out the draft."""
        with VerticalScroll(can_focus=True) as scroll:
            yield Static("Writing…", id="text", markup=False)
        scroll.focus()

    def on_mount(self) -> None:
        """Have it composed from now on."""
        self.room.conductor.follow(_communique)

    def on_unmount(self) -> None:
        """Have it composed no more."""
        self.room.conductor.follow(None)
        super().on_unmount()

    def hear(self, event: events.Event) -> None:
        """Show what was composed."""
        match event:
            case events.Drafted(draft, _) if draft is not None:
                self.query_one("#text", Static).update(Content("\n").join(_lines(draft)))
            case events.Drafted(None, why):
                self.query_one("#text", Static).update(Content(clean_line(why)))
            case _:
                pass


def _lines(draft: Draft) -> Iterator[Content]:
    from plenary_tui.ui.widgets.draft_text import draft_lines

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
    yield from draft_lines(draft)
