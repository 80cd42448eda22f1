"""Lines of a file: their times, their labels, and what is to be recorded just as it says."""

from __future__ import annotations

from datetime import datetime

from plenary_tui.record.history import Record
from plenary_tui.record.kinds import Outcome, Proposal, Unread
from plenary_tui.record.scribe import Prepared, Scribe

from .rooms import in_session

IMPORTED = datetime.fromisoformat("2031-01-01T12:00:00+00:00")


class File:
    """A file of lines that is read into a record of its own."""

    def __init__(self, *lines: str) -> None:
        self.count = 0
        self.scribe = Scribe(Record(), "file", self._stamp, live=False, file=True)
        for line in lines:
            self.scribe.commit(self.prepare(line))

    def prepare(self, line: str) -> Prepared:
        """Return the entry of a line, not kept yet."""
        prepared = self.scribe.prepare(line, IMPORTED)
        assert prepared is not None
        return prepared

    def _stamp(self, now: datetime) -> tuple[str, str]:
        self.count += 1
        return f"file-{self.count}", f"{self.count:06d}"


def test_a_bare_time_belongs_to_the_day_of_the_time_before_it() -> None:
    file = File("2018-06-19 10:31 NV: one")
    assert file.prepare("10:33 OS: two").entry.happened.isoformat() == "2018-06-19T10:33:00+00:00"


def test_a_line_that_is_only_looked_at_leaves_no_trace() -> None:
    file = File("2018-06-19 10:31 NV: one")
    file.prepare("Date: 2018-06-22")
    file.prepare("23:50 OS: late")
    assert file.prepare("10:33 KE: two").entry.happened.day == 19


def test_rules_off_records_what_a_line_says() -> None:
    file = File('#1 2018-06-19 10:31 [rules off] .proposal {"label":"P7","text":"a fund"}')
    file.scribe.commit(file.prepare("#2 [rules off] Adopted @1:"))
    first, second = file.scribe.record.entries
    assert first.what == Proposal(label="P7", text="a fund")
    assert second.what == Outcome(state="adopted", verb="adopted", target=first.id)


def test_rules_off_is_no_way_round_the_rules_in_the_room() -> None:
    room = in_session("Proposal NV: a fund", "Objection TR: no")
    assert room("#1 [rules off] Adopted:").verdict == "refused"


def test_a_line_that_names_what_is_not_there_is_kept_and_stops_nothing() -> None:
    room = in_session()
    answer = room("Announced P9: it passed")
    assert answer.verdict == "refused"
    assert isinstance(answer.entry.what, Unread)
    room("NV: goes on")
    assert not room.record.waiting()


def test_a_marking_that_is_none_changes_nothing() -> None:
    file = File("2018-06-19 10:31 NV: one")
    assert file.prepare("#2 [marking secret] OS: two").entry.marking == "open"
    assert file.prepare("#2 [marking in_camera] OS: two").entry.marking == "in_camera"
