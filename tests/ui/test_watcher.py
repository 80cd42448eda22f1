"""The watcher: it follows, it only reads, and nothing that it tells is anything but open."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from plenary_tui.record.history import Record
from plenary_tui.store.disk import RealDisk
from plenary_tui.ui.display.view import DisplayView
from plenary_tui.ui.display.watcher import Away, Failed, Seen, Sight, Watcher
from tests.documents.test_secrets import SECRET
from tests.store.sessions import clock, new_session, record

from .test_display_page import SIZES, said


class Followed:
    """A session that is looked at after every line, and everything that was told of it."""

    def __init__(self, folder: Path, disk: RealDisk | None = None) -> None:
        self.folder = folder
        self.told: list[Sight] = []
        self.watcher = Watcher(folder, self.told.append, disk=disk)
        self.now = clock(timedelta(hours=1))

    def look(self) -> list[Sight]:
        """Look at the folder; return what is told."""
        before = len(self.told)
        self.watcher._look()
        return self.told[before:]

    def __call__(self, *lines: str) -> DisplayView:
        """Record lines one by one, looking after each; return what is shown then."""
        for line in lines:
            record(self.folder, "antwerp", (line,), now=self.now)
            self.look()
        return next(one.view for one in reversed(self.told) if isinstance(one, Seen))

    def pages(self, since: int = 0) -> str:
        """Return everything that was to be seen."""
        views = [one.view for one in self.told[since:] if isinstance(one, Seen)]
        return "\n".join(said(view, size, self.now()) for view in views for size in SIZES)


@pytest.fixture
def followed(tmp_path: Path) -> Followed:
    """A session with an open sitting that was looked at once."""
    found = Followed(new_session(tmp_path / "demo"))
    found.look()
    return found


def test_no_view_that_is_told_ever_holds_a_secret(followed: Followed) -> None:
    typing = followed.folder / "typing" / "antwerp"
    typing.parent.mkdir(exist_ok=True)
    typing.write_text(SECRET)
    (followed.folder / "prepared").mkdir()
    (followed.folder / "prepared" / "NV.txt").write_text(SECRET)
    followed(
        "NV: openly", f"Private: {SECRET}", f"Check: {SECRET}", f"Closed: {SECRET}",
        f"Adopted P9: {SECRET}", "In camera:", f"OS ({SECRET}): {SECRET}", f"q+ {SECRET}",
        f"Proposal NV: {SECRET}", f"Bracket TR: {SECRET}", f"Item 9: {SECRET}", "Open session:",
        "NV: openly", f"In camera: {SECRET}", f"Suspended: {SECRET}", "Resumed:", "Open session:",
    )  # fmt: skip
    assert "N O V A R I A" in followed.pages()
    assert SECRET not in followed.pages().casefold()


def test_what_was_shown_and_is_covered_later_goes_at_once_and_stays_away(
    followed: Followed,
) -> None:
    since = followed.now().replace(second=0)
    followed.now = clock(timedelta(hours=1, minutes=2))
    followed("Proposal NV: We meet.", f"Proposal OS: {SECRET}", f"NV ({SECRET}): speaks")
    assert SECRET in followed.pages().casefold()
    told = len(followed.told)
    followed(f"In camera from {since + timedelta(minutes=1):%H:%M}:")
    first, *_ = followed.told[told:]
    assert isinstance(first, Seen)
    assert first.view.marking == "in_camera"
    followed("OS: more", "Open session:", "TR: openly again")
    assert "T A R N" in followed.pages(told)
    assert SECRET not in followed.pages(told).casefold()


def test_a_sitting_is_told_as_closed_before_anything_is_folded_anew(
    followed: Followed, monkeypatch: pytest.MonkeyPatch
) -> None:
    from plenary_tui.record.redaction import OpenRecord

    followed("NV: openly")
    shown_before_folding: list[str] = []
    update = OpenRecord.update

    def slow(self: OpenRecord, known: Record) -> Record:
        last = followed.told[-1]
        assert isinstance(last, Seen)
        shown_before_folding.append(last.view.marking)
        return update(self, known)

    monkeypatch.setattr(OpenRecord, "update", slow)
    followed("In camera from 10:00:")
    assert shown_before_folding == ["in_camera"]


class ReadOnly(RealDisk):
    """A disk of which only reading is allowed."""

    def _refuse(self, *_: object) -> None:
        raise AssertionError("the display wrote to the session's folder")

    open_append = create = make_folder = replace = remove = sync_folder = _refuse  # type: ignore[assignment]


def files(folder: Path) -> dict[str, tuple[int, int]]:
    """Return every file of a folder with its size and when it was changed."""
    found = sorted(folder.rglob("*"))
    return {str(path): (path.stat().st_size, path.stat().st_mtime_ns) for path in found}


def test_nothing_is_written_and_a_folder_that_is_being_merged_is_left_alone(
    tmp_path: Path,
) -> None:
    folder = new_session(tmp_path / "demo", "NV: openly")
    followed = Followed(folder, ReadOnly())
    (folder / ".merged" / "log").mkdir(parents=True)
    before = files(tmp_path)
    assert followed.look() == [Away("it is being merged")]
    assert files(tmp_path) == before
    shutil.rmtree(folder / ".merged")
    before = files(tmp_path)
    assert [type(one) for one in followed.look()] == [Away, Seen]
    assert followed.look() == []
    assert files(tmp_path) == before


def test_a_folder_that_goes_away_is_told_once_and_gone_on_with(followed: Followed) -> None:
    other = followed.folder.with_name("elsewhere")
    followed.folder.rename(other)
    assert followed.look() == [Away("its folder is not there")]
    assert followed.look() == []
    record(other, "antwerp", ("TR: meanwhile",), now=followed.now)
    other.rename(followed.folder)
    back, seen = followed.look()
    assert back == Away()
    assert isinstance(seen, Seen)
    assert seen.view.speaker.name == "Tarn"


def test_a_disk_that_fails_is_told_and_tried_again(tmp_path: Path) -> None:
    class Failing(RealDisk):
        fails = True

        def names(self, folder: Path) -> list[str]:
            if self.fails:
                raise OSError(5, "Input/output error")
            return super().names(folder)

    disk = Failing()
    followed = Followed(new_session(tmp_path / "demo"), disk)
    assert followed.look() == [Away("Input/output error")]
    disk.fails = False
    assert [type(one) for one in followed.look()] == [Away, Seen]


@pytest.mark.parametrize("here", [0, 40])
def test_another_copy_in_the_same_place_is_read_anew(
    followed: Followed, tmp_path: Path, here: int
) -> None:
    assert followed("Proposal NV: only here").text is not None
    lines = [f"TR: there, number {number}" for number in range(here)]
    other = new_session(tmp_path / "other", "Place: Elsewhere", *lines, "GDA: there")
    shutil.rmtree(followed.folder)
    shutil.copytree(other, followed.folder)
    (seen,) = (one for one in followed.look() if isinstance(one, Seen))
    assert seen.view.speaker.name == "Gem Dealers"
    assert seen.view.text is None


def test_a_damaged_line_stops_nothing(followed: Followed) -> None:
    (log,) = (followed.folder / "log").iterdir()
    with log.open("ab") as file:
        file.write(b'{"p":"damaged\n')
    followed.look()
    assert followed("TR: goes on").speaker.name == "Tarn"
    assert not any(isinstance(one, Away | Failed) for one in followed.told)
