"""A room for tests: one or more stations that type lines, without files and without a clock."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from plenary_tui.record.entries import Entry
from plenary_tui.record.floor import Floor
from plenary_tui.record.history import Record
from plenary_tui.record.meeting import Meeting
from plenary_tui.record.scribe import Prepared, Scribe
from plenary_tui.record.sittings import SittingRecord
from plenary_tui.record.texts import TextRecord, standing

START = datetime(2027, 11, 9, 9, 0, tzinfo=ZoneInfo("Europe/Brussels"))

ROSTER = (
    "Zone: Europe/Brussels",
    "Delegation NV: Novaria, the Republic of Novaria; Participant",
    "Delegation OS: Ostrea; Participant",
    "Delegation KE: Keldia; Participant",
    "Delegation TR: Tirania; Participant",
    "Delegation GDA: Global Diamond Alliance; Observer",
    "Body WGM: Working Group on Monitoring; chair OS",
    "Body CPC: Committee on Participation; chair GDA",
)


class Room:
    """One station's lines, each ten seconds after the last."""

    def __init__(
        self, *lines: str, station: str = "hall", live: bool = True, start: datetime = START,
        record: Record | None = None,
    ) -> None:  # fmt: skip
        self.record = record if record is not None else Record()
        self.now = start
        self.count = 0
        self.station = station
        self.scribe = Scribe(self.record, station, self._stamp, live=live)
        self.last: Prepared | None = None
        self.flags: tuple[str, ...] = ()
        self(*lines)

    def __call__(self, *lines: str) -> Prepared:
        """Type lines; return what became of the last."""
        for line in lines:
            self.now += timedelta(seconds=10)
            prepared = self.scribe.prepare(line, self.now)
            if prepared is not None:
                self.last = prepared
                self.flags = self.scribe.commit(prepared)
        assert self.last is not None or not lines
        return self.last  # type: ignore[return-value]

    def _stamp(self, now: datetime) -> tuple[str, str]:
        self.count += 1
        return f"{self.station}-{self.count}", f"{int(now.timestamp() * 1000):013d}.0000"

    @property
    def meeting(self) -> Meeting:
        """The Meeting so far."""
        return self.record.meeting

    @property
    def entries(self) -> list[Entry]:
        """The entries so far, as entered."""
        return self.record.entries

    def text(self, words: str) -> TextRecord:
        """Return the one text whose wording holds `words`."""
        found = [text for text in self.meeting.texts.values() if words in text.text]
        assert len(found) == 1, [text.text for text in self.meeting.texts.values()]
        return found[0]

    def state(self, words: str, now: datetime | None = None) -> str:
        """Return the state that the text with `words` reads as."""
        return standing(self.text(words), ended=self.meeting.ended, now=now or self.now)

    @property
    def sitting(self) -> SittingRecord:
        """The sitting that the station records."""
        return self.meeting.sitting(self.meeting.station_sitting(self.station))

    @property
    def floor(self) -> Floor:
        """The floor of that sitting."""
        return self.meeting.floor(self.meeting.station_sitting(self.station))


def in_session(*lines: str, station: str = "hall") -> Room:
    """Return a room with the roster read and a sitting open."""
    return Room(*ROSTER, "Opened:", *lines, station=station)
