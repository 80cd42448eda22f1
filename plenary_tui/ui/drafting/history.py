"""What was done to a paragraph of the draft: each entry with its time, by whom, and the words."""

from __future__ import annotations

from typing import NamedTuple

from plenary_tui.documents.comparing import Span, words
from plenary_tui.documents.telling import Teller
from plenary_tui.documents.workshop.snapshot import wording_in
from plenary_tui.record.entries import Entry
from plenary_tui.record.history import Record
from plenary_tui.record.kinds import DraftEdit, DraftIssued, ParagraphText

_ACTS = {
    "edited": "worded anew", "added": "written by hand", "split": "split", "joined": "joined",
    "moved": "moved", "removed": "taken out", "restored": "put back",
    "bracketed": "put in brackets", "cleaned": "brackets cleaned", "agreed": "agreed",
    "reopened": "opened again", "taken": "composed words taken", "kept": "words at hand kept",
    "answered": "what was asked for answered", "translated": "worded in another language",
}  # fmt: skip


class Change(NamedTuple):
    """One thing done. spans: from the words before to those after; empty where none changed."""

    when: str
    by: str
    says: str
    spans: tuple[Span, ...] = ()


def history(record: Record, paragraph: str, composed: str = "") -> tuple[Change, ...]:
    """Return what was done to a paragraph, the last first; nothing where it is composed only.

    composed: the words that it was begun with, or would be now.
    """
    drafts = record.live.drafts
    held = drafts.held.get(paragraph)
    issued = (one.entry for one in drafts.versions if wording_in(one, paragraph))
    touched = (record.entry(one) for one in held.entries) if held else ()
    entries = {one.id: one for one in (*touched, *issued) if one is not None}
    teller = Teller(record.meeting)
    found: list[Change] = []
    before: str | None = composed or None
    for entry in sorted(entries.values(), key=lambda one: (one.order, one.id)):
        now = _words(record, entry, paragraph)
        spans = words(before, now) if before is not None and now not in (None, before) else ()
        if before is None and now:
            spans = (Span("same", now),)
        local = entry.happened.astimezone(record.live.zone)
        when = f"{local.day} {local:%b %H:%M}"
        found.append(
            Change(when, entry.by or entry.station, _says(teller, entry, paragraph), spans)
        )
        before = now if now is not None else before
    return tuple(reversed(found))


def _says(teller: Teller, entry: Entry, paragraph: str) -> str:
    what = entry.what
    if isinstance(what, DraftIssued):
        return f"issued in version {what.label}"
    if not isinstance(what, DraftEdit):
        return teller.sentence(entry)
    said = _ACTS[what.act]
    text = _own(entry, paragraph)
    if what.act == "agreed" and text is not None and text.status == "agreed_ad_ref":
        said = "agreed ad ref"
    if what.who:
        said += f" for {teller.names(what.who, entry.happened)}"
    return f"{said}: {what.note}" if what.note else said


def _own(entry: Entry, paragraph: str) -> ParagraphText | None:
    what = entry.what
    if not isinstance(what, DraftEdit):
        return None
    texts = (one for one in what.paragraphs if not one.language)
    return next((one for one in texts if one.ref.written_by(entry.id).id == paragraph), None)


def _words(record: Record, entry: Entry, paragraph: str) -> str | None:
    """Return how an entry has the paragraph read; None where it says nothing of that."""
    if isinstance(entry.what, DraftIssued):
        version = record.live.drafts.version(entry.id)
        return wording_in(version, paragraph) if version else None
    text = _own(entry, paragraph)
    return text.text if text is not None else None
