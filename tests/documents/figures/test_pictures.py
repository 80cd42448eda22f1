"""Charts as SVG: well-formed whatever people are called, with their numbers in words."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from xml.etree import ElementTree

from hypothesis import given, settings
from hypothesis import strategies as st

from plenary_tui.documents.balance import balance
from plenary_tui.documents.figures.charts import MOST_BARS, Chart, Charted, Series, of_shares
from plenary_tui.documents.figures.shares import Share
from plenary_tui.documents.html import html
from plenary_tui.documents.pictures.page import illustrated
from plenary_tui.documents.pictures.svg import WIDTH, svg
from plenary_tui.record.redaction import open_record
from tests.documents.meetings import debate, plenary

SVG = "{http://www.w3.org/2000/svg}"
ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


def chart(kind: str, labels: list[str], numbers: list[int], says: str = "It says so.") -> Chart:
    shown = tuple(map(str, numbers))
    return Chart(kind, "A title", says, "count", tuple(labels),  # type: ignore[arg-type]
                 (Series("One", tuple(numbers), shown),))  # fmt: skip


@settings(max_examples=60)
@given(st.lists(st.tuples(ANY, st.integers(0, 10**6)), max_size=12), ANY,
       st.sampled_from(["bars", "columns"]))  # fmt: skip
def test_any_chart_is_well_formed_and_inside_its_frame(
    bars: list[tuple[str, int]], says: str, kind: str
) -> None:
    drawn = svg(chart(kind, [one for one, _ in bars], [one for _, one in bars], says), "c")
    root = ElementTree.fromstring(drawn)
    _, _, width, height = map(float, root.attrib["viewBox"].split())
    assert width == WIDTH
    for one in root.iter(f"{SVG}rect"):
        x, y, wide, high = (float(one.attrib[key]) for key in ("x", "y", "width", "height"))
        assert x >= 0 and y >= 0 and x + wide <= width and y + high <= height


def test_bars_are_as_long_as_their_numbers() -> None:
    root = ElementTree.fromstring(svg(chart("bars", ["A", "B", "C"], [40, 20, 10]), "c"))
    first, second, third = (float(one.attrib["width"]) for one in root.iter(f"{SVG}rect"))
    assert abs(first - 2 * second) < 0.1 and abs(second - 2 * third) < 0.1


def test_stacked_columns_stand_on_each_other_and_are_told_apart_without_colour() -> None:
    two = Chart("columns", "T", "S", "count", ("a",),
                (Series("Lower", (2,)), Series("Upper", (1,))))  # fmt: skip
    root = ElementTree.fromstring(svg(two, "c"))
    rects = [one.attrib for one in root.iter(f"{SVG}rect")][2:]  # behind those of the legend
    lower, upper = rects
    assert float(upper["y"]) + float(upper["height"]) == float(lower["y"])
    assert "stroke" in upper and "stroke" not in lower
    assert {"Lower", "Upper"} <= {one.text for one in root.iter(f"{SVG}text")}


def test_a_picture_is_named_and_described_and_takes_the_colours_of_the_page() -> None:
    drawn = svg(chart("bars", ["A & <B>"], [3], "A & <B> had 3."), "c")
    root = ElementTree.fromstring(drawn)
    assert root.attrib["role"] == "img"
    named = root.attrib["aria-labelledby"].split()
    said = {one.attrib["id"]: one.text for one in root if "id" in one.attrib}
    assert [said[one] for one in named] == ["A title", "A & <B> had 3."]
    assert not re.search(r"#[0-9a-f]{3}|rgb|black|white", drawn)
    assert root.attrib["fill"] == "currentColor"


def test_the_smallest_bars_are_put_together() -> None:
    many = [Share(str(n), f"D{n}", turns=100 - n) for n in range(MOST_BARS + 5)]
    found = of_shares(many, "delegation", "turns")
    assert found is not None
    assert len(found.categories) == MOST_BARS + 1
    assert found.categories[-1] == "5 others"
    assert sum(found.series[0].values) == sum(one.turns for one in many)
    assert of_shares([Share("a", "A")], "delegation", "turns") is None


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.found.append(tag)


def test_on_a_page_each_picture_stands_before_the_table_of_its_numbers() -> None:
    draft = balance(open_record(debate().record))
    charted = [block for block in draft.blocks() if isinstance(block, Charted)]
    page = illustrated(draft)
    reader = _Tags()
    reader.feed(page)
    order = [one for one in reader.found if one in ("svg", "table")]
    assert order.count("svg") == len(charted) > 3
    assert all(order[place + 1] == "table" for place, one in enumerate(order) if one == "svg")
    ids = re.findall(r'id="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert re.sub(r"<figure.*?</figure>\n", "", page) == html(draft)


def test_what_somebody_is_called_is_never_markup() -> None:
    page = illustrated(balance(open_record(plenary("<table><svg>: speaks", "NV: so").record)))
    assert page.count("<svg ") == page.count("</svg>")
    assert "<table><svg>" not in page
