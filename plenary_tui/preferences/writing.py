"""Changes of the file that keep a person's comments and order, and the documented file itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from importlib import resources
from pathlib import Path
from typing import Any

from plenary_tui.errors import DoesNotHold, StoreError
from plenary_tui.record.clean import clean_line
from plenary_tui.store.atomic import write_whole
from plenary_tui.store.disk import Disk, RealDisk

from .reading import understood
from .toml_lines import Lines, whole_toml
from .values import spelt_path

Key = tuple[str, ...]
_BARE = re.compile(r"[A-Za-z0-9_-]+")


def documented(keys: Iterable[tuple[str, str, str]]) -> str:
    """Return the file that explains every setting, each commented out.

    keys: the id of each action, its key, and what it does.
    """
    text = resources.files("plenary_tui.data").joinpath("settings.toml").read_text("utf-8")
    lines = (f'# {action} = "{key}"  # {says}\n' for action, key, says in keys)
    return text + "".join(lines)


def write_documented(path: Path, text: str, *, disk: Disk | None = None) -> None:
    """Write the documented file where there is none. Raises DoesNotHold, StoreError."""
    if path.exists():
        raise DoesNotHold(f"{spelt_path(path)} exists already: it stays as it is.")
    _replace(disk or RealDisk(), path, text)


def change(path: Path, changes: Mapping[Key, Any], fresh: str, *, disk: Disk | None = None) -> None:
    """Set the values of keys in the file; None takes a key out. Comments and order stay.

    fresh: the text to begin with where there is no file. Raises DoesNotHold where the file has to
    be mended by hand first, StoreError where the disk refuses; the file is then as it was.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig") if path.exists() else fresh
    except (OSError, UnicodeDecodeError) as error:
        raise DoesNotHold(f"{spelt_path(path)} cannot be read: look after it first.") from error
    try:
        wanted = whole_toml(text)
    except ValueError:
        trouble = understood(path, text.encode()).troubles[0]
        raise DoesNotHold(trouble.replace(": nothing in the file holds until it is mended", (
            ": mend that in an editor first"))) from None  # fmt: skip
    for key, value in changes.items():
        if not _set(wanted, key, value):
            raise _by_hand(path, key)
        text = _changed(path, text, key, value)
    if whole_toml(text) != wanted:
        raise _by_hand(path, next(iter(changes)))
    _replace(disk or RealDisk(), path, text)


def _set(values: dict[str, Any], key: Key, value: Any) -> bool:
    """Set a value within tables; False where something else stands in place of a table."""
    for part in key[:-1]:
        values = values.setdefault(part, {})
        if not isinstance(values, dict):
            return False
    if value is None:
        values.pop(key[-1], None)
    else:
        values[key[-1]] = value
    return True


def _changed(path: Path, text: str, key: Key, value: Any) -> str:
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    try:
        document = tomlkit.parse(_uncommented(text, key) if value is not None else text)
        table: Any = document
        for part in key[:-1]:
            if part not in table:
                table[part] = tomlkit.table()
            table = table[part]
        if value is not None:
            table[key[-1]] = value
        elif key[-1] in table:
            del table[key[-1]]
        return tomlkit.dumps(document)
    except (TOMLKitError, ValueError, TypeError, LookupError, RecursionError) as error:
        raise _by_hand(path, key) from error


def _uncommented(text: str, key: Key) -> str:
    """Return the text with the key's own comment made a line, where it has one and is not set."""
    if key in Lines.found(text).by_key:
        return text
    name = key[-1] if _BARE.fullmatch(key[-1]) else f'"{key[-1]}"'
    off = re.compile(rf"#[ \t]*({re.escape(name)}[ \t]*=.*)")
    lines = text.split("\n")
    table: Key = ()
    for number, line in enumerate(lines):
        if line.lstrip().startswith("["):
            table = next(iter(Lines.found(line).by_key), ())
        elif table == key[:-1] and (found := off.fullmatch(line)):
            tried = "\n".join([*lines[:number], found[1], *lines[number + 1 :]])
            try:
                whole_toml(tried)
            except ValueError:
                continue
            return tried
    return text


def _by_hand(path: Path, key: Key) -> DoesNotHold:
    name = clean_line(".".join(key))
    return DoesNotHold(f"{name} can only be changed by hand, in {spelt_path(path)}.")


def _replace(disk: Disk, path: Path, text: str) -> None:
    try:
        target = path.resolve()  # what a link names is changed, and the link stays
        disk.make_folder(target.parent)
        write_whole(disk, target, text.encode())
    except OSError as error:
        raise StoreError(
            f"{spelt_path(path)} cannot be written ({error.strerror or error}): nothing is changed."
        ) from error
