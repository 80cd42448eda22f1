"""A file that came back is read, its sender chosen from the roster, and recorded once confirmed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from plenary_tui.record.kinds import DraftReceived
from plenary_tui.ui.menus import picking
from plenary_tui.ui.messages import Picked
from plenary_tui.ui.seen.views import FloorView

from .base import AmendmentsBase

if TYPE_CHECKING:
    from plenary_tui.documents.arriving import Arrived
    from plenary_tui.ui.conducting.arrivals import Made
    from plenary_tui.ui.screens.room.base import RoomBase


class Receiving(AmendmentsBase):
    """Who sent a file is said by a person; what Word names as the author is often just `User`."""

    def __init__(self, room: RoomBase) -> None:
        super().__init__(room)
        self._arrived: Arrived | None = None
        self._has_chosen = False
        """Whether somebody went to a delegation of the list: nobody's file is the first one's."""
        self._command: DraftReceived | None = None

    def do_receive(self) -> None:
        """Ask for a file that came back."""
        from plenary_tui.ui.screens.receive_file import ReceiveFile

        if self.view is None:
            return
        form = ReceiveFile(self.room.conductor.folder.name, self.view.meeting)

        def take(made: Made | None) -> None:
            if made is not None and form.arrived is not None:
                self._who_sent(form.arrived)

        self.app.push_screen(form, take)

    def _who_sent(self, arrived: Arrived) -> None:
        """Let the sender be chosen from the roster; what the file's name says comes first."""
        from plenary_tui.documents.workshop.receiving import sender_of

        self._arrived, self._has_chosen = arrived, False
        roster = self.view.meeting.roster if self.view else None
        said = sender_of(arrived.name.rpartition(".")[0], roster) if roster else ""
        self.open("sender", f"Who sent {arrived.name}? Enter takes the one marked.", said)
        self.show_picks()

    def show_picks(self) -> None:
        """Show whom what is typed can mean."""
        listed = [name for name in self.room.names if not name.chair]
        self.picker.show(
            picking.ranked(listed, self.editor.text, FloorView(), ()),
            "nobody on the roster fits: type less, or Escape",
        )

    def take_first(self, key: str) -> bool:
        """Take a key that belongs to the picker."""
        if not self.picker.display:
            return False
        if key in ("up", "down"):
            self._has_chosen = True
            self.picker.move(-1 if key == "up" else 1)
        elif key == "enter" and not (self._has_chosen or self.editor.text.strip()):
            self.warn("The file's name does not say who sent it: write a code or a name first.")
        elif key in ("enter", "tab"):
            self.take_pick()
        else:
            return False
        return True

    @on(Picked)
    def take_pick(self) -> None:
        """Say what the file of the chosen delegation asks for, before it is recorded."""
        from plenary_tui.documents.workshop.receiving import counted, known_already, received

        pick, arrived, view = self.picker.chosen, self._arrived, self.view
        if pick is None or arrived is None or arrived.version is None or view is None:
            return
        command = received(arrived.version, pick.put, arrived.returned, arrived.issued)
        known = known_already(view.meeting, command)
        asks = counted(command, arrived.issued)
        unsure = sum(not one.sure for one in command.changes)
        self.close()
        if known is not None:
            self.warn(f"{arrived.name} of {pick.put} was recorded before.")
            return
        more = f", {unsure} to be confirmed" if unsure else ""
        self._command = command
        self.open(
            "record",
            f"{pick.name} asks for {asks} in version {arrived.version.label}{more}: Enter records "
            "it, Escape leaves it.",
        )  # fmt: skip

    def record_arrived(self) -> None:
        """Record the file that was read."""
        if self._command is not None:
            what = self._command
            self.send(what, f"Recorded: what {', '.join(what.who)} asks for stands here now.")
