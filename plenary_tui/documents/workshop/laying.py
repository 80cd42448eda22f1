"""Composed sections laid under what was held: each paragraph as it stands, where it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from hashlib import sha256

from plenary_tui.record.bracketing import Bracket
from plenary_tui.record.drafts import Drafts, Held
from plenary_tui.record.kinds import ParagraphForm, ParagraphText

from ..draft import Block, Listing, Paragraph, Section, Table
from ..numbering import lettered
from ..wording import joined
from . import numbers
from .ordering import in_plan, in_section, put_elsewhere

DELETED = {"en": "(deleted)", "fr": "(supprimé)"}
"""What stands behind the number of a paragraph that was issued and is taken out."""
_ORIGINAL = {"en": "(Original: French)", "fr": "(Texte original : anglais)"}

Put = Callable[[str], str]
"""Gives the signs of a language the blanks that they want: the log keeps plain ones."""

Naming = Callable[[str], str]
"""A delegation's name in a document, given its code or its name as typed."""


def setter(language: str) -> Put:
    """Return what sets a text of the log in a language. No place in the text becomes another."""
    if language in ("", "en"):
        return str
    from ..language.choosing import language_of

    return language_of(language).set


def digest(paragraph: Paragraph) -> str:
    """Return what tells whether the composed words of a paragraph are other ones by now."""
    return sha256(f"{paragraph.lead}\x1e{paragraph.text}".encode()).hexdigest()[:16]


@dataclass(frozen=True)
class Laid:
    """Sections with their paragraphs numbered, and what there is to know beside them.

    composed: every composed paragraph by its id. offers: composed words that are other ones
    than those that a paragraph stands for. gone: held paragraphs that nothing composes any more.
    new: paragraphs that no version has yet, once there is one.
    """

    sections: tuple[Section, ...]
    composed: dict[str, Paragraph]
    offers: dict[str, Paragraph]
    gone: frozenset[str]
    new: frozenset[str]


@dataclass(frozen=True)
class _Line:
    """A paragraph or a table in a section; `number` where it is frozen."""

    block: Paragraph | Table
    form: ParagraphForm = "numbered"
    number: str = ""


@dataclass
class _Laying:
    drafts: Drafts
    naming: Naming
    language: str
    lines: dict[str, _Line] = field(default_factory=dict)

    def line(self, paragraph_id: str) -> _Line | None:
        """Return a paragraph as it stands; None where it is taken out and was never issued."""
        held = self.drafts.held.get(paragraph_id)
        composed = self.lines.get(paragraph_id)
        if held is None:
            number = self.drafts.promised.get(paragraph_id, "")
            return replace(composed, number=number) if composed and number else composed
        if held.text.removed:
            gone = Paragraph(DELETED[self.language], held.text.sources, id=held.id)
            return _Line(gone, held.text.form, held.number) if held.number else None
        return _Line(self._standing(held, composed), held.text.form, held.number)

    def _standing(self, held: Held, composed: _Line | None) -> Paragraph:
        own = _own(self.language)
        text, lead = held.texts.get(own), ""
        if text is None and composed is not None and not held.by_hand:
            assert isinstance(composed.block, Paragraph)
            return replace(composed.block, id=held.id, status=held.status)
        put = setter(own)
        if text is None:
            text, lead, put = held.text, _ORIGINAL[self.language], str
        return Paragraph(
            put(text.text), text.sources, lead=" ".join(one for one in (lead, text.lead) if one),
            id=held.id, continues=text.form == "continued", status=held.status,
            brackets=tuple(map(self._named, text.brackets)),
        )  # fmt: skip

    def _named(self, one: Bracket) -> Bracket:
        owner = joined(map(self.naming, one.by)) if one.by else one.owner
        return replace(one, owner=owner)


