"""The display: complete at any size, following by itself, and silent about what is not open."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.pilot import Pilot

from plenary_tui.record.entries import Entry
from plenary_tui.record.history import Record
from plenary_tui.record.kinds import Marking
from plenary_tui.record.redaction import open_record
from plenary_tui.settings import Settings
from plenary_tui.store.disk import RealDisk
from plenary_tui.ui.display_app import DisplayApp
from plenary_tui.ui.display_picture import display_view
from plenary_tui.ui.display_view import (
    BeforeUs,
    DisplayView,
    Size,
    Speaker,
    behind_doors,
    page,
    wrap_pieces,
)
from plenary_tui.ui.screens.display import DisplayScreen
from plenary_tui.ui.themes import DARK, LIGHT
from plenary_tui.ui.views import FloorView
from plenary_tui.ui.watcher import Away, Failed, Seen, Sight, Watcher
from plenary_tui.ui.wrapping import wrap
from tests.documents.test_secrets import SECRET, with_secrets
from tests.record.rooms import Room, in_session
from tests.store.sessions import clock, new_session, record
from tests.ui.stage import settled
from tests.ui.test_themes import faint

NOW = datetime(2018, 6, 19, 10, 42, tzinfo=UTC)
SIZES = [Size(80, 24), Size(120, 40), Size(200, 60)]
SMALL = Size(30, 9)

FULL = DisplayView(
    title="Training Plenary",
    day="Tuesday 19 June",
    sitting="sitting 2",
    state="open",
    item="4.2",
    item_title="Alluvial mines",
    floor=FloorView(speaker="Keldia", code="KE", since=NOW - timedelta(seconds=102), limit=180),
    speaker=Speaker("Keldia", "Participant"),
    waiting=(Speaker("Novaria", "Participant"), Speaker("Gem Dealers", "Observer")),
    text=BeforeUs(
        "P3", "proposal by Ostrea",
        (("We meet ", "plain"), ("[", "current"), ("Tarn: ", "title"), ("monthly]", "current")),
    ),
)  # fmt: skip


def lines_of(view: DisplayView, size: Size, turn: int = 0, now: datetime = NOW) -> list[str]:
    """Return the page as lines of text."""
    return ["".join(text for text, _ in line) for line in page(view, now, size, turn).lines]


def said(view: DisplayView, size: Size = SIZES[0], now: datetime = NOW) -> str:
    """Return all pages as one text."""
    pages = page(view, now, size).pages
    return "\n".join(line for turn in range(pages) for line in lines_of(view, size, turn, now))


def seen_of(room: Room) -> DisplayView:
    """Return what the display shows of a room of tests."""
    return display_view(open_record(room.record))


@pytest.mark.parametrize("size", SIZES)
def test_everything_is_on_the_page(size: Size) -> None:
    shown = said(FULL, size)
    for text in ("Training Plenary", "sitting 2", "Tuesday 19 June", "Item 4.2", "Alluvial mines",
                 "K E L D I A", "Participant", "limit 3 min", "1 Novaria (Participant)",
                 "2 Gem Dealers (Observer)", "list open", "P3 · proposal by Ostrea",
                 "We meet [Tarn: monthly]"):  # fmt: skip
        assert text in shown


@pytest.mark.parametrize("size", SIZES)
def test_over_time_is_said_in_words_and_counts(size: Size) -> None:
    assert "OVER TIME" not in said(FULL, size)
    assert "OVER TIME by 0:42" in said(FULL, size, NOW + timedelta(seconds=120))
    assert "OVER TIME by 1:42" in said(FULL, size, NOW + timedelta(seconds=180))


words = st.text(max_size=400)
pieces = st.lists(st.tuples(words, st.sampled_from(["plain", "current", "title"])), max_size=5)


@settings(deadline=None, max_examples=150)
@given(
    st.builds(
        DisplayView, title=words, day=words, sitting=words, said=words, item=words,
        state=st.sampled_from(["open", "suspended", "closed", "planned", ""]),
        marking=st.sampled_from(["open", "restricted", "in_camera"]), item_title=words,
        floor=st.builds(FloorView, speaker=words, since=st.none() | st.just(NOW),
                        limit=st.integers(0, 900), closed=st.booleans()),
        speaker=st.builds(Speaker, words, words), about=words,
        waiting=st.lists(st.builds(Speaker, words, words), max_size=40).map(tuple),
        text=st.none() | st.builds(BeforeUs, words, words, pieces.map(tuple)),
    ),
    st.builds(Size, st.integers(1, 210), st.integers(1, 70)),
    st.integers(0, 9),
)  # fmt: skip
def test_a_page_has_the_size_of_the_screen(view: DisplayView, size: Size, turn: int) -> None:
    lines = lines_of(view, size, turn, NOW + timedelta(minutes=9))
    assert len(lines) == size.height
    assert all(cell_len(line) <= size.width for line in lines)


@given(pieces, st.integers(2, 60))
def test_words_keep_their_part_where_they_wrap(
    given_pieces: list[tuple[str, str]], width: int
) -> None:
    found = wrap_pieces(tuple(given_pieces), width)
    text = "".join(text for text, _ in given_pieces)
    assert ["".join(part for part, _ in line) for line in found] == wrap(text, width, width)
    only = {part for text, part in given_pieces if text}
    assert {part for line in found for _, part in line} <= only


@pytest.mark.parametrize("size", [*SIZES, SMALL])
def test_a_long_text_has_pages_that_hold_all_of_it(size: Size) -> None:
    numbers = [f"w{number}" for number in range(size.width * size.height // 4)]
    text = BeforeUs("P3", "proposal by Ostrea", ((" ".join(numbers), "plain"),))
    view = DisplayView(state="suspended", text=text)
    shown = page(view, NOW, size)
    assert shown.pages > 1
    assert set(numbers) <= set(said(view, size).split())
    assert f"page 2 of {shown.pages}" in "\n".join(lines_of(view, size, 1))
    assert lines_of(view, size, shown.pages) == lines_of(view, size, 0)


def test_a_long_list_says_how_many_more_there_are() -> None:
    waiting = tuple(Speaker(f"Delegation {n}") for n in range(60))
    for text in (FULL.text, None):
        for size in SIZES:
            view = DisplayView(state="open", waiting=waiting, text=text)
            shown = said(view, size)
            named = sum(f"{n + 1} Delegation {n}\n" in shown + "\n"
                        or f"{n + 1} Delegation {n} " in shown for n in range(60))  # fmt: skip
            assert named and f"and {60 - named} more" in shown


def test_names_whose_letters_join_stay_whole() -> None:
    for name in ("لبنان", "日本", "Cameroun\u0301", "Democratic Republic of the Congo"):
        view = DisplayView(
            state="open", floor=FloorView(speaker=name, since=NOW), speaker=Speaker(name)
        )
        assert name in said(view)


@pytest.mark.parametrize("size", [*SIZES, SMALL, Size(60, 12)])
def test_in_camera_the_page_says_so_and_nothing_else(size: Size) -> None:
    shown = said(behind_doors(FULL), size)
    assert "IN CAMERA" in shown
    assert "Item 4.2" in shown
    left = shown.replace("IN CAMERA", "").replace("Item 4.2", "").replace("10:42", "")
    assert left.strip(" \n▀▄█") == ""


def test_who_speaks_is_told_with_class_person_and_group() -> None:
    room = in_session("GDA (Ms Lee) for Friends: speaks", "q+ TR")
    view = seen_of(room)
    assert view.speaker == Speaker("Global Diamond Alliance", "Observer")
    assert view.about == "Ms Lee · for Friends"
    assert view.waiting == (Speaker("Tirania", "Participant"),)


def test_the_text_before_the_meeting_has_its_brackets_with_owners() -> None:
    room = in_session("Proposal OS: We meet monthly in Antwerp.", "Bracket TR: monthly")
    room("Alternative KE: weekly", "Proposal P1 rev NV: We meet monthly in Accra.")
    view = seen_of(room)
    assert view.text is not None
    shown = "".join(text for text, _ in view.text.pieces)
    assert shown == "We meet [Tirania: monthly] in Accra.\nAlternative: [Keldia: weekly]"
    assert view.text.says == "proposal by Ostrea, as revised by Novaria"
    assert ("Tirania: ", "title") in view.text.pieces
    room("Clean: monthly", "Adopted:")
    assert seen_of(room).text is None


def test_of_two_sittings_the_last_opened_is_shown_and_the_other_on_demand() -> None:
    room = in_session("Item 1")
    room("Sitting: WGM, Room 2", "Opened:")
    opened = open_record(room.record)
    assert "sitting 2 of 2 open · Working Group on Monitoring" in display_view(opened).sitting
    assert display_view(opened, 1).sitting.startswith("sitting 1 of 2 open")


def test_after_a_time_in_camera_nobody_has_the_floor_from_before() -> None:
    room = in_session("NV: openly")
    assert seen_of(room).floor.code == "NV"
    room("In camera:", f"OS: {SECRET}", "Open session:")
    assert seen_of(room).floor.speaker == ""
    room("KE: openly again")
    assert seen_of(room).speaker.name == "Keldia"
    room("In camera:", "undo")
    assert seen_of(room).speaker.name == "Keldia"


@pytest.mark.parametrize("marking", ["in_camera", "private"])
def test_a_secret_in_every_field_of_every_kind_is_on_no_page(marking: str) -> None:
    planted, _ = with_secrets(marking)  # type: ignore[arg-type]
    last = planted.entries[-1]
    opened = Entry(
        id=f"hall-{last.number + 1}", at=last.at, order=f"{last.order[:-4]}9999",
        sitting=last.sitting, what=Marking(level="open"),
    )  # fmt: skip
    for known in (planted, Record([*planted.entries, opened])):
        view = display_view(open_record(known))
        for size in SIZES:
            assert SECRET not in said(view, size).casefold()
    assert view.marking == "open"
    assert "The open seat" in said(view)


class Followed:
    """A session that is looked at after every line, and everything that was told of it."""

    def __init__(self, folder: Path, disk: RealDisk | None = None) -> None:
        self.folder = folder
        self.told: list[Sight] = []
        self.watcher = Watcher(folder, self.told.append, disk=disk)
        self.now = clock(timedelta(hours=1))

    def look(self) -> list[Sight]:
        """Look at the folder; return what is told."""
        before = len(self.told)
        self.watcher._look()
        return self.told[before:]

    def __call__(self, *lines: str) -> DisplayView:
        """Record lines one by one, looking after each; return what is shown then."""
        for line in lines:
            record(self.folder, "antwerp", (line,), now=self.now)
            self.look()
        return next(one.view for one in reversed(self.told) if isinstance(one, Seen))

    def pages(self, since: int = 0) -> str:
        """Return everything that was to be seen."""
        views = [one.view for one in self.told[since:] if isinstance(one, Seen)]
        return "\n".join(said(view, size, self.now()) for view in views for size in SIZES)


@pytest.fixture
def followed(tmp_path: Path) -> Followed:
    """A session with an open sitting that was looked at once."""
    found = Followed(new_session(tmp_path / "demo"))
    found.look()
    return found


def test_no_view_that_is_told_ever_holds_a_secret(followed: Followed) -> None:
    typing = followed.folder / "typing" / "antwerp"
    typing.parent.mkdir(exist_ok=True)
    typing.write_text(SECRET)
    (followed.folder / "prepared").mkdir()
    (followed.folder / "prepared" / "NV.txt").write_text(SECRET)
    followed(
        "NV: openly", f"Private: {SECRET}", f"Check: {SECRET}", f"Closed: {SECRET}",
        f"Adopted P9: {SECRET}", "In camera:", f"OS ({SECRET}): {SECRET}", f"q+ {SECRET}",
        f"Proposal NV: {SECRET}", f"Bracket TR: {SECRET}", f"Item 9: {SECRET}", "Open session:",
        "NV: openly", f"In camera: {SECRET}", f"Suspended: {SECRET}", "Resumed:", "Open session:",
    )  # fmt: skip
    assert "N O V A R I A" in followed.pages()
    assert SECRET not in followed.pages().casefold()


def test_what_was_shown_and_is_covered_later_goes_at_once_and_stays_away(
    followed: Followed,
) -> None:
    since = followed.now().replace(second=0)
    followed.now = clock(timedelta(hours=1, minutes=2))
    followed("Proposal NV: We meet.", f"Proposal OS: {SECRET}", f"NV ({SECRET}): speaks")
    assert SECRET in followed.pages().casefold()
    told = len(followed.told)
    followed(f"In camera from {since + timedelta(minutes=1):%H:%M}:")
    first, *_ = followed.told[told:]
    assert isinstance(first, Seen)
    assert first.view.marking == "in_camera"
    followed("OS: more", "Open session:", "TR: openly again")
    assert "T A R N" in followed.pages(told)
    assert SECRET not in followed.pages(told).casefold()


def test_a_sitting_is_told_as_closed_before_anything_is_folded_anew(
    followed: Followed, monkeypatch: pytest.MonkeyPatch
) -> None:
    from plenary_tui.record.redaction import OpenRecord

    followed("NV: openly")
    shown_before_folding: list[str] = []
    update = OpenRecord.update

    def slow(self: OpenRecord, known: Record) -> Record:
        last = followed.told[-1]
        assert isinstance(last, Seen)
        shown_before_folding.append(last.view.marking)
        return update(self, known)

    monkeypatch.setattr(OpenRecord, "update", slow)
    followed("In camera from 10:00:")
    assert shown_before_folding == ["in_camera"]


class ReadOnly(RealDisk):
    """A disk of which only reading is allowed."""

    def _refuse(self, *_: object) -> None:
        raise AssertionError("the display wrote to the session's folder")

    open_append = create = make_folder = replace = remove = sync_folder = _refuse  # type: ignore[assignment]


def files(folder: Path) -> dict[str, tuple[int, int]]:
    """Return every file of a folder with its size and when it was changed."""
    found = sorted(folder.rglob("*"))
    return {str(path): (path.stat().st_size, path.stat().st_mtime_ns) for path in found}


def test_nothing_is_written_and_a_folder_that_is_being_merged_is_left_alone(
    tmp_path: Path,
) -> None:
    folder = new_session(tmp_path / "demo", "NV: openly")
    followed = Followed(folder, ReadOnly())
    (folder / ".merged" / "log").mkdir(parents=True)
    before = files(tmp_path)
    assert followed.look() == [Away("it is being merged")]
    assert files(tmp_path) == before
    shutil.rmtree(folder / ".merged")
    before = files(tmp_path)
    assert [type(one) for one in followed.look()] == [Away, Seen]
    assert followed.look() == []
    assert files(tmp_path) == before


def test_a_folder_that_goes_away_is_told_once_and_gone_on_with(followed: Followed) -> None:
    other = followed.folder.with_name("elsewhere")
    followed.folder.rename(other)
    assert followed.look() == [Away("its folder is not there")]
    assert followed.look() == []
    record(other, "antwerp", ("TR: meanwhile",), now=followed.now)
    other.rename(followed.folder)
    back, seen = followed.look()
    assert back == Away()
    assert isinstance(seen, Seen)
    assert seen.view.speaker.name == "Tarn"


def test_a_disk_that_fails_is_told_and_tried_again(tmp_path: Path) -> None:
    class Failing(RealDisk):
        fails = True

        def names(self, folder: Path) -> list[str]:
            if self.fails:
                raise OSError(5, "Input/output error")
            return super().names(folder)

    disk = Failing()
    followed = Followed(new_session(tmp_path / "demo"), disk)
    assert followed.look() == [Away("Input/output error")]
    disk.fails = False
    assert [type(one) for one in followed.look()] == [Away, Seen]


def test_another_copy_in_the_same_place_is_read_anew(followed: Followed, tmp_path: Path) -> None:
    followed("NV: here", "NV: and here")
    other = new_session(tmp_path / "other", "GDA: in the other copy")
    for lines in ((), ("TR: " + "longer " * 300,)):  # a shorter log, then a longer one
        record(other, "antwerp", lines)
        shutil.rmtree(followed.folder)
        shutil.copytree(other, followed.folder)
        (seen,) = (one for one in followed.look() if isinstance(one, Seen))
        assert seen.view.speaker.name == ("Tarn" if lines else "Gem Dealers")


def test_a_damaged_line_stops_nothing(followed: Followed) -> None:
    (log,) = (followed.folder / "log").iterdir()
    with log.open("ab") as file:
        file.write(b'{"p":"damaged\n')
    followed.look()
    assert followed("TR: goes on").speaker.name == "Tarn"
    assert not any(isinstance(one, Away | Failed) for one in followed.told)


def screen_of(pilot: Pilot[None]) -> DisplayScreen:
    """Return the display that is shown."""
    screen = pilot.app.screen
    assert isinstance(screen, DisplayScreen)
    return screen


def on_screen(pilot: Pilot[None]) -> str:
    """Return what stands on the screen."""
    return screen_of(pilot).board.render().plain


def has(pilot: Pilot[None], text: str) -> Callable[[], bool]:
    """Return a question: whether a text stands on the screen."""
    return lambda: text in on_screen(pilot)


def display_of(folder: Path) -> DisplayApp:
    """Return the program with the display of a session."""
    return DisplayApp(Settings(sessions=str(folder.parent), station="desk"), folder)


async def test_the_screen_follows_and_its_keys_work(tmp_path: Path) -> None:
    folder = new_session(tmp_path / "demo")
    app = display_of(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, has(pilot, "Training Plenary"))
        assert not app.current_theme.dark
        record(folder, "annex", ("Proposal TR: " + "many words " * 400,))
        await settled(pilot, has(pilot, "page 1 of"))
        await pilot.press("pagedown")
        assert "page 2 of" in on_screen(pilot)
        await pilot.press("pageup", "pageup")
        assert "page 1 of" not in on_screen(pilot)
        screen_of(pilot)._turns_at = time.monotonic()
        await settled(pilot, has(pilot, "page 1 of"))
        await pilot.press("t", "x")
        assert app.current_theme.dark
        assert "q leaves" in on_screen(pilot)
        await pilot.press("q")
    assert app.return_code == 0


@pytest.mark.parametrize("theme", [DARK.name, LIGHT.name])
async def test_every_text_of_the_display_stands_out(tmp_path: Path, theme: str) -> None:
    folder = new_session(
        tmp_path / "demo", "Zone: Europe/Brussels", "limit 1 min", "q+ GDA, OS",
        "Proposal TR: We meet monthly.", "Bracket NV: monthly", "Alternative OS: weekly",
    )  # fmt: skip
    app = display_of(folder)
    async with app.run_test(size=(120, 40)) as pilot:
        app.theme = theme
        screen = screen_of(pilot)
        screen.now = clock(start="2018-06-19T10:30")
        await settled(pilot, has(pilot, "[Novaria: monthly]"))
        assert faint(screen) == {}
        record(folder, "antwerp", ("GDA: speaks",), now=clock(start="2018-06-19T10:20"))
        await settled(pilot, has(pilot, "OVER TIME"))
        await pilot.pause(0.1)
        assert faint(screen) == {}
        record(folder, "antwerp", ("In camera:",))
        await settled(pilot, has(pilot, "IN CAMERA"))
        await pilot.pause(0.1)
        assert screen.styles.background.hex.lower() == app.theme_variables["closed"]
        assert faint(screen) == {}


async def test_a_folder_that_gives_no_answer_is_said(tmp_path: Path) -> None:
    app = display_of(new_session(tmp_path / "demo"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, has(pilot, "Training Plenary"))
        screen = screen_of(pilot)
        screen._keys_until = 0.0
        screen.watcher.stop()
        screen.watcher.heard -= 60
        screen.tick()
        assert "No answer from the session's folder" in on_screen(pilot)
        (tmp_path / "demo").rename(tmp_path / "gone")
        screen.watcher._look()
        await settled(pilot, has(pilot, "Not up to date since"))


def test_the_first_frame_needs_no_kind_of_entry() -> None:
    code = (
        "import sys, plenary_tui.ui.display_app\n"
        "heavy = {'pydantic', 'immutables', 'tinydb', 'babel', 'lxml', 'docx', 'rapidfuzz'}\n"
        "print(sorted(heavy & set(sys.modules)), 'plenary_tui.record.kinds' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[] False"
