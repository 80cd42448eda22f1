"""A form: one row of the notation's table, read from a line and written as one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal, Protocol

from plenary_tui.record.kinds import Kind

from .lexicon import LEXICON
from .reading import Misfit, Reading
from .speakers import MOST_CHARACTERS, MOST_WORDS

Fields = dict[str, Any]

Stray = Literal["text", "sealed", "office", "unclear", "prose"]
"""What words of a head mean that no part of it takes: the text's beginning (`sealed`: however
long; `office`: if they say as what), a line for the worklist, or that the line is prose."""

Bare = Literal["", "named", "alone", "timed"]
"""Whether a line without a colon has this form: never, if it names something, in any case, or
if a time and nothing else follows."""

_OFFICE = re.compile(rf"(?:{LEXICON.alternatives('as')})\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Scan:
    """A reading, and whether the line has no colon, so that only sure words count."""

    reading: Reading
    bare: bool = False


class Part(Protocol):
    """A part of a row. The law: what `write` gives, `read` takes."""

    def read(self, text: str, fields: Fields, scan: Scan) -> str:
        """Take this part from `text` into `fields`, return the rest; Misfit where it is wrong."""

    def write(self, command: Any, language: str) -> str:
        """Return this part of `command`, empty where there is none."""


@dataclass(frozen=True)
class Form:
    """`KEYWORD head…: tail` for a kind with `fixed` fields.

    `sign` is written instead of the keyword where there is one.
    """

    keyword: str
    kind: type[Kind]
    fixed: Mapping[str, Any] = field(default_factory=dict)
    head: tuple[Part, ...] = ()
    tail: Part | None = None
    bare: Bare = ""
    stray: Stray = "prose"
    sign: str = ""

    def read(self, head: str, tail: str | None, reading: Reading) -> tuple[Kind, datetime | None]:
        """Return the command of a line and the time inside it.

        head: the words after the keyword. tail: what stands after the colon, None without one.
        Raises Misfit where the line has not this form.
        """
        fields: Fields = {}
        scan = Scan(reading, bare=tail is None)
        only_tail = bool(tail) and not head and self.tail is None
        if tail and self.tail is None:
            head, tail = f"{head} {tail}".strip(), ""
        rest = head
        for part in self.head:
            rest = part.read(rest, fields, scan)
        if scan.bare:
            if self.bare == "timed" and rest:
                tail, rest = rest, ""
            if rest or not self.bare or (self.bare != "alone" and not (fields or tail)):
                raise Misfit
        elif rest:
            tail = self._with_stray(rest, tail or "", "unclear" if only_tail else self.stray)
        if self.tail is not None:
            self.tail.read(tail or "", fields, scan)
        when = fields.pop("when", None)
        return self.kind(**{**self.fixed, **fields}), when

    def _with_stray(self, rest: str, tail: str, stray: Stray) -> str:
        short = len(rest) <= MOST_CHARACTERS and rest.count(" ") < MOST_WORDS
        said = stray == "text" or (stray == "office" and _OFFICE.match(rest))
        if stray == "sealed" or (said and short):
            return f"{rest}: {tail}" if tail else rest
        if stray in ("unclear", "office") and short:
            raise Misfit(f"“{rest}” does not belong here: nothing was done")
        raise Misfit

    def write(self, command: Kind, language: str) -> Iterator[str]:
        """Yield the lines that may say `command`, the shortest first."""
        if any(getattr(command, name) != value for name, value in self.fixed.items()):
            return
        words = [self.sign or LEXICON.word(self.keyword, language)]
        words += [part.write(command, language) for part in self.head]
        line = " ".join(word for word in words if word)
        text = self.tail.write(command, language) if self.tail else ""
        if self.bare and not text:
            yield line
        if not self.sign:
            yield f"{line}: {text}" if text else f"{line}:"
