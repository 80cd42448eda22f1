"""Tracked changes accepted or rejected as Word does, written without the code that tracks them."""

from __future__ import annotations

from copy import deepcopy
from typing import Any, Literal

from .readback import W, tree, words

Settle = Literal["accept", "reject"]


def settled(data: bytes, how: Settle) -> Any:
    """Return the body of a file, all its changes accepted or rejected."""
    goes, stays = ("del", "ins") if how == "accept" else ("ins", "del")
    body = deepcopy(tree(data).find(f"{W}body"))
    for row in list(body.iter(f"{W}tr")):
        if row.find(f"{W}trPr/{W}{goes}") is not None:
            row.getparent().remove(row)
        for mark in row.findall(f"{W}trPr/{W}{stays}"):
            mark.getparent().remove(mark)
    for table in list(body.iter(f"{W}tbl")):
        if table.find(f"{W}tr") is None:
            table.getparent().remove(table)
    for change in list(body.iter(f"{W}{goes}")):
        if change.getparent().tag != f"{W}rPr":
            change.getparent().remove(change)
    for change in list(body.iter(f"{W}{stays}")):
        if change.getparent().tag == f"{W}rPr":
            change.getparent().remove(change)
        else:
            for run in list(change):
                change.addprevious(run)
            change.getparent().remove(change)
    for text in body.iter(f"{W}delText"):
        text.tag = f"{W}t"
    for paragraph in list(body.iter(f"{W}p")):
        _without_end(paragraph, goes)
    return body


def _without_end(paragraph: Any, goes: str) -> None:
    """Let a paragraph whose mark goes run on into the next one; before a table it only empties."""
    if paragraph.find(f"{W}pPr/{W}rPr/{W}{goes}") is None:
        return
    following = paragraph.getnext()
    left = [one for one in paragraph if one.tag != f"{W}pPr"]
    if following is not None and following.tag == f"{W}p":
        for place, one in enumerate(left, 1):
            following.insert(place, one)
    elif words(paragraph):
        raise AssertionError("a paragraph loses its mark and keeps words")
    paragraph.getparent().remove(paragraph)


def texts(body: Any) -> list[str]:
    """Return the words of its paragraphs, those of cells included, without printed numbers."""
    return [words(one).rpartition("\t")[2] for one in body.iter(f"{W}p")]


def plain(body: Any) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return its paragraphs: how each is set, and its signs, each with how it is set."""
    return [
        (_said(one.find(f"{W}pPr")), [sign for run in one.iter(f"{W}r") for sign in _signs(run)])
        for one in body.iter(f"{W}p")
    ]  # fmt: skip


def _signs(run: Any) -> list[tuple[str, str]]:
    how = _said(run.find(f"{W}rPr"))
    return [(sign, how) for sign in words(run)]


def _said(properties: Any) -> str:
    if properties is None:
        return ""
    return " ".join(
        f"{one.tag}{sorted(one.attrib.items())}"
        for one in properties.iter()
        if one.tag not in (properties.tag, f"{W}rPr")
    )
