"""`plenary export`: documents and data from a session's record."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from plenary_tui.errors import WrongUse
from plenary_tui.settings import Settings

from .console import complain, counted, say
from .options import command as make
from .options import until_option

if TYPE_CHECKING:
    from plenary_tui.documents.card import Desk
    from plenary_tui.documents.draft import Origin
    from plenary_tui.record.history import Record
    from plenary_tui.store.session import Session

FORMATS: dict[str, tuple[str, ...]] = {
    "notes": ("txt",),
    "data": ("json",),
    "journal": ("docx", "md", "html", "txt"),
    "decisions": ("docx", "md", "html", "txt"),
    "summary": ("docx", "md", "html", "txt", "akn"),
    "communique": ("docx", "md", "html", "txt"),
    "chairs-summary": ("docx", "md", "html", "txt"),
    "news": ("docx", "md", "html", "txt"),
    "card": ("docx", "md", "html", "txt"),
    "script": ("docx", "md", "html", "txt"),
    "interventions": ("csv",),
    "speaking": ("csv",),
    "events": ("ics",),
    "follow-ups": ("ics",),
}
"""What can be exported, each in its formats, the default first."""

PUBLIC = ("communique", "news")
"""Documents for everybody: drafts until they are final, and never with sealed words."""

CARD = "card"
SCRIPT = "script"
CHAIRS_SUMMARY = "chairs-summary"
OF_NOW = (CARD, SCRIPT, CHAIRS_SUMMARY)
"""Of a moment, so that no later one replaces it; what is sealed is never in it."""

FOR_PROGRAMS = ("csv", "ics", "akn")
"""Of a table, a calendar or a debate: of what is open only, and printed octet by octet."""

_FOREIGN = ("pdf", "odt", "doc", "rtf", "dotx", "pages")
_WRITERS = {"md": "markdown", "html": "html", "txt": "text"}


@make(
    "export",
    "plenary export my-meeting decisions\n"
    "plenary export my-meeting decisions -o decisions.md\n"
    "plenary export my-meeting data --until 2018-06-19T12:00\n"
    "plenary export my-meeting notes --whole -o everything.txt\n"
    "plenary export my-meeting communique --version 2 --annotated -o draft-2.md\n"
    "plenary export my-meeting communique --against draft-1.docx -o changes.docx\n"
    "plenary export my-meeting chairs-summary --drop\n"
    "plenary export my-meeting communique --language fr -o communique-fr.docx\n"
    "plenary export my-meeting script --language fr -o script.docx\n"
    "plenary export my-meeting interventions -o interventions.csv\n"
    "plenary export my-meeting events -o events.ics\n"
    "plenary export my-meeting summary --format akn -o debate.xml",
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
    "--annotated", is_flag=True, help="With what each paragraph rests on, and whose brackets are."
)
@click.option("--version", metavar="LABEL", help="Of a communiqué or news note: its version.")
@click.option("--final", is_flag=True, help="Not DRAFT but FINAL; refused while brackets stand.")
@click.option("--drop", is_flag=True, help="Of a Chair's summary: what is not agreed is left out.")
@click.option(
    "--against", metavar="FILE or TIME",
    help="Of a communiqué or news note: with the changes tracked since that version or moment.",
)  # fmt: skip
@click.option(
    "--language", metavar="L", help="Of a communiqué, a news note or the Chair's script: en or fr."
)
@until_option
def command(
    settings: Settings, name: str, kind: str, format_: str | None, output: str | None,
    whole: bool, annotated: bool, version: str | None, final: bool, language: str | None,
    until: str | None, against: str | None, drop: bool,
) -> None:  # fmt: skip
    """Write a document from a session's record.

    KIND: communique, chairs-summary (the way out where there is no consensus), news, journal,
    decisions, summary, card (docx, md, html or txt; the card is for who takes over the writing),
    script (what the Chair reads out from here on), notes (txt: the notation, which imports again),
    data (json: the Meeting for other programs), interventions and speaking (csv), events and
    follow-ups (ics, for a calendar). The summary is also to be had as akn (Akoma Ntoso, the XML of
    parliaments). Without --whole private notes and what was said in camera are left out. A FILE
    that is open elsewhere is written beside it under the next free name.
    """
    from plenary_tui.documents.draft import Origin
    from plenary_tui.documents.moments import limit_of, moment_of, record_until
    from plenary_tui.record.redaction import open_record
    from plenary_tui.store.session import Session

    form = chosen(kind, format_ or form_of(output))
    if form in FOR_PROGRAMS and (whole or annotated):
        raise WrongUse(
            f"{kind} as {form} holds what is open and nothing else: no --whole, no --annotated."
        )
    if annotated and kind in ("notes", "data"):
        raise WrongUse(f"{kind} is the record itself: leave --annotated out.")
    if whole and kind in PUBLIC:
        raise WrongUse(f"A {kind} is for everybody and never holds sealed words: no --whole.")
    if whole and kind in OF_NOW:
        raise WrongUse(f"A {kind} never shows what is sealed: no --whole.")
    if language:
        _check_language(kind, language)
    if (final or version) and kind not in PUBLIC:
        raise WrongUse(f"--version and --final are for {' and '.join(PUBLIC)} only.")
    if drop and kind != CHAIRS_SUMMARY:
        raise WrongUse(f"--drop is for {CHAIRS_SUMMARY} only: {kind} leaves nothing out.")
    if form == "docx" and output == "-" and sys.stdout.isatty():
        raise WrongUse("A Word file cannot be shown on a terminal: name a file after -o.")
    if against and (kind not in PUBLIC or form != "docx"):
        raise WrongUse(f"--against is for {' and '.join(PUBLIC)} as Word files only.")
    if against and (language or "en") != "en":
        raise WrongUse("Changes can be tracked in English only: leave --language out.")
    session = Session(settings.session(name))
    limit = limit_of(session.record, until)
    if whole:
        _remember(session, settings, f"{kind}.{form}")
    record = session.record if whole else open_record(session.record)
    now = moment_of(session.record, limit)
    record = record_until(record, limit)
    data = written(
        record, kind, form, now=now, whole=whole, annotated=annotated, version=version or "",
        final=final, desk=_desk(session, limit) if kind == CARD else None,
        language=language or "en", origin=Origin(session.name, session.hash(), until or ""),
        against=(session, against) if against else None, drop=drop,
    )  # fmt: skip
    if kind == "events":
        _say_undated(record)
    if output == "-" or (output is None and form != "docx"):
        as_it_is = form == "docx" or form in FOR_PROGRAMS
        click.echo(data if as_it_is else data.decode(), nl=False)
        return
    from plenary_tui.store.beside import write_beside

    what = kind + edition_of(kind, version or "", final=final) + "-annotated" * annotated
    what += f"-{language}" if language and language != "en" else ""
    target = Path(output) if output else default_target(session, what, form, whole=whole)
    path = write_beside(target, data)
    if path != target:
        complain(f"{target} is open elsewhere or may not be changed: look at {path.name} instead.")
    say(str(path))


def form_of(output: str | None) -> str | None:
    """Return the format that the name of a file says; None where it says none.

    Raises WrongUse where it says one that cannot be written.
    """
    ending = Path(output or "").suffix.removeprefix(".").casefold().replace("xml", "akn")
    known = {form for forms in FORMATS.values() for form in forms}
    if ending in _FOREIGN:
        raise WrongUse(f"{ending} files cannot be written: there are {', '.join(sorted(known))}.")
    return ending if ending in known else None


def edition_of(kind: str, version: str, *, final: bool) -> str:
    """Return what the name of a file ends in, so that none of a moment replaces another.

    `-v2-final-2018-06-21-1805`; empty for registers, which the record always gives again.
    """
    if kind not in (*PUBLIC, *OF_NOW):
        return ""
    from plenary_tui.store.clock import local_now
    from plenary_tui.store.names import slug

    label = f"-v{slug(version)}" if version else ""
    return f"{label}{'-final' if final else ''}-{local_now():%Y-%m-%d-%H%M}"


def default_target(session: Session, what: str, form: str, *, whole: bool) -> Path:
    """Return where a file goes that nobody named: the session's drafts/, if it may be written.

    Else the current folder; so do sealed words, which stay out of the session's open part.
    """
    name = f"{session.folder.name}-{what}"
    if whole:
        return Path(f"{name}-whole.{form}")
    folder = session.folder / "drafts"
    with suppress(OSError):
        session.disk.make_folder(folder)
    if not (folder.is_dir() and os.access(folder, os.W_OK)):
        folder = Path()
    return folder / f"{name}.{form}"


def chosen(kind: str, form: str | None) -> str:
    """Return the format of an export. Raises WrongUse, naming what there is."""
    formats = FORMATS.get(kind)
    if formats is None:
        raise WrongUse(f"{kind} cannot be exported: there are {', '.join(FORMATS)}.")
    if form is None:
        return formats[0]
    if form not in formats:
        raise WrongUse(f"{kind} cannot be exported as {form}: there is {', '.join(formats)}.")
    return form


def written(
    record: Record, kind: str, form: str, *, now: datetime | None, whole: bool,
    annotated: bool = False, version: str = "", final: bool = False, desk: Desk | None = None,
    language: str = "en", origin: Origin | None = None,
    against: tuple[Session, str] | None = None, drop: bool = False,
) -> bytes:  # fmt: skip
    """Return the bytes of an export. now: decides whether a written procedure is past.

    version, final, origin, against: of a communiqué or news note. desk: of a card. language: of
    those that have one. drop: of a Chair's summary.
    Raises PlenaryError where one is to be final that holds brackets.
    """
    from plenary_tui.store.clock import local_now

    now = now or local_now()
    if kind == "notes":
        from plenary_tui.documents.notes import notes

        return notes(record, whole=whole).encode()
    if kind == "data":
        from plenary_tui.documents.data import data

        return data(record, now=now, whole=whole).encode()
    if form == "csv":
        from plenary_tui.documents import tabular
        from plenary_tui.documents.spreadsheet import spreadsheet

        table = tabular.interventions if kind == "interventions" else tabular.speaking
        return spreadsheet(table(record))
    if form == "ics":
        from plenary_tui.documents import calendars

        return (calendars.events if kind == "events" else calendars.follow_ups)(record)
    composed = "communique" if kind == CHAIRS_SUMMARY else kind
    if form == "akn":
        from plenary_tui.documents.akn import akn

        return akn(record, now)
    compose = getattr(import_module(f"plenary_tui.documents.{composed}"), composed)
    if composed in PUBLIC:
        from plenary_tui.documents.draft import DraftState, Issue

        state: DraftState = "FINAL" if final else "DRAFT"
        issue = Issue(state, version, local_now(), origin, language=language)
        draft = compose(record, now, issue)
        if kind == CHAIRS_SUMMARY:
            from plenary_tui.documents.chairs_summary import chairs_summary

            way: Literal["neutralise", "drop"] = "drop" if drop else "neutralise"
            draft = chairs_summary(draft, way, meeting=record.meeting)
    elif kind == CARD:
        draft = compose(record, now, desk)
    elif kind == SCRIPT:
        draft = compose(record, now, language)
    else:
        draft = compose(record, now)
    from plenary_tui.documents.evidence import explainer

    if against is not None:
        from .redlining import redlined

        return redlined(against[0], kind, against[1], draft)
    if form == "docx":
        from plenary_tui.documents.word import word

        return word(draft, explainer(record) if annotated else None)
    if annotated:
        from plenary_tui.documents.annotated import annotated as with_notes

        draft = with_notes(draft, explainer(record))
    write = getattr(import_module(f"plenary_tui.documents.{_WRITERS[form]}"), _WRITERS[form])
    return str(write(draft)).encode()


def _say_undated(record: Record) -> None:
    """Say how many meetings to come cannot be placed on a day: not every calendar shows tasks."""
    from plenary_tui.documents.calendars import undated

    if number := undated(record):
        what = counted(number, "meeting or visit has", "meetings and visits have")
        complain(f"{what} no exact days: in the calendar as tasks without a date.")


def _check_language(kind: str, language: str) -> None:
    """Raise WrongUse where a document is not to be had in a language."""
    from plenary_tui.documents.phrases import languages

    spoken = {SCRIPT: "script", **dict.fromkeys((*PUBLIC, CHAIRS_SUMMARY), "communique")}
    if kind not in spoken:
        raise WrongUse(
            f"--language is for {', '.join(spoken)} only: {kind} is in the words of the record."
        )
    known = languages(spoken[kind])
    if language not in known:
        raise WrongUse(f"There is no {kind} in {language}: there is {', '.join(known)}.")


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


def _remember(session: Session, settings: Settings, what: str) -> None:
    """Record that sealed words leave the session, before they do."""
    from plenary_tui.record.kinds import Provenance
    from plenary_tui.store.capture import Capture

    with Capture(session, settings.writer, live=True) as capture:
        capture.enter(Provenance(act="exported_whole", text=what, in_camera=True))
