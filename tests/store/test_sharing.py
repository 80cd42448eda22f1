"""Two or three stations on a shared folder: whole lines only, nothing lost, one Meeting."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plenary_tui.errors import WrongUse
from plenary_tui.store.capture import Capture
from plenary_tui.store.chain import decode
from plenary_tui.store.reading import LogReader
from plenary_tui.store.sharing import Share, fetch
from plenary_tui.store.verify import verify
from plenary_tui.store.withheld import Withheld

from .offices import FOLDER, HOME, Folder, Office
from .sessions import copy_of, new_session, read_all, record, told
from .simulated_disk import Chunk, Fault, SimulatedContent, SimulatedDisk

SHARED = FOLDER / "s" / "log" / "desk.1.jsonl"


def two(*, in_camera: bool = False) -> tuple[Office, Office]:
    """Two stations of one session; the second has its clock an hour behind."""
    folder = Folder()
    desk = Office("desk", folder, in_camera=in_camera)
    desk.begin("Proposal NV: a sub-team on mines")
    annex = Office("annex", folder, in_camera=in_camera, ahead=-60)
    desk.exchange()
    annex.exchange()
    return desk, annex


def together(*offices: Office) -> None:
    """Exchange until nobody has anything for anybody."""
    for _ in range(3):
        for office in offices:
            office.exchange()


def test_what_one_records_the_other_has_after_an_exchange_of_each() -> None:
    desk, annex = two()
    annex.record("OS: from the annex", "Objection P1 TR: not so fast")
    assert annex.exchange().went == 2
    assert desk.exchange().came == 2
    assert {"from the annex", "not so fast"} <= set(desk.said)
    assert desk.told() == annex.told()
    assert verify(HOME, desk.disk).holds
    assert verify(FOLDER / "s", desk.folder).holds
    assert (desk.exchange().came, annex.exchange().went) == (0, 0)


def test_a_folder_that_goes_away_is_said_once_and_what_was_recorded_goes_out_later() -> None:
    desk, annex = two()
    desk.folder.away = True
    first = desk.exchange()
    assert first.state == "away"
    assert "everything is on this disk" in first.said[0]
    desk.record("NV: meanwhile")
    annex.record("OS: meanwhile too")
    assert desk.exchange().said == ()
    desk.folder.away = False
    back = desk.exchange()
    assert back.state == "shared"
    assert "is back" in back.said[0]
    together(annex, desk)
    assert desk.ids == annex.ids
    assert desk.told() == annex.told()
    desk.folder.away = True
    assert desk.exchange().said, "away a second time is said again"


def test_a_session_that_is_no_longer_in_the_folder_is_not_made_anew() -> None:
    """A stick that is pulled out may leave an empty folder in its place."""
    desk, _ = two()
    desk.folder.files.clear()
    desk.folder.folders.discard(SHARED.parent)
    desk.record("NV: meanwhile")
    assert desk.exchange().state == "away"
    assert not desk.folder.files


@pytest.mark.parametrize("take", [1, 100, 400, 700])
def test_a_copy_that_is_torn_in_the_middle_is_taken_for_no_line_and_healed(take: int) -> None:
    desk, annex = two()
    desk.record("NV: " + "long " * 50, "NV: and another")
    before = desk.folder.read(SHARED)
    desk.folder.fault = Fault(_next_write(desk.folder), errno.EIO, take, lasting=50)
    assert desk.exchange().state == "away"
    desk.folder.fault = None
    torn = desk.folder.read(SHARED)
    assert torn.startswith(before) and len(torn) == len(before) + take
    assert annex.exchange().state == "shared"
    assert all("long" not in text or text.endswith("long") for text in annex.said)
    together(desk, annex)
    assert annex.ids == desk.ids
    assert desk.folder.read(SHARED).startswith(torn), "nothing is rewritten"
    whole = [one for one in desk.folder.read(SHARED).split(b"\n") if one.endswith(b"}")]
    assert len({decode(line).h for line in whole if line[:4] == b'{"p"'}) >= 15


def _next_write(folder: Folder) -> int:
    return folder.count + 1


def test_a_full_disk_here_says_so_and_the_others_words_come_once_there_is_room() -> None:
    desk, annex = two()
    desk.exchange()
    annex.record("OS: first of the annex")
    annex.exchange()
    desk.disk.fault = Fault(desk.disk.count + 1, errno.ENOSPC, 0, lasting=50)
    stuck = desk.exchange()
    assert stuck.state == "stuck"
    assert "disk refuses" in stuck.said[0]
    desk.disk.fault = None
    assert desk.exchange().came == 1
    assert desk.told() == annex.told()


def test_the_same_station_on_two_computers_is_said_and_not_mixed() -> None:
    desk, _ = two()
    twin = Office("desk", desk.folder, ahead=5)
    twin.exchange()
    assert twin.ids == desk.ids
    session = desk.session
    with Capture(session, "desk", live=True, now=desk.now) as capture:
        capture.take("NV: from the first")
        twin.record("OS: from the second")
        twin.exchange()
        told = desk.exchange()
        assert any("records as desk too" in one for one in told.said)
        capture.take("NV: the first goes on")
    together(desk, twin)
    for office in (desk, twin):
        assert {"from the first", "from the second", "the first goes on"} <= set(office.said)
        assert len(office.session.forks) == 1
        assert verify(HOME, office.disk).holds
        assert any("went on apart" in notice for notice in office.session.notices)


def test_a_computer_that_lost_its_disk_gets_its_own_log_back() -> None:
    desk, _ = two()
    again = Office("desk", desk.folder)
    first = again.exchange()
    assert first.said == ()
    again.record("NV: goes on")
    assert again.ids[-1] == "desk-14"
    assert not again.session.forks


def test_another_meeting_of_the_same_name_is_left_alone() -> None:
    desk, _ = two()
    stranger = Office("hall", desk.folder, ahead=1)
    stranger.begin()
    before = stranger.ids
    for _ in range(2):
        assert stranger.exchange().state == "apart"
    assert stranger.ids == before
    assert not any("hall" in path.name for path in desk.folder.files)


SECRETS = ("Private: TR was PLANTED", "In camera:", "NV: PLANTED behind the door", "Open session:")


def test_private_notes_never_travel_and_words_in_camera_only_where_it_was_said() -> None:
    desk, annex = two()
    desk.record(*SECRETS)
    together(desk, annex)
    assert not any(b"PLANTED" in desk.folder.read(path) for path in desk.folder.files)
    assert desk.told(whole=False) == annex.told(whole=False)
    assert verify(HOME, annex.disk).holds
    desk.share = desk.open(in_camera=True)
    together(desk, annex)
    sent = b"".join(desk.folder.read(path) for path in desk.folder.files)
    assert b"PLANTED behind the door" in sent
    assert b"TR was PLANTED" not in sent
    assert "PLANTED behind the door" in annex.said


def test_what_a_later_in_camera_covers_goes_out_without_its_words() -> None:
    desk, _ = two()
    desk.folder.away = True
    desk.exchange()
    desk.record("10:20 NV: PLANTED too early", "In camera from 10:15:", "Open session:")
    desk.folder.away = False
    desk.exchange()
    assert not any(b"PLANTED" in desk.folder.read(path) for path in desk.folder.files)
    late = Office("annex", desk.folder)
    late.exchange()
    assert verify(HOME, late.disk).holds
    assert late.ids == desk.ids


def test_what_was_out_before_in_camera_from_is_said() -> None:
    desk, _ = two()
    desk.record("10:20 NV: PLANTED in the open")
    assert desk.exchange().said == ()
    desk.record("In camera from 10:15:")
    assert any("had gone" in one for one in desk.exchange().said)


def _put(disk: SimulatedDisk, path: Path, data: bytes) -> None:
    """Put other bytes in a file's place, as somebody with a file manager would."""
    disk.files[path] = SimulatedContent([Chunk(data, "durable")])


