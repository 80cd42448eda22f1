"""Two of Textual's defects that are designed around before it is loaded."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ASK = "import plenary_tui.ui.app; from textual import constants; print(constants.DISABLE_KITTY_KEY)"


@pytest.mark.parametrize(("setting", "off"), [(None, "True"), ("1", "True"), ("0", "False")])
def test_the_kitty_protocol_which_loses_altgr_is_off_unless_asked_for(
    setting: str | None, off: str
) -> None:
    env = {name: value for name, value in os.environ.items() if "KITTY" not in name}
    if setting is not None:
        env["TEXTUAL_DISABLE_KITTY_KEY"] = setting
    asked = subprocess.run(
        [sys.executable, "-c", ASK], env=env, cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert asked.stdout.strip() == off


def test_the_syntax_extra_which_crashes_is_never_installed() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert "textual==8.2.8" in project["dependencies"]
    constrained = (ROOT / "constraints.txt").read_text("utf-8")
    assert "tree-sitter" not in constrained
