"""A draft as it is drawn up: state, version, time; and that only what is agreed can be final."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from plenary_tui.errors import PlenaryError

from .chronicle import Chronicle
from .draft import Draft, Issue, Section
from .wording import joined


class NotAgreed(PlenaryError):
    """A text cannot be final: something in it is not agreed."""


def issued(
    chronicle: Chronicle, register: str, sections: Iterable[Section], issue: Issue | None
) -> Draft:  # fmt: skip
    """Return a public document of these sections.

    issue: None is a draft without a version, of the time at which the record is read. Raises
    NotAgreed where it is to be final and something in it is not agreed.
    """
    issue = issue or Issue(made=chronicle.now)
    made: datetime | None = issue.made and issue.made.astimezone(chronicle.meeting.zone)
    draft = replace(
        chronicle.draft(register), sections=tuple(sections), marking="",
        state=issue.state, version=issue.version, made=made, origin=issue.origin,
        symbol=issue.symbol, language=issue.language,
    )  # fmt: skip
    if issue.state == "FINAL":
        must_be_agreed(draft)
    return draft


def must_be_agreed(draft: Draft) -> None:
    """Raise NotAgreed, naming the paragraphs, where brackets are open or do not balance."""
    from .checks.brackets import balance, open_brackets
    from .checks.passages import passages

    where: dict[str, None] = {}
    for passage in passages(draft):
        found = [*open_brackets(passage), *balance(passage)]
        where.update((one.where, None) for one in found if one.forbids_final)
    if where:
        raise NotAgreed(f"It cannot be final: brackets are open in {_listed(list(where))}.")


def _listed(where: list[str]) -> str:
    """Return places as one phrase: `paragraphs 3 and 14 bis and Annex I`."""
    word = "paragraph "
    numbers = [one.removeprefix(word) for one in where if one.startswith(word)]
    places = [one for one in where if not one.startswith(word)]
    if numbers:
        places.insert(0, f"{word.strip()}{'s' * (len(numbers) > 1)} {joined(numbers)}")
    return joined(places)
