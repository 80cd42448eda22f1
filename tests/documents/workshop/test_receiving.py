"""A version that comes back as a file: every change is recorded at its paragraph."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from plenary_tui.documents.word import word
from plenary_tui.documents.word.reader import returned
from plenary_tui.documents.workshop.asked import Amendment
from plenary_tui.documents.workshop.receiving import counted, known_already, received, sender_of
from plenary_tui.documents.workshop.settling import accepted
from plenary_tui.record.kinds import ChangeAsked, DraftReceived
from tests.documents.word.edited import (
    BODY,
    BY,
    dele,
    end_marked,
    ins,
    paragraph_of,
    rebuilt,
    t,
)
from tests.documents.word.office import edited_in_office, saved_in_office
from tests.documents.word.readback import parts
from tests.documents.word.tools import needs_office

from .negotiating import Table

WORDS = "The sub-team meets monthly. It reports to the Chair every second year."


def table() -> Table:
    return Table(words={"4": WORDS})


def back(desk: Table, data: bytes, who: str = "TR") -> DraftReceived:
    """Read a file as the record takes it."""
    version = desk.room.meeting.drafts.versions[-1]
    return received(version, who, returned(data, desk.issued), desk.issued)


def edited(desk: Table, change: Callable[[str], str]) -> DraftReceived:
    """Read the version's file with its text changed as XML."""
    data = word(desk.issued)
    before = parts(data)[BODY].decode()
    after = change(before)
    assert after != before, "the edit found nothing to change"
    return back(desk, rebuilt(data, {BODY: after}))


def told(desk: Table, what: DraftReceived) -> list[tuple[str, str, str]]:
    """What is asked for: the number of the paragraph, `+` and that of the one before, the words."""
    numbers = {key: one.number for key, one in desk.view.paragraphs.items()}
    return [
        (
            numbers[one.paragraph.id] if one.paragraph else "",
            numbers[one.after.id] if one.after else "",
            one.now,
        )
        for one in what.changes
    ]


def all_accepted(desk: Table) -> list[str]:
    """Accept all that is open; return how the draft reads then."""

    def still() -> list[Amendment]:
        return [one for one in desk.amendments if one.state == "open"]

    while todo := still():
        desk.do(accepted(desk.view, todo[0]))
    return desk.texts


def test_tracked_and_plain_edits_are_told_apart() -> None:
    desk = table()
    run = f"<w:t>{WORDS}</w:t>"
    what = edited(desk, lambda text: text.replace(
        f"<w:r>{run}</w:r>",
        t("The sub-team meets ") + dele("monthly") + ins("yearly") + t(WORDS[26:]),
    ).replace("Gamma is read", "Gamma was read"))  # fmt: skip
    one, two = what.changes
    assert (one.tracked, two.tracked) == (True, False)
    assert one.now == WORDS.replace("monthly", "yearly") and "Gamma was read" in two.now
    assert what.author == "Delegate" and counted(what, desk.issued) == "2 changes"


def test_a_file_that_nobody_changed_asks_for_nothing() -> None:
    desk = table()
    what = back(desk, word(desk.issued))
    assert what.changes == () and counted(what, desk.issued) == "nothing"


def test_a_paragraph_cut_out_and_put_elsewhere_has_moved() -> None:
    desk = table()

    def move(text: str) -> str:
        own = paragraph_of(text, "The sub-team meets")
        behind = paragraph_of(text, "Gamma is read")
        return text.replace(own, "").replace(behind, behind + own)

    what = edited(desk, move)
    assert told(desk, what) == [("4", "6", WORDS)]
    desk.do(what)
    assert desk.only.form == "move"
    before = desk.texts
    after = all_accepted(desk)
    assert after[after.index(WORDS) - 1] == before[5] and sorted(after) == sorted(before)


def test_a_tracked_move_without_its_mark_has_moved_too() -> None:
    desk = table()

    def move(text: str) -> str:
        own = paragraph_of(text, "The sub-team meets")
        behind = paragraph_of(text, "Gamma is read")
        gone = end_marked(own, WORDS, "del").replace(t(WORDS), dele(WORDS))
        gone = gone.replace(f"<w:r><w:t>{WORDS}</w:t></w:r>", dele(WORDS))
        came = (
            f'<w:p><w:pPr><w:rPr><w:ins w:id="970" w:author="D"/></w:rPr></w:pPr>{ins(WORDS)}</w:p>'
        )
        return text.replace(own, gone).replace(behind, behind + came)

    assert told(desk, edited(desk, move)) == [("4", "6", WORDS)]


