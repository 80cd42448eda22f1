"""What delegations changed in a draft, side by side: one table, paragraph by paragraph.

Of files as they are read, or of what the record holds of them, with what became of it so far.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from plenary_tui.record.history import Record

from .communique import workshop
from .comparing import words
from .draft import Draft, Paragraph, Row, Section, Table
from .returned import Returned, ReturnedParagraph
from .workshop.amendments import amendments
from .workshop.asked import Amendment

_AROUND = 4
"""Words that are shown on either side of a change."""


@dataclass(frozen=True, slots=True)
class Sent:
    """What one delegation sent back, as documents name it."""

    who: str
    returned: Returned


def received(record: Record, now: datetime | None = None) -> Draft:
    """Return the table of all that came back of the last version, with the verdicts so far.

    A paragraph that is new stands behind the one that it was put behind.
    """
    view = workshop(record, now)
    last = view.drafts.versions[-1].label if view.drafts.versions else ""
    meeting = record.meeting
    given = [one for one in amendments(view, meeting) if one.version and one.label == last]
    numbers = {key: each.number for key, each in view.paragraphs.items()}
    senders = list(dict.fromkeys(
        code for entry in view.drafts.received for code in entry.what.who  # type: ignore[union-attr]
        if any(code in one.who for one in given)
    ))  # fmt: skip
    rows: dict[tuple[str, str], dict[str, str]] = {}
    for one in given:
        number = one.number or "unnumbered"
        if one.form == "new":
            number = f"after {one.number}" if one.number else "new"
        cells = rows.setdefault((one.paragraph + number, number), {})
        for code in one.who:
            cells[code] = "\n".join(
                filter(None, (cells.get(code, ""), asked_for(one, code, numbers)))
            )
    columns = ("Paragraph", *(meeting.roster.name_of(code) for code in senders))
    table = Table(columns, tuple(
        Row((number, *(cells.get(code, "") for code in senders)))
        for (_, number), cells in rows.items()
    ))  # fmt: skip
    nothing = Paragraph(f"Nothing was asked for in version {last}." if last else NO_VERSION)
    block = table if rows else nothing
    about = (*view.draft.about, f"Version {last}") if last else view.draft.about
    return Draft("Changes received", view.draft.title, about, (Section("", (block,)),))


NO_VERSION = "No version was issued yet: nothing can have come back."

_BECAME = {
    "open": "open", "accepted": "accepted", "bracketed": "in brackets", "refused": "refused",
    "withdrawn": "withdrawn",
}  # fmt: skip


def asked_for(one: Amendment, who: str, numbers: Mapping[str, str]) -> str:
    """Return what is asked for and what became of it, in words.

    who: of whom the comments are. numbers: of today's paragraphs.
    """
    said = []
    if one.form == "new":
        said.append(f"new: “{one.asked}”")
    elif one.form == "removal":
        said.append("deleted as a whole")
    elif one.form == "move":
        behind = numbers.get(one.after or "", "")
        said.append(f"moved behind {behind}" if behind else "moved")
    if one.form in ("words", "move") and one.was != one.asked:
        said += _changes(one.was, one.asked)
    askings = [each for each in one.askings if who in each.who]
    said += [
        f"comment ({each.author or 'unsigned'}): {each.text}"
        for asking in askings for each in asking.comments
    ]  # fmt: skip
    if not one.sure:
        said.append("(found by similar words: to be confirmed)")
    if not one.tracked and one.form != "comment":
        said.append("(changed without tracking)")
    became = "noted" if (one.form, one.state) == ("comment", "accepted") else _BECAME[one.state]
    said.append(f"→ {became}{f': {one.reason}' if one.reason else ''}")
    return "\n".join(said)


def side_by_side(today: Draft, sent: Iterable[Sent]) -> Draft:
    """Return the table of all that was changed and commented, with today's paragraph numbers.

    A paragraph that is new stands behind the one that it was put behind. What was found by
    similar words only is marked: somebody confirms it.
    """
    files = list(sent)
    numbers = {one.id: one.number for one in today.paragraphs() if one.id}
    rows = _Rows(list(numbers))
    for column, one in enumerate(files):
        before = ""
        for paragraph in one.returned.paragraphs:
            if paragraph in one.returned.touched():
                rows.put(paragraph, before, column, told(paragraph))
            before = paragraph.id or before
    columns = ("Paragraph", *(one.who for one in files))
    table = Table(columns, tuple(rows.made(numbers, len(files))))
    if not table.rows:
        nothing = Paragraph("Nothing was changed and nothing commented.")
        return Draft("Changes received", today.title, today.about, (Section("", (nothing,)),))
    return Draft("Changes received", today.title, today.about, (Section("", (table,)),))


class _Rows:
    """The rows, in the order of today's text; what is not in it any more at the end."""

    def __init__(self, ids: list[str]) -> None:
        self._place = {one: place for place, one in enumerate(ids)}
        self._cells: dict[tuple[int, str], dict[int, str]] = {}
        self._was: dict[tuple[int, str], str] = {}

    def put(self, paragraph: ReturnedParagraph, before: str, column: int, text: str) -> None:
        anchor = paragraph.id or before
        key = (self._place.get(anchor, len(self._place)), "" if paragraph.id else paragraph.now)
        cells = self._cells.setdefault(key, {})
        cells[column] = f"{cells[column]}\n{text}" if column in cells else text
        self._was.setdefault(key, paragraph.number)

    def made(self, numbers: dict[str, str], columns: int) -> Iterable[Row]:
        by_place = dict(enumerate(numbers.values()))
        for key in sorted(self._cells, key=lambda key: (key[0], bool(key[1]))):
            place, new = key
            number = by_place.get(place, "")
            if new:
                number = f"after {number}" if number else "new"
            elif not number:
                number = f"was {self._was[key]}" if self._was[key] else "unnumbered"
            cells = self._cells[key]
            yield Row((number, *(cells.get(column, "") for column in range(columns))))


def told(paragraph: ReturnedParagraph) -> str:
    """Return what was done to a paragraph, in words."""
    said = []
    if paragraph.new:
        said.append(f"new: “{paragraph.now}”")
    elif not paragraph.now.strip() and paragraph.was:
        said.append("deleted as a whole")
    elif paragraph.was != paragraph.now:
        said += _changes(paragraph.was, paragraph.now)
    said += [f"comment ({one.author or 'unsigned'}): {one.text}" for one in paragraph.comments]
    if not paragraph.sure:
        said.append("(found by similar words: to be confirmed)")
    return "\n".join(said)


def _changes(was: str, now: str) -> list[str]:
    """Return the changes with the words around them: what went in [−…], what came in [+…]."""
    spans = words(was, now)
    found: list[str] = []
    for place, span in enumerate(spans):
        if span.change == "same":
            found.append(_around(span.text, first=place == 0, last=place == len(spans) - 1))
        else:
            sign = "−" if span.change == "deleted" else "+"
            core = span.text.strip()
            if not core and "\n" in span.text:
                found.append(f"[{sign}¶]")
            else:
                found.append(span.text.replace(core, f"[{sign}{core}]", 1) if core else span.text)
    return [" ".join("".join(found).split())]


def _around(text: str, *, first: bool, last: bool) -> str:
    """Return the words of a text that stand next to a change."""
    parts = text.split(" ")
    if len(parts) <= 2 * _AROUND:
        return text
    before, behind = " ".join(parts[:_AROUND]), " ".join(parts[-_AROUND:])
    return f"… {behind}" if first else f"{before} …" if last else f"{before} … {behind}"
