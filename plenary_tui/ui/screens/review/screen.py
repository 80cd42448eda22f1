"""The keys of the review: each correction answered, each stage passed, what is sent written."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widgets import TextArea

from plenary_tui.errors import PlenaryError
from plenary_tui.record.clean import clean_line
from plenary_tui.ui.actions import REVIEW
from plenary_tui.ui.drafting import reviewing
from plenary_tui.ui.messages import Entered
from plenary_tui.ui.screens.help import HelpScreen

from .base import Asks, ReviewBase

if TYPE_CHECKING:
    from plenary_tui.record.kinds import ReviewAct

_ABOUT = (
    "What delegations ask to have corrected, in the record and in the version under review. Up and "
    "Down choose one: what goes is struck and has − before it, what comes is underlined and has "
    "→ or +. The countdown on top says how long corrections may come; late ones are taken too.",
)


class ReviewScreen(ReviewBase):
    """The review of the last version; letters act, and nothing typed here is for the room."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(one.key, f"do('{one.id}')", one.label, id=one.id, show=False) for one in REVIEW),
        Binding("down", "step(1)", show=False),
        Binding("up", "step(-1)", show=False),
    ]

    def action_do(self, action_id: str) -> None:
        """Do what an action of the registry says; while the editor is open, only leave or help."""
        if self.asks and action_id != "help":
            if action_id == "back":
                self.close_editor()
                self.says.last("")
            return
        getattr(self, f"do_{action_id}")()

    def action_step(self, by: int) -> None:
        """Choose another correction."""
        if self.review is not None and not self.asks:
            self.chosen = self.review.after(self.chosen, by)
            self.draw()

    def do_next_open(self) -> None:
        """Choose the next correction that is open."""
        if self.review is not None:
            self.chosen = self.review.after(self.chosen, waiting=True)
            self.draw()

    def _is_answerable(self) -> bool:
        """Whether the chosen correction waits for an answer; says so where it does not."""
        found = self.review.corrections if self.review else ()
        one = next((one for one in found if one.id == self.chosen), None)
        if one is None:
            self.says.last("No correction is chosen.", "quiet")
        elif one.verdict:
            self.says.last(f"{one.id} was {one.verdict} already.", "quiet")
        return one is not None and not one.verdict and not self.waits

    def do_accept(self) -> None:
        """Accept the chosen correction, and put it right."""
        if self._is_answerable():
            self.room.conductor.ask(reviewing.acceptance(self.chosen))

    def do_by_hand(self) -> None:
        """Accept the chosen correction, whose words were put right already."""
        if self._is_answerable():
            self.room.conductor.ask(reviewing.acceptance(self.chosen, by_hand=True))

    def do_refuse(self) -> None:
        """Ask for the reason."""
        if self._is_answerable():
            self.about = self.chosen
            self.open_editor("refuse")

    def do_under_review(self) -> None:
        """Ask for the deadline."""
        from plenary_tui.documents.review import deadline

        if self.review is not None:
            until = deadline("", self.review.meeting, self.now())
            self.open_editor("under_review", f"{until:%Y-%m-%d %H:%M}")

    def do_close_review(self) -> None:
        """Close the review before its time."""
        self._pass("closed")

    def do_sign_off(self) -> None:
        """Ask who signs the version off; where nobody can yet, the rule says why at once."""
        held = self.review
        if held and held.stage(self.now()).name == "closed" and not held.waiting:
            self.open_editor("sign_off")
        else:
            self._pass("signed_off")

    def do_adopted(self) -> None:
        """Record that the version was adopted."""
        self._pass("adopted")

    def do_published(self) -> None:
        """Record that the version was published."""
        self._pass("published")

    def do_extract(self) -> None:
        """Ask whose extract is to be written."""
        found = self.review.corrections if self.review else ()
        self.open_editor("extract", next((one.who for one in found if one.id == self.chosen), ""))

    def do_corrigendum(self) -> None:
        """Write the corrigendum."""
        self.says.last("Writing it …", "quiet")
        self.room.conductor.ask(reviewing.a_corrigendum())

    def do_back(self) -> None:
        """Go back to where this was opened."""
        self.dismiss()

    def do_help(self) -> None:
        """Show what can be done here."""
        self.app.push_screen(HelpScreen(self.actions, self.room.view, _ABOUT))

    def _pass(self, act: ReviewAct, *, person: str = "", until: datetime | None = None) -> None:
        """Pass the last version to a stage; where a rule refuses, it says why."""
        from plenary_tui.record.kinds import Review

        stage = self.review.stage(self.now()) if self.review else None
        if stage is None or stage.version is None:
            self.says.last("No version was issued yet: issue one from the draft.", "warning")
            return
        target = stage.version.id
        self.send((Review(act=act, target=target, person=person, until=until),), "")

    @on(TextArea.Changed)
    def take_text(self) -> None:
        """Write a reason through while it is typed."""
        if self.asks == "refuse":
            self.keep(self.editor.text)

    @on(Entered)
    def take_line(self, message: Entered) -> None:
        """Do what was asked for with what was typed."""
        typed, asks = message.line.strip(), self.asks
        if not asks:
            return
        try:
            taken = self._take_typed(asks, typed)
        except PlenaryError as error:
            taken = str(error)
        if taken:
            self.editor.put(typed)
            self.says.last(clean_line(taken), "warning")
        else:
            self.close_editor()

    def _take_typed(self, asks: Asks, typed: str) -> str:
        """Do it; return why not where it cannot be. Raises PlenaryError."""
        if asks == "under_review":
            from plenary_tui.documents.review import deadline

            assert self.review is not None
            until = deadline(typed, self.review.meeting, self.now())
            self._pass("under_review", until=until)
        elif asks == "sign_off":
            self._pass("signed_off", person=clean_line(typed))
        elif not typed:
            return "A reason is printed with it: say why." if asks == "refuse" else "Say whose."
        elif asks == "refuse":
            self.typed = typed
            self.room.conductor.ask(reviewing.refusal(self.about, typed))
        else:
            self.says.last("Writing it …", "quiet")
            self.room.conductor.ask(reviewing.an_extract(typed))
        return ""
