"""What can be done to a draft: each act is one entry, with the paragraphs as they read after it.

An act that makes no sense raises PlenaryError with a sentence; nothing is changed then.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from plenary_tui.errors import PlenaryError
from plenary_tui.record.bracketing import Bracket, Mark, Marked, as_marked, mark
from plenary_tui.record.clean import clean, clean_line
from plenary_tui.record.kinds import (
    DraftEdit,
    DraftRenumbered,
    EditAct,
    ParagraphForm,
    ParagraphRef,
    ParagraphStatus,
    ParagraphText,
    Renumbered,
)

from . import numbers
from .laying import digest
from .snapshot import ORIGINAL
from .typed import Known, read_typed
from .view import Workshop

_ANNEX = "An annex reproduces the record: correct the entry it rests on."


def edited(view: Workshop, paragraph: str, typed: str, known: Known) -> DraftEdit:
    """Word a paragraph as typed, brackets with their owners inside (`[TR: words]`)."""
    now = read_typed(typed, known, view.marked(paragraph))
    if not now.text:
        raise PlenaryError("The paragraph would be empty: take it out instead.")
    if now == view.marked(paragraph):
        raise PlenaryError("Nothing was changed.")
    return reworded(view, paragraph, now, "edited")


def reworded(
    view: Workshop, paragraph: str, now: Marked, act: EditAct, **changes: Any
) -> DraftEdit:  # fmt: skip
    """Give a paragraph other words; what was agreed is open again where they differ."""
    text = _own(view, paragraph)
    status = text.status if now.text == text.text else "open"
    return _edit(act, _with(text, now, **{"status": status, **changes}))


def added(
    view: Workshop, after: str, typed: str, known: Known, *, section: str = "",
    form: ParagraphForm = "numbered", sources: tuple[str, ...] = (),
) -> DraftEdit:  # fmt: skip
    """Write a paragraph by hand, behind another one; without one, first in a section."""
    now = read_typed(typed, known)
    if not now.text:
        raise PlenaryError("The new paragraph has no words yet.")
    section = _section(view, after, section)
    made = ParagraphText(
        ref=ParagraphRef(section=section, own=True), text=now.text, brackets=now.brackets,
        sources=sources, form=form, moved=True, section=section,
        after=ParagraphRef.of(after) if after else None,
    )  # fmt: skip
    return _edit("added", made)


def split(view: Workshop, paragraph: str, at: int) -> DraftEdit:
    """Part a paragraph in two at a place in its text; the second gets a number of its own.

    A place inside a word stands for the beginning of that word.
    """
    text, now = _own(view, paragraph), view.marked(paragraph)
    while 0 < at < len(now.text) and _of_word(now.text[at - 1]) and _of_word(now.text[at]):
        at -= 1
    if not now.text[:at].strip() or not now.text[at:].strip():
        raise PlenaryError("There is nothing on one side of that place: go into the words first.")
    if any(one.start < at < one.end for one in now.brackets):
        raise PlenaryError("That place is inside a bracket: clean the bracket first.")
    first, second = now.cut(0, at).stripped(), now.cut(at, len(now.text)).stripped()
    ref = ParagraphRef(section=text.ref.section, own=True)
    behind = ParagraphText(
        ref=ref, text=second.text, brackets=second.brackets, sources=text.sources, form=text.form,
        moved=True, section=view.places[paragraph].section, after=text.ref,
    )  # fmt: skip
    return _edit("split", _with(text, first, status="open"), behind)


def _of_word(sign: str) -> bool:
    """Whether a sign is of a word that is told from the next by a blank."""
    return sign.lower() != sign.upper() or sign.isdigit() or sign in "’'"


def joined(view: Workshop, paragraph: str) -> DraftEdit:
    """Join a paragraph with the one that follows it; the second is taken out."""
    following = next((key for key, place in view.places.items() if place.before == paragraph), "")
    if not following:
        raise PlenaryError("No paragraph follows it in its section: there is nothing to join.")
    one, two = _own(view, paragraph), _own(view, following)
    now = view.marked(paragraph).followed_by(" ", view.marked(following))
    sources = tuple(dict.fromkeys((*one.sources, *two.sources)))
    whole = _with(one, now, status="open").model_copy(update={"sources": sources})
    return _edit("joined", whole, two.model_copy(update={"removed": True, "status": "open"}))


def moved(view: Workshop, paragraph: str, after: str, section: str = "") -> DraftEdit:
    """Put a paragraph behind another one; without one, first in a section."""
    text = _own(view, paragraph)
    if after == paragraph:
        raise PlenaryError("It stands there already.")
    section = _section(view, after, section or view.places[paragraph].section)
    there = ParagraphRef.of(after) if after else None
    return _edit(
        "moved", text.model_copy(update={"moved": True, "section": section, "after": there})
    )


def removed(view: Workshop, paragraph: str, note: str = "") -> DraftEdit:
    """Take a paragraph out; once it was issued its number stays, marked as deleted."""
    text = _own(view, paragraph)
    if text.removed:
        raise PlenaryError("It is taken out already.")
    return _edit("removed", text.model_copy(update={"removed": True}), note=note)


def restored(view: Workshop, paragraph: str) -> DraftEdit:
    """Put back a paragraph that was taken out, with the words it had."""
    held = view.held(paragraph)
    if held is None or not held.text.removed:
        raise PlenaryError("It is not taken out.")
    return _edit("restored", view.text(paragraph).model_copy(update={"removed": False}))


def bracketed(view: Workshop, paragraph: str, words: str, by: tuple[str, ...]) -> DraftEdit:
    """Set words in brackets for those who ask for it; all of them where no words are given."""
    now = view.marked(paragraph)
    words = clean(words).strip() or now.text
    if words not in now.text:
        raise PlenaryError("These words do not stand there: choose them in the paragraph.")
    found = mark(now.text, [Mark(words, "", "", by=by)], now.brackets)
    return reworded(view, paragraph, found, "bracketed").model_copy(update={"who": by})


def alternative(view: Workshop, paragraph: str, words: str, by: tuple[str, ...]) -> DraftEdit:
    """Lay an alternative beside a paragraph, which stands in brackets as a whole then.

    Without words it is the option of no text.
    """
    found = view.marked(paragraph).offered(as_marked(clean(words)), by=by)
    return reworded(view, paragraph, found, "bracketed").model_copy(update={"who": by})


def cleaned(view: Workshop, paragraph: str, bracket: Bracket) -> DraftEdit:
    """Agree on the words of a bracket: its signs go, and with them the alternatives to it.

    Where the option of no text is agreed, the paragraph is taken out.
    """
    now = view.marked(paragraph)
    if bracket not in now.brackets:
        raise PlenaryError("That bracket is gone by now: look at the paragraph again.")
    left = now.settled(bracket)
    if not left.text.strip():
        return removed(view, paragraph)
    return reworded(view, paragraph, left, "cleaned")


def dropped(view: Workshop, paragraph: str, bracket: Bracket) -> DraftEdit:
    """Take a bracket out with the words in it; an alternative that is left alone stays open."""
    now = view.marked(paragraph)
    if bracket not in now.brackets:
        raise PlenaryError("That bracket is gone by now: look at the paragraph again.")
    left = now.without(bracket)
    if not left.text.strip():
        return removed(view, paragraph)
    return reworded(view, paragraph, left, "cleaned")


def agreed(view: Workshop, paragraph: str, status: ParagraphStatus) -> DraftEdit:
    """Say how far a paragraph is agreed; brackets forbid that it is."""
    text = _own(view, paragraph)
    if status != "open" and text.brackets:
        count = len(text.brackets)
        many = "1 bracket is" if count == 1 else f"{count} brackets are"
        raise PlenaryError(f"{many} open in it: clean them first, or leave the paragraph open.")
    if text.status == status:
        raise PlenaryError("It stands so already.")
    act: EditAct = "reopened" if status == "open" else "agreed"
    return _edit(act, text.model_copy(update={"status": status}))


def taken(view: Workshop, *paragraphs: str) -> DraftEdit:
    """Let the composed words that are offered stand in place of those at hand."""
    return _edit("taken", *(_taken(view, one) for one in paragraphs))


def _taken(view: Workshop, paragraph: str) -> ParagraphText:
    now = view.laid.offers.get(paragraph)
    if now is None:
        raise PlenaryError("Nothing is offered for this paragraph.")
    text = _with(_own(view, paragraph), Marked(now.text, now.brackets), status="open")
    update = {"lead": now.lead, "sources": now.sources, "basis": digest(now)}
    return text.model_copy(update=update)


def kept(view: Workshop, paragraph: str) -> DraftEdit:
    """Keep the words at hand; the composed ones are not offered again until they change."""
    now = view.laid.offers.get(paragraph)
    if now is None:
        raise PlenaryError("Nothing is offered for this paragraph.")
    return _edit("kept", _own(view, paragraph).model_copy(update={"basis": digest(now)}))


def translated(
    view: Workshop, paragraph: str, typed: str, known: Known, language: str
) -> DraftEdit:  # fmt: skip
    """Word a paragraph in another language; its place, number and status are the same in all."""
    text = _own(view, paragraph, translating=True)
    held = view.held(paragraph)
    was = held.texts.get(language) if held else None
    composed = view.laid.composed.get(paragraph) if view.draft.language == language else None
    now = read_typed(
        typed, known, Marked(was.text, was.brackets) if was else view.marked(paragraph)
    )
    if not now.text:
        raise PlenaryError("The paragraph would be empty in this language.")
    basis = digest(composed) if composed else ""
    return _edit("translated", _with(text, now, language=language, basis=basis))


def renumbered(view: Workshop) -> DraftRenumbered:
    """Number all paragraphs anew from 1, with the table of old and new; deleted ones go."""
    if not view.drafts.versions:
        raise PlenaryError("Nothing was issued yet: the numbers run by themselves until then.")
    counted = [
        (key, one.number) for key, one in view.paragraphs.items()
        if one.number and not view.places[key].annex
    ]  # fmt: skip
    # what the plan leaves out would come back with a number that is another's by then
    counted += [
        (key, held.number) for key, held in sorted(view.drafts.held.items())
        if held.number and key not in view.places
    ]  # fmt: skip
    standing = [
        key for key, _ in counted
        if key in view.places and not ((held := view.held(key)) and held.text.removed)
    ]  # fmt: skip
    given = dict(zip(standing, numbers.running(len(standing)), strict=True))
    table = tuple(
        Renumbered(ref=ParagraphRef.of(key), old=old, new=given.get(key, ""))
        for key, old in counted
        if old != given.get(key, "")
    )
    if not table:
        raise PlenaryError("The numbers run from 1 without a gap already.")
    return DraftRenumbered(table=table)


def known_by(code: Callable[[str], str | None]) -> Known:
    """Return what knows owners from a roster's `code(name)`, which gives None where none fits."""
    return lambda name: code(clean_line(name).strip()) or ""


