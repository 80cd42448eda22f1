"""The body of a document: headings, numbered paragraphs, lists and tables of a draft."""

from __future__ import annotations

from hashlib import blake2b
from itertools import zip_longest

from lxml.etree import SubElement

from plenary_tui.record.bracketing import Bracket

from ..draft import Block, Draft, Listing, Paragraph, Section, Table
from .elements import Element, add, new, put, w
from .language import language_of
from .notes import Notes
from .numbering import CONTINUED, DASHED, OWN, Numbers, Place, column, printed
from .options import WIDTH
from .runs import add_runs, fit
from .scripts import runs_right_to_left
from .tables import add_table

DEEPEST = 6
"""Headings have six levels; what lies deeper has the last."""

AGREED = "AgreedMark"
"""The style of what is set behind a paragraph that is agreed; it is none of its words."""

_P, _PPR, _PSTYLE, _VAL = w("p"), w("pPr"), w("pStyle"), w("val")
_START, _END, _ID, _NAME = w("bookmarkStart"), w("bookmarkEnd"), w("id"), w("name")
_AFTER_TABLE, _AFTER_LIST = "200", "120"
"""In twentieths of a point: where a table or list ends is room, without an empty paragraph."""

_ANCHOR = "_pl_"
"""A bookmark that begins with a low line is hidden; its name has at most 40 signs."""


def anchor(paragraph_id: str) -> str:
    """Return the name of a paragraph's bookmark: hidden, and kept by every office program."""
    digest = blake2b(paragraph_id.encode("utf-8", "replace"), digest_size=16)
    return _ANCHOR + digest.hexdigest()


def add_own_number(paragraph: Element, number: str) -> None:
    """Append a number that is text: the only place of a tab in a paragraph of ours."""
    run = add(paragraph, "r")
    add(run, "t").text = number
    add(run, "tab")


