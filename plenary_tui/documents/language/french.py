"""French: articles that melt, verbs that agree, its own signs, dates and quotation marks.

Rules of print: Imprimerie nationale, *Lexique des règles typographiques*; United Nations,
*Instructions à l’usage des éditeurs* (dates, lists).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import cache, cached_property
from typing import Any

from babel import Locale
from babel.dates import format_date

from plenary_tui.record.bracketing import Marked
from plenary_tui.record.meeting import Meeting

from ..wording import Wording, capital
from . import Actor, Language
from .french_names import babel_name
from .french_wording import FrenchWording

_BLANK, _NARROW = "\u00a0", "\u202f"
_BEFORE = re.compile(r" ([:;?!»])")
_VOWEL = re.compile(r"[aeiouàâäéèêëîïôöùûüœæ]", re.IGNORECASE)
"""French elides before these; before h and y it depends on the word, so that it is left out."""
_MELTED = {"le ": ("du ", "au "), "les ": ("des ", "aux ")}
_ENDED = re.compile(rf"[.?!…][\"”’')\]]*(?:[\s{_NARROW}]*»)?[\])]*\Z")
_MONTHS = {name.casefold(): month for month, name in Locale("en").months["format"]["wide"].items()}
_MONTH = re.compile(rf"({'|'.join(_MONTHS)}) (\d{{4}})", re.IGNORECASE)
_ALTERNATIVE = "Alternative: "
"""As the record puts it before an alternative, whatever the language."""


class French(Language):
    """French."""

    code = "fr"

    def set(self, phrase: str) -> str:
        """Return a phrase of the program with the blanks that the language's signs want."""
        return _set(phrase)

    def agreeing(self, who: Actor) -> dict[str, str]:
        """Return what a sentence is filled in with by who acts in it."""
        return {
            "who": capital(who.name),
            "a": "ont" if who.many else "a",
            "est": "sont" if who.many else "est",
            "s_est": "se sont" if who.many else "s’est",
            "e": "e" * who.feminine + "s" * who.many,
        }

    def sentence(self, text: str) -> str:
        """Return `text` with a capital and its full stop."""
        text = capital(text)
        return text if not text or _ENDED.search(text) else f"{text}."

    def of(self, name: str) -> str:
        """Return what belongs to somebody: `du WGM`, `de la Plénière`, `d’Israël`."""
        for article, (of, _) in _MELTED.items():
            if name.startswith(article):
                return of + name.removeprefix(article)
        return f"d’{name}" if _VOWEL.match(name) else f"de {name}"

    def to(self, name: str) -> str:
        """Return what goes to somebody: `au WGM`, `à la Plénière`."""
        for article, (_, to) in _MELTED.items():
            if name.startswith(article):
                return to + name.removeprefix(article)
        return f"à {name}"

    def marked_quoted(self, words: Marked) -> Marked:
        """Return words with their brackets in quotation marks."""
        return words.inside(f"«{_NARROW}", f"{_NARROW}»")

    def relabelled(self, words: Marked) -> Marked:
        """Return words whose alternatives are called so in this language."""
        label = self.say("alternative")
        for place in range(len(words.brackets)):
            one = words.brackets[place]
            at = one.start + 1
            if one.alternative and words.text.startswith(_ALTERNATIVE, at):
                words = _replaced(words, at, at + len(_ALTERNATIVE), label)
        return words

    def as_recorded(self, text: str) -> str:
        """Return words of the record inside a text of the program's: always as a quotation."""
        return self.quoted(text)

    # --- days --------------------------------------------------------------------------------

    def day(self, on: date) -> str:
        """Return a day: `19 juin 2018`, `1er juin 2018`."""
        return f"{_ordinal(on)} {format_date(on, 'MMMM y', locale=self.code)}"

    def span(self, first: date, last: date) -> str:
        """Return a span of days: `18-22 juin 2018`, `28 juin-2 juillet 2018`."""
        if first == last:
            return self.day(first)
        begun = self.day(first)
        if first.year == last.year:
            begun = begun.rsplit(" ", 1)[0]
        if (first.year, first.month) == (last.year, last.month):
            begun = _ordinal(first)
        return f"{begun}-{self.day(last)}"

    def dates_said(self, dates: str) -> str:
        """Return dates as this language says them: exact days, or a month."""
        found = _MONTH.fullmatch(dates.strip())
        if not found:
            return super().dates_said(dates)
        on = date(int(found[2]), _MONTHS[found[1].casefold()], 1)
        return format_date(on, "MMMM y", locale=self.code)

    def listed(self, pieces: Iterable[tuple[str, str]]) -> str:
        """Return pieces one after the other; those that follow each other as recorded are one."""
        said: list[tuple[str, bool]] = []
        for recorded, own in pieces:
            if recorded and not own and said and not said[-1][1]:
                said[-1] = (f"{said[-1][0]}, {recorded}", False)
            elif own or recorded:
                said.append((own or recorded, bool(own)))
        return ", ".join(one if is_own else self.quoted(one) for one, is_own in said)

    def moment(self, local: datetime) -> str:
        """Return a day and time, given in the zone to say it in: `30 novembre 2018 à 18 h 05`."""
        time = f"{local.hour}{_BLANK}h" + (f"{_BLANK}{local:%M}" if local.minute else "")
        return f"{self.day(local.date())} à {time} ({local:%Z})"

    # --- who and where -----------------------------------------------------------------------

    def wording(self, meeting: Meeting) -> Wording:
        """Return how documents in this language name who takes part in a meeting."""
        return FrenchWording(meeting, self)

    def titled(self, title: str, kind: str) -> str:
        """Return the title of a meeting as the subject of a sentence."""
        known = f"title_{kind}" if kind in ("plenary", "intersessional") else "title"
        return self.say(known, title=self.quoted(title))

    def place(self, place: str) -> str:
        """Return a place as it is called in this language: `Anvers (Belgique)`."""
        city, comma, country = place.partition(", ")
        here, there = self._known["city"].get(city.casefold(), ""), babel_name(country)
        if not comma:
            return here or babel_name(place) or place
        return f"{here or city} ({there or country})" if here or there else place

    def person(self, person: str) -> str:
        """Return the name of a person with their style: `Mme Marrand`."""
        return self._styled(person)[0]

    def _styled(self, person: str) -> tuple[str, str]:
        """Return the name of a person with their style, and the gender that it says."""
        first, _, rest = person.partition(" ")
        known = self._known["honorific"].get(first.casefold())
        return (f"{known[0]} {rest}", known[1]) if known and rest else (person, "")

    def chair(self, person: str) -> str:
        """Return the Chair as a sentence names it, with the person where one is known."""
        if not person:
            return self.say("the_chair")
        name, gender = self._styled(person)
        return self.say(f"the_chair_{gender or 'named'}", name=name)

    def some(self, kind: str, count: int) -> str:
        """Return delegations of a class, nobody in particular: `un Participant`."""
        forms = self._known["class"].get((kind or "delegation").casefold())
        unknown = f" ({self.quoted(kind)})" if forms is None else ""
        one, several, *feminine = forms or self._known["class"]["delegation"]
        said = f"des {several}" if count > 1 else f"un{'e' * len(feminine[:1])} {one}"
        return said + unknown

    def heading_of(self, kind: str, count: int) -> str:
        """Return the heading over the delegations of a class."""
        forms = self._known["class"].get(kind.casefold())
        return forms[count > 1] if forms else self.quoted(kind)

    def those_who_came(self, kind: str, names: Sequence[str], *, named: bool) -> str:
        """Return the delegations of a class that attended, those of all but one class by name."""
        forms = self._known["class"].get(kind.casefold())
        if forms is None:
            forms = [f"{one} ({self.quoted(kind)})" for one in self._known["class"]["delegation"]]
        told = f"{len(names)}{_BLANK}{forms[len(names) > 1]}"
        return f"{told} ({self.joined(names)})" if named else told

    def joined(self, parts: Iterable[str]) -> str:
        """Return parts as one phrase: `A, B et C`."""
        *first, last = [*parts] or [""]
        return f"{', '.join(first)} et {last}" if first else last

    def title_as_heading(self, title: str) -> str:
        """Return the title of an item as a heading."""
        return self.quoted(title)

    def body_as_heading(self, name: str) -> str:
        """Return the name of a body as a heading."""
        return capital(re.sub(r"^(?:l[ea] |l’)", "", name))

    @cached_property
    def _known(self) -> dict[str, dict[str, Any]]:
        return {kind: self.phrases.known(kind) for kind in ("class", "honorific", "city")}


@cache
def _set(phrase: str) -> str:
    set_apart = _BEFORE.sub(lambda sign: (_NARROW, _BLANK)[sign[1] == ":"] + sign[1], phrase)
    return set_apart.replace("« ", f"«{_NARROW}")


def _ordinal(on: date) -> str:
    return "1er" if on.day == 1 else str(on.day)


def _replaced(words: Marked, start: int, end: int, by: str) -> Marked:
    """Return words with a part of them replaced that holds no end of a bracket."""
    longer = len(by) - (end - start)
    moved = tuple(
        replace(one, start=one.start + longer * (one.start >= end),
                end=one.end + longer * (one.end >= end))
        for one in words.brackets
    )  # fmt: skip
    return Marked(words.text[:start] + by + words.text[end:], moved)