def test_a_private_note_that_lies_in_the_folder_all_the_same_comes_to_nobody() -> None:
    desk, annex = two()
    desk.record("Private: TR was PLANTED")
    together(desk, annex)
    words = desk.disk.read(HOME / "sealed" / "desk.jsonl")
    desk.folder.make_folder(FOLDER / "s" / "sealed")
    _put(desk.folder, FOLDER / "s" / "sealed" / "desk.jsonl", words)
    together(desk, annex)
    assert not any(b"PLANTED" in annex.disk.read(path) for path in annex.disk.files)
    (line,) = LogReader(desk.disk, HOME, "desk").poll().lines[-1:]
    assert not Withheld(HOME, desk.disk, in_camera=True).may_speak(line, set())


def test_a_line_that_was_damaged_in_the_folder_is_sent_again_and_begins_no_branch() -> None:
    desk, _ = two()
    lines = desk.folder.read(SHARED).split(b"\n")
    lines[4] = lines[4].replace(b"kind", b"KIND")
    _put(desk.folder, SHARED, b"\n".join(lines))
    desk.share = desk.open()
    assert desk.exchange().went == 1
    hall = Office("hall", desk.folder)
    told_ = hall.exchange().said
    assert any("checksum" in one for one in told_)
    assert hall.told() == desk.told()
    assert not hall.session.forks


