"""A file to import is picked in a list under its path, by keyboard and by mouse."""

from __future__ import annotations

from pathlib import Path

import pytest

from plenary_tui.ui.importing.folders import above, offers
from plenary_tui.ui.screens.import_preview import ImportPreview
from plenary_tui.ui.screens.import_session import ImportSession
from plenary_tui.ui.widgets.plain_input import PlainInput

from .test_importing import Host, until


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A folder with folders and files of every sort in it."""
    there = tmp_path / "tree"
    (there / "Notes 2019").mkdir(parents=True)
    (there / "archive").mkdir()
    for name in (".hidden.txt", "agenda.docx", "picture.png", "Notes 2019/b.txt", "zoom.VTT"):
        (there / name).write_text("Agenda 1: Opening\n")
    return there


def test_what_lies_under_a_path_is_offered_folders_first(tree: Path) -> None:
    found = offers(f"{tree}/")
    assert [(one.name, one.is_folder, one.kind) for one in found] == [
        ("archive", True, ""), ("Notes 2019", True, ""), ("agenda.docx", False, "Word"),
        ("zoom.VTT", False, "transcript"), ("picture.png", False, ""),
    ]  # fmt: skip
    assert [one.name for one in offers(f"{tree}/A")] == [
        "archive", "agenda.docx",
    ]  # fmt: skip
    assert [one.name for one in offers(f"{tree}/19")] == ["Notes 2019"]
    assert [one.name for one in offers(f"{tree}/.h")] == [".hidden.txt"]
    assert offers(f"{tree}/a")[0].typed == f"{tree}/archive/"
    assert offers(f"{tree}/nowhere/") == offers(f"'{tree}/") == []


@pytest.mark.parametrize(
    ("path", "up"),
    [
        ("/a/b/", "/a/"), ("/a/", "/"), ("/", "/"), ("", "../"), ("../", "../../"), ("a/", ""),
        ("~/", f"{Path.home().parent}/"),
    ],
)  # fmt: skip
def test_one_goes_up_a_folder(path: str, up: str) -> None:
    assert above(path) == up


async def test_a_file_is_picked_with_the_arrows_and_with_the_mouse(tree: Path) -> None:
    host = Host(tree.parent / "sessions")
    async with host.run_test(size=(80, 30)) as pilot:
        await pilot.pause()
        field = host.screen.query_one("#file", PlainInput)
        name = host.screen.query_one("#name", PlainInput)
        field.value = f"{tree}/"
        await pilot.press("end", "down", "down", "enter")
        assert field.value == f"{tree}/Notes 2019/"
        await pilot.press("backspace")
        assert field.value == f"{tree}/"
        await pilot.press(*"age")
        assert name.placeholder == "", "a name that is half typed proposes nothing"
        await pilot.press("enter")
        assert field.value == f"{tree}/agenda.docx"
        assert name.placeholder == "agenda"
        assert isinstance(host.screen, ImportSession), "chosen, and not yet looked at"
        await pilot.press(*["backspace"] * len("agenda.docx"))
        await pilot.click("#files", offset=(4, 1))
        assert field.value == f"{tree}/Notes 2019/"
        await pilot.click("#files", offset=(4, 0))
        assert field.value == f"{tree}/Notes 2019/b.txt"
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(host.screen, ImportPreview))


async def test_a_new_session_and_one_that_is_there_are_never_both_filled(tree: Path) -> None:
    host = Host(tree.parent / "sessions")
    async with host.run_test(size=(80, 30)) as pilot:
        await pilot.pause()
        field, name, into = (
            host.screen.query_one(f"#{one}", PlainInput) for one in ("file", "name", "into")
        )
        field.value = f"{tree}/agenda.docx"
        into.value = "2027-11"
        await pilot.pause()
        assert (name.value, name.placeholder) == ("", "")
        name.value = "mine"
        await pilot.pause()
        assert into.value == ""
        into.value = "2027-11"
        await pilot.pause()
        assert name.value == ""
