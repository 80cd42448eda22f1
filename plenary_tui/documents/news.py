"""The news note: what the meeting dealt with, what came of it, the Chair's words, what is next.

Its form is that of the news note on the Antwerp Intersessional of June 2018. It tells of progress:
adopted texts and recommendations, not of what was refused, put off or is still open.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from plenary_tui.record.abbreviations import written_out
from plenary_tui.record.entries import Entry
from plenary_tui.record.history import Record
from plenary_tui.record.kinds import Intervention, Statement
from plenary_tui.record.texts import TextRecord

from .chronicle import Chronicle
from .communique.closing import events
from .communique.items import Business, business, item_place, reproduced, summarised
from .communique.opening import convening
from .communique.outcomes import adopted, outcome
from .communique.voice import Voice
from .draft import Block, Draft, Issue, Listing, Paragraph, Section
from .issuing import issued
from .language.choosing import language_of
from .numbering import Part, numbered
from .outcomes import is_agenda
from .public import public

_THEMES = ("", "values", "forum", "partners")
_PREFERRED = ("closing", "summing_up", "opening", "")


def news(
    record: Record, now: datetime | None = None, issue: Issue | None = None,
    *, attributed: bool = True,
) -> Draft:  # fmt: skip
    """Compose the news note of a record; private, closed and restricted words stay out of it.

    attributed: whether sentences of the rapporteur that name who did what may stand in it; the
    Chair's words are the Chair's either way. now, issue, errors: as for the communiqué.
    """
    chronicle = Chronicle(written_out(public(record)), now)
    voice = Voice(chronicle, language_of(issue.language if issue else ""))
    sections = numbered(_parts(voice, attributed=attributed), count=False)
    return voice.headed(issued(chronicle, voice.say("register_news"), sections, issue))


def _parts(voice: Voice, *, attributed: bool) -> Iterator[Part]:
    done = business(voice)
    places = {number: item_place(voice, number) for number in done}
    lead = convening(voice)
    yield _part("meeting", "", [lead] if lead else [])
    themes = [one for number, one in done.items() if number and places[number] in _THEMES]
    heading = voice.language.section
    yield _part("themes", heading("themes"), _themes(voice, themes, attributed=attributed))
    coming = [one for number, one in done.items() if places[number] == "next"]
    ended = [one for number, one in done.items() if places[number] == "closing"]
    progress = _told(voice, ended, attributed=attributed)
    others = [one for one in done.values() if one not in coming]
    yield _part("progress", heading("progress"), progress + _agreed(voice, others))
    yield _part("quotation", heading("quotation"), _quotation(voice))
    steps = _told(voice, coming, attributed=attributed) + _agreed(voice, coming)
    yield _part("next", heading("next_steps"), [*steps, *events(voice)])


def _themes(voice: Voice, items: Iterable[Business], *, attributed: bool) -> list[Block]:
    """List the items that were dealt with, with what the rapporteur summarised of each."""
    found = []
    meeting = voice.chronicle.meeting
    for one in items:
        item = meeting.agenda.get(one.number)
        if item is None or not item.title:
            continue
        told = summarised(voice, one, attributed=attributed) if one.told else []
        ids = [*item.history, *(source for said in told for source in said.sources)]
        text = " ".join(voice.language.as_recorded(said.text) for said in told)
        title = voice.language.as_recorded(item.title)
        lead = voice.say("lead", name=title) if text else ""
        found.append(Paragraph(text or title, voice.chronicle.sources(*ids), lead=lead))
    if not found:
        return []
    sources = voice.chronicle.sources(*(one.sources[0] for one in found))
    dealt = Paragraph(voice.say("themes", voice.subject()), sources)
    return [dealt, Listing(tuple(found))]


def _told(voice: Voice, items: Iterable[Business], *, attributed: bool) -> list[Paragraph]:
    return [
        said for one in items if one.told
        for said in reproduced(voice, one, attributed=attributed)
    ]  # fmt: skip


def _agreed(voice: Voice, items: Iterable[Business]) -> list[Paragraph]:
    """Return what was adopted under these items, the agenda apart."""
    texts: list[TextRecord] = [text for one in items for text in one.texts]
    return [
        outcome(voice, text) for text in texts
        if adopted(voice, text) and not is_agenda(voice.chronicle, text)
    ]  # fmt: skip


def _quotation(voice: Voice) -> list[Paragraph]:
    """Return the Chair's own words, verbatim: those at the close, else the latest there are."""
    found: dict[str, Entry] = {}
    for speech in sorted(voice.chronicle.meeting.speeches.values(), key=lambda one: one.rank):
        entry, what = speech.entry, speech.what
        if isinstance(what, Statement | Intervention) and speech.verbatim:
            chair = voice.is_chair(entry) or getattr(what, "form", "") == "summing_up"
            if chair and not voice.bodies(entry.sitting) and voice.is_public(entry):
                found[getattr(what, "form", "")] = entry
    form = next((form for form in _PREFERRED if form in found), None)
    if form is None:
        return []
    entry = found[form]
    first, *rest = voice.chronicle.meeting.speeches[entry.id].verbatim
    language = voice.language
    told = voice.say("chairs_words", first=language.quoted(first), chair=voice.chair(entry),
                     when=voice.say(f"said_{form}") if form else "")  # fmt: skip
    told = " ".join([told, *map(language.quoted, rest)])
    return [Paragraph(told, voice.chronicle.sources(entry.id))]


def _part(key: str, heading: str, blocks: Iterable[Block]) -> Part:
    return Part(key, Section(heading, tuple(blocks)))
