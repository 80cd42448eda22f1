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
def command(settings: Settings, name: str, template: str, plan: str, zone: str) -> None:
    """Make a session: its agenda, delegations and bodies are written into its log.

    Without a template or a plan the session is empty, and everybody counts as a member.
    """
    from plenary_tui.importers.plans import plan_lines
    from plenary_tui.store.capture import Capture
    from plenary_tui.store.create import create
    from plenary_tui.store.session import Session

    from .closing import bring_up_to_date

    if template and plan:
        raise WrongUse("Give --template or --plan, not both: a plan can name its template itself.")
    zone = zone or _local_zone()
    lines = plan_lines(template or plan, zone=zone) if template or plan else [f"Zone: {zone}"]
    slug = named(name)
    with (
        create(settings.folder, slug) as folder,
        Capture(Session(folder), settings.writer, live=False, file=True, gather=True) as capture,
    ):
        for line in lines:
            capture.take(line)
    session = Session(settings.folder / slug)
    bring_up_to_date(settings.folder, session, documents=False)
    meeting = session.record.meeting
    say(
        f"Made {slug}: {counted(len(meeting.roster.delegations), 'delegation')}, "
        f"{counted(len(meeting.agenda), 'agenda item')}, zone {meeting.zone.key}; "
        f"record with: plenary record {slug}"
    )


def _local_zone() -> str:
    """Return this computer's time zone by its name."""
    from babel.localtime import get_localzone

    return str(getattr(get_localzone(), "key", "UTC"))
