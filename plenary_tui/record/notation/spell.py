"""A command to a line, such that `parse` gives the command back."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from plenary_tui.record.kinds import (
    Check,
    Continuation,
    Correction,
    Intervention,
    Kind,
    Remark,
)

from .corrections import write_correction
from .forms import BY_KIND
from .lines import indented
from .parse import parse
from .prefix import joins_a_prefix
from .reading import Reading
from .refs import ENTRY_ID
from .signs import write_check, write_continuation, write_json
from .speakers import write_speaker


def spell(
    command: Kind,
    reading: Reading,
    name: Callable[[str], str] = str,
    *,
    language: str = "en",
) -> str:
    """Write a command as a line, which may go on in indented lines.

    `parse` of it gives the same command, with no time or label of its own, also after a prefix
    (`spell_prefix`); what has no short form is `.kind {json}`. `name` turns the id of an entry
    into what stands after `@`.
    """
    command = _renamed(command.asked(), name)
    for written in (command, _as_typed(command, reading)):
        for line in _candidates(written, language) if written is not None else ():
            if line and not joins_a_prefix(line) and parse(line, reading).command == command:
                return indented(line)
    return write_json(command)


def _as_typed(command: Kind, reading: Reading) -> Kind | None:
    """Return the command with its unlisted names in `<…>`, None where it has none."""

    def mark(name: str) -> str:
        return name if reading.roster.code(name, live=False) == name else f"<{name}>"

    marked: dict[str, object] = {}
    if speaker := getattr(command, "speaker", ""):
        marked["speaker"] = mark(speaker)
    if who := getattr(command, "who", ()):
        marked["who"] = tuple(map(mark, who))
    return command.model_copy(update=marked) if marked else None


def _renamed(command: Kind, name: Callable[[str], str]) -> Kind:
    return command.with_refs(lambda ref: name(ref) if ENTRY_ID.fullmatch(ref) else ref)


def _candidates(command: Kind, language: str) -> Iterator[str]:
    match command:
        case Intervention():
            yield f"{write_speaker(command, language, heading=True)}: {command.text}".rstrip(" ")
        case Remark(author=""):
            yield command.text
            yield "\\" + command.text
        case Remark():
            yield f"<{command.author}> {command.text}".rstrip(" ")
        case Continuation():
            yield write_continuation(command)
        case Check():
            yield write_check(command, language)
        case Correction():
            yield write_correction(command, language) or ""
    for row in BY_KIND.get(type(command), ()):
        yield from row.write(command, language)
