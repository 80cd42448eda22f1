"""The editor under the draft: how it is opened and left, and where its keys go."""

from __future__ import annotations

from dataclasses import replace

from textual import on
from textual.widgets import TextArea

from plenary_tui.documents.workshop.typed import as_typed, read_typed
from plenary_tui.record.bracketing import Marked
from plenary_tui.ui.drafting import marking
from plenary_tui.ui.drafting.asking import HOW, Asking
from plenary_tui.ui.drafting.view import DraftView
from plenary_tui.ui.menus import picking
from plenary_tui.ui.messages import Entered, Pasted, Picked
from plenary_tui.ui.seen.views import FloorView
from plenary_tui.ui.widgets.plain import KeyBar

from .base import DraftBase

_ENTER = {
    "search": "goes there", "number": "goes there", "bracket": "takes the words",
    "split": "splits", "alternative": "goes on",
}  # fmt: skip
"""What Enter does in the editor, where it does not record."""
_IN_ANOTHER = ("acts", "edit_paragraph", "next_lacking", "other_language", "help", "back")
"""The keys that matter where the draft is shown in another language."""
_OF_WORDS = ("edit", "translate")
"""What the editor opens on words for that stand in the draft."""
_LAST = ("edit", "add", "translate")
"""Behind what no other words are asked for: none are typed ahead."""
AT_ONCE = ("owners", "search", "number")
"""What is never pasted with line ends in it: Enter need not wait for what may follow."""
_NOBODY = "nobody on the roster fits: Enter takes the name as it is typed"


