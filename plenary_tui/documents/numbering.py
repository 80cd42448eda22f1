"""Numbers run through the whole text; every paragraph gets an id that outlives other changes."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass, replace
from string import ascii_lowercase

from .draft import Block, Listing, Paragraph, Section


@dataclass(frozen=True)
class Part:
    """A section and its key, which the ids of its paragraphs begin with."""

    key: str
    section: Section


class _Numbers:
    def __init__(self) -> None:
        self._last = 0
        self._ids: dict[str, int] = {}

    def section(self, key: str, section: Section, *, count: bool) -> Section:
        blocks = tuple(self._block(key, block, count=count) for block in section.blocks)
        inner = tuple(self.section(key, one, count=count) for one in section.sections)
        return replace(section, blocks=blocks, sections=inner, key=key)

    def _block(self, key: str, block: Block, *, count: bool) -> Block:
        if isinstance(block, Paragraph):
            number = ""
            if count and not block.continues:
                self._last += 1
                number = str(self._last)
            return replace(block, id=self._id(key, block), number=number)
        if isinstance(block, Listing):
            items = (replace(item, id=self._id(key, item)) for item in block.items)
            return Listing(tuple(items))
        return block

    def _id(self, key: str, paragraph: Paragraph) -> str:
        made = f"{key}.{paragraph.sources[0]}" if paragraph.sources else key
        again = self._ids[made] = self._ids.get(made, 0) + 1
        return made if again == 1 else f"{made}~{again}"


LETTERS = {"en": "({})", "fr": "{})"}
"""How the letter of an item is printed in a language."""


def lettered(blocks: Iterable[Block], language: str) -> tuple[Block, ...]:
    """Return the blocks of a section, the items of lists under numbered paragraphs with letters.

    A list that is longer than the alphabet goes without.
    """
    form = LETTERS.get(language, LETTERS["en"])
    found: list[Block] = []
    under = False
    for block in blocks:
        if isinstance(block, Paragraph):
            under = bool(block.number) or (under and block.continues)
        elif isinstance(block, Listing) and under and len(block.items) <= len(ascii_lowercase):
            letters = zip(block.items, ascii_lowercase, strict=False)
            block = Listing(tuple(replace(item, letter=form.format(one)) for item, one in letters))
        found.append(block)
    return tuple(found)


def numbered(
    parts: Iterable[Part], *, count: bool = True, keep: Container[str] = ()
) -> tuple[Section, ...]:  # fmt: skip
    """Return the sections that have content, paragraphs numbered from 1, those of annexes not.

    An id is the section's key and the paragraph's first source. Without `count`, ids only.
    keep: the keys of sections that are kept though they are empty.
    """
    numbers = _Numbers()
    return tuple(
        numbers.section(part.key, part.section, count=count and not part.section.annex)
        for part in parts
        if part.section.blocks or part.section.sections or part.key in keep
    )
