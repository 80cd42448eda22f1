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
        self._key = ""

    def show(self, row: Row | None, today: date, key: str = "") -> None:
        """Tell about a session, or about none. key: of the room, where the meeting is over."""
        self._shown = (row, today) if row else None
        self._key = key
        self._tell()

    def on_resize(self) -> None:
        """Break the lines anew."""
        self._tell()

    def _tell(self) -> None:
        width = max(_NARROWEST, self.content_region.width)
        lines = self.content_region.height or LINES
        said = told(*self._shown, width, lines, self._key) if self._shown else []
        self.update(Content("\n".join(said)))


def told(row: Row, today: date, width: int, lines: int = LINES, key: str = "^O") -> list[str]:
    """Return what there is to say of a session, in so many lines of so many cells.

    It has all that a narrow list has no column for. What is wrong is told whole; of what is owed,
    those that fit. key: of the room, for a meeting that is over.
    """
    name = clean_line(row.name)
    facts = [row.kind, spelt_dates(row.dates), row.place]
    counts = [
        _counted(row.entries, "entry", "entries"),
        _counted(row.delegations, "delegation"),
        _counted(row.decisions, "decision"),
        f"{row.worklist} on the worklist" if row.worklist else "",
        f"{len(row.owed)} owed" if row.owed else "",
        f"changed {spelt_dates(row.changed[:10])}" if row.changed else "",
        row.integrity,
    ]
    is_known = row.is_read and not row.trouble
    joined = [" · ".join(filter(None, part)) for part in (facts, counts if is_known else [])]
    title = row.title or name
    wrong = [line for sentence in _wrong(row, name) for line in wrap(sentence, width, width)]
    about = [line for one in joined if one for line in wrap(one, width, width)]
    if row.is_over and is_known:
        about.append(fit(_over(row, key), width))
    # Where there is hardly room, what is wrong goes before all that is ordinary.
    head = [fit(title, width), *wrong, *about] if lines < LINES else [
        fit(title, width), *about, *wrong,
    ]  # fmt: skip
    last = [f"Read it as plain text: plenary replay {name} --plain"] if is_known else []
    owed = _owed(row.owed, today, lines - len(head) - len(last))
    return [*head, *(fit(line, width) for line in [*owed, *last])][:lines]


def _over(row: Row, key: str) -> str:
    on = f" on {spelt_dates(row.ended_on)}" if row.ended_on else ""
    return f"It ended{on}: Enter replays it, {key} opens the room to add to it."


def _wrong(row: Row, name: str) -> list[str]:
    if not row.is_session:
        return [f"{row.trouble[:1].upper()}{row.trouble[1:]}."]
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
    if row.torn:
        return [
            f"Torn end: {row.torn[0]}",
            "Nothing to do after a crash; of a copy that broke off plenary merge brings in a whole "
            "one.",
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
    who = f"Owed by {owed.owner}" if owed.owner else "Owed with no owner"
    return f"{who}{due}{late}: {owed.what}"


def _counted(number: int, one: str, more: str = "") -> str:
    return f"{number:,} {one if number == 1 else more or one + 's'}"
