"""The numbers in a sentence each: what stands beside a chart for those who do not see it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..wording import day, joined
from .brackets import Step
from .shares import By, Measure, Share, clock, percent, shown, total
from .support import Support
from .times import OverTime, time_of

MEASURED: dict[Measure, str] = {
    "time": "Speaking time", "turns": "Turns at the floor", "interventions": "Interventions",
}  # fmt: skip
GROUPED: dict[By, str] = {
    "class": "class", "delegation": "delegation", "item": "agenda item", "day": "day",
}  # fmt: skip
STOOD = {"supports": "supported", "opposes": "opposed", "flexible": "was flexible towards"}
STANDING = {"supports": "Support", "opposes": "Opposition", "flexible": "Flexibility"}
_NAMED = 5


def of_shares(given: Sequence[Share], by: By, measure: Measure) -> str:
    """Say who had how much, the largest five by name."""
    whole = total(given)
    what = f"{MEASURED[measure]} by {GROUPED[by]}"
    if not whole.of(measure):
        why = "no times are known" if measure == "time" and whole.turns else "there is nothing yet"
        return f"{what}: {why}."
    largest = sorted(given, key=lambda one: -one.of(measure))
    named = [
        f"{one.label} {shown(one, measure)} ({percent(one.of(measure), whole.of(measure))})"
        for one in largest[:_NAMED]
    ]
    rest = len(largest) - _NAMED
    more = f", {rest} more" if rest > 0 else ""
    return f"{what}, {shown(whole, measure)} in all: {', '.join(named)}{more}."


def of_untimed(given: Iterable[Share]) -> str:
    """Say how many turns have no known time; empty where all have."""
    whole = total(given)
    if not whole.untimed:
        return ""
    if whole.untimed == whole.turns:
        return "Of no turn at the floor is it known how long it was."
    turns = "1 turn" if whole.untimed == 1 else f"{whole.untimed} turns"
    return f"Of {turns} out of {whole.turns} it is not known how long: counted, but without time."


def of_times(found: OverTime) -> str:
    """Say how many interventions there were on each day, and when the most."""
    if not found.days:
        return "Interventions over time: there is nothing yet."
    said = joined([f"{one.count} on {day(one.day)}" for one in found.days])
    busiest = found.busiest
    if busiest is None:
        return f"Interventions: {said}; at what times is not known."
    on, at = busiest
    slot = f"{time_of(at)} to {time_of(at + found.minutes)}"
    return f"Interventions: {said}. The most, {found.most}, from {slot} on {day(on)}."


def of_steps(steps: Sequence[Step], in_draft_now: int) -> str:
    """Say how many brackets were open at most, and how many are open now."""
    now = f"The draft as composed now holds {in_draft_now}."
    if not steps:
        return f"Open brackets: none was ever asked for in the room, and no draft held any. {now}"
    most = max(steps, key=lambda one: one.room + one.draft)
    last = steps[-1]
    return (
        f"Open brackets: at most {most.room + most.draft} ({most.room} in texts of the room, "
        f"{most.draft} in the draft), on {day(most.at.date())} at {most.at:%H:%M}; last "
        f"{last.room} in texts of the room and {last.draft} in the draft as worked on. {now}"
    )


def of_support(found: Support) -> str:
    """Say who stood so to whom most often."""
    if not found.pairs:
        return f"{STANDING[found.stand]}: none is recorded."
    times = sum(one.times for one in found.pairs)
    named = [
        f"{one.who.name} {STOOD[found.stand]} {one.whom.name} {often(one.times)}"
        for one in found.pairs[:3]
    ]
    return f"{STANDING[found.stand]}, {times} in all: {'; '.join(named)}."


def often(times: int) -> str:
    """Return how often: once, twice, 3 times."""
    return {1: "once", 2: "twice"}.get(times, f"{times} times")


def mean(share: Share) -> str:
    """Return how long a turn was on average; a dash where that is not known."""
    timed = share.turns - share.untimed
    return clock(round(share.seconds / timed)) if timed else "–"
