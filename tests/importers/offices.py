"""Files as offices have them, made for tests: workbooks, Word files, packed by hand."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from pathlib import Path

from plenary_tui.importers.arriving import Look, Said, look, read
from plenary_tui.record.delegations import Roster
from plenary_tui.record.history import Record
from plenary_tui.record.kinds import Body, Delegation, Kind
from plenary_tui.record.meeting import Meeting

NOW = datetime(2027, 3, 1, 12, tzinfo=UTC)
NAMES = {"NV": "Novaria", "KE": "Keldia", "OS": "Ostland", "TR": "Tarsis"}


def room() -> Meeting:
    """Return a meeting with four delegations and a body, and nothing else."""
    meeting = Record().meeting
    roster = Roster().with_body(Body(code="WGM", name="Working Group on Mines"))
    for code, name in NAMES.items():
        roster = roster.with_delegation(
            Delegation(code=code, names=(name,), status="Participant")
        )  # fmt: skip
    meeting.roster = roster
    return meeting


def seen(path: Path, said: Said | None = None, *, into: Meeting | None = None) -> Look:
    """Read a file and look at what it comes to."""
    return look(read(path, said), "desk", NOW, said, into=into)


def looked(tmp_path: Path, name: str, data: str | bytes, said: Said | None = None,
           into: Meeting | None = None) -> Look:  # fmt: skip
    """Write a file and look at it."""
    path = tmp_path / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return seen(path, said, into=into)


def accounted(one: Look) -> int:
    """Return how many parts of a file a look knows of."""
    from_ = one.stated or one.imported
    assert from_ is not None
    return (
        sum(from_.counts.values()) + sum(from_.left_out.values()) + len(one.not_understood)
    )  # fmt: skip


def total(one: Look) -> int:
    """Return how many parts the file has."""
    return one.stated.total if one.stated else one.imported.lines


def commands(one: Look) -> tuple[Kind, ...]:
    """Return what an agenda or a list states."""
    assert one.stated is not None
    return one.stated.commands


def workbook(*rows: tuple[object, ...], title: str = "List", more: str = "") -> bytes:
    """Return a spreadsheet of one sheet, and of a second one that is called `more`."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    if more:
        book.create_sheet(more).append(["Country", "Name"])
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def word_file(*paragraphs: str, table: tuple[tuple[str, ...], ...] = ()) -> bytes:
    """Return a Word file: its paragraphs, then a table; `# ` before one numbers it."""
    from docx import Document

    document = Document()
    for text in paragraphs:
        numbered = text.startswith("# ")
        document.add_paragraph(text.removeprefix("# "), "List Number" if numbered else None)
    if table:
        made = document.add_table(0, len(table[0]))
        for row in table:
            for cell, text in zip(made.add_row().cells, row, strict=True):
                cell.text = text
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def packed(**parts: bytes) -> bytes:
    """Return a package with these parts; `__` in a name is a slash."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return held.getvalue()