def test_a_file_that_somebody_replaced_by_an_older_one_is_filled_up_again() -> None:
    desk, annex = two()
    before = desk.folder.read(SHARED)
    desk.record("NV: later")
    together(desk, annex)
    _put(desk.folder, SHARED, before)
    together(desk, annex)
    assert b"later" in desk.folder.read(SHARED)
    assert annex.ids == desk.ids


def test_what_goes_out_is_durable_at_home_first() -> None:
    desk, annex = two()
    annex.record("OS: written and not synced")
    (line,) = LogReader(annex.disk, HOME, "annex").poll().lines
    path = HOME / "log" / "annex.1.jsonl"
    annex.disk.files[path] = annex.disk.kept_files[path] = SimulatedContent()
    file = annex.disk.open_append(path)
    file.write(line.raw + b"\n")
    annex.exchange()
    sent = LogReader(desk.folder, FOLDER / "s", "annex").poll().lines
    assert [one.h for one in sent] == [line.h]
    for left in annex.disk.after_cut():
        assert [one.h for one in LogReader(left, HOME, "annex").poll().lines] == [line.h]


LINES = st.sampled_from([
    "NV: a point", "... and more", "Proposal OS: a text", "Objection P1 TR: no", "Adopted:",
    "Objection withdrawn TR", "undo", "q+ NV, OS", "next", "In camera:", "NV: behind the door",
    "Open session:", "Item 1", "Item 2", "Private: a thought", "s/point/pint/",
])  # fmt: skip
STEPS = st.lists(
    st.tuples(st.integers(0, 2), st.one_of(LINES, st.sampled_from(["", "", "away", "again"]))),
    max_size=30,
)


@given(steps=STEPS, in_camera=st.booleans())
@settings(max_examples=40, deadline=None)
def test_any_order_of_exchanges_ends_in_one_meeting(
    steps: list[tuple[int, str]], in_camera: bool
) -> None:
    folder = Folder()
    offices = [
        Office(station, folder, in_camera=in_camera, ahead=ahead)
        for station, ahead in (("desk", 0), ("annex", -60), ("hall", 3))
    ]
    offices[0].begin("Proposal NV: the first text")
    for office in offices:
        office.exchange()
    for who, step in steps:
        office = offices[who]
        if step == "away":
            folder.away = not folder.away
        elif step == "again":
            office.share = office.open(in_camera=in_camera)
        elif step:
            office.record(step)
        else:
            office.exchange()
    recorded = [one for office in offices for one in office.ids]
    folder.away = False
    together(*offices)
    first = offices[0]
    assert set(recorded) <= set(first.ids)
    for office in offices[1:]:
        # Words that stay at home take along what they point at, and with it their place.
        assert sorted(office.ids) == sorted(first.ids)
        assert not in_camera or office.ids == first.ids
        assert office.open_ids == first.open_ids
        assert office.told(whole=False) == first.told(whole=False)
    for office in offices:
        assert not office.session.forks
        assert verify(HOME, office.disk).holds
    sent = b"".join(folder.read(path) for path in folder.files)
    assert b"a thought" not in sent
    assert in_camera or not any(path.parent.name == "sealed" for path in folder.files)


def test_a_station_that_has_no_such_session_gets_it_from_the_folder(tmp_path: Path) -> None:
    folder = tmp_path / "share"
    folder.mkdir()
    one = new_session(tmp_path / "one" / "demo", "NV: first", *SECRETS)
    assert Share(one, folder, "antwerp").exchange().state == "shared"
    two, entries = fetch(tmp_path / "two", "dem", folder)
    assert two == tmp_path / "two" / "demo"
    assert entries == len(Share(two, folder, "annex")._there.poll())
    assert told(one, whole=False) == told(two, whole=False)
    assert b"PLANTED" not in read_all(two) + read_all(folder)
    with pytest.raises(WrongUse, match="no session"):
        fetch(tmp_path / "two", "other", folder)


def test_the_folder_itself_is_never_made(tmp_path: Path) -> None:
    one = new_session(tmp_path / "demo")
    share = Share(one, tmp_path / "nowhere", "antwerp")
    assert share.exchange().state == "away"
    assert not (tmp_path / "nowhere").exists()


def test_two_programs_on_one_disk_may_both_share(tmp_path: Path) -> None:
    """Each of them may find the other's log locked, and leaves it."""
    folder = tmp_path / "share"
    folder.mkdir()
    one = new_session(tmp_path / "demo")
    far = copy_of(one, tmp_path / "far" / "demo")
    shares = [Share(one, folder, "antwerp"), Share(one, folder, "annex")]
    for share in shares:
        share.exchange()
    record(far, "brussels", ["OS: from afar"])
    Share(far, folder, "brussels").exchange()
    for share in shares:
        share.exchange()
    assert told(one) == told(far)
    assert not (one / "log" / "brussels.1.jsonl").read_bytes().count(b"\n\n")
