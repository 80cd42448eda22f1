"""What every part of the draft screen shares: its widgets, what it shows, the way to the record."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from textual.getters import query_one
from textual.widgets import Static

from plenary_tui.errors import PlenaryError
from plenary_tui.record.clean import clean_line
from plenary_tui.record.kinds import Kind, ParagraphRef
from plenary_tui.store.unfinished import Piece
from plenary_tui.ui.conducting import events
from plenary_tui.ui.conducting.outbox import Outgoing
from plenary_tui.ui.drafting.asking import Asking
from plenary_tui.ui.drafting.view import SECTION, DraftView
from plenary_tui.ui.screens.over import OverRoom
from plenary_tui.ui.seen.views import Choice
from plenary_tui.ui.widgets.capture_line import CaptureLine
from plenary_tui.ui.widgets.draft_list import DraftList
from plenary_tui.ui.widgets.menu import Menu
from plenary_tui.ui.widgets.picker import Picker
from plenary_tui.ui.widgets.plain import Says

if TYPE_CHECKING:
    from plenary_tui.ui.screens.room.base import RoomBase

Make = Callable[[DraftView], Kind]
"""What is to be done to the draft as it stands then. Raises PlenaryError, with a sentence."""


class After(NamedTuple):
    """What follows an act. asked, typed: what the editor held for it, to be opened again where it
    cannot be done. new_in: the section that it writes a paragraph into, which is selected then;
    go_to: what else is. version: it issues one.
    """

    asked: Asking | None = None
    typed: str = ""
    new_in: str = ""
    go_to: str = ""
    version: bool = False


NOTHING = After()


class DraftBase(OverRoom):
    """Acts are done one after the other, each to the draft as the one before left it."""

    text = query_one("#draft-list", DraftList)
    side = query_one("#draft-side", DraftList)
    picker = query_one("#draft-picker", Picker)
    menu = query_one("#draft-menu", Menu)
    says = query_one("#draft-says", Says)
    prompt = query_one("#draft-prompt", Static)
    editor = query_one("#draft-edit", CaptureLine)

    def __init__(self, room: RoomBase) -> None:
        super().__init__(room)
        self.view: DraftView | None = None
        self.asked: Asking | None = None
        """What the editor is open for."""
        self.chosen: Callable[[str], None] = lambda choice: None
        """What is done with what is chosen in the menu."""
        self._acts: deque[tuple[Make, After]] = deque()
        self._sent: After | None = None
        self._ahead = 0
        self._shown = self._wanted = 0
        self._then = ""

    @property
    def selected(self) -> str:
        """The row that is selected in the draft."""
        return self.text.selected

    @property
    def paragraph(self) -> str:
        """The paragraph that is selected; says so where none is."""
        found = self.selected
        if not found or found.startswith(SECTION):
            self.warn("Choose a paragraph first: Up and Down, a number, or /.")
            return ""
        return found

    def warn(self, why: str) -> None:
        """Say why something is not done."""
        self.says.last(clean_line(why), "warning")

    def offer(self, title: str, choices: list[Choice], chosen: Callable[[str], None]) -> None:
        """Offer a menu; what is chosen goes to `chosen`."""
        self.chosen = chosen
        self.menu.offer(title, choices)

    @property
    def is_busy(self) -> bool:
        """Whether something that was done to the draft is not seen in it yet."""
        return bool(self._acts) or self._sent is not None or self._shown < self._wanted

    def do_act(self, make: Make, after: After = NOTHING) -> None:
        """Do something to the draft, behind what is being done to it."""
        self._acts.append((make, after))
        self._go_on()

    def _go_on(self) -> None:
        """Do the next thing, once what was done last is seen in the draft."""
        view = self.view
        if view is None or self._sent or not self._acts or self._shown < self._wanted:
            return
        make, after = self._acts.popleft()
        try:
            command = make(view)
        except PlenaryError as error:
            self._refused(after, str(error))
        except KeyError:
            self._refused(after, "That paragraph is not in the draft by now.")
        except ValueError as error:
            self._refused(after, f"It cannot be recorded so ({clean_line(str(error))[:80]}).")
        else:
            self.send(Outgoing.of(command), after)

    def send(self, outgoing: Outgoing, after: After) -> None:
        """Hand something to the disk by the room, behind what waits there; one at a time."""
        if self._sent is not None:
            self.warn("Something is on its way to the disk: press the key again.")
            return
        self._sent = after
        self._ahead = len(self.room.outbox) + 1
        self.room.put(outgoing)

    def _refused(self, after: After, why: str) -> None:
        """Say why, and put what was typed back into the editor; what was to follow is left."""
        self._acts.clear()
        if after.asked is not None:
            self.open(after.asked, after.typed)
        self.warn(why)

    def learn(self, event: events.Kept | events.NothingToKeep) -> None:
        """Learn what became of an act; lines of others may come before it."""
        self.alert("")
        if self._sent is None:
            return
        self._ahead -= 1
        if self._ahead:
            return
        after, self._sent = self._sent, None
        if isinstance(event, events.NothingToKeep):
            self._refused(after, event.why)
            return
        self._wanted = event.view.entries
        if after.asked is not None:
            self.keep_typed(after.asked, "")
        self._then = after.go_to
        if after.new_in:
            self._then = ParagraphRef(section=after.new_in, source=event.entry).id
        self.says.became(event)
        self.done(after, event.entry)
        self._go_on()

    def done(self, after: After, entry: str) -> None:
        """Take note that an act is on disk, as that entry."""

    def give_back(self, outgoing: Outgoing) -> None:
        """Open the editor again on what the disk did not take."""
        after, self._sent = self._sent, None
        if after is not None:
            self._refused(after, "It is not recorded: enter it again once the disk takes it.")

    def take_view(self, view: DraftView, entries: int) -> None:
        """Show the draft as it is now, and go on with what waits for that."""
        self.view, self._shown = view, entries
        self.show()
        if self._then and self._shown >= self._wanted:
            self.text.go_to(self._then)
            self._then = ""
        self._go_on()

    def keep_typed(self, asked: Asking, text: str) -> None:
        """Keep on disk what is typed for something; without words, no longer."""
        if not asked.place:
            return
        if text.strip():
            cursor = self.editor.cursor
            at = None if cursor == len(text) else cursor
            self.room.elsewhere[asked.place] = Piece(text, at, place=asked.place)
        else:
            self.room.elsewhere.pop(asked.place, None)
        self.room.keep_typing()

    def action_do(self, action_id: str) -> None:
        """Do what an action of the registry says."""
        raise NotImplementedError

    def open(self, asked: Asking, text: str = "", cursor: int | None = None) -> None:
        """Open the editor for something."""
        raise NotImplementedError

    def show(self) -> None:
        """Draw the draft and what stands beside it."""
        raise NotImplementedError
