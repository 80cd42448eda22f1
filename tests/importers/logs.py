"""Logs and notes for tests: imported by a station whose entries are numbered from 1."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from plenary_tui.importers.imported import Imported
from plenary_tui.importers.irc import import_irc
from plenary_tui.importers.notes import import_notes
from plenary_tui.record.speech import Speech
from plenary_tui.record.texts import TextRecord

NOW = datetime(2027, 3, 1, 12, tzinfo=UTC)
REAL = Path(
    os.environ.get("PLENARY_REAL_LOGS") or Path(__file__).parents[2].parent / "shared" / "real"
)


def stamps() -> Callable[[datetime], tuple[str, str]]:
    """Return what gives entries their ids and orders."""
    count = 0

    def stamp(now: datetime) -> tuple[str, str]:
        nonlocal count
        count += 1
        return f"desk-{count}", f"{count:013d}.0000"

    return stamp


def irc(*lines: str, day: str = "2027-02-03") -> Imported:
    """Import the lines `nick text` of one morning, a second apart, in the form of a log."""
    stamped = []
    for second, line in enumerate(lines):
        nick, _, text = line.partition(" ")
        minute = f"{9 + second // 3600:02d}:{second // 60 % 60:02d}:{second % 60:02d}"
        stamped.append(f"[{day}T{minute}.000Z]\t<{nick}>\t{text}\n")
    return raw("".join(stamped))


def raw(text: str, name: str = "") -> Imported:
    """Import the text of a log."""
    return import_irc(text, "desk", stamps(), NOW, name=name)


def notes(text: str) -> Imported:
    """Import notes."""
    return import_notes(text, "desk", stamps(), NOW)


def said(imported: Imported) -> list[tuple[str, str]]:
    """Return who said what, in order."""
    speeches = sorted(imported.record.meeting.speeches.values(), key=_rank)
    return [(speech.what.speaker, speech.text) for speech in speeches]


def chat(imported: Imported) -> list[tuple[str, str]]:
    """Return the chat lines and remarks, with their authors, in order."""
    remarks = sorted(imported.record.meeting.remarks.values(), key=lambda one: one.rank)
    return [(remark.author, remark.text) for remark in remarks]


def texts(imported: Imported) -> list[TextRecord]:
    """Return the texts that were before the meeting, in order."""
    return sorted(imported.record.meeting.texts.values(), key=lambda one: one.rank)


def votes(text: TextRecord | Speech) -> dict[str, str]:
    """Return who stands how on a text or on what was said."""
    return {stance.who: stance.stance for stance in text.stances}


def accounted(imported: Imported) -> int:
    """Return how many lines the tally knows of."""
    return (
        sum(imported.counts.values())
        + sum(imported.left_out.values())
        + len(imported.not_understood)
    )


def _rank(speech: Speech) -> int:
    return speech.rank
