"""What an entry is, in one line, for somebody who asks what a sentence rests on."""

from __future__ import annotations

from collections.abc import Callable

from plenary_tui.record.history import Record

from .telling import Teller
from .wording import Wording, day


def explainer(record: Record) -> Callable[[str], str]:
    """Return what says an entry by its id: `hall-12, 9 November 2021, 10:31: Novaria: …`."""
    teller, words = Teller(record.meeting), Wording(record.meeting)

    def explain(entry_id: str) -> str:
        entry = record.reads(entry_id)
        if entry is None:
            return f"{entry_id}: not in this record."
        on = day(words.day_of(entry.happened))
        time = words.time_of(entry.happened)
        when = f"{on}, {time}" if time else on
        return f"{entry_id}, {when}: {' '.join(teller.sentence(entry).split())}"

    return explain
