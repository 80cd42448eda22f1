"""A person's keys: checked against every screen, and then the same wherever keys are shown."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plenary_tui.preferences import Preferences, read
from plenary_tui.preferences.reading import VARIABLE
from plenary_tui.ui.actions import SCREENS, checked
from plenary_tui.ui.actions.keymap import Keymap, is_fixed, keymap, plain_key, why_refused
from plenary_tui.ui.screens.help import HelpScreen
from plenary_tui.ui.screens.room import RoomScreen
from tests.store.sessions import new_session
from tests.ui.stage import app_on, room_of, settled
from tests.ui.test_jump import shown

USUAL = Keymap().actions


def changed(**keys: str) -> Keymap:
    return keymap(Preferences(keys=keys))


def key_of(keys: Keymap, screen: str, action: str) -> str:
    return next(one.key for one in keys.screens[screen] if one.id == action)


@pytest.mark.parametrize("written", ["alt+k", "Alt-K", "ALT + k", "alt-k"])
def test_a_key_is_understood_however_people_write_it(written: str) -> None:
    assert changed(gavel=written).keys == {"gavel": "alt+k"}


def test_a_caret_is_ctrl() -> None:
    assert plain_key("^K") == plain_key("Ctrl-K") == "ctrl+k"


def test_two_actions_can_change_places() -> None:
    keys = changed(gavel="ctrl+n", next="ctrl+g")
    assert keys.troubles == ()
    assert key_of(keys, "room", "gavel") == "ctrl+n"
    assert key_of(keys, "room", "next") == "ctrl+g"


def test_an_action_of_two_screens_changes_in_both_and_is_checked_in_both() -> None:
    keys = changed(help="alt+h")
    assert {key_of(keys, screen, "help") for screen in ("room", "library")} == {"alt+h"}
    (trouble,) = changed(help="f5").troubles  # it reads the library again
    assert re.search("f5 is the key of “.*” already: choose another one for “help”", trouble)


def test_of_two_on_one_key_the_one_that_was_set_yields_else_the_later_one() -> None:
    keys = changed(gavel="ctrl+n")
    assert keys.keys == {}
    assert "“next” already: choose another one for “gavel”" in keys.troubles[0]
    keys = changed(gavel="alt+z", undo="alt+z")
    assert keys.keys == {"gavel": "alt+z"}
    assert "“gavel” already: choose another one for “take back”" in keys.troubles[0]


def test_a_change_that_rests_on_a_refused_one_is_refused_too() -> None:
    keys = changed(gavel="ctrl+n", next="ctrl+h")
    assert keys.keys == {}
    assert len(keys.troubles) == 2


@pytest.mark.parametrize(
    ("action", "key", "why"),
    [
        ("gravel", "f6", "the nearest is gavel"), ("submit", "f6", "“records” is always Enter"),
        ("gavel", "ctrl+h", "Backspace"), ("gavel", "ctrl+e", "the editor needs it"),
        ("gavel", "escape", "its own meaning"), ("gavel", "pageup", "its own meaning"),
        ("gavel", "", "no key that terminals send"), ("gavel", "x", "it is typed"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_with_the_reason(action: str, key: str, why: str) -> None:
    assert why in why_refused(Preferences(), action, key)


def test_a_key_is_refused_beside_the_keys_that_hold_and_given_back_with_them() -> None:
    mine = Preferences(keys={"gavel": "alt+z"})
    assert "is the key of “gavel” already" in why_refused(mine, "next", "alt+z")
    assert why_refused(mine, "next", "ctrl+g") == ""
    assert why_refused(mine, "gavel", "ctrl+g") == ""


def test_what_the_app_takes_before_every_screen_is_checked_on_every_screen() -> None:
    (trouble,) = changed(check="alt+k", quit="f3", draft="alt+z").troubles  # of the worklist
    assert "“note” already: choose another one for “leave”" in trouble


@given(
    st.dictionaries(
        st.sampled_from(sorted(USUAL)),
        st.sampled_from([one.key for one in USUAL.values()] + ["alt+z", "f6", "ctrl+k", "x", "^N"]),
        max_size=6,
    )
)
def test_whatever_is_set_every_action_has_a_key_of_its_own(wanted: dict[str, str]) -> None:
    keys = keymap(Preferences(keys=wanted))
    for name, actions in keys.screens.items():
        assert [one.id for one in checked(actions)] == [one.id for one in SCREENS[name]]
        assert all(one.key == keys.keys.get(one.id, USUAL[one.id].key) for one in actions)
    refused = {one for one, key in wanted.items()
               if plain_key(key) != USUAL[one].key and one not in keys.keys}  # fmt: skip
    assert len(keys.troubles) == len(refused)


def test_the_usual_keys_of_an_action_are_the_same_on_every_screen() -> None:
    for actions in SCREENS.values():
        for one in actions:
            assert is_fixed(one) or one.key == USUAL[one.id].key


async def test_the_keys_work_in_the_room_and_stand_in_footer_palette_and_help(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(
        '[keys]\ngavel = "alt+k"\nhelp = "alt+h"\nnext = "ctrl+g"\ncommands = "alt+z"\n'
    )
    monkeypatch.setenv(VARIABLE, str(file))
    app = app_on(new_session(tmp_path / "demo", "q+ NV, OS"))
    async with app.run_test(size=(120, 60)) as pilot:
        room = room_of(pilot)
        await settled(pilot, lambda: room.view.entries > 0)
        assert not room.has_class("-alarmed")
        for text in ("Alt-K gavel", "Alt-H help", "^G next", "Alt-Z commands"):
            assert text in shown(pilot)[-1]
        await pilot.press("alt+k")
        await settled(pilot, lambda: room.menu.display)
        await pilot.press("escape", "ctrl+g")
        await settled(pilot, lambda: room.capture.text.startswith("NV: "))
        await pilot.press("alt+h")
        await settled(pilot, lambda: isinstance(app.screen, HelpScreen))
        await settled(pilot, lambda: any("Alt-K  gavel" in line for line in shown(pilot)))
        await pilot.press("escape", "ctrl+p")
        assert isinstance(app.screen, RoomScreen)
        await pilot.press("alt+z")
        await settled(pilot, lambda: any("Alt-K · Procedure" in line for line in shown(pilot)))
        app.flush()


async def test_what_is_wrong_is_said_in_the_room_and_the_rest_holds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('theme = "light"\nmouse = 1\n[keys]\ngavel = "ctrl+h"\n')
    monkeypatch.setenv(VARIABLE, str(file))
    app = app_on(new_session(tmp_path / "demo"))
    async with app.run_test(size=(120, 40)) as pilot:
        room = room_of(pilot)
        await settled(pilot, lambda: room.view.entries > 0)
        told = " ".join(" ".join(shown(pilot)).split())
        assert "line 2: mouse cannot be “1”: take true or false." in told
        assert "`plenary settings` says what else (1)" in told
        assert app.theme == "plenary-light"
        await pilot.press("ctrl+g")
        await settled(pilot, lambda: room.menu.display)
        await pilot.press("escape", "escape")
        await settled(pilot, lambda: not room.has_class("-alarmed"))
        app.flush()


def test_a_footer_of_long_keys_is_set_closer_and_leaves_out_what_has_no_room() -> None:
    from plenary_tui.ui.panels import that_fit

    keys = [one for one in changed(gavel="alt+k", help="alt+h").screens["room"] if one.footer]
    assert that_fit(keys, 200) == (keys, "  ")
    assert that_fit(keys, 78) == (keys, " ")
    for width in (40, 60, 78):
        some, gap = that_fit(keys, width)
        shown = gap.join(f"{one.shown_key} {one.label}" for one in some)
        assert 0 < len(shown) <= width


async def test_reading_the_file_again_changes_nothing_that_it_does_not_say(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """^T changes the theme for this run; another setting does not put it back."""
    file = tmp_path / "settings.toml"
    monkeypatch.setenv(VARIABLE, str(file))
    app = app_on(new_session(tmp_path / "demo"))
    async with app.run_test(size=(80, 24)) as pilot:
        room_of(pilot)
        await pilot.press("ctrl+t")
        assert app.theme == "plenary-light"
        file.write_text("mouse = false\n")
        app.take_preferences(read(file))
        assert app.theme == "plenary-light"
        app.flush()
