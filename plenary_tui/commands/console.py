"""What a command prints, and how it fails: plain text, one sentence, no escape sequences."""

from __future__ import annotations

import errno
import io
import os
import sys

import click

_MENDS = {
    errno.ENOENT: "there is no such file or folder: check the name",
    errno.EACCES: "it may not be opened: give yourself the right to, or choose another place",
    errno.EPERM: "it may not be changed: give yourself the right to, or choose another place",
    errno.EISDIR: "it is a folder: name a file",
    errno.ENOTDIR: "it lies in something that is no folder: check the name",
    errno.ENOSPC: "the disk is full: free some space and try again",
    errno.EDQUOT: "your quota is used up: free some space and try again",
    errno.EFBIG: "the file may not grow any further here: choose another disk",
    errno.EROFS: "the disk is read-only: choose another place",
    errno.ENAMETOOLONG: "the name is too long: choose a shorter one",
}


def prepare_streams() -> None:
    """Make every output carry any text: UTF-8 into files and pipes, escapes on poor terminals."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            encoding = None if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")


def has_a_screen() -> bool:
    """Whether a screen can be opened: keys come from a terminal, and all output goes to one."""
    streams = (sys.stdin, sys.stdout, sys.stderr)  # Textual writes its screen to the last
    return os.environ.get("TERM") != "dumb" and all(one and one.isatty() for one in streams)


def say(text: str = "") -> None:
    """Print one line and flush it."""
    click.echo(text)


def complain(text: str) -> None:
    """Print one sentence on the error output; what it quotes may come from anywhere."""
    from plenary_tui.record.clean import clean_line

    click.echo(clean_line(text), err=True)


def sentence(error: OSError) -> str:
    """Say in one sentence what the system refused and what to do about it."""
    mend = _MENDS.get(error.errno or 0) or f"{error.strerror or error}: look after it".lower()
    where = str(error.filename) if error.filename else "Output"
    return f"{where}: {mend}."


def counted(number: int, one: str, many: str = "") -> str:
    """Return `1 entry`, `2 entries`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
