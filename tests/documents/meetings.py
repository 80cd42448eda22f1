"""Small meetings for the documents, written as a rapporteur types them."""

from __future__ import annotations

from collections.abc import Callable

from tests.record.rooms import ROSTER, Room

SETUP = (
    "Meeting: Training Plenary",
    "Kind: plenary",
    "Name: Plenary",
    "Dates: 2027-11-09/2027-11-10",
    "Place: Belvaux",
    "Numbers: TP/{year}/{meeting}/Administrative Decision {n}",
    *ROSTER,
    "Agenda 1: Opening",
    "Agenda 4: Mines; WGM",
)


def plenary(*lines: str) -> Room:
    """Return a room whose first sitting is open on item 4."""
    return Room(*SETUP, "Sitting: WGM, Room 2", "Opened:", "Presiding: KE (Ms Aurel)",
                "Item 4", *lines)  # fmt: skip


def debate() -> Room:
    """A debate with allies, an observer, a correction and a quotation."""
    return plenary(
        "present+ NV, OS, KE, TR",
        "NV (Ms Moss) for the Coastal Group: proposes that the sub-team report by May",
        "+ OS KE",
        "- TR",
        "GDA: welcomes the report",
        "s/welcomes the/welcomes every/",
        "WGM chair: reports steady progress",
        "Chair: We come back to this tomorrow",
        'TR: said "not a day before June"',
        "... and asked for time",
        "Aligned OS",
        "???: asks for the floor",
        "Opening OS: Friends, “let us begin”",
        "Paper TP/7 NV: A fund for mines",
        "Point of order TR: the paper came late",
        "Ruling: the paper stands",
        "Reply NV: it came on Monday",
        "Walk-out GDA: nobody listens",
        "Action WGM: a report on mines by 2028-05-01",
        "Event: Forum on Mines, Lindau, 2028-03-01",
        "Annex: the letter of Keldia",
        "<manu> tea is ready",
        "Closed:",
        "Opened:",
        "NV: returns to the matter",
    )


def every_outcome() -> Room:
    """Texts that fare in every way there is."""
    return plenary(
        "Adopted agenda:",
        "Draft decision NV: Alpha is kept", "+ OS", "Amendment OS: Alpha is kept for a year",
        "Amendment accepted", "Adopted:", "Reservation TR: on the cost",
        "Interpretative KE: Alpha means all", "Dissociation TR: not with us",
        "Objection TR: too late for that",
        "Draft decision NV: Beta opens", "Objection TR: never", "Gavelled:",
        "Proposal OS: Gamma is read", "Noted:",
        "Proposal OS: Delta waits", "Deferred: the next Plenary",
        "Proposal OS: Epsilon goes on", "Referred: WGM",
        "Proposal OS: Zeta splits us", "Objection TR: no", "No consensus:",
        "Proposal OS: Eta is a trial", "Adopted ad ref:",
        "Proposal OS: Theta goes", "Proposal withdrawn OS",
        "Proposal OS: Iota by letter", "Silence: until 2027-12-01 12:00",
        "Proposal OS: Kappa by letter", "Silence: until 2029-12-01 12:00",
        "Proposal OS: Lambda remains",
        "Proposal KE: Mu is agreed", "Objection GDA: we oppose", "Agreed:",
        "Recommendation: Members report Nu",
        "Chair's notice: Xi is closed", "Chair's statement: Omicron was good",
    )  # fmt: skip


MEETINGS: tuple[Callable[[], Room], ...] = (debate, every_outcome)
