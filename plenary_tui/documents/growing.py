"""The chronicle of a record that grows: what it costs is what came, not what was there."""

from __future__ import annotations

from datetime import datetime
from operator import is_

from immutables import Map

from plenary_tui.record.abbreviations import Expander
from plenary_tui.record.entries import Entry
from plenary_tui.record.history import Record
from plenary_tui.record.kinds import (
    Body,
    Correction,
    Delegate,
    Delegation,
    Marking,
    MeetingFact,
    Retraction,
    Sitting,
    Split,
)

from .chronicle import Chronicle

_CHANGE_OTHERS = (
    Correction, Retraction, Split, Marking, Sitting, Body, Delegation, Delegate, MeetingFact,
)  # fmt: skip
"""Kinds after which what came before may read otherwise in a document."""

Tables = Map[str, tuple[tuple[str, str], ...]]


class Growing:
    """Gives the chronicle of a record again and again, each time the record has grown."""

    def __init__(self) -> None:
        self._placed: list[Entry] = []
        self._tables: Tables = Map()
        self._written: Record | None = None
        self._chronicle: Chronicle | None = None

    def chronicle(self, record: Record, now: datetime | None) -> Chronicle:
        """Return the chronicle of an open record, its short forms written out.

        It is the same as one made anew, and valid until the next call.
        """
        placed, before = record.entries, len(self._placed)
        fresh = placed[before:]
        follows = (
            self._chronicle is not None
            and before <= len(placed)
            and all(map(is_, self._placed, placed))
            and record.live.abbreviations == self._tables
            and self._chronicle.record.lost == record.lost
            and record.live.covered == self._chronicle.meeting.covered
        )
        written = self._written_out(record, fresh, follows=follows)
        if follows and not any(isinstance(one.what, _CHANGE_OTHERS) for one in fresh):
            assert self._chronicle is not None
            made = self._chronicle.grown(written, now)
        else:
            made = Chronicle(written, now)
        self._placed = list(placed) if not follows else [*self._placed, *fresh]
        self._tables = record.live.abbreviations
        self._chronicle = made
        return made

    def _written_out(self, record: Record, fresh: list[Entry], *, follows: bool) -> Record:
        """Return the record with the short forms of its stations written out."""
        tables = record.live.abbreviations
        if not any(tables.values()):
            self._written = None
            return record
        if follows and self._written is not None:
            self._written.add(fresh)
        else:
            self._written = Record(record.entries, lost=record.lost, render=Expander(tables))
        return self._written
