"""An import from the screen is shown first, can be changed there, and is kept as it was shown."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from textual import events
from textual.app import App
from textual.pilot import Pilot
from textual.widgets import Static

from plenary_tui.errors import WrongUse
from plenary_tui.importers.arriving import Look, Said, look, read
from plenary_tui.record.kinds import Delegate, Delegation
from plenary_tui.settings import Settings
from plenary_tui.store.session import Session
from plenary_tui.ui.conducting.arrivals import Made
from plenary_tui.ui.importing.preview import Preview
from plenary_tui.ui.screens.import_preview import ImportPreview
from plenary_tui.ui.screens.import_session import ImportSession
from plenary_tui.ui.widgets.plain_input import PlainInput
from tests.importers.offices import room

NOW = datetime(2027, 3, 1, 12, tzinfo=UTC)
LIST = "Country,Name,Post held\nNovaria,Ana Lund,Ambassador\nOstlnd,Bo Karr,Envoy\n"


def preview(tmp_path: Path, text: str = LIST, name: str = "list.csv") -> Preview:
    (tmp_path / name).write_text(text)
    found = read(tmp_path / name)

    def again(said: Said) -> Look:
        return look(found, "desk", NOW, said, into=room())

    return Preview(again(Said()), Said(), again)


def shown(one: Preview) -> str:
    return "\n".join(line.text for line in one.lines(100))


def persons(one: Preview) -> list[tuple[str, str, str]]:
    return [
        (told.delegation, told.person, told.role)
        for told in one.look.stated.commands
        if isinstance(told, Delegate)
    ]


def test_a_column_is_taken_for_something_else(tmp_path: Path) -> None:
    one = preview(tmp_path)
    assert "‹not read›" in shown(one) and "Ambassador · Envoy" in shown(one)
    assert persons(one) == [("NV", "Ana Lund", "")]
    one.move(1)
    one.move(1)
    for _ in range(20):
        one.turn(1)
        if one.look.columns.field(2) == "function":
            break
    assert persons(one) == [("NV", "Ana Lund", "Ambassador")]


def test_a_delegation_that_is_not_certain_is_named_and_unnamed(tmp_path: Path) -> None:
    one = preview(tmp_path)
    one.move(-1)
    one.turn(1)
    assert "‹Ostland (OS)›" in shown(one)
    assert [who for who, _, _ in persons(one)] == ["NV", "OS"]
    one.turn(-1)
    assert "‹on the worklist›" in shown(one)
    assert [who for who, _, _ in persons(one)] == ["NV"]


def test_columns_that_say_nothing_are_said_and_can_be_mended(tmp_path: Path) -> None:
    one = preview(tmp_path)
    one.turn(-1)  # from the delegation to what stands before it
    one.turn(-1)
    one.turn(1)
    one.turn(1)
    assert not one.trouble
    one.turn(1)
    assert "No column holds delegations" in one.trouble
    one.turn(-1)
    assert not one.trouble


def test_who_it_is_can_be_typed_or_made_new(tmp_path: Path) -> None:
    one = preview(tmp_path)
    one.move(-1)
    assert one.asks == "Ostlnd"
    one.say("tarsis")
    assert "‹Tarsis (TR)›" in shown(one)
    assert ("TR", "Bo Karr", "") in persons(one)
    one.say("olnd")
    assert "‹new delegation OLND›" in shown(one)
    made = [told for told in one.look.stated.commands if isinstance(told, Delegation)]
    assert [(told.code, told.names) for told in made] == [("OLND", ("Ostlnd",))]
    with pytest.raises(WrongUse, match="no delegation that is known, and no code"):
        one.say("who knows?")
    one.turn(1)
    assert "‹on the worklist›" in shown(one)


async def until(pilot: Pilot[None], holds: object) -> None:
    for _ in range(200):
        if holds():  # type: ignore[operator]
            return
        await pilot.pause(0.02)
    raise AssertionError("it never came")


class Shown(App[None]):
    """Shows a preview and keeps what it was answered."""

    def __init__(self, one: Preview) -> None:
        super().__init__()
        self.one = one
        self.answers: list[Look | None] = []

    def on_mount(self) -> None:
        self.push_screen(ImportPreview(self.one), self.answers.append)


async def test_a_name_is_answered_by_typing_on_the_screen(tmp_path: Path) -> None:
    one = preview(tmp_path)
    host = Shown(one)
    async with host.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("up", "v", "?", "enter")
        said = host.screen.query_one("#preview-said", Static)
        assert "“v?” is no delegation that is known" in str(said.render())
        await pilot.press("backspace", "m", "a", "enter")
        assert "‹new delegation VMA›" in shown(one)
        for key in ("x", "y", "z", "enter"):  # at once, as fast fingers or a macro send them
            host.post_message(events.Key(key, key if len(key) == 1 else None))
        await until(pilot, lambda: "‹new delegation XYZ›" in shown(one))
        assert not host.answers
        await pilot.press("t", "r", "enter")
        await pilot.press("q", "escape")
        assert "‹Tarsis (TR)›" in shown(one) and not host.answers
        await pilot.press("enter")
    (answer,) = host.answers
    assert answer is one.look and ("TR", "Bo Karr", "") in persons(one)


class Host(App[None]):
    """Shows the form and keeps what it made."""

    def __init__(self, sessions: Path) -> None:
        super().__init__()
        self.settings = Settings(str(sessions), "desk")
        self.made: list[Made | None] = []

    def on_mount(self) -> None:
        self.push_screen(ImportSession(self.settings), self.made.append)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_nothing_is_made_before_it_was_shown_and_agreed(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    file = tmp_path / "agenda.md"
    file.write_text("# Plenary\n1. Opening (10 min)\n2. Close\nWhat is this?\n")
    host = Host(tmp_path / "sessions")
    async with host.run_test(size=size) as pilot:
        await pilot.pause()
        host.screen.query_one("#file", PlainInput).insert(str(file), 0)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(host.screen, ImportPreview))
        text = str(host.screen.query_one("#preview-text", Static).render())
        assert "Agenda 1: Opening; 10 min" in text
        assert "line 4, not understood: What is this?" in text
        assert not (tmp_path / "sessions").exists()
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(host.screen, ImportSession))
        said = host.screen.query_one("#form-said", Static)
        await until(pilot, lambda: "Nothing was imported" in str(said.render()))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(host.screen, ImportPreview))
        await pilot.press("enter")
        await until(pilot, lambda: bool(host.made))
    (made,) = host.made
    assert made.name == "agenda"
    items = Session(tmp_path / "sessions" / "agenda").record.meeting.items
    assert [(one.number, one.title) for one in items] == [("1", "Opening"), ("2", "Close")]


async def test_leaving_the_program_before_the_answer_ends_the_import(tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("10:00 Opened:\n")
    host = Host(tmp_path / "sessions")
    async with host.run_test() as pilot:
        await pilot.pause()
        host.screen.query_one("#file", PlainInput).insert(str(file), 0)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(host.screen, ImportPreview))
    assert not (tmp_path / "sessions").exists()
