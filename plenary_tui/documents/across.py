"""The registers over all sessions, from what the catalogue holds of each.

A document of the catalogue is plain JSON (`store/picturing.py`); nothing here opens a session.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal, get_args

from .countdown import read_days, time_to
from .draft import Draft, Row, Section, Table
from .labels import to_what

Name = Literal["decisions", "follow-ups", "events", "corrections", "officers"]
NAMES: tuple[Name, ...] = get_args(Name)

Document = Mapping[str, Any]

_STATES = {"adopted_ad_ref": "adopted ad referendum", "refused": "no consensus",
           "issued": "issued by the Chair"}  # fmt: skip
_FORMS = {"chairs_notice": "Chair’s notice", "chairs_statement": "Chair’s statement",
          "recommendation": "recommendation"}  # fmt: skip


@dataclass(frozen=True)
class Listed:
    """A row of a register. key: what it is sorted by. is_late: overdue; is_open: still to be done.

    lead, words: the row on one line, as `Register.heads` call it. notes: what else there is to say
    of it, a line each.
    """

    session: str
    entry: str
    cells: tuple[str, ...]
    lead: tuple[str, ...]
    words: str
    key: str = ""
    is_late: bool = False
    is_open: bool = False
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Register:
    """A register over sessions. heads: over the leads of its rows, and the last over the words."""

    name: Name
    title: str
    columns: tuple[str, ...]
    rows: tuple[Listed, ...]

    @property
    def heads(self) -> tuple[str, ...]:
        """What stands over a row on one line."""
        return _HEADS[self.name]

    def having(self, words: str) -> Register:
        """Return the register with the rows that hold all of some words, however written."""
        from plenary_tui.record.folded import fold_name

        wanted = fold_name(words).split()
        rows = tuple(
            row for row in self.rows
            if all(word in fold_name(" ".join((*row.cells, *row.notes))) for word in wanted)
        )  # fmt: skip
        return replace(self, rows=rows)

    @property
    def table(self) -> Table:
        """The register as a table, for a spreadsheet: a column for each thing that is known."""
        return Table(self.columns, tuple(Row(row.cells, (row.entry,)) for row in self.rows))

    @property
    def page(self) -> Table:
        """The register as a table that fits on a page: what else there is to say in one column."""
        more = [_more(row) for row in self.rows]
        heads = (*self.heads, "More") if any(more) else self.heads
        return Table(
            heads,
            tuple(
                Row((*row.lead, row.words, said)[: len(heads)], (row.entry,))
                for row, said in zip(self.rows, more, strict=True)
            ),
        )


def _more(row: Listed) -> str:
    """Return the notes of a row that say more than its leads."""
    return "; ".join(one for one in row.notes if one.removeprefix("When: ") not in row.lead)


def register(
    name: Name, documents: Iterable[Document], today: date, on: date | None = None
) -> Register:
    """Return a register over the sessions of the catalogue.

    today: tells what is overdue and how long it is to an event. on: of the officers and classes,
    only those of that day.
    """
    known = [one for one in documents if not one.get("trouble")]
    if name == "officers":
        return _officers(known, on)
    title, columns, rows = _REGISTERS[name]
    found = sorted((row for one in known for row in rows(one, today)), key=lambda row: row.key)
    return Register(name, title, columns, tuple(found))


def overdue(documents: Iterable[Document], today: date) -> list[Listed]:
    """Return the follow-ups that are overdue, the longest first."""
    return [row for row in register("follow-ups", documents, today).rows if row.is_late]


def as_draft(found: Register, today: date, asked: str = "") -> Draft:
    """Return a register as a document."""
    about = [f"{_counted(len(found.rows), 'row')} on {today:%Y-%m-%d}"]
    if asked:
        about.append(f"With: {asked}")
    late = sum(row.is_late for row in found.rows)
    if late:
        about.append(f"Overdue: {late}")
    blocks = (found.page,) if found.rows else ()
    return Draft("Register", found.title, tuple(about), (Section("", blocks),))


def _decisions(one: Document, today: date) -> Iterator[Listed]:
    for row in _of(one, "decisions"):
        number = _s(row, "number") + (" (disputed)" if row.get("disputed_number") else "")
        dissent = "; ".join(_dissent(held) for held in _of(row, "dissent"))
        history = "; ".join(
            f"{_state(past)} {_day(past)}{to_what(_s(past, 'to'))}" for past in _of(row, "history")
        )
        links = _links(row)
        state = _state(row, "verb")
        cells = (
            number, _day(row), _s(one, "session"), state, _s(row, "text"), _s(row, "by"),
            _s(row, "item"), dissent, _effect(row), "; ".join(filter(None, (history, *links))),
            _s(row, "entry"),
        )  # fmt: skip
        notes = (
            f"History: {history}" if history else "",
            *links,
            f"Item {_s(row, 'item')}" if _s(row, "item") else "",
            f"Proposed by {_s(row, 'by')}" if _s(row, "by") else "",
            f"Effect: {_effect(row)}" if _effect(row) else "",
            f"Dissent: {dissent}" if dissent else "",
        )
        when = f"{_s(row, 'at') or _s(one, 'dates')} {number}"
        called = number or _FORMS.get(_s(row, "kind"), "")
        yield Listed(
            _s(one, "session"), _s(row, "entry"), cells,
            (_day(row) or "no day", state, _s(one, "session")),
            ": ".join(filter(None, (called, _s(row, "text")))), when,
            notes=_kept(notes),
        )  # fmt: skip


def _dissent(held: Document) -> str:
    form = _s(held, "form") + (", withdrawn" if held.get("withdrawn") else "")
    form += ", after the gavel" if held.get("late") else ""
    said = f": {_s(held, 'text')}" if _s(held, "text") else ""
    return f"{_s(held, 'who')} ({form}){said}"


def _effect(row: Document) -> str:
    effect = _s(row, "effect")
    return "once the communiqué is published" if effect == "publication" else effect


def _follow_ups(one: Document, today: date) -> Iterator[Listed]:
    for row in _of(one, "follow_ups"):
        due, stands = _s(row, "due"), _s(row, "state") or "open"
        is_open = stands == "open"
        late = is_open and bool(due) and due < today.isoformat()
        went = row.get("to")
        state = "overdue" if late else stands.replace("_", " ")
        if isinstance(went, Mapping):
            state += f" to {_s(went, 'session')}"
        days = f", {(today - date.fromisoformat(due)).days} days" if late else ""
        owner = _s(row, "name") or _s(row, "owner") or "with no owner"
        result = "" if went else _s(row, "result")
        links = _links(row)
        cells = (
            owner, _s(row, "what"), due, state + days, _s(one, "session"), _day(row),
            "; ".join(filter(None, (result, *links))), _s(row, "entry"),
        )  # fmt: skip
        yield Listed(
            _s(one, "session"), _s(row, "entry"), cells,
            (due or "no day", state, _s(one, "session")),
            f"{owner}: {_s(row, 'what')}", f"{not late} {not is_open} {due or '9999'}",
            late, is_open, _kept((f"Result: {result}" if result else "", *links)),
        )  # fmt: skip


def _events(one: Document, today: date) -> Iterator[Listed]:
    for row in _of(one, "events"):
        days = read_days(_s(row, "dates"))
        when = _s(row, "dates") or "no day"
        count = time_to(days, today)
        cells = (
            when, _s(row, "title"), _s(row, "place"), count, _s(one, "session"), _s(row, "entry"),
        )  # fmt: skip
        place = f", {_s(row, 'place')}" if _s(row, "place") else ""
        ahead = count != "past"
        yield Listed(
            _s(one, "session"), _s(row, "entry"), cells, (when, count, _s(one, "session")),
            _s(row, "title") + place, f"{not ahead} {days.first if days else '9999'} {when}",
            is_open=ahead, notes=_kept((f"When: {when}", count)),
        )  # fmt: skip


def _corrections(one: Document, today: date) -> Iterator[Listed]:
    for row in _of(one, "corrections"):
        state = _s(row, "verdict") or "open"
        cells = (
            _day(row), _s(one, "session"), _s(row, "who"), _s(row, "of"), _s(row, "old"),
            _s(row, "new"), state, _s(row, "reason"), _s(row, "entry"),
        )  # fmt: skip
        change = f"“{_s(row, 'old')}” to read “{_s(row, 'new')}”"
        notes = (f"Why: {_s(row, 'reason')}" if _s(row, "reason") else "",)
        yield Listed(
            _s(one, "session"), _s(row, "entry"), cells, (_day(row), state, _s(one, "session")),
            f"{_s(row, 'who')}: {change}", _s(row, "at"), is_open=state == "open",
            notes=_kept(notes),
        )  # fmt: skip


def _officers(documents: Sequence[Document], on: date | None) -> Register:
    """Return classes, names and offices by date; what several sessions say stands once."""
    found: dict[tuple[str, ...], list[str]] = {}
    for one in documents:
        for row in _of(one, "dated"):
            key = tuple(_s(row, name) for name in _DATED)
            found.setdefault(key, []).append(_s(one, "session"))
        for row in _of(one, "officers"):
            key = ("delegation", _s(row, "delegation"), _s(row, "person"), _s(row, "role"),
                   "", "", "")  # fmt: skip
            found.setdefault(key, []).append(_s(one, "session"))
    rows = []
    for (of, code, name, what, who, since, until), sessions in found.items():
        if on is not None and not (since or "0") <= on.isoformat() <= (until or "9"):
            continue
        where = (
            sessions[0] if len(sessions) == 1 else f"{sessions[-1]} and {len(sessions) - 1} more"
        )
        cells = (of, code, name, what, who, since, until, where)
        said = f"{name}, {what}" + (f": {who}" if who else "") if what else name
        rows.append(
            Listed(sessions[-1], "", cells, (code, since, until), said,
                   f"{of != 'body'} {code} {since}", notes=(f"As stated in {', '.join(sessions)}",))
        )  # fmt: skip
    columns = ("Of", "Code", "Name", "Class or office", "Held by", "Since", "Until", "Stated in")
    title = "Officers and memberships" + (f" on {on.isoformat()}" if on else "")
    return Register("officers", title, columns, tuple(sorted(rows, key=lambda row: row.key)))


_HEADS: dict[Name, tuple[str, ...]] = {
    "decisions": ("Date", "State", "Session", "Text"),
    "follow-ups": ("Due", "State", "Session", "Owner and what"),
    "events": ("When", "How long", "Session", "Title"),
    "corrections": ("Date", "State", "Session", "Asked by, and what"),
    "officers": ("Code", "Since", "Until", "Name, class or office, held by"),
}
_DATED = ("of", "code", "name", "what", "who", "since", "until")
_REGISTERS: dict[str, tuple[str, tuple[str, ...], Callable[[Document, date], Iterator[Listed]]]] = {
    "decisions": (
        "Decisions",
        ("Number", "Date", "Session", "State", "Text", "Proposed by", "Item", "Dissent", "Effect",
         "History", "Entry"),
        _decisions,
    ),
    "follow-ups": (
        "Follow-ups",
        ("Owner", "What", "Due", "State", "Session", "Since", "Result", "Entry"),
        _follow_ups,
    ),
    "events": (
        "Meetings and visits", ("When", "Title", "Place", "Countdown", "Session", "Entry"), _events,
    ),
    "corrections": (
        "Corrections",
        ("Date", "Session", "Asked by", "Of", "Reads", "Should read", "State", "Why", "Entry"),
        _corrections,
    ),
}  # fmt: skip


def _links(row: Document) -> tuple[str, ...]:
    """Return where a matter came from and where it was taken up again."""
    said = []
    for name, words in (("from", "carried over from"), ("to", "taken up again in")):
        place = row.get(name)
        if isinstance(place, Mapping):
            said.append(f"{words} {_s(place, 'session')}, entry {_s(place, 'entry')}")
    return tuple(said)


def _state(row: Document, verb: str = "") -> str:
    state = _s(row, "state")
    if state == "adopted" and verb and _s(row, verb):
        return _s(row, verb)
    return _STATES.get(state, state.replace("_", " "))


def _day(row: Document) -> str:
    return _s(row, "at")[:10]


def _s(row: Document, name: str) -> str:
    value = row.get(name)
    return value if isinstance(value, str) else ""


def _of(row: Document, name: str) -> list[Document]:
    value = row.get(name)
    return [one for one in value if isinstance(one, Mapping)] if isinstance(value, list) else []


def _kept(notes: Iterable[str]) -> tuple[str, ...]:
    return tuple(filter(None, notes))


def _counted(number: int, one: str) -> str:
    return f"{number:,} {one if number == 1 else one + 's'}"
