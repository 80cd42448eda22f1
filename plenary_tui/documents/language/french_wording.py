"""How documents in French name who takes part, by the record's own names where French has none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from plenary_tui.record.delegations import DECIDES
from plenary_tui.record.entries import Entry
from plenary_tui.record.kinds import Spoken
from plenary_tui.record.speech import UNKNOWN_SPEAKER

from ..labels import CODE_FIRST
from ..wording import ROLES, Wording, bracketed
from . import french_names

if TYPE_CHECKING:
    from .french import French


@dataclass(frozen=True)
class FrenchWording(Wording):
    """The words of one meeting's documents in French."""

    language: French

    @property
    def body(self) -> str:
        """Who decides, as the subject of a sentence."""
        kind = self.meeting.kind
        known = kind in ("plenary", "intersessional")
        return self.language.say(f"meeting_{kind}" if known else "meeting")

    def is_feminine(self, code: str = "") -> bool:
        """Whether a body, or the meeting itself, is feminine."""
        return (self.letters(code) if code else self.body).startswith("la ")

    def moment(self, moment: datetime) -> str:
        """Return a day and time with its zone: `30 novembre 2018 à 18 h (CET)`."""
        return self.language.moment(moment.astimezone(self.meeting.zone))

    def name(self, code: str, on: date, person: str = "") -> str:
        """Return the name of a delegation or body on a day, with who speaks for it."""
        person = self.language.person(person)
        if code == UNKNOWN_SPEAKER:
            return self.language.say("unknown_speaker") + bracketed(person)
        if code in ("", "Chair"):
            return self.language.chair(person).rstrip(",")
        fact = self.meeting.roster.delegation(code, on)
        if fact is None:
            return self.body_name(code, on) + bracketed(person)
        everyday = self.meeting.roster.name_of(code, on)
        known = french_names.delegation(everyday)
        return (known[0] if known else everyday) + bracketed(self._class(code, on), person)

    def _class(self, code: str, on: date) -> str:
        """Return the class of a delegation that is no Participant."""
        status = self.meeting.roster.status(code, on)
        return "" if status.casefold() in DECIDES else self.language.heading_of(status, 1)

    def bare_name(self, code: str, on: date) -> str:
        """Return the name of a delegation or body as it stands in brackets."""
        return french_names.without_article(self.name(code, on))

    def formal_name(self, code: str, on: date) -> str:
        """Return a Participant's formal name on a day, an organisation's everyday one.

        One that is known in English only stands as recorded, behind the everyday one.
        """
        everyday = self.meeting.roster.name_of(code, on)
        known = french_names.delegation(everyday)
        is_formal = self.meeting.roster.status(code, on).casefold() in DECIDES
        if known:
            return known[is_formal]
        formal = super().formal_name(code, on)
        if not formal.startswith("the "):
            return formal
        return everyday + bracketed(self.language.quoted(formal))

    def body_name(self, code: str, on: date) -> str:
        """Return the name of a body on a day, or what was given."""
        fact = self.meeting.roster.body_on(code, on)
        if fact is None or not fact.name:
            return code
        known = french_names.body(fact.name)
        if known:
            return known[0]
        return self.language.say("body_named", name=self.language.quoted(fact.name))

    def letters(self, code: str) -> str:
        """Return a body by its letters."""
        fact = self.meeting.roster.body_on(code)
        known = french_names.body(fact.name) if fact else None
        if known and known[1].endswith(code):
            return known[1]
        return self.language.say("body_named", name=code)

    def destination_by(self, to: str, name: Callable[[str], str]) -> str:
        """Return where something went as a phrase. name: names the body that it begins with.

        What is said in a fixed way is said in French, anything else stands as recorded.
        """
        if not to:
            return ""
        found = CODE_FIRST.match(to)
        if found and found["code"] in self.meeting.roster.bodies:
            rest = found["rest"].strip(" ,;")
            return f" {self.language.to(name(found['code']))}" + self._as_recorded(rest)
        known = self.language.phrases.known("destination")
        said = known.get(to.removeprefix("to ").casefold())
        return f" {said}" if said else self._as_recorded(to)

    def _as_recorded(self, words: str) -> str:
        return bracketed(self.language.quoted(words)) if words else ""

    def speaker(self, entry: Entry) -> str:
        """Return who speaks: name, person, capacity and on whose behalf."""
        what = entry.what
        assert isinstance(what, Spoken)
        on = self.meeting.day_of(entry)
        say = self.language.say
        if what.capacity == "chair":
            known = "" if what.speaker in ("", "Chair") else self.bare_name(what.speaker, on)
            names = [self.language.person(what.person), known]
            name = ", ".join(part for part in names if part)
            who = say("the_chair_named", name=name) if name else say("the_chair")
        else:
            who = self._in_capacity(what, on)
        return (
            say("on_behalf", who=who, group=self.language.quoted(what.group)) if what.group else who
        )

    def _in_capacity(self, what: Spoken, on: date) -> str:
        who = self.name(what.speaker, on, what.person)
        code, _, role = what.capacity.rpartition(" ")
        say = self.language.say
        if role in ROLES and code in self.meeting.roster.bodies:
            office = role.replace("-", "_")
            if what.speaker == code:
                return say(f"its_{office}", who=who)
            return say(f"as_{office}", who=who, of_body=self.language.of(self.body_name(code, on)))
        if not what.capacity:
            return who
        return say("as_capacity", who=who, capacity=self.language.quoted(what.capacity))
