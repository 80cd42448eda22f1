"""What is known of the chosen session, and what can be done where something is wrong."""

from __future__ import annotations

from datetime import date

from textual.content import Content
from textual.widgets import Static

from plenary_tui.record.clean import clean_line
from plenary_tui.ui.pages.shelf import Owed, Row, spelt_dates
from plenary_tui.ui.terminal.wrapping import fit, wrap

LINES = 7
_NARROWEST = 20


class SessionDetail(Static):
    """A few lines about one session."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, markup=False)
        self._shown: tuple[Row, date] | None = None

    def show(self, row: Row | None, today: date) -> None:
        """Tell about a session, or about none."""
        self._shown = (row, today) if row else None
        self._tell()

    def on_resize(self) -> None:
        """Break the lines anew."""
        self._tell()

    def _tell(self) -> None:
        width = max(_NARROWEST, self.content_region.width)
        self.update(Content("\n".join(told(*self._shown, width) if self._shown else [])))


def told(row: Row, today: date, width: int, lines: int = LINES) -> list[str]:
    """Return what there is to say of a session, in so many lines of so many cells.

    What is wrong is told whole; of what is owed, those that fit.
    """
    name = clean_line(row.name)
    facts = [row.kind, spelt_dates(row.dates), row.place]
    counts = [
        _counted(row.delegations, "delegation"),
        _counted(row.decisions, "decision"),
        f"{row.worklist} on the worklist" if row.worklist else "",
    ]
    joined = [" · ".join(filter(None, facts)), " · ".join(filter(None, counts))]
    said = [row.title or name, joined[0], joined[1] if row.is_read and not row.trouble else ""]
    head = [fit(line, width) for line in said if line]
    for sentence in _wrong(row, name):
        head += wrap(sentence, width, width)
    last = [] if row.trouble else [f"Read it as plain text: plenary replay {name} --plain"]
    owed = _owed(row.owed, today, lines - len(head) - len(last))
    return [*head, *(fit(line, width) for line in [*owed, *last])][:lines]


def _wrong(row: Row, name: str) -> list[str]:
    if row.trouble:
        return [
            f"It cannot be read: {row.trouble}",
            f"plenary verify {name} says more; a whole copy is brought in with plenary merge.",
        ]
    if row.damages:
        more = f" (and {len(row.damages) - 1} more)" if len(row.damages) > 1 else ""
        return [
            f"Damaged: {row.damages[0]}{more}",
            f"It opens; plenary verify {name} says more, plenary merge brings in a whole copy.",
        ]
    if row.state == "empty":
        return ["Nothing is recorded in it. If a copy was broken off, bring in a whole one with "
                f"plenary merge {name}."]  # fmt: skip
    return []


def _owed(owed: tuple[Owed, ...], today: date, room: int) -> list[str]:
    """Return the open follow-ups that fit, those that are due first."""
    by_day = sorted(owed, key=lambda one: one.due or "9999")
    lines = [_spelt(one, today) for one in by_day]
    if len(lines) > room:
        lines = [*lines[: max(0, room - 1)], f"… and {len(lines) - max(0, room - 1)} more owed"]
    return lines


def _spelt(owed: Owed, today: date) -> str:
    due = f", by {owed.due}" if owed.due else ""
    late = " – overdue" if owed.is_overdue(today) else ""
    return f"Owed by {owed.owner or 'nobody named'}{due}{late}: {owed.what}"


def _counted(number: int, one: str) -> str:
    return f"{number:,} {one if number == 1 else one + 's'}"
