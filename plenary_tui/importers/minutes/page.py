"""A page of HTML as blocks of text: paragraphs, headings, items of lists."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser

from plenary_tui.record.clean import clean, clean_line

_BLOCKS = frozenset(
    ["p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "dt", "dd", "td", "th", "address", "title",
     "pre", "blockquote", "div", "section", "main", "header", "body", "table", "tr", "dl", "ul",
     "ol", "hr", "nav", "footer", "aside", "article"]
)  # fmt: skip
_SKIPPED = frozenset(["script", "style", "template", "noscript"])
_MORE = re.compile(r"(?:\.{3}|…)\s*")
"""What a scribe begins a line with that goes on with the one above."""
_MOST = 200_000


@dataclass
class Block:
    """A block that holds words. tag, classes: of the element; cite: who, where it says so.

    depth: of the list an item stands in. nav: whether it belongs to the links of the page.
    """

    number: int
    tag: str
    classes: frozenset[str] = frozenset()
    text: str = ""
    cite: str = ""
    depth: int = 0
    nav: bool = False
    strong: str = ""


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self._words: list[str] = []
        self._cite: list[str] | None = None
        self._strong: list[str] | None = None
        self._block: Block | None = None
        self._skipped = 0
        self._nav = 0
        self._lists = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a block, a name, or something that is left out."""
        if tag in _SKIPPED:
            self._skipped += 1
        elif tag == "br":
            self._words.append("\n")
        elif tag in _BLOCKS:
            self._end()
            said = dict(attrs)
            classes = frozenset((said.get("class") or "").casefold().split())
            self._nav += tag == "nav"
            self._lists += tag in ("ul", "ol")
            self._block = Block(
                self.getpos()[0], tag, classes, depth=self._lists, nav=bool(self._nav)
            )
        elif tag == "cite":
            self._cite = []
        elif tag in ("strong", "b", "i") and self._strong is None and not "".join(
            self._words
        ).strip():  # fmt: skip
            self._strong = []

    def handle_endtag(self, tag: str) -> None:
        """End it."""
        if tag in _SKIPPED:
            self._skipped = max(0, self._skipped - 1)
        elif tag in _BLOCKS:
            self._end()
            self._nav -= tag == "nav" and self._nav > 0
            self._lists -= tag in ("ul", "ol") and self._lists > 0
        elif tag == "cite" and self._cite is not None and self._block is not None:
            self._block.cite = clean_line("".join(self._cite))
            self._cite = None
        elif tag in ("strong", "b", "i") and self._strong is not None:
            said = "".join(self._strong)
            self._strong = None
            if self._block is not None and not self._block.strong:
                self._block.strong = clean_line(said)
            self._words.append(said)

    def handle_data(self, data: str) -> None:
        """Take words."""
        if self._skipped:
            return
        if self._cite is not None:
            self._cite.append(data)
        elif self._strong is not None:
            self._strong.append(data)
        else:
            self._words.append(data)

    def _end(self) -> None:
        if self._strong is not None:
            self._words += self._strong
        if self._cite is not None and self._block is not None:
            self._block.cite = clean_line("".join(self._cite))
        lines = (" ".join(line.split()) for line in clean("".join(self._words)).split("\n"))
        text = " ".join(_MORE.sub("", line) if at else line for at, line in enumerate(lines))
        text = " ".join(text.split())
        block = self._block or Block(self.getpos()[0], "p", nav=bool(self._nav))
        if text or block.cite:
            block.text = text
            self.blocks.append(block)
        self._words, self._cite, self._strong, self._block = [], None, None, None

    def close(self) -> None:
        """End the page, also where it was cut off."""
        super().close()
        self._end()


def blocks_of(text: str) -> list[Block]:
    """Return the blocks of a page that hold words, in their order."""
    page = _Page()
    try:
        page.feed(text)
        page.close()
    except AssertionError:  # the parser's own, at what no browser would read either
        page._end()
    return page.blocks[:_MOST]
