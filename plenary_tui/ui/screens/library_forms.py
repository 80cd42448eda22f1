"""Forms of the library about the chosen session: one like it, its archive, another copy."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from plenary_tui.errors import WrongUse
from plenary_tui.settings import Settings
from plenary_tui.store.names import renaming, slug
from plenary_tui.ui.conducting.arrivals import Made, completed, typed_path
from plenary_tui.ui.widgets.plain_input import Completing, PlainInput

from .form import Form, SessionForm


class LikeSession(SessionForm):
    """Asks for what is new; what `plenary new --like` does."""

    HEADING = "New session like the chosen one"
    VERB = "Make"
    UNDER_WAY = "Making it …"

    def fields(self) -> Iterator[tuple[str, PlainInput, str]]:
        """Yield name, title, dates and place."""
        yield (
            "Name",
            PlainInput(id="name", placeholder="such as 2027-11-plenary"),
            f"It gets the roster, bodies, agenda, numbers and draft plan of {self._session}.",
        )
        yield "Title", PlainInput(id="title"), "What the meeting is called."
        yield (
            "Dates",
            PlainInput(id="dates", placeholder="2027-11-08/2027-11-12"),
            "Classes and offices are taken as they stand on the first day.",
        )
        yield "Place", PlainInput(id="place"), "Where it meets."

    def act(self, values: dict[str, str]) -> Made:
        """Make the session."""
        from plenary_tui.importers.likeness import make_like
        from plenary_tui.store.session import Session
        from plenary_tui.upkeep import bring_up_to_date

        if not values["name"].strip():
            raise WrongUse("Write a name for the session: it becomes the name of its folder.")
        folder = self._settings.folder
        session, lapsed = make_like(
            folder, slug(values["name"]), self._settings.writer, Session(folder / self._session),
            dates=values["dates"].strip(), place=values["place"].strip(),
            title=values["title"].strip(), today=date.today(),
        )  # fmt: skip
        trouble = bring_up_to_date(folder, session, documents=False)
        meeting = session.record.meeting
        said = (
            f"Made {session.name} like {self._session}: {len(meeting.roster.delegations)} "
            f"delegations, {len(meeting.agenda)} agenda items."
        )
        left = f"Left out, since it ended before: {', '.join(lapsed)}." if lapsed else ""
        changed = renaming(values["name"], session.name)
        return Made(session.name, tuple(filter(None, (said, changed, left, trouble))))


class ArchiveSession(SessionForm):
    """Asks for a file; what `plenary archive` does."""

    HEADING = "Pack the chosen session into one file"
    VERB = "Pack"
    UNDER_WAY = "Packing …"

    def fields(self) -> Iterator[tuple[str, PlainInput, str]]:
        """Yield the file, and whether sealed words go with it."""
        yield (
            "File",
            PlainInput(f"{self._session}.zip", id="file", suggester=Completing(completed)),
            "Restored from the library, or with plenary restore, it is the session again.",
        )
        yield (
            "Whole",
            PlainInput("no", id="whole"),
            "yes: with private notes, words in camera and drafts/. The log remembers it.",
        )

    def act(self, values: dict[str, str]) -> Made:
        """Pack it."""
        from plenary_tui.store.archive import archive
        from plenary_tui.store.session import Session

        path = typed_path(values["file"])
        if path is None:
            raise WrongUse("Write the path of the file, such as meeting.zip.")
        answer = values["whole"].strip().casefold()
        if answer not in ("yes", "no", ""):
            raise WrongUse("Whole is yes or no.")
        session = Session(self._settings.folder / self._session)
        made = archive(
            session, Path(path), whole=answer == "yes", station=self._settings.writer
        )  # fmt: skip
        return Made(self._session, (f"Packed: {made.path}.", *made.lines))


class RestoreSession(Form):
    """Asks for an archive; what `plenary restore` does."""

    HEADING = "Restore a session from its archive"
    VERB = "Restore"
    UNDER_WAY = "Unpacking …"

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings

    def fields(self) -> Iterator[tuple[str, PlainInput, str]]:
        """Yield the file, and another name."""
        yield (
            "File",
            PlainInput(id="file", placeholder="such as ~/meeting.zip",
                       suggester=Completing(completed)),
            "What plenary archive packed. The right arrow completes the path.",
        )  # fmt: skip
        yield "Name", PlainInput(id="name"), "Left empty, the name that it had."

    def act(self, values: dict[str, str]) -> Made:
        """Unpack it."""
        from plenary_tui.store.archive import restore
        from plenary_tui.store.session import Session
        from plenary_tui.upkeep import bring_up_to_date

        path = typed_path(values["file"])
        if path is None:
            raise WrongUse("Write the path of the archive, such as meeting.zip.")
        back = restore(path, self._settings.folder, values["name"].strip())
        session = Session(back.folder)
        trouble = bring_up_to_date(self._settings.folder, session, documents=False)
        changed = renaming(values["name"], session.name)
        restored = f"Restored {session.name}: {back.entries:,} entries."
        said = (restored, changed, *back.lines[:2], trouble)
        return Made(session.name, tuple(filter(None, said)))


class CompareSession(SessionForm):
    """Asks for another copy of the chosen session; what is made is the path of its folder."""

    HEADING = "Compare the chosen session with another copy"
    VERB = "Compare"
    UNDER_WAY = "Looking …"

    def fields(self) -> Iterator[tuple[str, PlainInput, str]]:
        """Yield the other copy."""
        yield (
            "Other copy",
            PlainInput(id="other", placeholder=f"such as /media/stick/{self._session}",
                       suggester=Completing(completed)),
            "Its folder, such as that of another laptop, or the name of a session here. Nothing "
            "is changed in either. The right arrow completes the path.",
        )  # fmt: skip

    def act(self, values: dict[str, str]) -> Made:
        """Look whether there is such a copy."""
        path = typed_path(values["other"])
        if path is None:
            raise WrongUse("Write the folder of the other copy, or the name of a session here.")
        return Made(str(self._settings.copy(str(path)).absolute()), ())
