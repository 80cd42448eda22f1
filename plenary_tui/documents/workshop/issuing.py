"""What is issued: the draft as it stands under the next label, or a version in another language.

Nothing here composes: a view of the draft goes in, the one command that issues it comes out.
"""

from __future__ import annotations

import re
from dataclasses import replace

from plenary_tui.errors import WrongUse
from plenary_tui.record.clean import clean_line
from plenary_tui.record.drafts import Drafts, Version
from plenary_tui.record.kinds import DraftIssued, IssuedState

from ..draft import Block, Draft, Listing, Origin, Paragraph, Section
from ..issuing import must_be_agreed
from .snapshot import ORIGINAL, issuing
from .view import Workshop

_REVISION = re.compile(r"/Rev\.(\d+)$")
_LONGEST = 40
"""A label stands in every stamp and in the names of files."""


def issued(drafts: Drafts, label: str, language: str = ORIGINAL) -> Version | None:
    """Return the version of a label in a language, the last one where two stations issued it."""
    own = "" if language == ORIGINAL else language
    wanted = clean_line(label).casefold()
    return next(
        (
            one for one in reversed(drafts.versions)
            if (one.label.casefold(), one.language) == (wanted, own)
        ),
        None,
    )  # fmt: skip


def labels(drafts: Drafts) -> tuple[str, ...]:
    """Return the labels of the versions that were issued, each once, in their order."""
    return tuple(dict.fromkeys(one.label for one in drafts.versions))


def next_label(drafts: Drafts) -> str:
    """Return the number that follows the highest one issued; 1 before any."""
    counted = [int(one) for one in labels(drafts) if one.isascii() and one.isdigit()]
    return str(max(counted, default=len(labels(drafts))) + 1)


def next_symbol(drafts: Drafts) -> str:
    """Return the last symbol with its revision counted up; empty where none had one."""
    last = next((one for version in reversed(drafts.versions) if (one := _symbol(version))), "")
    found = _REVISION.search(last)
    if found:
        return f"{last[: found.start()]}/Rev.{int(found[1]) + 1}"
    return f"{last}/Rev.1" if last else ""


def _symbol(version: Version) -> str:
    what = version.entry.what
    return what.symbol if isinstance(what, DraftIssued) else ""


def issue_command(
    view: Workshop, *, record: str, label: str = "", symbol: str = "", state: IssuedState = "DRAFT"
) -> DraftIssued:  # fmt: skip
    """Return the command that issues the draft as it stands.

    record: the hash of the session's record before it. label, symbol: by default those that
    follow. Raises WrongUse where the label is taken, NotAgreed where a final holds brackets.
    """
    label = clean_line(label) or next_label(view.drafts)
    if len(label) > _LONGEST:
        raise WrongUse(f"A label has at most {_LONGEST} signs: take {next_label(view.drafts)}.")
    known = issued(view.drafts, label)
    if known is not None:
        raise WrongUse(
            f"Version {known.label} is issued already and stays as it is: the next one is "
            f"{next_label(view.drafts)}."
        )
    if not view.paragraphs:
        raise WrongUse("The draft has no paragraph yet: there is nothing to issue.")
    if state == "FINAL":
        must_be_agreed(view.draft)
    return issuing(
        replace(view.draft, origin=Origin("", record)), view.laid.composed, label=label,
        symbol=clean_line(symbol) or next_symbol(view.drafts), state=state,
    )  # fmt: skip


def in_language(version: Draft, then: Workshop, today: Workshop, *, record: str) -> DraftIssued:
    """Return the command that issues a version in another language, under the same numbers.

    version: as it went out. then, today: the draft in that language, from the record as it was
    when the version was issued and as it is; what was translated since stands in it, where the
    words that were translated are still those of the version. record: the hash of the record now.
    """
    headings = {one.key: one.heading for one in then.draft.sections}
    reading = _Reading(then, today)
    sections = [
        replace(one, heading=headings.get(one.key, one.heading), blocks=reading.blocks(one))
        for one in version.sections
        if not one.annex
    ]
    sections += [one for one in then.draft.sections if one.annex]
    draft = replace(then.draft, sections=tuple(sections), origin=Origin("", record))
    state = version.state or "DRAFT"
    return issuing(
        draft, then.laid.composed, label=version.version, symbol=version.symbol, state=state
    )


class _Reading:
    """How the paragraphs of a version read in another language."""

    def __init__(self, then: Workshop, today: Workshop) -> None:
        self._then = then
        self._today = today

    def blocks(self, section: Section) -> tuple[Block, ...]:
        return tuple(self._block(one) for one in section.blocks)

    def _block(self, block: Block) -> Block:
        if isinstance(block, Listing):
            return Listing(tuple(self._paragraph(one) for one in block.items))
        return self._paragraph(block) if isinstance(block, Paragraph) else block

    def _paragraph(self, one: Paragraph) -> Paragraph:
        held = self._today.held(one.id)
        translated = held is not None and self._today.draft.language in held.texts
        is_same = held is not None and not held.text.removed and held.text.text == one.text
        view = self._today if translated and is_same else self._then
        reads = view.paragraphs.get(one.id, one)
        return replace(reads, number=one.number, continues=one.continues, status=one.status)


def version_name(version: Version) -> tuple[str, ...]:
    """Return what tells the file of a version from others: `("v2", "fr", "chairs-text")`.

    The label is as printed; whoever names a file makes it fit.
    """
    what = version.entry.what
    state = what.state if isinstance(what, DraftIssued) else "DRAFT"
    endings = {"FINAL": "final", "CHAIR'S TEXT": "chairs-text"}
    parts = (f"v{version.label}", version.language, endings.get(state, ""))
    return tuple(part for part in parts if part)
