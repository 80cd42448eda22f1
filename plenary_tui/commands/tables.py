"""A document that comes with a table, to a file by its name, or to the output."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from plenary_tui.documents.draft import Draft, Table

_INDENT = "  "


def give(draft: Draft, table: Table, output: str | None, form: str = "txt") -> None:
    """Write to a file in the form of its ending; without one (or for `-`) print it in `form`.

    On a terminal the lines are folded to its width; what is piped has one line a row. A file that
    is open elsewhere is written beside it. Raises WrongUse for another ending.
    """
    from plenary_tui.documents.tables import bytes_of

    if output and output != "-":
        from .targets import put

        put(bytes_of(draft, table, Path(output)), Path(output))
        return
    data = bytes_of(draft, table, Path(f"output.{form}"))
    if form == "txt":
        data = "\n".join(map(fitted, data.decode().split("\n"))).encode()
    click.echo(data, nl=not data.endswith(b"\n"))


def fitted(row: str) -> str:
    """Return a row as it is printed: folded to the width of a terminal, else on one line."""
    return folded(row, shutil.get_terminal_size().columns) if sys.stdout.isatty() else row


def folded(row: str, width: int) -> str:
    """Return a row in lines of so many cells, those that go on below it indented."""
    from plenary_tui.ui.terminal.wrapping import wrap

    first, *rest = wrap(row, width, width - len(_INDENT))
    return "\n".join((first, *(_INDENT + line for line in rest)))
