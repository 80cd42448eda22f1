"""Elements of WordprocessingML, each child at the place that the schema gives it.

Word refuses or repairs a file whose properties stand in another order (ECMA-376 part 1, 17.3 to
17.6), so that whatever is added to properties goes through `put`.
"""

from __future__ import annotations

from typing import Any

from lxml import etree

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"

Element = Any
"""An element of lxml, which says nothing of its types."""

_ORDERS = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr "
    "suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct "
    "topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind "
    "contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint "
    "noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect "
    "bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath",
    "sectPr": "headerReference/footerReference footnotePr endnotePr type pgSz pgMar paperSrc "
    "pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi "
    "rtlGutter docGrid printerSettings sectPrChange",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW "
    "jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption "
    "tblDescription tblPrChange",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection "
    "tcFitText vAlign hideMark",
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
    "settings": "zoom mirrorMargins gutterAtTop trackRevisions defaultTabStop autoHyphenation "
    "evenAndOddHeaders characterSpacingControl footnotePr compat themeFontLang clrSchemeMapping "
    "decimalSymbol listSeparator",
}


def w(name: str) -> str:
    """Return the full name of an element or attribute: `w("pPr")`."""
    return f"{{{NAMESPACE}}}{name}"


ORDERS = {
    w(parent): {
        w(child): place for place, same in enumerate(children.split()) for child in same.split("/")
    }
    for parent, children in _ORDERS.items()
}
"""For each kind of properties, the place of each child; a slash parts those that may mix."""


def new(name: str, **attributes: str) -> Element:
    """Make an element outside any tree; attributes are of its own namespace."""
    return etree.Element(w(name), _full(attributes), nsmap={"w": NAMESPACE, "r": RELATIONSHIPS})


def add(parent: Element, name: str, **attributes: str) -> Element:
    """Append a child."""
    return etree.SubElement(parent, w(name), _full(attributes))


def put(parent: Element, name: str, **attributes: str) -> Element:
    """Insert a child where the schema wants it, after those of its own kind."""
    order = ORDERS[parent.tag]
    place = order[w(name)]
    at = sum(1 for child in parent if order.get(child.tag, len(order)) <= place)
    child = etree.Element(w(name), _full(attributes))
    parent.insert(at, child)
    return child


def part_bytes(root: Element) -> bytes:
    """Write a tree as a part of the package."""
    written: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
    return written


def _full(attributes: dict[str, str]) -> dict[str, str]:
    return {w(name): value for name, value in attributes.items()}
