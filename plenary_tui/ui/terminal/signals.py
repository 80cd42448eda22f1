"""Signals and closed windows: everything goes to disk, and then the program ends in good order."""

from __future__ import annotations

import asyncio
import os
import signal
import threading
from collections.abc import Callable
from contextlib import suppress

_NAMES = ("SIGTERM", "SIGHUP", "SIGINT")  # Windows has no SIGHUP
PATIENCE = 3.0
"""Seconds for a graceful end: a terminal that is gone may hold the screen up for ever."""


def install(end: Callable[[int], None]) -> None:
    """Call `end` with the signal's number when one comes; end the process if that takes long.

    Called on the running event loop. What a parent had ignored (nohup) stays ignored.
    """
    loop = asyncio.get_running_loop()
    for name in _NAMES:
        signum = getattr(signal, name, None)
        if signum is None or signal.getsignal(signum) is signal.SIG_IGN:
            continue
        with suppress(NotImplementedError, RuntimeError, ValueError):  # Windows; a test's thread
            loop.add_signal_handler(signum, _end, end, int(signum))


def _end(end: Callable[[int], None], signum: int) -> None:
    watchdog = threading.Timer(PATIENCE, os._exit, (128 + signum,))
    watchdog.daemon = True
    watchdog.start()
    end(signum)
