"""`plenary import`: a foreign file, shown before it becomes a session or comes into one."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from plenary_tui.errors import DoesNotHold, WrongUse
from plenary_tui.record.clean import clean_line
from plenary_tui.settings import Settings

from .console import complain, counted, say
from .naming import named
from .options import command as make
from .progress import progress

if TYPE_CHECKING:
    from plenary_tui.importers.arriving import Look
    from plenary_tui.importers.programme import Programme
    from plenary_tui.store.session import Session

_UNASKED = ("notes", "irc")
"""What is kept whole, with what was not understood on the worklist: nothing is asked of it."""

Form = Literal["notes", "irc", "transcript", "minutes", "agenda", "participants"]


@make(
    "import",
    "plenary import notes.txt --as 2018-06-antwerp\n"
    "plenary import agenda.docx --into 2026-11-plenary --preview\n"
    "plenary import list.xlsx --into 2026-11-plenary --columns \"delegation=A,name=C,head=\"\n"
    "plenary import call.vtt --as call --began 2026-06-19T10:00",
)  # fmt: skip
@click.argument("file")
@click.option("--as", "name", metavar="NAME", help="The new session's name.")
@click.option("--into", metavar="NAME", help="A session that an agenda or a list comes into.")
@click.option(
    "--format", "form",
    type=click.Choice(["notes", "irc", "transcript", "minutes", "agenda", "participants"]),
    help="What the file is; else it is looked at.",
)  # fmt: skip
@click.option("--preview", is_flag=True, help="Only show what would be recorded.")
@click.option(
    "--yes", is_flag=True, help="Import without asking, also where parts only go on the worklist."
)
@click.option(
    "--columns", metavar="MAP", default="",
    help="Which column of a list holds what: code=A,name=C; name= reads none.",
)  # fmt: skip
@click.option(
    "--delegation", "delegations", multiple=True, metavar="NAME=CODE",
    help="Which delegation a name in a list means, a new code makes one; may be given again.",
)  # fmt: skip
@click.option("--sheet", metavar="NAME", default="", help="Which sheet of a workbook.")
@click.option("--began", metavar="TIME", help="When a recording began: 2018-06-19T10:00.")
def command(
    settings: Settings, file: str, name: str | None, into: str | None, form: Form | None,
    preview: bool, yes: bool, columns: str, delegations: tuple[str, ...], sheet: str,
    began: str | None,
) -> None:  # fmt: skip
    """Bring in what others wrote: notes, logs, transcripts, minutes, agendas, lists.

    Notes, IRC logs, transcripts (.vtt, .srt) and minutes of MeetBot or W3C become a session
    (--as). Agendas (.docx, .md, .csv, .ics) and lists of participants (.csv, .xlsx) become one
    or come into one (--into). All but notes and logs are shown and asked about first; where
    nobody can be asked, they are imported if all of the file was understood, or with --yes.
    What fails leaves nothing behind.
    """
    from plenary_tui.importers.arriving import Said, look, read
    from plenary_tui.store.clock import local_now
    from plenary_tui.store.session import Session

    if bool(name) == bool(into) and not (preview and not name):
        raise WrongUse("Say where it goes: --as NAME makes a session, --into NAME adds to one.")
    session = Session(settings.session(into)) if into else None
    meeting = session.record.live if session else None
    zone = meeting.facts.get("zone", "") if meeting else ""
    said = Said(form, columns, _pairs(delegations), sheet, _moment(began), zone, bool(into))
    with progress(f"Reading {clean_line(Path(file).name)}"):
        found = read(Path(file), said)
        seen = look(found, settings.writer, local_now(), said, into=meeting)
    if preview:
        for line in seen.said():
            say(line)
        return
    asked = show_and_ask(seen, yes=yes, unasked=seen.form in _UNASKED)
    if not asked:
        say("Nothing was imported.")
        return
    slug = session.name if session else named(name or "")
    count, trouble = _kept(settings, seen, session, slug)
    done = f"Imported into {slug}" if session else f"Imported as {slug}"
    say(f"{done}: {counted(count, 'entry', 'entries')}.")
    if seen.form in _UNASKED or yes or not has_a_person():
        for line in seen.troubles():
            say(line)
    say(seen.closing)
    if trouble:
        complain(trouble)


def _kept(
    settings: Settings, seen: Look, session: Session | None, slug: str
) -> tuple[int, str]:  # fmt: skip
    """Keep what was shown; return how many entries it made, and what went wrong afterwards."""
    from plenary_tui.importers.imported import nothing_to_collect
    from plenary_tui.importers.making import keep_as, keep_into
    from plenary_tui.store.session import Session
    from plenary_tui.upkeep import bring_up_to_date

    entries = counted(seen.total, "entry", "entries")
    with nothing_to_collect(), progress(f"Recording {entries}") as then:
        if session is not None:
            assert seen.stated is not None
            count, there = keep_into(session, settings.writer, seen.stated), session.folder
        else:
            arrived = keep_as(settings.folder, slug, settings.writer, seen)
            count, there = arrived.entries, arrived.session.folder
        then("Writing record.txt, the catalogue and the search index")
        new = session is None
        return count, bring_up_to_date(settings.folder, Session(there), documents=new)


def agreed_agenda(settings: Settings, file: str, zone: str, *, yes: bool) -> Programme:
    """Return the agenda of a file for a new session, once a person has seen it.

    Raises WrongUse where it holds none or nobody agreed, DoesNotHold where not all was understood
    and nobody can be asked.
    """
    from plenary_tui.importers.arriving import Said, look, read
    from plenary_tui.store.clock import local_now

    said = Said("agenda", zone=zone)
    found = read(Path(file), said)
    seen = look(found, settings.writer, local_now(), said)
    if found.programme is None or not show_and_ask(seen, yes=yes):
        raise WrongUse(f"The agenda of {found.name} was not taken, and no session was made.")
    for line in seen.troubles() if yes else ():
        say(line)
    return found.programme


def show_and_ask(seen: Look, *, yes: bool, unasked: bool = False) -> bool:
    """Show what would be recorded and ask; return whether it is to be.

    Raises DoesNotHold where nobody can be asked and not all was understood.
    """
    if yes or unasked:
        return True
    if has_a_person():
        for line in seen.said():
            complain(line) if not line.startswith(" ") else click.echo(line, err=True)
        return click.confirm("Import it?", err=True)
    if not seen.is_clear:
        for line in seen.troubles():
            click.echo(line, err=True)
        lost = counted(len(seen.not_understood), seen.place)
        raise DoesNotHold(
            f"{lost} of {seen.name} would only go on the worklist, so nothing was imported: look "
            "at it with --preview, mend it, or import it so with --yes."
        )
    return True


def has_a_person() -> bool:
    """Whether somebody can be asked: keys come from a terminal, and questions go to one."""
    return all(one and one.isatty() for one in (sys.stdin, sys.stderr))


def _pairs(said: tuple[str, ...]) -> dict[str, str]:
    pairs = [one.rpartition("=") for one in said]
    for name, sign, code in pairs:
        if not (name.strip() and sign and code.strip()):
            raise WrongUse('Write --delegation "Name in the list=CODE".')
    return {name.strip(): code.strip().upper() for name, _, code in pairs}


def _moment(text: str | None) -> datetime | None:
    if not text:
        return None
    try:
        return datetime.fromisoformat(text)
    except ValueError as error:
        raise WrongUse(f"{text} is no moment: write --began 2018-06-19T10:00.") from error
