"""What goes on, on one line of the error output, while something takes its time."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from shutil import get_terminal_size
from threading import Event, Thread

_FIRST_AFTER = 0.5
"""Seconds before anything is shown: what is done sooner needs no line."""
_EVERY = 1.0
_CLEAR = "\r\x1b[K"


@contextmanager
def progress(first: str) -> Iterator[Callable[[str], None]]:
    """Show what is done and for how many seconds, where the error output is a terminal.

    first: what is done first. Yields what says what is done next; the line is gone at the end,
    so that nothing may be printed before.
    """
    if not sys.stderr.isatty():
        yield lambda step: None
        return
    step, ended, begun = [first], Event(), time.monotonic()

    def show() -> None:
        wait = _FIRST_AFTER
        while not ended.wait(wait):
            said = f"{step[0]} … {time.monotonic() - begun:.0f} s"
            print(_CLEAR + said[: get_terminal_size().columns - 1], end="", file=sys.stderr,
                  flush=True)  # fmt: skip
            wait = _EVERY
        if wait != _FIRST_AFTER:
            print(_CLEAR, end="", file=sys.stderr, flush=True)

    thread = Thread(target=show, daemon=True)
    thread.start()

    def then(what: str) -> None:
        step[0] = what

    try:
        yield then
    finally:
        ended.set()
        thread.join()
