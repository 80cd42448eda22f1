"""What was asked for, paragraph by paragraph: in files that came back, aloud, and of the texts.

Those who ask for the same words at the same place make one amendment.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from plenary_tui.record.bracketing import LABEL, Bracket, Marked
from plenary_tui.record.drafts import Version
from plenary_tui.record.entries import Entry
from plenary_tui.record.kinds import (
    ChangeAsked,
    DraftReceived,
    ParagraphRef,
)
from plenary_tui.record.meeting import Meeting
from plenary_tui.record.texts import UNDECIDED

from ..draft import Paragraph
from .asked import Amendment, Asking, Form, State
from .receiving import asks_words, words_of
from .snapshot import issued_draft
from .view import Workshop

_Became = tuple[State, str, str]
_OPEN: _Became = ("open", "", "")
_VERDICTS: tuple[State, ...] = ("accepted", "bracketed", "refused")


def amendments(view: Workshop, meeting: Meeting) -> list[Amendment]:
    """Return everything that was asked for, in the order of today's draft.

    What belongs to a paragraph that is not in it any more comes last. meeting: of the record that
    the draft is composed of.
    """
    found = _Gathering(view, meeting)
    given = [*found.from_files(), *found.from_the_room(), *found.from_texts()]
    places = {key: at for at, key in enumerate(view.paragraphs)}
    last = len(places)

    def place(one: Amendment) -> tuple[int, bool]:
        at = -1 if not one.paragraph and one.form == "new" else places.get(one.paragraph, last)
        return at, one.form == "new"

    return sorted(_grouped(given), key=place)


def _grouped(given: list[Amendment]) -> Iterator[Amendment]:
    """Yield amendments, those of the same words at the same place as one."""
    groups: dict[object, list[Amendment]] = {}
    for one in given:
        alone = one.form in ("comment", "aloud", "text")
        same = (one.form, one.paragraph, one.after, one.asked, one.version, one.sure, one.state)
        groups.setdefault(one.key if alone else same, []).append(one)
    for several in groups.values():
        askings = tuple(asking for one in several for asking in one.askings)
        tracked = all(one.tracked for one in several)
        yield replace(several[0], askings=askings, tracked=tracked)


class _Gathering:
    def __init__(self, view: Workshop, meeting: Meeting) -> None:
        self._view = view
        self._meeting = meeting
        self._drafts = view.drafts
        self._issued: dict[str, dict[str, Paragraph]] = {}
        self._files = {one.id for one in self._drafts.received}

    def from_files(self) -> Iterator[Amendment]:
        """Yield what the files ask for that came back, of versions that are known."""
        for entry in self._drafts.received:
            what = entry.what
            assert isinstance(what, DraftReceived)
            version = self._drafts.version(what.target)
            if version is not None:
                issued = self._words_of(version)
                for place, change in enumerate(what.changes):
                    yield self._of_file(entry, place, change, version, issued)

    def _words_of(self, version: Version) -> dict[str, Paragraph]:
        if version.id not in self._issued:
            draft = issued_draft(self._meeting, "", version)
            texts = words_of(draft)
            self._issued[version.id] = {
                one.id: replace(one, text=texts[one.id]) for one in draft.paragraphs() if one.id
            }
        return self._issued[version.id]

    def _of_file(
        self, entry: Entry, place: int, change: ChangeAsked, version: Version,
        issued: Mapping[str, Paragraph],
    ) -> Amendment:  # fmt: skip
        what = entry.what
        assert isinstance(what, DraftReceived)
        given = self._drafts.answers.get((entry.id, place))
        asked_of = change.paragraph.id if change.paragraph else ""
        after = change.after.id if change.after else ""
        paragraph = (given.paragraph if given else "") or asked_of or after
        known = issued.get(paragraph)
        own = issued.get(asked_of)
        asks = asks_words(change, own.text if own else "")
        form = _form(change, asks=asks)
        today = self._today(paragraph, version.language, known) if form != "new" else None
        was = known.text if known else today.text if today else ""
        asking = Asking(entry.id, place, what.who, what.author, change.comments)
        return Amendment(
            form, paragraph, self._number(paragraph, issued), (asking,), was,
            change.now if asks else "", today,
            after if change.after or form == "new" else None, version.id, version.label,
            version.language, change.sure or bool(given and given.paragraph), change.tracked,
            *self._became((entry.id, place)),
        )  # fmt: skip

    def _became(self, key: tuple[str, int]) -> _Became:
        """Return the state of what was asked for, the entry that says so, and its reason."""
        given = self._drafts.answers.get(key)
        state: State = "open"
        for verdict in _VERDICTS:
            if given and given.verdict == verdict:
                state = verdict
        return (state, given.entry, given.reason) if given and state != "open" else _OPEN

    def _today(
        self, paragraph: str, language: str = "", issued: Paragraph | None = None
    ) -> Marked | None:
        """Return today's words; of another language as issued, where nobody has them now."""
        held = self._view.held(paragraph)
        if held is not None and held.text.removed:
            return None
        if language and held is not None:
            text = held.texts.get(language) or issued
            return Marked(text.text, text.brackets) if text else None
        return self._view.marked(paragraph) if paragraph in self._view.paragraphs else None

    def _number(self, paragraph: str, issued: Mapping[str, Paragraph]) -> str:
        one = self._view.paragraphs.get(paragraph) or issued.get(paragraph)
        return one.number if one else ""

    def from_the_room(self) -> Iterator[Amendment]:
        """Yield what was asked for aloud or on paper and stands in brackets, or was answered."""
        asked = self._meeting.brackets
        seen: set[str] = set()
        for paragraph, bracket in self._view.open_brackets():
            for source in bracket.sources:
                spoken = source in asked or (bracket.alternative and source not in self._files)
                if spoken and source not in seen:
                    seen.add(source)
                    words = _inside(paragraph, bracket)
                    yield self._aloud(source, bracket.by, words, paragraph.id, bracket)
        for (target, _), given in sorted(self._drafts.answers.items()):
            if target not in seen and target not in self._files and given.paragraph:
                words = asked[target].words if target in asked else ""
                yield self._aloud(target, given.who, words, given.paragraph, None)

    def _aloud(
        self, entry: str, who: tuple[str, ...], words: str, paragraph: str,
        bracket: Bracket | None,
    ) -> Amendment:  # fmt: skip
        state, settled, reason = self._became((entry, 0))
        return Amendment(
            "aloud", paragraph, self._number(paragraph, {}), (Asking(entry, 0, who),),
            asked=words, today=self._today(paragraph), bracket=bracket, state=state,
            settled=settled, reason=reason,
        )  # fmt: skip

    def from_texts(self) -> Iterator[Amendment]:
        """Yield the amendments to the texts that paragraphs rest on."""
        for text in sorted(self._meeting.texts.values(), key=lambda one: one.rank):
            used = [key for one in text.entries() for key in self._view.used.get(one, ())]
            for asked in text.amendments if used else ():
                if asked.state == "asked" and text.state not in UNDECIDED:
                    continue  # the text went its way without it
                state, settled, reason = self._became((asked.entry, 0))
                in_room: dict[str, State] = {"accepted": "accepted", "withdrawn": "withdrawn"}
                state = in_room.get(asked.state, state)
                yield Amendment(
                    "text", used[0], self._number(used[0], {}),
                    (Asking(asked.entry, 0, (asked.who,) if asked.who else ()),),
                    asked=asked.text, today=self._today(used[0]), label=text.label,
                    state=state, settled=settled, reason=reason,
                )  # fmt: skip


