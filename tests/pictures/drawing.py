"""A made-up sitting, and the main screens with it: the same words at the same time, every time."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from textual.app import App
from textual.pilot import Pilot

from plenary_tui.settings import Settings
from plenary_tui.store.capture import Capture
from plenary_tui.store.session import Session
from plenary_tui.ui.app import PlenaryApp
from plenary_tui.ui.display.app import DisplayApp
from plenary_tui.ui.replay.app import ReplayApp
from plenary_tui.ui.screens.display import DisplayScreen
from plenary_tui.ui.screens.library import LibraryScreen
from plenary_tui.ui.screens.room import RoomScreen
from tests.ui.stage import settled

NAME = "2027-06-training"
PAST = Path(__file__).parents[2] / "sessions" / "2021-11-training-plenary"
START = datetime(2027, 6, 15, 10, 3, tzinfo=ZoneInfo("Europe/Brussels"))

SETUP = """\
Meeting: Training Intersessional
Kind: intersessional
Dates: 2027-06-15/2027-06-18
Place: Port Verren
Zone: Europe/Brussels
Delegation NV: Novaria; Participant
Delegation OS: Ostrea; Participant
Delegation KE: Keldia; Participant
Delegation TR: Tirania; Participant
Delegation AV: Aurelia; Participant
Delegation GDA: Global Diamond Alliance; Observer
Delegation CSN: Civil Society Network; Observer
Body WGM: Working Group on Monitoring; chair KE
Body WGAAP: Working Group on Artisanal and Alluvial Production; chair OS
Agenda 1: Opening; 15 min
Agenda 2: Adoption of the agenda; 10 min
Agenda 4: Working bodies
Agenda 4.1: Monitoring; WGM; 45 min
Agenda 4.2: Artisanal and alluvial production; WGAAP; 60 min
Agenda 5: Next meetings; 10 min
Agenda 6: Closing
Presiding: AV (Ms Ilse Marrand)"""

SITTING = """\
Rapporteur: Ana Breck
Opened:
present+ NV, OS, KE, TR, AV, GDA, CSN
limit 3 min
limit Observers 2 min
Item 1
Chair: welcomed the delegations to Port Verren and thanked those who had come by the night boat
Item 1 concluded
Item 2
Adopted agenda:
Item 2 concluded
Item 4.1
WGM chair: reported on nine review visits, two of them called off because of flooding
q+ NV, TR, GDA
next
NV: proposed that the sub-team on alluvial mines meet between the sessions, and that its report \
reach every delegation four weeks before the Plenary
Proposal NV: The sub-team on alluvial mines meets before the Plenary and reports in October
+ OS KE
Objection TR: the date, which falls into its census
q+ CSN
Bracket TR: in October
???: said that October had been said before
?name
Action WGM: circulate the checklist of review visits by 2027-07-15
next
TR: could accept the meeting, not the month, and asked for words that leave it to the body"""

Act = Callable[[Pilot[None]], Awaitable[None]]


class Clock:
    """A clock that goes on by so many seconds a line."""

    def __init__(self) -> None:
        self.at = START

    def __call__(self) -> datetime:
        """Return the time."""
        return self.at


def record(sessions: Path) -> Clock:
    """Record the sitting; return the clock as it then stands."""
    clock = Clock()
    folder = sessions / NAME
    folder.mkdir(parents=True)
    with Capture(Session(folder), "hall", live=True, now=clock) as capture:
        for line in SETUP.splitlines():
            capture.take(line)
        for line in SITTING.splitlines():
            clock.at += timedelta(seconds=55)
            capture.take(line)
    clock.at += timedelta(seconds=102)
    return clock


async def draw(sessions: Path) -> dict[str, str]:
    """Return the pictures by name, as SVG."""
    clock = record(sessions)
    pictures = {}
    for name, size, act in (
        ("room", (120, 34), _typing),
        ("gavel", (100, 30), _at_the_gavel),
        ("worklist", (100, 30), _pressing("f10")),
        ("script", (100, 30), _pressing("f5")),
        ("draft", (120, 34), _drafting),
    ):
        app = _Program(Settings(sessions=str(sessions), station="hall"), sessions / NAME, clock)
        async with app.run_test(size=size) as pilot:
            room = app.room
            await settled(pilot, lambda room=room: bool(room.view.agenda))  # type: ignore[misc]
            await act(pilot)
            await pilot.pause(0.3)
            pictures[name] = steady(app.export_screenshot(title="plenary"))
            assert room.conductor.stop()
    pictures["display"] = await _display(sessions, clock)
    pictures["replay"] = await _replay()
    return pictures


async def _display(sessions: Path, clock: Clock) -> str:
    app = DisplayApp(Settings(sessions=str(sessions)), sessions / NAME)
    screen = DisplayScreen(sessions / NAME, now=clock)
    app.get_default_screen = lambda: screen  # type: ignore[method-assign]
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot, lambda: "Tirania" in drawn(app).replace("&#160;", ""))
        return steady(app.export_screenshot(title="plenary display"))


async def _replay() -> str:
    """Draw a past session at one of its decisions."""
    app = ReplayApp(Settings(sessions=str(PAST.parent)), PAST, "2021-11-09T11:27")
    async with app.run_test(size=(120, 34)) as pilot:
        await settled(pilot, lambda: "▶" in drawn(app))
        await pilot.pause(0.5)
        return steady(app.export_screenshot(title="plenary replay"))


def drawn(app: App[None]) -> str:
    """Return what the screen shows now."""
    return app.export_screenshot().replace(" ", "")


def steady(picture: str) -> str:
    """Return a picture without the number that is new each time it is drawn."""
    return re.sub(r"terminal-\d+", "terminal", picture)


class _Program(PlenaryApp):
    """The program at a time of its own."""

    def __init__(self, settings: Settings, folder: Path, clock: Clock) -> None:
        super().__init__(settings, folder)
        self.room = RoomScreen(folder, "hall", now=clock)

    def get_default_screen(self) -> RoomScreen | LibraryScreen:
        """Begin with the room."""
        return self.room


async def _typing(pilot: Pilot[None]) -> None:
    room = pilot.app.screen
    assert isinstance(room, RoomScreen)
    room.capture.insert("ke: saw no difficulty in words that leave the month open")
    await settled(pilot, lambda: "Keldia" in str(room.says.render()))


async def _at_the_gavel(pilot: Pilot[None]) -> None:
    await pilot.press("ctrl+g")


async def _drafting(pilot: Pilot[None]) -> None:
    await pilot.press("f3")
    await settled(pilot, lambda: "rests&#160;on" in pilot.app.export_screenshot())
    await pilot.press(*["down"] * 9)


def _pressing(key: str) -> Act:
    async def press(pilot: Pilot[None]) -> None:
        await pilot.press(key)
        await pilot.pause(0.6)

    return press
