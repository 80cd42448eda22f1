"""What MeetBot puts into its minutes, and what each comes to (https://wiki.debian.org/MeetBot)."""

from __future__ import annotations

import re
from collections.abc import Callable

from plenary_tui.record.kinds import Action, Kind, Outcome, Remark

_OWNED = re.compile(
    r"(?P<owner>@?[^\s,:]+(?:(?:,? and |, | & )@?[^\s,:]+){0,3}?)"
    r"(?:\s*[:–—]\s+| (?:to|will|should|is to|are to|volunteers to) )(?P<text>\S.*)$",
    re.DOTALL,
)
_SAID = {"info": "", "idea": "Idea: ", "help": "Help wanted: ", "link": "Link: "}
_ALIASES = {
    "agree": "agreed", "accept": "accepted", "reject": "rejected", "halp": "help", "url": "link",
    "todo": "action",
}  # fmt: skip
WORDS = frozenset(["agreed", "accepted", "rejected", "action", *_SAID])
"""What may be put into the minutes, apart from topics."""


def word_of(typed: str) -> str:
    """Return the word that a command is an alias of, in small letters."""
    small = typed.casefold()
    return _ALIASES.get(small, small)


def command_of(word: str, text: str, is_known: Callable[[str], bool]) -> Kind:
    """Return what a line of the minutes records. is_known: whether a name is somebody's nick."""
    if word in ("agreed", "accepted"):
        return Outcome(state="adopted", verb="agreed", text=text)
    if word == "rejected":
        return Outcome(state="refused", text=text)
    if word == "action":
        found = _OWNED.match(text)
        names = re.split(r",? and |, | & ", found["owner"]) if found else []
        if found and all(is_known(name.lstrip("@")) for name in names):
            return Action(owner=found["owner"], text=found["text"])
        return Action(text=text)
    return Remark(text=f"{_SAID[word]}{text}")
