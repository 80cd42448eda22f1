"""A document that comes with a table, to a file by its name, or to the output."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from plenary_tui.documents.draft import Draft, Table


def give(draft: Draft, table: Table, output: str | None, form: str = "txt") -> None:
    """Write to a file in the form of its ending; without one (or for `-`) print it in `form`.

    A file that is open elsewhere is written beside it. Raises WrongUse for another ending.
    """
    from plenary_tui.documents.tables import bytes_of

    if output and output != "-":
        from .targets import put

        put(bytes_of(draft, table, Path(output)), Path(output))
        return
    data = bytes_of(draft, table, Path(f"output.{form}"))
    click.echo(data, nl=not data.endswith(b"\n"))
