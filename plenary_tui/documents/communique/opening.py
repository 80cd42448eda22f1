"""How a communiqué begins: convening, attendance, the bodies that met, the opening."""

from __future__ import annotations

from collections.abc import Iterable

from plenary_tui.record.entries import Entry
from plenary_tui.record.kinds import Presiding, Statement

from ..draft import Paragraph
from .voice import Voice

_HOST = "host"


def convening(voice: Voice) -> Paragraph | None:
    """Say what was held, where, when and under whose chairmanship."""
    facts = voice.chronicle.meeting.facts
    title = facts.get("title") or facts.get("name", "")
    if not title:
        return None
    language = voice.language
    place, days = language.place(facts.get("place", "")), language.held_on(facts.get("dates", ""))
    where = voice.say("held_in", place=place) if place else ""
    # a city and its country close like an apposition
    where += "," * (", " in place and days.startswith(" "))
    entries = voice.chronicle.meeting.fact_entries
    sources = [entries[name].id for name in ("title", "name", "place", "dates") if name in entries]
    chair, preside = chairmanship(voice)
    under = voice.say("held_under", of_chair=language.of(chair)) if chair else ""
    name = language.titled(title, voice.chronicle.meeting.kind)
    told = voice.say("held", title=name, place=where, days=days, chair=under)
    return Paragraph(language.sentence(told), voice.chronicle.sources(*sources, preside))


def chairmanship(voice: Voice) -> tuple[str, str]:
    """Return who chairs the meeting, in words, and the entry that says so."""
    for entry in voice.chronicle.of(Presiding):
        what = entry.what
        if isinstance(what, Presiding) and not voice.bodies(entry.sitting):
            name = voice.words.bare_name(what.speaker, voice.day)
            person = voice.language.person(what.person) or name
            known = person != name and what.speaker not in ("", "Chair")
            return f"{person} ({name})" if known else person, entry.id
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
    told = voice.say("bodies_met", voice.bodies_acting(met))
    return Paragraph(told, voice.chronicle.sources(*met.values()))


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
    language = voice.language
    classes: dict[str, int] = {}
    for entry in entries:
        assert isinstance(entry.what, Statement)
        on = chronicle.meeting.day_of(entry)
        kind = chronicle.meeting.roster.status(entry.what.speaker, on)
        classes[kind] = classes.get(kind, 0) + 1
    by = language.joined(language.some(kind, count) for kind, count in classes.items())
    statements = language.many(f"{form}_statements", len(entries))
    who = voice.subject(voice.bodies(entries[0].sitting))
    told = voice.say("heard_statements", who, statements=statements, by=by)
    return Paragraph(language.sentence(told), chronicle.sources(*(one.id for one in entries)))


def _host(voice: Voice, entry: Entry) -> Paragraph:
    what = entry.what
    assert isinstance(what, Statement)
    persons = voice.chronicle.meeting.roster.persons.get(what.speaker, ())
    role = next((one.role for one in persons if one.person == what.person), "")
    language = voice.language
    parts = language.person(what.person), language.as_recorded(role) if role else ""
    host = ", ".join(part for part in parts if part) or voice.say("no_host")
    told = voice.say("addressed", voice.subject(), host=host)
    return Paragraph(language.sentence(told), voice.chronicle.sources(entry.id))


def _chair_opened(voice: Voice, entry: Entry) -> Paragraph:
    """Say what the Chair did on opening, in reported speech where the record has it so."""
    said = voice.reported(entry)
    told = voice.say("chair_opened", voice.subject(), chair=voice.chair(entry))
    if said:
        told = voice.say("chair_opened_saying", chair=voice.chair(entry), said=said,
                         words=voice.language.quoted(voice.spoken(entry)))  # fmt: skip
    told = voice.language.sentence(told.rstrip(","))
    return Paragraph(told, voice.chronicle.sources(entry.id))


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
        named = f"{voice.item(item.number)}{',' * bool(item.title)}"
        if item.state == "deferred":
            to = "" if voice.is_attributed(item.reason) else item.reason
            to = voice.words.destination_by(to, voice.body)
            told = voice.say("item_deferred", item=named, to=to)
        else:
            told = voice.say("item_left_out", item=named)
        told = voice.language.sentence(told)
        found.append((item.rank, Paragraph(told, chronicle.sources(*item.history))))
    return [one for _, one in sorted(found, key=lambda one: one[0])]
