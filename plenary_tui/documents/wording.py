"""How documents name people, days and times, and put what was said into reported speech."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time

from babel.dates import format_date

from plenary_tui.record.delegations import DECIDES
from plenary_tui.record.entries import Entry
from plenary_tui.record.kinds import Spoken
from plenary_tui.record.meeting import Meeting
from plenary_tui.record.speech import UNKNOWN_SPEAKER

from .labels import destination
from .reported import SHIFTED, is_past

_APPOSITION = re.compile(r",(?![^()]*\))")
"""A comma outside brackets."""
_ENDED = re.compile(r"[.?!…][\"”»’')]*(\s*\([^()]*\))?\Z")
"""A sentence that is over: also one with its source in brackets behind it."""
_OPENING = re.compile(
    r"((?:[a-z]+ing|after|as|at|before|by|during|in|on|when|while|with|without)\b[^,:;.]*), "
    r"(?=([a-z]+))"
)
"""A phrase before the verb: `speaking by video link, said …`."""
_FRENCH = re.compile(r"(?:en )?a \w*é\b")
"""A predicate in French: `a demandé si …`."""
ROLES = ("chair", "vice-chair")


@dataclass(frozen=True)
class Wording:
    """The words of one meeting's documents."""

    meeting: Meeting

    @property
    def body(self) -> str:
        """Who decides, as the subject of a sentence."""
        return {"plenary": "The Plenary", "intersessional": "The Intersessional"}.get(
            self.meeting.kind, "The meeting"
        )

    def day_of(self, moment: datetime) -> date:
        """Return the day of a moment in the session's zone."""
        return moment.astimezone(self.meeting.zone).date()

    def time_of(self, moment: datetime) -> str:
        """Return a time of day, `10:31`; empty where none is known.

        Midnight to the millisecond means that only the day is known.
        """
        local = moment.astimezone(self.meeting.zone)
        return "" if local.time() == time() else f"{local:%H:%M}"

    def moment(self, moment: datetime) -> str:
        """Return a day and time with its zone: `30 November 2018, 18:00 CET`."""
        local = moment.astimezone(self.meeting.zone)
        return f"{day(local.date())}, {local:%H:%M %Z}"

    def name(self, code: str, on: date, person: str = "") -> str:
        """Return the name of a delegation or body on a day, with who speaks for it.

        What is no Participant is marked with its class.
        """
        if code == UNKNOWN_SPEAKER:
            return "an unidentified speaker" + bracketed(person)
        if code in ("", "Chair"):
            return "the Chair" + bracketed(person)
        fact = self.meeting.roster.delegation(code, on)
        if fact is None:
            return self.body_name(code, on) + bracketed(person)
        name = self.meeting.roster.name_of(code, on)
        if _takes_article(fact.names):
            name = f"the {name}"
        return name + bracketed(self._mark(code, on), person)

    def _mark(self, code: str, on: date) -> str:
        """Return the class of a delegation that is no Participant."""
        status = self.meeting.roster.status(code, on)
        return "" if status.casefold() in DECIDES else status

    def body_name(self, code: str, on: date) -> str:
        """Return the name of a body on a day, or what was given."""
        fact = self.meeting.roster.body_on(code, on)
        return f"the {fact.name.removeprefix('the ')}" if fact and fact.name else code

    def letters(self, code: str) -> str:
        """Return a body by its letters."""
        return f"the {code}"

    def bare_name(self, code: str, on: date) -> str:
        """Return the name of a delegation or body as it stands in brackets."""
        return self.name(code, on).removeprefix("the ")

    def formal_name(self, code: str, on: date) -> str:
        """Return a Participant's formal name on a day, an organisation's everyday one."""
        fact = self.meeting.roster.delegation(code, on)
        names = fact.names if fact else ()
        if len(names) > 1 and self.meeting.roster.status(code, on).casefold() in DECIDES:
            return names[1]
        return names[0] if names else code

    def is_feminine(self, code: str = "") -> bool:
        """Whether a body, or the meeting itself, is feminine; English knows no such thing."""
        return False

    def names(self, codes: Iterable[str], on: date) -> str:
        """Return several names as one phrase."""
        return joined([self.name(code, on) for code in codes])

    def destination(self, to: str, on: date) -> str:
        """Return where something went as a phrase, a body by its name; empty where nobody said."""
        return self.destination_by(to, lambda code: self.body_name(code, on))

    def destination_by(self, to: str, name: Callable[[str], str]) -> str:
        """Return where something went as a phrase. name: names the body that it begins with."""
        return destination(self.meeting, to, name)

    def speaker(self, entry: Entry) -> str:
        """Return who speaks: name, person, capacity and on whose behalf."""
        what = entry.what
        assert isinstance(what, Spoken)
        on = self.meeting.day_of(entry)
        if what.capacity == "chair":
            mark = self._mark(what.speaker, on)
            who = self.name(what.speaker, on).removesuffix(bracketed(mark))
            known = "" if who == "the Chair" else who.removeprefix("the ")
            who = "the Chair" + bracketed(known, mark, what.person)
        else:
            who = self.name(what.speaker, on, what.person) + self._capacity(what, on)
        return who + (f", on behalf of {what.group}" if what.group else "")

    def _capacity(self, what: Spoken, on: date) -> str:
        if not what.capacity:
            return ""
        code, _, role = what.capacity.rpartition(" ")
        if role in ROLES and code in self.meeting.roster.bodies:
            body = self.body_name(code, on)
            return f", as {role} of {body}" if what.speaker != code else f", by its {role}"
        return f", as {what.capacity}"


