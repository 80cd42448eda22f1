"""What stands around the text on every page: marking, state, watermark, title and page numbers."""

from __future__ import annotations

from docx.section import Section as DocxSection

from ..draft import Draft
from .elements import SPACE, Element, add, put
from .package import base_part
from .runs import add_runs, fit

_VML = "urn:schemas-microsoft-com:vml"
_OFFICE = "urn:schemas-microsoft-com:office:office"
_LONGEST_TITLE = 75
_SIGNS_PER_PAGE = 2600
_FIRST_SHAPE = 2049
"""Word counts the shapes of headers from here on; each has its own number in the document."""


def add_frame(section: DocxSection, draft: Draft, *, annotated: bool) -> None:
    """Write the headers and footers: of the first page, which bears the title, and the others.

    annotated: says on every page that it is the variant with sources and owners.
    """
    section.different_first_page_header_footer = True
    pages = _pages(draft)
    stamp = ", ".join(part for part in (draft.stamp, "annotated" * annotated) if part)
    running = " – ".join(part for part in (draft.register, draft.title) if part)
    for place, (header, footer) in enumerate(
        (
            (section.first_page_header, section.first_page_footer),
            (section.header, section.footer),
        )
    ):
        for part in (header, footer):
            part.is_linked_to_previous = False
        _header(_emptied(header.part.element), draft, stamp, _FIRST_SHAPE + place)
        _footer(_emptied(footer.part.element), running if place else "", pages)


def _emptied(root: Element) -> Element:
    for child in list(root):
        root.remove(child)
    return root


def _header(root: Element, draft: Draft, stamp: str, shape: int) -> None:
    lines = [("Marking", draft.marking), ("Stamp", stamp)]
    shown = [(style, text) for style, text in lines if text] or [("Header", "")]
    for number, (style, text) in enumerate(shown):
        paragraph = _line(root, style)
        if draft.state == "DRAFT" and not number:
            _watermark(paragraph, draft.state, shape)
        if text:
            add_runs(paragraph, fit(text))


def _footer(root: Element, running: str, pages: int) -> None:
    paragraph = _line(root, "Footer")
    if len(running) > _LONGEST_TITLE:
        running = running[:_LONGEST_TITLE].rsplit(" ", 1)[0] + " …"
    if running:
        add_runs(paragraph, fit(running))
    add(add(paragraph, "r"), "tab")
    add_runs(paragraph, "Page ")
    _field(paragraph, "PAGE", "1")
    add_runs(paragraph, " of ")
    _field(paragraph, "NUMPAGES", str(pages))


def _line(root: Element, style: str) -> Element:
    paragraph = add(root, "p")
    put(add(paragraph, "pPr"), "pStyle", val=style)
    return paragraph


def _field(paragraph: Element, code: str, result: str) -> None:
    """Append a complex field with the result that is shown until Word counts for itself."""
    for kind in ("begin", "separate", "end"):
        add(add(paragraph, "r"), "fldChar", fldCharType=kind)
        if kind == "begin":
            instruction = add(add(paragraph, "r"), "instrText")
            instruction.text = f" {code} "
            instruction.set(SPACE, "preserve")
        elif kind == "separate":
            add(add(paragraph, "r"), "t").text = result


def _pages(draft: Draft) -> int:
    """About how many pages it fills: printed only where nothing counts them anew."""
    signs = sum(len(one.text) + 80 for one in draft.paragraphs())
    return max(1, -(-signs // _SIGNS_PER_PAGE))


def _watermark(paragraph: Element, words: str, number: int) -> None:
    """Append words that lie across the page behind the text."""
    run = base_part("watermark.xml")
    shape = run.find(f".//{{{_VML}}}shape")
    for name, end in (("id", str(number)), (f"{{{_OFFICE}}}spid", str(number)), ("alt", words)):
        shape.set(name, shape.get(name) + end)
    shape.find(f"{{{_VML}}}textpath").set("string", words)
    paragraph.append(run)
