"""What the journal says of the communiqué: versions issued, adopted, published, and corrected."""

from __future__ import annotations

from collections.abc import Iterator

from plenary_tui.record.entries import Entry
from plenary_tui.record.kinds import CorrectionAnswered, CorrectionAsked, DraftIssued, Review

from ..chronicle import Chronicle
from ..draft import Listing, Paragraph, Section
from ..telling import Teller
from ..wording import capital, day, sentence

_STAGES = ("adopted", "published")


def communique_stages(chronicle: Chronicle) -> Section:
    """Return what became of the communiqué, in its order; edits and reviews stay out of it."""
    teller = Teller(chronicle.meeting)
    found = []
    for entry in chronicle.entries:
        if chronicle.is_closed(entry) or not (words := _words(chronicle, teller, entry)):
            continue
        on, time = chronicle.words.day_of(entry.happened), chronicle.words.time_of(entry.happened)
        lead = f"{', '.join(part for part in (day(on), time) if part)}:"
        found.append(Paragraph(sentence(capital(words)), (entry.id,), lead=lead))
    return Section("Communiqué", (Listing(tuple(found)),) if found else ())


def _words(chronicle: Chronicle, teller: Teller, entry: Entry) -> str:
    what = entry.what
    if isinstance(what, DraftIssued) or (isinstance(what, Review) and what.act in _STAGES):
        return teller.happening(entry).removeprefix("draft: ")
    if isinstance(what, CorrectionAnswered) and what.verdict == "accepted":
        return "; ".join(_corrected(chronicle, teller, entry, what))
    return ""


def _corrected(
    chronicle: Chronicle, teller: Teller, entry: Entry, what: CorrectionAnswered
) -> Iterator[str]:  # fmt: skip
    """Yield a correction that was accepted, where no later answer undid that."""
    asked = chronicle.meeting.drafts.corrections.get(what.target)
    if asked is None or asked.answer != entry.id or chronicle.is_closed(asked.entry):
        return
    change = asked.entry.what
    if isinstance(change, CorrectionAsked):
        told = teller.happening(asked.entry).removeprefix("correction asked by ")
        yield f"corrected as asked by {told}"
