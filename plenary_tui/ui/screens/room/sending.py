"""From the capture line to the disk: what is typed, what is on its way, what it says."""

from __future__ import annotations

import unicodedata
from contextlib import suppress
from typing import TYPE_CHECKING

from textual import on
from textual.css.query import NoMatches
from textual.widgets import TextArea

from plenary_tui.store.unfinished import Piece, Unfinished
from plenary_tui.ui.conducting.outbox import Outgoing
from plenary_tui.ui.messages import Entered, Pasted

from .base import Mending
from .choosing import Choosing

if TYPE_CHECKING:
    from plenary_tui.ui.conducting import events

ASK_AFTER = 0.05
"""Seconds of rest after a key before the line is read for what it says."""
SAVED_WITHIN = 2.0
"""Seconds that a disk gets when the program is ended from outside."""
TYPED_BEFORE = "This was being typed when the program last stopped."
"""What is said of a line that was put back, as long as there is one."""
SHOWN_AFTER = 0.15
"""Seconds after which a line that is not on disk yet is shown as on its way."""


class Sending(Choosing):
    """Hands lines to the conductor one at a time, and keeps what is being typed on disk."""

    def __init__(self) -> None:
        super().__init__()
        self._asked = False
        self.left_over: tuple[Piece, ...] = ()
        """What an earlier run had on its way, until it is known whether that is in the log."""

    def send(self, line: str) -> None:
        """Hand a line to the disk, behind those that wait."""
        self.put(Outgoing(line))

    def put(self, outgoing: Outgoing) -> None:
        """Hand something to the disk, behind what waits."""
        self.outbox.put(outgoing)
        self.send_next()
        self.keep_typing()
        self.set_timer(SHOWN_AFTER, self.show_outbox)

    def show_outbox(self) -> None:
        """Show what is on its way, and keep it as being typed until it is there."""
        self.record.wait_for(self.outbox.rows())
        self.keep_typing()

    def send_next(self) -> None:
        """Hand the first line that waits to the conductor, unless one is at the disk."""
        outgoing = self.outbox.next()
        if outgoing is None:
            return
        if outgoing.make is not None:
            self.conductor.enter(outgoing.make, outgoing.line)
        elif outgoing.corrects:
            self.conductor.correct(outgoing.corrects, outgoing.line)
        else:
            self.conductor.record(outgoing.line)

    @on(Entered)
    def take_line(self, message: Entered) -> None:
        """Record what was entered, and bring back what was laid aside for it."""
        if message.line.strip():
            line = unicodedata.normalize("NFC", message.line)
            corrects = self.mending.entry if self.mending.act == "correct" else ""
            self.put(Outgoing(line, corrects))
        else:
            self.send_next()
        if self.aside and not self.capture.text:
            self.bring_back()
        else:
            self.mending, self.is_offered = Mending(), False
            self.mark_prompt()
        if self.menu.display and self.focused is not self.menu:
            self.menu.close()

    def save(self) -> None:
        """Bring everything to disk that was entered or typed, whatever state the screen is in."""
        with suppress(NoMatches):
            self.keep_typing()
        self.conductor.stop(SAVED_WITHIN)

    def keep_typing(self) -> None:
        """Say what is being typed and not on disk."""
        self.conductor.typing(self.unfinished(), self.outbox.done)

    def unfinished(self) -> Unfinished:
        """Return what is typed and not recorded, here or on a screen over this one."""
        over = (self.typed_over,) if self.typed_over.text else ()
        aside = (*over, *self.elsewhere.values(), *self.left_over, *self.aside)
        return Unfinished(self.piece(), aside, self.outbox.pieces)

    @on(TextArea.SelectionChanged)
    def keep_cursor(self) -> None:
        """Write through where the cursor stands."""
        self.keep_typing()

    @on(TextArea.Changed)
    def take_text(self) -> None:
        """Write through what is being typed, and ask what it says."""
        self.keep_typing()
        if not self.capture.text:
            self.says.unsay(TYPED_BEFORE)
        if self.picker.display:
            self.show_picks()
        else:
            self.show_hint()
        self.ask()
        if self.menu.display and self.focused is self.capture:
            self.menu.close()

    def show_left_over(self, pieces: tuple[Piece, ...]) -> None:
        """Offer what an earlier run left that is not in the log, before what stands here."""
        self.left_over = ()
        pieces = self.keep_elsewhere(pieces)
        for piece in reversed([*pieces, self.piece()] if pieces else []):
            if piece.text:
                self.lay_aside(piece)
        if pieces:
            self.bring_back()
            self.says.last(
                "This was entered and did not reach the disk: Enter records it now.", "warning"
            )
        self.keep_typing()

    @on(Pasted)
    def take_paste(self, message: Pasted) -> None:
        """Say what several lines at once became."""
        self.says.last(
            f"Pasted as one entry of {message.lines} lines: Enter records it, "
            f"{self.key_of('lines')} line by line.",
            "warning",
        )

    def ask(self) -> None:
        """Ask what the line says; one question at a time."""
        if not self.capture.text:
            self.says.now("")
        if self.mending.act not in ("", "correct"):
            return
        if not self._asked:
            self._asked = True
            self.set_timer(ASK_AFTER, lambda: self.conductor.understand(self.capture.text))

    def understood(self, understood: events.Understood) -> None:
        """Say what the line says, unless it has changed meanwhile."""
        self._asked = False
        if understood.line != self.capture.text:
            self.ask()
            return
        if self.mending.act == "correct":
            self.says.now("Enter records the correction, Escape leaves it.", "quiet")
        elif understood.verdict == "ok":
            note = f"  ⚠ {understood.note}" if understood.note else ""
            self.says.now(f"{understood.words}{note}", "says")
        else:
            self.says.now(f"{understood.verdict}: {understood.why}", "warning")

    def to_correct(self, words: events.ToCorrect) -> None:
        """Put the words of an entry into the capture line, to be mended."""
        mending = Mending() if words.again else Mending("correct", words.entry)
        self.offer_line(words.words, mending)