class Body:
    """Writes the body of one draft into `root`; `numbers` and `notes` go to parts of their own.

    elements: one for each of the draft's lines (`documents/lines.py`), in their order. texts: the
    words of every paragraph, those of cells included, as a reader of the file finds them. column:
    how far the text of numbered paragraphs is to be set in. width: between the margins of the page.
    anchored: whether paragraphs bear the bookmarks by which they are known again.
    """

    def __init__(
        self, draft: Draft, notes: Notes | None, width: int = WIDTH, *, anchored: bool = True
    ) -> None:  # fmt: skip
        self.root = new("document")
        self.numbers = Numbers()
        self._body = add(self.root, "body")
        self._notes = notes
        self.texts: list[str] = []
        self._anchors: dict[str, int] = {}
        self._numbered = False
        self._after_table = False
        self._new_page = False
        self._leads = False
        self._last = False
        self._compact = draft.compact
        self._width = width
        self._anchored = anchored
        self._language = language_of(draft)
        self._shows_status = draft.state == "DRAFT"
        self.column = column(one.number for one in draft.paragraphs())
        self._title(draft)
        for section in draft.sections:
            self._section(section, 1)

    @property
    def elements(self) -> list[Element]:
        """The elements of the body, without the properties of the page."""
        return list(self._body)

    @elements.setter
    def elements(self, given: list[Element]) -> None:
        self._body[:] = given

    @property
    def bookmarks(self) -> int:
        """How many bookmarks there are; their ids count from 0."""
        return len(self._anchors)

    def end(self, section: Element) -> None:
        """Put the properties of the page at the end."""
        self._body.append(section)

    def _title(self, draft: Draft) -> None:
        for style, text in (
            ("Title", draft.register), ("Subtitle", draft.title),
            *(("TitleBlock", line) for line in draft.about),
        ):  # fmt: skip
            self._plain(style, text)

    def _section(self, section: Section, level: int) -> None:
        self._new_page |= section.annex
        if section.heading.strip():
            self._numbered = False
            self._plain(f"Heading{min(level, DEEPEST)}", section.heading.replace("\n", " "))
            level += 1
        for block, following in zip_longest(section.blocks, section.blocks[1:]):
            self._leads = isinstance(following, Listing | Table)
            self._block(block, section.heading)
        for inner in section.sections:
            self._section(inner, level)

    def _block(self, block: Block, heading: str) -> None:
        if isinstance(block, Table):
            add_table(self._body, block, fit(heading.replace("\n", " ")), self._notes,
                      self._width)  # fmt: skip
            for cells in (block.columns, *(row.cells for row in block.rows)):
                self.texts += map(fit, cells)
            self._after_table = True
        elif isinstance(block, Listing):
            style = DASHED if self._numbered else "ListBullet"
            self._leads = False
            for item in block.items:
                self._last = item is block.items[-1]
                number = item.number or item.letter
                self._paragraph(item, self._place(number) if number else Place(style))
            self._last = False
        elif block.number:
            self._numbered = True
            self._paragraph(block, self._place(block.number))
        elif block.continues and self._numbered:
            self._paragraph(block, Place(CONTINUED))
        else:
            self._numbered = False
            self._paragraph(block, Place("BodyText"))

    def _place(self, number: str) -> Place:
        return self.numbers.place(number)

    def _plain(self, style: str, text: str) -> None:
        if text := fit(text):
            right_to_left = runs_right_to_left(text)
            paragraph = self._begin(Place(style), right_to_left)
            self.texts.append(text)
            add_runs(paragraph, text, right_to_left=right_to_left)

    def _begin(self, place: Place, right_to_left: bool) -> Element:
        paragraph = SubElement(self._body, _P)
        properties = SubElement(paragraph, _PPR)
        SubElement(properties, _PSTYLE, {_VAL: place.style})
        if place.list_id:
            numbering = put(properties, "numPr")
            add(numbering, "ilvl", val=str(place.level))
            add(numbering, "numId", val=str(place.list_id))
        if self._leads:
            put(properties, "keepNext")
        if self._new_page:
            put(properties, "pageBreakBefore")
            self._new_page = False
        if self._after_table:
            if not place.style.startswith("Heading"):
                put(properties, "spacing", before=_AFTER_TABLE)
            self._after_table = False
        elif self._last and not self._compact:
            put(properties, "spacing", after=_AFTER_LIST)
        if right_to_left:
            put(properties, "bidi")
        return paragraph

    def _paragraph(self, given: Paragraph, place: Place) -> None:
        text, lead = fit(given.text), fit(given.lead)
        if not text and not lead and not given.number:
            return
        right_to_left = runs_right_to_left(lead or text)
        paragraph = self._begin(place, right_to_left)
        bookmark = self._begin_bookmark(paragraph, given.id)
        note = self._notes.of_sources(given.sources) if self._notes else ""
        if note and self._notes:
            self._notes.begin(paragraph, note)
        own = ""
        if place.style == OWN:
            own = fit(printed(given.number or given.letter, self._language.letter))
            add_own_number(paragraph, own)
            own += "\t"
        if lead and text:
            lead += " "
        self.texts.append(own + lead + text)
        if lead:
            add_runs(paragraph, lead, "Lead", right_to_left=right_to_left)
        if given.brackets:
            self._bracketed(paragraph, text, given.brackets, right_to_left)
        elif text:
            add_runs(paragraph, text, right_to_left=right_to_left)
        if note and self._notes:
            self._notes.end(paragraph, note)
        if bookmark:
            SubElement(paragraph, _END, {_ID: bookmark})
        if self._shows_status and given.status != "open":
            add_runs(paragraph, self._language.mark(given.status), AGREED)

    def _begin_bookmark(self, paragraph: Element, paragraph_id: str) -> str:
        name = anchor(paragraph_id) if paragraph_id and self._anchored else ""
        if not name or name in self._anchors:
            return ""
        number = str(len(self._anchors))
        self._anchors[name] = len(self._anchors)
        SubElement(paragraph, _START, {_ID: number, _NAME: name})
        return number

    def _bracketed(
        self, paragraph: Element, text: str, brackets: tuple[Bracket, ...], right_to_left: bool
    ) -> None:  # fmt: skip
        """Set what is not agreed apart, each bracket with the comment that says whose it is."""
        written = self._notes
        notes = {one: written.of_bracket(one) for one in brackets} if written else {}
        bounds = sorted({0, len(text), *(at for one in brackets for at in (one.start, one.end))})
        for at, until in zip(bounds, [*bounds[1:], len(text)], strict=True):
            for one in brackets:
                if written and one.end == at and one in notes:
                    written.end(paragraph, notes[one])
            for one in brackets:
                if written and one.start == at and one in notes:
                    written.begin(paragraph, notes[one])
            if at < until:
                inside = any(one.start <= at < one.end for one in brackets)
                style = "Bracketed" if inside else ""
                add_runs(paragraph, text[at:until], style, right_to_left=right_to_left)
