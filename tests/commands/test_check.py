"""`plenary check`: the findings about a communiqué, a line each."""

from __future__ import annotations

import json

from tests.commands.conftest import Desk

SECRETS = ("can live with it", "was angry", "hush")


def test_a_communique_in_order_is_said_to_be_so(held: Desk) -> None:
    result = held.run("check", "demo")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "Nothing was found.\n"


def test_each_finding_is_a_line_with_its_paragraph_and_what_forbids_a_final_exits_1(
    held: Desk,
) -> None:
    held.ok("record", "demo", typed="Date: 2018-06-20\nSitting: Hall\nOpened: 10:00\n"
            "10:01 Proposal NV: The fund opens.\n10:02 Bracket TR: opens\n")  # fmt: skip
    held.ok("record", "demo", typed="10:03 The matter was discuss in the hall.\n")
    result = held.run("check", "demo")
    lines = result.stdout.splitlines()
    assert result.exit_code == 1
    assert all(line.startswith("paragraph ") for line in lines)
    lost = "“was discuss” seems to have lost an ending (“discussed”). Perhaps: discussed"
    assert any(lost in line for line in lines)
    assert any("2 brackets are open (Novaria, Trasonia)" in line for line in lines)
    assert result.stderr == "2 findings; 1 of them must go before a final.\n"
    before = held.run("check", "demo", "--until", "2018-06-19")
    assert before.exit_code == 0


def test_the_findings_as_data(held: Desk) -> None:
    held.ok("record", "demo", typed="Date: 2018-06-20\nSitting: Hall\nOpened: 10:00\n"
            "10:01 The matter was discuss in the hall.\n")  # fmt: skip
    (one,) = json.loads(held.ok("check", "demo", "--format", "json"))
    assert (one["what"], one["suggestion"], one["forbids_final"]) == ("ending", "discussed", False)
    assert one["number"] and one["paragraph"] and one["start"] < one["end"]


def test_sealed_words_are_neither_judged_nor_missed(held: Desk) -> None:
    typed = "In camera:\nThe hush was discuss.\nAction NV: hush by 2018-09-01\n"
    held.ok("record", "demo", typed=typed)
    result = held.run("check", "demo")
    assert not [secret for secret in SECRETS if secret in result.output]
    assert result.stdout == ""
