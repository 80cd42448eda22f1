"""`plenary list`: the sessions, as plain lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import click

from plenary_tui.errors import StoreError
from plenary_tui.record.clean import clean_line
from plenary_tui.settings import Settings

from .console import complain, counted, say
from .options import command as make


@make("list", "plenary list")
@click.pass_context
def command(ctx: click.Context, settings: Settings) -> None:
    """List the sessions."""
    list_sessions(ctx)


def list_sessions(ctx: click.Context) -> None:
    """Print one line a session: its name, title, dates, how many entries, what is open or wrong."""
    from plenary_tui.store.library import Library
    from plenary_tui.store.names import session_names, strays

    folder = ctx.ensure_object(Settings).folder
    try:
        rows = Library(folder).rows()
    except StoreError:
        complain(f"The catalogue in {folder} cannot be written, so only the names are listed.")
        for name in session_names(folder):
            say(name)
        return
    for row in rows:
        facts = [row[name] for name in ("title", "dates") if row[name]]
        facts.append(counted(row["entries"], "entry", "entries"))
        if row["worklist"]:
            facts.append(f"{row['worklist']} on the worklist")
        owed = [one for one in row["follow_ups"] if one["state"] == "open"]
        if owed:
            facts.append(counted(len(owed), "open follow-up"))
        if issued := row.get("drafts"):  # a catalogue of before there were drafts has none
            brackets = counted(row["brackets"], "open bracket")
            facts.append(f"draft {issued[-1]['label']}, {brackets}")
        if row["open"]:
            facts.append("a sitting is open")
        facts += _wrong(row)
        if row["trouble"]:
            facts = [
                f"damaged, cannot be read: {row['trouble']}; plenary verify {row['session']} says "
                "more"
            ]
        say(f"{row['session']}  {', '.join(facts)}")
    beside = strays(folder, [row["session"] for row in rows])
    for name, what in beside.items():
        say(f"{clean_line(name)}  {what}")
    if not rows and not beside:
        say("There is no session yet: make one with plenary new NAME --template intersessional.")


def _wrong(row: Mapping[str, Any]) -> Iterator[str]:
    """Yield what is wrong with a copy that can be read all the same."""
    if damages := row["damages"]:
        more = f"; and {len(damages) - 1} more" if damages[1:] else ""
        yield f"damaged ({damages[0]}{more}): plenary verify {row['session']} says what to do"
    if torn := row["torn"]:
        yield f"its last line is torn ({torn[0]}): plenary verify {row['session']} says more"
    if row["waiting"]:
        waiting = counted(row["waiting"], "entry", "entries")
        yield f"incomplete: {waiting} of it cannot be placed without another copy"
