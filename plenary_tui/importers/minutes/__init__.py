"""Minutes that programs made of a log: those of MeetBot, and W3C's, as page or text."""

from __future__ import annotations

from datetime import datetime

from plenary_tui.errors import WrongUse
from plenary_tui.importers.imported import Imported, Intake, nothing_to_collect
from plenary_tui.importers.source import Source
from plenary_tui.record.scribe import Stamp

from . import meetbot_minutes, w3c, w3c_text
from .page import blocks_of

_LARGEST = 8 * 2**20


def import_minutes(source: Source, station: str, stamp: Stamp, now: datetime) -> Imported:
    """Read minutes into a record of their own, written `now` by `station`.

    A text that MeetBot did not write is read as W3C has its minutes as text. Raises WrongUse
    where a page is of neither kind.
    """
    from plenary_tui.importers.files import is_page

    page = is_page(source.text)
    if not page and not meetbot_minutes.looks_like(source.text):
        intake = Intake(station, stamp, now, "minutes", "passage")
        begun = not w3c_text.says_where_it_begins(source.text)
        with nothing_to_collect():
            count = w3c.keep(w3c_text.blocks_of_text(source.text), intake, begun=begun)
        return intake.done(count, source.name)
    if not page:
        intake = Intake(station, stamp, now, "minutes")
        lines = [
            (number, line)
            for number, line in enumerate(source.text.removeprefix("\ufeff").split("\n"), 1)
            if line.strip()
        ]
        with nothing_to_collect():
            count = meetbot_minutes.keep(lines, intake, source.name)
        return intake.done(count, source.name)
    if len(source.text) > _LARGEST:
        raise WrongUse(f"{source.name} is larger than any minutes: name the page of one meeting.")
    blocks = blocks_of(source.text)
    with nothing_to_collect():
        if w3c.looks_like(blocks, source.text):
            intake = Intake(station, stamp, now, "minutes", "passage")
            return intake.done(w3c.keep(blocks, intake), source.name)
        text = "\n".join(block.text for block in blocks)
        if not meetbot_minutes.looks_like(text):
            raise WrongUse(
                f"{source.name} is a web page and no minutes of W3C or MeetBot: save its text as "
                "plain text and import that."
            )
        intake = Intake(station, stamp, now, "minutes")
        lines = meetbot_minutes.lines_of(blocks)
        return intake.done(meetbot_minutes.keep(lines, intake, source.name), source.name)


def looks_like_minutes(text: str) -> bool:
    """Whether a text is minutes of MeetBot, or of W3C as text."""
    return meetbot_minutes.looks_like(text) or w3c_text.looks_like(text)


__all__ = ["import_minutes", "looks_like_minutes"]
