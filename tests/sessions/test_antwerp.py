"""The Antwerp session says what its source article says, and nothing that no source says."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from plenary_tui.record.history import Record
from plenary_tui.record.meeting import Meeting

from .shipped import ANTWERP, SESSIONS, Fields, pictured, session

SHARED = Path(os.environ.get("PLENARY_SHARED") or SESSIONS.parents[1] / "shared")
ARTICLE = SHARED / "source" / "antwerp-intersessional-2018.txt"

CLOSING = (
    "We now must wrap-up our work and take it forward, building on what we have achieved together "
    "this week, so that we can come with tangible results at the Plenary in Brussels in November",
    "We need to deliver results that make a difference on the ground. We need to continue our work "
    "base on merit, in an open spirit. We will continue to work hand in hand, together with civil "
    "society and industry. Sustainability, inclusiveness, responsibility and dialogue, remain our "
    "points of reference.",
)
"""The Chair's closing words, letter for letter as the article has them."""


@pytest.fixture
def record() -> Record:
    return session(ANTWERP).record


@pytest.fixture
def picked() -> Fields:
    return pictured(ANTWERP)


def article() -> str:
    """Return the article on one line, its quotation marks plain."""
    if not ARTICLE.is_file():
        pytest.skip("the source article is not here: PLENARY_SHARED names the folder of source/")
    text = re.sub("[“”]", '"', ARTICLE.read_text("utf-8")).replace("’", "'")
    return " ".join(text.split())


def only(rows: list[Fields], **fields: Any) -> Fields:
    """Return the one row that reads so; `text` and `title` by a fragment."""
    found = [
        row for row in rows
        if all(value in row[key] if key in ("text", "title") else row[key] == value
               for key, value in fields.items())
    ]  # fmt: skip
    assert len(found) == 1, (fields, found)
    return found[0]


@pytest.mark.parametrize(
    ("theme", "said"),
    [
        ("Review and reform agenda", "review and reform agenda were discussed"),
        ("Monitoring", "issues related to monitoring were discussed"),
        ("Technical aspects of diamond trade and statistics",
         "technical aspects of diamond trade and statistics were discussed"),
        ("Challenges in alluvial and artisanal mining",
         "challenges in alluvial and artisanal mining were discussed"),
        ("Procedural and partnership matters",
         "procedural and partnership matters were discussed"),
    ],
)  # fmt: skip
def test_every_theme_is_an_item_with_its_entry(picked: Fields, theme: str, said: str) -> None:
    item = only(picked["agenda"], title=theme)
    assert item["state"] == "taken_up"
    remark = only(picked["remarks"], text=said)
    assert remark["item"] == item["number"]
    assert remark["text"].endswith("(Source 1)")


def test_the_chairs_closing_words_are_a_verbatim_quotation(picked: Fields) -> None:
    closing = only(picked["statements"], kind="closing", speaker="EU")
    assert (closing["person"], closing["capacity"]) == ("Hilde Hardeman", "chair")
    assert tuple(closing["verbatim"]) == CLOSING
    assert closing["at"].startswith("2018-06-22")


def test_the_quotations_are_those_of_the_article(picked: Fields) -> None:
    text = article()
    for quotation in CLOSING:
        assert f'"{quotation}' in text
    quoted = [
        passage for row in (*picked["statements"], *picked["interventions"])
        for passage in row["verbatim"]
    ]  # fmt: skip
    assert sorted(quoted) == sorted(CLOSING)
    assert all(passage in text for passage in quoted)


@pytest.mark.parametrize(
    ("title", "place", "first", "last", "dates", "source"),
    [
        ("Plenary of the Kimberley Process", "Brussels", "2018-11-12", "2018-11-16",
         "2018-11-12/2018-11-16", "Brussels Plenary (12-16 November 18)"),
        ("Coordination Meeting of the Chairs of the KP Working Groups", "South Africa", None, None,
         "", "for a Coordination Meeting in South-Africa"),
        ("Face-to-face meeting of the Ad Hoc Committee on Review and Reform", "", None, None,
         "first half of September 2018", "face-to-face meeting in the first half of September"),
        ("Review visits", "several countries", None, None, "second half of 2018",
         "several country review visits are scheduled for the second half of 2018"),
        ("Artisanal Diamond Mining Forum", "Zambia", None, None, "September 2018",
         "Artisanal Diamond Mining Forum will be furthermore be organised in Zambia in September"),
    ],
)  # fmt: skip
def test_every_meeting_to_come_is_an_event_as_the_article_dates_it(
    picked: Fields, record: Record, title: str, place: str, first: str | None, last: str | None,
    dates: str, source: str,
) -> None:  # fmt: skip
    assert len(picked["events"]) == 5
    event = only(picked["events"], title=title)
    assert (event["place"], event["from"], event["to"], event["dates"]) == (
        place, first, last, dates,
    )  # fmt: skip
    assert record.entry(event["id"]) is not None
    assert source in article()


