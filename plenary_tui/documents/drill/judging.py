"""What was kept of a session and what was typed in a drill, line by line, and in numbers."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median
from typing import Literal, NamedTuple

from plenary_tui.record.course import Course
from plenary_tui.record.history import Record

from .likeness import coverage, differences, is_word_for_word
from .matching import match, placed, whose
from .units import Unit, units

LATE = 30.0
"""Seconds after the last word from which on a line is late: a scribe of 166 characters a minute
has written two lines by then."""
THIN = 0.25
"""The share of the content words below which little of what was said was written down."""

Fault = Literal["missed", "kind", "speaker", "words", "thin", "late"]
FAULTS: dict[Fault, str] = {
    "missed": "missed", "kind": "wrong kind", "speaker": "wrong speaker",
    "words": "not word for word", "thin": "few of its words", "late": "late",
}  # fmt: skip
"""What can be said against a line, the gravest first."""


class Row(NamedTuple):
    """One thing that was kept with what was typed of it; or, without `kept`, what is of nothing.

    at: the second of the drill. delay: seconds from the last word to the line on disk. share: of
    the content words. notes: what differs, a phrase each.
    """

    at: float
    kept: Unit | None
    typed: tuple[Unit, ...] = ()
    faults: tuple[Fault, ...] = ()
    delay: float = 0.0
    share: float = 0.0
    notes: tuple[str, ...] = ()

    @property
    def is_caught(self) -> bool:
        """Whether anything was typed of what was kept."""
        return self.kept is not None and bool(self.typed)

    @property
    def verdict(self) -> str:
        """What there is to say of it, in few words."""
        if self.kept is None:
            return "extra"
        if not self.faults:
            return "caught"
        said = [FAULTS[fault] for fault in self.faults if fault != "late"]
        said += [f"{self.delay:.0f} s late"] * ("late" in self.faults)
        return ", ".join(said)


class Share(NamedTuple):
    """So many of so many."""

    got: int
    of: int


class Summary(NamedTuple):
    """turns: what was said; texts: proposals and outcomes; procedure: the rest that was to be kept.

    speakers: under the right name, of what was caught and has one. verbatim: of the texts that
    have words and were caught. delay: the median, in seconds; None where nothing was caught.
    minutes: that the drill played. unheard: what of the stretch was not played yet.
    """

    turns: Share
    texts: Share
    procedure: Share
    speakers: Share
    kinds: Share
    verbatim: Share
    late: int
    delay: float | None
    minutes: float
    characters: int
    lines: int
    not_understood: int
    extra: int
    unheard: int

    @property
    def pace(self) -> float:
        """Characters a minute."""
        return self.characters / self.minutes if self.minutes else 0.0


class Judged(NamedTuple):
    """Everything that a drill came to: rows in the order of the drill."""

    rows: tuple[Row, ...]
    summary: Summary


def judge(kept: Sequence[Unit], practice: Record, course: Course) -> Judged:
    """Lay what was typed in a practice session beside what was kept and heard."""
    heard = [one for one in kept if one.id in course.begun]
    # what was entered before the first word brought the room to where the stretch begins
    began = next((step.at for step in course.steps if step.act == "begun"), None)
    typed = [one for one in units(practice) if began is not None and one.written >= began]
    said = [placed(one, course.said.get(one.id, course.begun[one.id])) for one in heard]
    lines = sorted((placed(one, course.seconds(one.written)) for one in typed),
                   key=lambda one: (one.at, one.unit.written))  # fmt: skip
    matched = match(said, lines)
    company: dict[int, list[Unit]] = {}
    for place, own in enumerate(matched.typed):
        for line in own:
            company.setdefault(line, []).append(heard[place])
    rows = []
    for place, one in enumerate(said):
        own = matched.typed[place]
        with_it = [other for line in own for other in company[line] if other is not one.unit]
        delay = lines[own[0]].at - one.at if own else 0.0
        rows.append(_row(one.unit, one.at, [lines[line].unit for line in own], with_it, delay))
    rows += [Row(lines[line].at, None, (lines[line].unit,)) for line in matched.extra]
    rows.sort(key=lambda row: row.at)
    return Judged(tuple(rows), _summary(rows, course, len(kept) - len(heard), typed))


def _row(
    kept: Unit, at: float, typed: list[Unit], with_it: list[Unit], delay: float
) -> Row:  # fmt: skip
    if not typed:
        return Row(at, kept, faults=("missed",))
    faults: list[Fault] = []
    notes: list[str] = []
    if all(one.sort != kept.sort for one in typed):
        faults.append("kind")
        notes.append(f"kept as {kept.sort}, typed as {typed[0].sort}")
    wrong = _whose(kept, typed, with_it)
    if wrong:
        faults.append("speaker")
        notes.append(wrong)
    words = " ".join(filter(None, (one.words for one in typed)))
    share = coverage(kept.words, words) if kept.words else 1.0
    if kept.words and kept.family == "text":
        if not is_word_for_word(kept.words, words):
            faults.append("words")
            notes += differences(kept.words, words)
    elif kept.words and share < THIN:
        faults.append("thin")
    if delay > LATE:
        faults.append("late")
    return Row(at, kept, tuple(typed), tuple(faults), max(0.0, delay), share, tuple(notes))


def _whose(kept: Unit, typed: list[Unit], with_it: list[Unit]) -> str:
    """Say under which name something was typed that is not its own; empty where it is."""
    if any(whose(kept, one) == "same" for one in typed):
        return ""
    named = {name for one in typed for name in one.who}
    ours = {name for one in (kept, *with_it) for name in one.who}
    if {*kept.who} <= named <= ours:
        return ""
    shown = " ".join(dict.fromkeys(_name(one) for one in typed if one.who or one.capacity))
    return f"typed under {shown}" if shown else "typed under no name"


def _name(unit: Unit) -> str:
    if not unit.is_known:
        return "an unknown speaker"
    return ", ".join(one.upper() if len(one) <= 4 else one.title() for one in unit.who) or "Chair"


def _summary(
    rows: Sequence[Row], course: Course, unheard: int, typed: list[Unit]
) -> Summary:  # fmt: skip
    heard = [row for row in rows if row.kept is not None]
    caught = [row for row in heard if row.typed]

    def share(*families: str) -> Share:
        of = [row for row in heard if row.kept and row.kept.family in families]
        return Share(sum(bool(row.typed) for row in of), len(of))

    named = [row for row in caught if row.kept and (row.kept.who or row.kept.capacity)]
    worded = [row for row in caught if row.kept and row.kept.family == "text" and row.kept.words]
    last = max((one.written for one in typed), default=None)
    steps = [step.at for step in course.steps]
    ends = [*steps[-1:], *([last] if last else [])]
    return Summary(
        turns=share("speech", "position"),
        texts=share("text"),
        procedure=share("procedure", "prose"),
        speakers=Share(sum("speaker" not in row.faults for row in named), len(named)),
        kinds=Share(sum("kind" not in row.faults for row in caught), len(caught)),
        verbatim=Share(sum("words" not in row.faults for row in worded), len(worded)),
        late=sum("late" in row.faults for row in caught),
        delay=median(row.delay for row in caught) if caught else None,
        minutes=course.seconds(max(ends)) / 60 if ends else 0.0,
        characters=sum(map(_length, typed)),
        lines=sum(len(one.parts) for one in typed),
        not_understood=sum(one.family == "unread" for one in typed),
        extra=sum(row.kept is None for row in rows),
        unheard=unheard,
    )


def _length(unit: Unit) -> int:
    """Return about how many characters it took: names by their code, keywords, the words."""
    keyword = 0 if unit.family in ("speech", "prose", "unread") else len(unit.sort) + 1
    name = sum(len(one) + 1 for one in unit.who) or len(unit.capacity)
    return keyword + name + len(unit.words) + bool(name)
