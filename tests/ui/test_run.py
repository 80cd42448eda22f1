"""`plenary run` before there is a screen, and the first frame's rows."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from plenary_tui.cli import plenary
from plenary_tui.store.disk import RealDisk
from plenary_tui.ui.conducting.tail import read_tail
from plenary_tui.ui.terminal.crash import write_report
from tests.store.sessions import clock, new_session, record


def run(folder: Path, *args: str) -> tuple[int, str]:
    env = {"PLENARY_SESSIONS": str(folder), "PLENARY_STATION": "desk"}
    result = CliRunner(env=env).invoke(plenary, ["run", *args])
    return result.exit_code, result.output


def test_without_a_terminal_it_says_what_takes_lines_from_a_pipe(tmp_path: Path) -> None:
    new_session(tmp_path / "demo")
    code, said = run(tmp_path, "demo")
    assert (code, said.count("\n")) == (2, 1)
    assert "plenary record demo" in said


def test_a_session_that_is_not_there_is_said_before_the_screen_opens(tmp_path: Path) -> None:
    new_session(tmp_path / "demo")
    assert run(tmp_path, "nowhere")[0] == 2


def test_the_first_frame_shows_the_end_of_the_record_of_all_stations(tmp_path: Path) -> None:
    folder = new_session(tmp_path / "demo", "NV: the first")
    record(folder, "annex", ("KE: from the annex",))
    rows = read_tail(RealDisk(), folder, 2)
    assert [(row.who, row.text) for row in rows] == [
        ("NV", "the first"), ("KE", "from the annex"),
    ]  # fmt: skip


def test_sealed_words_and_spoilt_lines_do_not_stop_the_first_frame(tmp_path: Path) -> None:
    folder = new_session(tmp_path / "demo", "Private: a secret", "NV: said")
    log = next((folder / "log").glob("*.jsonl"))
    log.write_bytes(log.read_bytes() + b'\xff\xfe{"torn":\n[1]\n"x"\n{"id": 3}\n')
    rows = read_tail(RealDisk(), folder, 2)
    assert [row.text for row in rows] == ["words under seal", "said"]


def test_control_characters_are_cleaned_from_the_first_frame(tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    (folder / "log").mkdir(parents=True)
    what = {"kind": "intervention", "speaker": "N\x1b[2JV", "text": "a\x07\u202eb"}
    entry = {"id": "a-1", "at": "2018-06-19T10:31:00+00:00", "order": "1", "what": what}
    (folder / "log" / "a.1.jsonl").write_text(json.dumps(entry) + "\n", encoding="utf-8")
    (row,) = read_tail(RealDisk(), folder, 5)
    assert (row.who, row.text, row.time) == ("N\ufffdV", "a\ufffd\ufffdb", "10:31")


def test_a_crash_report_says_where_and_nobodys_words(tmp_path: Path) -> None:
    words = "said in camera"
    with pytest.raises(ValueError, match=words) as caught:
        raise ValueError(words)
    report = write_report(caught.value, clock()(), tmp_path)
    assert report is not None
    text = report.read_text(encoding="utf-8")
    assert "ValueError" in text
    assert "test_run.py" in text
    assert words not in text


def test_what_is_asked_of_a_new_session_does_not_fill_the_first_frame(tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    folder.mkdir()
    record(folder, "desk", ["Agenda 1: Opening", "? name the chair of WGM", "? name the Chair"])
    (row,) = read_tail(RealDisk(), folder, 5)
    assert "Opening" in row.text
    record(folder, "desk", ["Opened:", "NV: hello", "?missed"])
    assert "missed" in read_tail(RealDisk(), folder, 5)[-1].text
