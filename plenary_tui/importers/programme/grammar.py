"""How agendas are written: numbers, times, lengths, days, and what is a break."""

from __future__ import annotations

import re
from datetime import date, time
from typing import NamedTuple

from plenary_tui.record.folded import fold_name
from plenary_tui.record.notation.dates import read_day, read_span

_CLOCK = (
    r"(?P<{0}h>[01]?\d|2[0-4])(?:\s?(?::|h|\.)(?:\s?(?P<{0}m>[0-5]\d)(?!\d))?)?"
    r"(?:\s?(?P<{0}p>[ap]\.?m\b\.?))?"
)
_RANGE = re.compile(
    _CLOCK.format("a") + r"(?:\s?(?:hrs?\b\.?|Uhr\b))?"
    r"(?:\s?(?:–|—|-|−|to|until|à|a|bis)\s?"
    + _CLOCK.format("b")
    + r"(?:\s?(?:hrs?\b\.?|Uhr\b))?)?",
    re.IGNORECASE,
)
_LENGTH = re.compile(
    r"\s*[(\[]?(?<![\d:])(?:(?P<h>\d{1,2})\s?(?:h|hours?|heures?)\s?)?"
    r"(?:(?P<m>\d{1,3})(?:(?<=h\d\d)|\s?(?:min(?:utes|uten|utos|ute)?\b\.?|['’′](?!\w))))?[)\]]?\s*$",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"(?:(?:agenda\s+)?item|point|ponto|punkt|top)?\s*"
    r"(?:n[o°º]\.?\s*)?"
    r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,4}(?:\s?\([a-z]\)|[a-z](?=[.):\s]))?(?:\s(?:bis|ter|quater)\b)?"
    r"|(?-i:[IVXL]{1,6})(?=[.):]))"
    r"(?:\s+de\s+l['’]ordre\s+du\s+jour)?"
    r"(?P<sign>\s?[.):]\s*|\s?[–—-]\s+|\t+|\s+)(?=\S)",
    re.IGNORECASE,
)
_NAMED_ITEM = re.compile(r"(?:agenda\s+item|item|point|ponto|punkt|top)\b", re.IGNORECASE)
_LETTERED = re.compile(r"\(?(?P<letter>[a-z])\)\s+(?=\S)")
_WEEKDAY = re.compile(
    r"(?:day|jour|tag|dia)\s+\d{1,2}\s*[:,–—-]?\s*|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day\b,?\s*|(?:lun|mar|mercre|jeu|vendre|same)di\b,?\s*"
    r"|dimanche\b,?\s*|(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)\b,?\s*"
    r"|(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?\b,?\s*|(?:sábado|domingo)\b,?\s*",
    re.IGNORECASE,
)
_BREAK = re.compile(
    r"(?:coffee|tea|lunch|health)?\s*break\b|lunch\b|coffee\b|dinner\b|reception\b|cocktail\b"
    r"|pause\b|d[ée]jeuner|d[îi]ner\b|r[ée]ception\b|intervalo|almo[çc]o|mittagspause|kaffeepause"
    r"|(?:group|family)\s+photo|photo\s+de\s+(?:groupe|famille)|registration\b|accueil\b",
    re.IGNORECASE,
)
_SITTING = re.compile(
    r"(?:(?:morning|afternoon|evening|opening|closing|plenary|joint|first|second|third|fourth|fifth"
    r"|sixth|\d+(?:st|nd|rd|th))\s+)*(?:session|sitting|plenary|meeting)\b"
    r"|s[ée]ance\b|session\b|sess[ãa]o\b|sitzung\b",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"(?:(?:meeting|session|sitting)\s+of\s+)?(?:the\s+)?(?:(?-i:[A-Z]{2,8}(?:\s*\+\s*[A-Z]{2,8})*)$"
    r"|(?:working\s+group|(?:sub-?)?committee|task\s+force|groupe\s+de\s+travail|comit[ée]"
    r"|grupo\s+de\s+trabalho|comiss[ãa]o|arbeitsgruppe|ausschuss)\b)",
    re.IGNORECASE,
)
_ROOM = re.compile(
    r"(?:(?<=[,;(–—-])|(?<=\s)|^)\s*(?P<room>(?:(?:conference|meeting)\s+)?(?:room|salle|sala|raum|saal|hall)"
    r"\s+[\w.’' -]{1,30}?)\s*(?=[,;)]|$)",
    re.IGNORECASE,
)
RESTRICTED = re.compile(
    r"(?:restricted|restreint|diffusion\s+restreinte|confidential|confidentiel|confidencial|restrito"
    r"|vertraulich)\b",
    re.IGNORECASE,
)
_HEADINGS = frozenset(
    fold_name(word)
    for word in (
        "agenda", "draft agenda", "provisional agenda", "annotated agenda", "programme", "program",
        "draft programme", "programme of work", "ordre du jour", "projet d'ordre du jour",
        "ordre du jour provisoire", "tagesordnung", "ordem do dia", "agenda items",
    )
)  # fmt: skip
_NOON = 12
_MOST_MINUTES = 24 * 60


class Times(NamedTuple):
    """When something begins and, where it is said, ends."""

    begins: time
    ends: time | None

    @property
    def minutes(self) -> int:
        """How long it lasts; 0 where that is not said."""
        if self.ends is None:
            return 0
        length = (self.ends.hour - self.begins.hour) * 60 + self.ends.minute - self.begins.minute
        return length % _MOST_MINUTES


