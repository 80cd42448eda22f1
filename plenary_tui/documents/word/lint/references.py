"""Checks of what points elsewhere: styles, numbers, relationships, parts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ..elements import RELATIONSHIPS
from .opened import Check, Opened, all_of, value

_KINDS = {"pStyle": "paragraph", "rStyle": "character", "tblStyle": "table"}
_WITHIN_STYLES = ("basedOn", "next", "link")


def styles(opened: Opened) -> Iterator[str]:
    """Every style that is named exists and is of the right kind."""
    sheet = opened.part("styles")
    defined: dict[str, str] = {}
    for style in () if sheet is None else all_of(sheet, "style"):
        name = value(style, "styleId")
        if name in defined:
            yield f"styles: the style {name} is defined twice."
        defined[name] = value(style, "type")
    for part, tree in opened.trees.items():
        for tag, kind in _KINDS.items():
            for use in all_of(tree, tag):
                if defined.get(value(use)) != kind:
                    yield f"{part}: there is no {kind} style {value(use)}."
    for style in () if sheet is None else all_of(sheet, *_WITHIN_STYLES):
        if value(style) not in defined:
            yield f"styles: a style refers to {value(style)}, which is not defined."


def numbers(opened: Opened) -> Iterator[str]:
    """Every list that is used is defined, at the level that is used."""
    sheet = opened.part("numbering")
    levels: dict[str, set[str]] = {}
    lists: dict[str, str] = {}
    begun = False
    for one in () if sheet is None else sheet:
        if one.tag.endswith("}abstractNum"):
            if begun:
                yield "numbering: an abstract list stands after a list."
            levels[value(one, "abstractNumId")] = {value(at, "ilvl") for at in all_of(one, "lvl")}
        elif one.tag.endswith("}num"):
            begun = True
            name = value(one, "numId")
            if name in lists:
                yield f"numbering: the list {name} is defined twice."
            lists[name] = next((value(of) for of in all_of(one, "abstractNumId")), "")
            if lists[name] not in levels:
                yield f"numbering: the list {name} rests on {lists[name]}, which is not defined."
    for part, tree in opened.trees.items():
        for used in all_of(tree, "numPr"):
            name = next((value(one) for one in all_of(used, "numId")), "")
            level = next((value(one) for one in all_of(used, "ilvl")), "0")
            if name in ("", "0"):
                continue
            if name not in lists:
                yield f"{part}: there is no list {name}."
            elif level not in levels.get(lists[name], ()):
                yield f"{part}: the list {name} has no level {level}."


def relationships(opened: Opened) -> Iterator[str]:
    """Every relationship is there and leads to a part that is in the file once."""
    for name, count in Counter(opened.names).items():
        if count > 1:
            yield f"{name} is in the file {count} times."
    for part, relations in opened.relations.items():
        for relation in relations.values():
            if not relation.external and relation.target not in opened.names:
                yield f"{part or 'The file'}: leads to {relation.target}, which is not there."
    prefix = f"{{{RELATIONSHIPS}}}"
    for part, tree in opened.trees.items():
        known = opened.relations.get(part, {})
        for element in tree.iter("*"):
            for name, used in element.attrib.items():
                if name.startswith(prefix) and used not in known:
                    yield f"{part}: the relationship {used} is not there."


def content_types(opened: Opened) -> Iterator[str]:
    """Every part has a type, and every type its part."""
    types = opened.trees.get("[Content_Types].xml")
    if types is None:
        yield "The file has no content types."
        return
    endings = {one.get("Extension", "").casefold() for one in types if one.get("Extension")}
    typed = {one.get("PartName", "")[1:] for one in types if one.get("PartName")}
    for name in opened.names:
        if name not in typed and name.rpartition(".")[2].casefold() not in endings:
            yield f"{name} has no content type."
    for name in typed - set(opened.names):
        yield f"{name} has a content type and is not there."


REFERENCES: tuple[Check, ...] = (styles, numbers, relationships, content_types)
