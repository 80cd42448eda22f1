"""How a drill went: what was kept beside what was typed, row by row."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.getters import query_one
from textual.screen import Screen
from textual.widgets import Static

from plenary_tui.documents.drill.result import MEASURE, counted
from plenary_tui.errors import PlenaryError
from plenary_tui.record.clean import clean_line
from plenary_tui.ui.actions.drill import DRILL_RESULT
from plenary_tui.ui.drilling.rows import heading, listed, missed, whole
from plenary_tui.ui.drilling.writing import write
from plenary_tui.ui.screens.over import OverRoom
from plenary_tui.ui.widgets.found_list import FoundList
from plenary_tui.ui.widgets.plain import KeyBar, content

if TYPE_CHECKING:
    from collections.abc import Iterable

    from plenary_tui.ui.panels import Line

    from .screen import DrillScreen


class DrillResultScreen(OverRoom):
    """The rows of a result, the chosen one below in more words."""

    ACTIONS = "drill_result"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(one.key, f"do('{one.id}')", one.label, id=one.id, show=False)
        for one in DRILL_RESULT
    ]

    list = query_one("#drill-list", FoundList)

    def __init__(self, drill: DrillScreen) -> None:
        super().__init__(drill)
        self.drill = drill
        self.found = drill.judged()
        self._faulty = False

    def compose(self) -> ComposeResult:
        """Lay out the result."""
        yield Static(id="drill-head", classes="found-head", markup=False)
        yield FoundList(id="drill-list").add_class("found-list")
        yield Static(id="drill-detail", classes="found-detail", markup=False)
        yield Static(id="drill-said", classes="found-said", markup=False)
        bar = KeyBar((one for one in self.actions if one.footer), id="drill-keys")
        yield bar.add_class("found-keys")

    def on_mount(self) -> None:
        """Show the rows."""
        self.query_one("#drill-head", Static).update(f"PRACTICE · {heading(self.found)}")
        self.list.focus()
        self._show()

    def _show(self) -> None:
        self.list.show(listed(self.found, faulty=self._faulty))
        what = "what there is something to say of" if self._faulty else "everything"
        self._say("" if self.found.rows else "Nothing was heard yet.")
        if self.found.rows:
            self._say(f"{len(self.found.rows):,} rows, shown: {what}.  ✓ caught  ~ with something "
                      "to say  ✗ missed  + of nothing kept")  # fmt: skip

    def _say(self, text: str) -> None:
        self.query_one("#drill-said", Static).update(clean_line(text))

    @on(FoundList.Highlighted)
    def _tell(self) -> None:
        line = self.list.line
        told = Content("\n".join(line.detail if line else ()))
        self.query_one("#drill-detail", Static).update(told)

    def action_do(self, action_id: str) -> None:
        """Do what an action of the registry says."""
        getattr(self, f"do_{action_id}")()

    @on(FoundList.Opened)
    def do_drill_row(self) -> None:
        """Show all of the chosen row."""
        line = self.list.line
        if line is not None:
            self.app.push_screen(Reading(whole(self.found.rows[int(line.entry)])))

    def do_next_missed(self, step: int = 1) -> None:
        """Go to the next thing that was missed."""
        line = self.list.line
        place = missed(self.found, int(line.entry), step) if line else None
        if place is None:
            self._say("Nothing more was missed." if step > 0 else "Nothing before was missed.")
        else:
            self.list.choose(str(place))

    def do_last_missed(self) -> None:
        """Go to the thing before that was missed."""
        self.do_next_missed(-1)

    def do_drill_faults(self) -> None:
        """Show only what there is something to say of, or everything."""
        self._faulty = not self._faulty
        self._show()

    def do_drill_numbers(self) -> None:
        """Show all numbers, and what they measure."""
        numbers = [((f"{value:>18}  ", "head"), (what, "plain"))
                   for what, value in counted(self.found.summary)]  # fmt: skip
        measure = [line for one in MEASURE for line in ((("", "plain"),), ((one, "plain"),))]
        self.app.push_screen(Reading([*numbers, *measure]))

    def do_drill_write(self) -> None:
        """Write the result as Word and as Markdown."""
        try:
            paths = write(self.drill.ready, self.found)
        except (PlenaryError, OSError) as error:
            self._say(f"It could not be written: {error}")
        else:
            self._say(f"Written: {paths[0].name} and {paths[1].name} in {paths[0].parent}")

    def do_help(self) -> None:
        """Show what can be done here."""
        from plenary_tui.ui.screens.list_help import ListHelp

        self.app.push_screen(ListHelp(MEASURE, self.actions))

    def do_back(self) -> None:
        """Go back to the drill."""
        self.dismiss()


class Reading(Screen[None]):
    """Lines to read, until Escape, Enter or F1."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f1,enter", "app.pop_screen", "back", show=False)
    ]
    CSS = "Reading { padding: 0 1; background: $background; } Reading Static { height: auto; }"

    def __init__(self, lines: Iterable[Line]) -> None:
        super().__init__()
        self._lines = [*lines]

    def compose(self) -> ComposeResult:
        """Lay out the lines."""
        with VerticalScroll(can_focus=True) as scroll:
            yield Static(content([*self._lines, (), (("Escape goes back", "quiet"),)]),
                         markup=False)  # fmt: skip
        scroll.focus()
