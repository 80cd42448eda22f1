"""A table where a draft is negotiated: a meeting, and acts on its draft, for tests."""

from __future__ import annotations

from datetime import timedelta

from plenary_tui.documents.communique import workshop
from plenary_tui.documents.draft import Draft, Issue, Section
from plenary_tui.documents.workshop import acts
from plenary_tui.documents.workshop.snapshot import issued_draft, issuing
from plenary_tui.documents.workshop.view import Workshop
from plenary_tui.record.history import Record
from plenary_tui.record.kinds import Kind
from plenary_tui.record.redaction import open_record
from plenary_tui.record.scribe import Prepared
from tests.documents.meetings import plenary
from tests.record.rooms import Room

LINES = (
    "Opening OS: we meet again", "Draft decision NV: a fund of six seats is open", "+ OS",
    "Adopted:", "Proposal OS: the levy [of two] is read", "Noted:", "Item 5: Data",
    "Proposal TR: figures are shared", "Objection KE: not yet", "No consensus:",
    "Recommendation: Members report", "Event: Forum, Lindau, 2028-03-01",
)  # fmt: skip


def known(name: str) -> str:
    """Return the code of those who are at this table."""
    return name if name in ("TR", "NV", "KE", "OS") else ""


class Table:
    """A room and its draft."""

    def __init__(self, *lines: str, room: Room | None = None) -> None:
        self.room = room or plenary(*(lines or LINES))

    def view(self) -> Workshop:
        """Return the draft as everybody may see it."""
        return workshop(open_record(self.room.record), self.room.now)

    def french(self) -> Workshop:
        """Return it in French."""
        return workshop(open_record(self.room.record), self.room.now, Issue(language="fr"))

    def do(self, command: Kind) -> Prepared:
        """Enter a command, as a screen does."""
        self.room.now += timedelta(seconds=5)
        prepared = self.room.scribe.enter(command, self.room.now)
        self.room.flags = self.room.scribe.commit(prepared)
        return prepared

    def issue(self, label: str) -> Draft:
        """Issue the draft as it stands; return it as the record has it."""
        view = self.view()
        self.do(issuing(view.draft, view.laid.composed, label=label, symbol="TP/L.1",
                        state="DRAFT"))  # fmt: skip
        return self.issued()[-1]

    def issued(self) -> list[Draft]:
        """Return every version."""
        meeting = self.room.meeting
        return [issued_draft(meeting, "session", one) for one in meeting.drafts.versions]

    def numbered(self, number: str) -> str:
        """Return the paragraph of a number."""
        (found,) = [
            key for key, one in self.view().paragraphs.items() if one.number == number
        ]  # fmt: skip
        return found

    def edit(self, number: str, typed: str) -> Prepared:
        """Word a paragraph."""
        return self.do(acts.edited(self.view(), self.numbered(number), typed, known))


def elsewhere(table: Table) -> Table:
    """Return another station with all that the first has; what each does then, it does apart."""
    record = Record(table.room.entries)
    start = table.room.now
    return Table(room=Room(station="annex", start=start, record=record))


def meet(one: Table, two: Table) -> None:
    """Let two stations hear of each other."""
    one.room.record.add(two.room.entries)
    two.room.record.add(one.room.entries)
    one.room.now = two.room.now = max(one.room.now, two.room.now)


def main(view: Workshop) -> tuple[Section, ...]:
    """Return the sections that are negotiated."""
    return tuple(one for one in view.draft.sections if not one.annex)


def words(view: Workshop) -> dict[str, str]:
    """Return the words of each paragraph by its number."""
    return {one.number: one.text for one in view.paragraphs.values() if one.number}
