"""What the settings screen lists: every setting with its value, what it means, and how it is set.

Pure: preferences and keys give rows, and what a person enters for a row gives a value of the file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from plenary_tui.preferences import CLASSES, Preferences, spelt, spelt_path
from plenary_tui.preferences.reading import is_abbreviation, limit_class
from plenary_tui.preferences.values import READERS, THEMES, TIME_FORMATS, seconds, words

from ..actions.keymap import Keymap, is_fixed

NEXT_START = ("mouse", "kitty_keys", "share")
"""Settings that a running program cannot take up."""

_CHOICES = (
    ("theme", "Colours", THEMES, "Dark, light, or plain: no colour at all. NO_COLOR is plain too."),
    ("time_format", "Clock", TIME_FORMATS,
     "24h is 15:04:05, 24h short is 15:04, 12h is 3:04:05 pm."),
    ("mouse", "Mouse", (True, False),
     "Whether the program takes the mouse; else the terminal selects text as everywhere."),
    ("kitty_keys", "Keys by the kitty protocol", (False, True),
     "Leave it off where AltGr types @, or an input method types for you."),
)  # fmt: skip
_FOLDERS = (
    ("second_folder", "Second folder",
     "Where to go on when the disk fails: a folder on another disk."),
    ("share", "Shared folder", "The folder that the stations of a meeting share."),
)  # fmt: skip
_TEMPLATE = (
    "house_template", "House template",
    "The .docx or .dotx of your office, in which Word documents are set.",
)  # fmt: skip
_NEW = ("abbreviations", "")


@dataclass(frozen=True)
class Setting:
    """One row. key: its place in the file. value: as shown. entered: what an input begins with.

    default: the value to go back to; None takes it out of the file.
    """

    key: tuple[str, ...]
    label: str
    value: str
    says: str
    group: str
    kind: Literal["choice", "text", "key"]
    choices: tuple[Any, ...] = ()
    chosen: Any = None
    entered: str = ""
    default: Any = None

    @property
    def following(self) -> Any:
        """The choice after the one that holds."""
        return self.choices[(self.choices.index(self.chosen) + 1) % len(self.choices)]

    def read(self, text: str) -> tuple[tuple[str, ...], Any]:
        """Return the key to set and its value, from what was entered. Raises ValueError."""
        if self.key == _NEW:
            short, sign, meaning = (part.strip() for part in text.partition("="))
            if not sign or not is_abbreviation(short):
                raise ValueError("write it as  wc = welcomed  with a word before the sign")
            return ("abbreviations", short), words(meaning)
        if self.key[0] == "abbreviations":
            return self.key, words(text) if text.strip() else None
        if self.key[0] == "limits":
            return self.key, spelt(seconds(text))
        READERS[self.key[0]](text.strip())
        return self.key, text.strip()


def rows(preferences: Preferences, keys: Keymap) -> list[Setting]:
    """Return every setting, group by group."""
    return [
        *_general(preferences), *_limits(preferences), *_abbreviations(preferences),
        *_keys(keys),
    ]  # fmt: skip


def _general(preferences: Preferences) -> Iterator[Setting]:
    usual = Preferences()
    for name, label, choices, says in _CHOICES:
        chosen = getattr(preferences, name)
        shown = {True: "on", False: "off"}.get(chosen, chosen)
        yield Setting((name,), label, shown, says, "Screen", "choice", choices, chosen,
                      default=getattr(usual, name))  # fmt: skip
    for name, label, says in (*_FOLDERS, _TEMPLATE):
        path: Path | None = getattr(preferences, name)
        entered = spelt_path(path) if path else ""
        yield Setting((name,), label, entered or "none", f"{says} Its whole path; empty: none.",
                      "Folders and files", "text", entered=entered, default="")  # fmt: skip


def _limits(preferences: Preferences) -> Iterator[Setting]:
    written = {limit_class(key[1]): key for key in preferences.lines.by_key
               if len(key) == 2 and key[0] == "limits"}  # fmt: skip
    for name in CLASSES:
        value = spelt(preferences.limits.get(name, 0))
        who = "everybody else" if name == "other" else name.capitalize()
        yield Setting(
            written.get(name, ("limits", name)), who[:1].upper() + who[1:], value,
            "How long a speaker of this status has: 3 min, 90 s, none.",
            "Time to speak", "text", entered=value, default="none",
        )  # fmt: skip
    warning = spelt(preferences.warning)
    yield Setting(("limits", "warning"), "Warning before the end", warning,
                  "How long before the end the timer warns: 30 s, 1 min, none.",
                  "Time to speak", "text", entered=warning,
                  default=spelt(Preferences().warning))  # fmt: skip


def _abbreviations(preferences: Preferences) -> Iterator[Setting]:
    for short, meaning in preferences.abbreviations.items():
        yield Setting(("abbreviations", short), short, meaning,
                      "Documents write it out; the record keeps what was typed. Empty: away.",
                      "Abbreviations", "text", entered=meaning)  # fmt: skip
    yield Setting(_NEW, "another one", "", "Write it as  wc = welcomed",
                  "Abbreviations", "text")  # fmt: skip


def _keys(keys: Keymap) -> Iterator[Setting]:
    """Yield each action once, with the first screen that has it."""
    usual = Keymap().actions
    seen: set[str] = set()
    for screen, actions in keys.screens.items():
        group = "Keys" if screen == "room" else f"Keys of the {screen.replace('_', ' ')}"
        for one in actions:
            if one.id not in seen and not is_fixed(usual[one.id]):
                says = f"{one.says[:1].upper()}{one.says[1:]}."
                yield Setting(("keys", one.id), one.label, one.shown_key, says, group, "key",
                              default=usual[one.id].key)  # fmt: skip
            seen.add(one.id)
