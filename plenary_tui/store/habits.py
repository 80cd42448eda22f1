"""What a person's settings put into the record by themselves: short forms and time limits.

The record is complete without the settings: what counts in a session stands in its log.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from plenary_tui.record.kinds import Abbreviations, Kind, Limit, Retraction

from .capture import Capture

OTHERS = "other"
"""The class whose limit is that of everybody without a class of their own."""


@dataclass
class Habits:
    """abbreviations: what short forms stand for. limits: seconds by class, in small letters."""

    abbreviations: Mapping[str, str] = field(default_factory=dict)
    limits: Mapping[str, int] = field(default_factory=dict)
    _limited: set[str] = field(default_factory=set)

    def before(self, capture: Capture, line: str, now: datetime) -> None:
        """Record what the settings ask for, before a line that says something new.

        Raises NotDurable: the line is not recorded either.
        """
        wanted = [*self._short_forms(capture), *self._time_limits(capture)]
        if not wanted:
            return
        command = capture.scribe.read(line, now).command
        if command is None or isinstance(command, Retraction):
            return  # taking back means what was typed, not what the settings added
        for one in wanted:
            capture.enter(one)
        self._limited.add(self._sitting(capture))

    def _short_forms(self, capture: Capture) -> Iterator[Kind]:
        table = tuple(self.abbreviations.items())
        if table and capture.scribe.record.live.abbreviations.get(capture.station, ()) != table:
            yield Abbreviations(table=table)

    def _time_limits(self, capture: Capture) -> Iterator[Kind]:
        live = capture.scribe.record.live
        sitting = self._sitting(capture)
        if not self.limits or sitting in self._limited or live.sitting(sitting).state != "open":
            return
        entries = capture.scribe.record.entries
        if any(isinstance(one.what, Limit) and one.sitting == sitting for one in entries):
            self._limited.add(sitting)  # somebody has said what counts here
            return
        for speakers, seconds in self.limits.items():
            if speakers == OTHERS:
                yield Limit(seconds=seconds)
            elif speakers in live.roster.classes:
                yield Limit(of=speakers, seconds=seconds)

    def _sitting(self, capture: Capture) -> str:
        return capture.scribe.record.live.station_sitting(capture.station)
