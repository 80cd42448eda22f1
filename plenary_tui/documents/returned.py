"""What a delegation sends back, as plain values: what the file says it is, and its changes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Literal

ChangeKind = Literal["inserted", "deleted", "moved here", "moved away", "split", "joined"]
"""`split`: a paragraph was parted in two there. `joined`: it runs on into the next one."""

_APART = "\x1e"


@dataclass(frozen=True, slots=True)
class Claims:
    """What a file says it is, in properties that every office program keeps; empty where nothing.

    record: the hash of the session's record when it was drawn up, until: how far of it was read,
    made: when that was (ISO 8601). text: the hash of its words. language: `en` or `fr`.
    changes: author and moment of the changes that we tracked in it ourselves.
    """

    session: str = ""
    version: str = ""
    state: str = ""
    record: str = ""
    text: str = ""
    changes: tuple[str, str] | None = None
    until: str = ""
    made: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class ReturnedChange:
    """A change to a paragraph. at: where in the issued words. text: what went or came.

    author, made: as the file says them; nobody and None for a plain edit, which no program
    tracked (`tracked` false) and which was found by comparing. note: it is in a footnote.
    """

    kind: ChangeKind
    text: str
    at: int
    author: str = ""
    made: datetime | None = None
    tracked: bool = True
    note: bool = False


@dataclass(frozen=True, slots=True)
class ReturnedComment:
    """A comment. about: the words that it is anchored to."""

    author: str
    made: datetime | None
    text: str
    about: str


@dataclass(frozen=True, slots=True)
class ReturnedParagraph:
    """A paragraph as it was issued and as it comes back, whatever was tracked.

    id, number: of the issued paragraph; a new one has none, and an empty `was`. was, now: its
    words; `now` is empty where it went, and holds an empty line where it was split. sure: known
    by its hidden anchor or by its very words; else by similar words, which somebody confirms.
    notes: its footnotes.
    """

    id: str
    number: str
    was: str
    now: str
    changes: tuple[ReturnedChange, ...] = ()
    comments: tuple[ReturnedComment, ...] = ()
    sure: bool = True
    notes: tuple[str, ...] = ()

    @property
    def new(self) -> bool:
        """Whether the issued text has no such paragraph."""
        return not self.was and bool(self.now)


@dataclass(frozen=True, slots=True)
class Returned:
    """A file read back. paragraphs: those of the issued text and the new ones, in order."""

    claims: Claims
    paragraphs: tuple[ReturnedParagraph, ...]

    def touched(self) -> tuple[ReturnedParagraph, ...]:
        """Return the paragraphs that somebody changed or commented."""
        return tuple(
            one for one in self.paragraphs if one.was != one.now or one.changes or one.comments
        )


@dataclass(frozen=True, slots=True)
class Altered:
    """A paragraph that does not read as it was issued. number: that at or before it."""

    number: str
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class Checked:
    """Whether a file is what was issued. claims: what it says it is.

    is_issued: it says to be this session's text of this version and state, with the same words.
    altered: where its words differ; `frame`: in its headers or footers.
    """

    claims: Claims
    is_issued: bool
    altered: tuple[Altered, ...] = ()
    frame: bool = False

    @property
    def holds(self) -> bool:
        """Whether it is the issued text, and nothing in it was altered."""
        return self.is_issued and not self.altered and not self.frame


def hash_of_text(texts: Iterable[str]) -> str:
    """Return the hash of the words of a document, given its paragraphs in their order."""
    return sha256(_APART.join(texts).encode("utf-8", "replace")).hexdigest()
