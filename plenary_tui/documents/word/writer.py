"""A draft as a Word document: the package by python-docx, the body by lxml."""

from __future__ import annotations

from datetime import UTC

from docx.document import Document

from ..annotated import Explain
from ..draft import Draft, Origin
from ..returned import Claims, hash_of_text
from .body import Body
from .compact import make_compact
from .elements import new, part_bytes, put, w
from .frame import add_frame
from .notes import Notes
from .package import MAIN, add_comments, base_document, packed
from .properties import add_claims
from .runs import fit

NEGOTIATION = 1.5
"""Lines of a text under negotiation stand apart, so that there is room to write between them."""

_LINES_COUNTED = "5"


def word(draft: Draft, explain: Explain | None = None) -> bytes:
    """Write a draft as a .docx file; the same draft gives the same bytes.

    explain: given an entry's id says what the entry is, in one line. With it comes the annotated
    variant: a comment on every paragraph and row names the entries that it rests on, and one on
    every bracket whose it is.
    """
    notes = Notes(explain, draft.made) if explain else None
    return packaged(draft, Body(draft, notes), notes)


def packaged(
    draft: Draft, body: Body, notes: Notes | None, changes: tuple[str, str] | None = None
) -> bytes:
    """Return the file of a draft whose body is written.

    changes: author and moment of the changes that are tracked in it.
    """
    document = base_document()
    section = document.sections[0]
    add_frame(section, draft, annotated=notes is not None)
    page = document.element.body.sectPr
    if draft.compact:
        make_compact(document)
    if draft.state == "DRAFT":
        put(page, "lnNumType", countBy=_LINES_COUNTED, restart="newPage")
        document.styles["Body Text"].paragraph_format.line_spacing = NEGOTIATION
    _describe(document, draft)
    if draft.origin:
        _make_known(document, draft, draft.origin, hash_of_text(body.texts), changes)
    body.numbers.write(document.part.numbering_part.element)
    if notes is not None and len(notes.root):
        add_comments(document, part_bytes(notes.root))
    body.end(page)
    return packed(document, {MAIN: part_bytes(body.root)})


def _make_known(
    document: Document, draft: Draft, origin: Origin, text: str, changes: tuple[str, str] | None
) -> None:
    """Make a document known again that comes back, and a draft track what is changed in it."""
    made = draft.made.isoformat() if draft.made else ""
    add_claims(
        document,
        Claims(
            origin.session, draft.version, draft.state, origin.record, text, changes,
            origin.until, made,
        ),
    )  # fmt: skip
    if draft.state == "DRAFT":
        settings = document.settings.element
        settings.find(w("zoom")).addnext(new("trackRevisions"))


def _describe(document: Document, draft: Draft) -> None:
    """Say what the document is, where programs and screen readers look for it."""
    about = document.core_properties
    about.title = fit(" – ".join(part for part in (draft.register, draft.title) if part))[:255]
    if draft.marking:
        about.category = fit(draft.marking)[:255]
    if draft.state:
        about.content_status = draft.state
    if draft.version:
        about.version = fit(draft.version)[:255]
    if draft.made:
        about.created = about.modified = draft.made.astimezone(UTC).replace(tzinfo=None)
