"""Who is who in a log: nicks and names, bots, and who scribes at which moment."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from .lines import Message

_APART = re.compile(r"[\W_]+")
_BOTS = frozenset(
    ["rrsagent", "zakim", "trackbot", "githubbot", "gitbot", "agendabot", "scribejs", "ghurlbot",
     "gb", "meetbot", "minutesbot", "chanserv", "nickserv", "saslserv", "voip", "voipccg",
     "ccgbot", "cgbot", "bridgebot", "matrixbot", "w3cbot"]
)  # fmt: skip
_BOT_NAME = re.compile(r".*[-_]bot\d*$", re.IGNORECASE)
_TRANSCRIBER = re.compile(r"transcri(?:ber|ption|pt)", re.IGNORECASE)
_SHORTEST = 3
_SAID = re.compile(r"([^\s:<>/]{1,40}) ?:\s")
_COMMAND = re.compile(r"(?:scribe(?:nick)?s?)\s*(?::|\+)\s*(.*)$", re.IGNORECASE)
_FEWEST_LINES = 2


@lru_cache(maxsize=4096)
def key(name: str) -> str:
    """Return what the spellings of one nick have in common: `krisk__` is `krisk`."""
    return _APART.sub("", name.casefold())


@lru_cache(maxsize=4096)
def is_bot(nick: str) -> bool:
    """Whether a nick is a program's. One that transcribes is not: it scribes."""
    return (key(nick) in _BOTS or bool(_BOT_NAME.match(nick))) and not is_transcriber(nick)


@lru_cache(maxsize=4096)
def is_transcriber(nick: str) -> bool:
    """Whether a nick is a program that writes down what people say."""
    return _TRANSCRIBER.match(nick) is not None


class People:
    """Everybody who is named in a log, and who scribes now."""

    def __init__(self, messages: list[Message], *, scribed: bool = True) -> None:
        self.nicks = {message.nick for message in messages if message.nick}
        self.known = {key(nick) for nick in self.nicks if not is_bot(nick)} - {""}
        self.scribes: set[str] = set()
        self.stand_in = ""
        if scribed:
            self._start(messages)

    def _start(self, messages: list[Message]) -> None:
        """Who scribes first did so before it was said; where nobody says, who writes for others."""
        for message in messages:
            found = _COMMAND.match(message.text)
            if found:
                names = found[1] or message.nick
                self.appoint(_listed(names), message.nick)
                if self.scribes:
                    return
        transcribers = {key(nick) for nick in self.nicks if is_transcriber(nick)}
        self.scribes = transcribers or _writes_for_others(messages)

    def appoint(self, names: Iterable[str], by: str, *, more: bool = False) -> list[str]:
        """Let `names` scribe from here on; return those who do, as their nicks' keys."""
        found = [self.nick_key(name) for name in names] or [key(by)]
        there = {one for one in found if one}
        if there:
            self.scribes = self.scribes | there if more else there
            self.stand_in = ""
        return sorted(there)

    def dismiss(self, names: Iterable[str]) -> None:
        """Let `names` scribe no more."""
        self.scribes = self.scribes - {key(name) for name in names}

    def renamed(self, old: str, new: str) -> None:
        """A nick changes; who scribed goes on doing so."""
        self.known.add(key(new))
        if key(old) in self.scribes:
            self.scribes = self.scribes | {key(new)}

    def meet(self, names: Iterable[str]) -> None:
        """Take note of people who are present."""
        self.known.update(key(name) for name in names)

    def scribe(self, nick: str) -> bool:
        """Whether a nick scribes."""
        return key(nick) in self.scribes

    def is_known(self, name: str) -> bool:
        """Whether a name is somebody's nick or is marked present, however it is spelled."""
        return key(name) in self.known

    def nick_key(self, name: str) -> str:
        """Return the key of the nick that `name` means, empty where there is none."""
        wanted = key(name)
        if wanted in self.known:
            return wanted
        if len(wanted) < _SHORTEST:
            return ""
        fits = [one for one in self.known if one.startswith(wanted) or wanted.startswith(one)]
        fits = [one for one in fits if len(one) >= _SHORTEST]
        return max(fits, key=len) if fits else ""

    def means(self, name: str, person: str) -> bool:
        """Whether `name`, perhaps only the beginning of one, means `person`."""
        wanted, theirs = key(name), key(person)
        return wanted == theirs or (len(wanted) >= _SHORTEST and theirs.startswith(wanted))


def _listed(names: str) -> list[str]:
    return [name.strip() for name in names.split(",") if name.strip()]


def _writes_for_others(messages: list[Message]) -> set[str]:
    """Return who wrote `Name: …` and `…` most often, nobody where hardly anyone did."""
    written: Counter[str] = Counter()
    for message in messages:
        text = message.text
        if not message.nick or is_bot(message.nick):
            continue
        found = _SAID.match(text)
        if text.startswith(("...", "…")) or (found and not NOT_A_NAME.fullmatch(found[1])):
            written[key(message.nick)] += 1
    if not written:
        return set()
    most = max(written.values())
    return (
        {min(nick for nick in written if written[nick] == most)} if most >= _FEWEST_LINES else set()
    )


NOT_A_NAME = re.compile(
    r"(?:sub)?topics?|agenda(?:\+|\?)?|meeting|chairs?|date|regrets|present|guests?|action(?:-\d+)?"
    r"|proposal|proposed|pre-proposal|resolved|resolution|resolutions|poll|vote|scribe\w*|issue"
    r"|note|nb|ps|p\.s\.|fyi|btw|re|also|link|links|url|summary|correction|corrections|question"
    r"|answer|q|a|i\.e\.|e\.g\.|example|update|reminder|warning|todo|see|https?|mailto|did|urn"
    r"|github|voip\S*|context|plan|next|previous|option|options|i|we|it|this|that|yes|no|ok|and"
    r"|but|so|or|if|for|to|in|on|at|as|the",
    re.IGNORECASE,
)
"""Words that stand before a colon without being anybody."""
