"""A page of HTML as blocks of text: paragraphs, headings, items of lists."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from plenary_tui.record.clean import clean, clean_line

_BLOCKS = frozenset(
    ["p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "dt", "dd", "td", "th", "address", "title",
     "pre", "blockquote", "div", "section", "main", "header", "body", "table", "tr", "dl", "ul",
     "ol", "hr", "nav", "footer", "aside", "article"]
)  # fmt: skip
_SKIPPED = frozenset(["script", "style", "template", "noscript"])
MORE = re.compile(r"(?:\.{3}|…)\s*")
"""What a scribe begins a line with that goes on with the one above."""
_TAG = re.compile(
    r"<(?P<end>/?)(?P<tag>[A-Za-z][A-Za-z0-9]{0,20})"
    r"(?P<attributes>(?>[^<>\"']++|\"[^\"<]*+\"|'[^'<]*+')*+)>"
)
_CLASS = re.compile(r"\bclass\s?=\s?(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.IGNORECASE)
_STRONG = ("strong", "b", "i")
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


class _Page:
    """Takes tags and words as they come, and makes blocks of them."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._words: list[str] = []
        self._cite: list[str] | None = None
        self._strong: list[str] | None = None
        self._block: Block | None = None
        self._has_words = False
        self._nav = 0
        self._lists = 0

    def begin(self, tag: str, attributes: str, number: int) -> None:
        """Begin a block, or a name, or words that stand out."""
        if tag == "br":
            self._words.append("\n")
        elif tag in _BLOCKS:
            self.end_block()
            self._nav += tag == "nav"
            self._lists += tag in ("ul", "ol")
            self._block = Block(
                number, tag, _classes(attributes), depth=self._lists, nav=bool(self._nav)
            )
        elif tag == "cite":
            self._cite = []
        elif tag in _STRONG and self._strong is None and not self._has_words:
            self._strong = []

    def end(self, tag: str) -> None:
        """End it."""
        if tag in _BLOCKS:
            self.end_block()
            self._nav -= tag == "nav" and self._nav > 0
            self._lists -= tag in ("ul", "ol") and self._lists > 0
        elif tag == "cite" and self._cite is not None and self._block is not None:
            self._block.cite = clean_line("".join(self._cite))
            self._cite = None
        elif tag in _STRONG and self._strong is not None:
            said, self._strong = "".join(self._strong), None
            if self._block is not None and not self._block.strong:
                self._block.strong = clean_line(said)
            self._words.append(said)

    def say(self, words: str) -> None:
        """Take words."""
        self._has_words = self._has_words or bool(words.strip())
        held = self._cite if self._cite is not None else self._strong
        (self._words if held is None else held).append(words)

    def end_block(self, number: int = 0) -> None:
        """Keep the block that is open, where it holds anything."""
        if self._strong is not None:
            self._words += self._strong
        block = self._block or Block(number, "p", nav=bool(self._nav))
        if self._cite is not None:
            block.cite = clean_line("".join(self._cite))
        lines = (" ".join(line.split()) for line in clean("".join(self._words)).split("\n"))
        text = " ".join(MORE.sub("", line) if at else line for at, line in enumerate(lines))
        block.text = " ".join(text.split())
        if (block.text or block.cite) and len(self.blocks) < _MOST:
            self.blocks.append(block)
        self._words, self._cite, self._strong, self._block = [], None, None, None
        self._has_words = False


def blocks_of(text: str) -> list[Block]:
    """Return the blocks of a page that hold words, in their order.

    What is no tag is text, what never ends is left out; the cost grows with the page's length
    and nothing else, whatever stands in it.
    """
    page, at, number, counted = _Page(), 0, 1, 0
    while (opens := text.find("<", at)) >= 0:
        page.say(html.unescape(text[at:opens]))
        if text.startswith(("<!", "<?"), opens):
            mark = "-->" if text.startswith("<!--", opens) else ">"
            ends = text.find(mark, opens)
            at = ends + len(mark) if ends >= 0 else len(text)
            continue
        found = _TAG.match(text, opens)
        if found is None:
            page.say("<")
            at = opens + 1
            continue
        number, counted, at = number + text.count("\n", counted, opens), opens, found.end()
        tag = found["tag"].casefold()
        if found["end"]:
            page.end(tag)
        elif tag in _SKIPPED:
            closing = re.compile(rf"</{tag}\s*>", re.IGNORECASE).search(text, at)
            at = closing.end() if closing else len(text)
        else:
            page.begin(tag, found["attributes"], number)
    page.say(html.unescape(text[at:]))
    page.end_block(number)
    return page.blocks


def _classes(attributes: str) -> frozenset[str]:
    found = _CLASS.search(attributes)
    said = (found[1] or found[2] or found[3] or "") if found else ""
    return frozenset(said.casefold().split())
