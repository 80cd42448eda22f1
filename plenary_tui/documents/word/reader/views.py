"""The text of a file in both views: as it was before the tracked changes, and as it is after them.

A paragraph of the file is read into pieces, each of which says whether it was there and whether it
is (ECMA-376 part 1, 17.13.5). A paragraph whose end was deleted runs on into the next one; one
whose end was inserted is, in the earlier view, part of the next one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from ..apart import stamps
from ..body import AGREED
from ..elements import Element, w
from ..language import ALL
from .stamps import Stamp, stamp_of, tidy

_P, _TBL, _TR, _TC, _R, _PPR, _RPR = (
    w("p"), w("tbl"), w("tr"), w("tc"), w("r"), w("pPr"), w("rPr"),
)  # fmt: skip
_ID, _NAME = w("id"), w("name")
_CAME = {w("ins"), w("moveTo"), w("cellIns")}
_WENT = {w("del"), w("moveFrom"), w("cellDel")}
_THROUGH = {
    w(name)
    for name in (
        "hyperlink",
        "smartTag",
        "sdt",
        "sdtContent",
        "customXml",
        "fldSimple",
        "dir",
        "bdo",
    )
}
"""What stands around text and is none: a link, a content control, a field with its result."""

_WORDS = {w("t"), w("delText")}
_SIGNS = {
    w("tab"): "\t", w("ptab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "\u2011",
    w("sym"): "\ufffd",
}  # fmt: skip
_TYPE, _PAGE_BREAKS = w("type"), ("page", "column")
"""A break to the next page is no sign of the text: office programs put it where they like."""

_NOTES = {w("footnoteReference"): "footnote", w("endnoteReference"): "endnote"}
_FIELD, _KIND, _SIMPLE = w("fldChar"), w("fldCharType"), w("fldSimple")
_START, _COMMENT, _UNTIL = w("bookmarkStart"), w("commentRangeStart"), w("commentRangeEnd")
_MARK = w("commentReference")
_VARYING = re.compile(
    "|".join(
        rf"(?:\A|, ){one.annotated}(?=\t|\Z)|\t?{one.page.strip()}\s+{one.of.strip()}\s*\Z"
        for one in ALL
    )
)
"""What differs between the variants of one text: who counts its pages, and whether it has notes."""

_STYLE, _VAL = w("rStyle"), w("val")
_MARKS = sorted(
    {tidy(language.mark(status)) for language in ALL for status in language.agreed},
    key=len, reverse=True,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: whether it was and is there, and by which change if not both."""

    was: bool = True
    now: bool = True
    stamp: Stamp | None = None

    def inside(self, stamp: Stamp, *, came: bool) -> Place:
        """Return the place inside a change; a change of what came itself leaves it nowhere."""
        return Place(self.was and not came, self.now and came, stamp)


@dataclass(frozen=True, slots=True)
class Piece:
    """Words at a place. note: the id of a footnote that is referred to here, without words.

    agreed: set as what stands behind a paragraph that is agreed.
    """

    text: str
    place: Place
    note: str = ""
    agreed: bool = False


@dataclass(slots=True)
class Written:
    """A paragraph of the file. end: how its end stands. last: no other one can follow it.

    comments: those that begin in it. anchors: the names of its bookmarks. mark: what says behind it
    that it is agreed.
    """

    end: Place
    cell: bool
    pieces: list[Piece] = field(default_factory=list)
    anchors: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    last: bool = False
    mark: str = ""

    def said(self, *, now: bool) -> str:
        """Return its words in a view."""
        return "".join(one.text for one in self.pieces if (one.place.now if now else one.place.was))


