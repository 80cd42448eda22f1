"""The real program on a disk that is full as long as a file stands somewhere."""

from __future__ import annotations

FULL_WHILE = """
import errno, os, sys
from pathlib import Path
from plenary_tui.store.disk import RealFile

flag, folder = Path(sys.argv.pop(1)), sys.argv.pop(1)
begin, write = RealFile.__init__, RealFile.write

def watched_begin(self, path, flags, platform):
    self.lies_there = os.fspath(path).startswith(folder)
    begin(self, path, flags, platform)

def watched_write(self, data):
    if self.lies_there and flag.exists():
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    return write(self, data)

RealFile.__init__, RealFile.write = watched_begin, watched_write
from plenary_tui.cli import main
main()
"""
"""Arguments: the file, the folder whose disk is full, then those of `plenary`."""
