"""`plenary new`: a session from a template or a plan."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from plenary_tui.errors import WrongUse
from plenary_tui.settings import Settings

from .console import counted, say
from .import_ import agreed_agenda
from .naming import named
from .options import command as make

if TYPE_CHECKING:
    from plenary_tui.store.session import Session


@make(
    "new",
    "plenary new 2026-06-intersessional --template intersessional --zone Europe/Brussels\n"
    "plenary new 2026-11-plenary --plan plenary.toml --agenda agenda.docx\n"
    "plenary new 2027-11-plenary --like 2026-11-plenary --dates 2027-11-08/2027-11-12",
)
@click.argument("name")
@click.option("--template", metavar="NAME", help="A template that ships: intersessional, plenary.")
@click.option("--plan", metavar="FILE.toml", help="A plan: agenda, roster, bodies, dates.")
@click.option("--zone", metavar="ZONE", help="The time zone where the plan names none.")
@click.option("--agenda", metavar="FILE", help="Its agenda: .docx, .md, .csv, .xlsx or .ics.")
@click.option("--yes", is_flag=True, help="Take the agenda without asking.")
@click.option("--like", metavar="OTHER", help="The set-up of that session, nothing it did.")
@click.option("--dates", metavar="DAYS", default="", help="With --like: 2027-11-08/2027-11-12.")
@click.option("--place", metavar="PLACE", default="", help="With --like: where it meets.")
@click.option("--title", metavar="TITLE", default="", help="With --like: what it is called.")
def command(
    settings: Settings, name: str, template: str | None, plan: str | None, zone: str | None,
    agenda: str | None, yes: bool, like: str | None, dates: str, place: str, title: str,
) -> None:  # fmt: skip
    """Make a session: its agenda, delegations and bodies are written into its log.

    Without a template or a plan the session is empty, and everybody counts as a member. An
    --agenda is shown and asked about first, and takes the place of the plan's. With
    --like it has the roster and bodies of another session as they stand on the new days, its
    agenda as it was planned, its number pattern and the plan of its draft.
    """
    from plenary_tui.importers.making import make_session

    from .closing import bring_up_to_date

    if template and plan:
        raise WrongUse("Give --template or --plan, not both: a plan can name its template itself.")
    if like and (template or plan or zone or agenda):
        raise WrongUse("Give --like alone: it takes zone and agenda from the other session.")
    if (dates or place or title) and not like:
        raise WrongUse("--dates, --place and --title go with --like; a plan has keys for them.")
    programme = agreed_agenda(settings, agenda, zone or "", yes=yes) if agenda else None
    slug = named(name)
    if like:
        session = _made_like(settings, slug, like, dates=dates, place=place, title=title)
    else:
        session = make_session(
            settings.folder, slug, settings.writer, source=template or plan or "",
            zone=zone or "", programme=programme,
        )  # fmt: skip
    bring_up_to_date(settings.folder, session, documents=False)
    meeting = session.record.meeting
    say(
        f"Made {slug}: {counted(len(meeting.roster.delegations), 'delegation')}, "
        f"{counted(len(meeting.agenda), 'agenda item')}, zone {meeting.zone.key}; "
        f"record with: plenary record {slug}"
    )


def _made_like(
    settings: Settings, slug: str, like: str, *, dates: str, place: str, title: str
) -> Session:  # fmt: skip
    from plenary_tui.importers.likeness import make_like
    from plenary_tui.store.session import Session

    session, lapsed = make_like(
        settings.folder, slug, settings.writer, Session(settings.session(like)), dates=dates,
        place=place, title=title, today=date.today(),
    )  # fmt: skip
    if lapsed:
        say(f"Left out, as of before these days (of a body its officers): {', '.join(lapsed)}.")
    return session
