"""Full text over all sessions: found as people type, and never what is closed."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plenary_tui.errors import StoreError, WrongUse
from plenary_tui.store.asking import asked
from plenary_tui.store.indexing import Indexing
from plenary_tui.store.search import CLOSES, FILE, OPENS, Index
from plenary_tui.store.session import Session

from .sessions import clock, copy_of, new_session, record


def archive(tmp_path: Path) -> Path:
    """Make two sessions of different years."""
    new_session(
        tmp_path / "2018-06-antwerp",
        "NV (Ms Aurelia) for Coast Group: the sub-team on artisanal mining reports in May",
        "... and again in Côte d’Ivoire",
        "OS: rough diamonds of São Tomé",
        "Proposal TR: a moratorium on transfers",
        "+ OS",
        "Objection NV: not before May",
        "Item 1",
        "GDA: moratoria are slow",
        "Objection withdrawn NV",
        "Adopted:",
    )
    other = new_session(tmp_path / "2019-11-goma")
    record(other, "goma", ["Date: 2019-11-18", "09:00 NV: mining once more"])
    return tmp_path


@pytest.fixture
def sessions(tmp_path: Path) -> Path:
    return archive(tmp_path)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same for tests that only search."""
    return archive(tmp_path_factory.mktemp("archive"))


def entries(index: Index, words: str, **filters: str) -> list[str]:
    return [f"{hit.session[:4]} {hit.entry}" for hit in index.search(words, **filters)]  # type: ignore[arg-type]


def test_words_phrases_beginnings_and_accents(shared: Path) -> None:
    index = Index(shared)
    assert entries(index, "artisanal MINING") == ["2018 antwerp-13"]
    assert set(entries(index, "mining")) == {"2018 antwerp-13", "2019 goma-2"}
    assert entries(index, '"rough diamonds"') == ["2018 antwerp-15"]
    assert entries(index, '"diamonds rough"') == []
    assert entries(index, "sao tome") == ["2018 antwerp-15"]
    assert entries(index, "cote") == ["2018 antwerp-13"]
    assert entries(index, "ivoire reports") == ["2018 antwerp-13"]
    assert "2018 antwerp-20" in entries(index, "moratori*")
    assert "2018 antwerp-20" not in entries(index, "moratori")
    assert entries(index, "sub-team") == ["2018 antwerp-13"]


def test_a_hit_says_where_when_who_and_the_words_around(shared: Path) -> None:
    (hit,) = Index(shared).search("once")
    assert hit.session == "2019-11-goma"
    assert hit.when == "2019-11-18 09:00"
    assert (hit.speaker, hit.item) == ("NV", "2")
    assert hit.text == "mining once more"


def test_filters(shared: Path) -> None:
    index = Index(shared)
    assert entries(index, "mining", session="2019-11-goma") == ["2019 goma-2"]
    assert entries(index, "mining", since="2019") == ["2019 goma-2"]
    assert entries(index, "mining", since="2019-11-19") == []
    assert len(entries(index, "moratori*", delegation="TR")) == 1
    assert entries(index, "may", delegation="Novaria") != []
    assert entries(index, "mining", delegation="coast group") == ["2018 antwerp-13"]
    assert entries(index, "moratorium", stance="supports") == ["2018 antwerp-17"]
    assert entries(index, "may", stance="opposes") == ["2018 antwerp-18"]
    assert entries(index, "moratori*", topic="opening") == ["2018 antwerp-20", "2018 antwerp-22"]
    assert "2018 antwerp-13" in entries(index, "mining", body="working group on monitoring")
    assert entries(index, "moratoria", body="WGM") == []
    assert len(index.search("mining", limit=1)) == 1
    with pytest.raises(WrongUse, match="2018-06-19"):
        index.search("mining", since="last year")


