"""Full text over all sessions: SQLite's FTS5, made from what is open and never from more.

Whatever narrows a search down (who, body, kind, stance, session) is a word of its own in the
column `marks`, so that FTS5 finds what has all of them without looking at the rest; a statement's
number begins with its day, so that the latest come first and a span of days is a span of numbers.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from plenary_tui.errors import StoreError

from .asking import Asked
from .derived import Derived, Progress
from .finding import CLOSES, OPENS, Hit, Position, choices, found, meant, positions, prepare
from .naming import Meant, unknown
from .session import Session
from .statements import Alias, Findable, Statement, findable

FILE = "index.sqlite"

_PARTIAL = ".index-partial.sqlite"
_PATIENCE = 30.0
"""Seconds to wait for another program that writes."""
_PER_DAY = 24
"""Bits of a statement's number that count within its day."""
_GATHERED, _GATHERED_WHOLE = 1 << 20, 16 << 20
"""Bytes of words that FTS5 gathers before it writes them, as it does by itself, and of a whole
index: what is written at once need not be merged."""


class _Kept(NamedTuple):
    """A statement as the index has it. digest: of its words and marks."""

    id: int
    digest: bytes
    beside: tuple[str, ...]


class Index(Derived):
    """The full text of all sessions in a folder. It can be deleted at any time.

    `search` brings it up to date before it answers; `look` answers from what it has.
    """

    def __init__(self, sessions: Path) -> None:
        super().__init__(sessions)
        self._path = sessions / FILE
        self._at = self._path
        self._base: sqlite3.Connection | None = None

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        """Give a connection in one transaction: of an index made anew, that of all of it.

        Raises StoreError.
        """
        if self._base is not None:
            yield self._base  # each end of a transaction makes FTS5 write what it has gathered
            return
        base = self._connect()
        try:
            with base:
                prepare(base)
                yield base
        except sqlite3.Error as error:
            raise _trouble(error) from error
        finally:
            base.close()

    def _connect(self) -> sqlite3.Connection:
        try:
            self.sessions.mkdir(0o700, parents=True, exist_ok=True)
            self._at.touch(0o600)
            return sqlite3.connect(self._at, timeout=_PATIENCE)
        except (OSError, sqlite3.Error) as error:
            raise _trouble(error) from error

    def known(self) -> dict[str, str]:
        """Return the sessions in the index, with the fingerprints they had."""
        with self._open() as base:
            return dict(base.execute("SELECT name, fingerprint FROM session"))

    def take(self, session: Session, fingerprint: str) -> None:
        """Index a session as it is now."""
        self.take_found(session.name, findable(session.record), fingerprint)

    def take_found(self, name: str, found: Findable, fingerprint: str) -> None:
        """Index what can be found in a session: what is new, what changed and what went."""
        with self._open() as base:
            key = _session_key(base, name, fingerprint, found.title)
            _name(base, key, found.names)
            _Changes(base, key, is_whole=self._base is not None).make(found.said)

    def forget(self, name: str) -> None:
        """Take a session out of the index."""
        with self._open() as base:
            row = base.execute("SELECT id FROM session WHERE name = ?", (name,)).fetchone()
            if row is not None:
                _Changes(base, row[0]).make([])
                base.execute("DELETE FROM alias WHERE session = ?", row)
                base.execute("DELETE FROM session WHERE id = ?", row)

    def rebuild(self, progress: Progress | None = None) -> None:
        """Make the index anew from the logs, and put it in the old one's place once it is whole.

        Raises StoreError.
        """
        with self.made_anew():
            self.refresh(progress)

    @contextmanager
    def made_anew(self) -> Iterator[None]:
        """Let what is taken in the block be all that there is; the old one stands until its end.

        Raises StoreError.
        """
        partial = self.sessions / _PARTIAL
        try:
            partial.unlink(missing_ok=True)
            self._at = partial
            self._base = self._connect()
            # Nothing of it counts before it is whole.
            self._base.execute("PRAGMA synchronous = OFF")
            self._base.execute("PRAGMA journal_mode = OFF")
            prepare(self._base)
            _gather(self._base, _GATHERED_WHOLE)
            yield
            with self._base:
                _know_words(self._base)
                _gather(self._base, _GATHERED)
            self._base.close()
            self._path.with_name(f"{FILE}-journal").unlink(missing_ok=True)
            partial.replace(self._path)
        except (OSError, sqlite3.Error) as error:
            raise _trouble(error) from error
        finally:
            if self._base is not None:
                self._base.close()
            self._base, self._at = None, self._path
            with suppress(OSError):
                partial.unlink(missing_ok=True)

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
        """Return what holds all the words, "phrases" and beginnings*, as `look` does.

        Brings the index up to date first. Raises WrongUse where there is nothing to look for,
        StoreError where the index cannot be read.
        """
        wanted = Asked(
            words, delegation or "", body or "", topic or "", stance or "", "",
            str(since or ""), "", session or "",
        )  # fmt: skip
        wanted.checked()
        self.refresh()
        return self.look(wanted, limit=limit)

    def look(self, wanted: Asked, *, limit: int = 50, live: bool = False) -> list[Hit]:
        """Return the latest statements that fit, session by session, the latest session first.

        live: the last word is still being typed. Raises WrongUse where there is no word or filter,
        StoreError.
        """
        with self._open() as base:
            return found(base, wanted, limit, live=live)

    def positions(
        self, wanted: Asked, *, limit: int = 10_000, live: bool = False
    ) -> list[Position]:
        """Return what fits with all its words, the earliest first; live as in `look`.

        Raises WrongUse, StoreError.
        """
        with self._open() as base:
            return positions(base, wanted, limit, live=live)

    def meant(self, wanted: Asked, most: int) -> Meant | None:
        """Return the delegation that the words name, else None. Raises StoreError."""
        with self._open() as base:
            return meant(base, wanted, most)

    def why_nothing(self, wanted: Asked) -> str:
        """Return which filter nobody knows, with what is possible, else "". Raises StoreError."""
        with self._open() as base:
            return unknown(base, wanted)

    def choices(self, name: str) -> list[tuple[str, str]]:
        """Return what a filter may be, each with what it says. Raises StoreError."""
        with self._open() as base:
            return choices(base, name)


