"""`plenary issue`: a version of the communiqué goes out, under a label and with frozen numbers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from plenary_tui.errors import DoesNotHold, PlenaryError, StoreError, WrongUse
from plenary_tui.settings import Settings

from .asked import COMMUNIQUE, Asked, chosen, form_of
from .console import counted, say
from .options import command as make

if TYPE_CHECKING:
    from plenary_tui.record.drafts import Version
    from plenary_tui.record.kinds import IssuedState
    from plenary_tui.store.session import Session


@make(
    "issue",
    "plenary issue my-meeting\n"
    "plenary issue my-meeting --label 2 --symbol KP/2018/Plenary/L.1/Rev.1\n"
    "plenary issue my-meeting --label 2 --language fr\n"
    "plenary issue my-meeting --final -o communique.docx\n"
    "plenary issue my-meeting --chairs-text",
)
@click.argument("name")
@click.option("--label", metavar="LABEL", default="", help="Else the next number.")
@click.option(
    "--symbol", metavar="SYMBOL", default="", help="Else the last one with its Rev. counted up."
)
@click.option("--final", is_flag=True, help="Not DRAFT but FINAL; refused while brackets stand.")
@click.option("--chairs-text", is_flag=True, help="The CHAIR'S TEXT, not agreed in full.")
@click.option(
    "--language", metavar="L", default="en",
    help="Another language of a version that is issued: fr. Label and numbers are the same.",
)  # fmt: skip
@click.option(
    "-o", "--output", metavar="FILE", help="Where its file goes; else to the session's drafts/."
)
def command(
    settings: Settings, name: str, label: str, symbol: str, final: bool, chairs_text: bool,
    language: str, output: str | None,
) -> None:  # fmt: skip
    """Issue a version of the communiqué: its words are kept in the record, its numbers freeze.

    From then on an insertion is 14 bis, and what is taken out leaves its number. The version is
    read back by `plenary export NAME communique --version LABEL`, word for word, for ever; its
    file says the label, the time and the hash of the record. A sitting may go on meanwhile at
    another station.
    """
    from plenary_tui.store.session import Session

    if final and chairs_text:
        raise WrongUse("Give --final or --chairs-text, not both.")
    if output == "-":
        raise WrongUse("Name a file after -o: export --version LABEL -o - prints a version.")
    asked = Asked(
        COMMUNIQUE, chosen(COMMUNIQUE, form_of(output)), language=language,
        usual_house=settings.preferences.house_template,
    )  # fmt: skip
    asked.check()
    asked.options()  # a template that is no use is told before anything goes out
    session = Session(settings.session(name))
    state: IssuedState = "FINAL" if final else "CHAIR'S TEXT" if chairs_text else "DRAFT"
    version = _issue(settings, session, label, symbol, state, language)
    say(_told(version, session))
    _write(version, session, asked, output)


def _issue(
    settings: Settings, session: Session, label: str, symbol: str, state: IssuedState,
    language: str,
) -> Version:  # fmt: skip
    """Record that a version goes out, and return it."""
    from plenary_tui.documents.issuing import NotAgreed
    from plenary_tui.documents.versions import issue
    from plenary_tui.store.capture import Capture
    from plenary_tui.store.clock import local_now
    from plenary_tui.upkeep import is_closed

    from .closing import bring_up_to_date

    with Capture(session, settings.writer, live=True) as capture:
        try:
            command = issue(
                session.record, session.hash(), local_now(),
                label=label, symbol=symbol, state=state, language=language,
            )  # fmt: skip
        except NotAgreed as error:
            raise DoesNotHold(ways_out(error, session.name)) from error
        answer = capture.enter(command)
    version = session.record.meeting.drafts.version(answer.entry.id)
    if version is None:
        raise PlenaryError(f"It is kept as {answer.entry.id}, without effect: {answer.why}")
    bring_up_to_date(settings.folder, session, documents=is_closed(session))
    return version


def ways_out(error: PlenaryError, name: str) -> str:
    """Say why a text cannot be final, and what can be done instead, a command each."""
    return (
        f"{str(error).rstrip('.')}; issue the Chair's text, not agreed in full (plenary issue "
        f"{name} --chairs-text), or write the Chair's summary (plenary export {name} "
        "chairs-summary)."
    )


def _told(version: Version, session: Session) -> str:
    """Say which version went out, how long it is, and what is open in it."""
    from plenary_tui.documents.versions import draft_of, language_name

    draft = draft_of(session.record, session.name, version)
    numbered = sum(1 for one in draft.paragraphs() if one.number)
    known = f" ({draft.symbol})" if draft.symbol else ""
    return (
        f"Issued version {version.label} of {session.name}{known}, {draft.state}, in "
        f"{language_name(draft.language)}: {counted(numbered, 'numbered paragraph')}, "
        f"{counted(sum(1 for _ in draft.brackets()), 'open bracket')}."
    )


def _write(version: Version, session: Session, asked: Asked, output: str | None) -> None:
    """Write the file of a version; where that fails, say how it is written again."""
    from plenary_tui.documents.workshop.issuing import version_name
    from plenary_tui.record.redaction import open_record

    from .exporting import version_written
    from .targets import default_target, put

    target = Path(output) if output else None
    data = version_written(open_record(session.record), asked, session, version)
    name = asked.name(version_name(version))
    try:
        put(data, target or default_target(session, name, asked.form))
    except OSError as error:
        raise StoreError(
            f"Version {version.label} is issued, but its file cannot be written "
            f"({error.strerror or error}): plenary export {session.name} communique --version "
            f"{version.label} -o FILE writes it elsewhere."
        ) from error
