"""A draft with its changes against an earlier one tracked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from plenary_tui.documents.draft import Draft
from plenary_tui.documents.earlier_text import earlier_text
from plenary_tui.documents.identifying import PUBLIC, issued_as
from plenary_tui.documents.versions import language_name
from plenary_tui.documents.word.reader import claims
from plenary_tui.documents.word.redline import redline
from plenary_tui.documents.workshop.snapshot import ORIGINAL
from plenary_tui.errors import WrongUse
from plenary_tui.store.clock import local_now
from plenary_tui.store.session import Session

from .asked import Asked
from .word_files import bytes_of

if TYPE_CHECKING:
    from plenary_tui.documents.annotated import Explain


def redlined(session: Session, asked: Asked, after: Draft, explain: Explain | None) -> bytes:
    """Return a Word file of `after` with its changes tracked against what is asked for.

    That is a Word file that was exported earlier, the label of a version, a moment or an entry.
    Raises WrongUse.
    """
    before = _before(session, asked)
    author = session.record.meeting.facts.get("title", session.name)
    return redline(before, after, author, after.made or local_now(), explain, asked.options())


def _before(session: Session, asked: Asked) -> Draft:
    typed, language = asked.against, asked.language or ORIGINAL
    if typed.casefold().endswith(".docx"):
        return _of_file(session, asked.kind, Path(typed), language)
    return earlier_text(session, asked.kind, typed, language)


def _of_file(session: Session, kind: str, path: Path, language: str) -> Draft:
    said = claims(bytes_of(path))
    if said.session != session.name:
        no_mark = "no communiqué or news note of this program"
        where = f"of {said.session}" if said.session else no_mark
        raise WrongUse(f"{path.name} is {where}: name an earlier version of {session.name}.")
    before = issued_as(said, session, PUBLIC[kind])
    if before is None:
        raise WrongUse(
            f"{path.name} was drawn up from a record that this copy never was: merge the copy "
            "that it came from."
        )
    if before.language != language:
        raise WrongUse(
            f"{path.name} is in {language_name(before.language)}: changes are tracked within one "
            f"language, so add --language {before.language}."
        )
    return before
