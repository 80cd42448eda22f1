"""Plans and templates: what a new session is told, and what is refused with which words."""

from __future__ import annotations

import tomllib
from datetime import UTC, date
from importlib.resources import files
from pathlib import Path

import pytest

from plenary_tui.errors import WrongUse
from plenary_tui.importers.plans import draft_plan, plan_commands, plan_lines
from plenary_tui.record.delegations import Roster
from plenary_tui.record.kinds import (
    AgendaItem,
    Body,
    Check,
    Delegate,
    Delegation,
    Kind,
    MeetingFact,
    Presiding,
)
from plenary_tui.record.notation import Reading, parse

ANTWERP = date(2018, 6, 18)

IN_2018 = """
    AO AM AU BD BY BW BR KH CM CA CF CN CD CG CI EU GH GN GY IN ID IL JP KZ KR LA LB LS
    LR MY ML MU MX NA NZ NO PA RU SL SG ZA LK SZ CH TZ TH TG TR UA AE US VE VN ZW
"""


def told(kind: type[Kind], commands: list[Kind]) -> list[Kind]:
    return [command for command in commands if isinstance(command, kind)]


def on(day: date | None) -> dict[str, Delegation]:
    commands = plan_commands("intersessional", day=day)
    return {fact.code: fact for fact in commands if isinstance(fact, Delegation)}


def participants(day: date) -> set[str]:
    return {code for code, fact in on(day).items() if fact.status == "Participant"}


def checks(day: date | None, source: str = "intersessional") -> list[str]:
    return [c.text for c in plan_commands(source, day=day) if isinstance(c, Check)]


def officers(day: date) -> dict[str, tuple[str, str]]:
    commands = plan_commands("plenary", day=day)
    return {b.code: (b.chair, b.vice_chair) for b in commands if isinstance(b, Body)}


