"""The rules of the room: sittings, the agenda, presence and the list of speakers."""

from __future__ import annotations

from plenary_tui.record.agenda import find_item, next_number
from plenary_tui.record.floor import REPLIES
from plenary_tui.record.kinds import (
    AgendaOrder,
    Alignment,
    Continuation,
    FloorList,
    Intervention,
    ItemChange,
    Kind,
    Limit,
    Marking,
    PointOfOrder,
    Presence,
    Ruling,
    SittingTime,
    Statement,
    Timer,
)
from plenary_tui.record.sittings import OPEN_STATES, may, next_planned

from .ruling import Refusal, Rules, Situation, is_resolved, resolve_speaker

_NOT_NOW = {
    "opened": (
        "a sitting is open already",
        ("Closed: ends it", "Sitting: BODIES announces a parallel one"),
    ),
    "suspended": ("no sitting is open", ("Opened: opens one", "say it in prose")),
    "resumed": ("no sitting is suspended", ("Opened: opens one", "say it in prose")),
    "closed": ("no sitting is open", ("Opened: opens one", "say it in prose")),
}


def time_sitting(command: SittingTime, situation: Situation) -> Kind | Refusal:
    """A sitting opens, is suspended, resumes and closes in that order.

    Unnamed, it is the station's own; one that opens is the next planned where there is none.
    """
    target = command.target if is_resolved(command.target) else situation.sitting_id
    if command.act == "opened" and not is_resolved(command.target):
        target = _to_open(situation)
    if target and target not in situation.meeting.sittings:
        return Refusal(f"{target} is no sitting", ("name the entry that opened it",))
    sitting = situation.meeting.sitting(target)
    resolved = command.model_copy(update={"target": target})
    if not may(sitting, command.act) and (sitting.state != "closed" or command.act != "opened"):
        why, ways_out = _NOT_NOW[command.act]
        return Refusal(why, ways_out, resolved)
    if sitting.state == "closed":
        resolved = command.model_copy(update={"target": ""})
    return resolved


def _to_open(situation: Situation) -> str:
    """Return the sitting that is meant to open; empty for one that nobody announced."""
    meeting, sitting = situation.meeting, situation.sitting
    if sitting.state in OPEN_STATES:
        # beside the one that this station has only joined, that of its last line may open
        last = next((one.id for one in situation.recent()), "")
        is_own = _station(sitting.turns[0].entry) == situation.station
        is_beside = not is_own and last and meeting.sitting(last).id
        return last if is_beside else sitting.id
    if sitting.id and sitting.state == "planned" and not sitting.planned.is_said:
        return sitting.id
    today = situation.happened.astimezone(meeting.zone).date()
    sittings = meeting.sittings.values()
    here = [one for one in sittings if _station(one.id) == situation.station]
    found = next_planned(here, today) or next_planned(sittings, today)
    return found.id if found else ""


def _station(entry_id: str) -> str:
    return entry_id.rpartition("-")[0]


def change_item(command: ItemChange, situation: Situation) -> Kind | Refusal:
    """An item is found by its number or title; a topic that was not planned gets a number."""
    agenda = situation.meeting.agenda
    if not command.number:
        if not command.title:
            number = situation.sitting.item
        else:
            known = find_item(agenda, command.title)
            number = known.number if known else next_number(agenda)
        if not number:
            planned = [one for one in situation.meeting.items if one.state == "planned"]
            ways = tuple(f"Item {one.number} takes up {one.title}" for one in planned[:3])
            return Refusal("no item is taken up", ways or ("Agenda 1: title plans one",))
        return command.model_copy(update={"number": number})
    if command.number not in agenda and command.act in ("concluded", "reopened"):
        return Refusal(
            f"item {command.number} is not on the agenda",
            (f"Item {command.number} takes it up", f"Agenda {command.number}: title plans it"),
            command,
        )
    return command


def count(command: Presence, situation: Situation) -> Kind | Refusal:
    """`all but` becomes the list of those who are here: every delegation but the named."""
    if not command.all_but:
        return command
    roster = situation.meeting.roster
    here = tuple(code for code in sorted(roster.delegations) if code not in command.who)
    if not here:
        return Refusal(
            "no delegations are listed, so nobody is `all`",
            ("present+ NV, OS names those who are here", "Delegation NV: name; class lists one"),
        )
    return command.model_copy(update={"who": here, "all_but": False})


def list_speakers(command: FloorList, situation: Situation) -> Kind | Refusal:
    """The list takes requests while it is open; next and back name whom they mean."""
    floor = situation.meeting.floor(situation.sitting_id)
    if command.act == "add" and floor.closed:
        return Refusal(
            "the list of speakers is closed",
            ("q open reopens it", f"q first {', '.join(command.who)} is the Chair's exception"),
            command,
        )
    if command.act == "order" and not set(command.who) & set(floor.waiting):
        return Refusal(
            "nobody named is on the list of speakers", ("q+ NV puts one on it",), command
        )
    if command.act == "withdraw" and not set(command.who) & set(floor.waiting):
        return Refusal(
            f"{', '.join(command.who)} is not on the list of speakers",
            ("q+ NV puts one on it",),
            command,
        )
    if command.act == "next" and not command.who:
        if not floor.waiting:
            return Refusal(
                "nobody is on the list of speakers",
                ("q+ NV puts one on it", "NV: text gives the floor without the list"),
            )
        return command.model_copy(update={"who": floor.waiting[:1]})
    if command.act == "back" and not command.who:
        if not floor.last_called:
            return Refusal("nobody has been given the floor", ("q first NV heads the list",))
        return command.model_copy(update={"who": (floor.last_called,)})
    return command


