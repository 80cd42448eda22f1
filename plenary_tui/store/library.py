"""The catalogue over all sessions: a TinyDB store that is replaced whole."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tinydb import Query, TinyDB

from plenary_tui.record.history import Record
from plenary_tui.record.kinds import DraftIssued
from plenary_tui.record.meeting import Meeting
from plenary_tui.record.redaction import open_record
from plenary_tui.record.sittings import OPEN_STATES
from plenary_tui.record.texts import PENDING, standing

from .derived import Derived, Progress
from .disk import Disk
from .session import Session
from .storages import AtomicJSONStorage

FILE = "library.json"
_TABLE = "sessions"
_MOST_DAMAGES = 5
_NOT_TAKEN = "-"
"""No session's fingerprint: what could not be read is tried again every time."""


class Library(Derived):
    """What the sessions of a folder are and decided, one document a session.

    A document has the meeting's facts, its `delegations`, `bodies` and `officers`, the
    `decisions` with their numbers and the `follow_ups`; `trouble` says why a session could not
    be read, `damages` name the first lines of its logs that do not verify. It is made from open
    records only. `table` is TinyDB's, for queries.
    """

    def __init__(self, sessions: Path, disk: Disk | None = None) -> None:
        super().__init__(sessions)
        self._db = TinyDB(storage=lambda: AtomicJSONStorage(sessions / FILE, disk))
        self.table = self._db.table(_TABLE, cache_size=0)

    def rows(self) -> list[Mapping[str, Any]]:
        """Return the documents of all sessions, brought up to date, by name. Raises NotDurable."""
        self.refresh()
        return sorted(self.table.all(), key=lambda row: str(row["session"]))

    def known(self) -> dict[str, str]:
        """Return the sessions in the catalogue, with the fingerprints they had."""
        return {str(row["session"]): str(row["fingerprint"]) for row in self.table.all()}

    def take(self, session: Session, fingerprint: str) -> None:
        """Catalogue a session as it is now. Raises NotDurable."""
        # A scar took nothing from the record: no person needs to look after it.
        damages = [str(one) for one in session.damages if one.kind != "scar"]
        facts = {
            "session": session.name,
            "fingerprint": fingerprint,
            "trouble": "",
            "damages": damages[:_MOST_DAMAGES],
        }
        self.table.upsert({**facts, **_picture(open_record(session.record))}, _named(session.name))

    def forget(self, name: str) -> None:
        """Take a session out of the catalogue. Raises NotDurable."""
        self.table.remove(_named(name))

    def refresh(self, progress: Progress | None = None) -> None:
        """Take in what changed; what cannot be read is listed with its trouble."""
        super().refresh(progress)
        for name, trouble in self.troubles.items():
            blank = {
                "session": name,
                "fingerprint": _NOT_TAKEN,
                "damages": [],
                **_picture(Record()),
            }
            self.table.upsert({**blank, "trouble": trouble}, _named(name))

    def rebuild(self, progress: Progress | None = None) -> None:
        """Make the catalogue anew from the logs. Raises NotDurable."""
        self._db.drop_table(_TABLE)
        self.refresh(progress)


def _named(name: str) -> Any:
    return Query().session == name


def _picture(record: Record) -> dict[str, Any]:
    meeting = record.meeting
    roster = meeting.roster
    return {
        **{name: meeting.facts.get(name, "") for name in ("title", "kind", "dates", "place")},
        "entries": len(record.entries),
        "sittings": len([one for one in meeting.sittings.values() if one.number]),
        "open": any(one.state in OPEN_STATES for one in meeting.sittings.values()),
        "ended": meeting.ended,
        "worklist": len([todo for todo in meeting.worklist.values() if not todo.done]),
        "delegations": [
            {"code": code, "name": roster.name_of(code), "status": roster.status(code)}
            for code in sorted(roster.delegations)
        ],
        "bodies": [
            {
                "code": code,
                "name": body.name,
                "chair": body.chair,
                "vice_chair": body.vice_chair,
            }
            for code in sorted(roster.bodies)
            if (body := roster.body_on(code, meeting.first_day))
        ],
        "officers": [
            {"delegation": one.delegation, "person": one.person, "role": one.role}
            for code in sorted(roster.persons)
            for one in roster.persons[code]
        ],
        "decisions": _decisions(meeting),
        "drafts": _drafts(meeting),
        "brackets": sum(
            len(held.text.brackets)
            for held in meeting.drafts.held.values()
            if not held.text.removed
        ),
        "follow_ups": [
            {
                "entry": owed.entry.id,
                "owner": owed.owner,
                "what": owed.text,
                "due": owed.due.isoformat() if owed.due else "",
                "done": bool(owed.done),
            }
            for owed in sorted(meeting.follow_ups.values(), key=lambda owed: owed.rank)
        ],
    }


def _decisions(meeting: Meeting) -> list[dict[str, Any]]:
    """Return every text that had an outcome."""
    return [
        {
            "entry": text.id,
            "number": text.number,
            "disputed_number": text.disputed_number,
            "text": text.text,
            "kind": text.form,
            "state": standing(text, ended=meeting.ended, now=None),
            "at": text.decided_at.isoformat() if text.decided_at else "",
        }
        for text in sorted(meeting.texts.values(), key=lambda text: text.rank)
        if text.gavels or text.state not in PENDING
    ]


def _drafts(meeting: Meeting) -> list[dict[str, Any]]:
    """Return every version of the draft that was issued."""
    issued = ((one.entry, one.entry.what) for one in meeting.drafts.versions)
    return [
        {
            "entry": entry.id,
            "label": what.label,
            "symbol": what.symbol,
            "state": what.state,
            "language": what.language,
            "at": entry.happened.isoformat(),
        }
        for entry, what in issued
        if isinstance(what, DraftIssued)
    ]
