"""The balance as the files that the Chair's office takes away, on purpose."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from plenary_tui.documents.figures import Figures
from plenary_tui.store.beside import write_beside
from plenary_tui.store.disk import Disk


def write_balance(found: Figures, disk: Disk, folder: Path, now: datetime) -> list[Path]:
    """Write the balance as Word and as HTML, named after its minute, into a session's drafts/.

    Returns where the files are. Raises OSError.
    """
    from plenary_tui.documents.balance import balance_of
    from plenary_tui.documents.pictures.page import illustrated
    from plenary_tui.documents.word.charts import word_with_charts

    draft = balance_of(found)
    drafts = folder.absolute() / "drafts"
    disk.make_folder(drafts)
    name = f"{folder.name}-balance-{now:%Y-%m-%d-%H%M}"
    return [
        write_beside(drafts / f"{name}.docx", word_with_charts(draft)),
        write_beside(drafts / f"{name}.html", illustrated(draft).encode()),
    ]
