"""One station's capture: a line goes in, an entry comes out. Pure: no files, no clock.

The same scribe serves the line mode, a screen and the importers. `prepare` reads and decides;
`commit` folds the entry once its keeper has made it durable.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Literal, get_args

from .entries import Entry, EntryMarking
from .history import Record
from .kinds import (
    AgendaItem,
    Body,
    Correction,
    CorrectionAnswered,
    CorrectionAsked,
    Day,
    Delegate,
    Delegation,
    DraftKind,
    Intervention,
    Kind,
    Marking,
    MeetingFact,
    PreparedStatement,
    Presiding,
    Private,
    Rapporteur,
    Retraction,
    Unread,
)
from .notation import Context, Parsed, Reading, parse
from .procedure import Refusal, Situation, decide

Verdict = Literal["ok", "unclear", "refused"]

_HEADER = (MeetingFact, Presiding, Delegation, Body, Delegate, Day, Rapporteur, AgendaItem)
"""What may stand at the head of a file, before the meeting begins."""

_MARKINGS: dict[str, EntryMarking] = {name: name for name in get_args(EntryMarking)}

Stamp = Callable[[datetime], tuple[str, str]]
"""Given now, the next entry's id and its order."""


@dataclass(frozen=True)
class Prepared:
    """An entry about to be kept. why and ways_out: of a line unclear or refused; note: a hint.

    last, header: where it leaves the reading of a file, see `Reading`.
    """

    entry: Entry
    verdict: Verdict = "ok"
    why: str = ""
    ways_out: tuple[str, ...] = ()
    label: str = ""
    note: str = ""
    last: datetime | None = None
    header: bool = False


