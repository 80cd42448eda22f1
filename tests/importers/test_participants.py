"""A list of participants is read as its columns are shown, and no delegation is guessed."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plenary_tui.errors import WrongUse
from plenary_tui.importers.arriving import Said
from plenary_tui.importers.participants import persons, recognise, with_choices
from plenary_tui.importers.participants.naming import Names, is_a_code
from plenary_tui.importers.source import Foreign, Source
from plenary_tui.importers.tables import table_of_text, table_of_workbook
from plenary_tui.record.delegations import Roster
from plenary_tui.record.kinds import Delegate, Delegation

from .offices import accounted, commands, looked, packed, room, total, workbook

ROWS = (
    ("List of participants",),
    ("Country / Pays", "Code", "Name", "Function", "Head of delegation", "Status"),
    ("Novaria", "NV", "Ms Ana Lund", "Ambassador", "yes", ""),
    ("Keldia", "KE", "KARR, Bo", "Counsellor", "", "Participant"),
    ("", "", "Cy Dun", "Chef de délégation", "", ""),
    ("Ostlnd", "", "Dee Ray", "", "", ""),
    ("Gem Dealers Association (GDA)", "", "Eve Fox", "", "no", "observateur"),
)
TEXT = "\n".join(";".join(row) for row in ROWS)


def people(found: tuple[object, ...]) -> list[tuple[str, str, str]]:
    return [(o.delegation, o.person, o.role) for o in found if isinstance(o, Delegate)]


def delegations(found: tuple[object, ...]) -> list[tuple[str, tuple[str, ...], str]]:
    return [(o.code, o.names, o.status) for o in found if isinstance(o, Delegation)]


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_persons_get_their_delegation_and_their_role(tmp_path: Path, form: str) -> None:
    data = workbook(*ROWS) if form == "xlsx" else TEXT.encode()
    look = looked(tmp_path, f"list.{form}", data, into=room())
    assert people(commands(look)) == [
        ("NV", "Ms Ana Lund", "head, Ambassador"),
        ("KE", "Bo KARR", "Counsellor"),
        ("KE", "Cy Dun", "head"),
        ("GDA", "Eve Fox", ""),
    ]
    assert delegations(commands(look)) == [("GDA", ("Gem Dealers Association",), "Observer")]
    assert [place for place, _ in look.not_understood] == [6]
    assert accounted(look) == total(look) == 7


def test_a_name_that_is_not_certain_is_asked_about_and_used_only_as_said(tmp_path: Path) -> None:
    look = looked(tmp_path, "list.csv", TEXT, into=room())
    (doubt,) = look.doubts
    assert (doubt.name, doubt.close[0], doubt.rows) == ("Ostlnd", ("OS", "Ostland"), (6,))
    assert not look.is_clear
    assert "OS" not in {one[0] for one in people(commands(look))}
    said = Said(delegations={"Ostlnd": "OS"})
    again = looked(tmp_path, "list.csv", TEXT, said, into=room())
    assert again.is_clear
    elsewhere = looked(tmp_path, "list.csv", TEXT, Said(delegations={"Ostlnd": "EE"}))
    assert ("EE", ("Estonia",), "") in delegations(commands(elsewhere))
    assert ("OS", "Dee Ray", "") in people(commands(again))


def test_the_columns_are_shown_with_three_rows_and_changed_as_said(tmp_path: Path) -> None:
    look = looked(tmp_path, "list.csv", TEXT, into=room())
    shown = "\n".join(look.columns.shown())
    for words in ("Country / Pays", "delegation", "Ms Ana Lund", "row 5"):
        assert words in shown
    said = Said(columns="function=,name=D")
    other = looked(tmp_path, "list.csv", TEXT, said, into=room())
    assert people(commands(other))[0] == ("NV", "Ambassador", "head")
    by_heading = Said(columns="name=Function")
    assert looked(tmp_path, "list.csv", TEXT, by_heading, into=room()).columns.field(3) == "name"


@pytest.mark.parametrize(
    ("said", "says"),
    [("name=ZZ", "no column ZZ"), ("A", "names no column"), ("hat=A", "names no column"),
     ("code=,delegation=", "No column holds delegations")],
)  # fmt: skip
def test_a_mapping_that_says_nothing_is_refused(tmp_path: Path, said: str, says: str) -> None:
    with pytest.raises(WrongUse, match=says):
        looked(tmp_path, "list.csv", TEXT, Said(columns=said), into=room())


def test_columns_without_headings_are_recognised_by_what_stands_in_them() -> None:
    text = "NV,Ana Lund,Observer\nKE,Bo Karr,Participant\nOS,Cy Dun,Observer\n"
    columns = recognise(table_of_text(Source("x.csv", text)), Names(room().roster))
    assert columns.places == {"code": 0, "name": 1, "status": 2}
    assert columns.guessed == {"code", "name", "status"}
    assert len(columns.rows) == 3


def test_what_stands_already_is_not_told_again_and_a_new_class_is_said(tmp_path: Path) -> None:
    meeting = room()
    meeting.roster = meeting.roster.with_person(Delegate(delegation="NV", person="Ana Lund"))
    text = "Country,Name,Status\nNovaria,ANA LUND,Observer\n"
    look = looked(tmp_path, "list.csv", text, into=meeting)
    assert people(commands(look)) == []
    assert delegations(commands(look)) == [("NV", ("Novaria",), "Observer")]
    assert any("NV is Participant now and becomes Observer" in note for note in look.notes)
    assert "1 row that stands already left out" in look.closing


def test_countries_are_known_by_code_and_by_name_in_four_languages() -> None:
    names = Names(Roster())
    assert {names.exact(one) for one in ("Belgique", "Bélgica", "Belgien", "BE", "BEL")} == {"BE"}
    assert names.exact("the Republic of Angola") == "AO"
    assert names.exact("Belgiqe") == ""
    assert names.close("Belgiqe")[0][0] == "BE"


def test_a_code_with_a_name_that_is_not_its_own_keeps_the_lists_name(tmp_path: Path) -> None:
    look = looked(tmp_path, "list.csv", "Country,Code,Name\nKeldia,KE,Bo Karr\n")
    assert delegations(commands(look)) == [("KE", ("Keldia",), "")]


def test_a_code_of_the_session_stands_for_nobody_else() -> None:
    names = Names(room().roster)  # where KE is Keldia, and no other country
    assert (names.exact("KE"), names.exact("Kenya"), names.exact("KEN")) == ("KE", "", "")


def test_a_code_that_contradicts_the_name_is_not_understood(tmp_path: Path) -> None:
    look = looked(tmp_path, "list.csv", "Country,Code,Name\nNovaria,KE,Ana Lund\n", into=room())
    assert "its code is KE" in look.not_understood[0][1]


def test_other_sheets_are_said_and_can_be_named(tmp_path: Path) -> None:
    data = workbook(("Country", "Name"), ("Novaria", "Ana Lund"), title="Members", more="Others")
    look = looked(tmp_path, "list.xlsx", data, into=room())
    assert any("only the sheet Members was read, not Others" in note for note in look.notes)
    with pytest.raises(WrongUse, match="there is Members, Others"):
        looked(tmp_path, "list.xlsx", data, Said(sheet="Guests"), into=room())


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (packed(xl__workbook_xml=b'<!DOCTYPE a [<!ENTITY b "c">]><a/>'), "a DTD"),
        (packed(xl__workbook_xml=b"<a/>" + b" " * (65 * 2**20)), "many times its size"),
        (packed(xl__workbook_xml=b"<a/>", xl__vbaProject=b"x"), "macros"),
        (packed(xl__workbook_xml=b"<a/>"), "is damaged"),
        (workbook(("Country",))[:-40], "cut off"),
    ],
)
def test_a_spreadsheet_that_could_do_harm_is_refused_before_it_is_opened(
    data: bytes, says: str
) -> None:
    with pytest.raises(WrongUse) as refused:
        table_of_workbook(Foreign("list.xlsx", data))
    assert says in str(refused.value)
    assert str(refused.value).startswith("list.xlsx")


def test_a_row_too_many_is_named() -> None:
    text = "Country,Name\n" + "Novaria,Ana\n" * 20_001
    with pytest.raises(WrongUse, match=r"long\.csv, row 2000[01]"):
        table_of_text(Source("long.csv", text))


_CELLS = st.one_of(
    st.sampled_from(
        ["Country", "Code", "Name", "Head of delegation", "Status", "Novaria", "NV", "Ana Lund",
         "x", "", "KE", "Belgique", "\u202e\x1b[2J", "Observer", "a;b", 'q"', "Zz"]
    ),
    st.text(max_size=8),
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(_CELLS, min_size=1, max_size=5), max_size=8), st.sampled_from([",", ";"]))
def test_every_row_of_any_table_is_accounted_for(rows: list[list[str]], sign: str) -> None:
    held = io.StringIO()
    csv.writer(held, delimiter=sign).writerows(rows)
    from plenary_tui.importers.participants import stated

    meeting = room()
    names = Names(meeting.roster)
    try:
        columns = recognise(table_of_text(Source("x.csv", held.getvalue())), names)
        found, _ = stated("x.csv", columns, names, meeting)
    except WrongUse:
        return
    counted = sum(found.counts.values()) + sum(found.left_out.values())
    assert counted + len(found.not_understood) == found.total
    assert all(one.code or one.why for one in persons(columns, names))
    assert with_choices(columns, "").places == columns.places


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=200), st.integers(0, 4000))
def test_no_bytes_make_the_reader_of_spreadsheets_fall(junk: bytes, place: int) -> None:
    whole = workbook(("Country", "Name"), ("Novaria", "Ana"))
    for data in (b"PK\x03\x04" + junk, whole[:place] + junk + whole[place + len(junk) :]):
        try:
            table_of_workbook(Foreign("x.xlsx", data))
        except WrongUse as error:
            assert "\n" not in str(error)


LEAGUES = (
    "Country/Organisation,Name\nVelmara,Ana Lund\nHarbour League,Bo Karr\nHarbour Lodge,Cy Dun\n"
    "Republic of Velmora,Dee Ray\nNorwai,Eve Fox\nNowhere?,Flo Gale\n"
)


def test_a_list_without_a_roster_makes_the_delegations_that_are_like_no_other(
    tmp_path: Path,
) -> None:
    look = looked(tmp_path, "list.csv", LEAGUES)
    made = {one.name: one.proposed for one in look.doubts if one.made}
    assert made == {"Velmara": "VEL", "Harbour League": "HL", "Harbour Lodge": "HLOD",
                    "Republic of Velmora": "VELM"}  # fmt: skip
    assert ("HL", ("Harbour League",), "") in delegations(commands(look))
    assert ("HLOD", "Cy Dun", "") in people(commands(look))
    assert "Velmara VEL, Harbour League HL" in "\n".join(look.said())
    asked = {one.name: one.close for one in look.doubts if not one.made}
    assert asked == {"Norwai": (("NO", "Norway"),), "Nowhere?": ()}
    again = looked(
        tmp_path, "list.csv", LEAGUES, Said(delegations={"Velmara": "VMA", "Norwai": ""})
    )
    assert ("VMA", ("Velmara",), "") in delegations(commands(again))
    assert [one.name for one in again.doubts if not one.made] == ["Norwai", "Nowhere?"]
    here = looked(tmp_path, "list.csv", LEAGUES, into=room())
    assert not any(one.made for one in here.doubts)
    assert '--delegation "Velmara=VEL"' in "\n".join(here.said())


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Velmara", ""), ("Ghost", ""), ("Osk", ""), ("Harbour League", ""),
        ("Republic of Velmara", ""), ("Bostwana", "BW"), ("Untied Kingdom", "GB"),
        ("Rep. of Korea", "KR"), ("World Diamond Counsel", "WDC"),
    ],
)  # fmt: skip
def test_only_what_is_really_like_a_name_is_suggested(text: str, code: str) -> None:
    assert [one for one, _ in Names(Roster()).close(text)][:1] == ([code] if code else [])


@given(st.lists(st.text(st.sampled_from("abc é-'(1&"), max_size=14), max_size=12))
def test_codes_of_new_delegations_are_codes_and_nobody_elses(names: list[str]) -> None:
    known, taken = Names(Roster()), set[str]()
    for name in names:
        code = known.proposed(name, taken)
        assert not code or (is_a_code(code) and code not in taken and not known.exact(code))
        taken.add(code)


def test_a_code_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WrongUse, match="no code for “Velmara”"):
        looked(tmp_path, "list.csv", LEAGUES, Said(delegations={"Velmara": "V M"}))


def test_headings_and_rows_that_are_cut_by_different_signs_are_said(tmp_path: Path) -> None:
    with pytest.raises(WrongUse, match="headings are parted by commas and its rows by semicolons"):
        looked(tmp_path, "list.csv", "Country,Delegate\nNovaria;Ana Lund\n", into=room())
