"""An excerpt as a file: what was typed says as what, and where to."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from plenary_tui.documents.excerpt import excerpt_data, excerpt_notes, excerpt_summary
from plenary_tui.errors import WrongUse
from plenary_tui.store.beside import write_beside

from .player import Player

ASKED = "summary FILE.docx (.md, .html, .txt) · notes FILE.txt · data FILE.json"
_FORMS = {"summary": (".docx", ".md", ".html", ".txt"), "notes": (".txt",), "data": (".json",)}
_WRITERS = {".md": "markdown", ".html": "html", ".txt": "text"}


def export(player: Player, typed: str, here: Path) -> Path:
    """Write the excerpt as a typed line asks; return where it is.

    here: the folder that a bare name lies in. Raises WrongUse, also where it cannot be written.
    """
    kind, _, name = typed.strip().partition(" ")
    if kind not in _FORMS or not name.strip():
        raise WrongUse(f"Write as what, and where to? {ASKED}")
    target = here / Path(name.strip()).expanduser()
    if target.suffix not in _FORMS[kind]:
        wanted = " or ".join(_FORMS[kind])
        raise WrongUse(f"As {kind} it is a file {wanted}: end the name so.")
    chosen = player.chosen()
    if not chosen:
        raise WrongUse("There is nothing in this excerpt: [ and ] mark it, f says what of it.")
    made = _made(player, kind, target.suffix, chosen)
    try:
        return write_beside(target, made)
    except OSError as error:
        raise WrongUse(
            f"{target} cannot be written ({error.strerror or error}): name another place."
        ) from error


def about(player: Player) -> str:
    """Say what an excerpt is of."""
    low = player.begin or player.transport.first + 1
    high = player.end or len(player.entries)
    ends = [player.entries[at - 1].happened.astimezone(player.zone) for at in (low, high)]
    days = [f"{one:%Y-%m-%d}" for one in ends]
    if player.pace.timed[low - 1] and player.pace.timed[high - 1]:
        same = days[0] == days[1]
        days = [f"{ends[0]:%Y-%m-%d %H:%M}", f"{ends[1]:{'%H:%M' if same else '%Y-%m-%d %H:%M'}}"]
    of = f"; {player.filter.typed}" if player.filter.typed else ""
    return f"Excerpt: {' to '.join(dict.fromkeys(days))}{of}"


def _made(player: Player, kind: str, suffix: str, chosen: list[str]) -> bytes:
    record, end = player.record, player.entries[-1].happened
    if kind == "notes":
        return excerpt_notes(record, chosen, about(player)).encode()
    if kind == "data":
        return excerpt_data(record, chosen, about(player), end).encode()
    draft = excerpt_summary(record, chosen, about(player), end)
    if suffix == ".docx":
        from plenary_tui.documents.word import word

        return word(draft)
    name = _WRITERS[suffix]
    return str(getattr(import_module(f"plenary_tui.documents.{name}"), name)(draft)).encode()
