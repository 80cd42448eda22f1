"""The command line: one group, whose commands are loaded when they are asked for."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import click

from plenary_tui import __version__
from plenary_tui.commands.console import complain, has_a_screen, prepare_streams, sentence
from plenary_tui.commands.options import with_places
from plenary_tui.errors import PlenaryError
from plenary_tui.settings import Settings

COMMANDS = (
    "new", "run", "draft", "display", "record", "import", "replay", "drill", "plan", "check",
    "issue", "review", "extract", "correct", "export", "search", "registers", "carry", "list",
    "receive", "verify", "rebuild", "compare", "merge", "archive", "restore", "handover",
    "settings",
)  # fmt: skip
"""The commands in the order of a meeting's life; each is `commands/<name>.py`."""

_MODULES = {"import": "import_", "list": "list_"}


class Plenary(click.Group):
    """The command `plenary`: every failure that a person can cause is one sentence."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands in the order of a meeting's life, not of the alphabet."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """Load one command; the others cost nothing."""
        if name not in COMMANDS:
            return None
        module = import_module(f"plenary_tui.commands.{_MODULES.get(name, name)}")
        command: click.Command = module.command
        return command

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,
    ) -> Any:
        """Run a command and exit: 0, 1 where something does not hold, 2 on wrong use."""
        prepare_streams()
        sys.exit(self._run(args, prog_name or "plenary", complete_var, **extra))

    def _run(
        self, args: Sequence[str] | None, prog_name: str, complete_var: str | None, **extra: Any
    ) -> int:
        try:
            result = super().main(args, prog_name, complete_var, standalone_mode=False, **extra)
            sys.stdout.flush()
        except click.exceptions.NoArgsIsHelpError as error:
            click.echo(error.format_message())
            return 2
        except click.ClickException as error:
            complain(_usage(error, prog_name))
            return error.exit_code
        except (click.Abort, KeyboardInterrupt):
            complain("Stopped; what was acknowledged is on disk.")
            return 130
        except PlenaryError as error:
            complain(str(error))
            return error.exit_code
        except BrokenPipeError:
            # Python would complain about it again when it flushes at exit.
            sys.stdout = None
            return 0
        except OSError as error:
            complain(sentence(error))
            return 1
        return result if isinstance(result, int) else 0


def _usage(error: click.ClickException, prog_name: str) -> str:
    """Say a wrong use in one sentence, with where to read on."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context else prog_name
    said = " ".join(error.format_message().split()).rstrip(".")
    return f"{said}; see {path} --help."


@click.group(
    cls=Plenary,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Start with:  plenary new my-meeting --template intersessional",
)
@click.version_option(__version__, prog_name="plenary")
@with_places
@click.pass_context
def plenary(ctx: click.Context) -> int:
    """Keep the record of plenary and intersessional meetings.

    Without a command the library opens: all sessions, to open, make and import. Where the output
    is no terminal they are listed.

    A session is a folder of plain files. NAME is the folder's name, or an unambiguous beginning
    of it. Every command has --help with an example.
    """
    if ctx.invoked_subcommand is not None:
        return 0
    if has_a_screen():
        from plenary_tui.commands.screens import open_screens

        gc.disable()  # nothing loaded for the first frame is garbage; the library turns it on
        return open_screens(ctx.ensure_object(Settings))
    from plenary_tui.commands.list_ import list_sessions

    list_sessions(ctx)
    return 0


def main() -> None:
    """Run the command line."""
    plenary()
