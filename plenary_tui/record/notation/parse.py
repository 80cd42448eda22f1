"""A line to a command. Reading order: escape, sign, keyword, roster, shape of a speaker, prose."""

from __future__ import annotations

import re
from datetime import datetime

from plenary_tui.record.clean import clean
from plenary_tui.record.kinds import Correction, Intervention, Kind, Presiding, Remark, Unread

from .corrections import read_correction, read_move, read_naming
from .forms import BY_KEYWORD
from .lexicon import LEXICON, same
from .lines import head_end
from .lists import read_list
from .prefix import read_context, read_label
from .reading import Context, Misfit, Parsed, Reading
from .signs import read_sign
from .speakers import name_like, name_only, read_speaker
from .times import Clock, moment, read_clock, refuse_letters, spell_clock

NOTHING = Parsed(None)
OR_NOTED = "or Noted?"

_AFTER_CLOCK = re.compile(r"(?:[:,](?=\s|$)|(?=\s|$))\s*+(?![-–—−]\s*\d{1,2}[:h.]\d\d)")
"""What ends a time; a second time after a dash makes it a span of time, which is prose."""
_ADDRESSED = re.compile(r"@(\d+|[Pp]\d+|[a-z0-9][a-z0-9-]*-\d+) (?=\S)")

Read = tuple[Kind, datetime | None, str]
"""A command, the time inside its line, and a note."""


def parse(line: str, reading: Reading) -> Parsed:
    """Read one logical line; what cannot be read comes back as `Unread`. Never raises."""
    typed = clean(line)
    if not typed:
        return NOTHING
    try:
        if typed[0] == "#" or typed[0].isdigit():
            return _prefixed(typed, reading)
        command, when, note = _read(typed, reading)
    except Misfit as misfit:
        return Parsed(Unread(state="unclear", line=typed, why=misfit.why))
    except OverflowError:
        why = "its time lies beyond the last day that a calendar holds"
        return Parsed(Unread(state="unclear", line=typed, why=why))
    return Parsed(command, when, note=note)


def _prefixed(typed: str, reading: Reading) -> Parsed:
    """Read a line that may begin with a label, a time and a context."""
    if typed[0] == "#" and reading.file and reading.header and typed[1:2] in ("", " ", "#"):
        return NOTHING
    label, rest = read_label(typed)
    clock = read_clock(rest) if rest[:1].isdigit() else None
    corrected = _corrected_by_time(rest, clock, reading) if clock else None
    if corrected is not None:
        return Parsed(corrected, label=label)
    if clock is not None:
        timed = _timed(rest, clock, label, reading)
        if timed is not None:
            return timed
    context, rest = read_context(rest) if label else (None, rest)
    return _finish(rest, None, label, context, reading)


def _timed(rest: str, clock: Clock, label: str, reading: Reading) -> Parsed | None:
    """Read a line that begins with a time; None where that time is part of its prose."""
    after = _AFTER_CLOCK.match(rest, clock.end)
    if after is None:
        return None
    body = rest[after.end() :]
    refuse_letters(clock, reading, any_letters=False)
    when = moment(clock, reading)
    context, body = read_context(body) if label else (None, body)
    parsed = _finish(body, when, label, context, reading)
    if clock.dotted and not body[:1].isupper() and (not body or _is_prose(parsed.command)):
        return None
    if when is None:
        note = f"no day is known for {spell_clock(clock.at)}: write `Date:` first"
        return Parsed(parsed.command, None, label, context, note)
    return parsed


def _corrected_by_time(body: str, clock: Clock, reading: Reading) -> Correction | None:
    """Read `10:41 s/old/new/` and `10:41 is KE`: the time says which entry is meant."""
    if clock.day is not None or clock.zone is not None or clock.dotted:
        return None
    rest = body[clock.end :].lstrip()
    corrected = read_correction(rest) or read_naming(rest, reading)
    return corrected and corrected.model_copy(update={"target": spell_clock(clock.at)})


def _is_prose(command: Kind | None) -> bool:
    return isinstance(command, Remark) and not command.author


def _finish(
    body: str, when: datetime | None, label: str, context: Context | None, reading: Reading
) -> Parsed:
    if not body:
        return Parsed(None, when, label, context)
    try:
        command, inside, note = _read(body, reading)
    except Misfit as misfit:
        unread = Unread(state="unclear", line=body, why=misfit.why)
        return Parsed(unread, when, label, context)
    return Parsed(command, inside or when, label, context, note)


