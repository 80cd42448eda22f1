"""What becomes of an amendment: accepted, laid in brackets, refused, confirmed. Each is one entry.

What makes no sense raises PlenaryError with a sentence: nothing is changed then, and neither side
is lost.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from plenary_tui.errors import PlenaryError
from plenary_tui.record.bracketing import Marked
from plenary_tui.record.clean import clean
from plenary_tui.record.kinds import Answer, DraftEdit, EditAct, ParagraphRef, ParagraphText

from . import acts
from .amendments import standing_behind
from .asked import Amendment
from .merging import beside, carried
from .view import Workshop

PARTED = "\n\n"
"""What stands in asked words where a file parts a paragraph in two."""

_Verdict = Literal["confirmed", "accepted", "bracketed", "refused"]


def accepted(view: Workshop, asked: Amendment) -> DraftEdit:
    """Let the draft read as asked; a comment is noted.

    Refused where today's words were changed at the same place since: one side would be lost.
    """
    _check(view, asked)
    match asked.form:
        case "comment":
            return _answered(asked, "accepted")
        case "aloud":
            return _for(_aloud_accepted(view, asked), asked, "accepted")
        case "new":
            edit = _new(view, asked, _wanted(asked), "added")
        case "removal" if asked.today is None:
            return _answered(asked, "accepted")
        case "removal":
            if _today(asked).text != asked.was:
                raise _otherwise(asked)
            edit = acts.removed(view, asked.paragraph)
        case "move":
            edit = _moved(view, asked)
        case _:
            edit = _reworded(view, asked, _wanted(asked), "edited")
    return _for(edit, asked, "accepted")


def bracketed(view: Workshop, asked: Amendment) -> DraftEdit:
    """Lay today's words and the asked ones beside each other, in brackets where they differ."""
    _check(view, asked)
    source = asked.askings[0].entry
    sources = (source,)
    match asked.form:
        case "comment":
            raise PlenaryError("A comment asks for no words: note it, or refuse it.")
        case "aloud":
            return _answered(asked, "bracketed")  # it stands so
        case "move":
            raise PlenaryError("A place cannot stand in brackets: accept the move, or refuse it.")
        case "new":
            now = _wanted(asked).wrapped(by=asked.who, sources=sources)
            edit = _new(view, asked, now, "bracketed")
        case "removal":
            now = _today(asked).wrapped(by=asked.who, sources=sources)
            edit = _reworded(view, asked, now, "bracketed")
        case _:
            today = _today(asked)
            wanted = asked.wanted or carried(today, asked.asked, asked.who, source)
            if wanted.text == today.text:
                raise PlenaryError("It reads so already: accept it.")
            now = beside(today, wanted, asked.who, source, asked.language)
            edit = _reworded(view, asked, now, "bracketed")
    return _for(edit, asked, "bracketed")


def refused(view: Workshop, asked: Amendment, reason: str = "") -> DraftEdit:
    """Say that the draft stays as it is; what stands in brackets for it aloud is cleaned."""
    _check(view, asked, unsure=True)
    edit = _answered(asked, "refused")
    if asked.form == "aloud" and asked.bracket is not None:
        now = view.marked(asked.paragraph)
        group = now.group(asked.bracket)
        if asked.bracket.alternative and len(group) > 2:
            edit = acts.dropped(view, asked.paragraph, asked.bracket)
        else:
            others = [one for one in group if one != asked.bracket]
            stays = others[0] if asked.bracket.alternative and others else asked.bracket
            edit = acts.cleaned(view, asked.paragraph, stays)
    return _for(edit, asked, "refused").model_copy(update={"note": clean(reason)})


def confirmed(view: Workshop, asked: Amendment, paragraph: str) -> DraftEdit:
    """Say which paragraph it is about; of a new one, which it stands behind."""
    if asked.form in ("aloud", "text"):
        raise PlenaryError("It was asked in the room, of that paragraph and no other.")
    if asked.state != "open":
        raise PlenaryError("It is settled already: take that back first.")
    if paragraph not in view.places:
        raise PlenaryError("There is no such paragraph in the draft: look at its number.")
    if asked.sure and paragraph == asked.paragraph:
        raise PlenaryError("It is known to be about that paragraph.")
    return DraftEdit(
        act="answered", answers=tuple(_answers(asked, "confirmed", ParagraphRef.of(paragraph)))
    )


def _check(view: Workshop, asked: Amendment, *, unsure: bool = False) -> None:
    """Raise PlenaryError where nothing is to be said of it here."""
    if asked.form == "text":
        raise PlenaryError(
            f"It is asked of {asked.label or 'the text'} itself: the room accepts it "
            "(Amendment accepted) or goes on without it."
        )
    if asked.state in ("accepted", "bracketed", "withdrawn"):
        raise PlenaryError(f"It is {asked.state} already: take that back first.")
    if not (asked.sure or unsure):
        raise PlenaryError(
            "It was found by similar words: confirm first that it is about this paragraph."
        )


