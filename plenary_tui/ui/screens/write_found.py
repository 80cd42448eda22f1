"""The form that writes what was found, or a register, into a file."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from plenary_tui.errors import DoesNotHold, WrongUse
from plenary_tui.ui.conducting.arrivals import Made, completed, typed_path
from plenary_tui.ui.widgets.plain_input import Completing, PlainInput

from .form import Form

if TYPE_CHECKING:
    from plenary_tui.documents.draft import Draft, Table


class WriteFound(Form):
    """Asks for a file, and writes a document or a table there by its ending."""

    HEADING = "Write into a file"
    VERB = "Write"
    UNDER_WAY = "Writing …"

    def __init__(self, usual: str) -> None:
        super().__init__()
        self._usual = usual

    def fields(self) -> Iterator[tuple[str, PlainInput, str]]:
        """Yield the file."""
        yield (
            "File",
            PlainInput(self._usual, id="file", suggester=Completing(completed)),
            ".docx for Word, .md, .html or .txt; .csv for a spreadsheet.",
        )

    @abstractmethod
    def made(self) -> tuple[Draft, Table]:
        """Return what is to be written. Raises PlenaryError."""

    def act(self, values: dict[str, str]) -> Made:
        """Write it."""
        from plenary_tui.documents.tables import bytes_of
        from plenary_tui.store.beside import write_beside

        path = typed_path(values["file"])
        if path is None:
            raise WrongUse("Write the path of the file, such as positions.docx.")
        try:
            where = write_beside(path, bytes_of(*self.made(), path))
        except OSError as error:
            raise DoesNotHold(
                f"{path} cannot be written ({error.strerror or error}): name another place."
            ) from error
        return Made(where.name, (f"Written: {where.absolute()}",))


class WritePositions(WriteFound):
    """Writes all positions that fit what was typed."""

    HEADING = "Write all positions"

    def __init__(self, folder: Path, typed: str) -> None:
        super().__init__("positions.docx")
        self._folder = folder
        self._wanted = typed

    def made(self) -> tuple[Draft, Table]:
        """Return the document and its table."""
        from plenary_tui.documents.positions import positions, table
        from plenary_tui.store.asking import asked
        from plenary_tui.store.clock import local_now
        from plenary_tui.store.search import Index

        wanted = asked(self._wanted)
        found = Index(self._folder).positions(wanted, live=True)
        if not found:
            raise DoesNotHold("Nothing was found, so there is nothing to write.")
        return positions(found, wanted, local_now()), table(found)
