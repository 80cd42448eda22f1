"""`plenary record`: capture without a screen, from a terminal, a file or a pipe."""

from __future__ import annotations

import sys
import time
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import click

from plenary_tui.errors import NotDurable, WrongUse
from plenary_tui.settings import Settings

from .answers import spell_answer
from .console import complain, counted, say
from .options import command as make
from .options import with_folders
from .stopping import Signals, Stopped

if TYPE_CHECKING:
    from plenary_tui.store.capture import Answer

    from .incoming import Incoming
    from .recording import Recording

PATIENCE, PATIENCE_WHEN_STOPPED = 5.0, 1.0
"""Seconds that a shared folder gets at the end to take what is new."""
WAITS = (0.2, 0.5, 1.0, 2.0)
"""Seconds between the attempts to record a line that the disk refused."""


@make(
    "record",
    "plenary record my-meeting                 on a terminal: type line by line\n"
    "plenary record my-meeting notes.txt       from a file\n"
    'printf "10:31 NV: proposes X\\n" | plenary record my-meeting -',
)
@with_folders
@click.argument("name")
@click.argument("file", default="-", required=False)
def command(settings: Settings, name: str, file: str) -> int:
    """Record what happens, line by line, in the notation.

    After a line is on disk one line is printed: `ok ID`, perhaps with a flag; `unclear ID: why`
    (kept as typed, on the worklist); or `refused ID: why; ways out` (kept as typed, without
    effect). An indented line belongs to the line above; one that arrives after that line was
    answered continues it, as `...` does. In a file or a pipe a line without a time happened when
    the last one with a time did, and now where there was none.

    A line that the disk refuses is recorded in --second-folder, or tried again for a few seconds;
    then it is printed back with those behind it, and the exit status is 1. A signal ends the
    recording between two entries, with 128 and its number.

    On a terminal this is a line mode made for the keyboard and for screen readers: `?` shows the
    notation, Tab completes names, Ctrl-D leaves.
    """
    from .joining import session_here
    from .recording import Recording

    folder = session_here(settings, name)
    typed = file == "-" and all(one and one.isatty() for one in (sys.stdin, sys.stdout))
    source = None if typed else _incoming(file)
    with Signals() as signals:
        recording = None
        try:
            recording = Recording(settings, folder, signals, file=not typed)
            try:
                code = _record(recording, source, file)
            finally:
                recording.close()
            recording.part(PATIENCE)
            recording.finish()
        except Stopped as stopped:
            if recording is not None:
                recording.part(PATIENCE_WHEN_STOPPED)
            complain(f"Stopped by {stopped.name}; everything acknowledged is on disk.")
            return stopped.exit_code
    return code


def _record(recording: Recording, source: Incoming | None, file: str) -> int:
    if source is not None:
        return _take_all(recording, source, file)
    from .line_mode import LineMode

    LineMode(recording).run()
    return 0


def _incoming(file: str) -> Incoming:
    from plenary_tui.importers.source import read_source

    from .incoming import Incoming

    if file == "-":
        if sys.stdin is None:
            raise WrongUse("There is no input to read from: name a file, or pipe lines in.")
        return Incoming(sys.stdin.buffer)
    return Incoming(BytesIO(read_source(Path(file)).text.encode()))


def _take_all(recording: Recording, source: Incoming, file: str) -> int:
    for number, line in source:
        with recording.signals.put_off():
            try:
                answer = _take(recording, line)
            except NotDurable as error:
                _give_back(source, number, line, file, str(error))
                return 1
            if answer is None:
                continue
            try:
                say(spell_answer(answer, recording.capture.session.record.live))
            except BrokenPipeError:
                complain(f"Nobody reads the answers any more; recorded up to {recording.last}.")
                raise
        if not source.waiting and not source.at_end:
            recording.after(answer.entry)
    if not recording.last:
        complain("Nothing was recorded: there was no line; write one entry a line.")
    return 0


def _take(recording: Recording, line: str) -> Answer | None:
    """Record a line; where the disk refuses, say so at once and try again for a few seconds."""
    for wait in WAITS:
        try:
            return recording.take(line)
        except NotDurable as error:
            if recording.go_on(error):
                continue
            if wait == WAITS[0]:
                complain(f"{error} Trying again for {sum(WAITS):.0f} seconds.")
            if recording.signals.pending:
                raise
            time.sleep(wait)
    return recording.take(line)


def _give_back(source: Incoming, number: int, line: str, file: str, why: str) -> None:
    """Print what was read and not recorded, so that nothing is lost with the pipe."""
    if file != "-":
        complain(f"{why} Nothing of {file} from line {number} on was recorded.")
        return
    rest = [line, *(waiting for _, waiting in source.waiting)]
    complain(f"{why} Not recorded, {counted(len(rest), 'line')}:")
    for lost in rest:
        click.echo(lost.replace("\n", "\n    "), err=True)
