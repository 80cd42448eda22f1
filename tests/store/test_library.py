"""The catalogue: what the sessions are, decided and promised, and nothing that is closed."""

from __future__ import annotations

from pathlib import Path

import pytest
from tinydb import Query

from plenary_tui.store.library import FILE, Library
from plenary_tui.store.session import Session

from .sessions import clock, new_session, record


@pytest.fixture
def sessions(tmp_path: Path) -> Path:
    new_session(
        tmp_path / "2018-06-antwerp",
        "Delegate NV: Ms Aurelia, head",
        "Draft decision NV: a sub-team",
        "Adopted:",
        "Proposal OS: a matter for later",
        "Noted:",
        "Proposal TR: still open",
        "Action WGM: a report by 2018-09-15",
        "Check: the figure",
    )
    new_session(tmp_path / "2019-11-goma", "NV: nothing decided", "Closed: 18:00")
    return tmp_path


def test_a_row_tells_what_a_session_is_decided_and_owes(sessions: Path) -> None:
    antwerp, goma = Library(sessions).rows()
    assert (antwerp["session"], antwerp["title"]) == ("2018-06-antwerp", "Training Plenary")
    assert (antwerp["open"], goma["open"]) == (True, False)
    assert antwerp["worklist"] == antwerp["sittings"] == 1
    assert {"code": "GDA", "name": "Gem Dealers", "status": "Observer"} in antwerp["delegations"]
    assert antwerp["officers"] == [{"delegation": "NV", "person": "Ms Aurelia", "role": "head"}]
    decided = [(one["number"], one["state"], one["text"]) for one in antwerp["decisions"]]
    assert decided == [
        ("Administrative Decision 1", "adopted", "a sub-team"),
        ("", "noted", "a matter for later"),
    ]
    (owed,) = antwerp["follow_ups"]
    assert (owed["owner"], owed["due"], owed["state"]) == ("WGM", "2018-09-15", "open")
    assert goma["decisions"] == goma["drafts"] == []


def test_a_row_lists_the_drafts_that_were_issued_and_counts_what_is_open(tmp_path: Path) -> None:
    paragraph = '{"ref":{"section":"values"},"text":"Six [or ten] seats.","number":"1",' \
                '"brackets":[{"start":4,"end":12}]}'  # fmt: skip
    new_session(
        tmp_path / "2019-11-goma",
        '.draft_issued {"label":"1","symbol":"TP/L.1","sections":[{"key":"values","blocks":['
        f"{paragraph}]}}]}}",
        '.draft_issued {"label":"2","symbol":"TP/L.1/Rev.1","state":"CHAIR\'S TEXT"}',
    )
    (row,) = Library(tmp_path).rows()
    assert [(one["label"], one["symbol"], one["state"]) for one in row["drafts"]] == [
        ("1", "TP/L.1", "DRAFT"), ("2", "TP/L.1/Rev.1", "CHAIR'S TEXT"),
    ]  # fmt: skip
    assert row["brackets"] == 1


def test_it_is_queried_like_any_tinydb(sessions: Path) -> None:
    library = Library(sessions)
    library.rebuild()
    found = library.table.search(
        Query().decisions.any(Query().number == "Administrative Decision 1")
    )
    assert [row["session"] for row in found] == ["2018-06-antwerp"]


def test_it_follows_what_changes_and_what_goes(sessions: Path) -> None:
    library = Library(sessions)
    before = library.rows()
    assert Library(sessions).rows() == before
    record(sessions / "2019-11-goma", "goma", ["NV: late"])
    session = Session(sessions / "2019-11-goma")
    library.update(session)
    assert library.known().keys() == {"2018-06-antwerp", "2019-11-goma"}
    assert Library(sessions).rows()[1]["entries"] == before[1]["entries"] + 1
    (sessions / "2018-06-antwerp").rename(sessions / ".gone")
    assert [row["session"] for row in library.rows()] == ["2019-11-goma"]


def test_nothing_under_seal_is_in_it(sessions: Path) -> None:
    record(
        sessions / "2018-06-antwerp",
        "antwerp",
        ["11:01 Action NV: marzipan", "Private: zugzwang", "In camera from 11:00:",
         "Action OS: quicksand", "Proposal: seaweed", "Noted:", "Delegate OS: Mr Mole, spy"],
        now=clock(start="2018-06-19T11:01"),
    )  # fmt: skip
    Library(sessions).rebuild()
    catalogue = (sessions / FILE).read_bytes()
    for word in (b"marzipan", b"zugzwang", b"quicksand", b"seaweed", b"Mole"):
        assert word not in catalogue
    assert b"a sub-team" in catalogue


def test_one_damaged_session_is_listed_with_its_trouble_and_harms_no_other(sessions: Path) -> None:
    (sessions / "2018-06-antwerp" / ".merged").mkdir()
    (sessions / "2018-06-antwerp" / ".merged" / "log").write_text("in the way")
    antwerp, goma = Library(sessions).rows()
    assert "interrupted" in antwerp["trouble"]
    assert goma["trouble"] == ""
    (sessions / "2018-06-antwerp" / ".merged" / "log").unlink()
    antwerp, _ = Library(sessions).rows()
    assert (antwerp["trouble"], antwerp["title"]) == ("", "Training Plenary")


def test_lines_that_do_not_verify_are_named_and_a_scar_is_not(sessions: Path) -> None:
    log = sessions / "2018-06-antwerp" / "log" / "antwerp.1.jsonl"
    log.write_bytes(log.read_bytes().replace(b"a sub-team", b"a sub-team!", 1))
    other = sessions / "2019-11-goma" / "log" / "antwerp.1.jsonl"
    other.write_bytes(other.read_bytes() + b'{"p":"')
    antwerp, goma = Library(sessions).rows()
    assert any("antwerp.1.jsonl, line" in damage for damage in antwerp["damages"])
    assert goma["damages"] == []


def test_a_session_without_a_log_is_tried_again_after_a_trouble(sessions: Path) -> None:
    for folder in ("log", ".merged"):
        (sessions / "2020-half" / folder).mkdir(parents=True)
    (sessions / "2020-half" / ".merged" / "log").write_text("in the way")
    assert Library(sessions).rows()[-1]["trouble"]
    (sessions / "2020-half" / ".merged" / "log").unlink()
    half = Library(sessions).rows()[-1]
    assert (half["session"], half["trouble"], half["entries"]) == ("2020-half", "", 0)


def test_a_damaged_catalogue_is_made_anew(sessions: Path) -> None:
    rows = Library(sessions).rows()
    (sessions / FILE).write_bytes(b'{"sessions": {"1": ')
    assert Library(sessions).rows() == rows