def test_what_was_agreed_is_the_coordination_meeting(picked: Fields) -> None:
    (agreed,) = picked["decisions"]
    assert (agreed["state"], agreed["verb"], agreed["number"]) == ("adopted", "agreed", "")
    for part in ("Chairs of the KP Working Groups", "New York and Antwerp", "Brussels Plenary",
                 "Coordination Meeting in South Africa"):  # fmt: skip
        assert part in agreed["text"]
    assert picked["proposals"] == picked["follow_ups"] == []


@pytest.mark.parametrize(
    "said",
    [
        "a fruitful meeting, with high interaction and constructive engagement",
        "reinforcing its tripartite structure, deepening the review and reform process",
        "India, as KP Vice-Chair and Chair of the Ad Hoc Committee on Review and Reform",
        "Several country review visits were scheduled for the second half of 2018",
        "building up interactive regional cooperation",
        "an event to encourage regional cooperation in Central Africa",
        "The chairs of the working groups gave presentations",
        "A first panel, on challenges in artisanal and alluvial mining",
        "A second panel, on innovation and technology",
    ],
)
def test_the_other_outcomes_have_an_entry_each(picked: Fields, said: str) -> None:
    assert only(picked["remarks"], text=said)["id"]


def test_the_week_has_the_days_that_the_sources_give(picked: Fields) -> None:
    meeting = picked["meeting"]
    assert (meeting["from"], meeting["to"], meeting["kind"]) == (
        "2018-06-18", "2018-06-22", "intersessional",
    )  # fmt: skip
    opening = only(picked["statements"], kind="opening")
    assert (opening["speaker"], opening["capacity"]) == ("EU", "chair")
    assert opening["at"].startswith("2018-06-19")
    assert only(picked["statements"], kind="closing", speaker="WDC")
    forum = only(picked["agenda"], title="Special Forum")["number"]
    assert sum(row["item"] == forum for row in picked["remarks"]) == 2


def test_no_time_of_day_is_invented(record: Record) -> None:
    zone = ZoneInfo("Europe/Brussels")
    told = [one for one in record.entries if one.when is not None]
    assert len(told) > 30
    assert {f"{one.happened.astimezone(zone):%H:%M:%S}" for one in told} == {"00:00:00"}
    assert set(record.meeting.sittings) <= {""}


def test_everything_said_names_its_source(picked: Fields) -> None:
    sources = picked["meeting"]["sources"]
    numbered = {number for one in sources if (number := one.partition(":")[0]).isdigit()}
    assert numbered == {str(number) for number in range(1, 11)}
    assert all("http" in one for one in sources if one[0].isdigit())
    said = [*picked["remarks"], *picked["statements"], *picked["interventions"]]
    for row in said:
        cited = re.fullmatch(r".*\(Source (\d+)\)", row["text"], re.DOTALL)
        assert cited and cited[1] in numbered, row["text"]


def test_nothing_stands_there_that_could_not_be_checked(record: Record) -> None:
    meeting: Meeting = record.meeting
    files = [path for path in (SESSIONS / ANTWERP).rglob("*") if path.is_file()]
    assert not [path.name for path in files if "[?]" in path.read_text("utf-8")]
    bodies = {code: meeting.roster.body_on(code) for code in meeting.roster.bodies}
    chairs = {code: body.chair for code, body in bodies.items() if body}
    assert chairs == {
        "WGM": "ZA", "WGS": "US", "WGDE": "WDC", "WGAAP": "CD", "CPC": "", "CRP": "RU",
        "AHCRR": "IN", "CAR-MT": "",
    }  # fmt: skip
    assert not [code for code, body in bodies.items() if body and body.vice_chair]
    assert not meeting.sitting("").present


def test_the_54_participants_and_the_observers_are_listed(picked: Fields) -> None:
    classes: dict[str, set[str]] = {}
    for row in picked["delegations"]:
        classes.setdefault(row["status"], set()).add(row["code"])
    assert len(classes.pop("Participant")) == 54
    assert classes == {"Observer": {"WDC", "CSC"}, "Independent Observer": {"ADPA", "DDI"}}
    assert {"NA", "NO", "EU"} <= {row["code"] for row in picked["delegations"]}
    assert only(picked["delegations"], code="SZ")["name"] == "Eswatini"


def test_nothing_is_unclear_or_at_odds(picked: Fields) -> None:
    assert picked["worklist"] == picked["conflicts"] == []
    (flag,) = picked["flags"]
    assert flag["id"] == picked["decisions"][0]["id"]
    assert flag["what"] == ["an Intersessional normally recommends to the Plenary"]
