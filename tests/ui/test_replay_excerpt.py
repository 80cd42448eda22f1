"""What the replay says of an excerpt that is marked."""

from __future__ import annotations

from plenary_tui.record.redaction import open_record
from plenary_tui.ui.replay.head import status
from plenary_tui.ui.replay.player import Player
from tests.record.rooms import ROSTER, Room


def test_an_excerpt_over_several_days_says_which_days() -> None:
    said = [f"2018-06-{19 + day}T10:0{one} NV: point {one}" for day in (0, 1) for one in range(9)]
    player = Player(open_record(Room(*ROSTER, "Agenda 1: Opening", *said).record))
    player.find("2018-06-19 10:03")
    player.begin = player.position
    assert "excerpt 19 Jun 10:03 – end" in "".join(text for text, _ in status(player, 200))
    player.find("2018-06-20 10:02")
    player.end = player.position
    assert "excerpt 19 Jun 10:03 – 20 Jun 10:02" in status(player, 200)[0][0]
    player.begin = player.end - 1
    assert "excerpt 10:01 – 10:02" in status(player, 200)[0][0]


def test_the_marks_are_read_also_where_it_is_narrow() -> None:
    said = [f"2018-06-{19 + day}T10:0{one} NV: point {one}" for day in (0, 1) for one in range(9)]
    player = Player(open_record(Room(*ROSTER, "Agenda 1: Opening", *said).record))
    player.find("2018-06-20 10:02")
    player.begin, player.end = player.position - 8, player.position
    player.ask("NV")
    assert "excerpt 19 Jun 10:03 – 20 Jun 10:02" in status(player, 78)[0][0]
