"""What the Chair's script is made of: its steps and ways out, and how it names things."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from plenary_tui.record.agenda import Item
from plenary_tui.record.delegations import DECIDES
from plenary_tui.record.drafting import BracketAsked
from plenary_tui.record.meeting import Meeting
from plenary_tui.record.sittings import PlannedTime, SittingRecord
from plenary_tui.record.texts import TextRecord

from ..language.choosing import language_of
from ..language.phrases import Phrases
from ..telling import Teller
from ..wording import Wording, capital

_LONGEST_SPEECH = 12 * 3600
"""Seconds after which a turn at the floor is one that was never ended."""


@dataclass(frozen=True, slots=True)
class Way:
    """A way out of a step. line: what records it; whole: nothing is to be added to it.

    why: when it is taken. say: what to read out then, empty where nothing is.
    """

    id: str
    line: str
    why: str
    say: str = ""
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the script. say: what to read out. note: for the Chair only.

    quote: the words of the record that it is about. about: the text that it would decide.
    sources: the entries that it rests on.
    """

    id: str
    heading: str
    say: str
    note: str = ""
    quote: str = ""
    ways: tuple[Way, ...] = ()
    about: str = ""
    sources: tuple[str, ...] = ()


class Pen:
    """What a script is drawn from, and how it names it."""

    def __init__(
        self, meeting: Meeting, sitting: SittingRecord, now: datetime | None, phrases: Phrases
    ) -> None:
        self.meeting = meeting
        self.sitting = sitting
        self.floor = meeting.floor(sitting.id)
        self.now = now
        self.phrases = phrases
        self._teller = Teller(meeting)
        title = meeting.facts.get("title", "").removeprefix("The ").removeprefix("the ")
        titled = phrases.word("titled").format(title=title)
        self._title = titled if title else phrases.word("meeting")

    def local(self) -> datetime | None:
        return self.now.astimezone(self.meeting.zone) if self.now else None

    def name(self, code: str) -> str:
        """Return a name as the Chair says it, in English with its article."""
        at = self.now or self.meeting.last
        if not code or at is None or self.phrases.language != "en":
            return self._teller.name(code, at) if code else ""
        on = at.astimezone(self.meeting.zone).date()
        return Wording(self.meeting).name(code, on).removesuffix(f" ({self.status(code)})")

    def names(self, codes: list[str]) -> str:
        return self.phrases.joined([self.name(code) or code for code in dict.fromkeys(codes)])

    def status(self, code: str) -> str:
        moment = self.local()
        return self.meeting.roster.status(code, moment.date() if moment else None)

    def with_class(self, code: str) -> str:
        """Return a name as it is called: the class is said of what is no Participant."""
        status = self.status(code)
        return self.name(code) if status.casefold() in DECIDES else self.named_with_class(code)

    def named_with_class(self, code: str) -> str:
        status = self.status(code)
        return f"{self.name(code)} ({status})" if status else self.name(code)

    def called(self, text: TextRecord) -> str:
        return text.label or self.phrases.word("text")

    def ref(self, text: TextRecord) -> str:
        """Return what names a text in a line: its label where no other has it, else its entry."""
        only = len(self.meeting.labels.get(text.label, ())) == 1
        return text.label if text.label and only else f"@{text.id}"

    def listed(self, item: Item) -> str:
        return f"{item.number} {item.title}".strip()

    def sitting_words(self, sitting: SittingRecord) -> str:
        parts = (" + ".join(sitting.bodies), sitting.room)
        return ", ".join(part for part in parts if part) or self.phrases.word("meeting")

    def today(self) -> date:
        """Return the day of the sitting, else of the moment, else of the record's last entry."""
        local = self.local()
        last = self.meeting.last.astimezone(self.meeting.zone) if self.meeting.last else None
        found = [one.date() for one in (local, last) if one is not None]
        return self.sitting.official_day or next(iter(found), date.min)

    def planned_words(self, planned: PlannedTime) -> str:
        """Return when a sitting begins: its time, and its day where that is another one."""
        clock = f"{planned.begins:%H:%M}"
        if planned.day in (None, self.today()):
            return clock
        on = language_of(self.phrases.language).day(planned.day)
        return self.phrases.word("clock_on").format(clock=clock, day=on)

    def present(self) -> str:
        """Return how many are present of each class, and of how many that are listed."""
        listed: dict[str, int] = {}
        for code in self.meeting.roster.delegations:
            status = self.status(code) or "–"
            listed[status] = listed.get(status, 0) + 1
        here: dict[str, int] = {}
        for code in self.sitting.present:
            status = self.status(code) or "–"
            here[status] = here.get(status, 0) + 1
        of = self.phrases.word("of")
        return " · ".join(
            f"{status}: {here[status]}" + (f" {of} {listed[status]}" if status in listed else "")
            for status in here
        )

    def has_floor(self) -> bool:
        return bool(self.floor.speaker) and self._spoken() < _LONGEST_SPEECH

    def _spoken(self) -> float:
        return self.floor.spoken(self.now) if self.now else self.floor.used

    def limit(self) -> str:
        return self.phrases.length(self.floor.allowed(self.status(self.floor.speaker)))

    def is_over(self) -> bool:
        allowed = self.floor.allowed(self.status(self.floor.speaker)) if self.has_floor() else 0
        return bool(allowed) and self._spoken() > allowed

    def is_fresh(self, text: TextRecord) -> bool:
        """Whether nobody has said anything about a text yet."""
        said = text.stances or text.positions or text.amendments or len(text.wordings) > 1
        if said or text.silence_broken or self.brackets(text):
            return False
        return not any(speech.on == text.id for speech in self.meeting.speeches.values())

    def brackets(self, text: TextRecord) -> list[BracketAsked]:
        found = [one for one in self.meeting.brackets.values()
                 if one.on == text.id and not one.cleaned]  # fmt: skip
        return sorted(found, key=lambda one: one.rank)

    def about(
        self, name: str, text: TextRecord, values: dict[str, str] | None = None, *,
        quote: str = "", note: str | None = None, before: str = "", ways: list[str] | None = None,
    ) -> Step:  # fmt: skip
        """Return a step about a text, with its words."""
        full = {"text": self.called(text), "ref": self.ref(text), **(values or {})}
        say = self.phrases.step(name, "say").format(**self._values(full))
        return self.step(
            name, full, quote=quote or text.text, note=note, ways=ways, about=text.id,
            say=capital(f"{before} {say}".strip()), sources=text.entries(),
        )  # fmt: skip

    def step(
        self, name: str, values: dict[str, object] | dict[str, str] | None = None, *,
        say: str | None = None, note: str | None = None, quote: str = "",
        ways: list[str] | None = None, about: str = "", sources: tuple[str, ...] = (),
    ) -> Step:  # fmt: skip
        filled = self._values(values or {})
        phrases = self.phrases
        if say is None:
            say = phrases.step(name, "say").format(**filled)
        return Step(
            name,
            capital(phrases.step(name, "heading").format(**filled)),
            say,
            phrases.step(name, "note") if note is None else note,
            quote,
            tuple(self._way(way, filled) for way in ways or phrases.ways(name)),
            about,
            sources,
        )

    def _way(self, name: str, values: dict[str, str]) -> Way:
        phrases = self.phrases
        return Way(
            name,
            phrases.line(name).format(**values),
            phrases.way(name, "why").format(**values),
            phrases.way(name, "say").format(**values),
            phrases.is_whole(name),
        )

    def _values(self, values: dict[str, object] | dict[str, str]) -> dict[str, str]:
        return {"meeting": self._title, **{name: str(one) for name, one in values.items()}}

    def sentence(self, name: str, **values: str) -> str:
        return self.phrases.sentence(name).format(**values)
