"""A draft as somebody names it: how it stands, an issued version, a moment, a file that came back.

NAME                the draft as it stands
NAME@1              version 1; also a time or an entry: NAME@2018-06-19T10:31
FILE.docx           a file that was issued or exported and came back, changes accepted
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from plenary_tui.errors import WrongUse
from plenary_tui.record.clean import clean
from plenary_tui.record.kinds import ParagraphStatus
from plenary_tui.record.redaction import open_record
from plenary_tui.store.clock import local_now
from plenary_tui.store.pairing import open_copy
from plenary_tui.store.session import Session

from ..draft import Draft, Issue
from ..earlier_text import earlier_text
from ..identifying import PUBLIC
from ..lines import Line, lines
from ..workshop.snapshot import ORIGINAL

KIND = "communique"


@dataclass(frozen=True)
class DraftText:
    """The text of a draft. agreed: how far its paragraphs are, by id; empty where nobody knows.

    brackets: how many words in brackets stand in it, by whose they are; "" of nobody named.
    """

    name: str
    language: str
    lines: tuple[Line, ...]
    agreed: Mapping[str, ParagraphStatus]
    brackets: Counter[str]

    def cleaned(self) -> DraftText:
        """Return it as a file is read, in which a blank that may not break is like any other."""
        return replace(self, lines=tuple(_cleaned(self.lines)))


def draft_text(typed: str, folder_of: Callable[[str], Path], language: str = "") -> DraftText:
    """Return the draft that is meant. folder_of: finds a session by its name.

    language: `en` or `fr`; by default the meeting's own, and of a file its own.
    Raises PlenaryError.
    """
    if typed.casefold().endswith(".docx"):
        return _of_file(Path(typed), folder_of)
    name, at, which = typed.rpartition("@")
    if not at or "/" in which:  # a folder on the way may have the sign in its name
        name, which = typed, ""
    session = open_copy(folder_of(name))
    language = language or ORIGINAL
    if which:
        draft = earlier_text(session, KIND, which, language)
        return of_draft(draft, f"{session.name}, {_called(session, which)}")
    now = local_now()
    issue = Issue(made=now, language=language)
    draft = PUBLIC[KIND](open_record(session.record), now, issue)
    return of_draft(draft, f"{session.name} as it stands")


def _called(session: Session, which: str) -> str:
    from ..workshop.issuing import labels

    known = {one.casefold(): one for one in labels(session.record.meeting.drafts)}
    found = known.get(which.casefold())
    return f"version {found}" if found else f"as of {which}"


def of_draft(draft: Draft, name: str) -> DraftText:
    """Return the text of a draft under a name."""
    return DraftText(
        name,
        draft.language,
        tuple(lines(draft)),
        {one.id: one.status for one in draft.paragraphs() if one.id},
        Counter(owner for one in draft.brackets() for owner in (one.by or (one.owner,))),
    )


def _of_file(path: Path, folder_of: Callable[[str], Path]) -> DraftText:
    from ..arriving import arrived
    from ..word.reader import claims
    from .returned_text import returned_lines

    try:
        data = path.read_bytes()
    except OSError as error:
        why = error.strerror or error
        raise WrongUse(f"{path.name} cannot be read ({why}): look at its name.") from error
    said = claims(data)
    if not said.session:
        raise WrongUse(
            f"{path.name} bears no mark of a session: only communiqués and news notes of this "
            "program do."
        )
    read = arrived(path.name, data, open_copy(folder_of(said.session)))
    text = tuple(returned_lines(read.returned, read.issued))
    signs = sum(line.text.count("[") for line in text)
    return DraftText(
        path.name, read.issued.language, text, {}, Counter({"": signs} if signs else {})
    )


def _cleaned(found: Iterable[Line]) -> Iterable[Line]:
    for line in found:
        rows = tuple(tuple(map(clean, row)) for row in line.rows)
        yield replace(line, text=clean(line.text), rows=rows)
