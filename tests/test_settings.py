"""The settings file: what it says, what is said of a wrong one, and how it is changed."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from plenary_tui.cli import plenary
from plenary_tui.errors import DoesNotHold, StoreError
from plenary_tui.preferences import Preferences, read, settings_path, understood
from plenary_tui.preferences.reading import CLASSES, TABLES, VARIABLE
from plenary_tui.preferences.values import READERS, seconds, spelt
from plenary_tui.preferences.writing import change
from plenary_tui.record.clean import clean_line
from plenary_tui.settings import Settings
from plenary_tui.ui.actions.keymap import Keymap, documented_settings, is_fixed, keymap

FILE = Path("/person/settings.toml")
WHOLE = """
theme = "light"
mouse = false
time_format = "24h short"
kitty_keys = true
second_folder = "/media/stick"
share = "~/shared"
house_template = "~/office.dotx"
[limits]
participant = "3 min"
Independent-Observer = 90
observer = "1 min 30 s"
guest = "none"
warning = "45 s"
[abbreviations]
wc = "welcomed"
[keys]
gavel = "^K"
"""


def test_every_setting_is_read() -> None:
    found = understood(FILE, WHOLE.encode())
    assert found.troubles == ()
    assert (found.theme, found.mouse, found.time_format) == ("light", False, "24h short")
    assert found.kitty_keys
    assert found.second_folder == Path("/media/stick")
    assert found.share == Path.home() / "shared"
    assert found.house_template == Path.home() / "office.dotx"
    assert found.limits == {"participant": 180, "independent observer": 90, "observer": 90}
    assert found.warning == 45
    assert found.abbreviations == {"wc": "welcomed"}
    assert found.keys == {"gavel": "^K"}


def test_without_a_file_everything_stands_at_its_default(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    assert read(path) == Preferences(path=path)
    path.write_bytes(b"\n")
    assert read(path) == Preferences(path=path)


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ('tehme = "dark"', 1, "there is no setting “tehme”: the nearest is theme"),
        ("zzz = 1", 1, "there is no setting “zzz”: take theme, mouse, "),
        ('mouse = true\ntheme = "drak"', 2, "theme cannot be “drak”: take dark, light or plain"),
        ('house_template = "/x.pdf"', 1, "write the path of a Word file"),
        ("mouse = 1", 1, "mouse cannot be “1”: take true or false"),
        ('time_format = "24"', 1, "take 24h, 24h short or 12h"),
        ("theme = [1]", 1, "theme cannot be a list"),
        ("theme.x = 1", 1, "theme cannot be a table"),
        ("theme = 1979-05-27", 1, "theme cannot be a date"),
        ("theme = nan", 1, "take dark, light or plain"),
        ('share = "here"', 1, "share cannot be “here”: write the whole path"),
        ('share = "/a\\u0000b"', 1, "write the path of a folder"),
        ("keys = 3", 1, "keys is a part of its own: write [keys]"),
        ("\n[limits]\npartcipant = 3", 3, "“partcipant”: the nearest is participant"),
        ('[limits]\nobserver = "2 minits"', 2, "observer cannot be “2 minits”: take seconds"),
        ("[limits]\nobserver = -1", 2, "observer cannot be “-1”"),
        ("[limits]\nobserver = true", 2, "observer cannot be true"),
        ('[abbreviations]\n"w c" = "x"', 2, "“w c” is no abbreviation"),
        ('[abbreviations]\nwc = ""', 2, "write the words that it stands for"),
        ("[keys]\ngavel = 3", 2, "gavel cannot be “3”: write a key"),
        ('keys.gravel = "f6"', 1, "there is no action “gravel”: the nearest is gavel"),
        ('[keys]\n\n"gavel" = "ctrl+h"', 3, "a terminal sends it for Backspace"),
        ('keys = { gavel = "f13" }', 1, "f13 is no key that terminals send"),
        ("mouse = true\ntheme dark", 2, "“theme dark” is no TOML (expected '='"),
        ("a = 1\na = 2", 2, "“a = 2” is no TOML (cannot overwrite a value)"),
        ('theme = "dark', 1, "is no TOML"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_with_its_line_and_what_to_write(
    text: str, line: int, said: str
) -> None:
    found = understood(FILE, text.encode())
    (trouble,) = (*found.troubles, *keymap(found).troubles)
    assert trouble.startswith(f"{FILE}, line {line}: ")
    assert said in trouble
    assert trouble.endswith(".")


@pytest.mark.parametrize("data", [b"\xff\xfe", b"x = " + b"[" * 5000, b"x = " + b"1" * 9999])
def test_a_file_that_is_no_text_or_too_much_is_said_in_one_sentence(data: bytes) -> None:
    (trouble,) = understood(FILE, data).troubles
    assert trouble.startswith(str(FILE))


def test_what_is_right_holds_beside_what_is_wrong() -> None:
    found = understood(FILE, WHOLE.replace('"light"', '"lihgt"').encode())
    assert len(found.troubles) == 1
    assert (found.theme, found.mouse, found.warning) == ("dark", False, 45)


def test_a_folder_or_a_pipe_in_place_of_the_file_keeps_nobody_out(tmp_path: Path) -> None:

    assert "cannot be read" in read(tmp_path).troubles[0]
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert read(pipe).theme == "dark"


WORDS = st.sampled_from((
    *READERS, *TABLES, *CLASSES, "warning", "gavel", "next", "help", "wc", "w c", "\x1b[31m", "ß",
    "ctrl+g", "^N", "f6", "escape", "dark", "3 min", "~x", "/", "\\u0000", "\u202e", "",
))  # fmt: skip
VALUES = st.recursive(
    st.one_of(
        WORDS.map(lambda word: '"' + word.replace("\x1b", "\\u001b") + '"'),
        st.sampled_from(("true", "1", "-1", "1e9", "nan", "inf", "07:00:00", "9" * 30)),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=2).map(lambda many: f"[{', '.join(many)}]"),
        st.tuples(WORDS, inner).map(lambda pair: f"{{ '{pair[0]}' = {pair[1]} }}"),
    ),
    max_leaves=3,
)
LINES = st.one_of(
    st.tuples(WORDS, VALUES).map(lambda pair: f"'{pair[0]}' = {pair[1]}"),
    st.tuples(WORDS, WORDS, VALUES).map(lambda many: f"{many[0]}.'{many[1]}' = {many[2]}"),
    WORDS.map(lambda word: f"[{word}]"),
    st.text(max_size=20),
)


@given(text=st.one_of(st.lists(LINES, max_size=8).map("\n".join), st.text()))
def test_any_text_gives_preferences_or_sentences(text: str) -> None:
    data = text.encode("utf-8", "surrogatepass")
    found = understood(FILE, data)
    keys = keymap(found)
    troubles = (*found.troubles, *keys.troubles)
    for trouble in troubles:
        assert clean_line(trouble) == trouble
        assert len(trouble) < 400
        assert re.match(rf"{FILE}(, line \d+)?: .*\.$", trouble)
    try:
        values = tomllib.loads(text.replace("\r\n", "\n"))
    except ValueError:
        assert len(troubles) == (1 if data.strip() else 0)
        return
    wrong = sum(1 for key in values if key not in (*READERS, *TABLES))
    assert len(troubles) >= wrong


@given(st.integers(0, 86_399))
def test_a_time_reads_as_it_is_spelt(time: int) -> None:
    assert seconds(spelt(time)) == time


def test_the_file_that_is_written_first_explains_every_setting_and_holds_as_it_is() -> None:
    text = documented_settings()
    assert tomllib.loads(text) == {table: {} for table in TABLES}
    on = "\n".join(re.sub(r'^# (["a-z_ ]+ = )', r"\1", line) for line in text.splitlines())
    values = tomllib.loads(on)
    found = understood(FILE, on.encode())
    assert (*found.troubles, *keymap(found).troubles) == ()
    assert set(values) == {*READERS, *TABLES}
    assert set(values["limits"]) == {*CLASSES, "warning"}
    assert all(values["keys"][one.id] == one.key for one in Keymap().actions.values()
               if not is_fixed(one))  # fmt: skip
    assert (found.theme, found.mouse, found.time_format, found.warning) == ("dark", True, "24h", 30)


MINE = """# mine
mouse = false   # my terminal selects
# about the colours
theme = "dark"

