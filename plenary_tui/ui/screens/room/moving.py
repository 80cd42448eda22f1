"""Between the capture line, the list of entries and the menu: where the keys go next."""

from __future__ import annotations

from textual import on
from textual.events import Key

from plenary_tui.ui.messages import (
    Chosen,
    KeyPassed,
    LeftDownwards,
    LeftUpwards,
    NotChosen,
    RowPicked,
)

from .procedure import LEADS_ON, ProcedureKeys


class Moving(ProcedureKeys):
    """Takes what was chosen, and goes where the keys are wanted."""

    @on(Chosen)
    def take_choice(self, message: Chosen) -> None:
        """Take an offered line."""
        choice = message.choice
        if choice.does in LEADS_ON:
            self.go_on_with(choice)
            return
        self.back_to_typing()
        if choice.does == "record":
            self.send_once(choice.line)
        elif choice.does:
            self.leave(choice.does)
        else:
            self.offer_line(choice.line if choice.whole else f"{choice.line} ")
        self.took(message.key)

    @on(NotChosen)
    def leave_menu(self, message: NotChosen) -> None:
        """Go back to typing, with the letter that was typed."""
        self.back_to_typing(message.typed)

    @on(KeyPassed)
    def pass_key(self, message: KeyPassed) -> None:
        """Hand a key on to what has the keys by now."""
        target = self.menu if self.menu.display else self.capture
        target.post_message(Key(message.key, message.character))

    @on(LeftUpwards)
    def go_to_list(self) -> None:
        """Select the last entry."""
        if self.record.index.rows:
            self.record.focus()

    @on(LeftDownwards)
    def leave_list(self, message: LeftDownwards) -> None:
        """Go back to typing, with the letter that was typed."""
        self.back_to_typing(message.typed)

    @on(RowPicked)
    def correct_row(self, message: RowPicked) -> None:
        """Correct the entry that was picked."""
        self.conductor.to_correct(message.entry)
