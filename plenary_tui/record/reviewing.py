"""Where a version stands on its way from a draft to what is published, and what bars the next step.

The same obstacles refuse a step in live capture and are flagged where an import records it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, tzinfo
from typing import Literal, NamedTuple

from .drafts import Drafts, Version
from .kinds import (
    CorrectionAsked,
    DraftIssued,
    IssuedParagraph,
    IssuedSection,
    ParagraphRef,
    Review,
)

StageName = Literal["draft", "under_review", "closed", "signed_off", "adopted", "published"]

_SAID: dict[str, str] = {
    "draft": "not under review yet", "under_review": "under review",
    "closed": "closed for corrections", "signed_off": "signed off", "adopted": "adopted",
    "published": "published",
}  # fmt: skip
_SETTLED = ("signed_off", "adopted", "published")
_CHAIRS = "CHAIR'S TEXT"
_ON = ("go on with the stage that follows",)


class StageNow(NamedTuple):
    """The stage of a version at a moment. since: when it came to it; until: its deadline.

    entry: the one that says so, empty for a draft; of a review that its deadline closed, the one
    that set the deadline.
    """

    version: Version | None
    name: StageName = "draft"
    since: datetime | None = None
    until: datetime | None = None
    entry: str = ""


class Obstacle(NamedTuple):
    """Why a step makes no sense now, and the ways out."""

    why: str
    ways_out: tuple[str, ...] = ()


def last_version(drafts: Drafts, language: str = "") -> Version | None:
    """Return the version issued last in a language, else in any."""
    own = [one for one in drafts.versions if one.language == language]
    found = own or drafts.versions
    return found[-1] if found else None


def stage_of(drafts: Drafts, now: datetime, version: str = "") -> StageNow:
    """Return where a version stands at a moment: the one issued last where none is named.

    A review whose deadline is past is closed, whether or not anybody said so.
    """
    known = drafts.version(version) if version else last_version(drafts)
    if known is None:
        return StageNow(None)
    passed = [one for one in drafts.stages if one.version == known.id and one.at <= now]
    if not passed:
        return StageNow(known)
    last = passed[-1]
    name: StageName = last.act  # type: ignore[assignment]  # the acts are stages
    deadline = next((one.until for one in reversed(passed) if one.until), None)
    if name == "under_review" and last.until is not None and last.until <= now:
        return StageNow(known, "closed", last.until, last.until, last.entry)
    return StageNow(known, name, last.at, deadline, last.entry)


def is_late(drafts: Drafts, moment: datetime, version: str = "") -> bool:
    """Whether what is asked for at a moment comes after the review of a version was closed.

    version: empty for a correction of the record, which goes by the version reviewed last.
    """
    if not version:
        reviewed = [one.version for one in drafts.stages if one.at <= moment]
        version = reviewed[-1] if reviewed else ""
    stage = stage_of(drafts, moment, version)
    return stage.name not in ("draft", "under_review")


def open_corrections(drafts: Drafts) -> list[str]:
    """Return the ids of the corrections that nobody answered yet, in the order they came."""
    held = sorted(drafts.corrections.values(), key=lambda one: one.entry.order)
    return [one.entry.id for one in held if not one.verdict]


def paragraphs_of(version: Version) -> Iterator[IssuedParagraph]:
    """Yield every paragraph of a version, in the order of reading."""
    what = version.entry.what
    if isinstance(what, DraftIssued):
        for section in what.sections:
            yield from _paragraphs(section)


def _paragraphs(section: IssuedSection) -> Iterator[IssuedParagraph]:
    yield from (one for one in section.blocks if isinstance(one, IssuedParagraph))
    for inner in section.sections:
        yield from _paragraphs(inner)


def paragraph_of(version: Version, ref: ParagraphRef) -> IssuedParagraph | None:
    """Return a paragraph of a version."""
    return next((one for one in paragraphs_of(version) if one.ref == ref), None)


def review_obstacle(drafts: Drafts, what: Review, at: datetime, zone: tzinfo) -> Obstacle | None:
    """Return what bars a version from a stage at a moment; None where nothing does."""
    version = drafts.version(what.target)
    if version is None:
        return Obstacle("no such version was issued here", ("issue a version first",))
    called = f"version {version.label}"
    now = stage_of(drafts, at, version.id)
    if what.act == "under_review":
        return _under_review(drafts, what, called, now, at)
    if now.name == what.act:
        return Obstacle(f"{called} is {_SAID[now.name]} already", _ON)
    if what.act == "closed":
        if now.name == "under_review":
            return None
        return Obstacle(f"{called} is {_SAID[now.name]}", ("put it under review to take more",))
    if what.act == "signed_off":
        return _signed_off(drafts, what, called, now, zone)
    before = "signed_off" if what.act == "adopted" else "adopted"
    skips_adoption = what.act == "published" and _state(version) == _CHAIRS
    if now.name != before and not (skips_adoption and now.name == "signed_off"):
        if now.name in _SETTLED and before == "signed_off":
            return Obstacle(f"{called} is {_SAID[now.name]} already", _ON)
        way = "sign it off first" if before == "signed_off" else "record that it was adopted"
        return Obstacle(f"{called} is {_SAID[now.name]}, not {_SAID[before]}", (way,))
    return _open_text(version, called) if what.act == "adopted" else None


def _under_review(
    drafts: Drafts, what: Review, called: str, now: StageNow, at: datetime
) -> Obstacle | None:  # fmt: skip
    if what.until is None:
        return Obstacle("it does not say until when", ("name a day and a time with its zone",))
    if what.until <= at:
        return Obstacle("that deadline is past already", ("name one to come",))
    if now.name in _SETTLED:
        return Obstacle(f"{called} is {_SAID[now.name]}", ("issue another version for review",))
    assert now.version is not None
    last = last_version(drafts, now.version.language)
    if last is not None and last.id != now.version.id:
        why = f"version {last.label} was issued since {called}"
        return Obstacle(why, (f"put version {last.label} under review",))
    return None


def _signed_off(
    drafts: Drafts, what: Review, called: str, now: StageNow, zone: tzinfo
) -> Obstacle | None:  # fmt: skip
    if now.name == "draft":
        return Obstacle(f"{called} was never under review", ("put it under review first",))
    if now.name == "under_review":
        until = f" until {now.until.astimezone(zone):%Y-%m-%d %H:%M %Z}" if now.until else ""
        why = f"corrections to {called} may come{until}"
        return Obstacle(why, ("wait until then", "close the review first"))
    if now.name in _SETTLED:
        return Obstacle(f"{called} is {_SAID[now.name]} already", _ON)
    waiting = open_corrections(drafts)
    if waiting:
        listed = ", ".join(_of(drafts, one) for one in waiting)
        many = "1 correction is" if len(waiting) == 1 else f"{len(waiting)} corrections are"
        return Obstacle(f"{many} open: {listed}", ("accept each, or refuse it with a reason",))
    if not what.person:
        return Obstacle("it does not say who signs it off", ("name the person",))
    return None


def _of(drafts: Drafts, correction: str) -> str:
    what = drafts.corrections[correction].entry.what
    who = what.speaker if isinstance(what, CorrectionAsked) else ""
    return f"{correction} ({who})" if who else correction


def _state(version: Version) -> str:
    what = version.entry.what
    return what.state if isinstance(what, DraftIssued) else ""


def _open_text(version: Version, called: str) -> Obstacle | None:
    """Text in brackets is not agreed: only the Chair can put it out, in the Chair's own name."""
    if _state(version) == _CHAIRS:
        return None
    count, where, number = 0, [], ""
    for one in paragraphs_of(version):
        number = one.number or number
        count += len(one.brackets)
        if one.brackets and number and number not in where:
            where.append(number)
    if not count:
        return None
    many = "1 bracket is" if count == 1 else f"{count} brackets are"
    at = f", in paragraph {', '.join(where)}" if where else ""
    return Obstacle(
        f"{called} was not agreed: {many} open in it{at}",
        ("settle them and issue it anew", "issue it as the Chair's text"),
    )


