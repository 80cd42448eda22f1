"""New sessions as the library makes them: the same as `plenary new`; what a path means."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from plenary_tui.errors import WrongUse
from plenary_tui.settings import Settings
from plenary_tui.store.names import renaming, slug


@dataclass(frozen=True)
class Made:
    """A session that came to be. said: one line each for a person, the most important first."""

    name: str
    said: tuple[str, ...]


def make(settings: Settings, name: str, source: str, zone: str = "") -> Made:
    """Make a session from a template's name or a plan's path, or empty. Raises PlenaryError."""
    from plenary_tui.importers.making import make_session
    from plenary_tui.upkeep import bring_up_to_date

    folder = _folder(name)
    path = typed_path(source)
    session = make_session(
        settings.folder, folder, settings.writer,
        source=str(path) if path is not None and path.is_file() else source.strip(),
        zone=zone.strip(),
    )  # fmt: skip
    trouble = bring_up_to_date(settings.folder, session, documents=False)
    meeting = session.record.meeting
    said = (
        f"Made {folder}: {len(meeting.roster.delegations)} delegations, "
        f"{len(meeting.agenda)} agenda items, zone {meeting.zone.key}."
    )
    return Made(folder, tuple(filter(None, (said, renaming(name, folder), trouble))))


def typed_path(text: str) -> Path | None:
    """Return the path that a person typed, pasted or dragged in; None for nothing."""
    text = text.strip()
    if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"":
        text = text[1:-1]
    elif "\\ " in text and not Path(text).exists():
        text = text.replace("\\ ", " ")  # as a terminal spells a file that is dragged into it
    text = text.removeprefix("file://")
    with suppress(RuntimeError):  # there is no such user
        return Path(text).expanduser() if text else None
    return Path(text)


def completed(text: str) -> str:
    """Return how a typed path may go on: the first name in its folder that begins so, or ''."""
    path = typed_path(text)
    if path is None or not text.strip() or text != text.lstrip(" '\""):
        return ""
    stem = "" if text.endswith("/") else path.name
    folder = path if text.endswith("/") else path.parent
    try:
        names = sorted(
            one.name + ("/" if one.is_dir() else "")
            for one in folder.iterdir()
            if one.name.startswith(stem) and one.name.isprintable() and one.name[0] != "."
        )
    except (OSError, ValueError):
        return ""
    return text + names[0][len(stem) :] if names else ""


def suggested_name(file: str) -> str:
    """Return the session's name that a file's name suggests."""
    path = typed_path(file)
    return slug(path.stem) if path is not None and path.stem else ""


def _folder(name: str) -> str:
    if not name.strip():
        raise WrongUse("Write a name for the session: it becomes the name of its folder.")
    return slug(name)
