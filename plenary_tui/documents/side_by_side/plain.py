"""A comparison as lines of plain text: what is alike is counted, what differs is said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..comparing import Span
from .rows import Comparison, Row
from .stretches import Stretch, stretches

GONE, CAME = ("{-", "-}"), ("{+", "+}")
"""The signs around words of one side; brackets alone have a meaning of their own in a draft."""


def marked(span: Span) -> str:
    """Return words with the signs of the side that they are on; none around what both have."""
    if span.change == "same":
        return span.text
    before, behind = GONE if span.change == "deleted" else CAME
    return f"{before}{span.text}{behind}"


def marked_words(spans: Iterable[Span]) -> str:
    """Return words with the signs of their sides, what came set off from what went before it."""
    text = "".join(map(marked, spans))
    return text.replace(GONE[1] + CAME[0], f"{GONE[1]} {CAME[0]}")


def plain_lines(found: Comparison) -> Iterator[str]:
    """Yield a comparison line by line.

    A line begins with `-` where it is on the left only, with `+` on the right only, with `~`
    where both have it and it is not alike: its words stand between the signs of their side.
    """
    for sign, name, facts in zip("-+", found.names, found.facts, strict=True):
        yield f"{sign * 3} {name}: {', '.join(facts)}"
    yield from found.notices
    for one in stretches(found.rows):
        if isinstance(one, Stretch):
            yield f"  … {found.counted(one.alike)} alike"
        elif one.heading and not one.differs:
            yield ""
            yield f"== {one.right.text if one.right else ''} =="
        else:
            yield from _row(one)


def _row(row: Row) -> Iterator[str]:
    together = row.standing == "changed" and any(one.change == "same" for one in row.spans)
    if row.left and row.right and (together or not row.differs):
        leads = dict.fromkeys((row.left.lead, row.right.lead))
        sign = "~" if row.differs else " "
        yield _line(sign, " → ".join(filter(None, leads)), marked_words(row.spans))
    else:
        if row.left:
            yield _line("-", row.left.lead, marked_words(row.spans_of("left")))
        if row.right:
            yield _line("+", row.right.lead, marked_words(row.spans_of("right")))
    notes = [row.about, *row.notes] if row.about and row.differs else list(row.notes)
    if notes and row.differs:
        yield f"      ({'; '.join(notes)})"


def _line(sign: str, lead: str, text: str) -> str:
    return " ".join(part for part in (sign, lead, " ".join(text.split())) if part)
