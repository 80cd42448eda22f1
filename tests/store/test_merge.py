"""Merging is the union of two copies, the same whichever way round, and all of it or nothing."""

from __future__ import annotations

import errno
import os
import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plenary_tui.errors import LogBusy, NotDurable, WrongUse
from plenary_tui.store.capture import Capture
from plenary_tui.store.chain import redact
from plenary_tui.store.disk import RealDisk
from plenary_tui.store.merge import merge
from plenary_tui.store.session import Session
from plenary_tui.store.verify import verify

from .sessions import clock, copy_of, new_session, read_all, record, told


def two_rooms(tmp_path: Path) -> tuple[Path, Path]:
    """Two stations that go on apart from one session, the second with a clock an hour behind."""
    one = new_session(tmp_path / "one", "Proposal NV: a sub-team on mines")
    two = copy_of(one, tmp_path / "two")
    record(
        one,
        "antwerp",
        ["OS: fine", "Adopted:", "Private: at last"],
        now=clock(timedelta(minutes=5)),
    )
    record(
        two,
        "brussels",
        ["Objection P1 TR: not so fast", "In camera:", "NV: between us", "Open session:"],
        now=clock(timedelta(hours=-1)),
    )
    return one, two


def test_two_rooms_with_clocks_an_hour_off_get_one_meeting(tmp_path: Path) -> None:
    one, two = two_rooms(tmp_path)
    report = merge(one, two)
    assert report.added == ("brussels-1", "brussels-2", "brussels-3", "brussels-4")
    merge(two, one, own=["antwerp"])
    assert told(one) == told(two)
    meeting = Session(one).record.meeting
    (conflict,) = meeting.conflicts
    assert set(conflict.entries) == {"brussels-1", "antwerp-15"}
    assert {text.state for text in meeting.texts.values()} == {"disputed"}
    assert "between us" in [speech.text for speech in meeting.speeches.values()]
    assert verify(one).holds and verify(two).holds


def test_merging_again_changes_nothing(tmp_path: Path) -> None:
    one, two = two_rooms(tmp_path)
    merge(one, two)
    before = read_all(one)
    report = merge(one, two)
    assert report.added == ()
    assert any("Nothing to add" in line for line in report.lines)
    assert read_all(one) == before


def test_private_notes_of_another_station_stay_where_they_are(tmp_path: Path) -> None:
    one, two = two_rooms(tmp_path)
    report = merge(two, one)
    assert any("private note of antwerp stays" in line for line in report.lines)
    assert b"at last" not in read_all(two)
    assert verify(two).holds
    merge(one, two)
    assert told(one, whole=False) == told(two, whole=False)
    merge(two, one, own=["antwerp"])
    assert b"at last" in read_all(two)


def test_the_longer_of_two_copies_of_one_log_wins(tmp_path: Path) -> None:
    one = new_session(tmp_path / "one", "NV: first")
    two = copy_of(one, tmp_path / "two")
    record(two, "antwerp", ["NV: second", "In camera:", "NV: hidden"])
    merge(one, two)
    assert Session(one).record.entries == Session(two).record.entries
    assert merge(two, one).added == ()
    log = (one / "log" / "antwerp.1.jsonl").read_bytes()
    assert log == (two / "log" / "antwerp.1.jsonl").read_bytes()


def forked(tmp_path: Path) -> tuple[Path, Path]:
    """One station's folder copied to another computer, where the same station went on."""
    one = new_session(tmp_path / "one", "NV: common")
    two = copy_of(one, tmp_path / "two")
    record(one, "antwerp", ["NV: here", "... and more", "In camera:", "TR: hidden here"],
           now=clock(start="2018-06-19T12:00"))  # fmt: skip
    record(two, "antwerp", ["OS: there", "... at length", "Proposal: a text", "Adopted:"],
           now=clock(start="2018-06-19T11:00"))  # fmt: skip
    return one, two