def lay(sections: Iterable[Section], drafts: Drafts, naming: Naming, language: str) -> Laid:
    """Return composed sections (their paragraphs with ids) as they stand in the draft.

    Annexes reproduce the record and stay as composed.
    """
    given = list(sections)
    main = [one for one in given if not one.annex]
    laying = _Laying(drafts, naming, language)
    own = {one.key: [key for key, _ in _lines(one)] for one in main}
    for one in main:
        laying.lines.update(_lines(one))
    composed = {
        key: line.block for key, line in laying.lines.items() if isinstance(line.block, Paragraph)
    }
    places = {
        key: in_section(own.get(key, []), ids, drafts) for key, ids in _kept(own, drafts).items()
    }
    put_elsewhere(places, drafts)
    kept = in_plan(_with_lost(main, places, drafts), drafts.sections, _own(language))
    ordered = [(one, _standing(laying, places.get(one.key, []))) for one in kept]
    found = _numbered(ordered, drafts, language)
    annexes = in_plan([one for one in given if one.annex], drafts.sections, _own(language))
    issued = {paragraph for _, ids in drafts.order for paragraph in ids}
    return Laid(
        (*(one for one in found if one.blocks), *annexes),
        composed,
        _offers(drafts, composed, _own(language)),
        frozenset(
            key for key, held in drafts.held.items()
            if held.text.basis and key not in composed and not held.text.removed
        ),
        frozenset(set(composed) - issued - set(drafts.held)) if drafts.versions else frozenset(),
    )  # fmt: skip


def _lines(section: Section) -> Iterator[tuple[str, _Line]]:
    """Yield what a section holds, each with what it is called."""
    for place, block in enumerate(section.blocks):
        if isinstance(block, Listing):
            yield from ((item.id, _Line(item, "item")) for item in block.items)
        elif isinstance(block, Table):
            yield f"{section.key}#{place}", _Line(block, "item")
        else:
            form: ParagraphForm = "continued" if block.continues else "numbered"
            yield block.id, _Line(block, form)


def _kept(own: dict[str, list[str]], drafts: Drafts) -> dict[str, list[str]]:
    """Return, by section, what was issued there in its order; what was never issued is added."""
    frozen = {key: list(ids) for key, ids in drafts.order}
    known = {one for ids in frozen.values() for one in ids}
    known |= {one for ids in own.values() for one in ids}
    for key in own:
        frozen.setdefault(key, [])
    # what stands in a section that is neither issued nor composed by now comes behind the others
    for key, held in drafts.held.items():
        if key not in known:
            frozen.setdefault(held.ref.section, []).append(key)
    return frozen


def _with_lost(
    main: list[Section], places: dict[str, list[str]], drafts: Drafts
) -> list[Section]:  # fmt: skip
    """Return the composed sections, and those that only held paragraphs stand in any more."""
    known = {one.key for one in main}
    found = list(main)
    headings = {
        section.key: section.heading
        for version in drafts.versions
        for section in version.entry.what.sections  # type: ignore[union-attr]
    }
    before = ""
    for key in places:
        if key not in known:
            at = next((place for place, one in enumerate(found) if one.key == before), -1)
            found.insert(at + 1, Section(headings.get(key, ""), key=key))
        before = key
    return found


def _standing(laying: _Laying, ids: list[str]) -> list[_Line]:
    return [line for one in ids if (line := laying.line(one)) is not None]


def _numbered(
    ordered: list[tuple[Section, list[_Line]]], drafts: Drafts, language: str
) -> list[Section]:  # fmt: skip
    """Return the sections with their lines in them, paragraphs numbered through all of them."""
    counted = [line for _, lines in ordered for line in lines if line.form == "numbered"]
    given = (
        numbers.inserted((line.number for line in counted), drafts.numbers)
        if drafts.versions
        else numbers.running(len(counted))
    )
    left = iter(given)
    found = []
    for section, lines in ordered:
        blocks: list[Block] = []
        for line in lines:
            block = line.block
            if isinstance(block, Table):
                blocks.append(block)
                continue
            number = next(left) if line.form == "numbered" else ""
            placed = replace(block, number=number, continues=line.form == "continued")
            last = blocks[-1] if blocks else None
            if line.form == "item" and isinstance(last, Listing):
                blocks[-1] = Listing((*last.items, placed))
            else:
                blocks.append(Listing((placed,)) if line.form == "item" else placed)
        found.append(replace(section, blocks=lettered(blocks, language)))
    return found


def _offers(
    drafts: Drafts, composed: dict[str, Paragraph], language: str
) -> dict[str, Paragraph]:  # fmt: skip
    def differs(text: ParagraphText | None, now: Paragraph) -> bool:
        return text is not None and bool(text.basis) and text.basis != digest(now)

    return {
        key: now for key, now in composed.items()
        if (held := drafts.held.get(key)) and differs(held.texts.get(language), now)
    }  # fmt: skip


def _own(language: str) -> str:
    """Return a language as entries name it: empty for the meeting's own."""
    return "" if language == "en" else language
