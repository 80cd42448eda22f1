"""Where a typed line leads: a time, an item, a decision, a speaker, or words that were said."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import timedelta

from plenary_tui.documents.excerpt import who_of
from plenary_tui.documents.moments import limit_of
from plenary_tui.errors import WrongUse
from plenary_tui.record import kinds as k
from plenary_tui.record.entries import Entry
from plenary_tui.record.folded import fold_name
from plenary_tui.record.history import Record

from .filtering import bodies_of, called
from .ground import TICK, Found, Ground, around, on, round_to
from .landmarks import Kind
from .whens import When, read_when, told

_KINDS: dict[str, Kind] = {
    "decision": "decision", "gavel": "decision", "objection": "objection", "sitting": "sitting",
    "item": "item", "flag": "change", "correction": "change", "change": "change",
    "turn": "turn", "speaker": "turn",
}  # fmt: skip
ASKED = "10:31 · 11 nov · wed 10:00 · +10 min · item 4.2 · decision 3 · NV · objection TR · words"


def find(typed: str, ground: Ground, step: int = 1) -> Found:
    """Return where a line leads. Raises WrongUse, saying why it leads nowhere.

    step: -1 looks backwards, where it is what comes next that is asked for. Past the last one it
    goes on with the first.
    """
    return named(typed, ground, step) or _words(typed.removeprefix("/"), ground, step)


def named(typed: str, ground: Ground, step: int = 1) -> Found | None:
    """Return where a line leads that names its place; None where it is words to look for.

    Raises WrongUse where there is no such place.
    """
    typed = " ".join(typed.split())
    if not typed:
        raise WrongUse(f"Type where to go: {ASKED}")
    if len(ground.replaying) <= ground.begin:
        raise WrongUse("Nothing happened here.")
    live = ground.record.live
    word, _, rest = typed.removeprefix("next ").partition(" ")
    if typed.startswith("/"):
        return None
    if word.casefold() != "item" and typed in live.agenda:
        return _item(typed, ground, step)
    if ground.record.entry(typed) is not None:
        return Found(ground.replaying.position_of(typed))
    code = called(typed, live)
    when = None if code else read_when(typed, ground.here, ground.days, step)
    if when is not None:
        return _moment(when, ground, step)
    kind = _KINDS.get(word.casefold()) or _KINDS.get(word.casefold().removesuffix("s"))
    if kind is not None:
        return _kind(kind, word, rest, ground, step)
    if code:
        return _who(code, ground, step)
    if papers := _papers(typed, ground):
        return around(papers, typed, ground, step)
    if texts := _texts(typed, ground.record):
        return around(_decided(texts, ground), typed, ground, step)
    if typed[:4].isdecimal() and typed[4:5] == "-":
        return _until(typed, ground)
    return None


def next_of(kind: Kind, ground: Ground, step: int = 1) -> int:
    """Return the next position of a kind, not round past the last one. Raises WrongUse."""
    return on(ground.landmarks.of(kind), kind, ground, step)


def next_turn(code: str, ground: Ground, step: int = 1) -> int:
    """Return where somebody speaks next, not round past the last turn. Raises WrongUse."""
    return on(_turns(code, ground), f"turn of {code}", ground, step)


def _turns(code: str, ground: Ground) -> list[int]:
    entries = ground.replaying.entries
    return [at for at in ground.landmarks.of("turn") if code in who_of(entries[at - 1].what)]


def _who(code: str, ground: Ground, step: int) -> Found:
    """Return where a delegation speaks next; of a body, where it sits or its chair speaks."""
    if code not in ground.record.live.roster.bodies:
        return around(_turns(code, ground), f"turn of {code}", ground, step)
    places = {*_of_kind("sitting", code, ground), *_turns(code, ground)}
    for at in ground.landmarks.of("turn"):
        what = ground.replaying.entries[at - 1].what
        if isinstance(what, k.Spoken) and what.capacity.partition(" ")[0] == code:
            places.add(at)
    return around(sorted(places), f"sitting of {code} or word of its chair", ground, step)


def _of_kind(kind: Kind, code: str, ground: Ground) -> list[int]:
    """Return the positions of a kind of a delegation, or of a body."""
    live, entries = ground.record.live, ground.replaying.entries
    if code in live.roster.bodies:
        return [at for at in ground.landmarks.of(kind) if code in bodies_of(entries[at - 1], live)]
    return [at for at in ground.landmarks.of(kind) if code in who_of(entries[at - 1].what)]


def _kind(kind: Kind, word: str, rest: str, ground: Ground, step: int) -> Found:
    if not rest:
        return around(ground.landmarks.of(kind), word, ground, step)
    if kind == "item":
        return _item(rest, ground, step)
    if kind == "sitting" and rest.isdecimal():
        opened = ground.landmarks.of("sitting")
        if 0 < int(rest) <= len(opened):
            return Found(opened[int(rest) - 1])
        raise WrongUse(f"There is no sitting {rest}: {len(opened)} were opened.")
    if kind == "decision":
        if texts := _texts(rest, ground.record):
            return around(_decided(texts, ground), f"decision {rest}", ground, step)
        if rest.isdecimal():
            return _numbered(int(rest), ground, step)
    code = called(rest, ground.record.live)
    if not code:
        raise WrongUse(f"“{rest}” is nobody and nothing here: write {ASKED}")
    if kind == "turn":
        return _who(code, ground, step)
    return around(_of_kind(kind, code, ground), f"{word} of {code}", ground, step)


def _numbered(number: int, ground: Ground, step: int) -> Found:
    """Return the decision whose number ends so; where none does, the outcome that is so many."""
    texts = [
        text.id for text in ground.record.live.texts.values()
        if (digits := re.search(r"\d+$", text.number)) and int(digits[0]) == number
    ]  # fmt: skip
    if texts:
        return around(_decided(texts, ground), f"decision {number}", ground, step)
    outcomes = ground.landmarks.of("decision")
    if 0 < number <= len(outcomes):
        return Found(
            outcomes[number - 1],
            f"No decision has the number {number}: this is outcome {number} of {len(outcomes)}.",
        )
    raise WrongUse(f"No decision has the number {number}, and there are {len(outcomes)} outcomes.")


def _moment(when: When, ground: Ground, step: int) -> Found:
    replaying, days = ground.replaying, ground.days
    if when.day:
        day = when.at.date()
        if not days[0] <= day <= days[-1]:
            raise WrongUse(f"Nothing happened on {day.day} {day:%B %Y}: {told(days)}.")
        note = f"Nothing happened on {day.day} {day:%B}: this is what came next."
        at = max(ground.begin, replaying.position_at(when.at - TICK)) + 1
        return Found(at, "" if day in days else note)
    moment = when.at + timedelta(minutes=1) - TICK if when.minute else when.at
    at = max(ground.begin, replaying.position_at(moment))
    if when.step and at == ground.position and when.at > ground.here and at < len(replaying):
        return Found(at + 1, "Nothing happened until then: this is what came next.")
    return Found(at)


def _until(typed: str, ground: Ground) -> Found:
    """Return where `--until` leads with the same words. Raises WrongUse."""
    found = limit_of(ground.record, typed)
    assert found is not None
    if isinstance(found, str):
        return Found(ground.replaying.position_of(found))
    return Found(max(ground.begin, ground.replaying.position_at(found)))


def _item(number: str, ground: Ground, step: int) -> Found:
    """Return where an item is taken up next, or at all; else where anything is said on it."""
    entries = ground.replaying.entries
    known = ground.record.live.agenda
    wanted = fold_name(number)
    named = [one for one, item in known.items() if fold_name(item.title).startswith(wanted)]
    found = number if number in known else named[0] if named else ""
    if not found:
        numbers = ", ".join(item.number for item in ground.record.live.items)
        raise WrongUse(
            f"The agenda has no such item as {number}: " + (f"it has {numbers}." if numbers
                                                            else "it is empty.")
        )  # fmt: skip
    taken = [at for at in ground.landmarks.of("item") if _number_of(entries[at - 1]) == found]
    if taken:
        return around(taken, f"item {found}", ground, step)
    said = [at for at, entry in enumerate(entries, 1) if entry.item == found]
    return around(said, f"word on item {found}", ground, step)


def _number_of(entry: Entry) -> str:
    return entry.what.number if isinstance(entry.what, k.ItemChange) else ""


def _papers(symbol: str, ground: Ground) -> list[int]:
    """Return where a paper of this symbol was introduced, or a version issued under it."""
    wanted = symbol.casefold()
    return [
        at for at, entry in enumerate(ground.replaying.entries, 1)
        if isinstance(entry.what, k.Paper | k.DraftIssued)
        and entry.what.symbol.casefold() == wanted
    ]  # fmt: skip


def _texts(typed: str, record: Record) -> list[str]:
    """Return the ids of the texts that have this number or label; two stations may give one."""
    wanted = typed.casefold()
    return [
        text.id for text in record.live.texts.values()
        if wanted in (text.number.casefold(), text.label.casefold())
        or (text.number and text.number.rpartition("/")[2].casefold() == wanted)
    ]  # fmt: skip


def _decided(texts: Iterable[str], ground: Ground) -> list[int]:
    """Return where each text was decided, else where it came before the meeting."""
    known = ground.record.live.texts
    gavels = {one: known[one].gavels for one in texts}
    return sorted(
        ground.replaying.position_of(held[-1].entry if held else one)
        for one, held in gavels.items()
    )


def _words(words: str, ground: Ground, step: int) -> Found:
    """Return the next entry whose words hold these, accents and capitals aside."""
    words = " ".join(words.split())
    wanted = fold_name(words)
    entries, at = ground.replaying.entries, ground.position
    ahead, behind = range(at, len(entries)), range(ground.begin, at)
    if step < 0:
        ahead, behind = behind[-2::-1], ahead[::-1]
    for places in (ahead, behind) if wanted else ():
        for place in places:
            if wanted in fold_name(_said(ground.record, entries[place])):
                return Found(
                    place + 1,
                    "" if places is ahead else round_to(place + 1, f"“{words}”", ground, step),
                )
    raise WrongUse(f"Nobody says “{words}” here, and it is no time, item or name: {ASKED}")


def _said(record: Record, entry: Entry) -> str:
    what = (record.reads(entry.id) or entry).what
    return " ".join(str(getattr(what, name, "")) for name in ("text", "title", "reason", "person"))