def plan(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "meeting.toml"
    path.write_text(text, encoding="utf-8")
    return path


def refusal(tmp_path: Path, text: str) -> str:
    with pytest.raises(WrongUse) as caught:
        plan_commands(plan(tmp_path, text))
    return str(caught.value)


# The roster on a day.


def test_fifty_four_in_june_2018() -> None:
    """53 States and the European Union; with its 28 members for one, the press's 81 countries."""
    assert participants(ANTWERP) == set(IN_2018.split())
    assert len(IN_2018.split()) == 54
    assert len(IN_2018.split()) - 1 + 28 == 81


@pytest.mark.parametrize(
    ("day", "number"),
    [
        (date(2018, 11, 12), 54),
        (date(2018, 11, 19), 55),  # Gabon: "55 members representing 82 countries" in 2019
        (date(2021, 1, 1), 56),  # the United Kingdom: "56 Participants" in Moscow
        (date(2022, 1, 1), 59),  # "59 Participants representing 85 countries" in December 2021
        (date(2024, 11, 18), 60),  # Uzbekistan: "bringing the total number to 60"
    ],
)
def test_admissions_add_up_to_the_published_numbers(day: date, number: int) -> None:
    assert len(participants(day)) == number


def test_namibia_and_norway_are_delegations() -> None:
    roster = on(ANTWERP)
    assert roster["NA"].names[0] == "Namibia"
    assert roster["NO"].names[0] == "Norway"
    lines = plan_lines("intersessional", day=ANTWERP)
    assert any(line.startswith("Delegation NA: Namibia") for line in lines)
    assert any(line.startswith("Delegation NO: Norway") for line in lines)


@pytest.mark.parametrize(
    ("code", "day", "name", "formal"),
    [
        ("SZ", date(2018, 4, 18), "Swaziland", "the Kingdom of Swaziland"),
        ("SZ", date(2018, 4, 19), "Eswatini", "the Kingdom of Eswatini"),
        ("TR", date(2022, 5, 31), "Turkey", "the Republic of Turkey"),
        ("TR", date(2022, 6, 1), "Türkiye", "the Republic of Türkiye"),
        ("CI", ANTWERP, "Côte d'Ivoire", "the Republic of Côte d'Ivoire"),
        ("VE", ANTWERP, "Venezuela", "the Bolivarian Republic of Venezuela"),
        ("AU", ANTWERP, "Australia", "Australia"),
    ],
)
def test_names_are_those_of_the_day(code: str, day: date, name: str, formal: str) -> None:
    assert on(day)[code].names[:2] == (name, formal)


def test_a_rapporteur_may_type_everyday_names() -> None:
    roster = Roster()
    for fact in on(ANTWERP).values():
        roster = roster.with_delegation(fact)
    typed = {"RSA": "ZA", "DRC": "CD", "USA": "US", "UAE": "AE", "Swaziland": "SZ", "russia": "RU"}
    assert {name: roster.code(name) for name in typed} == typed
    assert roster.code("Congo") is None, "which of the two Congos is for a person to say"


def test_no_name_or_alias_belongs_to_two() -> None:
    owners: dict[str, set[str]] = {}
    for code, fact in on(None).items():
        for name in (code, *fact.names):
            owners.setdefault(name.casefold(), set()).add(code)
    assert {name: codes for name, codes in owners.items() if len(codes) > 1} == {}


def test_observers_do_not_decide() -> None:
    roster = Roster()
    for fact in on(ANTWERP).values():
        roster = roster.with_delegation(fact)
    assert [code for code in ("WDC", "CSC", "ADPA", "DDI", "IN") if roster.decides(code)] == ["IN"]


# What is known and what is asked.


def test_officers_that_a_page_states_are_written() -> None:
    known = officers(ANTWERP)
    assert known["WGM"] == ("ZA", "")
    assert known["WGDE"] == ("WDC", "")
    assert known["AHCRR"] == ("IN", "")
    assert officers(date(2019, 6, 17))["WGM"] == ("BW", "EU")


def test_what_no_page_confirms_is_asked_and_never_stated() -> None:
    asked = "\n".join(checks(ANTWERP))
    for doubt in ("vice-chair of WGDE: NA", "chair of CPC: AU", "vice-chair of CRP: CN"):
        assert doubt in asked
    assert "Gabon as Applicant" in asked
    assert on(ANTWERP)["GA"].status == "Applicant", "listed, so that it can be recorded"
    assert officers(ANTWERP)["CPC"] == ("", "")
    assert "NA" not in "".join(text for text in checks(date(2026, 5, 4)) if "WGDE" in text)


def test_years_later_the_last_officer_known_is_only_a_hint() -> None:
    assert officers(date(2026, 5, 4))["WGS"] == ("", "")
    assert "name the chair of WGS; the last one known is US (2018)" in checks(date(2026, 5, 4))
    assert any("known to 2025-03-06 only" in text for text in checks(date(2026, 5, 4)))
    assert any("known from 2017-05-19 only" in text for text in checks(date(2012, 11, 27)))


def test_without_a_date_no_office_is_taken_for_granted() -> None:
    assert any("has no dates" in text for text in checks(None))
    commands = plan_commands("plenary")
    assert told(Presiding, commands) == []
    assert [body for body in commands if isinstance(body, Body) and body.chair] == []
    assert sum(fact.status == "Participant" for fact in on(None).values()) == 60


def test_the_chair_of_the_year_presides() -> None:
    commands = plan_commands("intersessional", day=ANTWERP)
    assert told(Presiding, commands) == [Presiding(speaker="EU", person="Hilde Hardeman")]
    assert told(Delegate, commands) == [
        Delegate(delegation="EU", person="Hilde Hardeman", role="KP Chair")
    ]
    assert told(Presiding, plan_commands("plenary", day=date(2020, 11, 2))) == []
    assert any("RU" not in t and "Chair of the Kimber" in t for t in checks(date(2020, 11, 2)))


def test_every_fact_of_the_shipped_data_is_sourced_or_marked() -> None:
    data = files("plenary_tui") / "data"
    for name in ("roster.toml", "bodies.toml"):
        held = tomllib.loads((data / name).read_text(encoding="utf-8"))
        facts = [*held.get("fact", []), *held.get("presiding", []), *held.get("body", [])]
        facts += [office for body in held.get("body", []) for office in body["offices"]]
        assert facts
        for fact in facts:
            assert fact.get("source") or fact.get("checked") is False, fact
            assert set(fact.get("source", [])) <= set(held["sources"]), fact


# Plans.


@pytest.mark.parametrize("template", ["intersessional", "plenary"])
def test_a_template_makes_a_whole_meeting(template: str) -> None:
    commands = plan_commands(template, day=ANTWERP, zone="Europe/Brussels")
    facts = {fact.field: fact.value for fact in commands if isinstance(fact, MeetingFact)}
    assert facts["kind"] == template
    assert facts["zone"] == "Europe/Brussels"
    assert facts["numbers"] == "KP/{year}/{meeting}/Administrative Decision {n}"
    assert "2018-06-18" in facts["source"]
    bodies = {body.code for body in commands if isinstance(body, Body)}
    items = [item for item in commands if isinstance(item, AgendaItem)]
    assert [item.number for item in items][:2] == ["1", "2"]
    assert {item.body for item in items if item.body} == bodies


@pytest.mark.parametrize("template", ["intersessional", "plenary"])
@pytest.mark.parametrize("day", [ANTWERP, date(2026, 5, 4)])
def test_lines_say_what_the_commands_say(template: str, day: date) -> None:
    commands = plan_commands(template, day=day)
    lines = plan_lines(template, day=day)
    roster, read = Roster(), []
    for line in lines:
        reading = Reading(roster=roster, zone=UTC, file=True, header=True)
        command = parse(line, reading).command
        if isinstance(command, Delegation):
            roster = roster.with_delegation(command)
        elif isinstance(command, Body):
            roster = roster.with_body(command)
        elif isinstance(command, Delegate):
            roster = roster.with_person(command)
        read.append(command)
    assert read == commands
    assert not [line for line in lines if line.startswith(".")], "lines that a person can read"


def test_a_plan_of_ones_own(tmp_path: Path) -> None:
    path = plan(
        tmp_path,
        """
        title = "First Meeting of the Lakes Forum"
        dates = "2031-03-03/2031-03-05"
        zone = "Africa/Lusaka"
        chair = "NO (Ms Name)"
        [[delegation]]
        code = "NO"
        names = ["Nordalia", "the Republic of Nordalia; of the North, and more"]
        status = "Participant"
        [[delegation]]
        code = "NA"
        names = ["Nahira"]
        [[body]]
        code = "WGX"
        name = "Working Group on Boats"
        chair = "NA"
        [[agenda]]
        number = "4.10"
        title = "Boats; and nets"
        body = "WGX"
        """,
    )
    assert told(AgendaItem, plan_commands(path)) == [
        AgendaItem(number="4.10", title="Boats; and nets", body="WGX")
    ]
    assert told(Presiding, plan_commands(path)) == [Presiding(speaker="NO", person="Ms Name")]
    assert told(Check, plan_commands(path)) == []
    assert len(told(Delegation, plan_commands(path))) == 2
    reading = Reading(roster=Roster(), zone=UTC, file=True, header=True)
    assert [parse(line, reading).command for line in plan_lines(path)][:5] == plan_commands(path)[
        :5
    ]


def test_a_plan_on_a_template_states_only_what_differs(tmp_path: Path) -> None:
    path = plan(
        tmp_path,
        """
        template = "intersessional"
        dates = "2018-06-18/2018-06-22"
        place = "Antwerp, Belgium"
        [[body]]
        code = "WGDE"
        vice_chair = "NA"
        [[delegation]]
        code = "OECD"
        names = ["OECD"]
        status = "Guest of the Chair"
        """,
    )
    commands = plan_commands(path)
    experts = next(body for body in commands if isinstance(body, Body) and body.code == "WGDE")
    assert (experts.name, experts.chair, experts.vice_chair) == (
        "Working Group of Diamond Experts",
        "WDC",
        "NA",
    )
    asked = [check.text for check in commands if isinstance(check, Check)]
    assert not any("WGDE" in text for text in asked), "what the plan states is settled"
    assert len(told(Delegation, commands)) == 54 + 4 + 2  # observers; Gabon and the guest
    assert told(AgendaItem, commands) == told(AgendaItem, plan_commands("intersessional"))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('titel = "x"', 'meeting.toml: "titel" is no key of a plan; did you mean "title"?'),
        (
            '[[agenda]]\nnumber = "1"\ntitle = "x"\n[[agenda]]\nnumber = "2"\nbodi = "x"',
            'meeting.toml: agenda 2, "title" is missing; add it',
        ),
        (
            '[[agenda]]\nnumber = "1"\ntitle = "x"\nbodi = "x"',
            'meeting.toml: agenda 1, "bodi" is no key of a plan; did you mean "body"?',
        ),
        (
            '[[agenda]]\nnumber = 4.10\ntitle = "x"',
            'meeting.toml: agenda 1, "number" must be text in quotes',
        ),
        (
            '[[delegation]]\ncode = "NO"\nnames = []',
            'meeting.toml: delegation 1, "names" must not be empty',
        ),
        (
            '[[delegation]]\ncode = "NO"\nnames = ["A", 3]',
            'meeting.toml: delegation 1, "names" must be text in quotes',
        ),
        (
            '[[body]]\ncode = "WGM"\nsince = "2018"',
            'meeting.toml: body 1, "since" must be a date such as 2018-06-18, without quotes',
        ),
        (
            'template = "plenry"',
            'meeting.toml: there is no template "plenry"; did you mean "plenary"?',
        ),
        (
            'zone = "Europe/Brusels"',
            'meeting.toml: "zone" names no time zone, "Europe/Brusels"; '
            'did you mean "Europe/Brussels"?',
        ),
        (
            'dates = "18 June"',
            'meeting.toml: "dates" must read 2018-06-18/2018-06-22, not "18 June"',
        ),
        (
            'dates = "2018-06-22/2018-06-18"',
            'meeting.toml: "dates" must read 2018-06-18/2018-06-22, not "2018-06-22/2018-06-18"',
        ),
        (
            'numbers = "KP/{yaer}/{n}"',
            'meeting.toml: "numbers" must hold {n} and no other field than {year}, {meeting}, {n}',
        ),
        (
            'roster = "un"',
            'meeting.toml: "roster" names no shipped roster, "un"; there is "kp"',
        ),
        (
            'roster = "kp"\nchair = "Indja"',
            'meeting.toml: "chair" names no delegation of the plan, "Indja"; did you mean "IN"?',
        ),
        (
            'roster = "kp"\nchair = "Q9"',
            'meeting.toml: "chair" names no delegation of the plan, "Q9"; '
            "add a [[delegation]] for it",
        ),
        (
            'roster = "kp"\n[[agenda]]\nnumber = "1"\ntitle = "x"\nbody = "WGM + WGDI"',
            'meeting.toml: agenda 1, "body" names no body of the plan, "WGDI"; '
            'did you mean "WGDE"?',
        ),
        (
            '[[agenda]]\nnumber = "1"\ntitle = "x"\n[[agenda]]\nnumber = "1"\ntitle = "y"',
            'meeting.toml: agenda, "number" 1 stands 2 times; give each item its own',
        ),
    ],
)
def test_a_slip_is_named(tmp_path: Path, text: str, words: str) -> None:
    assert refusal(tmp_path, text) == words


def test_what_cannot_be_read(tmp_path: Path) -> None:
    assert "not valid TOML, mend it there" in refusal(tmp_path, "title = Antwerp")
    latin = tmp_path / "latin.toml"
    latin.write_bytes('title = "Côte"'.encode("latin-1"))
    with pytest.raises(WrongUse, match=r"latin\.toml: not UTF-8 text; save it as UTF-8"):
        plan_commands(latin)
    with pytest.raises(WrongUse, match="no such file or directory; name a plan file"):
        plan_commands(tmp_path / "none.toml")
    with pytest.raises(WrongUse, match="is a directory"):
        plan_commands(tmp_path)
    with pytest.raises(WrongUse, match='no template or file "plenery"; did you mean "plenary"'):
        plan_commands("plenery")


def test_a_plan_may_name_the_plan_of_its_communique(tmp_path: Path) -> None:
    file = tmp_path / "ours.toml"
    file.write_text('draft = "body-report"\n')
    follows = draft_plan(file)
    assert follows is not None and follows.name == "body-report"
    file.write_text('draft = "body-reprot"\n')
    with pytest.raises(WrongUse, match='did you mean "body-report"'):
        draft_plan(file)
    file.write_text('title = "Ours"\n')
    assert draft_plan(file) is None
