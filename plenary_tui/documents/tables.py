"""A document that comes with a table: the bytes of a file, as the ending of its name asks."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from plenary_tui.errors import WrongUse

from .draft import Draft, Table

FORMS = ("docx", "md", "html", "txt", "csv")
_WRITERS = {"md": "markdown", "html": "html", "txt": "text"}


def bytes_of(draft: Draft, table: Table, path: Path) -> bytes:
    """Return the document, or the table for a spreadsheet. Raises WrongUse for another ending."""
    form = path.suffix.casefold().removeprefix(".")
    if form not in FORMS:
        raise WrongUse(f"{path}: name a file that ends in .{', .'.join(FORMS[:-1])} or .csv.")
    if form == "csv":
        from .spreadsheet import spreadsheet

        return spreadsheet(table)
    if form == "docx":
        from .word import word

        return word(draft)
    name = _WRITERS[form]
    write = getattr(import_module(f"plenary_tui.documents.{name}"), name)
    return str(write(draft)).encode()
