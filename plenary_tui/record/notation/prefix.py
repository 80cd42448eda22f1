"""What may stand before a line: `#12`, a time, and in a file the entry's context."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime, tzinfo

from .reading import Context
from .times import spell_moment_in, taken_for_a_zone

_LABEL = re.compile(r"#([a-z0-9][a-z0-9-]*-\d+|\d+)(?=\s|$)")
_KEYS = ("sitting", "item", "by", "marking", "rules")
_VALUE = r'(?:"(?:[^"\\\n]|\\.)*"|[^\s;\]"][^;\]"\n]*)'
_PART = re.compile(rf"(?P<key>{'|'.join(_KEYS)}) (?P<value>{_VALUE})")
_CONTEXT = re.compile(rf"\[{_PART.pattern}(?:; (?:{'|'.join(_KEYS)}) {_VALUE})*\](?=\s|$)")
_PLAIN = re.compile(r'[^\s;\]"][^;\]"\n]*')


def read_label(text: str) -> tuple[str, str]:
    """Return the label that `text` begins with, or "", and the rest."""
    found = _LABEL.match(text)
    return (found[1], text[found.end() :].lstrip()) if found else ("", text)


def read_context(text: str) -> tuple[Context | None, str]:
    """Return the context in brackets that `text` begins with, or None, and the rest."""
    found = _CONTEXT.match(text)
    if found is None:
        return None, text
    parts: dict[str, str] = {}
    for part in _PART.finditer(found[0][1:-1]):
        value = part["value"]
        try:
            parts[part["key"]] = json.loads(value) if value[0] == '"' else value.strip()
        except ValueError:
            return None, text
    if "sitting" in parts:
        parts["sitting"] = parts["sitting"].removeprefix("@")
    return Context(**parts), text[found.end() :].lstrip()


def spell_prefix(
    zone: tzinfo, *, label: str = "", when: datetime | None = None, context: Context | None = None
) -> str:
    """Return what stands before a line so that `parse` gives back label, time and context.

    It ends with a space, unless it is empty. The time is written with its day, and with its
    offset where the session's `zone` does not give it. A context is written only after a label.
    """
    parts = [f"#{label}"] if label else []
    if when is not None:
        parts.append(spell_moment_in(zone, when))
    if context is not None and label:
        parts.append(_spell_context(asdict(context)))
    return "".join(part + " " for part in parts if part)


def _spell_context(parts: Mapping[str, str | None]) -> str:
    said = []
    for key, value in parts.items():
        if value is not None:
            text = f"@{value}" if key == "sitting" and value else value
            plain = _PLAIN.fullmatch(text) and text == text.strip()
            said.append(f"{key} {text if plain else json.dumps(text, ensure_ascii=False)}")
    return f"[{'; '.join(said)}]" if said else ""


def joins_a_prefix(line: str) -> bool:
    """Tell whether a prefix before `line` would take its first words for its own."""
    return taken_for_a_zone(line) or (line[:1] == "[" and read_context(line)[0] is not None)
