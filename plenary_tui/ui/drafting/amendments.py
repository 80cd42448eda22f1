"""What the amendments screen shows: the paragraphs that something is asked for, and what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from plenary_tui.documents.comparing import Span, words
from plenary_tui.documents.telling import Teller
from plenary_tui.documents.workshop.asked import Amendment, totals
from plenary_tui.documents.workshop.view import Workshop
from plenary_tui.record.bracketing import Marked
from plenary_tui.record.drafts import number_key
from plenary_tui.record.meeting import Meeting
from plenary_tui.ui.display.owned import owned_pieces
from plenary_tui.ui.panels import Line, Piece
from plenary_tui.ui.terminal.wrapping import fit, wrap

from .lines import DraftRow
from .meter import MOST_LINES

if TYPE_CHECKING:
    from plenary_tui.record.history import Record

BEGINNING = "§beginning"
"""The group of what is to stand before all paragraphs; no paragraph is called so."""

AROUND = 5
"""Words that are shown on either side of a change."""
_NUMBER = 9
_PARTS = {"same": "plain", "inserted": "inserted", "deleted": "deleted"}
_BECAME = {
    "accepted": "✓ accepted", "bracketed": "[ ] in brackets", "refused": "✗ refused",
    "withdrawn": "✗ withdrawn",
}  # fmt: skip
_NOTHING = DraftRow("", ())


@dataclass(frozen=True)
class AmendmentsView:
    """The draft, and all that was asked for in it."""

    workshop: Workshop
    meeting: Meeting
    amendments: tuple[Amendment, ...]

    @cached_property
    def groups(self) -> dict[str, tuple[Amendment, ...]]:
        """What was asked for by paragraph, in today's order."""
        found: dict[str, tuple[Amendment, ...]] = {}
        for one in self.amendments:
            key = one.paragraph or BEGINNING
            found[key] = (*found.get(key, ()), one)
        return found

    def called(self, group: str) -> str:
        """How people call a group's paragraph."""
        if group == BEGINNING:
            return "the beginning"
        number = self.groups[group][0].number
        gone = group not in self.workshop.places or self.groups[group][0].today is None
        named = number or "–"
        only_new = all(one.form == "new" for one in self.groups[group])
        return f"{named} gone" if gone and not only_new else named

    def name(self, code: str) -> str:
        """Return a delegation's name as the screen says it."""
        return Teller(self.meeting).name(code) if code else "nobody"

    def told(self, one: Amendment) -> str:
        """Return who asks for what at which paragraph."""
        who = ", ".join(one.who) or "somebody"
        return f"{who}, {_ASKS[one.form]}, at {self.called(one.paragraph or BEGINNING)}"

    def found(self, row: str) -> Amendment | None:
        """Return the amendment that a row of the right list is of."""
        return next((one for one in self.amendments if row_of(one) == row), None)

    def next_open(self, row: str) -> Amendment | None:
        """Return the first open amendment behind a row, round the end; None where none is."""
        rows = [row_of(one) for one in self.amendments]
        at = rows.index(row) + 1 if row in rows else 0
        order = (*self.amendments[at:], *self.amendments[:at])
        return next((one for one in order if one.state == "open"), None)

    def numbered(self, typed: str) -> str:
        """Return the paragraph of a number, or empty."""
        key = number_key(typed)
        shown = self.workshop.paragraphs.values()
        return next((one.id for one in shown if one.number and number_key(one.number) == key), "")


class Composer:
    """Makes the view of a record as often as it grows."""

    def __init__(self) -> None:
        from plenary_tui.record.redaction import OpenRecord

        self._shown = OpenRecord()

    def __call__(self, record: Record, now: datetime) -> AmendmentsView:
        """Return what is asked for in the open part of a record."""
        from plenary_tui.documents.communique import workshop
        from plenary_tui.documents.workshop.amendments import amendments

        shown = self._shown.update(record)
        view = workshop(shown, now)
        return AmendmentsView(view, shown.meeting, tuple(amendments(view, shown.meeting)))


def row_of(one: Amendment) -> str:
    """Return the id of an amendment's row."""
    entry, place = one.key
    return f"{entry}#{place}"


def meter(view: AmendmentsView, width: int) -> list[Line]:
    """Return how far all is settled and who has what open, in one line or two."""
    counted = totals(view.amendments)
    owners = ", ".join(f"{code} {count}" for code, count in counted.owners)
    rest = f"open: {owners}" if owners else "nothing is open"
    found = wrap(f"{counted.settled} of {counted.count} settled · {rest}", width, width)
    if len(found) > MOST_LINES:
        found[MOST_LINES - 1 :] = [" ".join(found[MOST_LINES - 1 :])]
    return [((fit(line, width), "plain"),) for line in found]


