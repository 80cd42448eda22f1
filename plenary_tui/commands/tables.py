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
    if form == "txt" and sys.stdout.isatty():
        data = folded(data.decode(), shutil.get_terminal_size().columns).encode()
    click.echo(data, nl=not data.endswith(b"\n"))


def folded(text: str, width: int) -> str:
    """Return a text in lines of so many cells; what goes on is indented where a row is an item."""
    from plenary_tui.ui.terminal.wrapping import wrap

    lines = []
    for line in text.split("\n"):
        indent = _INDENT if line.startswith("- ") else ""
        first, *rest = wrap(line, width, width - len(indent))
        lines += [first, *(indent + one for one in rest)]
    return "\n".join(lines)
