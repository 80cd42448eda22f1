"""What is made from a session's record, brought up to date when something was recorded."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plenary_tui.record.entries import Entry
    from plenary_tui.store.session import Session


def is_closed(session: Session) -> bool:
    """Whether no sitting is open, after those that were held or the end of the meeting."""
    from plenary_tui.record.sittings import OPEN_STATES

    meeting = session.record.live
    held = [sitting for sitting in meeting.sittings.values() if sitting.number]
    return bool(held or meeting.end) and not any(one.state in OPEN_STATES for one in held)


def ends_a_sitting(entry: Entry) -> bool:
    """Whether an entry closes a sitting or the meeting."""
    from plenary_tui.record.kinds import MeetingEnd, SittingTime

    what = entry.what
    return isinstance(what, MeetingEnd) or (isinstance(what, SittingTime) and what.act == "closed")


def bring_up_to_date(sessions: Path, session: Session, *, documents: bool) -> str:
    """Update catalogue and index, and with `documents` record.txt and READ-ME.txt.

    Returns what went wrong, in a sentence; empty where nothing did. Raises nothing: the record is
    on disk, whatever becomes of what is made from it.
    """
    try:
        if documents:
            write_documents(session)
        from plenary_tui.store.library import Library
        from plenary_tui.store.search import Index

        Library(sessions).update(session)
        Index(sessions).update(session)
    except Exception as error:  # the record is safe, whatever went wrong with what follows from it
        return (
            f"The record is on disk, but what is made from it is not up to date ({error}): "
            "run plenary rebuild later."
        )
    return ""


def write_documents(session: Session) -> None:
    """Write record.txt and READ-ME.txt into a session's folder. Raises OSError."""
    from plenary_tui.documents.notes import notes
    from plenary_tui.documents.readme import readme
    from plenary_tui.record.redaction import open_record
    from plenary_tui.store.atomic import write_whole

    record = open_record(session.record)
    here = session.disk.names(session.folder)
    texts = {
        "record.txt": notes(record, whole=False),
        "READ-ME.txt": readme(record, session.name, here=here),
    }
    for name, text in texts.items():
        write_whole(session.disk, session.folder / name, text.encode())
