"""MeetBot's commands in a log: what its chairs put into the minutes. All else is chat.

Chairs alone set topics and state what was agreed; `#info`, `#action`, `#idea`, `#help` and `#link`
are everybody's (https://wiki.debian.org/MeetBot). Nobody scribes in such a log: `Ben: yes` is
said to Ben.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from plenary_tui.importers.meetbot import WORDS, command_of, word_of
from plenary_tui.record.kinds import MeetingFact, Presiding, Retraction, Stance

from . import rows, texts
from .lines import Message
from .minutes import Minutes
from .people import key

_COMMAND = re.compile(r"#(?P<word>[A-Za-z]+)\b:?\s*(?P<text>.*)$", re.DOTALL)
_CHAIRS_ONLY = frozenset(
    ["topic", "subtopic", "agreed", "accepted", "rejected", "undo", "chair", "unchair",
     "meetingname", "meetingtopic", "startvote", "endmeeting"]
)  # fmt: skip
_STANCES = {
    "yes": "supports", "+1": "supports", "aye": "supports", "no": "opposes", "-1": "opposes",
    "nay": "opposes", "abstain": "flexible", "0": "flexible",
}  # fmt: skip
_NAMES = re.compile(r"[\s,]+")
START = "startmeeting"
END = "endmeeting"


class Bot:
    """What MeetBot knows of a meeting: who chairs it, and what it minuted last.

    begins, ends: the places of the messages that start and end the meeting; -1 where none does.
    """

    def __init__(self, messages: list[Message]) -> None:
        words = [
            (place, found["word"].casefold())
            for place, message in enumerate(messages)
            if message.text.startswith("#") and (found := _COMMAND.match(message.text))
        ]
        self.begins = next((place for place, word in words if word == START), -1)
        ends = [place for place, word in words if word == END and place > self.begins]
        self.ends = ends[0] if ends and self.begins >= 0 else -1
        self.chairs = {key(messages[self.begins].nick)} if self.begins >= 0 else set[str]()
        self._minuted: list[str] = []

    @property
    def is_there(self) -> bool:
        """Whether the log is of a meeting that MeetBot kept."""
        return self.begins >= 0

    def is_outside(self, place: int) -> bool:
        """Whether a message was written before the meeting or after it."""
        return self.is_there and (place < self.begins or (0 <= self.ends < place))

    def read(self, minutes: Minutes, message: Message) -> str | None:
        """Read a command; None for what is none, or is not the nick's to give."""
        found = _COMMAND.match(message.text)
        if found is None or not self.is_there:
            return None
        word, text = word_of(found["word"]), found["text"].strip()
        if word in _CHAIRS_ONLY and key(message.nick) not in self.chairs:
            return None
        if word == START:
            return self._start(minutes, message, text)
        if word in ("chair", "unchair"):
            return self._chairs(minutes, message, word, text)
        if word == "undo":
            return self._undo(minutes, message)
        if not text:
            return None
        return self._state(minutes, message, word, text)

    def _state(self, minutes: Minutes, message: Message, word: str, text: str) -> str | None:
        if word in ("topic", "subtopic"):
            row = rows.topic if word == "topic" else rows.subtopic
            return row(minutes, message, f": {text}")
        if word in ("meetingname", "meetingtopic"):
            field = "name" if word == "meetingname" else "title"
            minutes.enter(MeetingFact.model_validate({"field": field, "value": text}), message)
            return "fact"
        if word == "startvote":
            question, mark, _ = text.partition("?")
            said = message._replace(text=f"PROPOSAL: {question}{mark}")
            return texts.propose(minutes, said, "")
        if word == "vote":
            return self._vote(minutes, message, text)
        if word not in WORDS:
            return None
        entry = minutes.enter(command_of(word, text, minutes.people.is_known), message)
        self._minuted.append(entry.id)
        if word == "action":
            return "action"
        return "resolution" if word in ("agreed", "accepted", "rejected") else "remark"

    def _start(self, minutes: Minutes, message: Message, text: str) -> str:
        if text:
            minutes.enter(MeetingFact(field="title", value=text), message)
        minutes.enter(Presiding(speaker=message.nick), message)
        return "fact"

    def _chairs(self, minutes: Minutes, message: Message, word: str, text: str) -> str | None:
        names = [name for name in _NAMES.split(text) if name]
        if not names:
            return None
        if word == "chair":
            self.chairs.update(map(key, names))
            minutes.people.meet(names)
        else:
            self.chairs.difference_update(map(key, names))
        return "bot"

    def _undo(self, minutes: Minutes, message: Message) -> str | None:
        if not self._minuted:
            return None
        minutes.enter(Retraction(target=self._minuted.pop()), message)
        return "correction"

    def _vote(self, minutes: Minutes, message: Message, text: str) -> str | None:
        stance = _STANCES.get(text.casefold().strip(" .!"))
        floor = minutes.text_on_floor
        if stance is None or not floor:
            return None
        command = Stance.model_validate(
            {"target": floor, "stance": stance, "who": (message.nick,)}
        )  # fmt: skip
        minutes.enter(command, message)
        return "stance"


def is_kept_by_meetbot(messages: Iterable[Message]) -> bool:
    """Whether a log has the command that begins a meeting of MeetBot."""
    return any(message.text[:13].casefold() == f"#{START}" for message in messages)
