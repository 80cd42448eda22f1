"""Native charts in Word: valid, laid out as pages, their numbers in words and in a table."""

from __future__ import annotations

import io
from datetime import datetime
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree

from plenary_tui.documents.balance import FOR_THE_CHAIR, balance
from plenary_tui.documents.draft import Draft, Row, Section
from plenary_tui.documents.figures.charts import Chart, Charted, Series
from plenary_tui.documents.word.charts import word_with_charts
from plenary_tui.documents.word.lint import lint
from plenary_tui.documents.word.options import WordOptions
from tests.documents.meetings import plenary

from .test_valid import SESSIONS, shipped
from .tools import errors, needs_office, needs_validator, pages

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
NOW = datetime.fromisoformat("2028-01-01T12:00:00+00:00")
HOSTILE = ("=1+1", 'A & <B> "quoted"', "x" * 300, "", "\x07bell", "عربى")


def hostile() -> Draft:
    """A chart of each kind whose words are as bad as they come."""
    rows = tuple(Row((one or "-", "1")) for one in HOSTILE)
    numbers = tuple(range(len(HOSTILE)))
    bars = Chart("bars", HOSTILE[1], HOSTILE[2] * 9, "time", HOSTILE,
                 (Series(HOSTILE[4], numbers),))  # fmt: skip
    columns = Chart("columns", HOSTILE[5], HOSTILE[4], "count", HOSTILE,
                    (Series("One", numbers), Series(HOSTILE[0], numbers)))  # fmt: skip
    blocks = tuple(Charted(("A", "B"), rows, one) for one in (bars, columns))
    return Draft("Charts", "A meeting", sections=(Section("Both", blocks),))


def charts_of(data: bytes) -> list[etree._Element]:
    """Return the parts that are charts."""
    with ZipFile(io.BytesIO(data)) as package:
        names = sorted(one for one in package.namelist() if one.startswith("word/charts/"))
        return [etree.fromstring(package.read(one)) for one in names]


@pytest.mark.parametrize("session", SESSIONS)
def test_the_balance_of_a_session_is_sound_and_the_same_each_time(session: str) -> None:
    draft = balance(shipped(session), NOW)
    data = word_with_charts(draft)
    assert lint(data) == ()
    assert word_with_charts(draft) == data
    charted = [block for block in draft.blocks() if isinstance(block, Charted)]
    assert len(charts_of(data)) == len(charted) > 0


@needs_validator
def test_files_with_charts_are_valid(tmp_path: Path) -> None:
    empty = balance(plenary().record, NOW)
    drafts = [*(balance(shipped(one), NOW) for one in SESSIONS), hostile(), empty]
    for place, draft in enumerate(drafts):
        file = tmp_path / f"{place}.docx"
        file.write_bytes(word_with_charts(draft, str, WordOptions(wide_margin=True)))
        assert errors(file) == []


def test_a_chart_has_its_numbers_its_name_and_its_sentence() -> None:
    draft = balance(shipped(SESSIONS[1]), NOW)
    first = next(block.chart for block in draft.blocks() if isinstance(block, Charted))
    data = word_with_charts(draft)
    root = charts_of(data)[0]
    values = [float(one.text or "") * 86_400 for one in root.findall(f".//{C}val//{C}v")]
    assert [round(one) for one in values] == list(first.series[0].values)
    assert [one.text for one in root.findall(f".//{C}cat//{C}v")] == [
        one if len(one) <= 36 else one[:35].rstrip() + "…" for one in first.categories
    ]
    with ZipFile(io.BytesIO(data)) as package:
        body = etree.fromstring(package.read("word/document.xml"))
    about = [one.attrib for one in body.iter(f"{WP}docPr")]
    assert (about[0]["title"], about[0]["descr"]) == (first.title, first.says)
    assert len({one["id"] for one in about}) == len(about)


def test_series_differ_without_colour() -> None:
    root = charts_of(word_with_charts(hostile()))[1]
    first, second = root.findall(f".//{C}ser/{C}spPr")
    assert [first[0].tag.rpartition("}")[2], second[0].tag.rpartition("}")[2]] == [
        "solidFill", "pattFill",
    ]  # fmt: skip


@needs_office
def test_every_page_is_for_the_chair_and_shows_the_bars(tmp_path: Path) -> None:
    laid = pages(word_with_charts(balance(shipped(SESSIONS[1]), NOW)), tmp_path)
    assert all(f"RESTRICTED – {FOR_THE_CHAIR}" in page for page in laid)
    first = laid[0]
    assert "Speaking time by class (hours:minutes)" in first
    assert "13:56" in first and "13 h 56 min" in first
    text = "\n".join(laid)
    for wanted in ("Who supported whom most often", "Keldia → Ostrea", "In texts of the room"):
        assert wanted in text, wanted
