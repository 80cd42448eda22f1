"""The ways from the draft to other screens: each key that leads to one is a method `do_<id>`."""

from __future__ import annotations

from plenary_tui.documents.workshop.issuing import labels
from plenary_tui.ui.actions import Action
from plenary_tui.ui.comparing.compared import choices, version_pairs, versions_compared
from plenary_tui.ui.drafting import offered
from plenary_tui.ui.drafting.legend import LEGEND
from plenary_tui.ui.drafting.translating import ONLY_IN_ORIGINAL
from plenary_tui.ui.terminal.themes import after

from .issuing import Issuing

_OF_EDITOR = ("as_it_stands", "commands", "back")


class Leading(Issuing):
    """Help, palette, colours."""

    def do_help(self) -> None:
        """Show what can be done here, and what the signs say."""
        from plenary_tui.ui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.actions, self.room.view, LEGEND))

    def do_asked_for(self) -> None:
        """Show what delegations ask for, at the selected paragraph."""
        from plenary_tui.ui.screens.amendments import AmendmentsScreen

        self.app.push_screen(AmendmentsScreen(self.room, self.selected))

    def do_the_review(self) -> None:
        """Show how the review of the last version stands."""
        from plenary_tui.ui.screens.review import ReviewScreen

        self.app.push_screen(ReviewScreen(self.room))

    def do_compare_versions(self) -> None:
        """Offer which versions to lay side by side."""
        view = self.view
        if view is None:
            return
        known = labels(view.workshop.drafts)
        if not known:
            self.warn("No version was issued yet: i issues one.")
            return

        def show(choice: str) -> None:
            from plenary_tui.ui.screens.compare import CompareScreen

            pair = version_pairs(known)[int(choice)]
            folder = self.room.conductor.folder
            compared = versions_compared(folder, pair, view.language)
            self.app.push_screen(CompareScreen(compared))

        self.offer("Compare:", choices(known), show)

    def do_commands(self) -> None:
        """Open the palette."""
        self.app.action_command_palette()

    def do_theme(self) -> None:
        """Change to the next theme, for this run."""
        self.app.theme = after(self.app.theme)

    def offered(self) -> list[Action]:
        """Return what the palette offers now: what makes sense at the selected row."""
        here = offered.applying(self.view, self.selected) if self.view else []
        acts = {"edit_paragraph", "alternative", "bracket", "status", "split_paragraph",
                "join_paragraph", "move", "remove", "discuss", "history", "clean", "drop", "offer",
                "take_offer", "keep_offer", "take_all", "add_paragraph"}  # fmt: skip
        language = self.view.language if self.view else ""
        return [
            one for one in self.actions
            if one.id not in _OF_EDITOR and (one.id not in acts or one.id in here)
            and not (language and one.id in ONLY_IN_ORIGINAL)
        ]  # fmt: skip
