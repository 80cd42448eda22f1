"""Charts in a Word file: native ones, which Word draws from the numbers that stand in them.

A chart is a part of its own (ECMA-376 part 1, 21.2) with its numbers cached in it, so that no
workbook has to go with it; the table behind it has them too. Its sentence is its alternative text.
"""

from __future__ import annotations

import io

import docx
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from ..annotated import Explain
from ..draft import Block, Draft
from ..figures.charts import Chart, Charted
from .body import Body
from .chart_parts import DRAWING, chart_part
from .elements import RELATIONSHIPS, Element, add
from .notes import Notes, notes_of
from .numbering import Place
from .options import PLAIN, WordOptions
from .package import packed
from .runs import fit
from .writer import packaged

_KIND = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_RELATION = f"{RELATIONSHIPS}/chart"
_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_PLACED = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_TWIP = 635
"""English metric units in a twentieth of a point."""
_BAR, _BARS_AROUND, _COLUMNS = 190_000, 460_000, 2_400_000
"""Heights in English metric units: of a bar, around all bars, of a chart with columns."""
_LONGEST_ALT = 1_000
_FIRST_SHAPE = 5_001
"""Far from the numbers of what stands in headers: all are different in a document."""


def word_with_charts(
    draft: Draft, explain: Explain | None = None, options: WordOptions = PLAIN
) -> bytes:
    """Write a draft as a .docx file with its charts; the same draft gives the same bytes.

    explain, options: as `word` takes them.
    """
    notes = notes_of(explain, draft, options)
    body = _ChartedBody(draft, notes, options.width)
    document = docx.Document(io.BytesIO(packaged(draft, body, notes, options)))
    main = document.part
    for number, chart in enumerate(body.charts, 1):
        name = PackURI(f"/word/charts/chart{number}.xml")
        part = Part(name, _KIND, chart_part(chart), main.package)
        main.rels.add_relationship(_RELATION, part, _reference(number))
    return packed(document, {})


class _ChartedBody(Body):
    """Writes a body with a chart before each table that has one."""

    def __init__(self, draft: Draft, notes: Notes | None, width: int) -> None:
        self.charts: list[Chart] = []
        super().__init__(draft, notes, width)

    def _block(self, block: Block, heading: str) -> None:
        if isinstance(block, Charted):
            self.charts.append(block.chart)
            self._leads = True
            paragraph = self._begin(Place("BodyText"), right_to_left=False)
            _draw(add(paragraph, "r"), block.chart, len(self.charts), self._width * _TWIP)
            self.texts.append("")
            self._leads = False
        super()._block(block, heading)


def _reference(number: int) -> str:
    return f"rIdChart{number}"


def _draw(run: Element, chart: Chart, number: int, width: int) -> None:
    """Append a chart that stands in the line, with what it is and says."""
    height = _COLUMNS
    if chart.kind == "bars":
        height = _BARS_AROUND + _BAR * len(chart.categories)
    inline = etree.SubElement(
        add(run, "drawing"), f"{{{_PLACED}}}inline", nsmap={"wp": _PLACED},
        **dict.fromkeys(("distT", "distB", "distL", "distR"), "0"),
    )  # fmt: skip
    etree.SubElement(inline, f"{{{_PLACED}}}extent", cx=str(width), cy=str(height))
    etree.SubElement(
        inline, f"{{{_PLACED}}}docPr", id=str(_FIRST_SHAPE + number), name=f"Chart {number}",
        descr=fit(chart.says)[:_LONGEST_ALT], title=fit(chart.title),
    )  # fmt: skip
    etree.SubElement(inline, f"{{{_PLACED}}}cNvGraphicFramePr")
    graphic = etree.SubElement(inline, f"{{{DRAWING}}}graphic", nsmap={"a": DRAWING})
    data = etree.SubElement(graphic, f"{{{DRAWING}}}graphicData", uri=_CHART)
    etree.SubElement(
        data, f"{{{_CHART}}}chart", {f"{{{RELATIONSHIPS}}}id": _reference(number)},
        nsmap={"c": _CHART},
    )  # fmt: skip
