"""`plenary replay --plain` and `plenary export`: what comes out of a record."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from tests.commands.conftest import Desk

SECRETS = ("can live with it", "was angry")


def _entry_with(desk: Desk, text: str) -> str:
    return next(
        entry.id for entry in desk.record().entries if text in getattr(entry.what, "text", "")
    )


def test_a_replay_has_a_line_an_entry_with_names_and_local_times(held: Desk) -> None:
    lines = held.ok("replay", "demo", "--plain").splitlines()
    assert "Training Intersessional" in lines[0]
    assert ", 3 Participants and 1 Observer, 2 agenda items, " in lines[0]
    assert "10:31 Novaria: proposes that the sub-team meets monthly" in lines
    assert "10:32 Novaria, proposal P1: The sub-team meets monthly." in lines
    assert "10:33 Trasonia, objection to P1: too often" in lines
    assert any(line.startswith("10:34 Refused, kept as typed: ") for line in lines)
    assert "10:46 Objection of Trasonia withdrawn" in lines
    assert "10:47 P1 adopted" in lines


def test_a_replay_applies_corrections_with_a_mark_and_leaves_out_what_was_taken_back(
    held: Desk,
) -> None:
    plain = held.ok("replay", "demo", "--plain")
    assert "10:52 Gem Dealers Association: welcomes the outcome [corrected]" in plain
    assert "slip of the tongue" not in plain
    everything = held.ok("replay", "demo", "--plain", "--all")
    assert "10:54 Trasonia: a slip of the tongue [taken back]" in everything


def test_sealed_words_are_in_no_replay(held: Desk) -> None:
    for args in ((), ("--all",)):
        printed = held.ok("replay", "demo", "--plain", *args)
        assert not [secret for secret in SECRETS if secret in printed]
        assert "Words under seal [in camera]" in printed


def test_a_replay_without_plain_says_so_and_is_plain(held: Desk) -> None:
    result = held.run("replay", "demo")
    assert result.exit_code == 0
    assert "needs a terminal" in result.stderr
    assert "10:31 Novaria" in result.stdout


def test_the_lines_of_one_room_alone(held: Desk) -> None:
    assert held.ok("replay", "demo", "--plain", "--room", "desk") == held.ok(
        "replay", "demo", "--plain"
    )
    refused = held.run("replay", "demo", "--plain", "--room", "attic")
    assert refused.exit_code == 2
    assert "Nothing was written at attic: choose desk." in refused.stderr


@pytest.mark.parametrize("until", ["2018-06-19T10:32", "2018-06-19 10:32", "10:32", "10h32"])
def test_until_a_time_shows_what_had_happened_by_then(held: Desk, until: str) -> None:
    printed = held.ok("replay", "demo", "--plain", "--until", until)
    assert "10:32 Novaria, proposal P1" in printed
    assert "objection" not in printed


def test_until_an_entry_includes_it(held: Desk) -> None:
    entry = _entry_with(held, "too often")
    printed = held.ok("replay", "demo", "--plain", "--until", entry)
    assert printed.splitlines()[-1] == "10:33 Trasonia, objection to P1: too often"


@pytest.mark.parametrize("until", ["yesterday", "desk-9999", "25:99"])
def test_an_until_that_is_no_moment_is_one_sentence(held: Desk, until: str) -> None:
    for command in (("replay", "demo", "--plain"), ("export", "demo", "data")):
        result = held.run(*command, "--until", until)
        assert result.exit_code == 2
        assert until in result.stderr
        assert result.stderr.count("\n") == 1


def test_speed_paces_the_replay(held: Desk) -> None:
    begun = time.monotonic()
    held.ok("replay", "demo", "--plain", "--speed", "7200", "--until", "2018-06-19T11:00")
    taken = time.monotonic() - begun
    assert taken >= 0.4, "an hour at 7,200 times its pace is half a second"


def test_observers_of_every_kind_are_counted_together(demo: Desk) -> None:
    demo.ok("record", "demo", typed="Delegation AMI: Miners; Independent Observer\n"
            "Delegation WK: Westkara; Applicant\n")  # fmt: skip
    head = demo.ok("replay", "demo", "--plain").partition("\n")[0]
    assert ", 3 Participants, 2 Observers and 1 Applicant, " in head


def test_control_characters_never_reach_the_terminal(demo: Desk) -> None:
    typed = "Opened: 10:00\nNV: a\x1b]0;title\x07b\x1b[31m\u202ec\x00\n"
    demo.ok("record", "demo", typed=typed)
    printed = demo.ok("replay", "demo", "--plain")
    assert "Novaria: a" in printed
    assert not set(printed) & {"\x1b", "\x07", "\x00", "\u202e", "\x9b"}


@pytest.mark.parametrize(
    ("kind", "form"),
    [
        ("notes", None), ("data", None), ("journal", "md"), ("journal", "txt"),
        ("decisions", "md"), ("decisions", "txt"), ("summary", "md"), ("summary", "txt"),
    ],
)  # fmt: skip
def test_each_export_has_the_decision_and_no_sealed_word(
    held: Desk, kind: str, form: str | None
) -> None:
    text = held.ok("export", "demo", kind, *(("--format", form) if form else ()))
    assert "sub-team" in text
    assert not [secret for secret in SECRETS if secret in text]
    assert "RESTRICTED" not in text


def test_data_is_the_meeting_as_it_stood(held: Desk) -> None:
    now = json.loads(held.ok("export", "demo", "data"))
    assert [one["state"] for one in now["decisions"]] == ["adopted"]
    then = json.loads(held.ok("export", "demo", "data", "--until", "2018-06-19T10:35"))
    assert [one["state"] for one in then["proposals"]] == ["proposed"]
    assert then["decisions"] == []
    assert [one["code"] for one in then["delegations"]] == ["AU", "GDA", "NV", "TR"]


@pytest.mark.parametrize("kind", ["notes", "data"])
def test_whole_is_headed_restricted_and_recorded(held: Desk, kind: str) -> None:
    text = held.ok("export", "demo", kind, "--whole")
    assert "can live with it" in text
    assert "RESTRICTED" in text[:400]
    last = held.record().entries[-1].what
    assert getattr(last, "act", "") == "exported_whole"
    assert kind in getattr(last, "text", "")


def test_notes_import_again_as_the_same_meeting(held: Desk, tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    held.ok("export", "demo", "notes", "--whole", "-o", file)
    held.ok("import", file, "--as", "again")
    one = json.loads(held.ok("export", "demo", "data"))
    two = json.loads(held.ok("export", "again", "data"))
    for part in ("meeting", "agenda", "delegations", "follow_ups", "events"):
        assert one[part] == two[part]
    assert [each["text"] for each in one["interventions"]] == [
        each["text"] for each in two["interventions"]
    ]


def test_the_target_gets_the_next_free_name_while_it_is_open(held: Desk, tmp_path: Path) -> None:
    target = tmp_path / "decisions.md"
    held.ok("export", "demo", "decisions", "-o", target)
    first = target.read_text(encoding="utf-8")
    (tmp_path / ".~lock.decisions.md#").touch()
    result = held.run("export", "demo", "summary", "-o", target)
    assert result.exit_code == 0
    assert "decisions (2).md" in result.stderr
    assert target.read_text(encoding="utf-8") == first
    assert "sub-team" in (tmp_path / "decisions (2).md").read_text(encoding="utf-8")
    held.ok("export", "demo", "summary", "-o", target)
    assert (tmp_path / "decisions (3).md").exists()


def test_an_export_replaces_an_old_one_and_leaves_nothing_beside_it(
    held: Desk, tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    target = folder / "data.json"
    target.write_text("old", encoding="utf-8")
    held.ok("export", "demo", "data", "-o", target)
    assert json.loads(target.read_text(encoding="utf-8"))["meeting"]
    assert [path.name for path in folder.iterdir()] == ["data.json"]


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("minutes",), "notes, data, journal, decisions, summary, communique, chairs-summary"),
        (("communique", "--whole"), "never holds sealed words"),
        (("summary", "--final"), "for communique and news only"),
        (("summary", "--format", "json"), "docx, md, html, txt"),
        (("summary", "-o", "summary.json"), "docx, md, html, txt"),
        (("notes", "--annotated"), "leave --annotated out"),
        (("notes", "--format", "json"), "txt"),
        (("data", "-o", "."), "folder"),
        (("summary", "-o", "x.pdf"), "pdf files cannot be written"),
        (("data", "-o", "no/such/folder/x.json"), "no/such/folder"),
    ],
)
def test_what_cannot_be_exported_is_one_sentence(
    held: Desk, args: tuple[str, ...], said: str
) -> None:
    result = held.run("export", "demo", *args)
    assert result.exit_code in (1, 2)
    assert said in result.stderr
    assert result.stderr.count("\n") == 1
    assert result.stdout == ""


def test_a_closed_session_has_its_readable_files_without_sealed_words(held: Desk) -> None:
    folder = held.folder / "demo"
    record = (folder / "record.txt").read_text(encoding="utf-8")
    about = (folder / "READ-ME.txt").read_text(encoding="utf-8")
    assert "The sub-team meets monthly." in record
    assert "Training Intersessional" in about
    assert not [secret for secret in SECRETS if secret in record + about]


def test_a_meeting_that_ends_without_a_sitting_has_them_too(desk: Desk) -> None:
    desk.ok("new", "paper")
    desk.ok("record", "paper", typed="Agreed: to meet in May\nMeeting closed:\n")
    assert "to meet in May" in (desk.folder / "paper" / "record.txt").read_text(encoding="utf-8")


def test_an_excerpt_holds_a_span_an_item_and_a_delegation_and_says_of_what(held: Desk) -> None:
    of = ("--from", "10:32", "--until", "10:40", "--delegation", "TR")
    written = held.ok("export", "demo", "summary", "--format", "txt", *of)
    assert "Excerpt: from 10:32 until 10:40; TR" in written
    assert "too often" in written and "welcomes the outcome" not in written
    told = json.loads(held.ok("export", "demo", "data", *of))
    assert [one["state"] for one in told["proposals"]] == ["proposed"]
    assert not told["interventions"]
    assert "# Excerpt: from 10:32" in held.ok("export", "demo", "notes", *of)


def test_an_excerpt_that_ends_early_imports_as_a_session_that_is_closed(
    held: Desk, tmp_path: Path
) -> None:
    whole = json.loads(held.ok("export", "demo", "data"))
    part = tmp_path / "part.txt"
    held.ok("export", "demo", "notes", "--from", "10:32", "--until", "10:40", "-o", part)
    held.ok("import", part, "--as", "part")
    assert "(excerpt: from 10:32 until 10:40)" in held.ok("list")
    told = json.loads(held.ok("export", "part", "data"))
    assert [(one["number"], one["state"]) for one in told["sittings"]] == [
        (one["number"], one["state"]) for one in whole["sittings"]
    ]


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        (("decisions", "--item", "1"), "are for summary, notes, data only"),
        (("summary", "--item", "99"), "no item 99"),
        (("notes", "--delegation", "XX"), "Nothing here"),
    ],
)  # fmt: skip
def test_an_excerpt_that_cannot_be_is_one_sentence(
    held: Desk, asked: tuple[str, ...], why: str
) -> None:
    result = held.run("export", "demo", *asked)
    assert result.exit_code == 2 and why in result.stderr