def times(text: str, *, anywhere: bool = False) -> tuple[Times, str] | None:
    """Return the times that a text begins or ends with, and the rest; None where it has none.

    anywhere: also in the middle of it. `4.20` is a number, `14.00–15.20` are times.
    """
    for found in _RANGE.finditer(text):
        before, after = text[: found.start()], text[found.end() :]
        if (before and (before[-1].isalnum() or before[-1] in ".:")) or after[:1].isalnum():
            continue
        begins = _clock(found["ah"], found["am"], found["ap"] or found["bp"] or "")
        ends = _clock(found["bh"], found["bm"], found["bp"] or "") if found["bh"] else None
        if begins is None or not _is_clock(found):
            continue
        if not anywhere and before.strip() and after.strip(" ,;:)–—-"):
            continue
        rest = f"{before.rstrip(' ,;:(–—-')} {after.lstrip(' ,;:)–—-').lstrip()}"
        return Times(begins, ends), rest.strip(" \t")
    return None


def _is_clock(found: re.Match[str]) -> bool:
    """Whether numbers are times: by a colon, an `h`, a half of the day, or two of them."""
    said = found[0].casefold()
    if ":" in said or "h" in said or found["ap"] or found["bp"]:
        return True
    return found["am"] is not None and found["bm"] is not None


def _clock(hour: str, minute: str | None, half: str) -> time | None:
    hours, minutes = int(hour), int(minute or 0)
    if half[:1].casefold() == "p" and hours < _NOON:
        hours += _NOON
    if half[:1].casefold() == "a" and hours == _NOON:
        hours = 0
    return time(hours % 24, minutes) if hours <= 24 else None


def length(text: str) -> tuple[int, str]:
    """Return the minutes that a text ends with, 0 for none, and what stands before them."""
    found = _LENGTH.search(text)
    if found is None or not (found["h"] or found["m"]):
        return 0, text
    minutes = int(found["h"] or 0) * 60 + int(found["m"] or 0)
    return minutes, text[: found.start()].rstrip(" ,;:–—-([")


def numbered(text: str) -> tuple[str, str] | None:
    """Return the number that a text begins with, and its title; None where it has none.

    `4 Title` needs a capital letter, so that “3 days of work” is none; `10 June` is none.
    """
    found = _NUMBER.match(text)
    if found is None:
        return None
    number, title = found["number"], text[found.end() :].strip()
    plain = found["sign"].isspace() and "\t" not in found["sign"]
    named = _NAMED_ITEM.match(text) is not None
    if plain and not named and not (title[:1].isupper() or "." in number):
        return None
    if day_of(text) is not None or read_span(text) is not None:
        return None
    number = "".join(number.split()) if "(" in number else number
    return number.upper() if number.isalpha() else number, title


def lettered(text: str) -> tuple[str, str] | None:
    """Return the letter of a part, `a) title`, and its title."""
    found = _LETTERED.match(text)
    return (found["letter"], text[found.end() :].strip()) if found else None


def day_of(text: str) -> tuple[date, str] | None:
    """Return the day that a text begins with, and what follows it."""
    bare = text.strip()
    while (weekday := _WEEKDAY.match(bare)) and weekday.end():
        bare = bare[weekday.end() :]
    words = re.split(r"(?<=\d{4})(?!\d)", bare, maxsplit=1)
    for said, rest in ((bare, ""), (words[0], "".join(words[1:]))):
        day = read_day(said.strip(" ,;:–—-")) if len(said) <= 40 else None
        if day is None and re.match(r"\d{4}-\d\d-\d\d(?!\d)", bare):
            day, rest = read_day(bare[:10]), bare[10:]
        if day is not None:
            return day, rest.strip(" ,;:–—-")
    return None


def is_break(text: str) -> bool:
    """Whether a line is a break, a meal or a photograph."""
    return len(text) <= 60 and _BREAK.match(text.strip(" *-–—•")) is not None


def is_sitting(text: str) -> bool:
    """Whether a line speaks of a sitting."""
    return _SITTING.match(text) is not None


def is_body(text: str) -> bool:
    """Whether a title is that of a working body, by its words or as a code, and no item's."""
    return _BODY.match(text) is not None


def beside_sitting(text: str) -> str:
    """Return what a line says beside that it is a sitting: `Opening session` says no more."""
    return _SITTING.sub("", text).strip(" ,;:–—-()")


def is_heading(text: str) -> bool:
    """Whether a line says no more than that this is an agenda."""
    return fold_name(text).strip(" :.") in _HEADINGS


def room(text: str) -> tuple[str, str]:
    """Return the room that a text names, and the text without it."""
    found = _ROOM.search(text)
    if found is None:
        return "", text
    rest = f"{text[: found.start()].rstrip(' ,;(–—-')} {text[found.end() :].lstrip(' ,;)')}"
    return found["room"].strip(), rest.strip()


__all__ = [
    "RESTRICTED", "Times", "beside_sitting", "day_of", "is_body", "is_break", "is_heading",
    "is_sitting", "length", "lettered", "numbered", "read_span", "room", "times",
]  # fmt: skip
