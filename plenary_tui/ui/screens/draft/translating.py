"""The draft seen in another language: its paragraphs are worded there, and change nowhere else."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from plenary_tui.store.unfinished import Piece
from plenary_tui.ui.drafting import translating
from plenary_tui.ui.drafting.asking import Asking
from plenary_tui.ui.drafting.composer import DraftComposer
from plenary_tui.ui.drafting.view import DraftView

from .base import After
from .touching import Touching

if TYPE_CHECKING:
    from plenary_tui.ui.screens.room.base import RoomBase


class Translating(Touching):
    """What changes the text itself is done in the meeting's own language, and said so."""

    def __init__(self, room: RoomBase) -> None:
        super().__init__(room)
        self.composer = DraftComposer()
        self._once_shown: Callable[[], None] | None = None

    @property
    def is_turning(self) -> bool:
        """Whether the draft is not shown yet, or not in the language that was asked for."""
        return self.view is None or self.view.language != self.composer.language

    def do_other_language(self) -> None:
        """Show the draft in the next language."""
        if self.view is not None:
            codes = ["", *translating.OTHERS]
            self.show_in(codes[(codes.index(self.view.language) + 1) % len(codes)])

    def show_in(self, language: str, then: Callable[[], None] | None = None) -> None:
        """Show the draft in a language, and do something once it stands there."""
        if self.is_busy:
            self.warn("Something is on its way to the disk: press the key again.")
            return
        self.unmark()
        self.composer.language = language
        self._once_shown = then
        edit, on, back = map(self.key_of, ("edit_paragraph", "next_lacking", "other_language"))
        said = (
            f"In {translating.called(language)}: {edit} words a paragraph, {on} goes to the next "
        )
        said += f"one lacking, {back} goes back."
        self.says.last(said if language else "", "quiet")
        self.room.conductor.follow(self.composer)

    def key_of(self, action_id: str) -> str:
        """Return the key of an action as people write it."""
        return next(one.shown_key for one in self.actions if one.id == action_id)

    def take_view(self, view: DraftView, entries: int) -> None:
        """Show the draft as it is now; what waited for its language is done."""
        turns = self.view is not None and self.view.language != view.language
        super().take_view(view, entries)
        if turns:
            self.show_keys()
        if not self.is_turning and self._once_shown is not None:
            then, self._once_shown = self._once_shown, None
            then()

    def stay_as_shown(self) -> None:
        """Ask for no other language than the one that is shown."""
        self.composer.language = self.view.language if self.view else ""
        self._once_shown = None

    def refuses(self, action_id: str) -> bool:
        """Whether an act is not done in this language; says so, and how to go back."""
        view = self.view
        if view is None or not view.language or action_id not in translating.ONLY_IN_ORIGINAL:
            return False
        own = translating.called("")
        self.warn(f"This is done in {own}, the meeting's own language: "
                  f"{self.key_of('other_language')} goes back to it.")  # fmt: skip
        return True

    def do_next_lacking(self) -> None:
        """Go to the next paragraph that this language lacks, from the beginning after the end."""
        view = self.view
        if view is None:
            return
        if not view.language:
            self.warn(f"{self.key_of('other_language')} shows the draft in another language first.")
            return
        ids = self.text.ids()
        at = ids.index(self.selected) + 1 if self.selected in ids else 0
        found = next((one for one in (*ids[at:], *ids[:at]) if one in view.lacking), "")
        if not self.text.go_to(found):
            self.says.last(f"All of it is in {translating.called(view.language)}.", "quiet")

    def do_edit_paragraph(self) -> None:
        """Open the editor on the words of the paragraph in the language that is shown."""
        view = self.view
        if view is None or not view.language:
            super().do_edit_paragraph()
        elif paragraph := self.own_paragraph():
            words = self.standing(view, paragraph)
            begun = view.lacking.get(paragraph, words)
            asked = Asking("translate", paragraph, words=words, language=view.language)
            self.open_kept(asked, begun)
            if begun not in ("", words) and self.editor.text == begun:
                self.says.last("It read so before the original was changed.", "warning")

    def open(self, asked: Asking, text: str = "", cursor: int | None = None) -> None:
        """Open the editor; what is translated stands beside it."""
        super().open(asked, text, cursor)
        if asked.act == "translate":
            self.beside = "sources"
            self.show_beside()
            self.side.scroll_home(animate=False)
            self.set_class(True, "-beside")

    def close_editor(self) -> None:
        """Leave the editor, and what stood beside it for it."""
        if self.asked is not None and self.asked.act == "translate":
            self.set_class(False, "-beside")
        super().close_editor()

    def answer(self, typed: str) -> None:
        """Do what the editor was open for."""
        asked, view = self.asked, self.view
        if asked is None or view is None or asked.act != "translate":
            super().answer(typed)
        elif view.language != asked.language:
            self.warn(f"The draft is not shown in {translating.called(asked.language)} by now.")
        else:
            is_new = asked.paragraph in view.lacking
            self.reword(asked, typed, translating.translated, is_new=is_new)

    def reopen(self, asked: Asking, piece: Piece) -> None:
        """Open the editor on words that were kept, in their language."""
        view = self.view
        if view is None or asked.language == view.language:
            super().reopen(asked, piece)
        else:
            self.show_in(asked.language, lambda: super(Translating, self).reopen(asked, piece))

    def do_take_offer(self) -> None:
        """Take the composed words."""
        if self.view is None or not self.view.language:
            super().do_take_offer()
        elif paragraph := self.paragraph:
            self.look_at("sources")
            self.do_act(lambda view: translating.taken(view, paragraph), After())

    def do_keep_offer(self) -> None:
        """Keep the words at hand."""
        if self.view is None or not self.view.language:
            super().do_keep_offer()
        elif paragraph := self.paragraph:
            self.look_at("sources")
            self.do_act(lambda view: translating.kept(view, paragraph), After())
