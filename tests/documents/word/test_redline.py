"""Accepting all changes gives the later draft, rejecting them the earlier one; and how it looks."""

from __future__ import annotations

import json
import os
import subprocess
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from plenary_tui.documents.draft import Block, Draft, Listing, Paragraph, Row, Section, Table
from plenary_tui.documents.word import word
from plenary_tui.documents.word.lint import lint
from plenary_tui.documents.word.redline import redline

from .drafts import EVERYTHING
from .office import edited_in_office
from .readback import W, printed_numbers, tree, words
from .settled import plain, settled, texts
from .tools import errors, needs_office, needs_validator
from .versions import PAIRS, VERSIONS

AT = datetime(2018, 6, 22, 9, 30, tzinfo=UTC)
OTHER_READER = os.environ.get("PLENARY_DOCX_NG")
CHANGED = replace(
    EVERYTHING, title="Another title", sections=(EVERYTHING.sections[2], EVERYTHING.sections[0])
)


def marked(before: Draft, after: Draft) -> bytes:
    return redline(before, after, "The Chair", AT)


def one(*blocks: Block, heading: str = "H") -> Draft:
    return Draft("R", "T", (), (Section(heading, blocks),))


def spoken(data: bytes) -> list[tuple[str, str]]:
    """Return the runs of the text, each with what became of it."""
    found = []
    for run in tree(data).iter(f"{W}r"):
        inside = run.getparent().tag.removeprefix(W)
        said = words(run) + "".join(text.text for text in run.iter(f"{W}delText"))
        found.append((inside if inside in ("ins", "del") else "", said))
    return found


def counted(data: bytes) -> list[str]:
    """Return the numbers that Word prints, without the dashes of lists."""
    return [number for number, _ in printed_numbers(data) if number not in ("", "–")]


@settings(max_examples=150, deadline=None)
@given(PAIRS)
def test_accepting_gives_the_later_and_rejecting_the_earlier(pair: tuple[Draft, Draft]) -> None:
    before, after = pair
    data = marked(before, after)
    assert plain(settled(data, "accept")) == plain(settled(word(after), "accept"))
    assert texts(settled(data, "reject")) == texts(settled(word(before), "accept"))
    assert counted(data) == counted(word(after))
    assert lint(data) == ()


@settings(max_examples=40, deadline=None)
@given(VERSIONS)
def test_a_draft_against_itself_bears_no_change(draft: Draft) -> None:
    data = marked(draft, draft)
    assert not list(tree(data).iter(f"{W}ins", f"{W}del"))
    assert plain(tree(data)) == plain(tree(word(draft)))


@needs_validator
@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(PAIRS)
def test_any_redline_is_valid(tmp_path: Path, pair: tuple[Draft, Draft]) -> None:
    before, after = pair
    file = tmp_path / "marked.docx"
    file.write_bytes(marked(before, after))
    assert errors(file) == []


@needs_validator
def test_a_redline_with_everything_and_sources_in_it_is_valid(tmp_path: Path) -> None:
    file = tmp_path / "marked.docx"
    file.write_bytes(redline(EVERYTHING, CHANGED, "The Chair", AT, str))
    assert errors(file) == []
    assert lint(file.read_bytes()) == ()


_READ = """
import json, sys
import docx
def said(paragraph):
    return "".join(
        run.text for run in paragraph.runs).rpartition("\\t")[2]
found = []
for name, how in json.load(sys.stdin):
    document = docx.Document(name)
    getattr(document, f"{how}_all_revisions")()
    found.append([said(one) for one in document.paragraphs])
    for table in document.tables:
        rows = [dict.fromkeys(cell._tc for cell in row.cells) for row in table.rows]
        found[-1] += [" / ".join("".join(cell.itertext()) for cell in row) for row in rows]
print(json.dumps(found))
"""


def read_elsewhere(files: list[tuple[str, str]]) -> list[list[str]]:
    """Return the texts of files as python-docx-ng reads them, all changes settled."""
    assert OTHER_READER
    done = subprocess.run(
        [OTHER_READER, "-c", _READ], input=json.dumps(files), capture_output=True, text=True,
        timeout=120, check=True,
    )  # fmt: skip
    found: list[list[str]] = json.loads(done.stdout)
    return found


