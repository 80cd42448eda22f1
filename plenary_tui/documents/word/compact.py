"""A document that should stay on one page: small letters and narrow margins, nothing else."""

from __future__ import annotations

from docx.document import Document
from docx.shared import Cm, Pt

_MARGIN, _TO_FRAME = Cm(1.8), Cm(0.9)
_STYLES = {
    "Normal": (10.0, 0.0, 0.0),
    "Title": (15.0, 0.0, 2.0),
    "Subtitle": (11.0, 0.0, 2.0),
    "Title Block": (10.0, 0.0, 2.0),
    "Heading 1": (11.0, 7.0, 2.0),
    "List Bullet": (10.0, 0.0, 1.0),
}
"""Of each style the size, and the room before and after it, in points."""


def make_compact(document: Document) -> None:
    """Set a document of ours so that about sixty lines fit on a page of A4."""
    page = document.sections[0]
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = _MARGIN
    page.header_distance = page.footer_distance = _TO_FRAME
    for name, (size, before, after) in _STYLES.items():
        style = document.styles[name]
        style.font.size = Pt(size)
        style.paragraph_format.space_before = Pt(before)
        style.paragraph_format.space_after = Pt(after)
        style.paragraph_format.line_spacing = 1.0
