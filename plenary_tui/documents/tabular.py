"""Who spoke, and how long, as tables for a spreadsheet."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from plenary_tui.record.history import Record
from plenary_tui.record.speech import UNKNOWN_SPEAKER

from .chronicle import Chronicle
from .data import speech as data_speech
from .draft import Row, Table

_WHO = ("Entry", "Date", "Time", "Sitting", "Item", "Code", "Speaker", "Class")


def interventions(record: Record) -> Table:
    """Return everything said, statements included, a row each, in the order of the record."""
    chronicle = Chronicle(record)
    said = [
        *data_speech.interventions(chronicle),
        *(
            {**one, "kind": f"statement ({one['kind']})"}
            for one in data_speech.statements(chronicle)
        ),
    ]
    said.sort(key=lambda one: chronicle.places.get(one["id"], 0))
    columns = (*_WHO, "Person", "Capacity", "On behalf of", "Kind", "Text", "Joined by",
               "Supported by", "Opposed by", "Flexible", "Position", "Marking")  # fmt: skip
    rows = []
    for one in said:
        entry = chronicle.record.reads(one["id"])
        marking = entry.marking if entry and entry.marking != "open" else ""
        cells = (
            *_who(chronicle, one, one["at"]), one["person"], one["capacity"],
            one["on_behalf_of"], one["kind"].replace("_", " "), one["text"],
            *("; ".join(one.get(key, ()))
              for key in ("aligned", "supported_by", "opposed_by", "flexible")),
            one.get("stance", ""), marking.replace("_", " "),
        )  # fmt: skip
        rows.append(Row(cells, (one["id"],)))
    return Table(columns, tuple(rows))


def speaking(record: Record) -> Table:
    """Return the turns at the floor that are over, with their seconds and the limit's.

    How long one was stays empty where only its day is known.
    """
    chronicle = Chronicle(record)
    columns = (*_WHO, "Seconds", "Limit in seconds", "Seconds over the limit")
    rows = []
    for one in data_speech.speaking(chronicle):
        lasted = one["seconds"]
        known = ("", "") if lasted is None else (one["limit"], one["over"])
        cells = ("" if lasted is None else str(lasted), *(str(part or "") for part in known))
        rows.append(Row((*_who(chronicle, one, one["began"]), *cells), (one["id"],)))
    return Table(columns, tuple(rows))


def _who(chronicle: Chronicle, one: dict[str, Any], at: str) -> tuple[str, ...]:
    """Return the cells that every row begins with. The time is empty where only a day is known."""
    moment = datetime.fromisoformat(at)
    code = one["speaker"]
    roster, on = chronicle.meeting.roster, chronicle.words.day_of(moment)
    name = {"": "Chair", UNKNOWN_SPEAKER: "unidentified"}.get(code) or roster.name_of(code, on)
    number = chronicle.meeting.sitting(one["sitting"] or "").number
    return (
        one["id"], on.isoformat(), chronicle.words.time_of(moment), str(number or ""),
        one["item"], code, name, roster.status(code, on),
    )  # fmt: skip
