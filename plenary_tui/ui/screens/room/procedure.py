"""The procedure at hand: the gavel, the floor, the agenda, the roll, the texts that are open."""

from __future__ import annotations

import time

from plenary_tui.store.unfinished import Piece
from plenary_tui.ui.seen.views import Choice, TextView

from .choosing import Choosing

TWICE = 1.0
"""Seconds within which a second press of the same key was a slip of the finger."""
LEADS_ON = (
    "withdraw", "limits", "order", "items", "item", "item_order", "call", "gavel", "text",
)  # fmt: skip
"""Choices of a menu that lead on: to another menu, or to a screen."""


class ProcedureKeys(Choosing):
    """What the Chair does, at one key each. A key that comes twice by mistake does nothing."""

    def __init__(self) -> None:
        super().__init__()
        self._pressed: dict[str, float] = {}
        self._took = ("", "")
        """The key that took a choice, and what stood in the capture line after it."""

    def _is_twice(self, what: str) -> bool:
        """Whether the same was done a moment ago; a key that is held down stays one press."""
        now = time.monotonic()
        before, self._pressed[what] = self._pressed.get(what, -TWICE), now
        return now - before < TWICE

    def _is_known(self) -> bool:
        """Whether the record was read; says so where it was not."""
        if not self.view.is_known:
            self.says.last("One moment: the record is being read.", "quiet")
        return self.view.is_known

    def send_once(self, line: str) -> None:
        """Record a line, unless the same was recorded a moment ago."""
        if not self._is_twice(line):
            self.took("enter")
            self.send(line)

    def took(self, key: str) -> None:
        """Remember the key that took a choice: pressed again at once it is a slip."""
        self._took = (key, self.capture.text)
        self._pressed[f"key {key}"] = time.monotonic()

    def take_key(self, key: str) -> bool:
        """Take a key that was pressed twice, so that it does not reach the line below."""
        if key and self._took == (key, self.capture.text) and self._is_twice(f"key {key}"):
            return True
        return super().take_key(key)

    def do_next(self) -> None:
        """Give the floor to the next speaker, and begin their line."""
        if not self._is_known():
            return
        if not self.view.floor.waiting:
            self.says.last("Nobody is on the list of speakers: q+ NV puts one on it.", "warning")
            return
        if self._is_twice("next"):
            return
        code, _ = self.view.floor.waiting[0]
        begun = f"{code}: "
        self.send("next")
        if not self.capture.text:
            self.capture.put(begun)
        else:
            self.lay_aside(Piece(begun))
        self.back_to_typing()

    def do_script(self) -> None:
        """Show what the Chair reads out now."""
        from plenary_tui.ui.screens.script import ScriptScreen

        self.app.push_screen(ScriptScreen(self))

    def do_list(self) -> None:
        """Begin a request for the floor."""
        self.offer_line("q+ ")

    def do_speakers(self) -> None:
        """Offer what can be done about the list of speakers."""
        from plenary_tui.ui.menus import floor as floor_menu

        if self._is_known():
            floor = self.view.floor
            self.menu.offer(floor_menu.title(floor), floor_menu.speakers(floor))

    def do_timer(self) -> None:
        """Stop the time of the speech, or let it go on."""
        from plenary_tui.ui.menus import floor as floor_menu

        if not self._is_known() or self._is_twice("timer"):
            return
        if self.view.floor.speaker:
            self.send(floor_menu.timer_line(self.view.floor))
        else:
            self.says.last("Nobody has the floor: there is no time to stop.", "warning")

    def do_agenda(self) -> None:
        """Offer what can be done about the agenda."""
        from plenary_tui.ui.menus import agenda as agenda_menu

        if self._is_known():
            on = f", on {self.view.item}" if self.view.item else ""
            self.menu.offer(f"The agenda{on}:", agenda_menu.agenda_menu(self.view.agenda))

    def do_roll_call(self) -> None:
        """Show the roll."""
        if not self._is_known():
            return
        if not any(not name.chair for name in self.names):
            self.says.last(
                "No delegations are listed: Delegation NV: name; class lists one.", "warning"
            )
            return
        from plenary_tui.ui.screens.roll_call import RollCallScreen

        self.app.push_screen(RollCallScreen(self))

    def do_text(self) -> None:
        """Show the texts that are open, whole."""
        if not self._is_known():
            return
        if not (self.view.text or self.view.other_texts):
            self.says.last("No text is open: Proposal NV: text puts one before us.", "warning")
            return
        from plenary_tui.ui.screens.whole_text import WholeTextScreen

        self.app.push_screen(WholeTextScreen(self))

    def do_gavel(self) -> None:
        """Stamp the time and offer what the gavel can mean."""
        self.gavel_on(self.view.text)

    def gavel_on(self, text: TextView | None) -> None:
        """Stamp the time and offer what the gavel can mean for a text, or without one."""
        from plenary_tui.ui.menus import gavel

        if not self._is_known() or self._is_twice("gavel"):
            return
        stamp = self.stamp()
        about = f", on {text.label}" if text else ""
        choices = gavel.at_the_gavel(self.view, stamp, text)
        self.menu.offer(f"The gavel at {stamp}{about}:", choices)

    def go_on_with(self, choice: Choice) -> None:
        """Take a choice that leads on: to another menu, or to a screen."""
        from plenary_tui.ui.menus import agenda as agenda_menu
        from plenary_tui.ui.menus import floor as floor_menu
        from plenary_tui.ui.menus import gavel
        from plenary_tui.ui.screens.ordering import OrderingScreen

        view = self.view
        if choice.does in ("order", "item_order", "text"):
            self.back_to_typing()
        match choice.does:
            case "withdraw":
                self.menu.offer("Who gives up their place?", floor_menu.withdrawals(view.floor))
            case "limits":
                self.menu.offer("For whom is the limit?", floor_menu.limits(view.floor, self.names))
            case "order":
                self.app.push_screen(OrderingScreen(self, "speakers"))
            case "item_order":
                self.app.push_screen(OrderingScreen(self, "agenda"))
            case "items":
                self.menu.offer("Which item?", agenda_menu.items_menu(view.agenda))
            case "item":
                item = next((one for one in view.agenda if one.number == choice.line), None)
                if item is not None:
                    self.menu.offer(f"Item {item.number} {item.title}:", agenda_menu.of_item(item))
            case "call" if view.text is not None:
                title = f"On {view.text.label}, to read out: “{gavel.CALL}”"
                self.menu.offer(title, gavel.call_for_objections(view.text.label))
            case "gavel":
                self.do_gavel()
            case "text":
                self.do_text()
