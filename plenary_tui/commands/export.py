"""`plenary export`: documents and data from a session's record."""

from __future__ import annotations

from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import click

from plenary_tui.errors import WrongUse
from plenary_tui.settings import Settings

from .console import complain, say
from .options import command as make
from .options import until_option

if TYPE_CHECKING:
    from plenary_tui.record.history import Record
    from plenary_tui.store.session import Session

FORMATS: dict[str, tuple[str, ...]] = {
    "notes": ("txt",),
    "data": ("json",),
    "journal": ("md", "txt"),
    "decisions": ("md", "txt"),
    "summary": ("md", "txt"),
}
"""What can be exported, each in its formats, the default first."""

_WRITERS = {"md": "markdown", "txt": "text"}


@make(
    "export",
    "plenary export my-meeting decisions -o decisions.md\n"
    "plenary export my-meeting data --until 2018-06-19T12:00\n"
    "plenary export my-meeting notes --whole -o everything.txt",
)
@click.argument("name")
@click.argument("kind", metavar="KIND")
@click.option("--format", "format_", metavar="F", help="md or txt for documents; see below.")
@click.option("-o", "--output", metavar="FILE", help="Where to; else to the output.")
@click.option("--whole", is_flag=True, help="With sealed words, headed RESTRICTED; is recorded.")
@until_option
def command(
    settings: Settings, name: str, kind: str, format_: str | None, output: str | None,
    whole: bool, until: str | None,
) -> None:  # fmt: skip
    """Write a document from a session's record.

    KIND: notes (txt: the notation, which imports again), data (json: the Meeting for other
    programs), journal, decisions, summary (md or txt). Without --whole private notes and what
    was said in camera are left out. A FILE that is open elsewhere is written beside it under the
    next free name.
    """
    from plenary_tui.record.redaction import open_record
    from plenary_tui.store.session import Session

    from .moments import limit_of, moment_of, record_until

    form = chosen(kind, format_)
    session = Session(settings.session(name))
    limit = limit_of(session.record, until)
    if whole:
        _remember(session, settings, f"{kind}.{form}")
    record = session.record if whole else open_record(session.record)
    now = moment_of(session.record, limit)
    text = written(record_until(record, limit), kind, form, now=now, whole=whole)
    if output is None or output == "-":
        click.echo(text, nl=False)
        return
    from .output import write_beside

    path = write_beside(Path(output), text.encode())
    if path != Path(output):
        complain(f"{output} is open elsewhere or may not be changed: look at {path.name} instead.")
    say(str(path))


def chosen(kind: str, form: str | None) -> str:
    """Return the format of an export. Raises WrongUse, naming what there is."""
    formats = FORMATS.get(kind)
    if formats is None:
        raise WrongUse(f"{kind} cannot be exported: there are {', '.join(FORMATS)}.")
    if form is None:
        return formats[0]
    if form not in formats:
        raise WrongUse(f"{kind} cannot be exported as {form}: there is {' and '.join(formats)}.")
    return form


def written(
    record: Record, kind: str, form: str, *, now: datetime | None, whole: bool
) -> str:  # fmt: skip
    """Return the text of an export. now: decides whether a written procedure is past."""
    from plenary_tui.store.clock import local_now

    now = now or local_now()
    if kind == "notes":
        from plenary_tui.documents.notes import notes

        return notes(record, whole=whole)
    if kind == "data":
        from plenary_tui.documents.data import data

        return data(record, now=now, whole=whole)
    compose = getattr(import_module(f"plenary_tui.documents.{kind}"), kind)
    write = getattr(import_module(f"plenary_tui.documents.{_WRITERS[form]}"), _WRITERS[form])
    return str(write(compose(record, now)))


def _remember(session: Session, settings: Settings, what: str) -> None:
    """Record that sealed words leave the session, before they do."""
    from plenary_tui.record.kinds import Provenance
    from plenary_tui.store.capture import Capture

    with Capture(session, settings.writer, live=True) as capture:
        capture.enter(Provenance(act="exported_whole", text=what, in_camera=True))
