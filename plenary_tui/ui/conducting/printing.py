"""A draft as the files that people hand round, in the session's drafts/."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from plenary_tui.documents.draft import Draft
from plenary_tui.store.beside import write_beside
from plenary_tui.store.disk import Disk


def print_word(draft: Draft, disk: Disk, folder: Path, name: str) -> Path:
    """Write a draft as Word into a session's drafts/; return where it is. Raises OSError."""
    from plenary_tui.documents.word import word

    drafts = folder.absolute() / "drafts"
    disk.make_folder(drafts)
    return write_beside(drafts / f"{folder.name}-{name}.docx", word(draft))


def print_draft(draft: Draft, disk: Disk, folder: Path, what: str, now: datetime) -> list[Path]:
    """Write a draft as Word and as Markdown, named after its minute. Raises OSError."""
    from plenary_tui.documents.markdown import markdown
    from plenary_tui.documents.word import word

    drafts = folder.absolute() / "drafts"
    disk.make_folder(drafts)
    name = f"{folder.name}-{what}-{now:%Y-%m-%d-%H%M}"
    return [
        write_beside(drafts / f"{name}.docx", word(draft)),
        write_beside(drafts / f"{name}.md", markdown(draft).encode()),
    ]
