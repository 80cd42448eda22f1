"""`plenary check`: what there is to look at in the communiqué before it goes out."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from plenary_tui.settings import Settings

from .console import complain, counted, say
from .options import command as make
from .options import until_option

if TYPE_CHECKING:
    from plenary_tui.documents.checks import Finding


@make("check", "plenary check my-meeting\nplenary check my-meeting --format json")
@click.argument("name")
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text")
@until_option
def command(settings: Settings, name: str, format_: str, until: str | None) -> int:
    """Look over the communiqué as it would be exported now; nothing is changed.

    One line for each finding: verbs stronger than the outcome, who decides, tenses, acronyms,
    names, dates, figures, paragraphs without a source, decisions without a paragraph, brackets.
    Exits 1 where something forbids declaring it final.
    """
    from plenary_tui.documents.checks import check
    from plenary_tui.documents.communique import communique
    from plenary_tui.documents.moments import limit_of, moment_of, record_until
    from plenary_tui.record.redaction import open_record
    from plenary_tui.store.clock import local_now
    from plenary_tui.store.session import Session

    whole = Session(settings.session(name)).record
    limit = limit_of(whole, until)
    record = record_until(open_record(whole), limit)
    found = check(communique(record, moment_of(whole, limit) or local_now()), record)
    if format_ == "json":
        rows = [asdict(one) | {"forbids_final": one.forbids_final} for one in found]
        say(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        for one in found:
            say(_line(one))
    forbidding = sum(one.forbids_final for one in found)
    end = f"{forbidding} of them must go before a final" if forbidding else "none forbids a final"
    complain(f"{counted(len(found), 'finding')}; {end}." if found else "Nothing was found.")
    return 1 if forbidding else 0


def _line(one: Finding) -> str:
    """Return a finding as one line; what it quotes may come from anywhere."""
    from plenary_tui.record.clean import clean_line

    written = f" Perhaps: {one.suggestion}" if one.suggestion else ""
    about = f" (entry {one.entry})" if one.entry else ""
    return clean_line(f"{one.where}: {one.why}{written}{about}")
