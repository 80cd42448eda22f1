"""An entry: one thing that happened, with the context in which it did.

An entry stores its context and never infers it, so that the records of two rooms can be put
together: its sitting, its item and its marking, and inside `what` the ids of what it points at.
"""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from .clean import clean
from .kinds import KINDS_BY_NAME, AnyKind, Kind, Moment, Sealed, Unknown
from .words import Line

EntryMarking = Literal["open", "restricted", "in_camera", "private"]

_GIVEN: set[str] = set()
"""Which fields were given, as all entries note it; a copy of an entry has a set of its own."""


class Entry(BaseModel):
    """One entry of one station's log.

    id: station and running number, `antwerp-12`. at: when it was written. when: when it
    happened, where a person or an import says so. order: the hybrid logical clock, fixed-width
    text. by: the rapporteur. sitting: the id of the entry that made the sitting, or empty.
    item: the number of the item taken up. what: the kind and its own fields.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: str
    at: Moment
    when: Moment | None = None
    order: str
    sitting: str = ""
    marking: EntryMarking = "open"
    by: Line = ""
    item: Line = ""
    what: AnyKind | Unknown = Field(union_mode="left_to_right")

    @property
    def station(self) -> str:
        """The station whose log holds it."""
        return self.id.rpartition("-")[0]

    @property
    def number(self) -> int:
        """Its running number at its station, from 1."""
        return int(self.id.rpartition("-")[2])

    @property
    def happened(self) -> datetime:
        """When it happened: as said, else when it was written."""
        return self.when or self.at

    @property
    def seals(self) -> bool:
        """Whether its words belong under seal."""
        if self.marking in ("open", "restricted"):
            return False
        return self.marking == "private" or self.what.open_part() is not self.what

    def slim(self) -> Entry:
        """Return this entry, holding no more than it says.

        Of every object pydantic notes which fields were given, in a set as large as all the
        words; nobody asks for it, so that all entries share one.
        """
        for model in (self, self.what):
            object.__setattr__(model, "__pydantic_fields_set__", _GIVEN)
        return self

    def redacted(self, digest: str = "") -> Entry:
        """Return the entry as it reads without its sealed words."""
        what = self.what.open_part() if self.marking != "private" else None
        return self.model_copy(update={"what": what or Sealed(digest=digest), "by": "", "item": ""})


def read_entry(raw: bytes | str) -> Entry:
    """Read an entry from its JSON.

    A kind or version that this program does not know comes back as `Unknown`; what it holds
    passes the cleaning validator like everything else. Raises ValueError where the envelope
    itself is wrong.
    """
    try:
        return Entry.model_validate_json(raw).slim()
    except ValidationError:
        fields = json.loads(raw)
        if not isinstance(fields, dict) or not isinstance(fields.get("what"), dict):
            raise
        what = _deeply_clean(fields["what"])
        return Entry.model_validate({**fields, "what": {"raw": what}}).slim()


def read_kind(raw: dict[str, Any]) -> Kind:
    """Read a kind from its JSON fields, `Unknown` where this program does not know it."""
    known = KINDS_BY_NAME.get(str(raw.get("kind")))
    if known is None:
        return Unknown(raw=_deeply_clean(raw))
    try:
        return known.model_validate(raw)
    except ValidationError:
        return Unknown(raw=_deeply_clean(raw))


def _deeply_clean(value: Any) -> Any:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return {clean(str(key)): _deeply_clean(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_deeply_clean(inner) for inner in value]
    return value
