"""The draft in another language: what it still lacks there, and the acts that it allows."""

from __future__ import annotations

from plenary_tui.documents.versions import language_name
from plenary_tui.documents.workshop import acts
from plenary_tui.documents.workshop.issuing import issued, labels
from plenary_tui.documents.workshop.snapshot import ORIGINAL, wording_in
from plenary_tui.documents.workshop.typed import as_typed
from plenary_tui.documents.workshop.view import Workshop
from plenary_tui.errors import PlenaryError
from plenary_tui.record.bracketing import Marked
from plenary_tui.record.history import Record
from plenary_tui.record.kinds import DraftEdit
from plenary_tui.ui.seen.views import Choice

from .view import DraftView

OTHERS = {"fr": "en français"}
"""The languages beside the meeting's own, and how the head says that the draft is in one."""
ONLY_IN_ORIGINAL = frozenset({
    "add_paragraph", "split_paragraph", "join_paragraph", "move", "remove", "bracket",
    "alternative", "clean", "drop", "status", "take_all", "sections", "renumber",
})  # fmt: skip
"""Acts on the text itself, which every other language follows."""


def called(language: str) -> str:
    """Return a language by its English name. language: empty is the meeting's own."""
    return language_name(language or ORIGINAL)


def untranslated(shop: Workshop, language: str) -> tuple[str, ...]:
    """Return the paragraphs that stand in the original in a language, in the order of reading.

    Somebody worded them, and nobody in that language, or not since they read so.
    """
    return tuple(
        key for key, place in shop.places.items()
        if not place.annex and _lacks(shop, key, language)
    )  # fmt: skip


def _lacks(shop: Workshop, paragraph: str, language: str) -> bool:
    held = shop.held(paragraph)
    if held is None or held.text.removed:
        return False
    if paragraph in shop.laid.composed and not held.by_hand:
        return False
    text = held.texts.get(language)
    # a version in that language went out with the words of the original in it
    as_issued = shop.drafts.version(held.latest.get(language, "")) is not None
    return text is None or (as_issued and text.text == held.text.text)


def earlier_words(record: Record, paragraph: str, language: str) -> str:
    """Return how a paragraph read last in a language, as typed; empty where it never did.

    What it read so in the original changed since.
    """
    drafts = record.live.drafts
    held = drafts.held.get(paragraph)
    for entry in reversed(held.entries if held else ()):
        found = record.entry(entry)
        for text in found.what.paragraphs if found and isinstance(found.what, DraftEdit) else ():
            if text.language == language and text.ref.id == paragraph:
                return as_typed(Marked(text.text, text.brackets))
    issued_so = (wording_in(one, paragraph) for one in reversed(drafts.versions)
                 if one.language == language)  # fmt: skip
    return next((words for words in issued_so if words), "")


def translated(view: DraftView, paragraph: str, typed: str) -> DraftEdit:
    """Word a paragraph in the language that the view is in. Raises PlenaryError."""
    return acts.translated(view.workshop, paragraph, typed, view.known, view.language)


def taken(view: DraftView, paragraph: str) -> DraftEdit:
    """Let the words composed in a language stand in it. Raises PlenaryError."""
    now = view.workshop.laid.offers.get(paragraph)
    if now is None:
        raise PlenaryError("Nothing is offered for this paragraph.")
    return translated(view, paragraph, as_typed(Marked(now.text, now.brackets)))


def kept(view: DraftView, paragraph: str) -> DraftEdit:
    """Keep the words at hand in a language; others are not offered until they change."""
    if paragraph not in view.workshop.laid.offers:
        raise PlenaryError("Nothing is offered for this paragraph.")
    return translated(view, paragraph, as_typed(view.workshop.marked(paragraph)))


def to_issue(view: DraftView) -> list[tuple[str, str]]:
    """Return the versions that can go out in another language: label and language.

    The last one is first, and those in the language that the view is in.
    """
    drafts = view.workshop.drafts
    languages = sorted(OTHERS, key=lambda one: one != view.language)
    return [
        (label, language) for language in languages for label in reversed(labels(drafts))
        if issued(drafts, label) and not issued(drafts, label, language)
    ]  # fmt: skip


def issue_choices(view: DraftView) -> list[Choice]:
    """Return what can be issued; a choice does nothing, or says label and language."""
    found = [Choice("a new version", "in the meeting's own language", does="new")]
    for place, (label, language) in enumerate(to_issue(view)):
        lacking = len(untranslated(view.own, language))
        says = f"{lacking} still in {called('')}" if lacking else ""
        found.append(
            Choice(f"version {label} in {called(language)}", says, does=str(place))
        )  # fmt: skip
    return found if not view.language else [*found[1:], found[0]]
