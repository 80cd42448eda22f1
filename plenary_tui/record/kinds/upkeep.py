"""What is promised, what is to be checked, and what is corrected or taken back."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from .base import Kind, Line, Pointing, Ref, SpokenOf, Text


class Action(Kind):
    """A follow-up: who owes what, by when."""

    kind: Literal["action"] = "action"
    v: Literal[1] = 1
    owner: Line = ""
    text: Text
    due: date | None = None


class Event(Kind):
    """A meeting or visit to come. `dates` stays as said when it is no exact date."""

    kind: Literal["event"] = "event"
    v: Literal[1] = 1
    title: Line
    place: Line = ""
    dates: Line = ""


class Annex(Kind):
    """Something to be annexed."""

    kind: Literal["annex"] = "annex"
    v: Literal[1] = 1
    text: Text


class Check(Pointing):
    """Something for the worklist: missed, a name, the Chair's wording, or as said."""

    kind: Literal["check"] = "check"
    v: Literal[1] = 1
    what: Literal["missed", "name", "wording", "other"] = "other"
    text: Text = ""


class Done(Pointing):
    """A follow-up or a point of the worklist is done."""

    kind: Literal["done"] = "done"
    v: Literal[1] = 1
    text: Text = ""


class Settled(Pointing):
    """A conflict, named by the last of its entries, is settled: `text` says how."""

    kind: Literal["settled"] = "settled"
    v: Literal[1] = 1
    text: Text = ""


class Private(Kind):
    """A private note: sealed, never exported."""

    kind: Literal["private"] = "private"
    v: Literal[1] = 1
    text: Text


class Correction(Pointing):
    """`old` reads `new` in `target` (everywhere with `every`); or its speaker is `speaker`, it
    belongs to `item`, or it is more of the entry `into`."""

    REFS = ("target", "into")
    kind: Literal["correction"] = "correction"
    v: Literal[1] = 1
    old: Text = ""
    new: Text = ""
    every: bool = False
    speaker: Line = ""
    item: Line = ""
    into: Ref = ""


class Split(SpokenOf):
    """From the words `text` on, `target` is an entry of its own; with a speaker, theirs."""

    kind: Literal["split"] = "split"
    v: Literal[1] = 1


class Retraction(Pointing):
    """`target` is taken back; taking a retraction back restores what it took.

    of: whether it is of the draft's stream, which has an undo of its own.
    """

    kind: Literal["retraction"] = "retraction"
    v: Literal[1] = 1
    act: Literal["undo", "redo"] = "undo"
    of: Literal["", "draft"] = ""

    def open_part(self) -> Kind:
        """It holds no words."""
        return self


class Unread(Kind):
    """A line kept as typed, without effect: it could not be read, or a rule refused it."""

    kind: Literal["unread"] = "unread"
    v: Literal[1] = 1
    state: Literal["unclear", "refused"]
    line: Text
    why: Text = ""


class Provenance(Kind):
    """Where the record came from or went: an import, a hand-over, an archive, a whole export."""

    kind: Literal["provenance"] = "provenance"
    v: Literal[1] = 1
    act: Literal["imported", "handed_over", "archived", "exported_whole", "forked"]
    text: Line = ""
    in_camera: bool = False

    def open_part(self) -> Kind:
        """It tells of files, not of what was said."""
        return self


class Sealed(Kind):
    """Stands where the words are sealed and not at hand; `digest` is their salted hash."""

    kind: Literal["sealed"] = "sealed"
    v: Literal[1] = 1
    digest: Line = ""


class Unknown(Kind):
    """A kind that this program does not know: kept, passed over, never lost."""

    kind: Literal["unknown"] = "unknown"
    v: Literal[1] = 1
    raw: dict[str, Any]
