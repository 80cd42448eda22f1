"""The catalogue over all sessions: a TinyDB store that is replaced whole."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tinydb import TinyDB

from plenary_tui.record.history import Record
from plenary_tui.record.redaction import redact

from .debris import runs
from .derived import Derived, Progress
from .disk import Disk
from .names import LOG
from .picturing import FORM, picture
from .session import Session
from .storages import AtomicJSONStorage

FILE = "library.json"
_TABLE = "sessions"
_MOST_DAMAGES = 5
_NOT_TAKEN = "-"
"""No session's fingerprint: what could not be read is tried again every time."""

Document = dict[str, Any]


class Library(Derived):
    """What the sessions of a folder are and decided, one document a session (`picturing`).

    `trouble` says why a session could not be read, `damages` name the first lines of its logs
    that do not verify, `torn` the unfinished ends of them. It is made from open records only.
    `table` is TinyDB's, for queries.
    """

    def __init__(self, sessions: Path, disk: Disk | None = None) -> None:
        super().__init__(sessions)
        self._storage = AtomicJSONStorage(sessions / FILE, disk)
        self._db = TinyDB(storage=lambda: self._storage)
        self.table = self._db.table(_TABLE, cache_size=0)
        self._fresh: dict[str, Document | None] = {}
        """What is not written yet; None for what is to be forgotten."""

    def rows(self) -> list[Mapping[str, Any]]:
        """Return the documents of all sessions, brought up to date, by name. Raises NotDurable."""
        self.refresh()
        return sorted(self.table.all(), key=lambda row: str(row["session"]))

    def known(self) -> dict[str, str]:
        """Return the sessions in the catalogue, with the fingerprints they had."""
        return {
            str(row["session"]): str(row["fingerprint"]) if row.get("form") == FORM else _NOT_TAKEN
            for row in self.table.all()
        }

    def update(self, session: Session) -> None:
        """Bring it up to date with one session. Raises NotDurable."""
        super().update(session)
        self.write()

    def take(self, session: Session, fingerprint: str) -> None:
        """Hold a session as it is now, to be written with the others."""
        self.hold(document_of(session, fingerprint))

    def hold(self, document: Document) -> None:
        """Hold a session's document, to be written with the others."""
        self._fresh[document["session"]] = document

    def forget(self, name: str) -> None:
        """Take a session out of the catalogue, with the next writing."""
        self._fresh[name] = None

    def refresh(self, progress: Progress | None = None) -> None:
        """Take in what changed; what cannot be read is listed with its trouble.

        It is written once, also where the reading is broken off. Raises NotDurable.
        """
        try:
            super().refresh(progress)
            for name, trouble in self.troubles.items():
                self.doubt(name, trouble)
        finally:
            self.write()

    def doubt(self, name: str, trouble: str) -> None:
        """List a session that cannot be read, with the reason."""
        self._fresh[name] = {
            "session": name,
            "form": FORM,
            "fingerprint": _NOT_TAKEN,
            "damages": [],
            "torn": [],
            **picture(Record()),
            "trouble": trouble,
        }

    def rebuild(self, progress: Progress | None = None) -> None:
        """Make the catalogue anew from the logs. Raises NotDurable."""
        self._db.drop_table(_TABLE)
        self.refresh(progress)

    def write(self, *, anew: bool = False) -> None:
        """Write what was taken and forgotten, in one replacement; `anew`, nothing but that.

        Raises NotDurable.
        """
        if not self._fresh and not anew:
            return
        tables = self._storage.read() or {}
        kept = {
            key: row for key, row in tables.get(_TABLE, {}).items()
            if not anew and row["session"] not in self._fresh
        }  # fmt: skip
        last = max((int(key) for key in kept), default=0)
        fresh = (row for row in self._fresh.values() if row is not None)
        kept |= {str(number): row for number, row in enumerate(fresh, last + 1)}
        self._storage.write({**tables, _TABLE: kept})
        self._fresh.clear()


def document_of(session: Session, fingerprint: str) -> Document:
    """Return what the catalogue holds of a session as it is now."""
    is_bare = not session.record.entries and not session.record.waiting()
    in_order = sorted([*session.damages, *session.tails], key=lambda one: (one.file, one.line))
    # A healed scar took nothing from the record: no person needs to look after it.
    damages = [str(one) for one in runs(in_order, is_all=is_bare) if one.kind != "scar"]
    trouble = f"nothing in its {LOG}/ can be read ({damages[0]})" if is_bare and damages else ""
    torn = [str(one) for one in session.tails if one.kind == "scar"] if not damages else []
    return {
        "session": session.name,
        "form": FORM,
        "fingerprint": fingerprint,
        "trouble": trouble,
        "damages": damages[:_MOST_DAMAGES],
        "torn": torn[:_MOST_DAMAGES],
        **picture(_open(session.record)),
    }


def _open(record: Record) -> Record:
    """Return the open record; a record in which nothing is closed is that already."""
    entries = redact(record)
    same = all(old is new for old, new in zip(record.entries, entries, strict=True))
    return record if same else Record(entries, lost=record.lost)
