"""The review as it is shown: the stage with its countdown, corrections by delegation. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from plenary_tui.documents.review import StageNow, countdown, stage_of
from plenary_tui.documents.review.corrections import Asked, asked
from plenary_tui.documents.wording import Wording, capital
from plenary_tui.record.clean import clean_line
from plenary_tui.record.folded import fold_name
from plenary_tui.record.history import Record
from plenary_tui.record.meeting import Meeting
from plenary_tui.ui.display.lines import wrap_pieces
from plenary_tui.ui.panels import Line, Piece

_PARTS = {"same": "plain", "deleted": "deleted", "inserted": "inserted"}
_INDENT = 4


@dataclass(frozen=True)
class Review:
    """What is under review. corrections: by delegation, each in the order they came."""

    meeting: Meeting
    corrections: tuple[Asked, ...] = ()

    def stage(self, now: datetime) -> StageNow:
        """Return where the last version stands."""
        return stage_of(self.meeting.drafts, now)

    def heading(self, now: datetime) -> str:
        """Say where it stands, and how many corrections wait."""
        waiting = len(self.waiting)
        asked_for = f"{waiting} of {len(self.corrections)} corrections open"
        if not self.corrections:
            asked_for = "no corrections"
        return f"{capital(countdown(self.stage(now), self.meeting, now))} · {asked_for}"

    @property
    def waiting(self) -> list[Asked]:
        """The corrections that nobody answered yet."""
        return [one for one in self.corrections if not one.verdict]

    def name(self, code: str, on: datetime) -> str:
        """Return what a delegation is called."""
        words = Wording(self.meeting)
        return capital(words.bare_name(code, words.day_of(on)))

    def after(self, chosen: str, by: int = 1, *, waiting: bool = False) -> str:
        """Return the id of the correction so many further on; of those that wait, round about."""
        ids = [one.id for one in self.corrections]
        if not ids:
            return ""
        at = ids.index(chosen) if chosen in ids else -1 if by > 0 else len(ids)
        if not waiting:
            return ids[max(0, min(at + by, len(ids) - 1))]
        wanted = {one.id for one in self.waiting}
        turned = ids[at + 1 :] + ids[: at + 1]
        return next((one for one in turned if one in wanted), chosen)


def review_of(record: Record) -> Review:
    """Return what is under review in a record."""
    found = Review(record.meeting)
    corrections = sorted(asked(record), key=lambda one: fold_name(found.name(one.who, one.when)))
    return Review(record.meeting, tuple(corrections))


def lines(review: Review, chosen: str, width: int) -> tuple[list[Line], int]:
    """Return the corrections, and the place of the chosen one's first line."""
    if not review.corrections:
        how = "plenary correct takes one; x writes a delegation's extract."
        return [(("No correction was asked for.", "quiet"),), ((how, "quiet"),)], 0
    found: list[Line] = []
    place, who = 0, None
    for one in review.corrections:
        if one.who != who:
            who = one.who
            of_it = [other for other in review.corrections if other.who == who]
            waiting = sum(not other.verdict for other in of_it)
            found += [()] if found else []
            found.append(((f"{review.name(who, one.when)} · {waiting} of {len(of_it)} open",
                           "title"),))  # fmt: skip
        if one.id == chosen:
            place = len(found)
        found += _correction(review, one, width, is_chosen=one.id == chosen)
    return found, place


def _correction(review: Review, one: Asked, width: int, *, is_chosen: bool) -> Iterator[Line]:
    cursor: Piece = ("▸ ", "current") if is_chosen else ("  ", "plain")
    when = one.when.astimezone(review.meeting.zone)
    about = f"{one.id}, {one.place}, {when:%d.%m. %H:%M}"
    late: tuple[Piece, ...] = ((" late ", "warning"),) if one.late else ()
    state: Piece = (_STATES[one.verdict], "current" if not one.verdict else "quiet")
    head = ((clean_line(about), "head" if is_chosen else "plain"), ("  ", "plain"), state,
            ("  " if late else "", "plain"), *late)  # fmt: skip
    for place, line in enumerate(wrap_pieces(head, max(16, width - 2))):
        yield (cursor if not place else ("  ", "plain"), *line)
    inner = max(16, width - _INDENT)
    for line in wrap_pieces(tuple(_spans(one)), inner) if one.spans else ():
        yield ((" " * _INDENT, "plain"), *line)
    if not one.verdict and one.what.old and not one.stands:
        yield from _told("these words do not stand there any more", "warning", inner)
    if one.what.text:
        yield from _told(f"why: {one.what.text}", "quiet", inner)
    if one.reason:
        yield from _told(f"refused: {one.reason}", "quiet", inner)


def _spans(one: Asked) -> Iterator[Piece]:
    """Yield how the words would change; a sign says it where a terminal shows no style."""
    before = ""
    for span in one.spans:
        sign = {"deleted": "−", "inserted": "→" if before == "deleted" else "+", "same": ""}
        yield sign[span.change], "quiet"
        yield _shown(span.text), _PARTS[span.change]
        before = span.change


_STATES = {"": "open", "accepted": "accepted", "refused": "refused"}


def _told(words: str, part: str, width: int) -> Iterator[Line]:
    for line in wrap_pieces(((_shown(words), part),), width):
        yield ((" " * _INDENT, "plain"), *line)


def _shown(words: str) -> str:
    return words.replace("\n", " ")
