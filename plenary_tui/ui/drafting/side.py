"""What stands beside the draft: sources, findings, an offer, a history, a table of numbers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from plenary_tui.documents.comparing import Span, words
from plenary_tui.documents.workshop.typed import as_typed
from plenary_tui.record.bracketing import Marked
from plenary_tui.record.kinds import DraftRenumbered
from plenary_tui.ui.display.owned import owned_pieces
from plenary_tui.ui.panels import Piece

from .history import Change
from .lines import DraftRow
from .view import DraftView

NOTHING = DraftRow("", ())


@dataclass(frozen=True)
class Side:
    """A heading and rows; a row's id is what Enter goes to."""

    heading: str
    rows: tuple[DraftRow, ...]


def sources(view: DraftView, paragraph: str) -> Side:
    """Return the entries that a paragraph rests on, each with where else it is used."""
    one = view.workshop.paragraphs.get(paragraph)
    if one is None:
        return Side("Sources", (_quiet("Choose a paragraph: its sources stand here."),))
    named = f"{view.called[paragraph]} rests on"
    rows = [*_original(view, paragraph)]
    if not one.sources:
        rests_on_nothing = "It rests on no entry: it was written by hand, or its sources are gone."
        return Side(f"{named} nothing", (*rows, _quiet(rests_on_nothing)))
    rows += [row for source in one.sources for row in _source(view, source, paragraph)]
    return Side(f"{named} {len(one.sources)}", tuple(rows))


def _original(view: DraftView, paragraph: str) -> Iterable[DraftRow]:
    """Yield how a paragraph reads in the meeting's own language, where that is not shown."""
    one = view.own.paragraphs.get(paragraph) if view.language else None
    if one is not None:
        yield DraftRow(
            "", (("EN ", "quiet"),), ((as_typed(Marked(one.text, one.brackets)), "quiet"),), 3
        )
        yield NOTHING


def _source(view: DraftView, source: str, paragraph: str) -> Iterable[DraftRow]:
    told = view.told.get(source)
    if told is None:
        yield DraftRow(
            source, ((" ?     ", "quiet"),), ((f"{source}: not in this record", "quiet"),)
        )
        return
    said: list[Piece] = [(f"{told.who} ", "head")] if told.who else []
    said.append((told.words, "deleted" if told.is_taken_back else "plain"))
    if told.is_taken_back:
        said.append((" (taken back)", "warning"))
    yield DraftRow(source, ((f" {told.time or '–':<5} ", "quiet"),), tuple(said), 7)
    used = view.workshop.used.get(source, ())
    elsewhere = ", ".join(view.called[key] for key in used if key != paragraph)
    also = f"also: {elsewhere}" if elsewhere else "used here only"
    yield DraftRow("", ((" " * 7, "quiet"),), ((f"{told.day} · {also}", "quiet"),), 7)


def findings(view: DraftView) -> Side:
    """Return what the checks found, and what no paragraph mentions."""
    found = view.findings
    if not found:
        return Side("Checks", (_quiet("Nothing to look at: every check holds."),))
    rows = []
    for place, one in enumerate(found):
        where = "no paragraph" if one.what == "coverage" else one.where.removeprefix("paragraph ")
        said: list[Piece] = [(f"{where}: ", "head"), (one.why, "plain")]
        if one.suggestion:
            said.append((f" → {one.suggestion}", "current"))
        if one.what == "coverage":
            said.append((" Enter writes one.", "quiet"))
        rows.append(DraftRow(str(place), ((" ⚑ ", "warning"),), tuple(said), 3))
    return Side(f"{len(found)} to look at", tuple(rows))


def offer(view: DraftView, paragraph: str) -> Side:
    """Return the words that are composed by now beside those at hand: what came, what would go."""
    now = view.workshop.laid.offers.get(paragraph)
    one = view.workshop.paragraphs.get(paragraph)
    if now is None or one is None:
        return Side("Offer", (_quiet("No other words are composed for this paragraph."),))
    rows = [
        DraftRow("", (("↺ ", "quiet"),), _spans(words(one.text, now.text)), 2),
        NOTHING,
        _quiet("Underlined comes, struck goes. t takes the composed words, k keeps those at hand."),
        NOTHING,
        DraftRow("", (("⇣ ", "quiet"),), tuple(owned_pieces(Marked(now.text, now.brackets))), 2),
    ]
    return Side(f"{view.called[paragraph]}: composed by now", tuple(rows))


def history(called: str, changes: Iterable[Change]) -> Side:
    """Return what was done to a paragraph, the last first."""
    rows: list[DraftRow] = []
    for one in changes:
        who = f" · {one.by}" if one.by else ""
        rows.append(DraftRow("", ((f"{one.when}{who}  ", "quiet"),), ((one.says, "head"),), 2))
        if one.spans:
            rows.append(DraftRow("", (("  ", "quiet"),), _spans(one.spans), 2))
        rows.append(NOTHING)
    if not rows:
        rows = [_quiet("Nobody touched it: it is composed from the record.")]
    return Side(f"{called}: what was done to it", tuple(rows))


def numbers(view: DraftView, table: DraftRenumbered) -> Side:
    """Return the numbers before and after a renumbering."""
    rows = [_quiet("R again numbers the paragraphs so; Escape leaves them as they are."), NOTHING]
    for row in table.table:
        paragraph = view.workshop.paragraphs.get(row.ref.id)
        text = paragraph.text if paragraph else ""
        new = row.new or "goes"
        label: tuple[Piece, ...] = ((f" {row.old or '–':>9} → {new:<6}", "head"),)
        rows.append(DraftRow(row.ref.id, label, ((text[:60], "quiet"),)))
    return Side("Numbers before and after", tuple(rows))


def _quiet(said: str) -> DraftRow:
    return DraftRow("", (), ((said, "quiet"),), 0)


_PARTS = {"same": "plain", "inserted": "inserted", "deleted": "deleted"}


def _spans(spans: Iterable[Span]) -> tuple[Piece, ...]:
    return tuple((one.text, _PARTS[one.change]) for one in spans) or (("", "plain"),)
