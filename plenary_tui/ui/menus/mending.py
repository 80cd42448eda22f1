"""A correction from an edited text: the smallest part to put right that cannot be mistaken."""

from __future__ import annotations

import re

_WORD = re.compile(r"\S+")


def change(old: str, new: str) -> tuple[str, str] | None:
    """Return what in `old` reads otherwise in `new`, and how; None where nothing changed.

    Whole words, and as many as it takes for the first place where they stand to be the right one.
    """
    old, new = old.strip(), new.strip()
    if old == new or not old:
        return None
    was = [match.span() for match in _WORD.finditer(old)]
    now = [match.span() for match in _WORD.finditer(new)]
    begin = 0
    while begin < min(len(was), len(now)) and old[: was[begin][1]] == new[: now[begin][1]]:
        begin += 1
    end = 0
    while (
        end < min(len(was), len(now)) - begin and old[was[-end - 1][0] :] == new[now[-end - 1][0] :]
    ):
        end += 1
    while True:
        first, last = begin, len(was) - end
        if last > first and len(now) - end > first:
            part = old[was[first][0] : was[last - 1][1]]
            if old.find(part) == was[first][0]:
                return part, new[now[first][0] : now[len(now) - end - 1][1]]
        if begin == 0 and end == 0:
            return old, new
        if begin:
            begin -= 1
        else:
            end -= 1
