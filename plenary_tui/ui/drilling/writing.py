"""The result of a drill as a document, and as files beside the practice session."""

from __future__ import annotations

from pathlib import Path

from plenary_tui.documents.draft import Draft
from plenary_tui.documents.drill.judging import Judged
from plenary_tui.documents.drill.result import result
from plenary_tui.importers.drilling import Ready, span_of
from plenary_tui.store.beside import write_beside
from plenary_tui.store.clock import local_now


def drafted(ready: Ready, found: Judged) -> Draft:
    """Return the result as a document that says of which session, which stretch, and when."""
    sheet, span = ready.drill.sheet, span_of(ready.drill.sheet)
    part = span.about.removeprefix("Excerpt: ") if span or span.until else "the whole session"
    about = (
        f"Drilled with {sheet.session}, {part}",
        f"Begun on {sheet.begun:%Y-%m-%d at %H:%M}, at ×{sheet.speed:g}",
        "Practice: what stands under “typed” is no record of any meeting.",
    )
    return result(found, ready.stretch.title or sheet.session, about, local_now())


def write(ready: Ready, found: Judged) -> tuple[Path, Path]:
    """Write the result as Word and as Markdown into the drill's folder. Raises OSError."""
    from plenary_tui.documents.markdown import markdown
    from plenary_tui.documents.word import word

    draft, folder = drafted(ready, found), ready.drill.folder
    name = f"{folder.name}-result"
    return (
        write_beside(folder / f"{name}.docx", word(draft)),
        write_beside(folder / f"{name}.md", markdown(draft).encode()),
    )
