"""The Meetings of the shipped sessions, whole, and what the program writes beside their logs.

Golden files and the sessions' record.txt and READ-ME.txt are renewed, not compared, by
`PLENARY_RENEW_GOLDEN=1 python -m pytest tests/sessions/test_golden.py`: read what changed before
it is committed.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from plenary_tui.store.session import Session
from plenary_tui.upkeep import write_documents

from .shipped import BOTH, RENEW, SESSIONS, pictured

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("name", BOTH)
def test_the_meeting_is_the_golden_one(name: str) -> None:
    golden = GOLDEN / f"{name}.json"
    seen = pictured(name)
    if RENEW:
        told = json.dumps(seen, ensure_ascii=False, indent=1)
        golden.write_text(told + "\n", "utf-8", newline="\n")
    assert json.loads(golden.read_text("utf-8")) == seen


@pytest.mark.parametrize("name", BOTH)
def test_the_readable_files_are_those_that_the_program_writes(name: str, tmp_path: Path) -> None:
    shutil.copytree(SESSIONS / name, tmp_path / name)
    write_documents(Session(tmp_path / name))
    for file in ("record.txt", "READ-ME.txt"):
        written = (tmp_path / name / file).read_bytes()
        if RENEW:
            (SESSIONS / name / file).write_bytes(written)
        assert (SESSIONS / name / file).read_bytes() == written
