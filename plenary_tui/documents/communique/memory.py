"""What an item's paragraphs were written from: where that is unchanged, they stay as written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from operator import is_
from typing import TYPE_CHECKING

from plenary_tui.record.entries import Entry
from plenary_tui.record.kinds import Pointing

from ..chronicle import Chronicle
from ..draft import Paragraph
from .voice import Voice

if TYPE_CHECKING:
    from .items import Business

Seen = tuple[object, ...]


@dataclass
class _Touched:
    """How often something was said under each item, or behind something said there."""

    items: dict[str, str] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)


@dataclass
class _Written:
    """Paragraphs, what they were written from, and the bodies that are named in full by then."""

    seen: Seen
    held: Seen
    paragraphs: list[Paragraph]
    named: frozenset[str]


def remembered(
    voice: Voice, under: Business, annex: str, write: Callable[[], list[Paragraph]]
) -> list[Paragraph]:  # fmt: skip
    """Return the paragraphs of an item, written anew only where something of it changed."""
    memory: dict[str, _Written] = voice.chronicle.kept
    seen, held = _seen(voice, under, annex), _held(voice, under)
    key = f"{voice.language.code} {under.number}"
    known = memory.get(key)
    if known is None or known.seen != seen or not _same(known.held, held):
        made = write()
        known = memory[key] = _Written(seen, held, made, frozenset(voice.named))
    voice.named |= known.named
    return list(known.paragraphs)


def _seen(voice: Voice, under: Business, annex: str) -> Seen:
    """Return what is compared by value."""
    chronicle = voice.chronicle
    touched = chronicle.gathered(_touch, _Touched())
    behind = chronicle.behind
    return (
        annex,
        frozenset(voice.named),
        touched.counts[under.number],
        voice.known_names,
        [chronicle.state(text) for text in under.texts],
        [behind.get(entry) for text in under.texts for entry in text.entries()],
    )


def _held(voice: Voice, under: Business) -> Seen:
    """Return what is the same object as long as it is unchanged."""
    meeting = voice.chronicle.meeting
    item = meeting.agenda.get(under.number)
    return (meeting.brackets, meeting.roster, meeting.facts, item, *under.texts)


def _same(one: Seen, two: Seen) -> bool:
    return len(one) == len(two) and all(map(is_, one, two))


def _touch(chronicle: Chronicle, entries: Iterable[Entry], found: _Touched) -> None:
    for entry in entries:
        what = entry.what
        root = found.items.get(what.target, "") if isinstance(what, Pointing) else ""
        found.items[entry.id] = root or entry.item
        found.counts.update({root or entry.item, entry.item})
