"""The result of a drill as a document that a trainer reads."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from ..draft import Block, Draft, Listing, Paragraph, Row, Section, Table
from .judging import LATE, THIN, Judged, Share, Summary
from .judging import Row as Judgement

PRACTICE = "PRACTICE"
"""What stands over everything that is made in a drill."""

MEASURE = (
    "What is compared is likeness of words, speakers, kinds and moments with the record that was "
    "kept. It is no judgement of quality: a better sentence in other words counts as little, and "
    "the record that was kept is one rapporteur's too.",
    f"Of what was said it is counted which words that carry something were written down, in any "
    f"order and spelling; below {THIN:.0%} it says “few of its words”. Proposals and outcomes are "
    "compared word for word, without regard to signs and capitals.",
    f"A line is late that came to the disk more than {LATE:.0f} seconds after the last word was "
    "heard. Pauses are not counted. At another speed than ×1 seconds are those of the drill, and "
    "where a silence was shortened they are fewer than in the room.",
    "Not looked at: which text an outcome is of, private notes, the worklist, the roster.",
)


def result(found: Judged, title: str, about: tuple[str, ...], made: datetime) -> Draft:
    """Compose the result. title: of the session; about: the lines that say of what and whose."""
    sections = [
        Section("In numbers", (numbers(found.summary),)),
        Section("Line by line", tuple(_lines(found))),
        Section("Word for word", tuple(_texts(found))),
        Section("What this measures", tuple(map(Paragraph, MEASURE))),
    ]
    kept = tuple(one for one in sections if one.blocks)
    return Draft("Result of a drill", title, about, kept, marking=PRACTICE, made=made)


def numbers(summary: Summary) -> Listing:
    """Return the numbers of a drill, a line each."""
    return Listing(tuple(Paragraph(value, lead=f"{what}:") for what, value in counted(summary)))


def counted(summary: Summary) -> tuple[tuple[str, str], ...]:
    """Return the numbers of a drill in words: what, and how many."""
    found = [
        ("Turns caught", of(summary.turns)),
        ("Proposals and outcomes caught", of(summary.texts)),
        ("Procedure and list caught", of(summary.procedure)),
        ("Under the right name", of(summary.speakers)),
        ("As the right kind", of(summary.kinds)),
        ("Texts word for word", of(summary.verbatim)),
        ("Median delay", "–" if summary.delay is None else f"{summary.delay:.0f} s"),
        ("Late", str(summary.late)),
        ("Characters a minute", f"{summary.pace:.0f} in {summary.minutes:.0f} min"),
        ("Lines typed", str(summary.lines)),
        ("Lines not understood", str(summary.not_understood)),
        ("Lines that are of nothing kept", str(summary.extra)),
    ]
    if summary.unheard:
        found.append(("Not heard yet", str(summary.unheard)))
    return tuple(found)


def of(share: Share) -> str:
    """Return a share in words."""
    if not share.of:
        return "none to catch"
    return f"{share.got} of {share.of} ({share.got / share.of:.0%})"


def clock(seconds: float) -> str:
    """Return the second of a drill as minutes and seconds."""
    return f"{int(seconds) // 60}:{int(seconds) % 60:02}"


def _lines(found: Judged) -> Iterator[Block]:
    if not found.rows:
        yield Paragraph("Nothing was heard and nothing typed.")
        return
    yield Table(
        ("At", "Kept", "Typed", "Verdict"),
        tuple(Row((clock(row.at), kept(row), typed(row), judged(row))) for row in found.rows),
    )


def kept(row: Judgement) -> str:
    """Return what was kept of a row, in one line."""
    return row.kept.told if row.kept else "–"


def typed(row: Judgement) -> str:
    """Return what was typed of a row; several lines one after the other."""
    return " / ".join(one.told for one in row.typed) or "–"


def judged(row: Judgement) -> str:
    """Return the verdict with the share of the words, and what differs otherwise than in words."""
    share = f" ({row.share:.0%} of its words)" if row.is_caught and row.kept and (
        row.kept.words and row.kept.family != "text") else ""  # fmt: skip
    notes = "; ".join(row.notes)
    return f"{row.verdict}{share}" + (f"; {notes}" if notes else "")


def _texts(found: Judged) -> Iterator[Block]:
    for row in found.rows:
        if row.kept and row.kept.family == "text" and row.typed and row.kept.words:
            yield Paragraph(f"{judged(row)}.", lead=f"{clock(row.at)} {row.kept.called}:")
