"""How fast a Word file is written, as a ratio of one run: `python tests/benchmarks/bench_word.py`.

A draft of 5,000 numbered paragraphs, against the same paragraphs as raw XML strings in a zip file,
without styles, headers or anything else (goal: at most 3). It prints and judges nothing: the clock
of a shared machine gates nobody.
"""

from __future__ import annotations

import io
import random
import re
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from xml.sax.saxutils import escape

from plenary_tui.documents.draft import Draft, Paragraph, Section
from plenary_tui.documents.word import word

PARAGRAPHS = 5_000
WORDS = 60
TEXT = Path(__file__).parents[2] / "sessions" / "2021-11-training-plenary" / "record.txt"
HEAD = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'


def draft() -> Draft:
    """Return a long communiqué in the words of the training session, in a chance order."""
    words = re.findall(r"\S+", TEXT.read_text("utf-8"))
    chance = random.Random(1)
    paragraphs = tuple(
        Paragraph(
            " ".join(chance.choices(words, k=WORDS)), (f"hall-{number}",), number=str(number),
            id=f"body.hall-{number}",
        )
        for number in range(1, PARAGRAPHS + 1)
    )  # fmt: skip
    return Draft("Communiqué", "Bench", (), (Section("Text", paragraphs),), state="DRAFT")


def raw(long: Draft) -> bytes:
    """Write the paragraphs as strings: their style, anchor and text."""
    parts = [
        '<w:p><w:pPr><w:pStyle w:val="Paragraph1"/></w:pPr>'
        f'<w:bookmarkStart w:id="{place}" w:name="{one.id}"/><w:r><w:t>{escape(one.text)}</w:t>'
        f'</w:r><w:bookmarkEnd w:id="{place}"/></w:p>'
        for place, one in enumerate(long.paragraphs())
    ]
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"{HEAD}{''.join(parts)}</w:body></w:document>")
    return stream.getvalue()


def seconds(work: Callable[[], object]) -> float:
    """Time one piece of work, in seconds of the processor: other programs do not count."""
    began = time.process_time()
    work()
    return time.process_time() - began


def main() -> int:
    """Print the figures."""
    long = draft()
    word(Draft("Warm", "Bench"))
    pairs = [
        (seconds(lambda: word(long)), seconds(lambda: word(long, str)), seconds(lambda: raw(long)))
        for _ in range(5)
    ]
    ours, annotated, bare = (min(one) for one in zip(*pairs, strict=True))
    print(f"{PARAGRAPHS:,} paragraphs as a Word file: {ours:.3f} s; annotated: {annotated:.3f} s")
    print(f"as raw strings in a zip file: {bare:.3f} s; ratio {ours / bare:.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
