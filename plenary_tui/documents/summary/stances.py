"""Who took a stance together with a proposal, and is told in its sentence."""

from __future__ import annotations

from dataclasses import dataclass

from plenary_tui.record.entries import Entry
from plenary_tui.record.kinds import (
    Continuation,
    Correction,
    FloorList,
    Limit,
    Presence,
    Private,
    Proposal,
    Stance,
)

from ..chronicle import Chronicle
from ..outcomes import objected_after, proposers

_UNTOLD = (Continuation, Correction, FloorList, Limit, Presence, Private)
"""What may come between a proposal and those who join it: nothing is told of it there."""


@dataclass(frozen=True)
class AtOnce:
    """Stances taken on a text before anything else happened, and the entries that state them."""

    proposal: Entry
    taken: tuple[tuple[str, str], ...] = ()
    entries: frozenset[str] = frozenset()

    def of(self, entry_id: str) -> frozenset[str]:
        """Return those whose stance, stated by this entry, is told with the proposal."""
        return frozenset(who for who, _ in self.taken) if entry_id in self.entries else frozenset()

    def names(self, chronicle: Chronicle, stance: str) -> str:
        """Return the names of those who took a stance."""
        on = chronicle.meeting.day_of(self.proposal)
        return chronicle.words.names((who for who, one in self.taken if one == stance), on)


def stances_at_once(chronicle: Chronicle, proposal: Entry) -> AtOnce:
    """Return the stances that are told with a proposal.

    Those who put it forward are not among them, nor is a supporter who objected to it later.
    """
    text = chronicle.meeting.texts.get(proposal.id)
    if text is None or not isinstance(proposal.what, Proposal):
        return AtOnce(proposal)
    own = proposers(chronicle, proposal)
    stated: dict[str, tuple[str, str]] = {}
    entries = set()
    for entry in chronicle.after(proposal):
        what = entry.what
        if isinstance(what, Stance) and what.target == proposal.id:
            for who in what.who:
                stated[who] = (what.stance, entry.id)
            entries.add(entry.id)
        elif not isinstance(what, _UNTOLD):
            break
    kept = tuple(
        (who, stance) for who, (stance, entry_id) in stated.items()
        if who not in own
        and (stance == "opposes" or not objected_after(chronicle, text, who, entry_id))
    )  # fmt: skip
    return AtOnce(proposal, kept, frozenset(entries))
