"""Plans of the draft: what ships is whole, what a chair's office changes is checked by the line."""

from __future__ import annotations

from fnmatch import fnmatchcase
from pathlib import Path

import pytest

from plenary_tui.documents.communique import workshop
from plenary_tui.documents.draft import Issue
from plenary_tui.documents.workshop.plans import KEYS, Plan, find_plan, plans, read_plan
from plenary_tui.errors import WrongUse
from tests.documents.meetings import debate, every_outcome

from .negotiating import Table

SHIPPED = {one.name: one for one in plans()}


def written(folder: Path, text: str) -> Path:
    """Return a plan's file."""
    file = folder / "ours.toml"
    file.write_text(text, "utf-8")
    return file


def keys(table: Table, language: str = "en") -> list[str]:
    """Return the keys of the draft's sections, without those of annexes."""
    draft = workshop(table.room.record, table.room.now, Issue(language=language)).draft
    return [one.key for one in draft.sections if not one.annex]


@pytest.mark.parametrize("plan", SHIPPED.values(), ids=SHIPPED)
def test_a_plan_that_ships_names_every_section_once_and_says_what_it_is_for(plan: Plan) -> None:
    assert {one.key for one in plan.sections} == set(KEYS)
    assert plan.about and plan.heading and [one.language for one in plan.others] == ["fr"]
    assert all(len(one.others) == bool(one.heading) for one in plan.sections)


@pytest.mark.parametrize("room", [debate, every_outcome])
def test_every_section_that_is_composed_has_a_key_that_plans_know(room) -> None:  # type: ignore[no-untyped-def]
    made = room()
    for section in workshop(made.record, made.now).draft.sections:
        assert any(fnmatchcase(section.key, key) for key in KEYS), section.key


def test_the_draft_follows_a_plan_and_its_words_stay() -> None:
    table = Table(every_outcome())
    before = {key: one.text for key, one in table.view.paragraphs.items()}
    assert keys(table).index("meeting") < keys(table).index("agenda")
    table.do(SHIPPED["communique-narrative"].command())
    assert keys(table).index("decisions") < keys(table).index("agenda")
    assert {key: one.text for key, one in table.view.paragraphs.items()} == before
    table.do(SHIPPED["body-report"].command())
    assert table.view.draft.register == "Report of the working body"
    table.undo()
    assert table.view.draft.register == "Final communiqué"


def test_what_a_plan_leaves_out_is_out_and_nothing_is_made_up(tmp_path: Path) -> None:
    table = Table(every_outcome())
    there = keys(table)
    plan = read_plan(written(tmp_path, """
[[section]]
key = "values"
heading.en = "What we stand for"
[[section]]
key = "meeting"
left_out = true
"""))  # fmt: skip
    table.do(plan.command())
    assert keys(table) == [one for one in there if one != "meeting"]
    assert "What we stand for" not in [one.heading for one in table.view.draft.sections]


def test_headings_are_those_of_the_documents_language() -> None:
    table = Table(every_outcome())
    table.do(SHIPPED["communique-narrative"].command())
    for language, heading in (("en", "The meeting"), ("fr", "La réunion")):
        draft = workshop(table.room.record, table.room.now, Issue(language=language)).draft
        assert next(one.heading for one in draft.sections if one.key == "meeting") == heading
    table.do(SHIPPED["intersessional-note"].command())
    french = workshop(table.room.record, table.room.now, Issue(language="fr")).draft
    assert french.register == "Note sur la réunion intersessionnelle"


