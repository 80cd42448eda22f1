"""Makes the draft screen's view of a record, beside the recording thread."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from plenary_tui.documents.checks import check
from plenary_tui.documents.communique import workshop
from plenary_tui.documents.telling import Teller
from plenary_tui.documents.wording import Wording, day
from plenary_tui.record.entries import Entry
from plenary_tui.record.history import Record

from .rows import rows
from .view import DraftView, Told


class DraftComposer:
    """Makes a view of a record as often as it grows; an entry is put into words once."""

    def __init__(self) -> None:
        self._told: dict[str, tuple[Entry, Told]] = {}

    def __call__(self, record: Record, now: datetime) -> DraftView:
        """Return the view of an open record. Raises PlenaryError."""
        shop = workshop(record, now)
        # open brackets are counted in the meter, and no draft is final
        found = check(shop.draft, record)
        findings = tuple(one for one in found if one.what != "bracket_open")
        wanted = {*shop.used, *(one.entry for one in findings if one.entry)}
        wanted.update(source for _, one in shop.open_brackets() for source in one.sources)
        view = DraftView(shop, record.meeting, findings, self._all(record, wanted))
        return replace(view, rows=tuple(rows(view)))

    def _all(self, record: Record, wanted: set[str]) -> dict[str, Told]:
        teller, words = Teller(record.meeting), Wording(record.meeting)
        found: dict[str, Told] = {}
        for key in wanted:
            entry = record.reads(key)
            if entry is None:
                continue
            known = self._told.get(key)
            taken_back = key in record.retracted
            if known is None or known[0] != entry or known[1].is_taken_back != taken_back:
                known = entry, told(entry, teller, words, taken_back=taken_back)
            found[key] = known[1]
            self._told[key] = known
        return found


def told(entry: Entry, teller: Teller, words: Wording, *, taken_back: bool = False) -> Told:
    """Return an entry in words: when, who, and what was said."""
    sentence = teller.sentence(entry)
    said = getattr(entry.what, "text", "")
    has_words = bool(said) and isinstance(said, str) and sentence.endswith(said)
    who = sentence[: -len(said)].strip() if has_words else ""
    on = day(words.day_of(entry.happened))
    return Told(on, words.time_of(entry.happened), who, said if has_words else sentence, taken_back)
