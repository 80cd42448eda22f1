"""`plenary carry`: what one session left open goes into the next, and both logs say so."""

from __future__ import annotations

import click

from plenary_tui.errors import WrongUse
from plenary_tui.settings import Settings

from .console import complain, counted, say
from .options import command as make


@make(
    "carry",
    "plenary carry 2018-06-antwerp 2018-11-brussels --list\n"
    "plenary carry 2018-06-antwerp 2018-11-brussels --all\n"
    "plenary carry 2018-06-antwerp 2018-11-brussels --entry hall-57 --entry hall-61",
)
@click.argument("old")
@click.argument("new")
@click.option("--list", "only_list", is_flag=True, help="Only show what is open.")
@click.option("--all", "everything", is_flag=True, help="Carry all of it.")
@click.option("--entry", "entries", metavar="ID", multiple=True, help="Carry this one; repeat.")
def command(
    settings: Settings, old: str, new: str, only_list: bool, everything: bool,
    entries: tuple[str, ...],
) -> int:  # fmt: skip
    """Carry what OLD left open into NEW: items, texts and paragraphs not agreed, follow-ups.

    In NEW each becomes what it was, and one line says where they came from; in OLD an entry says
    where each went, so that it neither lapses nor stays open there. Nothing sealed or restricted
    is carried, and nothing twice. Without --all or --entry nothing is done; what is open is shown.
    Exits 1 where nothing is.
    """
    from plenary_tui.importers.carrying import carry, open_matters
    from plenary_tui.store.clock import local_now
    from plenary_tui.store.session import Session

    from .closing import bring_up_to_date
    from .tables import fitted

    there, here = Session(settings.session(old)), Session(settings.session(new))
    if everything and entries:
        raise WrongUse("Give --all or --entry, not both.")
    matters = open_matters(there.record)
    if only_list or not (everything or entries):
        for one in matters:
            said = " ".join(one.words.split())
            say(fitted(f"{one.entry}  {one.of}, {one.state}: {said}"))
        hint = "" if only_list or not matters else ": choose with --entry ID, or --all"
        complain(f"{counted(len(matters), 'matter')} open in {there.name}{hint}.")
        return 0 if matters else 1
    wanted = [one.entry for one in matters] if everything else list(entries)
    done = carry(there, here, settings.writer, wanted, local_now())
    for one, own in done.matters:
        said = " ".join(one.words.split())
        say(fitted(f"{one.entry} -> {own}  {one.of}: {said}"))
    for session in (there, here):
        session.poll()
        bring_up_to_date(settings.folder, session, documents=False)
    twice = f", {done.before} of them before" if done.before else ""
    complain(f"{counted(len(done.matters), 'matter')} carried into {here.name}{twice}.")
    return 0
