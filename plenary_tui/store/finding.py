"""What the index answers: a query as SQLite is asked it, and what comes back."""

from __future__ import annotations

import re
import sqlite3
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from plenary_tui.errors import WrongUse
from plenary_tui.record.clean import clean_line
from plenary_tui.record.folded import fold_name

from .asking import Asked
from .naming import Meant, ids, marks_of, named_by, session_marks
from .statements import KINDS, STANCES

OPENS, CLOSES = "\x02", "\x03"
"""Around the words that were looked for: signs that no text can hold."""

_VERSION = 2
_TABLES = ("session", "statement", "alias", "mark", "term", "party", "body", "words", "vocabulary")
_SCHEMA = """
CREATE TABLE session (
    id INTEGER PRIMARY KEY, name TEXT UNIQUE NOT NULL, fingerprint TEXT NOT NULL,
    title TEXT NOT NULL);
CREATE TABLE statement (
    id INTEGER PRIMARY KEY, session INTEGER NOT NULL, entry TEXT NOT NULL, digest BLOB NOT NULL,
    moment TEXT NOT NULL, name TEXT NOT NULL, item TEXT NOT NULL, stance TEXT NOT NULL,
    kind TEXT NOT NULL, about TEXT NOT NULL);
CREATE INDEX statement_session ON statement (session);
CREATE TABLE alias (
    session INTEGER, kind TEXT, code TEXT, name TEXT, shown TEXT,
    PRIMARY KEY (kind, name, code, session)) WITHOUT ROWID;
CREATE INDEX alias_session ON alias (session);
CREATE INDEX alias_code ON alias (kind, code, name);
CREATE TABLE mark (id INTEGER PRIMARY KEY, kind TEXT, name TEXT, UNIQUE (kind, name));
CREATE TABLE term (name TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE VIRTUAL TABLE words USING fts5 (
    text, speaker, topic, marks, columnsize = 0, prefix = '2 3',
    tokenize = 'unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE vocabulary USING fts5vocab (words, col);
"""
_TOKEN = re.compile(r'"([^"]*)"?|([^\s"]+)')
_NUMBER = re.compile(r"\d+(?:\.\w+)*", re.ASCII)
_CONTEXT = 32  # words around what was found
_BEGINNINGS = (2, 3)
"""Lengths of a beginning that the index knows by itself."""
_WORDS = 300
"""A longer beginning is looked up as the words that begin so, where they are no more than this."""
_PER_DAY = 24


class Hit(NamedTuple):
    """A statement that was found. marked: the words in their context, those looked for marked.

    speaker: as recorded, by code; name: by name, on that day. about: the text it concerns.
    """

    session: str
    entry: str
    when: str
    speaker: str
    item: str
    marked: str
    name: str
    stance: str
    kind: str
    about: str
    title: str

    @property
    def text(self) -> str:
        """The words in their context."""
        return self.marked.replace(OPENS, "").replace(CLOSES, "")


class Position(NamedTuple):
    """A statement with all its words, as `Hit`. item: number and title."""

    session: str
    entry: str
    when: str
    name: str
    item: str
    stance: str
    kind: str
    text: str
    about: str
    title: str


def prepare(base: sqlite3.Connection) -> None:
    """Make the tables, where there are none or those of an earlier version."""
    # What is deleted here may have come under seal since: its bytes must go too.
    base.execute("PRAGMA secure_delete = ON")
    (version,) = base.execute("PRAGMA user_version").fetchone()
    if version != _VERSION:
        for name in _TABLES:
            base.execute(f"DROP TABLE IF EXISTS {name}")
        base.executescript(f"{_SCHEMA}PRAGMA user_version = {_VERSION};")


def found(base: sqlite3.Connection, wanted: Asked, limit: int, *, live: bool) -> list[Hit]:
    """Return the latest statements that fit, session by session, the latest session first.

    Raises WrongUse where nothing is looked for.
    """
    match = _match(base, wanted, live=live)
    if not match:
        return []
    rows = base.execute(
        "SELECT session.name, s.entry, s.moment, words.speaker, s.item,"
        f" snippet(words, 0, '{OPENS}', '{CLOSES}', '…', {_CONTEXT}),"
        " s.name, s.stance, s.kind, s.about, session.title"
        " FROM words JOIN statement s ON s.id = words.rowid JOIN session ON session.id = s.session"
        " WHERE words MATCH ? AND words.rowid BETWEEN ? AND ? ORDER BY words.rowid DESC LIMIT ?",
        (match, *_span(wanted), limit),
    )
    hits = [Hit(*row) for row in rows]
    places: dict[str, int] = {}
    for hit in hits:
        places.setdefault(hit.session, len(places))
    hits.reverse()  # those of one minute in the order in which they were entered
    return sorted(hits, key=lambda hit: (places[hit.session], hit.when))


