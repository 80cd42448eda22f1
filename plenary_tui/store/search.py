"""Full text over all sessions: SQLite's FTS5, made from what is open and never from more."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import NamedTuple

from plenary_tui.errors import StoreError, WrongUse
from plenary_tui.record.clean import clean_line
from plenary_tui.record.folded import fold_name

from .derived import Derived, Progress
from .session import Session
from .statements import Statement, statements

FILE = "index.sqlite"

_SCHEMA = """
CREATE TABLE IF NOT EXISTS session (name TEXT PRIMARY KEY, fingerprint TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS statement (
    id INTEGER PRIMARY KEY, session TEXT NOT NULL, entry TEXT NOT NULL, moment TEXT NOT NULL,
    day TEXT NOT NULL, item TEXT NOT NULL, stance TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS statement_session ON statement (session);
CREATE TABLE IF NOT EXISTS party (
    name TEXT, statement INTEGER, PRIMARY KEY (name, statement)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS party_statement ON party (statement);
CREATE TABLE IF NOT EXISTS body (
    name TEXT, statement INTEGER, PRIMARY KEY (name, statement)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS body_statement ON body (statement);
CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5 (
    text, speaker, topic, tokenize = 'unicode61 remove_diacritics 2');
PRAGMA user_version = 1;
"""
_VERSION = 1
_TOKEN = re.compile(r'"([^"]*)"?|([^\s"]+)')
_DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?", re.ASCII)
_MANY = 5_000
"""More than this and ranking takes long and tells little: then the latest come first."""
_CONTEXT = 32  # words around what was found


class Hit(NamedTuple):
    """A statement that was found. text: the words in their context."""

    session: str
    entry: str
    when: str
    speaker: str
    item: str
    text: str


class Index(Derived):
    """The full text of all sessions in a folder.

    It brings itself up to date before it answers, and can be deleted at any time.
    """

    def __init__(self, sessions: Path) -> None:
        super().__init__(sessions)
        self._path = sessions / FILE

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        """Give a connection in one transaction. Raises StoreError."""
        try:
            self.sessions.mkdir(0o700, parents=True, exist_ok=True)
            self._path.touch(0o600)
            base = sqlite3.connect(self._path)
        except (OSError, sqlite3.Error) as error:
            raise _trouble(error) from error
        try:
            with base:
                _prepare(base)
                yield base
        except sqlite3.Error as error:
            raise _trouble(error) from error
        finally:
            base.close()

    def known(self) -> dict[str, str]:
        """Return the sessions in the index, with the fingerprints they had."""
        with self._open() as base:
            return dict(base.execute("SELECT name, fingerprint FROM session"))

    def take(self, session: Session, fingerprint: str) -> None:
        """Index a session as it is now, in place of what was there of it."""
        found = list(statements(session.record))
        with self._open() as base:
            _remove(base, session.name)
            base.execute("INSERT INTO session VALUES (?, ?)", (session.name, fingerprint))
            _insert(base, session.name, found)

    def forget(self, name: str) -> None:
        """Take a session out of the index."""
        with self._open() as base:
            _remove(base, name)

    def rebuild(self, progress: Progress | None = None) -> None:
        """Make the index anew from the logs; a damaged one is replaced. Raises StoreError."""
        try:
            self._path.unlink(missing_ok=True)
            self._path.with_name(f"{FILE}-journal").unlink(missing_ok=True)
        except OSError as error:
            raise _trouble(error) from error
        self.refresh(progress)

    def search(
        self,
        words: str,
        *,
        delegation: str | None = None,
        body: str | None = None,
        topic: str | None = None,
        stance: str | None = None,
        since: date | str | None = None,
        session: str | None = None,
        limit: int = 50,
    ) -> list[Hit]:
        """Return what holds all the words, "phrases" and beginnings*, the best first.

        Where more than 5,000 statements hold them, those recorded last come first.
        delegation and body: by code or name. since: a day, month or year. Raises WrongUse where
        there is nothing to look for, StoreError where the index cannot be read.
        """
        match = f"{{text speaker}} : ({_query(words)})"
        if topic:
            match += f" AND {{topic}} : ({_query(topic)})"
        where, values = ["words MATCH ?"], [match]
        for table, name in (("party", delegation), ("body", body)):
            if name:
                where.append(f"statement.id IN (SELECT statement FROM {table} WHERE name = ?)")
                values.append(fold_name(name))
        for column, value in (("stance =", stance), ("session =", session)):
            if value:
                where.append(f"statement.{column} ?")
                values.append(value)
        if since:
            if not _DAY.fullmatch(str(since)):
                raise WrongUse(f"{str(since)!r} is no day: write it like 2018-06-19.")
            where.append("statement.day >= ?")
            values.append(str(since))
        self.refresh()
        with self._open() as base:
            order = "words.rank" if _are_few(base, match) else "words.rowid DESC"
            rows = base.execute(
                "SELECT statement.session, statement.entry, statement.moment, words.speaker,"
                f" statement.item, snippet(words, 0, '', '', '…', {_CONTEXT})"
                " FROM words JOIN statement ON statement.id = words.rowid"
                f" WHERE {' AND '.join(where)} ORDER BY {order} LIMIT ?",
                (*values, limit),
            )
            return [Hit(*row) for row in rows]


def _are_few(base: sqlite3.Connection, match: str) -> bool:
    (count,) = base.execute(
        "SELECT count(*) FROM (SELECT rowid FROM words WHERE words MATCH ? LIMIT ?)",
        (match, _MANY + 1),
    ).fetchone()
    return bool(count <= _MANY)


def _prepare(base: sqlite3.Connection) -> None:
    # What is deleted here may have come under seal since: its bytes must go too.
    base.execute("PRAGMA secure_delete = ON")
    (version,) = base.execute("PRAGMA user_version").fetchone()
    if version != _VERSION:
        for (name,) in base.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name IN"
            " ('session', 'statement', 'party', 'body', 'words')"
        ).fetchall():
            base.execute(f"DROP TABLE {name}")
        base.executescript(_SCHEMA)


def _remove(base: sqlite3.Connection, name: str) -> None:
    ids = "(SELECT id FROM statement WHERE session = ?)"
    for table, column in (("words", "rowid"), ("party", "statement"), ("body", "statement")):
        base.execute(f"DELETE FROM {table} WHERE {column} IN {ids}", (name,))
    removed = base.execute("DELETE FROM statement WHERE session = ?", (name,)).rowcount
    base.execute("DELETE FROM session WHERE name = ?", (name,))
    if removed:
        # FTS5 only marks as deleted; merging its parts drops the words themselves.
        base.execute("INSERT INTO words (words) VALUES ('optimize')")


def _insert(base: sqlite3.Connection, name: str, found: list[Statement]) -> None:
    (last,) = base.execute("SELECT coalesce(max(id), 0) FROM statement").fetchone()
    numbered = list(enumerate(found, last + 1))
    base.executemany(
        "INSERT INTO statement VALUES (?, ?, ?, ?, ?, ?, ?)",
        ((id_, name, one.entry, one.when, one.day, one.item, one.stance) for id_, one in numbered),
    )
    base.executemany(
        "INSERT INTO words (rowid, text, speaker, topic) VALUES (?, ?, ?, ?)",
        ((id_, one.text, one.speaker, one.topic) for id_, one in numbered),
    )
    for table in ("party", "body"):
        base.executemany(
            f"INSERT INTO {table} VALUES (?, ?)",
            (
                (party, id_)
                for id_, one in numbered
                for party in sorted(one.parties if table == "party" else one.bodies)
            ),
        )


def _query(words: str) -> str:
    """Return what a person typed as a query: every word in quotation marks, so none is syntax."""
    parts = []
    for match in _TOKEN.finditer(clean_line(words)):
        text = match[1] if match[1] is not None else match[2]
        if any(sign.isalnum() for sign in text):
            begins = match[2] is not None and text.endswith("*")
            parts.append(f'"{text.rstrip("*")}"' + ("*" if begins else ""))
    if not parts:
        raise WrongUse("There is no word to look for: write one, as in `plenary search mining`.")
    return " AND ".join(parts)


def _trouble(error: Exception) -> StoreError:
    return StoreError(f"The index cannot be used ({error}): make it anew with `plenary rebuild`.")
