"""A draft as a Word document: the package by python-docx, the body by lxml."""

from __future__ import annotations

from datetime import UTC

from docx.document import Document

from ..annotated import Explain
from ..draft import Draft, Origin
from ..returned import Claims, hash_of_text
from .body import Body
from .compact import make_compact
from .elements import Element, add, part_bytes, put, w
from .frame import FRAME_LINE, STAMPED, add_frame
from .language import Language, language_of
from .notes import Notes, notes_of
from .numbering import COLUMN, indents, set_indent
from .options import PLAIN, WIDTH, WordOptions
from .package import MAIN, add_notes, base_document, packed
from .properties import add_claims
from .runs import fit

NEGOTIATION = 1.5
"""Lines of a text under negotiation stand apart, so that there is room to write between them."""

_LINES_COUNTED = "5"


def word(draft: Draft, explain: Explain | None = None, options: WordOptions = PLAIN) -> bytes:
    """Write a draft as a .docx file; the same draft gives the same bytes.

    explain: given an entry's id says what the entry is, in one line. With it comes the annotated
    variant: a note on every paragraph and row names the entries that it rests on, and one on
    every bracket whose it is. options: how the file is set.
    """
    notes = notes_of(explain, draft, options)
    return packaged(draft, Body(draft, notes, options.width), notes, options)


def packaged(
    draft: Draft, body: Body, notes: Notes | None, options: WordOptions,
    changes: tuple[str, str] | None = None,
) -> bytes:  # fmt: skip
    """Return the file of a draft whose body is written.

    changes: author and moment of the changes that are tracked in it.
    """
    house, language = options.house, language_of(draft)
    document = base_document(house)
    add_frame(
        document.sections[0], draft, options.width, annotated=notes is not None,
        even=house is not None and house.even,
    )  # fmt: skip
    page = document.element.body.sectPr
    page.find(w("pgMar")).set(w("right"), str(options.outer))
    if draft.compact:
        make_compact(document)
    _set_apart(document, page, draft, options)
    _set_in(document, body.column, options)
    _speak(document, language)
    _describe(document, draft)
    if draft.origin:
        _make_known(document, draft, draft.origin, hash_of_text(body.texts), changes, options)
    body.numbers.write(document.part.numbering_part.element, language.letter, body.column)
    if notes is not None and not notes.empty:
        _add_notes(document, notes)
    body.end(page)
    return packed(document, {MAIN: part_bytes(body.root)})


def _set_apart(document: Document, page: Element, draft: Draft, options: WordOptions) -> None:
    """Count the lines and make room between them where the text is to be negotiated on paper."""
    counted = options.counts_lines(draft)
    if counted:
        put(page, "lnNumType", countBy=_LINES_COUNTED, restart="newPage")
    if counted or options.wide_margin:
        document.styles["Body Text"].paragraph_format.line_spacing = NEGOTIATION


def _set_in(document: Document, column: int, options: WordOptions) -> None:
    """Give long numbers their room, and the lines of the frame the width of the page."""
    kept = options.house.kept if options.house else frozenset[str]()
    wanted = indents(column) if column != COLUMN else {}
    for style in document.styles.element.iterchildren(w("style")):
        name = style.get(w("styleId"))
        if name == FRAME_LINE and options.width != WIDTH:
            style.find(f"{w('pPr')}/{w('tabs')}/{w('tab')}").set(w("pos"), str(options.width))
        elif name in wanted and name not in kept:
            left, hanging = wanted[name]
            for tab in style.iterfind(f"{w('pPr')}/{w('tabs')}/{w('tab')}"):
                tab.set(w("pos"), str(left))
            set_indent(style.find(f"{w('pPr')}/{w('ind')}"), left, hanging)


def _speak(document: Document, language: Language) -> None:
    """Say the language of the document, which programs spell and read it aloud by."""
    document.core_properties.language = language.tag
    for root, name in (
        (document.styles.element, "lang"), (document.settings.element, "themeFontLang"),
    ):  # fmt: skip
        for element in root.iter(w(name)):
            element.set(w("val"), language.tag)
            break


def _add_notes(document: Document, notes: Notes) -> None:
    add_notes(document, notes.kind, part_bytes(notes.root))
    if notes.kind == "footnotes":
        separators = put(document.settings.element, "footnotePr")
        for number in ("-1", "0"):
            add(separators, "footnote", id=number)


def _make_known(
    document: Document, draft: Draft, origin: Origin, text: str, changes: tuple[str, str] | None,
    options: WordOptions,
) -> None:  # fmt: skip
    """Make a document known again that comes back, and track what is changed in it.

    That holds for the Chair's own text too: whoever changes it does not do so unseen.
    """
    made = draft.made.isoformat() if draft.made else ""
    add_claims(
        document,
        Claims(
            origin.session, draft.version, draft.state, origin.record, text, changes,
            origin.until, made, draft.language,
        ),
        options.house.said if options.house else (),
    )  # fmt: skip
    if draft.state in STAMPED:
        put(document.settings.element, "trackRevisions")


def _describe(document: Document, draft: Draft) -> None:
    """Say what the document is, where programs and screen readers look for it."""
    about = document.core_properties
    about.title = fit(" – ".join(part for part in (draft.register, draft.title) if part))[:255]
    if draft.symbol:
        about.identifier = fit(draft.symbol)[:255]
    if draft.marking:
        about.category = fit(draft.marking)[:255]
    if draft.state:
        about.content_status = draft.state
    if draft.version:
        about.version = fit(draft.version)[:255]
    if draft.made:
        about.created = about.modified = draft.made.astimezone(UTC).replace(tzinfo=None)
