"""Rows for the list of speakers and the time limit."""

from __future__ import annotations

from typing import Any

from plenary_tui.record.floor import REPLIES
from plenary_tui.record.kinds import FloorList, Limit, Timer
from plenary_tui.record.notation.form import Bare, Fields, Form, Part, Scan
from plenary_tui.record.notation.heads import Choice, Duration, ListHead, split_duration
from plenary_tui.record.notation.lexicon import LEXICON, fold
from plenary_tui.record.notation.tails import TEXT

_TIMER = (("paused", "paused"), ("resumed", "resumed"), ("reminded", "reminded"))


class LimitOf:
    """Whom a limit is for: a delegation, a class of speaker, or rights of reply."""

    def read(self, text: str, fields: Fields, scan: Scan) -> str:
        """Take the words before the time."""
        who, limit = split_duration(text)
        if not who:
            return text
        roster = scan.reading.roster
        code = roster.code(who, live=scan.reading.live)
        if LEXICON.is_little("replies", who):
            fields["of"] = REPLIES
        elif code is not None:
            fields["of"] = code
        else:
            typed = fold(who)
            fits = (one for one in roster.classes if typed in (one, one + "s"))
            fields["of"] = next(fits, typed)
        return limit

    def write(self, command: Any, language: str) -> str:
        """Return whom it is for."""
        return LEXICON.small("replies", language) if command.of == REPLIES else str(command.of)


def _list(keyword: str, act: str, bare: Bare, *head: Part) -> Form:
    return Form(keyword, FloorList, {"act": act}, head, TEXT, bare)


FLOOR: tuple[Form, ...] = (
    _list("q_add", "add", "named", ListHead()),
    _list("q_withdraw", "withdraw", "named", ListHead()),
    _list("q_first", "first", "named", ListHead()),
    _list("q_order", "order", "named", ListHead()),
    _list("q_close", "close", "alone"),
    _list("q_open", "open", "alone"),
    _list("next", "next", "alone", ListHead(required=False)),
    _list("back", "back", "alone", ListHead(required=False)),
    Form("limit", Limit, head=(LimitOf(), Duration()), bare="named"),
    Form("timer", Timer, head=(Choice("act", _TIMER),), bare="named"),
)