class Story:
    """Reads one part of a file. ours: author and moment of changes that count as made already.

    fields: whether the results of fields are words; else they are left out.
    about: for each comment the words that it is anchored to.
    """

    def __init__(self, root: Element, ours: tuple[str, str] | None = None, *, fields: bool = True):
        self.paragraphs: list[Written] = []
        self.about: dict[str, str] = {}
        self._ours = stamps(*ours) if ours else frozenset()
        self._fields = fields
        self._codes: list[bool] = []
        self._open: dict[str, None] = {}
        self._anchors: list[str] = []
        self._blocks(root, Place(), cell=False)
        self._close()

    def _blocks(self, parent: Element, place: Place, *, cell: bool) -> None:
        for child in parent:
            if child.tag == _P:
                self._paragraph(child, place, cell=cell)
            elif child.tag == _TBL:
                self._close()
                self._rows(child, place)
            elif child.tag == _START:
                self._anchors.append(child.get(_NAME, ""))
            elif child.tag in _THROUGH or child.tag == w("body"):
                self._blocks(child, place, cell=cell)
            elif child.tag in _CAME or child.tag in _WENT:
                self._blocks(child, self._changed(child, place), cell=cell)

    def _rows(self, parent: Element, place: Place) -> None:
        """Read the rows and cells below an element; each cell ends what stands in it."""
        for child in parent:
            if child.tag == _TR:
                self._rows(child, self._marked(child.find(w("trPr")), place))
            elif child.tag == _TC:
                self._blocks(child, self._marked(child.find(w("tcPr")), place), cell=True)
                self._close()
            elif child.tag in _THROUGH:
                self._rows(child, place)

    def _close(self) -> None:
        if self.paragraphs:
            self.paragraphs[-1].last = True

    def _paragraph(self, element: Element, place: Place, *, cell: bool) -> None:
        properties = element.find(_PPR)
        marks = None if properties is None else properties.find(_RPR)
        paragraph = Written(self._marked(marks, place), cell)
        paragraph.anchors, self._anchors = self._anchors, []
        self.paragraphs.append(paragraph)
        self._inside(element, place, paragraph)
        agreed = [one for one in paragraph.pieces if one.agreed]
        if agreed:
            shown = "".join(one.text for one in agreed if one.place.now)
            paragraph.mark = next((mark for mark in _MARKS if mark in shown), "")
            paragraph.pieces = list(_without_mark(paragraph.pieces))

    def _inside(self, parent: Element, place: Place, into: Written) -> None:
        for child in parent:
            tag = child.tag
            if tag == _R:
                self._run(child, place, into)
            elif tag in _CAME or tag in _WENT:
                self._inside(child, self._changed(child, place), into)
            elif tag in _THROUGH and (self._fields or tag != _SIMPLE):
                self._inside(child, place, into)
            elif tag == _START:
                into.anchors.append(child.get(_NAME, ""))
            elif tag == _COMMENT:
                self._begin_comment(child.get(_ID, ""), into)
            elif tag == _UNTIL:
                self._open.pop(child.get(_ID, ""), None)

    def _run(self, run: Element, place: Place, into: Written) -> None:
        agreed = False
        for child in run:
            tag = child.tag
            if tag == _FIELD:
                self._step(child.get(_KIND, ""))
            elif tag == _RPR:
                style = child.find(_STYLE)
                agreed = style is not None and style.get(_VAL) == AGREED
            elif tag in _WORDS:
                self._say(tidy(child.text or ""), place, into, agreed=agreed)
            elif tag in _SIGNS and child.get(_TYPE) not in _PAGE_BREAKS:
                self._say(_SIGNS[tag], place, into)
            elif tag in _NOTES:
                into.pieces.append(Piece("", place, f"{_NOTES[tag]} {child.get(_ID, '')}"))
            elif tag == _MARK and child.get(_ID, "") not in self.about:
                self._begin_comment(child.get(_ID, ""), into)
                self._open.pop(child.get(_ID, ""), None)

    def _begin_comment(self, number: str, into: Written) -> None:
        into.comments.append(number)
        self.about[number] = ""
        self._open[number] = None

    def _step(self, kind: str) -> None:
        """Follow a field: its code is no text, its result is."""
        if kind == "begin":
            self._codes.append(False)
        elif kind == "separate" and self._codes:
            self._codes[-1] = True
        elif kind == "end" and self._codes:
            self._codes.pop()

    def _say(
        self, text: str, place: Place, into: Written, *, agreed: bool = False
    ) -> None:  # fmt: skip
        if self._codes and not (self._fields and all(self._codes)):
            return
        into.pieces.append(Piece(text, place, agreed=agreed))
        if place.now:
            for number in self._open:
                self.about[number] += text

    def _marked(self, properties: Element | None, place: Place) -> Place:
        for mark in () if properties is None else properties:
            if mark.tag in _CAME or mark.tag in _WENT:
                place = self._changed(mark, place)
        return place

    def _changed(self, mark: Element, place: Place) -> Place:
        came = mark.tag in _CAME
        stamp = stamp_of(mark)
        if (stamp.author, stamp.date) in self._ours:
            return place if came else replace(place, was=False, now=False)
        return place.inside(stamp, came=came)


def as_read(mark: str) -> str:
    """Return a mark as a paragraph that was read has it."""
    return tidy(mark)


def _without_mark(pieces: list[Piece]) -> Iterator[Piece]:
    """Yield the pieces without what says that the paragraph is agreed, which is none of its words.

    What somebody typed behind it in its style stays, and so does a mark that was itself changed.
    """
    said = "".join(one.text for one in pieces if one.agreed)
    goes = [False] * len(said)
    for mark in _MARKS:
        at = said.find(mark)
        while at >= 0:
            goes[at : at + len(mark)] = [True] * len(mark)
            at = said.find(mark, at + len(mark))
    at = 0
    for one in pieces:
        if not one.agreed:
            yield one
            continue
        left = "".join(
            sign
            for sign, out in zip(one.text, goes[at : at + len(one.text)], strict=True)
            if not out
        )
        at += len(one.text)
        if left:
            yield replace(one, text=left)


def paragraphs(written: Iterable[Written], *, now: bool) -> Iterator[str]:
    """Yield the paragraphs of a view; what is empty because all of it came or went is none."""
    text, there = "", False
    for one in written:
        text += one.said(now=now)
        there |= one.end.now if now else one.end.was
        if there or (one.last and text):
            yield text
            text, there = "", False
        elif one.last:
            text = ""


def frame_lines(part: Element) -> set[str]:
    """Return the lines of a header or footer, without what counts pages or says `annotated`."""
    found = paragraphs(Story(part, fields=False).paragraphs, now=True)
    lines = {_VARYING.sub("", line).strip() for text in found for line in text.split("\n")}
    return lines - {""}
