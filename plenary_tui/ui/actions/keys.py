"""What a key may be: an action with its key, and registries of them that are checked.

`checked` refuses keys that terminals cannot send, keys that the editor needs, and two actions on
one key.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from plenary_tui.errors import WrongUse

from ..seen.views import RoomView

IMPOSSIBLE = {
    "ctrl+h": "a terminal sends it for Backspace",
    "ctrl+i": "a terminal sends it for Tab",
    "ctrl+m": "a terminal sends it for Enter",
    "ctrl+j": "a pasted line end arrives as it",
    "ctrl+[": "a terminal sends it for Escape",
    "shift+enter": "most terminals send plain Enter for it",
    "ctrl+enter": "most terminals send plain Enter for it",
    "alt+enter": "window managers take it",
    "alt+b": "terminals send it for a word to the left",
    "alt+f": "terminals send it for a word to the right",
    "ctrl+backspace": "many terminals send ctrl+h for it",
}
"""Keys that do not arrive everywhere as themselves, and why."""

EDITOR = frozenset(
    {f"ctrl+{letter}" for letter in "acdekuvwxyz"}
    | {"f6", "f7", "left", "right", "home", "end", "backspace", "delete", "space"}
)
"""Keys that the capture line needs for itself."""

_KEY = re.compile(
    r"(?:ctrl\+[a-z\[]|alt\+[a-z]|f(?:[1-9]|1[0-2])|enter|escape|tab|up|pageup|pagedown)"
)

MOST_IN_FOOTER = 7
"""A longer footer is cut off without a word at 80 columns."""


def _always(view: RoomView) -> bool:
    return True


_SHORT = {"pagedown": "PgDn", "pageup": "PgUp", "escape": "Esc"}
"""How keys with long names are written."""


@dataclass(frozen=True)
class Action:
    """Something a person can do. label: short, for the footer. says: a sentence for the help.

    when: whether it applies now; what does not apply is not offered in the palette. letter: its
    key is one that types, on a screen where nothing is typed while it works.
    """

    id: str
    key: str
    label: str
    says: str
    group: str
    footer: bool = False
    when: Callable[[RoomView], bool] = _always
    letter: bool = False

    @property
    def shown_key(self) -> str:
        """The key as people write it: ^N, F1, Enter, e."""
        if len(self.key) == 1:
            return self.key
        if self.key.startswith("ctrl+"):
            return "^" + self.key[-1].upper()
        if self.key.startswith("alt+"):
            return "Alt-" + self.key[-1].upper()
        return _SHORT.get(self.key, self.key.capitalize())


class KeyRefused(WrongUse):
    """A key cannot be an action's. ids: the action; where two want the same key, both."""

    def __init__(self, why: str, *ids: str) -> None:
        super().__init__(why)
        self.ids = ids


def checked(actions: Iterable[Action]) -> tuple[Action, ...]:
    """Return the actions, or raise WrongUse that says which key cannot be and why."""
    found: dict[str, Action] = {}
    ids: set[str] = set()
    for action in actions:
        key = action.key
        why = "" if action.letter else _why_no_key(key, f"“{action.label}”")
        if why:
            raise KeyRefused(why, action.id)
        if key in found:
            raise KeyRefused(
                f"{key} is the key of “{found[key].label}” already: choose another one for "
                f"“{action.label}”.", found[key].id, action.id,
            )  # fmt: skip
        if action.id in ids:
            raise WrongUse(f"two actions are called {action.id}")
        found[key] = action
        ids.add(action.id)
    if sum(action.footer for action in found.values()) > MOST_IN_FOOTER:
        raise WrongUse(f"the footer holds at most {MOST_IN_FOOTER} keys")
    return tuple(found.values())


def _why_no_key(key: str, what: str) -> str:
    if key in IMPOSSIBLE:
        return f"{key} cannot be the key of {what}: {IMPOSSIBLE[key]}."
    if key in EDITOR:
        return f"{key} cannot be the key of {what}: the editor needs it."
    if len(key) == 1:
        return f"{key} cannot be the key of {what}: it is typed; take it with alt+."
    if not _KEY.fullmatch(key):
        return f"{key} is no key that terminals send: take ctrl+, alt+ or F1 to F12."
    return ""
