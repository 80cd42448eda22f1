"""What one sitting is gathered to: its delegations by class, each of them once; what is sealed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from plenary_tui.record.delegations import DECIDES
from plenary_tui.record.entries import Entry
from plenary_tui.record.folded import fold_name
from plenary_tui.record.kinds import Spoken

from ..chronicle import Chronicle
from ..draft import Paragraph
from ..language import ENGLISH
from ..wording import ROLES, bracketed, capital
from .naming import NOBODY

_CHAIR = "chair"
_AFTER = ("observer", "independent observer", "applicant", "guest", "guest of the chair")


def class_rank(kind: str) -> tuple[bool, int, str]:
    """Return the place of a class: those that decide, Observers and guests, any other."""
    known = kind.casefold()
    return known not in DECIDES, _AFTER.index(known) if known in _AFTER else len(_AFTER), known


def by_class(chronicle: Chronicle, codes: Iterable[str], on: date) -> dict[str, list[str]]:
    """Return delegations by class, those that decide before all others, each class by name."""
    found: dict[str, list[str]] = {}
    for code in codes:
        found.setdefault(chronicle.meeting.roster.status(code, on), []).append(code)
    return {
        kind: sorted(found[kind], key=lambda code: fold_name(plain_name(chronicle, code, on)))
        for kind in sorted(found, key=class_rank)
    }


def plain_name(chronicle: Chronicle, code: str, on: date) -> str:
    """Return a name as a list has it: without article, and without the class it stands under."""
    status = chronicle.meeting.roster.status(code, on)
    name = chronicle.words.name(code, on).removesuffix(bracketed(status))
    return capital(name.removeprefix("the "))


def counted(chronicle: Chronicle, codes: Iterable[str], on: date) -> str:
    """Return who they are, class by class, with how many there are of each."""
    return "; ".join(
        f"{len(known)} {ENGLISH.heading_of(kind or 'delegation', len(known))}: "
        + ", ".join(plain_name(chronicle, code, on) for code in known)
        for kind, known in by_class(chronicle, codes, on).items()
    )


def speakers(chronicle: Chronicle, entries: Iterable[Entry], on: date) -> list[Paragraph]:
    """Return who spoke, in the order in which they first did, each class in a line of its own.

    A delegation stands once, whoever spoke for it and as what. Whoever presided comes with those
    who decide.
    """
    spoken: dict[tuple[bool, str], list[Entry]] = {}
    chair = ""
    for entry in entries:
        what = entry.what
        if not isinstance(what, Spoken) or not (what.speaker or what.capacity):
            continue
        presides = what.capacity == _CHAIR
        if presides and what.speaker not in NOBODY:
            chair = what.speaker
        name = chair if presides else what.speaker.casefold()
        spoken.setdefault((presides, name), []).append(entry)
    lines: dict[str, list[str]] = {}
    sources: dict[str, list[str]] = {}
    for (presides, _), some in spoken.items():
        code = getattr(some[0].what, "speaker", "")
        kind = "" if presides else chronicle.meeting.roster.status(code, on)
        kind = "" if kind.casefold() in DECIDES else kind
        named = capital(chronicle.words.speaker(some[0]))
        lines.setdefault(kind, []).append(named if presides else _named(chronicle, some, on))
        sources.setdefault(kind, []).extend(one.id for one in some)
    return [
        Paragraph(
            "; ".join(lines[kind]), chronicle.sources(*sources[kind]), lead=_lead(kind, lines)
        )
        for kind in sorted(lines, key=class_rank)
    ]


def _lead(kind: str, lines: dict[str, list[str]]) -> str:
    if not kind:
        return "Speakers:"
    return f"{ENGLISH.heading_of(kind, len(lines[kind]))}:"


def _named(chronicle: Chronicle, some: list[Entry], on: date) -> str:
    """Return a delegation with the persons who spoke for it, and in what name they did."""
    heard = [one.what for one in some if isinstance(one.what, Spoken)]
    code = heard[0].speaker
    roles = dict.fromkeys(_role(chronicle, what) for what in heard)
    also = "also " if "" in roles and len(roles) > 1 else ""
    persons = dict.fromkeys(what.person for what in heard)
    groups = dict.fromkeys(what.group for what in heard if what.group)
    name = plain_name(chronicle, code, on) if code else capital(chronicle.words.speaker(some[0]))
    return name + bracketed(
        *persons, *(f"{also}{role}" for role in roles if role and code),
        *(f"on behalf of {group}" for group in groups),
    )  # fmt: skip


def _role(chronicle: Chronicle, what: Spoken) -> str:
    """Return in what capacity somebody spoke, a body by its letters."""
    code, _, role = what.capacity.rpartition(" ")
    if role in ROLES and code in chronicle.meeting.roster.bodies:
        body = chronicle.words.letters(code)
        return f"by its {role}" if code == what.speaker else f"as {role} of {body}"
    return f"as {what.capacity}" if what.capacity else ""


def closed_note(closed: list[Entry]) -> Paragraph:
    """Say where a sitting was in camera, and nothing of what was said there."""
    ids = tuple(entry.id for entry in closed)
    return Paragraph(f"The sitting continued in camera ({under_seal(closed)}).", ids)


def under_seal(closed: list[Entry]) -> str:
    """Count what is sealed, in words."""
    return f"{len(closed)} {'entry' if len(closed) == 1 else 'entries'} under seal"
