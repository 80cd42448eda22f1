"""How a paragraph of the draft comes to read otherwise, whoever says so and in whatever way."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from immutables import Map

from plenary_tui.record.drafts import Held
from plenary_tui.record.entries import Entry
from plenary_tui.record.kinds import ParagraphText
from plenary_tui.record.meeting import Meeting


def change(meeting: Meeting, **changes: Any) -> None:
    """Change the draft's part of a meeting."""
    meeting.drafts = replace(meeting.drafts, **changes)


def keep(meeting: Meeting, entry: Entry, text: ParagraphText, *, by_hand: bool) -> None:
    """Let a paragraph read so from an entry on. by_hand: its words are somebody's own."""
    ref = text.ref.written_by(entry.id)
    known = meeting.drafts.held.get(ref.id)
    number = meeting.drafts.promised.get(ref.id, "")
    was = known or Held(ref, Map(), number=number)
    reworded = known is not None and _rewords(known, text, by_hand=by_hand)
    texts = Map() if reworded else was.texts
    held = replace(
        was,
        texts=texts.set(text.language, text.model_copy(update={"ref": ref})),
        entries=(*was.entries, entry.id),
        latest=was.latest.set(text.language, entry.id),
        by_hand=by_hand,
    )
    if known is None or held.status != known.status:
        held = replace(held, settled=entry.id)
    change(meeting, held=meeting.drafts.held.set(ref.id, held))
    _note_cleaned(meeting, entry, held)


def _rewords(known: Held, text: ParagraphText, *, by_hand: bool) -> bool:
    """Whether the original reads otherwise now: what was translated is other words then.

    An original that nobody held was composed; somebody's own words are others.
    """
    own = known.texts.get("")
    return not text.language and (by_hand if own is None else own.text != text.text)


def _note_cleaned(meeting: Meeting, entry: Entry, held: Held) -> None:
    """What was asked for in the room and stands in no bracket any more is settled with it.

    But not what is under seal: who changed the paragraph could not see it.
    """
    standing = {source for one in held.text.brackets for source in one.sources}
    gone = {
        key: replace(asked, cleaned=entry.id)
        for key, asked in meeting.brackets.items()
        if asked.on == held.id and not asked.cleaned and key not in standing
        and not (asked.entry.seals or key in meeting.covered) | entry.seals
    }  # fmt: skip
    if gone:
        meeting.brackets = meeting.brackets.update(gone)
