"""The charts: who had the floor, when how much was said, open brackets, who supported whom.

For the Chair's eyes: nothing of it is on the display or in a document unless it is written.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.getters import app as app_getter
from textual.getters import query_one
from textual.message import Message
from textual.widgets import Static

from plenary_tui.documents.figures import Adding, Figures
from plenary_tui.record.clean import clean_line
from plenary_tui.store.clock import local_now
from plenary_tui.store.disk import Disk, RealDisk, not_durable
from plenary_tui.ui import panels
from plenary_tui.ui.actions import Action
from plenary_tui.ui.actions.charts import CHARTS
from plenary_tui.ui.actions.palette import ActionCommands
from plenary_tui.ui.actions.personal import PersonalApp
from plenary_tui.ui.charting import page
from plenary_tui.ui.charting.looking import VIEWS, Looking
from plenary_tui.ui.charting.writing import write_balance
from plenary_tui.ui.conducting import events
from plenary_tui.ui.seen.views import RoomView
from plenary_tui.ui.terminal.themes import after
from plenary_tui.ui.widgets.bars import Bars
from plenary_tui.ui.widgets.plain import KeyBar, content

from .anywhere import FromAnywhere
from .over import OverRoom

if TYPE_CHECKING:
    from .room.base import RoomBase

_READING = "Adding up …"
_ABOUT = (
    "For the Chair's eyes: none of it is on the display, or in a document, unless x writes it. A "
    "turn is one time at the floor, an intervention anything that was said. Presiding counts apart "
    "from taking part. What was said in camera is not counted, nor how long it took; where only a "
    "day is known there is no time. The sentence below says the same as the chart.",
)


class ChartsBase(FromAnywhere):
    """Shows the numbers of a session as charts; where they come from is the subclass's to say."""

    CSS_PATH = "charts.tcss"
    COMMANDS: ClassVar = {ActionCommands}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(one.key, f"do('{one.id}')", one.label, id=one.id, show=False) for one in CHARTS
    ]
    app = app_getter(PersonalApp)
    alarm = query_one("#charts-alarm", Static)
    bars = query_one("#charts-bars", Bars)

    @dataclass
    class Written(Message):
        """The balance was written, or why it was not."""

        said: str

    found: Figures | None = None
    looking = Looking()
    why = ""
    """Why there is nothing to look at."""

    @property
    def actions(self) -> tuple[Action, ...]:
        """What can be done here, with the person's keys."""
        return self.app.keymap.screens["charts"]

    @property
    def view(self) -> RoomView:
        """The room as the help names it."""
        return RoomView(title=self.found.head.title if self.found else "")

    def place(self) -> tuple[Disk, Path, datetime]:
        """Return where a file goes, and the time now."""
        raise NotImplementedError

    @property
    def session_folder(self) -> Path:
        """The folder of the session."""
        return self.place()[1]

    def compose(self) -> ComposeResult:
        """Lay out the charts."""
        yield Static(id="charts-head", markup=False)
        yield Static(id="charts-alarm", markup=False)
        yield Static(id="charts-tabs", markup=False)
        yield Static(id="charts-choices", markup=False)
        yield Bars(id="charts-bars")
        yield Static(id="charts-says", markup=False)
        yield KeyBar((one for one in self.actions if one.footer), id="charts-keys")

    def on_mount(self) -> None:
        """Let the arrow keys scroll the chart."""
        self.set_focus(self.bars)
        self.draw(anew=True)

    def on_resize(self) -> None:
        """Draw the bars as long as there is room for."""
        self.draw(anew=False)

    def take(self, found: Figures) -> None:
        """Show other numbers."""
        self.found = found
        self.draw(anew=False)

    def draw(self, *, anew: bool) -> None:
        """Draw everything. anew: another chart than before."""
        found, looking = self.found, self.looking
        head = ["FOR THE CHAIR", "Balance of the debate"]
        if found is None:
            self._put("head", " · ".join(head))
            self._put("says", self.why or _READING)
            return
        marked = panels.MARKINGS[self.view.marking] or found.head.marking
        self._put("head", " · ".join(filter(None, (marked, *head, found.head.title))))
        self.query_one("#charts-tabs", Static).update(content([page.tabs(looking, self.key_of)]))
        chosen = content([page.choices(found, looking, self.key_of)])
        self.query_one("#charts-choices", Static).update(chosen)
        width = max(20, self.size.width - Bars.BESIDE)
        self.bars.show(page.chart(found, looking, width), anew=anew)
        self._put("says", page.sentence(found, looking))

    def key_of(self, action_id: str) -> str:
        """Return the key of an action as people write it."""
        return next(one.shown_key for one in self.actions if one.id == action_id)

    def _put(self, part: str, said: str) -> None:
        self.query_one(f"#charts-{part}", Static).update(clean_line(said))

    def _look(self, change: Callable[[Figures], Looking]) -> None:
        if self.found is not None:
            self.looking = change(self.found)
            self.draw(anew=True)

    def offered(self) -> list[Action]:
        """Return what the palette offers."""
        return [one for one in self.actions if one.id not in ("commands", "back")]

    def action_do(self, action_id: str) -> None:
        """Do what an action of the registry says."""
        shown = next((view for view in VIEWS if action_id == f"show_{view}"), None)
        if shown is not None:
            self._look(lambda _: replace(self.looking, view=shown))
        else:
            getattr(self, f"do_{action_id}")()

    def do_next_view(self) -> None:
        """Show the next chart."""
        self._look(lambda _: self.looking.next_view())

    def do_group_by(self) -> None:
        """Put the shares together by the next thing."""
        self._look(lambda _: replace(self.looking, view="floor").next_by())

    def do_next_measure(self) -> None:
        """Show the next measure, or the next stand."""
        self._look(lambda found: self.looking.next_measure(found))

    def do_order_by(self) -> None:
        """Put the largest first, or all in their own order."""
        self._look(lambda _: replace(self.looking, largest=not self.looking.is_by_size))

    def do_one_item(self) -> None:
        """Show the next item alone."""
        self._look(lambda found: self.looking.next_item(found))

    def do_item_before(self) -> None:
        """Show the item before alone."""
        self._look(lambda found: self.looking.next_item(found, -1))

    def do_one_day(self) -> None:
        """Show the next day alone."""
        self._look(lambda found: self.looking.next_day(found))

    def do_one_body(self) -> None:
        """Show the sittings of the next body alone."""
        self._look(lambda found: self.looking.next_body(found))

    def do_all_again(self) -> None:
        """Show all items, days and bodies."""
        self._look(lambda _: self.looking.of_all())

    def do_write_balance(self) -> None:
        """Write the balance for the Chair."""
        if self.found is not None:
            self._put("says", "Writing it …")
            Thread(target=self._write, args=(self.found, *self.place()), name="printing").start()

    def _write(self, found: Figures, disk: Disk, folder: Path, now: datetime) -> None:
        try:
            paths = write_balance(found, disk, folder, now)
            said = f"✓ Written for the Chair: {paths[0].name} and .html, in {paths[0].parent}"
        except OSError as error:
            said = f"It was not written: {not_durable(error)}"
        self.post_message(self.Written(said))

    @on(Written)
    def tell_written(self, written: Written) -> None:
        """Say where the files are."""
        self._put("says", written.said)

    def do_theme(self) -> None:
        """Change to the next theme, for this run."""
        self.app.theme = after(self.app.theme)

    def do_commands(self) -> None:
        """Open the palette."""
        self.app.action_command_palette()

    def do_help(self) -> None:
        """Show what is counted, and what can be done here."""
        from .help import HelpScreen

        self.app.push_screen(HelpScreen(self.actions, self.view, _ABOUT))

    def do_back(self) -> None:
        """Go back to where this was opened."""
        self.dismiss()


