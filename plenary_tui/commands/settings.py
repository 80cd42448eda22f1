"""`plenary settings`: where a person's settings lie, and whether they hold."""

from __future__ import annotations

import click

from plenary_tui.settings import Settings

from .console import complain, say
from .options import command as make


@make("settings", "plenary settings --write")
@click.option("--write", is_flag=True, help="Make the file, with every setting explained and off.")
def command(settings: Settings, write: bool) -> int:
    """Say where your settings lie and check them.

    Colours, keys, limits of speeches, abbreviations and more stand in one file. Without it
    everything stands at its default. In the room Alt-O changes the settings.
    """
    from plenary_tui.preferences import settings_path
    from plenary_tui.ui.actions.keymap import documented_settings, keymap

    path = settings_path()
    if write:
        from plenary_tui.preferences.writing import write_documented

        write_documented(path, documented_settings())
    say(str(path))
    preferences = settings.preferences
    troubles = (*preferences.troubles, *keymap(preferences).troubles)
    for trouble in troubles:
        complain(trouble)
    if troubles:
        return 1
    if path.exists():
        say("It holds.")
    else:
        say("There is no such file, so everything stands at its default: "
            "plenary settings --write makes one.")  # fmt: skip
    return 0
