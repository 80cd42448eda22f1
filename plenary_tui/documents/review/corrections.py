"""Corrections: taken from a delegation, bound to what stands there, answered one by one.

Nothing is put right silently: words that do not stand there, or stand there twice, are said.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from plenary_tui.documents.comparing import Span, words
from plenary_tui.documents.versions import find
from plenary_tui.errors import PlenaryError, WrongUse
from plenary_tui.record.abbreviations import written_out
from plenary_tui.record.correcting import WORDS, holds
from plenary_tui.record.drafts import Version, number_key
from plenary_tui.record.entries import Entry
from plenary_tui.record.history import Record
from plenary_tui.record.kinds import (
    Continuation,
    CorrectionAsked,
    DraftIssued,
    ParagraphRef,
)
from plenary_tui.record.reviewing import is_late, last_version, paragraphs_of


@dataclass(frozen=True)
class Asked:
    """A correction as it was asked for, and what became of it.

    place: `entry hall-12`, `paragraph 14 of version 2`. reads: of one that is open, the words that
    stand there now, empty where they are gone; stands: whether `old` is among them. reason: of a
    refusal.
    """

    id: str
    who: str
    when: datetime
    place: str
    what: CorrectionAsked
    reads: str
    stands: bool
    late: bool
    verdict: str = ""
    reason: str = ""
    answer: str = ""

    @property
    def spans(self) -> tuple[Span, ...]:
        """How the words would change: all that stand there, or only those that were quoted."""
        old, new = self.what.old, self.what.new
        if self.stands and old:
            return words(self.reads, self.reads.replace(old, new, 1))
        return words(old, new)


def asked(record: Record) -> list[Asked]:
    """Return the corrections of a record, in the order in which they came."""
    drafts = record.meeting.drafts
    held = sorted(drafts.corrections.values(), key=lambda one: (one.entry.order, one.entry.id))
    found = []
    for one in held:
        what = one.entry.what
        assert isinstance(what, CorrectionAsked)
        reads = "" if one.verdict else _reads(record, what)
        about = what.target if what.paragraph is not None else ""
        late = is_late(drafts, one.entry.happened, about)
        found.append(Asked(
            one.entry.id, what.speaker, one.entry.happened, place_of(record, what), what, reads,
            bool(reads) and what.old in reads, late, one.verdict, one.reason, one.answer,
        ))  # fmt: skip
    return found


def correction(record: Record, correction_id: str) -> Asked:
    """Return a correction by its id. Raises WrongUse where there is none."""
    known = asked(record)
    found = next((one for one in known if one.id == correction_id), None)
    if found is None:
        waiting = ", ".join(one.id for one in known if not one.verdict) or "none"
        raise WrongUse(f"{correction_id} is no correction that was asked for; open: {waiting}.")
    return found


def place_of(record: Record, what: CorrectionAsked) -> str:
    """Say what a correction is about."""
    version = record.meeting.drafts.version(what.target)
    if what.paragraph is None or version is None:
        return f"entry {what.target}"
    return f"{_paragraph_called(version, what.paragraph)} of version {version.label}"


def _paragraph_called(version: Version, ref: ParagraphRef) -> str:
    """Name a paragraph by its number; one without by the number that it stands under."""
    number = ""
    for one in paragraphs_of(version):
        number = one.number or number
        if one.ref == ref:
            return f"paragraph {number}" if one.number else f"the text under paragraph {number}"
    return f"paragraph {ref.id}"


def _reads(record: Record, what: CorrectionAsked) -> str:
    if what.paragraph is not None:
        held = record.meeting.drafts.held.get(what.paragraph.id)
        version = record.meeting.drafts.version(what.target)
        text = held.texts.get(version.language) if held and version else None
        return text.text if text is not None and not text.removed else ""
    if what.target in record.retracted:
        return ""
    holder = holder_of(record, what.target, what.old) or record.reads(what.target)
    return words_of(holder, what.old) if holder else ""


def words_of(entry: Entry, old: str = "") -> str:
    """Return the words of an entry that hold others, else its first."""
    what = entry.what
    name = holds(what, old) if old else ""
    held = [str(getattr(what, one)) for one in ((name,) if name else WORDS) if hasattr(what, one)]
    return next((one for one in held if one), "")


def holder_of(record: Record, entry_id: str, old: str) -> Entry | None:
    """Return the entry that holds words: the one that is named, or one that continues it."""
    for entry in _with_continuations(record, entry_id):
        if old and holds(entry.what, old):
            return entry
    return None


def _with_continuations(record: Record, entry_id: str) -> Iterator[Entry]:
    named = record.reads(entry_id)
    if named is None:
        return
    yield named
    parts = {entry_id}
    for entry in record.readings():
        if isinstance(entry.what, Continuation) and entry.what.target in parts:
            parts.add(entry.id)
            yield entry


def ask_of_entry(
    record: Record, who: str, entry_id: str, old: str, new: str, why: str, person: str = ""
) -> CorrectionAsked:  # fmt: skip
    """Return the command that asks for a correction of an entry of the record.

    who: as `delegation_named` gives it. Raises WrongUse where there is no such entry, it was
    taken back, or `old` does not stand in it exactly once.
    """
    entry = record.entry(entry_id)
    if entry is None:
        raise WrongUse(f"There is no entry {entry_id}: take its number from the extract.")
    if entry_id in record.retracted:
        raise WrongUse(f"{entry_id} was taken back: it stands in no record any more.")
    if old:
        shown = written_out(record)
        holder = holder_of(record, entry_id, old) or holder_of(shown, entry_id, old)
        held = [words_of(one) for one in _with_continuations(shown, entry_id)]
        stands = words_of(holder, old) if holder else " ".join(held)
        _must_stand_once(old, stands, entry_id)
    return CorrectionAsked(
        target=entry_id, speaker=who, person=person, old=old, new=new, text=why
    )  # fmt: skip


def ask_of_paragraph(
    record: Record, who: str, number: str, label: str, old: str, new: str, why: str,
    person: str = "",
) -> CorrectionAsked:  # fmt: skip
    """Return the command that asks for a correction of a paragraph of a version.

    label: of the version, empty for the one issued last. Raises WrongUse as `ask_of_entry` does.
    """
    version = version_meant(record, label)
    found = [one for one in paragraphs_of(version) if number_key(one.number) == number_key(number)]
    if not found or not number:
        raise WrongUse(f"Version {version.label} has no paragraph {number}: check the number.")
    if old:
        _must_stand_once(old, found[0].text, f"paragraph {number} of version {version.label}")
    return CorrectionAsked(
        target=version.id, paragraph=found[0].ref, speaker=who, person=person, old=old, new=new,
        text=why,
    )  # fmt: skip


def version_meant(record: Record, label: str = "") -> Version:
    """Return the version of a label, the last one where there is none. Raises WrongUse."""
    if label:
        return find(record, label)
    version = last_version(record.meeting.drafts)
    if version is None:
        raise WrongUse("No version of the draft was issued yet: plenary issue issues one.")
    return version


def symbol_of(version: Version) -> str:
    """Return the symbol of a version as it was printed; empty where it has none."""
    what = version.entry.what
    return what.symbol if isinstance(what, DraftIssued) else ""


def _must_stand_once(old: str, stands: str, where: str) -> None:
    times = stands.count(old)
    if times == 0:
        raise WrongUse(f"“{old}” does not stand in {where}, which reads: “{stands}”.")
    if times > 1:
        raise WrongUse(f"“{old}” stands {times} times in {where}: quote more of the words.")


def still_open(record: Record, correction_id: str) -> Asked:
    """Return a correction that nobody answered. Raises PlenaryError."""
    one = correction(record, correction_id)
    if one.verdict:
        raise PlenaryError(
            f"{correction_id} was {one.verdict} already: undo @{one.answer} takes that back."
        )
    return one
