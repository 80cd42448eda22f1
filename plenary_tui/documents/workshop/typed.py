"""A paragraph as it is typed: brackets with their owners inside them, `[TR: words]`, and back.

The law: what is written from a text reads as the same text, with the same brackets and owners.
Editorial signs (`[sic]`, `[…]`) are no brackets; nor are others inside a quotation that nobody
owns, unless the text had such before.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from plenary_tui.record.bracketing import LABEL, Bracket, Marked, pairs
from plenary_tui.record.clean import clean
from plenary_tui.record.speech import QUOTED

_SIGNS = re.compile(r"[\[\]]")
_OWNERS = re.compile(r"([^:\[\]\n]{1,80}?)\s?:(?:[^\S\n]|(?=\n))")
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
    said = clean(typed)
    if said == as_typed(before):
        return before
    owned = {name for one in before.brackets for name in one.by}

    def code(name: str) -> str:
        return name if name in owned else known(name)

    text, brackets = _taken_in(said, code)
    if not any(_is_quoted(one, before.text) for one in before.brackets):
        brackets = [one for one in brackets if not _is_quoted(one, text)]
    return Marked(text, tuple(_as_before(text, brackets, before)))


def _taken_in(said: str, code: Known) -> tuple[str, list[Bracket]]:
    """Return a text without the owners in its brackets, and the brackets, inner ones first."""
    closing = dict(pairs(said))
    out: list[str] = []
    length, at = 0, 0
    opened: dict[int, tuple[int, tuple[str, ...]]] = {}
    found: list[Bracket] = []
    for sign in _SIGNS.finditer(said):
        out.append(said[at : sign.end()])
        length += sign.end() - at
        at = sign.end()
        if sign.start() in closing:
            by, at = _owners(said, at, code)
            opened[closing[sign.start()]] = (length - 1, by)
        elif sign.end() in opened:
            start, by = opened[sign.end()]
            found.append(Bracket(start, length, by=by))
    out.append(said[at:])
    text = "".join(out)
    return text, [
        replace(one, alternative=LABEL.match(text, one.start + 1) is not None) for one in found
    ]  # fmt: skip


def _owners(said: str, at: int, code: Known) -> tuple[tuple[str, ...], int]:
    """Return who owns the bracket whose words begin at a place, and where they begin then."""
    owners = None if LABEL.match(said, at) else _OWNERS.match(said, at)
    names = [code(name) for name in _BETWEEN.split(owners[1])] if owners else []
    return (tuple(names), owners.end()) if owners and all(names) else ((), at)


def _is_quoted(one: Bracket, text: str) -> bool:
    """Whether a bracket that nobody owns stands inside quotation marks."""
    return not one.by and any(
        quoted.start() < one.start and one.end < quoted.end() for quoted in QUOTED.finditer(text)
    )


def _as_before(text: str, brackets: list[Bracket], before: Marked) -> Iterator[Bracket]:
    """Yield the brackets of a text with what was known of each before."""
    left = list(before.brackets)
    was: dict[Bracket, Bracket] = {}
    for exact in (True, False):
        for one in brackets:
            words = text[one.start : one.end]
            same = (
                other for other in left
                if other.by == one.by and (
                    before.text[other.start : other.end] == words if exact else bool(one.by)
                )
            )  # fmt: skip
            if one not in was and (found := next(same, None)):
                was[one] = found
                left.remove(found)
    for one in brackets:
        known = was.get(one, one)
        yield replace(one, owner=known.owner, why=known.why, sources=known.sources)
