"""`plenary verify`: whether a session's record is whole, or a Word file what was issued."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from plenary_tui.settings import Settings

from .console import counted, say
from .options import command as make
from .word_files import bytes_of

if TYPE_CHECKING:
    from plenary_tui.documents.returned import Claims
    from plenary_tui.store.session import Session

_SHOWN = 200
"""Characters of a paragraph that is shown because it was altered."""


@make("verify", "plenary verify 2018-06-antwerp-intersessional\nplenary verify draft-2.docx")
@click.argument("name", metavar="NAME or FILE.docx")
def command(settings: Settings, name: str) -> int:
    """Check every line of a session: its form, the chain, the numbers, the sealed words.

    Of a Word file that `issue` or `export` wrote: which version of which session it is, issued
    when and in which language, and whether and where its words were altered since. An issued
    version is compared with what the record keeps of it. Exits 1 where something does not hold,
    and says where.
    """
    if Path(name).suffix.casefold() == ".docx":
        return _file(settings, Path(name))
    from plenary_tui.store.verify import verify

    report = verify(settings.session(name))
    for line in report.lines:
        say(line)
    count = counted(report.entries, "entry", "entries")
    say(f"{count} verified: {'the record holds' if report.holds else 'the record does not hold'}.")
    return 0 if report.holds else 1


def _file(settings: Settings, path: Path) -> int:
    from plenary_tui.documents.identifying import identify
    from plenary_tui.documents.word.reader import claims
    from plenary_tui.store.session import Session

    data = bytes_of(path)
    said = claims(data)
    if not said.session or not said.record:
        say(
            f"{path.name} bears no mark of a session: only communiqués and news notes of this "
            "program do."
        )
        return 1
    session = Session(settings.session(said.session))
    called = _called(said, session)
    checked = identify(data, said, session)
    if checked is None:
        from_where = (
            "which this copy never issued" if said.version
            else "drawn up from a record that this copy never was"
        )  # fmt: skip
        say(f"{path.name} says it is {called}, {from_where}: merge the copy that it came from.")
        return 1
    if checked.holds:
        say(f"{path.name} is {called}: unaltered.")
        return 0
    say(f"{path.name} says it is {called}. It was altered:")
    for one in checked.altered:
        where = f"paragraph {one.number}" if one.number else "before the first paragraph"
        say(f"  {where}: {_short(one.was)} → {_short(one.now)}")
    if checked.frame:
        say("  in its headers or footers")
    if not checked.altered and not checked.frame:
        say("  its marks do not belong to its words")
    return 1


def _called(said: Claims, session: Session) -> str:
    """Say what a file says it is: `version 2 of demo (KP/…/L.1), DRAFT, in English, issued …`."""
    from plenary_tui.documents.identifying import version_said
    from plenary_tui.documents.versions import draft_of, language_name
    from plenary_tui.record.clean import clean_line

    language = language_name(clean_line(said.language) or "en")
    version = version_said(said, session.record.meeting) if said.version else None
    if version is not None:
        draft = draft_of(session.record, session.name, version)
        symbol = f" ({draft.symbol})" if draft.symbol else ""
        issued = _when(draft.made)
        return (
            f"version {version.label} of {session.name}{symbol}, {draft.state}, in {language}, "
            f"issued {issued}"
        )
    which = f"version {clean_line(said.version)} of " if said.version else ""
    state = clean_line(said.state)
    at = _moment(said.made)
    made = _when(at and at.astimezone(session.record.meeting.zone))
    return f"{which}{session.name}, {state}, in {language}, drawn up {made}"


def _moment(made: str) -> datetime | None:
    try:
        return datetime.fromisoformat(made)
    except ValueError:
        return None


def _when(at: datetime | None) -> str:
    return f"on {at.day} {at:%B %Y} at {at:%H:%M %Z}".strip() if at else "then"


def _short(text: str) -> str:
    words = " ".join(text.split())
    return f"“{words[:_SHOWN]}…”" if len(words) > _SHOWN else f"“{words}”" if words else "nothing"
