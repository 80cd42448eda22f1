"""What is no part of a meeting: joins and parts, bots, and what people ask of bots."""

from __future__ import annotations

import re

from plenary_tui.importers.imported import BOTS, JOINS

from .lines import Message
from .people import People, is_bot

_MOVED = re.compile(
    r"(?:\*\s+)?(?P<nick>\S+) (?:\([^)]*\) )?has (?:joined|left|quit|parted|changed the topic to:?"
    r"|set the topic|changed nick|set mode)(?:\s.*)?$"
    r"|(?:\*\s+)?(?P<old>\S+) is now known as (?P<new>\S+)$",
    re.DOTALL,
)
_BOT = r"rrsagent|zakim|trackbot|github-bot|git-?bot|agendabot|scribejs|ghurlbot|gb|meetbot"
_ASKED = re.compile(
    rf"(?:{_BOT})\s*[,:]\s*\S"
    rf"|(?:{_BOT})\s+(?:make|draft|generate|create|publish|set|start|stop|end|bye|excuse|pointer)\b"
    r"|voip(?:-\w+)?\s*:\s*\S"
    r"|\.?q(?:ueue)?\s*\?$|agenda\s*\?$",
    re.IGNORECASE,
)
_MEETBOT = re.compile(
    r"#(?:startmeeting|endmeeting|meetingname|chair|unchair|lurk|unlurk|save|commands|nick"
    r"|restrictlogs|endvote|showvote)\b", re.IGNORECASE,
)  # fmt: skip
_READ = re.compile(r"#(?:startmeeting|meetingname|chair|unchair)\b", re.IGNORECASE)
_BOT_STATES = re.compile(r"(?:meeting|date|chairs?|topic|subtopic|agenda)\s*:", re.IGNORECASE)


def left_out(message: Message, people: People, *, meetbot: bool = False) -> str:
    """Return why a message is no part of the meeting, empty where it is one.

    meetbot: whether MeetBot kept the log, so that what tells of the meeting itself is read.
    """
    text = message.text
    if message.server or not text:
        return JOINS
    if " " in text and (" has " in text or " now known " in text):
        moved = _MOVED.match(text)
        if moved and (moved["nick"] or moved["old"]) == message.nick:
            if moved["new"]:
                people.renamed(moved["old"], moved["new"])
            return JOINS
    if is_bot(message.nick) and not _BOT_STATES.match(text):
        return BOTS
    if _MEETBOT.match(text) and not (meetbot and _READ.match(text)):
        return BOTS
    return BOTS if _ASKED.match(text) else ""
