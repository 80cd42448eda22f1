"""A small form over a screen: fields, an act that may fail, and what it said."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from threading import Thread
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Button, Input, Static

from plenary_tui.errors import PlenaryError
from plenary_tui.settings import Settings
from plenary_tui.ui.conducting.arrivals import Made
from plenary_tui.ui.widgets.plain_input import PlainInput


class Form(ModalScreen[Made | None]):
    """Fields that make something; dismissed with what was made, or None.

    The act runs beside the screen and is never broken off: what it makes is whole or not there.
    """

    CSS_PATH = "form.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Leave"),
        Binding("f1", "help", "Help", id="help"),
    ]
    HEADING: ClassVar[str] = ""
    VERB: ClassVar[str] = ""
    UNDER_WAY: ClassVar[str] = ""

    @dataclass
    class Done(Message):
        """The act came to its end."""

        made: Made | None
        trouble: str = ""

    def __init__(self) -> None:
        super().__init__()
        self._is_busy = False

    @abstractmethod
    def fields(self) -> Iterator[tuple[str, PlainInput, str]]:
        """Yield each field with its label and a line that explains it."""

    @abstractmethod
    def act(self, values: dict[str, str]) -> Made:
        """Do it, with the fields' values by their ids. Raises PlenaryError."""

    def compose(self) -> ComposeResult:
        """Lay out the form."""
        with Vertical(id="form"):
            yield Static(self.HEADING, id="form-heading", markup=False)
            for label, field, help_line in self.fields():
                with Horizontal(classes="field"):
                    yield Static(label, classes="label", markup=False)
                    yield field
                yield Static(help_line, classes="help", markup=False)
            yield Static("", id="form-said", markup=False)
            with Horizontal(id="form-buttons"):
                yield Button(f"{self.VERB} (Enter)", id="do", variant="primary", compact=True)
                yield Button("Leave (Esc)", id="leave", compact=True)
                yield Static("F1 help", classes="label", markup=False)

    @on(Input.Submitted)
    @on(Button.Pressed, "#do")
    def _do(self) -> None:
        if self._is_busy:
            return
        values = {field.id or "": field.value for field in self.query(PlainInput)}
        self._is_busy = True
        self._say(self.UNDER_WAY)
        Thread(target=self._run, args=(values,), name=self.VERB).start()

    def _run(self, values: dict[str, str]) -> None:
        try:
            done = self.Done(self.act(values))
        except PlenaryError as error:
            done = self.Done(None, str(error))
        except Exception as error:  # a person waits for an answer, whatever went wrong
            done = self.Done(
                None, f"It failed ({error or type(error).__name__}): nothing was made."
            )
        self.post_message(done)

    @on(Done)
    def _finish(self, done: Done) -> None:
        self._is_busy = False
        if done.made is not None:
            self.dismiss(done.made)
        else:
            self._say(done.trouble, is_trouble=True)

    def _say(self, text: str, *, is_trouble: bool = False) -> None:
        from plenary_tui.record.clean import clean_line

        said = self.query_one("#form-said", Static)
        said.update(clean_line(text))
        said.set_class(is_trouble, "trouble")

    def action_help(self) -> None:
        """Show what the fields ask for and what the keys do."""
        from .form_help import FormHelp

        said = [(label, says) for label, _, says in self.fields()]
        self.app.push_screen(FormHelp(self.HEADING, said))

    @on(Button.Pressed, "#leave")
    def action_leave(self) -> None:
        """Leave the form; while it is at work it stays, to say how that ended."""
        if not self._is_busy:
            self.dismiss(None)


class SessionForm(Form):
    """A form about a session, by its name."""

    def __init__(self, settings: Settings, session: str) -> None:
        super().__init__()
        self._settings = settings
        self._session = session
