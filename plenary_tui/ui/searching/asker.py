"""The thread that asks the index while somebody types, and the one that brings it up to date."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from plenary_tui.errors import PlenaryError

from .lines import Line, grouped, offer, over_the_years

MOST = 200
"""Statements that are shown."""
MOST_POSITIONS = 10_000
_EVERY = 25
"""Sessions between two words about how far it got."""


@dataclass(frozen=True)
class Question:
    """What is asked. years: whether all positions are wanted, in order of time."""

    typed: str
    years: bool = False


@dataclass(frozen=True)
class Answer:
    """What was found. trouble: why nothing was, in a sentence. is_all: whether there is no more.

    count: statements; of the lines one may be an offer.
    """

    question: Question
    lines: tuple[Line, ...] = ()
    count: int = 0
    trouble: str = ""
    is_all: bool = True


@dataclass(frozen=True)
class Progress:
    """So many sessions were looked at of so many; at the end `total` is 0."""

    place: int = 0
    total: int = 0
    trouble: str = ""


class Asker:
    """Answers the question asked last. `tell` is called from its threads."""

    def __init__(self, sessions: Path, tell: Callable[[Answer | Progress], object]) -> None:
        self._sessions = sessions
        self._tell = tell
        self._question: Question | None = None
        self._left = False
        self._turn = threading.Condition()
        self._threads: list[threading.Thread] = []

    def begin(self) -> None:
        """Begin to answer, and bring the index up to date."""
        for work in (self._answer_all, self._catch_up):
            thread = threading.Thread(target=work, name="search", daemon=True)
            self._threads.append(thread)
            thread.start()

    def ask(self, question: Question) -> None:
        """Ask; what was asked before and is not answered yet is of no interest any more."""
        with self._turn:
            self._question = question
            self._turn.notify()

    def leave(self) -> None:
        """Stop."""
        with self._turn:
            self._left = True
            self._turn.notify()

    def _answer_all(self) -> None:
        while (question := self._next()) is not None:
            self._tell(self._answered(question))

    def _next(self) -> Question | None:
        with self._turn:
            while self._question is None and not self._left:
                self._turn.wait()
            question, self._question = self._question, None
            return None if self._left else question

    def _answered(self, question: Question) -> Answer:
        from plenary_tui.store.asking import asked
        from plenary_tui.store.search import Index

        try:
            wanted = asked(question.typed)
            index = Index(self._sessions)
            if wanted.is_empty:
                return Answer(question)
            if question.years:
                said = index.positions(wanted, limit=MOST_POSITIONS + 1, live=True)
                most, many, lines = MOST_POSITIONS, len(said), over_the_years(said[:MOST_POSITIONS])
            else:
                hits = index.look(wanted, limit=MOST + 1, live=True)
                most, many, lines = MOST, len(hits), grouped(hits[:MOST])
            meant = index.meant(wanted, MOST_POSITIONS)
            if meant is not None and meant.said:
                lines.insert(0, offer(meant, wanted))
            why = "" if many else index.why_nothing(wanted)
            return Answer(question, tuple(lines), min(many, most), why, is_all=many <= most)
        except PlenaryError as error:
            return Answer(question, trouble=str(error))

    def _catch_up(self) -> None:
        from plenary_tui.store.search import Index

        try:
            Index(self._sessions).refresh(self._progress)
        except _LeftError:
            return
        except Exception as error:  # what the index has can be searched all the same
            self._tell(Progress(trouble=f"What is new cannot be searched yet: {error}"))
            return
        self._tell(Progress())

    def _progress(self, name: str, place: int, total: int) -> None:
        if self._left:
            raise _LeftError
        if place % _EVERY == 1:
            self._tell(Progress(place, total))


class _LeftError(BaseException):
    """Nobody searches any more."""
