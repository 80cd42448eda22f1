"""What one session left open, carried into the next by an explicit act that both logs show.

In the new session it is what it was there: an item of the agenda, a proposal, a paragraph of the
draft with its brackets, a follow-up; one line of its log says from which entry of which session
each came, and the old log where each went. Done twice, nothing stands twice.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Literal

from plenary_tui.documents.workshop.typed import as_typed
from plenary_tui.errors import WrongUse
from plenary_tui.record.agenda import next_number
from plenary_tui.record.bracketing import Marked
from plenary_tui.record.carrying import Place, came_from, read_came_from, read_went_to, went_to
from plenary_tui.record.folded import fold_name
from plenary_tui.record.history import Record
from plenary_tui.record.kinds import (
    Action,
    AgendaItem,
    CarriedOver,
    Drafting,
    ItemChange,
    Kind,
    ParagraphCarried,
    ParagraphRef,
    Proposal,
    Provenance,
)
from plenary_tui.record.meeting import Meeting
from plenary_tui.record.texts import TextRecord, standing
from plenary_tui.store.capture import Capture
from plenary_tui.store.session import Session
from plenary_tui.store.statements import searchable

from .open_paragraphs import OpenParagraphs
from .open_paragraphs import standing as standing_of

Of = Literal["item", "text", "paragraph", "follow-up"]

_OPEN_TEXTS = ("proposed", "silence", "lapsed", "deferred", "referred", "refused")
_OPEN_ITEMS = ("planned", "taken_up", "deferred")


@dataclass(frozen=True)
class Matter:
    """Something that a session left open. entry: what says so, of a paragraph its id in the draft.

    words: what it is; state: how it stands.
    """

    of: Of
    entry: str
    words: str
    state: str


@dataclass(frozen=True)
class Carried:
    """What was carried: each matter with its entry in the new session. before: stood there."""

    matters: tuple[tuple[Matter, str], ...]
    before: int = 0


def open_matters(record: Record) -> list[Matter]:
    """Return what a session left open: items not concluded, texts and paragraphs of the draft not
    agreed, follow-ups not done.

    Nothing sealed and nothing restricted is among them, and nothing that was carried before.
    """
    shown = searchable(record)
    return [*_items(shown), *_texts(shown), *_paragraphs(shown), *_follow_ups(shown.live)]


def carry(
    old: Session, new: Session, station: str, entries: Collection[str], now: datetime
) -> Carried:
    """Carry the matters of some entries from one session into another.

    Raises WrongUse where there is nothing such, LogBusy while this station records in either of
    them, NotDurable. What was broken off half way is made whole by doing it again.
    """
    if old.folder == new.folder:
        raise WrongUse(f"{old.name} cannot be carried into itself: name another session.")
    wanted = [one for one in open_matters(old.record) if one.entry in entries]
    unknown = set(entries) - {one.entry for one in wanted}
    if unknown:
        raise WrongUse(
            f"{old.name} has nothing open under {', '.join(sorted(unknown))}: "
            f"`plenary carry {old.name} {new.name} --list` shows what is."
        )
    if not wanted:
        raise WrongUse(
            f"{old.name} has nothing open any more: what there was is agreed, done or was carried "
            "before."
        )
    with ExitStack() as logs:
        there = logs.enter_context(Capture(old, station, live=False, gather=True))
        here = logs.enter_context(Capture(new, station, live=False, gather=True))
        work = _Work(there, here, now)
        return Carried(tuple(work.carry(wanted)), work.before)


class _Work:
    """Writes each matter into the new log, then into the old one that it went there."""

    def __init__(self, old: Capture, new: Capture, now: datetime) -> None:
        self._old = old
        self._new = new
        self._now = now
        self._shown = searchable(old.session.record)
        """What was said in closed session goes nowhere."""
        self.before = 0
        told = (one.what for one in new.session.record.live.provenance)
        self._known = {
            place: own for one in told if isinstance(one, Provenance)
            for own, place in read_came_from(one.text).items()
        }  # fmt: skip
        self._behind: dict[str, ParagraphRef] = {}
        """The paragraph put last into each section."""

    @cached_property
    def _open(self) -> OpenParagraphs:
        return OpenParagraphs(self._shown)

    def carry(self, matters: Sequence[Matter]) -> list[tuple[Matter, str]]:
        """Carry some; return each with its entry in the new session."""
        done: list[tuple[Matter, str]] = []
        fresh: dict[str, Place] = {}
        for one in matters:
            of: Literal["entry", "paragraph"] = "paragraph" if one.of == "paragraph" else "entry"
            source = Place(self._old.session.name, one.entry, of)
            own = self._known.get(source, "")
            if own:
                self.before += 1
            else:
                own = self._begin(one)
                fresh[own] = source
            done.append((one, own))
        if fresh:
            self._enter(self._new, Provenance(act="imported", text=came_from(fresh)))
            self._new.flush()  # before the old log says that it went: it may be broken off here
        for one, own in done:
            self._enter(self._old, self._gone(one, went_to(Place(self._new.session.name, own))))
        return done

    def _enter(self, log: Capture, command: Kind) -> str:
        return log.enter(command, when=self._now).entry.id

    def _begin(self, matter: Matter) -> str:
        shown = self._shown
        if matter.of == "item":
            return self._begin_item(shown.live, matter)
        if matter.of == "text":
            return self._begin_text(shown.live.texts[matter.entry], shown)
        if matter.of == "paragraph":
            return self._begin_paragraph(matter)
        owed = shown.live.follow_ups[matter.entry]
        return self._enter(self._new, Action(owner=owed.owner, text=owed.text, due=owed.due))

    def _begin_item(self, meeting: Meeting, matter: Matter) -> str:
        item = next(one for one in meeting.agenda.values() if matter.entry in one.history)
        agenda = self._new.session.record.live.agenda
        for one in agenda.values():
            if one.history and item.title and fold_name(one.title) == fold_name(item.title):
                return one.history[0]  # it is planned there already
        number = item.number if item.number not in agenda else next_number(agenda)
        command = AgendaItem(
            number=number, title=item.title, body=item.body, minutes=item.minutes
        )  # fmt: skip
        return self._enter(self._new, command)

    def _begin_text(self, text: TextRecord, shown: Record) -> str:
        form: Literal["decision", "administrative_decision"] = (
            "administrative_decision" if text.form == "administrative_decision" else "decision"
        )
        entry = shown.reads(text.id) or text.entry
        what = entry.what
        proposal = Proposal(
            form=form, text=text.text, speaker=text.by,
            capacity=getattr(what, "capacity", ""), group=getattr(what, "group", ""),
        )  # fmt: skip
        own = self._enter(self._new, proposal)
        for asked in sorted(shown.live.brackets.values(), key=lambda one: one.rank):
            if asked.on == text.id and not asked.para and not asked.cleaned and asked.words:
                speaker = getattr(asked.entry.what, "speaker", "")
                act: Literal["bracket", "alternative"] = (
                    "bracket" if asked.form == "bracket" else "alternative"
                )
                command = Drafting(act=act, text=asked.words, speaker=speaker, target=own)
                self._enter(self._new, command)
        return own

    def _begin_paragraph(self, matter: Matter) -> str:
        live = self._new.session.record.live
        section = self._open.section(matter.entry, live)
        command = self._open.begun(matter.entry, live, self._behind.get(section))
        own = self._enter(self._new, command)
        self._behind[section] = ParagraphRef(section=section, source=own)
        return own

    def _gone(self, matter: Matter, to: str) -> Kind:
        if matter.of in ("text", "follow-up"):
            return CarriedOver(target=matter.entry, to=to)
        if matter.of == "paragraph":
            return ParagraphCarried(paragraph=ParagraphRef.of(matter.entry), to=to)
        agenda = self._shown.live.agenda
        item = next(one for one in agenda.values() if matter.entry in one.history)
        return ItemChange(act="deferred", number=item.number, text=to)


def _items(record: Record) -> Iterator[Matter]:
    meeting = record.live
    for item in meeting.items:
        if item.state not in _OPEN_ITEMS or not item.title or not item.history:
            continue
        if item.state == "planned" and any(
            one.number.startswith(f"{item.number}.") for one in meeting.items
        ):
            continue  # a heading over others, which stand for themselves
        if read_went_to(item.reason) is not None:
            continue  # it was carried
        if _is_open(record, item.history[0]):
            words = f"agenda item {item.number} “{item.title}”"
            yield Matter("item", item.history[0], words, item.state.replace("_", " "))


def _texts(record: Record) -> Iterator[Matter]:
    meeting = record.live
    for text in sorted(meeting.texts.values(), key=lambda one: one.rank):
        state = standing(text, ended=meeting.ended, now=None)
        if state not in _OPEN_TEXTS or text.carried or not text.text:
            continue
        if _is_open(record, text.id):
            yield Matter("text", text.id, f"{text.label} {text.text}".strip(), state)


def _paragraphs(record: Record) -> Iterator[Matter]:
    for key, one in OpenParagraphs(record):
        number = f"paragraph {one.number}: " if one.number else ""
        marked = Marked(one.text, one.brackets)
        yield Matter("paragraph", key, f"{number}{as_typed(marked)}", standing_of(one))


def _follow_ups(meeting: Meeting) -> Iterator[Matter]:
    for owed in sorted(meeting.follow_ups.values(), key=lambda one: one.rank):
        if not owed.is_open or owed.entry.marking != "open":
            continue
        due = f", by {owed.due.isoformat()}" if owed.due else ""
        owner = meeting.roster.name_of(owed.owner, meeting.day_of(owed.entry)) or "with no owner"
        yield Matter("follow-up", owed.entry.id, f"{owner}: {owed.text}", f"open{due}")


def _is_open(record: Record, entry_id: str) -> bool:
    entry = record.entry(entry_id)
    return entry is not None and entry.marking == "open" and entry.id not in record.live.covered