class Editing(DraftBase):
    """One line of words at a time; what it is open for says what Enter does."""

    _passes = False
    """Whether the editor was closed by an Enter that nobody pastes."""

    def open(self, asked: Asking, text: str = "", cursor: int | None = None) -> None:
        """Open the editor for something."""
        self.asked = asked
        called = self.view.called.get(asked.paragraph, "") if self.view else ""
        self.menu.close()
        self.set_class(True, "-asking")
        self.prompt.update(asked.prompt(called))
        self.says.last(HOW[asked.act], "quiet")
        self.show_keys()
        self.editor.read_only = asked.reads_only
        self.editor.joins = asked.act in _LAST
        self.editor.put(text, cursor)
        self.set_focus(self.editor)
        self._offer_names()

    def close_editor(self) -> None:
        """Leave the editor; what was typed stays kept until it is recorded."""
        self.asked = None
        self.set_class(False, "-asking")
        self.show_keys()
        self.picker.close()
        self.says.now("")
        self.editor.read_only = False
        self.editor.put("")
        self.set_focus(self.text)
        self.show()

    def show_keys(self) -> None:
        """Say in the footer what the keys do now."""
        known = {one.id: one for one in self.actions}
        keys = [one for one in self.actions if one.footer]
        if self.view is not None and self.view.language:
            keys = [known[one] for one in _IN_ANOTHER]
        if self.asked is not None:
            verbs = {"acts": _ENTER.get(self.asked.act, "records"), "back": "leaves"}
            shown = ("acts", *(("as_it_stands",) if self.asked.place else ()), "help", "back")
            keys = [replace(known[one], label=verbs.get(one, known[one].label)) for one in shown]
        self.query_one("#draft-keys", KeyBar).show(keys)

    def do_as_it_stands(self) -> None:
        """Put the words of the paragraph into the editor in place of what was typed."""
        asked = self.asked
        if asked is None or not asked.place or self.view is None:
            return
        held = asked.act in _OF_WORDS
        self.keep_typed(asked, "")
        self.editor.put(self.standing(self.view, asked.paragraph) if held else "")
        self.keep_typed(asked, "")
        self.says.last(HOW[asked.act], "quiet")

    @on(TextArea.Changed)
    def take_text(self) -> None:
        """Keep what is typed, and say what it says."""
        asked, text = self.asked, self.editor.text
        if asked is None or self.view is None:
            self._pass_on(text)
            return
        if asked.place:
            if text:
                self.keep_typed(asked, "" if self._is_untouched(asked, text) else text)
            read = read_typed(text, self.view.known)
            self.says.now(marking.says(self.view, read, self._original(asked)))
        elif asked.act == "search":
            self.find(text, here=True)
        self._offer_names()

    @on(TextArea.SelectionChanged)
    def take_cursor(self) -> None:
        """Keep where the cursor stands in words that are kept."""
        asked, text = self.asked, self.editor.text
        if asked is not None and asked.place in self.room.elsewhere and text:
            self.keep_typed(asked, text)

    @on(Pasted)
    def tell_of_paste(self) -> None:
        """Say that what was pasted is not recorded yet."""
        self.says.last("Pasted as one paragraph: Enter records it.", "quiet")

    def _original(self, asked: Asking) -> Marked | None:
        """Return what is translated; None where nothing is."""
        known = self.view is not None and asked.paragraph in self.view.own.paragraphs
        if asked.act != "translate" or not known or self.view is None:
            return None
        return self.view.own.marked(asked.paragraph)

    def _is_untouched(self, asked: Asking, text: str) -> bool:
        """Whether the editor holds what it was opened on for want of other words."""
        view = self.view
        if view is None or asked.act not in _OF_WORDS:
            return False
        return text in (self.standing(view, asked.paragraph), view.lacking.get(asked.paragraph))

    def _pass_on(self, text: str) -> None:
        """Do what letters mean that came in the same read as the Enter that closed the editor.

        Not behind an Enter that may have been pasted: what follows it is no key then.
        """
        if not text:
            return
        self.editor.put("")
        for sign in text if self._passes else ():
            self.press_letter(sign)

    def press_letter(self, typed: str) -> None:
        """Do what a letter or a digit means where nothing is typed; else it is typed."""
        found = next((one.id for one in self.actions if one.key == typed), "")
        if self.asked is not None:
            if not self.asked.reads_only:
                self.editor.insert(typed)
        elif found:
            self.action_do(found)
        elif typed.isdecimal() and typed != "0":
            self.open(Asking("number"), typed)

    def standing(self, view: DraftView, paragraph: str) -> str:
        """Return how a paragraph reads, as it is typed; empty where it is gone."""
        known = paragraph in view.workshop.paragraphs
        return as_typed(view.workshop.marked(paragraph)) if known else ""

    def _offer_names(self) -> None:
        """Show whom the last name that was begun can mean."""
        begun = self.editor.text.rpartition(",")[2].strip()
        if self.asked is None or self.asked.act != "owners" or not begun:
            self.picker.close()
            return
        listed = [name for name in self.room.names if not name.chair]
        self.picker.show(picking.ranked(listed, begun, FloorView(), ()), _NOBODY)

    def take_first(self, key: str) -> bool:
        """Take a key that points into the text or belongs to the picker."""
        asked = self.asked
        if asked is None:
            return False
        if key == "enter" and asked.reads_only:
            self.pointed(asked)
        elif key == "enter" and asked.act in AT_ONCE and not self.picker.display:
            self.answer(self.editor.text)
        elif not self.picker.display:
            return False
        elif key in ("up", "down"):
            self.picker.move(-1 if key == "up" else 1)
        elif key in ("enter", "tab"):
            self.take_pick()
        else:
            return False
        return True

    @on(Picked)
    def take_pick(self) -> None:
        """Take the chosen name: it was the last one, so that the bracket is whole."""
        pick = self.picker.chosen
        before, comma, begun = self.editor.text.rpartition(",")
        name = pick.put if pick else begun.strip()
        self.answer(f"{before}{comma} {name}")

    @on(Entered)
    def take_line(self, message: Entered) -> None:
        """Take what was entered."""
        if self.asked is not None:
            self.answer(message.line)

    def pointed(self, asked: Asking) -> None:
        """Do what was pointed to in a text that is only read."""
        raise NotImplementedError

    def answer(self, typed: str) -> None:
        """Do what the editor was open for."""
        raise NotImplementedError

    def find(self, words: str, *, here: bool = False) -> None:
        """Go to the next paragraph with these words."""
        raise NotImplementedError
