"""Corrections: `s/old/new/`, `10:41 is KE`, `@12 item 4.2`, `@12 joins @11`."""

from __future__ import annotations

import re

from plenary_tui.record.kinds import Correction

from .heads import NUMBER
from .lexicon import LEXICON, same
from .reading import Reading
from .refs import write_ref
from .speakers import name_like, named

_SUBSTITUTION = re.compile(r"s([/|#!])(.+?)\1(.*?)(?:\1(g?))?$", re.DOTALL)
_IS = re.compile(rf"(?:{LEXICON.alternatives('is')})\s+(\S.*)$", re.IGNORECASE)
_ITEM = re.compile(
    rf"(?:{LEXICON.alternatives('of_item')})\s+({NUMBER.pattern})\s*$", re.IGNORECASE
)
_JOINS = re.compile(rf"(?:{LEXICON.alternatives('joins')})\s+@([A-Za-z0-9-]+)\s*$", re.IGNORECASE)
_CLOCK = re.compile(r"\d{1,2}:\d\d(?::\d\d(?:\.\d{3})?)?")
_DELIMITERS = "/|#!"


def read_correction(text: str) -> Correction | None:
    """Read what is corrected, without its address; None where it is no correction."""
    if found := _SUBSTITUTION.match(text):
        return Correction(old=found[2], new=found[3], every=bool(found[4]))
    return None


def read_naming(text: str, reading: Reading) -> Correction | None:
    """Read `is KE`: who it was that spoke."""
    found = _IS.match(same(text))
    if found is None:
        return None
    typed = text[found.start(1) :]
    who = named(typed, reading)
    if who is not None and who.speaker:
        return Correction(speaker=who.speaker)
    return Correction(speaker=typed) if name_like(typed, nickname=False) else None


def read_move(text: str) -> Correction | None:
    """Read `item 4.2`, `joins @11`: where an entry belongs. Behind a time it would be an item
    taken up then."""
    if found := _JOINS.match(text):
        return Correction(into=found[1])
    found = _ITEM.match(text)
    return Correction(item=found[1]) if found else None


def write_correction(command: Correction, language: str) -> str | None:
    """Return the line of a correction, None where it has no short form."""
    at = command.target if _CLOCK.fullmatch(command.target) else write_ref(command.target)
    if at and at == command.target and not _CLOCK.fullmatch(at):
        at = "@" + at
    if command.speaker:
        return f"{at} {LEXICON.small('is', language)} {command.speaker}"
    if command.item:
        return f"{at} {LEXICON.small('of_item', language)} {command.item}"
    if command.into:
        return f"{at} {LEXICON.small('joins', language)} @{command.into}"
    for sign in _DELIMITERS:
        if sign not in command.old + command.new:
            every = "g" if command.every else ""
            return f"{at} s{sign}{command.old}{sign}{command.new}{sign}{every}".lstrip()
    return None
