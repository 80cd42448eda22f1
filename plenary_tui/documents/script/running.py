"""The Chair's running script: what to read out now, what comes after it, each with its ways out.

The words follow from the state: a step that says "decided" is only there where the gavel would be
accepted. Every way out is a line of the notation that records it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from plenary_tui.record.floor import MOST_REPLIES, REPLY_SECONDS
from plenary_tui.record.meeting import Meeting
from plenary_tui.record.sittings import next_planned

from ..language.phrases import Phrases
from ..language.verbs import place_of
from .parts import Step
from .steps import Steps

_UNDER_WAY = ("opening", "agenda")
"""Parts of an agenda that come before or with its adoption."""
_LONGEST_SPEECH = 12 * 3600
"""Seconds after which a turn at the floor is one that was never ended."""


def running(
    meeting: Meeting, sitting_id: str, now: datetime | None, language: str = "en"
) -> tuple[Step, ...]:
    """Return the steps of a sitting, the present one first, then what is before the Chair.

    sitting_id: empty where none is open. now: decides what is past; None asks no clock.
    """
    drawn = _Script(meeting, meeting.sitting(sitting_id), now, Phrases(language))
    found: dict[tuple[str, str], Step] = {}
    for step in drawn.steps():
        found.setdefault((step.id, step.heading), step)
    return tuple(found.values())


class _Script(Steps):
    """One script: its steps in their order."""

    def steps(self) -> Iterator[Step]:
        """Yield the steps in the order in which they are before the Chair."""
        sitting = self.sitting
        if self.meeting.end:
            yield self.step("over")
            return
        if sitting.state == "suspended":
            yield self.step("resume")
        elif sitting.state == "open" and sitting.id:
            yield from self._at_once()
            yield from self._before_us()
        else:
            yield from self._opening()
        work = list(self._agenda())
        yield from work
        if not work and sitting.state == "open":
            yield from self._ends()
        yield from self._any_time()
        yield from self._ends()

    def _opening(self) -> Iterator[Step]:
        held = max((one.number for one in self.meeting.sittings.values()), default=0)
        values = {"n": held + 1, "greeting": self.phrases.greeting(self.local())}
        if self.meeting.ended:
            yield self.close_meeting()
        yield self.step("open_sitting" if held else "open_meeting", values)

    def _at_once(self) -> Iterator[Step]:
        """What cannot wait: a point of order, a speaker over the limit."""
        floor = self.floor
        point = self.meeting.speeches.get(floor.order_point)
        if point is not None:
            who = self.name(point.what.speaker)
            held = floor.interrupted
            note = self.phrases.step("point_of_order", "note")
            if held is not None and held.speaker != point.what.speaker:
                note += " " + self.sentence("goes_on", who=self.name(held.speaker))
            yield self.step("point_of_order", {"who": who}, quote=point.text, note=note,
                            sources=(point.entry.id,))  # fmt: skip
        if self.is_over():
            values = {"who": self.name(floor.speaker), "limit": self.limit()}
            ways = ["reminded", *["next"][: len(floor.waiting)], "paused"]
            yield self.step("over_limit", values, ways=ways)

    def _before_us(self) -> Iterator[Step]:
        """The text on the floor, or else who speaks."""
        text = self.meeting.texts.get(self.sitting.before)
        if text is None or text.state != "proposed":
            yield from self._speakers()
            return
        if text.objections:
            yield self.objection(text)
        elif self.is_fresh(text):
            yield self.introduce(text)
        yield from self.drafting(text)
        yield from self._speakers()
        if not text.objections:
            yield self.call(text)

    def _speakers(self) -> Iterator[Step]:
        floor = self.floor
        if floor.waiting:
            yield self.next_speaker()
            if not floor.closed:
                listed = [self.named_with_class(code) for code in floor.waiting]
                yield self.step("close_list", {"list": self.phrases.joined(listed)})
        elif self.has_floor():
            ways = ["list_open"] if floor.closed else ["request"]
            yield self.step("any_more", {"who": self.name(floor.speaker)}, ways=ways)

    def _agenda(self) -> Iterator[Step]:
        yield from self.silence_ended()
        items = self.meeting.items
        current = self.meeting.agenda.get(self.sitting.item)
        if current is not None and (current.state != "taken_up" or self.sitting.state != "open"):
            current = None
        is_begin = current is None or place_of(current.title) in _UNDER_WAY
        if items and is_begin and not self.meeting.agenda_decision:
            if self.sitting.state == "open" and not (
                self.sitting.present or self.floor.last_called
            ):
                yield self.step("roll")
            yield self.adopt_agenda(items)
        if current is not None:
            if not (self.floor.waiting or self.has_floor() or self.sitting.before):
                yield self.step("invite", ways=["list_open"] if self.floor.closed else None)
            yield self.item("conclude", current)
        for item in items:
            if item.state == "planned":
                yield self.item("take_up", item)

    def _has_begun(self) -> bool:
        return bool(self.sitting.present or self.floor.last_called)

    def _any_time(self) -> Iterator[Step]:
        first, second = (self.phrases.length(one) for one in REPLY_SECONDS)
        yield self.step("reply", {"limit": first, "second": second, "most": MOST_REPLIES})
        yield from self.silence_running()
        yield self.step("suspend")
        yield self.step("open_session" if self.sitting.marking == "in_camera" else "in_camera")

    def _ends(self) -> Iterator[Step]:
        sitting = self.sitting
        others = (one for one in self.meeting.sittings.values() if one.id != sitting.id)
        following = next_planned(others, self.today(), later=True)
        if following is not None and sitting.state == "open":
            named = {"next": self.sitting_words(following)}
            if following.planned.begins is None:
                yield self.step("close_sitting", named)
            else:
                when = {"when": self.planned_words(following.planned)}
                yield self.step("close_sitting_at", named | when)
        else:
            yield self.step("close_last_sitting")
        yield self.close_meeting()
