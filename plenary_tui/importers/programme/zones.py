"""The zones that calendars name: IANA names, and those of Windows that Outlook writes (CLDR)."""

from __future__ import annotations

import re
from functools import cache
from zoneinfo import ZoneInfo

from plenary_tui.record.clean import clean_line
from plenary_tui.record.setup import zone_of

_NAMED = re.compile(r'TZID=(?:"([^"]*)"|([^;:]*))', re.IGNORECASE)
_PARTS = 3
"""`America/Argentina/Ushuaia`, the longest name there is, behind what a program puts before it."""


def tzid_of(parameters: str) -> str:
    """Return the zone that the parameters of a property name; empty for none."""
    found = _NAMED.search(parameters)
    return clean_line(found[1] or found[2] or "")[:120] if found else ""


def known_zone(name: str) -> ZoneInfo | None:
    """Return the zone that a calendar's name for it means; None where nobody knows it.

    Some programs put a path of their own before it: `/example.org/2027/Europe/Brussels`.
    """
    parts = name.strip("/ ").split("/")
    for many in range(min(_PARTS, len(parts)), 0, -1):
        said = "/".join(parts[-many:])
        if said and zone_of(said).key == said:
            return zone_of(said)
    windows = _windows().get(name.casefold())
    return zone_of(windows) if windows else None


@cache
def _windows() -> dict[str, str]:
    from babel.core import get_global

    return {name.casefold(): zone for name, zone in get_global("windows_zone_mapping").items()}