@pytest.mark.parametrize(
    "words",
    ['"', '""', "AND", "NOT", "a OR", "NEAR(a b)", "text:mining", "mining*)", "(", "-mining", "^a",
     "'; DROP TABLE words; --", "mining\x00", "*", "***", "{text} : x", 'x" OR "y', "\ud800", "²"],
)  # fmt: skip
def test_no_input_is_syntax(shared: Path, words: str) -> None:
    index = Index(shared)
    for kwargs in ({}, {"topic": words}):
        try:
            index.search(words if not kwargs else "mining", **kwargs)  # type: ignore[arg-type]
        except WrongUse as error:
            assert "no word" in str(error)
    assert entries(index, "once") == ["2019 goma-2"]


@settings(max_examples=60, deadline=None)
@given(words=st.text(alphabet=st.sampled_from("abÄ\"*()^-:{}+'\\ \x00\u2028²ANDORNT"), max_size=12))
def test_any_text_can_be_looked_for(shared: Path, words: str) -> None:
    index = Index(shared)
    try:
        assert isinstance(index.search(words), list)
    except WrongUse:
        assert not any(sign.isascii() and sign.isalnum() for sign in words)


def test_nothing_closed_is_found_or_in_the_file(sessions: Path) -> None:
    folder = sessions / "2018-06-antwerp"
    lines = [
        "Private: zugzwang", "11:01 NV: marzipan in the open", "In camera:", "NV: quicksand",
        "Proposal: seaweed", "Adopted: the harbour seat", "Open session:", "Restricted:",
        "NV: buckthorn", "... more buckthorn", "Open session:", "NV: said and undone: halibut",
        "undo", "NV: colour", "s/colour/hue/", "In camera:",
        "Delegation QQ: Sycamore; Observer", "Body WGX: Working Group on Larch",
        "Restricted:", "Delegation RR: Juniper; Observer", "Open session:",
    ]  # fmt: skip
    record(folder, "antwerp", lines, now=clock(start="2018-06-19T11:00"))
    index = Index(sessions)
    for word in (
        "zugzwang", "quicksand", "seaweed", "buckthorn", "halibut", "colour", "Sycamore", "Larch",
        "Juniper", "sycamore", "larch", "juniper",
    ):  # fmt: skip
        assert entries(index, word) == [], word
        assert word.encode() not in (sessions / FILE).read_bytes(), word
    assert len(entries(index, "hue")) == 1
    assert len(entries(index, "harbour")) == 1
    assert len(entries(index, "marzipan")) == 1


def test_words_that_come_under_seal_later_leave_the_file(sessions: Path) -> None:
    folder = sessions / "2018-06-antwerp"
    lines = ["11:01 NV (Mr Badger): marzipan"]
    record(folder, "antwerp", lines, now=clock(start="2018-06-19T11:01"))
    index = Index(sessions)
    assert len(entries(index, "marzipan")) == 1
    assert b"marzipan" in (sessions / FILE).read_bytes()
    record(folder, "antwerp", ["In camera from 11:00:"], now=clock(start="2018-06-19T11:03"))
    assert entries(index, "marzipan") == []
    for word in (b"marzipan", b"badger", b"Badger"):
        assert word not in (sessions / FILE).read_bytes()


def test_it_follows_what_changes_and_what_goes(sessions: Path) -> None:
    index = Index(sessions)
    assert entries(index, "platypus") == []
    record(sessions / "2019-11-goma", "goma", ["OS: platypus"])
    assert entries(index, "platypus") == ["2019 goma-3"]
    copy_of(sessions / "2019-11-goma", sessions / "2020-copy")
    assert len(entries(index, "platypus")) == 2
    for folder in ("2019-11-goma", "2020-copy"):
        (sessions / folder).rename(sessions / f".{folder}")
    assert entries(index, "platypus") == []


