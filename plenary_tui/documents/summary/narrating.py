"""The summary record of one sitting: what belongs together stands in one paragraph.

A speaker who goes on is not named again, nor a stance that several take in a row. Such a paragraph
rests on several entries. Nothing that was said is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from plenary_tui.record.entries import Entry
from plenary_tui.record.kinds import (
    Amendment,
    AmendmentAccepted,
    Drafting,
    Intervention,
    ItemChange,
    Kind,
    Marking,
    Paper,
    Position,
    Presentation,
    Presiding,
    SittingTime,
    Spoken,
    Stance,
    Withdrawal,
)
from plenary_tui.record.speech import UNKNOWN_SPEAKER

from ..draft import Paragraph
from ..wording import Wording, capital
from .gathering import closed_note
from .naming import Narrated
from .sentences import is_told, took_the_floor, words_alone, write
from .text_sentences import stances_in_a_row

_SPOKEN = (Intervention, Presentation, Paper, Amendment, Position)
_ASKED = ("bracket", "alternative")
_PROCEDURE = (AmendmentAccepted, Stance, Withdrawal)
_LONGEST = 700
"""Signs after which a paragraph is long enough for its speaker to be named anew."""
_MANY_SPOKE = 8
"""Speakers on an item from which on they are listed at its end."""
SPOKE = "Took the floor"


@dataclass
class Item:
    """A part of a sitting: an item, the entry that it was taken up with, what was said."""

    number: str
    at: str
    paragraphs: list[Paragraph] = field(default_factory=list)
    speakers: dict[str, list[Entry]] = field(default_factory=dict)


class Narration:
    """Tells a sitting's entries in their order. numbers: of the record's paragraphs."""

    def __init__(self, chronicle: Narrated, numbers: Iterator[int]) -> None:
        self._chronicle = chronicle
        self._numbers = numbers
        self._items: list[Item] = []
        self._item = ""
        self._last: Entry | None = None
        self._row: list[Entry] = []
        self._sealed: list[Entry] = []

    def seal(self, entry: Entry) -> None:
        """Pass over an entry whose words are under seal: no more is told than that it is there."""
        self._end_row()
        self._sealed.append(entry)

    def add(self, entry: Entry, told: Paragraph | None = None) -> None:
        """Tell an entry. told: how, where it is not in the usual way."""
        if not is_told(self._chronicle, entry):
            return
        if self._row and self._is_alike(self._row[-1], entry):
            self._row.append(entry)
            return
        self._end_row()
        if self._says_only_who(entry):
            self._row = [entry]
        elif not self._goes_on(entry):
            self._place(entry, [told] if told else write(self._chronicle, entry))

    def end(self, *paragraphs: Paragraph) -> list[Item]:
        """Tell what is left to tell, then what the sitting ends with; return its items."""
        self._end_row()
        self._end_sealed("")
        for item in self._items:
            if len(item.speakers) >= _MANY_SPOKE:
                closes = item is self._items[-1] and self._last and _closes(self._last)
                place = len(item.paragraphs) - bool(closes)
                item.paragraphs.insert(place, self._who_spoke(item))
        if paragraphs:
            self._open("").paragraphs.extend(paragraphs)
        return [one for one in self._items if one.paragraphs]

    # --- items -------------------------------------------------------------------------------

    def _place(self, entry: Entry, written: list[Paragraph]) -> None:
        """Put what an entry makes under its item."""
        what = entry.what
        if isinstance(what, ItemChange) and what.act in ("taken_up", "reopened"):
            self._item = what.number
        elif entry.item and written:
            self._item = entry.item
        if not written and not isinstance(what, ItemChange):
            return
        # what was sealed before the line that closed the sitting was said after it
        if not (isinstance(what, Marking) and what.level == "in_camera"):
            self._end_sealed(entry.id)
        item = self._open(entry.id)
        for paragraph in written:
            item.paragraphs.append(replace(paragraph, number=str(next(self._numbers))))
        self._last = entry if written else None
        if isinstance(what, Presiding):
            self._chronicle.words.preside(what.speaker, what.person)
        if written:
            self._count(item, entry)

    def _open(self, at: str) -> Item:
        """Return the item that is before the meeting; another one opens a part."""
        if not self._items or self._items[-1].number != self._item:
            self._items.append(Item(self._item, at))
        return self._items[-1]

    def _end_sealed(self, at: str) -> None:
        if self._sealed:
            note = closed_note(self._sealed)
            item = self._open(at or self._sealed[-1].id)
            item.paragraphs.append(replace(note, number=str(next(self._numbers))))
            self._sealed, self._last = [], None

    def _count(self, item: Item, entry: Entry) -> None:
        """Count who spoke; whoever presides is not one of those who took the floor."""
        what = entry.what
        if entry.id not in self._chronicle.meeting.speeches or not isinstance(what, Spoken):
            return
        if what.speaker not in ("", UNKNOWN_SPEAKER) and what.capacity != "chair":
            item.speakers.setdefault(what.speaker.casefold(), []).append(entry)

    def _who_spoke(self, item: Item) -> Paragraph:
        """Say who took the floor on an item, for whoever looks for a name."""
        spoken = list(item.speakers.values())
        on = self._chronicle.meeting.day_of(spoken[0][0])
        codes = [getattr(some[0].what, "speaker", "") for some in spoken]
        names = Wording(self._chronicle.meeting).names(codes, on)
        ids = (one.id for some in spoken for one in some)
        return Paragraph(f"{capital(names)}.", (item.at, *ids), lead=f"{SPOKE}:")

    # --- what goes on ------------------------------------------------------------------------

    def _goes_on(self, entry: Entry) -> bool:
        """Tell an entry in the paragraph before it, where it belongs there."""
        if self._is_next_step(entry):
            self._append(entry, self._written(entry))
            return True
        last = self._last
        if last is None or self._sealed or last.item != entry.item:
            return False
        paragraph = self._items[-1].paragraphs[-1]
        if len(paragraph.text) > _LONGEST or not self._speaks_on(last, entry):
            return False
        alone = words_alone(self._chronicle, last) and words_alone(self._chronicle, entry)
        self._append(entry, alone or self._written(entry))
        return True

    def _written(self, entry: Entry) -> str:
        words = self._chronicle.words
        words.go_on(entry.id)
        told = write(self._chronicle, entry)
        words.go_on("")
        return told[0].text if told else ""

    def _append(self, entry: Entry, text: str) -> None:
        item = self._items[-1]
        known = item.paragraphs[-1]
        sources = self._chronicle.sources(*known.sources, entry.id)
        item.paragraphs[-1] = replace(known, text=f"{known.text} {text}".strip(), sources=sources)
        self._last = entry
        self._count(item, entry)

    def _speaks_on(self, last: Entry, entry: Entry) -> bool:
        """Whether the speaker of an entry goes on in the same name, and nobody joined either."""
        one, other = last.what, entry.what
        if not (_is_plain(one) and _is_plain(other)):
            return False
        assert isinstance(one, Spoken) and isinstance(other, Spoken)
        day_of = self._chronicle.meeting.day_of
        return (
            day_of(last) == day_of(entry)  # names are of a day
            and _in_whose_name(one) == _in_whose_name(other)
            and (bool(other.speaker) or other.capacity == "chair")
            and other.speaker != UNKNOWN_SPEAKER
            and other.person in ("", one.person)
            and not self._is_joined(last)
            and not self._is_joined(entry)
        )

    def _is_joined(self, entry: Entry) -> bool:
        speech = self._chronicle.meeting.speeches.get(entry.id)
        return speech is not None and bool(speech.aligned or speech.stances)

    # --- rows --------------------------------------------------------------------------------

    def _says_only_who(self, entry: Entry) -> bool:
        """Whether there is nothing to tell but who it was."""
        if isinstance(entry.what, Stance):
            return True
        speech = self._chronicle.meeting.speeches.get(entry.id)
        is_silent = speech is not None and not speech.text and not self._is_joined(entry)
        return isinstance(entry.what, Intervention) and is_silent

    def _is_alike(self, last: Entry, entry: Entry) -> bool:
        """Whether two say the same but for who: it is told of both at once."""
        one, other = last.what, entry.what
        if last.item != entry.item or type(one) is not type(other):
            return False
        if isinstance(one, Stance) and isinstance(other, Stance):
            return (one.target, one.stance) == (other.target, other.stance)
        return self._says_only_who(entry)

    def _end_row(self) -> None:
        """Tell those who said the same in a row."""
        row, self._row = self._row, []
        if not row:
            return
        first, *others = row
        if isinstance(first.what, Stance):
            told = stances_in_a_row(self._chronicle, row)
        else:
            told = took_the_floor(self._chronicle, row)
        if self._is_next_step(first):
            self._append(first, told)
        else:
            self._place(first, [Paragraph(told, self._chronicle.sources(first.id))])
        for entry in others:
            self._append(entry, "")

    def _is_next_step(self, entry: Entry) -> bool:
        """Whether an entry is a small step of procedure after another one."""
        last = self._last
        if last is None or self._sealed or last.item != entry.item:
            return False
        return isinstance(entry.what, _PROCEDURE) and isinstance(last.what, _PROCEDURE)


def _closes(entry: Entry) -> bool:
    return isinstance(entry.what, SittingTime) and entry.what.act == "closed"


def _is_plain(what: Kind) -> bool:
    """Whether somebody speaks, or asks for something, without a form of its own."""
    if isinstance(what, Drafting):
        return what.act in _ASKED
    return isinstance(what, _SPOKEN)


def _in_whose_name(what: Spoken) -> tuple[str, str, str]:
    return what.speaker, what.capacity, what.group
