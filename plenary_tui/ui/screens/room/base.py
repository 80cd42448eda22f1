"""What every part of the room shares: its widgets, its view, and the way to the capture line."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from textual.getters import query_one

from plenary_tui.preferences import Preferences
from plenary_tui.store.unfinished import Piece, Unfinished
from plenary_tui.ui.actions import ROOM, Action
from plenary_tui.ui.conducting.conductor import Conductor
from plenary_tui.ui.conducting.outbox import Outbox, Outgoing
from plenary_tui.ui.screens.anywhere import FromAnywhere
from plenary_tui.ui.seen.views import Name, RoomView
from plenary_tui.ui.widgets.capture_line import CaptureLine
from plenary_tui.ui.widgets.menu import Menu
from plenary_tui.ui.widgets.past import Past
from plenary_tui.ui.widgets.picker import Picker
from plenary_tui.ui.widgets.plain import Says
from plenary_tui.ui.widgets.record_list import RecordList

if TYPE_CHECKING:
    from plenary_tui.ui.pages.statements import Reading
    from plenary_tui.ui.screens.over import OverRoom


class Mending(NamedTuple):
    """What the capture line is used for, in place of a new entry, and on which entry.

    correct: its words stand there, to be changed. split: they stand there, to be parted at the
    cursor. speaker, item, second: what is typed there is looked for, to be taken from the picker;
    second: it says whose the second part is, that begins with `words`.
    """

    act: Literal["", "correct", "speaker", "item", "split", "second"] = ""
    entry: str = ""
    words: str = ""


TYPING = Mending()


class RoomBase(FromAnywhere):
    """The room without its keys. Each part of it adds methods `do_<id>` of the registry."""

    capture = query_one("#capture", CaptureLine)
    record = query_one("#record", RecordList)
    menu = query_one("#menu", Menu)
    past = query_one("#past", Past)
    picker = query_one("#picker", Picker)
    says = query_one("#says", Says)

    conductor: Conductor
    names: tuple[Name, ...] = ()
    now: Callable[[], datetime]
    actions: tuple[Action, ...]
    second: Path | None = None
    """The folder that is offered where the disk fails."""

    def __init__(self) -> None:
        super().__init__()
        self.actions = ROOM
        self.preferences = Preferences()
        self.view = RoomView()
        self.outbox = Outbox()
        self.aside: list[Piece] = []
        """What was being typed when another line was offered; it comes back after that one."""
        self.mending = Mending()
        self.is_offered = False
        """Whether the line was offered: Escape then leaves it."""
        self.typed_over = Piece()
        """What is being typed on a screen that is laid over this one."""
        self.elsewhere: dict[str, Piece] = {}
        """What was typed on another screen and is not recorded, by what it was typed for."""
        self.elsewhere_before = False
        """Whether that is of an earlier run, and nobody has seen it again yet."""
        self.script_language = "en"
        self.deliveries: dict[str, Reading] = {}
        """How far each statement was checked that is not recorded as delivered."""
        self.walked_to = ""
        """Which point of the worklist was looked at last."""

    @property
    def session_folder(self) -> Path:
        """The folder of the session."""
        return self.conductor.folder

    @property
    def over(self) -> list[OverRoom]:
        """The screens that are laid over this one and work on its record, the upmost last."""
        from plenary_tui.ui.screens.over import OverRoom

        return [one for one in self.app.screen_stack if isinstance(one, OverRoom)]

    def keep_elsewhere(self, pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
        """Keep what was typed on another screen for it; return what was typed here."""
        found = {one.place: one for one in pieces if one.place}
        self.elsewhere.update(found)
        self.elsewhere_before = self.elsewhere_before or bool(found)
        return tuple(one for one in pieces if not one.place)

    def offer_line(self, line: str, mending: Mending = TYPING, cursor: int | None = None) -> None:
        """Put a line into the capture line; what stood there comes back after it."""
        if self.capture.text and (not self.is_offered or self.mending.act == "correct"):
            self.lay_aside(self.piece())
            self.says.last("What you were typing comes back after this line.", "quiet")
        self.mending = mending
        self.is_offered = True
        self.back_to_typing()
        self.capture.read_only = mending.act == "split"
        self.capture.put(line, cursor)
        self.mark_prompt()

    def lay_aside(self, piece: Piece) -> None:
        """Keep a text that comes back before what was laid aside earlier."""
        self.aside.insert(0, piece)

    def bring_back(self) -> None:
        """Put what was laid aside last into the capture line, with its cursor."""
        piece = self.aside.pop(0) if self.aside else Piece()
        self.mending = Mending("correct", piece.corrects) if piece.corrects else Mending()
        self.is_offered = bool(piece.corrects)
        self.capture.read_only = False
        self.capture.put(piece.text, piece.cursor)
        self.mark_prompt()

    def piece(self) -> Piece:
        """Return what stands in the capture line; nothing where it only serves to choose."""
        act, entry, _ = self.mending
        if act not in ("", "correct"):
            return Piece()
        text = self.capture.unsent
        cursor = self.capture.cursor
        return Piece(text, None if cursor == len(text) else cursor, entry if act else "")

    def back_to_typing(self, typed: str = "") -> None:
        """Leave menu and list for the capture line."""
        self.menu.close()
        self.past.close()
        self.picker.close()
        self.capture.focus()
        if typed:
            self.capture.insert(typed)

    def key_of(self, action_id: str) -> str:
        """Return the key of an action as people write it."""
        return next(one.shown_key for one in self.actions if one.id == action_id)

    def stamp(self) -> str:
        """Return the time now, as a line begins with it."""
        return f"{self.now().astimezone(self.view.zone):%H:%M:%S}"

    def send(self, line: str) -> None:
        """Hand a line to the disk."""
        raise NotImplementedError

    def put(self, outgoing: Outgoing) -> None:
        """Hand something to the disk, behind what waits."""
        raise NotImplementedError

    def keep_typing(self) -> None:
        """Say what is being typed and not on disk."""
        raise NotImplementedError

    def unfinished(self) -> Unfinished:
        """Return what is typed and not recorded."""
        raise NotImplementedError

    def leave(self, to: str) -> None:
        """Leave for good."""
        raise NotImplementedError

    def mark_prompt(self) -> None:
        """Say before the capture line what is typed there."""
        raise NotImplementedError
