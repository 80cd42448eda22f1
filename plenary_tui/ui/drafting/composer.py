"""Makes the draft screen's view of a record, beside the recording thread."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from plenary_tui.documents.checks import Finding, check
from plenary_tui.documents.communique import GrowingCommunique
from plenary_tui.documents.draft import Issue
from plenary_tui.documents.telling import Teller
from plenary_tui.documents.wording import Wording, day
from plenary_tui.documents.workshop.view import Workshop
from plenary_tui.record.entries import Entry
from plenary_tui.record.history import Record

from .rows import rows
from .translating import earlier_words, untranslated
from .view import DraftView, Told


class DraftComposer:
    """Makes a view of a record as often as it grows, at the cost of what came.

    language: what the draft is shown in; empty for the meeting's own.
    """

    def __init__(self) -> None:
        self.language = ""
        self._communique = GrowingCommunique()
        self._told: dict[str, tuple[Entry, Told]] = {}
        self._findings: tuple[Finding, ...] = ()

    def __call__(self, record: Record, now: datetime) -> Iterator[DraftView]:
        """Yield the view of an open record: with what the checks found before, then by now."""
        language = self.language
        original = self._communique.workshop(record, now)
        shop = original
        lacking: dict[str, str] = {}
        if language:
            shop = self._communique.workshop(record, now, Issue(made=now, language=language))
            lacking = {
                key: earlier_words(record, key, language) for key in untranslated(shop, language)
            }
        view = DraftView(
            shop, record.meeting, self._findings, self._all(record, shop),
            original=original if language else None, lacking=lacking, settled=_settled(record),
        )  # fmt: skip
        view = replace(view, rows=tuple(rows(view)))
        yield view
        # open brackets are counted in the meter, and no draft is final
        found = check(shop.draft, record)
        self._findings = tuple(one for one in found if one.what != "bracket_open")
        if self._findings != view.findings:
            yield replace(view, findings=self._findings)

    def _all(self, record: Record, shop: Workshop) -> dict[str, Told]:
        """Put every entry into words that a paragraph rests on, each once."""
        wanted = {*shop.used}
        wanted.update(source for _, one in shop.open_brackets() for source in one.sources)
        teller, words = Teller(record.meeting), Wording(record.meeting)
        found: dict[str, Told] = {}
        for key in wanted:
            entry = record.reads(key)
            if entry is None:
                continue
            known = self._told.get(key)
            taken_back = key in record.retracted
            if known is None or known[0] is not entry or known[1].is_taken_back != taken_back:
                known = entry, told(entry, teller, words, taken_back=taken_back)
            found[key] = known[1]
            self._told[key] = known
        return found


def _settled(record: Record) -> dict[str, str]:
    """Return since when each paragraph is agreed that is, and by whom."""
    found = {}
    for key, held in record.live.drafts.held.items():
        entry = record.entry(held.settled) if held.status != "open" else None
        if entry is not None:
            at = entry.happened.astimezone(record.live.zone)
            found[key] = f"{at.day} {at:%b %H:%M}, {entry.by or entry.station}"
    return found


def told(entry: Entry, teller: Teller, words: Wording, *, taken_back: bool = False) -> Told:
    """Return an entry in words: when, who, and what was said."""
    sentence = teller.sentence(entry)
    said = getattr(entry.what, "text", "")
    has_words = bool(said) and isinstance(said, str) and sentence.endswith(said)
    who = sentence[: -len(said)].strip() if has_words else ""
    on = day(words.day_of(entry.happened))
    return Told(on, words.time_of(entry.happened), who, said if has_words else sentence, taken_back)
