"""The checks of a draft: they warn and never change anything.

Sources of the rules: how the Kimberley Process writes its communiqués (the meeting acts, in the
past, by nobody's name; a verb of the first class needs an adopted decision; brackets forbid a
final). What stands in quotation marks belongs to whoever said it and is not judged.
"""

from __future__ import annotations

from collections.abc import Iterator

from plenary_tui.documents.draft import Draft, Section
from plenary_tui.documents.language.choosing import language_of
from plenary_tui.record.delegations import Roster
from plenary_tui.record.history import Record
from plenary_tui.record.meeting import Meeting

from .acronyms import acronyms
from .brackets import balance, open_brackets, substance
from .coverage import coverage
from .dates import dates
from .figures import endings, ordinals, units
from .finding import Finding, What
from .names import names
from .officers import officers
from .passages import Passage, passages, plain
from .slips import slips
from .vocabulary import Vocabulary, vocabulary
from .voice import Voice

__all__ = ["Finding", "What", "check", "check_text"]

_ENGLISH = "en"


def check(draft: Draft, record: Record | Meeting | None = None) -> tuple[Finding, ...]:
    """Return what there is to look at in a draft, in the order of reading.

    record: what it was drawn from; without it the checks against the record are left out. Hand
    over one without sealed words: what is withheld on purpose is not missing then. Of a draft in
    another language than English its words are not judged, but its brackets and its sources are.
    """
    meeting = record.meeting if isinstance(record, Record) else record
    read = passages(draft)
    known = vocabulary(meeting.roster if meeting else Roster(), meeting)
    headings = "\n".join((draft.title, *draft.about, *_headings(draft.sections)))
    placed = list(enumerate(read))
    is_english = draft.language == _ENGLISH
    is_news = draft.register == language_of(draft.language).say("register_news")
    judge = _passage if is_english else _signs
    found = [(place, said) for place, one in placed for said in judge(one, known)]
    if is_english:
        found += [*acronyms(read, known, headings), *ordinals(read, meeting)]
    if draft.state:
        found += [(place, said) for place, one in placed for said in open_brackets(one)]
    if draft.state and is_english and not is_news:
        voice = Voice(known, meeting)
        found += [
            (place, said) for place, one in placed if not one.annex for said in voice.findings(one)
        ]  # fmt: skip
    ordered = _ordered(found)
    if meeting is not None:
        ordered += coverage(meeting, draft.sources(), progress=is_news)
    return tuple(ordered)


def check_text(text: str, roster: Roster | None = None) -> tuple[Finding, ...]:
    """Return the slips of language in a plain text, its lines numbered as paragraphs.

    roster: the names that it is compared with.
    """
    read = plain(text)
    known = vocabulary(roster or Roster())
    found = [(at, said) for at, one in enumerate(read) for said in _language(one, known)]
    return tuple(_ordered([*found, *acronyms(read, known)]))


def _passage(passage: Passage, known: Vocabulary) -> Iterator[Finding]:
    """Judge a paragraph by itself; of what an annex reproduces, only that it is whole."""
    yield from substance(passage)
    yield from balance(passage) if passage.annex else _language(passage, known)


def _signs(passage: Passage, known: Vocabulary) -> Iterator[Finding]:
    """Judge what is the same in every language: that a paragraph says something and is whole."""
    yield from substance(passage)
    yield from balance(passage)


def _language(passage: Passage, known: Vocabulary) -> Iterator[Finding]:
    yield from balance(passage)
    yield from names(passage, known)
    yield from officers(passage, known)
    yield from slips(passage)
    yield from dates(passage)
    yield from endings(passage)
    yield from units(passage)


def _headings(sections: tuple[Section, ...]) -> Iterator[str]:
    for section in sections:
        yield section.heading
        yield from _headings(section.sections)


def _ordered(found: list[tuple[int, Finding]]) -> list[Finding]:
    """Return findings by their passage's place, then by their own in it."""
    return [one for _, one in sorted(found, key=lambda pair: (pair[0], pair[1].start))]
