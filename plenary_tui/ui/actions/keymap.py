"""A person's keys: the registries of actions as they have changed them, each change checked first.

Pure. An action of both screens (help, theme) has one key in both. A change that cannot be is left
out with a sentence, and the action keeps its own key.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import NamedTuple

from plenary_tui.errors import WrongUse
from plenary_tui.preferences import Preferences

from . import EVERYWHERE, SCREENS, Action, KeyRefused, checked

_WRITTEN = r"(?:(\^|ctrl[+-]|alt[+-]))?(.+)"
_FREE = r"ctrl\+[a-z]|alt\+[a-z]|f\d+"


class Keymap(NamedTuple):
    """The actions of each screen with the person's keys. keys: the changes that hold, by id."""

    screens: Mapping[str, tuple[Action, ...]] = SCREENS
    keys: Mapping[str, str] = MappingProxyType({})
    troubles: tuple[str, ...] = ()

    @property
    def actions(self) -> dict[str, Action]:
        """Every action once, by its id, in the words of the first screen that has it."""
        found: dict[str, Action] = {}
        for actions in self.screens.values():
            for one in actions:
                found.setdefault(one.id, one)
        return found


def keymap(preferences: Preferences) -> Keymap:
    """Return the actions with the keys of the preferences, those that can be."""
    if not preferences.keys:
        return Keymap()
    wanted: dict[str, str] = {}
    refused: dict[str, str] = {}
    known = Keymap().actions
    for action_id, written in preferences.keys.items():
        key = plain_key(written)
        why = _why_not(known.get(action_id), action_id, key)
        if why:
            refused[action_id] = why
        elif key != known[action_id].key:
            wanted[action_id] = key
    while True:
        try:
            screens = {name: _with(wanted, actions) for name, actions in SCREENS.items()}
            break
        except KeyRefused as error:
            # Of two that want one key the one that the person set yields, or set later.
            blamed = next(one for one in reversed(error.ids) if one in wanted)
            refused[blamed] = str(error)
            del wanted[blamed]
    troubles = [
        preferences.trouble(("keys", action_id), refused[action_id].rstrip("."))
        for action_id in preferences.keys
        if action_id in refused
    ]
    return Keymap(screens, wanted, tuple(troubles))


def why_refused(preferences: Preferences, action_id: str, key: str) -> str:
    """Say why a key cannot become an action's beside the other keys; empty where it can."""
    known = Keymap().actions
    why = _why_not(known.get(action_id), action_id, key)
    if why:
        return f"{why}."
    held = {one: set_to for one, set_to in keymap(preferences).keys.items() if one != action_id}
    for actions in SCREENS.values():
        try:
            _with({**held, action_id: key}, actions)
        except KeyRefused as error:
            return str(error)
    return ""


def documented_settings() -> str:
    """Return the file that explains every setting and every key."""
    from plenary_tui.preferences.writing import documented

    return documented((one.id, one.key, one.says) for one in Keymap().actions.values()
                      if not is_fixed(one))  # fmt: skip


def plain_key(written: str) -> str:
    """Return a key as the registry names it: `^G`, `Ctrl-G` and `ctrl+g` are one."""
    found = re.fullmatch(_WRITTEN, "".join(written.casefold().split()))
    if found is None:
        return ""
    before, letter = found.groups()
    return {None: "", "^": "ctrl+", "c": "ctrl+", "a": "alt+"}[before and before[0]] + letter


def _why_not(action: Action | None, action_id: str, key: str) -> str:
    """Say why a key cannot be an action's whatever the others are; empty where it can."""
    if action is None:
        from plenary_tui.preferences.values import nearest, quoted

        return (
            f"there is no action {quoted(action_id)}: {nearest(action_id, tuple(Keymap().actions))}"
        )
    if key == action.key:
        return ""
    if is_fixed(action):
        return f"“{action.label}” is always {action.shown_key}"
    try:
        checked([replace(action, key=key, footer=False)])
    except WrongUse as error:
        return str(error).rstrip(".")
    if not re.fullmatch(_FREE, key):
        return f"{key} has its own meaning everywhere: take ctrl+, alt+ or F1 to F12"
    return ""


def is_fixed(action: Action) -> bool:
    """Whether an action's key is the same for everybody: it belongs to the widget or the list."""
    return not re.fullmatch(_FREE, action.key)


def _with(keys: Mapping[str, str], actions: Iterable[Action]) -> tuple[Action, ...]:
    """Return the actions with these keys. Raises KeyRefused, in which the later change yields."""
    changed = [replace(one, key=keys.get(one.id, one.key)) for one in actions]
    own = {one.id for one in changed}
    beside = [
        replace(one, key=keys.get(one.id, one.key), footer=False)
        for one in SCREENS["room"]
        if one.id in EVERYWHERE and one.id not in own
    ]
    places = {action_id: place for place, action_id in enumerate(keys, 1)}
    checked(sorted((*beside, *changed), key=lambda one: places.get(one.id, 0)))
    return tuple(changed)
