"""Capture at one station: a line goes in, and comes back as an entry that is on disk."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from types import TracebackType
from typing import Self

from plenary_tui.errors import WrongUse
from plenary_tui.record.entries import Entry
from plenary_tui.record.kinds import Kind
from plenary_tui.record.notation import Parsed
from plenary_tui.record.scribe import Prepared, Scribe, Verdict

from .clock import Clock, local_now
from .log import StationLog
from .session import Session


@dataclass(frozen=True)
class Answer:
    """What became of a line: the entry as it was recorded, and how it was taken.

    why and ways_out: of a line unclear or refused. flags: what is odd about it.
    """

    entry: Entry
    verdict: Verdict = "ok"
    why: str = ""
    ways_out: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()


class _GatheringClock(Clock):
    """A clock that gives the log the orders which the entries were prepared with."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__(now)
        self._drawn: deque[str] = deque()

    def draw(self) -> str:
        order = super().tick()
        self._drawn.append(order)
        return order

    def tick(self) -> str:
        return self._drawn.popleft() if self._drawn else super().tick()


class Capture:
    """One station's capture into a session, alone at that station.

    live: rules refuse, small letters name delegations. file: the lines come from a file. With
    `gather`, for a session that nobody reads yet, entries become durable together when it is
    closed; otherwise each one before its answer. Raises LogBusy, NotDurable, WrongUse.
    """

    def __init__(
        self,
        session: Session,
        station: str,
        *,
        live: bool,
        file: bool = False,
        gather: bool = False,
        now: Callable[[], datetime] = local_now,
    ) -> None:
        if any(fork.station == station for fork in session.forks):
            raise WrongUse(f"{station} keeps a forked log: record under another station.")
        self.session = session
        self._now = now
        self._gathering = _GatheringClock(now) if gather else None
        self._gathered: list[Entry] = []
        self.log = StationLog(
            session.folder, station, disk=session.disk, clock=self._gathering or Clock(now)
        )
        self.scribe = Scribe(session.record, station, self._stamp, live=live, file=file)
        self._listen()

    @property
    def station(self) -> str:
        """The station that records."""
        return self.log.station

    @property
    def notices(self) -> list[str]:
        """What a person should know about this copy and its disk."""
        return [*self.session.notices, *self.log.notices]

    def take(self, line: str) -> Answer | None:
        """Record a line; None for one that says nothing. Raises NotDurable: it is not recorded."""
        self._listen()
        prepared = self.scribe.prepare(line, self._now())
        return None if prepared is None else self._keep(prepared)

    def enter(self, command: Kind, line: str = "", when: datetime | None = None) -> Answer:
        """Record a command. Raises NotDurable: it is not recorded.

        when: the moment that it happened, where it is another than the record's day would say.
        """
        self._listen()
        parsed = Parsed(command, when) if when is not None else None
        return self._keep(self.scribe.enter(command, self._now(), parsed=parsed, line=line))

    def _keep(self, prepared: Prepared) -> Answer:
        if self._gathering is not None:
            self._gathered.append(prepared.entry)
        else:
            recorded = self.log.append(prepared.entry).entry
            prepared = replace(prepared, entry=recorded)
        flags = self.scribe.commit(prepared)
        return Answer(prepared.entry, prepared.verdict, prepared.why, prepared.ways_out, flags)

    def _stamp(self, now: datetime) -> tuple[str, str]:
        if self._gathering is None:
            return self.log.next_id, ""
        number = int(self.log.next_id.rpartition("-")[2]) + len(self._gathered)
        return f"{self.station}-{number}", self._gathering.draw()

    def _listen(self) -> None:
        """Take in what other stations recorded meanwhile."""
        if self._gathered:
            return
        self.session.poll()
        # Whoever has the session may have polled it before: the last of each station is heard.
        for peer, order in self.session.last_orders().items():
            if peer != self.station:
                self.log.clock.observe(peer, order)
        self.scribe.record = self.session.record

    def flush(self) -> None:
        """Make what was gathered durable, with one write and one sync. Raises NotDurable."""
        if self._gathered:
            self.log.append_all(self._gathered)
            self._gathered = []

    def close(self) -> None:
        """Let go of the station's log, with everything gathered durable. Raises NotDurable."""
        try:
            self.flush()
        finally:
            self.log.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if kind is not None:
            self._gathered = []
        self.close()
