"""What was found, as the lines of a list: a heading a session, and a line a statement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from rich.cells import cell_len

from plenary_tui.record.clean import clean_line
from plenary_tui.store.asking import Asked
from plenary_tui.store.finding import CLOSES, OPENS, Hit, Position
from plenary_tui.store.naming import Meant
from plenary_tui.ui.terminal.wrapping import fit

_LABELS = {
    "interpretative": "interpretative statement", "explanation": "explanation of position",
    "other": "", "intervention": "",
}  # fmt: skip
"""Kinds whose name alone would say little, and what they are called."""
WHO = 14
"""Cells for who says it."""
_BEFORE = 12
"""Characters that are kept before the first word that was looked for, where a line is too short."""

OFFER = "offer"
"""In place of an entry, which always has a number."""

Piece = tuple[str, bool]
"""A stretch of text, and whether it is what was looked for."""


@dataclass(frozen=True)
class Line:
    """A line of the list. entry: empty for the heading of a session.

    lead: what stands before the words; words: with what was looked for between marks. asks: of an
    offer, which stands for no entry, what to ask for in place of the words.
    """

    session: str
    entry: str = ""
    lead: str = ""
    words: str = ""
    detail: tuple[str, ...] = ()
    asks: str = ""


def offer(meant: Meant, wanted: Asked) -> Line:
    """Return the line that leads to all that a delegation said, whose name was typed."""
    asks = replace(wanted, words="", delegation=meant.code).spelt()
    number = "1 statement" if meant.said == 1 else f"{meant.said:,} statements"
    told = f"Enter shows {number} of {clean_line(meant.name)}"
    return Line("", OFFER, asks, told, (f"{told} ({asks}).",), asks)


def grouped(hits: Sequence[Hit]) -> list[Line]:
    """Return what was found session by session, in the order in which it came."""
    lines = []
    for name, group in groupby(hits, key=lambda hit: hit.session):
        found = list(group)
        lines.append(_heading(name, found[0].title, len(found)))
        lines += [_of_hit(hit) for hit in found]
    return lines


def over_the_years(found: Sequence[Position]) -> list[Line]:
    """Return positions in order of time, with a heading wherever the session changes."""
    lines = []
    for name, group in groupby(found, key=lambda one: one.session):
        said = list(group)
        lines.append(_heading(name, said[0].title, len(said)))
        lines += [_of_position(one) for one in said]
    return lines


def pieces(marked: str) -> list[Piece]:
    """Return marked words as pieces, on one line."""
    found: list[Piece] = []
    inside = False
    for part in " ".join(marked.split()).replace(CLOSES, OPENS).split(OPENS):
        if part:
            found.append((part, inside))
        inside = not inside
    return found


def in_cells(marked: str, width: int) -> list[Piece]:
    """Return marked words in so many cells, begun later where else none of them would show."""
    plain = pieces(marked)
    before = plain[0][0] if plain and not plain[0][1] else ""
    shown = sum(len(text) for text, _ in plain[:2])
    if before and len(plain) > 1 and shown > width and len(before) > _BEFORE:
        plain[0] = ("…" + before[-_BEFORE:], False)
    fitted: list[Piece] = []
    for place, (text, is_found) in enumerate(plain):
        goes_on = place < len(plain) - 1
        # What fills the line to its end is cut too, where more follows it.
        part = fit(text, width) if not goes_on or cell_len(text) < width else fit(f"{text}…", width)
        fitted.append((part, is_found))
        width -= cell_len(part)
        if part != text or width <= 0:
            break
    return fitted


def _heading(name: str, title: str, count: int) -> Line:
    facts = [clean_line(name), title, f"{count:,}"]
    return Line(name, lead=" · ".join(filter(None, facts)))


def _of_hit(hit: Hit) -> Line:
    stands = f"{hit.stance}: " if hit.stance else ""
    return Line(
        hit.session, hit.entry, f"{hit.when} {_who(hit.name)}", stands + hit.marked,
        _detail(hit.name, hit.when, hit.item, hit.kind, hit.stance, hit.marked, hit.about),
    )  # fmt: skip


def _of_position(one: Position) -> Line:
    label = one.stance or _LABELS.get(one.kind, one.kind)
    stands = f"{label}: " if label else ""
    return Line(
        one.session, one.entry, f"{one.when} {_who(one.name)}", stands + one.text,
        _detail(one.name, one.when, one.item, one.kind, one.stance, one.text, one.about),
    )  # fmt: skip


def _who(name: str) -> str:
    short = fit(clean_line(name), WHO)
    return short + " " * (WHO - cell_len(short))


def _detail(
    name: str, when: str, item: str, kind: str, stance: str, words: str, about: str
) -> tuple[str, ...]:
    of = _LABELS.get(kind, kind)
    facts = [name, when, f"item {item}" if item else "", of, stance]
    told = [" · ".join(clean_line(one) for one in facts if one), " ".join(words.split())]
    return (*told, f"About {about}") if about else tuple(told)