def test_a_heading_in_one_language_leaves_the_composed_one_in_the_other(tmp_path: Path) -> None:
    table = Table(every_outcome())
    plan = read_plan(written(tmp_path, '[[section]]\nkey = "decisions"\nheading.en = "Outcome"\n'))
    table.do(plan.command())
    for language, heading in (("en", "Outcome"), ("fr", "Décisions adoptées")):
        draft = workshop(table.room.record, table.room.now, Issue(language=language)).draft
        assert next(one.heading for one in draft.sections if one.key == "decisions") == heading


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "ours.toml: it names no section: begin one with [[section]]."),
        ("[[section]\n", "ours.toml, line 1: “[[section]” is no TOML"),
        ('[[section]]\nheading.en = "x"\n', "ours.toml, line 1: “key” is missing: add it."),
        ('[[section]]\nkey = ""\n', "ours.toml, line 2: “key” must not be empty."),
        ('[[section]]\nkey = 3\n', "ours.toml, line 2: “key” must be text in quotes."),
        (
            '# ours\n[[section]]\nkey = "next"\n\n[[section]]\nkey = "nxet"\n',
            "ours.toml, line 6: there is no section “nxet”: the nearest is next.",
        ),
        (
            '[[section]]\nkey = "next"\nleftout = true\n',
            "ours.toml, line 3: “leftout” is no key here: the nearest is left_out.",
        ),
        (
            '[[section]]\nkey = "next"\nleft_out = "yes"\n',
            "ours.toml, line 3: “left_out” must be true or false.",
        ),
        (
            '[[section]]\nkey = "next"\nheading = "Next"\n',
            'ours.toml, line 3: “heading” must say its language: heading.en = "…".',
        ),
        (
            '[[section]]\nkey = "next"\nheading.de = "Folge"\n',
            "ours.toml, line 3: “de” is no key here",
        ),
        (
            'titel = "x"\n[[section]]\nkey = "next"\n',
            "ours.toml, line 1: “titel” is no key here",
        ),
        (
            '[[section]]\nkey = "next"\n[[section]]\nkey = "next"\n',
            "ours.toml, line 4: “next” stands here a second time: name it once.",
        ),
        (
            '[[section]]\nkey = "body-*"\nheading.en = "Bodies"\n',
            "ours.toml, line 3: “body-*” is several sections under one heading",
        ),
        (
            '[[section]]\nkey = "body-*"\n[[section]]\nkey = "body-WGM"\n',
            "ours.toml, line 4: “body-WGM” is among the sections above: put it before them.",
        ),
    ],
)  # fmt: skip
def test_a_mistake_is_one_sentence_with_the_file_and_the_line(
    tmp_path: Path, text: str, said: str
) -> None:
    with pytest.raises(WrongUse) as error:
        read_plan(written(tmp_path, text))
    assert str(error.value).startswith(said)


def test_every_mistake_is_named(tmp_path: Path) -> None:
    text = '[[section]]\nkey = "valeus"\n[[section]]\nkey = "meetign"\n'
    with pytest.raises(WrongUse) as error:
        read_plan(written(tmp_path, text))
    assert "line 2" in str(error.value) and "line 4" in str(error.value)


def test_a_body_may_come_before_the_others(tmp_path: Path) -> None:
    plan = read_plan(written(tmp_path, """
[[section]]
key = "body-WGM"
heading.en = "Mines first"
[[section]]
key = "meeting"
[[section]]
key = "body-*"
"""))  # fmt: skip
    table = Table(every_outcome())
    table.do(plan.command())
    assert keys(table).index("body-WGM") < keys(table).index("meeting")
    assert table.view.draft.sections[0].heading == "Mines first"


def test_a_plan_is_found_by_its_name_or_its_file(tmp_path: Path) -> None:
    copy = written(tmp_path, SHIPPED["communique-classic"].text)
    assert find_plan(str(copy)).sections == find_plan("communique-classic").sections
    assert find_plan(str(copy)).name == "ours"
    for source, said in (("communique-clasic", "the nearest is"), ("no.toml", "cannot be read")):
        with pytest.raises(WrongUse, match=said):
            find_plan(source)
    copy.write_bytes(b"\xff\xfe")
    with pytest.raises(WrongUse, match="UTF-8"):
        read_plan(copy)
