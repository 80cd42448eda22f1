"""What stands around the text on every page: marking, title block, watermark, page numbers, stamp,
and the hash of the record, so that a printed page can be traced.

What a house has in its own headers and footers stays, and stands before ours.
"""

from __future__ import annotations

from typing import Any

from docx.section import Section as DocxSection

from ..draft import Draft
from ..stamps import moment, state_words
from .elements import SPACE, Element, add, put, w
from .language import Language, language_of
from .package import base_part
from .runs import add_runs, fit

FRAME_LINE = "FrameLine"
STAMPED = frozenset({"DRAFT", "CHAIR'S TEXT"})
"""The states that lie across every page: what is not agreed must not be taken for what is."""

_VML = "urn:schemas-microsoft-com:vml"
_OFFICE = "urn:schemas-microsoft-com:office:office"
_LONGEST_TITLE = 75
_SIGNS_PER_PAGE = 2600
_FIRST_SHAPE = 2049
"""Word counts the shapes of headers from here on; each has its own number in the document."""

_TO_TEXT = "160"
"""Between a header that is taller than the margin and the text, in twentieths of a point."""

_HASH = 12
_SIGN, _NARROWEST, _WIDEST = 122, 2600, 0.6
"""About the width of a sign of the title block, in twentieths of a point; how narrow and, as a
share of the page, how wide the block may be."""


def add_frame(
    section: DocxSection, draft: Draft, width: int, *, annotated: bool, even: bool
) -> None:  # fmt: skip
    """Write the headers and footers: of the first page, which bears the title, and the others.

    width: between the margins. annotated: says on every page that it is the variant with sources
    and owners. even: whether even pages have their own.
    """
    section.different_first_page_header_footer = True
    frame = _Frame(draft, width, annotated=annotated)
    places = [
        (section.first_page_header, section.first_page_footer),
        (section.header, section.footer),
        *([(section.even_page_header, section.even_page_footer)] if even else []),
    ]
    for place, (header, footer) in enumerate(places):
        top, bottom = (_own(part) for part in (header, footer))
        frame.header(top, place)
        frame.footer(bottom, is_first=not place)


def _own(part: Any) -> Element:
    """Return the root of a header or footer; a new one is emptied, that of a house stays."""
    if not part.is_linked_to_previous:
        return part.part.element
    part.is_linked_to_previous = False
    root = part.part.element
    for child in list(root):
        root.remove(child)
    return root


class _Frame:
    """Writes what is ours of the headers and footers of one draft."""

    def __init__(self, draft: Draft, width: int, *, annotated: bool) -> None:
        self._draft = draft
        self._width = width
        self._language = language_of(draft)
        stamp = draft.stamp
        self._stamp = ", ".join(
            part for part in (stamp, self._language.annotated * annotated) if part
        )
        self._pages = _pages(draft)

    def header(self, root: Element, place: int) -> None:
        draft = self._draft
        shown = [("Marking", draft.marking)] if draft.marking else []
        block: list[str] = []
        if place and draft.symbol:
            shown.append(("Stamp", draft.symbol))
        elif not place:
            block = _block(draft, self._language)
        if not shown and not block and not len(root):
            shown = [("Header", "")]
        first = len(root)
        for style, text in shown:
            add_runs(_line(root, style), fit(text)) if text else _line(root, style)
        self._title_block(root, block)
        if draft.state in STAMPED:
            if first == len(root):
                _line(root, "Header")
            words = state_words(draft)
            root[first].insert(1, _watermark(words, _FIRST_SHAPE + place))
        if shown != [("Header", "")] and len(root) > first:
            put(root[-1][0], "spacing", after=_TO_TEXT)

    def _title_block(self, root: Element, block: list[str]) -> None:
        longest = max(map(len, block), default=0) * _SIGN
        wide = int(min(max(longest, _NARROWEST), self._width * _WIDEST))
        for number, text in enumerate(block):
            paragraph = _line(root, "SymbolBlock")
            put(paragraph[0], "ind", left=str(self._width - wide))
            is_symbol = not number and bool(self._draft.symbol)
            add_runs(paragraph, fit(text), "Lead" if is_symbol else "")

    def footer(self, root: Element, *, is_first: bool) -> None:
        draft, language = self._draft, self._language
        counted = _fields(root)
        running = "" if is_first else " – ".join(filter(None, (draft.register, draft.title)))
        if len(running) > _LONGEST_TITLE:
            running = running[:_LONGEST_TITLE].rsplit(" ", 1)[0] + " …"
        if running or not {"PAGE", "NUMPAGES"} <= counted:
            paragraph = _line(root, FRAME_LINE)
            if running:
                add_runs(paragraph, fit(running))
            if not {"PAGE", "NUMPAGES"} <= counted:
                add(add(paragraph, "r"), "tab")
                add_runs(paragraph, language.page)
                _field(paragraph, "PAGE", "1")
                add_runs(paragraph, language.of)
                _field(paragraph, "NUMPAGES", str(self._pages))
        record = draft.origin.record[:_HASH] if draft.origin else ""
        if self._stamp or record:
            paragraph = _line(root, FRAME_LINE)
            if self._stamp:
                add_runs(paragraph, fit(self._stamp))
            if record:
                add(add(paragraph, "r"), "tab")
                add_runs(paragraph, fit(f"{language.record} {record}"))


def _block(draft: Draft, language: Language) -> list[str]:
    """Return the lines of the title block; a register, which is nobody's document, has none."""
    if not draft.symbol and not draft.state:
        return []
    lines = [
        draft.symbol,
        language.distributed_as(draft),
        moment(draft.made, draft.language) if draft.made else "",
        language.original,
    ]
    return [line for line in lines if line]


def _fields(root: Element) -> set[str]:
    """Return the names of the fields in a footer."""
    codes = [one.text or "" for one in root.iter(w("instrText"))]
    codes += [one.get(w("instr"), "") for one in root.iter(w("fldSimple"))]
    return {code.split()[0].upper() for code in codes if code.split()}


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


def _watermark(words: str, number: int) -> Element:
    """Return words that lie across the page behind the text."""
    run = base_part("watermark.xml")
    shape = run.find(f".//{{{_VML}}}shape")
    for name, end in (("id", str(number)), (f"{{{_OFFICE}}}spid", str(number)), ("alt", words)):
        shape.set(name, shape.get(name) + end)
    shape.find(f"{{{_VML}}}textpath").set("string", words)
    return run
