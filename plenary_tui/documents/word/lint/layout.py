"""Checks of order and of what a reader needs: tables, headings, pictures, headers, language."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ..elements import ORDERS, RELATIONSHIPS, Element, w
from .opened import Check, Opened, all_of, value

_SHAPE = "{urn:schemas-microsoft-com:vml}shape"
_WATERMARK = "PowerPlusWaterMarkObject"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_DRAWN = ("pict", "drawing", "object")
_SEEN = ("t", "br", "tab", "sym", "delText", *_DRAWN)
_TITLE = "{http://purl.org/dc/elements/1.1/}title"


def order(opened: Opened) -> Iterator[str]:
    """Children stand in the order of the schema."""
    for part, tree in opened.trees.items():
        for properties in tree.iter(*ORDERS):
            places = ORDERS[properties.tag]
            found = [places[child.tag] for child in properties if child.tag in places]
            if found != sorted(found):
                name = properties.tag.rpartition("}")[2]
                yield f"{part}: the properties in {name} are out of order."


def tables(opened: Opened) -> Iterator[str]:
    """Cells end in a paragraph, rows fit the grid, the first row is the header.

    In headers and footers a table only sets a house's letterhead beside each other.
    """
    for part, tree in opened.stories():
        for cell in all_of(tree, "tc"):
            if not len(cell) or cell[-1].tag != w("p"):
                yield f"{part}: a cell of a table has no paragraph at its end."
        for table in all_of(tree, "tbl"):
            grid = table.find(w("tblGrid"))
            columns = 0 if grid is None else len(grid)
            rows = table.findall(w("tr"))
            if any(sum(map(_span, row.findall(w("tc")))) != columns for row in rows):
                yield f"{part}: a row of a table has not as many cells as the grid has columns."
            if tree.tag in (w("hdr"), w("ftr")):
                continue
            if not rows or next(all_of(rows[0], "tblHeader"), None) is None:
                yield f"{part}: a table has no header row."
            following = table.getnext()
            if following is not None and following.tag == table.tag:
                yield f"{part}: two tables stand together and would become one."


def _span(cell: Element) -> int:
    found = next(all_of(cell, "gridSpan"), None)
    return 1 if found is None else int(value(found))


def headings(opened: Opened) -> Iterator[str]:
    """Headings go down one level at a time; one that was deleted is none."""
    sheet = opened.part("styles")
    levels: dict[str, int] = {}
    for style in () if sheet is None else all_of(sheet, "style"):
        for level in all_of(style, "outlineLvl"):
            levels[value(style, "styleId")] = int(value(level)) + 1
    tree = opened.trees[opened.main]
    styles = [
        value(one)
        for one in all_of(tree, "pStyle")
        if one.getparent().find(f"{w('rPr')}/{w('del')}") is None
    ]
    found = [0, *(levels[one] for one in styles if one in levels)]
    for before, after in pairwise(found):
        if after > before + 1:
            yield f"{opened.main}: a heading of level {after} follows one of level {before}."


def empty_paragraphs(opened: Opened) -> Iterator[str]:
    """No paragraph of the text is there only to take up room; one with a number is not."""
    sheet = opened.part("styles")
    counted = {
        value(style, "styleId")
        for style in (() if sheet is None else all_of(sheet, "style"))
        if next(all_of(style, "numPr"), None) is not None
    }
    for paragraph in all_of(opened.trees[opened.main], "p"):
        inside = paragraph.getparent()
        if inside is not None and inside.tag == w("tc"):
            continue
        if counted & {value(one) for one in all_of(paragraph, "pStyle")}:
            continue
        if next(all_of(paragraph, *_SEEN, "sectPr", "numPr"), None) is None:
            yield f"{opened.main}: a paragraph is empty."


def pictures(opened: Opened) -> Iterator[str]:
    """Every picture says what it shows, and has an id of its own."""
    ids: list[str] = []
    for part, tree in opened.stories():
        for shape in tree.iter(_SHAPE):
            ids.append(shape.get("id", ""))
            if not shape.get("alt"):
                yield f"{part}: a picture does not say what it shows."
        for drawing in tree.iter(_DRAWING):
            ids.append(drawing.get("id", ""))
            if not drawing.get("descr"):
                yield f"{part}: a picture does not say what it shows."
    for one in {one for one in ids if ids.count(one) > 1}:
        yield f"Two pictures have the id {one}."


def headers(opened: Opened) -> Iterator[str]:
    """A first page of its own has its own header; a watermark is in all of them or in none."""
    relations = opened.relations.get(opened.main, {})
    for section in all_of(opened.trees[opened.main], "sectPr"):
        used = {}
        for one in all_of(section, "headerReference"):
            relation = relations.get(one.get(f"{{{RELATIONSHIPS}}}id", ""))
            if relation and relation.target in opened.trees:
                used[value(one, "type")] = opened.trees[relation.target]
        if section.find(w("titlePg")) is not None and used and "first" not in used:
            yield f"{opened.main}: the first page has no header of its own."
        marked = [any(map(_is_watermark, all_of(tree, "pict"))) for tree in used.values()]
        if any(marked) and not all(marked):
            yield f"{opened.main}: the watermark is missing in a kind of header."


def _is_watermark(picture: Element) -> bool:
    return any(shape.get("id", "").startswith(_WATERMARK) for shape in picture.iter(_SHAPE))


def described(opened: Opened) -> Iterator[str]:
    """The file says its language and its title."""
    sheet = opened.part("styles")
    defaults = None if sheet is None else sheet.find(w("docDefaults"))
    if defaults is None or not any(value(one) for one in all_of(defaults, "lang")):
        yield "styles: the document does not say its language."
    core = [opened.trees[one] for one in opened.related("", "core-properties")]
    if not any(tree.findtext(_TITLE) for tree in core):
        yield "The document has no title."


LAYOUT: tuple[Check, ...] = (
    order, tables, headings, empty_paragraphs, pictures, headers, described,
)  # fmt: skip
