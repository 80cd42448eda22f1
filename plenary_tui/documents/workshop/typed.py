"""A paragraph as it is typed: brackets with their owners inside them, `[TR: words]`, and back.

The law: what is written from a text reads as the same text, with the same brackets and owners.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from plenary_tui.record.bracketing import LABEL, Bracket, Marked
from plenary_tui.record.clean import clean

_SIGNS = re.compile(r"[\[\]]")
_OWNERS = re.compile(r"([^:\[\]\n]{1,80}?)\s?:\s")
_BETWEEN = re.compile(r"\s*,\s*")

NOTHING = Marked("")

Known = Callable[[str], str]
"""The code of a delegation, given what somebody typed; empty where it is none."""


def as_typed(text: Marked) -> str:
    """Return a text as it is edited: an owned bracket opens with its owners and a colon."""
    said = text.text
    for one in sorted(text.brackets, key=lambda one: one.start, reverse=True):
        if one.by:
            said = f"{said[: one.start + 1]}{', '.join(one.by)}: {said[one.start + 1 :]}"
    return said


def read_typed(typed: str, known: Known, before: Marked = NOTHING) -> Marked:
    """Return a text that was typed, with its brackets.

    Owners are those who `known` knows, and those who owned a bracket `before`. What else was
    known of a bracket (why, its sources) stays with the one of the same owners and words, or else
    of the same owners. A bracket sign without its counterpart is left as typed.
    """
    said = clean(typed).strip()
    owned = {name for one in before.brackets for name in one.by}

    def code(name: str) -> str:
        return name if name in owned else known(name)

    text, brackets = _taken_in(said, code)
    left = list(before.brackets)
    found = []
    for one in brackets:
        was = _same(one, text, before, left)
        if was is not None:
            left.remove(was)
            one = replace(one, owner=was.owner, why=was.why, sources=was.sources)
        found.append(one)
    return Marked(text, tuple(found))


def _taken_in(said: str, code: Known) -> tuple[str, list[Bracket]]:
    """Return a text without the owners in its brackets, and the brackets, inner ones first."""
    pairs = _pairs(said)
    out: list[str] = []
    length, at = 0, 0
    opened: dict[int, tuple[int, tuple[str, ...]]] = {}
    found: list[Bracket] = []
    for sign in _SIGNS.finditer(said):
        out.append(said[at : sign.end()])
        length += sign.end() - at
        at = sign.end()
        if sign.start() in pairs:
            by: tuple[str, ...] = ()
            owners = _OWNERS.match(said, at)
            names = [code(name) for name in _BETWEEN.split(owners[1])] if owners else []
            if owners and all(names):
                by, at = tuple(names), owners.end()
            opened[pairs[sign.start()]] = (length - 1, by)
        elif sign.start() in opened:
            start, by = opened[sign.start()]
            found.append(Bracket(start, length, by=by))
    out.append(said[at:])
    text = "".join(out)
    return text, [
        replace(one, alternative=LABEL.match(text, one.start + 1) is not None) for one in found
    ]  # fmt: skip


def _pairs(said: str) -> dict[int, int]:
    """Return the places of bracket signs that open, each with the place of its counterpart."""
    opened: list[int] = []
    found: dict[int, int] = {}
    for sign in _SIGNS.finditer(said):
        if sign[0] == "[":
            opened.append(sign.start())
        elif opened:
            found[opened.pop()] = sign.start()
    return found


def _same(one: Bracket, text: str, before: Marked, left: Iterable[Bracket]) -> Bracket | None:
    """Return the bracket that one was before, None where it is new."""
    like = [other for other in left if other.by == one.by]
    words = text[one.start : one.end]
    exact = (other for other in like if before.text[other.start : other.end] == words)
    return next(exact, like[0] if like and one.by else None)
