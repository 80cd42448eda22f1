"""What can be done to an entry: the selected one, else the last one."""

from __future__ import annotations

from plenary_tui.ui.messages import Entered

from .base import RoomBase


class EntryKeys(RoomBase):
    """Correct, take back, put back, mark for the worklist; and split what was pasted."""

    def do_check(self) -> None:
        """Offer the marks for the worklist."""
        if self.view.can_undo:
            from plenary_tui.ui import gavel

            self.menu.offer("The last entry, for the worklist:", gavel.checks())
        else:
            self.says.last("You have recorded nothing yet that could be marked.", "warning")

    def do_correct(self) -> None:
        """Put the words of an entry into the capture line, to be mended."""
        self.conductor.to_correct(self.record.selected_entry)

    def do_undo(self) -> None:
        """Take back the selected entry, else the last one."""
        chosen = self.record.selected_entry
        if not chosen and not self.view.can_undo:
            self.says.last("There is nothing of yours to take back.", "warning")
            return
        self.send(f"undo @{chosen}" if chosen else "undo")

    def do_redo(self) -> None:
        """Put back what was taken back."""
        if self.view.can_redo:
            self.send("redo")
        else:
            self.says.last("Nothing was taken back that could be put back.", "warning")

    def do_split(self) -> None:
        """Record what stands in the capture line, one entry a line."""
        from plenary_tui.record.notation.lines import logical_lines

        text = self.capture.text
        self.capture.put("")
        for _, line in logical_lines(text):
            self.post_message(Entered(line))
