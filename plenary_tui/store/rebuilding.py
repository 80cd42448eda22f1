"""The catalogue and the index made anew together: every session is read once.

Of a large archive the sessions are read by several processes, while this one writes the index.
"""

from __future__ import annotations

import logging
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Generator, Sequence
from contextlib import closing, redirect_stderr
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from .derived import Progress, fingerprint
from .library import Document, Library, document_of
from .names import LOG, LOG_GONE, session_names, strays
from .reading import collector_paused
from .search import Index
from .session import Session
from .statements import Findable, findable

if TYPE_CHECKING:
    from concurrent.futures import Future

_log = logging.getLogger(__name__)

_WORTH = 16 << 20
"""Bytes of logs from which on several processes read them: to start one takes half a second."""
_MOST_READERS = 4
"""More would wait for the one that writes."""


class _Read(NamedTuple):
    """What was read of a session, in plain values that go from one process to another."""

    fingerprint: str
    document: Document
    found: Findable


def rebuild(sessions: Path, progress: Progress | None = None) -> dict[str, str]:
    """Make both anew; return the sessions that could not be read, each with the reason.

    The old index stands until the new one is whole. Raises StoreError, NotDurable.
    """
    library, index = Library(sessions), Index(sessions)
    troubles: dict[str, str] = {}
    there = session_names(sessions)
    with index.made_anew(), closing(_read_all([sessions / name for name in there])) as found:
        for place, name in enumerate(there, 1):
            if progress is not None:
                progress(name, place, len(there))
            try:
                read = next(found)
                if isinstance(read, str):
                    raise ValueError(read)
                index.take_found(name, read.found, read.fingerprint)
                library.hold(read.document)
                if read.document["trouble"]:
                    troubles[name] = read.document["trouble"]
            except Exception as error:  # whatever is wrong with it, the others are wanted
                troubles[name] = str(error) or type(error).__name__
                library.doubt(name, troubles[name])
    library.write(anew=True)
    gone = {name: what for name, what in strays(sessions, there).items() if what == LOG_GONE}
    return troubles | gone


def _read(folder: Path) -> _Read | str:
    """Return what a session holds, or why it cannot be read."""
    try:
        with collector_paused():  # what a session is made of is gone before it looks again
            return _taken_apart(folder)
    except Exception as error:  # whatever is wrong with it, the others are wanted
        return str(error) or type(error).__name__


def _taken_apart(folder: Path) -> _Read:
    seen = fingerprint(folder)
    session = Session(folder)
    return _Read(seen, document_of(session, seen), findable(session.record))


def _read_all(folders: Sequence[Path]) -> Generator[_Read | str, None, None]:
    """Yield what the sessions hold, in order."""
    done = 0
    readers = min(os.cpu_count() or 1, _MOST_READERS)
    if readers > 1 and _is_worth_it(folders):
        try:
            for read in _read_by(readers, folders):
                yield read
                done += 1
        except Exception as error:  # no such processes here, or one was ended
            _log.info("This process reads the rest by itself: %r", error)
    yield from map(_read, folders[done:])


def _is_worth_it(folders: Sequence[Path]) -> bool:
    size = 0
    for folder in folders:
        size += sum(path.stat().st_size for path in (folder / LOG).glob("*.jsonl"))
        if size >= _WORTH:
            return True
    return False


def _read_by(readers: int, folders: Sequence[Path]) -> Generator[_Read | str, None, None]:
    """Let several processes read; no more is read ahead than keeps them busy."""
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    # Spawned, since a fork of a program with threads may hang; and behind a screen the standard
    # error is none that a process could be given.
    with redirect_stderr(sys.__stderr__):
        pool = ProcessPoolExecutor(readers, get_context("spawn"), _begin)
    ahead: deque[Future[_Read | str]] = deque()
    try:
        for folder in folders:
            with redirect_stderr(sys.__stderr__):
                ahead.append(pool.submit(_read, folder))
            if len(ahead) > 2 * readers:
                yield ahead.popleft().result()
        while ahead:
            yield ahead.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)


def _begin() -> None:
    """Prepare a process that reads: it is ended with the one that it reads for, and by it only."""
    from multiprocessing import parent_process

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.join,), daemon=True).start()


def _end_with(gone: Callable[[], object]) -> None:
    gone()
    os._exit(1)
