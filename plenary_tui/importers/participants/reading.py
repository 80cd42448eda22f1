"""Rows of a list to persons, each with the delegation that its row means, or why with none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plenary_tui.errors import WrongUse
from plenary_tui.importers.tables import Row
from plenary_tui.record.clean import clean_line
from plenary_tui.record.folded import fold_name

from . import words
from .columns import Columns
from .naming import Names, is_a_code, named_behind

_ROLE = "head"
_LONGEST = 200


@dataclass(frozen=True)
class Person:
    """A row of the list. code: of the delegation, empty where that is not certain.

    named: the delegation as the list has it. why: what is not understood, empty where all is.
    """

    row: int
    code: str
    named: str
    name: str
    role: str = ""
    status: str = ""
    why: str = ""


def persons(columns: Columns, names: Names) -> Iterator[Person]:
    """Yield a person, or a delegation without one, for each row.

    A row that names no delegation belongs to the one above where it has a person: lists print it
    once. Raises WrongUse where no column says who is meant.
    """
    if not {"code", "delegation"} & set(columns.places):
        raise WrongUse(
            "No column holds delegations, neither by code nor by name: say which one does, for "
            "example --columns \"delegation=A,name=B\"."
        )  # fmt: skip
    above: Person | None = None
    for row in columns.rows:
        read = _person(row, columns, names, above)
        if read.code or read.why:
            above = read
        yield read


def _person(row: Row, columns: Columns, names: Names, above: Person | None) -> Person:
    cells = {field: columns.cell(row, field)[:_LONGEST] for field in columns.places}
    name = words.person(
        cells.get("title", ""), cells.get("first", ""), cells.get("last", ""),
        cells.get("name", ""),
    ) if any(cells.get(one) for one in ("name", "first", "last")) else ""  # fmt: skip
    role, why = _role(cells)
    said = cells.get("status", "")
    status = words.status_of(said) or clean_line(said)
    code, named, doubt = _delegation(cells, names)
    if not code and not doubt:
        if above is None or not name:
            return Person(row.number, "", "", name, why="it names no delegation")
        code, named, doubt = above.code, above.named, "" if above.code else above.why
        status = status or above.status
    return Person(row.number, code, named, name, role, status, doubt or why)


def _role(cells: dict[str, str]) -> tuple[str, str]:
    function = " ".join(cells.get("function", "").replace(";", ",").split())
    said = words.says_yes(cells.get("head", ""))
    head = words.heads(function) or words.heads(cells.get("head", "")) or said is True
    if said is None and not words.heads(cells.get("head", "")):
        return function, f"“{cells['head']}” says neither yes nor no of heading the delegation"
    if not head:
        return function, ""
    if words.heads(function) and len(fold_name(function).split()) <= 4:
        return _ROLE, ""
    return f"{_ROLE}, {function}" if function else _ROLE, ""


def _delegation(cells: dict[str, str], names: Names) -> tuple[str, str, str]:
    """Return the code, the name as the list has it, and why there is no code."""
    stated, named = cells.get("code", "").strip(), cells.get("delegation", "").strip()
    if not stated and not named:
        return "", "", ""
    bare, behind = named_behind(named)
    chosen = names.chosen(named) or names.chosen(stated)
    if chosen:
        return chosen, bare or names.everyday(chosen) or chosen, ""
    by_name = names.exact(named) or names.exact(bare) if named else ""
    by_code = names.exact(stated.upper()) if stated else ""
    stated = stated.upper() if is_a_code(stated.upper()) else ""
    if by_code and by_name and by_code != by_name:
        return "", named, f"its code is {stated}, its name that of {by_name}"
    code = by_code or by_name or stated or behind
    if not code:
        return "", named or cells.get("code", ""), "the delegation is not known"
    return code, bare or names.everyday(code) or code, ""
