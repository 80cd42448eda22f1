"""What the display shows, taken from the open record of a meeting."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from plenary_tui.documents.communique import workshop
from plenary_tui.documents.labels import label_of
from plenary_tui.documents.telling import Teller
from plenary_tui.record.bracketing import Mark, Marked, mark
from plenary_tui.record.drafting import BracketAsked
from plenary_tui.record.entries import Entry
from plenary_tui.record.history import Record
from plenary_tui.record.kinds import FloorList, Marking, Spoken
from plenary_tui.record.meeting import Meeting
from plenary_tui.record.sittings import OPEN_STATES, SittingRecord
from plenary_tui.record.texts import PENDING, TextRecord
from plenary_tui.ui.seen.picture import floor_view
from plenary_tui.ui.seen.views import FloorView

from .owned import owned_pieces
from .paragraph import Compose, paragraph_before_us
from .view import BeforeUs, DisplayView, Speaker, behind_doors

_FORMS = {"administrative_decision": "draft decision", "decision": "proposal"}


def shown_sitting(meeting: Meeting, number: int = 0) -> SittingRecord:
    """Return the sitting to show: that of a number, else the last one that is open or was.

    Where there is none, the room outside any sitting.
    """
    sittings = list(meeting.sittings.values())
    if number:
        found = [one for one in sittings if one.number == number]
    else:
        found = [one for one in sittings if one.state in OPEN_STATES]
        found = found or [one for one in sittings if one.id]
    return max(found, key=lambda one: (one.number, one.rank), default=meeting.sitting(""))


def display_view(
    record: Record, number: int = 0, *, compose: Compose = workshop
) -> DisplayView:  # fmt: skip
    """Return what is to be seen of an open record, nothing but item and time in camera."""
    meeting = record.live
    sitting = shown_sitting(meeting, number)
    item = meeting.agenda.get(sitting.item)
    view = DisplayView(zone=meeting.zone, item=sitting.item)
    if sitting.marking == "in_camera" and sitting.state != "closed":
        return behind_doors(view)
    teller = Teller(meeting)
    floor, about = _floor(record, sitting, teller)
    day = sitting.official_day
    drafted = paragraph_before_us(record, compose)
    text = meeting.texts.get(sitting.before)
    goes_on = sitting.state in OPEN_STATES or not sitting.id
    is_before_us = text is not None and text.state in PENDING and goes_on

    def speaker(code: str) -> Speaker:
        return Speaker(teller.name(code), meeting.roster.status(code, day))

    return DisplayView(
        title=meeting.facts.get("title", ""),
        zone=meeting.zone,
        day=f"{day:%A} {day.day} {day:%B}" if day else "",
        sitting=_sitting(meeting, sitting, teller),
        state=sitting.state if sitting.id else "",
        said=_said(meeting, sitting),
        marking=sitting.marking if sitting.state != "closed" else "open",
        item=sitting.item if sitting.state != "closed" else "",
        item_title=item.title if item and sitting.state != "closed" else "",
        floor=floor,
        speaker=speaker(floor.code) if floor.code else Speaker(floor.speaker),
        about=about,
        waiting=tuple(speaker(code) for code, _ in floor.waiting),
        text=_text(meeting, text if is_before_us else None, drafted, teller),
    )


def _text(
    meeting: Meeting, text: TextRecord | None, drafted: BeforeUs | None, teller: Teller
) -> BeforeUs | None:
    """Return what is before the meeting: the paragraph under discussion, or a text put since."""
    if text is None or (drafted and text.rank < meeting.drafts.taken_rank):
        return drafted
    return _before_us(meeting, text, teller)


def _sitting(meeting: Meeting, sitting: SittingRecord, teller: Teller) -> str:
    if not sitting.id:
        return ""
    bodies = " and ".join(teller.name(code) for code in sitting.bodies)
    others = sum(one.state in OPEN_STATES and one.id != sitting.id
                 for one in meeting.sittings.values())  # fmt: skip
    called = f"sitting {sitting.number}" if sitting.number else "sitting announced"
    if others and sitting.number:
        called += f" of {others + 1} open"
    planned = "" if sitting.number else sitting.planned.clock
    return " · ".join(part for part in (called, bodies, sitting.room, planned) if part)


def _said(meeting: Meeting, sitting: SittingRecord) -> str:
    if not sitting.turns or sitting.state not in ("suspended", "closed"):
        return ""
    turn = sitting.turns[-1]
    since = f"{'since' if sitting.state == 'suspended' else 'at'} "
    return f"{since}{turn.at.astimezone(meeting.zone):%H:%M}" + (
        f": {turn.reason}" if turn.reason else ""
    )


def _floor(record: Record, sitting: SittingRecord, teller: Teller) -> tuple[FloorView, str]:
    """Return the floor, and what is to be said of the speaker beside name and class.

    What came of the floor in camera is not open: afterwards it is whose that speaks then.
    """
    speeches = record.live.speeches
    view = floor_view(record.live, sitting, teller)
    about = ""
    since = None
    for entry in _since(record.live, sitting, view):
        what = entry.what
        if isinstance(what, Marking) and what.level == "in_camera":
            return (_from_here(view, since) if since else _nobody(view)), about
        if isinstance(what, FloorList) and what.act == "next":
            since = entry.happened
        elif isinstance(what, Spoken) and entry.id in speeches:
            spoken = speeches[entry.id].what
            if spoken.speaker == view.code:
                since = entry.happened
                about = about or _about(spoken)
    return view, about


def _from_here(view: FloorView, since: datetime) -> FloorView:
    """Return a floor whose time is counted from a moment in the open, if it runs."""
    return replace(view, since=since if view.since else None, began=since, used=0.0, interrupted="")


def _nobody(view: FloorView) -> FloorView:
    return replace(
        view, speaker="", code="", status="", began=None, since=None, used=0.0, reply=0,
        point_of_order=False, interrupted="",
    )  # fmt: skip


def _about(spoken: Spoken) -> str:
    group = f"for {spoken.group}" if spoken.group else ""
    capacity = f"as {spoken.capacity}" if spoken.capacity else ""
    return " · ".join(part for part in (spoken.person, capacity, group) if part)


def _since(meeting: Meeting, sitting: SittingRecord, view: FloorView) -> list[Entry]:
    """Return what a sitting's stations entered since its speaker has the floor, the last first."""
    found: list[Entry] = []
    if view.began is None:
        return found
    for desk in meeting.desks.values():
        for entry in desk.trail or ():
            if max(entry.happened, entry.at) < view.began:
                break
            if entry.sitting == sitting.id:
                found.append(entry)
    return sorted(found, key=lambda entry: (entry.order, entry.id), reverse=True)


def _before_us(meeting: Meeting, text: TextRecord, teller: Teller) -> BeforeUs:
    by = teller.name(text.by) if text.by else "the Chair"
    says = f"{_FORMS.get(text.form, text.form.replace('_', ' '))} by {by}"
    revised = text.wordings[-1].by if len(text.wordings) > 1 else ""
    if len(text.wordings) > 1:
        says += f", as revised{f' by {teller.name(revised)}' if revised else ''}"
    held = sorted(
        (one for one in meeting.brackets.values() if one.on == text.id and not one.cleaned),
        key=lambda one: one.rank,
    )
    asked = [one for one in held if one.form == "bracket"]
    marked = mark(text.text, [Mark(one.words, _owner(one, teller), "") for one in asked])
    pieces = [*owned_pieces(marked)]
    for one in held:
        if one.form == "alternative":
            pieces += [("\nAlternative: ", "title"),
                       *owned_pieces(Marked(one.words).wrapped(_owner(one, teller)))]  # fmt: skip
    return BeforeUs(label_of(meeting, text), says, tuple(pieces))


def _owner(bracket: BracketAsked, teller: Teller) -> str:
    return teller.name(bracket.owner) if bracket.owner else ""