class ChartsScreen(ChartsBase, OverRoom):
    """The charts of the room, which follow its record."""

    ACTIONS = "charts"

    def __init__(self, room: RoomBase) -> None:
        super().__init__(room)

    @property
    def view(self) -> RoomView:
        """The room."""
        return self.room.view

    def on_mount(self) -> None:
        """Have the numbers added up from now on."""
        super().on_mount()
        self.room.conductor.follow(Adding())

    def on_unmount(self) -> None:
        """Have them added up no longer."""
        self.room.conductor.follow(None)
        super().on_unmount()

    def place(self) -> tuple[Disk, Path, datetime]:
        """Return the place of the room's session."""
        conductor = self.room.conductor
        return conductor.disk, conductor.folder, self.room.now().astimezone(self.room.view.zone)

    def hear(self, event: events.Event) -> None:
        """Take the numbers as the record grows."""
        match event:
            case events.Drafted(Figures() as found):
                self.set_class(self.view.marking == "in_camera", "-closed")
                self.take(found)
            case events.Drafted(None, why):
                self._put("says", why)
            case events.Kept():
                self.alert("")
            case events.NotKept(_, why):
                self.alert(why)
            case _:
                pass


class SessionChartsScreen(ChartsBase):
    """The charts of a session that nobody records here, read once from its folder."""

    @dataclass
    class Read(Message):
        """The numbers of the session, or why there are none."""

        found: Figures | None
        why: str = ""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder

    def on_mount(self) -> None:
        """Read the session."""
        super().on_mount()
        Thread(target=self._read, name="adding", daemon=True).start()

    def _read(self) -> None:
        from plenary_tui.record.redaction import open_record
        from plenary_tui.store.session import Session

        try:
            record = open_record(Session(self._folder).record)
            told = self.Read(Adding()(record, local_now()))
        except Exception as error:  # the library goes on, whatever is wrong with a session
            told = self.Read(None, f"It cannot be added up: {error or type(error).__name__}")
        self.post_message(told)

    @on(Read)
    def take_read(self, read: Read) -> None:
        """Show the numbers."""
        self.why = read.why
        if read.found is not None:
            self.take(read.found)
        else:
            self.draw(anew=True)

    def place(self) -> tuple[Disk, Path, datetime]:
        """Return the place of the session."""
        return RealDisk(), self._folder, local_now()
