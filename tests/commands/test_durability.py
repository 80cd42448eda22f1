"""The real `plenary record`: what it acknowledged is on disk, whatever happens to it."""

from __future__ import annotations

import errno
import os
import random
import resource
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.commands.conftest import Desk

WATCH = r'''
"""Log every write, every sync and every opened file of this process."""
import os
_log = os.open(os.environ["SYSCALLS"], os.O_WRONLY | os.O_CREAT | os.O_APPEND)
_names = {1: "stdout"}
_open, _write, _fsync, _fdatasync = os.open, os.write, os.fsync, os.fdatasync

def _note(text):
    _write(_log, (text + "\n").encode())

def open_(path, *args, **kwargs):
    handle = _open(path, *args, **kwargs)
    _names[handle] = os.fspath(path)
    return handle

def write(handle, data):
    _note("write " + _names.get(handle, "?"))
    return _write(handle, data)

def fsync(handle):
    _fsync(handle)
    _note("sync " + _names.get(handle, "?"))

def fdatasync(handle):
    _fdatasync(handle)
    _note("sync " + _names.get(handle, "?"))

os.open, os.write, os.fsync, os.fdatasync = open_, write, fsync, fdatasync

import sys

class Watched:
    def __init__(self, stream):
        self.stream = stream
    def write(self, text):
        for line in text.splitlines():
            _note("say " + line)
        return self.stream.write(text)
    def __getattr__(self, name):
        return getattr(self.stream, name)

sys.stdout = Watched(sys.stdout)
'''


def test_between_a_write_and_its_answer_there_is_a_sync(demo: Desk, tmp_path: Path) -> None:
    hook = tmp_path / "hook"
    hook.mkdir()
    (hook / "sitecustomize.py").write_text(WATCH, encoding="utf-8")
    calls = tmp_path / "calls"
    path = os.pathsep.join((str(hook), demo.env["PYTHONPATH"]))
    process = demo.start("record", "demo", env={"PYTHONPATH": path, "SYSCALLS": str(calls)})
    lines = "Opened: 10:00\nNV: one\nTR: two\nPrivate: three\n"
    out, err = process.communicate(lines, timeout=30)
    assert process.returncode == 0, err
    assert out.count("ok desk-") == 4
    answers = 0
    pending: set[str] = set()
    synced: set[str] = set()
    for call in calls.read_text(encoding="utf-8").splitlines():
        what, _, name = call.partition(" ")
        if what == "say" and name.startswith("ok "):
            answers += 1
            assert not pending, f"{name!r} was said before {pending} was durable"
            assert any("/log/desk." in one for one in synced), f"nothing was written for {name!r}"
            synced = set()
        elif what == "write" and ("/log/" in name or "/sealed/" in name):
            pending.add(name)
        elif what == "sync" and name in pending:
            pending.discard(name)
            synced.add(name)
    assert answers == 4


def test_kill_9_loses_nothing_that_was_acknowledged(demo: Desk) -> None:
    chance = random.Random(7)
    acknowledged: dict[str, str] = {}
    for trial in range(8):
        process = demo.start("record", "demo")
        assert process.stdin and process.stdout and process.stderr
        lines = [f"NV: trial {trial} line {number}" for number in range(400)]
        process.stdin.write("\n".join(lines) + "\n")
        process.stdin.flush()
        answers = [process.stdout.readline()]
        deadline = time.monotonic() + chance.uniform(0.0, 0.15)
        while (left := deadline - time.monotonic()) > 0:
            if select.select([process.stdout], [], [], left)[0]:
                answers.append(process.stdout.readline())
        process.kill()
        answers += process.stdout.readlines()
        process.wait()
        for stream in (process.stdin, process.stdout, process.stderr):
            _close(stream)
        # A line without its end was not read by anybody as an acknowledgement.
        whole = [answer for answer in answers if answer.endswith("\n")]
        for line, answer in zip(lines, whole, strict=False):
            acknowledged[answer.split()[1].rstrip(":")] = line.removeprefix("NV: ")
    assert len(acknowledged) > 20  # a busy machine answers fewer
    record = demo.record()
    kept = {entry.id: getattr(entry.what, "text", "") for entry in record.entries}
    assert acknowledged.items() <= kept.items()
    said = [text for text in kept.values() if text.startswith("trial")]
    assert len(said) == len(set(said)), "a line was recorded twice"
    assert demo.run("verify", "demo").exit_code == 0
    assert demo.ok("record", "demo", typed="NV: goes on\n").startswith("ok ")


