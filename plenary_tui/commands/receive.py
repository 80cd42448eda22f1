"""`plenary receive`: delegations' edited Word files, against the version that each carries."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from plenary_tui.errors import PlenaryError, WrongUse
from plenary_tui.settings import Settings

from .console import complain, say
from .options import command as make
from .word_files import bytes_of

if TYPE_CHECKING:
    from plenary_tui.documents.arriving import Arrived
    from plenary_tui.documents.draft import Draft
    from plenary_tui.record.delegations import Roster
    from plenary_tui.store.session import Session


@make(
    "receive",
    "plenary receive my-meeting draft-1-TR.docx draft-1-NV.docx\n"
    "plenary receive my-meeting returned.docx --from TR -o changes.docx\n"
    "plenary receive my-meeting returned.docx --show",
)
@click.argument("name")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--from", "senders", multiple=True, metavar="CODE",
    help="Who sent it: one for each file, in their order; else what the file's name says.",
)  # fmt: skip
@click.option("--show", is_flag=True, help="Only show what was changed: nothing is recorded.")
@click.option(
    "-o", "--output", metavar="FILE", help="A .docx or .md file; else text to the output."
)
def command(
    settings: Settings, name: str, files: tuple[Path, ...], senders: tuple[str, ...], show: bool,
    output: str | None,
) -> int:  # fmt: skip
    """Record what delegations changed in a version, and lay it side by side.

    Tracked changes, plain edits and comments are matched to paragraphs by their hidden marks,
    else by similar words, which is said. Who sent a file is said by --from or by the code in its
    name, else asked; never by Word's author. The same file is recorded once. A file that is not
    safe to read is refused in one sentence and the others are read; then it exits 1.
    """
    from plenary_tui.documents.arriving import arrived
    from plenary_tui.documents.communique import communique
    from plenary_tui.documents.received import Sent, side_by_side
    from plenary_tui.record.redaction import open_record
    from plenary_tui.store.clock import local_now
    from plenary_tui.store.session import Session

    if senders and len(senders) != len(files):
        raise WrongUse("Name one sender for each file: --from TR --from NV, in their order.")
    form = Path(output).suffix.casefold() if output else ".txt"
    if form not in (".docx", ".md", ".txt"):
        raise WrongUse(f"{output} must end in .docx, .md or .txt.")
    session = Session(settings.session(name))
    roster = session.record.meeting.roster
    read: list[tuple[str, Arrived]] = []
    for place, path in enumerate(files):
        try:
            one = arrived(path.name, bytes_of(path), session)
        except PlenaryError as error:
            complain(str(error))
            continue
        typed = senders[place] if senders else ""
        read.append((_sender(typed, path, roster, show=show), one))
    if read:
        sent = [Sent(roster.name_of(who), one.returned) for who, one in read]
        draft = side_by_side(communique(open_record(session.record), local_now()), sent)
        _write(draft, form, output)
        if not show:
            _record(session, settings, read)
    return 1 if len(read) < len(files) else 0


def _sender(typed: str, path: Path, roster: Roster, *, show: bool) -> str:
    """Return who sent a file, by code. Raises WrongUse where nobody can be asked."""
    from plenary_tui.documents.workshop.receiving import sender_of

    if typed:
        code = roster.code(typed, live=True)
        if code not in roster.delegations and roster.delegations:
            raise WrongUse(f"{typed} is no delegation of this session: {_listed(roster)}.")
        return code or typed
    if found := sender_of(path.stem, roster):
        return found
    if show:
        return path.name
    if not has_a_person():
        raise WrongUse(
            f"{path.name} does not say who sent it: name the delegation with --from CODE, "
            "one for each file."
        )
    return _asked(path, roster)


def has_a_person() -> bool:
    """Whether somebody can be asked: keys come from a terminal, and questions go to one."""
    return all(one and one.isatty() for one in (sys.stdin, sys.stderr))


def _listed(roster: Roster) -> str:
    codes = sorted(roster.delegations)
    more = f" and {len(codes) - 12} more" if len(codes) > 12 else ""
    return f"there are {', '.join(codes[:12])}{more}"


def _asked(path: Path, roster: Roster) -> str:
    """Ask at the terminal who sent a file, from a list."""
    from plenary_tui.record.folded import fold_name

    codes = sorted(roster.delegations, key=lambda code: fold_name(roster.name_of(code)))
    for number, code in enumerate(codes, 1):
        click.echo(f"{number:>3}  {code:<6} {roster.name_of(code)}", err=True)
    while True:
        typed = click.prompt(f"Who sent {path.name}? Number or code", err=True).strip()
        if typed.isascii() and typed.isdigit() and 0 < int(typed) <= len(codes):
            return codes[int(typed) - 1]
        named = roster.code(typed, live=True)
        if named in roster.delegations:
            return str(named)
        complain(f"{typed} is none of them.")


def _record(session: Session, settings: Settings, read: list[tuple[str, Arrived]]) -> None:
    """Record what came back, each file once, and say so."""
    from plenary_tui.documents.workshop.receiving import counted, known_already, received
    from plenary_tui.store.capture import Capture
    from plenary_tui.upkeep import is_closed

    from .closing import bring_up_to_date

    with Capture(session, settings.writer, live=True) as capture:
        for who, one in read:
            if one.version is None:
                complain(
                    f"{one.name} is not recorded: its text was never issued as a version; issue a "
                    f"version first (plenary issue {session.name}) and send that out."
                )
                continue
            command = received(one.version, who, one.returned, one.issued)
            known = known_already(session.record.meeting, command)
            if known is not None:
                complain(f"{one.name} of {who} was recorded before, as {known.id}.")
                continue
            entry = capture.enter(command).entry
            asks = counted(command, one.issued)
            say(f"Recorded as {entry.id}: {who} asks for {asks} in version {one.version.label}.")
    bring_up_to_date(settings.folder, session, documents=is_closed(session))


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
