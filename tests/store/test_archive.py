"""A session as one file, and back; and files that are not what they say."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path

import pytest

from plenary_tui.errors import DoesNotHold, PlenaryError, WrongUse
from plenary_tui.record.kinds import Provenance
from plenary_tui.store import archive as archives
from plenary_tui.store.archive import LIST, archive, restore
from plenary_tui.store.capture import Capture
from plenary_tui.store.names import session_names
from plenary_tui.store.session import Session
from plenary_tui.store.verify import verify

from .sessions import clock, new_session, read_all, record, told


@pytest.fixture
def session(tmp_path: Path) -> Session:
    folder = new_session(
        tmp_path / "sessions" / "2018-06-antwerp", "NV: halibut", "Private: zugzwang",
        "11:01 OS: marzipan in the open",
    )  # fmt: skip
    record(
        folder, "antwerp", ["In camera from 11:00:", "TR: quicksand", "Open session:"],
        now=clock(start="2018-06-19T11:02"),
    )  # fmt: skip
    (folder / "drafts").mkdir()
    (folder / "drafts" / "draft 1.docx").write_bytes(b"a document")
    (folder / "typing").mkdir(exist_ok=True)
    (folder / "typing" / "antwerp").write_text("half a lin")
    return Session(folder)


def packed(session: Session, tmp_path: Path, *, whole: bool = True) -> Path:
    return archive(
        session, tmp_path / "a.zip", whole=whole, station="desk", now=clock()
    ).path  # fmt: skip


def test_a_whole_archive_comes_back_as_it_was(session: Session, tmp_path: Path) -> None:
    path = packed(session, tmp_path)
    back = restore(path, tmp_path / "elsewhere")
    assert back.folder.name == "2018-06-antwerp"
    assert back.lines == ()
    assert told(back.folder) == told(session.folder)
    assert (back.folder / "drafts" / "draft 1.docx").read_bytes() == b"a document"
    assert not (back.folder / "typing").exists()
    (said,) = Session(session.folder).record.live.provenance
    assert isinstance(said.what, Provenance)
    assert (said.what.act, said.what.text) == ("archived", "a.zip, with all sealed words")
    assert path.stat().st_mode & 0o077 == 0


def test_without_whole_no_sealed_word_is_in_it_and_it_still_verifies(
    session: Session, tmp_path: Path
) -> None:
    path = packed(session, tmp_path, whole=False)
    back = restore(path, tmp_path / "elsewhere", "another name")
    assert back.folder.name == "another-name"
    assert verify(back.folder).holds
    everything = read_all(back.folder)
    for word in (b"zugzwang", b"marzipan", b"quicksand", b"half a lin"):
        assert word not in everything
    assert b"halibut" in everything
    assert told(back.folder, whole=False) == told(session.folder, whole=False)


@pytest.mark.parametrize("whole", [True, False])
def test_it_is_packed_while_the_station_records(
    session: Session, tmp_path: Path, *, whole: bool
) -> None:
    with Capture(session, "desk", live=True, now=clock(start="2018-06-19T12:00")) as capture:
        capture.take("NV: just now")
        path = packed(Session(session.folder), tmp_path, whole=whole)
        capture.take("NV: and on")
    back = Session(restore(path, tmp_path / "elsewhere").folder)
    (said,) = back.record.live.provenance
    assert said.station == "desk-archive"
    assert b"just now" in read_all(back.folder)
    assert verify(session.folder).holds


def test_a_name_that_is_taken_is_left_alone(session: Session, tmp_path: Path) -> None:
    path = packed(session, tmp_path)
    before = read_all(session.folder)
    with pytest.raises(WrongUse, match="already"):
        restore(path, session.folder.parent)
    assert read_all(session.folder) == before
    with pytest.raises(WrongUse, match="name another file"):
        packed(session, tmp_path)


def test_what_was_damaged_when_packed_comes_back_as_it_was_and_says_so(
    session: Session, tmp_path: Path
) -> None:
    log = session.folder / "log" / "antwerp.1.jsonl"
    log.write_bytes(log.read_bytes().replace(b"halibut", b"haddock", 1))
    back = restore(packed(Session(session.folder), tmp_path), tmp_path / "elsewhere")
    assert "damaged" in back.lines[0]
    assert b"haddock" in read_all(back.folder)


def changed(path: Path, change: Callable[[dict[str, bytes]], None]) -> Path:
    """Write an archive anew with other content."""
    with zipfile.ZipFile(path) as old:
        files = {info.filename: old.read(info) for info in old.infolist()}
    change(files)
    target = path.with_name("changed.zip")
    with zipfile.ZipFile(target, "w") as new:
        for name, data in files.items():
            new.writestr(name, data)
    return target


def listing(files: dict[str, bytes], name: str, data: bytes) -> None:
    """Put a file in, listed with its hash, as somebody would who means ill."""
    listed = json.loads(files[LIST])
    listed["files"][name] = blake2b(data, digest_size=16).hexdigest()
    files[LIST] = json.dumps(listed).encode()
    files[f"{listed['session']}/{name}"] = data


ESCAPES = [
    "../../evil.jsonl", "log/../../evil.jsonl", "/etc/evil", "log/a/b.jsonl", "log\\evil.jsonl",
    "typing/antwerp", "log/evil.exe", ".merged/log", "log/.hidden.jsonl", "drafts/../evil",
    "drafts/.profile", "C:/evil.jsonl", "log/evil.jsonl\n", "commit.json",
]  # fmt: skip


@pytest.mark.parametrize("name", ESCAPES)
def test_nothing_but_a_sessions_files_is_taken(session: Session, tmp_path: Path, name: str) -> None:
    path = changed(packed(session, tmp_path), lambda files: listing(files, name, b"{}"))
    there = tmp_path / "elsewhere"
    with pytest.raises(PlenaryError):
        restore(path, there)
    assert session_names(there) == []
    assert not list(tmp_path.rglob("*evil*"))
    assert [one for one in there.iterdir() if one.is_dir()] == []


@pytest.mark.parametrize("entry", ["2018-06-antwerp/log/more.jsonl", "beside.txt", "../up"])
def test_a_file_that_is_not_listed_is_refused(session: Session, tmp_path: Path, entry: str) -> None:
    path = changed(packed(session, tmp_path), lambda files: files.update({entry: b"x"}))
    with pytest.raises(DoesNotHold, match="not as it was packed"):
        restore(path, tmp_path / "elsewhere")


def test_a_changed_or_missing_file_is_refused(session: Session, tmp_path: Path) -> None:
    path = packed(session, tmp_path)
    log = "2018-06-antwerp/log/antwerp.1.jsonl"

    def cut(files: dict[str, bytes]) -> None:
        files[log] = files[log][: files[log].rfind(b"\n", 0, -1) + 1]

    for change in (cut, lambda files: files.pop(log)):
        with pytest.raises(DoesNotHold, match="packed"):
            restore(changed(path, change), tmp_path / "elsewhere")
    assert session_names(tmp_path / "elsewhere") == []


def test_a_bomb_is_refused_before_it_is_unpacked(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archives, "LARGEST", 1 << 20)
    path = tmp_path / "bomb.zip"

    def bomb(files: dict[str, bytes]) -> None:
        listing(files, "log/b.1.jsonl", b"0" * (2 << 20))

    path = changed(packed(session, tmp_path), bomb)
    with pytest.raises(DoesNotHold, match="unpack to more"):
        restore(path, tmp_path / "elsewhere")


def test_a_link_is_refused(session: Session, tmp_path: Path) -> None:
    path = packed(session, tmp_path)
    with zipfile.ZipFile(path) as old:
        files = {info.filename: old.read(info) for info in old.infolist()}
    with zipfile.ZipFile(tmp_path / "link.zip", "w") as new:
        for name, data in files.items():
            info = zipfile.ZipInfo(name)
            info.external_attr = (0o120777 if name.endswith("antwerp.1.jsonl") else 0o100600) << 16
            new.writestr(info, data)
    with pytest.raises(DoesNotHold, match="links"):
        restore(tmp_path / "link.zip", tmp_path / "elsewhere")


@pytest.mark.parametrize("place", range(0, 1200, 97))
def test_a_damaged_archive_says_so_in_words_of_its_own(
    session: Session, tmp_path: Path, place: int
) -> None:
    path = packed(session, tmp_path)
    data = bytearray(path.read_bytes())
    data[-1 - place] ^= 0x55
    path.write_bytes(data)
    try:
        back = restore(path, tmp_path / "elsewhere")
    except PlenaryError as error:
        for leak in ("CRC", "zip file:", "item named", "Error", "decompress", "header", "codec"):
            assert leak not in str(error)
        assert session_names(tmp_path / "elsewhere") == []
    else:  # a byte that says nothing of the content, such as a time
        assert told(back.folder) == told(session.folder)


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 no zip", b"notes of a meeting"])
def test_what_is_no_archive_says_so(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "odd.zip"
    path.write_bytes(data)
    with pytest.raises(WrongUse, match="no archive"):
        restore(path, tmp_path / "elsewhere")
    with zipfile.ZipFile(path, "w") as other:
        other.writestr("hello.txt", "hello")
    with pytest.raises(WrongUse, match="plenary archive"):
        restore(path, tmp_path / "elsewhere")
    with pytest.raises(WrongUse, match="check the name"):
        restore(tmp_path / "none.zip", tmp_path / "elsewhere")
