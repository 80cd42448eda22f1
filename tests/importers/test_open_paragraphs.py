"""Paragraphs of the draft that were not agreed, carried into the next session's draft."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from plenary_tui.documents.communique import workshop
from plenary_tui.documents.workshop import acts
from plenary_tui.documents.workshop.snapshot import issuing
from plenary_tui.documents.workshop.typed import as_typed
from plenary_tui.documents.workshop.view import Workshop
from plenary_tui.errors import WrongUse
from plenary_tui.importers.carrying import Matter, carry, open_matters
from plenary_tui.record.bracketing import Marked
from plenary_tui.record.carrying import Place, came_from, read_came_from, read_went_to, went_to
from plenary_tui.record.kinds import Kind, Review
from plenary_tui.store.capture import Capture
from plenary_tui.store.session import Session
from tests.documents.test_notes import assert_same_meeting
from tests.store.sessions import new_session, record

NOW = datetime(2018, 10, 1, 9, tzinfo=UTC)
WEIGHT = "Stones are [TR, OS: weighed [NV: twice]] [Alternative: counted]."


def known(name: str) -> str:
    return name if name in ("TR", "NV", "OS") else ""


def view(folder: Path) -> Workshop:
    return workshop(Session(folder).record, NOW)


def do(folder: Path, command: Kind) -> None:
    with Capture(Session(folder), "desk", live=False) as log:
        log.enter(command, when=NOW)


def add(folder: Path, typed: str, section: str, after: str = "") -> str:
    """Write a paragraph by hand; return its id."""
    before = set(view(folder).drafts.held)
    do(folder, acts.added(view(folder), after, typed, known, section=section))
    (own,) = set(view(folder).drafts.held) - before
    return own


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A session whose draft holds what is bracketed, open, agreed and taken out."""
    folder = new_session(tmp_path / "2018-06-antwerp", "NV: says so")
    one = add(folder, WEIGHT, "body-WGM")
    add(folder, "Nothing was said of sand.", "body-WGM", one)
    done = add(folder, "All is well.", "opening")
    do(folder, acts.agreed(view(folder), done, "agreed"))
    gone = add(folder, "All was well.", "opening")
    do(folder, acts.removed(view(folder), gone))
    loose = add(folder, "[KE? of old] we part.", "closing")
    do(folder, acts.translated(view(folder), loose, "Nous partons.", known, "fr"))
    return folder


@pytest.fixture
def new(tmp_path: Path) -> Path:
    folder = tmp_path / "2018-11-brussels"
    folder.mkdir()
    record(folder, "brussels", [
        "Meeting: Plenary", "Delegation NV: Novaria; Participant",
        "Body WGM: Working Group on Monitoring", "Agenda 1: Opening",
    ])  # fmt: skip
    return folder


def paragraphs(folder: Path) -> list[Matter]:
    return [one for one in open_matters(Session(folder).record) if one.of == "paragraph"]


def carried(old: Path, new: Path) -> None:
    wanted = [one.entry for one in paragraphs(old)]
    carry(Session(old), Session(new), "office", wanted, NOW)


def typed(folder: Path) -> list[tuple[str, str]]:
    """Return what the draft holds by hand, by the heading it stands under."""
    shown = view(folder)
    headings = {one.key: one.heading for one in shown.draft.sections}
    return [
        (headings[shown.places[key].section], as_typed(Marked(one.text, one.brackets)))
        for key, one in shown.paragraphs.items() if key in shown.drafts.held
    ]  # fmt: skip


def test_what_is_bracketed_or_open_is_offered_and_nothing_agreed(old: Path) -> None:
    assert [(one.state, one.words.partition(": ")[2]) for one in paragraphs(old)] == [
        ("3 brackets open", WEIGHT),
        ("open", "Nothing was said of sand."),
        ("1 bracket open", "[KE? of old] we part."),
    ]


def test_it_stands_in_the_new_draft_with_its_brackets_and_owners_as_typed(
    old: Path, new: Path
) -> None:
    carried(old, new)
    assert typed(new) == [
        ("Working Group on Monitoring", WEIGHT),
        ("Working Group on Monitoring", "Nothing was said of sand."),
        ("Closing", "[KE? of old] we part."),
    ]
    held = view(new).drafts.held.values()
    assert {one.status for one in held} == {"open"}
    assert [one.texts["fr"].text for one in held if "fr" in one.texts] == ["Nous partons."]


def test_both_logs_say_so_and_it_is_carried_once(old: Path, new: Path) -> None:
    ids = [one.entry for one in paragraphs(old)]
    carried(old, new)
    assert set(Session(old).record.live.drafts.carried) == set(ids)
    (told,) = (read_came_from(one.what.text) for one in Session(new).record.live.provenance)
    assert list(told.values()) == [Place("2018-06-antwerp", key, "paragraph") for key in ids]
    assert paragraphs(old) == []
    with pytest.raises(WrongUse, match="nothing open"):
        carry(Session(old), Session(new), "office", ids, NOW)


def test_broken_off_half_way_it_does_not_stand_twice(old: Path, new: Path) -> None:
    def fail(*args: object) -> None:
        raise KeyboardInterrupt

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("plenary_tui.importers.carrying._Work._gone", fail)
        with pytest.raises(KeyboardInterrupt):
            carried(old, new)
    carried(old, new)
    assert len(view(new).drafts.held) == 3
    assert paragraphs(old) == []


def test_once_the_communique_is_adopted_nothing_of_it_is_open(old: Path) -> None:
    shown = view(old)
    do(old, issuing(shown.draft, shown.laid.composed, label="1", symbol="", state="DRAFT"))
    assert len(paragraphs(old)) == 3
    (version,) = Session(old).record.live.drafts.versions
    do(old, Review(target=version.id, act="adopted"))
    assert paragraphs(old) == []


def test_a_body_that_is_not_there_and_an_item_of_another_number(tmp_path: Path, new: Path) -> None:
    old = new_session(tmp_path / "2018-06-antwerp", "Agenda 7: Lamps", "Item 7", "NV: hello")
    add(old, "Lamps are [TR: lit].", "item-7")
    add(old, "Data are [TR: kept].", "body-WGS")
    record(new, "brussels", ["Agenda 2: lamps"])
    carried(old, new)
    assert typed(new) == [
        ("lamps", "Lamps are [TR: lit]."),
        ("Text drafted in the room", "Data are [TR: kept]."),
    ]


def test_what_was_drafted_in_the_room_goes_over_too(tmp_path: Path, new: Path) -> None:
    old = new_session(
        tmp_path / "2018-06-antwerp",
        "Para 14 TR: the levy is doubled", "Para 15 NV: the levy is kept", "Para 15 agreed",
    )  # fmt: skip
    assert len(paragraphs(old)) == 1
    carried(old, new)
    ((_, words),) = typed(new)
    assert words == "[TR: The levy is doubled.]"
    assert paragraphs(old) == []


@pytest.mark.parametrize("which", ["old", "new"])
def test_notes_hold_it_all(old: Path, new: Path, which: str) -> None:
    carried(old, new)
    text = assert_same_meeting(Session(old if which == "old" else new).record)
    assert ("paragraph_carried" if which == "old" else "3 matters carried over from") in text


def test_a_paragraph_reads_back_from_what_is_said() -> None:
    place = Place("2018-06-antwerp", "body-CAR-MT.hall.b2-57~2", "paragraph")
    assert read_went_to(went_to(place)) == place
    assert read_came_from(came_from({"desk-3": place})) == {"desk-3": place}
