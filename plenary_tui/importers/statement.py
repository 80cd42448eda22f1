"""A delegation's statement from a file that they sent: text or Word, read with care."""

from __future__ import annotations

from pathlib import Path

from plenary_tui.errors import WrongUse
from plenary_tui.record.clean import clean, clean_line

from .source import read_source

LONGEST = 200_000
"""Characters: some three hours of reading aloud."""
_LARGEST = 16 * 1024 * 1024
"""Bytes of a Word file; what is larger is no statement."""


def read_statement(path: Path) -> str:
    """Return the text of a statement, cleaned; of a Word file as it reads with changes accepted.

    Raises PlenaryError, in one sentence that says what to do, for what holds no statement.
    """
    name = clean_line(path.name) or "the file"
    if path.suffix.casefold() == ".docx" and path.is_file():
        text = _from_word(path, name)
    else:
        text = read_source(path).text
    text = clean(text)
    if not text:
        raise WrongUse(f"{name} holds no text: name the file that holds the statement.")
    if len(text) > LONGEST:
        raise WrongUse(f"{name} is longer than a statement: keep only the words to be read.")
    return text


def _from_word(path: Path, name: str) -> str:
    from plenary_tui.documents.word.reader import original_and_final

    try:
        with path.open("rb") as opened:
            data = opened.read(_LARGEST + 1)
    except OSError as error:
        raise WrongUse(f"{name} cannot be read: check who may read it.") from error
    if len(data) > _LARGEST:
        raise WrongUse(f"{name} is larger than a statement: keep only the words to be read.")
    _, final = original_and_final(data)
    return "\n".join(line for line in final if line.strip())
