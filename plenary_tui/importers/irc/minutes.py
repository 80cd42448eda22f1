"""What the reader of a log knows as it goes from message to message."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from plenary_tui.importers.imported import Intake
from plenary_tui.record.entries import Entry
from plenary_tui.record.kinds import Kind, Remark, Unread
from plenary_tui.record.meeting import Meeting

from .lines import Message
from .people import People, key

if TYPE_CHECKING:
    from .meetbot import Bot

_RECENT_SPEECH = 40  # messages: what a `+1 Name` may still be about


class Minutes:
    """The intake of a log, its people, and what each nick wrote last."""

    def __init__(self, intake: Intake, people: People, bot: Bot) -> None:
        self.intake = intake
        self.people = people
        self.bot = bot
        self.last_of: dict[str, str] = {}
        """Nick's key -> the entry that its `...` continues."""
        self.spoken: dict[str, tuple[str, int]] = {}
        """Speaker's key -> their last intervention, and the message that held it."""
        self.put: dict[str, str] = {}
        """Wording -> the text of that wording that waits for its outcome."""
        self.resolved: set[str] = set()
        self.drafts: set[str] = set()
        self.main_item = ""
        self.at = 0
        self.opened = False
        self.last: datetime | None = None

    @property
    def meeting(self) -> Meeting:
        """The Meeting so far."""
        return self.intake.record.live

    @property
    def text_on_floor(self) -> str:
        """The id of the text on the floor, empty where there is none."""
        return self.meeting.sitting(self.meeting.station_sitting(self.intake.station)).before

    @property
    def waiting(self) -> tuple[str, ...]:
        """Who is on the list of speakers."""
        return self.meeting.floor(self.meeting.station_sitting(self.intake.station)).waiting

    def enter(self, command: Kind, message: Message) -> Entry:
        """Record a command at the message's time."""
        return self.intake.enter(command, message.when, message.text)

    def hold(self, command: Kind, message: Message, grows: str = "") -> Entry:
        """Record a command that the nick's `...` continues; `grows`: the entry that they extend."""
        entry = self.enter(command, message)
        self.last_of[key(message.nick)] = grows or entry.id
        return entry

    def say(self, command: Kind, speaker: str, message: Message) -> Entry:
        """Record that somebody speaks."""
        entry = self.hold(command, message)
        self.spoken.pop(key(speaker), None)  # so that the last to speak stands last
        self.spoken[key(speaker)] = (entry.id, self.at)
        return entry

    def chat(self, message: Message, *, by: str | None = None) -> str:
        """Keep what a nick wrote as its own words."""
        author = message.nick if by is None else by
        entry = self.enter(Remark(author=author, text=message.text), message)
        nick = key(message.nick)
        if not self.people.scribe(message.nick) or nick not in self.last_of:
            self.last_of[nick] = entry.id
        return "remark"

    def last_speech(self) -> tuple[str, str] | None:
        """Return who spoke last and the entry, or None."""
        speaker = next(reversed(self.spoken), None)
        return (speaker, self.spoken[speaker][0]) if speaker is not None else None

    def speech_of(self, name: str) -> str:
        """Return the recent intervention of whom `name` means, empty where there is none."""
        for speaker in reversed(self.spoken):
            entry, at = self.spoken[speaker]
            if self.at - at > _RECENT_SPEECH:
                return ""
            if self.people.means(name, speaker):
                return entry
        return ""

    def not_understood(self, message: Message, why: str) -> None:
        """Keep a line as typed and put it on the worklist."""
        unread = Unread(state="unclear", line=message.text, why=why)
        self.intake.enter(unread, self._time(message), message.text)
        self.intake.not_understood.append((message.number, message.text))

    def _time(self, message: Message) -> datetime | None:
        return message.when or self.meeting.last


Row = Callable[[Minutes, Message, str], str | None]
"""Reads a message by its first word, given what follows that word: returns what a tally calls
it, an empty text where it was accounted for already, or None where it has not the row's form."""