[keys]
# my gavel
gavel = "f6"
"""


def test_a_change_keeps_comments_and_order(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(MINE)
    change(path, {("theme",): "light", ("keys", "gavel"): "f7", ("limits", "guest"): "5 min"}, "")
    changed = MINE.replace('"dark"', '"light"').replace('"f6"', '"f7"')
    assert path.read_text().startswith(changed)
    assert read(path).limits == {"guest": 300}
    change(path, {("limits", "guest"): None, ("mouse",): True}, "")
    assert path.read_text().startswith(changed.replace("mouse = false ", "mouse = true "))
    assert read(path).limits == {}


def test_a_setting_is_written_where_the_file_explains_it(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "settings.toml"
    fresh = documented_settings()
    change(path, {("theme",): "light", ("keys", "gavel"): "alt+g"}, fresh)
    expected = fresh.replace('# theme = "dark"', 'theme = "light"').replace(
        '# gavel = "ctrl+g"', 'gavel = "alt+g"'
    )
    assert path.read_text() == expected


@pytest.mark.parametrize(
    ("text", "said"),
    [("theme dark", "line 1.*mend that in an editor"), ("keys = 3", "keys.gavel can only be")],
)
def test_a_file_that_is_broken_is_left_as_it_is(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(text)
    with pytest.raises(DoesNotHold, match=said):
        change(path, {("keys", "gavel"): "f6"}, "")
    assert path.read_text() == text


def test_a_disk_that_refuses_is_said_and_nothing_changed(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml" / "there is a file above it"
    path.parent.write_text("")
    with pytest.raises(StoreError, match=r"cannot be written .*nothing is changed"):
        change(path, {("theme",): "light"}, "")


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(MINE)
    link = tmp_path / "settings.toml"
    link.symlink_to(tmp_path / "mine.toml")
    change(link, {("theme",): "light"}, "")
    assert link.is_symlink()
    assert read(tmp_path / "mine.toml").theme == "light"


@given(
    st.dictionaries(
        st.sampled_from((("theme",), ("share",), ("abbreviations", "wc"), ("limits", "other"))),
        st.text(st.characters(exclude_categories=["C"]), max_size=10), min_size=1,
    ),
    st.sampled_from((
        MINE, "", documented_settings(), "limits.other = 1\n", "abbreviations = { a = 'b' }\n"
    )),
)  # fmt: skip
def test_what_is_changed_is_what_stands_there_and_nothing_else(
    tmp_path_factory: pytest.TempPathFactory,
    changes: dict[tuple[str, ...], str], text: str,
) -> None:  # fmt: skip
    path = tmp_path_factory.mktemp("change") / "settings.toml"
    path.write_text(text)
    change(path, changes, "")
    before, after = tomllib.loads(text), tomllib.loads(path.read_text())
    for (first, *rest), value in changes.items():
        assert (after[first][rest[0]] if rest else after[first]) == value
        for values in (before, after):
            (values.get(first, {}) if rest else values).pop(rest[0] if rest else first, None)
    assert {key: value for key, value in after.items() if value != {}} == {
        key: value for key, value in before.items() if value != {}
    }


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where this person's settings lie; there are none yet."""
    path = tmp_path / "settings.toml"
    monkeypatch.setenv(VARIABLE, str(path))
    return path


