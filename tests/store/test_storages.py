"""TinyDB's hooks as the two storages use them, and the catalogue's file after a power cut."""

from __future__ import annotations

import errno
import inspect
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from threading import Thread

import pytest
from tinydb import TinyDB, where
from tinydb.table import Table

from plenary_tui.errors import NotDurable
from plenary_tui.record.clean import clean
from plenary_tui.store.atomic import Typing, write_whole
from plenary_tui.store.disk import RealDisk
from plenary_tui.store.log import AppendOnlyTable
from plenary_tui.store.storages import AtomicJSONStorage
from plenary_tui.store.unfinished import Piece, Unfinished

from .simulated_disk import Fault, PowerCut, SimulatedDisk
from .sweep import SESSION

CATALOGUE = Path("/sessions/library.json")


def test_tinydb_still_has_the_hooks_that_we_touch() -> None:
    """Two underscored names, a default table's name, and who calls them."""
    assert TinyDB.default_table_name == "_default"
    assert list(inspect.signature(Table._update_table).parameters) == ["self", "updater"]
    assert list(inspect.signature(Table._read_table).parameters) == ["self"]
    for change in (Table.update, Table.update_multiple, Table.remove, Table.truncate):
        assert "_update_table" in inspect.getsource(change)
        assert "_storage" not in inspect.getsource(change)
    changing = {
        name
        for name, member in inspect.getmembers(Table, inspect.isfunction)
        if "_update_table(" in inspect.getsource(member) and name != "__init__"
    } - {"_update_table"}
    assert changing == {
        "insert", "insert_multiple", "update", "update_multiple", "remove", "truncate",
    }  # fmt: skip
    assert AppendOnlyTable.insert_multiple is not Table.insert_multiple


def test_the_catalogue_is_an_ordinary_tinydb(tmp_path: Path) -> None:
    path = tmp_path / "new folder" / "library.json"
    with TinyDB(path, storage=AtomicJSONStorage) as catalogue:
        table = catalogue.table("decisions")
        table.insert({"number": "1", "at": datetime(2018, 6, 19, tzinfo=UTC), "text": "déjà"})
        table.upsert({"number": "1", "text": "vu"}, where("number") == "1")
    with TinyDB(path, storage=AtomicJSONStorage) as catalogue:
        (found,) = catalogue.table("decisions").all()
        assert found == {"number": "1", "at": "2018-06-19T00:00:00+00:00", "text": "vu"}
    assert [each.name for each in path.parent.iterdir()] == ["library.json"]


@pytest.mark.parametrize("text", ["", "{", "[1]", "\0" * 10, "[" * 100_000])
def test_a_damaged_catalogue_counts_as_none(tmp_path: Path, text: str) -> None:
    path = tmp_path / "library.json"
    path.write_text(text)
    storage = AtomicJSONStorage(path)
    assert storage.read() is None
    assert storage.unreadable
    storage.write({"t": {"1": {"a": 1}}})
    assert storage.read() == {"t": {"1": {"a": 1}}}
    assert not storage.unreadable


def after_every_cut(first: Callable[[SimulatedDisk], None], then: Callable[[SimulatedDisk], None],
                    look: Callable[[SimulatedDisk, bool], None]) -> int:  # fmt: skip
    """Cut the power at every operation of `then`; `look` learns whether it came to its end."""
    states = 0
    for cut in range(1, 50):
        disk = SimulatedDisk()
        first(disk)
        disk.cut_at = disk.count + cut
        done = False
        with suppress(PowerCut):
            then(disk)
            done = True
        for left in disk.after_cut(5):
            look(left, done)
            states += 1
        if done:
            return states
    raise AssertionError("it never came to its end")


def test_a_power_cut_leaves_the_old_catalogue_or_the_new() -> None:
    old, new = {"t": {"1": {"a": "old"}}}, {"t": {"1": {"a": "new, and longer " * 60}}}

    def look(disk: SimulatedDisk, done: bool) -> None:
        found = AtomicJSONStorage(CATALOGUE, disk).read()
        assert found in ([new] if done else [old, new])

    states = after_every_cut(
        lambda disk: AtomicJSONStorage(CATALOGUE, disk).write(old),
        lambda disk: AtomicJSONStorage(CATALOGUE, disk).write(new),
        look,
    )
    assert states > 100


def test_a_refused_catalogue_stands_as_it_was() -> None:
    for at in range(1, 5):
        disk = SimulatedDisk()
        storage = AtomicJSONStorage(CATALOGUE, disk)
        storage.write({"t": {"1": {"a": 1}}})
        disk.fault = Fault(disk.count + at, errno.ENOSPC, take=3, lasting=2)
        with suppress(NotDurable):
            storage.write({"t": {}})
            assert at == 5
        disk.fault = None
        assert storage.read() in ({"t": {"1": {"a": 1}}}, {"t": {}})
        storage.write({"t": {"2": {}}})
        assert storage.read() == {"t": {"2": {}}}


def test_what_is_being_typed_survives_a_power_cut() -> None:
    def look(disk: SimulatedDisk, done: bool) -> None:
        found = Typing(disk, SESSION, "antwerp").read().text
        assert found in (["ke: the impor"] if done else ["ke: the impo", "ke: the impor"])

    assert after_every_cut(
        lambda disk: Typing(disk, SESSION, "antwerp").write(Unfinished(Piece("ke: the impo"))),
        lambda disk: Typing(disk, SESSION, "antwerp").write(Unfinished(Piece("ke: the impor"))),
        look,
    )


def test_what_is_being_typed_is_emptied_and_cleaned(tmp_path: Path) -> None:
    from plenary_tui.store.disk import RealDisk

    typing = Typing(RealDisk(), tmp_path, "antwerp")
    assert typing.read() == Unfinished()
    typing.write(Unfinished(Piece("red \x1b[31m and \ud800")))
    assert typing.read().text == clean("red \x1b[31m and ?")
    typing.empty()
    assert typing.read() == Unfinished()
    assert (tmp_path / "typing" / "antwerp").read_bytes() == b""


def test_two_that_replace_a_file_at_once_do_not_mix(tmp_path: Path) -> None:
    path = tmp_path / "library.json"
    failed: list[OSError] = []
    write_whole(RealDisk(), path, b"a" * 100_000)

    def replace_it(letter: bytes) -> None:
        try:
            for _ in range(30):
                write_whole(RealDisk(), path, letter * 100_000)
        except OSError as error:
            failed.append(error)

    threads = [Thread(target=replace_it, args=(letter,)) for letter in (b"a", b"b", b"c")]
    for thread in threads:
        thread.start()
    seen = set()
    while any(thread.is_alive() for thread in threads):
        data = path.read_bytes()
        seen.add((len(data), len(set(data))))
    assert failed == []
    assert seen <= {(100_000, 1)}
    assert [one.name for one in tmp_path.iterdir()] == ["library.json"]
