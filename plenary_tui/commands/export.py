"""`plenary export`: documents and data from a session's record."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from plenary_tui.errors import DoesNotHold, WrongUse
from plenary_tui.settings import Settings

from .asked import CARD, COMMUNIQUE, FOR_PROGRAMS, Asked, Variant, chosen, form_of
from .console import complain, counted
from .options import command as make
from .options import until_option

if TYPE_CHECKING:
    from plenary_tui.documents.card import Desk
    from plenary_tui.record.history import Record
    from plenary_tui.store.session import Session


@make(
    "export",
    "plenary export my-meeting decisions\n"
    "plenary export my-meeting decisions -o decisions.md\n"
    "plenary export my-meeting data --until 2018-06-19T12:00\n"
    "plenary export my-meeting notes --whole -o everything.txt\n"
    "plenary export my-meeting communique\n"
    "plenary export my-meeting communique --version 2 --annotated\n"
    "plenary export my-meeting communique --version 2 --wide --house our-office.dotx\n"
    "plenary export my-meeting communique --version 3 --against 1\n"
    "plenary export my-meeting communique --against draft-1.docx -o changes.docx\n"
    "plenary export my-meeting communique --language fr -o communique-fr.docx\n"
    "plenary export my-meeting chairs-summary --drop\n"
    "plenary export my-meeting script --language fr -o script.docx\n"
    "plenary export my-meeting balance -o balance.docx\n"
    "plenary export my-meeting interventions -o interventions.csv\n"
    "plenary export my-meeting events -o events.ics\n"
    "plenary export my-meeting summary --format akn -o debate.xml\n"
    "plenary export my-meeting summary --from 10:00 --until 11:30 --item 4.2 --delegation NV",
)
@click.argument("name")
@click.argument("kind", metavar="KIND")
@click.option(
    "--format", "format_", metavar="F", help="Else what the name of FILE ends in; else the first."
)
@click.option(
    "-o", "--output", metavar="FILE",
    help="Where to; else a Word file to the session's drafts/, text to the output.",
)  # fmt: skip
@click.option("--whole", is_flag=True, help="With sealed words, headed RESTRICTED; is recorded.")
@click.option(
    "--clean", "variant", flag_value="clean", default=True, help="The words alone (the default)."
)
@click.option(
    "--annotated", "variant", flag_value="annotated",
    help="With what each paragraph rests on, and whose brackets are; in Word as comments.",
)  # fmt: skip
@click.option(
    "--footnotes", "variant", flag_value="footnotes", help="The same as footnotes, in Word."
)
@click.option("--wide", is_flag=True, help="In Word: lines numbered, a wide margin to write in.")
@click.option(
    "--house",
    metavar="FILE",
    default="",
    help="In Word: set in that template (.docx or .dotx), else in that of your settings; or none.",
)
@click.option(
    "--version", metavar="LABEL", default="",
    help="Of a communiqué: that version as it was issued; else the draft as it is now.",
)  # fmt: skip
@click.option("--final", is_flag=True, help="Not DRAFT but FINAL; refused while brackets stand.")
@click.option("--drop", is_flag=True, help="Of a Chair's summary: what is not agreed is left out.")
@click.option(
    "--against", metavar="LABEL, FILE or TIME", default="",
    help="Of a communiqué or news note: with the changes tracked since that version or moment.",
)  # fmt: skip
@click.option(
    "--language", metavar="L", default="",
    help="Of a communiqué, a news note or the Chair's script: en or fr.",
)  # fmt: skip
@click.option(
    "--from", "since", metavar="TIME|ID", default="",
    help="Of a summary, notes or data: only what happened from then on, as --until is written.",
)  # fmt: skip
@click.option(
    "--item", "items", metavar="NUMBER", multiple=True,
    help="Of the same: only what was said on that item, and below it.",
)  # fmt: skip
@click.option(
    "--delegation", "delegations", metavar="CODE", multiple=True,
    help="Of the same: only what that delegation said and did.",
)  # fmt: skip
@until_option
def command(
    settings: Settings, name: str, kind: str, format_: str | None, output: str | None,
    whole: bool, variant: Variant, wide: bool, house: str, version: str, final: bool,
    language: str, until: str | None, against: str, drop: bool, since: str,
    items: tuple[str, ...], delegations: tuple[str, ...],
) -> None:  # fmt: skip
    """Write a document from a session's record.

    KIND: communique, chairs-summary (the way out where there is no consensus), news, journal,
    decisions, summary, received (what delegations ask for in the last version, with the
    verdicts), corrigendum (--annotated adds what was refused), card (docx, md, html or txt; the
    card is for who takes over the writing), script (what the Chair reads out from here on),
    balance (for the Chair only, also csv: speaking time and turns by class, delegation, item and
    day, open brackets, who supported whom, with charts in Word and HTML), notes (txt: the
    notation, which imports again), data (json: the Meeting for other programs), interventions and
    speaking (csv), events and follow-ups (ics, for a calendar). The summary is also to be had as
    akn (Akoma Ntoso, the XML of parliaments). Without --whole private notes and what was said in
    camera are left out. A FILE that is open elsewhere is written beside it under the next free
    name.

    The communiqué is the draft as it is now, and says that it is not issued; `plenary issue` makes
    a version of it, and --version gives that one again, word for word, whatever came since.
    """
    from plenary_tui.documents.excerpt import Span

    form = chosen(kind, format_ or form_of(output))
    asked = Asked(
        kind, form, whole=whole, variant=variant, version=version, final=final, language=language,
        until=until or "", against=against, drop=drop, wide=wide, house=house,
        usual_house=settings.preferences.house_template,
        span=Span(since, until or "", items, delegations),
    )  # fmt: skip
    asked.check()
    if form == "docx" and output == "-" and sys.stdout.isatty():
        raise WrongUse("A Word file cannot be shown on a terminal: name a file after -o.")
    data, what, session = _made(settings, settings.session(name), asked)
    if output == "-" or (output is None and form != "docx"):
        as_it_is = form == "docx" or form in FOR_PROGRAMS
        click.echo(data if as_it_is else data.decode(), nl=False)
        return
    from .targets import default_target, put

    put(data, Path(output) if output else default_target(session, what, form, whole=whole))


def _made(settings: Settings, folder: Path, asked: Asked) -> tuple[bytes, str, Session]:
    """Return the bytes of what is asked for, what it is called, and the session it is of."""
    from plenary_tui.documents.draft import Origin
    from plenary_tui.documents.issuing import NotAgreed
    from plenary_tui.documents.moments import limit_of, moment_of, record_until
    from plenary_tui.record.redaction import open_record
    from plenary_tui.store.session import Session

    from .exporting import version_written, written

    session = Session(folder)
    if asked.version:
        from plenary_tui.documents.versions import find
        from plenary_tui.documents.workshop.issuing import version_name

        shown = open_record(session.record)
        version = find(shown, asked.version, asked.language or "en")
        return (
            version_written(shown, asked, session, version),
            asked.name(version_name(version)),
            session,
        )
    limit = limit_of(session.record, asked.until)
    if asked.whole:
        from .entering import remember_whole

        remember_whole(session, settings, f"{asked.kind}.{asked.form}")
    whole = session.record if asked.whole else open_record(session.record)
    now = moment_of(session.record, limit)
    record = record_until(whole, limit)
    if asked.kind == "events":
        _say_undated(record)
    try:
        data = written(
            record, asked, now=now, whole=whole,
            desk=_desk(session, limit) if asked.kind == CARD else None,
            origin=Origin(session.name, session.hash(), asked.until), session=session,
        )  # fmt: skip
    except NotAgreed as error:
        if asked.kind != COMMUNIQUE:
            raise
        from .issue import ways_out

        raise DoesNotHold(ways_out(error, session.name)) from error
    return data, asked.name(), session


def _say_undated(record: Record) -> None:
    """Say how many meetings to come cannot be placed on a day: not every calendar shows tasks."""
    from plenary_tui.documents.calendars import undated

    if number := undated(record):
        what = counted(number, "meeting or visit has", "meetings and visits have")
        complain(f"{what} no exact days: in the calendar as tasks without a date.")


def _desk(session: Session, limit: datetime | str | None) -> Desk:
    """Return where a card is drawn up: at the station that recorded last, or nowhere by now."""
    from plenary_tui.documents.card import Desk
    from plenary_tui.documents.moments import record_until
    from plenary_tui.store.atomic import Typing

    private = len(record_until(session.record, limit).live.private)
    if limit is not None:
        return Desk(private=private)
    entries = session.record.entries
    station = entries[-1].station if entries else ""
    typed = Typing(session.disk, session.folder, station).read().text if station else ""
    return Desk(station, str(session.folder), typed, private)
