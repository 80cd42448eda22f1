"""The lines over the draft: what document it is, and how far it is agreed."""

from __future__ import annotations

from collections import Counter
from datetime import datetime

from rich.cells import cell_len

from plenary_tui.documents.review import countdown, stage_of
from plenary_tui.record.kinds import ParagraphStatus
from plenary_tui.ui.panels import Line
from plenary_tui.ui.terminal.wrapping import fit

from .rows import SAID, SIGNS
from .translating import OTHERS, called
from .view import DraftView

MOST_LINES = 2
"""Lines that the meter takes at most."""
_LEAST_TITLE = 12


def heading(view: DraftView, width: int, now: datetime) -> str:
    """Return what document it is: register, title, state, language, last version, plan.

    Where a version is in its review, it says how that stands. Where there is no room for all of
    it, the deadline goes, then the title is cut.
    """
    draft, drafts = view.workshop.draft, view.workshop.drafts
    title = f"{draft.marking} · " if draft.marking else ""
    title += f"{draft.register}: {draft.title}"
    before = [draft.state, OTHERS.get(view.language, "")]
    behind = [f"plan {drafts.plan}" if drafts.plan else ""]
    found = ""
    for stands in _versions(view, now):
        after = "".join(f" · {part}" for part in (*before, stands, *behind) if part)
        found = fit(title, max(_LEAST_TITLE, width - cell_len(after))) + after
        if cell_len(title + after) <= width:
            break
    return found


def _versions(view: DraftView, now: datetime) -> tuple[str, ...]:
    """Return how the last version stands, in more words and in fewer."""
    stage = stage_of(view.workshop.drafts, now)
    if stage.version is None:
        return ("no version issued",)
    if stage.name == "draft":
        at = stage.version.entry.happened.astimezone(view.meeting.zone)
        return (f"version {stage.version.label} issued {at.day} {at:%b %H:%M}",)
    said = countdown(stage, view.meeting, now)
    return said, said.partition(", ")[0]


def meter(view: DraftView, width: int) -> list[Line]:
    """Return how far it is agreed, in at most two lines."""
    found = [""]
    for count in _counts(view):
        longer = f"{found[-1]} · {count}" if found[-1] else count
        if cell_len(longer) <= width or not found[-1]:
            found[-1] = longer
        else:
            found.append(count)
    if len(found) > MOST_LINES:
        found[MOST_LINES - 1 :] = [" · ".join(found[MOST_LINES - 1 :])]
    return [((fit(line, width), "plain"),) for line in found]


def _counts(view: DraftView) -> list[str]:
    shop = view.own
    owners = shop.by_owner()
    total = len(shop.open_brackets())
    said = "no bracket open" if not total else f"[ ] {total} open"
    if total:
        named = [f"{view.name(code)} {count}" for code, count in owners.most_common()]
        said += f" ({', '.join(named)})"
    standing: Counter[ParagraphStatus] = Counter(
        one.status for key, one in shop.paragraphs.items()
        if not (shop.places[key].annex or view.is_removed(key))
    )  # fmt: skip
    found = [said]
    order: tuple[ParagraphStatus, ...] = ("agreed", "agreed_ad_ref", "open")
    found.append(", ".join(f"{SIGNS[one]} {standing[one]} {SAID[one]}" for one in order))
    if view.language:
        found.append(f"EN {len(view.lacking)} still in {called('')}" if view.lacking
                     else f"all of it in {called(view.language)}")  # fmt: skip
    offers = len(shop.laid.offers)
    if offers:
        found.append(f"⇣ {offers} offered")
    missed = sum(1 for one in view.findings if one.what == "coverage")
    if view.findings:
        beside = f", {missed} in no paragraph" if missed else ""
        found.append(f"⚑ {len(view.findings)} to look at{beside}")
    taken = shop.drafts.taken
    if taken is not None:
        found.append(f"▶ {view.called.get(taken.id, 'a paragraph that is gone')} under discussion")
    return found
