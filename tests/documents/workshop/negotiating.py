"""A meeting whose draft went out as a version, and what delegations ask for in it."""

from __future__ import annotations

from datetime import timedelta

from plenary_tui.documents.communique import workshop
from plenary_tui.documents.draft import Draft
from plenary_tui.documents.versions import issue
from plenary_tui.documents.workshop import acts, amendments
from plenary_tui.documents.workshop.asked import Amendment
from plenary_tui.documents.workshop.snapshot import issued_draft, issuing
from plenary_tui.documents.workshop.view import Workshop
from plenary_tui.record.kinds import (
    ChangeAsked,
    DraftIssued,
    DraftReceived,
    Kind,
    ParagraphRef,
    Retraction,
)
from tests.documents.meetings import every_outcome
from tests.record.rooms import Room

SESSION = "training"


class Table:
    """The draft of a meeting under negotiation; version 1 went out."""

    def __init__(self, room: Room | None = None, *, words: dict[str, str] | None = None) -> None:
        self.room = room or every_outcome()
        for number, text in (words or {}).items():
            self.do(acts.edited(self.view, self.id(number), text, self.known))
        self.issue("1")

    def issue(self, label: str) -> None:
        """Issue a version."""
        view = self.view
        command = issuing(view.draft, view.laid.composed, label=label, symbol="", state="DRAFT")
        self.do(command.model_copy(update={"record": f"hash-{label}"}))

    def issue_in_french(self) -> None:
        """Issue the last version in French too."""
        command = issue(
            self.room.record, "hash-fr", self.room.now,
            label="1", symbol="", state="DRAFT", language="fr",
        )  # fmt: skip
        self.do(command)

    def do(self, command: Kind) -> str:
        """Enter a command; return the id of its entry."""
        self.room.now += timedelta(seconds=5)
        prepared = self.room.scribe.enter(command, self.room.now)
        assert prepared.verdict == "ok", prepared.why
        self.room.scribe.commit(prepared)
        return prepared.entry.id

    def undo(self) -> None:
        """Take back the last thing done in the draft."""
        self.do(Retraction(act="undo", of="draft"))

    def undo_received(self) -> None:
        """Take back what was received last."""
        entry = self.room.meeting.drafts.received[-1]
        self.do(Retraction(act="undo", of="draft", target=entry.id))

    @property
    def view(self) -> Workshop:
        """The draft as it stands."""
        return workshop(self.room.record, self.room.now)

    @property
    def issued(self) -> Draft:
        """The last version."""
        meeting = self.room.meeting
        return issued_draft(meeting, SESSION, meeting.drafts.versions[-1])

    def known(self, name: str) -> str:
        """The code that a name is."""
        return self.room.meeting.roster.code(name) or ""

    def id(self, number: str) -> str:
        """The paragraph of a number."""
        return next(key for key, one in self.view.paragraphs.items() if one.number == number)

    def text(self, number: str) -> str:
        """How a paragraph reads."""
        return self.view.paragraphs[self.id(number)].text

    @property
    def texts(self) -> list[str]:
        """How the draft reads."""
        return [one.text for key, one in self.view.paragraphs.items()
                if not self.view.places[key].annex]  # fmt: skip

    def receive(self, *changes: ChangeAsked, who: str = "TR", version: int = 0) -> str:
        """Record what a delegation's file asks for."""
        target = self.room.meeting.drafts.versions[version]
        assert isinstance(target.entry.what, DraftIssued)
        return self.do(DraftReceived(target=target.id, who=(who,), changes=changes))

    def asks(self, number: str, now: str, **more: object) -> ChangeAsked:
        """A change to a paragraph."""
        return ChangeAsked.model_validate(
            {"paragraph": ParagraphRef.of(self.id(number)), "now": now, **more}
        )

    @property
    def amendments(self) -> list[Amendment]:
        """What was asked for, apart from the one that the room settled with its text."""
        found = amendments.amendments(self.view, self.room.meeting)
        return [one for one in found if one.form != "text"]

    @property
    def only(self) -> Amendment:
        """The one amendment that there is."""
        (one,) = self.amendments
        return one
