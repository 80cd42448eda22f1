"""A folder of sessions, and the command line on it: in this process, or as a real one."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from plenary_tui.cli import plenary
from plenary_tui.record.history import Record
from plenary_tui.store.session import Session

ROOT = Path(__file__).parents[2]

PLAN = """\
title = "Training Intersessional"
kind = "intersessional"
dates = "2018-06-19/2018-06-20"
zone = "Europe/Brussels"
numbers = "TR/{year}/{n}"
chair = "AU"
[[delegation]]
code = "AU"
names = ["Aurelia"]
status = "Participant"
[[delegation]]
code = "NV"
names = ["Novaria", "Republic of Novaria"]
status = "Participant"
[[delegation]]
code = "TR"
names = ["Trasonia"]
status = "Participant"
[[delegation]]
code = "GDA"
names = ["Gem Dealers Association"]
status = "Observer"
[[body]]
code = "WGM"
name = "Working Group on Mines"
chair = "NV"
[[agenda]]
number = "1"
title = "Opening"
[[agenda]]
number = "4.2"
title = "Mines"
body = "WGM"
"""


@dataclass
class Desk:
    """The command line of one station on one folder of sessions."""

    folder: Path
    plan: Path
    station: str = "desk"

    @property
    def env(self) -> dict[str, str]:
        """The environment of a real process."""
        return {
            **os.environ,
            "PLENARY_SESSIONS": str(self.folder),
            "PLENARY_STATION": self.station,
            "PYTHONPATH": str(ROOT),
            "XDG_DATA_HOME": str(self.folder.parent / "home"),
        }

    def run(self, *args: str | Path, typed: str | bytes = b"") -> Result:
        """Run a command in this process."""
        keys = ("PLENARY_SESSIONS", "PLENARY_STATION", "XDG_DATA_HOME")
        env = {key: self.env[key] for key in keys}
        return CliRunner(env=env).invoke(plenary, [str(arg) for arg in args], input=typed)

    def ok(self, *args: str | Path, typed: str | bytes = b"") -> str:
        """Run a command that has to succeed, and return what it printed."""
        result = self.run(*args, typed=typed)
        assert result.exit_code == 0, result.output
        return result.stdout

    def start(self, *args: str | Path, env: dict[str, str] | None = None) -> subprocess.Popen[str]:
        """Start a real process with pipes."""
        return subprocess.Popen(
            [sys.executable, "-m", "plenary_tui", *map(str, args)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            text=True, encoding="utf-8", env={**self.env, **(env or {})}, cwd=self.folder.parent,
        )  # fmt: skip

    def record(self, name: str = "demo") -> Record:
        """Return a session's record as it is on disk."""
        return Session(self.folder / name).record

    def new(self, name: str = "demo") -> None:
        """Make a session from the training plan."""
        self.ok("new", name, "--plan", self.plan)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A station with no session yet."""
    plan = tmp_path / "plan.toml"
    plan.write_text(PLAN, encoding="utf-8")
    return Desk(tmp_path / "sessions", plan)


@pytest.fixture
def demo(desk: Desk) -> Desk:
    """A station with the session `demo`."""
    desk.new()
    return desk


@pytest.fixture
def held(demo: Desk) -> Desk:
    """A station whose session `demo` has held a sitting."""
    demo.ok("record", "demo", typed=SITTING)
    return demo


SITTING = """\
Date: 2018-06-19
Sitting: WGM, Room 2
Opened: 10:00
Item 4.2
10:31 NV: proposes that the sub-team
    meets monthly
10:32 Proposal NV: The sub-team meets monthly.
10:33 Objection TR: too often
10:34 Adopted:
10:40 In camera:
10:41 TR: can live with it if the word stays here
10:45 Open session:
10:46 Objection withdrawn TR
10:47 Adopted:
10:50 Action WGM: write the terms of reference by 2018-09-15
10:51 Private: TR was angry
10:52 GDA: welcomes the outcom
s/outcom/outcome/
10:54 TR: a slip of the tongue
undo
11:00 Closed:
"""

Runner = Callable[..., Result]
