"""Short forms written out: documents read a record so, the log keeps what was typed."""

from __future__ import annotations

import re

from immutables import Map

from .correcting import WORDS
from .entries import Entry
from .history import Record
from .speech import QUOTED


def written_out(record: Record) -> Record:
    """Return the record as it reads with each station's short forms written out.

    It is the same record where nobody has any. Quoted words stay: somebody stands for them.
    """
    tables = record.live.abbreviations
    if not any(tables.values()):
        return record
    return record.rendered(Expander(tables))


class Expander:
    """Writes out the short forms of an entry by the table of its station."""

    def __init__(self, tables: Map[str, tuple[tuple[str, str], ...]]) -> None:
        self._tables = {station: dict(table) for station, table in tables.items() if table}
        self._patterns = {
            station: re.compile(
                rf"(?<![\w-])(?:{'|'.join(map(re.escape, _forms(table)))})(?![\w-])"
            )
            for station, table in self._tables.items()
        }

    def __call__(self, entry: Entry) -> Entry:
        """Return the entry with its words written out."""
        pattern = self._patterns.get(entry.station)
        if pattern is None:
            return entry
        held = entry.what.__dict__
        changed = {
            name: written
            for name in WORDS
            if isinstance(words := held.get(name), str)
            and words
            and (written := self._write_out(words, pattern, entry.station)) != words
        }
        if not changed:
            return entry
        return entry.model_copy(update={"what": entry.what.model_copy(update=changed)})

    def _write_out(self, words: str, pattern: re.Pattern[str], station: str) -> str:
        table = self._tables[station]

        def long(found: re.Match[str]) -> str:
            short = found[0]
            if short in table:
                return table[short]
            stands_for = table[short[0].lower() + short[1:]]
            return stands_for[0].upper() + stands_for[1:]

        parts, last = [], 0
        for quoted in QUOTED.finditer(words):
            parts += [pattern.sub(long, words[last : quoted.start()]), quoted[0]]
            last = quoted.end()
        return "".join([*parts, pattern.sub(long, words[last:])])


def _forms(table: dict[str, str]) -> list[str]:
    """Return the short forms, the longest first, also as they stand at a sentence's beginning."""
    begun = {short[0].upper() + short[1:] for short in table if short[0].islower()}
    return sorted({*table, *begun}, key=len, reverse=True)
