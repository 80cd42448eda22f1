"""The record as notation: a line an entry, which imported gives the same Meeting.

Each line is tried on a reader before it is written: the shortest that makes the same entry stays.
So a line names its text, its time, its context only where the reader would take another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta

from plenary_tui.record.entries import Entry
from plenary_tui.record.history import Record
from plenary_tui.record.kinds import Correction, Day, Kind, Sealed, Unread
from plenary_tui.record.notation import (
    Context,
    Parsed,
    logical_lines,
    spell,
    spell_clock,
    spell_prefix,
)
from plenary_tui.record.notation.signs import write_json
from plenary_tui.record.scribe import Prepared, Scribe

_HEAD_WHOLE = (
    "# RESTRICTED: these notes hold private notes and what was said in camera.\n"
    "# Every line is one entry; the file imports again as a session."
)
_HEAD_OPEN = (
    "# Notes of the meeting without private notes and what was said in camera: .sealed {} stands\n"
    "# where such words were. Every line is one entry; the file imports again as a session."
)
_LONG_AFTER = timedelta(days=1000)
_AS_RECORDED = "off"


def notes(record: Record, whole: bool) -> str:
    """Return the record as notation, in the order of the record.

    whole: the record holds sealed words; the text is headed RESTRICTED and labels every line.
    Where words are sealed a line `.sealed {}` keeps their place, so that what points at them
    still does. Lines that begin with `# ` before the first entry are no entries.
    """
    export = _Export(record)
    lines = [_HEAD_WHOLE if whole else _HEAD_OPEN]
    written = [export.write(entry) for entry in record.entries]
    for number, line in enumerate(written, 1):
        label = f"#{number} " if whole or line.labelled or number in export.addressed else ""
        lines.append(label + line.text)
    return "\n".join(lines) + "\n"


@dataclass(frozen=True, slots=True)
class _Line:
    """A line without its label; labelled: it holds a context, which needs one."""

    text: str
    labelled: bool = False


@dataclass
class _Export:
    """Writes entries one after the other, and reads each line back as an import would."""

    record: Record
    number: int = 0
    addressed: set[int] = field(default_factory=set)
    numbers: dict[str, int] = field(default_factory=dict)
    _last: tuple[str, Parsed | None] | None = None
    """The line that was read last, while nothing was committed since: it is asked for twice."""

    def __post_init__(self) -> None:
        self.reader = Scribe(Record(), "notes", self._stamp, live=False, file=True)
        # an import happens later than anything it holds: no day may be read as today's
        happened = (entry.happened for entry in self.record.entries)
        self.now = max(happened, default=datetime.now().astimezone()) + _LONG_AFTER

    def _stamp(self, now: datetime) -> tuple[str, str]:
        return f"notes-{self.number}", f"{self.number:012d}"

    def write(self, entry: Entry) -> _Line:
        """Return the line of the next entry."""
        self.number += 1
        line, prepared = self._best(entry, self._wanted(entry))
        self._keep(entry, prepared, line)
        return line

    def _best(self, entry: Entry, wanted: Entry) -> tuple[_Line, Prepared]:
        """Return the plainest line that says an entry, and what an import makes of it."""
        found = None
        for line in self._candidates(entry, wanted):
            prepared = self._made(line)
            if prepared is not None:
                found = line, prepared
                if _same(prepared.entry, wanted) and self._takes_a_label(line):
                    break
        assert found is not None  # the last line says every field
        return found

    def _keep(self, entry: Entry, prepared: Prepared, line: _Line) -> None:
        self.reader.commit(prepared)
        self._last = None
        self.reader.labels[str(self.number)] = prepared.entry.id
        self.numbers[entry.id] = self.number
        for one in (*entry.what.refs(), entry.sitting):
            number = self.numbers.get(one)
            if number and re.search(rf'@{number}\b|"{number}"', line.text):
                self.addressed.add(number)

    def _made(self, line: _Line) -> Prepared | None:
        """Return the entry that an import makes of a line, None where it makes none."""
        label = f"#{self.number} " if line.labelled else ""
        parsed = self._parsed(label + line.text)
        if parsed is None or parsed.command is None:
            return None
        return self.reader.enter(parsed.command, self.now, parsed=parsed, line=line.text)

    def _takes_a_label(self, line: _Line) -> bool:
        """Whether a line says the same with a label before it."""
        if line.labelled:
            return True
        plain, labelled = self._parsed(line.text), self._parsed(f"#{self.number} {line.text}")
        return plain is not None and labelled == replace(plain, label=str(self.number))

    def _parsed(self, text: str) -> Parsed | None:
        """Read a line of the file; None where it would be more than one."""
        if self._last is not None and self._last[0] == text:
            return self._last[1]
        lines = logical_lines(text) if "\n" in text else [(0, text)]
        parsed = self.reader.read(lines[0][1], self.now) if len(lines) == 1 else None
        self._last = text, parsed
        return parsed

    def _wanted(self, entry: Entry) -> Entry:
        """Return the entry as the reader must come to have it."""
        what = entry.what.with_refs(lambda ref: self._id(ref) if "-" in ref else ref)
        sitting = self._id(entry.sitting) if entry.sitting else ""
        return entry.model_copy(update={"what": what, "sitting": sitting})

    def _id(self, entry_id: str) -> str:
        number = self.numbers.get(entry_id)
        return f"notes-{number}" if number else ""

    def _candidates(self, entry: Entry, wanted: Entry) -> Iterator[_Line]:
        """Yield lines that may say an entry: the plainest first, the last says everything."""
        bodies = list(self._bodies(wanted))
        times = list(self._times(entry))
        for body in bodies:
            for moment in times:
                yield _Line(moment + body)
        for body in bodies:
            yield from (_Line(head + body, True) for head in self._heads(entry, None))
        for body in (bodies[-1], self._json(wanted.what)):
            yield from (_Line(head + body, True) for head in self._heads(entry, _AS_RECORDED))

    def _heads(self, entry: Entry, rules: str | None) -> Iterator[str]:
        """Yield what stands between a label and the words: a full time and a context."""
        zone = self.reader.record.live.zone
        for context in self._contexts(entry, rules):
            head = spell_prefix(zone, label="1", when=entry.happened.astimezone(zone),
                                context=context)  # fmt: skip
            yield head.removeprefix("#1 ")

    def _times(self, entry: Entry) -> Iterator[str]:
        """Yield the ways to write an entry's time, the shortest first."""
        live = self.reader.record.live
        local = entry.happened.astimezone(live.zone)
        if entry.happened == live.last or (isinstance(entry.what, Day) and local.time() == time()):
            yield ""
        yield f"{spell_clock(local.time())} "
        yield spell_prefix(live.zone, when=local)

    def _bodies(self, wanted: Entry) -> Iterator[str]:
        """Yield the ways to say an entry, the shortest first: the last names what it means."""
        what = wanted.what
        reading = self.reader.reading(self.now)
        if isinstance(what, Unread):
            yield what.line.replace("\n", "\n    ")
        target = getattr(what, "target", "")
        # before a bare correction a time would say which entry is meant
        if "-" in target and not isinstance(what, Correction):
            yield spell(what.model_copy(update={"target": ""}), reading, self._name)
            text = self.reader.record.live.texts.get(target)
            if text is not None and text.label:
                yield spell(what.model_copy(update={"target": text.label}), reading, self._name)
        yield spell(what, reading, self._name)

    def _name(self, entry_id: str) -> str:
        return entry_id.rpartition("-")[2]

    def _json(self, what: Kind) -> str:
        return write_json(what.with_refs(lambda ref: self._name(ref) if "-" in ref else ref))

    def _contexts(self, entry: Entry, rules: str | None) -> Iterator[Context]:
        """Yield what to say of an entry's context: what the reader takes otherwise, then all."""
        live = self.reader.record.live
        sitting = self._id(entry.sitting) if entry.sitting else ""
        label = self._name(sitting) if sitting else ""
        room = live.sitting(sitting)
        natural = live.station_sitting("notes")
        yield Context(
            sitting=None if sitting == natural else label,
            item=None if entry.item == room.item else entry.item,
            by=None if entry.by == live.desk("notes").by else entry.by,
            marking=None if entry.marking == room.marking else entry.marking,
            rules=rules,
        )
        yield Context(label, entry.item, entry.by, entry.marking, rules)


def _same(made: Entry, wanted: Entry) -> bool:
    """Whether the reader made the entry that is wanted.

    Words that are sealed have taken their item and rapporteur with them.
    """
    sealed = isinstance(wanted.what, Sealed) or (
        wanted.marking == "in_camera" and not wanted.by and not wanted.item
    )
    return (
        made.what == wanted.what
        and made.happened == wanted.happened
        and made.sitting == wanted.sitting
        and (sealed or (made.item == wanted.item and made.by == wanted.by))
        and made.marking == wanted.marking
    )
