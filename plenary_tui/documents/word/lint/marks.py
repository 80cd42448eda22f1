"""Checks of what has a beginning and an end: bookmarks, fields, comments, notes, changes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from ..elements import Element, w
from .opened import Check, Opened, all_of, value

_TARGET = re.compile(r'\s*(?:(?:REF|PAGEREF|NOTEREF)\s+"?([\w.]+)"?|HYPERLINK\s+\\l\s+"([^"]+)")')
_DELETED = w("del"), w("moveFrom")
_CHANGES = ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange")


def _twice(names: Iterable[str]) -> list[str]:
    return [name for name, count in Counter(names).items() if count > 1]


def bookmarks(opened: Opened) -> Iterator[str]:
    """Every bookmark is closed in the part that it is opened in; names and ids are unique."""
    names, ids = [], []
    for part, tree in opened.stories():
        starts = [value(one, "id") for one in all_of(tree, "bookmarkStart")]
        ends = [value(one, "id") for one in all_of(tree, "bookmarkEnd")]
        names += [value(one, "name").casefold() for one in all_of(tree, "bookmarkStart")]
        ids += starts
        for number in starts:
            if number not in ends:
                yield f"{part}: the bookmark {number} is not closed."
        for number in ends:
            if number not in starts:
                yield f"{part}: the bookmark {number} is closed and was not opened."
        for number in _twice(ends):
            yield f"{part}: the bookmark {number} is closed twice."
    for name in _twice(names):
        yield f"The bookmark {name} is there twice."
    for number in _twice(ids):
        yield f"Two bookmarks have the id {number}."


def fields(opened: Opened) -> Iterator[str]:
    """Every field begins, has its result and ends within one story; none refers to nothing."""
    known = {
        value(one, "name") for _, tree in opened.stories() for one in all_of(tree, "bookmarkStart")
    }
    for part, tree in opened.stories():
        open_: list[tuple[str, bool]] = []
        for one in all_of(tree, "fldChar", "instrText", "fldSimple", "hyperlink"):
            name = one.tag.rpartition("}")[2]
            kind = value(one, "fldCharType")
            if name == "fldSimple":
                yield from _to_nothing(part, value(one, "instr"), known)
            elif name == "hyperlink":
                target = value(one, "anchor")
                if target and target not in known:
                    yield f"{part}: a link leads to the bookmark {target}, which is not there."
            elif name == "instrText":
                if not open_ or open_[-1][1]:
                    yield f"{part}: the code of a field stands outside one."
                else:
                    open_[-1] = (open_[-1][0] + (one.text or ""), False)
            elif kind == "begin":
                open_.append(("", False))
            elif not open_ or (kind == "separate" and open_[-1][1]):
                yield f"{part}: a field has a mark too many ({kind})."
            elif kind == "separate":
                open_[-1] = (open_[-1][0], True)
            else:
                code, has_result = open_.pop()
                yield from _to_nothing(part, code, known)
                if not has_result:
                    yield f"{part}: the field {code.strip()} shows no result."
        if open_:
            yield f"{part}: a field does not end."


def _to_nothing(part: str, code: str, known: set[str]) -> Iterator[str]:
    found = _TARGET.match(code)
    target = (found[1] or found[2]) if found else ""
    if target and target not in known:
        yield f"{part}: a field refers to the bookmark {target}, which is not there."


def comments(opened: Opened) -> Iterator[str]:
    """Every comment is shown once, and every mark has its comment."""
    sheet = opened.part("comments")
    ids = [value(one, "id") for one in all_of(sheet, "comment")] if sheet is not None else []
    yield from (f"comments: the comment {one} is there twice." for one in _twice(ids))
    tree = opened.trees[opened.main]
    shown = [value(one, "id") for one in all_of(tree, "commentReference")]
    starts = [value(one, "id") for one in all_of(tree, "commentRangeStart")]
    ends = [value(one, "id") for one in all_of(tree, "commentRangeEnd")]
    for number in dict.fromkeys((*shown, *starts, *ends)):
        if number not in ids:
            yield f"{opened.main}: there is no comment {number}."
    for number in ids:
        if shown.count(number) != 1:
            yield f"comments: the comment {number} is shown {shown.count(number)} times."
        if starts.count(number) != ends.count(number):
            yield f"{opened.main}: what the comment {number} is about has no two ends."


def notes(opened: Opened) -> Iterator[str]:
    """Every mark of a footnote or endnote has its note, and the notes their separators."""
    for kind, parts in (("footnote", "footnotes"), ("endnote", "endnotes")):
        sheet = opened.part(parts)
        there = {value(one, "id") for one in all_of(sheet, kind)} if sheet is not None else set()
        if sheet is not None and not {"-1", "0"} <= there:
            yield f"{parts}: the separators are missing."
        used = {
            value(one, "id") for _, t in opened.stories() for one in all_of(t, f"{kind}Reference")
        }
        yield from (f"There is no {kind} {one}." for one in sorted(used - there))
        for one in sorted(there - used - {"-1", "0"}):
            yield f"{parts}: nothing refers to the {kind} {one}."


def changes(opened: Opened) -> Iterator[str]:
    """Deleted words are marked as such, others are not; the ids of changes are unique."""
    ids: list[str] = []
    for part, tree in opened.stories():
        ids += [value(one, "id") for one in all_of(tree, *_CHANGES)]
        for one in all_of(tree, "t", "instrText"):
            if _is_deleted(one):
                yield f"{part}: deleted words are not marked as deleted."
        for one in all_of(tree, "delText", "delInstrText"):
            if not _is_deleted(one):
                yield f"{part}: words are marked as deleted outside a deletion."
    for number in _twice(ids):
        yield f"Two changes have the id {number}."


def _is_deleted(element: Element) -> bool:
    return any(True for _ in element.iterancestors(*_DELETED))


MARKS: tuple[Check, ...] = (bookmarks, fields, comments, notes, changes)