def _read(body: str, reading: Reading) -> Read:
    first = body[0]
    if first == "\\":
        return Remark(text=body[1:]), None, ""
    read = _by_sign(same(first), body, reading)
    if read is not None:
        return read
    end = head_end(body)
    if end < 0:
        return _bare(body, reading) or (Remark(text=body), None, "")
    return _headed(body, end, reading)


def _by_sign(first: str, body: str, reading: Reading) -> Read | None:
    """Read a line that does not begin with a word."""
    command: Kind | None = None
    if first == "s":
        command = read_correction(body)
    elif first.isalpha():
        return None
    elif first.isdigit():
        clock = read_clock(body)
        command = _corrected_by_time(body, clock, reading) if clock else None
    elif first == "@" and (read := _addressed(body, reading)) is not None:
        return read
    else:
        command = read_sign(first, body, reading)
    return None if command is None else (command, None, "")


def _addressed(body: str, reading: Reading) -> Read | None:
    """Read `@12 …`: a correction, more of what was said, or any line about an entry."""
    found = _ADDRESSED.match(body)
    if found is None:
        return None
    target, rest = found[1], body[found.end() :]
    naming = read_naming(rest, reading) or read_move(rest)
    if naming is not None:
        return naming.model_copy(update={"target": target}), None, ""
    if rest[0] == "@":
        return None
    command, when, note = _read(rest, reading)
    if getattr(command, "target", None) == "":
        return command.model_copy(update={"target": target}), when, note
    if _is_prose(command):
        return None
    raise Misfit(f"this line cannot be about @{target}: leave the address out")


def _bare(body: str, reading: Reading) -> Read | None:
    """Read a line without a colon that has, as a whole, the form of a row."""
    if not LEXICON.begins(body.partition(" ")[0]) or "\n" in body:
        return None
    words = body.split()
    hit = LEXICON.match(words)
    if hit is None:
        return None
    return _row(hit[0], words[: hit[1]], " ".join(words[hit[1] :]), None, reading)


def _headed(body: str, end: int, reading: Reading) -> Read:
    """Read a line that has a head and a colon."""
    text = body[end + 1 :].lstrip()
    words = body[:end].split()
    hit = LEXICON.match(words) if words else None
    if hit is not None:
        keyword, size = hit
        read = _row(keyword, words[:size], " ".join(words[size:]), text, reading)
        if read is not None:
            return read
        if keyword == "chair" and size == len(words) and name_only(text, reading):
            return _presides(text, reading), None, ""
    spoken = _spoken(body[:end].strip(), text, glued=body[end + 1 : end + 2] > " ", reading=reading)
    if spoken is not None:
        return spoken, None, ""
    several = "," in body[:end] and read_list(body[:end], reading)
    note = f"more than one speaker: {', '.join(several)}" if several else ""
    return Remark(text=body), None, note


def _row(
    keyword: str, typed: list[str], head: str, tail: str | None, reading: Reading
) -> Read | None:
    """Try the rows of a keyword; None where the line has the form of none of them."""
    why = ""
    for form in BY_KEYWORD.get(keyword, ()):
        try:
            command, when = form.read(head, tail, reading)
        except Misfit as misfit:
            why = why or misfit.why
        else:
            note = OR_NOTED if keyword == "note" and reading.text_on_floor else ""
            return command, when, note
    if not why and typed[-1][-1] in "+-" and head:
        why = f"“{head}” names no delegation here"
    if why:
        raise Misfit(why)
    return None


def _presides(text: str, reading: Reading) -> Presiding:
    command, _ = BY_KEYWORD["presiding"][0].read("", text, reading)
    assert isinstance(command, Presiding)
    return command


def _spoken(head: str, text: str, *, glued: bool, reading: Reading) -> Intervention | None:
    """Read plain speech; `glued` when no space follows the colon."""
    code = reading.roster.code(head, live=reading.live) if head else None
    if code is not None:
        return Intervention(speaker=code, text=text)
    who = read_speaker(head, reading) if head else None
    if who is None:
        return None
    if not who.listed and (glued or not name_like(who.speaker, nickname=True)):
        return None
    speaker, person, capacity, group, _ = who
    return Intervention(speaker=speaker, person=person, capacity=capacity, group=group, text=text)
