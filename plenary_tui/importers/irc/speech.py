"""What was said: a scribe's `Name: …`, its continuations, the scribe's `[events]`, and chat."""

from __future__ import annotations

import re

from plenary_tui.record.kinds import Continuation, Intervention
from plenary_tui.record.speech import UNKNOWN_SPEAKER

from .lines import Message
from .minutes import Minutes
from .people import NOT_A_NAME, is_transcriber, key

_DOTS = re.compile(r"(?:\.{2,}|…)+\s*")
_SPOKEN = re.compile(r"(?P<who>[^:\n]{1,60}?)\s?:(?P<text>\s.*)?$", re.DOTALL)
_NOBODY = re.compile(r"\?+|@@+|someone|somebody|unknown|speaker", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_][^\s:;,?!\"“”<>=#*|\[\]]*$")
_PARTICLES = frozenset(
    ["de", "da", "do", "van", "von", "der", "den", "la", "le", "al", "bin", "ter"]
)
_NO_PART = re.compile(
    r"next|steps?|items?|other|business|notes?|links?|new|old|open|any|action|agenda|meeting|test"
    r"|tests|issue|issues|option|plan|the|a|an|our|my|your|this|that|to|of|in|for|and|is|are|how",
    re.IGNORECASE,
)
_MOST_WORDS = 4
_CHAIR = frozenset(["chair", "the chair", "chairs", "co-chair"])


def speak(minutes: Minutes, message: Message) -> str:
    """Read what is no row: speech where a scribe wrote it for somebody, else chat."""
    text, people = message.text, minutes.people
    scribing = people.scribe(message.nick) or people.stand_in == key(message.nick)
    dots = _DOTS.match(text)
    if dots and dots.end() < len(text):
        return _go_on(minutes, message, text[dots.end() :])
    found = _SPOKEN.match(text)
    if found is not None:
        who = found["who"].strip()
        said = (found["text"] or "").strip()
        if said and _speaks(minutes, message.nick, who, scribing):
            return _intervene(minutes, message, who, said)
    if scribing and text[0] == "[" and text[-1] == "]":
        return minutes.chat(message, by="")
    return minutes.chat(message)


def _speaks(minutes: Minutes, nick: str, who: str, scribing: bool) -> bool:
    """Whether the nick writes down, under this name, what somebody says.

    Besides the scribe, that is whoever writes for the scribe who is speaking, until the scribe
    goes on; and everybody for themselves.
    """
    people = minutes.people
    if people.scribe(nick):
        people.stand_in = ""
        return _is_name(minutes, who)
    if scribing and people.is_known(who):
        return True
    if NOT_A_NAME.fullmatch(who):
        return False
    if people.means(who, nick) and who[:1].isalpha():
        return True
    if any(people.means(who, one) for one in people.scribes) and not is_transcriber(who):
        people.stand_in = key(nick)
        return True
    return False


def _is_name(minutes: Minutes, who: str) -> bool:
    if minutes.people.is_known(who) or _NOBODY.fullmatch(who) or who.casefold() in _CHAIR:
        return True
    words = who.split()
    if NOT_A_NAME.fullmatch(who) or not 0 < len(words) <= _MOST_WORDS:
        return False
    if not _WORD.match(words[0]) or "://" in who:
        return False
    if len(words) == 1:
        return True
    return all(
        word in _PARTICLES or (word[0].isupper() and not _NO_PART.fullmatch(word)) for word in words
    )


def _intervene(minutes: Minutes, message: Message, who: str, said: str) -> str:
    if who.casefold() in _CHAIR:
        minutes.say(Intervention(capacity="chair", text=said), who, message)
        return "intervention"
    speaker = UNKNOWN_SPEAKER if _NOBODY.fullmatch(who) else who
    minutes.say(Intervention(speaker=speaker, text=said), speaker, message)
    return "intervention"


def _go_on(minutes: Minutes, message: Message, more: str) -> str:
    """More of what the same nick wrote last, not of what another one did meanwhile."""
    target = minutes.last_of.get(key(message.nick))
    if target is None:
        return minutes.chat(message)
    minutes.enter(Continuation(target=target, text=more), message)
    return "continuation"