def time_speech(command: Timer, situation: Situation) -> Kind | Refusal:
    """Time stops while it runs, and runs again once it was stopped."""
    floor = situation.meeting.floor(situation.sitting_id)
    if not floor.speaker:
        return Refusal("nobody has the floor", ("NV: text gives it", "next gives it by the list"))
    if command.act == "paused" and floor.since is None:
        return Refusal("the time does not run", ("Timer resumed: lets it run",), command)
    if command.act == "resumed" and floor.since is not None:
        return Refusal("the time runs already", ("Timer paused: stops it",), command)
    return command


def limit_speech(command: Limit, situation: Situation) -> Kind | Refusal:
    """A limit is for all, for a class that the roster knows, for a delegation, or for replies."""
    roster = situation.meeting.roster
    if not command.of or command.of == REPLIES or command.of in roster.delegations:
        return command
    if command.of in roster.classes:
        return command
    ways = tuple(f"limit {one} {command.seconds} s" for one in sorted(roster.classes))
    return Refusal(
        f"the roster has no class “{command.of}”",
        ways or ("limit 3 min is for all", "Delegation NV: name; class lists one"),
        command,
    )


def order_items(command: AgendaOrder, situation: Situation) -> Kind | Refusal:
    """Only items of the agenda can be put in order."""
    unknown = [one for one in command.numbers if one not in situation.meeting.agenda]
    if unknown or len(command.numbers) < 2:
        why = f"item {unknown[0]} is not on the agenda" if unknown else "it names no two items"
        plans = (f"Agenda {unknown[0]}: title plans it",) if unknown else ()
        return Refusal(why, (*plans, "Agenda order: 5, 4 names those that change places"), command)
    return command


def mark(command: Marking, situation: Situation) -> Kind | Refusal:
    """A closed sitting opens by its own word only."""
    if command.level == "open" and situation.sitting.marking == "open":
        return Refusal("the sitting is open already", ("In camera: closes it",), command)
    return command


def rule_on_point(command: Ruling, situation: Situation) -> Kind | Refusal:
    """A ruling answers the point of order that is not ruled on yet."""
    if is_resolved(command.target):
        return command
    point = situation.meeting.floor(situation.sitting_id).order_point
    return command.model_copy(update={"target": point})


def go_on(command: Continuation, situation: Situation) -> Kind | Refusal:
    """More belongs to this station's last entry that holds words."""
    if is_resolved(command.target):
        return command
    for entry in situation.recent():
        what = entry.what
        if isinstance(what, Continuation):
            return command.model_copy(update={"target": what.target})
        if getattr(what, "text", "") and not isinstance(what, FloorList | PointOfOrder):
            return command.model_copy(update={"target": entry.id})
    return Refusal("there is nothing to continue", ("type it without the dots",))


HANDED_IN = "prepared"
"""What a line points at that names no prepared statement: the speaker's own."""


def intervene(command: Intervention, situation: Situation) -> Kind | Refusal:
    """A statement that is read is one handed in; without words it was read as it stands."""
    prepared = situation.meeting.prepared
    if not command.prepared:
        return command
    if not is_resolved(command.prepared):
        own = [
            one for one in prepared.values()
            if one.what.speaker == command.speaker and not one.delivered
        ]  # fmt: skip
        if not own:
            return Refusal(
                f"no prepared statement of {command.speaker or 'nobody'} is at hand",
                ("Prepared NV: text hands one in", "NV: text records what was said"),
                command.model_copy(update={"prepared": ""}),
            )
        own.sort(key=lambda one: one.rank)
        command = command.model_copy(update={"prepared": own[0].entry.id})
    held = prepared.get(command.prepared)
    if held is None:
        return Refusal(
            f"{command.prepared} is no prepared statement", ("NV: text records what was said",)
        )
    return command if command.text else command.model_copy(update={"text": held.what.text})


def align(command: Alignment, situation: Situation) -> Kind | Refusal:
    """Delegations join the last speaker."""
    if is_resolved(command.target):
        return command
    speech = situation.last_speech()
    if speech is None:
        return Refusal("nobody has spoken yet", ("say it in prose",), command)
    return command.model_copy(update={"target": speech.entry.id})


def state(command: Statement, situation: Situation) -> Kind | Refusal:
    """The summing-up is the Chair's."""
    if command.form == "summing_up" and not command.speaker:
        return resolve_speaker(command.model_copy(update={"capacity": "chair"}), situation)
    return command


RULES: Rules = {
    Intervention: intervene,
    Timer: time_speech,
    Limit: limit_speech,
    AgendaOrder: order_items,
    SittingTime: time_sitting,
    ItemChange: change_item,
    Presence: count,
    FloorList: list_speakers,
    Marking: mark,
    Ruling: rule_on_point,
    Continuation: go_on,
    Alignment: align,
    Statement: state,
}