class _Changes:
    """Brings the statements of one session to what they are now.

    is_whole: the index is being made anew, and the list of its words at the end.
    """

    def __init__(self, base: sqlite3.Connection, session: int, *, is_whole: bool = False) -> None:
        self._base = base
        self._session = session
        self._is_whole = is_whole
        self._marks: dict[tuple[str, str], str] = {}
        self._marked_so: dict[tuple[str, str, frozenset[str], frozenset[str]], str] = {}
        self._free: dict[str, int] = {}

    def make(self, said: list[Statement]) -> None:
        """Make the changes; words that go leave the file."""
        known = {
            entry: _Kept(id_, digest, tuple(beside)) for entry, id_, digest, *beside in
            self._base.execute(
                "SELECT entry, id, digest, moment, name, item, stance, kind, about FROM statement"
                " WHERE session = ?", (self._session,),
            )
        }  # fmt: skip
        fresh: list[tuple[Statement, str, bytes]] = []
        gone = known.keys() - {one.entry for one in said}
        vanished = bool(gone)
        for one in said:
            marks = self._marked(one)
            digest = _digest(one, marks)
            kept = known.get(one.entry)
            if kept is not None and kept.digest == digest:
                if kept.beside != _beside(one):
                    self._put_beside(kept.id, one)
                continue
            if kept is not None:
                vanished = vanished or not self._only_grew(kept.id, one)
                gone.add(one.entry)
            fresh.append((one, marks, digest))
        self._remove([known[entry].id for entry in gone])
        self._insert(sorted(fresh, key=lambda new: new[0].when))
        if vanished:
            _scrub(self._base)

    def _marked(self, one: Statement) -> str:
        key = one.kind, one.stance, one.parties, one.bodies
        if key not in self._marked_so:
            self._marked_so[key] = self._all_marks(one)
        return self._marked_so[key]

    def _all_marks(self, one: Statement) -> str:
        parts = [("n", str(self._session)), ("k", one.kind), ("s", one.stance)]
        parts += [("d", name) for name in sorted(one.parties)]
        parts += [("b", name) for name in sorted(one.bodies)]
        return " ".join(self._mark(of, name) for of, name in parts if name)

    def _mark(self, of: str, name: str) -> str:
        known = self._marks.get((of, name))
        if known is None:
            self._base.execute("INSERT OR IGNORE INTO mark (kind, name) VALUES (?, ?)", (of, name))
            (id_,) = self._base.execute(
                "SELECT id FROM mark WHERE kind = ? AND name = ?", (of, name)
            ).fetchone()
            known = self._marks[of, name] = f"{of}{id_}"
        return known

    def _put_beside(self, id_: int, one: Statement) -> None:
        self._base.execute(
            "UPDATE statement SET moment = ?, name = ?, item = ?, stance = ?, kind = ?, about = ?"
            " WHERE id = ?", (*_beside(one), id_),
        )  # fmt: skip

    def _only_grew(self, id_: int, one: Statement) -> bool:
        (text,) = self._base.execute("SELECT text FROM words WHERE rowid = ?", (id_,)).fetchone()
        return one.text.startswith(text)

    def _remove(self, ids: list[int]) -> None:
        for table, column in (("words", "rowid"), ("statement", "id")):
            self._base.executemany(
                f"DELETE FROM {table} WHERE {column} = ?", [(id_,) for id_ in ids]
            )

    def _insert(self, fresh: list[tuple[Statement, str, bytes]]) -> None:
        numbered = [(self._number(one.day), one, marks, digest) for one, marks, digest in fresh]
        self._base.executemany(
            "INSERT INTO statement VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            ((id_, self._session, one.entry, digest, *_beside(one))
             for id_, one, marks, digest in numbered),
        )  # fmt: skip
        rows = [(id_, one.text, one.speaker, one.topic, marks) for id_, one, marks, _ in numbered]
        self._base.executemany(
            "INSERT INTO words (rowid, text, speaker, topic, marks) VALUES (?, ?, ?, ?, ?)", rows
        )
        if rows and not self._is_whole:
            _learn_words(self._base, rows)

    def _number(self, day: str) -> int:
        """Return the next number that is free on a day."""
        if day not in self._free:
            first = date.fromisoformat(day).toordinal() << _PER_DAY
            (last,) = self._base.execute(
                "SELECT coalesce(max(id), ?) FROM statement WHERE id BETWEEN ? AND ?",
                (first, first, first + (1 << _PER_DAY) - 1),
            ).fetchone()
            self._free[day] = last
        self._free[day] += 1
        return self._free[day]


