"""One copy of a session, with the bytes of its files, as `merge` looks at it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from .chain import Line, LineError, TornLineError, decode, read_words
from .disk import Disk
from .forks import ForkReader, reader_of
from .names import LOG
from .reading import SEALED, Damage, sealed_files, segments, stations


@dataclass
class Kept:
    """What lies under one name: a station's log or a branch of one, and its words.

    files: the log's, by name. words: the raw lines of the sealed files.
    """

    origin: str
    lines: list[Line]
    damages: list[Damage]
    files: dict[str, bytes]
    sealed_files: dict[str, bytes]

    @property
    def words(self) -> list[bytes]:
        """The raw lines of the sealed files."""
        pieces = b"\n".join(self.sealed_files.values()).split(b"\n")
        return [raw for raw in pieces if raw]


@dataclass
class Copy:
    """A copy of a session, by the names that its logs have."""

    kept: dict[str, Kept] = field(default_factory=dict)

    def lines_of(self, origin: str) -> list[Line]:
        """Return all lines of a station, whichever branch they are in."""
        return [line for one in self.kept.values() if one.origin == origin for line in one.lines]

    def words_of(self, origin: str) -> dict[str, bytes]:
        """Return the raw lines of a station's sealed words, by their digest."""
        found: dict[str, bytes] = {}
        for one in self.kept.values():
            if one.origin == origin:
                for raw in one.words:
                    words = read_words(raw)
                    if words is not None:
                        found[words.digest] = raw
        return found

    @property
    def hashes(self) -> set[str]:
        """The hashes of all lines."""
        return {line.h for one in self.kept.values() for line in one.lines}


def read_copy(disk: Disk, folder: Path) -> Copy:
    """Read a copy of a session. Raises OSError where a file cannot be read."""
    copy = Copy()
    for name in stations(disk, folder):
        reader = reader_of(disk, folder, name, words=False)
        batch = reader.poll(strict=True)
        damages = batch.damages + ([reader.tail] if reader.tail else [])
        copy.kept[name] = Kept(
            origin=reader.origin if isinstance(reader, ForkReader) else name,
            lines=batch.lines,
            damages=damages,
            files=_bytes_of(disk, folder / LOG, segments(disk, folder, name)),
            sealed_files=_bytes_of(disk, folder / SEALED, sealed_files(disk, folder, name)),
        )
    return copy


def _bytes_of(disk: Disk, folder: Path, names: list[str]) -> dict[str, bytes]:
    return {name: disk.read(folder / name) for name in names}


def id_of_words(raw: bytes) -> str:
    """Return the id that a line of a sealed file names; empty where it names none."""
    try:
        fields = json.loads(raw)
    except (ValueError, RecursionError):
        return ""
    return str(fields.get("id", "")) if isinstance(fields, dict) else ""


def rewritten(kept: Kept | None, lines: list[Line]) -> bytes:
    """Return a log's bytes with `lines`, and what is no line left where it stood.

    Only a damaged line that another copy had whole goes: its place is filled.
    """
    debris = _debris(kept.files.values() if kept else ())
    out: list[bytes] = []
    last = ""
    for line in lines:
        is_bridged = line.p == last
        out += [raw for raw, torn in debris.pop(last, ()) if torn or not is_bridged]
        out.append(line.raw)
        last = line.h
    out += [raw for rest in debris.values() for raw, _ in rest]
    return b"".join(raw + b"\n" for raw in out)


def _debris(files: Iterable[bytes]) -> dict[str, list[tuple[bytes, bool]]]:
    """Return what is no line, with whether it is torn, by the hash of the line before it."""
    found: dict[str, list[tuple[bytes, bool]]] = {}
    last = ""
    for data in files:
        for raw in filter(None, data.split(b"\n")):
            try:
                last = decode(raw).h
            except LineError as error:
                found.setdefault(last, []).append((raw, isinstance(error, TornLineError)))
    return found
