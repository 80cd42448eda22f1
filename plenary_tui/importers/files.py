"""What a foreign file is, told by what stands in it and not by its ending alone."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING, Literal

from plenary_tui.errors import WrongUse

from .irc import looks_like_a_log
from .source import Foreign, Source, text_of

if TYPE_CHECKING:
    from .tables import Table

Format = Literal["notes", "irc", "transcript", "minutes", "agenda", "participants"]
MEETINGS: tuple[Format, ...] = ("notes", "irc", "transcript", "minutes")
"""What tells of a meeting that was held, and becomes a session of its own."""

CALLED = {
    "notes": "notes", "irc": "an IRC log", "transcript": "a transcript",
    "minutes": "minutes", "agenda": "an agenda", "participants": "a list of participants",
}  # fmt: skip

_ZIP = b"PK\x03\x04"
_OLD = b"\xd0\xcf\x11\xe0"
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,500}?-->\s*)?"
    r"<(?:!doctype html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_CUES = re.compile(
    r"\s*(?:\d{1,6}\s*\n)?(?:\d{1,3}:)?\d{2}:\d{2}[,.]\d{3}[ \t]+-->[ \t]+(?:\d{1,3}:)?\d{2}:"
)
_LOOKED_AT = 4_000

_PACKED = {"docx": "Word file", "xlsx": "spreadsheet"}

Package = Literal["word", "sheet"]


def package_of(foreign: Foreign) -> Package | None:
    """Tell a Word file from a spreadsheet; None for what is no package.

    Raises WrongUse for a package, or an old file, that cannot be read.
    """
    name = foreign.name
    if foreign.data.startswith(_OLD):
        raise WrongUse(
            f"{name} is of the old format of Word or Excel, or has a password: save it without "
            "one as .docx or .xlsx and import that."
        )
    if not foreign.data.startswith(_ZIP):
        if (what := _PACKED.get(name.casefold().rpartition(".")[2])) and not _is_text(foreign.data):
            raise WrongUse(f"{name} is no {what}, whatever its ending says, or it is damaged: "
                           "get the file again.")  # fmt: skip
        return None
    try:
        names = [one.casefold() for one in zipfile.ZipFile(io.BytesIO(foreign.data)).namelist()]
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, RuntimeError) as error:
        raise WrongUse(f"{name} is damaged or was cut off: get the whole file again.") from error
    if any(one.startswith("word/") for one in names):
        return "word"
    if any(one.startswith("xl/") for one in names):
        if any(one.endswith("workbook.bin") for one in names):
            raise WrongUse(f"{name} is a binary workbook: save it as .xlsx and import that.")
        return "sheet"
    what = "of OpenDocument" if "content.xml" in names else "a package of another program"
    raise WrongUse(f"{name} is {what}: save it as .docx, .xlsx or plain text and import that.")


def _is_text(data: bytes) -> bool:
    """Whether bytes are plain text, whatever the ending of the file's name."""
    try:
        return "\0" not in data.decode("utf-8")
    except UnicodeDecodeError:
        return not data.strip()


def detect(text: str, name: str = "") -> Format:
    """Tell what a text is; notes, where it is nothing else.

    Raises WrongUse where a file that is called a table cannot be cut into rows.
    """
    from .minutes import looks_like_minutes
    from .programme import looks_like_an_agenda
    from .tables import looks_like_a_table

    begins = text[:_LOOKED_AT].removeprefix("\ufeff")
    if begins.lstrip().upper().startswith("BEGIN:VCALENDAR"):
        return "agenda"
    if re.match(r"WEBVTT(?=\s|$)", begins) or _CUES.match(begins):
        return "transcript"
    if _HTML.match(begins) or looks_like_minutes(text):
        return "minutes"
    if looks_like_a_log(text):
        return "irc"
    if name.casefold().endswith((".csv", ".tsv")) or looks_like_a_table(text):
        found = _of_table(Source(name, text))
        if found is not None:
            return found
    return "agenda" if looks_like_an_agenda(text) else "notes"


def _of_table(source: Source) -> Format | None:
    from .tables import table_of_text

    spreadsheet = source.name.casefold().endswith((".csv", ".tsv"))
    try:
        table = table_of_text(source)
    except WrongUse:
        if spreadsheet:
            raise
        return None
    found = form_of_table(table)
    return found or ("participants" if spreadsheet and table.width > 1 else None)


def form_of_table(table: Table) -> Literal["agenda", "participants"] | None:
    """Tell a list of participants from an agenda by the headings of a table."""
    from .tables.headings import heading_row

    _, people = heading_row(table, "participants")
    _, items = heading_row(table, "agenda")
    if not people and not items:
        return None
    said = {"delegation", "code", "name", "last"} & set(people)
    if "number" in items and ("title" in items or not said):
        return "agenda"
    return "participants" if said and len(people) >= len(items) - 1 else "agenda"


def recognised(foreign: Foreign) -> tuple[Package | None, Source | None]:
    """Return a file as a package or as a text. Raises WrongUse where it is neither."""
    package = package_of(foreign)
    return package, text_of(foreign) if package is None else None


def is_page(text: str) -> bool:
    """Whether a text is a page of HTML."""
    return _HTML.match(text[:_LOOKED_AT].removeprefix("\ufeff")) is not None
