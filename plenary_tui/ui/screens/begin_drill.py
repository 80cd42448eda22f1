"""The way from the library into a drill: which stretch, and how fast."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plenary_tui.errors import WrongUse
from plenary_tui.settings import Settings
from plenary_tui.ui.conducting.arrivals import Made
from plenary_tui.ui.screens.form import SessionForm
from plenary_tui.ui.widgets.plain_input import PlainInput

if TYPE_CHECKING:
    from plenary_tui.importers.drilling import Ready

    from .drill import DrillScreen


@dataclass(frozen=True)
class Begun(Made):
    """A drill that is ready to be held."""

    ready: Ready


class BeginDrill(SessionForm):
    """Asks for the stretch; what `plenary drill` does."""

    HEADING = "Train on the chosen session: it is said again, and you keep the record"
    VERB = "Begin"
    UNDER_WAY = "Reading the session …"

    def fields(self) -> Iterator[tuple[str, PlainInput, str]]:
        """Yield from when, until when, which items, how fast."""
        yield (
            "From", PlainInput(id="since", placeholder="such as 2021-11-09T10:01"),
            "All left empty: all of it, or the drill that is not over goes on.",
        )  # fmt: skip
        yield "Until", PlainInput(id="until"), "A time, a day, or the id of an entry."
        yield "Items", PlainInput(id="items"), "Such as 3.1 4; left empty, all of them."
        yield "Speed", PlainInput("1", id="speed"), "1 is the session's own pace, 2 twice as fast."

    def act(self, values: dict[str, str]) -> Begun:
        """Make the drill ready."""
        from plenary_tui.documents.excerpt import Span
        from plenary_tui.importers.drilling import ready
        from plenary_tui.store.drills import drills_dir
        from plenary_tui.store.session import Session

        items = tuple(values["items"].replace(",", " ").split())
        since, until = values["since"].strip(), values["until"].strip()
        span = Span(since, until, items) if since or until or items else None
        kept = Session(self._settings.session(self._session))
        made = ready(drills_dir(), kept, self._settings.writer, span, _speed(values["speed"]))
        return Begun(self._session, (), made)


def _speed(typed: str) -> float | None:
    try:
        speed = float(typed.strip().lstrip("×") or 1)
    except ValueError:
        speed = 0.0
    if not 0 < speed < float("inf"):
        raise WrongUse("Speed is a number above 0, such as 1 or 2.")
    return speed


def begun(settings: Settings, made: Made) -> DrillScreen:
    """Return the screen of a drill that is ready."""
    from .drill import DrillScreen

    assert isinstance(made, Begun)
    return DrillScreen(made.ready, settings.writer, preferences=settings.preferences)
