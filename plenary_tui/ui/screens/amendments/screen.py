"""What delegations ask for, beside today's words: accepted, bracketed or refused by one key."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Static, TextArea

from plenary_tui.errors import PlenaryError
from plenary_tui.record.clean import clean_line
from plenary_tui.record.kinds import Kind, Retraction
from plenary_tui.ui import panels
from plenary_tui.ui.actions import AMENDMENTS
from plenary_tui.ui.conducting import events
from plenary_tui.ui.drafting import amendments as shown
from plenary_tui.ui.drafting.amendments import AmendmentsView
from plenary_tui.ui.messages import Entered, RowSelected, RowTaken
from plenary_tui.ui.widgets.capture_line import CaptureLine
from plenary_tui.ui.widgets.draft_list import DraftList
from plenary_tui.ui.widgets.picker import Picker
from plenary_tui.ui.widgets.plain import KeyBar, Says, content

from .receiving import Receiving

if TYPE_CHECKING:
    from plenary_tui.documents.workshop.asked import Amendment
    from plenary_tui.ui.screens.room.base import RoomBase

_ABOUT = (
    "What files ask for that came back, what was asked aloud, and amendments to texts, by "
    "paragraph. Struck words go, underlined words come. Tab changes between paragraphs and "
    "amendments; a, b, r settle the selected one.",
    "⚑ found by similar words, or changed at the same place since · ✎ a comment · ✓ settled",
)
_TAKEN_BY_LIST = ("in_draft",)


class AmendmentsScreen(Receiving):
    """Follows the record; what is selected stays selected. paragraph: the one to begin at."""

    CSS_PATH = "amendments.tcss"
    ACTIONS = "amendments"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(one.key, f"do('{one.id}')", one.label, id=one.id, show=False)
        for one in AMENDMENTS
        if one.id not in _TAKEN_BY_LIST
    ]

    def __init__(self, room: RoomBase, paragraph: str = "") -> None:
        super().__init__(room)
        self._begin_at = paragraph
        self._composer = shown.Composer()
        self._group = ""

    def compose(self) -> ComposeResult:
        """Lay out the amendments."""
        yield Static("Amendments", id="amend-head", markup=False)
        yield Static("Reading…", id="amend-meter", markup=False)
        yield Static(id="amend-alarm", markup=False)
        with Horizontal(id="amend-middle"):
            yield DraftList(id="amend-left")
            yield DraftList(id="amend-right")
        yield Picker(id="amend-picker")
        yield Says(id="amend-says")
        with Horizontal(id="amend-line"):
            yield Static(id="amend-prompt", markup=False)
            yield CaptureLine(id="amend-edit")
        yield KeyBar((one for one in self.actions if one.footer), id="amend-keys")

    def on_mount(self) -> None:
        """Ask what was asked for."""
        self.right.focus()
        self.editor.takes_first = self.take_first
        self._ask()

    def _ask(self) -> None:
        composer = self._composer
        self.room.conductor.ask(lambda record, now: events.Drafted(composer(record, now)))

    def on_resize(self) -> None:
        """Wrap the totals anew."""
        self._draw_head()

    def hear(self, event: events.Event) -> None:
        """Follow the record; learn what became of what was sent."""
        match event:
            case events.Drafted(AmendmentsView() as view):
                self._take(view)
            case events.Kept() | events.NothingToKeep():
                self.learn(event)
                self._ask()
            case events.Grew() | events.Opened() | events.Moved():
                self._ask()
            case events.NotKept(_, why):
                self.alert(why)
            case _:
                pass

    def _take(self, view: AmendmentsView) -> None:
        is_first, self.view = self.view is None, view
        self._draw_head()
        self.left.put(shown.left(view))
        if is_first:
            self.left.go_to(self._begin_at)
        self._show_group()
        settled = self.selected is None or self.selected.state != "open"
        if settled and (self.goes_on or (is_first and not self._begin_at)):
            self.goes_on = False
            self._to_next()

    def _draw_head(self) -> None:
        view = self.view
        if view is None:
            return
        self.set_class(self.room.view.marking == "in_camera", "-closed")
        versions = view.workshop.drafts.versions
        last = f"version {versions[-1].label}" if versions else "no version issued yet"
        parts = (*panels.how_closed(self.room.view), "Amendments", view.workshop.draft.title, last)
        self.head.update(clean_line(" · ".join(part for part in parts if part)))
        self.meter.update(content(shown.meter(view, max(20, self.size.width - 2))))

    @on(RowSelected)
    def follow_selection(self, message: RowSelected) -> None:
        """Show what is asked for at the selected paragraph."""
        if message.of == self.left.id and self.left.selected != self._group:
            self._show_group()

    def _show_group(self) -> None:
        """Show what is asked for at the paragraph that is selected by now."""
        self._group = self.left.selected
        if self.view is not None:
            self.right.put(shown.right(self.view, self._group))

    @on(RowTaken)
    def take_row(self) -> None:
        """Show the paragraph in the draft."""
        self.do_in_draft()

    def action_do(self, action_id: str) -> None:
        """Do what an action of the registry says; while something is asked, close that first."""
        if not self.asked or action_id == "help":
            getattr(self, f"do_{action_id}")()
        elif action_id == "back":
            self.close()
            self.says.last("")

    def do_accept(self) -> None:
        """Let the draft read as asked."""
        from plenary_tui.documents.workshop.settling import accepted

        self._settle("Accepted", lambda view, one: accepted(view.workshop, one))

    def do_bracket(self) -> None:
        """Lay both wordings in brackets."""
        from plenary_tui.documents.workshop.settling import bracketed

        self._settle("In brackets", lambda view, one: bracketed(view.workshop, one))

    def do_refuse(self) -> None:
        """Ask why."""
        if self.selected is not None:
            self.open("reason", "Enter refuses it, with these words or without; Escape leaves.")

    def do_confirm(self) -> None:
        """Ask which paragraph it is about."""
        if self.selected is not None:
            self.open("paragraph", "Enter says that it is about this paragraph.",
                       self.selected.number)  # fmt: skip

    def do_undo_draft(self) -> None:
        """Take back what was done to the draft last."""
        undone = "What was done to the draft last is taken back."
        self.send(Retraction(act="undo", of="draft"), undone)

    def do_next_open(self) -> None:
        """Go to the next amendment that is open."""
        if not self._to_next():
            self.says.last("Nothing is open.", "quiet")

    def _to_next(self) -> bool:
        view = self.view
        found = view.next_open(self.right.selected) if view else None
        if view is None or found is None:
            return False
        key = next(key for key, several in view.groups.items() if found in several)
        self.left.go_to(key)
        self._show_group()
        self.right.go_to(shown.row_of(found))
        return True

    def do_beside(self) -> None:
        """Go to the paragraphs, and back."""
        (self.right if self.left.has_focus else self.left).focus()

    def do_in_draft(self) -> None:
        """Show the paragraph in the draft: the one below this screen, else a new one."""
        from plenary_tui.ui.screens.draft import DraftScreen

        view, paragraph = self.view, self.left.selected
        if view is None or paragraph not in view.workshop.paragraphs:
            self.warn("That paragraph is not in the draft.")
            return
        below = [one for one in self.app.screen_stack if isinstance(one, DraftScreen)]
        if below:
            self.dismiss()
            below[-1].text.go_to(paragraph)
            return
        used = view.workshop.used
        first = (one for one in view.workshop.paragraphs[paragraph].sources
                 if used[one][0] == paragraph)  # fmt: skip
        self.app.switch_screen(DraftScreen(self.room, next(first, "")))

    def do_help(self) -> None:
        """Show what can be done here."""
        from plenary_tui.ui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.actions, self.room.view, _ABOUT))

    def do_back(self) -> None:
        """Go back to where one came from."""
        self.dismiss()

    def _settle(self, verdict: str, make: Callable[[AmendmentsView, Amendment], Kind]) -> None:
        """Record what becomes of the selected amendment; says so where it makes no sense."""
        view, one = self.view, self.selected
        if view is None or one is None:
            self.warn("Choose an amendment first: Tab, Up and Down, or n.")
            return
        try:
            command = make(view, one)
        except PlenaryError as error:
            self.warn(str(error))
        else:
            self.goes_on = True
            self.send(command, f"{verdict}: {view.told(one)}")

    @on(TextArea.Changed)
    def take_text(self) -> None:
        """Keep a reason that is being typed; show who is meant."""
        if self.asked == "reason":
            self.keep(self.editor.text)
        elif self.asked == "sender":
            self.show_picks()

    @on(Entered)
    def take_line(self, message: Entered) -> None:
        """Take what was typed."""
        typed, asked = message.line.strip(), self.asked
        if asked == "reason":
            from plenary_tui.documents.workshop.settling import refused

            self.close()
            self._settle("Refused", lambda view, one: refused(view.workshop, one, typed))
        elif asked == "paragraph":
            self._take_paragraph(typed)
        elif asked == "record":
            self.close()
            self.record_arrived()

    def _take_paragraph(self, typed: str) -> None:
        from plenary_tui.documents.workshop.settling import confirmed

        view, one = self.view, self.selected
        found = view.numbered(typed) if view else ""
        if one is not None and typed == one.number:
            found = one.paragraph
        if not found:
            self.editor.put(typed)
            self.warn(f"There is no paragraph {clean_line(typed)}: write its number.")
            return
        self.close()
        self._settle("Said", lambda view, one: confirmed(view.workshop, one, found))
        self.goes_on = False
