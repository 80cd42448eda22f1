"""A text that is open, line by line: short in a panel, whole on a screen of its own. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from ..seen.views import Held, TextView
from ..terminal.wrapping import fit, wrap
from . import Line, Piece

_FEWEST = 2
"""Lines of its words that a panel shows, however much is held against them."""


def text(view: TextView, others: int, width: int, height: int) -> list[Line]:
    """Return the text before the meeting with who stands where on it, as far as there is room.

    others: how many texts are open beside it.
    """
    called = f"{view.label} rev {view.revision}" if view.revision else view.label
    whose = view.by or "the Chair"
    title = f"Before us: {called}"
    by = f"{view.form} by {whose}"
    beside = f" · {others} other{'s' if others > 1 else ''} open" if others else ""
    about: list[Piece] = [(fit(by + beside if len(by + beside) <= width else by, width), "quiet")]
    if beside and len(by + beside) > width:
        about.append((beside.removeprefix(" · "), "quiet"))
    words = wrap(view.words, width, width)
    stands = list(_stands(view, width, whole=True))
    if 1 + len(about) + len(words) + len(stands) > height:
        stands = list(_stands(view, width, whole=False))
    if height < 1 + len(about) + min(len(words), _FEWEST) + len(stands):
        about, title = [], f"{called} by {whose}"
    lines: list[Line] = [((fit(title, width), "title"),), *((piece,) for piece in about)]
    room = max(1, height - len(lines) - len(stands))
    if len(words) > room:
        room = max(room, min(_FEWEST, height - len(lines) - 1))
        words = [*words[: room - 1], fit(words[room - 1], width - 2) + " …"]
    lines += [((line, "plain"),) for line in words]
    left = height - len(lines)
    if len(stands) > left:
        hidden = len(stands) - max(0, left - 1)
        stands = [*stands[: max(0, left - 1)], (f"… {hidden} more on it", "quiet")]
    return [*lines, *((piece,) for piece in stands)][:height]


def _stands(view: TextView, width: int, *, whole: bool) -> Iterator[Piece]:
    """Yield what is held against the text, then beside it; not `whole`, each in one line."""
    said: list[Piece] = [
        (_held(f"OBJECTS: {one.who}", one.words), "warning") for one in view.positions if one.blocks
    ]
    if sides := _stances(view):
        said.append((sides, "plain"))
    if view.brackets:
        owners = " ".join(dict.fromkeys(one.who for one in view.brackets if one.who))
        said.append((f"[ ] {len(view.brackets)} in brackets {owners}".rstrip(), "plain"))
    said += [(_held(f"asks to amend: {one.who}", one.words), "plain") for one in view.amendments]
    said += [
        (_held(f"{one.form} {one.who}", one.words), "plain")
        for one in view.positions
        if not (one.blocks or one.gone)
    ]
    for words, part in said:
        for line in wrap(words, width, width) if whole else [fit(words, width)]:
            yield line, part


def _held(what: str, words: str) -> str:
    return " ".join((f"{what}, {words}" if words else what).split())


def _stances(view: TextView) -> str:
    sides = (("+", view.supports), ("−", view.opposes), ("~", view.flexible))
    return "  ".join(f"{sign} {' '.join(who)}" for sign, who in sides if who)


def whole(view: TextView, width: int) -> list[Line]:
    """Return all that is known of a text: every wording, every position, nothing cut."""
    lines: list[Line] = []

    def say(words: str, part: str = "plain", indent: int = 0) -> None:
        room = max(8, width - indent)
        lines.extend(((" " * indent + one, part),) for one in wrap(words, room, room))

    state = "before the meeting" if view.before_us else "open, not before the meeting now"
    say(f"{view.label}, {view.form} by {view.by or 'the Chair'}, {state}", "title")
    lines.append(())
    say(view.words)
    for held in view.brackets:
        whose = f" of {held.who}" if held.who else ""
        kind = "in brackets" if held.form == "bracket" else "alternative"
        lines.append(())
        say(f"{kind}{whose}: [{held.words}]", "quiet")
    lines += [(), (("Who stands where", "title"),)]
    named = (("+ supports", view.supports), ("− opposes", view.opposes),
             ("~ flexible", view.flexible))  # fmt: skip
    for said, who in named:
        if who:
            say(f"{said}: {', '.join(who)}")
    for held in view.positions:
        say(_whole_position(held), "warning" if held.blocks else "plain", 0)
    for held in view.amendments:
        say(f"{held.who or 'somebody'} asks for: {held.words}")
    if not (any(who for _, who in named) or view.positions or view.amendments):
        say("nobody has said so far", "quiet")
    if view.revision:
        lines += [(), (("How it read before", "title"),)]
        for place, worded in enumerate(view.wordings[:-1]):
            by = f", by {worded.by}" if worded.by else ""
            say(f"{'first' if not place else f'revision {place}'}{by}:", "quiet")
            say(worded.words, "plain", 2)
    return lines


def _whole_position(held: Held) -> str:
    name = "OBJECTION" if held.blocks else held.form
    gone = " (withdrawn)" if held.gone else ""
    words = f": {held.words}" if held.words else ""
    return f"{name} of {held.who}{gone}{words}"
