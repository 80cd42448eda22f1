"""The command line as a whole: help with examples, exit codes, errors of one sentence."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from plenary_tui import __version__
from plenary_tui.cli import COMMANDS
from tests.commands.conftest import Desk


def test_the_help_names_every_command(desk: Desk) -> None:
    printed = desk.ok("--help")
    for command in COMMANDS:
        assert f"\n  {command} " in printed


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example(desk: Desk, name: str) -> None:
    printed = desk.ok(name, "--help")
    _, _, example = printed.partition("Example:")
    assert f"plenary {name}" in example


def test_the_version_is_said(desk: Desk) -> None:
    assert __version__ in desk.ok("--version")


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("frobnicate",), "frobnicate"),
        (("record",), "NAME"),
        (("record", "nowhere"), "nowhere"),
        (("replay", "demo", "--speed", "fast"), "fast"),
        (("replay", "demo", "--speed", "0"), "0"),
        (("export", "demo", "notes", "--frob"), "--frob"),
        (("--station", "Not A Slug", "record", "demo"), "Not A Slug"),
        (("record", "../demo"), "../demo"),
        (("search",), "WORDS"),
    ],
)
def test_wrong_use_exits_2_with_one_sentence(demo: Desk, args: tuple[str, ...], said: str) -> None:
    result = demo.run(*args)
    assert result.exit_code == 2
    assert said in result.stderr
    assert result.stderr.count("\n") == 1
    assert result.stdout == ""


def test_an_unambiguous_beginning_names_a_session(demo: Desk) -> None:
    demo.new("delta")
    assert demo.ok("record", "dem", typed="NV: hello\n").startswith("ok ")
    result = demo.run("record", "de", typed="NV: hello\n")
    assert result.exit_code == 2
    assert "delta" in result.stderr
    assert "demo" in result.stderr


def test_sessions_and_station_may_stand_before_or_after_the_command(
    desk: Desk, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    desk.ok("--sessions", other, "--station", "before", "new", "one", "--plan", desk.plan)
    desk.ok("new", "two", "--plan", desk.plan, "--sessions", other, "--station", "after")
    assert (other / "one" / "log" / "before.1.jsonl").exists()
    assert (other / "two" / "log" / "after.1.jsonl").exists()


def test_what_an_error_quotes_cannot_write_to_the_terminal(desk: Desk) -> None:
    result = desk.run("record", "a\x1b[31mb\nc")
    assert result.exit_code == 2
    assert "\x1b" not in result.stderr
    assert result.stderr.count("\n") == 1


def test_the_module_is_the_same_command(held: Desk) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "plenary_tui", "--version"], capture_output=True, text=True,
        env=held.env, timeout=60, check=True,
    )  # fmt: skip
    assert done.stdout.split()[-1] == __version__


def test_a_pipe_that_closes_is_no_traceback(held: Desk) -> None:
    process = held.start("export", "demo", "notes")
    assert process.stdin and process.stdout and process.stderr
    process.stdout.close()
    process.stdin.close()
    process.wait(20)
    err = process.stderr.read()
    process.stderr.close()
    assert err == ""


def test_output_is_utf_8_in_a_pipe_whatever_the_locale(demo: Desk) -> None:
    demo.ok("record", "demo", typed="NV: “été” – ok\n")
    done = subprocess.run(
        [sys.executable, "-m", "plenary_tui", "replay", "demo", "--plain"], capture_output=True,
        env={**demo.env, "PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"}, timeout=60, check=True,
    )  # fmt: skip
    assert "“été” – ok" in done.stdout.decode()
