"""How fast two long drafts are compared and written with tracked changes:
`python -m tests.benchmarks.bench_redline`.

Two drafts of 5,000 paragraphs (goal: at most 1.5 s): as between two versions, where a third of the
paragraphs changed, and the worst there is, where every one did and none has an id. It prints and
judges nothing: the clock of a shared machine gates nobody.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

from plenary_tui.documents.comparing import compare
from plenary_tui.documents.draft import Draft, Paragraph, Section
from plenary_tui.documents.word.redline import redline
from tests.benchmarks.bench_word import PARAGRAPHS, draft, seconds

AT = datetime(2018, 6, 22, tzinfo=UTC)


def changed(long: Draft, share: float, *, known: bool = True) -> Draft:
    """Return the draft with that share of its paragraphs changed, one in fifty gone, come or moved.

    known: whether paragraphs keep their ids.
    """
    chance = random.Random(2)
    paragraphs = list(_changed(list(long.paragraphs()), share, chance))
    if not known:
        paragraphs = [replace(one, id="") for one in paragraphs]
    return replace(long, sections=(Section("Text", tuple(paragraphs)),))


def _changed(
    paragraphs: list[Paragraph], share: float, chance: random.Random
) -> Iterator[Paragraph]:  # fmt: skip
    held: list[Paragraph] = []
    for one in paragraphs:
        words = one.text.split(" ")
        if chance.random() < share:
            for _ in range(3):
                words[chance.randrange(len(words))] = chance.choice(words)
        what = chance.randrange(150)
        if what == 0:
            continue
        if what == 1:
            held.append(one)
            continue
        yield replace(one, text=" ".join(words))
        if what == 2:
            yield Paragraph(" ".join(chance.sample(words, len(words))), id=f"new.{one.id}")
        if held and chance.random() < 0.05:
            yield held.pop()


def main() -> int:
    """Print the figures."""
    long = draft()
    redline(Draft("Warm", "Bench"), Draft("Warm", "Benchmark"), "x", AT)
    bare = replace(long, sections=(Section("Text", tuple(
        replace(one, id="") for one in long.paragraphs()
    )),))  # fmt: skip
    cases = {
        "a third changed": (long, changed(long, 1 / 3)),
        "all changed": (long, changed(long, 1.0)),
        "all changed, no ids": (bare, changed(long, 1.0, known=False)),
    }
    for name, (before, after) in cases.items():
        whole = min(seconds(partial(redline, before, after, "x", AT)) for _ in range(3))
        compared = min(seconds(partial(compare, before, after)) for _ in range(3))
        print(f"{PARAGRAPHS:,} paragraphs, {name}: {whole:.2f} s, {compared:.2f} s to compare them")
    return 0


if __name__ == "__main__":
    sys.exit(main())