def day(on: date) -> str:
    """Return a day as documents print it: `19 June 2018`."""
    return format_date(on, "d MMMM y", locale="en")


def weekday(on: date) -> str:
    """Return a day with its weekday: `Tuesday 19 June 2018`."""
    return format_date(on, "EEEE d MMMM y", locale="en")


def span(first: date, last: date) -> str:
    """Return a span of days: `18–22 June 2018`."""
    if first == last:
        return day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day(last)}"
    pattern = "d MMMM" if first.year == last.year else "d MMMM y"
    return f"{format_date(first, pattern, locale='en')} – {day(last)}"


def joined(names: Iterable[str]) -> str:
    """Return names as one phrase: `A, B and C`."""
    known = list(names)
    return " and ".join((", ".join(known[:-1]), known[-1])) if len(known) > 1 else "".join(known)


def capital(text: str) -> str:
    """Return `text` with a capital."""
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """Return `text` with a capital and its full stop."""
    return stopped(capital(text))


def stopped(text: str) -> str:
    """Return `text` with its full stop."""
    return text if not text or _ENDED.search(text) else text + "."


def bracketed(*parts: str) -> str:
    """Return what is known of something in brackets behind it."""
    known = ", ".join(part for part in parts if part)
    return f" ({known})" if known else ""


def _takes_article(names: tuple[str, ...]) -> bool:
    """Whether a delegation is called with an article: its formal name has one and is alike.

    `the Network` is, of the Civil Society Network; `the Republic of Angola` is not, of Angola.
    """
    everyday, formal = (*names, "", "")[:2]
    if not formal.startswith("the ") or everyday.startswith("the "):
        return False
    formal = formal.removeprefix("the ")
    return (
        f"{formal} ".startswith(f"{everyday} ")
        or f" {everyday}".endswith(f" {formal}")
        or (formal.endswith(f" {everyday}") and not formal.endswith(f" of {everyday}"))
    )


def as_subject(phrase: str) -> str:
    """Return a subject with the comma that closes an apposition before the verb."""
    return f"{phrase}," if _APPOSITION.search(phrase) and not phrase.endswith(",") else phrase


def is_reported(text: str) -> bool:
    """Whether a text begins with a verb, so that its speaker makes it a sentence."""
    first = text.partition(" ")[0].rstrip(",.:;")
    return first in SHIFTED or is_past(first) or bool(_FRENCH.match(text))


def reported(who: str, text: str) -> str:
    """Return who said what, in reported speech."""
    opening = _OPENING.match(text)
    if opening and is_reported(opening[2]):
        who, text = f"{who}, {opening[1]}", text[opening.end() :]
    return f"{as_subject(who)} {said(text)}"


def said(text: str) -> str:
    """Return what a speaker did, as a predicate in reported speech.

    Only a first verb written small is put into the past; every other word stays as recorded.
    """
    if not text:
        return "took the floor"
    first, gap, rest = text.partition(" ")
    bare = first.rstrip(",.:;")
    past = SHIFTED.get(bare)
    if past is not None:
        return past + first[len(bare) :] + gap + rest
    if is_past(bare) or _FRENCH.match(text):
        return text
    return f"said {text}" if bare == "that" else f"said: {text}"
