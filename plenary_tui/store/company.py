"""Where a recording goes beside its own folder: a shared one, and a second one when a disk fails.

One object for the room and for the line mode. Only `begin` and `part` wait, and for a moment.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from plenary_tui.errors import PlenaryError

from .capture import Capture
from .clock import local_now
from .courier import Courier
from .disk import Disk, RealDisk
from .second import FirstFolder, forget_pointer, go_on_recording, leave_pointer, reopen
from .session import Session
from .sharing import Share

FIRST_EXCHANGE = 2.0
"""Seconds that a shared folder gets before the session is opened without it."""


class Company:
    """The couriers of one recording.

    share_of: gives the share of a session's folder, None where it is not shared. tell: is given
    each sentence, from any thread; without it they wait in `said`. `second`: the session's folder
    where it goes on, once it does. `is_home`: the session's own folder has all of that, at the end.
    """

    def __init__(
        self,
        session: Path,
        station: str,
        share_of: Callable[[Path], Share | None],
        *,
        disk: Disk | None = None,
        tell: Callable[[str], None] | None = None,
    ) -> None:
        self._session = session
        self._station = station
        self._share_of = share_of
        self._disk = disk or RealDisk()
        self._said: list[str] = []
        self._tell = tell
        self._shared: Courier | None = None
        self._first: Courier | None = None
        self.second: Path | None = None
        self.is_home = False

    def begin(self) -> None:
        """Take in what lies elsewhere, as far as it can be had at once, and begin to share."""
        told = reopen(self._session, self._station, self._disk)
        if told:
            self._say(told)
        self._begin_sharing(self._session, FIRST_EXCHANGE)

    def _begin_sharing(self, session: Path, within: float) -> None:
        try:
            share = self._share_of(session)
        except PlenaryError as error:
            self._say(str(error))
            return
        if share is not None:
            self._shared = Courier(share, self._tell)
            self._shared.start(within)

    def _say(self, sentence: str) -> None:
        if self._tell is not None:
            self._tell(sentence)
        else:
            self._said.append(sentence)

    @property
    def sharing(self) -> str:
        """How the sharing stands: empty where there is none, else a state of `Courier`."""
        return self._shared.state if self._shared is not None else ""

    def said(self) -> list[str]:
        """Return what is new for a person."""
        told, self._said = self._said, []
        for courier in (self._first, self._shared):
            if courier is not None:
                told += courier.said()
        return told

    def go_on(
        self,
        session: Session,
        capture: Capture | None,
        folder: Path,
        *,
        file: bool = False,
        now: Callable[[], datetime] = local_now,
    ) -> Capture:
        """Go on in a second folder. Raises what `go_on_recording` does; nothing changed then."""
        fresh = go_on_recording(session, capture, folder, self._station, file=file, now=now)
        if self._first is not None:
            self._first.stop(0.0)
        first, self.second = self._session, fresh.session.folder
        told = leave_pointer(first, self.second, self._disk)
        if told:
            self._say(told)
        if self._shared is not None:
            self._shared.stop(0.0)
            self._begin_sharing(self.second, 0.0)
        share = FirstFolder(first, self.second, self._station, disk=self._disk)
        self._first = Courier(share, self._tell)
        self._first.start()
        return fresh

    def part(self, within: float) -> list[str]:
        """End, each courier in so many seconds at most; return what stays behind."""
        told = []
        if self._shared is not None and not self._shared.stop(within):
            told.append(
                f"Not everything is in the shared folder: it goes out when {self._session.name} "
                "is opened with it again."
            )
        if self._first is not None:
            if self._first.stop(within):
                self.is_home = True
                forget_pointer(self._session, self._disk)
            else:
                told.append(
                    f"The newest entries lie in {self.second}: `plenary run {self._session.name}` "
                    "brings them over once the session's own folder takes writes."
                )
        return told
