"""Acts of one key on the selected paragraph, its brackets, its offer, and on the whole draft."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from plenary_tui.documents.workshop import acts
from plenary_tui.documents.workshop.plans import find_plan, plans
from plenary_tui.errors import PlenaryError
from plenary_tui.record.kinds import DraftRenumbered, Kind, ParagraphRef, ParagraphTaken, Retraction
from plenary_tui.ui.drafting import offered, sections, side
from plenary_tui.ui.drafting.view import SECTION, DraftView

from .base import After, Make
from .looking import Looking

if TYPE_CHECKING:
    from plenary_tui.ui.screens.room.base import RoomBase


class Touching(Looking):
    """Each act is one entry; `u` takes it back."""

    def __init__(self, room: RoomBase) -> None:
        super().__init__(room)
        self._marked = ""
        self._table: DraftRenumbered | None = None

    def refuses(self, action_id: str) -> bool:
        """Whether an act is not done to the draft as it is shown; says so then."""
        raise NotImplementedError

    def do_join_paragraph(self) -> None:
        """Join the paragraph with the next one."""
        if paragraph := self.paragraph:
            self.do_act(lambda view: acts.joined(view.workshop, paragraph))

    def do_remove(self) -> None:
        """Take the paragraph out, or put it back."""
        paragraph, view = self.paragraph, self.view
        if not paragraph or view is None:
            return
        if view.is_removed(paragraph):
            self.do_act(lambda now: acts.restored(now.workshop, paragraph))
            return
        held = view.workshop.held(paragraph)
        stays = held is not None and held.number
        self.do_act(
            lambda now: acts.removed(now.workshop, paragraph),
            After(go_to=paragraph if stays else self.text.beside_selected),
        )  # fmt: skip

    def do_move(self) -> None:
        """Mark the paragraph, then put it behind the selected one."""
        row, marked = self.selected, self._marked
        if not marked:
            if self.paragraph:
                self._marked = row
                self.says.last("Go to where it should stand: m puts it behind that one, or first "
                               "in a section; Escape leaves it.", "plain")  # fmt: skip
            return
        self._marked = ""
        if row.startswith(SECTION):
            section = row.removeprefix(SECTION)
            self.do_act(lambda view: acts.moved(view.workshop, marked, "", section))
        else:
            self.do_act(lambda view: acts.moved(view.workshop, marked, row))

    def unmark(self) -> bool:
        """Leave what is to be moved, or the table of numbers; False where there is neither."""
        was = bool(self._marked or self._table)
        self._marked, self._table = "", None
        if was:
            self.says.last("")
            self.look_at("sources")
        return was

    def action_shift(self, step: int) -> None:
        """Move the paragraph, or the section, by one."""
        row = self.selected
        if not row or self.asked or self.view is None or self.refuses("move"):
            return
        if row.startswith(SECTION):
            key = row.removeprefix(SECTION)
            self.do_act(lambda view: sections.moved(view, key, step))
        else:
            self.do_act(lambda view: _shifted(view, row, step))

    def do_clean(self) -> None:
        """Agree on the words of a bracket."""
        self._of_brackets("Clean which bracket? Its words are agreed:", acts.cleaned)

    def do_drop(self) -> None:
        """Take a bracket out with its words."""
        self._of_brackets("Drop which bracket? Its words go:", acts.dropped)

    def _of_brackets(self, title: str, act: Callable[..., Kind]) -> None:
        paragraph, view = self.paragraph, self.view
        if not paragraph or view is None or paragraph not in view.workshop.paragraphs:
            return
        found = offered.in_order(view, paragraph)
        if not found:
            self.warn("No bracket is open in this paragraph.")
        elif len(found) == 1:
            self.do_act(lambda now: act(now.workshop, paragraph, found[0]))
        else:
            self.offer(title, offered.brackets(view, paragraph), lambda place: self.do_act(
                lambda now: act(now.workshop, paragraph, found[int(place)])
            ))  # fmt: skip

    def do_status(self) -> None:
        """Offer how far the paragraph is agreed."""
        paragraph, view = self.paragraph, self.view
        if paragraph and view is not None and paragraph in view.workshop.paragraphs:
            self.offer("How far is it agreed?", offered.statuses(view, paragraph),
                       lambda status: self.do_act(
                           lambda now: acts.agreed(now.workshop, paragraph, status)  # type: ignore[arg-type]
                       ))  # fmt: skip

    def do_discuss(self) -> None:
        """Take the paragraph under discussion, or leave it."""
        if paragraph := self.paragraph:
            self.do_act(lambda view: _discussed(view, paragraph))

    def do_take_offer(self) -> None:
        """Take the composed words."""
        if paragraph := self.paragraph:
            self.look_at("sources")
            self.do_act(lambda view: acts.taken(view.workshop, paragraph))

    def do_keep_offer(self) -> None:
        """Keep the words at hand."""
        if paragraph := self.paragraph:
            self.look_at("sources")
            self.do_act(lambda view: acts.kept(view.workshop, paragraph))

    def do_take_all(self) -> None:
        """Take all composed words of paragraphs that nobody worded by hand."""
        self.do_act(_all_taken)

    def do_undo_draft(self) -> None:
        """Take back what was done to the draft last."""
        self.do_act(lambda view: Retraction(act="undo", of="draft"))

    def do_redo_draft(self) -> None:
        """Put back what was taken back last."""
        self.do_act(lambda view: Retraction(act="redo", of="draft"))

    def do_renumber(self) -> None:
        """Show the numbers before and after; pressed again, number so."""
        view, table = self.view, self._table
        if view is None:
            return
        try:
            now = acts.renumbered(view.workshop)
        except PlenaryError as error:
            self.warn(str(error))
            return
        if table == now:
            self._table = None
            self.look_at("sources")
            self.do_act(lambda view: acts.renumbered(view.workshop))
        else:
            self._table = now
            self.look_at("other", side.numbers(view, now))
            self.says.last("R again numbers them so, Escape leaves them as they are.", "warning")

    def do_sections(self) -> None:
        """Offer what can be done with the section, and the plans."""
        view = self.view
        if view is None:
            return
        key = self.section
        choices = offered.section_choices(view, key, plans())

        def take(choice: str) -> None:
            act, _, name = choice.partition(" ")
            makes: dict[str, Make] = {
                "up": lambda now: sections.moved(now, key, -1),
                "down": lambda now: sections.moved(now, key, 1),
                "out": lambda now: sections.left_out(now, key),
                "in": lambda now: sections.taken_in(now, name),
                "plan": lambda now: find_plan(name).command(),
            }
            self.do_act(makes[act])

        self.offer("The section, and the plan of the document:", choices, take)

    def do_acts(self) -> None:
        """Offer what can be done with the selected row."""
        if self.view is not None and self.selected:
            self.offer(f"{self.called_here}:", offered.acts(self.view, self.selected, self.actions),
                       lambda action: self.action_do(action))  # fmt: skip


def _discussed(view: DraftView, paragraph: str) -> ParagraphTaken:
    now = view.workshop.drafts.taken
    is_it = now is not None and now.id == paragraph
    return ParagraphTaken(paragraph=None if is_it else ParagraphRef.of(paragraph))


def _all_taken(view: DraftView) -> Kind:
    found = [one for one in view.workshop.laid.offers if not offered.by_hand(view, one)]
    if not found:
        raise PlenaryError("Nothing is offered for a paragraph that nobody worded by hand.")
    return acts.taken(view.workshop, *found)


def _shifted(view: DraftView, paragraph: str, step: int) -> Kind:
    """Put a paragraph before the one above it, or behind the one below it, across sections too."""
    places = view.workshop.places
    order = [key for key, place in places.items() if not place.annex]
    if paragraph not in order:
        return acts.moved(view.workshop, paragraph, "")
    at = order.index(paragraph)
    section = places[paragraph].section
    if step > 0:
        below = order[at + 1] if at + 1 < len(order) else ""
        if not below:
            raise PlenaryError("It is the last paragraph already.")
        is_same = places[below].section == section
        return acts.moved(
            view.workshop, paragraph, below if is_same else "", places[below].section
        )  # fmt: skip
    above = order[at - 1] if at else ""
    if not above:
        raise PlenaryError("It is the first paragraph already.")
    if places[above].section != section:
        return acts.moved(view.workshop, paragraph, above)
    return acts.moved(view.workshop, paragraph, places[above].before, section)
