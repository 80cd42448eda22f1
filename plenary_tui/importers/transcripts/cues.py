"""Captions to cues: WebVTT (https://www.w3.org/TR/webvtt1/) and SubRip.

A block, what stands between blank lines, is a cue, a comment (NOTE, STYLE, REGION), or neither.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

_TIME = r"(?:(?P<{0}h>\d{{1,3}}):)?(?P<{0}m>\d{{1,2}}):(?P<{0}s>\d{{2}})[.,](?P<{0}f>\d{{1,3}})"
_TIMING = re.compile(rf"\s*{_TIME.format('a')}\s*-->\s*{_TIME.format('b')}(?:\s.*)?$")
_COMMENT = re.compile(r"(?:NOTE|STYLE|REGION)(?:\s|$)")
_HEADER = re.compile(r"\ufeff?WEBVTT(?:\s|$)")
_VOICE = re.compile(r"<v(?:\.[^\s>]{0,80})?\s+([^<>]{1,200})>")
_TAG = re.compile(r"</?(?:[a-zA-Z][^<>]{0,200}|\d[\d:.]{0,20})?>|\{\\[^{}]{0,80}\}")


@dataclass(frozen=True)
class Block:
    """What stands between blank lines. number: of its first line, from 1.

    kind: `cue`, `comment`, `header`, or empty for what is neither. starts: since the recording
    began. parts: who says what, in order; a part without a voice has no name.
    """

    number: int
    kind: str
    text: str
    starts: timedelta = timedelta(0)
    parts: tuple[tuple[str, str], ...] = ()


def blocks(text: str) -> Iterator[Block]:
    """Cut a file into blocks."""
    held: list[str] = []
    begins = 1
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for number, line in enumerate([*lines, ""], 1):
        if line.strip():
            if not held:
                begins = number
            held.append(line)
        elif held:
            yield from _split(begins, held)
            held = []


def _split(begins: int, lines: list[str]) -> Iterator[Block]:
    """Yield the cues of lines without a blank one between: files of some programs have none."""
    starts = [at for at, line in enumerate(lines) if "-->" in line and _TIMING.match(line)]
    if not starts:
        yield _without_times(begins, lines)
        return
    heads = [at - 1 if at and _is_name(lines, at, starts) else at for at in starts]
    if heads[0]:
        yield _without_times(begins, lines[: heads[0]])
    for place, head in enumerate(heads):
        until = heads[place + 1] if place + 1 < len(heads) else len(lines)
        yield _cue(begins + head, lines[starts[place] : until])


def _is_name(lines: list[str], at: int, starts: list[int]) -> bool:
    """Whether the line above a time is the cue's identifier and no words of the one before."""
    first = at == starts[0]
    return lines[at - 1].strip().isdigit() or (first and at == 1)


def _without_times(begins: int, lines: list[str]) -> Block:
    text = "\n".join(lines)
    if _HEADER.match(text):
        return Block(begins, "header", text)
    return Block(begins, "comment" if _COMMENT.match(text) else "", text)


def _cue(begins: int, lines: list[str]) -> Block:
    found = _TIMING.match(lines[0])
    assert found is not None
    fraction = int(found["af"].ljust(3, "0"))
    starts = timedelta(
        hours=int(found["ah"] or 0), minutes=int(found["am"]), seconds=int(found["as"]),
        milliseconds=fraction,
    )  # fmt: skip
    text = "\n".join(lines[1:]).strip()
    return Block(begins, "cue", text, starts, tuple(_voices(text)))


def _voices(text: str) -> Iterator[tuple[str, str]]:
    """Yield who says what: `<v Name>` holds until the next one, a line without a voice is bare."""
    name, at = "", 0
    for found in _VOICE.finditer(text):
        if said := _plain(text[at : found.start()]):
            yield name, said
        name, at = _plain(found[1]), found.end()
    if said := _plain(text[at:]):
        yield name, said


def _plain(text: str) -> str:
    return " ".join(html.unescape(_TAG.sub("", text)).split())
