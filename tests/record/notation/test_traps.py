"""Lines that look like something else."""

from __future__ import annotations

import pytest

from plenary_tui.record.kinds import (
    FloorList,
    Intervention,
    Kind,
    Marking,
    Outcome,
    Presiding,
    Private,
    Proposal,
    Remark,
    SittingTime,
    Stance,
    Unread,
)
from plenary_tui.record.notation import Reading, parse

from .meeting import FILE, HEADER, LIVE, TYPED, at


def read(line: str, reading: Reading = TYPED) -> Kind:
    command = parse(line, reading).command
    assert command is not None
    return command


PROSE = [
    "rdf:type is a property", "std::vector is a list", "NV://disk/file: the draft",
    "In a closed meeting: x", "10:00 - 11:00 lunch",
    "- text of a bullet", "• another bullet", "+ more of the same", "- TR and others", "* starred",
    "– a dash", "+1", "+1 NV", "- NV: said so", "~ about ten", "No: it was refused", "Noted",
    "no: it was refused", "https://example.org: a page", "https: not secure", "Re: the letter",
    "Q: what now", "24:61 is no time", "10.31 million carats", "3.20 percent", "10:00-11:00 coffee",
    "10:00 – 11:00", "next week we meet", "back to the text", "undo the damage", "Item of news",
    "Decision: to be drafted", "However: not yet", "Adopted", "Closed", "In camera from the start",
    "[Paul going through the list] NV: x", "[item 4.2] NV: x", "limit the damage", "Open questions",
    "The following was said in the corridor by many: nothing", "Supports of the roof",
    "Agreed that the following points should all be done: one, two", "s/he agreed", "@KE hello",
    "Agenda for tomorrow: one thing", "Item: unclear which", "Number of participants: 43",
    "q & a session", "Objection", "Withdrawn", "Present were many", "...", ".kind of odd",
    "two small words: here", "Point taken", "Paper by nobody: x", "Delegation: x",
    "NV said: yes, we agree", "1: a number", "(aside): quiet", "10.31", "Aligned with the plan",
]  # fmt: skip


@pytest.mark.parametrize("line", [line for line in PROSE if line != "..."])
@pytest.mark.parametrize("reading", [TYPED, FILE], ids=["typed", "file"])
def test_prose_stays_prose(line: str, reading: Reading) -> None:
    parsed = parse(line, reading)
    assert parsed.command == Remark(text=line)
    assert parsed.when is None


def test_norway_is_no_in_capitals_only() -> None:
    """In small letters the live line shows whom it means before Enter; `No` is the word."""
    assert read("NO: x") == Intervention(speaker="NO", text="x")
    assert read("no: x", LIVE) == Intervention(speaker="NO", text="x")
    assert read("No: x", FILE) == Remark(text="No: x")


def test_small_letters_name_a_delegation_only_live() -> None:
    assert read("nv: x", LIVE) == Intervention(speaker="NV", text="x")
    assert read("nv: x", FILE) == Intervention(speaker="nv", text="x")
    assert read("+ nv os", LIVE) == Stance(stance="supports", who=("NV", "OS"))
    assert read("+ nv os", FILE) == Remark(text="+ nv os")
    assert read("q+ nv and os", LIVE) == FloorList(act="add", who=("NV", "OS"))


@pytest.mark.parametrize("line", ["NV : x", "NV\u00a0: x", "NV\u202f: x", "NV:\u00a0x", "NV： x"])
def test_any_space_before_the_colon(line: str) -> None:
    assert read(line) == Intervention(speaker="NV", text="x")


@pytest.mark.parametrize("sign", ["-", "–", "−", "—"])
def test_any_dash_opposes(sign: str) -> None:
    assert read(f"{sign} TR") == Stance(stance="opposes", who=("TR",))


def test_text_is_kept_as_typed_whatever_its_dashes_and_quotes() -> None:
    text = "“yes” – « oui », it’s 5 − 3 … „ja“"
    assert read(f"NV : {text}") == Intervention(speaker="NV", text=text)
    assert read(f"Adopted : {text}") == Outcome(state="adopted", verb="adopted", text=text)


def test_noted_is_an_outcome_and_note_is_private() -> None:
    assert read("Noted: the paper") == Outcome(state="noted", text="the paper")
    assert read("Note: the paper") == Private(text="the paper")
    assert read("Note to self: call") == Private(text="to self: call")
    assert parse("Note: the paper", TYPED).note == ""


def test_note_while_a_text_is_on_the_floor_is_sealed_and_asks() -> None:
    on_floor = Reading(TYPED.roster, TYPED.zone, day=TYPED.day, text_on_floor=True)
    parsed = parse("Note: the paper", on_floor)
    assert (parsed.command, parsed.note) == (Private(text="the paper"), "or Noted?")
    assert parse("Private: the paper", on_floor).note == ""


@pytest.mark.parametrize("name", ["Ms Hilde Lee", "M. Lee", "Frau Dr. Lee", "Aurelia Stone"])
def test_the_chair_presides_where_nothing_but_a_name_follows(name: str) -> None:
    assert read(f"Chair: {name}") == Presiding(speaker=name)


