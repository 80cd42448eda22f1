"""`plenary search`: full text across all sessions."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from plenary_tui.errors import WrongUse
from plenary_tui.settings import Settings

from .console import complain, counted, say
from .options import command as make

if TYPE_CHECKING:
    from plenary_tui.store.asking import Asked
    from plenary_tui.store.search import Index

MOST_POSITIONS = 10_000
"""Statements that one document holds."""


@make(
    "search",
    "plenary search artisanal mining\n"
    "plenary search '\"rough diamonds\" delegation:NV since:2018'\n"
    "plenary search moratori* --stance opposes --until 2020-06\n"
    "plenary search mining --delegation NV --positions\n"
    "plenary search mining --delegation NV --positions -o positions.docx",
)
@click.argument("words", nargs=-1)
@click.option("--delegation", metavar="WHO", help="Only what this delegation said, by any name.")
@click.option("--body", metavar="CODE", help="Only what concerns this working body.")
@click.option("--item", "--topic", metavar="ITEM", help="Only under an item: number or words.")
@click.option("--stance", metavar="S", help="supports, opposes or flexible.")
@click.option("--kind", metavar="K", help="intervention, objection, decision, follow-up …")
@click.option("--since", metavar="DAY", help="Only from then on: 2018-06-19, 2018-06 or 2018.")
@click.option("--until", metavar="DAY", help="Only up to then, that day or month included.")
@click.option("--session", metavar="NAME", help="Only in this session.")
@click.option("--limit", type=click.IntRange(min=1), default=50, show_default=True)
@click.option("--positions", is_flag=True, help="All of it in order of time, with all the words.")
@click.option("-o", "--output", metavar="FILE", help="Positions as .docx, .md, .html, .txt, .csv.")
def command(
    settings: Settings, words: tuple[str, ...], limit: int, positions: bool, output: str | None,
    **filters: str | None,
) -> int:  # fmt: skip
    """Find what was said in all sessions: words, "phrases", beginnings*; accents do not count.

    Filters are options, or typed among the words (delegation:NV since:2018-01). A delegation is
    found under every code and name that it ever had. The latest session comes first; with
    --positions the earliest. Exits 1 where nothing was found. Words under seal and restricted
    entries are never found.
    """
    from plenary_tui.store.asking import asked
    from plenary_tui.store.search import Index

    from .tables import fitted

    wanted = asked(" ".join(words))
    wanted = replace(wanted, **{name: value for name, value in filters.items() if value}).checked()
    if wanted.is_empty:
        raise WrongUse("Give WORDS to look for, or a filter: `plenary search mining`.")
    if wanted.session:
        wanted = replace(wanted, session=settings.session(wanted.session).name)
    if output and not positions:
        raise WrongUse("A file is written of positions: add --positions.")
    index = Index(settings.folder)
    index.refresh()
    if positions:
        return _positions(index, wanted, output)
    hits = index.look(wanted, limit=limit + 1)
    for hit in hits[:limit]:
        who = f"{hit.speaker}: " if hit.speaker else ""
        said = " ".join(hit.text.split())
        say(fitted(f"{hit.session} {hit.entry} {hit.when} {who}{said}"))
    if len(hits) > limit:
        complain(f"The latest {counted(limit, 'entry', 'entries')} of more: --limit shows others.")
    else:
        complain(f"{counted(len(hits), 'entry', 'entries')} found.")
    if (meant := index.meant(wanted, MOST_POSITIONS)) and meant.said:
        asks = replace(wanted, words="", delegation=meant.code).spelt()
        complain(f"{counted(meant.said, 'statement')} of {meant.name}: `plenary search {asks}`.")
    return 0 if hits else _nothing(index, wanted)


def _positions(index: Index, wanted: Asked, output: str | None) -> int:
    from plenary_tui.documents.positions import positions, table
    from plenary_tui.store.clock import local_now

    from .tables import give

    found = index.positions(wanted, limit=MOST_POSITIONS)
    give(positions(found, wanted, local_now()), table(found), output)
    complain(f"{counted(len(found), 'statement')} found.")
    return 0 if found else _nothing(index, wanted)


def _nothing(index: Index, wanted: Asked) -> int:
    """Say which filter nobody knows."""
    if why := index.why_nothing(wanted):
        complain(why)
    return 1
