"""How documents name people, days and times, and put what was said into reported speech."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time

from babel.dates import format_date

from plenary_tui.record.delegations import DECIDES
from plenary_tui.record.entries import Entry
from plenary_tui.record.kinds import Spoken
from plenary_tui.record.meeting import Meeting
from plenary_tui.record.speech import UNKNOWN_SPEAKER

from .reported import SHIFTED, is_past

_APPOSITION = re.compile(r",(?![^()]*\))")
"""A comma outside brackets."""
_CLOSERS = "\"”»’')"


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

    def name(self, code: str, on: date) -> str:
        """Return the name of a delegation or body on a day, a mark where it is no Participant."""
        if code == UNKNOWN_SPEAKER:
            return "an unidentified speaker"
        if code in ("", "Chair"):
            return "the Chair"
        roster = self.meeting.roster
        if code not in roster.delegations:
            return self.body_name(code, on)
        status = roster.status(code, on)
        mark = f" ({status})" if status.casefold() not in DECIDES else ""
        return roster.name_of(code, on) + mark

    def body_name(self, code: str, on: date) -> str:
        """Return the name of a body on a day, or what was given."""
        fact = self.meeting.roster.body_on(code, on)
        return f"the {fact.name.removeprefix('the ')}" if fact and fact.name else code

    def names(self, codes: Iterable[str], on: date) -> str:
        """Return several names as one phrase."""
        return joined([self.name(code, on) for code in codes])

    def speaker(self, entry: Entry) -> str:
        """Return who speaks: name, person, capacity and on whose behalf."""
        what = entry.what
        assert isinstance(what, Spoken)
        on = self.meeting.day_of(entry)
        who = self.name(what.speaker, on)
        if what.capacity == "chair":
            known = [one for one in (who, what.person) if one not in ("", "the Chair")]
            who = "the Chair" + (f" ({', '.join(known)})" if known else "")
        else:
            person = f" ({what.person})" if what.person else ""
            who += person + self._capacity(what, on)
        return who + (f", on behalf of {what.group}" if what.group else "")

    def _capacity(self, what: Spoken, on: date) -> str:
        if not what.capacity:
            return ""
        code, _, role = what.capacity.rpartition(" ")
        if role == "chair" and code in self.meeting.roster.bodies:
            body = self.body_name(code, on)
            return f", as chair of {body}" if what.speaker != code else ", by its chair"
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
    text = capital(text)
    return text if not text or text.rstrip(_CLOSERS)[-1:] in ".?!…" else text + "."


def to_what(to: str) -> str:
    """Return where something went as a phrase: ` to the Plenary`; empty where nobody said."""
    return f" to {to.removeprefix('to ')}" if to else ""


def as_subject(phrase: str) -> str:
    """Return a subject with the comma that closes an apposition before the verb."""
    return f"{phrase}," if _APPOSITION.search(phrase) and not phrase.endswith(",") else phrase


def is_reported(text: str) -> bool:
    """Whether a text begins with a verb, so that its speaker makes it a sentence."""
    first = text.partition(" ")[0].rstrip(",:")
    return first in SHIFTED or is_past(first)


def said(text: str) -> str:
    """Return what a speaker did, as a predicate in reported speech.

    Only a first verb written small is put into the past; every other word stays as recorded.
    """
    if not text:
        return "took the floor"
    first, gap, rest = text.partition(" ")
    bare = first.rstrip(",:")
    past = SHIFTED.get(bare)
    if past is not None:
        return past + first[len(bare) :] + gap + rest
    if is_past(bare):
        return text
    return f"said {text}" if bare == "that" else f"said: {text}"
