"""Every row of the notation's table, in English, French, Portuguese and German."""

from __future__ import annotations

import pytest

from plenary_tui.record.kinds import Kind
from plenary_tui.record.notation import LANGUAGES, parse, spell

from .meeting import TYPED
from .rows import ROWS

LINES = [
    pytest.param(line, row[0], id=f"{language} {line}")
    for row in ROWS
    for language, line in zip(LANGUAGES, row[1:], strict=True)
]


@pytest.mark.parametrize(("line", "command"), LINES)
def test_a_row_reads(line: str, command: Kind) -> None:
    assert parse(line, TYPED).command == command


SHOUTED = [
    (f"{word.upper()}:{rest}", row[0])
    for row in ROWS
    for word, colon, rest in (line.partition(":") for line in row[1:])
    if colon and word.strip().isalpha()
]


@pytest.mark.parametrize(("line", "command"), SHOUTED)
def test_a_keyword_reads_in_capitals(line: str, command: Kind) -> None:
    assert parse(line, TYPED).command == command


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("command", [row[0] for row in ROWS], ids=[row[1] for row in ROWS])
def test_a_row_is_written_in_its_short_form(command: Kind, language: str) -> None:
    line = spell(command, TYPED, language=language)
    assert not line.startswith(".") or line.startswith("...")
    assert parse(line, TYPED).command == command


@pytest.mark.parametrize("line", [
    "NV: x", "NV (Ms Lee) for Friends: x", "WGM chair: x", "ZA as WGM chair: x", "Chair: We begin.",
    "... x", "@12 ... x", "+ NV, OS", "- TR", "~ P3 KE", "Item 4.2", "q+ NV, OS", "next", "undo",
    "Adopted P3: x", "Adopted ad ref:", "Objection P2 TR: x", "?missed", "? x", "limit 3 min",
    "Presiding: KE (Lee)", "present+ all but VE, LB", "@12 is KE", "10:41 s/a/b/g",
    "Date: 2018-06-19",
    "Silence: until 2018-11-30 18:00+01:00", "Action WGM: x by 2018-09-15", "Private: x",
    "Para 14 agreed ad ref", "Sitting: WGM + CPC, Room 2", "Agenda 4.2: Mines; WGM", "In camera",
    "A plain sentence.", "<manu> a chat line", "manu: a nickname speaks", "q+ <manu>, NV",
    "Proposal <manu>: x", "<No>: a speaker called No", "Mary Smith: an unlisted speaker",
])  # fmt: skip
def test_ordinary_lines_are_written_as_they_were_typed(line: str) -> None:
    command = parse(line, TYPED).command
    assert command is not None
    assert spell(command, TYPED) == line
