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
from plenary_tui.ui.drafting.versions import (
    AsWhat,
    issued_as,
    ways_out,
    write_summary,
    write_version,
)
from plenary_tui.ui.outbox import Outgoing

from .base import After
from .touching import Touching

if TYPE_CHECKING:
    from collections.abc import Callable

    from plenary_tui.ui import events


class Issuing(Touching):
    """What is issued is composed where it is recorded, of the record at that moment."""

    @dataclass
    class Written(Message):
        """A file is written, or is not."""

        said: str
        is_trouble: bool = False

    def do_issue(self) -> None:
        """Ask as what the draft is to be issued."""
        from plenary_tui.ui.screens.issue import IssueForm

        if self.view is None:
            return
        form = IssueForm(self.view.workshop)
        self.app.push_screen(form, lambda made: self._issue(form.wanted) if made else None)

    def _issue(self, wanted: AsWhat) -> None:
        """Issue a version; where a final holds brackets, offer the ways out."""
        view = self.view
        if view is None:
            return
        try:
            issue_command(view.workshop, record="", **wanted._asdict())
        except NotAgreed as error:
            self.offer(str(error), ways_out(), lambda way: self._take_way_out(way, wanted))
        except PlenaryError as error:
            self.warn(str(error))
        else:
            line = f"? Issue version {wanted.label} of the draft: F3, i"
            self.send(Outgoing(line, make=wanted.made), After(version=True))

    def _take_way_out(self, way: str, wanted: AsWhat) -> None:
        view = self.view
        if view is None:
            return
        if way == "chairs-text":
            self._issue(wanted._replace(state="CHAIR'S TEXT"))
        elif way == "chairs-summary":
            self._write(lambda: write_summary(self.room.conductor, view, self.room.now()))
        elif found := view.workshop.open_brackets():
            self.text.go_to(found[0][0].id)

    def done(self, after: After, entry: str) -> None:
        """Write the file of a version once it is on disk."""
        if after.version:
            name = self.room.conductor.folder.name
            self.room.conductor.ask(lambda record, now: issued_as(record, name, entry))

    def write_file(self, issued: events.VersionIssued) -> None:
        """Write the file of a version, beside the screen."""
        self.says.last(f"Version {issued.draft.version} is issued; its file is written …", "quiet")
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