def _beside(one: Statement) -> tuple[str, ...]:
    return one.when, one.name, one.item, one.stance, one.kind, one.about


def _digest(one: Statement, marks: str) -> bytes:
    told = "\0".join((one.day, one.text, one.speaker, one.topic, marks))
    return blake2b(told.encode(), digest_size=8).digest()


def _session_key(base: sqlite3.Connection, name: str, fingerprint: str, title: str) -> int:
    base.execute(
        "INSERT INTO session (name, fingerprint, title) VALUES (?1, ?2, ?3)"
        " ON CONFLICT (name) DO UPDATE SET fingerprint = ?2, title = ?3",
        (name, fingerprint, title),
    )
    (key,) = base.execute("SELECT id FROM session WHERE name = ?", (name,)).fetchone()
    return int(key)


def _name(base: sqlite3.Connection, session: int, names: list[Alias]) -> None:
    base.execute("DELETE FROM alias WHERE session = ?", (session,))
    base.executemany(
        "INSERT OR IGNORE INTO alias VALUES (?, ?, ?, ?, ?)", ((session, *one) for one in names)
    )


def _learn_words(base: sqlite3.Connection, rows: list[tuple[int, str, str, str, str]]) -> None:
    """Add the words of new statements to the list, as the index itself parts them."""
    base.execute("DROP TABLE IF EXISTS temp.fresh")
    base.execute(
        "CREATE VIRTUAL TABLE temp.fresh USING fts5 (text, speaker, content = '', detail = none,"
        " tokenize = 'unicode61 remove_diacritics 2')"
    )
    base.executemany(
        "INSERT INTO temp.fresh (rowid, text, speaker) VALUES (?, ?, ?)",
        ((id_, text, speaker) for id_, text, speaker, _, _ in rows),
    )
    base.execute("CREATE VIRTUAL TABLE IF NOT EXISTS temp.fresh_words USING fts5vocab (fresh, row)")
    base.execute("INSERT OR IGNORE INTO term SELECT term FROM temp.fresh_words")
    base.execute("DROP TABLE temp.fresh_words")
    base.execute("DROP TABLE temp.fresh")


def _gather(base: sqlite3.Connection, size: int) -> None:
    base.execute("INSERT INTO words (words, rank) VALUES ('hashsize', ?)", (size,))


def _know_words(base: sqlite3.Connection) -> None:
    """Make the list of words anew."""
    base.execute("DELETE FROM term")
    base.execute("INSERT OR IGNORE INTO term SELECT term FROM vocabulary WHERE col != 'marks'")


def _scrub(base: sqlite3.Connection) -> None:
    """Let the words that are gone leave the file: FTS5 only marks them until parts are merged."""
    base.execute("INSERT INTO words (words) VALUES ('optimize')")
    _know_words(base)
    base.execute(
        "DELETE FROM mark WHERE kind || id NOT IN (SELECT term FROM vocabulary WHERE col = 'marks')"
    )


def _trouble(error: Exception) -> StoreError:
    return StoreError(f"The index cannot be used ({error}): make it anew with `plenary rebuild`.")


__all__ = ["CLOSES", "FILE", "OPENS", "Hit", "Index", "Position"]