def positions(
    base: sqlite3.Connection, wanted: Asked, limit: int, *, live: bool = False
) -> list[Position]:
    """Return what fits with all its words, the earliest first. Raises WrongUse."""
    match = _match(base, wanted, live=live)
    if not match:
        return []
    rows = base.execute(
        "SELECT session.name, s.entry, s.moment, s.name, words.topic, s.stance, s.kind,"
        " words.text, s.about, session.title"
        " FROM words JOIN statement s ON s.id = words.rowid JOIN session ON session.id = s.session"
        " WHERE words MATCH ? AND words.rowid BETWEEN ? AND ? ORDER BY words.rowid LIMIT ?",
        (match, *_span(wanted), limit),
    )
    return sorted((Position(*row) for row in rows), key=lambda one: one.when)


def meant(base: sqlite3.Connection, wanted: Asked, most: int) -> Meant | None:
    """Return the delegation that the words name, with how often it speaks, counted up to `most`.

    None where they name none or not only one, or where a delegation is asked for already.
    """
    named = named_by(base, wanted.words) if wanted.words and not wanted.delegation else None
    if named is None:
        return None
    match = _match(base, replace(wanted, words="", delegation=named.code), live=False)
    (number,) = base.execute(
        "SELECT count(*) FROM (SELECT 1 FROM words WHERE words MATCH ? AND rowid BETWEEN ? AND ?"
        " LIMIT ?)", (match, *_span(wanted), most),
    ).fetchone() if match else (0,)  # fmt: skip
    return named._replace(said=int(number))


def choices(base: sqlite3.Connection, name: str) -> list[tuple[str, str]]:
    """Return what a filter may be, each with what it says."""
    if name in ("stance", "kind"):
        return [(one, "") for one in (STANCES if name == "stance" else KINDS)]
    if name == "session":
        rows = base.execute("SELECT name, title FROM session ORDER BY name DESC")
        return [(str(one), str(title)) for one, title in rows]
    if name in ("delegation", "body"):
        rows = base.execute(
            "SELECT code, group_concat(DISTINCT shown) FROM alias WHERE kind = ?"
            " GROUP BY code ORDER BY code", (name[0],),
        )  # fmt: skip
        return [(str(code).upper(), _names(str(code), str(names))) for code, names in rows]
    return []


def _names(code: str, names: str) -> str:
    return ", ".join(one for one in names.split(",") if fold_name(one) != code)


def _span(wanted: Asked) -> tuple[int, int]:
    first, last = wanted.first or date.min, wanted.last or date.max
    return first.toordinal() << _PER_DAY, ((last.toordinal() + 1) << _PER_DAY) - 1


def _match(base: sqlite3.Connection, wanted: Asked, *, live: bool) -> str:
    """Return the query in FTS5's words; empty where nothing can fit it."""
    parts = []
    if wanted.words.strip():
        parts.append(f"{{text speaker}} : ({_query(base, wanted.words, live=live)})")
    if wanted.item:
        parts.append(_item(base, wanted.item))
    for filter_, of in (("delegation", "d"), ("body", "b")):
        if typed := getattr(wanted, filter_):
            parts.append(_marks(marks_of(base, of, typed)))
    for filter_, of in (("stance", "s"), ("kind", "k")):
        if typed := getattr(wanted, filter_):
            parts.append(_marks(ids(base, of, [typed])))
    if wanted.session:
        parts.append(_marks(session_marks(base, wanted.session)))
    if not parts:
        raise WrongUse("There is no word to look for: write one, such as mining.")
    return " AND ".join(parts) if all(parts) else ""


def _marks(marks: list[str]) -> str:
    return f"{{marks}} : ({' OR '.join(marks)})" if marks else ""


def _item(base: sqlite3.Connection, typed: str) -> str:
    """Return an item by its number, with those below it, or by words of its title."""
    if _NUMBER.fullmatch(typed):
        return f'{{topic}} : ^ "{typed}"'
    return f"{{topic}} : ({_query(base, typed, live=False)})"


def _query(base: sqlite3.Connection, words: str, *, live: bool) -> str:
    """Return what a person typed as a query: every word in quotation marks, so none is syntax."""
    parts = []
    typed = clean_line(words)
    for match in _TOKEN.finditer(typed):
        text = match[1] if match[1] is not None else match[2]
        if any(sign.isalnum() for sign in text):
            goes_on = live and match.end() == len(typed) and not words[-1:].isspace()
            bare = text.rstrip("*")
            begins = match[2] is not None and (text.endswith("*") or (goes_on and len(bare) > 1))
            parts.append(_beginning(base, bare) if begins else f'"{bare}"')
    if not parts:
        raise WrongUse("There is no word to look for: write one, such as mining.")
    return " AND ".join(parts)


def _beginning(base: sqlite3.Connection, text: str) -> str:
    """Return what finds all that begins so: FTS5 goes through long lists for a long beginning."""
    plain = fold_name(text)
    if plain.isalnum() and len(plain) not in _BEGINNINGS:
        rows = base.execute(
            "SELECT name FROM term WHERE name >= ?1 AND name < ?1 || char(0x10ffff) LIMIT ?2",
            (plain, _WORDS + 1),
        ).fetchall()
        if 0 < len(rows) <= _WORDS:
            return "(" + " OR ".join(f'"{name}"' for (name,) in rows) + ")"
    return f'"{text}"*'
