"""Laws of the draft, whatever is done to it, typed in the room and decided in between."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from plenary_tui.documents.chronicle import Chronicle
from plenary_tui.documents.communique import workshop
from plenary_tui.documents.data.draft import draft
from plenary_tui.documents.draft import Draft, Paragraph, paragraphs_of
from plenary_tui.documents.notes import notes
from plenary_tui.documents.workshop import acts
from plenary_tui.documents.workshop.view import Workshop
from plenary_tui.errors import PlenaryError
from plenary_tui.record.history import Record
from plenary_tui.record.kinds import (
    Correction,
    DraftEdit,
    Drafting,
    DraftIssued,
    DraftKind,
    DraftPlan,
    DraftReceived,
    Kind,
    ParagraphRef,
    ParagraphTaken,
    PlanSection,
    Retraction,
)
from tests.documents.ordinals import with_ordinals
from tests.documents.test_notes import assert_same_meeting, imported
from tests.record.test_laws import parts

from .tables import Table, elsewhere, known, main, meet

ROOM = (
    "Bracket para {n} TR: {word}", "Para {n} agreed", "Para {n} NV: let it be otherwise",
    "Clean para {n}: {word}", "Alternative para {n} KE: {word}s", "Bracket KE: {word}", "undo",
    "redo", "Draft decision NV: a fund of {word}", "Adopted:", "Noted:", "In camera:",
    "Open session:", "Objection TR: no", "Proposal OS: the {word} [of two] is read",
    "s/six/ten/", "NV: says {word}", "Agreed: to meet {word}", "Item 4", "Para 99 TR: nothing",
    "Alternative para {n} KE:",
)  # fmt: skip
WORDS = ("six", "the", "a", "fund", "[open]", "seats")
ACTS = (
    "edited", "added", "first", "split", "joined", "moved", "removed", "restored", "bracketed",
    "alternative", "cleaned", "dropped", "agreed", "reopened", "taken", "kept", "issue",
    "renumbered", "discussed", "plan", "undo", "redo", "translated",
)  # fmt: skip

steps = st.lists(
    st.tuples(
        st.sampled_from(ACTS) | st.sampled_from(ROOM), st.integers(0, 99), st.integers(0, 99),
        st.sampled_from(WORDS),
    ),
    max_size=14,
)  # fmt: skip
slow = settings(
    max_examples=int(os.environ.get("PLENARY_EXAMPLES", "25")), deadline=None,
    suppress_health_check=list(HealthCheck), phases=(Phase.explicit, Phase.reuse, Phase.generate),
)  # fmt: skip
"""A failing list of acts is short enough to read; to make it shorter takes minutes."""


def command(view: Workshop, act: str, one: int, two: int, word: str) -> Kind:
    """Return what a person does with the draft. Raises PlenaryError where it makes no sense."""
    places = [key for key, place in view.places.items() if not place.annex]
    key, other = (_choose(one, _fitting(view, act)) or places[one % len(places)],
                  places[two % len(places)])  # fmt: skip
    brackets = view.paragraphs[key].brackets if key in view.paragraphs else ()
    bracket = brackets[two % len(brackets)] if brackets else None
    if act == "edited":
        return acts.edited(view, key, f"{view.paragraphs[key].text} and [TR: {word}]", known)
    if act == "added":
        return acts.added(view, key, f"By hand, {word}.", known)
    if act == "first":
        return acts.added(view, "", f"Before all, {word}.", known, section="meeting")
    if act == "split":
        return acts.split(view, key, view.paragraphs[key].text.find(" ", two))
    if act in ("joined", "removed", "restored", "taken", "kept"):
        return getattr(acts, act)(view, key)  # type: ignore[no-any-return]
    if act == "moved":
        return acts.moved(view, key, other)
    if act in ("bracketed", "alternative"):
        return getattr(acts, act)(view, key, word, ("NV",))  # type: ignore[no-any-return]
    if act in ("cleaned", "dropped"):
        if bracket is None:
            raise PlenaryError("There is none.")
        return getattr(acts, act)(view, key, bracket)  # type: ignore[no-any-return]
    if act in ("agreed", "reopened"):
        return acts.agreed(view, key, "agreed" if act == "agreed" else "open")
    if act == "renumbered":
        return acts.renumbered(view)
    if act == "discussed":
        return ParagraphTaken(paragraph=ParagraphRef.of(key))
    if act == "plan":
        rows = (PlanSection(key="body-*", heading="Bodies"), PlanSection(key="meeting"))
        left = PlanSection(key="decisions", left_out=bool(two % 2))
        return DraftPlan(name="own", sections=(*rows, left))
    if act == "translated":
        return acts.translated(view, key, f"En français, {word}.", known, "fr")
    return Retraction(act="redo" if act == "redo" else "undo", of="draft")


def _fitting(view: Workshop, act: str) -> list[str]:
    """Return the paragraphs that an act is for, where it is not for any."""
    if act in ("taken", "kept"):
        return list(view.laid.offers)
    if act in ("cleaned", "dropped"):
        return [one.id for one in view.draft.paragraphs() if one.brackets]
    if act == "restored":
        return sorted(key for key, held in view.drafts.held.items() if held.text.removed)
    if act == "reopened":
        return [one.id for one in view.draft.paragraphs() if one.status != "open"]
    return []


def _choose(one: int, among: list[str]) -> str:
    return among[one % len(among)] if among else ""


class Negotiation:
    """A draft under random hands, held to its laws at every step."""

    def __init__(self) -> None:
        self.table = Table()
        self.versions: list[Draft] = []
        self.last = self.table.view()

    def step(self, act: str, one: int, two: int, word: str) -> None:
        """Do something, and look."""
        before = self.last
        count = len(self.table.room.entries)
        if act in ACTS:
            if not self._draft(before, act, one, two, word):
                return
        else:
            numbers = [para.number for para in before.paragraphs.values() if para.number]
            open_ones = [para for para in before.paragraphs.values() if para.brackets]
            if act.startswith("Clean") and open_ones:
                para = open_ones[one % len(open_ones)]
                bracket = para.brackets[two % len(para.brackets)]
                numbers, word = [para.number], para.text[bracket.start + 1 : bracket.end - 1]
            self.table.room(act.format(n=numbers[one % len(numbers)], word=word))
            made = self.table.room.entries[-1].what
            if isinstance(made, Retraction):
                target = self.table.room.record.entry(made.target)
                assert target is not None and not isinstance(target.what, DraftKind)
        self.last = self.table.view()
        self._look(before, count)

    def _draft(self, view: Workshop, act: str, one: int, two: int, word: str) -> bool:
        room = self.table.room
        if act == "issue":
            drawn = view.draft
            issued = self.table.issue(str(len(self.versions) + 1))
            assert issued.sections == drawn.sections
            self.versions.append(issued)
            return True
        try:
            prepared = self.table.do(command(view, act, one, two, word))
        except PlenaryError:
            return False
        entry = prepared.entry
        if prepared.verdict == "refused":
            return False
        assert entry.marking == "open" and not entry.seals
        if isinstance(entry.what, Retraction):
            target = room.record.entry(entry.what.target)
            assert target is not None and not isinstance(target.what, DraftIssued | DraftReceived)
            while isinstance(target.what, Retraction):
                target = room.record.entry(target.what.target)
                assert target is not None
            assert isinstance(target.what, DraftKind)
        elif isinstance(entry.what, DraftKind):
            after = self.table.view()
            self.table.do(Retraction(of="draft"))
            assert main(self.table.view()) == main(view)
            self.table.do(Retraction(act="redo", of="draft"))
            assert main(self.table.view()) == main(after)
        return True

    def _look(self, before: Workshop, count: int) -> None:
        view, drafts = self.last, self.last.drafts
        shown = [one for section in main(view) for one in paragraphs_of(section)]
        ids = [one.id for one in shown]
        assert len(ids) == len(set(ids))
        sections = {one.key for one in main(view)}
        left_out = {row.key for row in drafts.sections if row.left_out}
        for key in {*view.laid.composed, *drafts.held}:
            held = drafts.held.get(key)
            gone = held is not None and held.text.removed and not held.number
            assert gone != (key in ids) or left_out - sections
        self._numbers(shown)
        self._words(before, shown, count)
        assert view.laid.gone <= set(drafts.held)
        for one in shown:
            for held_bracket in one.brackets:
                assert one.text[held_bracket.start] == "["
                assert one.text[held_bracket.end - 1] == "]"

    def _numbers(self, shown: list[Paragraph]) -> None:
        drafts = self.last.drafts
        numbers = [one.number for one in shown if one.number]
        assert len(numbers) == len(set(numbers))
        for one in shown:
            held = drafts.held.get(one.id)
            if held is not None and held.number and held.text.form == "numbered":
                assert one.number == held.number
        if not drafts.versions:
            assert numbers == [str(place + 1) for place in range(len(numbers))]

    def _words(self, before: Workshop, shown: list[Paragraph], count: int) -> None:
        """What was touched or issued reads otherwise only where an entry about it says so."""
        record = self.table.room.record
        said: set[str] = set()
        for entry in record.entries[count:]:
            what = entry.what
            while isinstance(what, Retraction | Correction):
                entry = record.entry(what.target)  # type: ignore[assignment]
                what = entry.what
            if isinstance(what, DraftEdit):
                said.update(one.ref.written_by(entry.id).id for one in what.paragraphs)
            if isinstance(what, Drafting):
                drafts = (before.drafts, self.last.drafts)
                cited = [held for one in drafts if (held := one.numbered(what.para))]
                asked = record.live.brackets.get(what.target)
                said |= {held.id for held in cited} | ({asked.on} if asked else set())
        for one in shown:
            was = before.paragraphs.get(one.id)
            if was is not None and one.id in before.drafts.held and one.id not in said:
                assert (one.text, one.brackets) == (was.text, was.brackets)

    def close(self) -> None:
        """Look at what must hold in the end."""
        table = self.table
        assert table.issued() == self.versions
        record = table.room.record
        for each, whole in ((record, True), (table_open := _open(record), False)):
            again = imported(assert_same_meeting(each, whole=whole))
            assert outline(workshop(again, table.room.now)) == outline(
                workshop(each, table.room.now)
            )
        assert table_open.meeting.drafts.versions == record.meeting.drafts.versions


def _open(record: Record) -> Record:
    from plenary_tui.record.redaction import open_record

    return open_record(record)


def outline(view: Workshop) -> list[Any]:
    """Return what a draft says, without the ids of entries."""
    return [
        (section.key, section.heading, [
            (one.number, one.text, one.status, one.lead, one.continues,
             [replace(held, sources=()) for held in one.brackets])
            for one in paragraphs_of(section)
        ])
        for section in view.draft.sections
    ]  # fmt: skip


@slow
@given(steps)
def test_the_draft_keeps_its_laws_under_any_hands(
    taken: list[tuple[str, int, int, str]],
) -> None:
    negotiation = Negotiation()
    for one in taken:
        negotiation.step(*one)
    negotiation.close()


@slow
@given(steps, st.randoms(use_true_random=False))
def test_the_draft_is_the_same_whatever_the_order_of_arrival(
    taken: list[tuple[str, int, int, str]], chance: Any
) -> None:
    negotiation = Negotiation()
    for one in taken:
        negotiation.step(*one)
    arriving = list(negotiation.table.room.entries) * 2
    chance.shuffle(arriving)
    record = Record()
    for start in range(0, len(arriving), 7):
        record.add(arriving[start : start + 7])
    assert parts(record.meeting) == parts(negotiation.table.room.meeting)


@slow
@given(st.lists(st.tuples(steps.map(lambda some: some[:2]), st.booleans(), st.booleans()),
                max_size=8), st.randoms(use_true_random=False))  # fmt: skip
def test_two_stations_come_to_the_same_draft(
    taken: list[tuple[list[tuple[str, int, int, str]], bool, bool]], chance: Any
) -> None:
    here = Table()
    here.issue("1")
    there = elsewhere(here)
    for some, at_here, heard in taken:
        one, other = (here, there) if at_here else (there, here)
        if heard:
            meet(one, other)
        for act, first, second, word in some:
            view = one.view()
            if act == "issue":
                one.issue(str(first % 3))
            elif act in ACTS:
                with suppress(PlenaryError):
                    one.do(command(view, act, first, second, word))
            else:
                numbers = [para.number for para in view.paragraphs.values() if para.number]
                one.room(act.format(n=numbers[first % len(numbers)], word=word))
    meet(here, there)
    arriving = list(here.room.entries)
    chance.shuffle(arriving)
    record = Record()
    for start in range(0, len(arriving), 3):
        record.add(arriving[start : start + 3])
    assert parts(record.meeting) == parts(here.room.meeting) == parts(there.room.meeting)
    assert here.view() == there.view()
    ids = [one.id for section in main(here.view()) for one in paragraphs_of(section)]
    assert len(ids) == len(set(ids))
    # one station imports it all: what was done apart is told by its conflicts no longer
    again = imported(notes(record, whole=True))
    assert with_ordinals(draft(Chronicle(again)), again) == with_ordinals(
        draft(Chronicle(record)), record
    )


def test_without_an_entry_of_its_own_the_draft_is_what_is_composed() -> None:
    from plenary_tui.documents.communique import _Composer
    from plenary_tui.documents.communique.voice import Voice
    from plenary_tui.documents.language.choosing import language_of
    from plenary_tui.documents.numbering import lettered, numbered
    from tests.documents.meetings import MEETINGS

    rooms: list[Callable[[], Any]] = [*MEETINGS, lambda: Table().room]
    for made in rooms:
        room = made()
        view = workshop(room.record, room.now)
        voice = Voice(Chronicle(room.record, room.now), language_of("en"))
        composed = numbered(_Composer(voice).parts())
        assert view.draft.sections == tuple(
            one if one.annex else replace(one, blocks=lettered(one.blocks, "en"))
            for one in composed
        )
        assert not view.laid.offers and not view.laid.gone and not view.laid.new