def test_the_chair_presides_for_a_delegation_or_in_a_header() -> None:
    assert read("Chair: KE (Aurelia Stone)") == Presiding(speaker="KE", person="Aurelia Stone")
    assert read("Chair: Keldia") == Presiding(speaker="KE")
    assert read("Chair: Hilde van der Lee", HEADER) == Presiding(speaker="Hilde van der Lee")


@pytest.mark.parametrize(
    "text", ["Welcome", "Thank you", "Keldia has the floor", "no", "Ms Lee has the floor", "ke", ""]
)
def test_the_chair_speaks_where_more_than_a_name_follows(text: str) -> None:
    assert read(f"Chair: {text}", LIVE) == Intervention(capacity="chair", text=text)


def test_closed_with_text_that_is_no_time_ends_nothing() -> None:
    assert read("Closed: the matter") == Unread(
        state="unclear",
        line="Closed: the matter",
        why="“the matter” is no time: nothing was ended",
    )
    timed = parse("Closed: 18:30 for dinner", TYPED)
    assert timed.command == SittingTime(act="closed", reason="for dinner")
    assert timed.when == at(18, 30)
    assert parse("Closed 18:30", TYPED).when == at(18, 30)


@pytest.mark.parametrize("line", [
    "Closed: the matter", "Adopted by acclamation: x", "Proposal P3: x", "q+ NN", "q- the list",
    "present+ Ms Unknown", "Silence: nobody spoke", "Silence: until 2018-11-30 18:00 EST",
    "10:31 EST NV: x", "Date: someday", "Zone: Mars/Base", ".intervention {broken}",
    ".intervention {\"nothing\": 1}", "Open session: welcome", "Amendment accepted: x",
    "Aligned: the planets", "Noted NV: x", "Presiding:", "@12 NV: x", "Supports: the idea",
])  # fmt: skip
def test_what_is_unclear_is_kept_as_typed_with_a_reason(line: str) -> None:
    command = read(line)
    assert isinstance(command, Unread)
    assert (command.state, command.line) == ("unclear", line)
    assert command.why


def test_opening_a_closed_sitting_by_mistake_is_refused_but_closing_it_is_not() -> None:
    """Words after `In camera:` are its reason: failing to close would leave words open."""
    assert read("In camera: compliance") == Marking(level="in_camera", reason="compliance")
    assert isinstance(read("Public: the gallery was full"), Unread)


def test_an_unknown_name_is_kept_as_an_unlisted_speaker() -> None:
    assert read("Mary Smith: x") == Intervention(speaker="Mary Smith", text="x")
    assert read("Governor of Antwerp: x") == Intervention(speaker="Governor of Antwerp", text="x")
    assert read("Minister for Mines: x") == Intervention(speaker="Minister for Mines", text="x")
    assert read("manu: x") == Intervention(speaker="manu", text="x")
    assert read("Public Prosecutor: x") == Intervention(speaker="Public Prosecutor", text="x")


def test_a_name_must_be_short_to_be_a_speaker() -> None:
    six = "One Two Three Four Five Six: x"
    assert read(six) == Remark(text=six)
    long = f"{'A' * 41}: x"
    assert read(long) == Remark(text=long)


def test_a_text_is_named_in_any_case() -> None:
    assert read("Adopted p3:") == Outcome(state="adopted", verb="adopted", target="P3")
    assert read("+ p3 NV") == Stance(stance="supports", target="P3", who=("NV",))


def test_two_speakers_before_one_colon_are_pointed_out() -> None:
    parsed = parse("NV, OS: we agree", TYPED)
    assert parsed.command == Remark(text="NV, OS: we agree")
    assert parsed.note == "more than one speaker: NV, OS"


def test_a_proposal_to_do_something_is_nobodys_proposal() -> None:
    assert read("Proposal to amend the rules: x") == Proposal(text="to amend the rules: x")
    assert read("Proposal by Novaria: x") == Proposal(speaker="NV", text="x")
    assert read("Selected as Chair: NV") == Outcome(
        state="adopted", verb="selected", text="as Chair: NV"
    )


def test_et_is_a_word_in_a_list_and_a_code_in_capitals() -> None:
    assert read("+ NV et OS") == Stance(stance="supports", who=("NV", "OS"))
    assert read("+ NV ET OS") == Stance(stance="supports", who=("NV", "ET", "OS"))


def test_names_of_several_words_in_a_list() -> None:
    assert read("+ South Arland Novaria, the Republic of Keldia") == Stance(
        stance="supports", who=("ZA", "NV", "KE")
    )


def test_an_escaped_line_is_prose() -> None:
    assert read("\\NV: x") == Remark(text="NV: x")
    assert read("10:31 \\NV: x") == Remark(text="NV: x")
    assert read("\\\\") == Remark(text="\\")


def test_lines_that_ask_for_nothing() -> None:
    assert parse("", TYPED).command is None
    assert parse("   ", TYPED).command is None
    assert parse("#12", TYPED) == parse("#12", FILE)
    assert parse("#12", FILE).label == "12"
    assert parse("# RESTRICTED", HEADER).command is None
    assert read("# RESTRICTED", FILE) == Remark(text="# RESTRICTED")
