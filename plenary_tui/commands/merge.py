"""`plenary merge`: the union of two copies of a session."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from plenary_tui.errors import WrongUse
from plenary_tui.settings import Settings

from .console import say
from .options import command as make

if TYPE_CHECKING:
    from plenary_tui.store.session import Session


@make(
    "merge",
    "plenary merge 2018-06-antwerp /media/stick/2018-06-antwerp-intersessional",
)
@click.argument("name")
@click.argument("other")
@click.option("--apart", is_flag=True, help="Merge although the two have no entry in common.")
def command(settings: Settings, name: str, other: str, apart: bool) -> None:
    """Bring into session NAME what OTHER, another copy of it, has.

    OTHER is a session's folder or its name. Nothing is overwritten: of the same station's log the
    longer wins, and of a fork both are kept.
    """
    from plenary_tui.store.merge import merge
    from plenary_tui.store.session import Session
    from plenary_tui.upkeep import is_closed

    from .closing import bring_up_to_date

    folder = settings.session(name)
    source = Path(other) if (Path(other) / "log").is_dir() else None
    if source is None and Path(other).is_dir():
        raise WrongUse(f"{other} is no session: name a folder that holds log/.")
    source = source or settings.session(other)
    if source.resolve() == folder.resolve():
        raise WrongUse(f"{other} is the session itself: name another copy of it.")
    if not apart and _are_strangers(Session(folder), Session(source)):
        raise WrongUse(
            f"{other} and {folder.name} have no entry in common and look like two meetings: "
            "nothing was merged; --apart merges them all the same."
        )
    report = merge(folder, source, own=(settings.writer,))
    for line in report.lines:
        say(line)
    session = Session(folder)
    bring_up_to_date(settings.folder, session, documents=is_closed(session))


def _are_strangers(one: Session, other: Session) -> bool:
    """Whether two sessions that both hold something share nothing."""
    here, there = (
        {(entry.id, entry.order) for entry in session.record.entries} for session in (one, other)
    )
    return bool(here and there) and not here & there
