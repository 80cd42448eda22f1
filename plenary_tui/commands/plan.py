"""`plenary plan`: which sections the communiqué has, in which order, under which headings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from plenary_tui.errors import PlenaryError, WrongUse
from plenary_tui.settings import Settings

from .console import complain, say
from .options import command as make

if TYPE_CHECKING:
    from plenary_tui.documents.draft import Section
    from plenary_tui.documents.workshop.plans import Plan
    from plenary_tui.documents.workshop.view import Workshop
    from plenary_tui.store.session import Session


@make(
    "plan",
    "plenary plan my-meeting\n"
    "plenary plan my-meeting communique-narrative\n"
    "plenary plan --copy communique-classic -o our-office.toml\n"
    "plenary plan my-meeting our-office.toml",
)
@click.argument("name", required=False)
@click.argument("source", metavar="[PLAN or FILE.toml]", required=False)
@click.option("--copy", metavar="PLAN", help="Write a plan that ships to a file, to change it.")
@click.option("-o", "--output", metavar="FILE.toml", help="Where the copy goes.")
def command(
    settings: Settings, name: str | None, source: str | None, copy: str | None, output: str | None
) -> None:
    """Show the sections of the communiqué in their order, or let it follow a plan.

    A plan says which sections there are, in which order and under which headings, in English and
    French. Its words come from the record: a section of which nothing is recorded does not appear.
    Without NAME the plans that ship are listed.
    """
    from plenary_tui.documents.workshop.plans import find_plan, plans

    if copy or output:
        if not (copy and output) or name:
            raise WrongUse("A copy needs a plan and a file: --copy communique-classic -o our.toml.")
        _copy(find_plan(copy), Path(output))
    elif name is None:
        for one in plans():
            say(f"{one.name:<22} {one.about}")
    elif source is None:
        _show(settings, name)
    else:
        _follow(settings, name, find_plan(source))


def _copy(plan: Plan, target: Path) -> None:
    from plenary_tui.store.beside import write_beside

    if target.exists():
        raise WrongUse(f"{target} exists already and stays as it is: name another file.")
    say(str(write_beside(target, plan.text.encode())))


def _follow(settings: Settings, name: str, plan: Plan) -> None:
    """Record that the communiqué follows a plan, and show what it is then."""
    from plenary_tui.store.capture import Capture
    from plenary_tui.store.session import Session
    from plenary_tui.upkeep import is_closed

    from .closing import bring_up_to_date

    session = Session(settings.session(name))
    with Capture(session, settings.writer, live=True) as capture:
        answer = capture.enter(plan.command())
    if answer.verdict != "ok":
        raise PlenaryError(f"It is kept as {answer.entry.id}, without effect: {answer.why}")
    bring_up_to_date(settings.folder, session, documents=is_closed(session))
    _show(settings, name)
    if session.record.meeting.drafts.versions:
        complain(
            "A version was issued: numbers stay, and may stand out of their order until the draft "
            "is numbered anew."
        )


def _show(settings: Settings, name: str) -> None:
    from plenary_tui.documents.communique import workshop
    from plenary_tui.record.redaction import open_record
    from plenary_tui.store.clock import local_now
    from plenary_tui.store.session import Session

    session = Session(settings.session(name))
    view = workshop(open_record(session.record), local_now())
    for line in _lines(session, view):
        say(line)


def _lines(session: Session, view: Workshop) -> Iterator[str]:
    """Yield the draft's plan and its sections with the numbers of their paragraphs."""
    drafts = view.drafts
    follows = f"follows {drafts.plan}" if drafts.plan else "follows no plan of its own"
    yield f"The draft of {session.name}, {view.draft.register}, {follows}. Its sections:"
    for section in view.draft.sections:
        yield f"  {section.key:<14} {_numbers(section):<14} {section.heading or '(no heading)'}"
    there = [section.key for section in view.draft.sections]
    gone = [one.key for one in drafts.sections if one.left_out]
    empty = [
        one.key for one in drafts.sections
        if not one.left_out and "*" not in one.key and one.key not in there
    ]  # fmt: skip
    if empty:
        yield f"Nothing recorded yet: {', '.join(empty)}."
    if gone:
        yield f"Left out: {', '.join(gone)}."


def _numbers(section: Section) -> str:
    from plenary_tui.documents.draft import paragraphs_of

    found = [one.number for one in paragraphs_of(section) if one.number]
    if len(found) < 2:
        return found[0] if found else "-"
    return f"{found[0]} to {found[-1]}"
