"""`plenary new`: a session from a template or a plan."""

from __future__ import annotations

import click

from plenary_tui.errors import WrongUse
from plenary_tui.settings import Settings

from .console import counted, say
from .naming import named
from .options import command as make


@make(
    "new",
    "plenary new 2026-06-intersessional --template intersessional --zone Europe/Brussels\n"
    "plenary new 2026-11-plenary --plan plenary.toml",
)
@click.argument("name")
@click.option("--template", metavar="NAME", help="A template that ships: intersessional, plenary.")
@click.option("--plan", metavar="FILE.toml", help="A plan: agenda, roster, bodies, dates.")
@click.option("--zone", metavar="ZONE", help="The time zone where the plan names none.")
def command(
    settings: Settings, name: str, template: str | None, plan: str | None, zone: str | None
) -> None:
    """Make a session: its agenda, delegations and bodies are written into its log.

    Without a template or a plan the session is empty, and everybody counts as a member.
    """
    from plenary_tui.importers.making import make_session

    from .closing import bring_up_to_date

    if template and plan:
        raise WrongUse("Give --template or --plan, not both: a plan can name its template itself.")
    slug = named(name)
    session = make_session(
        settings.folder, slug, settings.writer, source=template or plan or "", zone=zone or ""
    )
    bring_up_to_date(settings.folder, session, documents=False)
    meeting = session.record.meeting
    say(
        f"Made {slug}: {counted(len(meeting.roster.delegations), 'delegation')}, "
        f"{counted(len(meeting.agenda), 'agenda item')}, zone {meeting.zone.key}; "
        f"record with: plenary record {slug}"
    )
