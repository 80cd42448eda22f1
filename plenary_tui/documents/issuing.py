"""A draft as it is drawn up: state, version, time; and that only what is agreed can be final."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from plenary_tui.errors import PlenaryError

from .chronicle import Chronicle
from .draft import Draft, Issue, Section


def issued(
    chronicle: Chronicle, register: str, sections: Iterable[Section], issue: Issue | None
) -> Draft:  # fmt: skip
    """Return a public document of these sections.

    issue: None is a draft without a version, of the time at which the record is read. Raises
    PlenaryError where it is to be final and something in it is not agreed.
    """
    issue = issue or Issue(made=chronicle.now)
    made: datetime | None = issue.made and issue.made.astimezone(chronicle.meeting.zone)
    draft = replace(
        chronicle.draft(register), sections=tuple(sections), marking="",
        state=issue.state, version=issue.version, made=made, origin=issue.origin,
        symbol=issue.symbol, language=issue.language,
    )  # fmt: skip
    if issue.state == "FINAL":
        _must_be_agreed(draft)
    return draft


def _must_be_agreed(draft: Draft) -> None:
    where: dict[str, None] = {}
    open_ones, number = 0, ""
    for paragraph in draft.paragraphs():
        number = paragraph.number or number
        open_ones += len(paragraph.brackets)
        if paragraph.brackets:
            where[number] = None
    if open_ones:
        count = f"{open_ones} brackets are" if open_ones > 1 else "1 bracket is"
        at = f", in paragraph {', '.join(where)}" if any(where) else ""
        raise PlenaryError(
            f"The document cannot be final: {count} open{at}; settle them in the "
            "record, or export it as a draft."
        )