def left(view: AmendmentsView) -> list[DraftRow]:
    """Return a row for each paragraph that something is asked for."""
    return [_paragraph(view, key, several) for key, several in view.groups.items()]


def _paragraph(view: AmendmentsView, key: str, several: tuple[Amendment, ...]) -> DraftRow:
    still = [one for one in several if one.state == "open"]
    part = "head" if still else "quiet"
    number = f" {view.called(key):<{_NUMBER - 1}}"
    if not still:
        return DraftRow(key, ((number, part),), ((f"✓ {len(several)} settled", "quiet"),), _NUMBER)
    who = ", ".join(dict.fromkeys(code for one in still for code in one.who))
    said = f"{len(still)} open · {who}" if who else f"{len(still)} open"
    return DraftRow(key, ((number, part),), ((said, "plain"),), _NUMBER)


def right(view: AmendmentsView, group: str) -> list[DraftRow]:
    """Return today's words of a paragraph, and each amendment under them."""
    several = view.groups.get(group, ())
    if not several:
        how = "Nothing came back yet: F2 receives a file; alternatives said in the room come too."
        return [DraftRow("", (), ((how, "quiet"),), 0)]
    rows = list(_today(view, group, several))
    for one in several:
        rows += _amendment(view, one)
    return rows


def _today(view: AmendmentsView, group: str, several: tuple[Amendment, ...]) -> Iterator[DraftRow]:
    paragraph = view.workshop.paragraphs.get(group)
    own = next((one for one in several if one.language and one.today is not None), None)
    if own is not None and own.today is not None:
        yield DraftRow("", (), tuple(owned_pieces(own.today)), 0)
    elif paragraph is not None:
        marked = Marked(paragraph.text, paragraph.brackets)
        yield DraftRow("", (), tuple(owned_pieces(marked)), 0)
    elif group != BEGINNING:
        yield DraftRow("", (), (("It is not in the draft any more.", "quiet"),), 0)
    yield _NOTHING


def _amendment(view: AmendmentsView, one: Amendment) -> Iterator[DraftRow]:
    part = "head" if one.state == "open" else "quiet"
    yield DraftRow(row_of(one), (("  ", part),), ((_said(view, one), part),), 2)
    if not one.sure:
        why = "Found by similar words: c says that it is about this paragraph, or another."
        yield _under(((f"⚑ {why}", "warning"),))
    if any(span.change != "same" for span in one.spans):
        yield _under(_changes(one.spans))
    if one.state == "open" and one.form == "words" and one.today and one.wanted is None:
        why = f"Today's words changed there since version {one.label}: b lays both in brackets."
        yield _under(((f"⚑ {why}", "warning"),))
        came = _changes(words(one.was, one.today.text))
        yield _under((("today: ", "quiet"), *came))
    for said in one.comments:
        author = f"{said.author}: " if said.author else ""
        yield _under((("✎ ", "title"), (f"{author}{said.text}", "plain")))
    yield _NOTHING


def _changes(spans: Sequence[Span]) -> tuple[Piece, ...]:
    """Return what goes and comes with the words around it; all of today's stand above."""
    found: list[Piece] = []
    for place, span in enumerate(spans):
        text, parts = span.text, span.text.split(" ")
        if span.change == "same" and len(parts) > 2 * AROUND + 1:
            before = [*parts[:AROUND], "…"] if place else ["…"]
            behind = parts[-AROUND - 1 :] if place < len(spans) - 1 else []
            text = " ".join((*before, *behind))
        found.append((text, _PARTS[span.change]))
    return tuple(found)


def _under(pieces: Iterable[Piece]) -> DraftRow:
    return DraftRow("", (("    ", "quiet"),), tuple(pieces), 4)


_ASKS = {
    "words": "other words", "new": "a new paragraph", "removal": "that it goes",
    "move": "that it stands elsewhere", "comment": "a comment", "aloud": "asked in the room",
    "text": "an amendment to its text",
}  # fmt: skip


def _said(view: AmendmentsView, one: Amendment) -> str:
    """Return who asks for what, and what became of it."""
    names = [view.name(code) for code in one.who] or ["somebody"]
    who = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
    asks = _ASKS[one.form]
    if one.form == "move" and one.after in view.workshop.paragraphs:
        asks += f", behind {view.workshop.paragraphs[one.after].number or 'an unnumbered one'}"
    parts = [f"{who}: {asks}"]
    if len(names) > 1:
        parts.append("the same")
    if not one.tracked and one.form in ("words", "new", "removal", "move"):
        parts.append("not tracked")
    if one.version:
        parts.append(f"version {one.label}")
    if one.state != "open":
        noted = one.form == "comment" and one.state == "accepted"
        became = "✓ noted" if noted else _BECAME[one.state]
        parts.append(f"{became}: {one.reason}" if one.reason else became)
    return " · ".join(parts)
