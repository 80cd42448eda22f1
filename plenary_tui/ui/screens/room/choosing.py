"""Choosing from the roster or the agenda while the capture line keeps the keys."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from textual import events, on

from plenary_tui.record.folded import fold_name
from plenary_tui.ui import panels
from plenary_tui.ui.menus import picking
from plenary_tui.ui.menus.picking import Pick
from plenary_tui.ui.messages import Picked
from plenary_tui.ui.seen.views import FloorView, Name, RoomView

from .base import Mending, RoomBase

_SPOKE_AMONG = 200
"""Entries among which is looked for who spoke last."""
_NO_ITEM = "no item fits: Escape goes back to what you typed"


class Choosing(RoomBase):
    """Tab names who speaks; the acts on entries choose a speaker or an item the same way."""

    def do_pick(self) -> None:
        """Offer the names that what was typed at the beginning of the line can mean."""
        if self.mending.act == "split":
            self.split_for_another()
            return
        self.back_to_typing()
        if picking.begun(self.capture.begun) is None:
            self.says.last("Tab names a delegation at the beginning of a line.", "quiet")
        else:
            self.show_picks()

    def choose(self, act: Mending, asks: str) -> None:
        """Let a speaker or an item be chosen; what was being typed comes back after it."""
        self.offer_line("", act)
        self.says.last(asks, "plain")
        self.show_picks()

    def show_picks(self) -> None:
        """Show whom, or what, is meant so far."""
        picks = self._picks()
        self.says.beside("")
        if picks is None:
            self.picker.close()
        else:
            none = _NO_ITEM if self.mending.act == "item" else self._nobody()
            self.picker.show(picks, none)

    def _nobody(self) -> str:
        if self.mending.act in ("speaker", "second"):
            return "nobody on the roster fits: Enter takes the name as it is typed"
        return "nobody on the roster fits: Escape, then the name and a colon"

    def _picks(self) -> list[Pick] | None:
        act, typed = self.mending.act, self.capture.text
        if act in ("speaker", "second"):
            listed = [name for name in self.names if not name.chair]
            return picking.ranked(listed, typed, self.view.floor, self._spoke())
        if act == "item":
            return picking.ranked(_items(self.view), typed, FloorView(), ())
        begun = picking.begun(self.capture.begun)
        if begun is None:
            return None
        return picking.ranked(self.names, begun.typed, self.view.floor, self._spoke())

    def _spoke(self) -> list[str]:
        """Return who spoke last, the latest first."""
        rows = self.record.index.rows[-_SPOKE_AMONG:]
        return list(dict.fromkeys(row.who for row in reversed(rows) if row.who))

    def take_key(self, key: str) -> bool:
        """Take a key that belongs to what is offered over the line; False leaves it the line's."""
        if self.mending.act == "split" and key == "enter":
            self.split_here()
            return True
        if not self.picker.display:
            return False
        if key in ("up", "down"):
            self.picker.move(-1 if key == "up" else 1)
        elif key in ("enter", "tab"):
            self.take_pick()
        elif key == "escape":
            self.picker.close()
            if self.mending.act:
                self.bring_back()
                self.says.last("")
        else:
            return False
        return True

    @on(Picked)
    def take_pick(self) -> None:
        """Take the chosen row."""
        self.show_picks()  # keys that came together with this one may have changed it
        pick, typed = self.picker.chosen, self.capture.text.strip()
        self.picker.close()
        mending = self.mending
        if not mending.act:
            begun = picking.begun(self.capture.begun)
            if pick and begun:
                self.capture.put_before_cursor(begun.start, pick.put + begun.after)
            return
        chosen = pick.put if pick else typed if mending.act != "item" else ""
        self.bring_back()
        self.says.last("")
        if not chosen:
            return
        if mending.act == "second":
            self.send(f"Split @{mending.entry} {chosen}: {mending.words}")
        else:
            self.send(f"@{mending.entry} {'item' if mending.act == 'item' else 'is'} {chosen}")

    def show_hint(self) -> None:
        """Say quietly whom Tab would offer first, while a name is begun."""
        begun = None if self.mending.act else picking.begun(self.capture.begun)
        if begun is None or len(self.capture.text) > len(self.capture.begun):
            self.says.beside(self._handed_in())
            return
        picks = picking.hint(self.names, begun.typed, self.view.floor, self._spoke())
        said = " · ".join(f"{pick.put} {pick.name}" for pick in picks)
        self.says.beside(f"Tab: {said}" if said else self._handed_in())

    def _handed_in(self) -> str:
        """Say that who has the floor has handed in a statement."""
        if not self.view.handed_in:
            return ""
        who, key = self.view.floor.code, self.key_of("prepared")
        return f"{key}: {who}'s statement handed in"

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """Leave what is offered over the line once something else has the keys."""
        if event.widget is self.capture and self.app.app_focus:
            self.picker.close()
            if self.mending.act not in ("", "correct"):
                self.bring_back()

    def split_here(self) -> None:
        """Part the entry at the cursor."""
        raise NotImplementedError

    def split_for_another(self) -> None:
        """Part the entry at the cursor, the second part being somebody else's."""
        raise NotImplementedError


def placeholder(view: RoomView, act: str, key: Callable[[str], str], now: datetime) -> str:
    """Return what stands in the empty capture line: who is next, or who has the floor."""
    if act:
        return {"item": "a number, or a word of the title"}.get(act, "a code, or part of a name")
    floor = view.floor
    has = panels.has_floor(floor, now)
    if floor.waiting:
        said = f"{key('next')} gives {floor.waiting[0][1]} the floor"
        return f"{said} · {floor.speaker} has it" if has else said
    return f"{floor.speaker} has the floor" if has else ""


def _items(view: RoomView) -> list[Name]:
    """Return the agenda's items as something to choose from."""
    return [
        Name(line.number, line.title, "on it now" if line.current else line.state,
             (fold_name(line.number), fold_name(line.title)))
        for line in view.agenda
    ]  # fmt: skip
