"""Transcripts of recordings: captions with speakers become interventions with their times.

Speakers are those of `<v Name>`, or of `Name: words` as video conferences and subtitles have it.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

from plenary_tui.errors import WrongUse
from plenary_tui.importers.imported import COMMENTS, Imported, Intake, nothing_to_collect
from plenary_tui.importers.programme.grammar import RESTRICTED
from plenary_tui.importers.source import Source
from plenary_tui.record.kinds import Check, Intervention, Marking, MeetingFact, SittingTime
from plenary_tui.record.scribe import Stamp
from plenary_tui.record.setup import zone_of
from plenary_tui.record.speech import UNKNOWN_SPEAKER

from .cues import Block, blocks
from .speaking import Speaking

_STAMP = re.compile(
    r"(?<!\d)(20\d\d)-?(\d\d)-?(\d\d)(?:[-_T ]?(\d\d)[-.:h]?(\d\d)(?:\d\d)?(?!\d))?"
)
_LONGEST_PAUSE = timedelta(minutes=2)
_LONGEST_TURN = 4_000
_LONGEST = timedelta(days=14)


class _Turn(NamedTuple):
    """What one person says without another one coming between."""

    speaker: str
    starts: timedelta
    last: timedelta
    text: str


def import_transcript(
    source: Source, station: str, stamp: Stamp, now: datetime, began: datetime | None = None,
    zone: str = "",
) -> Imported:  # fmt: skip
    """Read captions into a record of their own, written `now` by `station`.

    began: when the recording began; else the name of the file may say the day, and the time. What
    is not known of it stands on the worklist. Raises WrongUse where there is no cue.
    """
    found = list(blocks(source.text))
    cues = [one for one in found if one.kind == "cue"]
    if not cues:
        raise WrongUse(f"{source.name} holds no cue with a time: export the captions again.")
    intake = Intake(station, stamp, now, "transcript", "block")
    with nothing_to_collect():
        _Reader(intake, source, cues, began, zone or "UTC").read(found)
    return intake.done(len(found), source.name)


class _Reader:
    def __init__(
        self, intake: Intake, source: Source, cues: list[Block], began: datetime | None, zone: str
    ) -> None:
        self.intake = intake
        self.speaking = Speaking(cues)
        place = zone_of(zone)
        self.day, clock = _said_by(source.name)
        self.asks: list[str] = []
        if began is not None:
            self.began = began if began.tzinfo else began.replace(tzinfo=place)
        else:
            day = self.day or intake.now.date()
            self.began = datetime.combine(day, clock or time(), UTC if clock else place)
            if self.day is None:
                self.asks.append(f"the day of the recording: its file does not say it, so it is "
                                 f"dated {day}")  # fmt: skip
            if clock is None:
                self.asks.append("the time at which the recording began: its file does not say "
                                 "it, so that times count from midnight")  # fmt: skip
        self.turn: _Turn | None = None
        self.zone = zone
        self.first = min(one.starts for one in cues)
        self.last = timedelta(0)

    def read(self, found: list[Block]) -> None:
        """Take the blocks in their order."""
        intake = self.intake
        day = (self.began + self.first).astimezone(zone_of(self.zone)).date()
        intake.enter(MeetingFact(field="zone", value=self.zone), self.began)
        intake.enter(MeetingFact(field="dates", value=day.isoformat()), self.began)
        intake.enter(SittingTime(act="opened"), self.began + self.first)
        for ask in self.asks:
            intake.enter(Check(text=ask), self.began + self.first)
            intake.notes.append((0, ask))
        for block in found:
            self._take(block)
        self._say()
        intake.enter(SittingTime(act="closed"), self.began + max(self.last, self.first))

    def _take(self, block: Block) -> None:
        if _says_restricted(block.text):
            self._say()
            self.intake.enter(Marking(level="restricted"), self.began + self.last)
            self.intake.counts["mark"] += 1
        elif block.kind in ("comment", "header"):
            self.intake.left_out[COMMENTS] += 1
        elif block.kind != "cue" or block.starts > _LONGEST:
            self.intake.not_understood.append((block.number, block.text))
            self._say()
            self._keep(block)
        elif not block.parts:
            self.intake.left_out["cue without words"] += 1
        else:
            goes_on = False
            for voice, text in block.parts:
                speaker, said = self.speaking.who(voice, text)
                goes_on = self._add(speaker, said, block.starts)
            self.intake.counts["continuation" if goes_on else "intervention"] += 1

    def _keep(self, block: Block) -> None:
        from plenary_tui.record.kinds import Unread

        unread = Unread(state="unclear", line=block.text, why="it is no cue with a time")
        self.intake.enter(unread, self.began + self.last, block.text)

    def _add(self, speaker: str, text: str, starts: timedelta) -> bool:
        """Add words to the turn, or begin one; return whether they go on with the last."""
        self.last = max(self.last, starts)
        turn = self.turn
        if (
            turn is not None
            and speaker in ("", turn.speaker)
            and starts - turn.last < _LONGEST_PAUSE
            and len(turn.text) < _LONGEST_TURN
        ):
            self.turn = turn._replace(text=f"{turn.text} {text}".strip(), last=starts)
            return True
        self._say()
        same = turn.speaker if turn is not None and not speaker else speaker
        self.turn = _Turn(same or UNKNOWN_SPEAKER, starts, starts, text)
        return False

    def _say(self) -> None:
        turn, self.turn = self.turn, None
        if turn is None:
            return
        if turn.text:
            what = Intervention(speaker=turn.speaker, text=turn.text)
            self.intake.enter(what, self.began + turn.starts)


def _said_by(name: str) -> tuple[date | None, time | None]:
    """Return the day, and the time in UTC, that a file's name says: `GMT20180619-100012_…`."""
    found = _STAMP.search(name)
    if found is None:
        return None, None
    try:
        day = date(int(found[1]), int(found[2]), int(found[3]))
        if found[4] is None or not name[: found.start()].upper().endswith("GMT"):
            return day, None
        return day, time(int(found[4]), int(found[5]))
    except ValueError:
        return None, None


def _says_restricted(text: str) -> bool:
    bare = text.removeprefix("NOTE").strip(" \n.:[]()")
    return len(bare) <= 40 and RESTRICTED.fullmatch(bare) is not None
