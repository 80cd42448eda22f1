"""Lines that begin with a sign instead of a word."""

from __future__ import annotations

import json
import re
from typing import Any

from pydantic import ValidationError

from plenary_tui.record.entries import read_kind
from plenary_tui.record.kinds import (
    KINDS_BY_NAME,
    Check,
    Continuation,
    Kind,
    Remark,
    Unknown,
)

from .forms import BY_KEYWORD
from .lexicon import LEXICON
from .reading import Misfit, Reading
from .refs import take_ref, write_ref

_STANCES = {"+": "supports", "-": "opposes", "~": "flexible"}
_DOTS = re.compile(r"(?:\.{3,}|…)\s*")
_NICK = re.compile(r"<([^<>\s][^<>\n]{0,39})>(?: |\n|$)")
_JSON = re.compile(r"\.([a-z][a-z_]*) (\{.*\})$", re.DOTALL)
_CHECKS = {
    what: re.compile(rf"(?:{LEXICON.alternatives(what)})(?:$|\s*:\s*|\s+)", re.IGNORECASE)
    for what in ("missed", "name", "wording")
}


def read_sign(sign: str, body: str, reading: Reading) -> Kind | None:
    """Read a line by its first sign, None where the sign means nothing here.

    `sign` is the first character of `body`, its look-alikes made one.
    """
    if sign in _STANCES:
        return _stance(_STANCES[sign], body[1:].lstrip(), reading)
    if sign in ".…":
        if found := _DOTS.match(body):
            return Continuation(text=body[found.end() :])
        return _json(body)
    if sign == "?" and not body.startswith("???"):
        return _check(body[1:])
    if sign == "<" and (found := _NICK.match(body)):
        return Remark(author=found[1], text=body[found.end() :])
    return None


def _stance(keyword: str, rest: str, reading: Reading) -> Kind | None:
    if "\n" in rest:
        return None
    try:
        return BY_KEYWORD[keyword][0].read(rest, None, reading)[0]
    except Misfit:
        return None


def _check(rest: str) -> Check:
    for what, word in _CHECKS.items():
        if found := word.match(rest):
            target, text = take_ref(rest[found.end() :])
            return Check.model_validate({"what": what, "target": target, "text": text})
    target, text = take_ref(rest.lstrip())
    return Check(target=target, text=text)


def _json(body: str) -> Kind | None:
    """Read `.kind {json}`. A kind that this program does not know is kept as it is."""
    found = _JSON.match(body)
    if found is None:
        return None
    name = found[1]
    try:
        fields: dict[str, Any] = json.loads(found[2])
        if name == "unknown" and isinstance(fields.get("raw"), dict):
            return read_kind(fields["raw"])
        known = KINDS_BY_NAME.get(name)
        if known is None or fields.get("v", 1) != 1:
            return read_kind({"kind": name, **fields})
        return known.model_validate_json(found[2])
    except ValidationError as failure:
        field = ".".join(map(str, failure.errors()[0]["loc"])) or name
        raise Misfit(f"the fields of .{name} are not right: look at “{field}”") from None
    except (ValueError, RecursionError):
        raise Misfit(f"what follows .{name} is no JSON") from None


def write_json(command: Kind) -> str:
    """Return `.kind {json}`, which says every command."""
    if isinstance(command, Unknown):
        return f".unknown {json.dumps({'raw': command.raw}, ensure_ascii=False)}"
    return f".{command.kind} {command.model_dump_json(exclude_defaults=True)}"  # type: ignore[attr-defined]


def write_continuation(command: Continuation) -> str:
    """Return `... text`, `@12 ... text`."""
    return f"{address(command.target)}... {command.text}"


def write_check(command: Check, language: str) -> str:
    """Return `?missed @12`, `? text`."""
    word = "" if command.what == "other" else LEXICON.small(command.what, language)
    parts = ["?" + word, write_ref(command.target), command.text]
    return " ".join(part for part in parts if part)


def address(ref: str) -> str:
    """Return what stands before a line about `ref`: `@12 `."""
    return f"@{ref} " if ref else ""
