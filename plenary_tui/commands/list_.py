"""`plenary list`: the sessions, as plain lines."""

from __future__ import annotations

import click

from plenary_tui.settings import Settings

from .console import say
from .options import command as make


@make("list", "plenary list")
@click.pass_context
def command(ctx: click.Context, settings: Settings) -> None:
    """List the sessions."""
    list_sessions(ctx)


def list_sessions(ctx: click.Context) -> None:
    """Print one line a session: name, title, dates, how many entries."""
    settings = ctx.ensure_object(Settings)
    folder = settings.folder
    from plenary_tui.store.names import session_names

    names = session_names(folder)
    for name in names:
        say(name)
    if not names:
        say("There is no session yet: make one with plenary new NAME --template intersessional.")
