"""Paragraphs of the communiqué's draft that were not agreed, and how they begin in another session.

There each is a paragraph of the draft again: its words, its brackets with their owners, nothing
agreed; in the section it was in, where that session can have one such.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from plenary_tui.documents.communique import workshop
from plenary_tui.documents.draft import Paragraph
from plenary_tui.documents.workshop.view import Workshop
from plenary_tui.record.bracketing import Bracket
from plenary_tui.record.folded import fold_name
from plenary_tui.record.history import Record
from plenary_tui.record.kinds import DraftEdit, ParagraphRef, ParagraphText
from plenary_tui.record.meeting import Meeting

_DRAFTED = "drafted"
"""The section of what was drafted in the room: composed, and yet somebody's own words."""
_OVER = ("adopted", "published")


class OpenParagraphs:
    """What of a session's draft was not agreed.

    Only what somebody worded: composed words follow from texts and items, which are carried
    themselves. Nothing is open once a version was adopted.
    """

    def __init__(self, shown: Record) -> None:
        self._meeting = shown.live
        self._view = workshop(shown)

    def __iter__(self) -> Iterator[tuple[str, Paragraph]]:
        """Yield each with its id, in the order of reading."""
        view, drafts = self._view, self._view.drafts
        if any(one.act in _OVER for one in drafts.stages):
            return
        for key, one in view.paragraphs.items():
            if key not in drafts.carried and _is_open(view, key, one):
                yield key, one

    def begun(self, key: str, new: Meeting, after: ParagraphRef | None) -> DraftEdit:
        """Return the paragraph as it begins in another session, in its other languages too.

        after: the paragraph there that it follows, where it is in the same section.
        """
        view = self._view
        held = view.held(key)
        own = view.text(key)
        section = self.section(key, new)
        behind = after if after is not None and after.section == section else None
        others = [text for _, text in sorted(held.texts.items()) if text.language] if held else []
        texts = [
            ParagraphText(
                ref=ParagraphRef(section=section, own=True), text=one.text, language=one.language,
                lead=one.lead if held else "", brackets=tuple(map(_kept, one.brackets)),
                form="item" if own.form == "item" else "numbered",
            )
            for one in (own, *others)
        ]  # fmt: skip
        texts[0] = texts[0].model_copy(
            update={"moved": True, "section": section, "after": behind}
        )  # fmt: skip
        return DraftEdit(act="added", paragraphs=tuple(texts))

    def section(self, key: str, new: Meeting) -> str:
        """Return the section that a paragraph is put into in another session.

        An item's is that of the item with the same title there.
        """
        section = self._view.places[key].section
        of, _, name = section.partition("-")
        if of == "body":
            return section if name in new.roster.bodies else _DRAFTED
        if of != "item":
            return section
        was = self._meeting.agenda.get(name)
        title = fold_name(was.title) if was else ""
        for item in new.agenda.values():
            if title and fold_name(item.title) == title:
                return f"body-{item.body}" if item.body else f"item-{item.number}"
        return _DRAFTED


def standing(one: Paragraph) -> str:
    """Return how a paragraph stands, in words."""
    count = len(one.brackets)
    if count:
        return "1 bracket open" if count == 1 else f"{count} brackets open"
    return "agreed ad referendum" if one.status == "agreed_ad_ref" else "open"


def _is_open(view: Workshop, key: str, one: Paragraph) -> bool:
    held, place = view.held(key), view.places[key]
    if place.annex or (held is not None and held.text.removed):
        return False
    if held is not None and held.by_hand:
        return bool(one.brackets) or one.status != "agreed"
    return place.section == _DRAFTED and bool(one.brackets)


def _kept(one: Bracket) -> Bracket:
    """Return a bracket without what it rests on in the old session."""
    return replace(one, why="", sources=())
