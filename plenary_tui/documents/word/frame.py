"""What stands around the text on every page: marking, state, watermark, title and page numbers."""

from __future__ import annotations

from docx.section import Section as DocxSection
from lxml import etree

from ..draft import Draft
from .elements import SPACE, Element, add, put
from .runs import add_runs, fit

_VML = "urn:schemas-microsoft-com:vml"
_OFFICE = "urn:schemas-microsoft-com:office:office"
_LONGEST_TITLE = 75
_SIGNS_PER_PAGE = 2600
_NARROWEST = 260.0
_WIDEST = 430.0
_PER_SIGN = 75.0
"""Of a watermark, in points."""

_WATERMARK = "PowerPlusWaterMarkObject"
"""By this name office programs know a watermark, and can take it away when asked to."""

_FIRST_SHAPE = 2049
"""Word counts the shapes of headers from here on; each has its own number in the document."""


def add_frame(section: DocxSection, draft: Draft) -> None:
    """Write the headers and footers: of the first page, which bears the title, and the others."""
    section.different_first_page_header_footer = True
    pages = _pages(draft)
    running = " – ".join(part for part in (draft.register, draft.title) if part)
    for place, (header, footer) in enumerate(
        (
            (section.first_page_header, section.first_page_footer),
            (section.header, section.footer),
        )
    ):
        for part in (header, footer):
            part.is_linked_to_previous = False
        _header(_emptied(header.part.element), draft, _FIRST_SHAPE + place)
        _footer(_emptied(footer.part.element), running if place else "", pages)


def _emptied(root: Element) -> Element:
    for child in list(root):
        root.remove(child)
    return root


def _header(root: Element, draft: Draft, shape: int) -> None:
    lines = [("Marking", draft.marking), ("Stamp", draft.stamp)]
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
    """Append words that lie across the page behind the text, as Word draws its own."""
    width = min(max(len(words) * _PER_SIGN, _NARROWEST), _WIDEST)
    run = add(paragraph, "r")
    add(add(run, "rPr"), "noProof")
    picture = add(run, "pict")
    kind = etree.SubElement(
        picture, f"{{{_VML}}}shapetype",
        {
            "id": "_x0000_t136", "coordsize": "21600,21600", "adj": "10800",
            "path": "m@7,l@8,m@5,21600l@6,21600e", f"{{{_OFFICE}}}spt": "136",
        },
        nsmap={"v": _VML, "o": _OFFICE},
    )  # fmt: skip
    _formulas(kind)
    shape = etree.SubElement(
        picture, f"{{{_VML}}}shape",
        {
            "id": f"{_WATERMARK}{number}", f"{{{_OFFICE}}}spid": f"_x0000_s{number}",
            "type": "#_x0000_t136", "alt": f"Watermark: {words}",
            "style": (
                "position:absolute;margin-left:0;margin-top:0;"
                f"width:{width:.0f}pt;height:{width / len(words) * 1.6:.0f}pt;rotation:315;"
                "z-index:-251658752;mso-position-horizontal:center;"
                "mso-position-horizontal-relative:margin;mso-position-vertical:center;"
                "mso-position-vertical-relative:margin"
            ),
            f"{{{_OFFICE}}}allowincell": "f", "fillcolor": "#d9d9d9", "stroked": "f",
        },
    )  # fmt: skip
    etree.SubElement(shape, f"{{{_VML}}}fill", {"opacity": ".5"})
    etree.SubElement(
        shape, f"{{{_VML}}}textpath",
        {"style": 'font-family:"Times New Roman";font-size:1pt', "string": words},
    )  # fmt: skip


_FORMULAS = (
    "sum #0 0 10800", "prod #0 2 1", "sum 21600 0 @1", "sum 0 0 @2", "sum 21600 0 @3",
    "if @0 @3 0", "if @0 21600 @1", "if @0 0 @2", "if @0 @4 21600", "mid @5 @6", "mid @8 @5",
    "mid @7 @8", "mid @6 @7", "sum @6 0 @5",
)  # fmt: skip
"""How the words of a plain text shape (VML's type 136) run; the same in every file."""


def _formulas(kind: Element) -> None:
    formulas = etree.SubElement(kind, f"{{{_VML}}}formulas")
    for one in _FORMULAS:
        etree.SubElement(formulas, f"{{{_VML}}}f", {"eqn": one})
    etree.SubElement(
        kind, f"{{{_VML}}}path",
        {"textpathok": "t", f"{{{_OFFICE}}}connecttype": "custom",
         f"{{{_OFFICE}}}connectlocs": "@9,0;@10,10800;@11,21600;@12,10800",
         f"{{{_OFFICE}}}connectangles": "270,180,90,0"},
    )  # fmt: skip
    etree.SubElement(kind, f"{{{_VML}}}textpath", {"on": "t", "fitshape": "t"})
    handles = etree.SubElement(kind, f"{{{_VML}}}handles")
    etree.SubElement(
        handles, f"{{{_VML}}}h", {"position": "#0,bottomRight", "xrange": "6629,14971"}
    )
    etree.SubElement(
        kind, f"{{{_OFFICE}}}lock",
        {f"{{{_VML}}}ext": "edit", "text": "t", "shapetype": "t"},
    )  # fmt: skip
