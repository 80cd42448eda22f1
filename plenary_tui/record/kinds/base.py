"""What every kind of entry shares.

A kind is used twice: as the *command* that a typed line asks for, and, once procedure has
resolved what it points at, as the body of the *entry* that is kept.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from typing import Annotated, ClassVar, Self
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, PlainSerializer

from plenary_tui.record.words import Line, Text


def as_kept(moment: datetime) -> datetime:
    """Return a moment as a record keeps it: to the millisecond, at its offset.

    The zone's name goes, as in the log. In the hour that comes twice in autumn, a moment in a
    named zone equals no other moment, not even itself read back (PEP 495).
    """
    finer = moment.microsecond % 1000
    if finer:
        moment = moment.replace(microsecond=moment.microsecond - finer)
    if isinstance(moment.tzinfo, ZoneInfo):
        return moment.replace(tzinfo=timezone(moment.utcoffset() or timedelta(0)), fold=0)
    return moment


def spell_moment(moment: datetime) -> str:
    """Write a moment as the log does: ISO 8601, milliseconds, the local offset."""
    return moment.isoformat(timespec="milliseconds")


Moment = Annotated[
    AwareDatetime,
    AfterValidator(as_kept),
    PlainSerializer(spell_moment, return_type=str, when_used="json"),
]

Who = tuple[Line, ...]
"""Delegations by code, or by name as typed where they have none."""

Ref = Line
"""What a command points at: `""` (the text on the floor, or this station's last entry), a label
(`P3`), a label of a file (`12`), a time (`10:41`), `agenda`; in an entry always an entry's id."""


AGENDA = "agenda"
"""The one text that is no entry: the agenda as a whole, which is adopted like any other."""


class Kind(BaseModel):
    """A kind of entry, frozen. Subclasses add `kind`, `v` and their own fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    REFS: ClassVar[tuple[str, ...]] = ()
    """Fields that point at other entries."""
    ALLOCATED: ClassVar[tuple[str, ...]] = ()
    """Fields that procedure fills in and no line states."""

    def refs(self) -> tuple[str, ...]:
        """Return the ids of the entries that this one points at."""
        if not self.REFS:
            return ()
        return tuple(ref for name in self.REFS if (ref := getattr(self, name)) and ref != AGENDA)

    def with_refs(self, change: Callable[[str], str]) -> Self:
        """Return it pointing at what `change` calls the entries (or labels) it points at."""
        changed = {
            name: called
            for name in self.REFS
            if (ref := getattr(self, name)) and (called := change(ref)) != ref
        }
        return self.model_copy(update=changed) if changed else self

    def open_part(self) -> Kind | None:
        """Return what stays readable when the rest is sealed; None when nothing does."""
        return None

    def asked(self) -> Self:
        """Return the command as a line would state it, without what procedure allocated."""
        if not self.ALLOCATED:
            return self
        blank = {name: type(self).model_fields[name].default for name in self.ALLOCATED}
        return self.model_copy(update=blank)

    def to_json(self) -> str:
        """Return compact JSON: kind and version first, then the fields that are not default."""
        fields = self.model_dump_json(exclude_defaults=True)
        head = f'{{"kind":"{self.kind}","v":{self.v}'  # type: ignore[attr-defined]
        return head + ("}" if fields == "{}" else "," + fields[1:])


class Spoken(Kind):
    """A kind that somebody says: who, in person, in what capacity and on whose behalf.

    `speaker` is a delegation's code, a name as typed, `???` for an unknown speaker, or empty:
    whoever presides (capacity `chair`), or whoever chairs the body that `capacity` names
    (`WGM chair`).
    """

    speaker: Line = ""
    person: Line = ""
    capacity: Line = ""
    group: Line = ""
    text: Text = ""


class Pointing(Kind):
    """A kind that points at one entry: the one it continues, supports, decides or corrects."""

    REFS: ClassVar[tuple[str, ...]] = ("target",)
    target: Ref = ""


class SpokenOf(Spoken, Pointing):
    """Something said about a text."""


Handlers = dict[type[Kind], Callable[..., None]]
"""Kinds, each with the function that folds an entry of it into a Meeting."""

__all__ = [
    "AGENDA", "Handlers", "Kind", "Line", "Moment", "Pointing", "Ref", "Spoken", "SpokenOf",
    "Text", "Who", "as_kept", "date", "spell_moment",
]  # fmt: skip
