"""How a Word file is set, beside what it says: the variants in which a draft goes out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ..draft import Draft

WIDTH = 9026
"""Between the margins of our own page, in twentieths of a point."""

MARGIN = 1440
OUTER = 3515
"""An ordinary margin, and one with room for notes by hand (6.2 cm)."""

SourcesAs = Literal["comments", "footnotes"]


@dataclass(frozen=True, slots=True)
class House:
    """The template of a chair's office, found safe and made ready (`house_template`).

    package: a document with its styles, page, headers and footers, and nothing else. page, right:
    the width between its margins and its outer margin, in twentieths of a point. even: whether
    even pages have headers of their own. kept: the ids of styles that are its own. said: the lines
    of its headers and footers.
    """

    package: bytes
    page: int
    right: int
    even: bool
    kept: frozenset[str]
    said: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WordOptions:
    """The options of one file.

    lines_numbered: whether every fifth line bears its number; None: in a DRAFT and in nothing
    else. wide_margin: an outer margin of 6.2 cm for notes by hand, and lines set apart. sources:
    as what the annotated variant says what a paragraph rests on. house: the template of a chair's
    office.
    """

    lines_numbered: bool | None = None
    wide_margin: bool = False
    sources: SourcesAs = "comments"
    house: House | None = None

    def counts_lines(self, draft: Draft) -> bool:
        """Whether the lines of a draft bear numbers."""
        return draft.state == "DRAFT" if self.lines_numbered is None else self.lines_numbered

    @property
    def outer(self) -> int:
        """The outer margin, in twentieths of a point."""
        margin = self.house.right if self.house else MARGIN
        return max(margin, OUTER) if self.wide_margin else margin

    @property
    def width(self) -> int:
        """The width between the margins, in twentieths of a point."""
        if self.house:
            return self.house.page + self.house.right - self.outer
        return WIDTH + MARGIN - self.outer


PLAIN = WordOptions()
"""As a draft is set where nobody asks for anything else."""