def _close(stream: object) -> None:
    try:
        stream.close()  # type: ignore[attr-defined]
    except OSError as error:  # what was not read by the killed process cannot be flushed
        assert error.errno == errno.EPIPE


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_a_signal_ends_it_with_its_number_and_keeps_what_was_acknowledged(
    demo: Desk, name: str
) -> None:
    signum = getattr(signal, name)
    process = demo.start("record", "demo")
    assert process.stdin and process.stdout and process.stderr
    process.stdin.write("NV: one\n")
    process.stdin.flush()
    answer = process.stdout.readline()
    process.send_signal(signum)
    assert process.wait(20) == 128 + signum
    err = process.stderr.read()
    assert name in err
    assert "Traceback" not in err
    for stream in (process.stdin, process.stdout, process.stderr):
        stream.close()
    assert demo.record().entry(answer.split()[1].rstrip(":\n")) is not None


def test_a_disk_that_fills_up_is_said_at_once_and_gives_the_lines_back(demo: Desk) -> None:
    log = demo.folder / "demo" / "log" / "desk.1.jsonl"
    most = log.stat().st_size + 900

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

    process = subprocess.Popen(
        [*_command(), "record", "demo"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, text=True, env=demo.env, preexec_fn=limit,
    )  # fmt: skip
    lines = [f"NV: line {number} {'x' * 100}" for number in range(6)]
    out, err = process.communicate("\n".join(lines) + "\n", timeout=30)
    assert process.returncode == 1
    done = out.count("ok desk-")
    assert 0 < done < 6
    assert "Traceback" not in err
    assert err.count("Trying again") == 1
    given_back = [line for line in err.splitlines() if line.startswith("NV: ")]
    assert given_back == lines[done:]
    kept = [getattr(entry.what, "text", "") for entry in demo.record().entries]
    assert [text for text in kept if text.startswith("line")] == [
        line.removeprefix("NV: ") for line in lines[:done]
    ]
    again = demo.ok("record", "demo", typed="\n".join(given_back) + "\n")
    assert again.count("ok desk-") == len(given_back)
    assert demo.run("verify", "demo").exit_code == 0


def test_a_disk_that_recovers_gets_the_line(demo: Desk) -> None:
    log = demo.folder / "demo" / "log" / "desk.1.jsonl"
    most = log.stat().st_size + 100

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))

    process = subprocess.Popen(
        [*_command(), "record", "demo"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, text=True, env=demo.env, preexec_fn=limit,
    )  # fmt: skip
    assert process.stdin and process.stdout and process.stderr
    process.stdin.write(f"NV: {'x' * 300}\n")
    process.stdin.flush()
    assert "Trying again" in process.stderr.readline()
    unlimited = (resource.RLIM_INFINITY, resource.RLIM_INFINITY)
    resource.prlimit(process.pid, resource.RLIMIT_FSIZE, unlimited)
    out, err = process.communicate(timeout=30)
    assert process.returncode == 0, err
    assert out.startswith("ok desk-")
    texts = [getattr(entry.what, "text", "") for entry in demo.record().entries]
    assert texts.count("x" * 300) == 1


def test_a_reader_that_goes_away_is_no_traceback(demo: Desk) -> None:
    process = demo.start("record", "demo")
    assert process.stdin and process.stdout and process.stderr
    process.stdout.close()
    process.stdin.write("NV: one\nTR: two\n")
    process.stdin.close()
    assert process.wait(20) == 1
    err = process.stderr.read()
    process.stderr.close()
    assert "Traceback" not in err
    assert "recorded up to desk-" in err


def _command() -> list[str]:
    return [sys.executable, "-m", "plenary_tui"]
