"""What is looked at: the selected paragraph, what stands beside it, another paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from rich.cells import cell_len
from textual import on
from textual.getters import query_one
from textual.widgets import Static

from plenary_tui.documents.checks import Finding
from plenary_tui.ui import panels
from plenary_tui.ui.conducting import events
from plenary_tui.ui.drafting import meter, rows, side
from plenary_tui.ui.drafting.asking import unsaved
from plenary_tui.ui.drafting.side import Side
from plenary_tui.ui.drafting.view import SECTION
from plenary_tui.ui.messages import RowSelected, RowTaken
from plenary_tui.ui.widgets.plain import content

from .wording import Wording

if TYPE_CHECKING:
    from plenary_tui.ui.screens.room.base import RoomBase

Beside = Literal["sources", "checks", "offer", "other"]
"""What stands beside the draft; `other`: a history, or a table of numbers."""


class Looking(Wording):
    """On a narrow screen what stands beside the draft takes its place while it is looked at."""

    head = query_one("#draft-head", Static)
    meter = query_one("#draft-meter", Static)
    side_head = query_one("#draft-side-head", Static)

    def __init__(self, room: RoomBase) -> None:
        super().__init__(room)
        self.beside: Beside = "sources"
        self._other = Side("", ())
        self._words = ""
        self._meter_lines = 0

    @property
    def section(self) -> str:
        """The key of the section that the selected row stands in, empty in none."""
        row = self.selected
        if row.startswith(SECTION):
            return row.removeprefix(SECTION)
        place = self.view.workshop.places.get(row) if self.view else None
        return place.section if place else ""

    @property
    def called_here(self) -> str:
        """How people call the selected row."""
        if self.view is None or self.selected.startswith(SECTION):
            return "This section"
        return f"Paragraph {self.view.called.get(self.selected, 'taken out')}"

    def show(self) -> None:
        """Draw the draft and what stands beside it."""
        if self.view is None:
            return
        view = self.view
        kept = unsaved(self.room.elsewhere.values(), view.language)
        self.text.put(rows.with_unsaved(view, kept) if kept else view.rows)
        self.draw_head()
        self.show_beside()

    def draw_head(self) -> None:
        """Draw the lines on top."""
        if self.view is not None:
            width = max(20, self.size.width - 2)
            lines = meter.meter(self.view, width)
            closed = "".join(f"{word} · " for word in panels.how_closed(self.room.view))
            heading = meter.heading(self.view, width - cell_len(closed), self.room.now())
            self.head.update(f"{closed}{heading}", layout=False)
            self.set_class(self.room.view.marking == "in_camera", "-closed")
            self.meter.update(content(lines), layout=len(lines) != self._meter_lines)
            self._meter_lines = len(lines)

    def show_beside(self) -> None:
        """Draw what stands beside the draft."""
        view = self.view
        if view is None:
            return
        shown = {
            "sources": lambda: side.sources(view, self.selected),
            "checks": lambda: side.findings(view),
            "offer": lambda: side.offer(view, self.selected),
            "other": lambda: self._other,
        }[self.beside]()
        self.side_head.update(shown.heading, layout=False)
        self.side.put(shown.rows)
        if not self.asked:
            kept = unsaved(self.room.elsewhere.values(), view.language)
            said = rows.in_words(view, self.selected, kept)
            self.says.now(said, "plain")

    def look_at(self, beside: Beside, other: Side | None = None, *, go: bool = False) -> None:
        """Show something beside the draft, and go there."""
        self.beside = beside
        self._other = other or self._other
        self.show_beside()
        if go or (beside != "sources" and self.is_narrow):
            self.set_class(True, "-beside")
            if beside in ("sources", "checks"):
                self.set_focus(self.side)
        elif beside == "sources":
            self.back_to_list()

    @property
    def is_narrow(self) -> bool:
        """Whether there is room for one list only."""
        return self.has_class("-narrow")

    def back_to_list(self) -> None:
        """Go back to the draft."""
        self.set_class(False, "-beside")
        self.set_focus(self.text)

    def do_beside(self) -> None:
        """Go to what stands beside the draft, and back."""
        if self.focused is self.side or self.has_class("-beside"):
            self.back_to_list()
        else:
            self.look_at(self.beside if self.beside != "offer" else "sources", go=True)

    def do_checks(self) -> None:
        """Show what the checks found, or the sources again."""
        if self.beside == "checks":
            self.look_at("sources")
        else:
            self.look_at("checks", go=True)

    def do_offer(self) -> None:
        """Show the words composed by now beside those at hand."""
        if self.paragraph:
            self.look_at("offer")

    def do_history(self) -> None:
        """Ask what was done to the paragraph."""
        if paragraph := self.paragraph:
            from plenary_tui.ui.drafting.history import history

            view = self.view
            called = view.called.get(paragraph, "It") if view else "It"
            composed = view.own.laid.composed.get(paragraph) if view else None
            words = composed.text if composed else ""
            self.room.conductor.ask(
                lambda record, now: events.ParagraphHistory(
                    called, history(record, paragraph, words)
                )
            )

    def show_history(self, told: events.ParagraphHistory) -> None:
        """Show what was done to a paragraph."""
        self.look_at("other", side.history(told.called, told.changes))

    @on(RowSelected)
    def follow_selection(self, message: RowSelected) -> None:
        """Show the sources of what is selected; a history or an offer was of another one."""
        if message.of == self.text.id:
            if self.beside != "checks" and not (self.beside == "other" and self.is_held_open):
                self.beside = "sources"
            self.show_beside()

    @property
    def is_held_open(self) -> bool:
        """Whether what stands beside the draft stays whatever is selected."""
        return False

    @on(RowTaken)
    def take_row(self, message: RowTaken) -> None:
        """Offer what can be done there; beside the draft, go to where it leads."""
        if message.of == self.text.id:
            self.action_do("acts")
        elif self.beside == "checks" and self.view is not None:
            self._to_finding(self.view.findings[int(message.row)])
        elif self.beside == "sources":
            self._to_next_use(message.row)
        elif self.text.go_to(message.row):
            self.back_to_list()

    def _to_next_use(self, source: str) -> None:
        """Go to the next paragraph that the entry is used in."""
        view = self.view
        used = view.workshop.used.get(source, ()) if view else ()
        if view is None or not used:
            self.warn("No paragraph uses this entry.")
            return
        here = used.index(self.selected) if self.selected in used else -1
        place = (here + 1) % len(used)
        if len(used) == 1:
            self.says.last("No other paragraph uses this entry.", "quiet")
            return
        self.text.go_to(used[place])
        self.show_beside()
        self.side.go_to(source)
        self.says.last(f"{view.called[used[place]]}: use {place + 1} of {len(used)}.", "quiet")

    def _to_finding(self, finding: Finding) -> None:
        """Go to the paragraph; where none mentions an entry, begin one that rests on it."""
        if finding.paragraph and self.text.go_to(finding.paragraph):
            self.back_to_list()
            self.says.last(finding.why, "warning")
        elif finding.entry and self.view is not None:
            self.back_to_list()
            place = self.view.workshop.places.get(self.selected)
            section = self.section
            after = self.selected if place is not None and not place.annex else ""
            if not section or (place is not None and place.annex):
                section, after = self.view.workshop.draft.sections[0].key, ""
            self.write_for(section, after, finding.entry)
        else:
            self.warn(finding.why)

    def find_use(self, entry: str) -> None:
        """Go to the first paragraph that rests on an entry."""
        used = self.view.workshop.used.get(entry, ()) if self.view else ()
        if used:
            self.text.go_to(used[0])
            many = f" It is used in {len(used)}: Tab, Enter goes on." if len(used) > 1 else ""
            self.says.last(f"This rests on the entry that was selected.{many}", "quiet")
        else:
            self.warn("No paragraph uses the entry that was selected.")

    def do_again(self) -> None:
        """Find the same words further down."""
        if self._words:
            self.find(self._words)
        else:
            self.warn("/ finds words first.")

    def find(self, words: str, *, here: bool = False) -> None:
        """Go to the next paragraph with these words, from the beginning after the end."""
        self._words = words.casefold().strip() or self._words
        view = self.view
        if view is None or not words.strip():
            return
        ids = [one for one in self.text.ids() if one in view.workshop.paragraphs]
        at = ids.index(self.selected) if self.selected in ids else 0
        order = ids[at if here else at + 1 :] + ids[: at if here else at + 1]
        texts = view.workshop.paragraphs
        found = (one for one in order if self._words in texts[one].text.casefold())
        if not self.text.go_to(next(found, "")):
            self.warn(f"“{self._words}” is not in the draft.")

    def go_to_number(self, typed: str) -> None:
        """Go to the paragraph with a number."""
        found = self.view.numbered(typed) if self.view else ""
        if not self.text.go_to(found):
            self.warn(f"There is no paragraph {typed.strip()}.")
