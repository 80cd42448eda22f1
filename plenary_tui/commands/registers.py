"""`plenary registers`: decisions, follow-ups, events, corrections and officers of all sessions."""

from __future__ import annotations

from datetime import date

import click

from plenary_tui.settings import Settings

from .console import complain, counted
from .options import command as make


@make(
    "registers",
    "plenary registers follow-ups --open\n"
    "plenary registers decisions moratorium -o decisions.docx\n"
    "plenary registers events --csv\n"
    "plenary registers officers --on 2018-06-19",
)
@click.argument(
    "name", type=click.Choice(["decisions", "follow-ups", "events", "corrections", "officers"])
)
@click.argument("words", nargs=-1)
@click.option("--open", "only_open", is_flag=True, help="Only what is open, overdue or to come.")
@click.option("--overdue", is_flag=True, help="Only what is overdue.")
@click.option("--session", metavar="NAME", help="Only of this session.")
@click.option("--on", metavar="DAY", help="Officers and classes as on that day: 2018-06-19.")
@click.option("--csv", "as_csv", is_flag=True, help="As a table for a spreadsheet.")
@click.option("-o", "--output", metavar="FILE", help="To a .docx, .md, .html, .txt or .csv file.")
def command(
    settings: Settings, name: str, words: tuple[str, ...], only_open: bool, overdue: bool,
    session: str | None, on: str | None, as_csv: bool, output: str | None,
) -> int:  # fmt: skip
    """Show a register over all sessions, or the rows of it that hold all the WORDS.

    Decisions come with their numbers, dissent, effect and history; follow-ups with owner, day and
    state, and where they were taken up again; events with how long it is to them. Exits 1 where
    there is no such row. Sealed words and restricted ones are in none.
    """
    from plenary_tui.documents.across import NAMES, Register, as_draft, register
    from plenary_tui.store.asking import day_of
    from plenary_tui.store.library import Library

    from .tables import give

    only = settings.session(session).name if session else ""
    today = date.today()
    which = NAMES[NAMES.index(name)]
    documents = [row for row in Library(settings.folder).rows() if only in ("", row["session"])]
    found = register(which, documents, today, day_of(on) if on else None).having(" ".join(words))
    rows = tuple(
        row for row in found.rows if (row.is_late or not overdue) and (row.is_open or not only_open)
    )
    found = Register(found.name, found.title, found.columns, rows)
    give(as_draft(found, today, " ".join(words)), found.table, output, "csv" if as_csv else "txt")
    late = sum(row.is_late for row in rows)
    complain(f"{counted(len(rows), 'row')}" + (f", {late} overdue." if late else "."))
    return 0 if rows else 1
