"""The thread that carries lines between two copies of a session; nobody waits for it.

A shared folder or a failing disk may hang for minutes in one call of the system. So nothing here
takes a lock that the recording thread takes; who wants to know how it stands looks, and is
answered at once.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable
from typing import Literal

from .sharing import Share, State

HANGS = 10.0
"""Seconds in one exchange after which a folder counts as away."""


class Courier:
    """Exchanges until it is stopped. tell: is given each sentence, from the thread.

    Without `tell` the sentences wait in `said`.
    """

    def __init__(self, share: Share, tell: Callable[[str], None] | None = None) -> None:
        self.share = share
        self._waiting: deque[str] = deque()
        self._tell = tell or self._waiting.append
        self._state: State | Literal["starting"] = "starting"
        self._since = 0.0
        self._told_hanging = False
        self._failure = ""
        self._once = threading.Event()
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="courier", daemon=True)

    def start(self, within: float = 0.0) -> None:
        """Begin, and wait at most so many seconds for the first exchange."""
        self._thread.start()
        self._once.wait(within)

    @property
    def state(self) -> State | Literal["starting"]:
        """How it stands, as far as anybody can tell without asking the folder."""
        return "away" if self._hangs else self._state

    @property
    def _hangs(self) -> bool:
        since = self._since
        return bool(since) and time.monotonic() - since > HANGS

    def said(self) -> list[str]:
        """Return what is new for a person, each thing once."""
        if self._hangs and not self._told_hanging:
            self._told_hanging = True
            if self._state != "away":
                self._tell(self.share.away("it does not answer"))
        return [self._waiting.popleft() for _ in range(len(self._waiting))]

    def stop(self, within: float) -> bool:
        """Exchange a last time and end, in so many seconds at most; whether all is level then."""
        if self._thread.ident is None:
            return False
        self._stop.set()
        self._thread.join(within)
        return not self._thread.is_alive() and self._state == "shared"

    def _run(self) -> None:
        while not self._stop.is_set():
            self._exchange()
            self._once.set()
            self._stop.wait(self.share.EVERY)
        self._exchange()

    def _exchange(self) -> None:
        self._since = time.monotonic()
        try:
            done = self.share.exchange()
        except Exception as error:  # a defect in here must not end the carrying, and is told
            self._since = 0.0
            self._fail(error)
            return
        self._state, self._since = done.state, 0.0
        told_hanging, self._told_hanging = self._told_hanging, False
        for sentence in done.said:
            self._tell(sentence)
        if told_hanging and done.state == "shared" and self.share.BACK not in done.said:
            self._tell(self.share.BACK)

    def _fail(self, error: Exception) -> None:
        self._state = "stuck"
        failure = f"Copying lines failed and is tried again ({type(error).__name__}: {error})."
        if failure != self._failure:
            self._failure = failure
            self._tell(failure)
