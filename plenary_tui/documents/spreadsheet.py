"""Tables as CSV (RFC 4180) that a spreadsheet opens as text and never as formulas.

Source of the escape: OWASP, CSV Injection, whose list has the full-width signs too.
"""

from __future__ import annotations

import csv
import io

from .draft import Table

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def spreadsheet(table: Table) -> bytes:
    """Write a table: UTF-8 with its mark, without which Excel reads another encoding.

    A cell that a spreadsheet would take for a formula gets an apostrophe before it.
    """
    written = io.StringIO(newline="")
    lines = csv.writer(written, lineterminator="\r\n")
    lines.writerow([_safe(one) for one in table.columns])
    lines.writerows([_safe(cell) for cell in row.cells] for row in table.rows)
    return written.getvalue().encode("utf-8-sig")


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
