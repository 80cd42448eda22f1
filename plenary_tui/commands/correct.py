"""`plenary correct`: a delegation's correction is taken, and answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from plenary_tui.errors import WrongUse
from plenary_tui.settings import Settings

from .console import complain, say
from .options import command as make

if TYPE_CHECKING:
    from plenary_tui.record.history import Record
    from plenary_tui.record.kinds import CorrectionAsked, Kind
    from plenary_tui.store.capture import Answer
    from plenary_tui.store.session import Session


@make(
    "correct",
    "plenary correct my-meeting --from TR --entry hall-12 --old May --new June --why “as read”\n"
    "plenary correct my-meeting --from TR --paragraph 14 --version 2 --old some --new all\n"
    "plenary correct my-meeting --accept hall-40\n"
    'plenary correct my-meeting --refuse hall-40 --why "the recording has May"\n'
    "plenary correct my-meeting",
)
@click.argument("name")
@click.option("--from", "sender", metavar="CODE", default="", help="The delegation that asks.")
@click.option("--person", metavar="PERSON", default="", help="Who signs for it.")
@click.option("--entry", metavar="ID", default="", help="The entry, as the extract numbers it.")
@click.option("--paragraph", metavar="N", default="", help="The paragraph of a version.")
@click.option("--version", metavar="LABEL", default="", help="Else the version issued last.")
@click.option("--old", metavar="WORDS", default="", help="The words that stand there.")
@click.option("--new", metavar="WORDS", default="", help="How they should read.")
@click.option("--why", metavar="WORDS", default="", help="The reason for it, or of a refusal.")
@click.option("--accept", metavar="ID", default="", help="Accept a correction, and put it right.")
@click.option("--by-hand", is_flag=True, help="Of --accept: the words were put right already.")
@click.option("--refuse", metavar="ID", default="", help="Refuse a correction; --why says why.")
def command(
    settings: Settings, name: str, sender: str, person: str, entry: str, paragraph: str,
    version: str, old: str, new: str, why: str, accept: str, by_hand: bool, refuse: str,
) -> None:  # fmt: skip
    """Take a delegation's correction of an entry or of a paragraph, or answer one.

    Accepting puts the words right: in the record by a correction that keeps its history, in the
    draft by an edit. Words that do not stand there any more are said and nothing is changed.
    Without options the corrections are listed.
    """
    from plenary_tui.store.session import Session

    chosen = [option for option, given in (
        ("--from", sender), ("--accept", accept), ("--refuse", refuse),
    ) if given]  # fmt: skip
    if len(chosen) > 1:
        raise WrongUse(f"One thing at a time: {' or '.join(chosen)}.")
    if by_hand and not accept:
        raise WrongUse("--by-hand is for --accept.")
    if not chosen and any((entry, paragraph, old, new, why)):
        raise WrongUse("Say who asks for it: --from CODE.")
    session = Session(settings.session(name))
    if sender:
        _take(settings, session, _asking(
            session.record, sender, person, entry, paragraph, version, old, new, why
        ))  # fmt: skip
    elif accept:
        _accept(settings, session, accept, by_hand=by_hand)
    elif refuse:
        from plenary_tui.documents.review.answering import refusing

        _keep(settings, session, refusing(session.record, refuse, why))
        say(f"{refuse} is refused.")
    else:
        _list(session)


def _asking(
    record: Record, sender: str, person: str, entry: str, paragraph: str, version: str, old: str,
    new: str, why: str,
) -> CorrectionAsked:  # fmt: skip
    from plenary_tui.documents.review.corrections import ask_of_entry, ask_of_paragraph
    from plenary_tui.documents.review.who import delegation_named

    if bool(entry) == bool(paragraph):
        raise WrongUse("Say what is to be corrected: --entry ID, or --paragraph N.")
    if version and entry:
        raise WrongUse("--version is for --paragraph: an entry is corrected in the record.")
    who = delegation_named(record, sender)
    if entry:
        return ask_of_entry(record, who, entry, old, new, why, person)
    return ask_of_paragraph(record, who, paragraph, version, old, new, why, person)


def _take(settings: Settings, session: Session, asking: CorrectionAsked) -> None:
    """Record a correction that is asked for, and say as what."""
    from plenary_tui.documents.review.corrections import correction
    from plenary_tui.documents.review.telling import told

    answered = _keep(settings, session, asking)
    for flag in answered.flags:
        complain(f"Note: {flag}.")
    say(told(correction(session.record, answered.entry.id), session.record.meeting))


def _accept(settings: Settings, session: Session, accept: str, *, by_hand: bool) -> None:
    from plenary_tui.documents.communique import workshop
    from plenary_tui.documents.review.answering import accepting
    from plenary_tui.record.redaction import open_record
    from plenary_tui.store.clock import local_now

    record = session.record
    found = accepting(
        record, lambda: workshop(open_record(record), local_now()), accept, by_hand=by_hand
    )
    _keep(settings, session, *found.commands)
    say(f"{accept}, {found.said}.")


def _keep(settings: Settings, session: Session, *commands: Kind) -> Answer:
    """Record commands, one after the other; return what became of the last."""
    from plenary_tui.store.capture import Capture

    from .entering import entered

    with Capture(session, settings.writer, live=True) as capture:
        answers = [entered(capture, command) for command in commands]
    return answers[-1]


def _list(session: Session) -> None:
    from plenary_tui.documents.review.corrections import asked
    from plenary_tui.documents.review.telling import told

    corrections = asked(session.record)
    for one in corrections:
        say(told(one, session.record.meeting))
    if not corrections:
        say("No correction was asked for.")
