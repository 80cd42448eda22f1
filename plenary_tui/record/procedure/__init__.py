"""The rules of procedure: a command and the Meeting give one resolved command, or a refusal.

Accepting a command resolves what it points at into ids, so that an entry never has to guess
later. A refusal gives its reason and the ways out; `anyway` is what an import records all the
same, because reality wins and is flagged by the fold.
"""

from __future__ import annotations

from plenary_tui.record.kinds import Kind, Spoken

from . import room, texts, upkeep
from .ruling import Refusal, Rules, Situation, resolve_speaker

_RULES: Rules = {**room.RULES, **texts.RULES, **upkeep.RULES}


def decide(command: Kind, situation: Situation) -> Kind | Refusal:
    """Return the command with all its references resolved, or a `Refusal`."""
    if isinstance(command, Spoken) and not command.speaker and command.capacity:
        command = resolve_speaker(command, situation)
    rule = _RULES.get(type(command))
    return command if rule is None else rule(command, situation)


__all__ = ["Refusal", "Situation", "decide"]
