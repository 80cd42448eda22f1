"""What can be done to an entry: the selected one, else the last one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plenary_tui.ui.menus.splitting import first_words, guess
from plenary_tui.ui.messages import Entered
from plenary_tui.ui.terminal.wrapping import fit

from .base import Mending
from .choosing import Choosing

if TYPE_CHECKING:
    from plenary_tui.ui.conducting import events

_QUOTED = 40
"""Cells of an entry that is named by its words."""
_NONE = "You have recorded nothing yet that this could be done to."


class EntryKeys(Choosing):
    """Correct, move, join, split, take back, put back, mark for the worklist."""

    def _entry(self) -> str:
        """Return the entry that a key acts on; says so where there is none."""
        found = self.record.selected_entry or self.record.last_of(self.conductor.station)
        if not found:
            self.says.last(_NONE, "warning")
        return found

    def _quoted(self, entry: str) -> str:
        row = self.record.row_of(entry)
        return f"“{fit(' '.join(row.text.split()), _QUOTED)}”" if row else "it"

    def do_check(self) -> None:
        """Offer the marks for the worklist."""
        if self.view.can_undo:
            from plenary_tui.ui.menus import gavel

            self.menu.offer("The last entry, for the worklist:", gavel.checks())
        else:
            self.says.last("You have recorded nothing yet that could be marked.", "warning")

    def _mark(self, what: str) -> None:
        if entry := self._entry():
            self.send(f"?{what} @{entry}")

    def do_missed(self) -> None:
        """Put on the worklist that something was missed there."""
        self._mark("missed")

    def do_name(self) -> None:
        """Put on the worklist that a name there is to be checked."""
        self._mark("name")

    def do_wording(self) -> None:
        """Put on the worklist that the Chair is to confirm the wording."""
        self._mark("wording")

    def do_continue(self) -> None:
        """Go on with the selected entry, else with the last one."""
        chosen = self.record.selected_entry
        begun = f"@{chosen} ... " if chosen else "... "
        typed = self.capture.text
        if typed and not self.is_offered and not chosen:
            if not typed.startswith(("...", "…")):
                self.capture.insert(begun, (0, 0), maintain_selection_offset=True)
            self.back_to_typing()
        else:
            self.offer_line(begun)

    def do_correct(self) -> None:
        """Put the words of an entry into the capture line, to be mended."""
        self.conductor.to_correct(self.record.selected_entry)

    def do_speaker(self) -> None:
        """Say that somebody else said it."""
        if entry := self._entry():
            self.choose(Mending("speaker", entry), f"Who said {self._quoted(entry)}?")

    def do_item(self) -> None:
        """Say that it was said on another item."""
        if not self.view.agenda:
            self.says.last("There is no agenda yet: Agenda 1: title plans an item.", "warning")
        elif entry := self._entry():
            asks = f"On which item was {self._quoted(entry)}?"
            self.choose(Mending("item", entry), asks)

    def do_join(self) -> None:
        """Say that it is more of what stands above it."""
        if entry := self._entry():
            above = self.record.said_above(entry)
            if above:
                self.send(f"@{entry} joins @{above}")
            else:
                self.says.last("Nothing was said above it that it could go on with.", "warning")

    def do_split(self) -> None:
        """Put the words of an entry into the capture line, to be parted at the cursor."""
        if entry := self._entry():
            self.conductor.to_split(entry)

    def to_split(self, words: events.ToSplit) -> None:
        """Show the words, the cursor where a second part may begin."""
        mending = Mending("split", words.entry, words.words)
        self.offer_line(words.words, mending, guess(words.words))
        self.says.last(
            "Move the cursor to where the second part begins: Enter splits there,", "plain"
        )
        self.says.now("Tab gives it to another speaker, Escape leaves all as it was.", "plain")

    def _second_part(self) -> str:
        """Return the words by which the second part is known; says so where there is none."""
        begins = first_words(self.capture.text, self.capture.cursor)
        if not begins:
            self.says.last("Move the cursor between two words first.", "warning")
        return begins

    def split_here(self) -> None:
        """Part the entry at the cursor."""
        entry = self.mending.entry
        if begins := self._second_part():
            self.bring_back()
            self.send(f"Split @{entry}: {begins}")

    def split_for_another(self) -> None:
        """Ask whose the second part is."""
        if begins := self._second_part():
            mending = Mending("second", self.mending.entry, begins)
            self.choose(mending, f"Who said “{fit(begins, _QUOTED)}”?")

    def do_original(self) -> None:
        """Show what an entry read before, and what was done to it since."""
        if entry := self._entry():
            self.conductor.original(entry)

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

    def do_lines(self) -> None:
        """Record what stands in the capture line, one entry a line."""
        from plenary_tui.record.notation.lines import logical_lines

        text = self.capture.text
        if "\n" not in text:
            self.says.last("There is one line only: Enter records it.", "quiet")
            return
        self.capture.put("")
        for _, line in logical_lines(text):
            self.post_message(Entered(line))
