"""The draft as it stood at a moment, composed beside the playing on a thread of its own."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plenary_tui.documents.communique import GrowingCommunique
    from plenary_tui.record.replaying import Replaying
    from plenary_tui.ui.panels import Line

    from .player import Player

_REST = 19
"""How many times as long as it took to compose is waited while a replay plays: it goes before."""


@dataclass(frozen=True)
class Drafted:
    """The draft at a position. brackets: how many are open. why: where it cannot be composed."""

    position: int
    page: tuple[Line, ...] = ()
    brackets: int = 0
    why: str = ""


class Drafting:
    """Composes the draft of the moment that is wanted last. `tell` is called from its thread."""

    def __init__(self, player: Player, tell: Callable[[Drafted], None]) -> None:
        self._player = player
        self._tell = tell
        self._wanted = -1
        self._applied = False
        self._playing = self._stop = False
        self._readings: dict[bool, tuple[Replaying, GrowingCommunique]] = {}
        self._turn = threading.Condition()
        self._thread = threading.Thread(target=self._run, name="drafting", daemon=True)

    def want(self, position: int, *, applied: bool, playing: bool) -> None:
        """Compose the draft of this moment, unless another one is wanted before its turn."""
        with self._turn:
            self._wanted, self._applied, self._playing = position, applied, playing
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
            while self._playing and not self._stop and (left := end - time.monotonic()) > 0:
                self._turn.wait(left)

    def _drafted(self, position: int, applied: bool) -> Drafted:
        from plenary_tui.documents.communique import GrowingCommunique

        from .page import page

        try:
            if applied not in self._readings:
                twin = self._player.twin(applied=applied)
                self._readings[applied] = twin, GrowingCommunique()
            replaying, growing = self._readings[applied]
            past = replaying.record_at(position)
            shop = growing.workshop(past, past.live.last)
            drawn = page(shop, past.live, self._player.entries[max(0, position - 1)].happened)
            return Drafted(position, drawn, len(shop.open_brackets()))
        except Exception as error:  # the replay goes on, whatever is wrong with a document
            return Drafted(
                position, why=f"It cannot be composed ({error or type(error).__name__})."
            )
