"""A spreadsheet (.xlsx): its packing is looked at before anything opens it, then rows are read.

Sizes are bounded before anything is unpacked, and no part may define words of its own (a DTD).
Formulas are not computed: a cell holds what the program that saved the file last computed.
"""

from __future__ import annotations

import io
import struct
import warnings
import zipfile
import zlib
from collections.abc import Callable, Iterable
from datetime import date, datetime, time
from typing import NoReturn

from plenary_tui.errors import WrongUse
from plenary_tui.importers.source import Foreign
from plenary_tui.record.clean import clean_line

from .values import MOST_COLUMNS, MOST_ROWS, Row, Table, row_of

ENTRIES = 2_000
PART = 64 * 2**20
WHOLE = 128 * 2**20
RATIO = 200
RATIO_FROM = 2**20
_CHUNK = 2**20
_PACKERS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED = 0x1
_DECLARES = tuple(
    sign.encode(code)
    for sign in ("<!DOCTYPE", "<!ENTITY")
    for code in ("utf-8", "utf-16-le", "utf-16-be")
)
_LONGEST = max(len(sign) for sign in _DECLARES)
_BROKEN = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, RuntimeError,
    ValueError, IndexError, OSError,
)  # fmt: skip
_MOST_SHEETS = 50


def table_of_workbook(
    foreign: Foreign, sheet: str = "", fits: Callable[[Table], int] = lambda table: 0
) -> Table:
    """Read one sheet. sheet: its name; else the first of those that `fits` rates highest.

    Raises WrongUse, in one sentence that names the file, where it is not safe or cannot be read.
    """
    _guard(foreign)
    try:
        tables = _tables(foreign)
    except WrongUse:
        raise
    except Exception as error:  # whatever the library meets in a damaged file
        raise WrongUse(f"{foreign.name} is damaged: open it, save it anew as .xlsx.") from error
    if sheet:
        named = [table for table in tables if table.sheet.casefold() == sheet.casefold()]
        if not named:
            there = ", ".join(table.sheet for table in tables) or "none that holds rows"
            raise WrongUse(f"{foreign.name} has no sheet “{clean_line(sheet)}”: there is {there}.")
        tables = named
    if not tables:
        raise WrongUse(f"{foreign.name} holds no row: name the file that holds the list.")
    best = max(tables, key=fits)
    return Table(best.rows, best.sheet, tuple(one.sheet for one in tables if one is not best))


def _tables(foreign: Foreign) -> list[Table]:
    """Return the sheets that are shown and hold rows."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about features that no list of names needs
        from openpyxl import load_workbook

        book = load_workbook(
            io.BytesIO(foreign.data), read_only=True, data_only=True, keep_links=False
        )
        found: list[Table] = []
        for sheet in book.worksheets[:_MOST_SHEETS]:
            if sheet.sheet_state != "visible":
                continue
            sheet.reset_dimensions()  # what a file says of its size is not always so
            rows = sheet.iter_rows(values_only=True, max_col=MOST_COLUMNS)
            read = _rows(rows, foreign.name)
            if read:
                found.append(Table(read, clean_line(sheet.title)))
        book.close()
    return found


def _rows(rows: Iterable[tuple[object, ...]], name: str) -> tuple[Row, ...]:
    read: list[Row] = []
    for number, cells in enumerate(rows, 1):
        if number > MOST_ROWS:
            raise WrongUse(
                f"{name}, row {number}: more than {MOST_ROWS:,} rows are no list of a meeting; "
                "keep those that belong to it."
            )
        row = row_of(number, [_text(cell) for cell in cells])
        if row is not None:
            read.append(row)
    return tuple(read)


def _text(value: object) -> str:
    """Return what a cell shows, as far as a program can know: days and times as ISO has them."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        whole_day = value.time() == time()
        return value.date().isoformat() if whole_day else value.isoformat(" ", "minutes")
    if isinstance(value, date):
        return value.isoformat()
    return value.isoformat("minutes") if isinstance(value, time) else str(value)


def _guard(foreign: Foreign) -> None:
    def refuse(why: str) -> NoReturn:
        raise WrongUse(f"{foreign.name} cannot be read: {why}")

    try:
        archive = zipfile.ZipFile(io.BytesIO(foreign.data))
        entries = archive.infolist()
    except _BROKEN:
        refuse("it is no spreadsheet or was cut off; ask for the .xlsx again.")
    if len(entries) > ENTRIES or sum(one.file_size for one in entries) > WHOLE:
        refuse("it unpacks to more than any list holds; keep the list alone in a new .xlsx.")
    seen: set[str] = set()
    for one in entries:
        name = one.filename.casefold()
        if ".." in name.split("/") or name.startswith("/") or "\\" in name or name in seen:
            refuse("a part of it has a name that no program gives; ask for it saved anew.")
        seen.add(name)
        if one.flag_bits & _ENCRYPTED:
            refuse("it has a password; ask for it without one.")
        if one.compress_type not in _PACKERS:
            refuse("it is packed in a way that Excel does not know; ask for it saved anew.")
        if "vbaproject" in name:
            refuse("it carries macros; ask for it as an ordinary .xlsx.")
        if one.file_size > RATIO_FROM and one.file_size > RATIO * max(1, one.compress_size):
            refuse("it unpacks to many times its size, as no list does; do not open it elsewhere.")
        if name.endswith((".xml", ".rels")):
            try:
                declares = _declares(archive, one)
            except _BROKEN:
                refuse("it is damaged; ask for it again.")
            if declares:
                refuse("it defines words of its own for programs (a DTD), as no spreadsheet does.")


def _declares(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bool:
    """Whether a part has a DTD; its size as unpacked is held to what it says."""
    size, tail = 0, b""
    with archive.open(entry) as stream:
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            if size > PART:
                raise ValueError
            if any(sign in tail + chunk for sign in _DECLARES):
                return True
            tail = chunk[-_LONGEST:]
    return False
