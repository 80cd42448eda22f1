"""All that somebody said on something over the years, as a document and as a table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import groupby

from plenary_tui.store.asking import Asked
from plenary_tui.store.finding import Position

from .draft import Draft, Row, Section, Table

COLUMNS = (
    "When", "Who", "Session", "Item", "Kind", "Stance", "Words", "Decision it was about", "Entry",
)  # fmt: skip
_IN_A_SESSION = ("When", "Who", "Item", "Stance", "Words", "Decision it was about")
_KINDS = ("objection", "reservation", "explanation", "interpretative", "dissociation")
"""Kinds that say how somebody stands by themselves."""
_SPELT = {
    "interpretative": "interpretative statement", "explanation": "explanation of position",
}  # fmt: skip


def table(found: Iterable[Position]) -> Table:
    """Return a row for each statement, the earliest first."""
    rows = (
        Row((
            one.when, one.name, one.session, one.item, one.kind, one.stance, one.text, one.about,
            one.entry,
        ))
        for one in found
    )  # fmt: skip
    return Table(COLUMNS, tuple(rows))


def stands(kind: str, stance: str) -> str:
    """Return how a statement stands: `opposes (objection)`, `reservation`, or nothing."""
    if kind not in _KINDS:
        return stance
    spelt = _SPELT.get(kind, kind)
    return f"{stance} ({spelt})" if stance else spelt


def positions(found: Sequence[Position], asked: Asked, made: datetime) -> Draft:
    """Return the document: what was asked for, then one table a session, in order of time."""
    sections = []
    for name, group in groupby(found, key=lambda one: one.session):
        said = list(group)
        title = said[0].title or name
        rows = tuple(
            Row(
                (one.when, one.name, one.item, stands(one.kind, one.stance), one.text, one.about),
                (one.entry,),
            )
            for one in said
        )
        heading = f"{title} ({name})" if title != name else name
        sections.append(Section(heading, (Table(_IN_A_SESSION, rows),)))
    sessions = len({one.session for one in found})
    about = (
        f"Asked for: {asked.spelt()}",
        f"{_counted(len(found), 'statement')} in {_counted(sessions, 'session')}, "
        f"as recorded up to {made:%Y-%m-%d}",
        "Private notes, what was said in camera and what is restricted are not in it.",
    )
    who = asked.delegation or "everybody"
    on = f" on {asked.words}" if asked.words else ""
    return Draft("Positions", f"Positions of {who}{on}", about, tuple(sections))


def _counted(number: int, one: str) -> str:
    return f"{number:,} {one if number == 1 else one + 's'}"
