"""The charts as lines of text: bars of eighths of a cell, shades for density, a grid of numbers.

Everything is told by length, shade and number; colour only helps.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rich.cells import cell_len

from plenary_tui.documents.figures.brackets import Step
from plenary_tui.documents.figures.shares import Measure, Share, percent, shown, total
from plenary_tui.documents.figures.support import Support
from plenary_tui.documents.figures.times import OverTime, time_of
from plenary_tui.ui.panels import Line
from plenary_tui.ui.terminal.wrapping import fit

EIGHTHS = " ▏▎▍▌▋▊▉█"
SHADES = " ░▒▓█"
ROOM, DRAFT = "█", "▒"
"""Brackets in texts of the room, and in the draft."""
_WIDE = 100
"""Columns from which on there is room for more numbers."""
_LABEL, _WIDE_LABEL = 30, 44
_DAY, _COUNT = 12, 5
BESIDE = _DAY + _COUNT
"""Columns that stand beside the slots of a day."""
_CODE = 5
_NOTHING: list[Line] = [(("There is nothing here to count.", "quiet"),)]


def bar(value: float, most: float, width: int) -> str:
    """Return a bar, to an eighth of a cell; what is not nothing has at least one."""
    if value <= 0 or most <= 0 or width < 1:
        return ""
    eighths = max(1, round(8 * width * value / most))
    full, rest = divmod(min(eighths, 8 * width), 8)
    return EIGHTHS[8] * full + (EIGHTHS[rest] if rest else "")


def bars(given: Sequence[Share], measure: Measure, width: int) -> list[Line]:
    """Return shares as bars with their numbers; under a class its delegations."""
    if not any(one.turns or one.interventions for one in given):
        return _NOTHING
    whole = total(given)
    rows = [row for one in given for row in ((one, ""), *((part, "  ") for part in one.parts))]
    if len(given) > 1:
        rows.append((whole, ""))
    most = max(one.of(measure) for one in given)
    widest = max(cell_len(before + one.label) for one, before in rows)
    label = min(widest, _WIDE_LABEL if width >= _WIDE else _LABEL)
    numbers = [_numbers(one, measure, whole, width) for one, _ in rows]
    room = max(1, width - label - max(map(cell_len, numbers)) - 2)
    lines: list[Line] = []
    for (one, before), number in zip(rows, numbers, strict=True):
        drawn = "" if one is whole else bar(one.of(measure), most, room)
        part = "head" if one is whole else "quiet" if before else "plain"
        name = _padded(before + one.label, label)
        lines.append(((f"{name} ", part), (_padded(drawn, room), "key"), (f" {number}", part)))
    return lines


def strip(found: OverTime) -> list[Line]:
    """Return the density of interventions, a line for each day, over the hours."""
    if not found.days:
        return _NOTHING
    first, slots = found.first, (found.last - found.first) // found.minutes
    lines: list[Line] = []
    if found.most:
        lines.append(((" " * _DAY + _hours(first, slots, found.minutes), "quiet"),))
    for one in found.days:
        cells = "".join(
            _shade(len(one.slots.get(first + place * found.minutes, ())), found.most)
            for place in range(slots if found.most else 0)
        )
        count = f"{one.count:>{_COUNT}}"
        day = f"{_short(one.day):<{_DAY}}"
        lines += [((day, "plain"), (cells, "key"), (count, "head")), (("", "plain"),)]
        if one.untimed:
            said = f"{len(one.untimed)} at no known time"
            lines[-1] = ((" " * _DAY + said, "quiet"),)
    return [*lines, *_legend(found)]


def steps(given: Sequence[Step], width: int) -> list[Line]:
    """Return each change of the number of open brackets as a bar of two shades."""
    if not given:
        return [(("No bracket was ever asked for, and no draft held any.", "quiet"),)]
    most = max(one.room + one.draft for one in given)
    version = max((cell_len(one.issued) for one in given), default=0)
    room = max(8, width - 19 - 12 - (10 + version if version else 0))
    lines: list[Line] = [
        ((f"{ROOM} in texts of the room  {DRAFT} in the draft as worked on", "quiet"),)
    ]
    for one in given:
        first = round(room * one.room / most) if most else 0
        both = round(room * (one.room + one.draft) / most) if most else 0
        drawn = ROOM * first + DRAFT * (both - first)
        issued = f"  version {one.issued}" if one.issued else ""
        when = f"{_short(one.at.date())} {one.at:%H:%M}"
        lines.append((
            (f"{when:>18} ", "plain"), (f"{drawn:<{room}}", "key"),
            (f" {one.room:>3} + {one.draft:<3}", "head"), (issued, "current"),
        ))  # fmt: skip
    return lines


def matrix(found: Support, width: int) -> list[Line]:
    """Return who stood so to whom, a row each; the columns are those whom it was most."""
    if not found.pairs:
        return [(("None is recorded.", "quiet"),)]
    label = min(max(cell_len(who.name) for who in found.rows), _LABEL)
    room = max(1, (width - label - 2 * _CODE) // _CODE)
    columns, rest = found.columns[:room], found.columns[room:]
    times = {(one.who, one.whom): one.times for one in found.pairs}
    heads = [_code(one.code) for one in columns] + ["more"] * bool(rest) + ["all"]
    lines: list[Line] = [
        (
            (" " * label, "plain"),
            ("".join(f"{fit(one, _CODE - 1):>{_CODE}}" for one in heads), "head"),
        )
    ]
    for who in found.rows:
        numbers = [times.get((who, whom), 0) for whom in columns]
        numbers += [sum(times.get((who, whom), 0) for whom in rest)] * bool(rest)
        every = sum(number for (one, _), number in times.items() if one == who)
        cells = "".join(f"{number or '·':>{_CODE}}" for number in numbers)
        lines.append(
            ((_padded(who.name, label), "plain"), (cells, "key"), (f"{every:>{_CODE}}", "head"))
        )
    named = "  ".join(f"{_code(one.code)} {one.name}" for one in columns)
    return [*lines, (("", "plain"),), *(((line, "quiet"),) for line in _wrapped(named, width))]


def _numbers(one: Share, measure: Measure, whole: Share, width: int) -> str:
    share = percent(one.of(measure), whole.of(measure))
    if measure == "time" and not one.is_timed:
        share = "–"
    said = f"{shown(one, measure):>11} {share:>6}"
    if width < _WIDE:
        return said
    turns = f"{one.turns} turn{'s' * (one.turns != 1)}"
    said_of = f"{one.interventions} intervention{'s' * (one.interventions != 1)}"
    return f"{said} {turns:>11} {said_of:>18}"


def _shade(count: int, most: int) -> str:
    if not count:
        return SHADES[0]
    return SHADES[max(1, -(-count * (len(SHADES) - 1) // most))]


def _hours(first: int, slots: int, minutes: int) -> str:
    """Return the hours over the slots, as many as there is room for."""
    drawn = ""
    for place in range(0, slots, max(1, 60 // minutes)):
        if len(drawn) <= place:
            drawn = f"{drawn:<{place}}{time_of(first + place * minutes)[:2]} "
    return drawn


def _legend(found: OverTime) -> list[Line]:
    if not found.most:
        return []
    parts, low = [], 1
    for place, sign in enumerate(SHADES[1:], 1):
        high = found.most * place // (len(SHADES) - 1)
        if high >= low:
            parts.append(f"{sign} {low}" if high == low else f"{sign} {low}–{high}")
            low = high + 1
    said = f"interventions in {found.minutes} minutes: {'   '.join(parts)}"
    return [((said, "quiet"),)]


def _short(day: date) -> str:
    return f"{day:%a} {day.day} {day:%b}"


def _code(code: str) -> str:
    return code or "Chair"


def _padded(text: str, width: int) -> str:
    cut = fit(text, width)
    return cut + " " * (width - cell_len(cut))


def _wrapped(text: str, width: int) -> list[str]:
    lines = [""]
    for part in text.split("  "):
        longer = f"{lines[-1]}  {part}" if lines[-1] else part
        if cell_len(longer) <= width or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(part)
    return lines
