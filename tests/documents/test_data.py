"""The picture of the Meeting: its schema, its states, its times."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import datetime
from importlib import resources
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from plenary_tui.documents.data import data, picture
from plenary_tui.record.entries import Entry
from plenary_tui.record.history import Record
from plenary_tui.record.redaction import open_record
from tests.record.rooms import ROSTER, Room
from tests.record.test_laws import two_stations

from .meetings import MEETINGS, debate, every_outcome, plenary

NOW = datetime.fromisoformat("2028-01-01T12:00:00+00:00")
SCHEMA: dict[str, Any] = json.loads(
    resources.files("plenary_tui.data").joinpath("data.schema.json").read_text("utf-8")
)
VALID = Draft202012Validator(SCHEMA)


def texts(picked: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Return decisions and proposals by the first word of their text."""
    return {one["text"].split()[0]: one for one in (*picked["decisions"], *picked["proposals"])}


@pytest.mark.parametrize("meeting", MEETINGS)
def test_the_picture_of_a_meeting_is_valid(meeting: Callable[[], Room]) -> None:
    VALID.validate(picture(meeting().record, NOW))
    VALID.validate(json.loads(data(meeting().record, now=None, whole=True)))


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(two_stations())
def test_the_picture_of_any_record_is_valid(entries: list[Entry]) -> None:
    record = Record(entries)
    VALID.validate(picture(record, NOW))
    VALID.validate(picture(open_record(record), NOW))


def objects(schema: Any) -> Iterator[dict[str, Any]]:
    """Yield every object that a schema describes."""
    if isinstance(schema, dict):
        if schema.get("type") == "object":
            yield schema
        schema = list(schema.values())
    if isinstance(schema, list):
        for inner in schema:
            yield from objects(inner)


def test_the_schema_allows_nothing_that_it_does_not_name() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    found = list(objects(SCHEMA))
    assert len(found) > 20
    for one in found:
        assert one["additionalProperties"] is False
        assert sorted(one["required"]) == sorted(one["properties"])


def test_each_outcome_is_a_state_of_its_own() -> None:
    picked = picture(every_outcome().record, NOW)
    states = {word: one["state"] for word, one in texts(picked).items()}
    assert states == {
        "Agenda": "adopted", "Alpha": "adopted", "Beta": "disputed", "Gamma": "noted",
        "Delta": "deferred", "Epsilon": "referred", "Zeta": "refused", "Eta": "adopted_ad_ref",
        "Theta": "withdrawn", "Iota": "expired", "Kappa": "silence", "Lambda": "proposed",
        "Mu": "adopted", "Members": "adopted", "Xi": "issued",
        "Omicron": "issued",
    }  # fmt: skip
    pending = {one["text"].split()[0] for one in picked["proposals"]}
    assert pending == {"Iota", "Kappa", "Lambda"}


def test_a_text_says_who_stands_where() -> None:
    found = texts(picture(every_outcome().record, NOW))
    alpha = found["Alpha"]
    assert alpha["number"] == "TP/2027/Plenary/Administrative Decision 1"
    assert alpha["kind"] == "administrative_decision"
    assert alpha["proposed_by"] == "NV"
    assert (alpha["supported_by"], alpha["objections"]) == (["OS"], ["TR"])
    assert alpha["reservations"] == ["TR"]
    assert alpha["amended"]
    assert [one["late"] for one in alpha["positions"] if one["form"] == "objection"] == [True]
    assert [one["blocks"] for one in found["Mu"]["positions"]] == [False]
    assert found["Mu"]["verb"] == "agreed"
    assert found["Epsilon"]["to"] == "WGM"


def test_what_was_not_agreed_lapses_with_the_meeting() -> None:
    room = plenary("Proposal NV: Rho", "Proposal OS: Sigma", "Carried over: the next Plenary")
    room("Meeting closed:")
    picked = picture(room.record, NOW)
    assert [(one["text"], one["state"]) for one in picked["decisions"]] == [("Rho", "lapsed")]
    (kept,) = picked["proposals"]
    assert (kept["text"], kept["carried_over"]) == ("Sigma", "the next Plenary")


def test_an_intervention_says_who_what_when_and_how() -> None:
    said = picture(debate().record, NOW)["interventions"]
    first = said[0]
    assert (first["speaker"], first["person"], first["on_behalf_of"]) == (
        "NV", "Ms Moss", "the Coastal Group",
    )  # fmt: skip
    assert (first["item"], first["item_title"]) == ("4", "Mines")
    assert (first["supported_by"], first["opposed_by"]) == (["OS", "KE"], ["TR"])
    assert first["at"].startswith("2027-11-09T09:") and first["at"].endswith("+01:00")
    corrected = said[1]
    assert corrected["text"] == "welcomes every report"
    assert [(one["old"], one["new"]) for one in corrected["corrections"]] == [
        ("welcomes the", "welcomes every")
    ]
    quoted = next(one for one in said if one["verbatim"])
    assert quoted["verbatim"] == ["not a day before June"]
    assert quoted["text"].endswith("and asked for time")
    assert quoted["aligned"] == ["OS"]
    kinds = {one["kind"] for one in said}
    assert kinds == {"intervention", "paper", "point_of_order", "reply"}
    (point,) = [one for one in said if one["kind"] == "point_of_order"]
    assert point["ruling"] == "the paper stands"


def test_the_stance_of_a_speaker_is_that_on_the_text_on_the_floor() -> None:
    room = plenary("NV: before", "Proposal OS: a fund", "+ NV", "Objection TR: no", "NV: yes",
                   "TR: no", "KE: perhaps")  # fmt: skip
    said = picture(room.record, NOW)["interventions"]
    assert [one["stance"] for one in said] == ["", "supports", "opposes", ""]


def test_sittings_follow_ups_events_and_the_rest() -> None:
    picked = picture(debate().record, NOW)
    first, second = picked["sittings"]
    assert (first["number"], first["bodies"], first["room"]) == (1, ["WGM"], "Room 2")
    assert (first["state"], second["state"]) == ("closed", "open")
    assert first["left"] == ["GDA"]
    (owed,) = picked["follow_ups"]
    assert (owed["owner"], owed["due"], owed["state"]) == ("WGM", "2028-05-01", "open")
    (event,) = picked["events"]
    assert (event["title"], event["place"], event["from"]) == (
        "Forum on Mines", "Lindau", "2028-03-01",
    )  # fmt: skip
    (statement,) = picked["statements"]
    assert (statement["kind"], statement["verbatim"]) == ("opening", ["let us begin"])
    assert [(one["author"], one["text"]) for one in picked["remarks"]] == [("manu", "tea is ready")]
    assert "unknown speaker" in picked["worklist"][0]["what"]


def test_an_adoption_over_an_objection_is_a_conflict_with_both_sides() -> None:
    room = Room(*ROSTER, "Opened:", "Proposal NV: a fund", "Objection TR: no", "Adopted:",
                live=False)  # fmt: skip
    picked = picture(room.record, NOW)
    (text,), (conflict,) = picked["decisions"], picked["conflicts"]
    assert text["state"] == "disputed"
    assert conflict["entries"] == [text["positions"][0]["id"], text["outcomes"][0]["id"]]
