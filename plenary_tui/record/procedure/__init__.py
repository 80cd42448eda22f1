"""The rules of procedure: a command and the Meeting give one resolved command, or a refusal.

Accepting a command resolves what it points at into ids, so that an entry never has to guess
later. A refusal gives its reason and the ways out; `anyway` is what an import records all the
same, because reality wins and is flagged by the fold.
"""

from __future__ import annotations

from plenary_tui.record.kinds import AGENDA, Correction, Kind, Outcome, Pointing, Spoken

from . import drafting, review, room, texts, upkeep
from .ruling import Refusal, Rules, Situation, is_resolved, is_time, resolve_speaker

_RULES: Rules = {**room.RULES, **texts.RULES, **drafting.RULES, **upkeep.RULES, **review.RULES}


def decide(command: Kind, situation: Situation) -> Kind | Refusal:
    """Return the command with all its references resolved, or a `Refusal`."""
    if isinstance(command, Spoken) and not command.speaker and command.capacity:
        command = resolve_speaker(command, situation)
    if isinstance(command, Pointing) and command.target and not is_resolved(command.target):
        found = _named(command, situation)
        if isinstance(found, Refusal):
            return found
        command = found
    rule = _RULES.get(type(command))
    return command if rule is None else rule(command, situation)


def _named(command: Pointing, situation: Situation) -> Pointing | Refusal:
    """Resolve a label into the id of its text; the agenda and a time are names of their own."""
    target = command.target
    if isinstance(command, Outcome) and target == AGENDA:
        return command
    if isinstance(command, Correction) and is_time(target):
        return command
    text = situation.text(target)
    if text is None:
        return Refusal(f"nothing here is called {target}", ("name it as P3, or by its @label",))
    return command.model_copy(update={"target": text.id})


__all__ = ["Refusal", "Situation", "decide"]
