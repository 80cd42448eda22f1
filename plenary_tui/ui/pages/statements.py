"""Statements handed in, as plain values; and the pages that show them. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from plenary_tui.record.delivery import Delivery, Mark
from plenary_tui.record.folded import fold_name

from ..panels import Line
from ..seen.views import Name
from ..terminal.wrapping import fit, wrap

if TYPE_CHECKING:
    from plenary_tui.record.history import Record

_SHOWN = 6
"""Statements that are listed at once."""
_LAST = "▸ That was the last sentence: Enter records it as delivered."
_SIGNS = {"": "  ", "written": "✓ ", "left_out": "✗ ", "changed": "≠ "}


class HandedIn(NamedTuple):
    """A statement handed in. head: who means to say it, as a line says it before the colon."""

    id: str
    head: str
    name: str
    time: str
    text: str
    delivered: bool = False

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.text.split())


@dataclass
class Reading:
    """A statement that is being checked. typed: what was typed and not taken, by what it is for."""

    delivery: Delivery
    typed: dict[tuple[int, str], str] = field(default_factory=dict)


def handed_in(record: Record, now: datetime) -> tuple[HandedIn, ...]:
    """Return the statements of a record, those not delivered first, each in the order they came."""
    from plenary_tui.documents.telling import Teller

    meeting = record.live
    teller = Teller(meeting)
    found = []
    for one in sorted(meeting.prepared.values(), key=lambda one: (bool(one.delivered), one.rank)):
        what = one.what
        head = what.speaker + "".join((
            f" ({what.person})" if what.person else "",
            f" as {what.capacity}" if what.capacity else "",
            f" for {what.group}" if what.group else "",
        ))  # fmt: skip
        local = one.entry.happened.astimezone(meeting.zone)
        found.append(HandedIn(one.entry.id, head, teller.name(what.speaker, now), f"{local:%H:%M}",
                              what.text, bool(one.delivered)))  # fmt: skip
    return tuple(found)


def who_is_meant(typed: str, names: Sequence[Name]) -> str | None:
    """Return the code of the one delegation that `typed` names, None where it is none or several.

    A code, a name, or the beginning of a name; what fits whole goes before what only begins so.
    """
    folded = fold_name(typed)
    if not folded:
        return None
    listed = [name for name in names if not name.chair]
    for fits in (str.__eq__, str.startswith):
        found = {name.code for name in listed if any(fits(one, folded) for one in name.spelled)}
        if found:
            return found.pop() if len(found) == 1 else None
    return None


def line_of(statement: HandedIn, text: str) -> str:
    """Return the line that records a statement as delivered with these words."""
    return f"Delivered @{statement.id} {statement.head}: {text}"


def listing(statements: Sequence[HandedIn], at: int, width: int, height: int) -> list[Line]:
    """Return the statements handed in, and the beginning of the chosen one."""
    if not statements:
        how = "Take one in from a file, or paste one behind Prepared NV:"
        return [(("No statement has been handed in.", "title"),), (), ((how, "plain"),)]
    first = max(0, min(at - _SHOWN // 2, len(statements) - _SHOWN))
    lines: list[Line] = []
    for place, one in enumerate(statements[first : first + _SHOWN], first):
        state = "delivered" if one.delivered else "not delivered yet"
        named = one.name if one.head == one.name else f"{one.head}  {one.name}"
        text = f"{'▸' if place == at else ' '} {one.time}  {named} · {one.words} words · {state}"
        part = "current" if place == at else "quiet" if one.delivered else "plain"
        lines.append(((fit(text, width), part),))
    if len(statements) > _SHOWN:
        lines.append(((f"  {at + 1} of {len(statements)}", "quiet"),))
    lines.append(())
    preview = wrap(statements[at].text, width - 4, width - 4)
    room = max(1, height - len(lines))
    if len(preview) > room:
        preview = [*preview[: room - 1], fit(preview[room - 1], width - 6) + " …"]
    return [*lines, *(((f"  │ {line}", "plain"),) for line in preview)]


def reading(delivery: Delivery, width: int, height: int) -> list[Line]:
    """Return the sentences around the one that is read, each with how it was delivered."""
    blocks = [
        _sentence(part, mark, width, is_here=place == delivery.at)
        for place, (part, mark) in enumerate(zip(delivery.parts, delivery.marks, strict=True))
    ]
    if delivery.is_over:
        blocks.append([((_LAST, "title"),)])
    here = min(delivery.at, len(blocks) - 1)
    start = end = here
    used = len(blocks[here])
    while start > 0 or end < len(blocks) - 1:
        after = end < len(blocks) - 1 and used + len(blocks[end + 1]) <= height
        before = start > 0 and used + len(blocks[start - 1]) <= height
        # Two thirds of the room are for what comes.
        if after and (not before or (end - here) <= 2 * (here - start)):
            end += 1
            used += len(blocks[end])
        elif before:
            start -= 1
            used += len(blocks[start])
        else:
            break
    return [line for block in blocks[start : end + 1] for line in block]


def _sentence(part: str, mark: Mark, width: int, *, is_here: bool) -> list[Line]:
    """Return a sentence; one said otherwise as it was said, with what is written under it."""
    room = width - 4
    tone = "current" if is_here else "quiet" if mark.act else "plain"
    sign = "▸ " if is_here else _SIGNS[mark.act]
    said = mark.words if mark.act == "changed" else part.strip()
    lines: list[Line] = [
        ((f"{sign if not number else '  '}{line}", tone),)
        for number, line in enumerate(wrap(said, room, room))
    ]
    if mark.act == "left_out":
        lines.append((("    left out", "warning" if is_here else "quiet"),))
    if mark.act == "changed":
        lines += [((f"    written: {line}", "quiet"),)
                  for line in wrap(part.strip(), room - 12, room - 12)]  # fmt: skip
    if mark.after:
        lines += [((f"  + {line}", tone),) for line in wrap(mark.after, room - 2, room - 2)]
    return lines
