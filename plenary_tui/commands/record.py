"""`plenary record`: capture without a screen, from a terminal, a file or a pipe."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import click

from plenary_tui.errors import NotDurable, WrongUse
from plenary_tui.settings import Settings

from .answers import spell_answer
from .console import complain, counted, say
from .options import command as make
from .stopping import Signals, Stopped

if TYPE_CHECKING:
    from plenary_tui.record.entries import Entry
    from plenary_tui.store.capture import Answer, Capture

    from .incoming import Incoming

WAITS = (0.2, 0.5, 1.0, 2.0)
"""Seconds between the attempts to record a line that the disk refused."""


@make(
    "record",
    "plenary record my-meeting                 on a terminal: type line by line\n"
    "plenary record my-meeting notes.txt       from a file\n"
    'printf "10:31 NV: proposes X\\n" | plenary record my-meeting -',
)
@click.argument("name")
@click.argument("file", default="-", required=False)
def command(settings: Settings, name: str, file: str) -> int:
    """Record what happens, line by line, in the notation.

    After a line is on disk one line is printed: `ok ID`, perhaps with a flag; `unclear ID: why`
    (kept as typed, on the worklist); or `refused ID: why; ways out` (kept as typed, without
    effect). An indented line belongs to the line above; one that arrives after that line was
    answered continues it, as `...` does. In a file or a pipe a line without a time happened when
    the last one with a time did, and now where there was none.

    A line that the disk refuses is tried again for a few seconds; then it is printed back with
    those behind it, and the exit status is 1. A signal ends the recording between two entries,
    with 128 and its number.

    On a terminal this is a line mode made for the keyboard and for screen readers: `?` shows the
    notation, Tab completes names, Ctrl-D leaves.
    """
    from plenary_tui.store.capture import Capture
    from plenary_tui.store.session import Session

    from .closing import bring_up_to_date, ends_a_sitting, is_closed

    folder = settings.session(name)
    typed = file == "-" and all(one and one.isatty() for one in (sys.stdin, sys.stdout))
    source = None if typed else _incoming(file)
    session = Session(folder)
    with (
        Signals() as signals,
        Capture(session, settings.writer, live=True, file=not typed) as capture,
    ):

        def recorded(entry: Entry) -> None:
            if ends_a_sitting(entry) and is_closed(session):
                bring_up_to_date(settings.folder, session, documents=True)

        try:
            if source is None:
                from .line_mode import LineMode

                LineMode(capture, signals, recorded).run()
                code = 0
            else:
                code = _take_all(capture, source, signals, file, recorded)
        except Stopped as stopped:
            complain(f"Stopped by {stopped.name}; everything acknowledged is on disk.")
            return stopped.exit_code
        bring_up_to_date(settings.folder, session, documents=is_closed(session))
    return code


def _incoming(file: str) -> Incoming:
    from plenary_tui.importers.source import read_source

    from .incoming import Incoming

    if file == "-":
        if sys.stdin is None:
            raise WrongUse("There is no input to read from: name a file, or pipe lines in.")
        return Incoming(sys.stdin.buffer)
    return Incoming(BytesIO(read_source(Path(file)).text.encode()))


def _take_all(
    capture: Capture, source: Incoming, signals: Signals, file: str,
    recorded: Callable[[Entry], None],
) -> int:  # fmt: skip
    last = ""
    for number, line in source:
        with signals.put_off():
            try:
                answer = _take(capture, line, signals)
            except NotDurable as error:
                _give_back(source, number, line, file, str(error))
                return 1
            if answer is None:
                continue
            try:
                say(spell_answer(answer, capture.session.record.live))
            except BrokenPipeError:
                complain(f"Nobody reads the answers any more; recorded up to {answer.entry.id}.")
                raise
            last = answer.entry.id
        if not source.waiting and not source.at_end:
            recorded(answer.entry)
    if not last:
        complain("Nothing was recorded: there was no line; write one entry a line.")
    return 0


def _take(capture: Capture, line: str, signals: Signals) -> Answer | None:
    """Record a line; where the disk refuses, say so at once and try again for a few seconds."""
    for wait in WAITS:
        try:
            return capture.take(line)
        except NotDurable as error:
            if wait == WAITS[0]:
                complain(f"{error} Trying again for {sum(WAITS):.0f} seconds.")
            if signals.pending:
                raise
            time.sleep(wait)
    return capture.take(line)


def _give_back(source: Incoming, number: int, line: str, file: str, why: str) -> None:
    """Print what was read and not recorded, so that nothing is lost with the pipe."""
    if file != "-":
        complain(f"{why} Nothing of {file} from line {number} on was recorded.")
        return
    rest = [line, *(waiting for _, waiting in source.waiting)]
    complain(f"{why} Not recorded, {counted(len(rest), 'line')}:")
    for lost in rest:
        click.echo(lost.replace("\n", "\n    "), err=True)