@pytest.mark.parametrize("first", ["one", "two"])
def test_a_fork_keeps_both_and_says_so_the_same_on_both_sides(tmp_path: Path, first: str) -> None:
    sides = dict(zip(("one", "two"), forked(tmp_path), strict=True))
    one, two = sides.pop(first), *sides.values()
    (name,) = merge(one, two).forks
    assert name.startswith("antwerp-fork-")
    assert merge(two, one).forks == (name,)
    assert told(one) == told(two)
    assert (one / "log" / "antwerp.1.jsonl").read_bytes() == (
        two / "log" / "antwerp.1.jsonl"
    ).read_bytes()
    session = Session(one)
    texts = {speech.text for speech in session.record.live.speeches.values()}
    assert texts == {"common", "here and more", "there at length", "hidden here"}
    assert [text.state for text in session.record.live.texts.values()] == ["adopted"]
    assert session.record.waiting() == {}
    assert any(name in notice and "antwerp-14" in notice for notice in session.notices)
    for side in (one, two):
        report = verify(side)
        assert report.holds, report.lines


def test_both_sides_of_a_fork_go_on_and_merge_again(tmp_path: Path) -> None:
    one, two = forked(tmp_path)
    merge(one, two)
    record(two, "antwerp", ["OS: later, before merging"], now=clock(start="2018-06-19T13:00"))
    record(one, "antwerp", ["NV: later, after merging"], now=clock(start="2018-06-19T14:00"))
    merge(one, two)
    merge(two, one)
    assert told(one) == told(two)
    texts = {speech.text for speech in Session(one).record.live.speeches.values()}
    assert {"later, before merging", "later, after merging"} <= texts
    assert verify(one).holds


def test_who_points_at_an_id_that_both_copies_have_is_named(tmp_path: Path) -> None:
    one, two = forked(tmp_path)
    record(two, "brussels", ["Reservation P1 KE: for the record"])
    merge(one, two)
    notices = Session(one).notices
    assert not any("brussels-1 points at antwerp-13" in notice for notice in notices)
    ref = Session(two).record.entry("brussels-1")
    assert ref is not None
    (target,) = ref.what.refs()
    assert any(f"brussels-1 points at {target}, which both" in notice for notice in notices)


def test_a_branch_of_a_branch_reads_in_every_copy_alike(tmp_path: Path) -> None:
    one, two = forked(tmp_path)
    three = copy_of(two, tmp_path / "three")
    four = copy_of(one, tmp_path / "four")
    record(two, "antwerp", ["... two"], now=clock(start="2018-06-19T15:00"))
    record(three, "antwerp", ["... three"], now=clock(start="2018-06-19T16:00"))
    record(one, "antwerp", ["... one"], now=clock(start="2018-06-19T17:00"))
    record(four, "antwerp", ["... four"], now=clock(start="2018-06-19T18:00"))
    for other in (two, three, four):
        merge(one, other)
    for other in (three, one):
        merge(four, other)
    assert told(one) == told(four)
    session = Session(one)
    assert session.record.waiting() == {}
    assert len(session.forks) == 3
    texts = {speech.text for speech in session.record.live.speeches.values()}
    assert {"here and more", "hidden here one four", "there at length"} <= texts
    assert [text.text for text in session.record.live.texts.values()] == ["a text two three"]
    assert verify(one).holds, verify(one).lines


def test_a_redacted_line_never_replaces_a_full_one(tmp_path: Path) -> None:
    full = new_session(tmp_path / "full", "NV: the words", "NV: more words")
    bare = copy_of(full, tmp_path / "bare")
    log = bare / "log" / "antwerp.1.jsonl"
    lines = log.read_bytes().splitlines()
    log.write_bytes(b"".join(redact(raw) + b"\n" for raw in lines))
    record(bare, "brussels", ["OS: and I"])
    before = (full / "log" / "antwerp.1.jsonl").read_bytes()
    merge(full, bare)
    assert (full / "log" / "antwerp.1.jsonl").read_bytes() == before
    merge(bare, full)
    assert told(full) == told(bare)
    assert "the words" in {one.text for one in Session(bare).record.live.speeches.values()}


def test_a_line_that_one_copy_has_damaged_is_taken_from_the_other(tmp_path: Path) -> None:
    good = new_session(tmp_path / "good", "NV: first", "NV: second", "NV: third")
    torn = copy_of(good, tmp_path / "torn")
    log = torn / "log" / "antwerp.1.jsonl"
    log.write_bytes(log.read_bytes().replace(b"second", b"sacond"))
    assert not verify(torn).holds
    merge(torn, good)
    assert verify(torn).holds
    assert told(torn) == told(good)


