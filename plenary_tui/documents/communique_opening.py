"""How a communiqué begins: convening, attendance, the bodies that met, the opening."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from plenary_tui.record.entries import Entry
from plenary_tui.record.kinds import Presiding, Statement
from plenary_tui.record.setup import interval

from .communique_voice import Voice
from .draft import Paragraph
from .labels import destination
from .registers import dates_said
from .wording import capital, day, joined, sentence

_HOST = "host"


def convening(voice: Voice) -> Paragraph | None:
    """Say what was held, where, when and under whose chairmanship."""
    facts = voice.chronicle.meeting.facts
    title = facts.get("title") or facts.get("name", "")
    if not title:
        return None
    told = title if title.casefold().startswith("the ") else f"The {title}"
    place, days = facts.get("place", ""), held_on(facts.get("dates", ""))
    told += " was held" + (f" in {place}" if place else "")
    # a city and its country close like an apposition
    told += "," * (", " in place and days.startswith(" ")) + days
    entries = voice.chronicle.meeting.fact_entries
    sources = [entries[name].id for name in ("title", "name", "place", "dates") if name in entries]
    chair, preside = chairmanship(voice)
    if chair:
        told += f", under the chairmanship of {chair}"
    return Paragraph(sentence(told), voice.chronicle.sources(*sources, preside))


def held_on(dates: str) -> str:
    """Return the days of a meeting as part of a sentence: ` from 18 to 22 June 2018`."""
    first, last = interval(dates)
    if first is None or last is None:
        return f", {dates_said(dates)}" if dates else ""
    if first == last:
        return f" on {day(first)}"
    if (first.year, first.month) == (last.year, last.month):
        return f" from {first.day} to {day(last)}"
    return f" from {_short(first, last)} to {day(last)}"


def _short(first: date, last: date) -> str:
    return day(first).rsplit(" ", 1)[0] if first.year == last.year else day(first)


def chairmanship(voice: Voice) -> tuple[str, str]:
    """Return who chairs the meeting, in words, and the entry that says so."""
    for entry in voice.chronicle.entries:
        what = entry.what
        if isinstance(what, Presiding) and not voice.bodies(entry.sitting):
            name = voice.chronicle.words.name(what.speaker, voice.day).removeprefix("the ")
            person = what.person or name
            return f"{person} ({name})" if person != name and name != "Chair" else person, entry.id
    return "", ""


def bodies_met(voice: Voice) -> Paragraph | None:
    """Name the working bodies that sat, each in full with its letters."""
    met: dict[str, str] = {}
    for sitting in voice.chronicle.sittings():
        if sitting.number:
            for code in voice.bodies(sitting.id):
                met.setdefault(code, sitting.id)
    if not met:
        return None
    names = joined(voice.body(code) for code in met)
    return Paragraph(f"{capital(names)} met.", voice.chronicle.sources(*met.values()))


def opening(voice: Voice, statements: Iterable[Entry]) -> list[Paragraph]:
    """Name the dignitaries, say what the Chair said on opening, and who else spoke."""
    hosts, others = [], []
    found: list[Paragraph] = []
    for entry in statements:
        what = entry.what
        if not isinstance(what, Statement) or what.form != "opening":
            continue
        if voice.is_chair(entry):
            found.append(_chair_opened(voice, entry))
        elif what.capacity == _HOST:
            hosts.append(entry)
        else:
            others.append(entry)
    found += [_host(voice, entry) for entry in hosts]
    if others:
        found.append(statements_heard(voice, others, "opening"))
    return found


def statements_heard(voice: Voice, entries: list[Entry], form: str) -> Paragraph:
    """Say that statements were heard, and of which classes of delegations."""
    chronicle = voice.chronicle
    classes: dict[str, int] = {}
    for entry in entries:
        assert isinstance(entry.what, Statement)
        on = chronicle.meeting.day_of(entry)
        status = chronicle.meeting.roster.status(entry.what.speaker, on)
        kind = status or "delegation"
        classes[kind] = classes.get(kind, 0) + 1
    by = joined(f"{kind}s" if count > 1 else _article(kind) for kind, count in classes.items())
    what = f"{form} statements" if len(entries) > 1 else f"{_article(form)} statement"
    told = f"{voice.subject(voice.bodies(entries[0].sitting))} heard {what} by {by}"
    return Paragraph(sentence(told), chronicle.sources(*(one.id for one in entries)))


def _article(kind: str) -> str:
    return f"an {kind}" if kind[:1].lower() in "aeiou" else f"a {kind}"


def _host(voice: Voice, entry: Entry) -> Paragraph:
    what = entry.what
    assert isinstance(what, Statement)
    persons = voice.chronicle.meeting.roster.persons.get(what.speaker, ())
    role = next((one.role for one in persons if one.person == what.person), "")
    who = ", ".join(part for part in (what.person, role) if part) or "a representative of the host"
    told = f"{voice.chronicle.words.body} was addressed by {who}, as host"
    return Paragraph(sentence(told), voice.chronicle.sources(entry.id))


def chair_name(voice: Voice, entry: Entry) -> str:
    """Return the Chair as a sentence names it, with the person where the record has one."""
    person = getattr(entry.what, "person", "")
    return f"the Chair, {person}," if person else "the Chair"


def _chair_opened(voice: Voice, entry: Entry) -> Paragraph:
    """Say what the Chair did on opening, in reported speech where the record has it so."""
    said = voice.reported(entry)
    told = f"{voice.chronicle.words.body} heard an opening statement by {chair_name(voice, entry)}"
    if said:
        told = f"In an opening statement, {chair_name(voice, entry)} {said}"
    return Paragraph(sentence(told.rstrip(",")), voice.chronicle.sources(entry.id))


def agenda(voice: Voice) -> list[Paragraph]:
    """Say which items were left out or put off; why stays with those who said so."""
    found = []
    chronicle = voice.chronicle
    for item in chronicle.meeting.agenda.values():
        if item.state not in ("not_included", "deferred"):
            continue
        entry = chronicle.record.reads(item.history[-1])
        if not voice.is_public(entry):
            continue
        told = f"{capital(voice.item(item.number))}{',' * bool(item.title)}"
        if item.state == "deferred":
            to = "" if voice.is_attributed(item.reason) else item.reason
            told += f" was deferred{destination(chronicle.meeting, to, voice.body)}"
        else:
            told += " was not included in the agenda"
        found.append((item.rank, Paragraph(sentence(told), chronicle.sources(*item.history))))
    return [one for _, one in sorted(found, key=lambda one: one[0])]
