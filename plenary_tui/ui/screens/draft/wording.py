"""The editor under the draft: words, where to part or bracket them, for whom, what to find."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from plenary_tui.documents.workshop import acts
from plenary_tui.documents.workshop.typed import as_typed
from plenary_tui.record.bracketing import Marked
from plenary_tui.record.kinds import DraftEdit, ParagraphRef
from plenary_tui.store.unfinished import Piece
from plenary_tui.ui.drafting import marking
from plenary_tui.ui.drafting.asking import Asking, kept_for
from plenary_tui.ui.drafting.view import SECTION, DraftView

from .base import After
from .editing import AT_ONCE, Editing

Reword = Callable[[DraftView, str, str], DraftEdit]
"""Lets a paragraph of a view read as typed."""


class Wording(Editing):
    """Acts that ask for words. What is typed is kept on disk until it is recorded."""

    def do_edit_paragraph(self) -> None:
        """Open the editor on the words of the paragraph."""
        if (paragraph := self.own_paragraph()) and self.view:
            words = as_typed(self.view.workshop.marked(paragraph))
            self.open_kept(Asking("edit", paragraph, words=words), words)

    def do_add_paragraph(self) -> None:
        """Open the editor for a paragraph behind the selected one, or first in the section."""
        row = self.selected
        if not row or self.view is None:
            return
        if row.startswith(SECTION):
            self.open_kept(Asking("add", section=row.removeprefix(SECTION)), "")
        elif paragraph := self.own_paragraph(removed=True):
            self.open_kept(Asking("add", paragraph), "")

    def do_alternative(self) -> None:
        """Open the editor for other words in place of the paragraph."""
        if paragraph := self.own_paragraph():
            self.open_kept(Asking("alternative", paragraph), "")

    def do_split_paragraph(self) -> None:
        """Open the editor to point to where the second part begins."""
        if (paragraph := self.own_paragraph()) and self.view:
            words = self.view.workshop.marked(paragraph).text
            self.open(Asking("split", paragraph, words=words), words, marking.middle(words))

    def do_bracket(self) -> None:
        """Open the editor to point to the words."""
        if (paragraph := self.own_paragraph()) and self.view:
            words = self.view.workshop.marked(paragraph).text
            self.open(Asking("bracket", paragraph, words=words), words, 0)

    def do_find_words(self) -> None:
        """Open the editor for words to find."""
        self.open(Asking("search"))

    def write_for(self, section: str, after: str, source: str) -> None:
        """Open the editor for a paragraph that rests on an entry."""
        self.open_kept(Asking("add", after, "" if after else section, (source,)), "")

    def own_paragraph(self, *, removed: bool = False) -> str:
        """Return the selected paragraph where its words are the draft's; else say why not."""
        paragraph = self.paragraph
        if not paragraph or self.view is None:
            return ""
        place = self.view.workshop.places.get(paragraph)
        if place is not None and place.annex:
            self.warn("An annex reproduces the record: correct the entry it rests on, in the room.")
        elif self.view.is_removed(paragraph) and not (removed and place is not None):
            self.warn("It is taken out: d puts it back first.")
        else:
            return paragraph
        return ""

    def open_kept(self, asked: Asking, text: str) -> None:
        """Open the editor on what was typed for it before, else on a text."""
        kept = self.room.elsewhere.get(asked.place)
        if kept is None:
            self.open(asked, text)
        else:
            self.open(asked, kept.text, kept.cursor)
            self.says.last("Typed before, not recorded: F8 puts back how it stands.", "warning")

    def open_left_over(self) -> None:
        """Open the editor on what was being typed when the program last stopped."""
        for piece in self.room.elsewhere.values():
            asked = kept_for(piece)
            if asked is not None and self.view is not None:
                self.text.go_to(asked.paragraph or f"{SECTION}{asked.section}")
                self.reopen(asked, piece)
                return

    def reopen(self, asked: Asking, piece: Piece) -> None:
        """Open the editor on words that were kept."""
        if self.view is not None:
            asked = replace(asked, words=self.standing(self.view, asked.paragraph))
            self.open(asked, piece.text, piece.cursor)
            self.says.last("This was being typed when the program last stopped.", "warning")

    def pointed(self, asked: Asking) -> None:
        """Part the paragraph at the cursor, or ask for whom the selected words are bracketed."""
        if asked.act == "split":
            at = self.editor.cursor
            self.close_editor()
            section = ParagraphRef.of(asked.paragraph).section
            self.do_act(
                lambda view: marking.parted(view, asked.paragraph, asked.words, at),
                After(new_in=section),
            )
            return
        start, end = self.editor.selected_span
        if start == end:
            start, end = 0, len(asked.words)
        self.editor.read_only = False
        self.open(Asking("owners", asked.paragraph, words=asked.words[start:end],
                         start=start, end=end, then="bracket"))  # fmt: skip

    def answer(self, typed: str) -> None:
        """Do what the editor was open for."""
        asked = self.asked
        if asked is None or self.view is None:
            return
        self._passes = asked.act in AT_ONCE
        paragraph = asked.paragraph
        if asked.act == "search":
            self.close_editor()
            self.says.last("n finds the same words further down.", "quiet")
        elif asked.act == "number":
            self.close_editor()
            self.says.last("")
            self.go_to_number(typed)
        elif asked.act == "alternative":
            ahead = self.editor.text
            self.open(Asking("owners", paragraph, words=typed, then="alternative"), ahead)
        elif asked.act == "owners":
            self.close_editor()
            back = Asking("alternative", paragraph) if asked.then == "alternative" else None
            self.do_act(lambda view: _for(view, asked, typed), After(back, asked.words))
        elif asked.act == "add":
            self.close_editor()
            section = asked.section or self.view.workshop.places[paragraph].section
            self.do_act(lambda view: acts.added(
                view.workshop, paragraph, typed, view.known, section=section,
                sources=asked.sources,
            ), After(asked, typed, section))  # fmt: skip
        else:
            self.reword(asked, typed, lambda view, one, words: acts.edited(
                view.workshop, one, words, view.known
            ))  # fmt: skip

    def reword(self, asked: Asking, typed: str, act: Reword, *, is_new: bool = False) -> None:
        """Let a paragraph read as typed; where it was changed meanwhile, ask once more.

        is_new: it has no words of that kind yet.
        """
        assert self.view is not None
        paragraph, now = asked.paragraph, self.standing(self.view, asked.paragraph)
        if typed.strip() == now.strip() and not is_new:
            self.keep_typed(asked, "")
            self.close_editor()
            self.says.last("It reads as it did: nothing is recorded.", "quiet")
        elif now and now != asked.words:
            self.open(replace(asked, words=now), typed)
            self.warn("It was changed meanwhile: F8 shows how; Enter again records yours over it.")
        else:
            self.close_editor()
            self.do_act(lambda view: act(view, paragraph, typed), After(asked, typed))

    def go_to_number(self, typed: str) -> None:
        """Go to the paragraph with a number."""
        raise NotImplementedError


def _for(view: DraftView, asked: Asking, typed: str) -> DraftEdit:
    by = marking.owners(view, typed)
    if asked.then == "alternative":
        return acts.alternative(view.workshop, asked.paragraph, asked.words, by)
    now: Marked = view.workshop.marked(asked.paragraph)
    found = marking.bracketed(now, asked.start, asked.end, asked.words, by)
    return acts.reworded(
        view.workshop, asked.paragraph, found, "bracketed"
    ).model_copy(update={"who": by})  # fmt: skip