def _wanted(asked: Amendment) -> Marked:
    if asked.wanted is None:
        if asked.today is None:
            raise PlenaryError("The paragraph was taken out since: put it back first, or refuse.")
        raise _otherwise(asked)
    return asked.wanted


def _today(asked: Amendment) -> Marked:
    if asked.today is None:
        raise PlenaryError("The paragraph was taken out since: put it back first, or refuse.")
    return asked.today


def _otherwise(asked: Amendment) -> PlenaryError:
    return PlenaryError(
        f"Changed at the same place since version {asked.label}: lay both in brackets, or edit it."
    )


def _reworded(view: Workshop, asked: Amendment, now: Marked, act: EditAct) -> DraftEdit:
    if asked.today is not None and now == asked.today:
        return DraftEdit(act="answered")
    first, *behind = _parts(asked, now) if act == "edited" else [now]
    if behind:
        act = "split"
    edit = acts.reworded(view, asked.paragraph, first, act)
    if asked.language:
        if behind:
            raise PlenaryError("It parts the paragraph: do so in the meeting's own language.")
        text = edit.paragraphs[0].model_copy(update={"language": asked.language})
        return edit.model_copy(update={"act": "translated", "paragraphs": (text,)})
    one = edit.paragraphs[0]
    place = view.places[asked.paragraph]
    following: list[ParagraphText] = []
    for again, part in enumerate(behind, 1):
        after = following[-1].ref if following else one.ref
        ref = ParagraphRef(section=one.ref.section, own=True, again=again)
        following.append(ParagraphText(
            ref=ref, text=part.text, brackets=part.brackets, sources=one.sources, form=one.form,
            moved=True, section=place.section, after=after,
        ))  # fmt: skip
    return edit.model_copy(update={"paragraphs": (one, *following)})


def _parts(asked: Amendment, now: Marked) -> list[Marked]:
    """Return the paragraphs that the asked words make of one."""
    if PARTED in asked.was or PARTED not in now.text:
        return [now]
    return list(_parted(now))


def _parted(now: Marked) -> Iterator[Marked]:
    start = 0
    while start <= len(now.text):
        end = now.text.find(PARTED, start)
        end = len(now.text) if end < 0 else end
        if any(one.start < end < one.end for one in now.brackets):
            raise PlenaryError("It parts the paragraph inside a bracket: clean the bracket first.")
        part = now.cut(start, end).stripped()
        if part.text:
            yield part
        start = end + len(PARTED)


def _moved(view: Workshop, asked: Amendment) -> DraftEdit:
    section, before = standing_behind(view, asked)
    edit = acts.moved(view, asked.paragraph, before, section)
    now = _wanted(asked)
    text = edit.paragraphs[0]
    if now.text == text.text:
        return edit
    changed = {"text": now.text, "brackets": now.brackets, "status": "open"}
    return edit.model_copy(
        update={"act": "edited", "paragraphs": (text.model_copy(update=changed),)}
    )


def _new(view: Workshop, asked: Amendment, now: Marked, act: EditAct) -> DraftEdit:
    section, before = standing_behind(view, asked)
    place = view.places.get(before)
    if place is not None and place.annex:
        raise PlenaryError("An annex reproduces the record: correct the entry it rests on.")
    form = view.text(before).form if place else "numbered"
    made = ParagraphText(
        ref=ParagraphRef(section=section, own=True), text=now.text, brackets=now.brackets,
        sources=(asked.askings[0].entry,), form="item" if form == "item" else "numbered",
        moved=True, section=section, after=ParagraphRef.of(before) if before else None,
        language=asked.language,
    )  # fmt: skip
    return DraftEdit(act=act, paragraphs=(made,))


def _aloud_accepted(view: Workshop, asked: Amendment) -> DraftEdit:
    if asked.bracket is None:
        raise PlenaryError("It stands in no bracket any more: look at the paragraph.")
    if not asked.bracket.alternative:
        raise PlenaryError(
            "The words stand in brackets, as was asked: say so, or refuse that they do."
        )
    return acts.cleaned(view, asked.paragraph, asked.bracket)


def _answered(asked: Amendment, verdict: _Verdict) -> DraftEdit:
    return _for(DraftEdit(act="answered"), asked, verdict)


def _for(edit: DraftEdit, asked: Amendment, verdict: _Verdict) -> DraftEdit:
    """Return an edit that answers an amendment, at the request of those who ask for it."""
    spoken = ParagraphRef.of(asked.paragraph) if asked.form == "aloud" else None
    answers = tuple(_answers(asked, verdict, spoken))
    return edit.model_copy(update={"answers": answers, "who": asked.who})


def _answers(
    asked: Amendment, verdict: _Verdict, paragraph: ParagraphRef | None = None
) -> Iterator[Answer]:  # fmt: skip
    for one in asked.askings:
        yield Answer(target=one.entry, place=one.place, verdict=verdict, paragraph=paragraph)
