"""`plenary review`, `extract`, `correct` and the corrigendum: the review at the prompt."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from plenary_tui.documents.word.lint import lint
from plenary_tui.record.kinds import Provenance, Unread

from .conftest import Desk


@pytest.fixture
def out(held: Desk) -> Desk:
    """A session of which version 1 was issued."""
    held.ok("issue", "demo", "--symbol", "TI/L.1")
    return held


def first(desk: Desk, words: str) -> str:
    """Return the id of the entry that holds words."""
    return next(
        one.id for one in desk.record().entries if words in str(getattr(one.what, "text", ""))
    )


def correct(desk: Desk, *args: str) -> str:
    """Ask for a correction; return its id."""
    return desk.ok("correct", "demo", *args).partition(" ")[0]


def test_the_whole_way_from_the_draft_to_what_is_published(out: Desk) -> None:
    assert out.ok("review", "demo") == "Version 1, not under review.\n"
    opened = out.ok("review", "demo", "open", "--until", "2099-06-27 18:00 CEST")
    assert re.match(r"Version 1 under review: [\d,]+ d \d+ h left, until 27 June 2099, 18:00 CEST",
                    opened)  # fmt: skip
    assert "closed for corrections since" in out.ok("review", "demo", "close")
    assert "signed off" in (said := out.ok("review", "demo", "sign-off", "--by", "Ms Aurel"))
    assert said.rstrip().endswith("by Ms Aurel.")
    assert "adopted" in out.ok("review", "demo", "adopted")
    assert "published" in out.ok("review", "demo", "published")


@pytest.mark.parametrize(
    ("args", "why"),
    [
        (("sign-off", "--by", "Ms Aurel"), "Version 1 was never under review: put it under"),
        (("published",), "not adopted: record that it was adopted"),
        (("open", "--until", "2001-01-01"), "That deadline is past already: name one to come"),
    ],
)
def test_a_stage_out_of_turn_is_refused_and_leaves_no_trace(
    out: Desk, args: tuple[str, ...], why: str
) -> None:
    before = len(out.record().entries)
    refused = out.run("review", "demo", *args)
    assert (refused.exit_code, why in refused.output) == (1, True), refused.output
    assert len(out.record().entries) == before


@pytest.mark.parametrize(
    ("args", "why"),
    [
        (("review", "demo", "--by", "X"), "--by is for sign-off"),
        (("review", "demo", "close", "--until", "18:00"), "--until and --to are for open"),
        (("review", "demo", "open", "--until", "soon"), "soon is no moment"),
        (("correct", "demo", "--old", "a"), "Say who asks for it"),
        (("correct", "demo", "--from", "TR"), "Say what is to be corrected"),
        (("correct", "demo", "--from", "TR", "--accept", "a-1"), "One thing at a time"),
        (("correct", "demo", "--by-hand"), "--by-hand is for --accept"),
        (("correct", "demo", "--accept", "desk-1"), "no correction that was asked for"),
        (("extract", "demo"), "Name one delegation, or give --all"),
        (("extract", "demo", "TR", "--all"), "Name one delegation, or give --all"),
        (("extract", "demo", "--all", "-o", "x.md"), "leave -o out"),
        (("extract", "demo", "XX"), "names no one delegation"),
    ],
)
def test_wrong_use_is_one_sentence(out: Desk, args: tuple[str, ...], why: str) -> None:
    refused = out.run(*args)
    assert (refused.exit_code, why in refused.output) == (2, True), refused.output


def test_corrections_are_taken_answered_and_printed(out: Desk) -> None:
    unread = [one.id for one in out.record().entries if isinstance(one.what, Unread)]
    out.ok("review", "demo", "open", "--to", "chair@plenary.example")
    number = first(out, "meets monthly")
    asked = correct(out, "--from", "nv", "--entry", number, "--old", "monthly", "--new", "weekly",
                    "--why", "as read")  # fmt: skip
    other = correct(out, "--from", "Trasonia", "--paragraph", "1", "--old", "2018", "--new", "2019",
                    "--person", "Mr Vane")  # fmt: skip
    out.ok("review", "demo", "close")
    refused = out.run("review", "demo", "sign-off", "--by", "Ms Aurel")
    assert f"2 corrections are open: {asked} (NV), {other} (TR)" in refused.output
    assert "accepted and put right" in out.ok("correct", "demo", "--accept", asked)
    without = out.run("correct", "demo", "--refuse", other)
    assert without.exit_code == 1 and "Say why" in without.output
    out.ok("correct", "demo", "--refuse", other, "--why", "it was 2018")
    listed = out.ok("correct", "demo")
    assert "“monthly” → “weekly” (as read) – accepted" in listed
    assert "– refused: it was 2018" in listed
    assert "2 corrections, 0 open" in out.ok("review", "demo", "sign-off", "--by", "Ms Aurel")
    reads = out.record().reads(number)
    assert reads is not None and "meets weekly" in reads.what.text
    printed = out.ok("export", "demo", "corrigendum", "--format", "txt")
    assert "“monthly”; Should read: “weekly”; Asked by: Novaria" in printed
    assert "2019" not in printed
    assert "it was 2018" in out.ok("export", "demo", "corrigendum", "--annotated", "--format", "md")
    file = Path(out.ok("export", "demo", "corrigendum").strip())
    assert lint(file.read_bytes()) == ()
    assert [one.id for one in out.record().entries if isinstance(one.what, Unread)] == unread


def test_a_late_correction_is_taken_and_said(out: Desk) -> None:
    out.ok("review", "demo", "open")
    out.ok("review", "demo", "close")
    number = first(out, "meets monthly")
    late = out.run("correct", "demo", "--from", "NV", "--entry", number, "--old", "monthly",
                   "--new", "weekly")  # fmt: skip
    assert late.exit_code == 0
    assert "Note: it came after the review was closed." in late.output
    assert "– open, late" in out.ok("review", "demo")


def test_an_extract_goes_to_the_drafts_and_one_to_everybody(out: Desk) -> None:
    file = Path(out.ok("extract", "demo", "Novaria").strip())
    assert file.parent == out.folder / "demo" / "drafts"
    assert file.name.startswith("demo-extract-nv-")
    assert lint(file.read_bytes()) == ()
    files = [Path(line).name for line in out.ok("extract", "demo", "--all").split()]
    assert [name.rpartition("-extract-")[2][:3] for name in files] == ["gda", "nv-", "tr-"]


@pytest.mark.parametrize("form", ["md", "html", "txt"])
def test_an_extract_is_printed_in_every_form(out: Desk, form: str) -> None:
    said = out.ok("extract", "demo", "NV", "--format", form, "-o", "-")
    assert "Novaria proposed that the sub-team" in said
    assert "too often" not in said


def test_what_was_said_in_camera_is_in_an_extract_only_whole_which_is_recorded(out: Desk) -> None:
    said = out.ok("extract", "demo", "TR", "-o", "-")
    assert "too often" in said and "stays here" not in said and "RESTRICTED" not in said
    assert "Provenance" not in said
    whole = out.ok("extract", "demo", "TR", "--whole", "-o", "-")
    assert whole.startswith("RESTRICTED") and "stays here" in whole
    assert "was angry" not in whole
    last = out.record().entries[-1].what
    assert isinstance(last, Provenance)
    assert (last.act, last.text) == ("exported_whole", "extract.txt of TR")


def test_of_somebody_who_said_nothing_there_is_no_extract(out: Desk) -> None:
    refused = out.run("extract", "demo", "AU")
    assert refused.exit_code == 1
    assert "The record holds nothing of AU that may be shown." in refused.output
