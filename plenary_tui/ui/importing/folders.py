"""What lies under a path that is being typed: folders to go into, and files to choose. Pure."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from plenary_tui.ui.conducting.arrivals import typed_path

_KINDS = {
    "Word": ("docx",),
    "spreadsheet": ("xlsx", "csv", "tsv"),
    "calendar": ("ics",),
    "transcript": ("vtt", "srt"),
    "page": ("html", "htm"),
    "text": ("txt", "md", "markdown", "log", "irc", "text"),
}
_KIND_OF = {ending: kind for kind, endings in _KINDS.items() for ending in endings}


@dataclass(frozen=True)
class Offer:
    """Something that can be chosen. typed: what the path reads then.

    kind: what a file is by its ending, empty where none is that can be imported.
    """

    name: str
    typed: str
    is_folder: bool = False
    kind: str = ""


def begun(text: str) -> str:
    """Return the name that a path ends in as far as it is typed, empty behind a slash."""
    return text.rpartition("/")[2]


def offers(text: str) -> list[Offer]:
    """Return what lies under a typed path: what begins as its end does, then what holds it.

    Folders come first, then the files that can be imported, then the others; hidden ones only
    where a dot is typed. None where the folder cannot be read.
    """
    if text != text.lstrip(" '\""):
        return []
    name = begun(text)
    before = text[: len(text) - len(name)]
    folder = typed_path(before) or Path()
    wanted = name.casefold()
    try:
        with os.scandir(folder) as there:
            found = [_offer(one, before) for one in there if _is_shown(one.name, wanted)]
    except (OSError, ValueError):
        return []
    return sorted(
        found,
        key=lambda one: (
            not one.name.casefold().startswith(wanted), not one.is_folder, not one.kind,
            one.name.casefold(),
        ),
    )  # fmt: skip


def above(text: str) -> str:
    """Return the path of the folder above the one that a path ends in."""
    path = text.rstrip("/")
    if path.rpartition("/")[2] in ("", ".", ".."):
        return "/" if text.startswith("/") and not path else f"{text}../"
    if path == "~":
        return f"{Path.home().parent}/"
    return path[: len(path) - len(begun(path))]


def _is_shown(name: str, wanted: str) -> bool:
    if name.startswith(".") and not wanted.startswith("."):
        return False
    return name.isprintable() and wanted in name.casefold()


def _offer(one: os.DirEntry[str], before: str) -> Offer:
    try:
        is_folder = one.is_dir()
    except OSError:
        is_folder = False
    if is_folder:
        return Offer(one.name, f"{before}{one.name}/", is_folder=True)
    kind = _KIND_OF.get(one.name.rpartition(".")[2].casefold(), "")
    return Offer(one.name, before + one.name, kind=kind)
