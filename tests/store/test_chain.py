"""The line codec: what is written reads back, and what was changed is noticed."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plenary_tui.record.entries import Entry
from plenary_tui.record.kinds import (
    Intervention,
    Marking,
    MeetingFact,
    Presence,
    Private,
    Remark,
    Retraction,
    SittingTime,
    Unknown,
)
from plenary_tui.store.chain import (
    NO_LINE,
    LineError,
    TornLineError,
    decode,
    encode,
    join,
    read_words,
    redact,
)

SALT = "5a" * 16
P = "0f" * 16

texts = st.text(max_size=40)
kinds = st.one_of(
    st.builds(Intervention, speaker=texts, person=texts, text=texts),
    st.builds(Remark, text=texts),
    st.builds(Private, text=texts),
    st.builds(Presence, who=st.lists(texts, max_size=3).map(tuple)),
    st.builds(SittingTime, act=st.sampled_from(["opened", "closed"]), reason=texts),
    st.builds(MeetingFact, field=st.just("title"), value=texts),
    st.builds(Marking, level=st.just("in_camera"), since=st.just(None)),
    st.builds(Unknown, raw=st.just({"kind": "vote_2031", "v": 3, "salt": "x", "n": [1, {"a": 2}]})),
)
moments = st.datetimes(
    datetime(2000, 1, 1),
    datetime(2090, 1, 1),
    timezones=st.sampled_from([UTC, timezone(timedelta(hours=-9, minutes=-30))]),
)
entries = st.builds(
    Entry,
    id=st.integers(1, 10**6).map(lambda n: f"room-2-{n}"),
    at=moments,
    when=st.none() | moments,
    order=st.just("1529397000123.0000"),
    sitting=st.sampled_from(["", "room-2-1"]),
    marking=st.sampled_from(["open", "restricted", "in_camera", "private"]),
    by=texts,
    item=texts,
    what=kinds,
)


@given(entries, st.sampled_from(["", P]))
def test_an_entry_reads_back_with_its_words(entry: Entry, p: str) -> None:
    encoded = encode(entry, p, SALT)
    assert b"\n" not in encoded.line.raw + encoded.sealed
    line = decode(encoded.line.raw)
    assert (line.h, line.p, line.sealed) == (encoded.line.h, p, entry.seals)
    if entry.seals:
        assert line.entry == entry.redacted(line.digest)
        words = read_words(encoded.sealed)
        assert words is not None
        line = join(line, words)
    assert line.entry == entry


@given(entries)
def test_redacting_keeps_the_hash_and_takes_the_words(entry: Entry) -> None:
    raw = encode(entry, P, SALT).line.raw
    plain = encode(entry.model_copy(update={"marking": "open"}), P, SALT).line
    redacted = decode(redact(plain.raw))
    assert redacted.h == plain.h
    if plain.entry.what.open_part() is plain.entry.what:
        assert redacted.entry == plain.entry
    else:
        assert redacted.entry == plain.entry.redacted(plain.digest)
    assert redact(redact(raw)) == redact(raw)


@given(entries, st.data())
def test_every_changed_byte_is_noticed(entry: Entry, data: st.DataObject) -> None:
    raw = bytearray(encode(entry, P, SALT).line.raw)
    at = data.draw(st.integers(0, len(raw) - 1))
    raw[at] ^= data.draw(st.integers(1, 255))
    with pytest.raises(LineError):
        decode(bytes(raw))


@given(entries, st.data())
def test_every_torn_line_is_noticed(entry: Entry, data: st.DataObject) -> None:
    raw = encode(entry, P, SALT).line.raw
    with pytest.raises(LineError):
        decode(raw[: data.draw(st.integers(0, len(raw) - 1))])


def test_the_line_has_the_documented_form() -> None:
    entry = Entry(
        id="antwerp-1",
        at=datetime(2018, 6, 19, 10, 31, 5, 123000, timezone(timedelta(hours=2))),
        order="1529397065123.0000",
        sitting="antwerp-9",
        marking="in_camera",
        by="R",
        what=SittingTime(act="closed", target="antwerp-9", reason="heated"),
    )
    encoded = encode(entry, "", SALT)
    line, kept = json.loads(encoded.line.raw), json.loads(encoded.sealed)
    assert list(line) == ["p", "id", "at", "order", "sitting", "marking", "open", "sealed", "h"]
    assert line["at"] == "2018-06-19T10:31:05.123+02:00"
    assert "reason" not in line["open"]
    assert list(kept) == ["id", "salt", "by", "item", "what"]
    assert kept["what"]["reason"] == "heated"
    opened = json.loads(encode(entry.model_copy(update={"marking": "open"}), "", SALT).line.raw)
    assert list(opened)[6:] == ["open", "salt", "by", "item", "what", "h"]
    assert opened["h"] != line["h"], "the marking is part of what is hashed"


def test_a_line_hashes_the_same_sealed_and_open() -> None:
    entry = Entry(id="a-1", at=datetime.now(UTC), order="1529397065123.0000", what=Remark(text="x"))
    line = encode(entry, "", SALT).line
    assert b'"x"' in line.raw
    assert b'"x"' not in redact(line.raw)
    assert decode(redact(line.raw)).h == line.h


def test_nothing_of_a_private_note_stays_readable() -> None:
    entry = Entry(
        id="a-1",
        at=datetime.now(UTC),
        order="1529397065123.0000",
        marking="private",
        by="Somebody",
        item="7",
        what=SittingTime(act="closed", reason="secret"),
    )
    raw = encode(entry, "", SALT).line.raw
    assert not any(word in raw for word in (b"Somebody", b"secret", b"closed", b'"item"'))


def test_an_undo_in_camera_needs_no_seal() -> None:
    entry = Entry(
        id="a-2",
        at=datetime.now(UTC),
        order="1529397065123.0000",
        marking="in_camera",
        what=Retraction(target="a-1"),
    )
    encoded = encode(entry, "", SALT)
    assert (encoded.sealed, redact(encoded.line.raw)) == (b"", encoded.line.raw)


def test_words_of_another_entry_are_not_taken() -> None:
    one, other = (
        encode(
            Entry(
                id="a-1",
                at=datetime.now(UTC),
                order="1529397065123.0000",
                marking="private",
                what=Private(text=text),
            ),
            "",
            SALT,
        )
        for text in ("mine", "yours")
    )
    words = read_words(other.sealed)
    assert words is not None
    with pytest.raises(LineError, match="not the words"):
        join(decode(one.line.raw), words)


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "unfinished"), (b'{"', "unfinished"), (b"\0" * 300, "unfinished"),
        (b'{"p":"' + b"x" * 300, "unfinished"), (b"{}", NO_LINE), (b"\x9c\x01" * 300, NO_LINE),
        (b"[" * 5000, NO_LINE),
    ],
)  # fmt: skip
def test_what_is_no_line_is_said_to_be_torn(raw: bytes, said: str) -> None:
    with pytest.raises(TornLineError, match=said):
        decode(raw)
