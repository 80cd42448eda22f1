"""Issuing a version from the draft: as what it goes out, and the file that is handed round."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Thread
from typing import TYPE_CHECKING

from textual import on
from textual.message import Message

from plenary_tui.documents.issuing import NotAgreed
from plenary_tui.documents.workshop.issuing import issue_command
from plenary_tui.errors import PlenaryError
from plenary_tui.record.clean import clean_line
from plenary_tui.ui.conducting.outbox import Outgoing
from plenary_tui.ui.drafting.translating import issue_choices, to_issue
from plenary_tui.ui.drafting.versions import (
    AsWhat,
    issued_as,
    said_of,
    ways_out,
    write_summary,
    write_version,
)

from .base import After
from .translating import Translating

if TYPE_CHECKING:
    from collections.abc import Callable

    from plenary_tui.ui.conducting import events


class Issuing(Translating):
    """What is issued is composed where it is recorded, of the record at that moment."""

    @dataclass
    class Written(Message):
        """A file is written, or is not."""

        said: str
        is_trouble: bool = False

    def do_issue(self) -> None:
        """Offer what is to be issued: a new version, or one that is out in another language."""
        if self.view is None:
            return
        known = to_issue(self.view)

        def take(choice: str) -> None:
            if choice == "new":
                self._ask_as_what()
            else:
                label, language = known[int(choice)]
                self._send(AsWhat(label, "", "DRAFT", language))

        if known:
            self.offer("Issue:", issue_choices(self.view), take)
        else:
            self._ask_as_what()

    def _ask_as_what(self) -> None:
        """Ask as what the draft is to be issued."""
        from plenary_tui.ui.screens.issue import IssueForm

        if self.view is not None:
            form = IssueForm(self.view.own)
            self.app.push_screen(form, lambda made: self._issue(form.wanted) if made else None)

    def _issue(self, wanted: AsWhat) -> None:
        """Issue a version; where a final holds brackets, offer the ways out."""
        view = self.view
        if view is None:
            return
        try:
            issue_command(
                view.own, record="", label=wanted.label, symbol=wanted.symbol, state=wanted.state
            )
        except NotAgreed as error:
            self.offer(str(error), ways_out(), lambda way: self._take_way_out(way, wanted))
        except PlenaryError as error:
            self.warn(str(error))
        else:
            self._send(wanted)

    def _send(self, wanted: AsWhat) -> None:
        line = f"? Issue version {wanted.label} of the draft: F3, i"
        self.send(Outgoing(line, make=wanted.made), After(version=True))

    def _take_way_out(self, way: str, wanted: AsWhat) -> None:
        view = self.view
        if view is None:
            return
        if way == "chairs-text":
            self._issue(wanted._replace(state="CHAIR'S TEXT"))
        elif way == "chairs-summary":
            self.do_chairs_summary()
        elif found := view.own.open_brackets():
            self.text.go_to(found[0][0].id)

    def do_chairs_summary(self) -> None:
        """Write the Chair's summary of the draft as it stands."""
        view = self.view
        if view is not None:
            self.says.last("The Chair's summary is written …", "quiet")
            self._write(lambda: write_summary(self.room.conductor, view, self.room.now()))

    def done(self, after: After, entry: str) -> None:
        """Write the file of a version once it is on disk."""
        if after.version:
            name = self.room.conductor.folder.name
            self.room.conductor.ask(lambda record, now: issued_as(record, name, entry))

    def write_file(self, issued: events.VersionIssued) -> None:
        """Write the file of a version, beside the screen."""
        self.says.last(f"{said_of(issued.draft)} is issued; its file is written …", "quiet")
        self._write(lambda: write_version(self.room.conductor, issued))

    def _write(self, write: Callable[[], str]) -> None:
        Thread(target=self._written, args=(write,), name="writing").start()

    def _written(self, write: Callable[[], str]) -> None:
        from plenary_tui.store.disk import not_durable

        try:
            told = self.Written(write())
        except OSError as error:
            told = self.Written(f"The file is not written: {not_durable(error)}", True)
        self.post_message(told)

    @on(Written)
    def tell_written(self, written: Written) -> None:
        """Say where the file is."""
        self.says.last(clean_line(written.said), "warning" if written.is_trouble else "current")
