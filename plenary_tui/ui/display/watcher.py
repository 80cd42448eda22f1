"""The watcher: a session followed on a thread of its own, read only, for the display.

It takes no lock and writes nothing. What it tells holds nothing but what is open: a sitting that
went in camera is told as closed before anything else is folded.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from plenary_tui.errors import PlenaryError
from plenary_tui.store.disk import Disk, RealDisk

from .view import DisplayView, behind_doors

if TYPE_CHECKING:
    from plenary_tui.documents.communique import GrowingCommunique
    from plenary_tui.record.history import Record
    from plenary_tui.record.redaction import OpenRecord
    from plenary_tui.store.session import Session

POLL = 1.0
"""Seconds between two looks at the session's folder."""


@dataclass(frozen=True, eq=False, repr=False)
class Seen:
    """What is to be shown now."""

    view: DisplayView


@dataclass(frozen=True)
class Away:
    """The session cannot be read for now; `why` is empty once it can be again."""

    why: str = ""


@dataclass(frozen=True, eq=False)
class Failed:
    """The watcher ended because of a defect."""

    error: Exception


Sight = Seen | Away | Failed


class _NotThereError(Exception):
    """The folder has no session that can be read now."""


class Watcher:
    """Follows a session. `tell` is called from the watcher's thread.

    sitting: the number of the sitting to follow, 0 for the last one opened. heard: when the
    folder last gave an answer, on the monotonic clock; 0.0 before the first.
    """

    def __init__(
        self,
        folder: Path,
        tell: Callable[[Sight], None],
        *,
        sitting: int = 0,
        disk: Disk | None = None,
        poll: float = POLL,
    ) -> None:
        self.heard = 0.0
        self._folder = folder
        self._tell = tell
        self._number = sitting
        self._disk = disk or RealDisk()
        self._poll = poll
        self._stopped = threading.Event()
        self._session: Session | None = None
        self._record: Record | None = None
        self._open: OpenRecord | None = None
        self._draft: GrowingCommunique | None = None
        self._sizes: dict[str, int] = {}
        self._damages = 0
        self._away = ""
        self._shown = DisplayView()
        self._thread = threading.Thread(target=self._run, name="watcher", daemon=True)

    def start(self) -> None:
        """Begin to follow, after the first frame."""
        self._thread.start()

    def stop(self, within: float = 5.0) -> bool:
        """End; False where the folder holds the thread up for longer."""
        self._stopped.set()
        if self._thread.ident is not None:
            self._thread.join(within)
        return not self._thread.is_alive()

    def _run(self) -> None:
        try:
            while not self._stopped.is_set():
                self._look()
                self._stopped.wait(self._poll)
        except Exception as error:
            self._tell(Failed(error))

    def _look(self) -> None:
        try:
            record = self._read()
        except (_NotThereError, OSError, PlenaryError) as error:
            why = getattr(error, "strerror", None) or str(error)
            if why != self._away:
                self._away = why
                self._tell(Away(why))
            return
        finally:
            self.heard = time.monotonic()
        if self._away:
            self._away = ""
            self._tell(Away())
        if record is not None:
            self._show(record)

    def _read(self) -> Record | None:
        """Return the record if it reads differently now. Raises OSError, PlenaryError."""
        from plenary_tui.store.commit import is_unfinished
        from plenary_tui.store.names import LOG

        log = self._folder / LOG
        if not self._disk.exists(log):
            raise _NotThereError("its folder is not there")
        if is_unfinished(self._disk, self._folder):
            # To complete it is for whoever may write here.
            raise _NotThereError("it is being merged")
        sizes = {name: self._disk.size(log / name) for name in self._disk.names(log)}
        is_other = any(size > sizes.get(name, -1) for name, size in self._sizes.items())
        session = self._session
        if session is None or is_other:
            session = self._begin()
        arrived = session.poll()
        if len(session.damages) > self._damages:
            # What reads as damage may be another file under the old name.
            session = self._begin()
            self._damages = len(session.damages)
        self._sizes = sizes
        if session.record is self._record and not arrived:
            return None
        self._record = session.record
        return self._record

    def _begin(self) -> Session:
        from plenary_tui.store.session import Session

        self._session = Session(self._folder, self._disk)
        self._damages = len(self._session.damages)
        self._record = None
        return self._session

    def _show(self, record: Record) -> None:
        from plenary_tui.documents.communique import GrowingCommunique
        from plenary_tui.record.redaction import OpenRecord
        from plenary_tui.store.reading import collector_paused

        from .picture import display_view, shown_sitting

        sitting = shown_sitting(record.live, self._number)
        is_closed = sitting.marking == "in_camera" and sitting.state != "closed"
        if is_closed and self._shown.marking != "in_camera":
            self._put(behind_doors(self._shown))
        if self._open is None or self._draft is None:
            self._open, self._draft = OpenRecord(), GrowingCommunique()
        with collector_paused():
            view = display_view(
                self._open.update(record), self._number, compose=self._draft.workshop
            )
        self._put(behind_doors(view) if is_closed else view)

    def _put(self, view: DisplayView) -> None:
        self._shown = view
        self._tell(Seen(view))
