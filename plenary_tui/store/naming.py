"""Whom and what a filter means: delegations and bodies under every name and code, sessions."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from plenary_tui.record.folded import fold_name

from .asking import FILTERS, Asked

_ARTICLES = {
    "the",
    "la",
    "le",
    "les",
    "el",
    "los",
    "las",
    "die",
    "der",
    "das",
    "o",
    "a",
    "os",
    "as",
}
_ENOUGH = 3
"""Letters from which on a part of a name stands for it."""
_OFFERED = 12
"""Names that a sentence tells."""
_UNKNOWN = re.compile(r"(?<![^\s])([^\W\d]\w*):(?=\S)(?!//)")
_EVERY_NAME = """
WITH RECURSIVE one (name) AS (
    SELECT min(name) FROM alias WHERE kind = ?1
    UNION ALL
    SELECT (SELECT min(name) FROM alias WHERE kind = ?1 AND name > one.name)
    FROM one WHERE one.name IS NOT NULL)
SELECT name FROM one WHERE name IS NOT NULL
"""
"""From one name to the next: as many steps as there are names, however many sessions say them."""


class Meant(NamedTuple):
    """A delegation that words name. said: its statements."""

    code: str
    name: str
    said: int = 0


def marks_of(base: sqlite3.Connection, of: str, typed: str) -> list[str]:
    """Return the marks of a delegation or body, under every name and code that it ever had."""
    folded = fold_name(typed)
    codes = _codes(base, of, [folded])
    marks = ids(base, of, {folded, *codes})
    return marks if marks or codes else ids(base, of, whose(base, of, typed))


def whose(base: sqlite3.Connection, of: str, typed: str) -> set[str]:
    """Return the codes of whoever is meant: by a whole name, by names that begin so, or by a part
    of the name of one alone."""
    folded = fold_name(typed)
    return (
        _codes(base, of, [folded])
        or _codes(base, of, _beginning(base, of, folded))
        or _alone(base, of, _having(base, of, folded))
    )


def named_by(base: sqlite3.Connection, words: str) -> Meant | None:
    """Return the one delegation that words name by themselves, in whole or in part."""
    folded = fold_name(words.strip('"* '))
    codes = _codes(base, "d", [folded])
    if not codes and len(folded) >= _ENOUGH:
        codes = _alone(base, "d", _beginning(base, "d", folded) or _having(base, "d", folded))
    if not codes:
        return None
    code = min(codes)
    (name,) = base.execute(
        "SELECT shown FROM alias WHERE kind = 'd' AND code = ? ORDER BY session DESC,"
        " length(shown) DESC LIMIT 1", (code,),
    ).fetchone()  # fmt: skip
    return Meant(code.upper(), name)


def unknown(base: sqlite3.Connection, wanted: Asked) -> str:
    """Return which filter nobody knows, with what is possible; empty where each is known."""
    if odd := _UNKNOWN.search(re.sub(r'"[^"]*"?', "", wanted.words)):
        return f"“{odd[1]}:” narrows nothing down: {', '.join(one + ':' for one in FILTERS)} do."
    if wanted.session and not session_marks(base, wanted.session):
        rows = base.execute("SELECT name FROM session ORDER BY name DESC").fetchall()
        names = [name for (name,) in rows]
        return f"No session is called “{wanted.session}”: {_offer(names)}."
    for what in ("delegation", "body"):
        typed = getattr(wanted, what)
        if not typed or whose(base, what[0], typed) or marks_of(base, what[0], typed):
            continue
        several = _codes(base, what[0], _having(base, what[0], fold_name(typed)))
        if several:
            codes = _offer([code.upper() for code in sorted(several)])
            return f"“{typed}” is in the name of more than one {what}: {codes}."
        rows = base.execute(
            "SELECT DISTINCT code FROM alias WHERE kind = ? ORDER BY code", (what[0],)
        ).fetchall()
        codes = _offer([code.upper() for (code,) in rows])
        return f"No {what} has the name or code “{typed}”: {codes}."
    return ""


def session_marks(base: sqlite3.Connection, typed: str) -> list[str]:
    """Return the marks of the session of a name, else of those that begin so."""
    rows = base.execute(
        "SELECT id FROM session WHERE name = ?1 OR (name >= ?1 AND name < ?1 || char(0x10ffff)"
        " AND NOT EXISTS (SELECT 1 FROM session WHERE name = ?1))", (typed.casefold(),),
    )  # fmt: skip
    return ids(base, "n", [str(id_) for (id_,) in rows])


def ids(base: sqlite3.Connection, of: str, names: Iterable[str]) -> list[str]:
    """Return the marks of some names that the index has."""
    found = []
    for name in names:
        row = base.execute("SELECT id FROM mark WHERE kind = ? AND name = ?", (of, name)).fetchone()
        if row is not None:
            found.append(f"{of}{row[0]}")
    return found


def _codes(base: sqlite3.Connection, of: str, names: Iterable[str]) -> set[str]:
    """Return the codes of whoever was ever named so, and of whoever bears a name of theirs."""
    found: set[str] = set()
    for name in names:
        for code in _named(base, of, name) - found:
            found |= _bearing(base, of, code)
    return found


def _named(base: sqlite3.Connection, of: str, name: str) -> set[str]:
    rows = base.execute("SELECT DISTINCT code FROM alias WHERE kind = ? AND name = ?", (of, name))
    return {code for (code,) in rows}


def _bearing(base: sqlite3.Connection, of: str, code: str) -> set[str]:
    """Return a code, and the codes of whoever bears a name that it stands for."""
    names = base.execute("SELECT DISTINCT name FROM alias WHERE kind = ? AND code = ?", (of, code))
    return {code}.union(*(_named(base, of, name) for (name,) in names.fetchall()))


def _alone(base: sqlite3.Connection, of: str, names: Iterable[str]) -> set[str]:
    """Return the codes of some names where all are one's; nothing where they are several's."""
    own: set[str] = set()
    for name in names:
        codes = _named(base, of, name)
        own = own or _bearing(base, of, min(codes))
        if not codes <= own:
            return set()
    return own


def _beginning(base: sqlite3.Connection, of: str, folded: str) -> list[str]:
    names = (name for (name,) in base.execute(_EVERY_NAME, (of,)))
    return [name for name in names if name.startswith(folded)]


def _having(base: sqlite3.Connection, of: str, folded: str) -> list[str]:
    """Return the names that are these words but for an article, else those that hold them."""
    wanted = _words(folded)
    if len("".join(wanted)) < _ENOUGH:
        return []
    names = {name: _words(name) for (name,) in base.execute(_EVERY_NAME, (of,))}
    same = [name for name, words in names.items() if words == wanted]
    return same or [name for name, words in names.items() if _holds(words, wanted)]


def _holds(words: Sequence[str], wanted: Sequence[str]) -> bool:
    """Whether words stand in a name one after the other, the last in whole or its beginning."""
    *whole, last = wanted
    return any(
        words[place : place + len(whole)] == whole and words[place + len(whole)].startswith(last)
        for place in range(len(words) - len(whole))
    )


def _words(name: str) -> list[str]:
    words = name.replace("'", " ").split()
    return words[1:] if len(words) > 1 and words[0] in _ARTICLES else words


def _offer(names: Sequence[str]) -> str:
    if not names:
        return "there is none yet"
    more = len(names) - _OFFERED
    return f"there {'is' if len(names) == 1 else 'are'} {', '.join(names[:_OFFERED])}" + (
        f" and {more:,} more" if more > 0 else ""
    )
