"""Every kind of entry is told in words that a person understands."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from plenary_tui.documents.telling import Teller
from plenary_tui.record.kinds import KINDS, Kind, Unknown
from tests.record.rooms import ROSTER, Room

OPENED = (*ROSTER, "Agenda 4: Mines", "Sitting: WGM", "Opened:", "Item 4")


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (("NV (Ms Roe) for G7: agrees",), "Novaria (Ms Roe) for G7: agrees"),
        (("???: mumbles",), "unknown speaker: mumbles"),
        (("NV: one", "... two"), "… two"),
        (("NV: one", "Aligned KE, OS"), "Keldia, Ostrea aligned with Novaria"),
        (("Reply KE: no",), "Keldia, right of reply: no"),
        (("Proposal NV: X", "+ OS KE"), "Ostrea, Keldia support P1"),
        (("Proposal NV: X", "- TR"), "Tirania opposes P1"),
        (("NV: one", "~ TR"), "Tirania is flexible on Novaria"),
        (("Proposal NV: X", "Objection TR: no", "Objection withdrawn TR"),
         "Objection of Tirania withdrawn"),
        (("Proposal NV: X", "Proposal withdrawn NV"), "P1 withdrawn"),
        (("Proposal NV: X", "Amendment TR: Y", "Amendment accepted"),
         "Amendment of Tirania to P1 accepted"),
        (("Proposal NV: X", "Amendment TR: Y", "Amendment withdrawn TR"),
         "Amendment of Tirania to P1 withdrawn"),
        (("Agreed: to meet again",), "Agreed: to meet again"),
        (("Proposal NV: X", "Agreed:"), "P1 agreed"),
        (("Proposal NV: X", "Deferred: to the Plenary"), "P1 deferred to the Plenary"),
        (("Proposal NV: X", "Referred: WGM, for a report"),
         "P1 referred to the Working Group on Monitoring, for a report"),
        (("Proposal NV: X", "No consensus:"), "No consensus on P1"),
        (("Proposal NV: X", "Objection TR: no", "Gavelled P1:"),
         "P1 gavelled over a standing objection, disputed"),
        (("Proposal NV: X", "Silence: until 2028-01-07 18:00"),
         "written procedure opened on P1 until 2028-01-07 18:00"),
        (("q+ NV, OS",), "Novaria, Ostrea on the list of speakers"),
        (("q+ NV", "next"), "The floor goes to Novaria"),
        (("q closed",), "The list of speakers is closed"),
        (("present+ NV, OS",), "Present: Novaria, Ostrea"),
        (("Walk-out TR: in protest",), "Walk-out of Tirania: in protest"),
        (("Item 4 concluded",), "Item 4, Mines, concluded"),
        (("Suspended: for coffee",), "Sitting 1 suspended: for coffee"),
        (("Action WGM: write by 2028-02-01",),
         "Follow-up for Working Group on Monitoring by 2028-02-01: write"),
        (("Event: Plenary, Brussels, May 2028",), "Event: Plenary, Brussels, May 2028"),
        (("Presiding: KE (Ms Roe)",), "Keldia presides"),
        (("limit 3 min",), "Time limit 3 minutes"),
        (("limit 90 s",), "Time limit 1 minute 30 seconds"),
        (("limit 1 min",), "Time limit 1 minute"),
        (("limit off",), "No time limit"),
        (("\\NV: is prose",), "NV: is prose"),
    ],
)  # fmt: skip
def test_an_entry_in_words(lines: tuple[str, ...], told: str) -> None:
    room = Room(*OPENED, *lines)
    assert room.last is not None
    sentence = Teller(room.meeting).sentence(room.last.entry)
    assert sentence.casefold() == told.casefold()


def test_the_status_of_a_delegation_follows_its_name_where_asked() -> None:
    room = Room(*OPENED)
    teller = Teller(room.meeting, status=True)
    at = datetime(2027, 11, 9, 10, 0, tzinfo=ZoneInfo("UTC"))
    assert teller.name("GDA", at) == "Global Diamond Alliance (Observer)"
    assert teller.name("Somebody", at) == "Somebody"


def test_no_kind_is_forgotten() -> None:
    from plenary_tui.documents import telling

    known: tuple[type[Kind], ...] = (*KINDS, Unknown)
    plain = {kind for kind in known if kind not in telling._TELL}
    assert {str(kind.model_fields["kind"].default) for kind in plain} == {
        "intervention", "presentation", "point_of_order", "ruling", "remark",
    }  # fmt: skip
