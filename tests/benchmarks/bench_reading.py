"""How fast a draft that came back is read: `python -m tests.benchmarks.bench_reading`.

A draft of 500 paragraphs (goal: at most 0.3 s) and one of 5,000, a third of them changed with
tracking; also without the hidden anchors, where words alone decide. It prints and judges nothing:
the clock of a shared machine gates nobody.
"""

from __future__ import annotations

import io
import sys
import zipfile
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from plenary_tui.documents.draft import Draft, Section
from plenary_tui.documents.word import word
from plenary_tui.documents.word.reader import check_file, returned
from plenary_tui.documents.word.redline import redline
from tests.benchmarks.bench_redline import AT, changed
from tests.benchmarks.bench_word import draft, seconds


def without_anchors(data: bytes) -> bytes:
    """Return the file with bookmarks that are not ours."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as given,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in given.namelist():
            target.writestr(name, given.read(name).replace(b'"_pl_', b'"x_'))
    return stream.getvalue()


def main() -> int:
    """Print the figures."""
    long = draft()
    returned(word(Draft("Warm", "Bench")), Draft("Warm", "Bench"))
    for count in (500, 5_000):
        issued = replace(long, sections=(Section("", tuple(long.paragraphs())[:count]),))
        back = redline(issued, changed(issued, 1 / 3), "A delegate", AT)
        cases: dict[str, Callable[[], object]] = {
            "edited": partial(returned, back, issued),
            "edited, no anchors": partial(returned, without_anchors(back), issued),
            "checked": partial(check_file, word(issued), issued),
        }
        for name, work in cases.items():
            print(f"{count:,} paragraphs, {name}: {min(seconds(work) for _ in range(3)):.3f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
