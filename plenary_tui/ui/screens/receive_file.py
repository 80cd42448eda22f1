"""The form for a Word file that a delegation sends back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from plenary_tui.errors import WrongUse
from plenary_tui.ui.conducting.arrivals import Made, completed, typed_path
from plenary_tui.ui.screens.form import Form
from plenary_tui.ui.widgets.plain_input import Completing, PlainInput

if TYPE_CHECKING:
    from plenary_tui.documents.arriving import Arrived
    from plenary_tui.record.meeting import Meeting


class ReceiveFile(Form):
    """Asks for the file and reads it; nothing is recorded. arrived: it, once it is read."""

    HEADING = "Receive a file that came back"
    VERB = "Read"
    UNDER_WAY = "Reading …"

    def __init__(self, session: str, meeting: Meeting) -> None:
        super().__init__()
        self._session = session
        self._meeting = meeting
        self.arrived: Arrived | None = None

    def fields(self) -> Iterator[tuple[str, PlainInput, str]]:
        """Yield the file."""
        yield (
            "File",
            PlainInput(
                id="file", placeholder="such as ~/draft-1-NV.docx", suggester=Completing(completed)
            ),
            "An edited copy of a version, .docx. The right arrow completes the path.",
        )

    def act(self, values: dict[str, str]) -> Made:
        """Read the file."""
        from plenary_tui.documents.arriving import of_version

        path = typed_path(values["file"])
        if path is None:
            raise WrongUse("Write the path of the file that came back.")
        try:
            data = path.read_bytes()
        except OSError as error:
            why = error.strerror or error
            raise WrongUse(f"{path.name} cannot be read ({why}): look at its name.") from error
        self.arrived = of_version(path.name, data, self._session, self._meeting)
        return Made(path.name, ())
