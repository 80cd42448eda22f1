"""The settings: each with its value and what it means, changed here and written to the file."""

from __future__ import annotations

import asyncio
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.getters import app as app_getter
from textual.getters import query_one
from textual.screen import Screen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from plenary_tui.errors import PlenaryError
from plenary_tui.preferences import read, settings_path, spelt_path
from plenary_tui.record.clean import clean_line
from plenary_tui.ui.actions.keymap import documented_settings, why_refused
from plenary_tui.ui.actions.personal import PersonalApp
from plenary_tui.ui.pages.settings import NEXT_START, Setting, rows
from plenary_tui.ui.widgets.plain_input import PlainInput

from .key_prompt import KeyPrompt

_LABEL = 28
_KEYS = "Enter changes it   Del as it was   Esc back"


class SettingsScreen(Screen[None]):
    """Lists the settings. Enter changes one, Delete puts it back, Escape leaves."""

    CSS_PATH = "settings.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "back", show=False),
        Binding("delete", "default", "as it was", show=False),
    ]
    app = app_getter(PersonalApp)
    settings_list = query_one("#settings-list", OptionList)
    field = query_one("#settings-field", PlainInput)

    def __init__(self) -> None:
        super().__init__()
        self._rows: dict[str, Setting] = {}
        self._entering: Setting | None = None

    def compose(self) -> ComposeResult:
        """Lay out the list, what the chosen one means, and the line to enter a value."""
        path = self.app.settings.preferences.path or settings_path()
        yield Static(f"Settings · {spelt_path(path)}", id="settings-title", markup=False)
        yield OptionList(id="settings-list", markup=False)
        yield Static(id="settings-says", markup=False)
        with Horizontal(id="settings-line"):
            yield Static(id="settings-label", markup=False)
            yield PlainInput(id="settings-field")
        yield Static(id="settings-said", markup=False)
        yield Static(_KEYS, id="settings-keys", markup=False)

    def on_mount(self) -> None:
        """Show the settings as they are."""
        self._show()
        self.settings_list.focus()

    def _show(self) -> None:
        """List everything anew, with the choice where it was."""
        kept = self.settings_list.highlighted_option
        preferences, keys = self.app.settings.preferences, self.app.keymap
        troubles = (*preferences.troubles, *keys.troubles)
        options = [Option(Content.assemble((text, "bold")), disabled=True) for text in troubles]
        self._rows = {}
        group = ""
        for row in rows(preferences, keys):
            if row.group != group:
                group = row.group
                options.append(Option(Content.assemble((group, "bold underline")), disabled=True))
            name = ".".join(row.key)
            self._rows[name] = row
            options.append(Option(Content(f"  {row.label:<{_LABEL}} {row.value}"), id=name))
        self.settings_list.clear_options().add_options(options)
        ids = [option.id for option in options]
        chosen = kept.id if kept is not None and kept.id in ids else next(iter(self._rows))
        self.settings_list.highlighted = ids.index(chosen)

    @property
    def _row(self) -> Setting | None:
        option = self.settings_list.highlighted_option
        return self._rows.get(option.id or "") if option is not None else None

    @on(OptionList.OptionHighlighted)
    def _explain(self) -> None:
        row = self._row
        if row is not None:
            later = " From the next start." if row.key[0] in NEXT_START else ""
            self.query_one("#settings-says", Static).update(Content(f"{row.says}{later}"))

    @on(OptionList.OptionSelected)
    async def change_it(self) -> None:
        """Take the next choice, or ask for a text or a key."""
        row = self._row
        if row is None:
            return
        if row.kind == "choice":
            await self._write(row, row.key, row.following)
        elif row.kind == "key":
            self._ask_key(row)
        else:
            self._entering = row
            self.query_one("#settings-label", Static).update(Content(f"{row.label}:"))
            self.field.value = row.entered
            self.field.cursor_position = len(row.entered)
            self.add_class("-entering")
            self.field.focus()
            self._say("Enter takes it, Escape leaves it as it is.")

    @on(Input.Submitted)
    async def _take_text(self, event: Input.Submitted) -> None:
        row = self._entering
        if row is None:
            return
        try:
            key, value = row.read(event.value)
        except ValueError as why:
            self._say(f"{row.label} cannot be that: {why}.", is_trouble=True)
            return
        if await self._write(row, key, value):
            self._stop_entering()

    def _ask_key(self, row: Setting) -> None:
        preferences = self.app.settings.preferences

        def refused(key: str) -> str:
            return why_refused(preferences, row.key[1], key)

        async def take(key: str | None) -> None:
            if key is not None:
                await self._write(row, row.key, key)

        self.app.push_screen(KeyPrompt(row.label, row.value, refused), take)

    async def action_default(self) -> None:
        """Put the chosen setting back to what it is without a file."""
        row = self._row
        if row is None or row.key[-1] == "":
            return
        if row.kind == "key":
            why = why_refused(self.app.settings.preferences, row.key[1], row.default)
            if why:
                self._say(why, is_trouble=True)
                return
        if row.key in self.app.settings.preferences.lines.by_key:
            await self._write(row, row.key, row.default)
        else:
            self._say(f"{row.label} is as it was.")

    async def _write(self, row: Setting, key: tuple[str, ...], value: Any) -> bool:
        from plenary_tui.preferences.writing import change

        path = self.app.settings.preferences.path or settings_path()
        try:
            await asyncio.to_thread(change, path, {key: value}, documented_settings())
        except PlenaryError as error:
            self._say(str(error), is_trouble=True)
            return False
        self.app.take_preferences(read(path))
        self._show()
        shown = self._rows.get(".".join(key))
        now = f"{shown.label}: {shown.value}" if shown else f"{row.label}: away"
        later = ", from the next start" if key[0] in NEXT_START else ""
        self._say(f"{now}{later}. It is in the file.")
        return True

    def _say(self, text: str, *, is_trouble: bool = False) -> None:
        said = self.query_one("#settings-said", Static)
        said.update(Content(clean_line(text)))
        said.set_class(is_trouble, "-trouble")

    def _stop_entering(self) -> None:
        self._entering = None
        self.remove_class("-entering")
        self.settings_list.focus()

    def action_leave(self) -> None:
        """Leave the line, else the screen."""
        if self._entering is not None:
            self._stop_entering()
            self._say("")
        else:
            self.app.pop_screen()
