"""`plenary receive`: delegations' edited Word files, against the version that each carries."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from plenary_tui.errors import PlenaryError, WrongUse
from plenary_tui.settings import Settings

from .console import complain, say
from .options import command as make
from .word_files import bytes_of

if TYPE_CHECKING:
    from plenary_tui.documents.draft import Draft
    from plenary_tui.documents.returned import Returned
    from plenary_tui.record.delegations import Roster
    from plenary_tui.store.session import Session

_WORDS = re.compile(r"[^\W_]+")


@make(
    "receive",
    "plenary receive my-meeting draft-1-TR.docx draft-1-NV.docx\n"
    "plenary receive my-meeting returned.docx --from TR -o changes.docx",
)
@click.argument("name")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--from", "senders", multiple=True, metavar="CODE",
    help="Who sent it: one for each file, in their order; else what the file's name says.",
)  # fmt: skip
@click.option(
    "-o", "--output", metavar="FILE", help="A .docx or .md file; else text to the output."
)
def command(
    settings: Settings, name: str, files: tuple[Path, ...], senders: tuple[str, ...],
    output: str | None,
) -> int:  # fmt: skip
    """Lay what delegations changed in a draft side by side, with today's paragraph numbers.

    Tracked changes, plain edits and comments are matched to paragraphs by their hidden marks,
    else by similar words, which is said. Nothing is recorded. A file that is not safe to read is
    refused in one sentence and the others are read; then it exits 1.
    """
    from plenary_tui.documents.communique import communique
    from plenary_tui.documents.received import Sent, received
    from plenary_tui.record.redaction import open_record
    from plenary_tui.store.clock import local_now
    from plenary_tui.store.session import Session

    if senders and len(senders) != len(files):
        raise WrongUse("Name one sender for each file: --from TR --from NV, in their order.")
    form = Path(output).suffix.casefold() if output else ".txt"
    if form not in (".docx", ".md", ".txt"):
        raise WrongUse(f"{output} must end in .docx, .md or .txt.")
    session = Session(settings.session(name))
    meeting = session.record.meeting
    sent, refused = [], 0
    for place, path in enumerate(files):
        try:
            returned = _read(session, path)
        except PlenaryError as error:
            complain(str(error))
            refused += 1
            continue
        code = senders[place] if senders else _sender(path, meeting.roster)
        known = meeting.roster.code(code) if code else None
        sent.append(Sent(meeting.roster.name_of(known) if known else code or path.name, returned))
    if sent:
        draft = received(communique(open_record(session.record), local_now()), sent)
        _write(draft, form, output)
    return 1 if refused else 0


def _read(session: Session, path: Path) -> Returned:
    from plenary_tui.documents.identifying import PUBLIC, issued_as
    from plenary_tui.documents.word.reader import claims, returned

    data = bytes_of(path)
    said = claims(data)
    if said.session != session.name:
        whose = f"it is one of {said.session}" if said.session else "it says nothing of its origin"
        raise WrongUse(f"{path.name} is no draft of {session.name}: {whose}.")
    drafts = [issued_as(said, session, compose) for compose in PUBLIC.values()]
    read = [returned(data, one) for one in drafts if one is not None]
    if not read:
        raise WrongUse(f"{path.name} is of a record that this copy never was: merge that copy.")
    return min(read, key=lambda one: len(one.touched()))


def _sender(path: Path, roster: Roster) -> str:
    """Return the delegation whose code stands in a file's name; empty where none or more do."""
    found = {word for word in _WORDS.findall(path.stem) if word in roster.delegations}
    return found.pop() if len(found) == 1 else ""


def _write(draft: Draft, form: str, output: str | None) -> None:
    from plenary_tui.documents.markdown import markdown
    from plenary_tui.documents.text import text
    from plenary_tui.store.beside import write_beside

    if form == ".docx":
        from plenary_tui.documents.word import word

        data = word(draft)
    else:
        data = (markdown(draft) if form == ".md" else text(draft)).encode()
    if output is None:
        click.echo(data.decode(), nl=False)
    else:
        say(str(write_beside(Path(output), data)))