def test_joined_paragraphs_read_as_one() -> None:
    desk = table()
    what = edited(desk, lambda text: end_marked(text, WORDS, "del"))
    following = desk.text("5")
    assert told(desk, what) == [("4", "", f"{WORDS} {following}"), ("5", "", "")]


def test_headings_and_cells_come_back_as_remarks() -> None:
    desk = table()
    heading = next(one.heading for one in desk.issued.sections if one.heading)
    what = edited(desk, lambda text: text.replace(f">{heading}<", f">{heading} today<"))
    (one,) = what.changes
    assert (one.paragraph, one.now) == (None, "")
    assert one.comments[0].text == f"“{heading}” to read “{heading} today”"
    desk.do(what)
    assert desk.only.form == "comment"


def test_the_same_file_is_known_again() -> None:
    desk = table()
    what = edited(desk, lambda text: text.replace("monthly", "yearly"))
    entry = desk.do(what)
    meeting = desk.room.meeting
    known = known_already(meeting, what)
    assert known and known.id == entry
    assert known_already(meeting, what.model_copy(update={"who": ("NV",)})) is None
    other = ChangeAsked(now="More.")
    assert known_already(meeting, what.model_copy(update={"changes": (other,)})) is None


def test_whose_a_file_is_its_name_says_or_nobody() -> None:
    roster = table().room.meeting.roster
    assert sender_of("draft-1-TR", roster) == "TR" and sender_of("TR_v1 final", roster) == "TR"
    assert sender_of("draft-1", roster) == "" and sender_of("NV and TR", roster) == ""
    assert sender_of("STRATEGY", roster) == ""


FILES = {
    "NV": """
    Swap doc, "monthly", "yearly"
    Split doc, "It reports"
    """,
    "KE": """
    Swap doc, "monthly", "weekly"
    Append doc, "Gamma is read”.", "A wholly new paragraph."
    Append doc, "A wholly new paragraph.", "And a second one."
    Cut doc, "The WGM deferred", "The WGM referred"
    """,
    "TR": """
    Cut doc, "The WGM agreed", "The WGM recommended"
    Append doc, "Gamma is read”.", "The WGM agreed: “Mu is agreed”."
    Swap doc, "Zeta splits us", "Zeta unites us"
    """,
}


@needs_office
def test_files_edited_in_libreoffice_come_back_at_their_paragraphs(tmp_path: Path) -> None:
    desk = table()
    data = word(desk.issued)
    found = {}
    for who, edits in FILES.items():
        folder = tmp_path / who
        folder.mkdir()
        what = back(desk, edited_in_office(data, edits, folder), who)
        found[who] = told(desk, what)
        assert all(one.sure for one in what.changes)
        desk.do(what)
    mu, zeta = desk.text("14"), desk.text("9")
    parted = WORDS.replace("monthly. ", "yearly.\n\n")
    assert found == {
        "NV": [("4", "", parted)],
        "KE": [("4", "", WORDS.replace("monthly", "weekly")),
               ("", "6", "A wholly new paragraph."), ("", "6", "And a second one."),
               ("7", "", "")],
        "TR": [("14", "6", mu), ("9", "", zeta.replace("splits", "unites"))],
    }  # fmt: skip


@needs_office
def test_a_comment_saved_by_libreoffice_stands_at_its_paragraph(tmp_path: Path) -> None:
    desk = table()
    data = word(desk.issued, str)
    own = f'<w:comment w:id="77" {BY} w:initials="D"><w:p>{t("Why so often?")}</w:p></w:comment>'
    mark = '<w:comment{} w:id="77"/>'
    text = parts(data)[BODY].decode()
    changed = text.replace(
        f"<w:r><w:t>{WORDS}</w:t></w:r>",
        t("The sub-team meets ") + mark.format("RangeStart") + t("monthly")
        + mark.format("RangeEnd") + f"<w:r>{mark.format('Reference')}</w:r>" + t(WORDS[26:]),
    )  # fmt: skip
    assert changed != text
    comments = parts(data)["word/comments.xml"].decode()
    added = comments.replace("</w:comments>", f"{own}</w:comments>")
    file = rebuilt(data, {BODY: changed, "word/comments.xml": added})
    desk.do(back(desk, saved_in_office(file, tmp_path)))
    assert (desk.only.form, desk.only.number) == ("comment", "4")
    (said,) = desk.only.comments
    assert (said.author, said.text) == ("Delegate", "on “monthly”: Why so often?")
