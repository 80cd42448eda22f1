"""Persons of a list to what a session is told: delegations, their class, and their persons."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from plenary_tui.importers.stated import Stated
from plenary_tui.record.delegations import Roster
from plenary_tui.record.folded import fold_name
from plenary_tui.record.kinds import Delegate, Delegation, Kind
from plenary_tui.record.meeting import Meeting

from .columns import Columns
from .naming import Doubt, Names
from .reading import Person, persons

_MOST_CLOSE = 200
"""Delegations for which close names are looked for: a list of more is another list."""
THERE = "row that stands already"


def stated(
    name: str, columns: Columns, names: Names, meeting: Meeting
) -> tuple[Stated, tuple[Doubt, ...]]:
    """Hold a list against a session, empty for a new one; return what is asked about beside it.

    What stands in the session already is not told again; a class that the list states otherwise
    is told anew, and said. In a session without delegations the list makes those that are like
    no other, each with a code of its own. Raises WrongUse where no column says who is meant.
    """
    read = list(persons(columns, names))
    doubts = _doubts(read, names, meeting.roster)
    made = {one.name: one.proposed for one in doubts if one.made}
    if made:
        names = names.with_choices(made)
        read = list(persons(columns, names))
    sure = [one for one in read if one.code and not one.why]
    roster = meeting.roster
    delegations, notes = _delegations(sure, roster, names)
    told = {(one.delegation, fold_name(one.person)) for known in roster.persons.values()
            for one in known}  # fmt: skip
    people: list[Kind] = []
    counts: Counter[str] = Counter()
    left_out: Counter[str] = Counter()
    for one in sure:
        key = (one.code, fold_name(one.name))
        if one.name and key in told:
            left_out[THERE] += 1
        elif one.name:
            told.add(key)
            people.append(Delegate(delegation=one.code, person=one.name, role=one.role))
            counts["person"] += 1
        else:
            counts["delegation"] += 1
    if columns.table.others:
        others = ", ".join(columns.table.others)
        notes.append(f"only the sheet {columns.table.sheet} was read, not {others}: --sheet "
                     "names another")  # fmt: skip
    above = columns.heads + 1
    if above:
        counts["heading"] = above
    lost = tuple((one.row, _line(one)) for one in read if not one.code or one.why)
    result = Stated(
        name, "participants", "row", len(columns.table.rows), (*delegations, *people),
        dict(counts), dict(left_out), lost, tuple(notes), False,
    )  # fmt: skip
    return result, doubts


def _line(one: Person) -> str:
    return ", ".join(part for part in (one.named, one.name) if part) + f": {one.why}"


def _delegations(
    sure: Iterable[Person], roster: Roster, names: Names
) -> tuple[list[Kind], list[str]]:
    """Return the facts about delegations that the session lacks, and what they change."""
    facts: list[Kind] = []
    notes: list[str] = []
    classes: dict[str, str] = {}
    for one in sure:
        stated, first = classes.get(one.code), one.code not in classes
        if one.status and stated and stated != one.status:
            notes.append(f"row {one.row}: {one.code} is {one.status} here and {stated} above")
        if first or (one.status and not stated):
            classes[one.code] = one.status
    by_code = {one.code: one for one in reversed(list(sure))}
    for code, status in classes.items():
        known = roster.delegation(code)
        if known is None:
            facts.append(Delegation(code=code, names=_called(by_code[code], names), status=status))
        elif status and fold_name(known.status) != fold_name(status):
            facts.append(Delegation(code=code, names=known.names, status=status))
            notes.append(f"{code} is {known.status or 'of no class'} now and becomes {status}")
    return facts, notes


def _called(one: Person, names: Names) -> tuple[str, ...]:
    """Return what a new delegation is called: as it is known, else as the list has it.

    Of a name that a person had to say the meaning of, the list's spelling is no name.
    """
    known = names.everyday(one.code)
    if known and names.chosen(one.named) == one.code:
        return _plain((known,))
    if known and names.exact(one.named) == one.code:
        return _plain(dict.fromkeys((known, one.named)))
    return _plain((one.named,))


def _plain(names: Iterable[str]) -> tuple[str, ...]:
    """Return names without the signs that would part them where they are typed."""
    return tuple(" ".join(name.replace(",", " ").replace(";", " ").split()) for name in names)


def _doubts(read: Iterable[Person], names: Names, roster: Roster) -> tuple[Doubt, ...]:
    rows: dict[str, list[int]] = {}
    for one in read:
        if not one.code and one.named:
            rows.setdefault(one.named, []).append(one.row)
    taken = {*roster.delegations, *(one.code for one in read)}
    doubts: list[Doubt] = []
    for at, (named, places) in enumerate(rows.items()):
        close = names.close(named) if at < _MOST_CLOSE else ()
        proposed = names.proposed(named, taken)
        taken.add(proposed)
        made = bool(proposed) and not (roster.delegations or close or names.is_said(named))
        doubts.append(Doubt(named, close, tuple(places), proposed, made))
    return tuple(doubts)
