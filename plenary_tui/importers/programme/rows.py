"""A row of a table as an item: by the headings above it, and by what its cells hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from plenary_tui.importers.tables import Row
from plenary_tui.importers.tables.headings import headed

from . import grammar
from .grammar import Times

_MOST_COLUMNS = 100


@dataclass(frozen=True)
class Heads:
    """The headings of a table. columns: field -> column, from 0. unread: headings of the others.

    guessed: no heading says where the titles are; they are taken to stand behind the number.
    """

    columns: Mapping[str, int]
    unread: tuple[str, ...] = ()
    guessed: bool = False


@dataclass(frozen=True)
class Said:
    """What a row says. number: empty for none. who: leads the item, as the file has it.

    notes: cells that are not what their heading says. why: the row cannot be understood.
    """

    number: str
    title: str
    who: str = ""
    body: str = ""
    room: str = ""
    day: str = ""
    minutes: int = 0
    when: Times | None = None
    notes: tuple[str, ...] = ()
    why: str = ""


def heads_of(row: Row, above: Heads | None) -> Heads | None:
    """Return the headings that a row holds; None where it holds none.

    above: those of the rows before it; a second row without titles is no row of headings.
    """
    names = headed(row, "agenda")
    titled = above is not None and not above.guessed
    if len(names) < 2 or not ("title" in names or ("number" in names and not titled)):
        return None
    taken = set(names.values())
    guessed = "title" not in names
    if guessed:
        behind = (at for at in range(names["number"] + 1, _MOST_COLUMNS) if at not in taken)
        names["title"] = next(behind)
        taken.add(names["title"])
    unread = (cell for at, cell in enumerate(row.cells) if cell and at not in taken)
    return Heads(names, tuple(unread), guessed)


def said_by(row: Row, heads: Heads) -> Said:
    """Read a row. A cell below `Item` may hold the number, the title, or both: `1 Opening`."""
    cells = {name: row.cell(column) for name, column in heads.columns.items()}
    stated, title = cells.get("number", "").rstrip(" .:)"), cells.get("title", "")
    who, number, why = cells.get("who", ""), "", ""
    passed: tuple[str, ...] = ()
    if not stated:
        number, title = grammar.numbered(title) or ("", title)
    elif plain := _plain_number(stated):
        number = plain
    else:
        inside = grammar.numbered(stated) or grammar.numbered(f"Item {stated}")
        if title and not heads.guessed:
            why = f"“{stated}” is no number of an item"
        else:
            passed = (f"“{title}” is not read",) if who and title else ()
            who = who or title
            number, title = inside or ("", stated)
    said = cells.get("minutes", "")
    minutes = int(said) if said.isdecimal() and len(said) <= 3 else grammar.length(said)[0]
    odd = bool(said) and not minutes and any(sign.isalnum() and sign != "0" for sign in said)
    notes = (f"“{said}” is no number of minutes, and is left out",) if odd else ()
    return Said(
        number, title, who, cells.get("body", ""), cells.get("room", ""), cells.get("day", ""),
        minutes, _times(cells), passed + notes, why,
    )  # fmt: skip


def _plain_number(stated: str) -> str:
    found = grammar.numbered(f"{stated}. x")
    return found[0] if found and found[1] == "x" else ""


def _times(cells: Mapping[str, str]) -> Times | None:
    begins = grammar.times(cells.get("begins", "") or cells.get("time", ""))
    ends = grammar.times(cells.get("ends", ""))
    if begins is None:
        return None
    return begins[0]._replace(ends=ends[0].begins) if ends else begins[0]


def who_leads(led: Mapping[str, str]) -> Iterator[str]:
    """Yield the note on who leads which item, by its number: an agenda has no place for it."""
    if led:
        said = ", ".join(f"{who} ({number})" for number, who in led.items())
        yield f"who leads an item stands in no agenda and is left out: {said[:400]}"
