"""When Python looks for what is left over: never through a whole record while somebody types.

A full collection goes through all that lives: with 10,000 entries 80 ms in which no key is heard.
Entries hold no cycles, and what survived one collection is not looked through again.
"""

from __future__ import annotations

import gc
from typing import Any


def _spare(phase: str, info: dict[str, Any]) -> None:
    if phase == "stop" and info["generation"] == 2:
        gc.freeze()


def spare_what_lives() -> None:
    """Look through nothing again that lives now, nor through what outlives a full collection."""
    gc.freeze()
    if _spare not in gc.callbacks:
        gc.callbacks.append(_spare)
    gc.enable()


def look_through_all() -> None:
    """Look through everything again, once nobody types any more."""
    if _spare in gc.callbacks:
        gc.callbacks.remove(_spare)
    gc.unfreeze()
