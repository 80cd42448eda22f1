"""Answers to corrections: what is recorded when one is accepted or refused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from plenary_tui.documents.workshop import acts
from plenary_tui.documents.workshop.typed import as_typed
from plenary_tui.documents.workshop.view import Workshop
from plenary_tui.errors import PlenaryError
from plenary_tui.record.abbreviations import written_out
from plenary_tui.record.bracketing import Marked, mark
from plenary_tui.record.clean import clean
from plenary_tui.record.history import Record
from plenary_tui.record.kinds import Answer, Correction, CorrectionAnswered, DraftEdit, Kind

from .corrections import Asked, holder_of, still_open, words_of


@dataclass(frozen=True)
class Accepting:
    """What is recorded, in this order, and what to tell the person who accepts."""

    commands: tuple[Kind, ...]
    said: str


def accepting(
    record: Record, draft: Callable[[], Workshop], correction_id: str, *, by_hand: bool = False
) -> Accepting:  # fmt: skip
    """Return what accepting a correction records: first the words as they now read, then that.

    record: as it is kept, sealed words and all. draft: composes the draft, where it is needed.
    by_hand: the words were put right already, or no words are to change. Raises PlenaryError where
    the words do not stand there any more.
    """
    one = still_open(record, correction_id)
    answer = CorrectionAnswered(target=one.id, verdict="accepted")
    if by_hand:
        return Accepting((answer,), f"{one.place}: accepted; the words were put right by hand")
    if not one.what.old:
        why = f"It quotes no words of {one.place}: put it right by hand, then accept it by hand."
        raise PlenaryError(why)
    change = _in_draft(draft(), record, one) if one.what.paragraph else _in_record(record, one)
    if change is None:
        return Accepting((answer,), f"{one.place}: accepted; it reads so already")
    return Accepting((change, answer), f"{one.place}: accepted and put right")


def refusing(record: Record, correction_id: str, reason: str) -> CorrectionAnswered:
    """Return what refusing a correction records. Raises PlenaryError where no reason is given."""
    one = still_open(record, correction_id)
    reason = clean(reason).strip()
    if not reason:
        raise PlenaryError(f"Say why {one.id} is refused: the reason is printed.")
    return CorrectionAnswered(target=one.id, verdict="refused", text=reason)


def _in_record(record: Record, one: Asked) -> Correction | None:
    """Return how an entry is put right; None where it reads so already.

    Words that a short form stands for are put right with the short forms written out.
    """
    what = one.what
    if what.target in record.retracted:
        raise PlenaryError(
            f"{what.target} was taken back since: refuse the correction, and say so."
        )
    holder = holder_of(record, what.target, what.old)
    if holder is not None:
        _once(what.old, words_of(holder, what.old), one.place)
        return Correction(target=holder.id, old=what.old, new=what.new)
    shown = holder_of(written_out(record), what.target, what.old)
    raw = record.reads(shown.id) if shown else None
    if shown is not None and raw is not None:
        long = words_of(shown, what.old)
        _once(what.old, long, one.place)
        return Correction(
            target=shown.id, old=words_of(raw), new=long.replace(what.old, what.new)
        )  # fmt: skip
    if not what.new or holder_of(record, what.target, what.new) is None:
        raise _gone(one)
    return None


def _in_draft(view: Workshop, record: Record, one: Asked) -> DraftEdit | None:
    """Return how a paragraph of the draft is put right; None where it reads so already."""
    what = one.what
    assert what.paragraph is not None
    paragraph = what.paragraph.id
    held = view.held(paragraph)
    version = record.meeting.drafts.version(what.target)
    language = version.language if version else ""
    if held is None or held.text.removed or paragraph not in view.places:
        raise PlenaryError(f"{one.place} is in the draft no more: refuse it, and say so.")
    text = held.texts.get(language) or held.text
    now = Marked(text.text, text.brackets)
    if what.old not in now.text:
        if not what.new or what.new not in now.text:
            raise _gone(one)
        return None
    _once(what.old, now.text, one.place)
    right = put_right(now, what.old, what.new)
    if language:
        known = acts.known_by(record.meeting.roster.code)
        edit = acts.translated(view, paragraph, as_typed(right), known, language)
    else:
        edit = acts.reworded(view, paragraph, right, "answered")
    update = {
        "answers": (Answer(target=one.id, verdict="accepted"),), "who": (one.who,),
        "note": what.text,
    }  # fmt: skip
    return edit.model_copy(update=update)


def put_right(text: Marked, old: str, new: str) -> Marked:
    """Return a text whose words `old` read `new`, its brackets around other words as they were.

    Raises PlenaryError where the words run into a bracket or out of one.
    """
    start = text.text.index(old)
    end, by = start + len(old), len(new) - len(old)
    kept = []
    for one in text.brackets:
        if start <= one.start and one.end <= end:
            continue
        apart = end <= one.start or one.end <= start
        if not apart and not (one.start < start and end < one.end):
            raise PlenaryError("These words run across a bracket: settle the bracket first.")
        kept.append(replace(
            one, start=one.start + by * (one.start >= end), end=one.end + by * (one.end >= end)
        ))  # fmt: skip
    return mark(text.text[:start] + new + text.text[end:], (), tuple(kept))


def _once(old: str, stands: str, place: str) -> None:
    if stands.count(old) > 1:
        raise PlenaryError(
            f"“{old}” stands {stands.count(old)} times in {place} by now: put it right by hand."
        )


def _gone(one: Asked) -> PlenaryError:
    return PlenaryError(
        f"“{one.what.old}” does not stand in {one.place} any more, which reads: "
        f"“{one.reads}”; put it right by hand, then accept it by hand."
    )