@pytest.mark.skipif(
    not OTHER_READER,
    reason="PLENARY_DOCX_NG names no python with python-docx-ng 2.1 (it is imported as docx, so "
    "it lives in an environment of its own)",
)
def test_a_reader_that_is_not_ours_settles_the_changes_alike(tmp_path: Path) -> None:
    jobs: list[tuple[str, str]] = []
    wanted: list[tuple[Draft, Draft]] = []

    @settings(max_examples=40, deadline=None, database=None)
    @given(PAIRS)
    def write(pair: tuple[Draft, Draft]) -> None:
        before, after = pair
        number = len(jobs)
        for name, data in (("marked", marked(before, after)), ("before", word(before)),
                           ("after", word(after))):  # fmt: skip
            (tmp_path / f"{number}-{name}.docx").write_bytes(data)
        jobs.extend(
            (str(tmp_path / f"{number}-{name}.docx"), how)
            for name, how in (("marked", "accept"), ("after", "accept"),
                              ("marked", "reject"), ("before", "reject"))
        )  # fmt: skip
        wanted.append((before, after))

    write()
    found = [[text for text in one if text] for one in read_elsewhere(jobs)]
    for at in range(0, len(found), 4):
        assert found[at] == found[at + 1], wanted[at // 4]
        assert found[at + 2] == found[at + 3], wanted[at // 4]


def test_only_the_words_that_changed_are_marked() -> None:
    before = one(Paragraph("The Plenary noted the report of the Chair [in Antwerp].", id="a.1"))
    after = one(Paragraph("The Plenary welcomed with thanks the report [in Brussels].", id="a.1"))
    assert spoken(marked(before, after))[3:] == [
        ("", "The Plenary "), ("del", "noted"), ("ins", "welcomed with thanks"),
        ("", " the report "), ("del", "of the Chair "), ("", "[in "), ("del", "Antwerp"),
        ("ins", "Brussels"), ("", "]."),
    ]  # fmt: skip


def test_author_and_moment_are_the_given_ones_and_every_change_has_its_number() -> None:
    data = marked(EVERYTHING, CHANGED)
    changes = list(tree(data).iter(f"{W}ins", f"{W}del"))
    assert len(changes) > 60
    assert {each.get(f"{W}author") for each in changes} == {"The Chair"}
    assert {each.get(f"{W}date") for each in changes} == {"2018-06-22T09:30:00Z"}
    ids = [each.get(f"{W}id") for each in changes]
    marks = [each.get(f"{W}id") for each in tree(data).iter(f"{W}bookmarkStart")]
    assert len({*ids, *marks}) == len(ids) + len(marks)
    assert marked(EVERYTHING, CHANGED) == data


def test_a_paragraph_that_went_keeps_its_number_as_text_and_does_not_count() -> None:
    def numbered(*said: str) -> Draft:
        return one(*(Paragraph(text, id=text, number=str(at)) for at, text in enumerate(said, 1)))

    data = marked(numbered("alpha", "beta", "gamma"), numbered("alpha", "gamma", "delta"))
    gone = [run for inside, run in spoken(data) if inside == "del"]
    assert gone == ["\t2.", "beta"]
    numbers = [(number, said) for number, said in printed_numbers(data) if number]
    assert numbers == [("1.", "alpha"), ("2.", "gamma"), ("3.", "delta")]


def test_what_moved_goes_in_one_place_and_comes_in_another() -> None:
    here, there = Paragraph("Moved words.", id="m"), Paragraph("One that stays.", id="s")
    last = Paragraph("Another that stays.", id="t")
    data = marked(one(here, there, last), one(there, last, here))
    assert [said for said in spoken(data) if said[0]] == [
        ("del", "Moved words."), ("ins", "Moved words."),
    ]  # fmt: skip


def test_a_row_goes_and_comes_as_a_whole_and_its_table_stays() -> None:
    def table(*cells: tuple[str, str]) -> Draft:
        return one(Table(("Owner", "Due"), tuple(Row(each) for each in cells)))

    data = marked(table(("KE", "May"), ("NO", "June")), table(("KE", "May"), ("NO", "July")))
    rows = list(tree(data).iter(f"{W}tr"))
    assert len(rows) == 4 and len(list(tree(data).iter(f"{W}tbl"))) == 1
    assert [row.find(f"{W}trPr/{W}del") is not None for row in rows] == [False, False, True, False]
    assert [row.find(f"{W}trPr/{W}ins") is not None for row in rows] == [False, False, False, True]


def test_items_of_a_list_and_headings_are_marked_with_their_ends() -> None:
    before = one(Listing((Paragraph("kept"), Paragraph("went entirely"))), heading="Old heading")
    after = one(Listing((Paragraph("came anew"), Paragraph("kept"))), heading="New heading")
    data = marked(before, after)
    ends = {
        "".join(one.text for one in paragraph.iter(f"{W}t", f"{W}delText")): [
            each.tag.removeprefix(W) for each in paragraph.findall(f"{W}pPr/{W}rPr/*")
        ]
        for paragraph in tree(data).iter(f"{W}p")
    }
    assert ends["went entirely"] == ["del"] and ends["came anew"] == ["ins"]
    assert ends["kept"] == ends["OldNew heading"] == []


def test_a_heading_that_went_opens_no_gap_between_those_that_stay() -> None:
    kept = Section("Three", (Paragraph("kept"),))
    after = Draft("R", "", (), (Section("One", (), (Section("Two", (), (kept,)),)),))
    before = Draft("R", "", (), (Section("One", (), (Section("Two"),)),
                                 Section("Went", (), (kept,))))  # fmt: skip
    assert lint(marked(before, after)) == ()


SHORT = one(
    Paragraph("Alpha was said", number="1"), Paragraph("Delta was said", number="2"),
    Paragraph("zeta was said", number="3"),
)  # fmt: skip
GROWN = one(
    Paragraph("Alpha was said and more", number="1", status="agreed"),
    Paragraph("Gamma is new", number="1 bis"), Paragraph("So is Epsilon", number="1 ter"),
    Paragraph("Delta was said too", number="2"), Paragraph("Then zeta was said", number="3"),
)  # fmt: skip


@needs_office
@pytest.mark.parametrize("how", ["Accept", "Reject"])
@pytest.mark.parametrize("pair", [(SHORT, GROWN), (GROWN, SHORT)], ids=["grows", "shrinks"])
def test_libreoffice_settles_changes_that_meet_at_the_end_of_a_paragraph(
    tmp_path: Path, pair: tuple[Draft, Draft], how: str
) -> None:  # fmt: skip
    before, after = (replace(draft, state="DRAFT") for draft in pair)
    data = edited_in_office(marked(before, after), f'Settle doc, "{how}"', tmp_path)
    left = after if how == "Accept" else before
    assert not [run for run in spoken(data) if run[0]]
    assert texts(settled(data, "accept")) == texts(settled(word(left), "accept"))
