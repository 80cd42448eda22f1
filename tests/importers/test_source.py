"""A foreign file is read whole, or refused in one sentence that says what to do."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from plenary_tui.errors import WrongUse
from plenary_tui.importers.source import LARGEST, read_source

TEXT = "10:31 NV: the café — “so be it”\n"


def write(tmp_path: Path, data: bytes, name: str = "notes.txt") -> Path:
    path = tmp_path / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_text_reads_the_same_in_every_encoding_that_people_use(
    tmp_path: Path, encoding: str
) -> None:
    source = read_source(write(tmp_path, TEXT.encode(encoding)))
    assert source.text == TEXT
    assert source.name == "notes.txt"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "is empty"),
        (b" \n\n", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (b"PK\x03\x04rest of it", "is a Word file"),
        (b"%PDF-1.7 rest", "is a PDF"),
        (b"{\\rtf1 rest}", "rich text"),
        (b"\x7fELF\x02\x01\x01" + bytes(40), "is no text file"),
        (bytes(range(0x80, 0x100)) * 8, "not in an encoding that is known"),
        ("Привет, мир: заседание".encode("koi8-r"), "not in an encoding that is known"),
        ("10:31 NV: a café, again a café".encode()[:-1], "stops in the middle of a character"),
        (TEXT.encode("utf-16")[:-1], "stops in the middle of a character"),
    ],
)
def test_what_is_no_text_is_refused_in_one_sentence(tmp_path: Path, data: bytes, says: str) -> None:
    with pytest.raises(WrongUse) as refused:
        read_source(write(tmp_path, data))
    assert says in str(refused.value)
    assert "\n" not in str(refused.value) and str(refused.value).endswith(".")


def test_a_file_without_its_last_letter_in_the_old_encoding_is_still_read(tmp_path: Path) -> None:
    assert read_source(write(tmp_path, b"10:31 NV: the caf\xe9")).text.endswith("café")


def test_a_file_over_the_limit_is_refused_without_reading_it_whole(tmp_path: Path) -> None:
    path = tmp_path / "huge.log"
    with path.open("wb") as file:
        file.truncate(100 * 1024 * 1024)
    with pytest.raises(WrongUse, match="larger than 32 MB"):
        read_source(path)
    with path.open("wb") as file:
        file.write(b"a" * LARGEST)
    assert len(read_source(path).text) == LARGEST


def test_a_folder_a_missing_file_and_a_pipe_are_named_as_such(tmp_path: Path) -> None:
    with pytest.raises(WrongUse, match="is a folder"):
        read_source(tmp_path)
    with pytest.raises(WrongUse, match="There is no file"):
        read_source(tmp_path / "absent.txt")
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
        with pytest.raises(WrongUse, match="is no ordinary file"):
            read_source(tmp_path / "pipe")


def test_a_file_that_may_not_be_read_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path, b"NV: x")

    def refuse(*args: object, **kwargs: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(WrongUse, match=r"cannot be read \(permission denied\)"):
        read_source(path)


def test_a_name_that_would_move_the_cursor_is_cleaned_where_it_is_shown(tmp_path: Path) -> None:
    source = read_source(write(tmp_path, b"NV: x", "a\x1b[2Jb.txt"))
    assert "\x1b" not in source.name


def test_the_formatting_codes_of_irc_do_not_make_a_binary(tmp_path: Path) -> None:
    line = b"10:00:00 <bot> \x0313html\x0f \x0315darobin\x0f pushed \x021\x02\n"
    assert read_source(write(tmp_path, line * 5)).text.count("pushed") == 5