def _inside(paragraph: Paragraph, bracket: Bracket) -> str:
    """Return the words in a bracket, without what says that they are an alternative."""
    inner = paragraph.text[bracket.start + 1 : bracket.end - 1]
    label = LABEL.match(inner)
    return inner[label.end() :] if label else inner


def _form(change: ChangeAsked, *, asks: bool) -> Form:
    if not asks:
        return "comment"
    if change.paragraph is None:
        return "new"
    if not change.now:
        return "removal"
    return "move" if change.after else "words"


def standing_behind(view: Workshop, asked: Amendment) -> tuple[str, str]:
    """Return where a new or moved paragraph goes today: its section, and the one before it.

    What the same file put behind the same paragraph and was accepted before stands in between.
    """
    first = next((one.key for one in view.draft.sections if not one.annex), "")
    entry = next(one for one in view.drafts.received if one.id == asked.askings[0].entry)
    what = entry.what
    assert isinstance(what, DraftReceived)
    place = asked.askings[0].place
    here = what.changes[place].after
    before = here.id if here else ""
    if asked.form == "new" and asked.paragraph != before:
        before = asked.paragraph  # somebody put it there
    elif made := _put_there_before(view, entry.id, what, place):
        before = made
    order = [one for _, ids in view.drafts.order for one in ids]
    while before and before not in view.places:
        at = order.index(before) if before in order else 0
        before = order[at - 1] if at else ""
    return (view.places[before].section, before) if before else (first, "")


def _put_there_before(view: Workshop, entry: str, what: DraftReceived, place: int) -> str:
    """Return what the same file put at the same place just before; empty where nothing stands."""
    here = what.changes[place].after
    for at in range(place - 1, -1, -1):
        other = what.changes[at]
        if other.paragraph is not None or other.after != here or not other.now:
            break
        given = view.drafts.answers.get((entry, at))
        made = next((one for one in view.places if given and _is_made_by(one, given.entry)), "")
        if made:
            return made
    return ""


def _is_made_by(paragraph: str, entry: str) -> bool:
    return ParagraphRef.of(paragraph).source == entry
