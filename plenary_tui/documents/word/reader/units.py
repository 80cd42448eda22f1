"""The paragraphs of a file, each as one value for both views, with the changes made to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from plenary_tui.record.clean import clean

from ...returned import ChangeKind, ReturnedChange
from .stamps import Stamp
from .views import Place, Written, paragraphs

_KINDS: dict[str, ChangeKind] = {
    "ins": "inserted", "del": "deleted", "moveTo": "moved here", "moveFrom": "moved away",
    "cellIns": "inserted", "cellDel": "deleted",
}  # fmt: skip
PARTED = "\n\n"
"""Between the parts of a paragraph that somebody split."""


@dataclass(slots=True)
class Unit:
    """A paragraph. new: all of it came by a tracked change. places in `changes` count in `was`."""

    was: str
    now: str
    cell: bool
    new: bool
    anchors: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    changes: list[ReturnedChange] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


class Units:
    """Makes units. notes: the paragraphs of footnotes that are not ours, by what refers to them."""

    def __init__(self, notes: Mapping[str, list[Written]]) -> None:
        self._notes = notes

    def of(self, written: Iterable[Written]) -> Iterator[Unit]:
        """Yield the units of a text in their order."""
        chain: list[Written] = []
        following: list[Written] = [*written]
        for at, one in enumerate(following):
            chain.append(one)
            if one.end.was or one.last:
                after = following[at + 1] if at + 1 < len(following) else None
                yield from self._chain(chain, after)
                chain = []

    def _chain(self, chain: list[Written], after: Written | None) -> Iterator[Unit]:
        """Yield what one paragraph of the earlier view has become, and what came beside it."""
        held = [at for at, one in enumerate(chain) if one.said(now=False)]
        if not held and chain[-1].end.was and chain[-1].anchors:
            held = [len(chain) - 1]
        first, last = (held[0], held[-1]) if held else (len(chain), len(chain))
        for one in chain[:first]:
            yield from self._new(one)
        if held:
            yield self._kept(chain[first : last + 1], after if last == len(chain) - 1 else None)
        for one in chain[last + 1 :]:
            yield from self._new(one)

    def _new(self, one: Written) -> Iterator[Unit]:
        if one.said(now=True) or one.comments:
            unit = Unit("", "", one.cell, True)
            self._take(unit, [one])
            yield unit

    def _kept(self, parts: list[Written], after: Written | None) -> Unit:
        unit = Unit("", "", parts[0].cell, False)
        self._take(unit, parts)
        end = parts[-1].end
        runs_on = end.was and not end.now and not parts[-1].last and after is not None
        if runs_on and unit.now and after is not None and after.said(now=True):
            self._mark(unit, "joined", end, len(unit.was))
        return unit

    def _take(self, unit: Unit, parts: list[Written]) -> None:
        last: Written | None = None
        for part in parts:
            said = part.said(now=True)
            if last and unit.now and said and last.end.now:
                unit.now += PARTED
                self._mark(unit, "split", last.end, len(unit.was))
            unit.now += said
            self._pieces(unit, part)
            unit.anchors += part.anchors
            unit.comments += part.comments
            last = part

    def _pieces(self, unit: Unit, part: Written) -> None:
        last: Stamp | None = None
        for piece in part.pieces:
            place = piece.place
            if piece.note:
                self._note(unit, piece.note, place)
                continue
            if not piece.text or not (place.was or place.now):
                continue
            changed = place.stamp if place.was != place.now else None
            if changed and changed == last:
                before = unit.changes[-1]
                unit.changes[-1] = replace(before, text=before.text + piece.text)
            elif changed:
                self._add(unit, _KINDS[changed.kind], changed, piece.text, len(unit.was))
            last = changed
            if place.was:
                unit.was += piece.text

    def _note(self, unit: Unit, number: str, place: Place) -> None:
        written = self._notes.get(number)
        if written is None:
            return
        text = clean("\n".join(paragraphs(written, now=place.now)))
        if place.now:
            unit.notes.append(text)
        if place.was != place.now and place.stamp:
            self._add(unit, _KINDS[place.stamp.kind], place.stamp, text, len(unit.was), note=True)
            return
        inner = Unit("", "", False, False)
        for one in written:
            self._pieces(inner, one)
        at = len(unit.was)
        unit.changes += [replace(each, at=at, note=True) for each in inner.changes]

    def _mark(self, unit: Unit, kind: ChangeKind, end: Place, at: int) -> None:
        if end.stamp:
            self._add(unit, kind, end.stamp, "", at)

    def _add(
        self, unit: Unit, kind: ChangeKind, stamp: Stamp, text: str, at: int, *, note: bool = False
    ) -> None:  # fmt: skip
        unit.changes.append(ReturnedChange(kind, text, at, stamp.author, stamp.made, note=note))
