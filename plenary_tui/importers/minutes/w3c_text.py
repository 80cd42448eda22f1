"""W3C's minutes as text, as a browser or a mail shows the page: the same blocks, told by indents.

Headings stand at the margin, topics two columns in, what was said three, names of those present
further (w3m and lynx). Where a mail lost its indents, a line alone that ends no sentence is a
topic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plenary_tui.importers.irc.people import NOT_A_NAME
from plenary_tui.record.clean import clean_line
from plenary_tui.record.notation.dates import read_day
from plenary_tui.record.notation.speakers import MOST_CHARACTERS, MOST_WORDS

from .page import MORE, Block

_HEADS = re.compile(
    r"(?P<what>present|regrets|guests?|observers|chairs?|scribes?)(?P<sign>\s*:\s*|$)",
    re.IGNORECASE,
)
_ATTENDEES = re.compile(r"attendees\s*:?$", re.IGNORECASE)
_MINUTES = re.compile(r"(?:meeting )?minutes\s*:?$", re.IGNORECASE)
_SUMMARY = re.compile(r"summary of (?:action|resolution|issue)", re.IGNORECASE)
_DRAFT = re.compile(r"\W*draft\W*$", re.IGNORECASE)
_REFERENCE = re.compile(r"\[\d{1,3}\](?=\S)")
_PAGE = re.compile(r"\[\d{1,3}\]\s+https?://\S+$|(?:see also|irc log|agenda)\b|contents$|w3c$",
                   re.IGNORECASE)  # fmt: skip
_LABEL = re.compile(r"(?P<what>RESOLUTION|RESOLVED|ACTION|PROPOSED|PROPOSAL|SUMMARY)[^:]{0,20}:\s*")
_NICK = re.compile(r"<(?P<nick>[^<>\s]{1,80})>\s*(?P<text>.*)$", re.DOTALL)
_CITE = re.compile(r"(?P<who>[^\W\d_][^:<>\[\]\"“”?!]{0,60}):\s+(?P<text>\S.*)$", re.DOTALL)
_RULE = re.compile(r"_{5,}$")
_FORMATTED = re.compile(r"(?:manually created|minutes formatted by|formatted by|scribe\.perl)",
                        re.IGNORECASE)  # fmt: skip
_LOOKED_AT = 300
_TOPIC, _SUBTOPIC = 2, 4
_LONGEST_TOPIC = 120
_MOST = 200_000

Line = tuple[int, int, str]
"""Its number in the file, its indent, its words."""


def looks_like(text: str) -> bool:
    """Whether a text is such minutes: it lists attendees, and has minutes below."""
    lines = [line.strip() for line in text[: _LOOKED_AT * 200].splitlines()[:_LOOKED_AT]]
    named = any(_ATTENDEES.match(line) for line in lines)
    present = any((found := _HEADS.match(line)) and found["what"].casefold() == "present"
                  for line in lines if len(line) < 400)  # fmt: skip
    return (
        named
        and present
        and (any(_MINUTES.match(line) for line in lines) or "scribe.perl" in text[-4_000:])
    )


def blocks_of_text(text: str) -> list[Block]:
    """Return the blocks that the page of these minutes would have, in their order."""
    reader = _Reader(text)
    blocks: list[Block] = []
    for paragraph in _paragraphs(text):
        blocks += reader.read(paragraph)
        if len(blocks) > _MOST:
            break
    return blocks


def _paragraphs(text: str) -> Iterator[list[Line]]:
    """Yield the lines that no blank line parts, with their references to links taken out."""
    held: list[Line] = []
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), 1):
        said = clean_line(line)
        if not _PAGE.match(said):
            said = _REFERENCE.sub("", said)
        if said:
            wide = line.expandtabs(8)
            held.append((number, len(wide) - len(wide.lstrip()), said))
        elif held:
            yield held
            held = []
    if held:
        yield held


def says_where_it_begins(text: str) -> bool:
    """Whether something parts the minutes themselves from what stands before them."""
    return any(_MINUTES.match(line.strip()) or _RULE.match(line.strip())
               for line in text.splitlines())  # fmt: skip


def _is_before(said: str) -> bool:
    """Whether a line stands before minutes that nothing parts from it."""
    signs = (_ATTENDEES, _HEADS, _DRAFT, _PAGE)
    return any(sign.match(said) for sign in signs) or read_day(said) is not None


class _Reader:
    """Tells what each paragraph is. body: whether the minutes themselves have begun."""

    def __init__(self, text: str) -> None:
        self.title = False
        self.attendees = False
        self.body = False
        self.after = False
        self.contents = False
        self.listing = False
        rest = text.splitlines()
        begins = next((at for at, line in enumerate(rest) if _MINUTES.match(line.strip())), 0)
        self.flat = not any(line[:1].isspace() for line in rest[begins:] if line.strip())
        self.marked = begins > 0
        self.bare = not says_where_it_begins(text)

    def read(self, lines: list[Line]) -> Iterator[Block]:
        """Yield the blocks of a paragraph."""
        number, indent, first = lines[0]
        alone = len(lines) == 1
        if alone and _MINUTES.match(first):
            self.body, self.attendees, self.contents = True, False, False
            yield Block(number, "h2", text="Meeting minutes")
        elif alone and self.body and _SUMMARY.match(first):
            self.after = True
            yield Block(number, "h2", text=first)
        elif _FORMATTED.search(" ".join(said for _, _, said in lines)) and (
            self.after or not first.startswith("<")
        ):
            yield self._page(lines)
        elif self.body or (self.bare and self.title and not _is_before(first)):
            self.body = True
            yield from self._minuted(lines, indent, alone=alone)
        else:
            yield from self._before(lines)

    def _page(self, lines: list[Line]) -> Block:
        return Block(lines[0][0], "p", text=_joined(lines), nav=True)

    def _before(self, lines: list[Line]) -> Iterator[Block]:
        """Yield title, date and who was there; links and the contents belong to the page."""
        for place, (number, indent, said) in enumerate(lines):
            if _ATTENDEES.match(said):
                self.attendees = True
                yield Block(number, "h2", text=said)
            elif said.casefold() == "contents" and self.attendees:
                self.contents = True
                yield Block(number, "p", text=said, nav=True)
            elif self.attendees and not self.marked and _RULE.match(said):
                self.body = True  # older minutes have a line there, and no heading
                yield Block(number, "h2", text="Minutes")
                yield from self._minuted(lines[place + 1 :], indent, alone=False)
                return
            elif self.contents or _PAGE.match(said) or _DRAFT.match(said):
                yield Block(number, "p", text=said, nav=True)
            elif (found := _HEADS.match(said)) and (self.attendees or found["sign"]):
                self.listing = True
                yield Block(number, "dt", text=found["what"])
                if names := said[found.end() :]:
                    yield Block(number, "dd", text=names)
            elif self.listing:
                yield Block(number, "dd", text=said)
            elif read_day(said):
                yield Block(number, "h2", text=said)
            elif not self.title and not self.attendees:
                self.title = True
                yield Block(number, "h1", text=said)
            else:
                yield Block(number, "p", text=said, nav=bool(_RULE.match(said)))

    def _minuted(self, lines: list[Line], indent: int, *, alone: bool) -> Iterator[Block]:
        if not lines:
            return
        if alone and self._is_topic(lines[0]):
            yield Block(lines[0][0], "h3" if indent < _SUBTOPIC else "h4", text=lines[0][2])
            return
        begun: list[Line] = []
        for line in lines:
            anew = _LABEL.match(line[2]) or _NICK.match(line[2]) or (self.bare and _cited(line[2]))
            if begun and anew:
                yield _said(begun)
                begun = []
            begun.append(line)
        yield _said(begun)

    def _is_topic(self, line: Line) -> bool:
        _, indent, said = line
        if len(said) > _LONGEST_TOPIC or _LABEL.match(said) or _NICK.match(said):
            return False
        if not self.flat:
            return indent <= _TOPIC or (indent == _SUBTOPIC and _cited(said) is None)
        return _cited(said) is None and said[-1].isalnum()


def _said(lines: list[Line]) -> Block:
    """Return what was said, typed, or resolved."""
    number, text = lines[0][0], _joined(lines)
    if label := _LABEL.match(text):
        what = label["what"].casefold()
        kind = {"resolved": "resolution", "resolution": "resolution", "action": "action",
                "summary": "summary"}.get(what)  # fmt: skip
        text = text if what != "summary" else text[label.end() :]
        return Block(number, "p", frozenset([kind] if kind else []), text, strong=label["what"])
    if nick := _NICK.match(text):
        return Block(number, "p", frozenset(["irc"]), nick["text"], f"<{nick['nick']}>")
    if cited := _cited(text):
        return Block(number, "p", frozenset(["phone"]), cited[1], f"{cited[0]}:")
    return Block(number, "p", frozenset(), text)


def _cited(text: str) -> tuple[str, str] | None:
    """Return who said it and the words; None where nobody is named."""
    found = _CITE.match(text)
    if found is None or NOT_A_NAME.fullmatch(found["who"]):
        return None
    fits = len(found["who"]) <= MOST_CHARACTERS and len(found["who"].split()) <= MOST_WORDS
    return (found["who"], found["text"]) if fits else None


def _joined(lines: list[Line]) -> str:
    return " ".join(MORE.sub("", said) if at else said for at, (_, _, said) in enumerate(lines))
