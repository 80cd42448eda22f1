"""`plenary verify`: whether a session's record is whole, or a Word file what was issued."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from plenary_tui.settings import Settings

from .console import counted, say
from .options import command as make
from .word_files import bytes_of

_SHOWN = 200
"""Characters of a paragraph that is shown because it was altered."""


@make("verify", "plenary verify 2018-06-antwerp-intersessional\nplenary verify draft-2.docx")
@click.argument("name", metavar="NAME or FILE.docx")
def command(settings: Settings, name: str) -> int:
    """Check every line of a session: its form, the chain, the numbers, the sealed words.

    Of a Word file that `export` wrote: which version of which session it is, and whether and
    where its words were altered since. Exits 1 where something does not hold, and says where.
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
        say(f"{path.name} does not say which session it is from: no export of this program.")
        return 1
    version = f"version {said.version}" if said.version else "without a version"
    made = _when(said.made)
    called = f"{said.state.lower() or 'register'} {version} of {said.session}"
    checked = identify(data, said, Session(settings.session(said.session)))
    if checked is None:
        say(
            f"{path.name} says it is the {called}, drawn up from a record that this copy never "
            "was: merge the copy that it came from."
        )
        return 1
    if checked.holds:
        say(f"{path.name} is the {called}, as it was drawn up {made}: unaltered.")
        return 0
    say(f"{path.name} says it is the {called}, drawn up {made}. It was altered:")
    for one in checked.altered:
        where = f"paragraph {one.number}" if one.number else "before the first paragraph"
        say(f"  {where}: {_short(one.was)} → {_short(one.now)}")
    if checked.frame:
        say("  in its headers or footers")
    if not checked.altered and not checked.frame:
        say("  its marks do not belong to its words")
    return 1


def _when(made: str) -> str:
    try:
        at = datetime.fromisoformat(made)
    except ValueError:
        return "then"
    return f"on {at.day} {at:%B %Y} at {at:%H:%M}"


def _short(text: str) -> str:
    words = " ".join(text.split())
    return f"“{words[:_SHOWN]}…”" if len(words) > _SHOWN else f"“{words}”" if words else "nothing"
