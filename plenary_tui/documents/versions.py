"""Versions of the communiqué: how the next one is issued from a record, and how each reads.

A version is read from its snapshot in the record: the same words, numbers and moment for ever,
whatever was recorded since and whatever composes the draft by now.
"""

from __future__ import annotations

from datetime import datetime

from babel import Locale, UnknownLocaleError

from plenary_tui.errors import WrongUse
from plenary_tui.record.drafts import Version
from plenary_tui.record.history import Record
from plenary_tui.record.kinds import DraftIssued, IssuedState
from plenary_tui.record.redaction import open_record

from .communique import workshop
from .draft import Draft, Issue
from .evidence import explainer
from .word.options import PLAIN, WordOptions
from .workshop.issuing import in_language, issue_command, issued, labels
from .workshop.snapshot import ORIGINAL, issued_draft


def issue(
    record: Record, of: str, now: datetime, *, label: str = "", symbol: str = "",
    state: IssuedState = "DRAFT", language: str = ORIGINAL,
) -> DraftIssued:  # fmt: skip
    """Return the command that issues the draft of a record, or a version in a second language.

    of: the hash of the record (`Session.hash`). In another language than the meeting's own it is
    the version of that label, by default the last one. Raises WrongUse, NotAgreed.
    """
    shown = open_record(record)
    if language == ORIGINAL:
        view = workshop(shown, now, Issue(language=language))
        return issue_command(view, record=of, label=label, symbol=symbol, state=state)
    version = _original(shown, label, language)
    if symbol or state != "DRAFT":
        raise WrongUse(
            f"Version {version.label} has its symbol and its state: in another language they are "
            "the same."
        )
    then = shown.until(version.id)
    return in_language(
        draft_of(shown, "", version),
        workshop(then, version.entry.happened, Issue(language=language)),
        workshop(shown, now, Issue(language=language)),
        record=of,
    )


def language_name(code: str) -> str:
    """Return a language by its English name; what is none comes back as it is."""
    try:
        return str(Locale.parse(code).get_language_name("en"))
    except (ValueError, UnknownLocaleError):
        return code


def _original(record: Record, label: str, language: str) -> Version:
    """Return the version that is to go out in a second language. Raises WrongUse."""
    drafts = record.meeting.drafts
    label = label or next(iter(labels(drafts)[::-1]), "1")
    original = issued(drafts, label)
    if original is None:
        raise WrongUse(
            f"Version {label} is not issued in {language_name(ORIGINAL)}, which comes first: "
            "issue it without another language."
        )
    if issued(drafts, label, language) is not None:
        raise WrongUse(
            f"Version {original.label} is issued in {language_name(language)} already and stays "
            "as it is."
        )
    return original


def find(record: Record, label: str, language: str = ORIGINAL) -> Version:
    """Return the version of a label in a language. Raises WrongUse, naming those there are."""
    drafts = record.meeting.drafts
    version = issued(drafts, label, language)
    if version is not None:
        return version
    known = labels(drafts)
    if issued(drafts, label) is not None:
        raise WrongUse(f"Version {label} is not issued in {language_name(language)}.")
    there = f"there is {', '.join(known)}" if known else "none was issued yet"
    raise WrongUse(f"There is no version {label}: {there}.")


def draft_of(record: Record, session: str, version: Version) -> Draft:
    """Return the draft that a version is. session: the name of the session that it is of."""
    return issued_draft(record.meeting, session, version)


def word_of(
    record: Record, session: str, version: Version, *, annotated: bool = False,
    options: WordOptions = PLAIN,
) -> bytes:  # fmt: skip
    """Return the Word file of a version: the same bytes each time.

    annotated: with what each paragraph rests on, as the record read when it was issued.
    """
    from .word import word

    explain = explainer(open_record(record).until(version.id)) if annotated else None
    return word(draft_of(record, session, version), explain, options)