def asking_obstacle(drafts: Drafts, what: CorrectionAsked) -> Obstacle | None:
    """Return why a correction cannot be asked for so; None where it can.

    What stands in an entry of the record is not looked at here: the Meeting holds no entries.
    """
    if not what.speaker:
        return Obstacle("it does not say who asks for it", ("name the delegation",))
    if not what.target:
        return Obstacle(
            "it does not say what is to read otherwise",
            ("name an entry by its number, or a paragraph of a version",),
        )
    if what.old == what.new:
        why = "old and new are the same" if what.old else "it does not say what to correct"
        return Obstacle(why, ("give the words that stand there, and how they should read",))
    if what.paragraph is None:
        return None
    version = drafts.version(what.target)
    if version is None:
        return Obstacle("no such version was issued here", ("name a version that was issued",))
    paragraph = paragraph_of(version, what.paragraph)
    if paragraph is None:
        return Obstacle(f"version {version.label} has no such paragraph", ("check its number",))
    if what.old not in paragraph.text:
        return Obstacle(
            f"“{what.old}” does not stand in that paragraph of version {version.label}",
            ("copy the words from the version",),
        )
    return None


def answering_obstacle(drafts: Drafts, target: str, verdict: str, why: str) -> Obstacle | None:
    """Return why a correction cannot be answered so; None where it can."""
    asked = drafts.corrections.get(target)
    if asked is None:
        return Obstacle("that is no correction that was asked for", ("name it by its number",))
    if asked.verdict:
        return Obstacle(
            f"it was {asked.verdict} already", (f"undo @{asked.answer} takes that answer back",)
        )
    if verdict == "refused" and not why:
        return Obstacle("a correction is refused with a reason", ("say why it is refused",))
    return None
