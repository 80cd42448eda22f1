"""`plenary search`: full text across all sessions."""

from __future__ import annotations

import click

from plenary_tui.settings import Settings

from .console import complain, counted, say
from .options import command as make


@make(
    "search",
    "plenary search artisanal mining\n"
    'plenary search "rough diamonds" --delegation NV --since 2018-01-01\n'
    "plenary search moratori* --stance opposes",
)
@click.argument("words", nargs=-1, required=True)
@click.option("--delegation", metavar="CODE", help="Only what this delegation said.")
@click.option("--body", metavar="CODE", help="Only what concerns this working body.")
@click.option("--topic", metavar="WORDS", help="Only under agenda items with these words.")
@click.option("--stance", type=click.Choice(["supports", "opposes", "flexible"]))
@click.option("--since", metavar="DAY", help="Only from this day on: 2018-06-19.")
@click.option("--session", metavar="NAME", help="Only in this session.")
@click.option("--limit", type=click.IntRange(min=1), default=50, show_default=True)
def command(
    settings: Settings, words: tuple[str, ...], delegation: str | None, body: str | None,
    topic: str | None, stance: str | None, since: str | None, session: str | None, limit: int,
) -> int:  # fmt: skip
    """Find what was said in all sessions: words, "phrases", beginnings*.

    Exits 1 where nothing was found. Words under seal and restricted entries are never found.
    """
    from plenary_tui.store.search import Index

    where = settings.session(session).name if session else None
    hits = Index(settings.folder).search(
        " ".join(words), delegation=delegation, body=body, topic=topic, stance=stance,
        since=since, session=where, limit=limit,
    )  # fmt: skip
    for hit in hits:
        who = f"{hit.speaker}: " if hit.speaker else ""
        when = hit.when[:16].replace("T", " ")
        say(f"{hit.session} {hit.entry} {when} {who}{' '.join(hit.text.split())}")
    complain(f"{counted(len(hits), 'entry', 'entries')} found.")
    return 0 if hits else 1
