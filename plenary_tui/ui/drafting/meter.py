"""The lines over the draft: what document it is, and how far it is agreed."""

from __future__ import annotations

from collections import Counter

from rich.cells import cell_len

from plenary_tui.record.kinds import ParagraphStatus
from plenary_tui.ui.panels import Line
from plenary_tui.ui.wrapping import fit

from .rows import SAID, SIGNS
from .view import DraftView

MOST_LINES = 2
"""Lines that the meter takes at most."""
_LEAST_TITLE = 12


def heading(view: DraftView, width: int) -> str:
    """Return what document it is: register, title, state, last version, plan.

    Where there is no room for all of it, the title is cut.
    """
    draft, drafts = view.workshop.draft, view.workshop.drafts
    said: list[str] = [draft.state]
    if drafts.versions:
        last = drafts.versions[-1]
        at = last.entry.happened.astimezone(view.meeting.zone)
        said.append(f"version {last.label} issued {at.day} {at:%b %H:%M}")
    else:
        said.append("no version issued")
    if drafts.plan:
        said.append(f"plan {drafts.plan}")
    after = "".join(f" · {part}" for part in said if part)
    title = f"{draft.marking} · " if draft.marking else ""
    title += f"{draft.register}: {draft.title}"
    return fit(title, max(_LEAST_TITLE, width - cell_len(after))) + after


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
    shop = view.workshop
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
