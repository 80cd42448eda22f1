"""`plenary extract`: a delegation's own words as the record has them, to be checked."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from plenary_tui.errors import PlenaryError, WrongUse
from plenary_tui.settings import Settings

from .asked import Asked
from .options import command as make

if TYPE_CHECKING:
    from plenary_tui.record.history import Record
    from plenary_tui.store.session import Session

FORMS = ("docx", "md", "html", "txt")
"""In which formats there are extracts, the default first."""


@make(
    "extract",
    "plenary extract my-meeting TR\n"
    "plenary extract my-meeting Tirania -o tirania.docx\n"
    "plenary extract my-meeting TR -o -\n"
    "plenary extract my-meeting --all",
)
@click.argument("name")
@click.argument("delegation", required=False, metavar="[DELEGATION]")
@click.option("--all", "everybody", is_flag=True, help="One file for every delegation.")
@click.option("--format", "form", type=click.Choice(FORMS), help="Else what FILE ends in.")
@click.option(
    "-o", "--output", metavar="FILE", help="Where to; else to the session's drafts/; - prints it."
)
@click.option("--whole", is_flag=True, help="With words said in camera, RESTRICTED; is recorded.")
def command(
    settings: Settings, name: str, delegation: str | None, everybody: bool, form: str | None,
    output: str | None, whole: bool,
) -> None:  # fmt: skip
    """Write what the record holds of one delegation: what it said, proposed and held.

    Every entry has its number, its time, how the summary record puts it and how it was recorded;
    quotations are marked to be checked against delivery. Nothing of others is in it. On top stands
    how corrections are sent, to whom and by when.
    """
    from plenary_tui.documents.review.who import delegation_named, speakers
    from plenary_tui.record.redaction import open_record
    from plenary_tui.store.session import Session

    from .asked import form_of

    if bool(delegation) == everybody:
        raise WrongUse("Name one delegation, or give --all.")
    if everybody and output:
        raise WrongUse("--all writes one file each into the session's drafts/: leave -o out.")
    form = form or form_of(output) or ("txt" if output == "-" else FORMS[0])
    if form not in FORMS:
        raise WrongUse(f"An extract cannot be written as {form}: there is {', '.join(FORMS)}.")
    if form == "docx" and output == "-" and sys.stdout.isatty():
        raise WrongUse("A Word file cannot be shown on a terminal: name a file after -o.")
    session = Session(settings.session(name))
    record = session.record if whole else open_record(session.record)
    if everybody:
        wanted = [one for one in speakers(record) if _is_delegation(record, one)]
    else:
        wanted = [delegation_named(record, delegation or "")]
    missing = [one for one in wanted if one not in speakers(record)]
    if missing:
        raise PlenaryError(f"The record holds nothing of {missing[0]} that may be shown.")
    if whole:
        from .entering import remember_whole

        remember_whole(session, settings, f"extract.{form} of {', '.join(wanted)}")
        record = session.record
    for who in wanted:
        _write(session, record, who, Asked("extract", form, whole=whole), output)


def _is_delegation(record: Record, who: str) -> bool:
    """Whether an extract is sent to a speaker: whoever is listed, or everybody where nobody is."""
    roster = record.meeting.roster
    return who in roster.delegations or not roster.delegations


def _write(session: Session, record: Record, who: str, asked: Asked, output: str | None) -> None:
    from plenary_tui.documents.review.extract import extract
    from plenary_tui.store.clock import local_now
    from plenary_tui.store.names import slug

    from .exporting import rendered
    from .targets import default_target, put

    now = local_now()
    data = rendered(extract(record, who, now, whole=asked.whole), asked, None)
    if output == "-":
        click.echo(data if asked.form == "docx" else data.decode(), nl=False)
        return
    what = f"extract-{slug(who)}-{now:%Y-%m-%d-%H%M}"
    put(data, Path(output) if output else default_target(
        session, what, asked.form, whole=asked.whole
    ))  # fmt: skip
