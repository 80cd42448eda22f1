"""What the editor of the draft screen is open for, and how what is typed there is kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal
from urllib.parse import quote, unquote

from plenary_tui.documents.versions import language_name
from plenary_tui.store.unfinished import Piece

Ask = Literal[
    "edit", "add", "alternative", "translate", "split", "bracket", "owners", "search", "number",
]  # fmt: skip

_PROMPTS: dict[Ask, str] = {
    "edit": "{called} reads", "add": "new, {where}", "alternative": "instead of {called}",
    "translate": "{called} in {language}",
    "split": "{called} parts", "bracket": "bracket in {called}", "owners": "for whom",
    "search": "find", "number": "go to",
}  # fmt: skip
HOW: dict[Ask, str] = {
    "edit": "[TR: words] brackets words for TR. Escape leaves it and keeps what is typed.",
    "add": "Escape leaves it and keeps what is typed.",
    "alternative": "The other words, then Enter; without words it is the option of no text.",
    "translate": "Worded from what stands beside, brackets with their owners too: [TR: words].",
    "split": "Move to where the second paragraph begins: Enter splits there, Escape leaves it.",
    "bracket": "Select words with Shift and the arrows, then Enter; nothing selected is all of it.",
    "owners": "A code, or part of a name; a comma for another; Enter alone is nobody.",
    "search": "Enter goes on from there, n finds the next one.",
    "number": "A number as printed, such as 14 bis.",
}  # fmt: skip
_KEPT = ("edit", "add", "alternative", "translate")


@dataclass(frozen=True)
class Asking:
    """What is asked. section, sources: of a paragraph to be added. words: how the paragraph read
    when that was begun; with start and end, what owners are asked for. then: what they are for.
    language: what it is worded in; empty for the meeting's own.
    """

    act: Ask
    paragraph: str = ""
    section: str = ""
    sources: tuple[str, ...] = ()
    words: str = ""
    start: int = 0
    end: int = 0
    then: Literal["", "alternative", "bracket"] = ""
    language: str = ""

    @property
    def place(self) -> str:
        """Under what the words typed for it are kept; empty where they are not."""
        if self.act not in _KEPT:
            return ""
        parts = (self.act, self.paragraph, self.section, ",".join(self.sources), self.language)
        return ":".join(quote(one, safe="~") for one in parts)

    @property
    def reads_only(self) -> bool:
        """Whether the text is there to point into."""
        return self.act in ("split", "bracket")

    def prompt(self, called: str) -> str:
        """Return what stands before the editor. called: how people call the paragraph."""
        where = f"after {called}" if called else "first in its section"
        language = language_name(self.language)
        return f"{_PROMPTS[self.act].format(called=called, where=where, language=language)} ▸"


def kept_for(piece: Piece) -> Asking | None:
    """Return what a kept text was typed for; None where it was for something else."""
    parts = [unquote(one) for one in piece.place.split(":")]
    if len(parts) != 5 or parts[0] not in _KEPT:
        return None
    act, paragraph, section, sources, language = parts
    return Asking(
        act, paragraph, section, tuple(one for one in sources.split(",") if one),  # type: ignore[arg-type]
        language=language,
    )  # fmt: skip


def unsaved(pieces: Iterable[Piece], language: str = "") -> frozenset[str]:
    """Return the paragraphs for which words in a language are kept."""
    found = (kept_for(piece) for piece in pieces)
    return frozenset(
        one.paragraph for one in found if one and one.act != "add" and one.language == language
    )