def test_one_damaged_session_harms_no_other(sessions: Path) -> None:
    log = sessions / "2018-06-antwerp" / "log" / "antwerp.1.jsonl"
    log.write_bytes(b"\x00\xff garbage\n" * 5)
    broken = sessions / "2017-broken" / "log"
    broken.mkdir(parents=True)
    (broken / "a.1.jsonl").mkdir()
    index = Index(sessions)
    assert entries(index, "mining") == ["2019 goma-2"]


def test_a_damaged_index_says_what_to_do_and_is_made_anew(sessions: Path) -> None:
    index = Index(sessions)
    index.rebuild()
    (sessions / FILE).write_bytes(b"this is no database, whatever it says " * 200)
    with pytest.raises(StoreError, match="plenary rebuild"):
        index.search("mining")
    seen: list[str] = []
    index.rebuild(lambda name, place, of: seen.append(f"{name} {place}/{of}"))
    assert seen == ["2018-06-antwerp 1/2", "2019-11-goma 2/2"]
    assert len(entries(index, "mining")) == 2
    assert (sessions / FILE).stat().st_mode & 0o077 == 0


def test_an_unchanged_session_is_not_read_again(
    sessions: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index = Index(sessions)
    index.search("mining")
    read: list[str] = []
    monkeypatch.setattr(index, "update", lambda session: read.append(session.name))
    index.search("mining")
    assert read == []
    record(sessions / "2019-11-goma", "goma", ["OS: new"])
    index.search("mining")
    assert read == ["2019-11-goma"]


def named(tmp_path: Path) -> Index:
    """Make two sessions in which one delegation has another name and code."""
    one = ["Delegation SZ: Swamland, the Kingdom of Swamland; Participant",
           "Delegation OS: Ostrava Sea; Participant", "Date: 2017-11-20", "Opened: 09:00",
           "09:01 SZ: reeds are cut", "09:02 OS: reeds grow"]  # fmt: skip
    two = ["Delegation EW: Ewatin, the Kingdom of Ewatin, Swamland; Participant",
           "Date: 2019-11-20", "Opened: 09:00", "09:01 EW: reeds once more"]  # fmt: skip
    three = ["Delegation SZ: Swamland; Participant", "Date: 2018-11-20", "Opened: 09:00",
             "09:01 SZ: reeds again"]  # fmt: skip
    for name, lines in (("2017-a", one), ("2018-b", three), ("2019-c", two)):
        (tmp_path / name).mkdir()
        record(tmp_path / name, "desk", lines)
    index = Index(tmp_path)
    index.refresh()
    return index


@pytest.mark.parametrize("typed", ["SZ", "swamland", "Ewatin", "EW", "ewat", "the Kingdom"])
def test_a_delegation_is_found_through_its_changes_of_name(tmp_path: Path, typed: str) -> None:
    index = named(tmp_path)
    found = index.positions(asked(f'reeds delegation:"{typed}"'))
    assert all("grow" not in one.text for one in found)
    assert [one.when[:4] for one in found] == ["2017", "2018", "2019"]


def test_kinds_days_items_and_what_a_statement_was_about(shared: Path) -> None:
    index = Index(shared)
    index.refresh()

    def found(typed: str) -> list[str]:
        return [f"{hit.session[:4]} {hit.entry}" for hit in index.look(asked(typed))]

    assert found("kind:objection") == ["2018 antwerp-18"]
    assert found("kind:decision") == ["2018 antwerp-22"]
    assert found("mining until:2018") == ["2018 antwerp-13"]
    assert found("mining since:2019-11 until:2019-11-18") == ["2019 goma-2"]
    assert found("kind:objection since:2018-06-20") == []
    assert "2018 antwerp-13" in found("item:2")
    assert "2018 antwerp-20" not in found("item:2 kind:intervention")
    assert found("item:mines kind:proposal") == ["2018 antwerp-16"]
    (objected,) = index.look(asked("kind:objection"))
    assert objected.about == "P1: a moratorium on transfers (adopted)"
    assert (objected.name, objected.stance) == ("Novaria", "opposes")
    assert index.look(asked("mining session:2020")) == []


def test_the_last_word_may_be_begun_while_it_is_typed(shared: Path) -> None:
    index = Index(shared)
    index.refresh()
    assert index.look(asked("artis")) == []
    for typed in ("art", "artis", "artisa", "mining artis", "CÔT", "sub-te"):
        assert [hit.entry for hit in index.look(asked(typed), live=True)] == ["antwerp-13"], typed
    assert index.look(asked('"artis"'), live=True) == []


def test_what_was_looked_for_is_marked(shared: Path) -> None:
    index = Index(shared)
    index.refresh()
    (hit,) = index.look(asked("sao"))
    assert hit.marked == f"rough diamonds of {OPENS}São{CLOSES} Tomé"
    assert hit.text == "rough diamonds of São Tomé"


def test_only_what_changed_is_written_and_grown_words_need_no_scrubbing(
    sessions: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index = Index(sessions)
    index.refresh()
    scrubbed: list[int] = []
    monkeypatch.setattr("plenary_tui.store.search._scrub", lambda base: scrubbed.append(1))
    with sqlite3.connect(sessions / FILE) as base:
        before = set(base.execute("SELECT id FROM statement"))
    folder = sessions / "2019-11-goma"
    record(folder, "goma", ["09:10 OS: one", "... and platypus"])
    index.refresh()
    record(folder, "goma", ["... and wombat"])
    index.refresh()
    with sqlite3.connect(sessions / FILE) as base:
        after = set(base.execute("SELECT id FROM statement"))
    assert len(after - before) == 1
    assert before <= after
    assert not scrubbed
    assert len(index.look(asked("platypus wombat"))) == 1


def test_an_index_of_an_earlier_version_is_made_anew(sessions: Path) -> None:
    with sqlite3.connect(sessions / FILE) as base:
        base.executescript(
            "CREATE TABLE session (name TEXT PRIMARY KEY, fingerprint TEXT NOT NULL);"
            "CREATE TABLE party (name TEXT); PRAGMA user_version = 1;"
        )
    assert len(entries(Index(sessions), "mining")) == 2


def test_a_rebuild_that_fails_leaves_the_old_index(sessions: Path) -> None:
    index = Index(sessions)
    index.refresh()

    def fail(name: str, place: int, of: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        index.rebuild(fail)
    assert len(index.look(asked("mining"))) == 2
    assert sorted(path.name for path in sessions.glob("*index*")) == [FILE]


def test_what_is_recorded_can_be_searched_in_a_while(sessions: Path) -> None:
    index = Index(sessions)
    index.refresh()
    session = Session(sessions / "2019-11-goma")
    troubles: list[str] = []
    indexing = Indexing(sessions, session.folder, troubles.append, every=60, idle=0.05)
    indexing.look(session.record)
    record(session.folder, "goma", ["09:10 OS: platypus", "Private: zugzwang"])
    session.poll()
    indexing.look(session.record)
    until(lambda: bool(index.look(asked("platypus"))))
    assert index.look(asked("zugzwang")) == []
    read: list[str] = []
    index.update = lambda session: read.append(session.name)  # type: ignore[method-assign]
    index.refresh()
    assert read == [], "what was indexed while it was recorded is not read again"
    (sessions / FILE).unlink()
    (sessions / FILE).mkdir()
    for line in ("09:11 OS: one", "09:12 OS: two"):
        record(session.folder, "goma", [line])
        session.poll()
        indexing.look(session.record)
        time.sleep(0.2)
    until(lambda: bool(troubles))
    indexing.stop()
    assert len(troubles) == 1
    assert "the record is on disk" in troubles[0]


def until(holds: Callable[[], bool]) -> None:
    """Wait for a thread."""
    end = time.monotonic() + 10
    while not holds():
        assert time.monotonic() < end, "it did not come to hold"
        time.sleep(0.01)
