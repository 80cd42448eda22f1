"""A draft with charts as an HTML page: each picture before the table of its numbers."""

from __future__ import annotations

from ..draft import Draft, Table
from ..figures.charts import Charted
from ..html import html
from .elements import element
from .svg import svg

_TABLE = "<table>"
"""What a table begins with; what people said cannot hold it, since it is escaped."""


def illustrated(draft: Draft) -> str:
    """Write a draft as an HTML page with its charts."""
    before, *tables = html(draft).split(_TABLE)
    blocks = [block for block in draft.blocks() if isinstance(block, Table)]
    parts = [before]
    for place, (block, table) in enumerate(zip(blocks, tables, strict=True), 1):
        if isinstance(block, Charted):
            parts.append(
                element("figure", svg(block.chart, f"chart-{place}"), style="margin:1em 0")
            )
            parts.append("\n")
        parts += [_TABLE, table]
    return "".join(parts)
