"""The draft in the picture for other programs."""

from __future__ import annotations

from plenary_tui.documents.data import picture
from plenary_tui.documents.workshop import acts
from plenary_tui.record.kinds import Answer, DraftEdit
from plenary_tui.record.redaction import open_record
from tests.documents.test_data import VALID
from tests.documents.test_notes import assert_same_meeting

from .tables import Table, known
from .test_told import negotiated


def test_the_picture_of_a_draft_is_valid_and_outlives_its_notes() -> None:
    table, _ = negotiated()
    table.room("In camera:", "Bracket para 2 TR: the", "Open session:")
    for record in (table.room.record, open_record(table.room.record)):
        VALID.validate(picture(record, table.room.now))
        assert_same_meeting(record, whole=record is table.room.record)


def test_the_picture_says_how_each_paragraph_stands() -> None:
    table = Table()
    key = table.numbered("2")
    table.edit("2", "A fund [TR, KE: of six [NV: good] seats].")
    own = table.do(acts.added(table.view(), key, "By hand.", known)).entry.id
    table.issue("1")
    table.do(acts.removed(table.view(), table.numbered("1")))
    table.do(acts.agreed(table.view(), table.numbered("3"), "agreed"))
    table.do(acts.translated(table.view(), key, "Un fonds.", known, "fr"))
    later = table.do(acts.added(table.view(), key, "Behind it.", known)).entry.id
    draft = picture(table.room.record, table.room.now)["draft"]
    first, second, third = draft["paragraphs"][:3]
    assert (first["number"], first["removed"]) == ("1", True)
    assert second["text"] == "A fund [of six [good] seats]."
    assert [(one["by"], one["words"]) for one in second["brackets"]] == [
        (["TR", "KE"], "of six [good] seats"), (["NV"], "good"),
    ]  # fmt: skip
    assert second["translations"] == [{"language": "fr", "text": "Un fonds."}]
    assert (third["paragraph"]["source"], third["status"]) == (own, "agreed")
    last = draft["paragraphs"][-1]
    assert (last["paragraph"]["source"], last["number"]) == (later, "")
    (version,) = draft["versions"]
    assert (version["label"], version["symbol"], version["state"]) == ("1", "TP/L.1", "DRAFT")


def test_the_picture_says_what_came_back_and_what_was_corrected() -> None:
    table, _ = negotiated()
    draft = picture(table.room.record, table.room.now)["draft"]
    (received,) = draft["received"]
    assert received["who"] == ["TR"]
    assert received["version"] == draft["versions"][0]["id"]
    assert [(one["now"], one["verdict"]) for one in received["changes"]] == [
        ("a", "accepted"), ("b", ""),
    ]  # fmt: skip
    refused, accepted = draft["corrections"]
    assert (refused["speaker"], refused["old"], refused["new"], refused["verdict"]) == (
        "NV", "three", "four", "refused",
    )  # fmt: skip
    assert refused["reason"] == "it was three" and refused["paragraph"] is None
    assert accepted["verdict"] == "accepted" and accepted["paragraph"]["section"] == "meeting"
    acts_ = [one["act"] for one in draft["stages"]]
    assert acts_ == ["under_review", "closed", "signed_off", "adopted", "published"]
    assert draft["stages"][2]["person"] == "Ms Aurel"
    assert draft["plan"] == "classic" and draft["under_discussion"] is None
    answer = DraftEdit(
        act="answered", answers=(Answer(target=received["id"], place=1, verdict="refused"),)
    )
    table.do(answer)
    again = picture(table.room.record, table.room.now)["draft"]
    assert [one["verdict"] for one in again["received"][0]["changes"]] == ["accepted", "refused"]
