"""The rows of a drill's result as a list shows them, and one of them in full."""

from __future__ import annotations

from collections.abc import Iterator

from plenary_tui.documents.comparing import words
from plenary_tui.documents.drill.judging import Judged, Row
from plenary_tui.documents.drill.result import clock, judged, kept, typed
from plenary_tui.record.clean import clean_line
from plenary_tui.ui.panels import Line as Drawn
from plenary_tui.ui.searching.lines import Line
from plenary_tui.ui.terminal.wrapping import fit

_VERDICT = 21
"""Cells of the verdict; the row in full has all of it."""


def sign(row: Row) -> str:
    """Return the sign of a row: caught, caught with something against it, missed, extra."""
    if row.kept is None:
        return "+"
    if not row.typed:
        return "✗"
    return "~" if row.faults else "✓"


def listed(found: Judged, *, faulty: bool) -> list[Line]:
    """Return the rows as lines. faulty: only those that something is to be said of."""
    return [
        Line("", str(place), _lead(row), clean_line(kept(row) if row.kept else typed(row)),
             _detail(row))
        for place, row in enumerate(found.rows)
        if not faulty or row.faults or row.kept is None
    ]  # fmt: skip


def missed(found: Judged, place: int, step: int) -> int | None:
    """Return the place of the next row that was missed, or of the one before; None past all."""
    places = range(place + step, len(found.rows) if step > 0 else -1, step)
    return next((one for one in places if "missed" in found.rows[one].faults), None)


def heading(found: Judged) -> str:
    """Return the numbers in one line, the most important first."""
    summary = found.summary
    shares = (
        ("turns", summary.turns), ("names", summary.speakers), ("word for word", summary.verbatim),
    )  # fmt: skip
    said = [f"{name} {share.got} of {share.of}" for name, share in shares]
    if summary.delay is not None:
        said.append(f"delay {summary.delay:.0f} s")
    return " · ".join(said)


def _lead(row: Row) -> str:
    return f"{clock(row.at):>6} {sign(row)} {fit(row.verdict, _VERDICT):<{_VERDICT}}"


def _detail(row: Row) -> tuple[str, ...]:
    return (
        clean_line(f"Kept:   {kept(row)}"),
        clean_line(f"Typed:  {typed(row)}"),
        clean_line(judged(row)),
    )


def whole(row: Row) -> Iterator[Drawn]:
    """Yield all of a row: what was kept, what was typed, and of a text where the words differ."""
    yield ((f"{clock(row.at)}  {sign(row)} {clean_line(judged(row))}", "title"),)
    yield (("", "plain"),)
    yield (("Kept", "head"),)
    yield ((clean_line(kept(row)), "plain"),)
    yield (("", "plain"),)
    yield (("Typed", "head"),)
    for one in row.typed:
        yield ((clean_line(one.told), "plain"),)
    if not row.typed:
        yield (("nothing", "quiet"),)
    if row.kept and row.typed and row.kept.words:
        mine = " ".join(one.words for one in row.typed)
        yield (("", "plain"),)
        yield (("From the one to the other", "head"),)
        yield tuple(
            (_marked(clean_line(f"·{span.text}·")[1:-1], span.change),
             "plain" if span.change == "same" else span.change)
            for span in words(row.kept.words, mine)
        )  # fmt: skip
        yield (("[-kept, not typed-]  {+typed, not kept+}", "quiet"),)


def _marked(text: str, change: str) -> str:
    """Return a stretch with signs around it that tell of it without colours."""
    if change == "deleted":
        return f"[-{text}-]"
    return f"{{+{text}+}}" if change == "inserted" else text
