"""The part of a Word file that is a chart, in DrawingML (ECMA-376 part 1, 21.2).

Children stand in the order of the schema. Several series differ by a pattern, not by colour.
"""

from __future__ import annotations

from lxml import etree

from ..figures.charts import Chart, Series
from .elements import Element, part_bytes
from .runs import fit

DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_DAY = 86_400
_CLOCK, _COUNT = "[h]:mm", "0"
"""How numbers are shown: a time, which is part of a day here, in hours and minutes; or a count."""
_INK = "44546A"
_SMALL = "900"
"""The size of letters, in hundredths of a point."""
_SHEET = "Numbers"
_LONGEST = 36
"""Signs of a name beside its bar: a longer one takes two lines, and the next is left out."""


def chart_part(chart: Chart) -> bytes:
    """Return the part of a chart."""
    space = etree.Element(_c("chartSpace"), nsmap={"c": _CHART, "a": DRAWING})
    _set(space, "roundedCorners", "0")
    root = etree.SubElement(space, _c("chart"))
    unit = " (hours:minutes)" if chart.unit == "time" else ""
    _title(root, chart.title + unit)
    _set(root, "autoTitleDeleted", "0")
    plot = etree.SubElement(root, _c("plotArea"))
    etree.SubElement(plot, _c("layout"))
    bars = etree.SubElement(plot, _c("barChart"))
    _set(bars, "barDir", "bar" if chart.kind == "bars" else "col")
    _set(bars, "grouping", "clustered" if len(chart.series) == 1 else "stacked")
    _set(bars, "varyColors", "0")
    for place, series in enumerate(chart.series):
        _series(bars, chart, series, place)
    _set(bars, "gapWidth", "40")
    if len(chart.series) > 1:
        _set(bars, "overlap", "100")
    _set(bars, "axId", "1")
    _set(bars, "axId", "2")
    _names(plot, chart)
    _numbers(plot, chart)
    if len(chart.series) > 1:
        legend = etree.SubElement(root, _c("legend"))
        _set(legend, "legendPos", "t")
        _set(legend, "overlay", "0")
    _set(root, "plotVisOnly", "1")
    _set(root, "dispBlanksAs", "gap")
    line = etree.SubElement(etree.SubElement(space, _c("spPr")), _a("ln"))
    etree.SubElement(line, _a("noFill"))
    _letters(space)
    return part_bytes(space)


def _c(name: str) -> str:
    return f"{{{_CHART}}}{name}"


def _a(name: str) -> str:
    return f"{{{DRAWING}}}{name}"


def _set(parent: Element, name: str, value: str) -> Element:
    return etree.SubElement(parent, _c(name), val=value)


def _title(root: Element, words: str) -> None:
    title = etree.SubElement(root, _c("title"))
    rich = etree.SubElement(etree.SubElement(title, _c("tx")), _c("rich"))
    etree.SubElement(rich, _a("bodyPr"))
    paragraph = etree.SubElement(rich, _a("p"))
    properties = etree.SubElement(paragraph, _a("pPr"))
    etree.SubElement(properties, _a("defRPr"), sz="1100", b="1")
    run = etree.SubElement(paragraph, _a("r"))
    etree.SubElement(run, _a("rPr"), sz="1100", b="1")
    etree.SubElement(run, _a("t")).text = fit(words)
    _set(title, "overlay", "0")


def _series(bars: Element, chart: Chart, series: Series, place: int) -> None:
    one = etree.SubElement(bars, _c("ser"))
    _set(one, "idx", str(place))
    _set(one, "order", str(place))
    column = chr(ord("B") + place)
    _strings(etree.SubElement(one, _c("tx")), f"{_SHEET}!${column}$1", (series.name,))
    _fill(one, place)
    _set(one, "invertIfNegative", "0")
    if len(chart.series) == 1:
        _labels(one, chart)
    last = len(chart.categories) + 1
    _strings(etree.SubElement(one, _c("cat")), f"{_SHEET}!$A$2:$A${last}", chart.categories)
    values = etree.SubElement(one, _c("val"))
    reference = etree.SubElement(values, _c("numRef"))
    etree.SubElement(reference, _c("f")).text = f"{_SHEET}!${column}$2:${column}${last}"
    cache = etree.SubElement(reference, _c("numCache"))
    etree.SubElement(cache, _c("formatCode")).text = _format(chart)
    _set(cache, "ptCount", str(len(series.values)))
    for index, value in enumerate(series.values):
        point = etree.SubElement(cache, _c("pt"), idx=str(index))
        number = f"{value / _DAY:.8f}" if chart.unit == "time" else str(value)
        etree.SubElement(point, _c("v")).text = number


