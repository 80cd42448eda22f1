"""Signals: a recording ends between two entries, never inside one."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any, Self

_NAMES = ("SIGINT", "SIGTERM", "SIGHUP")  # Windows has no SIGHUP


class Stopped(BaseException):
    """A signal ends the program; not an Exception, so that nothing swallows it on the way."""

    def __init__(self, signum: int) -> None:
        super().__init__(signum)
        self.signum = signum

    @property
    def exit_code(self) -> int:
        """What a shell expects of a program that a signal ended."""
        return 128 + self.signum

    @property
    def name(self) -> str:
        """The signal as people call it."""
        return signal.Signals(self.signum).name


class Signals:
    """Turns signals into `Stopped`, put off while an entry is being kept.

    `first` is called before anything else, and returns True where the signal is thereby dealt
    with.
    """

    def __init__(self) -> None:
        self.pending = 0
        self.first: Callable[[int], bool] = lambda signum: False
        self._busy = False
        self._before: dict[int, Any] = {}

    def __enter__(self) -> Self:
        for name in _NAMES:
            signum = getattr(signal, name, None)
            # What a parent had ignored (nohup, a background job) stays ignored.
            if signum is not None and signal.getsignal(signum) is not signal.SIG_IGN:
                self._before[signum] = signal.signal(signum, self._on_signal)
        return self

    def __exit__(self, *_: object) -> None:
        for signum, handler in self._before.items():
            signal.signal(signum, handler)

    @contextmanager
    def put_off(self) -> Iterator[None]:
        """Let what is inside come to its end first."""
        self._busy = True
        try:
            yield
        finally:
            self._busy = False
        if self.pending:
            raise Stopped(self.pending)

    def _on_signal(self, signum: int, frame: FrameType | None) -> None:
        if self._busy:
            self.pending = signum
        elif not self.first(signum):
            raise Stopped(signum)
