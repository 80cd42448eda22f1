"""The line mode: capture at a prompt, in plain text that a screen reader reads well.

History is kept in memory only. What stands at the prompt when the program is ended by a signal is
written to `typing/<station>` and stands there again the next time.
"""

from __future__ import annotations

import importlib
import signal
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from plenary_tui.documents.notation_help import NOTATION
from plenary_tui.documents.telling.understanding import oddities, standing_of, understood
from plenary_tui.errors import NotDurable, PlenaryError
from plenary_tui.record.notation import logical_lines
from plenary_tui.store.atomic import Typing
from plenary_tui.store.clock import local_now
from plenary_tui.store.unfinished import Piece, Unfinished

from .completion import Completer
from .console import complain, counted, say
from .recording import Recording

if TYPE_CHECKING:
    from plenary_tui.record.meeting import Meeting
    from plenary_tui.store.capture import Answer, Capture

HELP = ("?", "help")
LEAVE = ("exit", "quit")


class LineMode:
    """Reads lines at a prompt and says what each was understood as."""

    def __init__(self, recording: Recording) -> None:
        self._recording = recording
        self._signals = recording.signals
        self._readline = _readline()
        self._prefill = self._typing.read().text
        self._said = ""

    @property
    def _capture(self) -> Capture:
        return self._recording.capture

    @property
    def _typing(self) -> Typing:
        session = self._capture.session
        return Typing(session.disk, session.folder, self._capture.station)

    @property
    def _meeting(self) -> Meeting:
        return self._capture.session.record.live

    def run(self) -> None:
        """Take lines until the end of input. Raises Stopped."""
        self._greet()
        self._signals.first = self._on_signal
        if self._readline is not None:
            self._readline.set_completer_delims(" \t,:;+")
            self._readline.set_completer(Completer(lambda: self._meeting, self._buffer).complete)
            tab = "bind ^I rl_complete" if "libedit" in str(self._readline.__doc__) else (
                "tab: complete"
            )  # fmt: skip
            self._readline.parse_and_bind(tab)
            self._readline.set_pre_input_hook(self._insert)
        try:
            while (typed := self._ask()) is not None:
                if typed.strip().casefold() in HELP:
                    say(NOTATION)
                elif typed.strip().casefold() in LEAVE:
                    break
                else:
                    self._enter(typed)
        finally:
            self._signals.first = lambda signum: False
        self._take_leave()

    def where(self) -> str:
        """Return where we are: sitting, item, who has the floor, and how closed it is."""
        meeting = self._meeting
        today = local_now().astimezone(meeting.zone).date()
        return standing_of(meeting, self._capture.station, today)

    def _prompt(self) -> str:
        """Return a short prompt, after a line that says where we are whenever that changed.

        How closed the sitting is stands in every prompt: nobody should have to remember it.
        """
        where = self.where()
        if where != self._said:
            say(f"[{where}]")
            self._said = where
        meeting = self._meeting
        marking = meeting.sitting(meeting.station_sitting(self._capture.station)).marking
        return "> " if marking == "open" else f"{marking.replace('_', ' ').upper()}> "

    def _ask(self) -> str | None:
        while True:
            try:
                return input(self._prompt())
            except EOFError:
                say()
                return None
            except _DroppedError as dropped:
                if self._readline is not None:
                    self._readline.add_history(dropped.text)
                say("\nDropped, not recorded; the Up key brings it back.")

    def _enter(self, typed: str) -> None:
        """Record what was typed or pasted, an indented line with the line above."""
        for number, (_, line) in enumerate(logical_lines(typed)):
            if number == 0 and typed[:1].isspace():
                line = "... " + line
            with self._signals.put_off():
                try:
                    answer = self._take(line)
                except NotDurable as error:
                    complain(f"{error} It stands at the prompt again: Enter tries again.")
                    self._prefill = line.replace("\n", " ")
                    self._show_prefill()
                    return
                if answer is not None:
                    self._say(answer)
                    self._recording.after(answer.entry)
        with suppress(PlenaryError):
            self._typing.empty()

    def _take(self, line: str) -> Answer | None:
        try:
            return self._recording.take(line)
        except NotDurable as error:
            if not self._recording.go_on(error):
                raise
            return self._recording.take(line)

    def _say(self, answer: Answer) -> None:
        """Say how the line was kept and what it was understood as."""
        if answer.verdict == "ok":
            say(f"ok {answer.entry.id}: {understood(answer.entry, self._meeting)}")
            for flag in oddities(answer.entry, answer.flags, self._meeting):
                say(f"  note: {flag}")
            return
        kept = "on the worklist" if answer.verdict == "unclear" else "without effect"
        say(f"{answer.verdict} {answer.entry.id}, kept as typed, {kept}: {answer.why}")
        for way in answer.ways_out:
            say(f"  way out: {way}")

    def _greet(self) -> None:
        meeting, session = self._meeting, self._capture.session
        say(f"{session.name}: {meeting.facts.get('title', 'a session without a title')}")
        count = counted(len(meeting.roster.delegations), "delegation")
        say(f"{count}, {counted(len(session.record.entries), 'entry', 'entries')} so far.")
        say("Enter records the line. ? shows the notation, Tab completes, Ctrl-D leaves.")
        if self._prefill:
            say(f"Left unfinished the last time: {self._prefill}")
            self._show_prefill()

    def _take_leave(self) -> None:
        opened = [one for one in self._meeting.sittings.values() if one.state == "open"]
        for sitting in opened:
            say(f"Sitting {sitting.number} is still open; plenary record goes on with it.")

    def _show_prefill(self) -> None:
        """Without readline nothing can be put at the prompt: print it instead."""
        if self._readline is None:
            say(self._prefill)
            self._prefill = ""

    def _insert(self) -> None:
        if self._prefill and self._readline is not None:
            self._readline.insert_text(self._prefill.replace("\n", " "))
            self._readline.redisplay()
            self._prefill = ""

    def _buffer(self) -> str:
        return str(self._readline.get_line_buffer()) if self._readline is not None else ""

    def _on_signal(self, signum: int) -> bool:
        """Keep what is being typed. Ctrl-C with text drops the line, with none it ends."""
        text = self._buffer().strip()
        if signum == signal.SIGINT and text:
            raise _DroppedError(text)
        say()
        with suppress(PlenaryError):
            if text:
                self._typing.write(Unfinished(Piece(text)))
        return False


class _DroppedError(Exception):
    """Somebody pressed Ctrl-C with a line at the prompt."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


def _readline() -> Any:
    """Return the readline module, or None where this Python has none (Windows)."""
    try:
        return importlib.import_module("readline")
    except ImportError:
        return None