def _strings(parent: Element, cells: str, words: tuple[str, ...]) -> None:
    """Append words as a chart caches them."""
    reference = etree.SubElement(parent, _c("strRef"))
    etree.SubElement(reference, _c("f")).text = cells
    cache = etree.SubElement(reference, _c("strCache"))
    _set(cache, "ptCount", str(len(words)))
    for index, one in enumerate(words):
        point = etree.SubElement(cache, _c("pt"), idx=str(index))
        cut = one if len(one) <= _LONGEST else f"{one[: _LONGEST - 1].rstrip()}…"
        etree.SubElement(point, _c("v")).text = fit(cut)


def _fill(series: Element, place: int) -> None:
    """Fill the first series, and hatch the one that stands on it."""
    properties = etree.SubElement(series, _c("spPr"))
    if place:
        pattern = etree.SubElement(properties, _a("pattFill"), prst="wdUpDiag")
        for name, colour in (("fgClr", _INK), ("bgClr", "FFFFFF")):
            etree.SubElement(etree.SubElement(pattern, _a(name)), _a("srgbClr"), val=colour)
        _line(properties)
    else:
        _solid(properties)


def _solid(parent: Element) -> None:
    etree.SubElement(etree.SubElement(parent, _a("solidFill")), _a("srgbClr"), val=_INK)


def _line(properties: Element) -> None:
    _solid(etree.SubElement(properties, _a("ln"), w="9525"))


def _labels(series: Element, chart: Chart) -> None:
    """Show the numbers at the ends of bars; columns are too narrow for them."""
    labels = etree.SubElement(series, _c("dLbls"))
    if chart.kind == "columns":
        _set(labels, "delete", "1")
        return
    etree.SubElement(labels, _c("numFmt"), formatCode=_format(chart), sourceLinked="0")
    _set(labels, "dLblPos", "outEnd")
    for name in (
        "showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize",
    ):  # fmt: skip
        _set(labels, name, "1" if name == "showVal" else "0")


def _format(chart: Chart) -> str:
    return _CLOCK if chart.unit == "time" else _COUNT


def _names(plot: Element, chart: Chart) -> None:
    """Append the axis of names or times; bars are read from the top."""
    axis = _axis(plot, "catAx", "1", "maxMin" if chart.kind == "bars" else "minMax",
                 "l" if chart.kind == "bars" else "b")  # fmt: skip
    _set(axis, "majorTickMark", "none")
    _set(axis, "minorTickMark", "none")
    _set(axis, "tickLblPos", "nextTo")
    _line(etree.SubElement(axis, _c("spPr")))
    _set(axis, "crossAx", "2")
    _set(axis, "crosses", "autoZero")
    _set(axis, "auto", "0")
    _set(axis, "lblAlgn", "ctr")
    _set(axis, "lblOffset", "100")
    if chart.kind == "bars":
        _set(axis, "tickLblSkip", "1")
    _set(axis, "noMultiLvlLbl", "1")


def _numbers(plot: Element, chart: Chart) -> None:
    """Append the axis of numbers: of bars it is left out, since they bear theirs."""
    axis = _axis(plot, "valAx", "2", "minMax", "b" if chart.kind == "bars" else "l",
                 gone=chart.kind == "bars")  # fmt: skip
    etree.SubElement(axis, _c("numFmt"), formatCode=_format(chart), sourceLinked="0")
    _set(axis, "majorTickMark", "out")
    _set(axis, "minorTickMark", "none")
    _set(axis, "tickLblPos", "nextTo")
    _set(axis, "crossAx", "1")
    _set(axis, "crosses", "autoZero")
    _set(axis, "crossBetween", "between")


def _axis(
    plot: Element, kind: str, number: str, direction: str, place: str, *, gone: bool = False
) -> Element:  # fmt: skip
    axis = etree.SubElement(plot, _c(kind))
    _set(axis, "axId", number)
    scaling = etree.SubElement(axis, _c("scaling"))
    _set(scaling, "orientation", direction)
    if kind == "valAx":
        _set(scaling, "min", "0")
    _set(axis, "delete", "1" if gone else "0")
    _set(axis, "axPos", place)
    return axis


def _letters(space: Element) -> None:
    """Set the letters of a chart as small as those of a table."""
    properties = etree.SubElement(space, _c("txPr"))
    etree.SubElement(properties, _a("bodyPr"))
    paragraph = etree.SubElement(properties, _a("p"))
    etree.SubElement(etree.SubElement(paragraph, _a("pPr")), _a("defRPr"), sz=_SMALL)
    etree.SubElement(paragraph, _a("endParaRPr"), lang="en-GB")
