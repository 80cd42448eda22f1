"""The form for a statement that a delegation hands in before it is given."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plenary_tui.errors import WrongUse
from plenary_tui.record.clean import clean_line
from plenary_tui.ui.conducting.arrivals import Made, completed, typed_path
from plenary_tui.ui.pages.statements import who_is_meant
from plenary_tui.ui.screens.form import Form
from plenary_tui.ui.seen.views import Name
from plenary_tui.ui.widgets.plain_input import Completing, PlainInput


class HandIn(Form):
    """Asks whose statement it is and in which file; made is the line that records it."""

    HEADING = "Take in a statement"
    VERB = "Take in"
    UNDER_WAY = "Reading …"

    def __init__(self, names: Sequence[Name], who: str = "") -> None:
        super().__init__()
        self._names = names
        self._who = who

    def fields(self) -> Iterator[tuple[str, PlainInput, str]]:
        """Yield whose it is, and the file."""
        yield (
            "Of",
            PlainInput(self._who, id="who", placeholder="such as NV, or Novaria"),
            "Whose statement it is. It stays under seal until it is delivered.",
        )
        yield (
            "File",
            PlainInput(
                id="file", placeholder="such as ~/statement.docx", suggester=Completing(completed)
            ),
            "A Word file (.docx) or a text file. The right arrow completes the path.",
        )

    def act(self, values: dict[str, str]) -> Made:
        """Read the file."""
        from plenary_tui.importers.statement import read_statement

        typed = clean_line(values["who"])
        who = who_is_meant(typed, self._names)
        if who is None:
            why = f"“{typed}” names no one delegation" if typed else "A statement is somebody's"
            raise WrongUse(f"{why}: write a code, or more of the name.")
        path = typed_path(values["file"])
        if path is None:
            raise WrongUse("Write the path of the file that holds the statement.")
        return Made(f"Prepared {who}: {read_statement(path)}", ())
