"""What the menu of the list of speakers offers. Pure: a view gives choices.

What does not apply now keeps its place without a number, so that a digit always means the same.
"""

from __future__ import annotations

from collections.abc import Iterable

from plenary_tui.record.floor import REPLIES, REPLY_SECONDS

from ..panels import minutes
from ..seen.views import Choice, FloorView, Name


def title(floor: FloorView) -> str:
    """Return who waits, in order."""
    waiting = ", ".join(name for _, name in floor.waiting) or "nobody"
    return f"List of speakers ({'closed' if floor.closed else 'open'}): {waiting}"


def speakers(floor: FloorView) -> list[Choice]:
    """Return what can be done about the list and the floor."""
    waits, has = bool(floor.waiting), bool(floor.speaker)
    first = floor.waiting[0][1] if waits else ""
    rest = bool(floor.code or floor.last_called)
    return [
        _if(waits, Choice("next", f"{first} gets the floor", True, "record"),
            "next: nobody is on the list"),
        Choice("q+", "somebody asks for the floor"),
        _if(waits, Choice("withdraw", "somebody gives up their place", does="withdraw"),
            "withdraw: nobody is on the list"),
        _if(len(floor.waiting) > 1, Choice("order", "puts the list in another order", does="order"),
            "order: it takes two on the list"),
        Choice("q open", "takes requests again", True, "record") if floor.closed else
        Choice("q closed", "takes no more requests", True, "record"),
        _if(rest, Choice("back", "whoever was called last waits again", True, "record"),
            "back: nobody was called"),
        Choice("q first", "goes before all others, by leave of the Chair"),
        Choice("Ruling:", "the Chair rules on the point of order") if floor.point_of_order else
        Choice("Point of order", "interrupts whoever speaks: a Participant, then : and the point"),
        Choice("Reply", _replies(floor)),
        Choice("limit", "of speaking time: for all, a class, a delegation, replies", does="limits"),
        _timer(floor),
        _if(has, Choice("Timer reminded:", "the Chair reminds the speaker of the time", True,
                        "record"), "remind: nobody has the floor"),
    ]  # fmt: skip


def _if(applies: bool, choice: Choice, why_not: str) -> Choice:
    return choice if applies else Choice("", why_not)


def _timer(floor: FloorView) -> Choice:
    if not floor.speaker:
        return Choice("", "pause: nobody has the floor")
    return Choice(timer_line(floor), "the time of the speech", True, "record")


def timer_line(floor: FloorView) -> str:
    """Return the line that stops the time, or lets it go on."""
    return "Timer resumed:" if floor.since is None else "Timer paused:"


def _replies(floor: FloorView) -> str:
    first, second = (minutes(seconds) for seconds in REPLY_SECONDS)
    own = dict(floor.limits).get(REPLIES)
    said = f"right of reply: {minutes(own)}" if own else f"right of reply: {first}, then {second}"
    had = ", ".join(f"{who} {taken}" for who, taken in floor.replies)
    return f"{said}; had on this item: {had}" if had else said


def withdrawals(floor: FloorView) -> list[Choice]:
    """Return who can be taken off the list."""
    return [Choice(f"q- {code}", name, True, "record") for code, name in floor.waiting]


def limits(floor: FloorView, names: Iterable[Name]) -> list[Choice]:
    """Return for whom a limit can be set, with what it is now."""
    now = dict(floor.limits)
    classes = dict.fromkeys(one.status for one in names if one.status and not one.chair)

    def own(key: str) -> str:
        return f"now {minutes(now[key])}" if key in now else "as for all"

    choices = [Choice("limit", f"for all; now {minutes(floor.for_all)}")]
    choices += [Choice(f"limit {one}", own(one.casefold())) for one in classes]
    reply = own(REPLIES) if REPLIES in now else "by custom " + ", then ".join(
        minutes(seconds) for seconds in REPLY_SECONDS)  # fmt: skip
    choices.append(Choice("limit replies", reply))
    if floor.code:
        choices.append(Choice(f"limit {floor.code}", f"{floor.speaker}: {own(floor.code)}"))
    return choices
