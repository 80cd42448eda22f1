"""The balance of the debate, for the Chair: who had how much of the floor, and what became of it.

Nobody else gets it unless the Chair's office hands it on; every page of it says so.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from plenary_tui.record.history import Record

from .draft import Block, Draft, Paragraph, Section, Table
from .figures import Figures, figures, tables, words
from .figures.charts import Chart, Charted, of_shares, of_steps, of_support, of_times
from .figures.shares import BYS, By, best_measure, ordered, shares
from .figures.support import support
from .figures.times import over_time

FOR_THE_CHAIR = "FOR THE CHAIR"
HOUR = 60

_COUNTED = (
    "A turn is one time at the floor, from getting it until it is given on; an intervention is "
    "anything that was said and recorded, of which one turn may have several. Presiding counts "
    "apart from taking part. Who speaks for a group, or as chair of a working body, counts for "
    "their own delegation, in the class that it had on that day."
)
_NOT_COUNTED = (
    "What was said in camera is not counted, nor how long it took. A turn that goes on when the "
    "sitting closes its doors counts until then. A turn that is not over is not counted yet."
)
_CLASSES = (
    "Each delegation of a class that does not decide stands under it by itself, so that industry "
    "and civil society can be told apart."
)


def balance(record: Record, now: datetime | None = None) -> Draft:
    """Compose the balance of an open record."""
    return balance_of(figures(record, now))


def balance_of(found: Figures) -> Draft:
    """Compose the balance from the numbers of a record."""
    sections = [
        _counted(found), *(_floor(found, by) for by in BYS), _times(found), _brackets(found),
        _support(found),
    ]  # fmt: skip
    kept = tuple(one for one in sections if one.blocks)
    marked = " – ".join(filter(None, (found.head.marking, FOR_THE_CHAIR)))
    return replace(found.head, sections=kept, marking=marked)


def spread(record: Record) -> Table:
    """Return the numbers of an open record for a spreadsheet's own sums."""
    found = figures(record)
    return tables.facts(found.cells, {one.number: one.title for one in found.agenda})


def _counted(found: Figures) -> Section:
    untimed = words.of_untimed(shares(found.cells, "class"))
    said = (_COUNTED, _NOT_COUNTED, untimed)
    return Section("What is counted", tuple(Paragraph(one) for one in said if one))


def _floor(found: Figures, by: By) -> Section:
    given = shares(found.cells, by, agenda=found.agenda)
    measure = best_measure(found.cells)
    if by in ("class", "delegation"):
        given = ordered(given, measure)
    blocks: list[Block] = [Paragraph(words.of_shares(given, by, measure), _sources(found))]
    if by == "class" and any(one.parts for one in given):
        blocks.append(Paragraph(_CLASSES))
    blocks += _table(tables.floor(given, by), of_shares(given, by, measure))
    return Section(f"By {words.GROUPED[by]}", tuple(blocks))


def _times(found: Figures) -> Section:
    hours = over_time(found.slots, HOUR)
    said = Paragraph(words.of_times(hours), _sources(found))
    return Section(
        "Interventions over time", (said, *_table(tables.over_time(hours), of_times(hours)))
    )


def _brackets(found: Figures) -> Section:
    said = Paragraph(
        words.of_steps(found.steps, found.in_draft_now), tuple(one.entry for one in found.steps)
    )
    chart = of_steps(found.steps, found.in_draft_now)
    table = _table(tables.brackets_over_time(found.steps), chart)
    return Section("Open brackets over time", (said, *table))


def _support(found: Figures) -> Section:
    supported = support(found.backings)
    said = Paragraph(
        words.of_support(supported), tuple(one.entry for one in found.backings)
    )  # fmt: skip
    table = _table(tables.who_supported_whom(found.backings), of_support(supported))
    return Section("Who supported whom", (said, *table))


def _sources(found: Figures) -> tuple[str, ...]:
    return tuple(dict.fromkeys(entry for one in found.cells for entry in one.entries))


def _table(table: Table, chart: Chart | None) -> tuple[Block, ...]:
    """Return a table with its chart; nothing where it has no rows."""
    if not table.rows:
        return ()
    return (Charted(table.columns, table.rows, chart),) if chart else (table,)