class Scribe:
    """Takes one station's lines in order.

    live: rules refuse, small letters name delegations. file: the lines come from a file, whose
    times run on past midnight. Labels (`#12`) live as long as the scribe.
    """

    def __init__(
        self, record: Record, station: str, stamp: Stamp, *, live: bool, file: bool = False
    ) -> None:
        self.record = record
        self.station = station
        self.labels: dict[str, str] = {}
        self._stamp = stamp
        self._live = live
        self._file = file
        self._header = file
        self._last: datetime | None = None
        self._reading: Reading | None = None
        self._looked_up: tuple[date | None, bool] = (None, False)

    def read(self, line: str, now: datetime) -> Parsed:
        """Return what a line says, without recording it."""
        return parse(line, self.reading(now))

    def prepare(self, line: str, now: datetime) -> Prepared | None:
        """Return the entry that a line asks for; None for a line that says nothing."""
        parsed = self.read(line, now)
        if parsed.command is None:
            return None
        return self.enter(parsed.command, now, parsed=parsed, line=line)

    def enter(
        self, command: Kind, now: datetime, *, parsed: Parsed | None = None, line: str = ""
    ) -> Prepared:
        """Return the entry that a command makes, decided by the rules of procedure."""
        meeting = self.record.live
        header = self._header and isinstance(command, _HEADER)
        context = parsed.context if parsed else None
        when, last = self._times(command, parsed.when if parsed else None, now)
        sitting = self._sitting(context)
        situation = Situation(meeting, self.station, sitting, when or now)
        decided = self._decide(command, situation, as_it_says=self._as_it_says(context))
        verdict, why, ways_out = self._verdict(decided)
        if isinstance(decided, Refusal):
            decided = (
                decided.anyway
                if decided.anyway is not None and not self._live
                else Unread(state="refused", line=line, why=decided.why)
            )
            verdict = "refused" if isinstance(decided, Unread) else "ok"
        entry = self._entry(decided, now, when, sitting, context)
        label, note = (parsed.label, parsed.note) if parsed else ("", "")
        return Prepared(entry, verdict, why, ways_out, label, note, last, header)

    def commit(self, prepared: Prepared) -> tuple[str, ...]:
        """Fold a prepared entry; return what is odd about it where it landed."""
        self.record.add((prepared.entry,))
        self._last, self._header = prepared.last, prepared.header
        if prepared.label:
            self.labels[prepared.label] = prepared.entry.id
        flags = self.record.live.flags.get(prepared.entry.id, ())
        return (*flags, prepared.note) if prepared.note else flags

    def reading(self, now: datetime) -> Reading:
        """Return what the reader of the next line needs to know."""
        meeting = self.record.live
        zone = meeting.zone
        day = self._day(now) or (meeting.first_day if self._file and not self._live else None)
        before = bool(meeting.sitting(meeting.station_sitting(self.station)).before)
        last = self._last if self._file else None
        if day is None and last is None:
            day = now.astimezone(zone).date()
        known = self._reading
        if (
            known is None
            or known.roster is not meeting.roster
            or known.zone is not zone
            or known.day != day
            or known.last is not last
            or known.text_on_floor is not before
            or known.header is not self._header
        ):
            known = self._reading = Reading(
                roster=meeting.roster, zone=zone, day=day, last=last, live=self._live,
                file=self._file, header=self._header, text_on_floor=before,
            )  # fmt: skip
        return known

    def _as_it_says(self, context: Context | None) -> bool:
        """Whether a line of a file is to be recorded as it stands."""
        return not self._live and context is not None and context.rules == "off"

    def _decide(
        self, command: Kind, situation: Situation, *, as_it_says: bool
    ) -> Kind | Refusal:  # fmt: skip
        resolved = self._with_ids(command)
        if as_it_says or isinstance(resolved, Refusal):
            return resolved
        decided = decide(resolved, situation)
        kept = decided.anyway if isinstance(decided, Refusal) else decided
        # an entry that points at nothing would keep all that follow it waiting
        astray = [ref for ref in kept.refs() if self.record.entry(ref) is None] if kept else []
        if not astray:
            return decided
        why = decided.why if isinstance(decided, Refusal) else f"there is no {astray[0]}"
        return Refusal(why, ("name it as P3 or by its id",))

    def _verdict(self, decided: Kind | Refusal) -> tuple[Verdict, str, tuple[str, ...]]:
        if isinstance(decided, Refusal):
            return "refused", decided.why, decided.ways_out
        if isinstance(decided, Unread):
            return decided.state, decided.why, ()
        return "ok", "", ()

    def _with_ids(self, command: Kind) -> Kind | Refusal:
        """Replace the labels of a file by the ids of their entries; what is named must be there."""
        for ref in command.refs():
            if ref.isdigit() and ref not in self.labels:
                return Refusal(f"no line is labelled #{ref}", ("name it as P3 or by its id",))
            if "-" in ref and self.record.entry(ref) is None:
                return Refusal(f"there is no entry {ref}", ("check its id in the record",))
        return command.with_refs(lambda ref: self.labels[ref] if ref.isdigit() else ref)

    def _sitting(self, context: Context | None) -> str:
        if context is not None and context.sitting is not None:
            return self.labels.get(context.sitting, context.sitting)
        return self.record.live.station_sitting(self.station)

    def _times(
        self, command: Kind, when: datetime | None, now: datetime
    ) -> tuple[datetime | None, datetime | None]:
        """Return when a line happened (None: now) and the last time seen after it.

        A line without a time happens now, or, on a day that is past, when the last one did. What
        is done to the draft is done now, whatever day is told.
        """
        if when is not None:
            return when, when
        if isinstance(command, DraftKind) and not self._file:
            return None, self._last
        last = _midnight(command.day, self) if isinstance(command, Day) else self._last
        day = self._day(now)
        if not self._file and (day is None or day == now.astimezone(self.record.live.zone).date()):
            return None, last
        if last is None and day is not None:
            last = self._last_on(day)
        return last, last

    def _day(self, now: datetime) -> date | None:
        """Return the day that bare times belong to, where a `Date:` line said one.

        Typed live, one said on the day itself ends with that day: what comes after midnight, or
        the next morning, happens then.
        """
        desk = self.record.live.desk(self.station)
        zone = self.record.live.zone
        if desk.day is None or not self._live or desk.day >= now.astimezone(zone).date():
            return desk.day
        if desk.day != self._looked_up[0]:
            step = desk.trail
            while step is not None and not isinstance(step.entry.what, Day):
                step = step.before
            said = step.entry.at.astimezone(zone).date() if step is not None else None
            self._looked_up = desk.day, said == desk.day
        return None if self._looked_up[1] else desk.day

    def _last_on(self, day: date) -> datetime:
        """Return when this station's last entry of a past day happened, else its midnight."""
        step = self.record.live.desk(self.station).trail
        happened = step.entry.happened.astimezone(self.record.live.zone) if step else None
        return happened if happened and happened.date() == day else _midnight(day, self)

    def _entry(
        self, what: Kind, now: datetime, when: datetime | None, sitting: str,
        context: Context | None,
    ) -> Entry:  # fmt: skip
        live = self.record.live
        room = live.sitting(sitting)
        by = live.desk(self.station).by
        item: str = room.item
        marking: EntryMarking = room.marking
        as_it_says = False
        if context is not None:
            item = item if context.item is None else context.item
            by = by if context.by is None else context.by
            stated = _MARKINGS.get(context.marking or "")
            marking = stated or marking
            as_it_says = bool(stated) and self._as_it_says(context)
        if isinstance(what, Private | PreparedStatement):
            marking = "private"
        elif isinstance(what, Marking) and not as_it_says:
            marking = what.level  # why a sitting is closed is said behind the door
        elif not as_it_says and marking in ("open", "restricted"):
            marking = self._marking_of_targets(what, marking)
        elif not as_it_says and isinstance(what, Correction) and self._corrects_open(what):
            marking = "open"
        if isinstance(what, DraftKind) or (isinstance(what, Retraction) and what.of == "draft"):
            sitting, item, marking = "", "", self._marking_of_draft(what)
        id_, order = self._stamp(now)
        return Entry(
            id=id_, at=now, when=when, order=order, sitting=sitting, marking=marking, by=by,
            item=item, what=what,
        )  # fmt: skip

    def _marking_of_targets(self, what: Kind, marking: EntryMarking) -> EntryMarking:
        """What is said of a sealed entry is sealed with it; a statement that is read is not."""
        if not what.REFS or isinstance(what, Intervention):
            return marking
        for ref in what.refs():
            target = self.record.entry(ref)
            if target is not None and (target.seals or ref in self.record.live.covered):
                return "private" if target.marking == "private" else "in_camera"
        return marking

    def _marking_of_draft(self, what: Kind) -> EntryMarking:
        """The draft is open as the communiqué is; a correction asked for goes with its entry."""
        if isinstance(what, CorrectionAsked | CorrectionAnswered):
            return self._marking_of_targets(what, "open")
        return "open"

    def _corrects_open(self, what: Correction) -> bool:
        """Whether a correction mends what was adopted in camera, whose words are open."""
        target = self.record.entry(what.target)
        return target is not None and target.marking == "in_camera" and not target.seals


def _midnight(day: date, scribe: Scribe) -> datetime:
    return datetime.combine(day, time(), scribe.record.live.zone)
