"""The communiqué: what the meeting did, in its own voice, by nobody's name.

It is drawn from the record alone, in the order in which final communiqués of the Kimberley
Process stand. What is not agreed stands in brackets; a text reads as adopted only where it was.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from plenary_tui.record.abbreviations import written_out
from plenary_tui.record.entries import Entry
from plenary_tui.record.history import Record

from ..chronicle import Chronicle
from ..draft import Block, Draft, Issue, Paragraph, Section
from ..growing import Growing
from ..issuing import issued
from ..language.choosing import language_of
from ..numbering import Part, numbered
from ..outcomes import is_agenda
from ..public import public
from ..wording import capital
from ..workshop.laying import lay
from ..workshop.snapshot import ORIGINAL
from ..workshop.view import Workshop
from . import closing as ending
from . import opening as beginning
from .annexes import annexes
from .attendance import attendance
from .drafted import drafted
from .items import Business, business, item_place, paragraphs
from .outcomes import outcome
from .voice import Voice

_ROMAN = ("I", "II", "III", "IV")


def communique(
    record: Record, now: datetime | None = None, issue: Issue | None = None
) -> Draft:  # fmt: skip
    """Compose the communiqué of a record; private, closed and restricted words stay out of it.

    now: decides whether a written procedure is past its expiry. issue: state, version and time,
    by default a draft without a version. Raises PlenaryError where it is to be final and
    something in it is not agreed.
    """
    return workshop(record, now, issue).draft


def workshop(
    record: Record, now: datetime | None = None, issue: Issue | None = None
) -> Workshop:  # fmt: skip
    """Return the communiqué with what there is to know beside it, as `communique` composes it."""
    return _drawn_up(Chronicle(written_out(public(record)), now), issue)


class GrowingCommunique:
    """The communiqué of a record that grows: composed again at the cost of what came."""

    def __init__(self) -> None:
        self._growing = Growing()

    def workshop(
        self, record: Record, now: datetime | None = None, issue: Issue | None = None
    ) -> Workshop:  # fmt: skip
        """Return what `workshop` gives of an open record."""
        return _drawn_up(self._growing.chronicle(record, now), issue)


def _drawn_up(chronicle: Chronicle, issue: Issue | None) -> Workshop:
    voice = Voice(chronicle, language_of(issue.language if issue else ""))
    drafts = chronicle.meeting.drafts
    kind = "register_plenary" if chronicle.meeting.kind == "plenary" else "register"
    held = {one.ref.section for one in drafts.held.values()}
    held |= {one.section for one in drafts.placed}
    composed = numbered(_Composer(voice).parts(held), count=False, keep=held)
    laid = lay(composed, drafts, _naming(voice), issue.language if issue else ORIGINAL)
    own = "" if voice.language.code == ORIGINAL else voice.language.code
    register = drafts.heading_in(own) or voice.say(kind)
    draft = voice.headed(issued(chronicle, register, laid.sections, issue))
    return Workshop(draft, drafts, laid)


def _naming(voice: Voice) -> Callable[[str], str]:
    return lambda code: capital(voice.words.name(code, voice.day))


class _Composer:
    """One communiqué's parts, made in the order of reading: a body's name comes in full first."""

    def __init__(self, voice: Voice) -> None:
        self._voice = voice
        self._done = business(voice)
        said = [entry for one in self._done.values() for entry in one.statements]
        places = voice.chronicle.places
        self._said: list[Entry] = sorted(said, key=lambda entry: places[entry.id])
        self._present = attendance(voice)
        texts = [text for one in self._done.values() for text in one.texts]
        self._formal = ending.formal_decisions(voice, texts)
        self._annex = voice.say("annex", numeral=_ROMAN[0]) if self._formal else ""
        agenda = [text for text in texts if is_agenda(voice.chronicle, text)]
        selected = [text for text in texts if text.verb == "selected" and text not in agenda]
        for one in self._done.values():
            one.texts = [text for text in one.texts if text not in (*agenda, *selected)]
        self._agenda, self._selected = agenda, selected

    def parts(self, kept: Collection[str] = ()) -> Iterator[Part]:
        """Yield the parts, empty ones too. kept: sections that paragraphs were put into by hand."""
        voice, said = self._voice, self._said
        heading = voice.language.section
        held = (beginning.convening(voice), self._present.paragraph(voice),
                beginning.bodies_met(voice))  # fmt: skip
        yield _part("meeting", "", [one for one in held if one])
        yield _part(
            "opening", heading("opening"), beginning.opening(voice, said) + self._of("opening")
        )
        yield _part("values", heading("values"), self._of("values"))
        yield _part("forum", heading("forum"), self._of("forum"))
        agenda = [outcome(voice, text) for text in self._agenda]
        agenda += beginning.agenda(voice) + self._of("agenda")
        yield _part("agenda", heading("agenda"), agenda)
        yield from self._middle(kept)
        yield _part("drafted", heading("drafted"), drafted(voice))
        formal = ending.decisions(voice, self._formal, self._annex)
        yield _part("decisions", heading("decisions"), formal)
        yield _part("partners", heading("partners"), self._of("partners"))
        yield _part("tributes", heading("tributes"), ending.tributes(voice, said))
        chosen = [outcome(voice, text, self._annex) for text in self._selected]
        yield _part("chair", heading("chair"), chosen + self._of("chair"))
        yield _part("next", heading("next"), [*self._of("next"), *ending.events(voice)])
        yield _part(
            "closing", heading("closing"), self._of("closing") + ending.closing(voice, said)
        )
        yield _part("thanks", heading("thanks"), ending.thanks(voice, said))
        added = annexes(voice, self._formal, self._present, said)
        for numeral, section in zip(_ROMAN, added, strict=False):
            named = voice.say("heading_annex", numeral=numeral, heading=section.heading)
            yield Part(section.key, replace(section, heading=named, annex=True))

    def _of(self, place: str) -> list[Paragraph]:
        """Return the paragraphs of the items that belong to a part of their own."""
        voice = self._voice
        here = [one for one in self._done.values() if item_place(voice, one.number) == place]
        return [made for one in here for made in paragraphs(voice, one, self._annex)]

    def _middle(self, kept: Collection[str]) -> Iterator[Part]:
        """Yield a block for each working body that has items, and for each other item.

        Then those that nothing was done in, and that are kept all the same.
        """
        voice = self._voice
        blocks: dict[str, list[Business]] = {}
        for number, one in self._done.items():
            if item_place(voice, number) == "":
                item = voice.chronicle.meeting.agenda.get(number)
                body = item.body if item else ""
                blocks.setdefault(f"body-{body}" if body else f"item-{number}", []).append(one)
        for key, items in blocks.items():
            made = [para for one in items for para in paragraphs(voice, one, self._annex)]
            yield _part(key, self._heading(items[0].number), made)
        for key in sorted(set(kept) - set(blocks)):
            of, _, name = key.partition("-")
            if of == "body":
                yield _part(key, self._of_body(name), ())
            elif of == "item" and name in self._voice.chronicle.meeting.agenda:
                yield _part(key, self._heading(name), ())

    def _heading(self, number: str) -> str:
        item = self._voice.chronicle.meeting.agenda.get(number)
        if item is None or not (item.body or item.title):
            name = "heading_item" if number else "heading_general"
            return self._voice.say(name, number=number)
        if not item.body:
            return self._voice.language.title_as_heading(item.title)
        return self._of_body(item.body)

    def _of_body(self, code: str) -> str:
        name = self._voice.words.body_name(code, self._voice.day)
        return self._voice.language.body_as_heading(name)


def _part(key: str, heading: str, blocks: Iterable[Block]) -> Part:
    return Part(key, Section(heading, tuple(blocks)))
