"""One entry, one line: the codec of a log, and the hash chain through it.

    {"p":…,"id":…,"at":…,["when":…,]"order":…,"sitting":…,"marking":…,["open":{…},]   the head
     "salt":…,"by":…,"item":…,"what":{…},"h":…}                                      with its words
     "sealed":<digest>,"h":…}                                                        without them

`p` is the `h` of the station's previous line. The digest is the hash of the salt and the words'
bytes, and `h` the hash of the head and the digest: the same `h` verifies an entry whether its
words stand in the line, lie in the sealed file, or are gone. All hashes are blake2b-128 in hex.
"""

from __future__ import annotations

from hashlib import blake2b
from json.encoder import encode_basestring as quote
from typing import NamedTuple

from plenary_tui.record.entries import Entry, read_entry
from plenary_tui.record.kinds import spell_moment

BEGINNING = b'{"p":"'
"""How every line begins."""
_TAIL = 40  # ,"h":"<32>"}
_SEAL = 43  # "sealed":"<32>"
_SALT = b',"salt":"'
_QUOTE = ord('"')


NO_LINE = "it is no line of a log"
"""What is said of bytes that do not even begin as a line does: of a torn one a few may be left."""


class LineError(ValueError):
    """A line that is none; `str()` says what is wrong with it."""


class TornLineError(LineError):
    """The beginning of a line, or what lost sectors left of one."""


class Line(NamedTuple):
    """A line of a log that verified.

    `sealed`: the line lacks the entry's words. `joined`: `entry` has them from the sealed file.
    `raw`: the line's bytes without the newline.
    """

    entry: Entry
    h: str
    p: str
    digest: str
    sealed: bool
    joined: bool
    raw: bytes


class Encoded(NamedTuple):
    """A line to append, and the line for the sealed file, empty where nothing is sealed."""

    line: Line
    sealed: bytes


class Words(NamedTuple):
    """A line of the sealed file: the words' own bytes, and their digest."""

    digest: str
    words: bytes


def _hash(data: bytes) -> str:
    return blake2b(data, digest_size=16).hexdigest()


def encode(entry: Entry, p: str, salt: str) -> Encoded:
    """Write an entry as the line that follows the one whose hash is `p`.

    `salt`: 32 random hex digits, so that nobody can guess sealed words from their digest.
    """
    what = entry.what
    # Of a private note nothing at all stays readable.
    stays_open = None if entry.marking == "private" else what.open_part()
    when = "" if entry.when is None else f'"when":"{spell_moment(entry.when)}",'
    opened = "" if stays_open is None or stays_open is what else f'"open":{stays_open.to_json()},'
    head = (
        f'{{"p":"{p}","id":{quote(entry.id)},"at":"{spell_moment(entry.at)}",{when}'
        f'"order":{quote(entry.order)},"sitting":{quote(entry.sitting)},'
        f'"marking":"{entry.marking}",{opened}'
    ).encode()
    spoken = f'"by":{quote(entry.by)},"item":{quote(entry.item)},"what":{what.to_json()}'
    words = spoken.encode()
    digest = _hash(salt.encode() + words)
    seal = f'"sealed":"{digest}"'.encode()
    h = _hash(head + seal)
    tail = f',"h":"{h}"}}'.encode()
    if not entry.seals:
        raw = b'%b"salt":"%b",%b%b' % (head, salt.encode(), words, tail)
        return Encoded(Line(entry, h, p, digest, False, False, raw), b"")
    kept = b'{"id":%b,"salt":"%b",%b}' % (quote(entry.id).encode(), salt.encode(), words)
    return Encoded(Line(entry, h, p, digest, True, True, head + seal + tail), kept)


def _taken_apart(raw: bytes) -> tuple[bytes, str, bool]:
    """Return the head, the digest, and whether the words are missing."""
    if len(raw) < _TAIL + _SEAL or raw[:6] != BEGINNING or raw[-2:] != b'"}':
        # Sectors that were lost read as zeros.
        if raw[:6] == BEGINNING[: len(raw)] or raw[0] == 0:
            raise TornLineError("it is unfinished")
        raise TornLineError(NO_LINE)
    if raw[-_TAIL : -_TAIL + 6] != b',"h":"':
        raise LineError(NO_LINE)
    if raw[-_TAIL - 1] == _QUOTE:
        at = len(raw) - _TAIL - _SEAL
        if raw[at : at + 10] != b'"sealed":"':
            raise LineError("it has neither words nor a seal")
        return raw[:at], raw[at + 10 : -_TAIL - 1].decode("ascii", "replace"), True
    at = raw.find(_SALT) + 1
    if not at:
        raise LineError("it has neither words nor a seal")
    return raw[:at], _hash(raw[at + 8 : at + 40] + raw[at + 42 : -_TAIL]), False


def decode(raw: bytes) -> Line:
    """Read one line, without its newline. Raises LineError where it does not verify."""
    head, digest, sealed = _taken_apart(raw)
    h = _hash(b'%b"sealed":"%b"' % (head, digest.encode()))
    if h.encode() != raw[-34:-2]:
        raise LineError("its checksum does not hold")
    p = "" if raw[6] == _QUOTE else raw[6:38].decode()
    whole = _without_words(head, digest) if sealed else raw
    return Line(_read(whole), h, p, digest, sealed, False, raw)


def _without_words(head: bytes, digest: str) -> bytes:
    at = head.find(b',"open":{')
    what = f'{{"kind":"sealed","digest":"{digest}"}}'.encode() if at < 0 else head[at + 8 : -1]
    return b'%b"by":"","item":"","what":%b}' % (head, what)


def _read(whole: bytes) -> Entry:
    try:
        return read_entry(whole)
    except (ValueError, RecursionError) as error:
        raise LineError("it holds no entry that this program can read") from error


def redact(raw: bytes) -> bytes:
    """Return a line without its words: it verifies with the same hash.

    A kind that is open as a whole keeps its words. Raises LineError where the line is none.
    """
    line = decode(raw)
    entry = line.entry
    if line.sealed or (entry.marking != "private" and entry.what.open_part() is entry.what):
        return raw
    head, digest, _ = _taken_apart(raw)
    return b'%b"sealed":"%b"%b' % (head, digest.encode(), raw[-_TAIL:])


def read_words(raw: bytes) -> Words | None:
    """Read a line of the sealed file, None where it is torn.

    It verifies only against a log: the digest must be that of the entry's line.
    """
    at = raw.find(_SALT) + 1
    if not at or raw[-1:] != b"}":
        return None
    words = raw[at + 42 : -1]
    return Words(_hash(raw[at + 8 : at + 40] + words), words)


def join(line: Line, words: Words) -> Line:
    """Give a sealed line its words back. Raises LineError where they are not its own."""
    if words.digest != line.digest:
        raise LineError("these are not the words that were sealed")
    if not line.sealed:
        return line
    head, _, _ = _taken_apart(line.raw)
    return line._replace(entry=_read(b"%b%b}" % (head, words.words)), joined=True)
