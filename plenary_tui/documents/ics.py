"""Calendars as text: content lines, values and folding as RFC 5545 has them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime

from plenary_tui import __version__

Property = tuple[str, str]
"""A name with its parameters, and a value that is written as it stands."""

_FOLD = 75
"""Octets a line may have, its end apart (RFC 5545, 3.1)."""


def calendar(components: Iterable[tuple[str, Iterable[Property]]], title: str = "") -> bytes:
    """Write a calendar of these components, each a name (`VEVENT`) and its properties.

    title: what a calendar program lists it under (RFC 7986, 5.1; the older `X-WR-CALNAME` is what
    most programs read).
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//plenary-tui//{__version__}//EN",
             "CALSCALE:GREGORIAN"]  # fmt: skip
    if title:
        lines += [f"NAME:{text(title)}", f"X-WR-CALNAME:{text(title)}"]
    for name, properties in components:
        lines.append(f"BEGIN:{name}")
        lines += [f"{key}:{value}" for key, value in properties]
        lines.append(f"END:{name}")
    lines.append("END:VCALENDAR")
    return b"".join(part + b"\r\n" for line in lines for part in _folded(line))


def text(value: str) -> str:
    """Return a text as a value (3.3.11)."""
    for sign in "\\;,":
        value = value.replace(sign, f"\\{sign}")
    return value.replace("\n", "\\n")


def day(on: date) -> str:
    """Return a date as a value (3.3.4)."""
    return on.isoformat().replace("-", "")


def moment(at: datetime) -> str:
    """Return a time as a value, in UTC (3.3.5)."""
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _folded(line: str) -> Iterator[bytes]:
    """Yield the parts of a line, none longer than allowed and none ending inside a character."""
    part, room = b"", _FOLD
    for sign in line:
        octets = sign.encode()
        if len(part) + len(octets) > room:
            yield part
            part = b" "
        part += octets
    yield part
