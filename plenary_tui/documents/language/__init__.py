"""A language of the public documents: its sentences, and the grammar that a file cannot say.

English is the first; another one is a class beside it that says where it differs.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from plenary_tui.record.bracketing import Marked
from plenary_tui.record.meeting import Meeting
from plenary_tui.record.setup import interval

from ..wording import Wording, capital, day, joined, sentence, span
from .phrases import Phrases
from .verbs import gavel_phrase, outcome_phrase

_CLASSLESS = "delegation"


@dataclass(frozen=True)
class Actor:
    """Who acts in a sentence. many, feminine: for languages in which the verb agrees with it."""

    name: str
    many: bool = False
    feminine: bool = False


class Language:
    """English. Its sentences are those of `data/communique.toml`."""

    code = "en"

    def __init__(self) -> None:
        self.phrases = Phrases(self.code, "communique")

    # --- sentences ---------------------------------------------------------------------------

    def say(self, name: str, who: Actor | None = None, /, **values: object) -> str:
        """Return a sentence, or a part of one, filled in. who: who acts in it."""
        return self._filled(self.phrases.sentence(name), who, values)

    def form(self, name: str, place: int, /, **values: object) -> str:
        """Return one of the forms of a word, filled in; the last one where it has fewer."""
        forms = self.phrases.forms(name)
        return self._filled(forms[min(place, len(forms) - 1)], None, values)

    def many(self, name: str, count: int, /, **values: object) -> str:
        """Return a word in the singular or the plural."""
        return self.form(name, int(count > 1), **values)

    def gavel(self, verb: str, form: str, who: Actor, /, **values: object) -> str:
        """Return how an adopted text reads. form: `agenda`, `text`, `numbered` or `unworded`."""
        found = gavel_phrase(verb, form, self.code)
        return self._filled(found, who, {"verb": verb, **values})

    def outcome(self, state: str, who: Actor, words: Marked, /, **values: object) -> Marked:
        """Return how a text reads that was not adopted, with its words in it."""
        before, _, after = outcome_phrase(state, self.code).partition("{text}")
        return words.inside(self._filled(before, who, values), self._filled(after, who, values))

    def _filled(self, phrase: str, who: Actor | None, values: dict[str, Any]) -> str:
        return self.set(phrase).format_map(self.agreeing(who) | values if who else values)

    def set(self, phrase: str) -> str:
        """Return a phrase of the program with the blanks that the language's signs want."""
        return phrase

    def agreeing(self, who: Actor) -> dict[str, str]:
        """Return what a sentence is filled in with by who acts in it."""
        return {"who": who.name}

    # --- grammar -----------------------------------------------------------------------------

    def joined(self, parts: Iterable[str]) -> str:
        """Return parts as one phrase: `A, B and C`."""
        return joined(parts)

    def sentence(self, text: str) -> str:
        """Return `text` with a capital and its full stop."""
        return sentence(text)

    def of(self, name: str) -> str:
        """Return what belongs to somebody: `of the Plenary`."""
        return f"of {name}"

    def quoted(self, text: str) -> str:
        """Return words in quotation marks."""
        return self.marked_quoted(Marked(text)).text

    def marked_quoted(self, words: Marked) -> Marked:
        """Return words with their brackets in quotation marks."""
        return words.quoted()

    def relabelled(self, words: Marked) -> Marked:
        """Return words whose alternatives are called so in this language."""
        return words

    def as_recorded(self, text: str) -> str:
        """Return words of the record inside a text of the program's: in English they may blend."""
        return text

    def listed(self, pieces: Iterable[tuple[str, str]]) -> str:
        """Return pieces one after the other, each as recorded or as this language has it."""
        return ", ".join(own or recorded for recorded, own in pieces if own or recorded)

    def counted(self, count: int, name: str) -> str:
        """Return a small number in words, with what it counts."""
        numbers = self.phrases.forms("numbers")
        number = numbers[count] if count < len(numbers) else str(count)
        return f"{number} {self.many(name, count)}"

    # --- days --------------------------------------------------------------------------------

    def day(self, on: date) -> str:
        """Return a day: `19 June 2018`."""
        return day(on)

    def span(self, first: date, last: date) -> str:
        """Return a span of days: `18–22 June 2018`."""
        return span(first, last)

    def dates(self, dates: str) -> str:
        """Return the dates of a fact; where they are no exact days, as they were said."""
        return self.dates_said(dates) or (self.as_recorded(dates) if dates else "")

    def dates_said(self, dates: str) -> str:
        """Return dates as this language says them; empty where they are no exact days."""
        first, last = interval(dates)
        return self.span(first, last or first) if first else ""

    def held_on(self, dates: str) -> str:
        """Return the days of a meeting as part of a sentence: ` from 18 to 22 June 2018`."""
        first, last = interval(dates)
        if first is None or last is None:
            return self.say("held_when", dates=self.dates(dates)) if dates else ""
        if first == last:
            return self.say("held_on", day=self.day(first))
        begun = self.day(first)
        if first.year == last.year:
            begun = begun.rsplit(" ", 1)[0]
            begun = begun.rsplit(" ", 1)[0] if first.month == last.month else begun
        return self.say("held_from", first=begun, last=self.day(last))

    def moment(self, local: datetime) -> str:
        """Return a day and time, given in the zone to say it in."""
        return f"{self.day(local.date())}, {local:%H:%M %Z}"

    # --- who and where -----------------------------------------------------------------------

    def wording(self, meeting: Meeting) -> Wording:
        """Return how documents in this language name who takes part in a meeting."""
        return Wording(meeting)

    def titled(self, title: str, kind: str) -> str:
        """Return the title of a meeting as the subject of a sentence."""
        return title if title.casefold().startswith("the ") else f"The {title}"

    def place(self, place: str) -> str:
        """Return a place as it is called in this language."""
        return place

    def person(self, person: str) -> str:
        """Return the name of a person with their style."""
        return person

    def chair(self, person: str) -> str:
        """Return the Chair as a sentence names it, with the person where one is known."""
        return f"the Chair, {person}," if person else "the Chair"

    def some(self, kind: str, count: int) -> str:
        """Return delegations of a class, nobody in particular: `a Participant`, `Observers`."""
        kind = kind or _CLASSLESS
        return f"{kind}s" if count > 1 else with_article(kind)

    def heading_of(self, kind: str, count: int) -> str:
        """Return the heading over the delegations of a class."""
        return f"{kind}s" if count > 1 else kind

    def those_who_came(self, kind: str, names: Sequence[str], *, named: bool) -> str:
        """Return the delegations of a class that attended, those of all but one class by name."""
        many = "s" * (len(names) > 1)
        if not named:
            return f"by {len(names)} {kind}{many}"
        return f"by the {kind}{many} {self.joined(names)}"

    def title_as_heading(self, title: str) -> str:
        """Return the title of an item as a heading."""
        return title

    def section(self, name: str) -> str:
        """Return a heading of the program's own."""
        return self.say(f"heading_{name}")

    def body_as_heading(self, name: str) -> str:
        """Return the name of a body as a heading."""
        return capital(name.removeprefix("the "))


def with_article(kind: str) -> str:
    """Return one of a kind: `an Observer`."""
    return f"an {kind}" if kind[:1].lower() in "aeiou" else f"a {kind}"


ENGLISH = Language()
