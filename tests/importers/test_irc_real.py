"""The real logs import as they are, every line accounted for."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from plenary_tui.importers.files import detect
from plenary_tui.importers.imported import Imported
from plenary_tui.importers.source import read_source

from .logs import REAL, accounted, chat, raw, said, texts, votes

LOGS = [
    "w3c-ccg/2020-01-14.log", "w3c-ccg/2020-04-07.log", "w3c-ccg/2020-06-09.log",
    "w3c-ccg/2021-04-22-vchttpapi.log", "w3c-ccg/2021-06-22-vchttpapi.log",
    "w3c-ccg/2022-09-20.log", "w3c-scribe/sample-public.txt", "w3c-scribe/sample-team.txt",
    "w3c-scribe/scribe1.txt",
]  # fmt: skip

pytestmark = pytest.mark.skipif(
    not REAL.is_dir(), reason="the real logs are not here: PLENARY_REAL_LOGS names their folder"
)


@cache
def real(name: str) -> Imported:
    source = read_source(REAL / name)
    return raw(source.text, source.name)


@pytest.mark.parametrize("name", LOGS)
def test_every_line_of_a_log_is_accounted_for(name: str) -> None:
    imported = real(name)
    text = Path(REAL / name).read_text("utf-8")
    assert detect(text) == "irc"
    assert imported.lines == sum(1 for line in text.split("\n") if line.strip())
    assert accounted(imported) == imported.lines
    assert imported.record.waiting() == {}
    assert imported.record.meeting.conflicts == ()
    assert imported.record.meeting.unknown == ()


@pytest.mark.parametrize("name", LOGS)
def test_importing_is_deterministic(name: str) -> None:
    source = read_source(REAL / name)
    assert raw(source.text, source.name).entries == real(name).entries


@pytest.mark.parametrize(
    ("name", "interventions", "left_out"),
    [
        ("w3c-ccg/2020-04-07.log", 60, 7),
        ("w3c-ccg/2022-09-20.log", 230, 17),
        ("w3c-scribe/sample-public.txt", 17, 47),
        ("w3c-scribe/sample-team.txt", 350, 136),
    ],
)
def test_a_log_has_as_many_interventions_as_its_scribes_wrote(
    name: str, interventions: int, left_out: int
) -> None:
    imported = real(name)
    assert len(said(imported)) == imported.counts["intervention"] == interventions
    assert sum(imported.left_out.values()) == left_out


def test_speech_without_a_named_scribe_is_found_and_continued_by_the_right_person() -> None:
    spoken = said(real("w3c-scribe/sample-public.txt"))
    assert Counter(who for who, _ in spoken) == {"Steven": 9, "Erik": 7, "Alain": 1}
    departure = next(text for who, text in spoken if text.startswith("It is a bit of a departure"))
    # Another one pasted a line between the two.
    assert departure.endswith("""<item label="male" value="'m'"/> it's not difficult to specify. """
                              "But do we like it?")  # fmt: skip


def test_three_nicks_of_one_scribe_are_one() -> None:
    spoken = said(real("w3c-scribe/sample-team.txt"))
    assert ("tantek", "Seem that one needs to just escalate to the chairs like in other working "
            "groups") in spoken  # fmt: skip
    mike = next(text for who, text in spoken if who == "mikesmith")
    assert mike.startswith("I wanted to make the point") and mike.endswith("not written in stone")


def test_a_correction_may_give_words_back_to_whom_they_belong() -> None:
    spoken = said(real("w3c-scribe/sample-team.txt"))
    assert ("kris", "a lot of these are in reflection") in spoken
    assert ("eliot", "we have no bug but no test cases") in spoken
    assert not any("sape" in text for _, text in spoken)


def test_the_follow_ups_and_topics_of_a_log() -> None:
    meeting = real("w3c-scribe/sample-team.txt").record.meeting
    owed = sorted(meeting.follow_ups.values(), key=lambda one: one.rank)
    assert [one.owner for one in owed] == ["Robin", "Robin", "Robin", "Robin", "darobin"]
    assert owed[1].text == "rephrase the warnings in DOM4"
    assert meeting.agenda["5"].title == "DataCue discussion"
    assert meeting.facts["dates"] == "2014-04-08"


def test_proposals_votes_and_resolutions_find_each_other() -> None:
    found = texts(real("w3c-ccg/2021-04-22-vchttpapi.log"))
    assert len(found) == 11
    adopted = [text for text in found if text.state == "adopted"]
    assert [text.label for text in adopted] == ["P1", "P9"]
    assert adopted[0].text == "Create a use cases and requirements document."
    assert len(votes(adopted[0])) == 20
    last = votes(found[-1])
    assert last["Adrian_Gropper"] == "opposes" and last["Daniel_Hardman"] == "flexible"
    assert Counter(last.values()) == {"supports": 17, "opposes": 1, "flexible": 1}


def test_a_resolution_of_each_log_that_has_one_is_adopted() -> None:
    later = texts(real("w3c-ccg/2021-06-22-vchttpapi.log"))
    assert [text.state for text in later].count("adopted") == 2
    (only,) = texts(real("w3c-ccg/2022-09-20.log"))
    assert (only.text, only.state) == (
        "Adopt DID Resolution Test Suite as a CCG Work Item", "adopted",
    )  # fmt: skip


def test_somebody_else_writes_for_the_scribe_who_speaks() -> None:
    spoken = said(real("w3c-ccg/2020-04-07.log"))
    assert spoken[0] == (
        "identity_woman", "Kaliya doing independent consulting and working on covid response",
    )  # fmt: skip
    assert spoken[2] == ("natholloway", "Nat Holloway work at USAA with Sumita")
    assert spoken[3] == ("kimhd", "Announcements and Reminders")


def test_chat_addressed_to_somebody_is_not_their_intervention() -> None:
    imported = real("w3c-ccg/2021-04-22-vchttpapi.log")
    assert ("Orie", "bblfish: no") in chat(imported)
    assert not any(who in ("bblfish", "Explaining the queue") for who, _ in said(imported))


def test_names_as_people_give_them_survive() -> None:
    imported = real("w3c-ccg/2022-09-20.log")
    (sitting,) = [one for one in imported.record.meeting.sittings.values() if one.number]
    assert "TallTed_//_Ted_Thibodeau_(he/him)_(OpenLinkSw.com)" in sitting.present
    assert "Evan_Lally_(Digital_Bazaar)" in {who for who, _ in said(imported)}
