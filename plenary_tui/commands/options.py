"""Options that every command takes, before or after its name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from plenary_tui.settings import Settings

F = TypeVar("F", bound=Callable[..., Any])


def _keep(ctx: click.Context, param: click.Parameter, value: str | bool | None) -> None:
    settings = ctx.ensure_object(Settings)
    if value and param.name:
        setattr(settings, param.name, value)


def with_places(function: F) -> F:
    """Add --sessions and --station, kept in the context's `Settings`."""
    sessions = click.option(
        "--sessions", metavar="DIR", expose_value=False, callback=_keep,
        help="Where the sessions lie; else PLENARY_SESSIONS, else sessions/ here.",
    )  # fmt: skip
    station = click.option(
        "--station", metavar="ID", expose_value=False, callback=_keep,
        help="The station to write as; else PLENARY_STATION, else this installation's.",
    )  # fmt: skip
    return sessions(station(function))


def with_folders(function: F) -> F:
    """Add where else a recording goes: --share, --share-in-camera and --second-folder."""
    share = click.option(
        "--share", metavar="FOLDER", expose_value=False, callback=_keep,
        help="A folder that several stations share: their entries come in, these go out.",
    )  # fmt: skip
    in_camera = click.option(
        "--share-in-camera", is_flag=True, expose_value=False, callback=_keep,
        help="Let the words spoken in camera go out too; private notes never do.",
    )  # fmt: skip
    second = click.option(
        "--second-folder", metavar="DIR", expose_value=False, callback=_keep,
        help="Where to go on when the session's disk fails.",
    )  # fmt: skip
    return share(in_camera(second(function)))


def command(name: str, example: str) -> Callable[[Callable[..., Any]], click.Command]:
    """Make a command whose first argument is the `Settings` and whose help ends in an example."""
    epilog = "\b\nExample:\n" + "\n".join(f"  {line}" for line in example.splitlines())

    def make(function: Callable[..., Any]) -> click.Command:
        return click.command(name, epilog=epilog)(with_places(click.make_pass_decorator(Settings)(
            function
        )))  # fmt: skip

    return make


def until_option(function: F) -> F:
    """Add --until."""
    return click.option(
        "--until", metavar="TIME|ID",
        help="As it stood then: 2018-06-19T10:31, 2018-06-19, 10:31, or an entry's id.",
    )(function)  # fmt: skip
