"""What a conductor tells: plain values, posted from its thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..seen.views import Name, RoomView, Rows, TextView

if TYPE_CHECKING:
    from plenary_tui.documents.draft import Draft
    from plenary_tui.documents.script.parts import Step
    from plenary_tui.store.unfinished import Piece

    from ..drafting.history import Change
    from ..pages.points import Point
    from ..pages.statements import HandedIn


@dataclass(frozen=True)
class Opened:
    """The record was read and folded. overdue: what is, in a line; empty where nothing is."""

    rows: Rows
    view: RoomView
    overdue: str = ""


@dataclass(frozen=True)
class Kept:
    """An entry is on disk. verdict: ok, unclear or refused; words: what it was understood as."""

    rows: Rows
    view: RoomView
    entry: str
    verdict: str
    words: str
    flags: tuple[str, ...] = ()
    why: str = ""
    ways_out: tuple[str, ...] = ()


@dataclass(frozen=True)
class NothingToKeep:
    """A line that says nothing was entered: there is no entry. why: a sentence, where it helps."""

    why: str = ""


@dataclass(frozen=True)
class NotHere:
    """What was asked for is not to be had; why is a sentence."""

    why: str


@dataclass(frozen=True)
class NotKept:
    """A line is not recorded; why is a sentence that says what to do.

    Without a line: nothing can be recorded here as things are.
    """

    line: str
    why: str


@dataclass(frozen=True)
class Grew:
    """Other stations recorded something."""

    rows: Rows
    view: RoomView


@dataclass(frozen=True)
class Understood:
    """What a line says as it stands, before it is entered."""

    line: str
    verdict: str
    words: str
    why: str = ""
    note: str = ""


@dataclass(frozen=True)
class ToCorrect:
    """The words of an entry, to be mended; empty where it holds none.

    again: it is a line that was kept without effect, to be entered anew.
    """

    entry: str
    words: str
    again: bool = False


@dataclass(frozen=True)
class ToSplit:
    """The words of an entry, to be parted in two."""

    entry: str
    words: str


@dataclass(frozen=True)
class TypingKept:
    """Whether what is being typed is on disk; why it is not, else empty."""

    why: str = ""


@dataclass(frozen=True)
class LeftOver:
    """What was typed before and is not recorded, beside what stood there from the start."""

    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class NamesKnown:
    """Whom the session lists, told once and again when that changes."""

    names: tuple[Name, ...]


@dataclass(frozen=True)
class Original:
    """What an entry read before: a heading, and one line for each thing that happened to it."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Drafted:
    """What is composed of the record so far; None with the reason why it cannot be.

    entries: of how many entries it is composed.
    """

    draft: object | None
    why: str = ""
    entries: int = 0


@dataclass(frozen=True)
class ParagraphHistory:
    """What was done to a paragraph of the draft, the last first. called: the paragraph."""

    called: str
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class VersionIssued:
    """A version of the draft is on disk. draft: as it went out; name: of its file, without end."""

    draft: Draft
    name: str


@dataclass(frozen=True)
class Listed:
    """What is open, for the walk-through."""

    points: tuple[Point, ...]


@dataclass(frozen=True)
class Script:
    """What the Chair reads out, the present step first."""

    steps: tuple[Step, ...]


@dataclass(frozen=True)
class Statements:
    """The statements handed in, those not delivered first."""

    statements: tuple[HandedIn, ...]


@dataclass(frozen=True)
class Looked:
    """What a screen had looked up in the record, as it knows it."""

    found: object


@dataclass(frozen=True)
class Moved:
    """The record goes on in another folder; everything entered is tried again there."""

    rows: Rows
    view: RoomView


@dataclass(frozen=True)
class Lies:
    """Where the record lies. second: its folder, where it is not its own any more.

    sharing: empty where it is not shared, else how that stands.
    """

    second: str = ""
    sharing: str = ""


@dataclass(frozen=True)
class Texts:
    """The texts that can still be decided, the one before the meeting first."""

    texts: tuple[TextView, ...]


@dataclass(frozen=True)
class Notice:
    """Something that a person should know about this copy and its disk."""

    text: str


@dataclass(frozen=True)
class Broke:
    """The conductor itself failed: a defect of the program."""

    error: Exception


Event = (
    Opened | Kept | NothingToKeep | NotHere | NotKept | Grew | Understood | ToCorrect | ToSplit
    | TypingKept | LeftOver | NamesKnown | Original | Drafted | Listed | Texts | Moved | Lies
    | Script | Statements | Looked | ParagraphHistory | VersionIssued | Notice | Broke
)  # fmt: skip
