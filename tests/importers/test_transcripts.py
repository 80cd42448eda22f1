"""Captions become interventions with speakers and times; what is none is kept and counted."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plenary_tui.errors import WrongUse
from plenary_tui.importers.files import detect
from plenary_tui.importers.source import Source
from plenary_tui.importers.transcripts import import_transcript
from plenary_tui.record.kinds import Intervention, Unread

from .logs import NOW, accounted, said, stamps
from .offices import looked

VOICES = """\
WEBVTT - Sitting 2

NOTE made by hand

STYLE
::cue { color: lime }

1
00:00:01.000 --> 00:00:04.000 align:start
<v Ana Lund>We <i>propose</i> a text.</v>

00:00:05.000 --> 00:00:06.000
<v Ana Lund>It is short &amp; clear.</v>

00:01:00.500 --> 00:01:02.000
<v.loud Bo Karr>No.</v> <v Ana Lund>Why?</v>

00:01:03.000 --> 00:01:04.000
Note: words without a voice

these are no cue at all
"""
NAMES = """\
1
00:00:01,000 --> 00:00:04,000
Ana Lund: We propose a text.

2
00:00:05,000 --> 00:00:06,000
and it is short.

3
00:00:07,000 --> 00:00:08,000
>> BO KARR: No.

4
00:00:09,000 --> 00:00:10,000
https://example.org: a link

5
00:00:11,000 --> 00:00:12,000
>> Somebody else now.
"""


def test_voices_speak_in_turn() -> None:
    imported = import_transcript(Source("2018-06-19.vtt", VOICES), "desk", stamps(), NOW)
    assert said(imported) == [
        ("Ana Lund", "We propose a text. It is short & clear."),
        ("Bo Karr", "No."),
        ("Ana Lund", "Why?"),
        ("???", "Note: words without a voice"),
    ]
    whens = [one.happened for one in imported.entries if isinstance(one.what, Intervention)]
    assert [f"{when:%Y-%m-%d %H:%M:%S}" for when in whens] == [
        "2018-06-19 00:00:01", "2018-06-19 00:01:00", "2018-06-19 00:01:00", "2018-06-19 00:01:03",
    ]  # fmt: skip
    assert [text for _, text in imported.not_understood] == ["these are no cue at all"]
    assert [one.what.line for one in imported.entries if isinstance(one.what, Unread)] == [
        "these are no cue at all"
    ]
    assert accounted(imported) == imported.lines == 8
    assert imported.left_out == {"comments": 3}


def test_names_before_a_colon_speak_until_the_next_one() -> None:
    imported = import_transcript(Source("a.srt", NAMES), "desk", stamps(), NOW)
    assert said(imported) == [
        ("Ana Lund", "We propose a text. and it is short."),
        ("BO KARR", "No. https://example.org: a link"),
        ("???", "Somebody else now."),
    ]
    assert accounted(imported) == imported.lines == 5


def test_when_it_began_is_said_read_from_the_name_or_asked(tmp_path: Path) -> None:
    from plenary_tui.importers.arriving import Said

    unknown = looked(tmp_path, "call.vtt", VOICES)
    assert any("the day of the recording" in note for note in unknown.notes)
    zoom = looked(tmp_path, "GMT20180619-100012_Recording.vtt", VOICES)
    assert not zoom.notes
    assert zoom.imported.entries[0].happened.isoformat().startswith("2018-06-19T10:00")
    from datetime import datetime

    said_so = Said(began=datetime(2018, 6, 19, 10, 0), zone="Europe/Brussels")
    told = looked(tmp_path, "call.vtt", VOICES, said_so)
    assert not told.notes
    assert told.imported.record.meeting.facts["dates"] == "2018-06-19"
    assert told.imported.entries[0].happened.utcoffset().total_seconds() == 7200


def test_a_mark_of_restriction_is_kept() -> None:
    marked = VOICES.replace("NOTE made by hand", "NOTE RESTRICTED")
    imported = import_transcript(Source("a.vtt", marked), "desk", stamps(), NOW)
    assert {one.marking for one in imported.entries if isinstance(one.what, Intervention)} == {
        "restricted"
    }


def test_captions_are_known_by_what_stands_in_them() -> None:
    assert detect(VOICES) == detect(NAMES) == "transcript"
    assert detect("WEBVTTX\n") == "notes"
    with pytest.raises(WrongUse, match=r"a\.vtt holds no cue"):
        import_transcript(Source("a.vtt", "WEBVTT\n"), "desk", stamps(), NOW)


_PARTS = st.sampled_from(
    ["WEBVTT\n", "\n", "\n\n", "00:00:01.000 --> 00:00:02.000\n", "1\n",
     "99:99:99.999 --> 00:01.0\n",
     "<v Ana>", "</v>", "Ana: hello", ">> ", "NOTE x\n", "<", "&amp;", "-->", "RESTRICTED",
     "999:00:00.000 --> 999:00:01.000\n", "\r\n", "\x1b[2J", "[Ana] x"]
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(st.one_of(_PARTS, st.text(max_size=10)), max_size=25).map("".join))
def test_every_block_of_any_captions_is_accounted_for(text: str) -> None:
    try:
        imported = import_transcript(Source("x.vtt", text), "desk", stamps(), NOW)
    except WrongUse:
        return
    assert accounted(imported) == imported.lines
    assert imported.record.waiting() == {}


def test_a_cue_without_a_voice_names_its_speaker_in_a_file_with_voices_too() -> None:
    text = (
        "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ana Lund>Yes.</v>\n\n00:02.000 --> 00:03.000\n"
        "Bo Karr: we do not.\n\n00:03.000 --> 00:04.000\nAna Lund: why?\n\n"
        "00:04.000 --> 00:05.000\nRemember: speak slowly\n"
    )
    imported = import_transcript(Source("2018-06-19.vtt", text), "desk", stamps(), NOW)
    assert said(imported) == [
        ("Ana Lund", "Yes."), ("Bo Karr", "we do not."), ("Ana Lund", "why?"),
        ("???", "Remember: speak slowly"),
    ]  # fmt: skip
