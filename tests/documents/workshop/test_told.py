"""The draft's stream in words, in the room's list and in the journal: one line an entry."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from plenary_tui.documents.card import card
from plenary_tui.documents.draft import paragraphs_of
from plenary_tui.documents.journal import journal
from plenary_tui.documents.summary import summary
from plenary_tui.documents.telling import Teller
from plenary_tui.documents.text import text
from plenary_tui.documents.workshop import acts
from plenary_tui.record.kinds import (
    Answer,
    ChangeAsked,
    CorrectionAnswered,
    CorrectionAsked,
    DraftEdit,
    DraftPlan,
    DraftReceived,
    Kind,
    ParagraphCarried,
    ParagraphRef,
    ParagraphTaken,
    Retraction,
    Review,
)
from plenary_tui.record.streams import is_of_room, is_of_room_as_kept
from plenary_tui.store.disk import RealDisk
from plenary_tui.ui.conducting.tail import read_tail
from plenary_tui.ui.seen.rows import RowKeeper
from plenary_tui.ui.seen.views import Row, Rows

from .tables import Table, known


def negotiated() -> tuple[Table, dict[str, str]]:
    """Return a table where everything was done once, and what each entry reads as."""
    table, told = Table("NV: three mines"), {}
    said = table.room.entries[-1].id

    def do(name: str, command: Kind) -> str:
        entry = table.do(command).entry
        assert entry.what.kind == command.kind, name  # type: ignore[attr-defined]
        told[name] = Teller(table.room.meeting).sentence(entry)
        return entry.id

    key = table.numbered("1")
    do("before", acts.edited(table.view(), key, "Held at last.", known))
    table.issue("1")
    version = table.room.entries[-1].id
    told["issued"] = Teller(table.room.meeting).sentence(table.room.entries[-1])
    view = table.view()
    do("edited", acts.edited(view, key, "Held [TR: at last].", known))
    do("bracketed", acts.bracketed(table.view(), key, "Held", ("KE",)))
    do("added", acts.added(table.view(), key, "And again.", known))
    do("french", acts.translated(table.view(), key, "Tenue.", known, "fr"))
    do("plan", DraftPlan(name="classic"))
    do("taken", ParagraphTaken(paragraph=ParagraphRef.of(key)))
    do("nothing taken", ParagraphTaken())
    do("carried", ParagraphCarried(paragraph=ParagraphRef.of(key), to="to 2018-11, entry a-1"))
    changes = tuple(ChangeAsked(paragraph=ParagraphRef.of(key), now=one) for one in ("a", "b"))
    received = do("received", DraftReceived(target=version, who=("TR",), changes=changes))
    answers = (Answer(target=received, verdict="accepted"),)
    do("answered", DraftEdit(act="answered", answers=answers))
    do("numbered", acts.renumbered(table.view()))
    until = table.room.now + timedelta(hours=2)
    do("review", Review(target=version, act="under_review", until=until))
    asked = do("asked", CorrectionAsked(target=said, speaker="NV", old="three", new="four"))
    do("refused", CorrectionAnswered(target=asked, verdict="refused", text="it was three"))
    again = do("asked again", CorrectionAsked(
        target=version, speaker="TR", old="Held", new="Begun", paragraph=ParagraphRef.of(key)
    ))  # fmt: skip
    do("accepted", CorrectionAnswered(target=again, verdict="accepted"))
    for act in ("closed", "signed_off", "adopted", "published"):
        do(act, Review(target=version, act=act, person="Ms Aurel" if act == "signed_off" else ""))
    return table, told


def test_each_entry_of_the_draft_is_one_line() -> None:
    table, told = negotiated()
    until = next(one.what.until for one in table.room.entries if isinstance(one.what, Review))
    assert until is not None
    assert told == {
        "before": "Draft: a paragraph edited: “Held at last.”",
        "issued": "Draft: version 1 issued (TP/L.1)",
        "edited": "Draft: paragraph 1 edited: “Held [at last].”",
        "bracketed": "Draft: paragraph 1 bracketed for Keldia: “[Held] [at last].”",
        "added": "Draft: a paragraph added: “And again.”",
        "french": "Draft: paragraph 1 worded in French: “Tenue.”",
        "plan": "Draft: follows the plan “classic”",
        "taken": "Draft: paragraph 1 under discussion",
        "nothing taken": "Draft: no paragraph is under discussion any more",
        "carried": "Draft: paragraph 1 carried over to 2018-11, entry a-1",
        "received": "Draft: Tirania's copy of version 1 came back, 2 changes",
        "answered": "Draft: Tirania's change accepted",
        "numbered": told["numbered"],
        "review": f"Draft: version 1 under review until {until:%Y-%m-%d %H:%M} CET",
        "asked": "Correction asked by Novaria: “three” to read “four”",
        "refused": "Correction of Novaria refused: it was three",
        "asked again": "Correction asked by Tirania: “Held” to read “Begun” in paragraph 1",
        "accepted": "Correction of Tirania accepted",
        "closed": "Draft: version 1 closed for corrections",
        "signed_off": "Draft: version 1 signed off by Ms Aurel",
        "adopted": "Draft: version 1 adopted",
        "published": "Draft: version 1 published",
    }
    assert told["numbered"].startswith("Draft: numbered anew, ")


def shown(kept: list[Row], change: Rows) -> list[Row]:
    """Return what a list shows after a change."""
    kept = list(change.added) if change.whole else [*kept, *change.added]
    for place, row in change.changed:
        kept[place] = row
    return kept


def test_the_rooms_list_shows_versions_and_stages_and_no_edit() -> None:
    table, _ = negotiated()
    table.room("NV: and so on")
    table.do(acts.edited(table.view(), table.numbered("1"), "Once more.", known))
    table.do(Retraction(of="draft"))
    rows = RowKeeper().update(table.room.record).added
    ids = {row.id for row in rows}
    for entry in table.room.entries:
        assert (entry.id in ids) == is_of_room(entry.what)
        kept = entry.what.model_dump(mode="json")
        assert is_of_room_as_kept(kept) == is_of_room(entry.what)
    words = [row.text for row in rows]
    assert "Draft: version 1 issued (TP/L.1)" in words
    assert "Draft: paragraph 1 under discussion" in words
    assert not [one for one in words if "edited" in one or "Correction" in one]
    assert rows[-1].text == "and so on"


def test_a_list_that_grows_past_hidden_entries_is_the_list_anew() -> None:
    table, keeper = Table(), RowKeeper()
    rows = shown([], keeper.update(table.room.record))
    for step in (
        lambda: table.edit("1", "By hand."),
        lambda: table.room("NV: one word"),
        lambda: table.edit("2", "By hand too."),
        lambda: table.room("s/word/term/", "Check: the name"),
        lambda: table.issue("1"),
        lambda: table.room("TR: two", "undo"),
        lambda: table.do(Retraction(of="draft")),
    ):
        step()
        rows = shown(rows, keeper.update(table.room.record))
        assert rows == list(RowKeeper().update(table.room.record).added)


def test_the_first_frame_shows_the_rows_that_the_list_will(tmp_path: Path) -> None:
    table, _ = negotiated()
    table.room("NV: and so on")
    table.issue("x" * 70_000)
    (tmp_path / "log").mkdir()
    lines = "".join(entry.model_dump_json() + "\n" for entry in table.room.entries)
    (tmp_path / "log" / "hall.jsonl").write_text(lines, "utf-8")
    rows = RowKeeper().update(table.room.record).added
    first = read_tail(RealDisk(), tmp_path, 8)
    assert [row.id for row in first] == [row.id for row in rows[-8:]]
    assert [row.time for row in first] == [row.time for row in rows[-8:]]
    assert {"and so on", "Draft: adopted"} <= {row.text for row in first}


def test_the_journal_tells_versions_and_accepted_corrections_and_the_summary_nothing() -> None:
    table, _ = negotiated()
    table.do(acts.edited(table.view(), table.numbered("1"), "xyzzy", known))
    told = text(journal(table.room.record))
    (stages,) = [one for one in journal(table.room.record).sections if one.heading == "Communiqué"]
    assert [one.text for one in paragraphs_of(stages)] == [
        "Version 1 issued (TP/L.1).",
        "Corrected as asked by Tirania: “Held” to read “Begun” in paragraph 1.",
        "Version 1 adopted.",
        "Version 1 published.",
    ]
    assert "xyzzy" not in told and "four" not in told and "under review" not in told
    before = Table("NV: three mines")
    assert text(summary(table.room.record)) == text(summary(before.room.record))


def test_the_card_repeats_what_the_room_saw() -> None:
    table = Table("NV: a last word")
    for number in ("1", "2", "3", "1", "2", "3"):
        table.edit(number, f"Edited {len(table.room.entries)}.")
    assert "a last word" in text(card(table.room.record, table.room.now))
