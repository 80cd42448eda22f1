"""Jump mode, without a screen: which letter goes to which place."""

from __future__ import annotations

from collections.abc import Iterable

SPARE = "jklhgdsaqwertyuiopzxcvbnmf"
"""Letters for places whose own are taken: those under the fingers first."""


def lettered(names: Iterable[str]) -> dict[str, str]:
    """Return a letter for each name, in order: its first that is free, else one to spare.

    Names beyond the letters of the alphabet get none.
    """
    taken: dict[str, str] = {}
    for name in dict.fromkeys(names):
        letter = next((one for one in (*name, *SPARE) if one in SPARE and one not in taken), "")
        if letter:
            taken[letter] = name
    return taken
