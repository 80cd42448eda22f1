"""Two copies of a session beside each other: every entry of both once, whatever became of them."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plenary_tui.errors import WrongUse
from plenary_tui.store.chain import redact
from plenary_tui.store.merge import merge
from plenary_tui.store.pairing import Pair, entries_of, open_copy, pairs
from plenary_tui.store.session import Session

from .sessions import clock, copy_of, new_session, read_all, record


def compared(left: Path, right: Path) -> list[Pair]:
    return pairs(open_copy(left), open_copy(right))


def apart(found: list[Pair]) -> list[tuple[str, str]]:
    return [one.ids for one in found if not one.same]


def mirrored(one: Pair) -> Pair:
    other = {"left": "right", "right": "left", None: None}
    return Pair(one.right, one.left, one.same, other[one.words], other[one.damaged])  # type: ignore[arg-type]


def two_stations(tmp_path: Path) -> tuple[Path, Path]:
    """Two laptops that went on apart from one session."""
    one = new_session(tmp_path / "one", "Proposal NV: a sub-team on mines")
    two = copy_of(one, tmp_path / "two")
    record(one, "antwerp", ["OS: fine", "Adopted:"], now=clock(timedelta(minutes=5)))
    record(two, "brussels", ["Objection P1 TR: no", "NV: more"], now=clock(timedelta(minutes=2)))
    return one, two


def test_what_two_stations_recorded_apart_is_on_its_own_side_in_order_of_time(
    tmp_path: Path,
) -> None:
    found = compared(*two_stations(tmp_path))
    assert apart(found) == [
        ("", "brussels-1"), ("", "brussels-2"), ("antwerp-14", ""), ("antwerp-15", ""),
    ]  # fmt: skip
    alike = [one.left for one in found if one.same and one.left]
    assert {one.id for one in alike} == {f"antwerp-{number}" for number in range(1, 14)}
    assert alike == sorted(alike, key=lambda one: one.happened)


def test_a_fork_is_two_lines_under_one_id_until_the_copies_are_merged(tmp_path: Path) -> None:
    one = new_session(tmp_path / "one")
    two = copy_of(one, tmp_path / "two")
    record(one, "antwerp", ["OS: fine"], now=clock(timedelta(minutes=5)))
    record(two, "antwerp", ["OS: not fine", "OS: at all"], now=clock(timedelta(minutes=6)))
    assert apart(compared(one, two)) == [("antwerp-13", "antwerp-13"), ("", "antwerp-14")]
    merged = copy_of(one, tmp_path / "merged")
    merge(merged, two)
    found = compared(merged, two)
    assert apart(found) == [("antwerp-13", "")]
    renamed = [one.ids for one in found if one.same and len(set(one.ids)) > 1]
    assert [there for _, there in renamed] == ["antwerp-13", "antwerp-14"]
    assert all(here.startswith("antwerp-fork-") for here, _ in renamed)


def test_words_at_hand_on_one_side_only_are_said_and_no_other_entry_differs(tmp_path: Path) -> None:
    one = new_session(
        tmp_path / "one", "In camera:", "NV: between us", "Open session:", "OS: hello"
    )
    two = copy_of(one, tmp_path / "two")
    shutil.rmtree(two / "sealed")
    found = compared(one, two)
    assert apart(found) == []
    assert [(pair.ids[0], pair.words) for pair in found if pair.words] == [("antwerp-14", "left")]
    assert [pair.words for pair in compared(two, one) if pair.words] == ["right"]


def test_an_open_line_without_its_words_is_one_whose_words_are_at_hand_elsewhere(
    tmp_path: Path,
) -> None:
    one = new_session(tmp_path / "one", "OS: hello")
    two = copy_of(one, tmp_path / "two")
    log = two / "log" / "antwerp.1.jsonl"
    *lines, last = log.read_bytes().splitlines()
    log.write_bytes(b"\n".join([*lines, redact(last)]) + b"\n")
    assert [(one.ids[0], one.words) for one in compared(one, two) if one.words or not one.same] == [
        ("antwerp-13", "left")
    ]


def test_an_altered_line_is_damaged_on_its_side_and_the_other_has_the_entry(tmp_path: Path) -> None:
    one = new_session(tmp_path / "one", "OS: yes to this", "NV: and more")
    two = copy_of(one, tmp_path / "two")
    log = two / "log" / "antwerp.1.jsonl"
    log.write_bytes(log.read_bytes().replace(b"yes to this", b"not to this"))
    (pair,) = [one for one in compared(one, two) if not one.same]
    assert (pair.ids, pair.damaged) == (("antwerp-13", ""), "right")


def test_an_entry_that_waits_for_another_is_there_too(tmp_path: Path) -> None:
    one = new_session(tmp_path / "one", "Proposal NV: text")
    record(one, "brussels", ["+ OS"], now=clock(timedelta(minutes=1)))
    two = copy_of(one, tmp_path / "two")
    (two / "log" / "antwerp.1.jsonl").unlink()
    assert Session(two).record.entries == []
    assert [pair.ids for pair in compared(one, two) if pair.same] == [("brussels-1", "brussels-1")]


def test_nothing_is_changed_not_even_a_torn_end_or_an_interrupted_merge(tmp_path: Path) -> None:
    one, two = two_stations(tmp_path)
    for folder in (one, two):
        with (folder / "log" / "antwerp.1.jsonl").open("ab") as log:
            log.write(b'{"p":"00')
    before = read_all(one), read_all(two)
    assert len(compared(one, two)) == 17
    assert open_copy(one).tails
    assert (read_all(one), read_all(two)) == before
    (two / ".merged" / "log").mkdir(parents=True)
    with pytest.raises(WrongUse, match="A merge of two was interrupted"):
        open_copy(two)
    assert (two / ".merged").is_dir()


def test_a_folder_without_a_log_is_no_copy(tmp_path: Path) -> None:
    with pytest.raises(WrongUse, match="holds no session"):
        open_copy(tmp_path)


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["one", "two"]),
        st.sampled_from(["antwerp", "brussels"]),
        st.sampled_from(["NV: hello", "Proposal OS: text", "In camera:", "Open session:", "undo",
                         "Private: note", "s/hello/good day/", "merge"]),
    ),
    max_size=12,
)  # fmt: skip


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(STEPS)
def test_every_entry_of_both_is_there_once_and_the_mirror_swaps_the_sides(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, str, str]]
) -> None:
    folder = tmp_path_factory.mktemp("copies")
    new_session(folder / "one", "NV: hello")
    copy_of(folder / "one", folder / "two")
    for number, (side, station, line) in enumerate(steps, 1):
        if line == "merge":
            merge(folder / side, folder / ("two" if side == "one" else "one"), own=[station])
        else:
            record(folder / side, station, [line], now=clock(timedelta(minutes=number)))
    found = compared(folder / "one", folder / "two")
    for place, side in enumerate(("one", "two")):
        there = sorted(one.id for one in entries_of(open_copy(folder / side)))
        assert sorted(pair.ids[place] for pair in found if pair.ids[place]) == there
    swapped = compared(folder / "two", folder / "one")
    assert sorted(map(repr, map(mirrored, swapped))) == sorted(map(repr, found))
    same = compared(folder / "one", folder / "one")
    assert all(pair.same and not pair.words and len(set(pair.ids)) == 1 for pair in same)