def _section(view: Workshop, after: str, section: str) -> str:
    """Return the section that something is put into, behind a paragraph or first in it."""
    if after:
        _own(view, after)
        return (
            view.places[after].section if after in view.places else ParagraphRef.of(after).section
        )
    if any(one.annex and one.key == section for one in view.draft.sections):
        raise PlenaryError(_ANNEX)
    return section


def _own(view: Workshop, paragraph: str, *, translating: bool = False) -> ParagraphText:
    """Return a paragraph to change; an annex reproduces the record, and is changed there."""
    if view.draft.language != ORIGINAL and not translating:
        raise PlenaryError("The draft is negotiated in the meeting's own language: translate it.")
    place = view.places.get(paragraph)
    if place is None and view.held(paragraph) is None:
        raise PlenaryError("There is no such paragraph in the draft by now.")
    if place is not None and place.annex:
        raise PlenaryError(_ANNEX)
    return view.text(paragraph)


def _with(text: ParagraphText, now: Marked, **changes: Any) -> ParagraphText:
    return text.model_copy(update={"text": now.text, "brackets": now.brackets, **changes})


def _edit(act: EditAct, *paragraphs: ParagraphText, note: str = "") -> DraftEdit:
    return DraftEdit(act=act, paragraphs=paragraphs, note=note)
