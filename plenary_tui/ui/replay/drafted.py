"""The draft as it stood at a moment, composed beside the playing on a thread of its own."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plenary_tui.record.history import Record
    from plenary_tui.record.replaying import Replaying

_REST = 4
"""How many times as long as it took to compose is waited before it is composed again."""


@dataclass(frozen=True)
class Drafted:
    """The draft at a position. brackets: how many are open. why: where it cannot be composed."""

    position: int
    text: str = ""
    brackets: int = 0
    why: str = ""


class Drafting:
    """Composes the draft of the moment that is wanted last. `tell` is called from its thread."""

    def __init__(self, record: Record, tell: Callable[[Drafted], None]) -> None:
        """record: an open one, to which nothing comes any more."""
        self._record = record
        self._tell = tell
        self._wanted = -1
        self._applied = False
        self._stop = False
        self._replaying: dict[bool, Replaying] = {}
        self._turn = threading.Condition()
        self._thread = threading.Thread(target=self._run, name="drafting", daemon=True)

    def want(self, position: int, *, applied: bool) -> None:
        """Compose the draft of this moment, unless another one is wanted before its turn."""
        with self._turn:
            self._wanted, self._applied = position, applied
            self._turn.notify()
        if self._thread.ident is None:
            self._thread.start()

    def stop(self) -> None:
        """Compose no more."""
        with self._turn:
            self._stop = True
            self._turn.notify()

    def _run(self) -> None:
        made: tuple[int, bool] | None = None
        while (wanted := self._wait(made)) is not None:
            began = time.monotonic()
            self._tell(self._drafted(*wanted))
            made = wanted
            self._rest(_REST * (time.monotonic() - began))

    def _wait(self, made: tuple[int, bool] | None) -> tuple[int, bool] | None:
        with self._turn:
            while not self._stop and (self._wanted, self._applied) == made:
                self._turn.wait()
            return None if self._stop else (self._wanted, self._applied)

    def _rest(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        with self._turn:
            while not self._stop and (left := end - time.monotonic()) > 0:
                self._turn.wait(left)

    def _drafted(self, position: int, applied: bool) -> Drafted:
        from plenary_tui.documents.communique import workshop
        from plenary_tui.documents.text import text
        from plenary_tui.record.replaying import Replaying

        try:
            replaying = self._replaying.get(applied)
            if replaying is None:
                replaying = self._replaying[applied] = Replaying(self._record, applied=applied)
            past = replaying.record_at(position)
            shop = workshop(past, past.live.last)
            return Drafted(position, text(shop.draft), len(shop.open_brackets()))
        except Exception as error:  # the replay goes on, whatever is wrong with a document
            return Drafted(
                position, why=f"It cannot be composed ({error or type(error).__name__})."
            )
