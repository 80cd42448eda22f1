"""Commands of every kind, as two stations might make them; also what people type by accident."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any, Literal, get_args, get_origin
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from plenary_tui.record.bracketing import Bracket
from plenary_tui.record.entries import read_kind
from plenary_tui.record.kinds import KINDS, Kind, Unknown

CODES = ("NV", "OS", "TR", "KE", "GDA", "VE", "LB", "NO", "ET", "ZA")
BODIES = ("WGM", "CPC")
STATIONS = ("antwerp", "room-2")

TRAPS = (
    "Adopted: the report", "Closed: 18:30", "next", "undo", "q+ NV", "+ NV OS", "- TR", "+1",
    "- a bullet", "• a bullet", "No: it is not", "Note: check this", "Noted", "NV: yes", "nv: yes",
    "Chair: Ms Name", "https://example.org/a: b", "10:31 NV: x", "10.31 million carats", "24:61",
    "#12 text", "@12 s/a/b/", "@KE text", "s/old/new/", "... more", "… more", "???: who", "?missed",
    "\\NV: x", ".remark {}", "<nick> text", "[item 4.2] x", "UTC is a zone", "EST NV: x", "x: y: z",
    "Proposal P3: words", "Silence: until later", "In camera:", "text by 2018-09-15", "all but VE",
    "a; b; c", "a, b, c", "since 2018-01-01", "agreed ad ref", "as WGM chair", "for the record",
    "Room 2", "NV (Ms Name) for Group", "Name [deputy]: chair", "ad ref", "rev", "P3", "4.2", "%",
    "première ligne\nNV: deuxième", "one\n\n- three", "Vorsitz: ja", "« oui »", "“yes”", "a – b",
    "é NV", "a -> b", "/|#!", "until 2018-11-30 18:00 CET; x", "Name (with (two) brackets)",
)  # fmt: skip

ZONES = (ZoneInfo("Europe/Brussels"), ZoneInfo("UTC"), ZoneInfo("Asia/Kolkata"))
OFFSETS = tuple(timezone(timedelta(minutes=minutes)) for minutes in (-210, 0, 60, 120, 345))

words = st.one_of(st.sampled_from((*CODES, *BODIES, "Ms Name", "manu", "Group of Friends")))
texts = st.one_of(
    st.sampled_from(TRAPS),
    st.text(max_size=40),
    st.lists(st.one_of(st.sampled_from(TRAPS), words), min_size=2, max_size=3).map(" ".join),
    st.lists(st.sampled_from(TRAPS), min_size=2, max_size=2).map("\n".join),
)
lines = st.one_of(words, st.sampled_from(TRAPS), st.text(max_size=20))
lists = st.lists(st.sampled_from(CODES) | lines, max_size=4).map(tuple)
ids = st.builds("{}-{}".format, st.sampled_from(STATIONS), st.integers(1, 99))
refs = st.one_of(st.sampled_from(("", "", "P3", "12", "10:41", "agenda")), ids)
days = st.dates(date(1990, 1, 1), date(2090, 12, 31))
moments = st.datetimes(
    datetime(1990, 1, 2), datetime(2090, 1, 1), timezones=st.sampled_from((*ZONES, *OFFSETS))
)

_BY_NAME: dict[tuple[str, str], st.SearchStrategy[Any]] = {
    ("meeting", "dates"): st.sampled_from(("2018-06-18/2018-06-22", "in June")),
    ("item", "number"): st.sampled_from(("", "4.2", "IV", "12 bis", "x")),
    ("agenda", "number"): st.sampled_from(("4.2", "1", "annex A")),
    ("drafting", "para"): st.sampled_from(
        ("", "1", "14", "14 bis", "14 decies", "1 ante", "1 ante ter", "14 (11)", "3(a)", "one")
    ),
    ("", "section"): st.sampled_from(("item-4.2", "body-WGM", "closing")),
    ("", "number"): st.sampled_from(("1", "14", "14 bis")),
    ("draft_issued", "label"): st.sampled_from(("1", "2")),
    ("limit", "seconds"): st.integers(0, 7200),
    ("limit", "of"): st.sampled_from(("", "observer", "NV", "replies", "guests")),
    ("agenda", "minutes"): st.integers(0, 600),
    ("sitting", "begins"): st.none() | st.times(),
    ("sitting", "ends"): st.none() | st.times(timezones=st.sampled_from((UTC,))),
    ("abbreviations", "table"): st.lists(
        st.tuples(
            st.sampled_from(("wc", "ga", "NV", "a=b")), st.sampled_from(("welcomed", "a; b", "é"))
        ),
        max_size=3,
    ).map(tuple),
}


def _field(kind: type[Kind], name: str) -> st.SearchStrategy[Any]:
    """Return a strategy for one field, by its name where that says more than its type."""
    annotation = kind.model_fields[name].annotation
    own = kind.model_fields.get("kind")
    named = _BY_NAME.get((str(own.default) if own else "", name))
    if named is not None:
        return named
    if name in kind.REFS:
        return refs
    if name in getattr(kind, "LISTS", ()):
        return st.lists(ids, max_size=2).map(tuple)
    if name in getattr(kind, "PARTS", ()):
        return _parts(annotation)
    literals = _literals(annotation)
    if literals:
        return st.sampled_from(literals)
    if get_origin(annotation) is tuple:
        return lists
    if annotation is int:
        return st.integers(0, 9)
    if annotation is bool:
        return st.booleans()
    if type(None) in get_args(annotation):
        return st.none() | (days if date in get_args(annotation) else moments)
    if annotation is date:
        return days
    return texts if name in _LONG else st.just("") | lines


def _parts(annotation: Any) -> st.SearchStrategy[Any]:
    """Return a strategy for a part of an entry, several of them, or none."""
    if get_origin(annotation) is tuple:
        return st.lists(_parts(get_args(annotation)[0]), max_size=2).map(tuple)
    if get_args(annotation):
        return st.one_of(*(_parts(one) for one in get_args(annotation)))
    if annotation is type(None):
        return st.none()
    if annotation is Bracket:
        return st.builds(
            Bracket, st.integers(0, 9), st.integers(0, 9), lines, lines,
            st.lists(ids, max_size=2).map(tuple), lists, st.booleans(),
        )  # fmt: skip
    return st.deferred(lambda: of(annotation))


def _literals(annotation: Any) -> list[Any]:
    """Return what a Literal, or a union of them, allows."""
    if get_origin(annotation) is Literal:
        return [value for part in get_args(annotation) for value in (_literals(part) or [part])]
    return []


_LONG = frozenset(("text", "reason", "old", "new", "line", "to", "why"))


def of(kind: type[Any]) -> st.SearchStrategy[Any]:
    """Return commands of one kind (or its parts), optional fields left out half of the time."""
    fields = {name: field for name, field in kind.model_fields.items() if name not in ("kind", "v")}
    required = {name: _field(kind, name) for name in fields if fields[name].is_required()}
    optional = {name: _field(kind, name) for name in fields if name not in required}
    return st.fixed_dictionaries(required, optional=optional).map(kind.model_validate)


_values = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | lines,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(lines, inner, max_size=2),
    max_leaves=4,
)
unknown = (
    st.dictionaries(lines, _values, max_size=3)
    .map(lambda fields: read_kind({**fields, "kind": "vote", "v": 3}))
    .filter(lambda kind: isinstance(kind, Unknown))
)

commands: st.SearchStrategy[Kind] = st.one_of(*(of(kind) for kind in KINDS), unknown)
"""Every kind over the whole notation."""