def test_what_a_crash_left_of_a_line_is_not_dropped_by_a_merge(tmp_path: Path) -> None:
    one = new_session(tmp_path / "one", "NV: first")
    two = copy_of(one, tmp_path / "two")
    record(two, "antwerp", ["NV: second"])
    with (one / "log" / "antwerp.1.jsonl").open("ab") as file:
        file.write(b'{"p":"half a li')
    merge(one, two)
    assert b'{"p":"half a li\n' in (one / "log" / "antwerp.1.jsonl").read_bytes()
    assert Session(one).record.entries == Session(two).record.entries


def test_sealed_words_come_back_from_the_other_copy(tmp_path: Path) -> None:
    one = new_session(tmp_path / "one", "In camera:", "NV: hidden words")
    two = copy_of(one, tmp_path / "two")
    shutil.rmtree(one / "sealed")
    report = merge(one, two)
    assert report.added == ()
    assert told(one) == told(two)
    sealed = two / "sealed" / "antwerp.jsonl"
    sealed.write_bytes(sealed.read_bytes().replace(b"hidden", b"altered"))
    assert not verify(two).holds
    merge(two, one)
    assert verify(two).holds
    assert told(one) == told(two)


class _FailingDisk(RealDisk):
    """Fails at the n-th change of a name, as a program killed there leaves things."""

    def __init__(self, after: int) -> None:
        super().__init__()
        self.left = after

    def replace(self, source: Path, target: Path) -> None:
        self.left -= 1
        if self.left < 0:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        super().replace(source, target)


def test_an_interrupted_merge_leaves_the_old_state_or_is_finished_on_opening(
    tmp_path: Path,
) -> None:
    start, two = forked(tmp_path)
    old = told(start)
    done = copy_of(start, tmp_path / "done")
    merge(done, two)
    new = told(done)
    seen = []
    for after in range(6):
        one = copy_of(start, tmp_path / f"try{after}")
        try:
            merge(one, two, disk=_FailingDisk(after))
        except NotDurable:
            seen.append(told(one) == old)
            assert told(one) in (old, new)
        else:
            assert told(one) == new
        merge(one, two)
        assert told(one) == new
        assert not [path for path in one.iterdir() if path.name.startswith(".")]
    assert True in seen and False in seen


def test_nothing_is_merged_while_a_station_records(tmp_path: Path) -> None:
    one, two = two_rooms(tmp_path)
    before = read_all(one)
    with Capture(Session(one), "antwerp", live=True), pytest.raises(LogBusy, match="antwerp"):
        merge(one, two)
    assert read_all(one) == before


def test_two_sessions_that_share_nothing_are_pointed_out(tmp_path: Path) -> None:
    one = new_session(tmp_path / "one", "NV: mine")
    two = new_session(tmp_path / "two", "OS: yours", station="brussels")
    assert any("no entry in common" in line for line in merge(one, two).lines)
    with pytest.raises(WrongUse, match="holds no session"):
        merge(one, tmp_path / "nowhere")


TALK = st.lists(
    st.tuples(
        st.sampled_from(["one", "two", "three"]),
        st.sampled_from(["antwerp", "brussels"]),
        st.sampled_from(["NV: a", "... b", "Private: c", "undo", "Proposal: d", "Adopted:"]),
    ),
    max_size=8,
)


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(talk=TALK, order=st.permutations(["one", "two", "three"]))
def test_any_copies_merged_in_any_order_give_the_same(
    tmp_path_factory: pytest.TempPathFactory, talk: list[tuple[str, str, str]], order: list[str]
) -> None:
    root = tmp_path_factory.mktemp("copies")
    new_session(root / "one")
    for name in ("two", "three"):
        copy_of(root / "one", root / name)
    now = clock()
    for name, station, line in talk:
        record(root / name, station, [line], now=now)
    own = ["antwerp", "brussels"]
    results = []
    for turn in range(2):
        union = copy_of(root / order[turn], root / f"union{turn}")
        for name in order if turn else reversed(order):
            merge(union, root / name, own=own)
        results.append(told(union))
    assert results[0] == results[1]
