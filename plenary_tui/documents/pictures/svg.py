"""A chart as an SVG picture, in the colours of the page around it, light or dark.

Its name and its numbers in a sentence are in it for screen readers. Several series differ by how
dark they are and by an outline, not by colour.
"""

from __future__ import annotations

from ..figures.charts import Chart, Series
from ..figures.shares import clock
from .elements import element, plain, text

WIDTH = 720
_BAR, _GAP, _EDGE = 18, 6, 8
_LABELS, _NUMBERS = 250, 90
"""Room for the names before the bars, and for the numbers behind them."""
_SIGN = 6.6
"""About the width of a letter at 12 pixels."""
_HEIGHT, _FOOT, _HEAD = 180, 76, 22
_FEWEST_BETWEEN = 46
"""Between two marks under the columns, in pixels."""
_INKS: tuple[dict[str, str], ...] = (
    {"fill_opacity": ".8"}, {"fill_opacity": ".25", "stroke": "currentColor"},
)  # fmt: skip


def svg(chart: Chart, name: str) -> str:
    """Return the picture of a chart. name: what its parts are called by, once on a page."""
    drawn, height = _bars(chart) if chart.kind == "bars" else _columns(chart)
    return element(
        "svg", element("title", plain(chart.title), id=f"{name}-title"),
        element("desc", plain(chart.says), id=f"{name}-desc"), *drawn,
        xmlns="http://www.w3.org/2000/svg", viewBox=f"0 0 {WIDTH} {height}", role="img",
        aria_labelledby=f"{name}-title {name}-desc", font_size=12, font_family="sans-serif",
        fill="currentColor", style="max-width:100%;height:auto",
    )  # fmt: skip


def _bars(chart: Chart) -> tuple[list[str], int]:
    (series,) = chart.series
    longest = WIDTH - _LABELS - _NUMBERS - _EDGE
    parts = []
    for place, (label, value) in enumerate(zip(chart.categories, series.values, strict=True)):
        y = _EDGE + place * (_BAR + _GAP)
        wide = longest * value / chart.most if chart.most else 0
        middle = y + _BAR / 2
        parts += [
            text(_cut(label, _LABELS), _LABELS - _EDGE, middle, text_anchor="end",
                 dominant_baseline="central"),
            element("rect", x=_LABELS, y=y, width=max(wide, 1), height=_BAR, **_INKS[0]),
            text(series.shown[place], _LABELS + wide + _EDGE, middle,
                 dominant_baseline="central"),
        ]  # fmt: skip
    return parts, _EDGE * 2 + len(chart.categories) * (_BAR + _GAP)


def _columns(chart: Chart) -> tuple[list[str], int]:
    left, right = 44, WIDTH - _EDGE
    base = _HEAD + _HEIGHT
    step = (right - left) / max(1, len(chart.categories))
    parts = [
        element("line", x1=left, y1=base, x2=right, y2=base, stroke="currentColor"),
        text(_shown(chart, chart.most), left - _EDGE, _HEAD, text_anchor="end",
             dominant_baseline="central"),
        text("0", left - _EDGE, base, text_anchor="end", dominant_baseline="central"),
        *_legend(chart.series, left),
    ]  # fmt: skip
    often = max(1, -(-_FEWEST_BETWEEN // max(1, int(step))))
    for place, (label, stack) in enumerate(zip(chart.categories, chart.stacks, strict=True)):
        x, y = left + place * step, float(base)
        for ink, value in zip(_INKS, stack, strict=False):
            high = _HEIGHT * value / chart.most if chart.most else 0
            y -= high
            if value:
                parts.append(element("rect", x=x + step * 0.1, y=y, width=max(step * 0.8, 0.5),
                                     height=high, **ink))  # fmt: skip
        if place % often == 0:
            middle = x + step / 2
            parts.append(text(label, middle, base + _EDGE, text_anchor="end",
                              transform=f"rotate(-45 {middle:.1f} {base + _EDGE})"))  # fmt: skip
    return parts, base + _FOOT


def _legend(series: tuple[Series, ...], left: int) -> list[str]:
    """Return which series is which; nothing where there is one only."""
    parts = []
    x: float = left
    for ink, one in zip(_INKS, series, strict=False):
        parts += [
            element("rect", x=x, y=0, width=10, height=10, **ink),
            text(one.name, x + 16, 9),
        ]
        x += 40 + len(one.name) * _SIGN
    return parts if len(series) > 1 else []


def _shown(chart: Chart, value: int) -> str:
    return clock(value) if chart.unit == "time" else str(value)


def _cut(label: str, room: float) -> str:
    most = int((room - 2 * _EDGE) / _SIGN)
    return label if len(label) <= most else label[: most - 1].rstrip() + "…"
