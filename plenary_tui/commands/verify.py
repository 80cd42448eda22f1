"""`plenary verify`: whether a session's record is whole and unaltered."""

from __future__ import annotations

from pathlib import Path

import click

from plenary_tui.errors import WrongUse
from plenary_tui.settings import Settings

from .console import counted, say
from .options import command as make


@make("verify", "plenary verify 2018-06-antwerp-intersessional")
@click.argument("name")
def command(settings: Settings, name: str) -> int:
    """Check every line of a session: its form, the chain, the numbers, the sealed words.

    Exits 1 where something does not hold, and says in which file and line, and what to do.
    """
    from plenary_tui.store.verify import verify

    if Path(name).suffix.casefold() == ".docx":
        raise WrongUse(
            "Word files cannot be verified yet: name a session, as in "
            "plenary verify 2018-06-antwerp-intersessional."
        )
    report = verify(settings.session(name))
    for line in report.lines:
        say(line)
    count = counted(report.entries, "entry", "entries")
    say(f"{count} verified: {'the record holds' if report.holds else 'the record does not hold'}.")
    return 0 if report.holds else 1
