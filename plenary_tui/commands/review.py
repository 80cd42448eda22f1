"""`plenary review`: the stages that a version passes, and the corrections asked for meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from plenary_tui.errors import WrongUse
from plenary_tui.settings import Settings

from .console import counted, say
from .options import command as make

if TYPE_CHECKING:
    from datetime import datetime

    from plenary_tui.record.history import Record
    from plenary_tui.record.kinds import ReviewAct

ACTS: dict[str, ReviewAct] = {
    "open": "under_review", "close": "closed", "sign-off": "signed_off", "adopted": "adopted",
    "published": "published",
}  # fmt: skip
"""What can be done, and the stage that the version passes to."""


@make(
    "review",
    "plenary review my-meeting\n"
    'plenary review my-meeting open --until "2018-06-27 18:00 CEST" --to chair@example.org\n'
    "plenary review my-meeting close\n"
    'plenary review my-meeting sign-off --by "Ms Aurel"\n'
    "plenary review my-meeting adopted\n"
    "plenary review my-meeting published",
)
@click.argument("name")
@click.argument("act", required=False, type=click.Choice(list(ACTS)), metavar="[ACT]")
@click.option(
    "--until", metavar="TIME", default="",
    help="Of open: when corrections must be in, with its zone; else in a week.",
)  # fmt: skip
@click.option("--to", metavar="WHOM", default="", help="Of open: whom corrections are sent to.")
@click.option("--by", metavar="PERSON", default="", help="Of sign-off: who; else who presides.")
@click.option("--version", metavar="LABEL", default="", help="Else the version issued last.")
def command(
    settings: Settings, name: str, act: str | None, until: str, to: str, by: str, version: str
) -> None:  # fmt: skip
    """Show where a version stands and what is asked for, or pass it to its next stage.

    ACT: open (under review until a deadline), close (before its time), sign-off, adopted,
    published. No stage is skipped; while corrections are open nothing is signed off. What comes
    late is taken all the same, and marked.
    """
    from plenary_tui.documents.review import deadline
    from plenary_tui.documents.review.corrections import version_meant
    from plenary_tui.record.kinds import Review
    from plenary_tui.store.capture import Capture
    from plenary_tui.store.clock import local_now
    from plenary_tui.store.session import Session

    from .entering import entered

    if act != "open" and (until or to):
        raise WrongUse("--until and --to are for open: plenary review NAME open --until TIME.")
    if act != "sign-off" and by:
        raise WrongUse("--by is for sign-off: plenary review NAME sign-off --by PERSON.")
    session = Session(settings.session(name))
    if act is not None:
        meant = version_meant(session.record, version)
        command = Review(
            act=ACTS[act], target=meant.id, person=by, text=to,
            until=deadline(until, session.record.meeting, local_now()) if act == "open" else None,
        )  # fmt: skip
        with Capture(session, settings.writer, live=True) as capture:
            entered(capture, command)
    target = version_meant(session.record, version).id if version else ""
    _show(session.record, local_now(), target)


def _show(record: Record, now: datetime, version: str) -> None:
    """Say where a version stands, who signed it off, and what delegations ask for."""
    from plenary_tui.documents.review import countdown, stage_of
    from plenary_tui.documents.review.corrections import asked
    from plenary_tui.documents.review.telling import told
    from plenary_tui.record.kinds import Review

    stage = stage_of(record.meeting.drafts, now, version)
    known = record.entry(stage.entry) if stage.entry else None
    by = known.what.person if known is not None and isinstance(known.what, Review) else ""
    said = countdown(stage, record.meeting, now) + (f", by {by}" if by else "")
    say(f"{said[:1].upper()}{said[1:]}.")
    corrections = asked(record)
    waiting = sum(not one.verdict for one in corrections)
    if corrections:
        say(f"{counted(len(corrections), 'correction')}, {waiting} open:")
    for one in corrections:
        say(f"  {told(one, record.meeting)}")
