"""`plenary handover`: a copy of a session for the successor."""

from __future__ import annotations

from pathlib import Path

import click

from plenary_tui.settings import Settings

from .console import say
from .options import command as make


@make(
    "handover",
    "plenary handover 2018-06-antwerp -o /media/stick\n"
    "plenary handover 2018-06-antwerp -o /media/stick --in-camera",
)
@click.argument("name")
@click.option(
    "-o", "--output", metavar="FOLDER",
    help="The folder to put the copy into; else handover/ here.",
)  # fmt: skip
@click.option(
    "--in-camera/--no-in-camera", default=False, show_default=True,
    help="Whether the words spoken in camera go with it.",
)  # fmt: skip
def command(settings: Settings, name: str, output: str | None, in_camera: bool) -> int:
    """Make the successor's copy of a session: never with private notes.

    The session's log remembers that it was made. Exits 1 where the copy does not verify.
    """
    from plenary_tui.store.handover import hand_over
    from plenary_tui.store.session import Session
    from plenary_tui.upkeep import write_documents

    session = Session(settings.session(name))
    target = Path(output or "handover") / session.name
    report = hand_over(session, target, in_camera, station=settings.writer)
    write_documents(Session(target))
    for line in report.lines:
        say(line)
    say(str(target))
    return 0 if report.holds else 1
