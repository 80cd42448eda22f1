"""From the file to the preferences; what is wrong with one value does not touch the others."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from plenary_tui.record.clean import clean_line

from .toml_lines import Lines, no_toml, whole_toml
from .values import READERS, nearest, quoted, read_key, seconds, shown_value, spelt_path, words

VARIABLE = "PLENARY_SETTINGS"
CLASSES = (
    "participant", "member", "applicant", "observer", "independent observer", "guest", "other",
)  # fmt: skip
"""The classes of speakers that can have a limit, as a delegation's status in small letters;
`other` is for every status that is not among them."""
TABLES = ("limits", "abbreviations", "keys")


_NOTHING: Mapping[str, Any] = MappingProxyType({})


class Preferences(NamedTuple):
    """What a person has set. limits: seconds by class of speaker, without those that have none.

    warning: seconds before the end of a speech. keys: a key by action id, as written. path: the
    file, whether it exists or not. troubles: one sentence for each thing in it that does not hold.
    """

    theme: str = "dark"
    mouse: bool = True
    time_format: str = "24h"
    kitty_keys: bool = False
    second_folder: Path | None = None
    share: Path | None = None
    house_template: Path | None = None
    limits: Mapping[str, int] = _NOTHING
    warning: int = 30
    abbreviations: Mapping[str, str] = _NOTHING
    keys: Mapping[str, str] = _NOTHING
    path: Path | None = None
    lines: Lines = Lines()
    troubles: tuple[str, ...] = ()

    def trouble(self, key: tuple[str, ...], why: str) -> str:
        """Return the sentence that says where in the file a key stands and what is wrong."""
        return _sentence(self.path, self.lines.of(key), why)


def settings_path() -> Path:
    """Return the file: what PLENARY_SETTINGS names, else settings.toml of this person."""
    named = os.environ.get(VARIABLE, "")
    if named:
        return Path(named)
    from platformdirs import user_config_path

    return user_config_path("plenary", appauthor=False) / "settings.toml"


def read(path: Path) -> Preferences:
    """Read a file of settings; where there is none, everything stands at its default."""
    try:
        # A pipe or a device would keep the room waiting.
        data = path.read_bytes() if path.is_file() or path.is_dir() else b""
    except (OSError, ValueError) as error:
        why = f"it cannot be read ({getattr(error, 'strerror', '') or error}): look after it"
        return Preferences(path=path, troubles=(_sentence(path, 0, why),))
    return understood(path, data)


def understood(path: Path, data: bytes) -> Preferences:
    """Return what the bytes of a file say."""
    if not data.strip():
        return Preferences(path=path)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        why = "it is not written in UTF-8: save it so; nothing in it holds until then"
        return Preferences(path=path, troubles=(_sentence(path, 0, why),))
    try:
        values = whole_toml(text)
    except ValueError as error:
        line, why = no_toml(text, error)
        return Preferences(path=path, troubles=(_sentence(path, line, why),))
    return _Reader(Preferences(path=path, lines=Lines.found(text))).read(values)


class _Reader:
    """Takes the values of a file one by one, and keeps a sentence for each that cannot be."""

    def __init__(self, start: Preferences) -> None:
        self._start = start
        self._troubles: list[str] = []

    def read(self, values: dict[str, Any]) -> Preferences:
        taken: dict[str, Any] = {}
        for key, value in values.items():
            if key in READERS:
                self._put(taken, key, (key,), READERS[key], value)
            elif key not in TABLES:
                self._unknown((key,), "setting", (*READERS, *TABLES))
            elif isinstance(value, dict):
                taken[key] = self._table(key, value)
            else:
                self._say((key,), f"{key} is a part of its own: write [{key}], its lines below it")
        if "warning" in taken.get("limits", ()):
            taken["warning"] = taken["limits"].pop("warning")
        if "limits" in taken:
            taken["limits"] = {key: limit for key, limit in taken["limits"].items() if limit}
        return self._start._replace(**taken, troubles=tuple(self._troubles))

    def _table(self, name: str, values: dict[str, Any]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key, value in values.items():
            where = (name, key)
            if name == "keys":
                self._put(found, key, where, read_key, value)
            elif name == "abbreviations":
                if is_abbreviation(key):
                    self._put(found, key, where, words, value)
                else:
                    self._say(where, f"{quoted(key)} is no abbreviation: write it without a space")
            elif (limited := limit_class(key)) in (*CLASSES, "warning"):
                self._put(found, limited, where, seconds, value)
            else:
                self._unknown(where, "class of speaker", (*CLASSES, "warning"))
        return found

    def _put(
        self, found: dict[str, Any], key: str, where: tuple[str, ...],
        reader: Callable[[Any], Any], value: Any,
    ) -> None:  # fmt: skip
        try:
            found[key] = reader(value)
        except ValueError as why:
            name = where[-1] if where[-1].isidentifier() else quoted(where[-1])
            self._say(where, f"{name} cannot be {shown_value(value)}: {why}")

    def _unknown(self, where: tuple[str, ...], what: str, known: tuple[str, ...]) -> None:
        self._say(where, f"there is no {what} {quoted(where[-1])}: {nearest(where[-1], known)}")

    def _say(self, where: tuple[str, ...], why: str) -> None:
        self._troubles.append(self._start.trouble(where, why))


def is_abbreviation(text: str) -> bool:
    """Whether a text can stand for others: a word that `clean_line` leaves as it is."""
    return bool(text) and len(text) <= 40 and " " not in text and clean_line(text) == text


def limit_class(key: str) -> str:
    """Return a key of [limits] as the class that it means, however it is joined."""
    return key.casefold().replace("-", " ").replace("_", " ")


def _sentence(path: Path | None, line: int, why: str) -> str:
    where = spelt_path(path) if path else "The settings"
    return clean_line(f"{where}{f', line {line}' if line else ''}: {why}.")
