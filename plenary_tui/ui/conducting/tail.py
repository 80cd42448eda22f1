"""The end of a session's logs as plain, cleaned rows: what the first frame paints.

Nothing here knows the kinds of entry: the Meeting follows in a moment, with everything that the
rows lack. What cannot be read is passed over; the record itself tells of damage.
"""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from plenary_tui.record.clean import clean
from plenary_tui.record.streams import is_of_room_as_kept
from plenary_tui.store.disk import Disk

from ..seen.views import Row

BYTES = 64 * 1024
"""How much of each file's end is read."""
FURTHER = 16
"""How many times as much where an issued version fills that end, a long line."""


def read_tail(disk: Disk, folder: Path, count: int) -> list[Row]:
    """Return the last `count` entries of a session, as far as they stand near the end."""
    found: dict[str, dict[str, Any]] = {}
    log = folder / "log"
    with suppress(OSError):
        for name in disk.names(log):
            if name.endswith(".jsonl"):
                with suppress(OSError):
                    found.update(_entries(disk, log / name, count))
    shown = (one for one in found.values() if not (_asks_of_the_session(one) or _is_beside(one)))
    latest = sorted(shown, key=lambda entry: str(entry.get("order", "")))[-count:]
    return [_row(entry) for entry in latest]


def _asks_of_the_session(entry: dict[str, Any]) -> bool:
    """Whether it is a mark from outside any sitting: the record has one line for all of them."""
    what = entry.get("what")
    return isinstance(what, dict) and what.get("kind") == "check" and not entry.get("sitting")


def _is_beside(entry: dict[str, Any]) -> bool:
    """Whether it belongs to the draft's own stream, which its screen tells."""
    what = entry.get("what")
    return isinstance(what, dict) and not is_of_room_as_kept(what)


def _entries(disk: Disk, path: Path, count: int) -> dict[str, dict[str, Any]]:
    size = disk.size(path)
    found: dict[str, dict[str, Any]] = {}
    for length in (BYTES, BYTES * FURTHER):
        start = max(0, size - length)
        found = _read(disk.read(path, start).split(b"\n")[bool(start) :])
        if not start or len(found) >= count:
            break
    return found


def _read(lines: list[bytes]) -> dict[str, dict[str, Any]]:
    found = {}
    for raw in lines:
        with suppress(ValueError):
            entry = json.loads(raw)
            if isinstance(entry, dict) and isinstance(entry.get("id"), str):
                found[entry["id"]] = entry
    return found


def _row(entry: dict[str, Any]) -> Row:
    at = str(entry.get("when") or entry.get("at") or "")
    time = ""
    with suppress(ValueError):
        time = f"{datetime.fromisoformat(at):%H:%M}"
    what = entry.get("what")
    if not isinstance(what, dict):
        return Row(entry["id"], time, "", "words under seal", tone="sealed")
    words = {name: clean(value) for name, value in what.items() if isinstance(value, str)}
    if told := _of_draft(words):
        return Row(entry["id"], time, "", told, tone="happening")
    who, text = words.get("speaker", ""), words.get("text", "")
    if who and text:
        return Row(entry["id"], time, who, text)
    said = " ".join(value for name, value in words.items() if name != "target" and value)
    return Row(entry["id"], time, "", said.replace("_", " "), tone="happening")


def _of_draft(words: dict[str, str]) -> str:
    """Return what the draft's stream tells the room, as far as one entry says it."""
    kind = words.get("kind")
    if kind == "draft_issued":
        symbol = f" ({words['symbol']})" if words.get("symbol") else ""
        return f"Draft: version {words.get('label', '')} issued{symbol}"
    if kind == "review":
        return f"Draft: {words.get('act', '')}".replace("_", " ")
    said = {"draft_received": "a copy came back", "paragraph_taken": "paragraph under discussion"}
    return f"Draft: {said[kind]}" if kind in said else ""
