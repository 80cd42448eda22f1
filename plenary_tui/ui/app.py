"""The program with screens: the library, and the room of one session at a time."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path
from typing import ClassVar

# Windows Terminal drops AltGr characters under the kitty protocol, other terminals IME text.
os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")
# At its 60 frames a second an entry that is on disk waits for up to two of them to be shown.
os.environ.setdefault("TEXTUAL_FPS", "240")

from rich.console import RenderableType
from textual import events
from textual.binding import Binding, BindingType
from textual.screen import Screen

from plenary_tui.errors import PlenaryError
from plenary_tui.settings import Settings
from plenary_tui.store.clock import local_now
from plenary_tui.ui.terminal import crash, decoding, signals

from .actions.personal import PersonalApp
from .messages import Left

SCREENS = Path(__file__).parent / "screens"


class PlenaryApp(PersonalApp, inherit_bindings=False):
    """Opens the room of a session, with `on_draft` its draft over it, or the library.

    said: what to tell on the terminal once the screen is gone, one sentence each.
    """

    TITLE = "plenary"
    CSS = """
    CommandPalette { background: transparent; }
    CommandPalette > .command-palette--help-text { color: $text-muted; text-style: not bold; }
    CommandPalette SearchIcon { color: $foreground; }
    CommandList > .option-list--option-highlighted {
        background: $input-selection-background; color: $foreground; text-style: bold;
    }
    """
    COMMANDS: ClassVar = set()
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "leave", "leave", id="quit", show=False, priority=True),
        Binding("ctrl+p", "command_palette", "commands", id="commands", show=False, priority=True),
    ]

    def __init__(
        self, settings: Settings, folder: Path | None = None, *, on_draft: bool = False
    ) -> None:
        # The style of a default screen is not looked for beside it.
        first = "room/room.tcss" if folder else "library.tcss"
        super().__init__(settings, SCREENS / first)
        self.said: list[str] = []
        self._first = folder
        self._on_draft = on_draft
        self._early: list[events.Key] = []
        self._failed = False

    def get_default_screen(self) -> Screen[None]:
        """Begin with the room that was asked for, else with the library."""
        return self._room(self._first) if self._first else self._library()

    def on_mount(self) -> None:
        """Be ready to end in good order."""
        signals.install(self._on_signal)
        if self._on_draft:
            self.call_after_refresh(self._open_draft)

    async def _open_draft(self) -> None:
        await self.run_action("screen.do('draft')")
        self._on_draft = False
        for event in self._early:
            await self.on_event(event)

    async def on_event(self, event: events.Event) -> None:
        """Let no key go to the room that is pressed while the draft is opened over it."""
        if self._on_draft and isinstance(event, events.Key):
            self._early.append(event)
        else:
            await super().on_event(event)

    def _library(self) -> Screen[None]:
        from .screens.library import LibraryScreen

        return LibraryScreen(self.settings)

    def _room(self, folder: Path) -> Screen[None]:
        from .screens.room import RoomScreen

        return RoomScreen(
            folder,
            self.settings.writer,
            preferences=self.settings.preferences,
            second=self.settings.second,
            share_of=self.settings.share_of,
        )

    async def action_leave(self) -> None:
        """Leave what is shown; a room asks first where a sitting is open."""
        ask = getattr(self.screen, "do_quit", None)
        if ask is not None:
            ask()
        elif len(self.screen_stack) > 1:
            self.pop_screen()
        else:
            self.exit()

    async def on_left(self, message: Left) -> None:
        """Leave a room, with everything on disk first: for where it was opened, or the library."""
        await self._close_rooms()
        if len(self.screen_stack) > 1:
            self.pop_screen()
            await self.run_action("screen.read_again")
        elif message.to == "library":
            # Textual cannot switch from the screen that it began with (8.2.8): it stays below.
            await self.push_screen(self._library())
        else:
            self.exit()

    def on_library_screen_chosen(self, message: object) -> None:
        """Open the session that was chosen in the library."""
        folder = getattr(message, "folder", None)
        if isinstance(folder, Path):
            self.push_screen(self._room(folder))

    async def _close_rooms(self) -> None:
        for screen in self.screen_stack:
            retire = getattr(screen, "retire", None)
            if retire is not None:
                self.said += await asyncio.to_thread(retire)

    def flush(self) -> None:
        """Bring everything to disk that was entered or typed."""
        for stack in self._screen_stacks.values():
            for screen in stack:
                save = getattr(screen, "save", None)
                if save is not None:
                    save()

    def _on_signal(self, signum: int) -> None:
        self.flush()
        self.said.append("Ended by a signal; everything entered or typed is on disk.")
        self.exit(return_code=128 + signum)

    def _handle_exception(self, error: Exception) -> None:
        """End because of an error: words to disk first, then a report, then one sentence."""
        self.flush()
        if self.is_headless:  # a test wants the error itself
            super()._handle_exception(error)
        else:
            self._fail(error)

    def panic(self, *renderables: RenderableType) -> None:
        """End because the thread that reads the keyboard failed: without keys there is no room."""
        self.flush()
        if self.is_headless:
            super().panic(*renderables)
        else:
            self._fail(OSError("the keyboard cannot be read"))

    def _fail(self, error: Exception) -> None:
        """End with a status, a report and a sentence, once; a signal's status goes before."""
        if self._failed:
            return
        self._failed = True
        self._return_code = self._return_code or 1
        if isinstance(error, PlenaryError):
            self._return_code = error.exit_code
            self.said.append(str(error))
        else:
            report = crash.write_report(error, local_now())
            where = f"the report is {report}" if report else "no report could be written"
            self.said.append(
                "The program failed; what was entered or typed is on disk, and "
                f"{where}: open the session again."
            )
        self._close_messages_no_wait()


def run(
    settings: Settings, folder: Path | None = None, *, on_draft: bool = False
) -> tuple[int, list[str]]:
    """Run the screens; return the exit status, and what to tell on the terminal."""
    decoding.take_any_input()
    app = PlenaryApp(settings, folder, on_draft=on_draft)
    app.run(mouse=settings.preferences.mouse)
    app.flush()
    return app.return_code or 0, app.said
