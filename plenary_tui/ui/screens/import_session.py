"""The form for a file that is brought in: always shown before anything is made of it."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import CancelledError, Future
from typing import TYPE_CHECKING

from textual import on
from textual.widgets import Input

from plenary_tui.errors import PlenaryError
from plenary_tui.settings import Settings
from plenary_tui.ui.conducting.arrivals import Made, suggested_name, typed_path
from plenary_tui.ui.screens.form import Form
from plenary_tui.ui.widgets.file_picker import FileList, PathInput
from plenary_tui.ui.widgets.plain_input import PlainInput

if TYPE_CHECKING:
    from plenary_tui.importers.arriving import Look
    from plenary_tui.ui.importing.preview import Preview


class ImportSession(Form):
    """Asks for a file and where it goes; what `plenary import` does."""

    HEADING = "Import a file"
    VERB = "Look at it"
    UNDER_WAY = "Reading …"

    def __init__(self, settings: Settings, into: str = "") -> None:
        super().__init__()
        self._settings = settings
        self._into = into
        self._answer: Future[Look | None] | None = None

    def fields(self) -> Iterator[tuple[str, PlainInput, str]]:
        """Yield file, name, and the session that it goes into."""
        yield (
            "File",
            PathInput(
                lambda: self.query_one(FileList), id="file", placeholder="such as ~/agenda.docx"
            ),
            "Type it, or choose: up, down, Enter; Backspace goes up.",
        )
        yield (
            "New session",
            PlainInput(id="name"),
            "Its name; left empty, the file's.",
        )
        yield (
            "Or into",
            PlainInput(self._into, id="into", placeholder="a session that there is"),
            "For an agenda or a list: the session that it comes into.",
        )

    def on_mount(self) -> None:
        """Put the list under the path."""
        self.query_one("#form").mount(FileList(id="files"), after=self.query(".help").first())

    @on(FileList.Taken)
    def _take(self, taken: FileList.Taken) -> None:
        self.query_one(PathInput).take(taken.offer)

    @on(Input.Changed)
    def _propose(self, event: Input.Changed) -> None:
        """Propose the file's name once there is one; a new session and one there is exclude."""
        name, into = self.query_one("#name", Input), self.query_one("#into", Input)
        if event.value and event.input in (name, into):
            (into if event.input is name else name).value = ""
        path = typed_path(self.query_one(PathInput).value)
        is_file = path is not None and path.is_file() and not into.value
        name.placeholder = suggested_name(str(path)) if is_file else ""

    def act(self, values: dict[str, str]) -> Made:
        """Read the file, show it, and import it when that is said."""
        from plenary_tui.ui.importing.arrival import bring_in

        return bring_in(self._settings, values["file"], values["name"], values["into"], self._shown)

    def _shown(self, preview: Preview) -> Look | None:
        """Show a preview from beside the screen, and wait for the answer."""
        answer: Future[Look | None] = Future()
        self._answer = answer
        self.app.call_from_thread(self._show, preview, answer)
        try:
            return answer.result()
        except CancelledError as error:
            raise PlenaryError("Nothing was imported.") from error

    def _show(self, preview: Preview, answer: Future[Look | None]) -> None:
        from plenary_tui.ui.screens.import_preview import ImportPreview

        def answered(look: Look | None) -> None:
            if not answer.done():
                answer.set_result(look)

        self.app.push_screen(ImportPreview(preview), answered)

    def on_unmount(self) -> None:
        """Let nobody wait for an answer that will not come."""
        if self._answer is not None:
            self._answer.cancel()