def test_the_command_says_where_the_file_is_and_whether_it_holds(file: Path) -> None:
    run = CliRunner().invoke
    none = run(plenary, ["settings"])
    assert none.exit_code == 0
    assert str(file) in none.stdout
    assert "There is no such file" in none.stdout
    assert run(plenary, ["settings", "--write"]).exit_code == 0
    assert file.read_text() == documented_settings()
    again = run(plenary, ["settings", "--write"])
    assert (again.exit_code, "exists already" in again.stderr) == (1, True)
    assert "It holds." in run(plenary, ["settings"]).stdout
    file.write_text('theme = "drak"\n[keys]\ngavel = "ctrl+h"\n')
    wrong = run(plenary, ["settings"])
    assert wrong.exit_code == 1
    assert "line 1: theme cannot be “drak”" in wrong.stderr
    assert "line 3: ctrl+h cannot be" in wrong.stderr


def test_the_file_is_the_persons_own_without_a_variable(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv(VARIABLE)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert settings_path().parts[-2:] == ("plenary", "settings.toml")
    assert Settings().preferences.path == settings_path()


def test_reading_it_loads_little(file: Path) -> None:
    file.write_text(WHOLE)
    code = (
        "import sys\nfrom plenary_tui.settings import Settings\n"
        "from plenary_tui.ui.actions.keymap import keymap\n"
        "keymap(Settings().preferences)\n"
        "heavy = {'pydantic', 'tomlkit', 'rapidfuzz', 'difflib', 'textual', 'rich'}\n"
        "print(sorted(heavy & set(sys.modules)), 'plenary_tui.record.kinds' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[] False"
