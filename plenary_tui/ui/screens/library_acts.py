"""What the library does with the chosen session, and with all of them together."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

from textual import on
from textual.message import Message

from plenary_tui.settings import Settings
from plenary_tui.ui.conducting.arrivals import Made
from plenary_tui.ui.pages.shelf import Row

from .library_keys import LibraryKeys

_CELLS = 20
"""Of the bar that shows how far the rebuilding got."""


class LibraryActs(LibraryKeys):
    """Search, registers, carrying over, archives, rebuilding."""

    @dataclass
    class Rebuilding(Message):
        """So many sessions were read of so many; at the end `said` tells how it went."""

        place: int = 0
        total: int = 0
        said: str = ""

    _is_rebuilding = False

    @property
    @abstractmethod
    def settings(self) -> Settings:
        """Where the sessions lie, and which station writes."""

    @property
    @abstractmethod
    def chosen(self) -> Row | None:
        """The session that is chosen."""

    @property
    @abstractmethod
    def others(self) -> list[Row]:
        """All sessions but the chosen one."""

    @abstractmethod
    def say(self, text: str) -> None:
        """Say something under the list."""

    @abstractmethod
    def arrived(self, made: Made | None) -> None:
        """Show a session that was made, chosen."""

    @abstractmethod
    def read_anew(self) -> None:
        """Show what the catalogue has now."""

    @property
    def folder_of_all(self) -> Path:
        """The folder that the sessions lie in."""
        return self.settings.folder

    @property
    def session_folder(self) -> Path | None:
        """The folder of the chosen session."""
        return self.folder_of_all / self.chosen.name if self.chosen else None

    def do_charts(self) -> None:
        """Show what the chosen session adds up to, for the Chair, where it can be read."""
        if self._readable() is not None:
            super().do_charts()

    def do_drill(self) -> None:
        """Ask which stretch of the chosen session to train on, and begin."""
        row = self._readable()
        if row is not None:
            from .begin_drill import BeginDrill

            self.app.push_screen(BeginDrill(self.settings, row.name), self._drill)

    def _drill(self, made: Made | None) -> None:
        if made is not None:
            from .begin_drill import begun

            self.app.push_screen(begun(self.settings, made))

    def do_compare(self) -> None:
        """Ask for another copy of the chosen session, and lay the two side by side."""
        row = self._readable()
        if row is not None:
            from .library_forms import CompareSession

            folder = self.folder_of_all / row.name
            form = CompareSession(self.settings, row.name)
            self.app.push_screen(form, lambda made: self._compare(folder, made))

    def _compare(self, folder: Path, made: Made | None) -> None:
        if made is not None:
            from plenary_tui.ui.comparing.compared import copies_compared

            from .compare import CompareScreen

            self.app.push_screen(CompareScreen(copies_compared(folder, Path(made.name))))

    def do_restore(self) -> None:
        """Ask for an archive, and make its session again."""
        from .library_forms import RestoreSession

        self.app.push_screen(RestoreSession(self.settings), self.arrived)

    def do_like(self) -> None:
        """Ask for a session with the set-up of the chosen one."""
        from .library_forms import LikeSession

        row = self._readable()
        if row is not None:
            self.app.push_screen(LikeSession(self.settings, row.name), self.arrived)

    def do_archive(self) -> None:
        """Ask where to pack the chosen session."""
        from .library_forms import ArchiveSession

        row = self._readable()
        if row is not None:
            self.app.push_screen(ArchiveSession(self.settings, row.name), self._was_done)

    def do_carry(self) -> None:
        """Offer what the chosen session left open."""
        from .carry import CarryScreen

        row = self._readable()
        if row is None:
            return
        if not self.others:
            self.say("There is no other session to carry into: make it first.")
            return
        names = [one.name for one in self.others if not one.trouble]
        self.app.push_screen(CarryScreen(self.settings, row.name, names), self._was_done)

    def _readable(self, done: str = "read") -> Row | None:
        """Return the chosen session where it can be read; else say why not."""
        row = self.chosen
        if row is None:
            self.say("")
        elif row.trouble:
            self.say(f"{row.name} cannot be {done}: {row.trouble.rstrip('.')}.")
            return None
        return row

    def _was_done(self, made: Made | None) -> None:
        if made is not None:
            self.say(" ".join(made.said))

    def do_rebuild(self) -> None:
        """Make catalogue and index anew, beside the screen."""
        if not self._is_rebuilding:
            self._is_rebuilding = True
            self.say("Making the catalogue and the search index anew …")
            Thread(target=self._rebuild, name="rebuilding", daemon=True).start()

    def _rebuild(self) -> None:
        from plenary_tui.store.rebuilding import rebuild

        def tell(name: str, place: int, total: int) -> None:
            self.post_message(self.Rebuilding(place, total))

        try:
            troubles = rebuild(self.folder_of_all, tell)
        except Exception as error:  # what is there stands, whatever went wrong
            said = f"They could not be made anew ({error}): the old ones stand."
        else:
            read = f" {len(troubles)} could not be read; the list says which." if troubles else ""
            said = f"The catalogue and the search index are made anew.{read}"
        self.post_message(self.Rebuilding(said=said))

    @on(Rebuilding)
    def _show_rebuilding(self, told: Rebuilding) -> None:
        if told.said:
            self._is_rebuilding = False
            self.read_anew()
            self.say(told.said)
            return
        done = _CELLS * told.place // max(1, told.total)
        bar = "█" * done + "░" * (_CELLS - done)
        self.say(f"Reading the sessions {bar} {told.place:,} of {told.total:,}")
